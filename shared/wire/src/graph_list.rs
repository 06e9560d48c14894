//! What a check asks Microsoft Graph, by codes that stay. A status names by them what could not be read
//! ([`crate::api::Unreadable::code`]), and which lists were cut short ([`crate::api::Exposure::incomplete`]).

/// Application permissions that were granted.
pub const ROLES: &str = "roles";

/// Who is assigned.
pub const ASSIGNED: &str = "assigned";

/// Delegated permissions that were granted.
pub const GRANTS: &str = "grants";

/// Whether only assigned people may use the app.
pub const ASSIGNMENT_REQUIRED: &str = "assignment-required";

/// What people may consent to for themselves.
pub const USER_CONSENT: &str = "user-consent";

/// Whether people can ask an admin on Microsoft's own page.
pub const REQUEST_FORM: &str = "request-form";

/// Each with its sentence in English, as backends of version 0.1 sent them alone.
const SENTENCES: [(&str, &str); 7] = [
    (ROLES, "Which application permissions the app holds"),
    (ASSIGNED, "Which people and groups are assigned to the app"),
    (ASSIGNED, "Who is assigned to the app"),
    (
        GRANTS,
        "Which delegated permissions were granted, and for whom",
    ),
    (
        ASSIGNMENT_REQUIRED,
        "Whether only assigned people may use the app",
    ),
    (USER_CONSENT, "What people may consent to for themselves"),
    (
        REQUEST_FORM,
        "Whether people can ask an admin on Microsoft's own page",
    ),
];

/// The sentence of a code, in English.
pub fn sentence(code: &str) -> Option<&'static str> {
    let mut all = SENTENCES.iter();
    all.find(|(known, _)| *known == code)
        .map(|(_, sentence)| *sentence)
}

/// The code that a text is, or the sentence of which it is.
pub fn code(text: &str) -> Option<&'static str> {
    let mut all = SENTENCES.iter();
    all.find(|(code, sentence)| *code == text || *sentence == text)
        .map(|(code, _)| *code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_and_every_sentence_that_was_ever_sent_for_it_are_the_same() {
        for (known, said) in SENTENCES {
            assert_eq!((code(known), code(said)), (Some(known), Some(known)));
            assert!(sentence(known).is_some());
        }
        assert_eq!(sentence(ASSIGNED), Some(SENTENCES[1].1));
        assert_eq!((code("Who they are"), sentence("who")), (None, None));
    }
}
