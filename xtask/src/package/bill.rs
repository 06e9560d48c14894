//! The bill of materials: every crate whose code can be in the two modules, as `CycloneDX` 1.6 in JSON
//! (cyclonedx.org/docs/1.6/json). It tells no time and has a serial number made from its contents, so that
//! the same sources have the same bill.

use crate::{build, command, hash, repo};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Writes the bill.
pub(super) fn write() -> Result<String> {
    let cargo = build::cargo();
    let said = answer(
        &cargo,
        &[
            "metadata",
            "--locked",
            "--format-version=1",
            "--filter-platform",
            build::TARGET,
        ],
    )?;
    let metadata: Value = serde_json::from_str(&said)?;
    let lock = std::fs::read_to_string(repo::root().join("Cargo.lock"))?;
    let bill = compose(&metadata, &shipped(&cargo)?, &checksums(&lock)?, &tools()?)?;
    Ok(format!("{bill:#}\n"))
}

fn answer(program: &str, args: &[&str]) -> Result<String> {
    let output = command::new(program, args)
        .output()
        .with_context(|| program.to_owned())?;
    if !output.status.success() {
        bail!(
            "{program} {}: {}",
            args.join(" "),
            String::from_utf8_lossy(&output.stderr)
        );
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// The crates of the two modules, as `name version`. Cargo's metadata unites the features of the whole
/// workspace; its tree knows those of the modules alone.
fn shipped(cargo: &str) -> Result<BTreeSet<String>> {
    let mut args = vec![
        "tree",
        "--locked",
        "--edges=normal",
        "--prefix=none",
        "--format={p}",
    ];
    args.extend(["--target", build::TARGET]);
    for (package, ..) in build::MODULES {
        args.extend(["--package", package]);
    }
    let tree = answer(cargo, &args)?;
    let name = |line: &str| {
        let (name, rest) = line.split_once(" v")?;
        Some(format!("{name} {}", rest.split(' ').next()?))
    };
    Ok(tree.lines().filter_map(name).collect())
}

/// The SHA-256 that Cargo.lock keeps of each crate's package, by `name version`.
fn checksums(lock: &str) -> Result<BTreeMap<String, String>> {
    let lock: toml::Table = toml::from_str(lock).context("Cargo.lock")?;
    let packages = lock.get("package").and_then(toml::Value::as_array);
    let one = |package: &toml::Value| {
        let text = |key| package.get(key).and_then(toml::Value::as_str);
        Some((
            format!("{} {}", text("name")?, text("version")?),
            text("checksum")?.to_owned(),
        ))
    };
    Ok(packages.into_iter().flatten().filter_map(one).collect())
}

/// What made the modules: name and version.
fn tools() -> Result<Vec<(&'static str, String)>> {
    let version = |file: &str| -> Result<String> {
        let text = std::fs::read_to_string(repo::root().join(file))?;
        let value: Value = serde_json::from_str(&text)?;
        Ok(value["version"].as_str().context("a version")?.to_owned())
    };
    let rustc = answer("rustc", &["--version"])?;
    let rustc = rustc.split(' ').nth(1).context("rustc's version")?;
    Ok(vec![
        ("binaryen", version("node_modules/binaryen/package.json")?),
        ("rustc", rustc.to_owned()),
    ])
}

#[expect(
    clippy::too_many_lines,
    reason = "a document in one piece, in the order of its format"
)]
fn compose(
    metadata: &Value,
    shipped: &BTreeSet<String>,
    checksums: &BTreeMap<String, String>,
    tools: &[(&str, String)],
) -> Result<Value> {
    let list = |value: &'_ Value| value.as_array().cloned().unwrap_or_default();
    let text = |value: &Value, key: &str| value[key].as_str().unwrap_or_default().to_owned();
    let mut refs = BTreeMap::new();
    let mut components = BTreeMap::new();
    for package in list(&metadata["packages"]) {
        let (name, version) = (text(&package, "name"), text(&package, "version"));
        let key = format!("{name} {version}");
        if !shipped.contains(&key) {
            continue;
        }
        let purl = format!("pkg:cargo/{name}@{version}");
        refs.insert(text(&package, "id"), purl.clone());
        let licence = text(&package, "license").replace('/', " OR ");
        if licence.is_empty() {
            bail!("{key} names no licence");
        }
        // A macro runs in the compiler; its code is in no module.
        let is_macro = list(&package["targets"])
            .iter()
            .any(|target| list(&target["kind"]).contains(&json!("proc-macro")));
        let mut component = json!({
            "type": "library",
            "bom-ref": purl,
            "name": name,
            "version": version,
            "scope": if is_macro { "excluded" } else { "required" },
            "licenses": [{ "expression": licence }],
            "purl": purl,
        });
        if let Some(hash) = checksums.get(&key) {
            component["hashes"] = json!([{ "alg": "SHA-256", "content": hash }]);
        }
        components.insert(purl, component);
    }
    if components.len() != shipped.len() {
        bail!("cargo's tree and cargo's metadata do not name the same crates");
    }
    let mut dependencies = BTreeMap::new();
    for node in list(&metadata["resolve"]["nodes"]) {
        let Some(from) = refs.get(&text(&node, "id")) else {
            continue;
        };
        let is_normal = |one: &Value| {
            list(&one["dep_kinds"])
                .iter()
                .any(|kind| kind["kind"].is_null())
        };
        let to: BTreeSet<String> = list(&node["deps"])
            .iter()
            .filter(|one| is_normal(one))
            .filter_map(|one| refs.get(one["pkg"].as_str()?).cloned())
            .collect();
        dependencies.insert(from.clone(), to);
    }
    let top = format!("consentry@{}", super::VERSION);
    let modules = build::MODULES
        .iter()
        .map(|(package, ..)| format!("pkg:cargo/{package}@{}", super::VERSION))
        .collect();
    dependencies.insert(top.clone(), modules);
    let components: Vec<Value> = components.into_values().collect();
    let dependencies: Vec<Value> = dependencies
        .into_iter()
        .map(|(from, to)| json!({ "ref": from, "dependsOn": to }))
        .collect();
    let tools: Vec<Value> = tools
        .iter()
        .map(|(name, version)| json!({ "type": "application", "name": name, "version": version }))
        .collect();
    let mut bill = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": top,
                "name": "consentry",
                "version": super::VERSION,
                "licenses": [{ "expression": "MIT OR Apache-2.0" }],
            },
            "tools": { "components": tools },
        },
        "components": components,
        "dependencies": dependencies,
    });
    bill["serialNumber"] = json!(hash::uuid(bill.to_string().as_bytes()).urn().to_string());
    Ok(bill)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bill() -> Value {
        let package = |name: &str, kind: &str| {
            json!({ "name": name, "version": "1.0.0", "id": name, "license": "MIT/Apache-2.0",
                    "targets": [{ "kind": [kind] }] })
        };
        let dep = |name: &str, kind: Value| json!({ "pkg": name, "dep_kinds": [{ "kind": kind }] });
        let metadata = json!({
            "packages": [package("a", "lib"), package("m", "proc-macro"), package("other", "lib")],
            "resolve": { "nodes": [
                { "id": "a", "deps": [dep("m", Value::Null), dep("other", json!("dev"))] },
                { "id": "m", "deps": [] },
                { "id": "other", "deps": [] },
            ] },
        });
        let shipped = ["a 1.0.0", "m 1.0.0"].map(str::to_owned).into();
        let checksums = [("a 1.0.0".to_owned(), "00ff".to_owned())].into();
        compose(
            &metadata,
            &shipped,
            &checksums,
            &[("rustc", "1.0.0".to_owned())],
        )
        .unwrap()
    }

    #[test]
    fn a_bill_names_what_is_shipped_with_licence_and_hash_and_nothing_else() {
        let bill = bill();
        let names: Vec<&str> = bill["components"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["name"].as_str().unwrap())
            .collect();
        assert_eq!(names, ["a", "m"]);
        assert_eq!(bill["components"][0]["hashes"][0]["content"], "00ff");
        assert_eq!(
            bill["components"][0]["licenses"][0]["expression"],
            "MIT OR Apache-2.0"
        );
        assert_eq!(bill["components"][1]["scope"], "excluded");
        let mut all = bill["dependencies"].as_array().unwrap().iter();
        let of_a = all.find(|one| one["ref"] == "pkg:cargo/a@1.0.0").unwrap();
        assert_eq!(of_a["dependsOn"], json!(["pkg:cargo/m@1.0.0"]));
    }

    #[test]
    fn the_same_contents_have_the_same_serial_number_and_no_time() {
        assert_eq!(bill(), bill());
        assert!(
            bill()["serialNumber"]
                .as_str()
                .unwrap()
                .starts_with("urn:uuid:")
        );
        assert_eq!(bill()["metadata"].get("timestamp"), None);
    }
}
