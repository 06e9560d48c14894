//! Finding a control by several independent signs that vote.
//!
//! One clear winner is found. Two equals, or signs that contradict each other, find nothing: the
//! words say where to look instead. Nothing here knows a selector or a position; a control is what
//! it does (role), what it is called (label, in any language), what the page's own telemetry calls
//! it (attribute), and what it stands among (row, landmark).

use crate::diagnosis::{Candidate, Search};
use crate::label;
use crate::sighting::{Control, Sighting};
use serde::Deserialize;

/// How a control is known: one entry of `controls.toml`, or of a profile's `entry.control`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one sign a table may ask for"
)]
pub struct ControlSpec {
    /// Roles it may have.
    pub roles: Vec<String>,
    /// Key of `labels.toml`.
    pub label: Option<String>,
    /// What it says, where the words belong to one app: any of these.
    pub says: Vec<String>,
    /// Attributes the page's own markup gives it.
    pub attrs: Vec<AttrSign>,
    /// Text the row around it must contain; `{client_id}` and `{name}` stand for the profile's.
    pub row: Vec<String>,
    /// Key of `labels.toml` that the row or the group around it must begin with.
    pub row_label: Option<String>,
    /// It says what the profile's app is called.
    pub named_app: bool,
    /// It says an account's address.
    pub named_account: bool,
    /// It is the only visible one of its roles on the page.
    pub alone: bool,
    /// It never stands within these.
    pub outside: Vec<String>,
    /// It usually stands within one of these.
    pub place: Vec<String>,
    /// The `{0}` of its label is the tenant's name, and must be the right one where that is known.
    pub tenant: bool,
    /// Several of them are equally right; the person chooses.
    pub many: bool,
    /// It leads somewhere and unfolds nothing: the header of a group may have the same words.
    pub leaf: bool,
    /// It unfolds something.
    pub folds: bool,
    /// It acts on the app whose page it stands on, so the page must say which that is.
    pub of_app: bool,
    /// It does not lead to another host.
    pub stays: bool,
    /// To overlook it is worse than to find it too soon: an inferred word will do, and it is found
    /// even where it cannot be reached.
    pub guarded: bool,
    /// How many signs must agree.
    pub need: usize,
    /// Other forms it may have.
    pub or: Vec<ControlSpec>,
}

/// An attribute of the page's markup.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AttrSign {
    /// Attribute name.
    pub name: String,
    /// Its value. `{client_id}` stands for the profile's.
    pub is: String,
    /// Values that begin so name one control each: another value of the family speaks against.
    #[serde(default)]
    pub family: Option<String>,
    /// How it is compared.
    #[serde(default)]
    pub how: Compare,
}

/// How an attribute is compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Compare {
    /// Equal.
    #[default]
    Equal,
    /// Contained, ignoring case.
    Contains,
}

/// What is known beforehand about the things a control is named after.
#[derive(Clone, Copy, Debug, Default)]
pub struct Named<'a> {
    /// The app's name.
    pub app: Option<&'a str>,
    /// Its application ids.
    pub client_ids: &'a [String],
    /// The tenant's display name.
    pub tenant: Option<&'a str>,
    /// Whether the page is about that app.
    pub here: Here,
}

/// Whether a page is about the app that is looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Here {
    /// It is, or it is no page about one app.
    #[default]
    Right,
    /// It does not say.
    Unsaid,
}

/// A control in a frame.
#[derive(Clone, Copy, Debug)]
pub struct Found<'a> {
    /// The frame.
    pub frame: u32,
    /// The control.
    pub control: &'a Control,
}

/// How a search ended.
#[derive(Clone, Debug)]
pub enum Outcome<'a> {
    /// One clear winner, or several equals where that is meant.
    Found(Vec<Found<'a>>),
    /// Nothing like it is there.
    Absent,
    /// Something like it is there, and not surely enough.
    Unsure(String),
    /// It is there, and something lies above it.
    Behind,
}

impl<'a> Outcome<'a> {
    /// What was found, if anything.
    pub fn found(&self) -> &[Found<'a>] {
        match self {
            Self::Found(found) => found,
            _ => &[],
        }
    }
}

