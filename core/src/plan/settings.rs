//! Which settings must be made. Rules of security groups and images have sections of their own.

use crate::knowledge::{Circumstances, Claim, Place, SettingRow, registry_in_words};
use crate::plan::answer::PlannedSetting;
use crate::plan::reasons::{self, Decided};
use crate::text::filled;

/// The settings that must be made or are undecided, in order of place and id.
pub(super) fn planned(claims: &[&Claim], about: &Circumstances) -> Vec<PlannedSetting> {
    let takes = |place| !matches!(place, Place::SecurityGroup | Place::Image);
    let write = |(setting, decided): (&SettingRow, Decided)| PlannedSetting {
        id: setting.id.to_owned(),
        place: setting.place,
        name: write_out(setting.name, about),
        value: write_out(setting.value, about),
        level: decided.level,
        reasons: decided.reasons,
        settled_by: decided.settled_by,
    };
    reasons::settings(claims, about, takes).into_iter().map(write).collect()
}

/// A text of a setting with what stands for the region and its registry written out.
pub(super) fn write_out(text: &str, about: &Circumstances) -> String {
    if !text.contains('{') {
        return text.to_owned();
    }
    let registry = registry_in_words(about.region);
    filled(text, |name| match name {
        "region" => Some(about.region.id),
        "registry" => Some(registry.as_str()),
        _ => None,
    })
}
