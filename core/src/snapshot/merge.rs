//! Pages, files and folders become one snapshot. What two documents both say is kept once; where they contradict each
//! other, that is an error, never a choice.

use std::collections::{BTreeMap, HashMap, HashSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::answer::LEFT_OVER;
use super::collection::{CollectedPart, Collection, PartState};
use super::parts::{Document, Part, Snapshot};
use super::shape::Identified;
use crate::error::{Error, ErrorCode};
use crate::json;

/// The documents to merge. The request of the operation `merge`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MergeRequest {
    /// The documents: pages, files, whole snapshots.
    pub documents: Vec<NamedDocument>,
}

/// A document and the name under which a fault in it is reported, such as its file name.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NamedDocument {
    /// The name.
    pub name: String,
    /// The text: one JSON object.
    pub text: String,
}

/// Merges documents into one snapshot: the operation `merge`.
///
/// ```
/// use private_eks::{MergeRequest, NamedDocument, merge};
///
/// let page = |name: &str, text: &str| NamedDocument { name: name.into(), text: text.into() };
/// let merged = merge(&MergeRequest { documents: vec![
///     page("1.json", r#"{"Subnets": [{"SubnetId": "subnet-0a"}], "NextToken": "t"}"#),
///     page("2.json", r#"{"Subnets": [{"SubnetId": "subnet-0b"}]}"#),
/// ] })?;
/// assert_eq!(merged.subnets.map(|subnets| subnets.len()), Some(2));
/// # Ok::<(), private_eks::Error>(())
/// ```
///
/// # Errors
/// A document that is not JSON, not an object, or an error of AWS; two objects with one id that differ; documents of
/// two clusters, regions or accounts; no document with a part that is read.
pub fn merge(request: &MergeRequest) -> Result<Snapshot, Error> {
    let mut whole = Snapshot::default();
    let mut last_pages: Vec<Part> = Vec::new();
    for document in &request.documents {
        let read = json::decode::<Document>(&document.text).map_err(|error| error.under(&document.name))?;
        last_pages.extend(read.listed.iter().filter(|part| !is_partial(&read.snapshot, **part)));
        whole.absorb(read.snapshot).map_err(|error| error.under(&document.name))?;
    }
    whole.close_pages(&last_pages);
    whole.is_of_one_place()?;
    if whole.parts().is_empty() {
        let read =
            if request.documents.is_empty() { "there is no document" } else { "no document has a part that is read" };
        let message = format!("{read}; give the output of `describe-*` calls, such as `Vpcs`, `Subnets` and `cluster`");
        return Err(Error::new(ErrorCode::ErrEmptySnapshot, "", message));
    }
    Ok(whole)
}

impl Snapshot {
    /// Reads one document: a whole snapshot or a single answer of AWS.
    ///
    /// # Errors
    /// The text is not JSON, not an object of the expected shape, or an error of AWS.
    pub fn parse(text: &str) -> Result<Self, Error> {
        json::decode(text)
    }

    /// The snapshot as a document of its own.
    pub fn to_json(&self) -> Result<String, Error> {
        json::encode(self)
    }

    fn absorb(&mut self, mut other: Self) -> Result<(), Error> {
        if let Some(theirs) = other.collection.take() {
            self.collection.get_or_insert_default().absorb(theirs)?;
        }
        self.absorb_parts(other)
    }

    /// A page with a next token leaves its part open until the page without one is there. What a collector itself calls
    /// partial stays so.
    fn close_pages(&mut self, last_pages: &[Part]) {
        let Some(collection) = &mut self.collection else { return };
        for part in last_pages {
            let key = part.as_str();
            let open = |part: &CollectedPart| part.state == PartState::Partial && part.detail == LEFT_OVER;
            if collection.parts.get(key).is_some_and(open) {
                collection.parts.remove(key);
            }
        }
        if *collection == Collection::default() {
            self.collection = None;
        }
    }
}

