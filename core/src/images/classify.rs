//! Where an image lies as a cluster without internet access sees it, and whether its nodes get there. It judges the way
//! alone: whether the image is there and who may read it stands in no request.

use std::net::{Ipv4Addr, Ipv6Addr};

use super::answer::{Classification, ClassifiedImage, ClassifyRequest, ImageClass};
use super::cluster::{ImageCluster, PullThroughCacheRule};
use super::ecr::{self, EcrHost, EcrHostKind};
use super::reference::{DOCKER_HUB, Reference};
use crate::error::Error;
use crate::knowledge::{Cite, Claim, Index, RegionRow, registry};
use crate::text::is_token;
use crate::verdict::Verdict;

/// The services that a pull from Amazon ECR goes through.
const PULL: [&str; 3] = ["ecr.api", "ecr.dkr", "s3"];

/// Registries that are on the internet, whoever asks; an entry that begins with a dot stands for what ends with it. A
/// host that is not among them may be anywhere.
pub(super) const PUBLIC: &[&str] = &[
    "cgr.dev",
    "docker.elastic.co",
    "docker.io",
    "gcr.io",
    ".gcr.io",
    "ghcr.io",
    "mcr.microsoft.com",
    "nvcr.io",
    ".pkg.dev",
    "quay.io",
    "registry-1.docker.io",
    "registry.access.redhat.com",
    "registry.gitlab.com",
    "registry.k8s.io",
    "registry.redhat.io",
];

/// Says where images lie and whether a cluster gets there: the operation `classify`.
///
/// ```
/// use private_eks::{ClassifyRequest, ImageClass, ImageCluster, Verdict, classify};
///
/// let cluster = ImageCluster {
///     region: "eu-west-1".to_owned(),
///     account: Some("111122223333".to_owned()),
///     endpoints: Some(vec!["ecr.api".to_owned(), "ecr.dkr".to_owned(), "s3".to_owned()]),
///     ..ImageCluster::default()
/// };
/// let own = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1.4.2".to_owned();
/// let answer = classify(&ClassifyRequest { cluster, references: vec![own, "nginx:1.27".to_owned()] })?;
/// assert_eq!((answer.images[0].class, answer.images[0].verdict), (ImageClass::OwnEcr, Verdict::Met));
/// assert_eq!((answer.images[1].class, answer.images[1].verdict), (ImageClass::Internet, Verdict::Broken));
/// # Ok::<(), private_eks::Error>(())
/// ```
///
/// # Errors
/// A region, an account, a service, a rule or a host of the cluster that is none. A text that is no reference is an image
/// of the class `invalid`, not an error.
pub fn classify(request: &ClassifyRequest) -> Result<Classification, Error> {
    let region = request.cluster.check().map_err(|error| error.under("cluster"))?;
    let judge = Judge { cluster: &request.cluster, region, index: Index::of_rows()? };
    let images = request.references.iter().map(|written| judge.image(written)).collect();
    Ok(Classification::of(region.id, images))
}

struct Judge<'r> {
    cluster: &'r ImageCluster,
    region: &'static RegionRow,
    index: &'static Index,
}

/// What was found of one image.
struct Found {
    class: ImageClass,
    verdict: Verdict,
    reason: String,
    needs: Vec<String>,
    missing: Vec<String>,
    instead: Option<String>,
    cites: Vec<Cite>,
}

impl Found {
    fn new(class: ImageClass, verdict: Verdict, reason: impl Into<String>) -> Self {
        let (needs, missing, cites) = (Vec::new(), Vec::new(), Vec::new());
        Self { class, verdict, reason: reason.into(), needs, missing, instead: None, cites }
    }

    fn needs(mut self, need: impl Into<String>) -> Self {
        self.needs.push(need.into());
        self
    }
}

