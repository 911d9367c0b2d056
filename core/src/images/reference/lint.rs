//! What a reader should mind about a reference itself, wherever it is pulled from. It knows no cluster.

use schemars::JsonSchema;
use serde::Serialize;

use super::{DOCKER_HUB, LATEST, Reference, with_suffix};

/// What there is to mind about a reference.
#[derive(Clone, Copy, Debug, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ReferenceLintCode {
    /// No registry is written; runtimes take Docker Hub.
    ImplicitRegistry,
    /// Neither tag nor digest is written; runtimes take `latest`.
    ImplicitTag,
    /// The tag `latest` is written.
    Latest,
    /// The tag is a word that is moved from release to release, such as `stable`.
    MovingTag,
    /// A tag without a digest: who owns the repository can move it.
    TagWithoutDigest,
    /// A digest without a tag: nothing says which release it is, and a copy needs a tag.
    DigestWithoutTag,
    /// The repository has moved, and nothing new comes to the old place.
    RetiredHost,
    /// The registry is a word without a dot, which resolves only where a search domain completes it.
    UnqualifiedHost,
    /// Docker Hub limits how often an address pulls without logging in.
    RateLimit,
}

impl ReferenceLintCode {
    /// The name as it stands on the wire, such as `implicit-tag`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ImplicitRegistry => "implicit-registry",
            Self::ImplicitTag => "implicit-tag",
            Self::Latest => "latest",
            Self::MovingTag => "moving-tag",
            Self::TagWithoutDigest => "tag-without-digest",
            Self::DigestWithoutTag => "digest-without-tag",
            Self::RetiredHost => "retired-host",
            Self::UnqualifiedHost => "unqualified-host",
            Self::RateLimit => "rate-limit",
        }
    }
}

/// Something to mind about a reference, and what to write instead where that is known.
#[derive(Clone, Debug, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReferenceLint {
    /// What it is.
    pub code: ReferenceLintCode,
    /// The same in a sentence.
    pub says: String,
    /// The reference to write instead; `null` where only its owner knows one.
    pub instead: Option<String>,
}

/// A place that images have moved away from.
struct Retired {
    registry: &'static str,
    /// The beginning of the path; empty for all of the registry.
    path: &'static str,
    /// What replaces registry and beginning.
    by: &'static str,
    why: &'static str,
}

/// Sources: kubernetes.io/blog/2023/02/06/k8s-gcr-io-freeze-announcement; kubernetes-sigs/sig-storage-local-static-
/// provisioner, thread 479; ofek/csi-gcs, thread 186, which tells of a tag that differs.
const RETIRED: &[Retired] = &[
    Retired {
        registry: "k8s.gcr.io",
        path: "",
        by: "registry.k8s.io/",
        why: "it was frozen on 2023-04-03 and has been redirected since",
    },
    Retired {
        registry: "gcr.io",
        path: "google-containers/",
        by: "registry.k8s.io/",
        why: "the images lie in registry.k8s.io under the same names, and all of them are old",
    },
    Retired {
        registry: "gcr.io",
        path: "google_containers/",
        by: "registry.k8s.io/",
        why: "the images lie in registry.k8s.io under the same names, and all of them are old",
    },
    Retired {
        registry: "quay.io",
        path: "k8scsi/",
        by: "registry.k8s.io/sig-storage/",
        why: "the images moved, not all of them under every tag that they had",
    },
];

/// Tags that are moved from release to release. A word that is not among them may be moved all the same.
const MOVING: &[&str] =
    &["canary", "dev", "develop", "edge", "head", "main", "master", "nightly", "rolling", "stable", "tip"];

/// What there is to mind, in the order of the codes.
pub(super) fn lints(reference: &Reference<'_>) -> Vec<ReferenceLint> {
    use ReferenceLintCode as Code;
    let mut lints = Vec::new();
    let mut lint = |code, says: &str, instead| lints.push(ReferenceLint { code, says: says.to_owned(), instead });
    let (tag, digest) = (reference.tag(), reference.digest());
    if reference.parts().registry.is_none() {
        lint(Code::ImplicitRegistry, "no registry is written, so it is docker.io", Some(reference.normalized()));
    }
    match (tag, digest) {
        (None, None) => {
            let instead = reference.with_tag(LATEST).ok();
            lint(Code::ImplicitTag, "neither tag nor digest is written, so it is `latest`", instead);
        }
        (Some(LATEST), _) => lint(Code::Latest, "`latest` names another image after every release", None),
        (Some(tag), _) if MOVING.contains(&tag) => {
            lint(Code::MovingTag, "the tag is a word that is moved from release to release", None);
        }
        _ => {}
    }
    match (tag, digest) {
        (_, None) => lint(Code::TagWithoutDigest, "without a digest, who owns the repository can move the tag", None),
        (None, Some(_)) => {
            lint(Code::DigestWithoutTag, "nothing says which release the digest is; a copy needs a tag", None);
        }
        _ => {}
    }
    let retired = RETIRED.iter().find_map(|row| {
        let rest = reference.parts().path.strip_prefix(row.path)?;
        (row.registry == reference.registry()).then_some((row, rest))
    });
    if let Some((row, rest)) = retired {
        let instead = with_suffix([row.by, rest].concat(), tag, digest);
        let says = format!("{}/{} is retired: {}", row.registry, row.path, row.why).replace("/ is", " is");
        lint(Code::RetiredHost, &says, Some(instead));
    }
    let host = reference.registry();
    if host != "localhost" && !host.contains(['.', ':']) {
        let says = "the registry is a word without a dot, which nodes resolve only by a search domain";
        lint(Code::UnqualifiedHost, says, None);
    }
    if host == DOCKER_HUB {
        let says = "Docker Hub limits pulls by address; many nodes behind one address share the limit";
        lint(Code::RateLimit, says, None);
    }
    lints
}
