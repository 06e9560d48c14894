//! `cargo xtask profile`: begin a profile of another app, and check profiles. `docs/profiles.md`
//! tells what each field means.

use crate::repo;
use crate::schema::{self, Finding};
use anyhow::{Context, Result, bail};
use clap::Subcommand;
use consentry_catalog::Catalog;
use consentry_catalog::profile::Profile;
use consentry_catalog::profile_check::Problem;
use std::fs;
use std::path::{Path, PathBuf};

#[derive(Subcommand)]
pub(crate) enum Task {
    /// Write a commented shared/catalog/profiles/ID.toml to fill in
    New {
        /// Small letters, digits and hyphens: my-app
        id: String,
    },
    /// Check one profile, or all of shared/catalog/profiles/
    Check {
        /// The profile; all where none is named
        file: Option<PathBuf>,
    },
}

const TEMPLATE: &str = include_str!("profile.template.toml");

pub(crate) fn run(task: &Task) -> Result<()> {
    match task {
        Task::New { id } => new(id),
        Task::Check { file } => {
            let files = match file {
                Some(file) => vec![file.clone()],
                None => all()?,
            };
            schema::report(files.iter().map(|file| (file.as_path(), check(file))))
        }
    }
}

fn folder() -> PathBuf {
    repo::root().join("shared/catalog/profiles")
}

fn all() -> Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder())?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    files.retain(|file| file.extension().is_some_and(|end| end == "toml"));
    files.sort();
    Ok(files)
}

fn new(id: &str) -> Result<()> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if id.is_empty() || !id.chars().all(plain) {
        bail!("{id:?} must be small letters, digits and hyphens, as in my-app");
    }
    let file = folder().join(id).with_extension("toml");
    if file.exists() {
        bail!("{} is there already", file.display());
    }
    fs::write(&file, TEMPLATE.replace("my-app", id))
        .with_context(|| format!("{}", file.display()))?;
    println!("{}: fill it in, then", file.display());
    println!("cargo xtask profile check {}", file.display());
    Ok(())
}

/// What is wrong with a profile: its form first, and then what it says.
fn check(file: &Path) -> Result<Vec<Finding>> {
    let text = fs::read_to_string(file).with_context(|| format!("{}", file.display()))?;
    let name = file.file_stem().and_then(|name| name.to_str());
    Ok(findings(&text, name.unwrap_or_default()))
}

fn findings(text: &str, name: &str) -> Vec<Finding> {
    let mut findings = schema::findings("profile", text, true);
    if !findings.is_empty() {
        return findings;
    }
    let profile = match toml::from_str::<Profile>(text) {
        Ok(profile) => profile,
        Err(error) => {
            return vec![Finding {
                line: None,
                says: error.message().to_owned(),
            }];
        }
    };
    if profile.id != name {
        findings.push(Finding {
            line: schema::line_of(text, "/id"),
            says: format!("id: is {:?} and the file is called {name:?}", profile.id),
        });
    }
    findings.extend(
        profile
            .problems(Catalog::built_in())
            .iter()
            .map(|problem| Finding {
                line: line(text, problem),
                says: problem.to_string(),
            }),
    );
    findings.sort_by_key(|finding| finding.line.unwrap_or(usize::MAX));
    findings
}

/// Where the wrong value stands, or else its field.
fn line(text: &str, problem: &Problem) -> Option<usize> {
    let field = schema::line_of(text, &format!("/{}", problem.field));
    let value = problem.value.as_ref().and_then(|value| {
        let from = field?.saturating_sub(1);
        let quoted = format!("\"{value}\"");
        text.lines()
            .enumerate()
            .skip(from)
            .find(|(_, line)| line.contains(&quoted))
            .map(|(index, _)| index + 1)
    });
    value.or(field)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_profile_that_is_shipped_passes() {
        for file in all().unwrap() {
            assert_eq!(check(&file).unwrap(), [], "{}", file.display());
        }
    }

    #[test]
    fn a_new_profile_lacks_only_what_must_be_filled_in() {
        let found = findings(&TEMPLATE.replace("my-app", "some-app"), "some-app");
        let fields: Vec<&str> = found
            .iter()
            .filter_map(|finding| finding.says.split(':').next())
            .collect();
        assert_eq!(fields, ["name", "about", "client_ids", "tick"], "{found:?}");
    }

    #[test]
    fn a_wrong_value_is_told_with_its_line() {
        let text = "id = \"a\"\nname = \"A\"\nabout = \"Does.\"\nclient_ids = [\n    \"123\",\n]\n\
                    role = \"king\"\nunverified = [\"tick\", \"client_ids\", \"role\"]\n";
        let says: Vec<String> = findings(text, "a")
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(says.len(), 2, "{says:?}");
        assert!(says[0].starts_with(":5: client_ids: \"123\" is not an application id"));
        assert!(says[1].starts_with(":7: role: \"king\" is not in roles.toml"));
    }

    #[test]
    fn the_documentation_tells_every_field_and_no_other() {
        let docs = fs::read_to_string(repo::root().join("docs/profiles.md")).unwrap();
        let schema = consentry_catalog::schema::all()
            .into_iter()
            .find(|(name, _)| *name == "profile")
            .map(|(_, schema)| schema)
            .unwrap();
        let told: Vec<&str> = docs
            .lines()
            .skip_while(|line| *line != "## Every field")
            .take_while(|line| *line != "## Your own profiles")
            .filter_map(|line| line.strip_prefix("| `")?.split('`').next())
            .collect();
        let mut fields: Vec<String> = Vec::new();
        let mut add = |prefix: &str, of: &serde_json::Value| {
            for field in of["properties"].as_object().unwrap().keys() {
                fields.push(format!("{prefix}{field}"));
            }
        };
        add("", &schema);
        for (prefix, definition) in [
            ("delegated.", "Permission"),
            ("translations.", "Translation"),
            ("sources.", "Source"),
            ("entry.", "Entry"),
            ("entry.page.", "EntryPage"),
            ("entry.page.signs.", "EntrySign"),
            ("entry.control.", "ControlSpec"),
        ] {
            add(prefix, &schema["definitions"][definition]);
        }
        for field in &fields {
            assert!(told.contains(&field.as_str()), "{field} is not documented");
        }
        for field in told {
            assert!(
                fields.iter().any(|known| known == field),
                "{field} is no field"
            );
        }
    }
}
