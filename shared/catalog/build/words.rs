//! The texts people read: every language has every text of the English file, with the same names
//! in it, and no other. Whatever is wrong is told at once, with its file.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Resource};
use fluent_syntax::{parser, serializer};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{env, fs};

/// What the names of texts begin with that only the backend's pages say.
const BACKEND_PAGES: [&str; 2] = ["apps-", "page-"];

/// What a text is like.
struct Text {
    /// As it stands in the file, after its `=`.
    source: String,
    /// The names that are filled in.
    names: BTreeSet<String>,
}

type File = BTreeMap<String, Text>;

/// The languages there are, and the English texts. Those of the other languages are files of
/// their own, so that nobody loads them who does not read them.
pub(crate) fn read(folder: &Path) -> (Value, Value) {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files: BTreeMap<String, File> = BTreeMap::new();
    let mut problems = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder can be listed") {
        let path = entry.expect("the folder can be listed").path();
        let tag = path.file_stem().unwrap_or_default().to_string_lossy();
        if path.extension().is_some_and(|kind| kind == "ftl") {
            files.insert(tag.into_owned(), file(&path, &mut problems));
        }
    }
    let english = files.get("en").expect("words/en.ftl is there");
    for (tag, file) in &files {
        compare(tag, file, english, &mut problems);
    }
    assert!(problems.is_empty(), "words:\n{}", problems.join("\n"));
    let languages: Map<String, Value> = files
        .iter()
        .map(|(tag, file)| {
            let said = |id: &str| file[id].source.trim();
            let about =
                json!({ "name": said("language-name"), "direction": said("language-direction") });
            (tag.clone(), about)
        })
        .collect();
    let with_pages = env::var_os("CARGO_FEATURE_BACKEND_PAGES").is_some();
    let is_of_a_page = |id: &str| BACKEND_PAGES.iter().any(|start| id.starts_with(start));
    let text: Map<String, Value> = english
        .iter()
        .filter(|(id, _)| with_pages || !is_of_a_page(id))
        .map(|(id, text)| (id.clone(), Value::String(text.source.clone())))
        .collect();
    (languages.into(), json!({ "en": { "text": text } }))
}

fn file(path: &Path, problems: &mut Vec<String>) -> File {
    println!("cargo::rerun-if-changed={}", path.display());
    let name = path.display();
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{name}: {error}"));
    let resource = match parser::parse(text.as_str()) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                let line = text[..error.pos.start].lines().count();
                problems.push(format!("{name}, line {line}: {error}"));
            }
            resource
        }
    };
    let mut file = File::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else {
            continue;
        };
        let id = message.id.name.to_owned();
        let mut names = BTreeSet::new();
        match &message.value {
            Some(pattern) => gather(pattern, &mut names),
            None => problems.push(format!("{name}: {id} says nothing")),
        }
        let body = vec![Entry::Message(message)];
        let whole = serializer::serialize(&Resource { body });
        let source = whole.trim_end().split_once('=');
        let source = source.map(|(_, source)| source.to_owned());
        let source = source.unwrap_or_default();
        if file.insert(id.clone(), Text { source, names }).is_some() {
            problems.push(format!("{name}: {id} is there twice"));
        }
    }
    file
}

/// The names in a text, those in its plural forms among them.
fn gather(pattern: &Pattern<&str>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else {
            continue;
        };
        match expression {
            Expression::Inline(inline) => gather_inline(inline, names),
            Expression::Select { selector, variants } => {
                gather_inline(selector, names);
                for variant in variants {
                    gather(&variant.value, names);
                }
            }
        }
    }
}

fn gather_inline(inline: &InlineExpression<&str>, names: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            names.insert(id.name.to_owned());
        }
        InlineExpression::StringLiteral { .. } => {}
        // RedactedPage out so that a text can be read by itself and cannot lead to another.
        other => panic!("only names and plain text may stand in braces: {other:?}"),
    }
}

fn compare(tag: &str, file: &File, english: &File, problems: &mut Vec<String>) {
    for (id, text) in english {
        match file.get(id) {
            None => problems.push(format!("{tag}.ftl: {id} is missing")),
            Some(own) if own.names != text.names => problems.push(format!(
                "{tag}.ftl: {id} names {:?}, and en.ftl {:?}",
                own.names, text.names
            )),
            Some(_) => {}
        }
    }
    for id in file.keys().filter(|id| !english.contains_key(*id)) {
        problems.push(format!("{tag}.ftl: {id} is in no English text"));
    }
}
