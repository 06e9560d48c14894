//! What is wrong and what helps: the data of `errors.toml`, looked up by Microsoft's codes or by
//! our own. Deliberately absent: Microsoft's texts; none of them is ever shown.

use consentry_shared::api::Problem;
use serde::Deserialize;
use std::sync::OnceLock;

/// What a problem does to a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Turn {
    /// Something else must change first.
    Blocked,
    /// A new sign-in is needed.
    Reauthorize,
    /// An admin's grant is missing.
    Consent,
    /// It passes by itself.
    Wait,
}

/// One entry of the table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    code: String,
    title: String,
    detail: String,
    remedy: String,
    role: Option<String>,
    link: Option<String>,
    turns: Option<Turn>,
    #[serde(default)]
    aadsts: Vec<u32>,
    #[serde(default)]
    oauth: Vec<String>,
    #[serde(default)]
    graph: Vec<String>,
    /// Where the meaning of the codes is from; for whoever doubts it.
    #[cfg_attr(not(test), expect(dead_code, reason = "it is for readers of the file"))]
    source: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    problem: Vec<Entry>,
}

/// What stands where the texts have `{app}`, `{portal}`, `{app_page}`, `{admin}` and `{login}`.
#[derive(Clone, Debug)]
pub struct Place {
    /// The app's name.
    pub app: String,
    /// The portal, without a trailing slash.
    pub portal: String,
    /// The app's own page in the portal, or the list it is in.
    pub app_page: String,
    /// The Microsoft 365 admin center, without a trailing slash.
    pub admin: String,
    /// The identity platform, without a trailing slash.
    pub login: String,
}

impl Default for Place {
    /// Where no connection and no configuration is at hand.
    fn default() -> Self {
        let cloud = crate::config::CLOUDS[0];
        Self {
            app: "the app".into(),
            portal: cloud.portal.into(),
            app_page: cloud.portal.into(),
            admin: cloud.admin.into(),
            login: cloud.login.into(),
        }
    }
}

impl Place {
    fn fill(&self, text: &str) -> String {
        text.replace("{app_page}", &self.app_page)
            .replace("{portal}", &self.portal)
            .replace("{app}", &self.app)
            .replace("{admin}", &self.admin)
            .replace("{login}", &self.login)
    }
}

/// An entry, with Microsoft's code if one led to it.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    entry: &'static Entry,
    aadsts: Option<u32>,
}

impl Found {
    /// Our own code.
    pub fn code(self) -> &'static str {
        &self.entry.code
    }

    /// What it does to a connection.
    pub fn turn(self) -> Turn {
        self.entry.turns.unwrap_or(Turn::Blocked)
    }

    /// The problem in words.
    pub fn problem(self, place: &Place) -> Problem {
        let entry = self.entry;
        Problem {
            code: entry.code.clone(),
            title: place.fill(&entry.title),
            detail: place.fill(&entry.detail),
            remedy: place.fill(&entry.remedy),
            role: entry.role.clone(),
            link: entry.link.as_deref().map(|link| place.fill(link)),
            microsoft: self.aadsts.map(|number| format!("AADSTS{number}")),
            status: None,
        }
    }
}

fn table() -> &'static [Entry] {
    static TABLE: OnceLock<Table> = OnceLock::new();
    &TABLE
        .get_or_init(|| toml::from_str(include_str!("../errors.toml")).expect("tested"))
        .problem
}

fn find(is: impl Fn(&Entry) -> bool) -> Option<Found> {
    table().iter().find(|entry| is(entry)).map(|entry| Found {
        entry,
        aadsts: None,
    })
}

/// The entry with one of our own codes; `internal` if there is none.
///
/// # Panics
///
/// Never: a test sees to it that the table can be read and holds `internal`.
pub fn named(code: &str) -> Found {
    find(|entry| entry.code == code)
        .unwrap_or_else(|| find(|entry| entry.code == "internal").expect("tested"))
}

/// Whether a text is one of our own codes.
pub fn is_known(code: &str) -> bool {
    find(|entry| entry.code == code).is_some()
}

/// The entry for an OAuth error (RFC 6749 sections 4.1.2.1 and 5.2). The AADSTS number in the
/// description is the better hint, `error` the fallback (facts: protocol 0.9).
pub fn of_oauth(error: &str, description: &str) -> Found {
    let number = aadsts(description);
    let hinted = number.and_then(|number| find(|entry| entry.aadsts.contains(&number)));
    let found = hinted
        .or_else(|| find(|entry| entry.oauth.iter().any(|value| value == error)))
        .unwrap_or_else(|| named("unknown-error"));
    Found {
        aadsts: number,
        ..found
    }
}

/// The entry for an error of Microsoft Graph.
pub fn of_graph(status: u16, code: Option<&str>) -> Found {
    let coded = code.and_then(|code| find(|entry| entry.graph.iter().any(|value| value == code)));
    match (status, coded) {
        (401, _) => named("graph-token-refused"),
        (403, _) => named("consent-missing"),
        (_, Some(found)) => found,
        (500.., None) => named("microsoft-busy"),
        (_, None) => named("graph-refuses"),
    }
}

