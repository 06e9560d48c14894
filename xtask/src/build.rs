//! `cargo xtask build`: the unpacked extension, from the two WebAssembly crates and the files
//! beside them.

mod reproducible;

use crate::{command, dependencies, repo};
use anyhow::{Context, Result, bail};
use consentry_catalog::languages;
use consentry_catalog::sentences;
use consentry_text::words;
use serde_json::json;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use wasm_bindgen_cli_support::Bindgen;

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// The WebAssembly crates: cargo's name, folder in the extension, and the most its module may
/// weigh, in bytes of brotli. The worker carries every table and weighs more than it should
/// (docs/status.md); the face carries card, panel and options page, and is loaded with the first card
/// of a page.
pub(crate) const MODULES: [(&str, &str, usize); 2] = [
    ("consentry-worker", "worker", 585_000),
    ("consentry-face", "face", 215_000),
];

/// What stands beside them: from, to.
const FILES: [(&str, &str); 6] = [
    ("manifest.json", "manifest.json"),
    ("extension/background.js", "background.js"),
    ("extension/managed-schema.json", "managed-schema.json"),
    ("extension/settings.json", "settings.json"),
    ("extension/content", "content"),
    ("extension/icons", "icons"),
];

/// Builds, prints what each file weighs, and returns where the extension is.
pub(crate) fn run() -> Result<PathBuf> {
    let out = quietly()?;
    print_sizes(&out)?;
    Ok(out)
}

/// Builds, once in a run, and returns where the extension is.
pub(crate) fn quietly() -> Result<PathBuf> {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    if let Some(out) = BUILT.get() {
        return Ok(out.clone());
    }
    let out = anew()?;
    Ok(BUILT.get_or_init(|| out).clone())
}

fn anew() -> Result<PathBuf> {
    add_target()?;
    dependencies::npm_tools()?;
    let out = repo::extension();
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    fs::create_dir_all(&out)?;
    let mut args = vec!["build", "--quiet", "--profile", "wasm", "--target", TARGET];
    for (package, ..) in MODULES {
        args.extend(["--package", package]);
    }
    let (how, value) = reproducible::flags()?;
    let status = command::new(&cargo(), &args).env(how, value).status()?;
    if !status.success() {
        bail!("`cargo {}` failed ({status})", args.join(" "));
    }
    for (package, folder, budget) in MODULES {
        module(package, &out.join(folder), folder, budget)?;
    }
    for (from, to) in FILES {
        copy(&repo::root().join(from), &out.join(to))?;
    }
    for entry in fs::read_dir(out.join("content"))? {
        minify(&entry?.path())?;
    }
    copy_pages(&out.join("face"))?;
    words(&out)?;
    Ok(out)
}

/// The cargo that runs us.
pub(crate) fn cargo() -> String {
    std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned())
}

/// Adds the WebAssembly target where rustup keeps the toolchain.
fn add_target() -> Result<()> {
    let sysroot = command::new("rustc", &["--print", "sysroot"])
        .output()
        .context("rustc")?;
    let sysroot = PathBuf::from(String::from_utf8(sysroot.stdout)?.trim());
    if sysroot.join("lib/rustlib").join(TARGET).exists() {
        return Ok(());
    }
    command::run("rustup", &["target", "add", TARGET])
        .with_context(|| format!("the Rust target {TARGET} is missing and rustup could not add it"))
}

/// Binds and optimises one module.
fn module(package: &str, out: &Path, name: &str, budget: usize) -> Result<()> {
    let input = repo::target()
        .join(TARGET)
        .join("wasm")
        .join(format!("{}.wasm", package.replace('-', "_")));
    Bindgen::new()
        .input_path(input)
        .out_name(name)
        .typescript(false)
        .remove_producers_section(true)
        .web(true)?
        .generate(out)?;
    let glue = fs::read_to_string(out.join(format!("{name}.js")))?;
    if let Some(way) = code_from_text(&glue) {
        bail!("the script around the module {name} makes code out of text: `{way}`");
    }
    let wasm = out.join(format!("{name}_bg.wasm"));
    let path = wasm
        .to_str()
        .context("the repository's path is not UTF-8")?;
    // What rustc emits for this target, and not "all": browsers refuse what is still a proposal.
    fs::create_dir_all(repo::symbols())?;
    // The names of functions stay behind, in a file of their own.
    let symbols = repo::symbols().join(format!("{name}.symbols"));
    let symbols = format!("--symbolmap={}", symbols.display());
    let mut args = vec![
        "node_modules/binaryen/bin/wasm-opt",
        "-Oz",
        "--converge",
        // Rust's linker puts the stack first and data behind it, so no valid pointer is below 1024: an addition of
        // less than that cannot wrap, and becomes the offset of the access.
        "--low-memory-unused",
        path,
        "-o",
        path,
        &symbols,
    ];
    args.extend([
        "--enable-bulk-memory",
        "--enable-multivalue",
        "--enable-mutable-globals",
        "--enable-nontrapping-float-to-int",
        "--enable-reference-types",
        "--enable-sign-ext",
    ]);
    command::run("node", &args)?;
    let glue = fs::read_to_string(out.join(format!("{name}.js")))?;
    if glue.contains("new Function") {
        bail!("{name}.js holds `new Function`, which an extension may not run");
    }
    let weight = compressed(&fs::read(&wasm)?, FAST)?;
    if weight > budget {
        bail!("{name}_bg.wasm weighs {weight} bytes of brotli; its budget is {budget}");
    }
    Ok(())
}

