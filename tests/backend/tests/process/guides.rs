//! The commands in what people read. Each block marked `sh` is run: those of the guide for operators by
//! `deploy`, against a server; what takes seconds here, line by line, in a folder of its own. All else is
//! listed with the reason why it is not, and a command that is neither fails.

use crate::deploy::{blocks, repository};
use backend_tests::kit::{Directory, build};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Run by a test of its own, as one story.
const STORY: &str = "docs/hosting.md";

#[derive(Deserialize)]
struct List {
    elsewhere: Vec<Elsewhere>,
}

/// What is run here begins so: it takes seconds and writes nowhere but into its own folder.
const QUICK: [&str; 3] = [
    "cargo xtask data-pack ",
    "cargo xtask policy ",
    "cargo xtask profile check",
];

/// A command that is not run here.
#[derive(Deserialize)]
struct Elsewhere {
    command: String,
    why: String,
}

fn elsewhere() -> List {
    let file = repository().join("tests/backend/tests/process/elsewhere.toml");
    toml::from_str(&fs::read_to_string(file).unwrap()).unwrap()
}

/// Every file that people read.
fn guides() -> Vec<PathBuf> {
    let folders = ["", "docs", "store", "deploy", "tests/recognise"];
    let mut found = Vec::new();
    for folder in folders {
        let entries = fs::read_dir(repository().join(folder)).unwrap();
        let paths = entries.map(|entry| entry.unwrap().path());
        found.extend(paths.filter(|path| path.extension().is_some_and(|kind| kind == "md")));
    }
    found.sort();
    found
}

/// A line without the words behind it.
fn command(line: &str) -> &str {
    line.split(" #").next().unwrap_or_default().trim()
}

#[test]
fn every_command_that_people_read_is_run_or_is_listed_with_its_reason() {
    let listed = elsewhere();
    let mut used = BTreeSet::new();
    let xtask = build("xtask");
    let mut ran = 0;
    for guide in guides() {
        if guide.ends_with(STORY) {
            continue;
        }
        let directory = Directory::new();
        for (kind, text) in blocks(&fs::read_to_string(&guide).unwrap()) {
            // A block that is a file says which: "json values.json".
            if let Some((_, name)) = kind.split_once(' ') {
                fs::write(directory.path().join(name), &text).unwrap();
            }
            if kind != "sh" {
                continue;
            }
            for line in text.lines().map(command).filter(|line| !line.is_empty()) {
                if let Some(one) = listed.elsewhere.iter().find(|one| one.command == line) {
                    used.insert(one.command.as_str());
                    continue;
                }
                assert!(
                    QUICK.iter().any(|beginning| line.starts_with(beginning)),
                    "{}: `{line}` is run by no test: say why in elsewhere.toml, or add it to QUICK",
                    guide.display()
                );
                run(line, &xtask, directory.path(), &guide);
                ran += 1;
            }
        }
    }
    assert!(ran >= 5, "only {ran} commands were run");
    let all: BTreeSet<&str> = listed
        .elsewhere
        .iter()
        .map(|one| one.command.as_str())
        .collect();
    assert_eq!(used, all, "elsewhere.toml lists what nobody reads");
    assert!(listed.elsewhere.iter().all(|one| !one.why.is_empty()));
}

fn run(line: &str, xtask: &Path, folder: &Path, guide: &Path) {
    let text = line.replace("cargo xtask", &xtask.display().to_string());
    let output = Command::new("sh")
        .args(["-euc", &text])
        .current_dir(folder)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        output.status.success(),
        "{}: {line}\n{said}",
        guide.display()
    );
}
