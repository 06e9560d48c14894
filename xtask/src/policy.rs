//! `cargo xtask policy`: the files that roll the extension out and set it, all from one source, the
//! extension's managed schema.

mod schema;
mod browser;
mod template;

mod intune;
mod mac;
mod registry;

use crate::{hash, repo};
use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use browser::Browser;
use schema::{Schema, Values};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Where the files go; deploy/policy holds those with example values
    #[arg(long)]
    out: Option<PathBuf>,
    /// Your values, a JSON object with the names of extension/managed-schema.json; examples without it
    #[arg(long, requires = "out")]
    values: Option<PathBuf>,
    /// The extension's id in Chrome's store; without it the id of the unpacked extension
    #[arg(long, value_parser = id, requires = "out")]
    chrome_id: Option<String>,
    /// The extension's id in Edge's store; without it the id of the unpacked extension
    #[arg(long, value_parser = id, requires = "out")]
    edge_id: Option<String>,
    /// Only say whether the files are what would be written
    #[arg(long, conflicts_with = "out")]
    check: bool,
}

fn id(text: &str) -> Result<String, String> {
    if browser::is_id(text) {
        Ok(text.to_owned())
    } else {
        Err(
            "an id is 32 letters from a to p, as the store's address of the extension ends"
                .to_owned(),
        )
    }
}

/// Writes the files, or compares them.
pub(crate) fn run(options: &Options) -> Result<()> {
    let schema = schema::read(&fs::read_to_string(
        repo::root().join("extension/managed-schema.json"),
    )?)?;
    let values = match &options.values {
        Some(file) => {
            let text = fs::read_to_string(file).with_context(|| format!("{}", file.display()))?;
            schema::values(&schema, &text).with_context(|| format!("{}", file.display()))?
        }
        None => schema::examples(&schema),
    };
    let unpacked = unpacked_id(&fs::read_to_string(repo::root().join("manifest.json"))?)?;
    let chosen = |id: &Option<String>| id.clone().unwrap_or_else(|| unpacked.clone());
    let browsers = Browser::both(chosen(&options.chrome_id), chosen(&options.edge_id));
    let files = files(&browsers, &schema, &values)?;
    let out = options
        .out
        .clone()
        .unwrap_or_else(|| repo::root().join("deploy/policy"));
    if options.check {
        let wrong: Vec<&String> = files
            .iter()
            .filter(|(name, text)| !fs::read_to_string(out.join(name)).is_ok_and(|is| is == **text))
            .map(|(name, _)| name)
            .collect();
        if !wrong.is_empty() {
            bail!("not what the schema says: {wrong:?}; run `cargo xtask policy`");
        }
        return Ok(());
    }
    for (name, text) in &files {
        let file = out.join(name);
        fs::create_dir_all(file.parent().context("a file has a folder")?)?;
        fs::write(&file, text).with_context(|| format!("{}", file.display()))?;
    }
    println!("{} files in {}", files.len(), out.display());
    Ok(())
}

/// The id that the manifest's `key` gives the unpacked extension.
fn unpacked_id(manifest: &str) -> Result<String> {
    let manifest: Value = serde_json::from_str(manifest).context("manifest.json")?;
    let key = manifest["key"]
        .as_str()
        .context("the manifest has no key")?;
    Ok(hash::extension_id(&BASE64_STANDARD.decode(key)?))
}

/// Every file by its name.
fn files(
    browsers: &[Browser],
    schema: &Schema,
    values: &Values,
) -> Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    for browser in browsers {
        let name = browser.name;
        let offered = template::admx(browser, schema)?;
        let intune = intune::configuration(browser, &offered, values);
        let third = json!({ "3rdparty": { "extensions": { &browser.id: values } } });
        let install: BTreeMap<_, _> = browser::install(browser).into();
        let install = json!({ "ExtensionSettings": { &browser.id: install } });
        files.extend([
            (format!("windows/consentry-{name}.admx"), offered),
            (
                format!("windows/en-US/consentry-{name}.adml"),
                template::adml(browser, schema)?,
            ),
            (
                format!("windows/{name}.reg"),
                registry::settings(browser, values),
            ),
            (
                format!("windows/{name}-install.reg"),
                registry::installing(browser),
            ),
            (
                format!("windows/{name}-remove.reg"),
                registry::removing(browser),
            ),
            (format!("intune/{name}.json"), in_order(&intune)),
            (format!("macos/{name}.plist"), mac::settings(values)?),
            (
                format!("macos/{name}.mobileconfig"),
                mac::profile(browser, values)?,
            ),
            (
                format!("macos/{name}-install.mobileconfig"),
                mac::installing(browser)?,
            ),
            (format!("linux/{name}.json"), in_order(&third)),
            (format!("linux/{name}-install.json"), in_order(&install)),
        ]);
    }
    Ok(files)
}

