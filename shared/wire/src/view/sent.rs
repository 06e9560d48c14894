//! A choice as a face sends it: its name beside what it is about, in one object.
//!
//! Read as one flat object instead of one for each choice: what serde makes of an enum with thirty
//! kinds of objects was the largest function of the worker, and slow to load for what it does.

use super::Choice;
use crate::api::Role;
use crate::journey::Place;
use crate::journey::Side;
use serde::de::Error;
use serde::{Deserialize, Deserializer};

#[derive(Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Sent {
    #[serde(rename = "do")]
    what: String,
    at: Option<u64>,
    connection: Option<String>,
    delete: Option<bool>,
    journey: Option<String>,
    name: Option<String>,
    on: Option<bool>,
    place: Option<Place>,
    profile: Option<String>,
    readable: Option<bool>,
    recipe: Option<String>,
    role: Option<Role>,
    side: Option<Side>,
    step: Option<String>,
    tab: Option<u32>,
    text: Option<String>,
}

impl<'de> Deserialize<'de> for Choice {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut sent = Sent::deserialize(deserializer)?;
        let choice = sent.take();
        // What belongs to another choice does not belong here.
        choice
            .filter(|_| sent == Sent::default())
            .ok_or_else(|| D::Error::custom("this is no choice"))
    }
}

