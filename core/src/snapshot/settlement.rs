//! What would settle an unknown verdict: the missing document, the command that gives it, and the permission that the
//! command needs. It comes from the table of calls, so that it never differs from what is collected.

use schemars::JsonSchema;
use serde::Serialize;

use super::calls::{Place, commands};
use super::{Part, Snapshot};
use crate::shell::quote;

/// The document, and the command and permission, that would settle an unknown verdict.
#[derive(Clone, Debug, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Settlement {
    /// The missing document, such as `RouteTables`; a statement of the wish, such as `spec.nodeSubnets`; or what only a
    /// person can look at, in words.
    pub document: String,
    /// The AWS CLI command that gives it; empty when no command does.
    pub command: String,
    /// The IAM permission that the command needs; empty when no command gives it.
    pub permission: String,
}

/// What would settle what a part leaves open. What is not known of the command stands in it in capitals: `VPC_ID`.
pub(crate) fn settlement(part: Part, vpc: Option<&str>, cluster: Option<&str>, region: Option<&str>) -> Settlement {
    let place = Place {
        cluster: cluster.unwrap_or("CLUSTER_NAME"),
        region: region.unwrap_or("REGION"),
        partition: "PARTITION",
        vpc: vpc.unwrap_or("VPC_ID"),
    };
    let (commands, permissions) = commands(part, &place);
    let of_region = region.map(|region| format!(" --region {}", quote(region))).unwrap_or_default();
    let commands: Vec<String> = commands.into_iter().map(|command| format!("{command}{of_region}")).collect();
    let (command, permission) = (commands.join(" && "), permissions.join(", "));
    Settlement { document: part.as_str().to_owned(), command, permission }
}

/// What would settle what a snapshot's part leaves open, with what the snapshot itself tells of the command.
pub(crate) fn settlement_in(snapshot: &Snapshot, part: Part, vpc: Option<&str>) -> Settlement {
    let cluster = snapshot.cluster.as_ref().and_then(|cluster| cluster.name.as_deref());
    let region = snapshot.region();
    settlement(part, vpc, cluster, region.as_ref().map(|(region, _)| region.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(part: Part) -> Settlement {
        settlement(part, None, None, None)
    }

    #[test]
    fn every_part_has_a_call_a_command_and_a_permission() {
        for part in Part::ALL {
            let settlement = open(*part);
            assert!(settlement.command.starts_with("aws "), "{}", part.as_str());
            assert!(settlement.permission.contains(':'), "{}", part.as_str());
            assert!(!settlement.command.contains('{'), "{}", settlement.command);
        }
        // Read off the reference of the AWS CLI: the option of describe-nat-gateways has no `s`.
        let gateways = open(Part::NatGateways);
        assert_eq!(gateways.command, "aws ec2 describe-nat-gateways --filter Name=vpc-id,Values=VPC_ID");
        assert_eq!(gateways.permission, "ec2:DescribeNatGateways");
        let addons = open(Part::Addons);
        let list = "aws eks list-addons --cluster-name CLUSTER_NAME";
        let describe = "aws eks describe-addon --cluster-name CLUSTER_NAME --addon-name ADDON_NAME";
        assert_eq!(addons.command, format!("{list} && {describe}"));
        assert_eq!(addons.permission, "eks:ListAddons, eks:DescribeAddon");
    }

    #[test]
    fn no_name_becomes_a_second_word() {
        let hostile = settlement(Part::Subnets, Some("CLUSTER_NAME;touch x;#"), Some("a'b"), Some("eu-west-1"));
        assert_eq!(
            hostile.command,
            "aws ec2 describe-subnets --filters 'Name=vpc-id,Values=CLUSTER_NAME;touch x;#' --region eu-west-1"
        );
        let cluster = settlement(Part::Cluster, None, Some("a'; x"), None);
        assert_eq!(cluster.command, r"aws eks describe-cluster --name 'a'\''; x'");
    }
}
