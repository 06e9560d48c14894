use super::*;
use consentry_catalog::Catalog;
use consentry_wire::language_spans::marked;

#[test]
fn a_name_with_braces_is_only_a_name() {
    let said = say("step.connect.text", &[("app", "{ $tenant } {tenant}")]);
    assert_eq!(
        said,
        "Connect { $tenant } {tenant} with your own account first."
    );
}

#[test]
fn one_is_not_many() {
    let asks = |count| say("consent.asks", &[("count", count), ("risks", "low")]);
    assert_eq!(asks("1"), "1 permission: low");
    assert_eq!(asks("2"), "2 permissions: low");
    // What could not be counted is said as it is.
    assert_eq!(asks("?"), "? permissions: low");
}

#[test]
fn a_name_that_is_a_number_is_said_as_it_is_written() {
    let said = say("at.app-row.title", &[("app", "007")]);
    assert_eq!(said, "Open 007");
}

#[test]
fn a_key_without_a_text_is_seen() {
    let key = "no.such.key";
    assert_eq!(say(key, &[]), key);
}

#[test]
fn a_language_is_there_once_it_was_loaded() {
    assert!(!is_loaded("de"));
    assert!(load_language("de", "app-name = Consentry", BTreeMap::new()));
    assert!(is_loaded("de"));
    assert!(!load_language(
        "xx",
        "app-name = Consentry",
        BTreeMap::new()
    ));
    assert!(!is_loaded("xx"));
}

#[test]
fn a_sentence_without_a_translation_is_marked_as_english_within_another_language() {
    let known = BTreeMap::from([("Signs you in.".to_owned(), "Meldet Sie an.".to_owned())]);
    load_language("de", "app-name = Consentry", known);
    let said = |english: &'static str| with_language("de", || sentence(english).within());
    assert_eq!(said("Signs you in."), "Meldet Sie an.");
    assert_eq!(said("Reads."), marked("Reads."));
    assert_eq!(sentence("Reads.").within(), "Reads.");
}

#[test]
fn what_a_face_says_by_itself_is_found_by_the_rest_of_its_key() {
    let all = all_of("face.");
    assert!(all.len() > 10, "{}", all.len());
    for (rest, text) in all {
        assert_eq!(text, say(&format!("face.{rest}"), &[]), "{rest}");
    }
}

#[test]
fn no_text_is_empty_and_every_sentence_ends() {
    for key in Catalog::built_in().words[ENGLISH].text.keys() {
        let text = say(key, &[]);
        assert!(!text.trim().is_empty(), "{key}");
        if key.rsplit('-').next() == Some("text") {
            assert!(
                ["{$why}", "{$advice}"]
                    .iter()
                    .any(|last| text.ends_with(last))
                    || text.ends_with(['.', '?', '!', ':']),
                "{key} does not end: {text}"
            );
        }
    }
}

#[test]
fn a_text_is_there_or_it_is_not() {
    assert!(has("begin.text") && has("begin-text"));
    assert!(!has("begin.nothing"));
}

#[test]
fn things_are_put_one_after_the_other() {
    assert_eq!(list(&["one"]), "one");
    assert_eq!(list(&["one", "two"]), "one, two");
    assert_eq!(choice(&["one", "two"]), "one or two");
}

#[test]
fn a_latin_name_stands_bare_in_a_text_from_left_to_right() {
    assert!(load_language(
        "fr",
        "begin-title = Autoriser { $app }",
        BTreeMap::new()
    ));
    let said = with_language("fr", || say("begin.title", &[("app", "Mover")]));
    assert_eq!(said, "Autoriser Mover");
}

#[test]
fn a_backends_sentence_has_a_latin_name_bare_from_left_to_right() {
    let sentences = [("It gave {app} nothing.", "No dio nada a {app}.")];
    let sentences = sentences.map(|(english, own)| (english.to_owned(), own.to_owned()));
    assert!(load_language("es", "", sentences.into()));
    let said = with_language("es", || translate_server_text("It gave Mover nothing."));
    assert_eq!(said, "No dio nada a Mover.");
}
