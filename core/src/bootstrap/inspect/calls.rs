//! What a node would still call while it boots, given what its user data gives. The waits and ends are those that were
//! read in, or seen of, the scripts of each image.

use super::answer::{NodeFamily, StillCalled};
use super::facts::{Facts, Known};

/// The calls, in the order in which they are made.
pub(super) fn calls(facts: &Facts) -> Vec<StillCalled> {
    let mut calls = Calls(Vec::new());
    match facts.family {
        Some(NodeFamily::Al2) => {
            calls.describe_cluster(
                facts,
                "`bootstrap.sh` asks for what `--apiserver-endpoint` or `--b64-cluster-ca` does not give, and fails without",
                "both `--apiserver-endpoint` and `--b64-cluster-ca`",
            );
            calls.add("ec2", "ec2:DescribeInstances", "for the private DNS name, up to 20 times, 6 seconds apart", "");
            calls.may("ec2", "ec2:DescribeInstanceTypes", "where the image does not know the type of the instance", "");
            calls.may("ecr.api", "ecr:GetAuthorizationToken", "for the pause image, unless the image holds it", CACHED);
            calls.may(
                "ecr.dkr",
                "the registry of Amazon ECR",
                "for the pause image, unless the image holds it",
                CACHED,
            );
            calls.may("s3", "the layers of the registry", "for the pause image, unless the image holds it", CACHED);
        }
        Some(NodeFamily::Al2023) => {
            if !facts.instance_id_name {
                let because = "for the private DNS name, up to 30 times in about ten minutes";
                calls.add("ec2", "ec2:DescribeInstances", because, "the feature gate `InstanceIdNodeName`");
            }
            let because = "where the image does not know the type of the instance; without an answer it takes 110 pods";
            calls.may("ec2", "ec2:DescribeInstanceTypes", because, "`maxPods` in `spec.kubelet.config`");
        }
        Some(NodeFamily::Bottlerocket) => bottlerocket(facts, &mut calls),
        Some(NodeFamily::Windows) => {
            calls.describe_cluster(
                facts,
                "`Start-EKSBootstrap.ps1` asks for what `-APIServerEndpoint` or `-Base64ClusterCA` does not give",
                "both `-APIServerEndpoint` and `-Base64ClusterCA`",
            );
            calls.add("ec2", "the API of Amazon EC2", "for the private DNS name", "");
            calls.may(
                "ecr.api",
                "ecr:GetAuthorizationToken",
                "for images that the image of the node does not hold",
                "",
            );
        }
        Some(NodeFamily::Hybrid) => {
            let missing = [&facts.endpoint, &facts.authority, &facts.service_cidr];
            if missing.iter().any(|value| value.is_absent()) {
                let because = "nodeadm asks for what `spec.cluster` does not give";
                calls.add(
                    "eks",
                    "eks:DescribeCluster",
                    because,
                    "`apiServerEndpoint`, `certificateAuthority` and `cidr`",
                );
            }
            calls.add("", "AWS Systems Manager, or IAM Roles Anywhere and AWS STS", "for credentials", "");
        }
        None => {}
    }
    calls.0
}

const CACHED: &str = "an image of your own that holds it";

struct Calls(Vec<StillCalled>);

impl Calls {
    fn push(&mut self, service: &str, call: &str, sure: bool, because: &str, avoided_by: &str) {
        self.0.push(StillCalled {
            service: service.to_owned(),
            call: call.to_owned(),
            sure,
            because: because.to_owned(),
            avoided_by: avoided_by.to_owned(),
        });
    }

    fn add(&mut self, service: &str, call: &str, because: &str, avoided_by: &str) {
        self.push(service, call, true, because, avoided_by);
    }

    fn may(&mut self, service: &str, call: &str, because: &str, avoided_by: &str) {
        self.push(service, call, false, because, avoided_by);
    }

    fn describe_cluster(&mut self, facts: &Facts, because: &str, avoided_by: &str) {
        let of = |value: &Known<String>| (value.is_absent(), value.is_unknown());
        let ((no_endpoint, endpoint_unknown), (no_authority, authority_unknown)) =
            (of(&facts.endpoint), of(&facts.authority));
        if no_endpoint || no_authority {
            self.add("eks", "eks:DescribeCluster", because, avoided_by);
        } else if endpoint_unknown || authority_unknown {
            self.may("eks", "eks:DescribeCluster", because, avoided_by);
        }
    }
}

fn bottlerocket(facts: &Facts, calls: &mut Calls) {
    if !matches!(facts.dns, Known::Given(_)) {
        let because = "for the address of the DNS; after five minutes without an answer it guesses";
        calls.push("eks", "eks:DescribeCluster", facts.dns.is_absent(), because, "`cluster-dns-ip`");
    }
    if !facts.instance_id_name {
        let because = "for the private DNS name; after five minutes without an answer the boot fails";
        calls.add("ec2", "ec2:DescribeInstances", because, "`hostname-override-source = \"instance-id\"`");
    }
    if facts.control_container {
        let avoided = "`host-containers.control.enabled = false`";
        calls.add("ecr.api", "ecr:GetAuthorizationToken", "for the image of the control container", avoided);
        calls.add("ecr.dkr", "the registry of Amazon ECR", "for the image of the control container", avoided);
        calls.add("s3", "the layers of the registry", "for the image of the control container", avoided);
    }
    if facts.metrics {
        let because = "for metrics, over the internet; the boot does not wait for them";
        calls.add("", "the metrics of Bottlerocket", because, "`metrics.send-metrics = false`");
    }
}
