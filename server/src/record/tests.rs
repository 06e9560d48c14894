//! That a record shows every change made to it, and that what matters is written down.

use super::verify::{Broken, verify};
use super::*;
use consentry_wire::api::Tenant;
use consentry_wire::record::{Export, FORMAT, Head, Seen, Sight};

fn connection() -> Connection {
    Connection::new(Uuid::nil(), "office-365-mover", Role::Other, vec![], 0)
}

fn export() -> Export {
    let mut end = End::default();
    let mut entries = Vec::new();
    for (number, state) in (1..).zip(["a", "b", "c", "d"]) {
        let event = Event::Stands {
            state: state.into(),
            problem: None,
        };
        let sealed = chain(Uuid::nil(), &end, NewRecordEntry::new(number * 1000, event));
        end = End {
            entries: number,
            seal: sealed.seal.clone(),
        };
        entries.push(sealed);
    }
    Export {
        format: FORMAT.into(),
        connection: Uuid::nil().to_string(),
        exported_at: 9000,
        head: Head {
            entries: end.entries,
            seal: end.seal,
            ended_at: None,
        },
        entries,
    }
}

fn broken(change: impl Fn(&mut Export)) -> Vec<Broken> {
    let mut export = export();
    change(&mut export);
    verify(&serde_json::to_string(&export).unwrap()).unwrap_err()
}

/// As [`chain`] does it, for what a forger would seal anew.
fn reseal(sealed: &mut Sealed) {
    sealed.seal = seal(&sealed.entry);
}

#[test]
fn a_record_as_it_was_exported_is_whole_however_it_is_formatted() {
    let export = export();
    let whole = verify(&serde_json::to_string_pretty(&export).unwrap()).unwrap();
    assert_eq!(whole.head, export.head);
    assert_eq!(whole.back_in_time, Vec::<u64>::new());
}

#[test]
fn every_changed_character_of_an_entry_is_noticed() {
    let text = serde_json::to_string(&export()).unwrap();
    let begin = text.find("\"entries\":[").unwrap();
    for (at, old) in text.char_indices().skip(begin) {
        if !old.is_ascii_alphanumeric() {
            continue;
        }
        let new = if old == '0' { '1' } else { '0' };
        let mut changed = text.clone();
        changed.replace_range(at..=at, &new.to_string());
        assert!(verify(&changed).is_err(), "character {at}: {old} to {new}");
    }
}

#[test]
fn an_entry_that_was_changed_is_named_even_when_it_was_sealed_anew() {
    let said = broken(|export| export.entries[1].entry.at = 1);
    assert_eq!(said, [Broken::Changed(2)]);
    let said = broken(|export| {
        export.entries[1].entry.at = 1;
        reseal(&mut export.entries[1]);
    });
    assert_eq!(said, [Broken::Unchained(3)]);
}

#[test]
fn an_entry_that_was_left_out_moved_or_borrowed_is_noticed() {
    let said = broken(|export| drop(export.entries.remove(1)));
    assert!(said.contains(&Broken::Unchained(2)), "{said:?}");
    let said = broken(|export| export.entries.swap(1, 2));
    assert!(said.contains(&Broken::Unchained(2)), "{said:?}");
    let said = broken(|export| {
        let end = End {
            entries: 3,
            seal: export.entries[2].seal.clone(),
        };
        let event = Event::GrantSuggested;
        export.entries[3] = chain(Uuid::max(), &end, NewRecordEntry::new(4000, event));
        export.head.seal = export.entries[3].seal.clone();
    });
    assert_eq!(said, [Broken::Foreign(4)]);
}

#[test]
fn a_record_whose_end_was_cut_off_is_noticed() {
    let said = broken(|export| drop(export.entries.pop()));
    assert!(
        matches!(said[..], [Broken::End { said: 4, .. }]),
        "{said:?}"
    );
}

#[test]
fn a_clock_that_was_set_back_is_told_and_breaks_nothing() {
    let mut export = export();
    let end = End {
        entries: 4,
        seal: export.head.seal.clone(),
    };
    let late = chain(
        Uuid::nil(),
        &end,
        NewRecordEntry::new(1, Event::GrantSuggested),
    );
    export.head.entries = 5;
    export.head.seal = late.seal.clone();
    export.entries.push(late);
    let whole = verify(&serde_json::to_string(&export).unwrap()).unwrap();
    assert_eq!(whole.back_in_time, [5]);
}

