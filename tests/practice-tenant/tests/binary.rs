//! The program itself: one line when it is ready, gone when it is told to go.

use std::{
    io::{BufRead as _, BufReader},
    path::PathBuf,
    process::{Child, Command, Stdio},
};

use serde_json::Value;

/// A directory of its own for each test.
fn scratch(name: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&path).expect("the target directory can be written");
    path
}

fn program(scenario: &str, name: &str) -> (Command, PathBuf) {
    let here = scratch(name);
    std::fs::write(here.join("scenario.toml"), scenario).expect("scenario written");
    std::fs::write(here.join("secret"), "practice-secret\n").expect("secret written");
    let mut command = Command::new(env!("CARGO_BIN_EXE_practice-tenant"));
    command
        .current_dir(&here)
        .args([
            "--scenario",
            "scenario.toml",
            "--client-secret-file",
            "secret",
            "--ca-out",
            "ca.pem",
        ])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    (command, here)
}

fn terminate(child: &Child) {
    let told = Command::new("kill").arg(child.id().to_string()).status();
    assert!(told.expect("kill runs").success());
}

#[test]
fn it_says_in_one_line_where_it_is_and_ends_on_sigterm() {
    let (mut command, here) = program("users = 3", "ready");
    let mut child = command.spawn().expect("the program starts");
    let mut lines = BufReader::new(child.stdout.take().expect("piped")).lines();
    let line = lines.next().expect("a line").expect("text");
    let ready: Value = serde_json::from_str(&line).expect("JSON");
    for port in ["port", "control_port"] {
        assert!(ready[port].as_u64().is_some_and(|port| port > 0), "{line}");
    }
    assert_eq!(
        ready["spki_sha256"].as_str().map(str::len),
        Some(44),
        "{line}"
    );
    assert!(
        ready["hosts"]
            .as_array()
            .is_some_and(|hosts| hosts.len() == 17),
        "{line}"
    );
    let ca = std::fs::read_to_string(here.join("ca.pem")).expect("written before the line");
    assert!(ca.starts_with("-----BEGIN CERTIFICATE-----"));
    assert!(!ca.contains("PRIVATE"));
    terminate(&child);
    assert!(child.wait().expect("it ends").success());
    assert!(lines.next().is_none(), "nothing else is printed");
}

#[test]
fn a_wrong_scenario_is_named_with_key_and_line() {
    let (mut command, _) = program("users = 3\nsitez = 4", "wrong");
    let output = command.output().expect("the program runs");
    assert!(!output.status.success());
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("sitez") && told.contains("line 2"), "{told}");
}
