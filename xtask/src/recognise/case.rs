//! A case as it is written: an address, a page that differs from a base page in a few places, and what is expected.
//!
//! Everything that opens cases takes them in their plain form, `NAME.json` with its pages beside it, which is also
//! how pages come that somebody saved. [`plain`] makes that of what is written.

use super::change::{Change, apply};
use crate::build;
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The folder of the base pages, beside the cases or above them.
const BASES: &str = "bases";

/// A file `NAME.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// One sentence why the case is there.
    why: String,
    /// The page's address.
    url: String,
    /// Addresses the tab visited before.
    #[serde(default)]
    from: Vec<String>,
    base: Option<String>,
    page: Option<String>,
    #[serde(default)]
    change: Vec<Change>,
    /// Changes after which it is another page.
    #[serde(default)]
    rests_on: Vec<String>,
    expect: toml::Table,
    #[serde(default)]
    frame: Vec<Frame>,
}

/// A frame of the page.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Frame {
    /// Its address.
    url: String,
    base: Option<String>,
    page: Option<String>,
    #[serde(default)]
    change: Vec<Change>,
}

/// Writes every case of a folder, in its plain form, to another folder: those that are written as a difference and
/// those that are plain already.
pub(crate) fn plain(from: &Path, to: &Path) -> Result<()> {
    let mut files = Vec::new();
    build::list(from, from, &mut files)?;
    files.retain(|file| !file.starts_with(BASES));
    for file in files {
        let (source, copy) = (from.join(&file), to.join(&file));
        let folder = copy.parent().context("a file is in a folder")?;
        fs::create_dir_all(folder)?;
        if file.extension().is_some_and(|kind| kind == "toml") {
            expand(&source, &copy).with_context(|| format!("{}", file.display()))?;
        } else if copy.exists() {
            bail!("{}: there is a case of that name", file.display());
        } else {
            fs::copy(&source, &copy)?;
        }
    }
    Ok(())
}

/// Writes one case in its plain form.
fn expand(source: &Path, copy: &Path) -> Result<()> {
    let case: Case = toml::from_str(&fs::read_to_string(source)?)?;
    let write = |name: String, text: String| -> Result<String> {
        let file = copy.with_file_name(&name);
        if file.exists() {
            bail!("there is a page called {name}");
        }
        fs::write(file, text)?;
        Ok(name)
    };
    let name = source
        .file_stem()
        .and_then(|name| name.to_str())
        .context("a name that is no text")?;
    let page = page(source, case.base.as_deref(), case.page, &case.change)?;
    let html = write(format!("{name}.html"), page)?;
    let mut frames = BTreeMap::new();
    for (number, frame) in case.frame.into_iter().enumerate() {
        let page = self::page(source, frame.base.as_deref(), frame.page, &frame.change)
            .with_context(|| format!("frame {}", frame.url))?;
        frames.insert(
            frame.url,
            write(format!("{name}-frame{number}.html"), page)?,
        );
    }
    let mut plain =
        json!({ "url": case.url, "html": html, "expect": expected(case.expect, case.why)? });
    if !frames.is_empty() {
        plain["frames"] = json!(frames);
    }
    if !case.from.is_empty() {
        plain["from"] = json!(case.from);
    }
    if !case.rests_on.is_empty() {
        plain["rests_on"] = json!(case.rests_on);
    }
    let file = copy.with_extension("json");
    if file.exists() {
        bail!("there is a plain case of that name");
    }
    fs::write(file, serde_json::to_string_pretty(&plain)? + "\n")?;
    Ok(())
}

/// A page as it is written out, or the base page of that name with the changes.
fn page(
    case: &Path,
    base: Option<&str>,
    page: Option<String>,
    changes: &[Change],
) -> Result<String> {
    match (base, page) {
        (Some(name), None) => {
            let file = format!("{name}.html");
            let base = case
                .ancestors()
                .map(|folder| folder.join(BASES).join(&file))
                .find(|base| base.exists())
                .with_context(|| format!("there is no {BASES}/{file}"))?;
            apply(&fs::read_to_string(base)?, changes)
        }
        (None, Some(page)) if changes.is_empty() => Ok(page),
        (None, Some(_)) => bail!("a `page` is written out as it is; only a `base` is changed"),
        _ => bail!("one of `base` and `page` is needed"),
    }
}

