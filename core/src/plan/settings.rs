//! Which settings must be made.

use std::collections::BTreeMap;

use crate::knowledge::{Circumstances, Claim, Says, SettingRow};
use crate::plan::answer::PlannedSetting;
use crate::plan::reasons::Gathered;

/// The settings that must be made or are undecided, in order of place and id.
pub(super) fn planned(claims: &[&Claim], about: &Circumstances) -> Vec<PlannedSetting> {
    let mut wanted: BTreeMap<_, (&SettingRow, Gathered)> = BTreeMap::new();
    for claim in claims {
        if let Says::Sets { setting, level, when } = &claim.says {
            let (_, gathered) =
                wanted.entry((setting.place, setting.id)).or_insert_with(|| (setting, Gathered::default()));
            gathered.add(claim, *level, when, about);
        }
    }
    let write = |(setting, gathered): (&SettingRow, Gathered)| {
        let decided = gathered.decide()?;
        Some(PlannedSetting {
            id: setting.id.to_owned(),
            place: setting.place,
            name: setting.name.replace("{region}", about.region.id),
            value: setting.value.replace("{region}", about.region.id),
            level: decided.level,
            reasons: decided.reasons,
            settled_by: decided.settled_by,
        })
    };
    wanted.into_values().filter_map(write).collect()
}
