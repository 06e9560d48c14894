//! Every language says everything: its file is read as the extension reads it.

#![expect(
    clippy::unwrap_used,
    reason = "a file that cannot be read fails the test"
)]

use consentry_catalog::Catalog;
use consentry_catalog::languages;
use consentry_catalog::sentences;
use consentry_text::words;
use consentry_wire::language_spans::language_spans;
use consentry_wire::view::View;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

fn file(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../words");
    fs::read_to_string(folder.join(name)).unwrap()
}

/// The sentences of `permissions.toml` in a language, by the English ones.
fn sentences(tag: &str) -> BTreeMap<String, String> {
    sentences::of_permissions(tag)
}

/// Those of the backend's problems.
fn problems(tag: &str) -> BTreeMap<String, String> {
    sentences::of_problems(tag)
}

fn bring_all() {
    for tag in languages::languages().keys() {
        let sentences = if tag == languages::ENGLISH {
            BTreeMap::new()
        } else {
            let mut all = sentences(tag);
            all.extend(problems(tag));
            all
        };
        assert!(words::load_language(
            tag,
            &file(&format!("{tag}.ftl")),
            sentences
        ));
    }
}

fn in_each(act: impl Fn(&str)) {
    bring_all();
    for tag in languages::languages().keys() {
        words::with_language(tag, || act(tag));
    }
}

#[test]
fn there_are_seven_languages_and_one_of_them_runs_from_right_to_left() {
    let all = languages::languages();
    let tags: Vec<&String> = all.keys().collect();
    assert_eq!(tags, ["de", "en", "es", "fr", "he", "ja", "pt-BR"]);
    let right_to_left = all.values().filter(|one| one.direction == "rtl").count();
    assert_eq!(right_to_left, 1);
}

#[test]
fn each_language_says_its_own_words_and_not_the_english_ones() {
    let english = words::say("consent.held.title", &[]);
    in_each(|tag| {
        let said = words::say("consent.held.title", &[]);
        assert_eq!(said == english, tag == languages::ENGLISH, "{tag}: {said}");
    });
}

#[test]
fn a_count_is_never_said_as_another_one() {
    in_each(|tag| {
        for count in ["0", "2", "5", "43", "1000000"] {
            let names = [("count", count), ("risks", "")];
            let asks = words::say("consent.asks", &names);
            assert!(asks.contains(count), "{tag}: {asks}");
            let names = [("sites", count), ("users", "17")];
            let done = words::say("done.text", &names);
            assert!(done.contains(count) && done.contains("17"), "{tag}: {done}");
        }
    });
}

#[test]
fn what_a_store_shows_of_the_extension_is_not_cut_off() {
    // developer.chrome.com, Manifest: "name" has at most 75 characters, "description" 132.
    in_each(|tag| {
        let name = words::say("manifest.name", &[]);
        assert!(name.chars().count() <= 75, "{tag}: {name}");
        let description = words::say("manifest.description", &[]);
        let length = description.chars().count();
        assert!(length <= 132, "{tag}: {length}: {description}");
    });
}

#[test]
fn a_name_from_elsewhere_stands_apart_in_a_text_from_right_to_left() {
    bring_all();
    words::with_language("he", || {
        let said = words::say("consent.title", &[("app", "Office 365 Mover")]);
        assert!(said.contains("\u{2068}Office 365 Mover\u{2069}"), "{said}");
    });
}

/// What `Mail.Read` lets an app do as a person.
const MAIL: &str = "Read all of your mail.";

#[test]
fn what_a_permission_means_is_said_in_each_language_and_told_to_be() {
    in_each(|tag| {
        let said = words::sentence(MAIL);
        assert_eq!(said.lang, tag);
        assert_eq!(
            said.text == MAIL,
            tag == languages::ENGLISH,
            "{}",
            said.text
        );
    });
}

#[test]
fn a_sentence_nobody_translated_is_said_in_english_and_told_to_be() {
    bring_all();
    let changed = "Read all of your mail, as a data pack puts it.";
    words::with_language("de", || {
        let said = words::sentence(changed);
        assert_eq!((said.text, said.lang), (changed, "en"));
    });
}

#[test]
fn what_a_backend_says_is_told_in_each_language_with_the_apps_name() {
    let english =
        "Microsoft has no record of a consent to Office 365 Mover that covers this request.";
    in_each(|tag| {
        let told = words::translate_server_text(english);
        assert!(told.contains("Office 365 Mover"), "{tag}: {told}");
        assert_eq!(told == english, tag == languages::ENGLISH, "{told}");
        let parts = language_spans(&told);
        assert!(parts.iter().all(|run| !run.english), "{tag}: {told}");
        // A later backend may say what nobody has translated yet.
        let unknown = words::translate_server_text("The moon is in the way.");
        let parts = language_spans(&unknown);
        assert_eq!(
            parts.iter().any(|run| run.english),
            tag != languages::ENGLISH,
            "{tag}"
        );
    });
}

#[test]
fn where_a_languages_files_cannot_be_read_english_is_spoken() {
    assert!(!words::is_loaded("fr"));
    words::with_language("fr", || {
        assert_eq!(words::current_language().0, "en");
        assert_eq!(words::say("settings.needs.text", &[]), "It must be text.");
        assert_eq!(words::sentence(MAIL).text, MAIL);
    });
    // Its words alone: what a permission means stays English, and says so.
    assert!(words::load_language("fr", &file("fr.ftl"), BTreeMap::new()));
    words::with_language("fr", || {
        assert_eq!(words::current_language().0, "fr");
        assert_eq!(words::sentence(MAIL).lang, "en");
    });
}

#[test]
fn every_translated_sentence_is_short_whole_and_another() {
    for tag in languages::languages().keys().filter(|tag| *tag != "en") {
        for (english, own) in sentences(tag) {
            assert!(own.ends_with(['.', '。']), "{tag}: {own}");
            assert!(own.trim() == own && !own.contains("  "), "{tag}: {own}");
            assert!(own != english, "{tag}: {own}");
            assert!(own.chars().count() <= 180, "{tag}: {own}");
        }
    }
}

#[test]
fn a_browser_gets_the_nearest_language() {
    for (wanted, got) in [
        (&["de-AT"][..], "de"),
        (&["fr-CA", "en"], "fr"),
        (&["pt-PT"], "pt-BR"),
        (&["pt"], "pt-BR"),
        (&["es-419"], "es"),
        (&["ja-JP"], "ja"),
        (&["he-IL"], "he"),
        (&["nl", "de"], "de"),
        (&["tlh"], "en"),
        (&["", "de_DE.UTF-8"], "en"),
    ] {
        assert_eq!(languages::negotiate(wanted), got, "{wanted:?}");
    }
}

#[test]
fn a_language_that_was_set_just_now_is_spoken_at_once() {
    use consentry_logic::model::{Model, Settings};
    use consentry_logic::update::{Effect, Event, update};
    bring_all();
    let mut model = Model::default();
    let settings = Settings {
        language: "de".to_owned(),
        ..Settings::default()
    };
    let effects = update(
        Catalog::built_in(),
        &mut model,
        Event::Configured(settings),
        1,
    );
    let view = effects.iter().find_map(|effect| match effect {
        Effect::Show(view) => Some(view),
        _ => None,
    });
    let language = &model.session.settings.language;
    let shown = words::with_language(language, || words::render(view.expect("it is shown")));
    let shown: View<String> = serde_json::from_str(&shown).unwrap();
    let title = words::with_language("de", || words::say("settings.title", &[]));
    assert_eq!(
        (shown.language.as_str(), &shown.settings.title),
        ("de", &title)
    );
}
