//! Settings: what is packaged, overruled by what a person set, overruled by what a policy says.
//!
//! Each value counts on its own. One that makes no sense is refused with a word, and the one it
//! would have overruled stands.

use crate::address::{self, Site};
use crate::entered;
use crate::model::{Settings, TickPolicy};
use consentry_catalog::languages;
use consentry_catalog::pack;
use consentry_wire::text::{Message, Text, in_english, message, say};
use consentry_wire::values;
use serde_json::Value;
use url::Url;

/// Where a setting comes from; the later overrules the earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// `settings.json` in the package.
    Package,
    /// What a person set.
    Own,
    /// `chrome.storage.managed`: what an organization's policy says.
    Policy,
}

/// The language to be spoken: the one that was set, else the one of the browser, else English.
pub fn language(sources: &[(Source, Value)], of_browser: &str) -> &'static str {
    let set = sources
        .iter()
        .filter(|(_, value)| is_language(&value["language"]))
        .max_by_key(|(source, _)| *source)
        .and_then(|(_, value)| value["language"].as_str());
    languages::negotiate(&[set.unwrap_or(of_browser)])
}

/// A language there are words in, and no other: who sets one is to learn that it is not spoken.
fn is_language(value: &Value) -> bool {
    value
        .as_str()
        .is_some_and(|tag| languages::languages().contains_key(tag))
}

/// Reads the sources, each an object, in any order. What is no object says nothing.
pub fn read(sources: &[(Source, Value)]) -> Settings {
    // Nobody is asked before somebody has said whom to ask.
    let mut settings = Settings {
        backend: String::new(),
        ..Settings::default()
    };
    let mut sources: Vec<&(Source, Value)> = sources.iter().collect();
    sources.sort_by_key(|(source, _)| *source);
    for (source, value) in sources {
        let says = value.as_object().is_some_and(|all| !all.is_empty());
        settings.managed |= *source == Source::Policy && says;
        for (key, value) in value.as_object().into_iter().flatten() {
            match set(&mut settings, *source, key, value) {
                Ok(()) if *source == Source::Policy => settings.fixed.push(key.clone()),
                Ok(()) if *source == Source::Own => settings.own.push(key.clone()),
                Ok(()) => {}
                Err(why) => settings.refused.push(refusal(*source, key, why)),
            }
        }
    }
    settings
}

fn refusal(source: Source, key: &str, why: Text) -> Text {
    let from = match source {
        Source::Package => message("settings.from.package"),
        Source::Own => message("settings.from.own"),
        Source::Policy => message("settings.from.policy"),
    };
    // A key may come from anywhere and be anything.
    let name: String = key.chars().take(40).collect();
    say(
        "settings.refused",
        &values!["from" => from, "name" => name, "why" => why],
    )
}

