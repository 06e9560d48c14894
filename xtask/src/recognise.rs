//! `cargo xtask recognise DIR`: what the extension makes of pages somebody kept.

use crate::{browser, build, command};
use anyhow::{Context, Result, bail};
use serde_json::json;
use std::path::Path;

/// Opens each case at its real address and prints one JSON line for it.
pub(crate) fn run(dir: &Path) -> Result<()> {
    let dir = dir
        .canonicalize()
        .with_context(|| format!("{}", dir.display()))?;
    let browser = browser::find()?;
    let extension = build::quietly()?;
    let task = json!({ "browser": browser, "extension": extension, "dir": dir });
    let status =
        command::new("node", &["tests/robot/recognise.mjs", &task.to_string()]).status()?;
    if !status.success() {
        bail!("not every case could be opened ({status})");
    }
    Ok(())
}
