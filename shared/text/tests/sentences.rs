//! Every sentence of every language, with names in it, reads as a sentence: nothing doubled, nothing
//! missing, nothing left over.

#![expect(
    clippy::unwrap_used,
    reason = "a file that cannot be read fails the test"
)]

use consentry_catalog::languages;
use consentry_catalog::sentences;
use consentry_text::words;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

fn file(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../words");
    fs::read_to_string(folder.join(name)).unwrap()
}

fn tags() -> impl Iterator<Item = &'static str> {
    languages::languages().keys().map(String::as_str)
}

/// The messages of a language by their IDs, as they are written.
fn messages(tag: &str) -> BTreeMap<String, String> {
    let mut messages: BTreeMap<String, String> = BTreeMap::new();
    let mut last = None;
    for line in file(&format!("{tag}.ftl")).lines() {
        if line.starts_with([' ', '\t']) {
            let text: &mut String = messages.get_mut(last.as_ref().unwrap()).unwrap();
            text.push_str(line);
        } else if let Some((id, text)) = line.split_once(" =")
            && !line.starts_with('#')
        {
            messages.insert(id.to_owned(), text.to_owned());
            last = Some(id.to_owned());
        }
    }
    messages
}

/// The names a message has, and those that decide between its forms.
fn names(message: &str) -> (BTreeSet<&str>, BTreeSet<&str>) {
    let mut all = BTreeSet::new();
    let mut counts = BTreeSet::new();
    for part in message.split('$').skip(1) {
        let end = part
            .find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '-'))
            .unwrap_or(part.len());
        all.insert(&part[..end]);
        if part[end..].trim_start().starts_with("->") {
            counts.insert(&part[..end]);
        }
    }
    (all, counts)
}

/// Names that stand for whole sentences.
const SENTENCES: [&str; 6] = ["advice", "means", "reason", "says", "text", "why"];

/// Messages that close with a phrase of ours, in English, which has no full stop.
const WITH_A_PHRASE: [&str; 2] = ["not-shown-unsure", "data-refused"];

/// A message with names in it: each once with a count of one and once of several.
fn rendered(id: &str, message: &str) -> Vec<String> {
    let (all, counts) = names(message);
    ["1", "5"]
        .map(|count| {
            let values: Vec<(&str, &str)> = all
                .iter()
                .map(|name| match *name {
                    name if counts.contains(name) => (name, count),
                    name if WITH_A_PHRASE.contains(&id) => (name, "a phrase"),
                    name if SENTENCES.contains(&name) => (name, "A whole sentence."),
                    name => (name, "Birchwood"),
                })
                .collect();
            words::say(id, &values)
        })
        .to_vec()
}

/// What no sentence has: punctuation twice or after a space, two spaces, a name that was not filled in.
fn faults(text: &str) -> Vec<&'static str> {
    // Without the marks that isolate a name.
    let text: String = text
        .chars()
        .filter(|c| !('\u{2066}'..='\u{2069}').contains(c))
        .collect();
    [
        "..", ".。", "。。", ",,", ";;", "::", "!.", "?.", ". .", ".,", ".;", ".:", " .", " ,",
        "  ", "()", "{", "}", "“”", "\"\"", "«»", "（）",
    ]
    .into_iter()
    .filter(|fault| text.contains(fault))
    .chain(text.trim().is_empty().then_some("nothing"))
    .collect()
}

fn in_each(act: impl Fn(&str, &BTreeMap<String, String>)) {
    for tag in tags() {
        let mut sentences = sentences::of_permissions(tag);
        sentences.extend(sentences::of_problems(tag));
        assert!(words::load_language(
            tag,
            &file(&format!("{tag}.ftl")),
            sentences
        ));
        let messages = messages(tag);
        words::with_language(tag, || act(tag, &messages));
    }
}

#[test]
fn no_sentence_has_punctuation_twice_or_a_name_that_was_not_filled_in() {
    let mut wrong = Vec::new();
    let wrong_of = std::cell::RefCell::new(&mut wrong);
    in_each(|tag, messages| {
        assert!(messages.len() > 300, "{tag}: {}", messages.len());
        for (id, message) in messages {
            for text in rendered(id, message) {
                let faults = faults(&text);
                if !faults.is_empty() {
                    let fault = format!("{tag} {id}: {faults:?} in {text}");
                    wrong_of.borrow_mut().push(fault);
                }
            }
        }
    });
    assert_eq!(wrong, Vec::<String>::new());
}

/// How a text ends: with a full stop, a question, a colon, or none of these.
fn end(text: &str) -> char {
    match text
        .trim_end_matches(['"', '”', '»', '」', ')', '）', '\u{2069}'])
        .chars()
        .last()
    {
        Some('.' | '。' | '！' | '!') => '.',
        Some('?' | '？') => '?',
        Some(':' | '：') => ':',
        _ => ' ',
    }
}

#[test]
fn each_language_ends_a_sentence_where_the_english_one_ends() {
    let english = messages(languages::ENGLISH);
    let ends = |text: &str| text.rsplit('\n').next().map_or(' ', end);
    let mut wrong = Vec::new();
    for tag in tags().filter(|tag| *tag != languages::ENGLISH) {
        for (id, message) in messages(tag) {
            // Forms for counts end in a brace: what is in them is compared by who reads them.
            let plain = |text: &str| !text.trim_end().ends_with('}');
            let (theirs, ours) = (ends(&message), ends(&english[&id]));
            // Japanese closes a sentence that a list follows.
            let same = theirs == ours || (tag, theirs, ours) == ("ja", '.', ':');
            if plain(&message) && plain(&english[&id]) && !same {
                wrong.push(format!("{tag} {id}: {message}"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn each_sentence_of_a_table_is_translated_and_ends_as_the_english_one() {
    let mut wrong = Vec::new();
    for tag in tags().filter(|tag| *tag != languages::ENGLISH) {
        for sentences in [sentences::of_permissions(tag), sentences::of_problems(tag)] {
            for (english, text) in sentences {
                let doubled = faults(&text)
                    .into_iter()
                    .any(|fault| !matches!(fault, "{" | "}" | "::"));
                if end(&english) != end(&text) || doubled || english == text {
                    wrong.push(format!("{tag}: {english} = {text}"));
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn no_sentence_of_several_words_is_left_in_english() {
    let english = messages(languages::ENGLISH);
    let mut left = Vec::new();
    for tag in tags().filter(|tag| *tag != languages::ENGLISH) {
        for (id, message) in messages(tag) {
            // Fewer words may be names: Microsoft Graph, Office 365 Mover.
            let words = message
                .split_whitespace()
                .filter(|word| word.chars().all(|c| c.is_ascii_lowercase()) && word.len() > 1);
            if message == english[&id] && words.count() > 2 {
                left.push(format!("{tag} {id}: {message}"));
            }
        }
    }
    assert_eq!(left, Vec::<String>::new());
}

#[test]
fn every_directory_role_of_the_problems_has_a_name_in_every_language() {
    let table = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../server/errors.toml");
    let table = fs::read_to_string(table).unwrap();
    let roles = table
        .lines()
        .filter_map(|line| line.strip_prefix("role = \"")?.strip_suffix('"'))
        .filter_map(consentry_catalog::roles::directory_role)
        .collect::<Vec<_>>();
    assert!(roles.len() > 20, "{}", roles.len());
    for tag in std::iter::once("en").chain(tags()) {
        let known = messages(tag);
        for role in &roles {
            let id = role.key().unwrap().replace('.', "-");
            assert!(known.contains_key(&id), "{tag} has no {id}");
        }
    }
}
