//! What a look at all apps says: how many have which risk, and how many reach how far.

use crate::observer::finding::Finding;
use crate::observer::snapshot::{Audience, Held};
use consentry_catalog::permission::Risk;
use serde::{Deserialize, Serialize};

/// What counts of one app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The highest risk of its findings.
    pub risk: Option<Risk>,
    /// Whether it has a delegated permission for everyone.
    pub is_for_all: bool,
    /// Whether it has an application permission.
    pub is_application: bool,
    /// Whether nothing known stands in the way of a sign-in.
    pub is_enabled: bool,
}

impl Counted {
    /// Of what is known of an app.
    pub fn of(held: &Held, findings: &[Finding]) -> Self {
        let mut wide = held.delegated.keys();
        let app = held.app.as_ref();
        Self {
            risk: findings.iter().map(|finding| finding.risk).max(),
            is_for_all: wide.any(|scoped| scoped.audience == Audience::All),
            is_application: !held.application.is_empty(),
            is_enabled: app.is_none_or(|app| app.enabled.is_enabled()),
        }
    }
}

/// How many apps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
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

    /// Counts an app.
    pub fn add(&mut self, app: Counted) {
        for (count, risk) in self.risks.iter_mut().zip(Self::RISKS) {
            *count += usize::from(risk == app.risk);
        }
        self.for_everyone += usize::from(app.is_for_all);
        self.application += usize::from(app.is_application);
        self.disabled += usize::from(!app.is_enabled);
    }

    /// All of them.
    pub fn apps(&self) -> usize {
        self.risks.iter().sum()
    }
}
