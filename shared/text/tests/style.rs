//! The English texts keep to the style sheet in CONTRIBUTING.md, as far as a program can tell.

#![expect(
    clippy::unwrap_used,
    reason = "a file that cannot be read fails the test"
)]

use consentry_text::words;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// A text that a person reads.
struct Text {
    /// Where it is: the file and the key.
    at: String,
    /// What kind of text: `title`, `text`, or the last part of its key.
    kind: String,
    words: String,
}

fn file(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    fs::read_to_string(folder.join(name)).unwrap()
}

fn table(name: &str) -> Value {
    toml::from_str(&file(name)).unwrap()
}

/// The names that are filled in, in a message of `en.ftl`.
fn names(message: &str) -> BTreeSet<&str> {
    let is_end = |c: char| !(c.is_alphanumeric() || c == '_' || c == '-');
    let names = message.split('$').skip(1);
    names
        .map(|rest| rest.split(is_end).next().unwrap())
        .collect()
}

/// Names that stand for a whole sentence.
const SENTENCES: [&str; 5] = ["advice", "means", "says", "text", "why"];
/// Names that stand for a number.
const COUNTS: [&str; 7] = ["adds", "at", "count", "keeps", "of", "sites", "users"];

fn of_interface(texts: &mut Vec<Text>) {
    let file = file("words/en.ftl");
    let mut messages: Vec<(String, String)> = Vec::new();
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with(' ') {
            messages.last_mut().unwrap().1.push_str(line);
        } else if let Some((id, text)) = line.split_once(" =") {
            messages.push((id.to_owned(), text.to_owned()));
        }
    }
    for (id, message) in messages {
        let values = names(&message).into_iter().map(|name| match name {
            name if message.contains(&format!("${name} }}.")) => (name, "Contoso"),
            name if SENTENCES.contains(&name) => (name, "Contoso."),
            name if COUNTS.contains(&name) => (name, "5"),
            name => (name, "Contoso"),
        });
        let values: Vec<(&str, &str)> = values.collect();
        texts.push(Text {
            at: format!("en.ftl {id}"),
            kind: id.rsplit('-').next().unwrap().to_owned(),
            words: words::say(&id, &values).trim_end().to_owned(),
        });
    }
}

/// The fields of the data files that are shown to a person.
const FIELDS: [&str; 12] = [
    "about",
    "because",
    "description",
    "detail",
    "means",
    "notes",
    "remedy",
    "retired",
    "says",
    "thief",
    "tick_why",
    "why",
];

fn of_table(at: &str, value: &Value, texts: &mut Vec<Text>) {
    let mut shown = |kind: &str, text: &str| {
        texts.push(Text {
            at: at.to_owned(),
            kind: kind.to_owned(),
            words: text.to_owned(),
        });
    };
    match value {
        Value::Object(fields) => {
            for (name, field) in fields.iter().filter(|(name, _)| *name != "translations") {
                let is_shown = FIELDS.contains(&name.as_str()) || name == "title";
                match field {
                    Value::String(text) if is_shown => shown(name, text),
                    Value::Array(lines) if name == "notes" => {
                        lines
                            .iter()
                            .filter_map(Value::as_str)
                            .for_each(|line| shown(name, line));
                    }
                    _ => {}
                }
            }
            for (name, field) in fields.iter().filter(|(name, _)| *name != "translations") {
                of_table(&format!("{at} {name}"), field, texts);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                let name = item["code"].as_str().map(str::to_owned);
                let name = name.unwrap_or_else(|| index.to_string());
                of_table(&format!("{at} {name}"), item, texts);
            }
        }
        _ => {}
    }
}

fn texts() -> Vec<Text> {
    let mut texts = Vec::new();
    of_interface(&mut texts);
    let problems = &table("../server/errors.toml")["problem"];
    of_table("errors.toml", problems, &mut texts);
    for name in ["permissions.toml", "bad-clients.toml"] {
        of_table(name, &table(&format!("catalog/{name}")), &mut texts);
    }
    for entry in
        fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../catalog/profiles")).unwrap()
    {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let mut profile = table(&format!("catalog/profiles/{name}"));
        // What the app's own pages show is no text of Consentry's.
        profile.as_object_mut().unwrap().remove("places");
        profile.as_object_mut().unwrap().remove("controls");
        profile.as_object_mut().unwrap().remove("pages");
        of_table(&name, &profile, &mut texts);
    }
    let schema = file("../extension/managed-schema.json");
    let schema: Value = serde_json::from_str(&schema).unwrap();
    of_table("managed-schema.json", &schema["properties"], &mut texts);
    assert!(texts.len() > 1500, "{}", texts.len());
    texts
}

