//! The application id of an app that no public source gives one for, as the person entered it. It
//! fills a gap: where the profile, a data pack or a policy gives an id, that one counts.

use crate::model::{Model, Settings};
use crate::setting_field;
use consentry_catalog::Catalog;
use consentry_catalog::profile::Profile;
use consentry_catalog::untrusted;
use consentry_wire::text::{Text, message, say};
use consentry_wire::view::{Field, FieldKind, Line, Tone};
use serde_json::Value;

/// What the name of such a setting begins with; the profile's id follows.
const BEGINNING: &str = "client.";

/// Whose application id a setting of that name is.
pub(crate) fn profile(setting: &str) -> Option<&str> {
    setting.strip_prefix(BEGINNING)
}

/// The app, where its id is the person's to enter.
pub(crate) fn open<'c>(catalog: &'c Catalog, profile: &str) -> Option<&'c Profile> {
    consentry_catalog::profiles::by_id(catalog, profile)
        .filter(|app| app.client_ids.is_empty() || app.entered)
}

/// The field for it; none, where the id is known.
pub(crate) fn field(catalog: &Catalog, model: &Model, app: &Profile) -> Option<Field> {
    open(catalog, &app.id)?;
    let names = [("app", app.name.as_str())];
    let help = if app.is_own() {
        "client.help.own"
    } else {
        "client.help"
    };
    let words = ["client.label", help].map(|key| say(key, &names));
    let value = model
        .session
        .settings
        .clients
        .get(&app.id)
        .cloned()
        .unwrap_or_default();
    let name = format!("{BEGINNING}{}", app.id);
    Some(setting_field::field(
        model,
        &name,
        words,
        FieldKind::Text,
        value,
    ))
}

/// That the id is the person's word and no more.
pub(crate) fn line(app: &Profile) -> Option<Line> {
    let id = app.client_ids.first().filter(|_| app.entered)?;
    Some(Line {
        tone: Tone::Caution,
        text: say("client.entered", &[("app", &app.name), ("id", id)]),
    })
}

/// What is said where there is none.
pub(crate) fn missing(app: &Profile) -> &'static str {
    if app.is_own() {
        "profile.no-id.own"
    } else {
        "profile.no-id"
    }
}

/// An id as it is kept.
///
/// # Errors
///
/// What it should look like, in words.
pub(crate) fn form(value: &Value) -> Result<String, Text> {
    let text = value.as_str().unwrap_or_default().trim();
    consentry_catalog::guid::app_id(text).ok_or_else(|| {
        let wrong = untrusted::text(text, 60);
        say("client.needs.form", &[("wrong", &wrong)])
    })
}

/// What was typed, as a setting's value; nothing, where the field was emptied.
///
/// # Errors
///
/// Why it cannot be the id of this app, and what to do, in words.
pub(crate) fn typed(
    catalog: &Catalog,
    app: &Profile,
    text: &str,
    settings: &Settings,
) -> Result<Option<Value>, Text> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let id = form(&Value::from(text))?;
    let about = |key: &str, other: &str| say(key, &[("app", app.name.as_str()), ("other", other)]);
    if let Some(report) = consentry_catalog::clients::reported(catalog, &id) {
        return Err(about("client.needs.harmless", &report.name));
    }
    let others = consentry_catalog::profiles::by_client_id(catalog, &id)
        .filter(|other| other.id != app.id)
        .map(|other| &other.name)
        .or_else(|| consentry_catalog::clients::first_party(catalog, &id).map(|other| &other.name));
    if let Some(other) = others {
        return Err(about("client.needs.own", other));
    }
    if !settings.allows(&id) || settings.forbids(&id) {
        return Err(message("client.needs.allowed"));
    }
    Ok(Some(Value::from(id)))
}
