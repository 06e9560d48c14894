use super::*;
use crate::english::English as _;
use crate::model::TickPolicy;
use consentry_catalog::Catalog;
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
    let settings = read(
        Catalog::built_in(),
        &[(
            Source::Package,
            json!({ "portal": "https://portal.azure.com" }),
        )],
    );
    assert!(!settings.has_backend());
    let own = (Source::Own, json!({ "backend": "https://own.example" }));
    assert!(read(Catalog::built_in(), &[own]).has_backend());
}

#[test]
fn a_policy_overrules_a_person_and_a_person_the_package_value_by_value() {
    let settings = read(
        Catalog::built_in(),
        &[
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
        ],
    );
    assert_eq!(settings.backend, "https://policy.example");
    assert_eq!(settings.portal, "https://entra.microsoft.com");
    assert!(settings.zero_touch);
    assert_eq!(settings.fixed, ["backend"]);
    assert_eq!(settings.refused, Vec::new());
}

#[test]
fn guidance_is_reduced_where_that_is_set() {
    let set = |on: bool| {
        read(
            Catalog::built_in(),
            &[(Source::Own, json!({ "reducedGuidance": on }))],
        )
    };
    assert!(set(true).reduced_guidance);
    assert!(!set(false).reduced_guidance);
    assert_eq!(set(true).refused, Vec::new());
}

#[test]
fn a_wrong_value_is_refused_with_a_word_and_the_others_count() {
    let settings = read(
        Catalog::built_in(),
        &[
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
        ],
    );
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
        let settings = read(
            Catalog::built_in(),
            &[
                (Source::Own, json!({ "allowedClients": [APP] })),
                (Source::Policy, json!({ "allowedClients": list })),
            ],
        );
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
            let settings = read(
                Catalog::built_in(),
                &[(Source::Policy, json!({ name: [form] }))],
            );
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
        let settings = read(
            Catalog::built_in(),
            &[(Source::Own, json!({ "backend": address }))],
        );
        assert_eq!(settings.refused.is_empty(), good, "{address}");
    }
}

#[test]
fn only_the_package_has_every_page_diagnosed() {
    assert!(
        read(
            Catalog::built_in(),
            &[(Source::Package, json!({ "diagnose": true }))]
        )
        .diagnose
    );
    assert!(
        !read(
            Catalog::built_in(),
            &[(Source::Policy, json!({ "diagnose": true }))]
        )
        .diagnose
    );
}

proptest! {
    #[test]
    fn whatever_a_source_says_is_taken_or_refused(key in "[a-zA-Z]{0,60}", text in ".*", yes: bool) {
        for value in [json!(text), json!(yes), json!([text]), json!({ "a": text }), json!(null)] {
            for source in [Source::Package, Source::Own, Source::Policy] {
                let settings = read(Catalog::built_in(), &[(source, json!({ &key: value.clone() }))]);
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
        let settings = read(
            Catalog::built_in(),
            &[(Source::Policy, json!({ "allowedClients": list }))],
        );
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