/// Words of the left column of the style sheet, and spellings of other countries.
const BANNED: [&str; 38] = [
    "anybody",
    "authorise",
    "authorised",
    "behaviour",
    "by itself",
    "colour",
    "e-mail",
    "everybody",
    "held",
    "hold",
    "holds",
    "licence",
    "licences",
    "lit",
    "nobody",
    "organisation",
    "practise",
    "press",
    "pressed",
    "proven",
    "recognise",
    "recognised",
    "second factor",
    "second proof",
    "smallest role",
    "somebody",
    "take back",
    "taken back",
    "takes back",
    "tick",
    "ticked",
    "ticks",
    "told",
    "unfold",
    "whoever looks",
    "box",
    "boxes",
    "greyed",
];

#[test]
fn no_text_has_a_word_that_the_style_sheet_replaces() {
    let mut wrong = Vec::new();
    for Text {
        at, words: text, ..
    } in texts()
    {
        let plain: String = text
            .to_lowercase()
            .replace("search box", "")
            .chars()
            .map(|c| {
                if c.is_alphanumeric() || c == '-' {
                    c
                } else {
                    ' '
                }
            })
            .collect();
        let plain = format!(
            " {} ",
            plain.split_whitespace().collect::<Vec<_>>().join(" ")
        );
        for word in BANNED {
            if plain.contains(&format!(" {word} ")) {
                wrong.push(format!("{at}: {word:?} in {text}"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// The longest a title and a text may be, in characters.
const LONGEST: [(&[&str], usize); 2] = [
    (&["title"], 45),
    (
        &[
            "text", "detail", "remedy", "means", "thief", "because", "says",
        ],
        180,
    ),
];

#[test]
fn titles_and_texts_are_short() {
    let mut longer = Vec::new();
    for Text {
        at,
        kind,
        words: text,
    } in texts()
    {
        let rule = LONGEST.iter().find(|(kinds, _)| kinds.contains(&&*kind));
        if let Some((_, longest)) = rule
            && text.chars().count() > *longest
        {
            longer.push(format!("{at} {kind}, {}: {text}", text.chars().count()));
        }
    }
    assert_eq!(longer, Vec::<String>::new());
}

#[test]
fn no_text_has_punctuation_twice_or_spaces_at_its_ends() {
    const TWICE: [&str; 13] = [
        "..", ",,", ";;", "::", "!.", "?.", ".,", ".;", ".:", " .", " ,", "  ", "()",
    ];
    let mut wrong = Vec::new();
    for Text {
        at, words: text, ..
    } in texts()
    {
        if TWICE.iter().any(|twice| text.contains(twice)) || text.trim() != text {
            wrong.push(format!("{at}: {text}"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// The syllables of a word, counted as groups of vowels; an `e` at the end is silent.
fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    let is_vowel = |c: &char| "aeiouy".contains(*c);
    let mut groups = letters
        .windows(2)
        .filter(|two| !is_vowel(&two[0]) && is_vowel(&two[1]))
        .count();
    groups += usize::from(letters.first().is_some_and(is_vowel));
    let is_silent = word.ends_with('e') && !word.ends_with("le");
    groups.saturating_sub(usize::from(is_silent)).max(1)
}

/// The school grade a text needs: Kincaid et al. 1975, "Derivation of New Readability Formulas",
/// as `0.39 * words per sentence + 11.8 * syllables per word - 15.59`.
fn grade(text: &str) -> f64 {
    let words: Vec<&str> = text
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphabetic))
        .collect();
    let ends = |word: &&&str| word.ends_with(['.', '?', '!', ':', ';']);
    let sentences = words.iter().filter(ends).count().max(1);
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    let count = |number: usize| f64::from(u32::try_from(number).unwrap());
    let all = count(words.len().max(1));
    0.39 * all / count(sentences) + 11.8 * count(syllables) / all - 15.59
}

#[test]
fn half_of_the_sentences_need_nine_years_of_school_or_fewer() {
    let mut grades: Vec<f64> = texts()
        .iter()
        .filter(|text| text.words.split_whitespace().count() > 4)
        .map(|text| grade(&text.words))
        .collect();
    grades.sort_by(f64::total_cmp);
    let median = grades[grades.len() / 2];
    assert!(median <= 9.0, "{median}");
    assert!(grade("We go home. It is late.") < 2.0);
    assert!(grade("Organizational authorization necessitates administrative verification.") > 20.0);
}
