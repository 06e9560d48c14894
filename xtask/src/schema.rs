//! `cargo xtask schema`: the JSON Schemas of the data files, and what is wrong with a file, in words
//! for who writes one.

use crate::repo;
use anyhow::{Context, Result, bail};
use clap::Args;
use consentry_catalog::schema;
use jsonschema::ValidationError;
use jsonschema::error::ValidationErrorKind as Kind;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use toml::de::{DeTable, DeValue};

#[derive(Args)]
pub(crate) struct Options {
    /// Check these files instead of writing the schemas
    #[arg(long, num_args = 1..)]
    check: Vec<PathBuf>,
}

pub(crate) fn run(options: &Options) -> Result<()> {
    if options.check.is_empty() {
        return write();
    }
    report(
        options
            .check
            .iter()
            .map(|file| (file.as_path(), check(file))),
    )
}

/// Prints what is wrong with each file; fails if anything is.
pub(crate) fn report<'a>(
    files: impl IntoIterator<Item = (&'a Path, Result<Vec<Finding>>)>,
) -> Result<()> {
    let mut wrong = 0;
    for (file, findings) in files {
        let findings = findings?;
        if findings.is_empty() {
            println!("{}: fits", file.display());
        }
        for finding in &findings {
            println!("{}{finding}", file.display());
        }
        wrong += findings.len();
    }
    match wrong {
        0 => Ok(()),
        1 => bail!("one thing is wrong"),
        _ => bail!("{wrong} things are wrong"),
    }
}

/// Something wrong in a file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    /// Counted from 1, where it is known.
    pub(crate) line: Option<usize>,
    /// What is wrong and what to write instead.
    pub(crate) says: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, ":{line}: {}", self.says),
            None => write!(f, ": {}", self.says),
        }
    }
}

/// A kept page and what is expected of it: a file of `tests/recognise/`.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "the shape of a file, for its schema")]
struct Case {
    /// The page's address.
    url: String,
    /// The file with its markup, beside the case.
    html: Option<String>,
    /// Files of the pages in its frames, by their addresses.
    #[serde(default)]
    frames: BTreeMap<String, String>,
    /// Addresses the tab visited before.
    #[serde(default)]
    from: Vec<String>,
    /// Signs without which nobody can know the page: a change that removes one is not tried on it.
    #[serde(default)]
    rests_on: Vec<String>,
    /// What must be found, and what must not be lit.
    #[serde(default)]
    expect: Option<Expect>,
}

/// What is expected of a kept page.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "the shape of a file, for its schema")]
struct Expect {
    /// The page's name, or names that are all right.
    page: Option<OneOrMore<String>>,
    /// What would be lit if a journey stood there; empty: nothing may be.
    lit: Option<Vec<Highlight>>,
    /// What may be lit in its stead, where two answers are right.
    or_lit: Option<Vec<Highlight>>,
    /// The traps: what must never be lit.
    not_lit: Option<Vec<Highlight>>,
    /// Control of `controls.toml`, and the name it must be found under; null: it must not be found.
    found: Option<BTreeMap<String, Option<Highlight>>>,
    /// `hold`, `warn`, `fine` or null; a list where several are right.
    consent: Option<OneOrMore<Option<String>>>,
    /// Abstaining is right, and a word must say why.
    unsure: Option<bool>,
    /// One sentence why.
    note: Option<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "the shape of a file, for its schema")]
enum OneOrMore<T> {
    One(T),
    More(Vec<T>),
}

#[derive(Deserialize, JsonSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "the shape of a file, for its schema")]
enum Highlight {
    Name(String),
    NameAndRole { name: String, role: String },
}

/// Every schema by its name.
fn schemas() -> Vec<(&'static str, Value)> {
    let mut all = schema::all();
    all.push(("case", schema::of::<Case>("a case of tests/recognise/")));
    all
}

fn folder() -> PathBuf {
    repo::root().join("shared/catalog/schemas")
}

fn text(schema: &Value) -> Result<String> {
    Ok(serde_json::to_string_pretty(schema)? + "\n")
}

fn write() -> Result<()> {
    let folder = folder();
    fs::create_dir_all(&folder)?;
    for (name, schema) in schemas() {
        let file = folder.join(name).with_extension("json");
        fs::write(&file, text(&schema)?).with_context(|| format!("{}", file.display()))?;
    }
    println!("{}: {} schemas", folder.display(), schemas().len());
    Ok(())
}

