//! What is to be done so that images lie where a cluster reaches them: names, repositories, logins, copies and how they
//! are held against their sources. It copies nothing.

mod answer;
mod naming;
mod spec;
mod tool;

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

pub use self::answer::{MirrorItem, MirrorNote, MirrorPhase, MirrorPlan, MirrorState, MirrorStep};
pub use self::spec::{MirrorImage, MirrorNaming, MirrorRepositories, MirrorRequest, MirrorTool, PresentImage};
use crate::error::{Error, ErrorCode};
use crate::images::cluster::check_host;
use crate::images::ecr;
use crate::images::reference::Reference;
use crate::knowledge::{RegionRow, registry};
use crate::shell;
use crate::text::shown;

/// Says what is to be done so that images lie where the cluster reaches them: the operation `mirror`.
///
/// ```
/// use private_eks::{MirrorImage, MirrorRequest, mirror};
///
/// let image = MirrorImage { reference: "quay.io/jetstack/cert-manager-webhook:v1.19.1".to_owned(), digest: None };
/// let plan = mirror(&MirrorRequest {
///     registry: "111122223333.dkr.ecr.eu-west-1.amazonaws.com".to_owned(),
///     prefix: Some("mirror".to_owned()),
///     naming: None,
///     repositories: None,
///     tool: None,
///     attachments: false,
///     images: vec![image],
///     present: None,
/// })?;
/// assert_eq!(plan.repositories, ["mirror/quay.io/jetstack/cert-manager-webhook"]);
/// # Ok::<(), private_eks::Error>(())
/// ```
///
/// # Errors
/// A registry that is no host; a reference that is none or a template; a name that Amazon ECR refuses; two sources with one
/// name, or one tag with two digests.
pub fn mirror(request: &MirrorRequest) -> Result<MirrorPlan, Error> {
    check_host(&request.registry, "registry")?;
    let host = request.registry.to_ascii_lowercase();
    let ecr = ecr::host(&host);
    if ecr.is_none() && ecr::looks_like_one(&host) {
        let says = format!(
            "`{}` looks like a host of Amazon ECR and has no account, region and suffix that are known",
            shown(&request.registry)
        );
        return Err(Error::new(ErrorCode::ErrInvalidInput, "registry", says));
    }
    let items = naming::items(request, ecr.is_some())?;
    let tool = request.tool.unwrap_or_default();
    let draft = Draft { request, tool, region: ecr.map(|host| host.region), items: &items };
    let repositories = draft.repositories();
    let mut steps = draft.make(&repositories);
    let copies: Vec<&MirrorItem> = draft.to_copy().collect();
    if !copies.is_empty() {
        steps.extend(draft.logins(&copies));
        steps.extend(copies.iter().flat_map(|item| draft.copy(item)));
        steps.extend(copies.iter().flat_map(|item| draft.attachments(item)));
        steps.extend(copies.iter().filter_map(|item| draft.verify(item)));
    }
    let notes = draft.notes(&repositories);
    Ok(MirrorPlan { items, repositories, steps, notes, text: String::new() }.written_out())
}

struct Draft<'r> {
    request: &'r MirrorRequest,
    tool: MirrorTool,
    /// The region of the registry, where it is one of Amazon ECR.
    region: Option<&'static RegionRow>,
    items: &'r [MirrorItem],
}

fn step(phase: MirrorPhase, description: String, commands: Vec<Vec<String>>) -> MirrorStep {
    let command = commands.iter().map(|words| shell::line(words)).collect::<Vec<_>>().join(" | ");
    MirrorStep { phase, description, commands, command, may_fail: false }
}

fn ecr_words(operation: &str, parameters: Value, region: &RegionRow) -> Vec<String> {
    let parameters = match parameters {
        Value::Object(parameters) => parameters,
        _ => Map::new(),
    };
    shell::aws_words("ecr", operation, &parameters, region.id)
}

