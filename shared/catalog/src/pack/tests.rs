use super::form::day;
use super::merge::merge;
use super::*;
use crate::data::Catalog;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::json;

fn later(patch: &Value) -> String {
    json!({ "format": 1, "serial": 99_999_999, "patch": patch }).to_string()
}

#[test]
fn a_merge_patch_does_what_its_rfc_says() {
    // RFC 7396 appendix A.
    for (target, patch, result) in [
        (json!({"a":"b"}), json!({"a":"c"}), json!({"a":"c"})),
        (json!({"a":"b"}), json!({"b":"c"}), json!({"a":"b","b":"c"})),
        (json!({"a":"b"}), json!({"a":null}), json!({})),
        (json!({"a":["b"]}), json!({"a":"c"}), json!({"a":"c"})),
        (
            json!({"a":{"b":"c"}}),
            json!({"a":{"b":"d","c":null}}),
            json!({"a":{"b":"d"}}),
        ),
        (json!(["a", "b"]), json!(["c", "d"]), json!(["c", "d"])),
        (json!({"e":null}), json!({"a":1}), json!({"e":null,"a":1})),
        (json!([1, 2]), json!({"a":"b","c":null}), json!({"a":"b"})),
        (
            json!({}),
            json!({"a":{"bb":{"ccc":null}}}),
            json!({"a":{"bb":{}}}),
        ),
    ] {
        let mut merged = target.clone();
        merge(&mut merged, patch.clone());
        assert_eq!(merged, result, "{target} with {patch}");
    }
}

#[test]
fn a_new_word_of_a_page_is_known_once_a_pack_brings_it() {
    let knows = |active: &ActiveCatalog, text: &str| {
        crate::labels::matches(active.catalog(), "grant-admin-consent", text, None)
    };
    let text = "Approve this app for Birchwood";
    let mut active = ActiveCatalog::default();
    assert!(!knows(&active, text));
    let cell = json!({ "says": ["Approve this app for {0}"], "from": "T", "confidence": "C" });
    let pack = later(&json!({ "labels": { "grant-admin-consent": { "en-x-new": cell } } }));
    assert_eq!(active.install(&pack), Ok(99_999_999));
    assert!(knows(&active, text));
    assert!(knows(&active, "Grant admin consent for Birchwood"));
    assert_eq!(active.active().pack, Some(99_999_999));
    active.remove();
    assert!(!knows(&active, text));
}

#[test]
fn an_older_pack_is_refused_and_what_was_in_force_stays() {
    let mut active = ActiveCatalog::default();
    let known = active.active().built_in;
    let pack = json!({ "format": 1, "serial": known, "patch": {} }).to_string();
    assert_eq!(
        active.install(&pack),
        Err(Refusal::NotNewer {
            serial: known,
            known
        })
    );
    assert_eq!(active.install(&later(&json!({}))), Ok(99_999_999));
    assert!(matches!(
        active.install(&later(&json!({}))),
        Err(Refusal::NotNewer { .. })
    ));
}

#[test]
fn a_pack_counts_until_its_last_day_and_from_the_serial_that_a_policy_names() {
    // Midnight at the beginning of 1 March 2028, a day after 29 February.
    let midnight = 1_835_481_600_000;
    let pack = |until: u64| {
        json!({ "format": 1, "serial": 20_280_101, "until": until, "patch": {} }).to_string()
    };
    assert_eq!(admit(&pack(20_280_229), None, midnight - 1), Ok(()));
    let ended = Err(Refusal::Ended { until: 20_280_229 });
    assert_eq!(admit(&pack(20_280_229), None, midnight), ended);
    assert_eq!(admit(&pack(20_280_301), None, midnight), Ok(()));
    assert_eq!(admit(&pack(20_280_301), Some(20_280_101), 0), Ok(()));
    let old = Err(Refusal::TooOld {
        serial: 20_280_101,
        lowest: 20_280_102,
    });
    assert_eq!(admit(&pack(20_280_301), Some(20_280_102), 0), old);
    assert_eq!(admit(&later(&json!({})), None, u64::MAX), Ok(()), "no end");
}

#[test]
fn a_pack_that_ended_is_taken_away_again() {
    let mut active = ActiveCatalog::default();
    let mut pack: Value = serde_json::from_str(&later(&json!({}))).unwrap();
    pack["until"] = json!(20_270_101);
    active.install(&pack.to_string()).unwrap();
    active.expire(None, 1_700_000_000_000);
    assert_eq!(active.active().pack, Some(99_999_999));
    active.expire(None, 1_900_000_000_000);
    assert_eq!(active.active().pack, None);
}