/// What in a script makes code out of text: the policy of extensions refuses it, and the module would
/// fail where it is called first.
fn code_from_text(script: &str) -> Option<&'static str> {
    let ways = ["new Function", "eval("];
    ways.into_iter().find(|way| script.contains(way))
}

/// Makes a content script small, for it runs in every frame. What it calls its own at the top is what the
/// next script knows it by, and keeps its name.
fn minify(path: &Path) -> Result<()> {
    let path = path.to_str().context("the path is not UTF-8")?;
    let args = ["node_modules/terser/bin/terser", path, "--output", path];
    let how = ["--ecma", "2020", "--compress", "passes=3", "--mangle"];
    command::run("node", &[&args[..], &how].concat())
}

/// The words of the languages that are not in the module, and the name and the description of the
/// extension as the browser wants them: developer.chrome.com, i18n, where a tag has an underscore.
fn words(out: &Path) -> Result<()> {
    for tag in languages::languages().keys() {
        let name = format!("{tag}.ftl");
        let file = fs::read_to_string(repo::root().join("shared/words").join(&name))?;
        words::load_language(tag, &file, BTreeMap::new());
        if tag != languages::ENGLISH {
            fs::create_dir_all(out.join("words"))?;
            fs::write(out.join("words").join(&name), file)?;
            for (of, sentences) in [
                ("permissions", sentences::of_permissions(tag)),
                ("problems", sentences::of_problems(tag)),
            ] {
                let folder = out.join("words").join(of);
                fs::create_dir_all(&folder)?;
                fs::write(
                    folder.join(format!("{tag}.json")),
                    json!(sentences).to_string(),
                )?;
            }
        }
        let messages = words::with_language(tag, || {
            json!({
                "name": { "message": words::say("manifest.name", &[]) },
                "description": { "message": words::say("manifest.description", &[]) },
            })
        });
        let folder = out.join("_locales").join(tag.replace('-', "_"));
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("messages.json"), messages.to_string())?;
    }
    Ok(())
}

fn copy_pages(out: &Path) -> Result<()> {
    for entry in fs::read_dir(repo::root().join("extension/face"))? {
        let path = entry?.path();
        if path
            .extension()
            .is_some_and(|kind| kind == "html" || kind == "css" || kind == "js" || kind == "svg")
        {
            let name = path.file_name().context("a file has a name")?;
            fs::copy(&path, out.join(name))?;
        }
    }
    Ok(())
}

/// Copies a file, or a folder with all it holds.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<()> {
    if from.is_dir() {
        fs::create_dir_all(to)?;
        for entry in fs::read_dir(from)? {
            let entry = entry?;
            copy(&entry.path(), &to.join(entry.file_name()))?;
        }
    } else {
        fs::copy(from, to).with_context(|| format!("{}", from.display()))?;
    }
    Ok(())
}

/// What runs in frames, by the kind of frame: what does not run there, and what the rest may weigh together, in
/// bytes of brotli. What finds controls in dialogs and collapsed parts, and what guards early presses, took them above
/// the goal (docs/status.md).
const FRAMES: [(&str, &[&str], usize); 2] = [
    (
        "in a frame of the portal",
        &["content/early.js", "content/block.js"],
        8_400,
    ),
    ("in a frame of the sign-in", &[], 9_750),
];

fn print_sizes(out: &Path) -> Result<()> {
    let mut files = Vec::new();
    list(out, out, &mut files)?;
    files.sort();
    println!("{:<32} {:>10} {:>10}", "file", "raw", "brotli");
    for file in &files {
        let bytes = fs::read(out.join(file))?;
        println!(
            "{:<32} {:>10} {:>10}",
            file.display(),
            bytes.len(),
            compressed(&bytes, FAST)?
        );
    }
    for (name, absent, budget) in FRAMES {
        let mut content = Vec::new();
        for file in &files {
            if file.starts_with("content") && !absent.iter().any(|absent| file == Path::new(absent))
            {
                content.extend(fs::read(out.join(file))?);
            }
        }
        let weight = compressed(&content, BEST)?;
        println!("{name:<32} {:>10} {weight:>10}", content.len());
        if weight > budget {
            bail!(
                "content scripts {name} weigh {weight} bytes of brotli; their budget is {budget}"
            );
        }
    }
    Ok(())
}

/// Every file below a folder, as seen from `top`.
pub(crate) fn list(top: &Path, folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            list(top, &path, files)?;
        } else {
            files.push(path.strip_prefix(top)?.to_path_buf());
        }
    }
    Ok(())
}

const FAST: i32 = 9;
const BEST: i32 = 11;

/// How many bytes of brotli, at the level that is fast enough for the modules or at the best one.
fn compressed(bytes: &[u8], quality: i32) -> Result<usize> {
    let mut out = Vec::new();
    let params = brotli::enc::BrotliEncoderParams {
        quality,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &*bytes, &mut out, &params)?;
    Ok(out.len())
}

#[cfg(test)]
mod tests {
    use super::code_from_text;

    #[test]
    fn a_script_that_makes_code_out_of_text_is_seen() {
        assert_eq!(
            code_from_text("const f = new Function('x');"),
            Some("new Function")
        );
        assert_eq!(code_from_text("globalThis.eval(x)"), Some("eval("));
        assert_eq!(code_from_text("evaluate(x)"), None);
    }
}
