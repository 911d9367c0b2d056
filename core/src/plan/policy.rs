//! The endpoint policies that are advised: what lets image pulls through and no more. What a wish does not state stays
//! wide, and the policy says so.

use serde_json::{Value, json};

use crate::knowledge::{Circumstances, Claim, Level, NodeKind, Says, registry};
use crate::plan::answer::{PlannedPolicy, Reason};
use crate::plan::reasons::reason;
use crate::plan::resolve::Wish;

/// The calls of an image pull that name a repository; the one for a token names none.
const PULL: [&str; 3] = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];

/// What the first pull through a cache calls besides.
const PULL_THROUGH: [&str; 2] = ["ecr:BatchImportUpstreamImage", "ecr:CreateRepository"];

/// What policies are written for.
pub(super) struct Policies<'a> {
    pub(super) wish: &'a Wish,
    pub(super) about: &'a Circumstances,
    pub(super) claims: &'a [&'a Claim],
}

impl Policies<'_> {
    /// The policy of the endpoint of a service, where one is advised.
    pub(super) fn of(&self, service: &str, reasons: &[Reason]) -> Option<PlannedPolicy> {
        match service {
            "ecr.api" | "ecr.dkr" => self.of_registry(reasons),
            "s3" => self.of_layers(reasons),
            _ => None,
        }
    }

    fn of_registry(&self, reasons: &[Reason]) -> Option<PlannedPolicy> {
        let advised = self.advised("base-ecr-endpoint-policy")?;
        let mut remarks = Vec::new();
        let mut settled_by = Vec::new();
        let of_eks = registry(self.about.region.id).ok().and_then(|row| row.account);
        let (others, because) = self.others();
        let resource = match (&self.wish.given.account, of_eks) {
            _ if !others.is_empty() => {
                let others = others.join(", ");
                remarks.push(format!("repositories are not narrowed: {others} use those of other accounts"));
                json!("*")
            }
            (Some(own), Some(of_eks)) => {
                remarks
                    .push(format!("only images of `{own}` and of EKS are let through; add what other accounts keep"));
                json!([self.repositories(own), self.repositories(of_eks)])
            }
            (None, _) => {
                remarks.push("repositories are not narrowed: the account is not stated".to_owned());
                settled_by.push("account".to_owned());
                json!("*")
            }
            (_, None) => {
                let region = self.about.region.id;
                remarks.push(format!("repositories are not narrowed: no source names the account of EKS in {region}"));
                json!("*")
            }
        };
        if reasons.iter().any(|reason| reason.by == "services") {
            remarks.push("workloads call the API of ECR: add what they do besides pulling".to_owned());
        }
        let mut actions = PULL.to_vec();
        if self.about.features.contains_key("ecr-pull-through-cache") {
            actions.extend(PULL_THROUGH);
        }
        actions.sort_unstable();
        let statements =
            json!([allow("Token", &["ecr:GetAuthorizationToken"], &json!("*")), allow("Pull", &actions, &resource),]);
        let reasons = std::iter::once(advised).chain(because).collect();
        Some(written(&statements, remarks.join("; "), settled_by, reasons))
    }

    /// Who of the wish pulls images that neither the account nor EKS keeps, and why that is known.
    fn others(&self) -> (Vec<&'static str>, Vec<Reason>) {
        let elsewhere = |claim: &&Claim| match claim.says {
            Says::PullsElsewhere { who } => Some((who, reason(claim, Level::Conditional, String::new()))),
            _ => None,
        };
        let (mut others, because): (Vec<_>, Vec<_>) = self.claims.iter().filter_map(elsewhere).unzip();
        if self.wish.surroundings.endpoint_vpc.is_some() {
            others.push("other VPCs behind the same endpoints");
        }
        (others, because)
    }

    fn of_layers(&self, reasons: &[Reason]) -> Option<PlannedPolicy> {
        let advised = self.advised("base-s3-endpoint-policy")?;
        let (partition, region) = (self.about.region.partition.id, self.about.region.id);
        let bucket = format!("arn:{partition}:s3:::prod-{region}-starport-layer-bucket/*");
        let mut others: Vec<_> = reasons.iter().map(|reason| reason.by).filter(|by| *by != "base").collect();
        others.dedup();
        // Which buckets those are, no source that was read says.
        let packages = [NodeKind::Al2, NodeKind::Al2023].iter().any(|kind| self.about.nodes.contains(kind));
        if packages {
            others.push("package repositories of Amazon Linux and agents of Systems Manager, where nodes use them,");
        }
        let remark = if others.is_empty() {
            String::new()
        } else {
            format!("layers of images alone are let through; add what {} read and write in S3", others.join(", "))
        };
        Some(written(&json!([allow("Layers", &["s3:GetObject"], &json!(bucket))]), remark, Vec::new(), vec![advised]))
    }

    fn repositories(&self, account: &str) -> String {
        format!("arn:{}:ecr:{}:{account}:repository/*", self.about.region.partition.id, self.about.region.id)
    }

    fn advised(&self, claim: &str) -> Option<Reason> {
        let claim = self.claims.iter().find(|own| own.id == claim)?;
        let (_, level, _) = claim.says.setting()?;
        Some(reason(claim, level, String::new()))
    }
}

fn allow(id: &str, actions: &[&str], resource: &Value) -> Value {
    json!({ "Sid": id, "Effect": "Allow", "Principal": "*", "Action": actions, "Resource": resource })
}

fn written(statements: &Value, remark: String, settled_by: Vec<String>, reasons: Vec<Reason>) -> PlannedPolicy {
    let document = json!({ "Version": "2012-10-17", "Statement": statements }).to_string();
    PlannedPolicy { document, remark, settled_by, reasons }
}
