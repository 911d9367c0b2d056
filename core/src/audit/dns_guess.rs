//! What a node takes for the address of the cluster's DNS where nobody told it. It judges no rule.

use crate::bootstrap::{Facts, Known, NodeFamily};

/// The tenth addresses of the two service CIDRs that EKS gives where none is asked for.
pub(super) const EITHER: [&str; 2] = ["172.20.0.10", "10.100.0.10"];

/// What a node guesses.
pub(super) enum Guess {
    Address(&'static str),
    /// Windows takes one of the two; how it chooses stands in no source that was read.
    Either,
    NotKnown,
    None,
}

/// Amazon Linux 2 looks at every block of the VPC, Bottlerocket at the first.
pub(super) fn guessed(facts: &Facts, blocks: &[&str]) -> Guess {
    let told = matches!((&facts.endpoint, &facts.authority), (Known::Given(_), Known::Given(_)));
    let looks = match facts.family {
        // Without both, the EKS API tells the service CIDR too.
        Some(NodeFamily::Al2) if told => blocks,
        Some(NodeFamily::Windows) if told => return Guess::Either,
        Some(NodeFamily::Bottlerocket) => blocks.get(..1).unwrap_or_default(),
        _ => return Guess::None,
    };
    match looks {
        [] => Guess::NotKnown,
        _ if looks.iter().any(|block| block.starts_with("10.")) => Guess::Address("172.20.0.10"),
        _ => Guess::Address("10.100.0.10"),
    }
}