fn is_partial(snapshot: &Snapshot, part: Part) -> bool {
    let collection = snapshot.collection.as_ref();
    collection
        .and_then(|collection| collection.parts.get(part.as_str()))
        .is_some_and(|part| part.state == PartState::Partial)
}

/// A part that can take over what another document has of it.
pub(super) trait Absorb {
    /// Takes over, and refuses what contradicts.
    fn absorb(&mut self, other: Self, key: &str) -> Result<(), Error>;

    /// Holds what it has against itself: the same object twice is kept once, two that differ are refused.
    fn settle(&mut self, _: &str) -> Result<(), Error> {
        Ok(())
    }

    /// Whether the answers in it say that there is more.
    fn is_truncated(&self) -> bool {
        false
    }
}

impl<T: Identified> Absorb for Vec<T> {
    fn settle(&mut self, key: &str) -> Result<(), Error> {
        // Mostly every object has an id of its own, and then there is nothing to hold together: a large list stays where
        // it is, which is faster and takes no memory beside it.
        let mut known = HashSet::with_capacity(self.len());
        if self.iter().all(|item| item.id().is_some_and(|id| known.insert(id))) {
            return Ok(());
        }
        let items = std::mem::take(self);
        // Objects without an id are told apart by comparing each with each, which a large list does not bear; twice
        // the same rule or answer changes nothing.
        let (named, rest): (Vec<T>, Vec<T>) = items.into_iter().partition(|item| item.id().is_some());
        self.absorb(named, key)?;
        self.extend(rest);
        Ok(())
    }

    fn absorb(&mut self, other: Self, key: &str) -> Result<(), Error> {
        let mut known: HashMap<String, usize> =
            self.iter().enumerate().filter_map(|(at, item)| Some((item.id()?.to_owned(), at))).collect();
        for (place, item) in other.into_iter().enumerate() {
            let Some(mine) = item.id().and_then(|id| known.get(id)).and_then(|at| self.get_mut(*at)) else {
                if let Some(id) = item.id() {
                    known.insert(id.to_owned(), self.len());
                } else if self.contains(&item) {
                    continue;
                }
                self.push(item);
                continue;
            };
            if *mine == item || item.is_name_only() {
                continue;
            }
            if !mine.is_name_only() {
                return Err(duplicate(&format!("{key}[{place}]"), item.id().unwrap_or_default()));
            }
            *mine = item;
        }
        Ok(())
    }
}

/// Two objects that carry one id and differ.
pub(crate) fn duplicate(key: &str, id: &str) -> Error {
    let message = format!("`{id}` is described twice, and differently; give the documents of one moment");
    Error::new(ErrorCode::ErrDuplicateId, key, message)
}

impl<T: Keyed> Absorb for BTreeMap<String, T> {
    fn absorb(&mut self, other: Self, _: &str) -> Result<(), Error> {
        for (owner, answer) in other {
            match self.get_mut(&owner) {
                Some(mine) => mine.append(answer),
                None => {
                    self.insert(owner, answer);
                }
            }
        }
        Ok(())
    }

    fn is_truncated(&self) -> bool {
        self.values().any(Keyed::has_more)
    }
}

/// An answer that does not name its owner.
pub(super) trait Keyed {
    /// Takes over another page of the same owner.
    fn append(&mut self, page: Self);
    /// Whether there is more.
    fn has_more(&self) -> bool;
}

/// A token is there, or a flag is set.
fn says_more<T: Default + PartialEq>(more: &T) -> bool {
    *more != T::default()
}

macro_rules! keyed {
    ($($type:ty: $list:ident, $($more:ident)|+;)*) => { $(
        impl Keyed for $type {
            fn append(&mut self, page: Self) {
                if let Some(items) = page.$list {
                    let mine = self.$list.get_or_insert_default();
                    for item in items {
                        if !mine.contains(&item) {
                            mine.push(item);
                        }
                    }
                }
                $( if self.$more != page.$more {
                    self.$more = None;
                } )+
            }

            fn has_more(&self) -> bool {
                $( self.$more.as_ref().is_some_and(says_more) )||+
            }
        }
    )* };
}

