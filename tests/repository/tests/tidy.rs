//! The invariants of `ARCHITECTURE.md`, each held by a test.

#![expect(
    clippy::unwrap_used,
    reason = "a file that cannot be read fails the test"
)]

use consentry_shared::address::{self, Site};
use consentry_shared::profile;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()
        .unwrap()
}

/// Every file below a folder with one of these endings, with its text.
fn files(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    fn walk(dir: &Path, endings: &[&str], out: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, endings, out);
            } else if path
                .extension()
                .is_some_and(|kind| endings.iter().any(|ending| kind == *ending))
            {
                out.push(path);
            }
        }
    }
    let mut paths = Vec::new();
    walk(&root().join(folder), endings, &mut paths);
    paths.sort();
    assert!(!paths.is_empty(), "{folder} holds nothing to look at");
    paths
        .into_iter()
        .map(|path| {
            (
                path.strip_prefix(root()).unwrap().display().to_string(),
                fs::read_to_string(&path).unwrap(),
            )
        })
        .collect()
}

/// Files of a folder that hold one of these words, whatever their case.
fn holding(files: &[(String, String)], words: &[&str]) -> Vec<String> {
    files
        .iter()
        .flat_map(|(name, text)| {
            let text = text.to_lowercase();
            words
                .iter()
                .filter(move |word| text.contains(&word.to_lowercase()))
                .map(move |word| format!("{name}: {word}"))
        })
        .collect()
}

fn manifest() -> serde_json::Value {
    serde_json::from_str(&fs::read_to_string(root().join("manifest.json")).unwrap()).unwrap()
}

const NONE: [String; 0] = [];

#[test]
fn the_core_depends_on_no_browser_no_network_and_no_clock() {
    let cargo: toml::Table =
        toml::from_str(&fs::read_to_string(root().join("shared/Cargo.toml")).unwrap()).unwrap();
    // What is optional is for the server's description of the wire types, and off by itself.
    let is_optional = |table: &toml::Value| {
        let optional = table.get("optional");
        optional.and_then(toml::Value::as_bool) == Some(true)
    };
    assert!(cargo["features"].get("default").is_none());
    let dependencies: Vec<&str> = cargo["dependencies"]
        .as_table()
        .unwrap()
        .iter()
        .filter(|(_, table)| !is_optional(table))
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(
        dependencies,
        [
            "idna_adapter",
            "percent-encoding",
            "serde",
            "serde_json",
            "url"
        ]
    );
    let clocks = [
        "SystemTime",
        "Instant::now",
        "std::net",
        "std::fs",
        "async fn",
    ];
    assert_eq!(holding(&files("shared/src", &["rs"]), &clocks), NONE);
}

#[test]
fn the_extension_knows_no_site() {
    let sites = [
        "microsoft",
        "azure",
        "entra",
        "mover",
        "idSIButton9",
        "idBtn_Back",
        "fxs-",
        "consent on behalf",
    ];
    let mut sources = files("extension", &["rs", "js", "html", "css"]);
    sources.retain(|(name, _)| !name.contains("settings.json"));
    // A problem's `microsoft` is a field of the backend's answer, and no name of a site.
    for (_, text) in &mut sources {
        *text = text.replace("problem.microsoft", "");
    }
    assert_eq!(holding(&sources, &sites), NONE);
}

#[test]
fn nothing_in_a_page_is_clicked_typed_or_submitted() {
    let verbs = [
        ".click(",
        "dispatchEvent",
        ".submit(",
        "requestSubmit",
        ".checked =",
        ".value =",
    ];
    let mut scripts = files("extension/content", &["js"]);
    for (_, text) in &mut scripts {
        *text = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect::<Vec<_>>()
            .join("\n");
    }
    assert_eq!(holding(&scripts, &verbs), NONE);
}

#[test]
fn no_effect_can_act_on_a_page() {
    let source = fs::read_to_string(root().join("shared/src/update.rs")).unwrap();
    let (_, after) = source.split_once("pub enum Effect {").unwrap();
    let (body, _) = after.split_once("\n}\n").unwrap();
    let variants: Vec<&str> = body
        .lines()
        .filter(|line| {
            line.starts_with("    ") && line.chars().nth(4).is_some_and(char::is_uppercase)
        })
        .map(|line| line.trim().split([' ', '(', ',']).next().unwrap())
        .collect();
    assert_eq!(
        variants,
        [
            "Look", "Rest", "Paint", "Show", "Open", "Focus", "Ask", "Watch", "Wake"
        ]
    );
}

#[test]
fn only_the_store_holds_sql_and_only_the_configuration_reads_the_environment() {
    let mut server = files("server/src", &["rs"]);
    server.retain(|(name, _)| !name.contains("/store"));
    let queries = ["INSERT INTO ", "SELECT ", "DELETE FROM ", "UPDATE "];
    let with_sql: Vec<&String> = server
        .iter()
        .filter(|(_, text)| queries.iter().any(|query| text.contains(query)))
        .map(|(name, _)| name)
        .collect();
    assert!(with_sql.is_empty(), "SQL outside the store: {with_sql:?}");
    server.retain(|(name, _)| !name.contains("/config"));
    assert_eq!(holding(&server, &["env::var"]), NONE);
}

