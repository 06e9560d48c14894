//! What the guide for operators says, done; and the files they copy.

use backend_tests::kit::{Directory, Server, free_port, program};
use backend_tests::rehearsal::{microsoft, practice, state};
use practice_tenant::Scenario;
use reqwest::Client;
use std::path::{Path, PathBuf};
use std::process::Command;

pub(crate) fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The blocks of a Markdown file: language and text, without the indent of a list they stand in.
pub(crate) fn blocks(text: &str) -> Vec<(String, String)> {
    let (mut blocks, mut open) = (Vec::new(), None::<(usize, String, String)>);
    for line in text.lines() {
        let indent = line.len() - line.trim_start().len();
        match (&mut open, line.trim_start().strip_prefix("```")) {
            (None, Some(language)) => open = Some((indent, language.to_owned(), String::new())),
            (Some(_), Some(_)) => blocks.extend(open.take().map(|(_, kind, text)| (kind, text))),
            (Some((indent, _, text)), None) => {
                text.push_str(line.get(*indent..).unwrap_or_default());
                text.push('\n');
            }
            (None, None) => {}
        }
    }
    blocks
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_guide_for_operators_works_as_it_is_written() {
    let guide = std::fs::read_to_string(repository().join("docs/hosting.md")).unwrap();
    let (directory, port) = (Directory::new(), free_port());
    let practice = practice(Scenario::default(), port).await;
    let home = directory.path().display().to_string();
    let inside = microsoft(&directory, &practice, practice.addr);
    let client = Client::new();
    let state = state(&practice).await;
    // The guide's places, here.
    let here = |text: &str| {
        text.replace("/etc/consentry", &format!("{home}/etc"))
            .replace("/var/lib/consentry", &format!("{home}/lib"))
            .replace("/var/backups", &format!("{home}/backups"))
            .replace("contoso.example", state["tenant"]["id"].as_str().unwrap())
            .replace("127.0.0.1:7430", &format!("127.0.0.1:{port}"))
            .replace(
                "https://consentry.example.com",
                &format!("http://localhost:{port}"),
            )
            .replace(" record.json", &format!(" {home}/record.json"))
    };
    let file = format!("{home}/etc/consentry.toml");
    let programs = program().parent().unwrap().display().to_string();
    let (mut server, mut environment, mut ran) = (None, Vec::new(), 0);
    for (kind, text) in blocks(&guide) {
        let text = here(&text);
        match kind.as_str() {
            "sh" => {
                let mut shell = tokio::process::Command::new("sh");
                shell
                    .args(["-euc", &text])
                    .envs(environment.iter().cloned());
                let path = format!("{programs}:{}", std::env::var("PATH").unwrap());
                let output = shell.env("PATH", path).output().await.unwrap();
                let said = [output.stdout, output.stderr].concat();
                let said = String::from_utf8_lossy(&said).into_owned();
                assert!(output.status.success(), "{text}\n{said}");
                ran += 1;
            }
            "console" if text.contains("mover.secret") => {
                std::fs::write(format!("{home}/etc/mover.secret"), "practice-secret\n").unwrap();
            }
            "console" if text.contains("systemctl enable") => {
                let started = Server::start(Path::new(&file), port).await;
                let created = started.create(&client).await.unwrap();
                environment = vec![
                    ("BEARER", created.secret.expose().to_owned()),
                    ("CONNECTION", created.id),
                    ("SERVER", started.base.clone()),
                ];
                server = Some(started);
            }
            "toml" if text.contains("[[app]]") => {
                let text = text.replace("[[app]]", &format!("[microsoft]\n{inside}\n[[app]]"));
                std::fs::write(&file, text).unwrap();
            }
            // A new key is made known, then used: the guide's two steps in one.
            "toml" if text.contains("active_master_key") => {
                let text = text.replace("= \"default\"", "= \"2027\"");
                let (first, second) = text.split_once("\n\n").unwrap();
                let old = std::fs::read_to_string(&file).unwrap();
                std::fs::write(&file, format!("{first}\n{old}\n{second}")).unwrap();
                server.as_ref().unwrap().signal("-HUP");
            }
            _ => {}
        }
    }
    assert!(ran >= 8, "only {ran} blocks were run");
    assert!(directory.path().join("backups/consentry.db").exists());
    practice.stop().await;
}

#[test]
fn the_unit_is_one_that_systemd_takes_and_holds_for_safe() {
    let directory = Directory::new();
    let unit = std::fs::read_to_string(repository().join("deploy/consentry.service")).unwrap();
    assert!(unit.contains("ExecStart=/usr/local/bin/consentry-server serve --config "));
    // Where there is no systemd, its files cannot be checked by it; Debian has this tool.
    let unit = unit.replace(
        "/usr/local/bin/consentry-server",
        program().to_str().unwrap(),
    );
    let file = directory.write("consentry.service", &unit);
    let ask = |arguments: &[&str]| {
        let output = Command::new("systemd-analyze")
            .args(arguments)
            .arg(&file)
            .output();
        output.map(|output| {
            let said = [output.stdout, output.stderr].concat();
            (
                output.status.success(),
                String::from_utf8_lossy(&said).into_owned(),
            )
        })
    };
    match ask(&["verify"]) {
        Ok((well, said)) => assert!(well, "{said}"),
        Err(error) => {
            println!("systemd-analyze is not here ({error}): the unit was read, not verified");
            return;
        }
    }
    // From 0, safe, to 100.
    let (well, said) =
        ask(&["security", "--offline=true", "--threshold=15", "--no-pager"]).unwrap();
    assert!(well, "{said}");
}

#[test]
fn the_container_is_built_from_what_there_is() {
    let file = std::fs::read_to_string(repository().join("deploy/Containerfile")).unwrap();
    let manifest = std::fs::read_to_string(repository().join("Cargo.toml")).unwrap();
    let version = file.split("library/rust:").nth(1).unwrap();
    let version = version.split('-').next().unwrap();
    assert!(
        manifest.contains(&format!("rust-version = \"{version}\"")),
        "{version}"
    );
    assert!(file.contains("--package consentry-server") && file.contains(":nonroot"));
    // Both bases can be named by digest, and neither is root.
    for base in ["BUILD_BASE", "RUN_BASE"] {
        let (named, used) = (format!("ARG {base}="), format!("FROM ${{{base}}}"));
        assert!(file.contains(&named) && file.contains(&used), "{base}");
    }
    assert_eq!(file.matches("FROM ").count(), 2);
    assert!(file.contains("USER 65532:65532"));
}