impl Draft<'_> {
    fn to_copy(&self) -> impl Iterator<Item = &MirrorItem> {
        self.items.iter().filter(|item| matches!(item.state, MirrorState::Copy | MirrorState::Differs))
    }

    fn repositories(&self) -> Vec<String> {
        let own = self.items.iter().filter(|item| item.state != MirrorState::There);
        own.map(|item| item.repository.clone()).collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// The repositories that are to be made, none of those that hold something already.
    fn make(&self, repositories: &[String]) -> Vec<MirrorStep> {
        let Some(region) = self.region else { return Vec::new() };
        let held = |name: &&String| !self.request.present.iter().flatten().any(|image| image.repository == **name);
        let mut missing = repositories.iter().filter(held).peekable();
        match self.request.repositories.unwrap_or_default() {
            MirrorRepositories::Assume => Vec::new(),
            MirrorRepositories::CreateEach => missing
                .map(|name| {
                    let words = ecr_words("CreateRepository", json!({ "repositoryName": name }), region);
                    let says = format!("make the repository {name}; RepositoryAlreadyExistsException is well");
                    MirrorStep { may_fail: true, ..step(MirrorPhase::Repositories, says, vec![words]) }
                })
                .collect(),
            MirrorRepositories::Template if missing.peek().is_none() => Vec::new(),
            MirrorRepositories::Template => {
                let prefix = self.request.prefix.as_deref().map(|prefix| prefix.trim_matches('/'));
                let prefix = prefix.filter(|prefix| !prefix.is_empty()).unwrap_or("ROOT");
                let parameters = json!({ "prefix": prefix, "appliedFor": ["CREATE_ON_PUSH"] });
                let words = ecr_words("CreateRepositoryCreationTemplate", parameters, region);
                let says = format!(
                    "make the template by which a push makes repositories below {prefix}; \
                     TemplateAlreadyExistsException is well where it applies for CREATE_ON_PUSH"
                );
                vec![MirrorStep { may_fail: true, ..step(MirrorPhase::Repositories, says, vec![words]) }]
            }
        }
    }

    /// Into every registry of Amazon ECR that is read or written: each spelling of a host is logged in to apart.
    fn logins(&self, copies: &[&MirrorItem]) -> Vec<MirrorStep> {
        let mut hosts: BTreeSet<&str> = BTreeSet::from([self.request.registry.as_str()]);
        hosts.extend(copies.iter().filter_map(|item| item.source.split_once('/').map(|(host, _)| host)));
        let login = |host: &str| {
            let lower = host.to_ascii_lowercase();
            let region = ecr::host(&lower)?.region;
            let password = ecr_words("GetLoginPassword", json!({}), region);
            let says =
                format!("log in to {host}; the password goes from one command to the other and holds for 12 hours");
            Some(step(MirrorPhase::Login, says, vec![password, self.tool.login(host)]))
        };
        hosts.into_iter().filter_map(login).collect()
    }

    fn copy(&self, item: &MirrorItem) -> Vec<MirrorStep> {
        let commands = self.tool.copy(&item.source, &item.destination);
        let of = commands.len();
        let nth = |at: usize| if of > 1 { format!(" ({} of {of})", at + 1) } else { String::new() };
        let says = |at| format!("copy {} to {}{}", item.source, item.destination, nth(at));
        commands.into_iter().enumerate().map(|(at, words)| step(MirrorPhase::Copy, says(at), vec![words])).collect()
    }

    fn attachments(&self, item: &MirrorItem) -> Vec<MirrorStep> {
        let tags = if self.request.attachments { self.tool.attachment_tags(item) } else { Vec::new() };
        let source = item.source.split_once('@').map_or("", |(name, _)| name);
        let copy = |tag: String| {
            let to = format!("{}/{}:{tag}", self.request.registry, item.repository);
            let words = self.tool.copy(&format!("{source}:{tag}"), &to).concat();
            let says = format!("copy what hangs on {}, where there is any", item.destination);
            MirrorStep { may_fail: true, ..step(MirrorPhase::Attachments, says, vec![words]) }
        };
        tags.into_iter().map(copy).collect()
    }

    fn verify(&self, item: &MirrorItem) -> Option<MirrorStep> {
        let commands = self.tool.digest(&item.destination, item.digest.as_deref())?;
        let says = match (item.digest.as_deref(), self.tool) {
            (Some(digest), MirrorTool::Skopeo) => {
                format!("prints {}, or fails", digest.split_once(':').map_or(digest, |(_, hex)| hex))
            }
            (Some(digest), _) => format!("prints {digest}, or fails"),
            (None, _) => format!("must print what the same command prints of {}", item.source),
        };
        Some(step(MirrorPhase::Verify, says, commands))
    }

    /// Whether a source lies in the registry of EKS in the region of the copies.
    fn is_eks_own(&self, source: &str) -> bool {
        let host = source.split_once('/').and_then(|(host, _)| ecr::host(host));
        let own = |host: ecr::EcrHost<'_>| {
            let account = registry(host.region.id).ok().and_then(|row| row.account);
            self.region.is_some_and(|region| region.id == host.region.id) && account == Some(host.account)
        };
        host.is_some_and(own)
    }

    fn notes(&self, repositories: &[String]) -> Vec<MirrorNote> {
        let mut notes = self.tool.falls_short(self.request.attachments);
        let mut note = |code: &str, says: String| notes.push(MirrorNote { code: code.to_owned(), says });
        for item in self.items {
            let destination = &item.destination;
            match item.state {
                MirrorState::Differs => {
                    note(
                        "tag-holds-another",
                        format!("{destination} names another digest; where tags are immutable the copy is refused"),
                    );
                }
                MirrorState::Copy if item.digest.is_none() => {
                    note(
                        "digest-not-known",
                        format!("{} is copied by its tag, whatever that names when it is copied", item.source),
                    );
                }
                _ => {}
            }
            if item.state != MirrorState::There && self.is_eks_own(&item.source) {
                note("no-copy-needed", format!("{} lies in the registry that EKS keeps in the region", item.source));
            }
            let implied = item.written.iter().filter_map(|text| Reference::parse(text).ok());
            if implied.clone().any(|reference| reference.tag().is_none() && reference.digest().is_none()) {
                note("implicit-latest", format!("{} has no tag, so `latest` is copied", item.source));
            }
        }
        if self.region.is_some() {
            for name in repositories.iter().filter(|name| !ecr::is_name_of_old(name)) {
                note(
                    "ecr-name-of-old",
                    format!("{name} is a name by today's rule of Amazon ECR, which older tools refuse"),
                );
            }
        } else {
            note("login-by-hand", format!("log in to {} before copying; how is its own affair", self.request.registry));
        }
        notes
    }
}