struct Vote<'a> {
    found: Found<'a>,
    signs: Vec<String>,
    against: Vec<String>,
    /// Signs that fit this control and hardly another.
    strong: usize,
    /// Signs that name the very thing: the app's id, the tenant.
    identity: usize,
    /// How many signs must agree.
    need: usize,
    /// Whether it cannot be reached for now.
    behind: bool,
    /// Whether it is the header of a group, where something within one is looked for: another thing
    /// of the same name, and no contradiction.
    header: bool,
}

impl Vote<'_> {
    fn enough(&self) -> bool {
        self.signs.len() >= self.need
    }

    /// What decides between two: who it names, then how much speaks for it.
    fn weight(&self) -> (usize, usize) {
        (self.identity, self.signs.len())
    }

    fn strong(&mut self, sign: impl Into<String>) {
        self.strong += 1;
        self.signs.push(sign.into());
    }
}

/// Looks for a control in all frames of a tab.
pub fn find<'a>(
    spec: &ControlSpec,
    frames: &[(u32, &'a Sighting)],
    named: Named<'_>,
) -> Outcome<'a> {
    decide(spec, votes(spec, frames, named))
}

/// The same, with every candidate and its votes.
pub fn explain(
    id: &str,
    spec: &ControlSpec,
    frames: &[(u32, &Sighting)],
    named: Named<'_>,
) -> Search {
    let votes = votes(spec, frames, named);
    let candidates = votes
        .iter()
        .map(|vote| Candidate {
            frame: vote.found.frame,
            id: vote.found.control.id,
            role: vote.found.control.role.clone(),
            name: vote.found.control.name.clone(),
            signs: vote.signs.clone(),
            against: against(vote),
        })
        .collect();
    let truncated = frames.iter().any(|(_, sighting)| sighting.truncated);
    let (found, refused) = match decide(spec, votes) {
        Outcome::Found(found) => (found.first().map(|found| lit(id, "point", *found)), None),
        Outcome::Absent if truncated => (
            None,
            Some("nothing like it is in the part of the page that was looked at".to_owned()),
        ),
        Outcome::Absent => (None, Some("nothing like it is on the page".to_owned())),
        Outcome::Unsure(why) => (None, Some(why)),
        Outcome::Behind => (None, Some("something lies above it".to_owned())),
    };
    Search {
        control: id.to_owned(),
        candidates,
        found,
        refused,
    }
}

/// What speaks against a candidate, with all that keeps it from being lit.
fn against(vote: &Vote<'_>) -> Vec<String> {
    let mut against = vote.against.clone();
    if !vote.enough() {
        against.push(format!(
            "{} signs, and it needs {}",
            vote.signs.len(),
            vote.need
        ));
    }
    if !vote.found.control.visible {
        against.push("it is not shown".to_owned());
    }
    if vote.behind {
        against.push("something lies above it".to_owned());
    }
    against
}

pub(crate) fn lit(id: &str, kind: &str, found: Found<'_>) -> crate::diagnosis::Lit {
    crate::diagnosis::Lit {
        control: id.to_owned(),
        kind: kind.to_owned(),
        frame: found.frame,
        id: found.control.id,
        role: found.control.role.clone(),
        name: found.control.name.clone(),
    }
}

fn votes<'a>(
    spec: &ControlSpec,
    frames: &[(u32, &'a Sighting)],
    named: Named<'_>,
) -> Vec<Vote<'a>> {
    let alone = |control: &Control| {
        frames
            .iter()
            .flat_map(|(_, sighting)| &sighting.controls)
            .filter(|other| other.visible && spec.roles.contains(&other.role))
            .all(|other| std::ptr::eq(other, control))
    };
    let top = frames.first().map(|(_, sighting)| *sighting);
    let shown_tenant = top
        .and_then(|top| top.probes.get("portal-tenant"))
        .map(|tenant| label::plain_name(tenant));
    // A modal dialog of the top document lies above every other frame.
    let covered = |frame: u32| {
        frames
            .first()
            .is_some_and(|(first, sighting)| *first != frame && sighting.modal)
    };
    let own = frames
        .iter()
        .flat_map(|(frame, sighting)| {
            sighting.controls.iter().map(|control| {
                let found = Found {
                    frame: *frame,
                    control,
                };
                (found, *sighting)
            })
        })
        .filter_map(|(found, sighting)| {
            let mut vote = vote(spec, found, named, spec.alone && alone(found.control));
            if vote.strong == 0 {
                return None;
            }
            label_details(spec, named, shown_tenant.as_deref(), &mut vote);
            if spec.stays && leads_away(found.control, &sighting.url) {
                vote.against.push("leads to another site".to_owned());
            }
            vote.behind = !spec.guarded && (found.control.behind || covered(found.frame));
            Some(vote)
        });
    own.chain(spec.or.iter().flat_map(|other| votes(other, frames, named)))
        .collect()
}

