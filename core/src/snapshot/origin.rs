//! Whose documents these are: the region and the account, as far as the documents say, and whether they are of one.

use super::parts::Snapshot;
use crate::error::{Error, ErrorCode};

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
        self.regions().into_iter().next().map(|(region, from)| (region, from.to_owned()))
    }

    /// The account of the documents, where the collection or the ARN of the cluster says so.
    pub fn account(&self) -> Option<String> {
        let collected = self.collection.as_ref().and_then(|collection| collection.account.clone());
        collected.or_else(|| self.of_arn(4))
    }

    /// Refuses documents of two regions, or of another region than was wanted.
    pub(crate) fn is_of_one_region(&self) -> Result<(), Error> {
        let regions = self.regions();
        let Some((first, from)) = regions.first() else { return Ok(()) };
        match regions.iter().find(|(region, _)| region != first) {
            None => Ok(()),
            Some((other, other_from)) => {
                let message =
                    format!("{from} is of `{first}`, {other_from} is of `{other}`; give the documents of one region");
                Err(Error::new(ErrorCode::ErrMixedDocuments, "snapshot", message))
            }
        }
    }

    /// Every document that names a region, the one that is most to be trusted first.
    fn regions(&self) -> Vec<(String, &'static str)> {
        let mut regions = Vec::new();
        let collected = self.collection.as_ref().and_then(|collection| collection.region.clone());
        regions.extend(collected.map(|region| (region, "`collection`")));
        regions.extend(self.of_arn(3).map(|region| (region, "the ARN of the cluster")));
        let zones = self.subnets.iter().flatten().filter_map(|subnet| subnet.availability_zone.as_deref());
        let of_zones = zones.filter_map(|zone| {
            let region = zone.trim_end_matches(|c: char| c.is_ascii_lowercase());
            region
                .ends_with(|c: char| c.is_ascii_digit())
                .then(|| (region.to_owned(), "an availability zone in `Subnets`"))
        });
        regions.extend(of_zones);
        regions
    }

    /// A field of the cluster's ARN: `arn:PARTITION:eks:REGION:ACCOUNT:cluster/NAME`.
    fn of_arn(&self, field: usize) -> Option<String> {
        let arn = self.cluster.as_ref()?.arn.as_deref()?;
        arn.split(':').nth(field).filter(|text| !text.is_empty()).map(ToOwned::to_owned)
    }
}
