//! What is to be copied, and where to: the request of the operation `mirror`. What a registry holds is an argument, for
//! nothing is asked here.

use schemars::JsonSchema;
use serde::Deserialize;

/// What is to be copied, and where to. The request of the operation `mirror`.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MirrorRequest {
    /// The host of the registry that the cluster reaches, such as `111122223333.dkr.ecr.eu-west-1.amazonaws.com`.
    pub registry: String,
    /// What the names of the copies begin with, such as `mirror`. Not stated: nothing.
    #[serde(default)]
    pub prefix: Option<String>,
    /// How a copy is named after its source. Not stated: `host-in-path`.
    #[serde(default)]
    pub naming: Option<MirrorNaming>,
    /// How repositories of Amazon ECR come to be. Not stated: `create-each`.
    #[serde(default)]
    pub repositories: Option<MirrorRepositories>,
    /// The tool whose commands are given. Not stated: `skopeo`.
    #[serde(default)]
    pub tool: Option<MirrorTool>,
    /// Whether signatures, attestations and lists of contents that hang on a tag of their own are copied too.
    #[serde(default)]
    pub attachments: bool,
    /// The images.
    pub images: Vec<MirrorImage>,
    /// What the registry holds already, for what remains to be done. Not stated: unknown, so everything is copied.
    #[serde(default)]
    pub present: Option<Vec<PresentImage>>,
}

/// An image that is to be copied.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MirrorImage {
    /// The reference, as it stands in `image:`.
    pub reference: String,
    /// The digest of what the tag names today, index or manifest, where it was asked. A copy by digest is what was meant,
    /// whoever moves the tag.
    #[serde(default)]
    pub digest: Option<String>,
}

/// An image that the registry holds.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PresentImage {
    /// The repository, without the host.
    pub repository: String,
    /// The tag.
    pub tag: String,
    /// The digest of index or manifest.
    pub digest: String,
}

/// How a copy is named after its source.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub enum MirrorNaming {
    /// The host of the source, then its whole path: `quay.io/a/b`, `docker.io/library/nginx`. The `:` of a port becomes
    /// `-`, and capital letters small ones.
    #[default]
    HostInPath,
    /// The shortest form, as the guide of AWS copies images: `nginx` of Docker Hub, `quay.io/a/b` of another host.
    Familiar,
    /// The path alone: `a/b`. Images of two hosts may claim one name, which is an error.
    PathOnly,
}

/// How repositories of Amazon ECR come to be.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub enum MirrorRepositories {
    /// Each is made by a call.
    #[default]
    CreateEach,
    /// A repository creation template makes them when something is pushed.
    Template,
    /// They are there.
    Assume,
}

/// A tool that copies images.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, JsonSchema, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub enum MirrorTool {
    /// Docker: pull, tag, push. It copies one platform, and the digest changes.
    Docker,
    /// Skopeo.
    #[default]
    Skopeo,
    /// Crane of go-containerregistry.
    Crane,
    /// Regctl of regclient.
    Regctl,
}
