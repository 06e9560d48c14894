//! Mozilla's linter for extensions, over a package. It looks with Firefox's eyes; what does not apply to
//! Chrome and Edge is listed with its reason in `store/lint/known.toml`, and anything else fails.

use crate::{command, dependencies, repo};
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::path::Path;

/// One finding: the linter's code, and the file it is in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
struct Finding {
    code: String,
    file: String,
    /// For people: why it is none of ours. Absent in what the linter says.
    #[serde(default)]
    why: String,
}

#[derive(Deserialize)]
struct Known {
    finding: Vec<Finding>,
}

#[derive(Deserialize)]
struct Report {
    errors: Vec<Finding>,
    warnings: Vec<Finding>,
    notices: Vec<Finding>,
}

/// Lints a package. The linter has a lock file of its own: it brings a tree that nothing else needs.
pub(super) fn check(package: &Path) -> Result<()> {
    let folder = repo::root().join("store/lint");
    dependencies::npm_tools_in(&folder)?;
    let package = package.to_str().context("the path is not UTF-8")?;
    let linter = "store/lint/node_modules/addons-linter/bin/addons-linter";
    let output =
        command::new("node", &[linter, "--output", "json", "--boring", package]).output()?;
    let report: Report = serde_json::from_slice(&output.stdout).with_context(|| {
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        format!("addons-linter gave no report: {said}")
    })?;
    let known = std::fs::read_to_string(folder.join("known.toml"))?;
    let known: Known = toml::from_str(&known).context("store/lint/known.toml")?;
    let found = [report.errors, report.warnings, report.notices].concat();
    compare(&found, &known.finding)?;
    println!(
        "addons-linter: nothing but the {} findings that are known",
        known.finding.len()
    );
    Ok(())
}

fn compare(found: &[Finding], known: &[Finding]) -> Result<()> {
    let names = |list: &[Finding]| -> BTreeSet<String> {
        let name = |one: &Finding| format!("{} in {}", one.code, one.file);
        list.iter().map(name).collect()
    };
    let (is, was) = (names(found), names(known));
    let new: Vec<&String> = is.difference(&was).collect();
    if !new.is_empty() {
        bail!(
            "addons-linter finds what is not in store/lint/known.toml: {new:?}. Put it right, or write down \
             there why it does not apply to Chrome and Edge"
        );
    }
    let gone: Vec<&String> = was.difference(&is).collect();
    if !gone.is_empty() {
        bail!("store/lint/known.toml lists what addons-linter no longer finds: {gone:?}");
    }
    if let Some(one) = known.iter().find(|one| one.why.is_empty()) {
        bail!(
            "store/lint/known.toml does not say why {} is none of ours",
            one.code
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(code: &str, why: &str) -> Finding {
        Finding {
            code: code.to_owned(),
            file: "manifest.json".to_owned(),
            why: why.to_owned(),
        }
    }

    #[test]
    fn a_new_finding_fails_and_so_does_one_that_is_gone_or_not_explained() {
        let known = [finding("A", "for Firefox only")];
        assert!(compare(&[finding("A", "")], &known).is_ok());
        let new = compare(&[finding("A", ""), finding("B", "")], &known).unwrap_err();
        assert!(new.to_string().contains("B in manifest.json"), "{new}");
        assert!(compare(&[], &known).is_err());
        assert!(compare(&[finding("A", "")], &[finding("A", "")]).is_err());
    }
}
