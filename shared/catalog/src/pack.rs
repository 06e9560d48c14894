//! A data pack: newer labels, controls, routes, guides, profiles, permissions or words without a
//! release, for the day a page changes.
//!
//! A pack is a compact JWS (RFC 7515) signed with ES256, whose payload says which tables change, as
//! a JSON Merge Patch (RFC 7396) of what is shipped. It is data in a closed vocabulary: there is no
//! field in any table that clicks, types, submits or asks anything of anybody, and a pack can't
//! change what is read of a page (`look`) or which hosts are which (`hosts`). Whose signature counts
//! is a policy's to say; the signature itself is checked where there is a cryptographic library,
//! in the worker, before anything here is called with the payload.

use crate::data::{self, Data};
use crate::data_check;
use crate::profile::Profile;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// The newest form of a pack that is understood.
pub const FORMAT: u32 = 1;

/// The longest pack that is looked at, in bytes.
pub const LONGEST: usize = 2 << 20;

/// Tables a pack may change.
const TABLES: [&str; 12] = [
    "bad_clients",
    "controls",
    "first_party",
    "guides",
    "labels",
    "permissions",
    "profiles",
    "resources",
    "roles",
    "routes",
    "sign_in",
    "words",
];

/// What a pack says.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Pack {
    /// The form of the pack.
    format: u32,
    /// Higher than what is in force: a day as YYYYMMDD will do.
    serial: u64,
    /// The last day on which it counts, as YYYYMMDD in UTC. Without one it has no end.
    #[serde(default)]
    until: Option<u64>,
    /// For people: why there is a pack.
    #[serde(default, rename = "why")]
    _why: String,
    /// Stations that point at nothing from now on.
    #[serde(default)]
    off: Vec<String>,
    /// What changes, by table: a JSON Merge Patch (RFC 7396).
    #[serde(default)]
    patch: Map<String, Value>,
}

/// Which data is in force, and why no other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct InForce {
    /// Serial of the shipped data.
    pub built_in: u64,
    /// Serial of the pack that overlays it.
    pub pack: Option<u64>,
    /// Why the newest pack was not taken up.
    pub refused: Option<String>,
}

/// Why a pack is not taken up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is no compact JWS with a JSON payload.
    Malformed(String),
    /// It is not signed with ES256, or asks for what is not understood.
    Header(String),
    /// It is of a form that a later version understands.
    Format(u32),
    /// Something newer, or the same, is in force already.
    NotNewer {
        /// The pack's serial.
        serial: u64,
        /// What is in force.
        known: u64,
    },
    /// The policy asks for a newer one.
    TooOld {
        /// The pack's serial.
        serial: u64,
        /// The lowest that the policy takes.
        lowest: u64,
    },
    /// Its last day is over.
    Ended {
        /// That day, as YYYYMMDD.
        until: u64,
    },
    /// It changes a table that packs may not change.
    Table(String),
    /// What it makes of the data does not fit.
    Unfit(String),
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Malformed(why) => write!(f, "it is not a signed pack: {why}"),
            Self::Header(why) => write!(f, "its signature is of another kind: {why}"),
            Self::Format(format) => write!(
                f,
                "it has format {format}; this version understands {FORMAT}"
            ),
            Self::NotNewer { serial, known } => {
                write!(
                    f,
                    "its serial {serial} is not higher than {known}, which is in force"
                )
            }
            Self::TooOld { serial, lowest } => write!(
                f,
                "its serial {serial} is lower than {lowest}, the lowest that your organization allows"
            ),
            Self::Ended { until } => write!(f, "it ended on {until}"),
            Self::Table(table) => write!(f, "it may not change {table}"),
            Self::Unfit(why) => write!(f, "its tables do not fit: {why}"),
        }
    }
}

/// A pack taken apart, before its signature is checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// What was signed: header and payload as they stand in the JWS (RFC 7515 section 5.2).
    pub signing_input: String,
    /// r and s, 32 bytes each (RFC 7518 section 3.4).
    pub signature: Vec<u8>,
    /// The payload's JSON.
    pub payload: String,
}

