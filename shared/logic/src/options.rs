//! The options page: every setting with its value, who set it, and what is wrong with what was typed.

use crate::custom_client_id;
use crate::effect::Effect;
use crate::model::{Mistyped, Model, Settings};
use crate::settings::table::{self, Kind, ROWS, Row, TICK_POLICIES};
use crate::{setting_field, settings};
use consentry_catalog::Catalog;
use consentry_catalog::languages;
use consentry_wire::text::{Text, message, say};
use consentry_wire::view::{Access, Field, FieldKind};
use url::Url;

/// Sets a setting to what was typed, or says why not. What a policy fixed, nobody sets.
pub(crate) fn set(
    catalog: &Catalog,
    model: &mut Model,
    name: String,
    text: Option<String>,
    effects: &mut Vec<Effect>,
) {
    let of_app = custom_client_id::profile(&name)
        .and_then(|profile| custom_client_id::open(catalog, profile));
    let known = of_app.is_some() || table::by_name(&name).is_some_and(Row::is_shown);
    if !known || model.session.settings.fixes(&name) {
        return;
    }
    let value = match (&text, of_app) {
        (None, _) => Ok(None),
        (Some(text), Some(app)) => {
            custom_client_id::typed(catalog, app, text, &model.session.settings)
        }
        (Some(text), None) => settings::typed(catalog, &name, text),
    };
    match value {
        Ok(value) => {
            model.session.mistyped.remove(&name);
            effects.push(Effect::Set { name, value });
        }
        Err(why) => {
            let text = text.unwrap_or_default();
            model.session.mistyped.insert(name, Mistyped { text, why });
        }
    }
}

/// All of them, as the page shows them.
pub(crate) fn fields(model: &Model) -> Vec<Field> {
    ROWS.iter()
        .filter(|row| row.is_shown())
        .map(|row| field(model, row))
        .collect()
}

fn field(model: &Model, row: &Row) -> Field {
    let name = row.name;
    let words = ["label", "help"].map(|part| message(&format!("setting.{name}.{part}")));
    let value = value(&model.session.settings, row);
    setting_field::field(model, name, words, kind(row), value)
}

fn kind(row: &Row) -> FieldKind {
    match row.kind {
        Kind::Switch { .. } => FieldKind::Switch,
        Kind::AllowedApps | Kind::BlockedApps => FieldKind::Lines,
        Kind::TickPolicy => FieldKind::Choice(
            TICK_POLICIES
                .map(|(value, _)| {
                    let key = format!("setting.{}.{value}", row.name);
                    (value.to_owned(), message(&key))
                })
                .to_vec(),
        ),
        Kind::Language => FieldKind::Choice(languages()),
        Kind::Address { .. } | Kind::Profiles | Kind::OfTheWorker => FieldKind::Text,
    }
}

/// The browser's own first, then every language there are words in, each called as it calls itself.
fn languages() -> Vec<(String, Text)> {
    let browser = (String::new(), message("setting.language.browser"));
    let each = languages::languages()
        .iter()
        .map(|(tag, language)| (tag.clone(), Text::from(&language.name)));
    std::iter::once(browser).chain(each).collect()
}

fn value(settings: &Settings, row: &Row) -> String {
    match row.kind {
        Kind::Switch { get, .. } => get(settings).to_string(),
        Kind::Address { get, .. } => get(settings).to_owned(),
        // What is spoken is known in any case; here it is asked who chose it.
        Kind::Language if settings.sets(row.name) || settings.fixes(row.name) => {
            settings.language.clone()
        }
        Kind::TickPolicy => TICK_POLICIES
            .iter()
            .find(|(_, policy)| *policy == settings.tick_policy)
            .map_or_else(String::new, |(name, _)| (*name).to_owned()),
        Kind::AllowedApps => settings.allowed_clients.join("\n"),
        Kind::BlockedApps => settings.forbidden_clients.join("\n"),
        Kind::Language | Kind::Profiles | Kind::OfTheWorker => String::new(),
    }
}

/// Access to the backend's host, where the browser was asked and does not give it: hand-off links of
/// a backend elsewhere are not seen without it.
pub(crate) fn access(model: &Model) -> Option<Access> {
    if model.session.backend_access != Some(false) {
        return None;
    }
    let url = Url::parse(&model.session.settings.backend).ok()?;
    let host = backend_host(&model.session.settings)?;
    Some(Access {
        text: say("settings.access", &[("host", &host)]),
        label: say("settings.access.allow", &[("host", &host)]),
        pattern: pattern(&url)?,
    })
}

/// The host of the backend.
pub(crate) fn backend_host(settings: &Settings) -> Option<String> {
    let url = Url::parse(&settings.backend).ok()?;
    url.host_str().map(str::to_owned)
}

/// The match pattern of the backend's host. Nothing for this machine, where a script of ours is on
/// the pages that matter.
fn pattern(url: &Url) -> Option<String> {
    (url.scheme() == "https").then(|| format!("https://{}/*", url.host_str().unwrap_or_default()))
}

impl Settings {
    /// The match pattern that lets the browser tell addresses of the backend, where it takes one.
    pub fn backend_pattern(&self) -> Option<String> {
        pattern(&Url::parse(&self.backend).ok()?)
    }
}