fn set(settings: &mut Settings, source: Source, key: &str, value: &Value) -> Result<(), Text> {
    match key {
        "backend" => settings.backend = backend(value)?,
        "portal" => settings.portal = portal(value)?,
        "tickPolicy" => {
            settings.tick_policy = match value.as_str() {
                Some("warn") => TickPolicy::Warn,
                Some("confirm") => TickPolicy::Confirm,
                Some("forbid") => TickPolicy::Forbid,
                _ => return Err(message("settings.needs.tick")),
            }
        }
        "language" => {
            if !is_language(value) {
                let tags: Vec<Text> = languages::languages().keys().map(Text::from).collect();
                let tags = Text::from(Message::Any(tags));
                return Err(say("settings.needs.language", &[("tags", tags)]));
            }
            value
                .as_str()
                .unwrap_or_default()
                .clone_into(&mut settings.language);
        }
        "zeroTouch" => {
            settings.zero_touch = yes_or_no(value)?;
        }
        "allowedClients" => {
            let (clients, wrong) = match clients(value) {
                Ok(read) => read,
                Err(why) => (Vec::new(), Some(why)),
            };
            // Of a list that makes no sense nothing is left: it allows nothing, and never everything.
            settings.only_allowed = !clients.is_empty() || wrong.is_some();
            settings.allowed_clients = clients;
            settings
                .refused
                .extend(wrong.map(|why| refusal(source, key, why)));
        }
        "forbiddenClients" => {
            let (clients, wrong) = clients(value)?;
            settings.forbidden_clients = clients;
            settings
                .refused
                .extend(wrong.map(|why| refusal(source, key, why)));
        }
        "reducedGuidance" => {
            settings.reduced_guidance = yes_or_no(value)?;
        }
        // What stands in for Microsoft is known by who packaged it, and by nobody else: a page that
        // could call itself practice would be believed once too often.
        "practice" if source == Source::Package => {
            settings.practice = yes_or_no(value)?;
        }
        // Who rolls out a package of their own may welcome their people themselves.
        "firstRun" if source == Source::Package => {
            settings.first_run = yes_or_no(value)?;
        }
        "profiles" => {
            // A browser's policy has no free objects: there it is the JSON's text.
            let read = value.as_str().map(serde_json::from_str::<Value>);
            let value = read.and_then(Result::ok).unwrap_or_else(|| value.clone());
            let profiles = value
                .as_object()
                .ok_or_else(|| message("settings.needs.profiles"))?;
            let (wrong, right): (Vec<_>, Vec<_>) = profiles
                .iter()
                .map(|(id, patch)| (id, patch, pack::profile_problem(id, patch)))
                .partition(|(_, _, problem)| problem.is_some());
            settings.profiles = right
                .into_iter()
                .map(|(id, patch, _)| (id.clone(), patch.clone()))
                .collect();
            for (id, _, why) in wrong {
                let name = format!("{key}.{id}");
                let why = in_english(&why.unwrap_or_default());
                settings.refused.push(refusal(source, &name, why));
            }
        }
        // A policy has `profiles` for it.
        _ if source == Source::Own && entered::profile(key).is_some() => {
            let id = entered::form(value)?;
            let profile = entered::profile(key).unwrap_or_default();
            settings.clients.insert(profile.to_owned(), id);
        }
        // The worker checks packs itself: none of the three is part of the settings.
        "dataPackKey" | "dataPack" | "dataPackSerial" if source == Source::Policy => {
            if !value.is_string() {
                return Err(message("settings.needs.text"));
            }
        }
        // For who packages it: every page is diagnosed.
        "diagnose" if source == Source::Package => {
            settings.diagnose = yes_or_no(value)?;
        }
        _ => return Err(message("settings.unknown")),
    }
    Ok(())
}

/// What a person typed as a setting, as its value. An empty list or address means: as if it had
/// never been set.
///
/// # Errors
///
/// Why it makes no sense, in words.
pub(crate) fn typed(name: &str, text: &str) -> Result<Option<Value>, Text> {
    let value = match name {
        "zeroTouch" | "reducedGuidance" => match text {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            _ => return Err(message("settings.needs.yes-or-no")),
        },
        "allowedClients" | "forbiddenClients" => text
            .split([',', ';', ' ', '\n', '\r', '\t'])
            .map(|entry| consentry_catalog::guid::app_id(entry).unwrap_or_else(|| entry.to_owned()))
            .filter(|entry| !entry.is_empty())
            .map(Value::from)
            .collect(),
        _ => Value::from(text.trim()),
    };
    if value.as_array().is_some_and(Vec::is_empty) || value == "" {
        return Ok(None);
    }
    // Part of a list may be left out elsewhere; here the person can correct it.
    let wrong: Vec<&str> = value
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .filter(|entry| consentry_catalog::guid::app_id(entry).is_none())
        .collect();
    if !wrong.is_empty() {
        return Err(say("settings.needs.ids", &[("wrong", &wrong.join(", "))]));
    }
    set(&mut Settings::default(), Source::Own, name, &value)?;
    Ok(Some(value))
}

fn yes_or_no(value: &Value) -> Result<bool, Text> {
    value
        .as_bool()
        .ok_or_else(|| message("settings.needs.yes-or-no"))
}

fn backend(value: &Value) -> Result<String, Text> {
    let wrong = || message("settings.needs.backend");
    let text = value.as_str().ok_or_else(wrong)?;
    let url = Url::parse(text).map_err(|_| wrong())?;
    let local = matches!(url.host_str(), Some("localhost" | "127.0.0.1"));
    let plain = url.username().is_empty() && url.password().is_none() && url.query().is_none();
    if (url.scheme() == "https" || (url.scheme() == "http" && local)) && plain {
        Ok(text.trim_end_matches('/').to_owned())
    } else {
        Err(wrong())
    }
}

