//! The registries of add-on images that EKS keeps, one in each region, in accounts that differ. Where no source names
//! the account it stays unknown: nothing falls back to the account of another region.

use crate::error::{Error, ErrorCode};
use crate::knowledge::answer::RegistryAnswer;
use crate::knowledge::claim::{Cite, Confidence};
use crate::knowledge::partition::{self, RegionRow};
use crate::knowledge::source::{EKS_AMI, EKS_HYBRID, EKSCTL_CODE, GUARDDUTY_GUIDE, SourceRow, USER_GUIDE_2025};

type Cites = &'static [(&'static SourceRow, &'static str)];

/// The registry of add-on images in a region.
pub struct RegistryRow {
    /// The region.
    pub region: &'static RegionRow,
    /// The account, where a source that was read names it. It may begin with a zero.
    pub account: Option<&'static str>,
    /// What a reader should mind; empty when there is nothing.
    pub note: &'static str,
    /// Where it can be read.
    pub(crate) cites: Cites,
}

/// The registry of add-on images in a region.
///
/// ```
/// use private_eks::{ErrorCode, registry};
///
/// assert_eq!(registry("us-gov-west-1")?.host()?, "013241004608.dkr.ecr.us-gov-west-1.amazonaws.com");
/// let error = registry("me-west-1")?.host().unwrap_err();
/// assert_eq!(error.code(), ErrorCode::ErrUnknownRegistry);
/// # Ok::<(), private_eks::Error>(())
/// ```
///
/// # Errors
/// No partition has the region, or no row has it.
pub fn registry(region: &str) -> Result<&'static RegistryRow, Error> {
    let known = partition::region(region)?;
    REGISTRIES.iter().find(|row| row.region.id == known.id).copied().ok_or_else(|| unknown(region))
}

impl RegistryRow {
    /// The host that image references begin with.
    ///
    /// # Errors
    /// No source that was read names the account.
    pub fn host(&self) -> Result<String, Error> {
        let account = self.account.ok_or_else(|| unknown(self.region.id))?;
        Ok(format!("{account}.dkr.ecr.{}.{}", self.region.id, self.region.partition.dns_suffix))
    }

    /// How sure the account is, where it is known. Every account that is known was read at a source.
    pub fn confidence(&self) -> Option<Confidence> {
        self.account.map(|_| Confidence::Read)
    }

    /// Where it can be read.
    pub fn cites(&self) -> Vec<Cite> {
        self.cites.iter().map(|(source, section)| source.cite(section)).collect()
    }

    pub(super) fn answer(&self) -> RegistryAnswer {
        RegistryAnswer {
            region: self.region.id.to_owned(),
            account: self.account.map(str::to_owned),
            dns_suffix: self.region.partition.dns_suffix.to_owned(),
            host: self.host().ok(),
            confidence: self.confidence(),
            note: self.note.to_owned(),
            cites: self.cites(),
        }
    }
}

/// The host for a region, or words that say that its account is not known.
pub(crate) fn registry_in_words(region: &RegionRow) -> String {
    registry(region.id)
        .and_then(RegistryRow::host)
        .unwrap_or_else(|_| format!("the registry of EKS in {}, whose account no source names", region.id))
}

fn unknown(region: &str) -> Error {
    let message = format!(
        "no source that was read names the account of the registry of EKS in `{region}`; read it from the image of an \
         add-on that runs there"
    );
    Error::new(ErrorCode::ErrUnknownRegistry, "region", message)
}

const GUIDE_AND_EKSCTL: Cites =
    &[(&USER_GUIDE_2025, "add-ons-images"), (&EKSCTL_CODE, "pkg/apis/eksctl.io/v1alpha5/types.go")];
const GUIDE_AND_TOOLS: Cites = &[
    (&USER_GUIDE_2025, "add-ons-images"),
    (&EKSCTL_CODE, "pkg/apis/eksctl.io/v1alpha5/types.go"),
    (&EKS_HYBRID, "internal/aws/ecr/ecr.go"),
];
const TOOLS: Cites =
    &[(&EKSCTL_CODE, "pkg/apis/eksctl.io/v1alpha5/types.go"), (&EKS_HYBRID, "internal/aws/ecr/ecr.go")];
const EKSCTL_ALONE: Cites = &[(&EKSCTL_CODE, "pkg/apis/eksctl.io/v1alpha5/types.go")];
const EKSCTL_AND_GUARDDUTY: Cites =
    &[(&EKSCTL_CODE, "pkg/apis/eksctl.io/v1alpha5/types.go"), (&GUARDDUTY_GUIDE, "agent registries")];
const AMI_ALONE: Cites = &[(&EKS_AMI, "templates/al2/runtime/get-ecr-uri.sh, before b2289030")];

const NOT_NAMED: &str = "the region exists, but no source that was read lists Amazon EKS there";
const ONE_SOURCE: &str = "one source, AWS's own; two other values that can be found are test data";
const OTHER_HOST: &str =
    "a table of the EKS guide gives this account with a host of ap-east-1; two other sources name this region";
const TOOLS_ONLY: &str = "the account stands in the source of tools only; the host is inferred from it";

macro_rules! registries {
    ($($region:ident, $account:expr, $note:expr, $cites:expr;)*) => {
        /// Every registry, in order of region.
        pub(crate) static REGISTRIES: &[&RegistryRow] = &[$(
            &RegistryRow { region: &partition::$region, account: $account, note: $note, cites: $cites }
        ),*];
    };
}