/// Takes a compact JWS apart. Nothing of it may be believed before its signature was checked.
pub fn open(jws: &str) -> Result<Signed, Refusal> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Header {
        alg: String,
        #[serde(default, rename = "typ")]
        _typ: Option<String>,
        #[serde(default, rename = "kid")]
        _kid: Option<String>,
    }
    let malformed = |why: &str| Refusal::Malformed(why.to_owned());
    let jws = jws.trim();
    if jws.len() > LONGEST {
        return Err(malformed("it is too long"));
    }
    let mut parts = jws.split('.');
    let (Some(header), Some(payload), Some(signature), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(malformed("it does not have three parts"));
    };
    let decode = |part: &str| {
        URL_SAFE_NO_PAD
            .decode(part)
            .map_err(|_| malformed("a part of it is not base64url"))
    };
    let header: Header = serde_json::from_slice(&decode(header)?)
        .map_err(|error| Refusal::Header(error.to_string()))?;
    if header.alg != "ES256" {
        return Err(Refusal::Header(format!("{} and not ES256", header.alg)));
    }
    let signature = decode(signature)?;
    if signature.len() != 64 {
        return Err(malformed("its signature is not 64 bytes long"));
    }
    let signing_input = jws
        .rsplit_once('.')
        .map(|(input, _)| input.to_owned())
        .unwrap_or_default();
    let payload =
        String::from_utf8(decode(payload)?).map_err(|_| malformed("its payload is not UTF-8"))?;
    Ok(Signed {
        signing_input,
        signature,
        payload,
    })
}

/// What overlays the shipped data on this thread.
#[derive(Clone, Debug, Default)]
struct Overlay {
    /// Payload of the pack in force.
    pack: Option<String>,
    /// Profiles of a person or a policy, each a merge patch by id.
    profiles: Map<String, Value>,
    /// Application ids the person entered, by profile.
    clients: BTreeMap<String, String>,
}

thread_local! {
    static OVERLAY: RefCell<Overlay> = RefCell::default();
}

/// Puts a pack in force on this thread and returns its serial. `payload` is the JSON of a pack whose
/// signature was checked. Where it is refused, what was in force stays in force.
pub fn install(payload: &str) -> Result<u64, Refusal> {
    let (serial, _) = overlaid(payload, data::get().edition.serial)?;
    OVERLAY.with_borrow_mut(|overlay| overlay.pack = Some(payload.to_owned()));
    rebuild();
    Ok(serial)
}

/// Whether a pack counts today, and under a policy that names the lowest serial. Whoever hands packs out could
/// otherwise hand out one that was superseded, for ever, to a browser that has seen no newer one. `payload` is as in
/// [`install`]; `now` is Unix time in milliseconds.
pub fn admit(payload: &str, lowest: Option<u64>, now: u64) -> Result<(), Refusal> {
    let pack: Pack =
        serde_json::from_str(payload).map_err(|error| Refusal::Malformed(error.to_string()))?;
    if let Some(lowest) = lowest
        && pack.serial < lowest
    {
        return Err(Refusal::TooOld {
            serial: pack.serial,
            lowest,
        });
    }
    match pack.until {
        Some(until) if day(now) > until => Err(Refusal::Ended { until }),
        _ => Ok(()),
    }
}

/// Takes the pack in force away where [`admit`] would not take it up any more.
pub fn expire(lowest: Option<u64>, now: u64) {
    let over = OVERLAY.with_borrow(|overlay| {
        let pack = overlay.pack.as_deref();
        pack.is_some_and(|payload| admit(payload, lowest, now).is_err())
    });
    if over {
        remove();
    }
}

/// The day of a time, as YYYYMMDD in UTC (the proleptic Gregorian calendar, by eras of 400 years that begin in March).
fn day(now: u64) -> u64 {
    let days = now / 86_400_000 + 719_468;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let of_years = of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096;
    let year = of_years / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let date = of_year - (153 * month + 2) / 5 + 1;
    let (year, month) = match month {
        0..=9 => (era * 400 + year, month + 3),
        _ => (era * 400 + year + 1, month - 9),
    };
    year * 10_000 + month * 100 + date
}

/// Takes the pack away: the shipped data is in force again.
pub fn remove() {
    OVERLAY.with_borrow_mut(|overlay| overlay.pack = None);
    rebuild();
}

/// Puts profiles of a person or a policy in force on this thread, over what is shipped and over a
/// pack. Each is a JSON Merge Patch of the profile with that id, or a whole new one. One that does
/// not fit is left out; [`profile_problem`] says why. The application ids the person entered for some
/// of them, `clients`, fill gaps and overrule nothing.
pub fn use_profiles(profiles: &Map<String, Value>, clients: &BTreeMap<String, String>) {
    let changed = OVERLAY.with_borrow_mut(|overlay| {
        let changed = overlay.profiles != *profiles || overlay.clients != *clients;
        overlay.profiles.clone_from(profiles);
        overlay.clients.clone_from(clients);
        changed
    });
    if changed {
        rebuild();
    }
}