/// JSON with its names in order, whatever features other crates have switched on in `serde_json`.
fn in_order(value: &Value) -> String {
    fn sorted(value: &Value) -> Value {
        match value {
            Value::Array(list) => list.iter().map(sorted).collect(),
            Value::Object(object) => {
                let names: BTreeMap<&String, &Value> = object.iter().collect();
                Value::Object(
                    names
                        .into_iter()
                        .map(|(name, value)| (name.clone(), sorted(value)))
                        .collect(),
                )
            }
            other => other.clone(),
        }
    }
    format!("{:#}\n", sorted(value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use quick_xml::events::Event;

    fn made() -> (Schema, Values, [Browser; 2], BTreeMap<String, String>) {
        let root = repo::root();
        let schema =
            schema::read(&fs::read_to_string(root.join("extension/managed-schema.json")).unwrap())
                .unwrap();
        let values = schema::examples(&schema);
        let id = unpacked_id(&fs::read_to_string(root.join("manifest.json")).unwrap()).unwrap();
        let browsers = Browser::both(id.clone(), id);
        let files = files(&browsers, &schema, &values).unwrap();
        (schema, values, browsers, files)
    }

    #[test]
    fn the_files_of_the_repository_are_what_the_schema_says() {
        let (.., files) = made();
        for (name, text) in files {
            let is = fs::read_to_string(repo::root().join("deploy/policy").join(&name))
                .unwrap_or_default();
            assert!(
                is == text,
                "deploy/policy/{name} is out of date: cargo xtask policy"
            );
        }
    }

    #[test]
    fn every_setting_is_in_every_file_that_sets() {
        let (schema, _, _, files) = made();
        let set = files
            .iter()
            .filter(|(name, _)| !name.contains("-install.") && !name.contains("-remove."));
        for (name, text) in set {
            for setting in schema.keys() {
                assert!(
                    text.contains(setting.as_str()),
                    "{setting} is not in {name}"
                );
            }
        }
    }

    #[test]
    fn every_file_installs_or_sets_the_one_extension() {
        let (_, _, browsers, files) = made();
        for (name, text) in files {
            // What a property list sets is named by the domain that it is put into; words have no id.
            let named = !name.contains(".adml") && !name.contains(".plist");
            assert_eq!(text.contains(&browsers[0].id), named, "{name}");
        }
    }

    #[test]
    fn what_is_xml_is_well_formed() {
        let (.., files) = made();
        for (name, text) in files {
            let xml = [".admx", ".adml", ".plist", ".mobileconfig"];
            if !xml.iter().any(|ending| name.ends_with(ending)) {
                continue;
            }
            let mut reader = quick_xml::Reader::from_str(&text);
            let mut elements = 0;
            loop {
                match reader
                    .read_event()
                    .unwrap_or_else(|error| panic!("{name}: {error}"))
                {
                    Event::Eof => break,
                    Event::Start(_) | Event::Empty(_) => elements += 1,
                    _ => {}
                }
            }
            assert!(elements > 10, "{name}");
        }
    }

    #[test]
    fn every_string_and_presentation_that_a_template_names_is_there() {
        let (.., files) = made();
        for browser in ["chrome", "edge"] {
            let offered = &files[&format!("windows/consentry-{browser}.admx")];
            let words = &files[&format!("windows/en-US/consentry-{browser}.adml")];
            for (kind, element) in [("string", "string"), ("presentation", "presentation")] {
                for part in offered.split(&format!("$({kind}.")).skip(1) {
                    let name = part.split(')').next().unwrap();
                    assert!(
                        words.contains(&format!("<{element} id=\"{name}\"")),
                        "{kind} {name}"
                    );
                }
            }
        }
    }

    #[test]
    fn the_values_are_those_that_were_given_wherever_they_are_read() {
        let (_, values, browsers, files) = made();
        let wanted = json!(values);
        for browser in &browsers {
            let name = browser.name;
            let linux: Value = serde_json::from_str(&files[&format!("linux/{name}.json")]).unwrap();
            assert_eq!(linux["3rdparty"]["extensions"][&browser.id], wanted);
            let list: Value =
                plist::from_bytes(files[&format!("macos/{name}.plist")].as_bytes()).unwrap();
            assert_eq!(list, wanted);
            let profile = files[&format!("macos/{name}.mobileconfig")].as_bytes();
            let profile: Value = plist::from_bytes(profile).unwrap();
            let payload = &profile["PayloadContent"][0];
            for (key, value) in &values {
                assert_eq!(&payload[key], value, "{key}");
            }
            let intune: Value =
                serde_json::from_str(&files[&format!("intune/{name}.json")]).unwrap();
            let settings = intune["omaSettings"].as_array().unwrap();
            // The template, each setting, and the installation.
            assert_eq!(settings.len(), values.len() + 2);
            assert_eq!(
                settings[0]["value"],
                files[&format!("windows/consentry-{name}.admx")]
            );
        }
    }

    #[test]
    fn a_registry_file_says_types_as_a_browser_reads_them() {
        let browsers = Browser::both("a".repeat(32), "b".repeat(32));
        let values = schema::values(
            &made().0,
            r#"{ "zeroTouch": true, "language": "de",
                 "profiles": "{\"office-365-mover\":{}}",
                 "forbiddenClients": ["d62121f3-e023-4972-b6b0-794190c0fd98"] }"#,
        )
        .unwrap();
        let text = registry::settings(&browsers[1], &values);
        let key = format!(
            r"[HKEY_LOCAL_MACHINE\Software\Policies\Microsoft\Edge\3rdparty\extensions\{}\policy",
            "b".repeat(32)
        );
        for line in [
            format!("{key}]"),
            "\"zeroTouch\"=dword:00000001".to_owned(),
            "\"language\"=\"de\"".to_owned(),
            r#""profiles"="{\"office-365-mover\":{}}""#.to_owned(),
            format!("{key}\\forbiddenClients]"),
            "\"1\"=\"d62121f3-e023-4972-b6b0-794190c0fd98\"".to_owned(),
        ] {
            assert!(text.contains(&format!("\r\n{line}\r\n")), "{line}\n{text}");
        }
    }

    #[test]
    fn the_id_is_the_one_that_a_browser_works_out() {
        assert!(id("abcdefghijklmnopabcdefghijklmnop").is_ok());
        assert!(id("abcdefghijklmnopabcdefghijklmnoq").is_err());
        let id =
            unpacked_id(&fs::read_to_string(repo::root().join("manifest.json")).unwrap()).unwrap();
        assert!(browser::is_id(&id), "{id}");
    }
}
