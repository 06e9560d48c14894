//! The guide, and what may be wrong with one.

use crate::data::Catalog;
use crate::fluent::ENGLISH;
use crate::guide::Guide;
use consentry_wire::mark::Ask;

/// The one guide there is.
///
/// # Panics
///
/// Never: a test holds that it is shipped.
pub fn authorize_connector(catalog: &Catalog) -> &Guide {
    catalog
        .guides
        .iter()
        .find(|guide| guide.id == "authorize-connector")
        .expect("shipped")
}

/// What is wrong with it among the other tables of `data`: a step or target without words, a
/// control nobody describes, a place that leads nowhere.
pub fn problems(guide: &Guide, data: &Catalog) -> Vec<String> {
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
    for step in &guide.step {
        if step.at.is_empty() {
            problems.push(format!("step {} leads through no place", step.id));
        }
        let keys = [("step", &step.id)];
        let targets = step.at.iter().map(|target| ("at", &target.id));
        for (kind, id) in keys.into_iter().chain(targets) {
            for part in ["title", "text"] {
                let key = format!("{kind}.{id}.{part}");
                if !has_words(&key) {
                    problems.push(format!("{id} has no words: {key}"));
                }
            }
        }
        for target in &step.at {
            if let Some(control) = target.light.as_ref().filter(|light| !is_known(light)) {
                problems.push(format!("target {} points at unknown {control}", target.id));
            }
            if (target.ask == Ask::Type) != target.text.is_some() {
                problems.push(format!(
                    "target {} must say what to type, or not ask to",
                    target.id
                ));
            }
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::Step;

    /// What is wrong with the shipped guide after a change to its first step.
    fn problems(change: impl FnOnce(&mut Step)) -> Vec<String> {
        let text = include_str!("../guides/authorize-connector.toml");
        let mut guide: Guide = toml::from_str(text).unwrap();
        change(&mut guide.step[0]);
        super::problems(&guide, Catalog::built_in())
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
