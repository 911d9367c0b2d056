//! Which images a cluster takes and where each must come from.

use crate::knowledge::{COPY, Circumstances, Claim, Place, SettingRow, registry};
use crate::plan::answer::PlannedImage;
use crate::plan::reasons::{self, Decided};
use crate::plan::settings::write_out;

/// The images, in order of id.
pub(super) fn planned(claims: &[&Claim], about: &Circumstances) -> Vec<PlannedImage> {
    let host = registry(about.region.id).ok().and_then(|row| row.host().ok());
    let write = |(setting, decided): (&SettingRow, Decided)| PlannedImage {
        id: setting.id.to_owned(),
        images: write_out(setting.name, about),
        source: write_out(setting.value, about),
        registry: host.clone().filter(|_| setting.value.contains("{registry}")),
        copy: setting.value == COPY,
        level: decided.level,
        reasons: decided.reasons,
        settled_by: decided.settled_by,
    };
    reasons::settings(claims, about, |place| place == Place::Image).into_iter().map(write).collect()
}
