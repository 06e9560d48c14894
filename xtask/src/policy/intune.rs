//! A custom device configuration of Intune for Windows: the template, and a value for each setting.
//!
//! Sources: learn.microsoft.com, "Win32 and Desktop Bridge app ADMX policy ingestion" and "Understanding ADMX
//! policies" (how values are written, lists with U+F000 between); Graph, resource
//! `windows10CustomConfiguration`. `POST /deviceManagement/deviceConfigurations` takes the file as it is.

use super::browser::Browser;
use super::schema::Values;
use super::template::{CATEGORY, INSTALL};
use quick_xml::escape::escape;
use serde_json::{Value, json};

/// The configuration.
pub(super) fn configuration(browser: &Browser, admx: &str, values: &Values) -> Value {
    let app = format!("Consentry{}", browser.name);
    let template = format!(
        "./Device/Vendor/MSFT/Policy/ConfigOperations/ADMXInstall/{app}/Policy/consentry-{}",
        browser.name
    );
    let mut settings = vec![setting("The template", &template, admx)];
    let place =
        |name: &str| format!("./Device/Vendor/MSFT/Policy/Config/{app}~Policy~{CATEGORY}/{name}");
    for (name, value) in values {
        settings.push(setting(name, &place(name), &state(name, value)));
    }
    settings.push(setting(INSTALL, &place(INSTALL), "<enabled/>"));
    json!({
        "@odata.type": "#microsoft.graph.windows10CustomConfiguration",
        "description": "Settings of the Consentry extension",
        "displayName": format!("Consentry in {}", browser.title),
        "omaSettings": settings,
    })
}

fn setting(name: &str, place: &str, value: &str) -> Value {
    json!({
        "@odata.type": "#microsoft.graph.omaSettingString",
        "displayName": name,
        "omaUri": place,
        "value": value,
    })
}

fn state(name: &str, value: &Value) -> String {
    let data = |text: &str| format!("<enabled/><data id=\"{name}\" value=\"{}\"/>", escape(text));
    match value {
        Value::Bool(true) => "<enabled/>".to_owned(),
        Value::Bool(false) => "<disabled/>".to_owned(),
        Value::Array(list) => {
            let entries = list.iter().filter_map(Value::as_str).enumerate();
            let pairs: Vec<String> = entries
                .map(|(at, entry)| format!("{}\u{f000}{entry}", at + 1))
                .collect();
            data(&pairs.join("\u{f000}"))
        }
        value => data(value.as_str().unwrap_or_default()),
    }
}
