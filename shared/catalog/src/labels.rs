//! Looking a text up among all labels.

use crate::data::Catalog;
use crate::label::{Label, Match, Pattern, has_direction_override, normalise};

/// How text fits one of a label's forms, a confirmed one first. `varies` is what `{0}` must stand
/// for, where that is known.
pub fn find(catalog: &Catalog, label: &str, text: &str, varies: Option<&str>) -> Option<Match> {
    let cells = || {
        catalog
            .labels
            .get(label)
            .into_iter()
            .flat_map(|label| label.0.values())
    };
    if has_direction_override(text) {
        return None;
    }
    let text = normalise(text);
    let among = |inferred: bool| {
        cells()
            .filter(|cell| cell.is_inferred() == inferred)
            .flat_map(|cell| &cell.says)
            .find_map(|says| says.capture(&text, varies))
            .map(|varies| Match { inferred, varies })
    };
    among(false).or_else(|| among(true))
}

/// Whether text is one of a label's forms.
pub fn matches(catalog: &Catalog, label: &str, text: &str, varies: Option<&str>) -> bool {
    find(catalog, label, text, varies).is_some()
}

/// Whether text begins with one of a label's forms: a row whose first cell is that label.
pub fn begins(catalog: &Catalog, label: &str, text: &str) -> bool {
    any(catalog, label, text, |text, says| text.starts_with(says))
}

/// Whether text ends with one of a label's forms.
pub fn ends(catalog: &Catalog, label: &str, text: &str) -> bool {
    any(catalog, label, text, |text, says| text.ends_with(says))
}

/// Whether one of a label's forms stands anywhere in text.
pub fn mentions(catalog: &Catalog, label: &str, text: &str) -> bool {
    any(catalog, label, text, |text, says| text.contains(says))
}

fn any(catalog: &Catalog, label: &str, text: &str, fits: fn(&str, &str) -> bool) -> bool {
    let text = normalise(text);
    forms(catalog, label).any(|says| fits(&text, &says.plain))
}

/// The form of any label that text has, and the name in it. A form of names alone, like a domain's, says
/// nothing about a text.
pub fn anywhere<'c>(catalog: &'c Catalog, text: &str) -> Option<(&'c str, Option<String>)> {
    if has_direction_override(text) {
        return None;
    }
    let text = normalise(text);
    let labels = catalog.labels.values();
    labels
        .flat_map(Label::forms)
        .filter(|says| says.has_words())
        .find_map(|says| Some((says.written.as_str(), says.capture(&text, None)?)))
}

/// Every form of a label, in every language.
pub fn patterns<'c>(catalog: &'c Catalog, label: &str) -> impl Iterator<Item = &'c str> {
    forms(catalog, label).map(|says| says.written.as_str())
}

