//! Finding a browser that can load an unpacked extension.

use crate::command;
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};

/// Names and places, in the order they are tried. Chromium first: branded Chrome stopped honouring
/// `--load-extension`.
const BROWSERS: [&str; 12] = [
    "chromium",
    "chromium-browser",
    "/usr/bin/chromium",
    "/snap/bin/chromium",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "microsoft-edge",
    "microsoft-edge-stable",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "chrome",
];

/// A browser, installed from the distribution where that is possible.
pub(crate) fn find() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("CONSENTRY_BROWSER") {
        let named = PathBuf::from(named);
        if !command::exists(&named) {
            bail!(
                "CONSENTRY_BROWSER names {}, which does not start",
                named.display()
            );
        }
        return Ok(named);
    }
    if let Some(found) = installed() {
        return Ok(found);
    }
    if Path::new("/usr/bin/apt-get").exists() && is_root() {
        eprintln!("Installing Chromium from the distribution …");
        command::prepare("apt-get", &["update", "-qq"])?;
        command::prepare(
            "apt-get",
            &[
                "install",
                "-y",
                "-qq",
                "--no-install-recommends",
                "chromium",
            ],
        )?;
        if let Some(found) = installed() {
            return Ok(found);
        }
    }
    bail!(
        "no browser found. Install Chromium (`sudo apt-get install chromium`), Microsoft Edge or \
         Google Chrome, or name one in CONSENTRY_BROWSER"
    )
}

fn installed() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    BROWSERS
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|file| file.is_file() && command::exists(file))
}

fn is_root() -> bool {
    command::new("id", &["-u"])
        .output()
        .is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