fn vote<'a>(spec: &ControlSpec, found: Found<'a>, named: Named<'_>, alone: bool) -> Vote<'a> {
    let control = found.control;
    let mut vote = Vote {
        found,
        signs: Vec::new(),
        against: Vec::new(),
        strong: 0,
        identity: 0,
        need: spec.need.max(2),
        behind: false,
        header: spec.leaf && control.expanded.is_some(),
    };
    let labelled = label_sign(spec, control, named);
    if labelled {
        vote.strong("label");
    }
    for sign in &spec.attrs {
        let Some(value) = control.attrs.get(&sign.name) else {
            continue;
        };
        if attr_fits(sign, value, named) {
            vote.strong(format!("attribute {}", sign.name));
            if !labelled && says_another(spec, &control.name) {
                vote.against
                    .push("it says what another control is called".to_owned());
            }
        } else if sign
            .family
            .as_ref()
            .is_some_and(|family| value.starts_with(family.as_str()))
        {
            vote.against
                .push(format!("attribute {} names something else", sign.name));
        }
    }
    if alone {
        vote.strong("the only one of its kind");
    }
    place_signs(spec, &mut vote);
    row_signs(spec, named, &mut vote);
    if label::has_direction_override(&control.name) {
        vote.against
            .push("its name is written to read otherwise than it is".to_owned());
    }
    if vote.header {
        vote.against.push("it unfolds something".to_owned());
    }
    if spec.folds && control.expanded.is_none() {
        vote.against.push("it unfolds nothing".to_owned());
    }
    if spec.of_app && named.here == Here::Unsaid {
        vote.against
            .push("the page does not say which app it is about".to_owned());
    }
    vote
}

/// The role, and what it stands within.
///
/// The items of a command bar may have no role of their own, and may be items of a list: within a
/// tool bar that is neither for nor against (facts: portal-dom C.1, `li[role=presentation]`).
fn place_signs(spec: &ControlSpec, vote: &mut Vote<'_>) {
    let control = vote.found.control;
    let placed = control
        .within
        .iter()
        .position(|role| spec.place.contains(role));
    let in_bar = control.within.iter().position(|role| {
        spec.place.contains(role) && matches!(role.as_str(), "toolbar" | "menubar")
    });
    let roleless = matches!(
        control.role.as_str(),
        "generic" | "presentation" | "none" | "listitem"
    );
    if spec.roles.contains(&control.role) {
        vote.signs.push("role".to_owned());
    } else if !(roleless && in_bar.is_some()) {
        vote.against.push(format!("role {}", control.role));
    }
    if placed.is_some() {
        vote.signs.push("place".to_owned());
    }
    let in_menu = control.within.iter().position(|role| {
        spec.place.contains(role) && matches!(role.as_str(), "navigation" | "tree" | "menu")
    });
    // The items of a bar may be a list, and a list of buttons is one. A menu may stand in the
    // main part of a page.
    let excused = |at: usize, role: &str| match role {
        "list" | "listitem" if control.role == "button" => true,
        "list" | "listitem" | "menu" => in_bar.is_some_and(|bar| at < bar),
        "main" => in_menu.is_some_and(|menu| menu < at),
        _ => false,
    };
    if let Some((_, role)) = control
        .within
        .iter()
        .enumerate()
        .find(|(at, role)| spec.outside.contains(role) && !excused(*at, role))
    {
        vote.against.push(format!("stands within {role}"));
    }
}

fn label_sign(spec: &ControlSpec, control: &Control, named: Named<'_>) -> bool {
    spec.label
        .as_deref()
        .is_some_and(|key| label::matches(key, &control.name, named.tenant.filter(|_| spec.tenant)))
        || spec
            .says
            .iter()
            .any(|says| label::says_so(says, &control.name, named.app))
        || (spec.named_app
            && named
                .app
                .is_some_and(|app| label::says_so(app, &control.name, None)))
        || (spec.named_account && holds_account(&control.name))
}

