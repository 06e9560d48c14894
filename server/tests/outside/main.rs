//! The server as an outsider sees it: what an independent stand-in for Microsoft answers, and what a person is told.
//!
//! The scenarios are data: `scenarios/*.toml`, each with the source that its expectation rests on. What may stand in
//! them is in `scenario.rs`, and what has to hold in every one is in `expect.rs`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]

mod expect;
mod graph;
mod login;
mod microsoft;
mod returns;
mod run;
mod scenario;
mod server;
mod tenant;
mod tokens;

use scenario::Scenario;
use std::collections::BTreeSet;
use std::path::Path;

/// Scenarios that run at the same time.
const AT_ONCE: usize = 12;

/// All scenarios of a file.
fn read(name: &str) -> Vec<Scenario> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/outside/scenarios");
    let text = std::fs::read_to_string(folder.join(name)).unwrap();
    let file: scenario::File = toml::from_str(&text).unwrap_or_else(|e| panic!("{name}: {e}"));
    file.scenario
}

/// Runs a file, and says of every scenario that went otherwise what did.
async fn all_of(name: &str) {
    use futures_util::StreamExt as _;
    let only = std::env::var("SCENARIO").unwrap_or_default();
    let scenarios = read(name)
        .into_iter()
        .filter(|one| one.name.contains(&only));
    let runs = scenarios.map(|one| async move {
        let run = tokio::spawn(run::run(one.clone()));
        let wrong = match run.await {
            Ok(Ok(())) => return None,
            Ok(Err(wrong)) => wrong,
            Err(panic) => format!("panicked: {panic}"),
        };
        Some(format!(
            "{}\n    {wrong}\n    rests on: {}",
            one.name, one.source
        ))
    });
    let runs = futures_util::stream::iter(runs).buffered(AT_ONCE);
    let wrong: Vec<String> = runs.filter_map(|one| async { one }).collect().await;
    assert!(
        wrong.is_empty(),
        "{} went otherwise:\n\n{}",
        wrong.len(),
        wrong.join("\n\n")
    );
}

/// One test for each file, so that a file that nobody runs is noticed.
macro_rules! files {
    ($($test:ident $file:literal)*) => {
        const FILES: &[&str] = &[$($file),*];
        $(#[tokio::test(flavor = "multi_thread")]
        async fn $test() {
            all_of($file).await;
        })*
    };
}

files! {
    when_the_browser_comes_back "callback.toml"
    when_the_browser_comes_back_with_an_error "sign-in.toml"
    when_an_admin_comes_back "admin-consent.toml"
    when_the_code_is_redeemed "redeem.toml"
    when_the_id_token_is_read "id-token.toml"
    when_the_sign_in_is_renewed "refresh.toml"
    when_the_app_asks_for_a_token "app-token.toml"
    when_graph_answers "graph.toml"
    when_the_tenant_is_looked_up "tenant.toml"
}

#[test]
fn every_file_is_run_and_every_scenario_has_a_name_of_its_own_and_a_source() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/outside/scenarios");
    let there: BTreeSet<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    let run = FILES.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(there, run);
    for file in FILES {
        let mut names = BTreeSet::new();
        for one in read(file) {
            assert!(one.source.len() > 8, "{} has no source", one.name);
            assert!(
                names.insert(one.name.clone()),
                "{} is there twice",
                one.name
            );
        }
    }
}
