//! The real program reads the practice tenant: `observe --once`, killed and begun again, and what
//! `check-config` and `doctor` say of it.

use backend_tests::kit::{Directory, Server, configure, free_port, program};
use backend_tests::rehearsal::{Rehearsal, microsoft, practice, state};
use consentry_wire::api::{Evidence, Proof, State};
use practice_tenant::{Observer, Practice, Scenario};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

const CLIENT: &str = "0b5e7fe2-6a1d-4c7b-9d1e-2f3a4b5c6d7e";

struct Organization {
    practice: Practice,
    directory: Directory,
    config: PathBuf,
}

async fn organization(scenario: Scenario) -> Organization {
    let directory = Directory::new();
    let practice = practice(scenario, free_port()).await;
    let microsoft = microsoft(&directory, &practice, practice.addr);
    let text = format!(
        "database = \"{}\"\n[microsoft]\n{microsoft}\n[observer]\ntenant = \"birchwood.example\"\n\
         client_id = \"{CLIENT}\"\nclient_secret = \"practice-secret\"\n",
        directory.path().join("observer.db").display()
    );
    let config = directory.write("consentry.toml", &text);
    Organization {
        practice,
        directory,
        config,
    }
}

impl Organization {
    fn command(&self, name: &str) -> Command {
        let mut command = Command::new(program());
        command.arg(name).arg("--config").arg(&self.config);
        command
    }

    fn observe(&self) -> Command {
        let mut command = self.command("observe");
        let out = self.directory.path().join("report.json");
        command.args(["--once", "--out"]).arg(out);
        command
    }

    fn report(&self) -> Value {
        let text = std::fs::read_to_string(self.directory.path().join("report.json")).unwrap();
        serde_json::from_str(&text).unwrap()
    }
}

async fn run(mut command: Command) -> Output {
    tokio::task::spawn_blocking(move || command.output().unwrap())
        .await
        .unwrap()
}

fn last_line(output: &Output) -> String {
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    text.lines().last().unwrap_or_default().to_owned()
}

