//! References that are written in parts: the shapes of values of Helm charts, and the `images` of a kustomization. The
//! parts are put together as the charts do it; what only a chart knows is said and not guessed.

use super::answer::{FindConfidence, ImageRole};
use super::scan::Part;
use super::walk::{Step, Walk};
use crate::images::reference::Reference;
use crate::yaml::{FlatKind, Plain, plain};

const EMPTY_TAG: &str = "the tag is empty; the chart fills one in, mostly its appVersion, with or without a `v`";
const NO_TAG: &str = "no tag is written; the chart may fill one in";
const GLOBAL: &str =
    "values set a registry for all images of the chart, which most charts put in the place of this one";
const GLUED: &str = "the chart puts `containerRegistry` before the repository as it stands, without a `/` between";
const NAME_IN_CHART: &str =
    "the path is written in the chart; account, endpoint, region and domain make its host, and `override` all of it";
const NUMBER: &str = "the tag is written as a number, of which readers may drop a zero; put it in quotes";

/// The scalars of a mapping that may be parts.
#[derive(Default)]
struct Fields {
    registry: Option<usize>,
    repository: Option<usize>,
    image: Option<usize>,
    name: Option<usize>,
    tag: Option<usize>,
    digest: Option<usize>,
    sha: Option<usize>,
    glue: Option<usize>,
    account: Option<usize>,
    region: Option<usize>,
    domain: Option<usize>,
    endpoint: Option<usize>,
    whole: Option<usize>,
    has_policy: bool,
}