/// What a label says beyond that it fits: words that nobody has seen need one sign more, and the
/// right tenant's name is one.
fn label_details(
    spec: &ControlSpec,
    named: Named<'_>,
    shown_tenant: Option<&str>,
    vote: &mut Vote<'_>,
) {
    let name = &vote.found.control.name;
    let tenant = named.tenant.filter(|_| spec.tenant);
    let fits = spec
        .label
        .as_deref()
        .and_then(|key| label::find(key, name, tenant));
    let Some(fits) = fits else { return };
    if fits.inferred && !spec.guarded {
        vote.need += 1;
        vote.signs
            .iter_mut()
            .filter(|sign| *sign == "label")
            .for_each(|sign| sign.push_str(" (inferred: needs one sign more)"));
    }
    if !spec.tenant || fits.varies.is_none() {
        return;
    }
    if tenant.is_some() {
        vote.identity += 1;
        vote.signs.push("names the tenant".to_owned());
    } else if fits.varies.as_deref() == shown_tenant {
        vote.identity += 1;
        vote.signs
            .push("names the tenant the portal shows".to_owned());
    } else if shown_tenant.is_some_and(|shown| !shown.contains(['.', '@'])) {
        vote.against
            .push("names another tenant than the portal shows".to_owned());
    }
}

/// Whether a link leads to another host than the page's.
fn leads_away(control: &Control, page: &str) -> bool {
    let Some(href) = control.attrs.get("href") else {
        return false;
    };
    let Ok(page) = url::Url::parse(page) else {
        return false;
    };
    page.join(href)
        .is_ok_and(|to| matches!(to.scheme(), "http" | "https") && to.host_str() != page.host_str())
}

/// Whether a name is what the table calls another control: then the page's own markup and its words
/// contradict each other.
fn says_another(spec: &ControlSpec, name: &str) -> bool {
    spec.label.is_some()
        && crate::data::get()
            .controls
            .values()
            .filter_map(|other| other.label.as_ref())
            .any(|label| Some(label) != spec.label.as_ref() && label::matches(label, name, None))
}

fn attr_fits(sign: &AttrSign, value: &str, named: Named<'_>) -> bool {
    let wanted: Vec<String> = if sign.is.contains("{client_id}") {
        named
            .client_ids
            .iter()
            .map(|id| sign.is.replace("{client_id}", id))
            .collect()
    } else {
        vec![sign.is.clone()]
    };
    wanted.iter().any(|wanted| match sign.how {
        Compare::Equal => wanted == value,
        Compare::Contains => value.to_lowercase().contains(&wanted.to_lowercase()),
    })
}

fn row_signs(spec: &ControlSpec, named: Named<'_>, vote: &mut Vote<'_>) {
    let control = vote.found.control;
    let row = label::normalise(control.row.as_deref().unwrap_or_default());
    for wanted in &spec.row {
        let names_app = wanted == "{client_id}";
        let fits = if names_app {
            // A word of its own: an address may hold any id.
            row.split_whitespace().any(|word| {
                named
                    .client_ids
                    .iter()
                    .any(|id| id.eq_ignore_ascii_case(word))
            })
        } else {
            row.contains(&label::normalise(
                &wanted.replace("{name}", named.app.unwrap_or_default()),
            ))
        };
        if fits {
            vote.identity += usize::from(names_app);
            vote.strong(format!("row holds {wanted}"));
        } else {
            vote.against.push(format!("row does not hold {wanted}"));
        }
    }
    if let Some(key) = &spec.row_label {
        let fits = [&control.row, &control.group]
            .into_iter()
            .flatten()
            .any(|text| label::begins(key, text));
        if fits {
            vote.strong(format!("row begins with {key}"));
        } else {
            vote.against.push(format!("row does not begin with {key}"));
        }
    }
}

/// Whether text holds something that looks like an account's address.
pub(crate) fn holds_account(text: &str) -> bool {
    text.split_whitespace().any(|word| {
        word.split_once('@').is_some_and(|(name, domain)| {
            !name.is_empty()
                && domain.contains('.')
                && !domain.starts_with('.')
                && !domain.contains('@')
        })
    })
}