/// The schema a file is to fit, by where it is and what it is called.
fn schema_of(file: &Path) -> Option<&'static str> {
    let stem = file.file_stem()?.to_str()?;
    let folder = file.parent().and_then(Path::file_name)?.to_str()?;
    let is_case = || {
        file.ancestors()
            .any(|ancestor| ancestor.ends_with("tests/recognise"))
    };
    match (folder, file.extension()?.to_str()?) {
        ("profiles", "toml") => Some("profile"),
        ("guides", "toml") => Some("guide"),
        (_, "toml") => schemas()
            .into_iter()
            .map(|(name, _)| name)
            .find(|name| *name == stem),
        (_, "json") if is_case() => Some("case"),
        (_, "json") => Some("pack"),
        _ => None,
    }
}

/// What is wrong with a file.
pub(crate) fn check(file: &Path) -> Result<Vec<Finding>> {
    let file = std::path::absolute(file)?;
    let name = schema_of(&file).with_context(|| {
        format!(
            "{}: no schema is known for it; data files are in shared/, profiles in a folder \
             profiles, cases in tests/recognise, and any other JSON file is taken for a data pack",
            file.display()
        )
    })?;
    let text = fs::read_to_string(&file).with_context(|| format!("{}", file.display()))?;
    Ok(findings(
        name,
        &text,
        file.extension().is_some_and(|end| end == "toml"),
    ))
}

/// What is wrong with the text of a file that is to fit the schema of that name.
pub(crate) fn findings(name: &str, text: &str, is_toml: bool) -> Vec<Finding> {
    let read = if is_toml {
        toml::from_str::<Value>(text).map_err(|error| Finding {
            line: error.span().map(|span| line(text, span.start)),
            says: format!("is not TOML: {}", error.message()),
        })
    } else {
        serde_json::from_str::<Value>(text).map_err(|error| Finding {
            line: Some(error.line()),
            says: format!("is not JSON: {error}"),
        })
    };
    let value = match read {
        Ok(value) => value,
        Err(finding) => return vec![finding],
    };
    let Some((_, schema)) = schemas().into_iter().find(|(known, _)| *known == name) else {
        return Vec::new();
    };
    let validator = match jsonschema::validator_for(&schema) {
        Ok(validator) => validator,
        Err(error) => {
            return vec![Finding {
                line: None,
                says: error.to_string(),
            }];
        }
    };
    let mut findings: Vec<Finding> = validator
        .iter_errors(&value)
        .map(|error| finding(&error, text, is_toml))
        .collect();
    findings.sort_by_key(|finding| finding.line);
    findings
}

fn finding(error: &ValidationError<'_>, text: &str, is_toml: bool) -> Finding {
    let path = error.instance_path().to_string();
    let mut at = path.clone();
    let here = path.trim_start_matches('/').replace('/', ".");
    let here = if here.is_empty() {
        String::new()
    } else {
        format!("{here}: ")
    };
    let says = match error.kind() {
        Kind::AdditionalProperties { unexpected } => {
            let unknown = unexpected.first().map(String::as_str).unwrap_or_default();
            at = format!("{path}/{unknown}");
            format!("{here}there is no field {unknown:?} here; see the schema for those there are")
        }
        Kind::Required { property } => {
            let field = property.as_str().unwrap_or_default();
            format!("{here}{field} is missing; add a line: {field} = …")
        }
        Kind::Type { kind } => {
            let wanted = format!("{kind:?}").to_lowercase();
            let wanted = ["array", "boolean", "integer", "number", "object", "string"]
                .into_iter()
                .filter(|known| wanted.contains(known))
                .map(|known| match known {
                    "array" => "a list: [\"…\"]",
                    "boolean" => "true or false",
                    "object" => "a table",
                    "string" => "a text in quotation marks: \"…\"",
                    _ => "a number",
                })
                .collect::<Vec<_>>()
                .join(", or ");
            format!(
                "{here}{} is not right here; write {wanted}",
                error.instance()
            )
        }
        _ => {
            let mut allowed = Vec::new();
            alternatives(error, &mut allowed);
            if allowed.is_empty() {
                format!("{here}{error}")
            } else {
                format!(
                    "{here}{} is not right here; write {}",
                    error.instance(),
                    allowed.join(" or ")
                )
            }
        }
    };
    Finding {
        line: is_toml.then(|| line_of(text, &at)).flatten(),
        says,
    }
}

/// The values that would be right, where there are only a few.
fn alternatives(error: &ValidationError<'_>, into: &mut Vec<String>) {
    match error.kind() {
        Kind::Constant { expected_value } => into.push(expected_value.to_string()),
        Kind::Enum { options } => {
            into.extend(
                options
                    .as_array()
                    .into_iter()
                    .flatten()
                    .map(Value::to_string),
            );
        }
        Kind::AnyOf { context } | Kind::OneOfNotValid { context } => {
            for error in context.iter().flatten() {
                alternatives(error, into);
            }
        }
        _ => {}
    }
}