impl Judge<'_> {
    fn image(&self, written: &str) -> ClassifiedImage {
        let read = Reference::parse(written);
        let found = match &read {
            _ if is_template(written) => {
                Found::new(ImageClass::Templated, Verdict::Unknown, "it is a template or a value that is not known yet")
                    .needs("render it, and ask again with what comes out")
            }
            Err(fault) => Found::new(ImageClass::Invalid, Verdict::Broken, format!("no image reference: {fault}")),
            Ok(reference) => self.reference(reference),
        };
        let reference = read.as_ref().ok().filter(|_| found.class != ImageClass::Templated);
        let fault = read.as_ref().err().filter(|_| found.class == ImageClass::Invalid);
        ClassifiedImage {
            written: written.to_owned(),
            canonical: reference.map(Reference::canonical),
            class: found.class,
            verdict: found.verdict,
            reason: found.reason,
            needs: found.needs,
            missing_endpoints: found.missing,
            instead: found.instead,
            fault_at: fault.map(|fault| fault.at),
            lints: reference.map(Reference::lints).unwrap_or_default(),
            cites: found.cites,
        }
    }

    fn reference(&self, reference: &Reference<'_>) -> Found {
        let host = reference.registry().to_ascii_lowercase();
        if let Some(ecr) = ecr::host(&host) {
            return self.ecr(reference, &ecr);
        }
        if ecr::looks_like_one(&host) {
            let reason =
                "the host looks like one of Amazon ECR, and has no account, region and suffix that are known here";
            return Found::new(ImageClass::Unknown, Verdict::Unknown, reason)
                .needs("write it as `ACCOUNT.dkr.ecr.REGION.SUFFIX`, with the suffix of the region's partition");
        }
        if matches!(host.as_str(), "public.ecr.aws" | "ecr-public.aws.com") {
            let mut found =
                self.outside(reference, ImageClass::EcrPublic, "pulls from Amazon ECR Public go through the internet");
            found.cites = self.claims(&["ecr-public-unsupported"]);
            return found;
        }
        if self.cluster.registries_in_vpc.iter().flatten().any(|known| known.eq_ignore_ascii_case(&host)) {
            let reason = "it was stated that nodes reach this registry in the VPC or through it";
            return Found::new(ImageClass::InVpc, Verdict::Met, reason);
        }
        self.elsewhere(reference, &host)
    }

    /// A registry that is not Amazon's and was not stated.
    fn elsewhere(&self, reference: &Reference<'_>, host: &str) -> Found {
        let address = without_port(host);
        if is_loopback(address) {
            let reason = "the node itself serves it: an image that is there before, or a registry on the node";
            return Found::new(ImageClass::OnNode, Verdict::Unknown, reason)
                .needs("an image of the node that holds it; such an image is not pulled and not copied");
        }
        let is_public = PUBLIC.iter().any(|known| host == *known || (known.starts_with('.') && host.ends_with(known)));
        if is_public {
            let mut found = self.outside(reference, ImageClass::Internet, "the registry is on the internet");
            found.cites = self.claims(&["base-copy-images", "base-images-private"]);
            return found;
        }
        let is_private = is_private(address);
        if self.cluster.registries_in_vpc.is_some() && !is_private {
            let reason = "the registry is not among those that are reached in the VPC, so it is on the internet";
            let mut found = self.outside(reference, ImageClass::Internet, reason);
            found.cites = self.claims(&["base-copy-images", "base-images-private"]);
            return found;
        }
        let reason = if is_private {
            "the host is a private address or a name without a public domain, and was not stated as reached in the VPC"
        } else {
            "it was not stated which registries are reached in the VPC"
        };
        Found::new(ImageClass::Unknown, Verdict::Unknown, reason)
            .needs(format!("state `registriesInVpc`, with `{host}` where nodes reach it"))
    }

    /// An image on the internet: copied, or through the cache where a rule has its registry.
    fn outside(&self, reference: &Reference<'_>, class: ImageClass, reason: &str) -> Found {
        let found = Found::new(class, Verdict::Broken, reason);
        let rules = self.cluster.pull_through_cache_rules.iter().flatten();
        let cached = rules.filter_map(|rule| cached_path(rule, reference)).max_by_key(|(covered, _)| *covered);
        match (cached, self.cluster.account.as_deref()) {
            (Some((_, path)), Some(account)) => {
                let host = ecr::plain_host(account, self.region);
                let mut found = found.needs(
                    "use it through the pull-through cache, and pull it once from where the internet is reached",
                );
                found.instead = Some(moved(reference, &host, &path));
                found
            }
            (Some(_), None) => found.needs("state `account`; a rule of the pull-through cache has its registry"),
            (None, _) => {
                found.needs("copy it to Amazon ECR in the region, or to a registry that is reached in the VPC")
            }
        }
    }

    fn ecr(&self, reference: &Reference<'_>, host: &EcrHost<'_>) -> Found {
        let own = self.cluster.account.as_deref().map(|account| account == host.account);
        let eks = |region: &RegionRow| registry(region.id).ok().filter(|row| row.account == Some(host.account));
        if host.region.id != self.region.id {
            return self.other_region(reference, host, own == Some(true), eks(host.region).is_some());
        }
        let mut found = match (own, eks(host.region)) {
            (Some(true), _) => match self.rule_of(reference) {
                Some(rule) => self.cached(rule),
                None => {
                    Found::new(ImageClass::OwnEcr, Verdict::Met, "Amazon ECR in the account and region of the cluster")
                }
            },
            (_, Some(row)) => {
                let reason = "the registry of add-on images that EKS keeps in the region; it needs no copy";
                let mut found = Found::new(ImageClass::EksEcr, Verdict::Met, reason);
                found.cites = row.cites();
                found
            }
            (Some(false), None) => {
                let reason = format!("Amazon ECR in the region, in the account {}", host.account);
                Found::new(ImageClass::OtherAccountEcr, Verdict::Unknown, reason)
                    .needs("a policy of that repository that lets the role of the nodes read, which is not seen here")
            }
            (None, None) => {
                let reason = "Amazon ECR in the region; whether the account is that of the cluster was not stated";
                Found::new(ImageClass::Unknown, Verdict::Unknown, reason).needs("state `account`")
            }
        };
        self.through_endpoints(&mut found, host.kind);
        found
    }

    /// The endpoints that a pull in the region goes through.
    fn through_endpoints(&self, found: &mut Found, kind: EcrHostKind) {
        match &self.cluster.endpoints {
            None => {
                found.verdict = found.verdict.and(Verdict::Unknown);
                found.needs.push("state `endpoints`; a pull goes through `ecr.api`, `ecr.dkr` and `s3`".to_owned());
            }
            Some(stated) => {
                let missing = PULL.iter().filter(|service| !stated.iter().any(|known| known == *service));
                found.missing = missing.map(|service| (*service).to_owned()).collect();
                for service in &found.missing {
                    found.needs.push(format!("an endpoint for `{service}` in the VPC"));
                    found.verdict = Verdict::Broken;
                }
            }
        }
        if kind != EcrHostKind::Plain {
            found.verdict = found.verdict.and(Verdict::Unknown);
            found
                .needs
                .push("the plain host: sources differ on whether endpoints answer for this spelling of it".to_owned());
        }
        let claims = ["base-needs-ecr-api", "base-needs-ecr-dkr", "base-needs-s3", "base-node-role-pull"];
        found.cites.extend(self.claims(&claims));
    }

    fn other_region(&self, reference: &Reference<'_>, host: &EcrHost<'_>, own: bool, eks: bool) -> Found {
        let reason =
            format!("Amazon ECR in {}; the endpoints of {} do not answer for it", host.region.id, self.region.id);
        let mut found = Found::new(ImageClass::OtherRegionEcr, Verdict::Broken, reason);
        let path = reference.repository();
        let here = registry(self.region.id).ok().and_then(|row| row.host().ok()).filter(|_| eks);
        let own_here = own.then(|| ecr::plain_host(host.account, self.region));
        let need = match (&here, &own_here) {
            (Some(_), _) => {
                "the registry that EKS keeps in the region of the cluster, which has the image once it is published there"
            }
            (None, Some(_)) => "a replication rule or a copy to the region of the cluster",
            (None, None) => "a copy in the region of the cluster",
        };
        found.instead = here.or(own_here).map(|host| moved(reference, &host, &path));
        found.needs.push(need.to_owned());
        if host.region.partition.id == self.region.partition.id {
            // An endpoint can answer for another region where it names that region; those that are stated are of this one.
            let region = host.region.id;
            found.needs.push(format!("or endpoints that reach `ecr.api`, `ecr.dkr` and `s3` of {region}"));
            found.cites = self.claims(&["base-cross-region-permission"]);
        }
        found
    }

    /// The rule that fills a repository of the cluster's registry: the longest prefix wins.
    fn rule_of(&self, reference: &Reference<'_>) -> Option<&PullThroughCacheRule> {
        let path = reference.repository();
        let fills = |rule: &&PullThroughCacheRule| {
            let rest = path.strip_prefix(rule.prefix());
            rest.is_some_and(|rest| rule.prefix().is_empty() || rest.starts_with('/'))
        };
        self.cluster.pull_through_cache_rules.iter().flatten().filter(fills).max_by_key(|rule| rule.prefix().len())
    }

    fn cached(&self, rule: &PullThroughCacheRule) -> Found {
        let reason = format!("a rule of the pull-through cache fills it from {}", rule.upstream_registry_url);
        let mut found = Found::new(ImageClass::PullThrough, Verdict::Unknown, reason)
            .needs("a first pull from where the internet is reached; what was pulled before is served without it")
            .needs("ecr:BatchImportUpstreamImage for the role that pulls first, and ecr:CreateRepository unless the repository is there");
        found.cites = self.claims(&["ecr-pull-through-cache-limited", "ecr-pull-through-cache-permissions"]);
        found
    }

    fn claims(&self, ids: &[&str]) -> Vec<Cite> {
        let mut cites: Vec<Cite> = Vec::new();
        for cite in self.index.claims().filter(|claim| ids.contains(&claim.id)).flat_map(Claim::cites) {
            if !cites.contains(&cite) {
                cites.push(cite);
            }
        }
        cites
    }
}

