//! What the project takes from others, and from where. `deny.toml` says what may be taken; these
//! tests hold it without a tool that takes minutes to install.

#![expect(
    clippy::unwrap_used,
    reason = "a file that cannot be read fails the test"
)]

mod kit;

use kit::root;
use serde_json::Value;
use std::fs;
use std::process::Command;

fn toml_file(name: &str) -> toml::Table {
    toml::from_str(&fs::read_to_string(root().join(name)).unwrap()).unwrap()
}

fn json_file(name: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(root().join(name)).unwrap()).unwrap()
}

/// Every crate of the lock file, as cargo tells it.
fn crates() -> Vec<Value> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--quiet"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    told["packages"].as_array().unwrap().clone()
}

/// Whether a licence expression is met by what is allowed.
fn is_met(expression: &str, allowed: &[String]) -> bool {
    // Old crates have a slash where SPDX has OR.
    let lax = spdx::ParseMode::LAX;
    spdx::Expression::parse_mode(expression, lax).is_ok_and(|expression| {
        expression.evaluate(|asked| {
            asked
                .license
                .id()
                .is_some_and(|id| allowed.iter().any(|allowed| allowed == id.name))
        })
    })
}

fn allowed() -> Vec<String> {
    toml_file("deny.toml")["licenses"]["allow"]
        .as_array()
        .unwrap()
        .iter()
        .map(|name| name.as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn every_crate_has_a_licence_that_is_allowed() {
    let allowed = allowed();
    let refused: Vec<String> = crates()
        .iter()
        .filter(|one| {
            let licence = one["license"].as_str().unwrap_or_default();
            !is_met(licence, &allowed)
        })
        .map(|one| format!("{} {}: {}", one["name"], one["version"], one["license"]))
        .collect();
    assert!(refused.is_empty(), "{refused:#?}");
}

#[test]
fn a_licence_is_met_by_one_of_an_or_and_by_all_of_an_and() {
    let allowed = ["MIT".to_owned(), "ISC".to_owned()];
    for (expression, met) in [
        ("MIT", true),
        ("GPL-3.0-only OR MIT", true),
        ("GPL-3.0-only/MIT", true),
        ("GPL-3.0-only AND MIT", false),
        ("(MIT OR GPL-3.0-only) AND ISC", true),
        ("GPL-3.0-only", false),
        ("", false),
        ("something of my own", false),
    ] {
        assert_eq!(is_met(expression, &allowed), met, "{expression}");
    }
}

#[test]
fn every_crate_is_of_the_default_registry_or_ours_and_its_sum_is_locked() {
    for one in toml_file("Cargo.lock")["package"].as_array().unwrap() {
        let name = one["name"].as_str().unwrap();
        let Some(source) = one.get("source") else {
            continue;
        };
        assert_eq!(
            source.as_str(),
            Some("registry+https://github.com/rust-lang/crates.io-index"),
            "{name}"
        );
        assert!(one.get("checksum").is_some(), "{name} has no checksum");
    }
}

#[test]
fn the_tools_in_javascript_are_pinned_locked_and_permissive() {
    let package = json_file("package.json");
    // Nothing of it is shipped.
    assert_eq!(package.get("dependencies"), None);
    for (name, version) in package["devDependencies"].as_object().unwrap() {
        let version = version.as_str().unwrap();
        assert!(
            version.starts_with(|first: char| first.is_ascii_digit()),
            "{name} {version} is not one version"
        );
    }
    let mut allowed = allowed();
    // Data and documents among the tools: allowed there, where nothing is shipped.
    allowed.extend(
        [
            "0BSD",
            "BlueOak-1.0.0",
            "CC-BY-4.0",
            "MPL-2.0",
            "Python-2.0",
        ]
        .map(String::from),
    );
    let lock = json_file("package-lock.json");
    for (path, one) in lock["packages"].as_object().unwrap() {
        if path.is_empty() {
            continue;
        }
        assert!(one["integrity"].is_string(), "{path} has no sum");
        let licence = one["license"].as_str().unwrap_or_default();
        assert!(is_met(licence, &allowed), "{path}: {licence:?}");
    }
}

#[test]
fn every_dependency_of_the_workspace_is_used_by_a_member() {
    let workspace = toml_file("Cargo.toml");
    let members = workspace["workspace"]["members"].as_array().unwrap();
    let mut used = std::collections::BTreeSet::new();
    for member in members {
        let manifest = toml_file(&format!("{}/Cargo.toml", member.as_str().unwrap()));
        for kind in ["dependencies", "dev-dependencies", "build-dependencies"] {
            if let Some(table) = manifest.get(kind).and_then(toml::Value::as_table) {
                used.extend(table.keys().cloned());
            }
        }
    }
    let unused: Vec<&String> = workspace["workspace"]["dependencies"]
        .as_table()
        .unwrap()
        .keys()
        .filter(|name| !used.contains(*name))
        .collect();
    assert!(unused.is_empty(), "nobody uses {unused:?}");
}

#[test]
fn every_member_forbids_unsafe_code() {
    let workspace = toml_file("Cargo.toml");
    let lints = &workspace["workspace"]["lints"]["rust"];
    assert_eq!(lints["unsafe_code"].as_str(), Some("forbid"));
    for member in workspace["workspace"]["members"].as_array().unwrap() {
        let member = member.as_str().unwrap();
        let manifest = toml_file(&format!("{member}/Cargo.toml"));
        assert_eq!(
            manifest["lints"]["workspace"].as_bool(),
            Some(true),
            "{member}"
        );
    }
}

/// The browser's policy for extensions refuses both anyway; here it is seen before that.
#[test]
fn no_script_of_ours_makes_code_out_of_text() {
    let mut folders = vec![root().join("extension")];
    let mut seen = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kind == "js") {
                let text = fs::read_to_string(&path).unwrap();
                for way in ["new Function", "eval(", "innerHTML", "document.write"] {
                    assert!(!text.contains(way), "{}: {way}", path.display());
                }
                seen += 1;
            }
        }
    }
    assert!(seen > 5, "only {seen} scripts were looked at");
}
