//! Where sources contradict each other: what we hold, what the other source says, and why we do not follow it. Each row
//! belongs to the claim that tells of the contradiction, whose cites name both sides.

use schemars::JsonSchema;
use serde::Serialize;

use crate::knowledge::claim::{Cite, Claim};
use crate::knowledge::rows::{conflicts, lattice_and_dns, marketplace_and_emr, nodes};
use crate::knowledge::source::{
    AWS_CDK, EKSCTL_CODE, IAM_GUIDE, KARPENTER_DOCS, PRIVATE_CLUSTERS, SourceRow, USER_GUIDE_2025, USER_GUIDE_HISTORY,
};

/// A contradiction between sources.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Conflict {
    /// What we hold.
    pub held: String,
    /// What the other source says.
    pub other: String,
    /// Why we hold it, or what would settle it.
    pub because: String,
    /// Where the other source says so.
    pub cites: Vec<Cite>,
}

pub(crate) struct ConflictRow {
    claim: &'static Claim,
    held: &'static str,
    other: &'static str,
    because: &'static str,
    /// The source that is not followed. The claim cites it, and at least one more, which is followed.
    source: &'static SourceRow,
}

/// The contradiction that a claim tells of, where it tells of one.
pub(crate) fn conflict_of(claim: &Claim) -> Option<Conflict> {
    let row = CONFLICTS.iter().find(|row| std::ptr::eq(row.claim, claim))?;
    let cites = claim.cites.iter().filter(|(source, _)| source.id == row.source.id);
    Some(Conflict {
        held: row.held.to_owned(),
        other: row.other.to_owned(),
        because: row.because.to_owned(),
        cites: cites.map(|(source, section)| source.cite(section)).collect(),
    })
}

/// Every contradiction, in order of claim.
static CONFLICTS: &[ConflictRow] = &[
    ConflictRow {
        claim: &nodes::AL2023_NODE_CONFIG,
        held: "a NodeConfig needs four fields of the cluster, the service CIDR among them",
        other: "the sample has three fields and no `cidr`",
        because: "the program that reads it rejects a NodeConfig without the fourth, which outweighs a sample",
        source: &PRIVATE_CLUSTERS,
    },
    ConflictRow {
        claim: &conflicts::AWS_LOAD_BALANCER_CONTROLLER_ACM_DOUBTED,
        held: "ACM has an endpoint service, `acm`",
        other: "ACM has no interface endpoint",
        because: "two lists of endpoint services have it, and both are newer than the sentence, which is of 2021",
        source: &PRIVATE_CLUSTERS,
    },
    ConflictRow {
        claim: &conflicts::AWS_LOAD_BALANCER_CONTROLLER_SHIELD_DOUBTED,
        held: "Shield is taken to have no endpoint service",
        other: "there is an endpoint service `shield`",
        because: "AWS's own list lacks it, and an endpoint that does not exist would be planned in vain; \
            DescribeVpcEndpointServices settles it",
        source: &AWS_CDK,
    },
    ConflictRow {
        claim: &conflicts::BASE_API_SERVER_HOST_IN_CHINA,
        held: "no spelling: the host is what DescribeCluster gives",
        other: "the host ends in another of three spellings",
        because: "three texts of AWS differ, and nobody must build a host that an answer of the API holds",
        source: &USER_GUIDE_2025,
    },
    ConflictRow {
        claim: &conflicts::BASE_EKS_DUAL_STACK,
        held: "the `eks` endpoint has dual stack since August 2024",
        other: "a table of February 2025 has it with IPv4 only",
        because: "the page on the endpoint itself is the more specific; SupportedIpAddressTypes settles it",
        source: &USER_GUIDE_2025,
    },
    ConflictRow {
        claim: &conflicts::BASE_IAM_ACROSS_REGIONS,
        held: "the endpoint service of IAM is reached across regions",
        other: "from other regions it is reached through a transit gateway only",
        because: "the list of services that can be reached across regions names it, and the guide tells another way without denying this one",
        source: &IAM_GUIDE,
    },
    ConflictRow {
        claim: &conflicts::BASE_NAMES_IN_US_ISOB_WEST_1,
        held: "`ec2` and `autoscaling` have the common prefix there",
        other: "they have the prefix `gov.sgov.sc2s`",
        because: "one rule for a whole partition is coarser than a list by service; DescribeVpcEndpointServices settles it",
        source: &EKSCTL_CODE,
    },
    ConflictRow {
        claim: &conflicts::CLUSTER_AUTOSCALER_NAME_IN_CHINA,
        held: "the endpoint service of Auto Scaling has the prefix `cn.com.amazonaws` in China",
        other: "it has the prefix `com.amazonaws`",
        because: "a list by service and region is finer than one prefix for many; DescribeVpcEndpointServices settles it",
        source: &EKSCTL_CODE,
    },
    ConflictRow {
        claim: &lattice_and_dns::EXTERNAL_DNS_LIMITED,
        held: "Route 53 has an endpoint service without a region, reached across regions",
        other: "Route 53 has no endpoint, and ExternalDNS cannot work in a private cluster",
        because: "the list of endpoint services has it, and a provider's test makes one; the sentence is of 2025-02-06",
        source: &USER_GUIDE_HISTORY,
    },
    ConflictRow {
        claim: &conflicts::KARPENTER_ENDPOINTS_DENIED,
        held: "IAM and the Price List API have endpoint services",
        other: "neither has one",
        because: "the list of endpoint services has both, and the Price List API had its own announcement",
        source: &KARPENTER_DOCS,
    },
    ConflictRow {
        claim: &marketplace_and_emr::MARKETPLACE_METERING_LIMITED,
        held: "the metering API has an endpoint service",
        other: "metered containers cannot be used in private clusters",
        because: "the list of endpoint services has it; the sentence is of 2022-05-27",
        source: &USER_GUIDE_HISTORY,
    },
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_contradiction_has_two_sides_that_are_cited() {
        let told: BTreeSet<_> = CONFLICTS.iter().map(|row| row.claim.id).collect();
        assert_eq!(told.len(), CONFLICTS.len(), "a contradiction is told twice");
        for claim in conflicts::CLAIMS {
            assert!(told.contains(claim.id), "`{}` does not say what is held and why", claim.id);
        }
        for row in CONFLICTS {
            let conflict = conflict_of(row.claim).unwrap();
            assert!(!conflict.cites.is_empty(), "`{}` does not cite the source that it contradicts", row.claim.id);
            assert!(row.claim.cites.len() > 1, "`{}` cites one side only", row.claim.id);
            assert!(![conflict.held, conflict.other, conflict.because].contains(&String::new()), "{}", row.claim.id);
        }
    }
}