fn forms<'c>(catalog: &'c Catalog, label: &str) -> impl Iterator<Item = &'c Pattern> {
    let label = catalog.labels.get(label);
    label.into_iter().flat_map(Label::forms)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::label::{Cell, says_so};
    use proptest::prelude::*;

    #[test]
    fn the_tenant_may_stand_before_or_after() {
        assert!(matches(
            Catalog::built_in(),
            "grant-admin-consent",
            "Grant admin consent for Birchwood",
            None
        ));
        assert!(matches(
            Catalog::built_in(),
            "grant-admin-consent",
            "Birchwood に管理者の同意を与えます",
            None
        ));
        assert!(matches(
            Catalog::built_in(),
            "grant-admin-consent",
            "代表 Birchwood 授予管理员同意",
            Some("Birchwood")
        ));
    }

    #[test]
    fn a_known_tenant_must_be_the_one_named() {
        let text = "Grant admin consent for Birchwood";
        assert!(matches(
            Catalog::built_in(),
            "grant-admin-consent",
            text,
            Some("Birchwood")
        ));
        assert!(!matches(
            Catalog::built_in(),
            "grant-admin-consent",
            text,
            Some("Oakfield")
        ));
    }

    #[test]
    fn a_tenant_named_like_a_pattern_is_only_a_name() {
        for tenant in ["A.*+(b)[c]", "{0}", "for", "Grant admin consent for"] {
            let text = format!("Grant admin consent for {tenant}");
            assert!(
                matches(
                    Catalog::built_in(),
                    "grant-admin-consent",
                    &text,
                    Some(tenant)
                ),
                "{tenant}"
            );
        }
    }

    #[test]
    fn spaces_apostrophes_and_question_marks_of_every_kind_are_alike() {
        assert!(says_so(
            "Affectation requise ?",
            "Affectation\u{a0}requise\u{202f}?",
            None
        ));
        assert!(says_so(
            "割り当てが必要ですか?",
            "割り当てが必要ですか？",
            None
        ));
        assert!(says_so("d'administrateur", "d\u{2019}administrateur", None));
    }

    #[test]
    fn text_that_is_written_backwards_says_nothing() {
        assert!(!says_so("Accept", "\u{202e}tpeccA\u{202c}", None));
        assert!(!says_so("Accept", "Accept\u{202e}", None));
    }

    #[test]
    fn quotation_marks_around_the_tenant_do_not_matter() {
        for tenant in [
            "\u{ab}\u{a0}Birchwood\u{a0}\u{bb}",
            "\u{201e}Birchwood\u{201c}",
            "\"Birchwood\"",
            "<Birchwood>",
            "'Birchwood'",
        ] {
            let text = format!("Grant admin consent for {tenant}");
            assert!(
                matches(
                    Catalog::built_in(),
                    "grant-admin-consent",
                    &text,
                    Some("Birchwood")
                ),
                "{tenant}"
            );
        }
    }

    #[test]
    fn a_mark_of_direction_is_harmless_and_an_override_is_not() {
        assert!(says_so("Accept", "\u{200e}Accept\u{200f}", None));
        assert!(!says_so("Accept", "\u{202d}Accept\u{202c}", None));
    }

    #[test]
    fn japanese_reads_the_same_with_and_without_spaces() {
        for text in [
            "Birchwood に管理者の同意を与えます",
            "Birchwoodに管理者の同意を与えます",
            "Birchwood\u{3000}に 管理者の同意を与えます",
        ] {
            assert!(
                matches(
                    Catalog::built_in(),
                    "grant-admin-consent",
                    text,
                    Some("Birchwood")
                ),
                "{text}"
            );
        }
    }

    #[test]
    fn the_name_that_varies_is_told_and_so_is_an_inferred_word() {
        assert_eq!(
            find(
                Catalog::built_in(),
                "grant-admin-consent",
                "Grant admin consent for Birchwood",
                None
            ),
            Some(Match {
                inferred: false,
                varies: Some("birchwood".to_owned())
            })
        );
        assert_eq!(
            find(
                Catalog::built_in(),
                "menu-group-security",
                "Sicherheit",
                None
            ),
            Some(Match {
                inferred: true,
                varies: None
            })
        );
    }

    #[test]
    fn what_has_a_form_of_names_alone_has_no_labels_words() {
        assert!(matches(
            Catalog::built_in(),
            "publisher-domain",
            "mover.io",
            None
        ));
        assert_eq!(anywhere(Catalog::built_in(), "mover.io"), None);
        assert_eq!(
            anywhere(
                Catalog::built_in(),
                "It may use adele@birchwood.example. Or not."
            ),
            None
        );
        let name =
            anywhere(Catalog::built_in(), "Grant admin consent for Birchwood").expect("a label");
        assert_eq!(name.1.as_deref(), Some("birchwood"));
    }

    #[test]
    fn a_longer_sentence_is_not_the_label() {
        assert!(!says_so("Accept", "Accept all cookies", None));
        assert!(!says_so("Permissions", "Review permissions", None));
    }

    proptest! {
        #[test]
        fn any_tenant_is_found_in_every_form_of_the_grant(tenant in "[\\p{L}\\p{N}.*+()&|^$\\-]{1,20}( [\\p{L}\\p{N}]{1,9})?") {
            for form in patterns(Catalog::built_in(), "grant-admin-consent").filter(|form| form.contains("{0}")) {
                let text = form.replace("{0}", &tenant);
                prop_assert!(matches(Catalog::built_in(), "grant-admin-consent", &text, None), "{}", text);
            }
        }

        #[test]
        fn normalising_twice_changes_nothing(text in "\\PC{0,60}") {
            prop_assert_eq!(normalise(&normalise(&text)), normalise(&text));
        }

        #[test]
        fn no_text_and_no_pattern_panics(pattern in "\\PC{0,20}(\\{0\\}\\PC{0,20}){0,3}", text in "\\PC{0,60}") {
            says_so(&pattern, &text, None);
        }
    }

    #[test]
    fn a_pattern_stands_for_each_choice_of_its_words() {
        let cell =
            serde_json::json!({ "says": ["[a|b|] c [d|e] {0}", "f (g)"], "confidence": "A" });
        let cell: Cell = serde_json::from_value(cell).expect("a cell");
        let written: Vec<&str> = cell.says.iter().map(|says| says.written.as_str()).collect();
        let first = ["a c d {0}", "a c e {0}", "b c d {0}", "b c e {0}"];
        assert_eq!(written[..4], first);
        assert_eq!(written[4..], ["c d {0}", "c e {0}", "f (g)"]);
    }

    #[test]
    fn a_label_needs_a_text_and_a_confidence_in_each_language() {
        let problems = |says: &[&str], confidence: &str| {
            let cell = serde_json::json!({ "et": { "says": says, "confidence": confidence, "from": "x" } });
            let label: Label = serde_json::from_value(cell).expect("a label");
            label.problems().len()
        };
        assert_eq!(problems(&["Õigused"], "C"), 0);
        assert_eq!(problems(&[], "C"), 1);
        assert_eq!(problems(&["Õigused", " "], "C"), 1);
        assert_eq!(problems(&["Õigused"], "D"), 1);
    }

    #[test]
    fn a_space_counts_between_letters_and_characters_and_not_between_characters() {
        assert_eq!(normalise("承認 OK"), "承認 ok");
        assert_eq!(normalise("OK 承認"), "ok 承認");
        assert_eq!(normalise("管理者の 同意"), "管理者の同意");
    }
}
