//! A guide: the steps of a journey as data. What to point at, in which words, and which fact ends
//! the step.
//!
//! The vocabulary is closed: there is no verb here that grants, submits or clicks, and `check`
//! proves that every step has words to fall back on and a fact that ends it.

use crate::data::{self, Data};
use crate::fact::{Facts, What};
use crate::journey::Place;
use crate::mark::Ask;
use crate::words::ENGLISH;
use serde::Deserialize;

/// The steps of a journey.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Guide {
    /// The file's name without its extension.
    pub id: String,
    /// In their order.
    pub step: Vec<Step>,
}

/// One step: what is to be brought about, wherever the person stands.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its id; its words are `step.<id>`.
    pub id: String,
    /// Who can do it.
    pub actor: Actor,
    /// The fact that ends it.
    pub ends: What,
    /// Whether a journey is complete without it.
    #[serde(default)]
    pub optional: bool,
    /// Where it is done when the person stands elsewhere.
    pub elsewhere: Place,
    /// The places it leads through.
    pub at: Vec<Station>,
}

/// Who can do a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Actor {
    /// Whoever connects the app.
    Starter,
    /// Whoever can grant for the tenant.
    Granter,
}

/// One place a step leads through.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one condition a guide may set"
)]
pub struct Station {
    /// Its id; its words are `at.<id>`.
    pub id: String,
    /// The pages it stands on.
    pub page: Vec<String>,
    /// The step of the seed document it comes from.
    #[serde(default)]
    pub seed: Option<String>,
    /// The control to point at, if there is one.
    #[serde(default)]
    pub light: Option<String>,
    /// What the person does with it.
    #[serde(default = "click")]
    pub ask: Ask,
    /// What is typed: `{name}` or `{client_id}` of the profile.
    #[serde(default)]
    pub text: Option<String>,
    /// Only as long as the control holds no text.
    #[serde(default)]
    pub empty: bool,
    /// Only when the control is folded.
    #[serde(default)]
    pub folded: bool,
    /// Only when the control is not ticked or chosen.
    #[serde(default)]
    pub unticked: bool,
    /// Only for an app that is registered in the tenant it is used in.
    #[serde(default)]
    pub own: bool,
    /// Only when the page has not changed for so long, in milliseconds: a list may still load.
    #[serde(default)]
    pub settled_ms: u64,
}

fn click() -> Ask {
    Ask::Click
}

impl Guide {
    /// The step to do: the first whose fact does not hold. Optional ones count when they were
    /// taken.
    pub fn current(&self, facts: &Facts, taken: &[String], now: u64) -> Option<&Step> {
        self.step.iter().find(|step| {
            // What is optional is not asked for again because it was seen long ago.
            if step.optional {
                taken.contains(&step.id) && !facts.held(step.ends)
            } else {
                !facts.holds(step.ends, now)
            }
        })
    }

    /// What is wrong with it among the other tables of `data`: a step or station without words, a
    /// control nobody describes, a place that leads nowhere.
    pub(crate) fn problems(&self, data: &Data) -> Vec<String> {
        let mut problems = Vec::new();
        let has_words = |key: &str| data.words.get(ENGLISH).is_some_and(|words| words.has(key));
        let is_known = |control: &String| {
            data.controls.contains_key(control)
                || data
                    .profiles
                    .iter()
                    .filter_map(|profile| profile.entry.as_ref())
                    .any(|entry| entry.control.contains_key(control))
        };
        for step in &self.step {
            if step.at.is_empty() {
                problems.push(format!("step {} leads through no place", step.id));
            }
            let keys = [("step", &step.id)];
            let stations = step.at.iter().map(|station| ("at", &station.id));
            for (kind, id) in keys.into_iter().chain(stations) {
                for part in ["title", "text"] {
                    let key = format!("{kind}.{id}.{part}");
                    if !has_words(&key) {
                        problems.push(format!("{id} has no words: {key}"));
                    }
                }
            }
            for station in &step.at {
                if let Some(control) = station.light.as_ref().filter(|light| !is_known(light)) {
                    problems.push(format!(
                        "station {} points at unknown {control}",
                        station.id
                    ));
                }
                if (station.ask == Ask::Type) != station.text.is_some() {
                    problems.push(format!(
                        "station {} must say what to type, or not ask to",
                        station.id
                    ));
                }
            }
        }
        problems
    }
}

/// The one guide there is.
///
/// # Panics
///
/// Never: a test holds that it is shipped.
pub fn authorize_connector() -> &'static Guide {
    data::get()
        .guides
        .iter()
        .find(|guide| guide.id == "authorize-connector")
        .expect("shipped")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is wrong with the shipped guide after a change to its first step.
    fn problems(change: impl FnOnce(&mut Step)) -> Vec<String> {
        let text = include_str!("../guides/authorize-connector.toml");
        let mut guide: Guide = toml::from_str(text).unwrap();
        change(&mut guide.step[0]);
        guide.problems(data::get())
    }

    #[test]
    fn a_guide_says_which_of_its_steps_cannot_be_walked() {
        assert_eq!(problems(|_| {}), [""; 0]);
        let nowhere = problems(|step| step.at.clear());
        assert_eq!(nowhere.len(), 1, "{nowhere:?}");
        assert!(
            nowhere[0].ends_with("leads through no place"),
            "{nowhere:?}"
        );
        assert_eq!(
            problems(|step| step.id = "weather".to_owned()),
            [
                "weather has no words: step.weather.title",
                "weather has no words: step.weather.text"
            ]
        );
        assert_eq!(
            problems(|step| step.at[0].id = "weather".to_owned()),
            [
                "weather has no words: at.weather.title",
                "weather has no words: at.weather.text"
            ]
        );
        let unknown = problems(|step| step.at[0].light = Some("weather".to_owned()));
        assert_eq!(unknown.len(), 1, "{unknown:?}");
        assert!(
            unknown[0].ends_with("points at unknown weather"),
            "{unknown:?}"
        );
        for ask in [Ask::Type, Ask::Click] {
            let silent = problems(|step| {
                step.at[0].ask = ask;
                step.at[0].text = (ask != Ask::Type).then(|| "words".to_owned());
            });
            assert_eq!(silent.len(), 1, "{silent:?}");
            assert!(silent[0].ends_with("or not ask to"), "{silent:?}");
        }
    }
}