fn portal(value: &Value) -> Result<String, Text> {
    let text = value.as_str().unwrap_or_default();
    if address::site(text, "") == Some(Site::Portal) {
        Ok(text.trim_end_matches('/').to_owned())
    } else {
        Err(message("settings.needs.portal"))
    }
}

/// The application ids of a list, and why some of it is left out.
fn clients(value: &Value) -> Result<(Vec<String>, Option<Text>), Text> {
    let list = value
        .as_array()
        .ok_or_else(|| message("settings.needs.clients"))?;
    let good: Vec<String> = list
        .iter()
        .filter_map(Value::as_str)
        .filter_map(consentry_catalog::guid::app_id)
        .collect();
    let left_out = list.len() - good.len();
    let wrong =
        (left_out > 0).then(|| say("settings.needs.client", &[("count", &left_out.to_string())]));
    Ok((good, wrong))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::English as _;
    use proptest::prelude::*;
    use serde_json::json;

    const APP: &str = "d62121f3-e023-4972-b6b0-794190c0fd98";

    #[test]
    fn the_browser_is_asked_about_a_backend_elsewhere_and_not_about_this_machine() {
        let pattern = |backend: &str| {
            let backend = backend.to_owned();
            let settings = Settings {
                backend,
                ..Settings::default()
            };
            settings.backend_pattern()
        };
        assert_eq!(
            pattern("https://connect.example:8443/api").as_deref(),
            Some("https://connect.example/*")
        );
        assert_eq!(pattern("http://localhost:7430"), None);
    }

    #[test]
    fn without_a_word_about_a_backend_there_is_none() {
        let settings = read(&[(
            Source::Package,
            json!({ "portal": "https://portal.azure.com" }),
        )]);
        assert!(!settings.has_backend());
        let own = (Source::Own, json!({ "backend": "https://own.example" }));
        assert!(read(&[own]).has_backend());
    }

    #[test]
    fn a_policy_overrules_a_person_and_a_person_the_package_value_by_value() {
        let settings = read(&[
            (
                Source::Policy,
                json!({ "backend": "https://policy.example" }),
            ),
            (
                Source::Own,
                json!({ "backend": "https://own.example", "zeroTouch": true }),
            ),
            (
                Source::Package,
                json!({ "backend": "http://localhost:7430", "portal": "https://entra.microsoft.com/" }),
            ),
        ]);
        assert_eq!(settings.backend, "https://policy.example");
        assert_eq!(settings.portal, "https://entra.microsoft.com");
        assert!(settings.zero_touch);
        assert_eq!(settings.fixed, ["backend"]);
        assert_eq!(settings.refused, Vec::new());
    }

    #[test]
    fn guidance_is_reduced_where_that_is_set() {
        let set = |on: bool| read(&[(Source::Own, json!({ "reducedGuidance": on }))]);
        assert!(set(true).reduced_guidance);
        assert!(!set(false).reduced_guidance);
        assert_eq!(set(true).refused, Vec::new());
    }

    #[test]
    fn a_wrong_value_is_refused_with_a_word_and_the_others_count() {
        let settings = read(&[
            (Source::Own, json!({ "portal": "https://portal.azure.us" })),
            (
                Source::Policy,
                json!({
                    "portal": "https://portal.azure.com.evil.example",
                    "tickPolicy": "forbidd",
                    "zeroTouch": "yes",
                    "nonsense": 1,
                    "forbiddenClients": [APP.to_uppercase(), "not an id", 7],
                }),
            ),
        ]);
        assert_eq!(settings.portal, "https://portal.azure.us");
        assert_eq!(settings.tick_policy, TickPolicy::default());
        assert!(!settings.zero_touch);
        assert_eq!(settings.forbidden_clients, [APP]);
        assert_eq!(settings.refused.len(), 5, "{:?}", settings.refused);
        assert!(
            settings
                .refused
                .iter()
                .any(|word| word.english().contains("nonsense"))
        );
        assert!(
            settings
                .refused
                .iter()
                .any(|word| word.english().contains('2'))
        );
    }

    #[test]
    fn a_list_of_allowed_apps_of_which_nothing_can_be_read_allows_nothing_and_says_so() {
        for list in [
            json!(["mistyped"]),
            json!([7]),
            json!("mistyped"),
            json!({}),
        ] {
            let settings = read(&[
                (Source::Own, json!({ "allowedClients": [APP] })),
                (Source::Policy, json!({ "allowedClients": list })),
            ]);
            assert_eq!(settings.allowed_clients, Vec::<String>::new(), "{list}");
            assert!(settings.lists_apps() && !settings.allows(APP), "{list}");
            assert!(
                settings.fixes("allowedClients"),
                "no person can set another"
            );
            assert_eq!(settings.refused.len(), 1, "{list}");
        }
    }

    #[test]
    fn an_id_counts_in_every_form_a_policy_may_write_it_in() {
        for form in [
            APP.to_uppercase(),
            format!("{{{APP}}}"),
            APP.replace('-', ""),
            format!(" {APP}\n"),
        ] {
            for name in ["allowedClients", "forbiddenClients"] {
                let settings = read(&[(Source::Policy, json!({ name: [form] }))]);
                let list = [&settings.allowed_clients, &settings.forbidden_clients];
                assert!(list.contains(&&vec![APP.to_owned()]), "{form:?}");
                assert_eq!(settings.refused, [], "{form:?}");
            }
        }
    }

    #[test]
    fn a_backend_is_reached_over_tls_or_on_this_machine() {
        for (address, good) in [
            ("https://consentry.example", true),
            ("https://consentry.example/base", true),
            ("http://localhost:7430", true),
            ("http://127.0.0.1:7430/", true),
            ("http://consentry.example", false),
            ("https://user:secret@consentry.example", false),
            ("https://consentry.example?x=1", false),
            ("javascript:alert(1)", false),
            ("consentry.example", false),
            ("", false),
        ] {
            let settings = read(&[(Source::Own, json!({ "backend": address }))]);
            assert_eq!(settings.refused.is_empty(), good, "{address}");
        }
    }

    #[test]
    fn only_the_package_has_every_page_diagnosed() {
        assert!(read(&[(Source::Package, json!({ "diagnose": true }))]).diagnose);
        assert!(!read(&[(Source::Policy, json!({ "diagnose": true }))]).diagnose);
    }

    proptest! {
        #[test]
        fn whatever_a_source_says_is_taken_or_refused(key in "[a-zA-Z]{0,60}", text in ".*", yes: bool) {
            for value in [json!(text), json!(yes), json!([text]), json!({ "a": text }), json!(null)] {
                for source in [Source::Package, Source::Own, Source::Policy] {
                    let settings = read(&[(source, json!({ &key: value.clone() }))]);
                    let taken = settings != Settings { refused: settings.refused.clone(), ..Settings::default() };
                    prop_assert!(taken || !settings.refused.is_empty() || Settings::default() == settings);
                }
            }
        }
    }

    #[test]
    fn the_language_that_was_set_last_is_spoken_and_else_the_browsers() {
        let own = (Source::Own, json!({ "language": "fr" }));
        let policy = (Source::Policy, json!({ "language": "ja" }));
        let unknown = (Source::Policy, json!({ "language": "tlh" }));
        assert_eq!(language(&[], "de-AT"), "de");
        assert_eq!(language(&[], "tlh"), "en");
        assert_eq!(language(std::slice::from_ref(&own), "de"), "fr");
        assert_eq!(language(&[policy, own.clone()], "de"), "ja");
        assert_eq!(language(&[unknown, own], "de"), "fr");
    }

    #[test]
    fn of_a_list_the_good_ids_are_allowed_and_an_empty_list_allows_everything() {
        let allowed = |list: Value| {
            let settings = read(&[(Source::Policy, json!({ "allowedClients": list }))]);
            (
                settings.allowed_clients.len(),
                settings.fixed.len(),
                settings.refused.len(),
            )
        };
        assert_eq!(allowed(json!([APP, "Mover"])), (1, 1, 1));
        assert_eq!(allowed(json!(["Mover"])), (0, 1, 1));
        assert_eq!(allowed(json!([])), (0, 1, 0));
    }
}
