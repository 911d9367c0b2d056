//! What became of each reference: its class, whether the way is open, and what would open it. Plain data, and its text.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::cluster::ImageCluster;
use super::reference::ReferenceLint;
use crate::knowledge::Cite;
use crate::text::Page;
use crate::verdict::Verdict;

/// Which images, for which cluster. The request of the operation `classify`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClassifyRequest {
    /// The cluster.
    pub cluster: ImageCluster,
    /// The image references, as they stand in `image:`.
    pub references: Vec<String>,
}

/// Where the images lie and whether the cluster gets there. The answer of the operation `classify`.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Classification {
    /// Whether the way to all of them is open.
    pub verdict: Verdict,
    /// Each image, in the order in which it was asked.
    pub images: Vec<ClassifiedImage>,
    /// The same as plain text.
    pub text: String,
}

/// Where an image lies, as a cluster sees it.
#[derive(Clone, Copy, Debug, Eq, Hash, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ImageClass {
    /// Amazon ECR, in the account and the region of the cluster.
    OwnEcr,
    /// The registry of add-on images that EKS keeps in the region.
    EksEcr,
    /// Amazon ECR in another region.
    OtherRegionEcr,
    /// Amazon ECR in the region, in another account.
    OtherAccountEcr,
    /// Amazon ECR Public.
    EcrPublic,
    /// Amazon ECR of the cluster, filled from another registry by a rule of the pull-through cache.
    PullThrough,
    /// A registry that the caller says is reached in the VPC.
    InVpc,
    /// The node itself.
    OnNode,
    /// A registry on the internet.
    Internet,
    /// A template that was not rendered, or a value that is known only at deployment.
    Templated,
    /// The text is no image reference.
    Invalid,
    /// What was stated does not say.
    Unknown,
}

impl ImageClass {
    /// The name as it stands on the wire, such as `own-ecr`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::OwnEcr => "own-ecr",
            Self::EksEcr => "eks-ecr",
            Self::OtherRegionEcr => "other-region-ecr",
            Self::OtherAccountEcr => "other-account-ecr",
            Self::EcrPublic => "ecr-public",
            Self::PullThrough => "pull-through",
            Self::InVpc => "in-vpc",
            Self::OnNode => "on-node",
            Self::Internet => "internet",
            Self::Templated => "templated",
            Self::Invalid => "invalid",
            Self::Unknown => "unknown",
        }
    }
}

/// An image, where it lies, and whether a node gets there.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ClassifiedImage {
    /// The reference as it was given.
    pub written: String,
    /// What a runtime pulls for it; `null` where the text is no reference.
    pub canonical: Option<String>,
    /// Where it lies.
    pub class: ImageClass,
    /// Whether nodes get to the registry, by what was stated. That the image is there, and that the role of the nodes may
    /// read it, is not looked at.
    pub verdict: Verdict,
    /// Why, in a sentence.
    pub reason: String,
    /// What would make it reachable, or settle whether it is; empty where nothing is missing.
    pub needs: Vec<String>,
    /// The services whose endpoint is missing on the way.
    pub missing_endpoints: Vec<String>,
    /// The reference to use instead, once the image lies there; `null` where none follows from what was stated.
    pub instead: Option<String>,
    /// The byte at which the text is no reference; `null` where it is one.
    pub fault_at: Option<usize>,
    /// What to mind about the reference itself.
    pub lints: Vec<ReferenceLint>,
    /// Where the reason can be read.
    pub cites: Vec<Cite>,
}

impl Classification {
    /// The answer for images, with its verdict and its text.
    pub(super) fn of(region: &str, images: Vec<ClassifiedImage>) -> Self {
        let verdict = Verdict::all(images.iter().map(|image| image.verdict));
        let text = text(region, &images);
        Self { verdict, images, text }
    }
}

fn text(region: &str, images: &[ClassifiedImage]) -> String {
    let count = |verdict| images.iter().filter(|image| image.verdict == verdict).count();
    let (met, broken, unknown) = (count(Verdict::Met), count(Verdict::Broken), count(Verdict::Unknown));
    let mut page = Page::default();
    page.line(format_args!("images for a cluster in {region}: {met} met, {broken} broken, {unknown} unknown"));
    for image in images {
        page.line(format_args!(""));
        page.line(format_args!("{} {}  {}", image.verdict.as_str(), image.class.as_str(), image.written));
        page.line(format_args!("  {}", image.reason));
        for need in &image.needs {
            page.line(format_args!("  needs: {need}"));
        }
        if let Some(instead) = &image.instead {
            page.line(format_args!("  instead: {instead}"));
        }
        for lint in &image.lints {
            page.list(&format!("  mind ({}): ", lint.code.as_str()), "", [lint.says.as_str()]);
            page.list("; write ", "", lint.instead.as_deref());
            page.end();
        }
    }
    page.text()
}

/// The plain text.
impl fmt::Display for Classification {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