/// Why a profile of a person or a policy cannot be used; none where it can.
pub fn profile_problem(id: &str, patch: &Value) -> Option<String> {
    let mut all: Value = serde_json::from_str(data::BUILT_IN).ok()?;
    merge_profile(&mut all, id, patch);
    let profile = all["profiles"][id].clone();
    let mut problems: Vec<String> = match typed::<Profile>(&profile) {
        Err(error) => vec![error],
        Ok(profile) => profile.problems().iter().map(ToString::to_string).collect(),
    };
    // The guides may need something of it.
    if problems.is_empty() {
        problems = typed::<Data>(&all)
            .map_or_else(|error| vec![error], |data| data_check::problems(&data));
    }
    (!problems.is_empty()).then(|| problems.join("; "))
}

/// JSON as a value of that type, or what is wrong with it.
///
/// It goes through text: then the worker's module has one reader of each type and not two.
fn typed<T: DeserializeOwned>(json: &Value) -> Result<T, String> {
    serde_json::from_str(&json.to_string()).map_err(|error| {
        // The place in a text that nobody has seen says nothing.
        let error = error.to_string();
        let (what, _) = error.rsplit_once(" at line ").unwrap_or((&error, ""));
        what.to_owned()
    })
}

/// A profile's id is its key, whatever else stands in it. What is no object does not become one.
fn merge_profile(all: &mut Value, id: &str, patch: &Value) {
    let target = &mut all["profiles"][id];
    leave_out_old_translations(target, patch);
    merge(target, patch.clone());
    if let Some(profile) = target.as_object_mut() {
        profile.insert("id".to_owned(), Value::from(id));
    }
}

/// What a patch says anew is said in English where the patch does not translate it: the translation
/// that was there says something else.
fn leave_out_old_translations(profile: &mut Value, patch: &Value) {
    let before = profile.clone();
    let Some(translations) = profile
        .get_mut("translations")
        .and_then(Value::as_object_mut)
    else {
        return;
    };
    let stays = |list: &str, value: &str| {
        let now = patch[list].as_array();
        let mut before = before[list].as_array().into_iter().flatten();
        before.any(|permission| {
            permission["value"] == value && now.is_some_and(|now| now.contains(permission))
        })
    };
    for translation in translations.values_mut().filter_map(Value::as_object_mut) {
        for field in ["about", "tick_why", "delegated", "application"] {
            if patch.get(field).is_none_or(|now| *now == before[field]) {
                continue;
            }
            match translation.get_mut(field) {
                Some(Value::Object(said)) => said.retain(|value, _| stays(field, value)),
                _ => drop(translation.remove(field)),
            }
        }
    }
}

/// Makes the data anew from what is shipped and everything that overlays it.
fn rebuild() {
    let overlay = OVERLAY.with_borrow(Clone::clone);
    if overlay.pack.is_none() && overlay.profiles.is_empty() && overlay.clients.is_empty() {
        data::overlay(None);
        return;
    }
    let built_in = data::built_in().edition.serial;
    let base = match &overlay.pack {
        None => serde_json::from_str(data::BUILT_IN).ok(),
        Some(payload) => patched(payload, built_in).ok().map(|(_, all)| all),
    };
    let Some(mut all) = base else { return };
    for (id, patch) in &overlay.profiles {
        let mut with = all.clone();
        merge_profile(&mut with, id, patch);
        let fits = typed::<Data>(&with).is_ok_and(|data| data_check::problems(&data).is_empty());
        if fits {
            all = with;
        }
    }
    if let Ok(mut data) = typed::<Data>(&all) {
        enter(&mut data.profiles, &overlay.clients);
        data::overlay(Some(data));
    }
}

/// Gives each profile without an application id the one that was entered for it, unless another app
/// has it.
fn enter(profiles: &mut [Profile], clients: &BTreeMap<String, String>) {
    for (profile, id) in clients {
        if profiles.iter().any(|other| other.is(id)) {
            continue;
        }
        let without = |known: &&mut Profile| known.id == *profile && known.client_ids.is_empty();
        if let Some(app) = profiles.iter_mut().find(without) {
            app.client_ids = vec![id.clone()];
            app.entered = true;
        }
    }
}

/// Serial of the data in force, and of what is shipped.
pub fn in_force() -> InForce {
    let built_in = data::built_in().edition.serial;
    let serial = data::get().edition.serial;
    InForce {
        built_in,
        pack: (serial != built_in).then_some(serial),
        refused: None,
    }
}

/// Checks a pack as if it were to be put in force over the shipped data; returns its serial.
pub fn check(payload: &str) -> Result<u64, Refusal> {
    overlaid(payload, data::built_in().edition.serial).map(|(serial, _)| serial)
}