impl Walk<'_> {
    /// A mapping that gives an image in parts; whether it is one. `under` is the key at which it stands.
    pub(super) fn split(&mut self, at: usize, under: &str, confidence: FindConfidence) -> bool {
        let fields = self.fields(at);
        let text = |at: Option<usize>| at.and_then(|at| self.flat.scalar(at)).filter(|text| !text.is_empty());
        let is_called = under.ends_with("image") || under.ends_with("Image");
        let is_versioned = fields.tag.is_some() || fields.digest.is_some() || fields.sha.is_some();
        if fields.account.is_some() && fields.region.is_some() && fields.domain.is_some() && fields.tag.is_some() {
            return self.by_account(&fields, confidence);
        }
        let (name, is_whole) = match (text(fields.repository), text(fields.image), text(fields.name)) {
            (Some(_), Some(_), _) if is_versioned => (fields.repository, true),
            (Some(_), ..) if is_versioned || fields.registry.is_some() || (is_called && fields.has_policy) => {
                (fields.repository, false)
            }
            (Some(_), None, _) if is_called => (fields.repository, false),
            (None, Some(_), _) if text(fields.registry).is_some() && is_versioned => (fields.image, false),
            (None, None, Some(_)) if is_called && (is_versioned || text(fields.registry).is_some()) => {
                (fields.name, false)
            }
            _ => return false,
        };
        let Some(name) = name else { return false };
        let registry = if is_whole { None } else { fields.registry.filter(|at| text(Some(*at)).is_some()) };
        let glue = fields.glue.filter(|at| text(Some(*at)).is_some());
        let mut written = String::new();
        if let Some(glue) = text(glue) {
            written.push_str(glue);
        }
        if let Some(registry) = text(registry) {
            written.push_str(registry);
            written.push('/');
        }
        written.push_str(text(Some(name)).unwrap_or_default());
        if let Some(tag) = text(fields.tag) {
            written.push(':');
            written.push_str(tag);
        }
        if let Some(digest) = text(fields.digest) {
            written.push('@');
            written.push_str(digest);
        } else if let Some(sha) = text(fields.sha) {
            written.push_str("@sha256:");
            written.push_str(sha);
        }
        if Reference::parse(&written).is_err() && !super::words::is_template(&written) {
            return false;
        }
        let is_number = text(fields.tag).is_some_and(|tag| plain(tag) != Plain::Text)
            && fields.tag.is_some_and(|at| self.flat.kind(at) == FlatKind::Plain);
        let note = match (fields.tag, text(fields.tag)) {
            _ if self.has_global_registry && registry.is_some() => Some(GLOBAL),
            _ if glue.is_some() => Some(GLUED),
            (Some(_), None) => Some(EMPTY_TAG),
            (None, None) if text(fields.digest).or(text(fields.sha)).is_none() => Some(NO_TAG),
            _ if is_number => Some(NUMBER),
            _ => None,
        };
        let parts = [
            (ImageRole::Registry, registry),
            (ImageRole::Repository, Some(name)),
            (ImageRole::Tag, fields.tag.filter(|at| text(Some(*at)).is_some())),
            (ImageRole::Digest, fields.digest.filter(|at| text(Some(*at)).is_some())),
            (ImageRole::Sha, fields.sha.filter(|at| text(Some(*at)).is_some())),
        ];
        self.parts(written, confidence, &parts, note);
        if (glue.is_some() || (self.has_global_registry && registry.is_some()))
            && let Some(hit) = self.last()
        {
            hit.fixed = hit.fixed.or(Some("another value is put before it; change that one, or take it out first"));
        }
        true
    }

    /// An image in parts, the empty ones left out. The way leads to the mapping.
    fn parts(
        &mut self,
        written: String,
        confidence: FindConfidence,
        parts: &[(ImageRole, Option<usize>)],
        note: Option<&'static str>,
    ) {
        let whole = |(role, at): &(ImageRole, Option<usize>)| {
            let at = (*at)?;
            Some(self.part(*role, at, 0..self.flat.scalar(at)?.len()))
        };
        let parts: Vec<Part> = parts.iter().filter_map(whole).collect();
        self.hit(written, confidence, parts, note);
    }

    /// The shape of the chart of the VPC CNI: the host in parts, and the path in the chart alone.
    fn by_account(&mut self, fields: &Fields, confidence: FindConfidence) -> bool {
        let text = |at: Option<usize>| at.and_then(|at| self.flat.scalar(at)).filter(|text| !text.is_empty());
        if let Some(whole) = fields.whole.filter(|at| text(Some(*at)).is_some()) {
            self.parts(
                text(Some(whole)).unwrap_or_default().to_owned(),
                confidence,
                &[(ImageRole::Reference, Some(whole))],
                None,
            );
            return true;
        }
        let (Some(account), Some(region), Some(domain)) =
            (text(fields.account), text(fields.region), text(fields.domain))
        else {
            return false;
        };
        let endpoint = text(fields.endpoint).unwrap_or("ecr");
        let written = format!("{account}.dkr.{endpoint}.{region}.{domain}");
        self.parts(written, confidence, &[(ImageRole::Registry, fields.account)], Some(NAME_IN_CHART));
        if let Some(hit) = self.last() {
            hit.fixed = hit.fixed.or(Some("its host is written in parts; set `override`, or its account and region"));
            hit.is_partial = true;
        }
        true
    }

    /// The entries of a kustomization.
    pub(super) fn kustomize(&mut self, at: usize) {
        let flat = self.flat;
        let Some((key, images)) = flat.entries(at).find(|(key, _)| flat.scalar(*key) == Some("images")) else { return };
        self.steps.push(Step::Key(key));
        for (item, entry) in flat.items(images).enumerate() {
            let value =
                |name| flat.value(entry, name).filter(|at| flat.scalar(*at).is_some_and(|text| !text.is_empty()));
            let (new_name, tag, digest) = (value("newName"), value("newTag"), value("digest"));
            let Some(name) = new_name.or_else(|| value("name")) else { continue };
            let mut written = flat.scalar(name).unwrap_or_default().to_owned();
            for (sign, part) in [(":", tag), ("@", digest)] {
                if let Some(part) = part.and_then(|at| flat.scalar(at)) {
                    written.push_str(sign);
                    written.push_str(part);
                }
            }
            let parts = [
                (ImageRole::Repository, new_name),
                (ImageRole::Tag, tag),
                (ImageRole::Digest, digest),
                (ImageRole::Matched, if new_name.is_none() { Some(name) } else { None }),
            ];
            self.steps.push(Step::Item(item));
            self.parts(written, FindConfidence::Certain, &parts, None);
            if new_name.is_none()
                && let Some(hit) = self.last()
            {
                hit.fixed = hit.fixed.or(Some("the entry has no `newName`; write one, such as the name itself"));
            }
            self.steps.pop();
        }
        self.steps.pop();
    }

    /// Whether values set one registry for all images of their chart, as the charts of Bitnami and ingress-nginx do it.
    pub(super) fn global_registry(&self, at: usize) -> bool {
        let flat = self.flat;
        let Some(global) = flat.value(at, "global") else { return false };
        let nested = flat.value(global, "image").and_then(|image| flat.value(image, "registry"));
        [flat.value(global, "imageRegistry"), nested]
            .into_iter()
            .flatten()
            .any(|at| flat.scalar(at).is_some_and(|text| !text.is_empty() && text != "~"))
    }

    fn fields(&self, at: usize) -> Fields {
        let mut fields = Fields::default();
        for (key, value) in self.flat.entries(at) {
            let Some(name) = self.flat.scalar(key) else { continue };
            let slot = match name {
                "registry" => &mut fields.registry,
                "repository" => &mut fields.repository,
                "image" => &mut fields.image,
                "name" => &mut fields.name,
                "tag" => &mut fields.tag,
                "digest" => &mut fields.digest,
                "sha" => &mut fields.sha,
                "containerRegistry" => &mut fields.glue,
                "account" => &mut fields.account,
                "region" => &mut fields.region,
                "domain" => &mut fields.domain,
                "endpoint" => &mut fields.endpoint,
                "override" => &mut fields.whole,
                "pullPolicy" => {
                    fields.has_policy = true;
                    continue;
                }
                _ => continue,
            };
            let is_null =
                |node: &crate::yaml::FlatNode<'_>| node.kind == FlatKind::Plain && plain(&node.text) == Plain::Null;
            *slot = Some(value)
                .filter(|at| self.flat.node(*at).is_some_and(|node| node.kind.is_scalar() && !is_null(node)));
        }
        fields
    }
}