#[test]
fn days_are_those_of_the_calendar() {
    for (now, expected) in [
        (0, 19_700_101),
        (951_782_400_000, 20_000_229),
        (951_868_800_000, 20_000_301),
        (1_798_675_199_999, 20_261_230),
        (1_798_675_200_000, 20_261_231),
        (4_107_542_399_999, 21_000_228),
        (4_107_542_400_000, 21_000_301),
    ] {
        assert_eq!(day(now), expected);
    }
}

#[test]
fn no_pack_changes_what_is_read_of_a_page_or_whose_host_is_whose() {
    let mut active = ActiveCatalog::default();
    for table in ["look", "hosts", "edition", "unheard-of"] {
        assert_eq!(
            active.install(&later(&json!({ table: {} }))),
            Err(Refusal::Table(table.to_owned()))
        );
    }
}

#[test]
fn a_table_that_does_not_fit_names_what_is_wrong() {
    let mut active = ActiveCatalog::default();
    for (patch, told) in [
        (
            json!({ "controls": { "save": { "click": true } } }),
            "click",
        ),
        (
            json!({ "controls": { "save": { "label": "nowhere" } } }),
            "nowhere",
        ),
        (json!({ "words": { "en": null } }), "English"),
        (
            json!({ "profiles": { "office-365-mover": { "entry": { "url": "javascript:alert(1)" } } } }),
            "https",
        ),
    ] {
        let Err(Refusal::Unfit(why)) = active.install(&later(&patch)) else {
            panic!("{patch} was taken up");
        };
        assert!(why.contains(told), "{why}");
    }
    let off = json!({ "format": 1, "serial": 99_999_999, "off": ["nowhere"] }).to_string();
    assert!(matches!(active.install(&off), Err(Refusal::Unfit(_))));
    assert_eq!(active.active().pack, None);
}

#[test]
fn only_three_parts_signed_with_es256_are_opened() {
    let part = |text: &str| URL_SAFE_NO_PAD.encode(text);
    let jws = |header: &str| {
        format!(
            "{}.{}.{}",
            part(header),
            part("{}"),
            URL_SAFE_NO_PAD.encode([7; 64])
        )
    };
    let opened = open(&jws(r#"{"alg":"ES256","typ":"consentry-pack"}"#)).unwrap();
    assert_eq!(opened.payload, "{}");
    assert_eq!(opened.signature, [7; 64]);
    for header in [
        r#"{"alg":"none"}"#,
        r#"{"alg":"HS256"}"#,
        r#"{"alg":"ES256","crit":["b64"],"b64":false}"#,
        r#"{"alg":"ES256","jwk":{}}"#,
    ] {
        assert!(
            matches!(open(&jws(header)), Err(Refusal::Header(_))),
            "{header}"
        );
    }
    for text in ["", "a.b", "a.b.c", "a.b.c.d", "é.é.é"] {
        assert!(open(text).is_err(), "{text}");
    }
}

#[test]
fn each_refusal_says_what_is_wrong() {
    let says = [
        (
            Refusal::Malformed("x".to_owned()),
            "it is not a signed pack: x",
        ),
        (
            Refusal::Header("x".to_owned()),
            "its signature is of another kind: x",
        ),
        (
            Refusal::Format(9),
            "it has format 9; this version understands 1",
        ),
        (
            Refusal::NotNewer {
                serial: 3,
                known: 4,
            },
            "its serial 3 is not higher than 4, which is in force",
        ),
        (
            Refusal::Table("hosts".to_owned()),
            "it may not change hosts",
        ),
        (Refusal::Unfit("x".to_owned()), "its tables do not fit: x"),
    ];
    for (refusal, words) in says {
        assert_eq!(refusal.to_string(), words);
    }
}

#[test]
fn a_pack_that_is_too_long_is_not_read() {
    let why = |length: usize| {
        open(&"x".repeat(length))
            .expect_err("it is no pack")
            .to_string()
    };
    assert!(why(LONGEST).contains("three parts"));
    assert!(why(LONGEST + 1).contains("too long"));
}

#[test]
fn a_pack_is_checked_as_if_it_came_after_what_is_shipped() {
    let serial = Catalog::built_in().edition.serial + 7;
    let payload = serde_json::json!({ "format": FORMAT, "serial": serial }).to_string();
    assert_eq!(check(&payload), Ok(serial));
    assert!(check("{}").is_err());
}
