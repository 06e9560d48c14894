//! `cargo xtask keep`: a page of somebody's, as a recognition case with nothing of theirs in it.

use crate::{browser, build, command};
use anyhow::{Context, Result, bail};
use clap::Args;
use consentry_wire::recognition_case::RedactedPage;
use serde_json::json;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub(crate) struct Options {
    /// The saved page, or the JSON that the panel copied
    page: PathBuf,
    /// The address it was saved from; needed for a saved page
    #[arg(long)]
    url: Option<String>,
    /// A frame of it: the frame's address, "=", and the file it was saved to
    #[arg(long, value_name = "URL=FILE")]
    frame: Vec<String>,
    /// Where the case goes: DIR/NAME, without an ending
    #[arg(long, value_name = "DIR/NAME")]
    out: PathBuf,
}

/// Masks a page and writes the case.
pub(crate) fn run(options: &Options) -> Result<()> {
    let kept = if options.page.extension().is_some_and(|kind| kind == "json") {
        let text = fs::read_to_string(&options.page)
            .with_context(|| format!("{}", options.page.display()))?;
        serde_json::from_str(&text)
            .context("this is not what the panel's \"Copy this page as a test case\" copies")?
    } else {
        seen(options)?
    };
    for file in write(kept, &options.out)? {
        println!("{}", file.display());
    }
    println!("Look at what is expected, and say there what should be.");
    Ok(())
}

/// What the extension sees of the saved page, opened at its address.
fn seen(options: &Options) -> Result<RedactedPage> {
    let Some(url) = &options.url else {
        bail!("--url is missing: the address the page was saved from");
    };
    let mut frames = BTreeMap::new();
    for frame in &options.frame {
        // An address may hold the sign itself; a file's name hardly does.
        let Some((address, file)) = frame.rsplit_once('=') else {
            bail!("--frame {frame}: write the frame's address, \"=\" and its file");
        };
        frames.insert(address.to_owned(), absolute(Path::new(file))?);
    }
    let task = json!({
        "browser": browser::find()?,
        "extension": build::quietly()?,
        "url": url,
        "html": absolute(&options.page)?,
        "frames": frames,
    });
    let out = command::new("node", &["tests/robot/keep.mjs", &task.to_string()])
        .stderr(std::process::Stdio::inherit())
        .output()?;
    if !out.status.success() {
        bail!("the page could not be looked at ({})", out.status);
    }
    serde_json::from_slice(&out.stdout).context("what the browser answered makes no sense")
}

fn absolute(file: &Path) -> Result<PathBuf> {
    file.canonicalize()
        .with_context(|| format!("{}", file.display()))
}

/// Writes a case and its files, named after it.
fn write(mut kept: RedactedPage, out: &Path) -> Result<Vec<PathBuf>> {
    let name = out
        .file_name()
        .and_then(|name| name.to_str())
        .context("--out names no case")?;
    let dir = out.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(dir).with_context(|| format!("{}", dir.display()))?;
    let page = kept.case.html.clone();
    let named = |file: &str| {
        if file == page {
            format!("{name}.html")
        } else {
            format!("{name}-{file}")
        }
    };
    let mut written = Vec::new();
    for (file, text) in &kept.files {
        // The names come from a file somebody sent: they stay in the folder.
        if file.contains(['/', '\\']) {
            bail!("{file} is no name of a file of a case");
        }
        let path = dir.join(named(file));
        fs::write(&path, text)?;
        written.push(path);
    }
    for file in kept.case.frames.values_mut() {
        *file = named(file);
    }
    kept.case.html = named(&page);
    let path = dir.join(format!("{name}.json"));
    fs::write(&path, serde_json::to_string_pretty(&kept.case)? + "\n")?;
    written.push(path);
    Ok(written)
}

#[cfg(test)]
mod tests {
    use super::*;
    use consentry_wire::recognition_case::{Case, Expect};

    #[test]
    fn a_case_and_its_files_are_written_under_one_name() -> Result<()> {
        let top = tempfile::tempdir()?;
        let dir = top.path().join("cases");
        let kept = RedactedPage {
            case: Case {
                url: "https://portal.azure.com/".to_owned(),
                html: "page.html".to_owned(),
                frames: [("https://f.example/".to_owned(), "frame-1.html".to_owned())].into(),
                expect: Expect::default(),
            },
            files: [
                ("page.html".to_owned(), "<p>".to_owned()),
                ("frame-1.html".to_owned(), "<q>".to_owned()),
            ]
            .into(),
        };
        write(kept, &dir.join("mine"))?;
        let case: Case = serde_json::from_str(&fs::read_to_string(dir.join("mine.json"))?)?;
        assert_eq!(case.html, "mine.html");
        assert_eq!(fs::read_to_string(dir.join(&case.html))?, "<p>");
        assert_eq!(case.frames["https://f.example/"], "mine-frame-1.html");
        assert!(dir.join("mine-frame-1.html").exists());
        Ok(())
    }

    #[test]
    fn a_name_that_leads_out_of_the_folder_is_refused() {
        let kept = RedactedPage {
            files: [("../evil.html".to_owned(), String::new())].into(),
            ..RedactedPage::default()
        };
        let dir = tempfile::tempdir().unwrap();
        assert!(write(kept, &dir.path().join("mine")).is_err());
    }
}
