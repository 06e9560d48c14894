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
    /// Key of `labels.toml` that the row around it must begin with.
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
    /// How many signs must agree.
    pub need: usize,
}

/// An attribute of the page's markup.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, serde::Serialize)]
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
    /// Signs that identify, and do not only fit.
    strong: usize,
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
            against: vote.against.clone(),
        })
        .collect();
    let (found, refused) = match decide(spec, votes) {
        Outcome::Found(found) => (found.first().map(|found| lit(id, "point", *found)), None),
        Outcome::Absent => (None, Some("nothing like it is on the page".to_owned())),
        Outcome::Unsure(why) => (None, Some(why)),
    };
    Search {
        control: id.to_owned(),
        candidates,
        found,
        refused,
    }
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
    frames
        .iter()
        .flat_map(|(frame, sighting)| {
            sighting.controls.iter().map(|control| Found {
                frame: *frame,
                control,
            })
        })
        .filter_map(|found| {
            let vote = vote(spec, found, named, spec.alone && alone(found.control));
            (vote.strong > 0).then_some(vote)
        })
        .collect()
}

fn vote<'a>(spec: &ControlSpec, found: Found<'a>, named: Named<'_>, alone: bool) -> Vote<'a> {
    let control = found.control;
    let mut vote = Vote {
        found,
        signs: Vec::new(),
        against: Vec::new(),
        strong: 0,
    };
    let labelled = label_sign(spec, control, named);
    if labelled {
        vote.strong += 1;
        vote.signs.push("label".to_owned());
    }
    for sign in &spec.attrs {
        let Some(value) = control.attrs.get(&sign.name) else {
            continue;
        };
        if attr_fits(sign, value, named) {
            vote.strong += 1;
            vote.signs.push(format!("attribute {}", sign.name));
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
        vote.strong += 1;
        vote.signs.push("the only one of its kind".to_owned());
    }
    if spec.roles.contains(&control.role) {
        vote.signs.push("role".to_owned());
    } else {
        vote.against.push(format!("role {}", control.role));
    }
    if control.within.iter().any(|role| spec.place.contains(role)) {
        vote.signs.push("place".to_owned());
    }
    if let Some(role) = control
        .within
        .iter()
        .find(|role| spec.outside.contains(role))
    {
        vote.against.push(format!("stands within {role}"));
    }
    row_signs(spec, named, &mut vote);
    if label::has_direction_override(&control.name) {
        vote.against
            .push("its name is written to read otherwise than it is".to_owned());
    }
    vote
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
    if spec.row.is_empty() && spec.row_label.is_none() {
        return;
    }
    let row = label::normalise(vote.found.control.row.as_deref().unwrap_or_default());
    for wanted in &spec.row {
        let fits = if wanted == "{client_id}" {
            named
                .client_ids
                .iter()
                .any(|id| row.contains(&id.to_lowercase()))
        } else {
            row.contains(&label::normalise(
                &wanted.replace("{name}", named.app.unwrap_or_default()),
            ))
        };
        if fits {
            vote.strong += 1;
            vote.signs.push(format!("row holds {wanted}"));
        } else {
            vote.against.push(format!("row does not hold {wanted}"));
        }
    }
    if let Some(key) = &spec.row_label {
        let fits = vote
            .found
            .control
            .row
            .as_deref()
            .is_some_and(|row| label::begins(key, row));
        if fits {
            vote.strong += 1;
            vote.signs.push(format!("row begins with {key}"));
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
    let need = spec.need.max(2);
    let (good, doubtful): (Vec<Vote<'a>>, Vec<Vote<'a>>) = votes
        .into_iter()
        .filter(|vote| vote.found.control.visible)
        .partition(|vote| vote.against.is_empty() && vote.signs.len() >= need);
    let Some(most) = good.iter().map(|vote| vote.signs.len()).max() else {
        return match doubtful
            .iter()
            .filter(|vote| vote.signs.len() >= need)
            .map(|vote| &vote.against)
            .next()
        {
            Some(against) if !against.is_empty() => Outcome::Unsure(format!(
                "signs contradict each other: {}",
                against.join(", ")
            )),
            _ => Outcome::Absent,
        };
    };
    let best: Vec<Found<'a>> = good
        .iter()
        .filter(|vote| vote.signs.len() == most)
        .map(|vote| vote.found)
        .collect();
    if best.len() > 1 && !spec.many {
        return Outcome::Unsure(format!("{} controls fit equally well", best.len()));
    }
    Outcome::Found(best)
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
        };
        match find(&data::get().controls[id], &[(0, &sighting)], named) {
            Outcome::Found(found) => Ok(found.iter().map(|found| found.control.id).collect()),
            Outcome::Absent => Err("absent".to_owned()),
            Outcome::Unsure(why) => Err(why),
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
    fn accounts_are_told_by_their_address() {
        assert!(holds_account(
            "Adele Admin adele@birchwood.example Signed in"
        ));
        assert!(!holds_account("Use another account"));
        assert!(!holds_account("@birchwood"));
        assert!(!holds_account("a@b@c.example"));
    }
}