fn decide<'a>(spec: &ControlSpec, votes: Vec<Vote<'a>>) -> Outcome<'a> {
    let (good, doubtful): (Vec<Vote<'a>>, Vec<Vote<'a>>) = votes
        .into_iter()
        .filter(|vote| vote.found.control.visible)
        .partition(|vote| vote.against.is_empty() && vote.enough());
    let (reached, behind): (Vec<Vote<'a>>, Vec<Vote<'a>>) =
        once_each(good).into_iter().partition(|vote| !vote.behind);
    let Some(most) = reached.iter().map(Vote::weight).max() else {
        return if behind.is_empty() {
            doubt(&doubtful)
        } else {
            Outcome::Behind
        };
    };
    let best: Vec<Found<'a>> = reached
        .iter()
        .filter(|vote| vote.weight() == most)
        .map(|vote| vote.found)
        .collect();
    if best.len() > 1 && !spec.many {
        return Outcome::Unsure(format!("{} controls fit equally well", best.len()));
    }
    Outcome::Found(best)
}

/// Why the likeliest of those that will not do will not do.
fn doubt<'a>(doubtful: &[Vote<'_>]) -> Outcome<'a> {
    let likeliest = doubtful
        .iter()
        .filter(|vote| vote.enough() && !vote.against.is_empty() && !vote.header)
        .max_by_key(|vote| (vote.signs.len(), usize::MAX - vote.against.len()));
    match likeliest {
        Some(vote) => Outcome::Unsure(format!(
            "signs contradict each other: {}",
            vote.against.join(", ")
        )),
        None => Outcome::Absent,
    }
}

/// One vote for each control: a label inside of a button, an item around it and a second link to
/// the same place are the same control, seen twice.
fn once_each<'a>(votes: Vec<Vote<'a>>) -> Vec<Vote<'a>> {
    let mut kept: Vec<Vote<'a>> = Vec::new();
    for vote in votes {
        match kept.iter_mut().find(|other| same(other.found, vote.found)) {
            Some(other) if better(&vote, other) => *other = vote,
            Some(_) => {}
            None => kept.push(vote),
        }
    }
    kept
}

/// The inner one where both are as good.
fn better(vote: &Vote<'_>, other: &Vote<'_>) -> bool {
    let rank = |vote: &Vote<'_>| (!vote.behind, vote.weight());
    rank(vote) > rank(other)
        || (rank(vote) == rank(other) && vote.found.control.inside == Some(other.found.control.id))
}