/// What is expected, as the plain form says it: TOML has no null, so that `"none"` and `not_found` stand for it.
fn expected(expect: toml::Table, why: String) -> Result<Value> {
    let Value::Object(mut expect) = serde_json::to_value(expect)? else {
        bail!("`expect` is no table");
    };
    expect.insert("note".to_owned(), why.into());
    for verdict in expect.get_mut("consent").into_iter().flat_map(each) {
        if verdict == "none" {
            *verdict = Value::Null;
        }
    }
    if let Some(mut controls) = expect.remove("not_found") {
        let found = expect.entry("found").or_insert_with(|| json!({}));
        for control in each(&mut controls) {
            let control = control.as_str().context("`not_found` lists controls")?;
            found[control] = Value::Null;
        }
    }
    Ok(expect.into())
}

/// The values of a list, or the one value there is.
fn each(value: &mut Value) -> &mut [Value] {
    match value {
        Value::Array(several) => several,
        one => std::slice::from_mut(one),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: &str = "<p>one</p>\n";

    fn written(files: &[(&str, &str)]) -> Result<tempfile::TempDir> {
        let folder = tempfile::tempdir()?;
        for (name, text) in files {
            let file = folder.path().join("from").join(name);
            fs::create_dir_all(file.parent().context("a folder")?)?;
            fs::write(file, text)?;
        }
        plain(&folder.path().join("from"), &folder.path().join("to"))?;
        Ok(folder)
    }

    fn read(folder: &tempfile::TempDir, name: &str) -> Result<String> {
        Ok(fs::read_to_string(folder.path().join("to").join(name))?)
    }

    #[test]
    fn a_case_is_written_in_its_plain_form_with_its_pages() -> Result<()> {
        let case = "why = 'Because.'\nurl = 'https://a.example/'\nfrom = ['https://b.example/']\nbase = 'a'\n\
            [expect]\npage = 'unknown'\nconsent = ['hold', 'none']\nfound = { one = 'One' }\nnot_found = ['two']\n\
            [[change]]\nreplace = 'one'\nwith = 'two'\n\
            [[frame]]\nurl = 'https://f.example/'\npage = '<q>'";
        let folder = written(&[("bases/a.html", BASE), ("menu/x.toml", case)])?;
        assert_eq!(read(&folder, "menu/x.html")?, "<p>two</p>\n");
        assert_eq!(read(&folder, "menu/x-frame0.html")?, "<q>");
        let plain: Value = serde_json::from_str(&read(&folder, "menu/x.json")?)?;
        let expect = json!({
            "page": "unknown", "consent": ["hold", null], "found": { "one": "One", "two": null }, "note": "Because."
        });
        assert_eq!(
            plain,
            json!({
                "url": "https://a.example/",
                "from": ["https://b.example/"],
                "html": "x.html",
                "frames": { "https://f.example/": "x-frame0.html" },
                "expect": expect,
            })
        );
        assert!(!folder.path().join("to/bases").exists());
        Ok(())
    }

    #[test]
    fn a_case_that_says_nothing_of_consent_expects_nothing_of_it() -> Result<()> {
        let case = "why = ''\nurl = ''\npage = '<p>'\n[expect]\npage = 'unknown'";
        let folder = written(&[("x.toml", case)])?;
        let plain: Value = serde_json::from_str(&read(&folder, "x.json")?)?;
        assert_eq!(plain["expect"], json!({ "page": "unknown", "note": "" }));
        Ok(())
    }

    #[test]
    fn a_case_that_is_plain_already_stays_as_it_is() -> Result<()> {
        let plain = [("a/x.json", "{\"url\": 1}"), ("a/x.html", "<p>")];
        let folder = written(&plain)?;
        for (name, text) in plain {
            assert_eq!(read(&folder, name)?, text);
        }
        Ok(())
    }

    #[test]
    fn a_case_whose_page_is_not_certain_is_refused_by_its_name() {
        let start = "why = ''\nurl = ''\n";
        let end = "[expect]\n";
        let table = [
            ("base = 'b'\n", "no bases/b.html"),
            ("", "one of `base` and `page`"),
            ("base = 'a'\npage = ''\n", "one of `base` and `page`"),
            (
                "page = ''\nchange = [{ remove = 'x' }]\n",
                "only a `base` is changed",
            ),
            ("base = 'a'\nlit = []\n", "unknown field"),
        ];
        for (middle, says) in table {
            let case = format!("{start}{middle}{end}");
            let error = written(&[("bases/a.html", BASE), ("x.toml", &case)]).unwrap_err();
            let error = format!("{error:#}");
            assert!(error.contains(says) && error.contains("x.toml"), "{error}");
        }
        let both = [
            ("x.toml", "why = ''\nurl = ''\npage = ''\n[expect]"),
            ("x.json", "{}"),
        ];
        assert!(written(&both).is_err());
    }
}
