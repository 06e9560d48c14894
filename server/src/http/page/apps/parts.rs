//! What several pages of the inventory show alike: names, times, risks, tables.

use super::Frame;
use crate::observer::snapshot::Audience;
use consentry_catalog::permission::Risk;
use consentry_text::words::say;
use consentry_wire::language_spans::language_spans;
use jiff::Timestamp;
use maud::{Markup, html};
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};
use url::form_urlencoded::byte_serialize;

/// Names are cut after so many characters.
const NAME: usize = 200;

/// A name without what is not seen or turns its direction, and not endless.
pub(super) fn cut(name: &str) -> String {
    use GeneralCategory::{Control, Format, LineSeparator, ParagraphSeparator};
    let is_seen = |c: &char| {
        let category = c.general_category();
        !matches!(
            category,
            Control | Format | LineSeparator | ParagraphSeparator
        )
    };
    let mut cut: String = name.chars().filter(is_seen).take(NAME + 1).collect();
    if cut.chars().count() > NAME {
        cut.pop();
        cut.push('…');
    }
    cut
}

/// A text in which a sentence of another language can stand.
pub(super) fn spans(text: &str) -> Markup {
    html! {
        @for span in language_spans(text) {
            @if span.english { bdi lang="en" dir="ltr" { (span.text) } } @else { (span.text) }
        }
    }
}

/// A time, Unix milliseconds.
pub(super) fn time(ms: u64) -> Markup {
    let at = i64::try_from(ms).ok();
    let at = at.and_then(|ms| Timestamp::from_millisecond(ms).ok());
    at.map_or_else(|| html! { (ms) }, moment)
}

/// When a list was read, where that is known.
pub(super) fn read(at: Option<u64>) -> Markup {
    html! { @if let Some(at) = at { p.quiet { (say("apps-read-list", &[])) " " (time(at)) } } }
}

/// A time as it is written; one that is none stands as it is.
pub(super) fn written(text: &str) -> Markup {
    text.parse::<Timestamp>()
        .map_or_else(|_| html! { bdi { (cut(text)) } }, moment)
}

fn moment(at: Timestamp) -> Markup {
    html! {
        time datetime=(at.strftime("%FT%TZ")) { bdi { (at.strftime("%F %H:%M UTC")) } }
    }
}

/// The address of an app's page.
pub(super) fn address(frame: &Frame<'_>, object_id: &str) -> String {
    let id: String = byte_serialize(object_id.as_bytes()).collect();
    format!("/apps/{}/app/{id}", frame.tenant)
}

/// A risk, or that there is none.
pub(super) fn risk(risk: Option<Risk>) -> Markup {
    let name = risk.map_or("none", Risk::name);
    html! { span class={ "risk " (name) } { (say(&format!("apps-risk-{name}"), &[])) } }
}

/// For whom a delegated permission is.
pub(super) fn audience(audience: &Audience) -> Markup {
    html! {
        @match audience {
            Audience::All => span.everyone { (say("apps-everyone", &[])) },
            Audience::One(id) => code { (cut(id)) },
        }
    }
}

/// A table, whose rows become cards in a narrow window: roles say what they are then too.
pub(super) fn table(columns: &[String], rows: &[Vec<Markup>]) -> Markup {
    html! {
        table role="table" {
            thead role="rowgroup" { tr role="row" {
                @for column in columns { th role="columnheader" scope="col" { (column) } }
            } }
            tbody role="rowgroup" {
                @for row in rows { tr role="row" {
                    @for (at, cell) in row.iter().enumerate() {
                        @if at == 0 { th role="rowheader" scope="row" { (cell) } }
                        @else { td role="cell" data-label=(columns[at]) { (cell) } }
                    }
                } }
            }
        }
    }
}

/// The words of columns.
pub(super) fn columns(names: &[&str]) -> Vec<String> {
    let word = |name: &&str| say(&format!("apps-column-{name}"), &[]);
    names.iter().map(word).collect()
}
