//! What is asked of the list: which apps, in which order, which page.

use super::line::Line;
use consentry_catalog::permission::Risk;

/// A longer search is cut.
const LONGEST: usize = 100;

/// Which apps are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// All of them.
    #[default]
    All,
    /// Those with a finding of high or critical risk.
    Risky,
    /// Those with a delegated permission for everyone.
    ForAll,
    /// Those with an application permission.
    Application,
    /// Those that are disabled.
    Disabled,
    /// Those that Microsoft has not registered.
    Others,
}

impl Filter {
    /// Each with its name in an address.
    pub const NAMED: [(Self, &'static str); 6] = [
        (Self::All, "all"),
        (Self::Risky, "risky"),
        (Self::ForAll, "for-everyone"),
        (Self::Application, "application"),
        (Self::Disabled, "disabled"),
        (Self::Others, "not-microsoft"),
    ];

    fn holds(self, line: &Line) -> bool {
        match self {
            Self::All => true,
            Self::Risky => line.risk >= Some(Risk::High),
            Self::ForAll => line.is_for_all,
            Self::Application => line.application > 0,
            Self::Disabled => !line.is_enabled,
            Self::Others => !line.is_microsoft,
        }
    }
}

/// In which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// By name.
    #[default]
    Name,
    /// The highest risk first.
    Risk,
    /// Most delegated permissions first.
    Delegated,
    /// Most application permissions first.
    Application,
}

impl Sort {
    /// Each with its name in an address.
    pub const NAMED: [(Self, &'static str); 4] = [
        (Self::Name, "name"),
        (Self::Risk, "risk"),
        (Self::Delegated, "delegated"),
        (Self::Application, "application"),
    ];
}

/// What is asked of the list.
#[derive(Clone, Debug, Default)]
pub struct Query {
    /// Part of a name or of an ID.
    pub text: String,
    /// Which.
    pub filter: Filter,
    /// In which order.
    pub sort: Sort,
    /// From 0.
    pub page: usize,
}

impl Query {
    /// The lines that fit, in the order that is asked for. The lines given stand in the order of their names, and sorting
    /// keeps that among equals.
    pub(super) fn fit<'a>(&self, lines: &'a [Line]) -> Vec<&'a Line> {
        use std::cmp::Reverse;
        let text: String = self.text.trim().chars().take(LONGEST).collect();
        let text = text.to_lowercase();
        let fits = |line: &&Line| self.filter.holds(line) && line.folded.contains(&text);
        let mut fit: Vec<&Line> = lines.iter().filter(fits).collect();
        match self.sort {
            Sort::Name => {}
            Sort::Risk => fit.sort_by_key(|line| Reverse(line.risk)),
            Sort::Delegated => fit.sort_by_key(|line| Reverse(line.delegated)),
            Sort::Application => fit.sort_by_key(|line| Reverse(line.application)),
        }
        fit
    }
}

impl Filter {
    /// Its name in an address.
    pub fn name(self) -> &'static str {
        named(&Self::NAMED, self)
    }
}

impl Sort {
    /// Its name in an address.
    pub fn name(self) -> &'static str {
        named(&Self::NAMED, self)
    }
}

/// The name of a value; each value has one.
fn named<T: Copy + PartialEq>(all: &[(T, &'static str)], value: T) -> &'static str {
    let found = all.iter().find(|(known, _)| *known == value);
    found.map_or("", |(_, name)| name)
}