fn overlaid(payload: &str, known: u64) -> Result<(u64, Data), Refusal> {
    let (serial, all) = patched(payload, known)?;
    let data: Data = typed(&all).map_err(Refusal::Unfit)?;
    let problems = data_check::problems(&data);
    if problems.is_empty() {
        Ok((serial, data))
    } else {
        Err(Refusal::Unfit(problems.join("; ")))
    }
}

/// The shipped data with a pack's changes, not yet checked.
fn patched(payload: &str, known: u64) -> Result<(u64, Value), Refusal> {
    let pack: Pack =
        serde_json::from_str(payload).map_err(|error| Refusal::Malformed(error.to_string()))?;
    if pack.format != FORMAT {
        return Err(Refusal::Format(pack.format));
    }
    if pack.serial <= known {
        return Err(Refusal::NotNewer {
            serial: pack.serial,
            known,
        });
    }
    if let Some(table) = pack
        .patch
        .keys()
        .find(|key| !TABLES.contains(&key.as_str()))
    {
        return Err(Refusal::Table(table.clone()));
    }
    // Always over what is shipped, so that a pack means the same whatever was in force before.
    let mut all: Value =
        serde_json::from_str(data::BUILT_IN).map_err(|error| Refusal::Unfit(error.to_string()))?;
    merge(&mut all, Value::Object(pack.patch));
    all["edition"] = serde_json::json!({ "serial": pack.serial, "off": pack.off });
    Ok((pack.serial, all))
}

/// RFC 7396 section 2.
fn merge(target: &mut Value, patch: Value) {
    let Value::Object(patch) = patch else {
        *target = patch;
        return;
    };
    if !target.is_object() {
        *target = Value::Object(Map::new());
    }
    let Value::Object(target) = target else {
        return;
    };
    for (key, value) in patch {
        if value.is_null() {
            target.remove(&key);
        } else {
            merge(target.entry(key).or_insert(Value::Null), value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        let text = "Approve this app for Birchwood";
        assert!(!crate::labels::matches("grant-admin-consent", text, None));
        let cell = json!({ "says": ["Approve this app for {0}"], "from": "T", "confidence": "C" });
        let pack = later(&json!({ "labels": { "grant-admin-consent": { "en-x-new": cell } } }));
        assert_eq!(install(&pack), Ok(99_999_999));
        assert!(crate::labels::matches("grant-admin-consent", text, None));
        assert!(crate::labels::matches(
            "grant-admin-consent",
            "Grant admin consent for Birchwood",
            None
        ));
        assert_eq!(in_force().pack, Some(99_999_999));
        remove();
        assert!(!crate::labels::matches("grant-admin-consent", text, None));
    }

    #[test]
    fn an_older_pack_is_refused_and_what_was_in_force_stays() {
        let known = in_force().built_in;
        let pack = json!({ "format": 1, "serial": known, "patch": {} }).to_string();
        assert_eq!(
            install(&pack),
            Err(Refusal::NotNewer {
                serial: known,
                known
            })
        );
        assert_eq!(install(&later(&json!({}))), Ok(99_999_999));
        assert!(matches!(
            install(&later(&json!({}))),
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
        let mut pack: Value = serde_json::from_str(&later(&json!({}))).unwrap();
        pack["until"] = json!(20_270_101);
        install(&pack.to_string()).unwrap();
        expire(None, 1_700_000_000_000);
        assert_eq!(in_force().pack, Some(99_999_999));
        expire(None, 1_900_000_000_000);
        assert_eq!(in_force().pack, None);
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
        for table in ["look", "hosts", "edition", "unheard-of"] {
            assert_eq!(
                install(&later(&json!({ table: {} }))),
                Err(Refusal::Table(table.to_owned()))
            );
        }
    }

    #[test]
    fn a_table_that_does_not_fit_names_what_is_wrong() {
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
            let Err(Refusal::Unfit(why)) = install(&later(&patch)) else {
                panic!("{patch} was taken up");
            };
            assert!(why.contains(told), "{why}");
        }
        let off = json!({ "format": 1, "serial": 99_999_999, "off": ["nowhere"] }).to_string();
        assert!(matches!(install(&off), Err(Refusal::Unfit(_))));
        assert_eq!(in_force().pack, None);
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
        let serial = data::built_in().edition.serial + 7;
        let payload = serde_json::json!({ "format": FORMAT, "serial": serial }).to_string();
        assert_eq!(check(&payload), Ok(serial));
        assert!(check("{}").is_err());
    }
}