#[test]
fn what_is_no_record_or_of_another_format_is_said_to_be() {
    assert!(matches!(
        verify("hello").unwrap_err()[..],
        [Broken::Shape(_)]
    ));
    assert!(matches!(verify("{}").unwrap_err()[..], [Broken::Shape(_)]));
    let newer = r#"{"format":"consentry-record/2"}"#;
    assert!(matches!(
        verify(newer).unwrap_err()[..],
        [Broken::Format(_)]
    ));
}

#[test]
fn an_entry_of_a_newer_server_can_be_verified() {
    let mut export = serde_json::to_value(export()).unwrap();
    let entry = &mut export["entries"][3]["entry"];
    entry["event"] = serde_json::json!({"kind": "unheard-of", "with": ["more"]});
    let sealed = seal(entry);
    export["entries"][3]["seal"] = sealed.clone().into();
    export["head"]["seal"] = sealed.into();
    assert!(verify(&export.to_string()).is_ok());
}

#[test]
fn the_canonical_form_does_not_depend_on_the_order_of_keys() {
    let one = serde_json::json!({"b": 1, "a": {"d": "ä", "c": [2]}});
    let other: serde_json::Value =
        serde_json::from_str(r#"{"a":{"c":[2],"d":"\u00e4"},"b":1}"#).unwrap();
    assert_eq!(seal(&one), seal(&other));
}

#[test]
fn a_sign_in_and_what_a_check_found_are_written_down() {
    let before = connection();
    let mut after = before.clone();
    after.status.tenant = Some(Tenant {
        id: "t".into(),
        name: None,
    });
    after.schedule.signed_in_at = Some(5);
    after.status.state = State::NeedsAdminConsent;
    let entries = changes(&before, &after, 7);
    assert_eq!(
        entries,
        [NewRecordEntry::new(
            7,
            Event::SignedIn {
                tenant: "t".into(),
                account: None
            }
        )]
    );

    let mut checked = after.clone();
    checked.status.checked_at = Some(9);
    checked.status.state = State::Authorized { users: 1, sites: 2 };
    let [
        NewRecordEntry {
            event:
                Event::Checked {
                    before: None,
                    after: found,
                    ..
                },
            ..
        },
    ] = &changes(&after, &checked, 9)[..]
    else {
        panic!("one check, and the first")
    };
    assert_eq!((found.users, found.sites), (Some(1), Some(2)));
}

#[test]
fn a_check_that_found_nothing_new_is_written_down_twice_a_day() {
    let mut before = connection();
    before.status.checked_at = Some(1000);
    let mut after = before.clone();
    after.status.checked_at = Some(2000);
    assert_eq!(changes(&before, &after, 2000), []);
    after.status.checked_at = Some(1000 + QUIET_MS);
    assert_eq!(changes(&before, &after, 2000).len(), 1);
}

#[test]
fn a_failed_sign_in_is_written_down_with_its_code() {
    let before = connection();
    let mut after = before.clone();
    let place = crate::problems::Place {
        app: "a".into(),
        portal: "https://p.example".into(),
        app_page: "https://p.example".into(),
        ..crate::problems::Place::default()
    };
    after.status.state = State::Blocked {
        problem: crate::problems::named("declined").problem(&place),
    };
    let entries = changes(&before, &after, 3);
    let expected = Event::Stands {
        state: "blocked".into(),
        problem: Some("declined".into()),
    };
    assert_eq!(entries, [NewRecordEntry::new(3, expected)]);
}

#[test]
fn the_printed_page_shows_every_entry_and_no_markup_of_anybody() {
    let mut export = export();
    let seen = Seen {
        what: Sight::Ticked,
        client_id: None,
        scopes: vec!["<script>".into()],
    };
    let end = End {
        entries: 4,
        seal: export.head.seal.clone(),
    };
    let event = Event::Seen {
        by: Right::Watch,
        seen,
    };
    export
        .entries
        .push(chain(Uuid::nil(), &end, NewRecordEntry::new(5000, event)));
    let page = crate::http::page::record_body(&export).into_string();
    assert!(page.contains("&lt;script&gt;") && !page.contains("<script>"));
    for sealed in &export.entries {
        assert!(page.contains(&sealed.seal));
    }
}
