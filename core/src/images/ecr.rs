//! Hosts and names of Amazon ECR. Hosts are made of account and region and never copied from a table, for tables have
//! printed the host of another region.

use crate::knowledge::{self, RegionRow};

/// The host of a private registry, taken apart.
pub(super) struct EcrHost<'a> {
    /// The account, twelve digits.
    pub(super) account: &'a str,
    /// The region.
    pub(super) region: &'static RegionRow,
    /// What its API endpoint is, beside the plain one.
    pub(super) kind: EcrHostKind,
}

/// The spellings of a host. Clients log in to each apart.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum EcrHostKind {
    /// `A.dkr.ecr.R.amazonaws.com`.
    Plain,
    /// `A.dkr.ecr-fips.R.amazonaws.com`.
    Fips,
    /// `A.dkr-ecr.R.on.aws`.
    DualStack,
    /// `A.dkr-ecr-fips.R.on.aws`.
    DualStackFips,
}

/// The beginnings behind the account, by awslabs/amazon-eks-ami 81fec2e8, nodeadm/internal/kubelet/
/// image-credential-provider.go.
const KINDS: &[(&str, EcrHostKind)] = &[
    ("dkr.ecr.", EcrHostKind::Plain),
    ("dkr.ecr-fips.", EcrHostKind::Fips),
    ("dkr-ecr.", EcrHostKind::DualStack),
    ("dkr-ecr-fips.", EcrHostKind::DualStackFips),
];

/// The suffixes of hosts with IPv4 and IPv6, of the partitions that have them.
const DUAL_STACK: &[(&str, &str)] =
    &[("aws", "on.aws"), ("aws-us-gov", "on.aws"), ("aws-cn", "on.amazonwebservices.com.cn")];

/// Takes a host apart; nothing where it is none of Amazon ECR, or its region or suffix is of no partition.
pub(super) fn host(host: &str) -> Option<EcrHost<'_>> {
    let host = host.strip_suffix(":443").unwrap_or(host);
    let (account, rest) = host.split_once('.').filter(|(account, _)| is_account(account))?;
    let (rest, kind) = KINDS.iter().find_map(|(begin, kind)| Some((rest.strip_prefix(begin)?, *kind)))?;
    let (region, suffix) = rest.split_once('.')?;
    let region = knowledge::region(region).ok()?;
    let partition = region.partition;
    let is_right = match kind {
        EcrHostKind::Plain | EcrHostKind::Fips => suffix == partition.dns_suffix,
        EcrHostKind::DualStack | EcrHostKind::DualStackFips => DUAL_STACK.contains(&(partition.id, suffix)),
    };
    is_right.then_some(EcrHost { account, region, kind })
}

/// Whether a host looks like one of Amazon ECR, right or not.
pub(super) fn looks_like_one(host: &str) -> bool {
    host.contains(".dkr.ecr") || host.contains(".dkr-ecr")
}

/// The plain host of a registry.
pub(super) fn plain_host(account: &str, region: &RegionRow) -> String {
    format!("{account}.dkr.ecr.{}.{}", region.id, region.partition.dns_suffix)
}

/// Twelve digits.
pub(super) fn is_account(text: &str) -> bool {
    text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The longest name of a repository that a reference can have; the API takes one character more.
pub(super) const LONGEST_NAME: usize = 255;

/// Whether the older rule of names, which many tools still hold, takes a name too: no two separators beside each other.
pub(super) fn is_name_of_old(text: &str) -> bool {
    is_name(text) && !text.contains("__") && !text.contains("--")
}

/// Whether a text is a name of a repository by today's rule of the API: 2 to 256 characters; small letters and digits,
/// joined by one `.`, one or two `_`, any `-`, or one `/` (botocore 1.44.5).
pub(super) fn is_name(text: &str) -> bool {
    (2..=256).contains(&text.len()) && super::reference::is_path(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_of_every_partition_are_taken_apart() {
        for (text, account, region) in [
            ("111122223333.dkr.ecr.eu-west-1.amazonaws.com", "111122223333", "eu-west-1"),
            ("111122223333.dkr.ecr.eu-west-1.amazonaws.com:443", "111122223333", "eu-west-1"),
            ("918309763551.dkr.ecr.cn-north-1.amazonaws.com.cn", "918309763551", "cn-north-1"),
            ("725322719131.dkr.ecr.us-iso-east-1.c2s.ic.gov", "725322719131", "us-iso-east-1"),
            ("877088126301.dkr.ecr.eusc-de-east-1.amazonaws.eu", "877088126301", "eusc-de-east-1"),
        ] {
            let found = host(text).unwrap();
            assert_eq!((found.account, found.region.id, found.kind), (account, region, EcrHostKind::Plain));
            assert_eq!(plain_host(account, found.region), text.trim_end_matches(":443"));
        }
        let kind = |text| host(text).map(|found| found.kind);
        assert_eq!(kind("111122223333.dkr.ecr-fips.us-east-1.amazonaws.com"), Some(EcrHostKind::Fips));
        assert_eq!(kind("111122223333.dkr-ecr.us-east-1.on.aws"), Some(EcrHostKind::DualStack));
        assert_eq!(kind("111122223333.dkr-ecr-fips.us-gov-west-1.on.aws"), Some(EcrHostKind::DualStackFips));
        for wrong in [
            "11112222333.dkr.ecr.eu-west-1.amazonaws.com",
            "111122223333.dkr.ecr.eu-west-9.amazonaws.com",
            "111122223333.dkr.ecr.cn-north-1.amazonaws.com",
            "111122223333.dkr.ecr.eu-west-1.amazonaws.com.evil.example",
            "111122223333.dkr-ecr.eu-west-1.amazonaws.com",
            "public.ecr.aws",
        ] {
            assert!(host(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn names_are_held_against_the_rule() {
        for name in ["eks/coredns", "1st/app.web", "a__b/c--d", &"a".repeat(256)] {
            assert!(is_name(name), "{name}");
        }
        assert!(is_name_of_old("eks/core-dns_1") && !is_name_of_old("a__b") && !is_name_of_old("a--b"));
        for wrong in ["a", "A/b", "a//b", "a___b", "-ab", "ab/", "a:b", &"a".repeat(257)] {
            assert!(!is_name(wrong), "{wrong}");
        }
    }
}