/// The one POST is the documented batch, in the one file that holds the client, and every method in
/// it is GET. What goes over the wire in a whole story is watched in `server/tests/story/states.rs`.
#[test]
fn graph_is_only_ever_read() {
    let mut graph = files("server/src/graph", &["rs"]);
    for (name, text) in &mut graph {
        if name.ends_with("get_only.rs") {
            let posts = text.matches(".post(").count();
            assert_eq!(
                (posts, text.matches(".post(batch.clone())").count()),
                (1, 1)
            );
            assert_eq!(text.matches("method: \"GET\"").count(), 1);
            assert!(!text.contains("method: \"P") && !text.contains("method: \"DELETE"));
            *text = text.replace(".post(batch.clone())", "");
        }
    }
    graph.extend(
        files("server/src", &["rs"])
            .into_iter()
            .filter(|(name, _)| name.ends_with("src/graph.rs")),
    );
    assert_eq!(
        holding(
            &graph,
            &[
                ".post(",
                ".put(",
                ".patch(",
                ".delete(",
                "Method::POST",
                "Method::PATCH"
            ]
        ),
        NONE
    );
}

#[test]
fn every_host_of_the_manifest_is_one_a_journey_needs() {
    let manifest = manifest();
    let matches = manifest["content_scripts"][0]["matches"]
        .as_array()
        .unwrap();
    for pattern in matches.iter().map(|pattern| pattern.as_str().unwrap()) {
        let sample = if pattern == "http://localhost/h/*" {
            "http://localhost:7430/h/0123456789abcdef".to_owned()
        } else {
            pattern.replace("*.", "sandbox-1.").replace("/*", "/")
        };
        let site = address::site(&sample, "http://localhost:7430");
        assert!(site.is_some(), "{pattern} is no site of a journey");
        assert_eq!(
            site == Some(Site::HandOff),
            pattern.starts_with("http:"),
            "{pattern}: only the local backend is without TLS"
        );
    }
    for entry in profile::catalogue()
        .iter()
        .filter_map(|profile| profile.entry.as_ref())
    {
        let wanted = format!("https://{}/*", entry.host);
        assert!(
            matches.iter().any(|pattern| pattern == &wanted),
            "{wanted} is missing"
        );
    }
    assert_eq!(
        manifest.get("host_permissions"),
        None,
        "no host beyond the content scripts'"
    );
}

#[test]
fn the_manifest_asks_for_three_permissions_and_can_be_spoken_to_by_nobody() {
    let manifest = manifest();
    assert_eq!(
        manifest["permissions"],
        serde_json::json!(["alarms", "sidePanel", "storage"])
    );
    assert_eq!(manifest.get("externally_connectable"), None);
    assert_eq!(manifest["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(
        holding(
            &files("extension", &["js"]),
            &["onMessageExternal.addListener"]
        ),
        NONE
    );
}

#[test]
fn the_robot_knows_no_page() {
    let robot = files("tests/robot", &["mjs"]);
    let pages = [
        "microsoft",
        "azure",
        "entra",
        "mover",
        "idSI",
        "grant admin",
        "enterprise",
        "accept for",
        "pick an account",
        "permissions requested",
        "telemetry",
        "appRow",
        "connector",
    ];
    assert_eq!(holding(&robot, &pages), NONE);
}

#[test]
fn every_word_is_said_and_everything_said_has_words() {
    let words: toml::Table =
        toml::from_str(&fs::read_to_string(root().join("shared/words/en.toml")).unwrap()).unwrap();
    let keys: Vec<&String> = words["text"].as_table().unwrap().keys().collect();
    let mut sources = files("shared/src", &["rs"]);
    sources.extend(files("extension/worker/src", &["rs"]));
    let all: String = sources
        .iter()
        .filter_map(|(_, text)| text.split("#[cfg(test)]").next())
        .collect();
    let made = ["step.", "at.", "wrong.", "consent", "actor."];
    let unsaid: Vec<&&String> = keys
        .iter()
        .filter(|key| {
            !all.contains(&format!("\"{key}\"")) && !made.iter().any(|start| key.starts_with(start))
        })
        .collect();
    assert!(unsaid.is_empty(), "words nobody says: {unsaid:?}");
    for piece in all.split("say(\"").skip(1) {
        let key = piece.split('"').next().unwrap();
        assert!(keys.iter().any(|known| *known == key), "{key} has no words");
    }
}

#[test]
fn nothing_is_unfinished_and_no_test_is_left_out() {
    let mut sources = Vec::new();
    for folder in [
        "shared",
        "server",
        "extension",
        "tests/practice-tenant",
        "tests/backend",
        "tests/peers",
        "xtask",
    ] {
        sources.extend(files(folder, &["rs"]));
    }
    assert_eq!(
        holding(&sources, &["todo!(", "unimplemented!(", "#[ignore"]),
        NONE
    );
}
