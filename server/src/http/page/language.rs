//! The language of a page: of those there are words in, the one that fits best what the browser
//! asks for (RFC 9110 section 12.5.4).

use axum::extract::Request;
use axum::http::{HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use consentry_catalog::languages;
use consentry_catalog::sentences;
use consentry_text::words;

tokio::task_local! {
    /// What the request asks for. It is read when a page is written: most answers are none.
    static WANTED: Option<HeaderValue>;
}

macro_rules! language {
    ($tag:literal) => {
        (
            $tag,
            include_str!(concat!("../../../../shared/words/", $tag, ".ftl")),
        )
    };
}

/// The texts of the languages that are not part of the core, by tag.
const FILES: [(&str, &str); 6] = [
    language!("de"),
    language!("es"),
    language!("fr"),
    language!("he"),
    language!("ja"),
    language!("pt-BR"),
];

/// Answers a request in the language that it asks for: with a page, for programs get English.
pub async fn negotiate(request: Request, next: Next) -> Response {
    let wanted = request.headers().get(header::ACCEPT_LANGUAGE).cloned();
    let mut response = WANTED.scope(wanted, next.run(request)).await;
    let headers = response.headers_mut();
    let is_page = headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if is_page {
        headers.append(
            header::VARY,
            HeaderValue::from_name(header::ACCEPT_LANGUAGE),
        );
    }
    response
}

fn spoken(wanted: &HeaderValue) -> &'static str {
    let wanted = wanted.to_str().map(accept_language::parse);
    let wanted = wanted.unwrap_or_default();
    let wanted: Vec<&str> = wanted.iter().map(String::as_str).collect();
    languages::negotiate(&wanted)
}

/// Does something in the language of the request; in English, where there is none.
pub(super) fn speaking<T>(act: impl FnOnce() -> T) -> T {
    let tag = WANTED
        .try_with(|wanted| wanted.as_ref().map_or(languages::ENGLISH, spoken))
        .unwrap_or(languages::ENGLISH);
    // Each thread takes a file up once.
    if let Some((_, file)) = FILES.iter().find(|(known, _)| *known == tag)
        && !words::is_loaded(tag)
    {
        let mut known = sentences::of_problems(tag);
        known.extend(sentences::of_permissions(tag));
        words::load_language(tag, file, known);
    }
    words::with_language(tag, act)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_there_are_words_in_is_at_hand() {
        let at_hand = FILES.map(|(tag, _)| tag);
        let others: Vec<&str> = languages::languages()
            .keys()
            .map(String::as_str)
            .filter(|tag| *tag != languages::ENGLISH)
            .collect();
        assert_eq!(others, at_hand);
    }
}
