//! The invariants of `ARCHITECTURE.md`, each held by a test.

#![expect(
    clippy::unwrap_used,
    reason = "a file that cannot be read fails the test"
)]

mod kit;

use consentry_catalog::Catalog;
use consentry_logic::address::{self, Site};
use consentry_logic::settings;
use kit::root;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

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

/// The crates of the core, in the order of their layers.
const CORE: [&str; 4] = ["wire", "catalog", "text", "logic"];

fn core_sources() -> Vec<(String, String)> {
    let folders = CORE.map(|name| format!("shared/{name}/src"));
    let each = folders.iter().flat_map(|folder| files(folder, &["rs"]));
    each.collect()
}

/// The crates of the core that a crate needs outside its tests.
fn core_of(folder: &str) -> Vec<String> {
    let file = fs::read_to_string(root().join(folder).join("Cargo.toml")).unwrap();
    let cargo: toml::Table = toml::from_str(&file).unwrap();
    let dependencies = cargo["dependencies"].as_table().unwrap();
    let each = dependencies.keys();
    each.filter_map(|name| name.strip_prefix("consentry-"))
        .map(str::to_owned)
        .collect()
}

#[test]
fn a_layer_needs_only_those_below_it_and_the_server_and_the_face_need_no_judgement() {
    for (folder, needs) in [
        ("shared/wire", &[][..]),
        ("shared/catalog", &["wire"]),
        ("shared/text", &["catalog", "wire"]),
        ("shared/logic", &["catalog", "wire"]),
        ("server", &["catalog", "text", "wire"]),
        ("extension/face", &["wire"]),
        ("extension/worker", &["catalog", "logic", "text", "wire"]),
    ] {
        assert_eq!(core_of(folder), needs, "{folder}");
    }
}

#[test]
fn what_judges_is_given_its_tables_and_keeps_nothing_to_itself() {
    let kept = ["thread_local!", "static mut", "Box::leak"];
    for folder in ["shared/wire/src", "shared/catalog/src", "shared/logic/src"] {
        assert_eq!(holding(&files(folder, &["rs"]), &kept), NONE, "{folder}");
    }
    // Tests take the shipped tables. What judges is given those in force, and one file asks for the shipped ones: what is in
    // them is public, and what an organization adds to them is not.
    let mut judges = files("shared/logic/src", &["rs"]);
    judges.retain(|(name, _)| !name.contains("tests") && !name.ends_with("redact/mask.rs"));
    for (_, text) in &mut judges {
        let code = text.find("#[cfg(test)]").unwrap_or(text.len());
        text.truncate(code);
    }
    assert_eq!(holding(&judges, &["Catalog::built_in()"]), NONE);
}