impl Sent {
    /// The choice, if all it needs is there. What it is made of is gone afterwards.
    fn take(&mut self) -> Option<Choice> {
        let what = std::mem::take(&mut self.what);
        Some(match what.as_str() {
            "begin" => Choice::Begin {
                profile: self.profile.take()?,
                role: self.role.take()?,
            },
            "name_app" => Choice::NameApp {
                text: self.text.take(),
            },
            "connect" => Choice::Connect {
                journey: self.journey.take()?,
            },
            "add_connection" => Choice::AddConnection {
                connection: self.connection.take()?,
            },
            "decline_connection" => Choice::DeclineConnection {
                connection: self.connection.take()?,
            },
            "unproven" => Choice::Unproven {
                journey: self.journey.take()?,
            },
            "say_done" => Choice::SayDone {
                journey: self.journey.take()?,
                step: self.step.take()?,
            },
            "go" => Choice::Go {
                journey: self.journey.take()?,
            },
            "hand_off" => Choice::HandOff {
                journey: self.journey.take()?,
            },
            "check" => Choice::Check {
                journey: self.journey.take()?,
            },
            "reauthorize" => Choice::Reauthorize {
                journey: self.journey.take()?,
            },
            "skip" => Choice::Skip {
                journey: self.journey.take()?,
                step: self.step.take()?,
            },
            "take" => Choice::Take {
                journey: self.journey.take()?,
                step: self.step.take()?,
            },
            "ask_leave" => Choice::AskLeave {
                journey: self.journey.take()?,
            },
            "ask_start_over" => Choice::AskStartOver {
                journey: self.journey.take()?,
            },
            "stay" => Choice::Stay,
            "leave" => Choice::Leave {
                journey: self.journey.take()?,
                delete: self.delete.take().unwrap_or_default(),
            },
            "start_over" => Choice::StartOver {
                journey: self.journey.take()?,
                delete: self.delete.take().unwrap_or_default(),
            },
            "dismiss" => Choice::Dismiss,
            "back" => Choice::Back {
                journey: self.journey.take()?,
            },
            "forward" => Choice::Forward {
                journey: self.journey.take()?,
            },
            "guide" => Choice::Guide {
                journey: self.journey.take()?,
                tab: self.tab.take(),
            },
            "side" => Choice::Side {
                journey: self.journey.take()?,
                side: self.side.take(),
            },
            "remind" => Choice::Remind {
                journey: self.journey.take()?,
                at: self.at.take(),
            },
            "open" => Choice::Open {
                journey: self.journey.take()?,
                place: self.place.take()?,
            },
            "undone" => Choice::Undone {
                journey: self.journey.take()?,
                recipe: self.recipe.take()?,
            },
            "resume" => Choice::Resume {
                journey: self.journey.take()?,
            },
            "record" => Choice::Record {
                journey: self.journey.take()?,
                readable: self.readable.take()?,
            },
            "ask_release" => Choice::AskRelease {
                tab: self.tab.take()?,
            },
            "release" => Choice::Release {
                tab: self.tab.take()?,
            },
            "keep_hold" => Choice::KeepHold {
                tab: self.tab.take()?,
            },
            "hide" => Choice::Hide {
                tab: self.tab.take()?,
            },
            "zero_touch" => Choice::ZeroTouch {
                on: self.on.take()?,
            },
            "set" => Choice::Set {
                name: self.name.take()?,
                text: self.text.take(),
            },
            "options" => Choice::Options,
            "diagnose" => Choice::Diagnose {
                tab: self.tab.take()?,
                on: self.on.take()?,
            },
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn read(sent: Value) -> Option<Choice> {
        serde_json::from_value(sent).ok()
    }

    #[test]
    fn what_a_face_sends_is_read_as_it_was_meant() {
        let journey = || "j1".to_owned();
        for choice in [
            Choice::Begin {
                profile: "p".into(),
                role: Role::GlobalAdmin,
            },
            Choice::NameApp {
                text: Some("t".into()),
            },
            Choice::NameApp { text: None },
            Choice::Connect { journey: journey() },
            Choice::AddConnection {
                connection: "c".into(),
            },
            Choice::DeclineConnection {
                connection: "c".into(),
            },
            Choice::Unproven { journey: journey() },
            Choice::SayDone {
                journey: journey(),
                step: "s".into(),
            },
            Choice::Go { journey: journey() },
            Choice::HandOff { journey: journey() },
            Choice::Check { journey: journey() },
            Choice::Reauthorize { journey: journey() },
            Choice::Skip {
                journey: journey(),
                step: "s".into(),
            },
            Choice::Take {
                journey: journey(),
                step: "s".into(),
            },
            Choice::AskLeave { journey: journey() },
            Choice::AskStartOver { journey: journey() },
            Choice::Stay,
            Choice::Leave {
                journey: journey(),
                delete: true,
            },
            Choice::StartOver {
                journey: journey(),
                delete: true,
            },
            Choice::Dismiss,
            Choice::Back { journey: journey() },
            Choice::Forward { journey: journey() },
            Choice::Guide {
                journey: journey(),
                tab: Some(7),
            },
            Choice::Side {
                journey: journey(),
                side: Some(Side::Source),
            },
            Choice::Remind {
                journey: journey(),
                at: Some(8),
            },
            Choice::Open {
                journey: journey(),
                place: Place::Users,
            },
            Choice::Undone {
                journey: journey(),
                recipe: "r".into(),
            },
            Choice::Resume { journey: journey() },
            Choice::Record {
                journey: journey(),
                readable: true,
            },
            Choice::AskRelease { tab: 7 },
            Choice::Release { tab: 7 },
            Choice::KeepHold { tab: 7 },
            Choice::Hide { tab: 7 },
            Choice::ZeroTouch { on: true },
            Choice::Set {
                name: "n".into(),
                text: Some("t".into()),
            },
            Choice::Options,
            Choice::Diagnose { tab: 7, on: true },
        ] {
            let sent = serde_json::to_value(&choice).unwrap();
            assert_eq!(read(sent.clone()), Some(choice.clone()), "{sent}");
            // A card's counts for its own tab, and says the same otherwise.
            let mut own = sent.clone();
            if let Some(tab) = own.get_mut("tab").filter(|tab| !tab.is_null()) {
                *tab = json!(9);
            }
            assert_eq!(serde_json::to_value(choice.in_tab(9)).unwrap(), own);
        }
    }

    #[test]
    fn what_may_be_left_out_may_be_and_nothing_else() {
        let leave = Choice::Leave {
            journey: "j1".to_owned(),
            delete: false,
        };
        assert_eq!(read(json!({ "do": "leave", "journey": "j1" })), Some(leave));
        for sent in [
            json!({ "do": "leave" }),
            json!({ "journey": "j1" }),
            json!({ "do": "click", "journey": "j1" }),
            json!({ "do": "back", "journey": "j1", "tab": 1 }),
            json!({ "do": "back", "journey": "j1", "selector": "#a" }),
            json!({ "do": "back", "journey": 1 }),
            json!("stay"),
        ] {
            assert_eq!(read(sent.clone()), None, "{sent}");
        }
    }
}
