//! Which images a cluster takes and where each must come from.

use std::collections::BTreeMap;

use crate::knowledge::{COPY, Circumstances, Claim, Place, SettingRow, registry};
use crate::plan::answer::PlannedImage;
use crate::plan::reasons::Gathered;
use crate::plan::settings::write_out;

/// The images, in order of id.
pub(super) fn planned(claims: &[&Claim], about: &Circumstances) -> Vec<PlannedImage> {
    let mut wanted: BTreeMap<&str, (&SettingRow, Gathered)> = BTreeMap::new();
    for claim in claims {
        if let Some((setting, level, when)) = claim.says.setting().filter(|(row, ..)| row.place == Place::Image) {
            let (_, gathered) = wanted.entry(setting.id).or_insert_with(|| (setting, Gathered::default()));
            gathered.add(claim, level, when, about);
        }
    }
    let host = registry(about.region.id).ok().and_then(|row| row.host().ok());
    let write = |(setting, gathered): (&SettingRow, Gathered)| {
        let decided = gathered.decide()?;
        Some(PlannedImage {
            id: setting.id.to_owned(),
            images: write_out(setting.name, about),
            source: write_out(setting.value, about),
            registry: host.clone().filter(|_| setting.value.contains("{registry}")),
            copy: setting.value == COPY,
            level: decided.level,
            reasons: decided.reasons,
            settled_by: decided.settled_by,
        })
    };
    wanted.into_values().filter_map(write).collect()
}
