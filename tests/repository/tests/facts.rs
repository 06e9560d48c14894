//! A comment that cites a fact cites one that is there.

#![expect(
    clippy::unwrap_used,
    reason = "a file that cannot be read fails the test"
)]

mod kit;

use kit::root;
use std::fs;
use std::path::Path;

const CITES: &str = "docs/facts/";

/// The citations in a text: the file, and the number of the fact.
fn citations(text: &str) -> Vec<(String, String)> {
    let after = text.split(CITES).skip(1);
    after
        .filter_map(|rest| {
            let (file, rest) = rest.split_once(".md ")?;
            let number: String = rest
                .chars()
                .take_while(char::is_ascii_alphanumeric)
                .collect();
            let is_number = number.len() > 1 && number[1..].parse::<u32>().is_ok();
            is_number.then(|| (format!("{file}.md"), number))
        })
        .collect()
}

fn look(folder: &Path, cited: &mut Vec<(String, String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            look(&path, cited);
        } else if path
            .extension()
            .is_some_and(|kind| kind == "rs" || kind == "toml" || kind == "js")
        {
            let name = path.strip_prefix(root()).unwrap().display().to_string();
            let found = citations(&fs::read_to_string(&path).unwrap());
            cited.extend(
                found
                    .into_iter()
                    .map(|(file, number)| (name.clone(), file, number)),
            );
        }
    }
}

#[test]
fn every_fact_that_is_cited_is_there() {
    let mut cited = Vec::new();
    for folder in ["shared", "server", "extension"] {
        look(&root().join(folder), &mut cited);
    }
    assert!(cited.len() > 5, "{cited:?}");
    for (name, file, number) in cited {
        let facts = fs::read_to_string(root().join(CITES).join(&file)).unwrap_or_default();
        assert!(
            facts.contains(&format!("\n| {number} | ")),
            "{name} cites {CITES}{file} {number}, which is not there"
        );
    }
}

#[test]
fn a_citation_is_a_file_and_a_number() {
    let found = citations(
        "(docs/facts/login.md L3) and docs/facts/graph.md G12, but docs/facts/README.md is none",
    );
    let found: Vec<(&str, &str)> = found
        .iter()
        .map(|(file, number)| (&**file, &**number))
        .collect();
    assert_eq!(found, [("login.md", "L3"), ("graph.md", "G12")]);
}