registries! {
    AF_SOUTH_1, Some("877085696533"), "", GUIDE_AND_EKSCTL;
    AP_EAST_1, Some("800184023465"), "", GUIDE_AND_EKSCTL;
    AP_EAST_2, Some("533267051163"), OTHER_HOST, EKSCTL_AND_GUARDDUTY;
    AP_NORTHEAST_1, Some("602401143452"), "", GUIDE_AND_EKSCTL;
    AP_NORTHEAST_2, Some("602401143452"), "", GUIDE_AND_EKSCTL;
    AP_NORTHEAST_3, Some("602401143452"), "", GUIDE_AND_EKSCTL;
    AP_SOUTH_1, Some("602401143452"), "", GUIDE_AND_EKSCTL;
    AP_SOUTH_2, Some("900889452093"), "", GUIDE_AND_EKSCTL;
    AP_SOUTHEAST_1, Some("602401143452"), "", GUIDE_AND_EKSCTL;
    AP_SOUTHEAST_2, Some("602401143452"), "", GUIDE_AND_EKSCTL;
    AP_SOUTHEAST_3, Some("296578399912"), "", GUIDE_AND_EKSCTL;
    AP_SOUTHEAST_4, Some("491585149902"), "", GUIDE_AND_EKSCTL;
    AP_SOUTHEAST_5, Some("151610086707"), "", EKSCTL_ALONE;
    AP_SOUTHEAST_6, Some("333609536671"), "", EKSCTL_ALONE;
    AP_SOUTHEAST_7, Some("121268973566"), "", GUIDE_AND_EKSCTL;
    CA_CENTRAL_1, Some("602401143452"), "", GUIDE_AND_EKSCTL;
    CA_WEST_1, Some("761377655185"), "", GUIDE_AND_EKSCTL;
    CN_NORTH_1, Some("918309763551"), "", GUIDE_AND_TOOLS;
    CN_NORTHWEST_1, Some("961992271922"), "", GUIDE_AND_TOOLS;
    EU_CENTRAL_1, Some("602401143452"), "", GUIDE_AND_EKSCTL;
    EU_CENTRAL_2, Some("900612956339"), "", GUIDE_AND_EKSCTL;
    EU_ISOE_WEST_1, Some("249663109785"), TOOLS_ONLY, TOOLS;
    EU_NORTH_1, Some("602401143452"), "", GUIDE_AND_EKSCTL;
    EU_SOUTH_1, Some("590381155156"), "", GUIDE_AND_EKSCTL;
    EU_SOUTH_2, Some("455263428931"), "", GUIDE_AND_EKSCTL;
    EU_WEST_1, Some("602401143452"), "", GUIDE_AND_EKSCTL;
    EU_WEST_2, Some("602401143452"), "", GUIDE_AND_EKSCTL;
    EU_WEST_3, Some("602401143452"), "", GUIDE_AND_EKSCTL;
    EUSC_DE_EAST_1, Some("877088126301"), ONE_SOURCE, AMI_ALONE;
    IL_CENTRAL_1, Some("066635153087"), "", GUIDE_AND_EKSCTL;
    ME_CENTRAL_1, Some("759879836304"), "", GUIDE_AND_EKSCTL;
    ME_SOUTH_1, Some("558608220178"), "", GUIDE_AND_EKSCTL;
    ME_WEST_1, None, NOT_NAMED, &[];
    MX_CENTRAL_1, Some("730335286997"), "", GUIDE_AND_EKSCTL;
    SA_EAST_1, Some("602401143452"), "", GUIDE_AND_EKSCTL;
    SA_WEST_1, None, NOT_NAMED, &[];
    US_EAST_1, Some("602401143452"), "", GUIDE_AND_EKSCTL;
    US_EAST_2, Some("602401143452"), "", GUIDE_AND_EKSCTL;
    US_GOV_EAST_1, Some("151742754352"), "", GUIDE_AND_TOOLS;
    US_GOV_WEST_1, Some("013241004608"), "", GUIDE_AND_TOOLS;
    US_ISO_EAST_1, Some("725322719131"), TOOLS_ONLY, TOOLS;
    US_ISO_WEST_1, Some("608367168043"), TOOLS_ONLY, TOOLS;
    US_ISOB_EAST_1, Some("187977181151"), TOOLS_ONLY, TOOLS;
    US_ISOB_WEST_1, Some("321162350305"), TOOLS_ONLY, EKSCTL_ALONE;
    US_ISOF_EAST_1, Some("171035529773"), TOOLS_ONLY, EKSCTL_ALONE;
    US_ISOF_SOUTH_1, Some("676585237158"), TOOLS_ONLY, TOOLS;
    US_WEST_1, Some("602401143452"), "", GUIDE_AND_EKSCTL;
    US_WEST_2, Some("602401143452"), "", GUIDE_AND_EKSCTL;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::partition::regions;

    #[test]
    fn every_region_has_a_row_in_order() {
        assert!(REGISTRIES.iter().map(|row| row.region.id).eq(regions().map(|row| row.id)));
    }

    #[test]
    fn an_account_is_twelve_digits_and_cited_or_not_known_at_all() {
        for row in REGISTRIES {
            let region = row.region.id;
            assert_eq!(row.account.is_some(), !row.cites.is_empty(), "{region}");
            let digits = |account: &str| account.len() == 12 && account.bytes().all(|byte| byte.is_ascii_digit());
            assert!(row.account.is_none_or(digits), "{region}");
        }
        let unknown: Vec<_> = REGISTRIES.iter().filter(|row| row.account.is_none()).map(|row| row.region.id).collect();
        assert_eq!(unknown, ["me-west-1", "sa-west-1"]);
    }

    #[test]
    fn an_unknown_account_is_said_and_never_replaced() {
        let row = registry("sa-west-1").unwrap();
        assert_eq!(row.host().unwrap_err().code(), ErrorCode::ErrUnknownRegistry);
        assert!(!registry_in_words(row.region).contains("602401143452"));
    }
}