fn same(one: Found<'_>, other: Found<'_>) -> bool {
    let (a, b) = (one.control, other.control);
    // An address that is only a hash sign is a script's, and leads nowhere.
    let href = |control: &Control| {
        control
            .attrs
            .get("href")
            .filter(|href| href.len() > 1)
            .cloned()
    };
    one.frame == other.frame
        && (a.id == b.id
            || a.inside == Some(b.id)
            || b.inside == Some(a.id)
            || (href(a).is_some() && href(a) == href(b) && a.name == b.name && a.row == b.row))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data;

    const APP: &str = "d62121f3-e023-4972-b6b0-794190c0fd98";
    const OTHER: &str = "11111111-e023-4972-b6b0-794190c0fd98";

    fn control(id: u32, role: &str, name: &str) -> Control {
        Control {
            id,
            role: role.into(),
            name: name.into(),
            visible: true,
            ..Control::default()
        }
    }

    fn within(mut control: Control, roles: &[&str]) -> Control {
        control.within = roles.iter().map(|role| (*role).to_owned()).collect();
        control
    }

    fn row(mut control: Control, row: &str) -> Control {
        control.row = Some(row.to_owned());
        control
    }

    fn attr(mut control: Control, name: &str, value: &str) -> Control {
        control.attrs.insert(name.to_owned(), value.to_owned());
        control
    }

    fn search(id: &str, controls: Vec<Control>, tenant: Option<&str>) -> Result<Vec<u32>, String> {
        let sighting = Sighting {
            controls,
            ..Sighting::default()
        };
        let ids = [APP.to_owned()];
        let named = Named {
            app: Some("Office 365 Mover"),
            client_ids: &ids,
            tenant,
            here: Here::Right,
        };
        match find(&data::get().controls[id], &[(0, &sighting)], named) {
            Outcome::Found(found) => Ok(found.iter().map(|found| found.control.id).collect()),
            Outcome::Absent => Err("absent".to_owned()),
            Outcome::Unsure(why) => Err(why),
            Outcome::Behind => Err("behind".to_owned()),
        }
    }

    #[test]
    fn the_grant_is_found_in_each_of_its_forms() {
        for role in ["button", "menuitem", "link"] {
            let button = control(7, role, "Grant admin consent for Birchwood");
            assert_eq!(
                search("grant-admin-consent", vec![button], Some("Birchwood")),
                Ok(vec![7])
            );
        }
    }

    #[test]
    fn an_app_named_like_the_grant_is_not_the_grant() {
        let crumb = within(
            control(1, "link", "Grant admin consent for Birchwood"),
            &["navigation"],
        );
        let title = control(2, "heading", "Grant admin consent for Birchwood");
        assert!(
            search(
                "grant-admin-consent",
                vec![crumb.clone(), title.clone()],
                None
            )
            .is_err()
        );
        let button = control(3, "button", "Grant admin consent for Birchwood");
        assert_eq!(
            search("grant-admin-consent", vec![crumb, title, button], None),
            Ok(vec![3])
        );
    }

    #[test]
    fn two_equal_buttons_light_nothing() {
        let two = vec![
            control(1, "button", "Grant admin consent for Birchwood"),
            control(2, "button", "Grant admin consent for Birchwood"),
        ];
        assert!(
            search("grant-admin-consent", two, None)
                .unwrap_err()
                .contains('2')
        );
    }

    #[test]
    fn a_button_for_another_tenant_is_not_ours() {
        let button = control(1, "button", "Grant admin consent for Oakfield");
        assert!(search("grant-admin-consent", vec![button], Some("Birchwood")).is_err());
    }

    #[test]
    fn a_row_needs_the_name_and_the_application_id() {
        let ours = row(
            control(1, "link", "Office 365 Mover"),
            &format!("Office 365 Mover https://app.mover.io {APP}"),
        );
        let alike = row(
            control(2, "link", "Office 365 Mover"),
            &format!("Office 365 Mover https://evil.example {OTHER}"),
        );
        let renamed = row(
            control(3, "link", "Something else"),
            &format!("Something else {APP}"),
        );
        assert_eq!(
            search("app-row", vec![alike.clone(), ours, renamed.clone()], None),
            Ok(vec![1])
        );
        assert!(search("app-row", vec![alike], None).is_err());
        assert!(search("app-row", vec![renamed], None).is_err());
    }

    #[test]
    fn a_row_whose_name_is_written_backwards_is_refused() {
        let tricky = row(
            control(1, "link", "\u{202e}Office 365 Mover"),
            &format!("Office 365 Mover {APP}"),
        );
        assert!(search("app-row", vec![tricky], None).is_err());
    }

    #[test]
    fn a_menu_item_whose_telemetry_names_another_contradicts_its_label() {
        let item = within(
            attr(
                control(1, "link", "Permissions"),
                "data-telemetryname",
                "Menu-Properties",
            ),
            &["navigation"],
        );
        assert!(
            search("menu-permissions", vec![item], None)
                .unwrap_err()
                .contains("contradict")
        );
    }

    #[test]
    fn a_menu_item_is_found_in_a_language_nobody_wrote_down() {
        let item = within(
            attr(
                control(1, "link", "Õigused"),
                "data-telemetryname",
                "Menu-Permissions",
            ),
            &["navigation"],
        );
        assert_eq!(search("menu-permissions", vec![item], None), Ok(vec![1]));
    }

    #[test]
    fn what_is_hidden_is_not_pointed_at() {
        let mut item = within(control(1, "link", "Permissions"), &["navigation"]);
        item.visible = false;
        assert!(search("menu-permissions", vec![item], None).is_err());
    }

    #[test]
    fn a_tick_in_an_unknown_language_is_known_by_being_alone() {
        assert_eq!(
            search(
                "consent-tick",
                vec![control(1, "checkbox", "Nõusolek")],
                None
            ),
            Ok(vec![1])
        );
        let two = vec![
            control(1, "checkbox", "Nõusolek"),
            control(2, "checkbox", "Muu"),
        ];
        assert!(search("consent-tick", two, None).is_err());
    }

    #[test]
    fn the_same_control_seen_twice_counts_once() {
        let outer = control(1, "button", "Grant admin consent for Birchwood");
        let inner = Control {
            inside: Some(1),
            ..control(2, "button", "Grant admin consent for Birchwood")
        };
        assert_eq!(
            search("grant-admin-consent", vec![outer, inner], None),
            Ok(vec![2])
        );
        let link = |id| attr(control(id, "link", "Permissions"), "href", "#permissions");
        let twice = vec![
            within(link(1), &["navigation"]),
            within(link(2), &["navigation"]),
        ];
        assert_eq!(search("menu-permissions", twice, None), Ok(vec![1]));
        let copy = Control {
            behind: true,
            ..control(1, "button", "Grant admin consent for Birchwood")
        };
        let top = control(2, "button", "Grant admin consent for Birchwood");
        assert_eq!(
            search("grant-admin-consent", vec![copy, top], None),
            Ok(vec![2])
        );
    }

    #[test]
    fn what_lies_behind_a_dialog_is_there_and_not_lit() {
        let button = Control {
            behind: true,
            ..control(1, "button", "Grant admin consent for Birchwood")
        };
        assert_eq!(
            search("grant-admin-consent", vec![button], None),
            Err("behind".to_owned())
        );
        // The box of a consent is found all the same: to overlook it is worse.
        let tick = Control {
            behind: true,
            ..control(1, "checkbox", "Consent on behalf of your organization")
        };
        assert_eq!(search("consent-tick", vec![tick], None), Ok(vec![1]));
    }

    #[test]
    fn a_dialog_of_the_page_lies_above_its_frames() {
        let top = Sighting {
            modal: true,
            ..Sighting::default()
        };
        let frame = Sighting {
            controls: vec![control(1, "button", "Grant admin consent for Birchwood")],
            ..Sighting::default()
        };
        let spec = &data::get().controls["grant-admin-consent"];
        let frames = [(0, &top), (4, &frame)];
        assert!(matches!(
            find(spec, &frames, Named::default()),
            Outcome::Behind
        ));
    }

    #[test]
    fn who_names_the_tenant_wins_over_who_only_looks_better() {
        let plain = within(
            control(1, "button", "Grant admin consent"),
            &["toolbar", "main"],
        );
        let named = control(2, "link", "Grant admin consent for Birchwood");
        assert_eq!(
            search("grant-admin-consent", vec![plain, named], Some("Birchwood")),
            Ok(vec![2])
        );
    }

    #[test]
    fn words_that_were_only_inferred_need_one_sign_more() {
        let label = "Conceder consentimiento de administração para Birchwood";
        let inferred = "Conceder consentimento de administração para Birchwood";
        assert!(
            search(
                "grant-admin-consent",
                vec![control(1, "button", label)],
                None
            )
            .is_err()
        );
        let bare = control(1, "button", inferred);
        assert!(search("grant-admin-consent", vec![bare.clone()], None).is_err());
        let placed = within(bare.clone(), &["toolbar"]);
        assert_eq!(
            search("grant-admin-consent", vec![placed], None),
            Ok(vec![1])
        );
        assert_eq!(
            search("grant-admin-consent", vec![bare], Some("Birchwood")),
            Ok(vec![1])
        );
    }

    #[test]
    fn a_link_to_another_site_is_no_control_of_this_one() {
        let sighting = Sighting {
            url: "https://portal.azure.com/#x".to_owned(),
            controls: vec![attr(
                control(1, "link", "Grant admin consent"),
                "href",
                "https://learn.example/grant",
            )],
            ..Sighting::default()
        };
        let spec = &data::get().controls["grant-admin-consent"];
        let outcome = find(spec, &[(0, &sighting)], Named::default());
        assert!(matches!(outcome, Outcome::Unsure(why) if why.contains("another site")));
    }

    #[test]
    fn the_header_of_a_group_with_an_items_words_is_not_the_item() {
        let header = Control {
            expanded: Some(true),
            ..within(control(1, "button", "Permissions"), &["navigation"])
        };
        let item = within(control(2, "link", "Permissions"), &["navigation"]);
        assert_eq!(
            search("menu-permissions", vec![header, item], None),
            Ok(vec![2])
        );
    }

    #[test]
    fn a_folded_group_with_an_items_words_is_what_is_to_be_unfolded() {
        let header = Control {
            expanded: Some(false),
            ..within(control(1, "button", "Permissions"), &["navigation"])
        };
        let mut item = within(control(2, "link", "Permissions"), &["navigation"]);
        item.visible = false;
        let menu = vec![header, item];
        assert_eq!(
            search("menu-permissions", menu.clone(), None),
            Err("absent".to_owned())
        );
        assert_eq!(search("menu-group-security", menu, None), Ok(vec![1]));
    }

    #[test]
    fn the_item_of_a_command_bar_may_have_no_role_of_its_own() {
        let label = attr(
            within(control(1, "generic", "Save"), &["listitem", "menubar"]),
            "data-telemetryname",
            "Command-Save",
        );
        assert_eq!(search("save", vec![label], None), Ok(vec![1]));
    }

    #[test]
    fn the_assignment_is_found_as_pair_switch_and_list() {
        let pair = |id, role: &str, name: &str| Control {
            group: Some("Assignment required?".to_owned()),
            ..control(id, role, name)
        };
        for role in ["radio", "button", "option"] {
            let both = vec![pair(1, role, "Yes"), pair(2, role, "No")];
            assert_eq!(search("assignment-yes", both, None), Ok(vec![1]), "{role}");
        }
        for role in ["switch", "checkbox", "combobox"] {
            let one = control(1, role, "Assignment required?");
            assert_eq!(
                search("assignment-yes", vec![one], None),
                Ok(vec![1]),
                "{role}"
            );
        }
        let other = Control {
            group: Some("Visible to users?".to_owned()),
            ..control(1, "radio", "Yes")
        };
        assert!(search("assignment-yes", vec![other], None).is_err());
    }

    #[test]
    fn an_id_inside_of_an_address_is_not_the_apps() {
        let tricky = row(
            control(1, "link", "Office 365 Mover"),
            &format!("Office 365 Mover https://evil.example/{APP} {OTHER}"),
        );
        assert!(search("app-row", vec![tricky], None).is_err());
    }

    #[test]
    fn the_confirmation_is_found_by_its_question() {
        let yes = Control {
            group: Some("Grant admin consent confirmation. Do you want to?".to_owned()),
            ..within(control(1, "button", "Yes"), &["dialog"])
        };
        assert_eq!(
            search("registration-grant-confirm", vec![yes], None),
            Ok(vec![1])
        );
        let other = Control {
            group: Some("Delete this application?".to_owned()),
            ..within(control(1, "button", "Yes"), &["dialog"])
        };
        assert!(search("registration-grant-confirm", vec![other], None).is_err());
    }

    proptest::proptest! {
        #[test]
        fn of_any_number_of_equals_none_is_lit(count in 2u32..6) {
            let equals = (0..count)
                .map(|id| control(id, "button", "Grant admin consent for Birchwood"))
                .collect();
            proptest::prop_assert!(search("grant-admin-consent", equals, None).is_err());
        }

        #[test]
        fn decoys_without_the_id_never_win_the_row(
            names in proptest::collection::vec("\\PC{0,30}", 0..6),
            places in proptest::collection::vec(proptest::sample::select(vec!["main", "grid", "row"]), 0..4),
            at in 0usize..6,
        ) {
            let mut controls: Vec<Control> = names
                .iter()
                .zip(10..)
                .map(|(name, id)| {
                    let decoy = within(control(id, "link", "Office 365 Mover"), &places);
                    row(decoy, &format!("Office 365 Mover {name} {OTHER}"))
                })
                .collect();
            let real = row(control(1, "link", "Office 365 Mover"), &format!("Office 365 Mover {APP}"));
            controls.insert(at.min(controls.len()), real);
            proptest::prop_assert_eq!(search("app-row", controls, None), Ok(vec![1]));
        }
    }

    #[test]
    fn accounts_are_told_by_their_address() {
        assert!(holds_account(
            "Adele Admin adele@birchwood.example Signed in"
        ));
        assert!(!holds_account("Use another account"));
        assert!(!holds_account("@birchwood"));
        assert!(!holds_account("a@b@c.example"));
    }
}