/// The path under which a rule caches a reference, and how much of its path upstream the rule names.
fn cached_path(rule: &PullThroughCacheRule, reference: &Reference<'_>) -> Option<(usize, String)> {
    let folded = |host: &str| {
        if host.eq_ignore_ascii_case("registry-1.docker.io") {
            DOCKER_HUB.to_owned()
        } else {
            host.to_ascii_lowercase()
        }
    };
    if folded(&rule.upstream_registry_url) != folded(reference.registry()) {
        return None;
    }
    let path = reference.repository();
    let upstream = rule.upstream_prefix();
    let rest = match upstream {
        "" => path.as_str(),
        prefix => path.strip_prefix(prefix)?.strip_prefix('/')?,
    };
    let cached = if rule.prefix().is_empty() { rest.to_owned() } else { format!("{}/{rest}", rule.prefix()) };
    Some((upstream.len(), cached))
}

/// The same tag and digest in another place.
fn moved(reference: &Reference<'_>, host: &str, path: &str) -> String {
    let end = reference.parts().path_span().end;
    let suffix = reference.written().get(end..).unwrap_or_default();
    format!("{host}/{path}{suffix}")
}

/// Whether a text is a template: Go's and Helm's braces, variables of shells and envsubst, placeholders of AWS.
pub(super) fn is_template(text: &str) -> bool {
    is_token(text) || ["{{", "${", "$(", "<%"].iter().any(|sign| text.contains(sign)) || text.starts_with('$')
}

fn without_port(host: &str) -> &str {
    let end = if host.starts_with('[') { host.find(']').map(|at| at + 1) } else { host.find(':') };
    end.and_then(|end| host.get(..end)).unwrap_or(host)
}

fn is_loopback(address: &str) -> bool {
    matches!(address, "localhost" | "[::1]") || address.parse::<Ipv4Addr>().is_ok_and(|address| address.is_loopback())
}

/// An address that no public registry has, or a name that only a name server of one's own resolves.
fn is_private(host: &str) -> bool {
    if let Ok(address) = host.parse::<Ipv4Addr>() {
        return address.is_private() || address.is_link_local();
    }
    let inner = host.strip_prefix('[').and_then(|rest| rest.split(']').next());
    if let Some(address) = inner.and_then(|inner| inner.parse::<Ipv6Addr>().ok()) {
        return address.is_unique_local() || address.is_unicast_link_local();
    }
    !host.contains('.') || [".internal", ".local", ".lan", ".home.arpa"].iter().any(|end| host.ends_with(end))
}
