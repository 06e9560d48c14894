//! What a look at all apps says: how many have which risk, and how many reach how far.

use super::line::Line;
use consentry_catalog::permission::Risk;

/// How many apps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Whose highest risk is critical, high, medium, low, and of which nothing was found.
    pub risks: [usize; 5],
    /// With a delegated permission for everyone.
    pub for_everyone: usize,
    /// With an application permission.
    pub application: usize,
    /// That are disabled.
    pub disabled: usize,
}

impl Summary {
    /// The risks, as [`Self::risks`] counts them.
    pub const RISKS: [Option<Risk>; 5] = [
        Some(Risk::Critical),
        Some(Risk::High),
        Some(Risk::Medium),
        Some(Risk::Low),
        None,
    ];

    pub(super) fn of(lines: &[Line]) -> Self {
        let count = |fits: fn(&Line) -> bool| lines.iter().filter(|line| fits(line)).count();
        let with = |risk| lines.iter().filter(|line| line.risk == risk).count();
        Self {
            risks: Self::RISKS.map(with),
            for_everyone: count(|line| line.is_for_all),
            application: count(|line| line.application > 0),
            disabled: count(|line| !line.is_enabled),
        }
    }
}