fn line(text: &str, offset: usize) -> usize {
    text.bytes()
        .take(offset)
        .filter(|byte| *byte == b'\n')
        .count()
        + 1
}

/// The line of a TOML file on which what a JSON pointer names begins.
pub(crate) fn line_of(text: &str, pointer: &str) -> Option<usize> {
    let document = DeTable::parse(text).ok()?;
    let mut segments = pointer.split('/').skip(1).filter(|part| !part.is_empty());
    let first = segments.next();
    let Some(first) = first else { return Some(1) };
    let (key, mut value) = document.get_ref().get_key_value(first)?;
    let mut at = key.span().start;
    for segment in segments {
        let next = match value.get_ref() {
            DeValue::Table(table) => table
                .get_key_value(segment)
                .map(|(key, value)| (key.span().start, value)),
            DeValue::Array(array) => segment
                .parse::<usize>()
                .ok()
                .and_then(|index| array.get(index))
                .map(|value| (value.span().start, value)),
            _ => None,
        };
        let Some((start, inner)) = next else { break };
        (at, value) = (start, inner);
    }
    Some(line(text, at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(folder: &Path, end: &str) -> Vec<PathBuf> {
        let mut found = Vec::new();
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                found.extend(files(&path, end));
            } else if path.extension().is_some_and(|known| known == end) {
                found.push(path);
            }
        }
        found
    }

    #[test]
    fn the_schemas_that_are_kept_are_those_of_the_types() {
        for (name, schema) in schemas() {
            let file = folder().join(name).with_extension("json");
            let kept = fs::read_to_string(&file).unwrap_or_default();
            assert!(
                kept == text(&schema).unwrap(),
                "{name}: write it anew with `cargo xtask schema`"
            );
        }
    }

    #[test]
    fn every_data_file_names_its_schema_and_fits_it() {
        let root = repo::root().join("shared");
        let mut checked = 0;
        for file in files(&root, "toml") {
            let Some(name) = schema_of(&file) else {
                continue;
            };
            let says = check(&file).unwrap();
            assert!(says.is_empty(), "{}: {says:?}", file.display());
            let named = format!("schemas/{name}.json");
            let text = fs::read_to_string(&file).unwrap();
            let first = text.lines().next().unwrap_or_default();
            assert!(
                first.starts_with("#:schema ") && first.ends_with(&named),
                "{}: the first line is not #:schema …/{named}",
                file.display()
            );
            checked += 1;
        }
        assert!(checked > 20, "only {checked} files");
    }

    #[test]
    fn every_recognition_case_fits_its_schema() {
        let plain = crate::recognise::plain(&repo::root().join("tests/recognise")).unwrap();
        let cases = files(plain.path(), "json");
        assert!(cases.len() > 600, "only {} cases", cases.len());
        for file in cases {
            let says = findings("case", &fs::read_to_string(&file).unwrap(), false);
            assert!(says.is_empty(), "{}: {says:?}", file.display());
        }
    }

    #[test]
    fn every_field_has_a_description() {
        for (name, schema) in schemas() {
            let roots = schema["definitions"].as_object().into_iter().flatten();
            for (ty, definition) in roots.chain([(&name.to_owned(), &schema)]) {
                for (field, property) in definition["properties"].as_object().into_iter().flatten()
                {
                    assert!(
                        property["description"].is_string(),
                        "{name}: {ty}.{field} has no description"
                    );
                }
            }
        }
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line_and_what_to_write() {
        let says = |text: &str| -> Vec<String> {
            findings("profile", text, true)
                .iter()
                .map(ToString::to_string)
                .collect()
        };
        let head = "id = \"a\"\nname = \"A\"\nabout = \"Does.\"\n";
        assert_eq!(says(head), Vec::<String>::new());
        assert_eq!(
            says(&format!("{head}tik = \"must\"\n")),
            [":4: there is no field \"tik\" here; see the schema for those there are"]
        );
        assert_eq!(
            says(&format!("{head}tick = \"maybe\"\n")),
            [
                ":4: tick: \"maybe\" is not right here; write \"must_not\" or \"optional\" or \
                 \"must\""
            ]
        );
        assert_eq!(
            says(&format!("{head}clouds = \"global\"\n")),
            [":4: clouds: \"global\" is not right here; write a list: [\"…\"]"]
        );
        assert_eq!(
            says("id = \"a\"\nabout = \"Does.\"\n"),
            [":1: name is missing; add a line: name = …"]
        );
        assert_eq!(
            says(&format!("{head}[[application]]\nvalue = \"A.B\"\n")),
            [":4: application.0: why is missing; add a line: why = …"]
        );
        assert!(says("id = \n")[0].starts_with(":1: is not TOML"));
    }
}