/// The number in a text such as `AADSTS65004: The user declined ...`.
fn aadsts(description: &str) -> Option<u32> {
    let (_, rest) = description.split_once("AADSTS")?;
    let digits = rest
        .find(|c: char| !c.is_ascii_digit())
        .map_or(rest, |end| &rest[..end]);
    (digits.len() <= 8).then(|| digits.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;
    use consentry_shared::words;
    use std::collections::{BTreeMap, BTreeSet, HashSet};
    use std::fs;
    use std::path::Path;

    fn place() -> Place {
        Place {
            app: "Mover".into(),
            portal: "https://portal.example".into(),
            app_page: "https://portal.example/app".into(),
            admin: "https://admin.example".into(),
            login: "https://login.example".into(),
        }
    }

    #[test]
    fn no_code_and_no_number_stands_in_the_table_twice() {
        let (mut codes, mut numbers, mut oauth) = (HashSet::new(), HashSet::new(), HashSet::new());
        for entry in table() {
            assert!(codes.insert(&entry.code), "{}", entry.code);
            assert!(
                entry.aadsts.iter().all(|number| numbers.insert(number)),
                "{}",
                entry.code
            );
            assert!(
                entry.oauth.iter().all(|value| oauth.insert(value)),
                "{}",
                entry.code
            );
        }
    }

    #[test]
    fn every_text_can_be_filled() {
        for entry in table() {
            let problem = named(&entry.code).problem(&place());
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

    #[test]
    fn every_sentence_is_said_in_every_language_and_names_the_app_as_often() {
        let mut english = BTreeSet::new();
        for entry in table() {
            english.extend([&entry.title, &entry.detail, &entry.remedy]);
            // Microsoft's roles keep Microsoft's names.
            let is_ours = |role: &&String| !role.ends_with("Administrator");
            english.extend(entry.role.as_ref().filter(is_ours));
        }
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/words/problems");
        for tag in words::languages()
            .keys()
            .filter(|tag| *tag != words::ENGLISH)
        {
            let file = fs::read_to_string(folder.join(format!("{tag}.toml"))).unwrap();
            let own: BTreeMap<String, String> = toml::from_str(&file).unwrap();
            assert_eq!(own.keys().collect::<BTreeSet<_>>(), english, "{tag}");
            for (english, own) in own {
                let names = |text: &str| text.matches("{app}").count();
                assert_eq!(names(&english), names(&own), "{tag}: {own}");
                assert!(
                    own != english && own.trim() == own && !own.is_empty(),
                    "{tag}: {own}"
                );
            }
        }
    }

    #[test]
    fn whatever_turns_a_connection_names_a_role_a_link_and_a_source() {
        for entry in table().iter().filter(|entry| entry.turns.is_some()) {
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
            let description = format!("AADSTS{number}: text");
            let found = of_oauth("never_seen", &description);
            assert_ne!(found.code(), "unknown-error", "{number}");
            let turn = match known["kind"].as_str().unwrap() {
                "transient" => Turn::Wait,
                _ => continue,
            };
            assert_eq!(found.turn(), turn, "{number}");
        }
    }

    #[test]
    fn the_codes_of_everyday_have_an_answer_of_their_own() {
        for (number, code) in [
            (65001, "consent-missing"),
            (65004, "declined"),
            (90094, "admin-approval-needed"),
            (90095, "approval-request-needed"),
            (50105, "not-assigned"),
            (700_016, "app-not-in-tenant"),
            (7_000_215, "server-credential-refused"),
            (50011, "redirect-mismatch"),
            (53003, "policy-blocks"),
            (50076, "mfa-needed"),
            (700_082, "sign-in-expired"),
            (650_051, "app-still-appearing"),
            (1_003_031, "app-misconfigured"),
            (900_941, "rated-risky"),
            (54005, "sign-in-broken"),
        ] {
            let found = of_oauth("whatever", &format!("AADSTS{number}: text\r\nTrace ID: x"));
            assert_eq!(found.code(), code);
            assert_eq!(
                found.problem(&place()).microsoft,
                Some(format!("AADSTS{number}"))
            );
        }
    }

    #[test]
    fn an_unknown_number_falls_back_to_the_oauth_error() {
        assert_eq!(
            of_oauth("access_denied", "AADSTS99999999: new").code(),
            "declined"
        );
        assert_eq!(
            of_oauth("invalid_client", "").code(),
            "server-credential-refused"
        );
        assert_eq!(of_oauth("never_seen", "AADSTS1").code(), "unknown-error");
        assert_eq!(
            of_oauth("access_denied", "AADSTS99999999999999999999").code(),
            "declined"
        );
    }

    #[test]
    fn nothing_of_the_description_is_repeated() {
        let problem =
            of_oauth("invalid_grant", "AADSTS70008: <script>canary</script>").problem(&place());
        assert!(!format!("{problem:?}").contains("canary"));
    }

    #[test]
    fn graph_refusals_are_told_apart() {
        assert_eq!(
            of_graph(403, Some("Authorization_RequestDenied")).turn(),
            Turn::Consent
        );
        assert_eq!(of_graph(401, None).turn(), Turn::Wait);
        assert_eq!(of_graph(429, Some("TooManyRequests")).turn(), Turn::Wait);
        assert_eq!(of_graph(503, None).turn(), Turn::Wait);
        assert_eq!(of_graph(400, Some("")).turn(), Turn::Blocked);
    }
}
