//! Files for the Windows registry: `.reg`, as regedit takes them. Lines end as Windows ends them.

use super::browser::{Browser, install};
use super::schema::Values;
use serde_json::Value;
use std::fmt::Write;

const HEAD: &str = "Windows Registry Editor Version 5.00\r\n";
const ROOT: &str = r"HKEY_LOCAL_MACHINE";

/// The extension's settings.
pub(super) fn settings(browser: &Browser, values: &Values) -> String {
    let key = browser.settings_key();
    let mut text = String::from(HEAD);
    let _ = write!(text, "\r\n[{ROOT}\\{key}]\r\n");
    for (name, value) in values {
        let _ = match value {
            Value::Bool(yes) => write!(text, "{}=dword:{:08x}\r\n", quoted(name), u8::from(*yes)),
            Value::String(value) => write!(text, "{}={}\r\n", quoted(name), quoted(value)),
            _ => Ok(()),
        };
    }
    // Chrome reads a list as a key of its own, whose values are called 1, 2, 3.
    for (name, value) in values {
        let Some(list) = value.as_array() else {
            continue;
        };
        let _ = write!(text, "\r\n[{ROOT}\\{key}\\{name}]\r\n");
        for (at, entry) in list.iter().filter_map(Value::as_str).enumerate() {
            let _ = write!(text, "\"{}\"={}\r\n", at + 1, quoted(entry));
        }
    }
    text
}

/// What installs it.
pub(super) fn installing(browser: &Browser) -> String {
    let mut text = format!("{HEAD}\r\n[{ROOT}\\{}]\r\n", browser.install_key());
    for (name, value) in install(browser) {
        let _ = write!(text, "{}={}\r\n", quoted(name), quoted(value));
    }
    text
}

/// What takes both away again.
pub(super) fn removing(browser: &Browser) -> String {
    let settings = format!(r"{}\3rdparty\extensions\{}", browser.registry, browser.id);
    let install = browser.install_key();
    format!("{HEAD}\r\n[-{ROOT}\\{install}]\r\n\r\n[-{ROOT}\\{settings}]\r\n")
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', r"\\").replace('"', "\\\""))
}
