//! An app that a person names in the panel, or on its consent page, to be guided through it: what is known of its
//! application ID, and the question for their role.

use crate::card;
use crate::model::{Mistyped, Model};
use crate::unprofiled::{self, NamedApp};
use consentry_catalog::Catalog;
use consentry_catalog::{clients, profiles};
use consentry_wire::text::{Text, message, say};
use consentry_wire::view::{
    Action, AnyAppView, Choice, Field, FieldKind, Line, Tone, Weight, line,
};

/// Under which name a mistake in the field is kept.
const FIELD: &str = "app";

/// A person named an app; nothing takes it back.
pub(crate) fn name(catalog: &Catalog, model: &mut Model, text: Option<&str>) {
    model.session.named_app = None;
    model.session.mistyped.remove(FIELD);
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else {
        return;
    };
    match allowed(catalog, model, text) {
        Ok(named) => model.session.named_app = Some(named),
        Err(why) => {
            let text = text.to_owned();
            let mistyped = Mistyped { text, why };
            model.session.mistyped.insert(FIELD.to_owned(), mistyped);
        }
    }
}

/// The app, where it may be authorized at all.
fn allowed(catalog: &Catalog, model: &Model, text: &str) -> Result<NamedApp, Text> {
    let named = unprofiled::read(catalog, text).ok_or_else(|| message("any-app.needs.form"))?;
    if let Some(report) = clients::reported(catalog, &named.client_id) {
        return Err(say("any-app.needs.harmless", &[("name", &report.name)]));
    }
    let settings = &model.session.settings;
    if !settings.allows(&named.client_id) || settings.forbids(&named.client_id) {
        return Err(message("client.needs.allowed"));
    }
    Ok(named)
}

/// Whether a person asked to be guided through the app with that application ID, and has not said yet who they are.
pub(crate) fn is_named(model: &Model, client_id: &str) -> bool {
    let named = model.session.named_app.as_ref();
    named.is_some_and(|named| named.client_id == client_id)
}

/// Begins with it where it was asked about: the link it was named by goes along.
pub(crate) fn take(catalog: &Catalog, model: &mut Model, profile: &str) -> Option<String> {
    let fits = |named: &NamedApp| unprofiled::profile_of(catalog, &named.client_id) == profile;
    model.session.named_app.take_if(|named| fits(named))?.link
}

/// The answers to the question who the person is.
pub(crate) fn answers(catalog: &Catalog, client_id: &str) -> Vec<Action> {
    let app = unprofiled::app(catalog, &unprofiled::profile_of(catalog, client_id));
    app.map(|app| card::begin_actions(catalog, &app))
        .unwrap_or_default()
}

/// The field for it, and what follows from what stands there.
pub(crate) fn view(catalog: &Catalog, model: &Model) -> AnyAppView {
    let mistyped = model.session.mistyped.get(FIELD);
    let named = model.session.named_app.as_ref();
    let text = mistyped
        .map(|wrong| &wrong.text)
        .or(named.map(|named| &named.client_id));
    AnyAppView {
        title: message("any-app.title"),
        go: message("any-app.do"),
        field: Field {
            name: FIELD.to_owned(),
            label: message("any-app.label"),
            help: message("any-app.help"),
            kind: FieldKind::Text,
            text: text.cloned().unwrap_or_default(),
            locked: None,
            error: mistyped.map(|wrong| wrong.why.clone()),
            reset: named.map(|_| Action {
                label: message("any-app.another"),
                choice: Choice::NameApp { text: None },
                weight: Weight::Secondary,
            }),
        },
        lines: named.map(|named| said(catalog, named)).unwrap_or_default(),
        actions: named
            .map(|named| answers(catalog, &named.client_id))
            .unwrap_or_default(),
    }
}

/// What is known of the app, and the question.
fn said(catalog: &Catalog, named: &NamedApp) -> Vec<Line> {
    let id = named.client_id.as_str();
    let known = match (
        profiles::by_client_id(catalog, id),
        clients::first_party(catalog, id),
    ) {
        (Some(app), _) => line(Tone::Plain, say("any-app.known", &[("app", &app.name)])),
        (None, Some(app)) => line(
            Tone::Caution,
            say("any-app.microsofts", &[("app", &app.name)]),
        ),
        (None, None) => line(Tone::Caution, message("any-app.unknown")),
    };
    vec![known, line(Tone::Plain, message("any-app.role"))]
}
