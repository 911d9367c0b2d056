//! The names of copies: a pure map from a source to a repository. A name that two sources would have is refused, so that
//! every copy has one way back.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::answer::{MirrorItem, MirrorState};
use super::spec::{MirrorImage, MirrorNaming, MirrorRequest, MirrorTool};
use crate::error::{Error, ErrorCode};
use crate::images::classify::is_template;
use crate::images::ecr;
use crate::images::reference::Reference;
use crate::text::shown;

/// The items of a request, in order of destination.
pub(super) fn items(request: &MirrorRequest, is_ecr: bool) -> Result<Vec<MirrorItem>, Error> {
    let mut items: BTreeMap<(String, String, bool), MirrorItem> = BTreeMap::new();
    let mut owners: BTreeMap<String, String> = BTreeMap::new();
    for (at, image) in request.images.iter().enumerate() {
        let place = format!("images[{at}].reference");
        let (item, name) = item(request, image, is_ecr).map_err(|error| error.under(&format!("images[{at}]")))?;
        let is_there = item.state == MirrorState::There;
        // What lies there already was not named here, and claims nothing.
        let own = name.clone();
        let owner = if is_there { &own } else { owners.entry(item.repository.clone()).or_insert(own) };
        if *owner != name {
            let says = format!(
                "`{}` and `{}` would both be copied to the repository `{}`; name copies by `host-in-path`",
                shown(owner),
                shown(&name),
                shown(&item.repository)
            );
            return Err(Error::new(ErrorCode::ErrInvalidInput, place, says));
        }
        match items.entry((item.repository.clone(), item.tag.clone(), is_there)) {
            Entry::Vacant(free) => _ = free.insert(item),
            Entry::Occupied(mut known) => same(known.get_mut(), item, &place)?,
        }
    }
    Ok(items.into_values().collect())
}

/// Two references with one destination are one copy, unless they surely differ.
fn same(known: &mut MirrorItem, item: MirrorItem, place: &str) -> Result<(), Error> {
    if known.digest.is_some() && item.digest.is_some() && known.digest != item.digest {
        let says = format!("`{}` would have two digests; a tag names one", shown(&known.destination));
        return Err(Error::new(ErrorCode::ErrInvalidInput, place, says));
    }
    let written: Vec<_> = item.written.iter().filter(|text| !known.written.contains(text)).cloned().collect();
    known.written.extend(written);
    if known.digest.is_none() && item.digest.is_some() {
        *known = MirrorItem { written: std::mem::take(&mut known.written), ..item };
    }
    Ok(())
}

/// One image as an item, and the name of its source.
fn item(request: &MirrorRequest, image: &MirrorImage, is_ecr: bool) -> Result<(MirrorItem, String), Error> {
    let written = image.reference.as_str();
    let fault = |says: String| Error::new(ErrorCode::ErrInvalidInput, "reference", says);
    if is_template(written) {
        let says = format!("`{}` is a template; render it first", shown(written));
        return Err(Error::new(ErrorCode::ErrUnresolvedToken, "reference", says));
    }
    let reference = Reference::parse(written).map_err(|fault| Error::from(fault).under("reference"))?;
    let digest = digest(&reference, image)?;
    let tag = tag(&reference, digest.as_deref());
    let is_there = reference.registry().eq_ignore_ascii_case(&request.registry);
    let repository = if is_there { reference.repository() } else { repository(request, &reference) };
    let longest = ecr::LONGEST_NAME;
    if repository.len() > longest || !ecr::is_name(&repository) {
        let says = format!("its copy would be named `{}`, which is no name of a repository", shown(&repository));
        let why =
            if repository.len() > longest { format!(": it has more than {longest} characters") } else { String::new() };
        let remedy = if is_ecr { "; choose another `naming` or a shorter `prefix`" } else { "" };
        return Err(fault(format!("{says}{why}{remedy}")));
    }
    let destination = format!("{}/{repository}:{tag}", request.registry);
    let source = match &digest {
        Some(digest) => format!("{}@{digest}", reference.name()),
        None => reference.canonical(),
    };
    let to_use = match &digest {
        _ if is_there => written.to_owned(),
        Some(digest) if request.tool.unwrap_or_default() != MirrorTool::Docker => format!("{destination}@{digest}"),
        _ => destination.clone(),
    };
    let state = if is_there { MirrorState::There } else { state(request, &repository, &tag, digest.as_deref()) };
    let written = vec![written.to_owned()];
    Ok((MirrorItem { written, source, destination, repository, tag, digest, to_use, state }, reference.folded_name()))
}

/// The digest that is written or was asked; both must agree.
fn digest(reference: &Reference<'_>, image: &MirrorImage) -> Result<Option<String>, Error> {
    if let Some(asked) = &image.digest {
        reference.with_digest(asked).map_err(|fault| Error::from(fault).under("digest"))?;
        if reference.digest().is_some_and(|written| written != asked) {
            let says = "the reference names another digest; give one of them";
            return Err(Error::new(ErrorCode::ErrInvalidInput, "digest", says));
        }
    }
    Ok(reference.digest().map(str::to_owned).or_else(|| image.digest.clone()))
}

/// The tag of a copy. What has none gets one made of its digest, for what has no tag is not listed and may expire. Never
/// `sha256-…`: attachments hang on such tags.
fn tag(reference: &Reference<'_>, digest: Option<&str>) -> String {
    match (reference.tag(), digest.and_then(|digest| digest.split_once(':'))) {
        (Some(tag), _) => tag.to_owned(),
        (None, Some((_, hex))) if reference.digest().is_some() => format!("mirror-{}", hex.get(..64).unwrap_or(hex)),
        (None, _) => "latest".to_owned(),
    }
}

fn repository(request: &MirrorRequest, reference: &Reference<'_>) -> String {
    let path = reference.repository();
    let host = reference.registry().to_ascii_lowercase().replace(['[', ']'], "").replace(':', "-");
    let name = match request.naming.unwrap_or_default() {
        MirrorNaming::HostInPath => format!("{host}/{path}"),
        MirrorNaming::PathOnly => path,
        MirrorNaming::Familiar => reference.familiar_name().replacen(reference.registry(), &host, 1),
    };
    match request.prefix.as_deref().map(|prefix| prefix.trim_matches('/')) {
        Some(prefix) if !prefix.is_empty() => format!("{prefix}/{name}"),
        _ => name,
    }
}

fn state(request: &MirrorRequest, repository: &str, tag: &str, digest: Option<&str>) -> MirrorState {
    let mut present = request.present.iter().flatten();
    match (present.find(|image| image.repository == repository && image.tag == tag), digest) {
        (Some(image), Some(digest)) if image.digest == digest => MirrorState::Same,
        (Some(_), Some(_)) => MirrorState::Differs,
        _ => MirrorState::Copy,
    }
}