keyed! {
    super::ec2::PrefixListEntries: entries, next_token;
    super::ec2::TransitGatewayRoutes: routes, next_token | additional_routes_available;
    super::ec2::TransitGatewayAssociations: associations, next_token;
    super::ec2::TransitGatewayPropagations: propagations, next_token;
    super::route53::ResourceRecordSets: resource_record_sets, is_truncated;
}

impl Keyed for super::route53::HostedZoneVpcs {
    fn append(&mut self, page: Self) {
        let mine = self.vpcs.get_or_insert_default();
        mine.extend(page.vpcs.into_iter().flatten());
    }

    fn has_more(&self) -> bool {
        false
    }
}

impl Absorb for super::eks::Cluster {
    fn absorb(&mut self, other: Self, key: &str) -> Result<(), Error> {
        if *self == other {
            return Ok(());
        }
        let name = |cluster: &Self| cluster.name.clone().unwrap_or_default();
        if name(self) == name(&other) {
            return Err(duplicate(key, &name(self)));
        }
        let message = format!("`{}` and `{}` are two clusters; give the documents of one", name(self), name(&other));
        Err(Error::new(ErrorCode::ErrMixedDocuments, key, message))
    }
}

impl Absorb for super::ec2::VpcBlockPublicAccessOptions {
    fn absorb(&mut self, other: Self, key: &str) -> Result<(), Error> {
        if *self == other { Ok(()) } else { Err(duplicate(key, "VpcBlockPublicAccessOptions")) }
    }
}

impl Collection {
    fn absorb(&mut self, other: Self) -> Result<(), Error> {
        same(&mut self.account, other.account, "accounts", "collection.account")?;
        same(&mut self.region, other.region, "regions", "collection.region")?;
        self.time = self.time.take().max(other.time);
        for (key, theirs) in other.parts {
            match self.parts.get(&key) {
                Some(mine) if mine.state != PartState::Complete => {}
                _ => {
                    self.parts.insert(key, theirs);
                }
            }
        }
        self.unread.extend(other.unread);
        self.unread.sort_unstable();
        self.unread.dedup();
        Ok(())
    }
}

fn same(mine: &mut Option<String>, theirs: Option<String>, noun: &str, path: &str) -> Result<(), Error> {
    match (&*mine, &theirs) {
        (Some(a), Some(b)) if a != b => {
            let message = format!("`{a}` and `{b}` are two {noun}; give the documents of one");
            return Err(Error::new(ErrorCode::ErrMixedDocuments, path, message));
        }
        (None, Some(_)) => *mine = theirs,
        _ => {}
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::Presence;

    #[test]
    fn a_whole_page_does_not_make_whole_what_a_collector_calls_partial() {
        let document = |name: &str, text: &str| NamedDocument { name: name.to_owned(), text: text.to_owned() };
        let collection = r#"{"collection": {"parts": {"Subnets": {"state": "partial", "detail": "one call failed"}}}}"#;
        let documents = vec![
            document("collection.json", collection),
            document("subnets.json", r#"{"Subnets": [{"SubnetId": "subnet-0a"}], "NextToken": null}"#),
        ];
        let whole = merge(&MergeRequest { documents }).unwrap();
        assert_eq!(whole.presence(Part::Subnets), Presence::Incomplete("partial: one call failed".to_owned()));
    }

    #[test]
    fn two_services_of_one_name_and_another_type_are_two() {
        let service = |kind: &str| {
            format!(r#"{{"ServiceName": "com.amazonaws.eu-west-1.s3", "ServiceType": [{{"ServiceType": "{kind}"}}]}}"#)
        };
        let page = format!(r#"{{"ServiceDetails": [{}, {}]}}"#, service("Gateway"), service("Interface"));
        let document = |name: &str| NamedDocument { name: name.to_owned(), text: page.clone() };
        let whole = merge(&MergeRequest { documents: vec![document("a.json"), document("b.json")] }).unwrap();
        assert_eq!(whole.service_details.map(|services| services.len()), Some(2));
    }
}