fn scenario(observer: Observer) -> Scenario {
    Scenario {
        observer,
        graph_apps: 2500,
        graph_grants: 6000,
        ..Scenario::default()
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_app_and_grant_of_a_large_organization_is_in_the_report() {
    let organization = organization(scenario(Observer::Grants)).await;
    let output = run(organization.observe()).await;
    assert!(output.status.success(), "{output:?}");
    assert!(last_line(&output).starts_with("complete: "), "{output:?}");
    assert!(last_line(&output).ends_with(" seconds"));
    let report = organization.report();
    assert_eq!(report["complete"], true);
    assert_eq!(report["tenant"]["name"], "Birchwood");
    let apps = report["apps"].as_array().unwrap();
    assert!(apps.len() > 2500);
    let scopes: usize = apps
        .iter()
        .map(|app| app["delegated"].as_array().unwrap().len())
        .sum();
    assert!(scopes > 6000);
    let holders = apps
        .iter()
        .filter(|app| app["application"] != json!([]))
        .count();
    assert_eq!(holders, 251);
    assert!(
        report["requests"].as_u64().unwrap() < 30,
        "{}",
        report["requests"]
    );

    let digest = async |days: &str| {
        let mut command = organization.command("digest");
        command.args(["--days", days]);
        let output = run(command).await;
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let said = digest("7").await;
    assert!(
        said.starts_with("Birchwood (birchwood.example)\n0 changes of 0 apps\n"),
        "{said}"
    );
    assert!(said.contains("\nApps by risk: critical "), "{said}");
    organization.practice.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reading_that_is_killed_goes_on_and_states_each_change_once() {
    let organization = organization(Scenario {
        latency_ms: 60,
        ..scenario(Observer::Grants)
    })
    .await;
    let patch = async |patch: Value| {
        let url = format!("http://{}/scenario", organization.practice.control_addr);
        let answer = reqwest::Client::new().post(url).json(&patch).send();
        assert!(answer.await.unwrap().status().is_success());
    };
    assert!(run(organization.observe()).await.status.success());
    patch(json!({ "graph_churn": 4 })).await;
    let calls = async || {
        let seen = state(&organization.practice).await;
        seen["counters"]["graph_calls"].as_u64().unwrap()
    };
    for further in [2, 6, 10] {
        let end = calls().await + further;
        let mut command = organization.observe();
        let mut child = command
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        while calls().await < end {
            let ended = child.try_wait().unwrap();
            assert!(ended.is_none(), "it ended before {further} calls");
            tokio::task::yield_now().await;
        }
        child.kill().unwrap();
        child.wait().unwrap();
    }
    let output = run(organization.observe()).await;
    assert!(output.status.success(), "{output:?}");
    let report = organization.report();
    let changes = report["changes"].as_array().unwrap();
    let added = changes
        .iter()
        .filter(|change| change["kind"] == "delegated-added");
    assert!(
        added
            .clone()
            .all(|change| change["scope"] == "Mail.Send" || change["scope"] == "User.Read")
    );
    assert_eq!(
        added
            .filter(|change| change["scope"] == "Mail.Send")
            .count(),
        4
    );
    let mut ids: Vec<&str> = changes
        .iter()
        .map(|change| change["id"].as_str().unwrap())
        .collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), changes.len());
    assert!(run(organization.observe()).await.status.success());
    assert_eq!(organization.report()["changes"], json!([]));
    organization.practice.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_observer_that_could_write_is_refused_by_name_with_exit_code_1() {
    let organization = organization(scenario(Observer::Writes)).await;
    let output = run(organization.observe()).await;
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("AppRoleAssignment.ReadWrite.All"), "{said}");
    let doctor = run(organization.command("doctor")).await;
    assert_eq!(doctor.status.code(), Some(1));
    let said = String::from_utf8(doctor.stdout).unwrap();
    assert!(said.contains("AppRoleAssignment.ReadWrite.All"), "{said}");
    organization.practice.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn check_config_and_doctor_speak_of_an_observer_alone() {
    let organization = organization(scenario(Observer::Apps)).await;
    let checked = run(organization.command("check-config")).await;
    assert!(checked.status.success(), "{checked:?}");
    let doctor = run(organization.command("doctor")).await;
    let said = String::from_utf8(doctor.stdout).unwrap();
    assert!(
        doctor.status.success() && said.contains("level 1"),
        "{said}"
    );
    assert!(said.contains("Grant it Directory.Read.All"), "{said}");
    // At that level the report says that it is not complete.
    let output = run(organization.observe()).await;
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    assert!(last_line(&output).starts_with("incomplete: "));
    organization.practice.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_an_app_may_not_read_of_itself_the_observer_answers_and_the_evidence_says_so() {
    let (directory, port) = (Directory::new(), free_port());
    let practice = practice(scenario(Observer::Grants), port).await;
    let microsoft = microsoft(&directory, &practice, practice.addr);
    let state = state(&practice).await;
    let tenant = state["tenant"]["id"].as_str().unwrap();
    let config = configure(&directory, port, &microsoft);
    let text = std::fs::read_to_string(&config).unwrap()
        + &format!(
            "\n[observer]\ntenant = \"{tenant}\"\nclient_id = \"{CLIENT}\"\n\
             client_secret = \"practice-secret\"\nevery_minutes = 0\n"
        );
    std::fs::write(&config, text).unwrap();
    let server = Server::start(&config, port).await;
    let rehearsal = Rehearsal {
        practice,
        server,
        client: reqwest::Client::new(),
        config,
        directory,
    };
    let created = rehearsal.sign_in().await;
    rehearsal.grant(&created).await;
    let status = rehearsal
        .server
        .until(&rehearsal.client, &created, "authorized", |now| {
            matches!(now.state, State::Authorized { .. })
        })
        .await;
    let made = |call: &str| -> &Evidence {
        let mut made = status.evidence.iter();
        made.find(|made| made.call == call).unwrap()
    };
    assert_eq!(made("GET /users/$count").proof, Proof::Own);
    let grants = made("GET /oauth2PermissionGrants");
    assert_eq!((grants.status, grants.proof), (200, Proof::Observer));
    let application = status.grants.application.unwrap();
    assert!(
        application.contains(&"Sites.FullControl.All".to_owned()),
        "{application:?}"
    );
    assert!(status.grants.delegated.is_some());
    rehearsal.practice.stop().await;
}