#[test]
fn the_core_depends_on_no_browser_no_network_and_no_clock() {
    let mut others = BTreeSet::new();
    for name in CORE {
        let file = fs::read_to_string(root().join(format!("shared/{name}/Cargo.toml"))).unwrap();
        let cargo: toml::Table = toml::from_str(&file).unwrap();
        // What is optional is for descriptions of types, and off by itself.
        let is_optional = |table: &toml::Value| {
            let optional = table.get("optional");
            optional.and_then(toml::Value::as_bool) == Some(true)
        };
        let features = cargo.get("features");
        assert!(features.is_none_or(|features| features.get("default").is_none()));
        let dependencies = cargo["dependencies"].as_table().unwrap();
        others.extend(
            dependencies
                .iter()
                .filter(|(name, table)| !is_optional(table) && !name.starts_with("consentry-"))
                .map(|(name, _)| name.clone()),
        );
    }
    assert_eq!(
        Vec::from_iter(others),
        [
            "base64",
            "fluent-bundle",
            "fluent-langneg",
            "idna_adapter",
            "percent-encoding",
            "serde",
            "serde_json",
            "unic-langid",
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
    assert_eq!(holding(&core_sources(), &clocks), NONE);
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
    let source = fs::read_to_string(root().join("shared/logic/src/effect.rs")).unwrap();
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
            "Observe",
            "StopObserving",
            "Instruct",
            "AskHello",
            "Judged",
            "Show",
            "Open",
            "Focus",
            "Ask",
            "Watch",
            "Set",
            "OpenOptions",
            "OpenFirstRun",
            "Forget",
            "Badge",
            "TabBadge",
            "Remind",
            "Wake"
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
    // Of the observer, one file asks for tokens and one sends to receivers; neither knows Graph.
    let mut observer = files("server/src/observer", &["rs"]);
    observer.retain(|(name, _)| !name.ends_with("/token.rs") && !name.ends_with("/alert.rs"));
    graph.extend(observer);
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

fn hosts() -> toml::Table {
    toml::from_str(&fs::read_to_string(root().join("shared/catalog/hosts.toml")).unwrap()).unwrap()
}

/// A list of `hosts.toml`.
fn list(hosts: &toml::Table, name: &str) -> Vec<String> {
    hosts[name]
        .as_array()
        .unwrap()
        .iter()
        .map(|host| host.as_str().unwrap().to_owned())
        .collect()
}

/// The match patterns of some hosts, each by itself and behind each session proxy.
fn patterns(hosts: &toml::Table, lists: &[&str]) -> BTreeSet<String> {
    let mut proxies = list(hosts, "proxy");
    proxies.push(String::new());
    lists
        .iter()
        .flat_map(|name| list(hosts, name))
        .flat_map(|host| {
            let any = if host.starts_with('.') { "*" } else { "" };
            proxies
                .iter()
                .map(|proxy| format!("https://{any}{host}{proxy}/*"))
                .collect::<Vec<_>>()
        })
        .collect()
}

fn strings(value: &serde_json::Value) -> BTreeSet<String> {
    value
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one.as_str().unwrap().to_owned())
        .collect()
}

/// What one side has and the other lacks, in both directions.
fn difference(one: &BTreeSet<String>, other: &BTreeSet<String>) -> Vec<String> {
    one.symmetric_difference(other).cloned().collect()
}

/// The pages of a backend on this machine that a one-time handle may stand on.
const LOCAL: [&str; 2] = ["http://localhost/h/*", "http://localhost/done"];

#[test]
fn the_manifest_and_the_table_of_hosts_name_the_same_hosts() {
    let (manifest, hosts) = (manifest(), hosts());
    let entries = Catalog::built_in()
        .profiles
        .iter()
        .filter_map(|profile| profile.entry.as_ref())
        .map(|entry| format!("https://{}/*", entry.host));
    // The portals and their frames, the apps' own pages, and hand-off pages of a local backend.
    let mut looked_at = patterns(&hosts, &["portal", "frame"]);
    looked_at.extend(entries);
    looked_at.extend(LOCAL.map(str::to_owned));
    let scripts = &manifest["content_scripts"];
    assert_eq!(scripts.as_array().unwrap().len(), 1);
    assert_eq!(
        difference(&strings(&scripts[0]["matches"]), &looked_at),
        NONE
    );
    // The sign-in, where scripts are registered at run time or not at all.
    let sign_in = patterns(&hosts, &["login", "personal"]);
    assert_eq!(
        difference(&strings(&manifest["host_permissions"]), &sign_in),
        NONE
    );
    // Wherever scripts of ours can run, the card can stand.
    let mut cards = looked_at;
    cards.retain(|pattern| !LOCAL.contains(&pattern.as_str()));
    cards.insert("http://localhost/*".to_owned());
    cards.extend(patterns(&hosts, &["login"]));
    let shown = &manifest["web_accessible_resources"][0]["matches"];
    assert_eq!(difference(&strings(shown), &cards), NONE);
}

#[test]
fn every_pattern_of_the_manifest_is_what_the_core_takes_it_for() {
    let manifest = manifest();
    let local = "http://localhost:7430";
    let mut all = strings(&manifest["content_scripts"][0]["matches"]);
    all.retain(|pattern| !LOCAL.contains(&pattern.as_str()));
    for pattern in all {
        let sample = pattern.replace("*.", "sandbox-1.").replace("/*", "/");
        assert!(
            matches!(
                address::site(Catalog::built_in(), &sample, local),
                Some(Site::Portal | Site::Frame | Site::Entry)
            ),
            "{pattern}"
        );
    }
    for pattern in strings(&manifest["host_permissions"]) {
        let site = address::site(
            Catalog::built_in(),
            &pattern.replace("*.", "x.").replace("/*", "/"),
            local,
        );
        assert!(
            matches!(site, Some(Site::Login | Site::Personal)),
            "{pattern}"
        );
        // Scripts are registered on the sign-in of work accounts, and on nothing else.
        assert_eq!(
            address::is_sign_in_pattern(Catalog::built_in(), &pattern),
            site == Some(Site::Login),
            "{pattern}"
        );
    }
}

#[test]
fn every_permission_and_host_is_explained() {
    let (manifest, hosts) = (manifest(), hosts());
    let text = fs::read_to_string(root().join("docs/permissions.md")).unwrap();
    let explained: BTreeSet<String> = text
        .lines()
        .filter_map(|line| line.strip_prefix("| `"))
        .flat_map(|row| row.split(" |").next().unwrap().split('`'))
        .map(|name| name.trim_matches([' ', ',']).to_owned())
        .filter(|name| !name.is_empty())
        .collect();
    let mut asked = strings(&manifest["permissions"]);
    for name in ["portal", "frame", "login", "personal", "proxy"] {
        asked.extend(list(&hosts, name));
    }
    asked.extend(
        Catalog::built_in()
            .profiles
            .iter()
            .filter_map(|profile| profile.entry.as_ref())
            .map(|entry| entry.host.clone()),
    );
    asked.extend(LOCAL.map(str::to_owned));
    asked.extend(strings(&manifest["optional_host_permissions"]));
    assert_eq!(difference(&explained, &asked), NONE);
}

#[test]
fn what_a_policy_may_set_is_what_the_core_reads() {
    let schema: serde_json::Value = serde_json::from_str(
        &fs::read_to_string(root().join("extension/managed-schema.json")).unwrap(),
    )
    .unwrap();
    assert_eq!(
        manifest()["storage"]["managed_schema"],
        "managed-schema.json"
    );
    for (name, property) in schema["properties"].as_object().unwrap() {
        // Of a type that no setting has: it is refused for its value, and not for its name.
        let policy = serde_json::json!({ name: { "no": "value" } });
        let read = settings::read(Catalog::built_in(), &[(settings::Source::Policy, policy)]);
        assert!(
            !format!("{:?}", read.refused).contains("settings.unknown"),
            "{name} is read by nobody"
        );
        assert!(property["title"].is_string(), "{name} has no title");
    }
}

#[test]
fn the_manifest_asks_for_four_permissions_and_can_be_spoken_to_by_nobody() {
    let manifest = manifest();
    assert_eq!(
        manifest["permissions"],
        serde_json::json!(["alarms", "scripting", "sidePanel", "storage"])
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
fn the_changelog_tells_of_the_version_there_is() {
    let text = fs::read_to_string(root().join("CHANGELOG.md")).unwrap();
    let newest = text
        .lines()
        .filter_map(|line| line.strip_prefix("## "))
        .find(|heading| *heading != "Unreleased");
    assert_eq!(newest, Some(env!("CARGO_PKG_VERSION")));
}

/// The table in `docs/permissions.md` is the one source; the stores are told the same words.
#[test]
fn the_stores_are_told_why_each_permission_in_the_words_of_the_documentation() {
    let explained = fs::read_to_string(root().join("docs/permissions.md")).unwrap();
    let listing = fs::read_to_string(root().join("store/listing.md")).unwrap();
    let manifest = manifest();
    let mut asked = strings(&manifest["permissions"]);
    asked.extend(strings(&manifest["optional_host_permissions"]));
    for name in asked {
        let row = format!("| `{name}` | ");
        let (_, rest) = explained.split_once(&row).unwrap();
        let why = rest.split(" |").next().unwrap();
        let told = listing
            .lines()
            .any(|line| line.starts_with(&format!("- `{name}`")) && line.ends_with(why));
        assert!(told, "store/listing.md: {name}: {why}");
    }
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
    let words = fs::read_to_string(root().join("shared/words/en.ftl")).unwrap();
    let keys: Vec<&str> = words
        .lines()
        .filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()))
        .filter_map(|line| Some(line.split_once(" =")?.0))
        .collect();
    let mut sources = core_sources();
    sources.extend(files("extension/worker/src", &["rs"]));
    sources.extend(files("server/src", &["rs"]));
    let all: String = sources
        .iter()
        .filter_map(|(_, text)| text.split("#[cfg(test)]").next())
        .collect();
    // The dots of a key are hyphens in the files.
    let said: BTreeSet<String> = all
        .split('"')
        .filter(|piece| piece.len() < 60)
        .map(|piece| piece.replace('.', "-"))
        .collect();
    let made = [
        "step-",
        "at-",
        "wrong-",
        "consent",
        "role-",
        "language-",
        "face-",
        "actor-",
        "manifest-",
        "recipe-",
        "setting-",
        "profile-field-",
        "apps-filter-",
        "apps-sort-",
        "apps-column-",
        "apps-risk-",
        "apps-state-",
        "apps-export-",
        "apps-finding-",
        "apps-reason-",
        "apps-not-covered-",
        "apps-change-",
        "apps-look-",
    ];
    let unsaid: Vec<&&str> = keys
        .iter()
        .filter(|key| !said.contains(**key) && !made.iter().any(|start| key.starts_with(start)))
        .collect();
    assert!(unsaid.is_empty(), "words nobody says: {unsaid:?}");
    for piece in all.split("say(\"").skip(1) {
        let key = piece.split('"').next().unwrap().replace('.', "-");
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
