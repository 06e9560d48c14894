//! What the extension's button says of the page in a tab: that there is something to see.
//!
//! The browser forgets what it was told of a tab when the tab shows another document. So what was told is kept here
//! by tab, and forgotten with the document.

use consentry_wire::text::{Text, say};
use consentry_wire::view::{Card, CardKind};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A sign on the button, and what it means. Both are empty where nothing is said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Badge {
    /// One character.
    pub sign: String,
    /// In the words of the card, with what kind of card it is.
    pub title: Text,
}

/// A highlighted control.
const STEP: &str = "•";
/// A warning, with or without a block.
const WARNING: &str = "!";

impl Badge {
    /// What is said of a page with that card, where something on it is highlighted or not. It claims what the
    /// card says and no more.
    pub(crate) fn of(card: Option<&Card>, highlighted: bool) -> Self {
        let Some(card) = card else {
            return Self::default();
        };
        let (sign, key) = match card.kind {
            CardKind::Warning | CardKind::Alarm => (WARNING, "badge.warning"),
            CardKind::Step if highlighted => (STEP, "badge.step"),
            CardKind::Step | CardKind::Note | CardKind::Done => return Self::default(),
        };
        Self {
            sign: sign.to_owned(),
            title: say(key, &[("title", card.title.clone())]),
        }
    }
}

/// What the button was told of each tab.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Badges {
    shown: BTreeMap<u32, Badge>,
    /// Tabs that load something that the browser does not tell. They may show anything by now.
    away: BTreeSet<u32>,
}

impl Badges {
    /// Another document is in the tab.
    pub(crate) fn begins(&mut self, tab: u32) {
        self.shown.remove(&tab);
        self.away.remove(&tab);
    }

    /// The document that was in the tab speaks: it is still there.
    pub(crate) fn stays(&mut self, tab: u32) {
        self.away.remove(&tab);
    }

    /// The tab loads something.
    pub(crate) fn loads(&mut self, tab: u32) {
        self.away.insert(tab);
    }

    /// What was said is in the words of another language.
    pub(crate) fn say_again(&mut self) {
        self.shown.clear();
    }

    /// What the button is to be told of a tab whose page has this to say, if that is news. Of a tab that loads
    /// something nothing new is claimed until its page speaks.
    pub(crate) fn news(&mut self, tab: u32, badge: Badge) -> Option<Badge> {
        let nothing = Badge::default();
        let shown = self.shown.get(&tab).unwrap_or(&nothing);
        if *shown == badge {
            return None;
        }
        let claimed = if self.away.contains(&tab) {
            Badge::default()
        } else {
            badge
        };
        if *shown == claimed {
            return None;
        }
        if claimed == nothing {
            self.shown.remove(&tab);
        } else {
            self.shown.insert(tab, claimed.clone());
        }
        Some(claimed)
    }

    /// Tabs that something was said of.
    pub(crate) fn tabs(&self) -> Vec<u32> {
        self.shown.keys().copied().collect()
    }
}
