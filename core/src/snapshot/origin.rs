//! Whose documents these are: the region and the account, as far as the documents say, and whether they are of one.

use super::parts::Snapshot;
use crate::error::{Error, ErrorCode};
use crate::knowledge::{self, RegionRow};
use crate::text::is_token;

impl Snapshot {
    /// The region of the documents, and which of them says so.
    ///
    /// ```
    /// let snapshot = private_eks::Snapshot::parse(
    ///     r#"{"cluster": {"arn": "arn:aws:eks:eu-west-1:111122223333:cluster/a"}}"#,
    /// )?;
    /// assert_eq!(snapshot.region(), Some(("eu-west-1".to_owned(), "the ARN of the cluster".to_owned())));
    /// # Ok::<(), private_eks::Error>(())
    /// ```
    pub fn region(&self) -> Option<(String, String)> {
        self.regions().next().map(|(region, from)| (region, from.to_owned()))
    }

    /// The account of the documents, where the collection or the ARN of the cluster says so.
    pub fn account(&self) -> Option<String> {
        self.accounts().into_iter().next().map(|(account, _)| account)
    }

    /// Refuses documents of two regions or two accounts.
    pub(crate) fn is_of_one_place(&self) -> Result<(), Error> {
        one("region", &self.regions().collect::<Vec<_>>())?;
        one("account", &self.accounts())
    }

    /// Every document that names a region, the one that is most to be trusted first. They are many, one for each subnet,
    /// and mostly the first is all that is asked for.
    fn regions(&self) -> impl Iterator<Item = (String, &'static str)> {
        let collected = self.collection.as_ref().and_then(|collection| collection.region.clone());
        let zones = self.subnets.iter().flatten().filter_map(|subnet| subnet.availability_zone.as_deref());
        let of_zones = zones.filter_map(|zone| Some((region_of_zone(zone)?, "an availability zone in `Subnets`")));
        let of_arn = self.of_arn(3).map(|region| (region, "the ARN of the cluster"));
        collected.map(|region| (region, "`collection`")).into_iter().chain(of_arn).chain(of_zones)
    }

    /// Every document that names the account of the caller; those of shared or peered objects name others, rightly.
    fn accounts(&self) -> Vec<(String, &'static str)> {
        let collected = self.collection.as_ref().and_then(|collection| collection.account.clone());
        let of_arn = self.of_arn(4).map(|account| (account, "the ARN of the cluster"));
        collected.map(|account| (account, "`collection`")).into_iter().chain(of_arn).collect()
    }

    /// A field of the cluster's ARN: `arn:PARTITION:eks:REGION:ACCOUNT:cluster/NAME`.
    fn of_arn(&self, field: usize) -> Option<String> {
        let arn = self.cluster.as_ref()?.arn.as_deref()?;
        arn.split(':').nth(field).filter(|text| !text.is_empty() && !is_token(arn)).map(ToOwned::to_owned)
    }
}

/// Refuses two values where one is due.
fn one(noun: &str, named: &[(String, &'static str)]) -> Result<(), Error> {
    let Some((first, from)) = named.first() else { return Ok(()) };
    match named.iter().find(|(value, _)| value != first) {
        None => Ok(()),
        Some((other, other_from)) => {
            let message =
                format!("{from} is of `{first}`, {other_from} is of `{other}`; give the documents of one {noun}");
            Err(Error::new(ErrorCode::ErrMixedDocuments, "", message))
        }
    }
}

/// The region that a zone belongs to. Local and Wavelength zones carry a place of their own behind the region:
/// `us-west-2-lax-1a`.
fn region_of_zone(zone: &str) -> Option<String> {
    let of = |region: &&RegionRow| {
        let rest = zone.strip_prefix(region.id);
        rest.is_some_and(|rest| rest.starts_with(|c: char| c == '-' || c.is_ascii_lowercase()))
    };
    knowledge::regions().filter(of).max_by_key(|region| region.id.len()).map(|region| region.id.to_owned())
}
