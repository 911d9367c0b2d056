//! Which settings must be made.

use std::collections::BTreeMap;

use crate::knowledge::{Circumstances, Claim, Place, SettingRow, registry_in_words};
use crate::plan::answer::PlannedSetting;
use crate::plan::reasons::Gathered;

/// The settings that must be made or are undecided, in order of place and id.
pub(super) fn planned(claims: &[&Claim], about: &Circumstances) -> Vec<PlannedSetting> {
    let mut wanted: BTreeMap<_, (&SettingRow, Gathered)> = BTreeMap::new();
    for claim in claims {
        // Rules of security groups and images have sections of their own.
        let own = |row: &SettingRow| !matches!(row.place, Place::SecurityGroup | Place::Image);
        if let Some((setting, level, when)) = claim.says.setting().filter(|(row, ..)| own(row)) {
            let (_, gathered) =
                wanted.entry((setting.place, setting.id)).or_insert_with(|| (setting, Gathered::default()));
            gathered.add(claim, level, when, about);
        }
    }
    let write = |(setting, gathered): (&SettingRow, Gathered)| {
        let decided = gathered.decide()?;
        Some(PlannedSetting {
            id: setting.id.to_owned(),
            place: setting.place,
            name: write_out(setting.name, about),
            value: write_out(setting.value, about),
            level: decided.level,
            reasons: decided.reasons,
            settled_by: decided.settled_by,
        })
    };
    wanted.into_values().filter_map(write).collect()
}

/// A text of a setting with what stands for the region and its registry written out.
pub(super) fn write_out(text: &str, about: &Circumstances) -> String {
    text.replace("{region}", about.region.id).replace("{registry}", &registry_in_words(about.region))
}
