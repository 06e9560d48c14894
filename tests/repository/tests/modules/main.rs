//! The order of the modules in each crate, and the size of their files.

#![expect(
    clippy::unwrap_used,
    reason = "a file that cannot be read fails the test"
)]

mod graph;
#[path = "../kit/mod.rs"]
mod kit;

use graph::{Arrow, Graph};
use kit::root;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Modules that use each other in a circle. This list may only shrink.
const CIRCLES: [(&str, &[&str]); 3] = [
    (
        "tests/practice-tenant",
        &["judge", "login", "mover", "tenant", "web", "world"],
    ),
    (
        "tests/practice-tenant",
        &[
            "login::admin",
            "login::approval",
            "login::authorize",
            "login::consent",
            "login::interrupt",
            "login::picker",
            "login::proceed",
        ],
    ),
    (
        "tests/practice-tenant",
        &["portal::page", "portal::sign_in"],
    ),
];

/// How often a module uses one that comes after it: at most so often, and elsewhere never. These numbers may only
/// shrink.
const BACKWARDS: [(&str, usize); 1] = [("tests/practice-tenant", 65)];

/// A file of a product holds at most so many lines before its tests.
const LINES: usize = 350;

/// Files that hold more. This list may only shrink.
const LONG: [&str; 8] = [
    "shared/wire/src/api.rs",
    "shared/logic/src/card.rs",
    "shared/logic/src/find/vote.rs",
    "shared/logic/src/redact/mask.rs",
    "shared/logic/src/model.rs",
    "shared/logic/src/page/login.rs",
    "shared/logic/src/panel.rs",
    "shared/wire/src/view.rs",
];

/// The crates of the workspace by their folder, each with its root file.
fn crates() -> Vec<(String, PathBuf)> {
    let cargo: toml::Table =
        toml::from_str(&fs::read_to_string(root().join("Cargo.toml")).unwrap()).unwrap();
    let members = cargo["workspace"]["members"].as_array().unwrap();
    let mut crates = Vec::new();
    for member in members {
        let member = member.as_str().unwrap();
        let sources = root().join(member).join("src");
        let file = ["lib.rs", "main.rs"]
            .map(|name| sources.join(name))
            .into_iter()
            .find(|file| file.exists());
        crates.extend(file.map(|file| (member.to_owned(), file)));
    }
    assert!(crates.len() > 8, "{crates:?}");
    crates
}

#[test]
fn no_modules_use_each_other_in_a_circle() {
    let known: Vec<(&str, BTreeSet<&str>)> = CIRCLES
        .iter()
        .map(|(name, members)| (*name, members.iter().copied().collect()))
        .collect();
    for (name, file) in crates() {
        for circle in Graph::read(&file).circles() {
            let is_known = known.iter().any(|(other, members)| {
                *other == name
                    && circle
                        .iter()
                        .all(|member| members.contains(member.as_str()))
            });
            assert!(is_known, "{name}: {circle:?} use each other in a circle");
        }
    }
}

#[test]
fn a_module_uses_only_those_whose_mod_lines_come_before_its_own() {
    let allowed = BTreeMap::from(BACKWARDS);
    for (name, file) in crates() {
        let backwards = Graph::read(&file).backwards();
        let most = allowed.get(name.as_str()).copied().unwrap_or(0);
        let list: Vec<String> = backwards.iter().map(Arrow::to_string).collect();
        assert!(
            list.len() <= most,
            "{name}: {} uses of a module that comes later, at most {most} are known:\n{}",
            list.len(),
            list.join("\n")
        );
    }
}

#[test]
fn a_file_of_a_product_is_short_enough_to_be_read_at_once() {
    let mut long = Vec::new();
    for folder in ["shared", "server/src", "extension"] {
        measure(&root().join(folder), &mut long);
    }
    long.retain(|(name, _)| !LONG.contains(&name.as_str()));
    assert!(long.is_empty(), "over {LINES} lines: {long:?}");
}

/// Notes the files in a folder that are too long. Files of tests alone do not count.
fn measure(folder: &Path, long: &mut Vec<(String, usize)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.strip_prefix(root()).unwrap().display().to_string();
        if path.is_dir() {
            measure(&path, long);
        } else if [".rs", ".js", ".css"]
            .iter()
            .any(|ending| name.ends_with(ending))
            && !name.contains("tests")
        {
            let text = fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
            let lines = code.lines().count();
            if lines > LINES {
                long.push((name, lines));
            }
        }
    }
}

/// A crate in a folder of its own, of these files.
fn crate_of(files: &[(&str, &str)]) -> (tempfile::TempDir, Graph) {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let file = folder.path().join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    let graph = Graph::read(&folder.path().join("lib.rs"));
    (folder, graph)
}

fn arrows(files: &[(&str, &str)]) -> Vec<String> {
    let (_folder, graph) = crate_of(files);
    graph.arrows().iter().map(Arrow::to_string).collect()
}

#[test]
fn a_use_is_found_in_imports_in_bodies_in_macros_and_in_modules_within() {
    let found = arrows(&[
        ("lib.rs", "mod a; mod b; mod c; mod d; mod e;"),
        ("a.rs", "use crate::{b::{self, Thing}, c};"),
        ("b.rs", "fn f() { crate::c::g() }"),
        ("c.rs", "fn f() { println!(\"{}\", crate::d::NAME) }"),
        ("d.rs", "mod inner;"),
        ("d/inner.rs", "use super::super::e::Thing;"),
        ("e.rs", "mod one; mod two { use super::one::X; }"),
        ("e/one.rs", ""),
    ]);
    assert_eq!(
        found,
        [
            "a -> b",
            "a -> c",
            "b -> c",
            "c -> d",
            "d -> e",
            "e::two -> e::one"
        ]
    );
}

#[test]
fn comments_strings_and_tests_use_nothing() {
    let found = arrows(&[
        ("lib.rs", "mod a; mod b;"),
        (
            "a.rs",
            "// crate::b\nconst A: &str = \"crate::b\";\n#[cfg(test)]\nmod tests { use crate::b::X; }\n\
             #[cfg(test)]\nuse crate::b::Y;\n/// crate::b\nfn f() {}",
        ),
        ("b.rs", ""),
    ]);
    assert_eq!(found, [""; 0]);
}

#[test]
fn a_circle_and_an_arrow_that_leads_back_are_seen() {
    let (_folder, graph) = crate_of(&[
        ("lib.rs", "mod a; mod b; mod c; mod d;"),
        ("a.rs", "use crate::b::X;"),
        ("b.rs", "use crate::c::X;"),
        ("c.rs", "use crate::a::X;"),
        ("d.rs", "use crate::a::X;"),
    ]);
    let circles: Vec<BTreeSet<String>> = graph.circles().into_iter().collect();
    assert_eq!(circles, [["a", "b", "c"].map(str::to_owned).into()]);
    let backwards: Vec<String> = graph.backwards().iter().map(Arrow::to_string).collect();
    assert_eq!(backwards, ["a -> b", "b -> c"]);
}
