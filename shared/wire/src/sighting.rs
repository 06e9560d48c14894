//! What one frame of a page shows: the ground state from which everything else is derived.
//!
//! Deliberately absent: what a person typed, cookies, storage, the page's own variables. A
//! sighting with a URL and no controls is valid; that is all there is when no content script may
//! run on a host.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What one frame shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Sighting {
    /// The frame's address, cleaned.
    pub url: String,
    /// `<html lang>`.
    pub lang: String,
    /// What the frame is called by the page that holds it: the portal names a frame after the view in it.
    pub view: String,
    /// Whether the document had finished loading.
    pub complete: bool,
    /// Controls, headings and alerts, in document order.
    pub controls: Vec<Control>,
    /// What the probes of `Look` found, by key.
    pub probes: BTreeMap<String, String>,
    /// Whether there was more than `Look::limit` allows.
    pub truncated: bool,
    /// Frames in it that nobody sees, each by its origin, path and, after a `#`, its name: a tab that was put aside
    /// may stay in the page.
    pub aside: Vec<String>,
    /// Whether a modal dialog of the page is open that holds no frame: all frames lie behind it.
    pub modal: bool,
}

impl Sighting {
    /// Whether what a person works with is the same. A page that is built anew, again and again,
    /// gives its elements other ids each time; and what is announced beside it comes and goes.
    pub fn shows_the_same_as(&self, other: &Self) -> bool {
        (&self.url, &self.lang, self.complete, self.truncated)
            == (&other.url, &other.lang, other.complete, other.truncated)
            && (&self.probes, &self.aside, &self.view) == (&other.probes, &other.aside, &other.view)
            && self.lasting().eq(other.lasting())
    }

    /// The controls without what tells one building of the page from the next. The words around a
    /// control are those of controls of their own, or are announced.
    fn lasting(&self) -> impl Iterator<Item = impl PartialEq> {
        let announced = |role: &str| matches!(role, "alert" | "log" | "status");
        self.controls
            .iter()
            .filter(move |control| {
                !announced(&control.role) && !control.within.iter().any(|role| announced(role))
            })
            .map(|control| {
                let Control {
                    id: _,
                    inside: _,
                    row: _,
                    group: _,
                    columns: _,
                    collapsed_by: _,
                    role,
                    read,
                    name,
                    attrs,
                    checked,
                    expanded,
                    disabled,
                    visible,
                    filled,
                    within,
                    behind,
                } = control;
                let states = (checked, expanded, disabled, visible, filled, behind);
                (role, name, read, attrs, within, states)
            })
    }
}

/// Something a person can perceive or use.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one thing that is seen or not"
)]
pub struct Control {
    /// Names the element for as long as the document lives.
    pub id: u32,
    /// WAI-ARIA role.
    pub role: String,
    /// Accessible name, at most `Look::text` characters.
    pub name: String,
    /// What a person reads in it, where that is not its name.
    pub read: Option<String>,
    /// The attributes `Look::attributes` lists, where present.
    pub attrs: BTreeMap<String, String>,
    /// For check boxes, radio buttons and switches.
    pub checked: Option<bool>,
    /// For what expands: menu groups, permission rows.
    pub expanded: Option<bool>,
    /// `disabled` or `aria-disabled`.
    pub disabled: bool,
    /// Whether it is rendered with a size.
    pub visible: bool,
    /// Whether a text field holds something (never what).
    pub filled: bool,
    /// Roles of the landmarks and composites around it, innermost first.
    pub within: Vec<String>,
    /// Text of the row or list item around it, twice `Look::text` at most; of a short choice like
    /// Yes that stands in neither, the text of the smallest thing around it that says more.
    pub row: Option<String>,
    /// What stands in the columns of its row that hold an id, by what those are headed.
    pub columns: BTreeMap<String, String>,
    /// Name, or else text, of the group, list box or dialog around it.
    pub group: Option<String>,
    /// The control it is a part of, if that can be used itself.
    pub inside: Option<u32>,
    /// What opens the collapsed part of the page it is in, where it is not shown.
    pub collapsed_by: Option<u32>,
    /// Whether it cannot be reached for now: behind an open modal dialog, inert, or under its own
    /// copy.
    pub behind: bool,
}

impl Control {
    /// Whether it is one of those that are on or off.
    pub fn is_box(&self) -> bool {
        matches!(self.role.as_str(), "checkbox" | "switch" | "radio")
            || (self.role == "button" && self.checked.is_some())
    }
}
