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
    /// The frame's address, cleaned by [`crate::address::clean`].
    pub url: String,
    /// `<html lang>`.
    pub lang: String,
    /// What the frame is called by the page that holds it: the portal names a frame after the view in it.
    pub view: String,
    /// Whether the document had finished loading.
    pub complete: bool,
    /// Controls, headings and alerts, in document order.
    pub controls: Vec<Control>,
    /// What the probes of [`Look`] found, by key.
    pub probes: BTreeMap<String, String>,
    /// Whether there was more than [`Look::limit`] allows.
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
    pub(crate) fn shows_the_same_as(&self, other: &Self) -> bool {
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
    /// Accessible name, at most [`Look::text`] characters.
    pub name: String,
    /// What a person reads in it, where that is not its name.
    pub read: Option<String>,
    /// The attributes [`Look::attributes`] lists, where present.
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
    /// Text of the row or list item around it, twice [`Look::text`] at most; of a short choice like
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
    pub(crate) fn is_box(&self) -> bool {
        matches!(self.role.as_str(), "checkbox" | "switch" | "radio")
    }
}

/// What the eyes are asked to look for. It comes from the core, so that the eyes know no site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Look {
    /// Attributes to report.
    pub attributes: Vec<String>,
    /// Values to pick out of the page.
    pub probes: Vec<Probe>,
    /// At most this many controls.
    pub limit: u32,
    /// At most this many characters of a name, and twice as many of a row.
    pub text: u32,
    /// CSS selector of what is disabled, where the markup says it by a class alone.
    pub disabled: String,
    /// CSS selector of the choice that is taken, where the markup says it by a class alone.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub chosen: String,
    /// CSS selector of the frame that is shown, among those of its domain.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub shown: String,
    /// Roles of elements whose markup says what they are by a class alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<Classed>,
    /// Regular expression of an id: where a row holds one, the head of its column is told.
    pub id: String,
    /// Regular expression of what journeys wait for: where its words come up, the next look comes sooner. Not part of
    /// the data file: it follows from the labels.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub awaited: String,
}

/// A role that a class stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Classed {
    /// The WAI-ARIA role.
    pub role: String,
    /// CSS selector of the elements.
    pub select: String,
}

/// One value to pick out of a page: the first capture of a pattern in the text of an element, or in one of its
/// attributes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Probe {
    /// The name it is reported under.
    pub key: String,
    /// CSS selector of the elements whose text is searched.
    pub select: String,
    /// The attribute that is searched in place of the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attribute: Option<String>,
    /// Regular expression with one group; only the group is reported.
    pub pattern: String,
    /// Where it is looked for; the eyes are not told.
    #[serde(skip_serializing, default)]
    pub on: Vec<crate::address::Site>,
    /// Markup in which it is found; `{}` stands for the value. For kept pages.
    #[serde(skip_serializing, default)]
    pub sample: String,
}

impl Look {
    /// What is asked for on a site.
    #[must_use]
    pub fn at(&self, site: crate::address::Site) -> Self {
        Self {
            probes: self
                .probes
                .iter()
                .filter(|probe| probe.on.is_empty() || probe.on.contains(&site))
                .cloned()
                .collect(),
            awaited: crate::find::awaited(site),
            ..self.clone()
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::address::Site;
    use crate::data;

    #[test]
    fn each_site_is_asked_for_what_it_has_and_for_nothing_of_the_others() {
        let look = |site| {
            let look = data::get().look.at(site);
            let probes: Vec<String> = look.probes.into_iter().map(|probe| probe.key).collect();
            (probes, look.awaited)
        };
        let (portal, words) = look(Site::Portal);
        assert_eq!(portal, ["portal-tenant", "portal-directory"]);
        assert!(words.contains(r"Office\s365\sMover"), "the app in the list");
        let (login, words) = look(Site::Login);
        assert!(login.contains(&"pgid".to_owned()) && !login.contains(&portal[0]));
        assert_eq!(words, "", "a sign-in page is whole when it comes");
    }
}
