//! The table itself: every entry is whole, known in every language, and has a source.

use super::*;

#[test]
fn no_code_and_no_number_stands_in_the_table_twice() {
    let (mut codes, mut numbers) = (HashSet::new(), HashSet::new());
    for entry in &table().problem {
        assert!(codes.insert(&entry.code), "{}", entry.code);
        assert!(
            entry.aadsts.iter().all(|number| numbers.insert(number)),
            "{}",
            entry.code
        );
    }
    for row in &table().answer {
        assert!(codes.contains(&row.problem), "{}", row.problem);
    }
}

#[test]
fn every_text_can_be_filled() {
    for entry in &table().problem {
        for found in ENDPOINTS.map(|endpoint| named(&entry.code).at(endpoint)) {
            for found in [found.clone(), found.lasting()] {
                let problem = found.problem(&place());
                let text = format!("{problem:?}")
                    .replace("Problem {", "")
                    .trim_end_matches(" }")
                    .to_owned();
                assert!(!text.contains('{') && !text.contains('}'), "{text}");
                assert!(
                    !problem.remedy.is_empty() && problem.title.ends_with('.'),
                    "{text}"
                );
            }
        }
    }
}

#[test]
fn every_sentence_is_said_in_every_language_and_names_the_same_as_often() {
    for tag in languages::languages()
        .keys()
        .filter(|tag| *tag != languages::ENGLISH)
    {
        let own = sentences::of_problems(tag);
        for english in sentences() {
            assert!(own.contains_key(english), "{tag} lacks {english}");
        }
        for (english, own) in own {
            for name in ["{app}", "{expected}", "{actual}"] {
                let times = |text: &str| text.matches(name).count();
                assert_eq!(times(&english), times(&own), "{tag}: {own}");
            }
            assert!(
                own != english && own.trim() == own && !own.is_empty(),
                "{tag}: {own}"
            );
        }
    }
}

#[test]
fn whatever_turns_a_connection_names_a_role_a_link_and_a_source() {
    for entry in table()
        .problem
        .iter()
        .filter(|entry| entry.outcome.is_some())
    {
        let problem = named(&entry.code).problem(&place());
        assert!(problem.role.is_some(), "{} has no role", entry.code);
        assert!(entry.source.is_some(), "{} has no source", entry.code);
        let link = problem.link.unwrap_or_default();
        assert!(url::Url::parse(&link).is_ok(), "{}: {link}", entry.code);
    }
}

/// The list is kept beside the checkout, because its words are others'. `cargo xtask test` says where it is not.
#[test]
fn every_code_of_the_gathered_list_is_known() {
    let Some(list) = test_published::read(test_published::ERRORS) else {
        return;
    };
    let codes = list["codes"].as_array().unwrap();
    assert!(codes.len() >= 84);
    for known in codes {
        let number = &known["code"];
        let number = number
            .as_u64()
            .or_else(|| number.as_str()?.parse().ok())
            .unwrap();
        for endpoint in ENDPOINTS {
            let found = of(endpoint, "never_seen", &format!("AADSTS{number}: text"));
            let is_known = !["unknown-error", "unknown-refusal"].contains(&found.code());
            assert!(is_known, "{endpoint:?} {number}");
            if known["kind"] == "transient" {
                assert_eq!(found.outcome(), Outcome::Wait, "{number}");
            }
        }
    }
}

#[test]
fn what_waits_has_a_last_word_that_names_somebody() {
    for entry in &table().problem {
        let waits = named(&entry.code).outcome() == Outcome::Wait;
        let has_end = [
            "grant-spreading",
            "not-checked-yet",
            "sign-in-awaited",
            "app-still-appearing",
        ];
        if waits && !has_end.contains(&entry.code.as_str()) {
            let problem = named(&entry.code).lasting().problem(&place());
            assert_eq!(
                problem.role.as_deref(),
                Some("Operator of this server"),
                "{problem:?}"
            );
            assert!(problem.remedy.contains("checks again"), "{problem:?}");
        }
    }
}
