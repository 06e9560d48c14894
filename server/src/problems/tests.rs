use super::*;
use consentry_catalog::languages;
use consentry_catalog::sentences;
use std::collections::HashSet;

const ENDPOINTS: [Endpoint; 5] = [
    Endpoint::Authorize,
    Endpoint::Redeem,
    Endpoint::Refresh,
    Endpoint::App,
    Endpoint::AdminConsent,
];

/// Values of `error` that a service may send: RFC 6749 sections 4.1.2.1 and 5.2, OpenID Connect Core section 3.1.2.6.
const ERRORS: [&str; 17] = [
    "invalid_request",
    "unauthorized_client",
    "access_denied",
    "permission_denied",
    "unsupported_response_type",
    "invalid_scope",
    "server_error",
    "temporarily_unavailable",
    "invalid_client",
    "invalid_grant",
    "unsupported_grant_type",
    "invalid_resource",
    "interaction_required",
    "login_required",
    "account_selection_required",
    "consent_required",
    "never_seen",
];

fn place() -> Place {
    Place {
        app: "Mover".into(),
        portal: "https://portal.example".into(),
        app_page: "https://portal.example/app".into(),
        admin: "https://admin.example".into(),
        login: "https://login.example".into(),
    }
}

fn of(endpoint: Endpoint, error: &str, description: &str) -> Found {
    let answer = Answer {
        error,
        description,
        ..Answer::default()
    };
    of_oauth(endpoint, &answer)
}

/// The code, and who can help.
fn seen(found: &Found) -> (&'static str, String) {
    (
        found.code(),
        found.problem(&place()).role.unwrap_or_default(),
    )
}

/// Words of every entry and of all its cases.
fn sentences() -> impl Iterator<Item = &'static String> {
    table().problem.iter().flat_map(|entry| {
        let cases = entry.cases.iter();
        let other = cases.flat_map(|case| [case.detail.as_ref(), case.remedy.as_ref()]);
        [&entry.title, &entry.detail, &entry.remedy]
            .into_iter()
            .chain(other.flatten())
    })
}

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
fn the_numbers_of_everyday_have_an_answer_of_their_own() {
    for (number, code) in [
        (65001, "consent-missing"),
        (65004, "declined"),
        (65006, "app-misconfigured"),
        (650_053, "app-misconfigured"),
        (650_057, "app-misconfigured"),
        (650_052, "service-missing"),
        (90094, "admin-approval-needed"),
        (90095, "approval-request-needed"),
        (50105, "not-assigned"),
        (50020, "foreign-account"),
        (90072, "foreign-account"),
        (700_016, "app-not-in-tenant"),
        (7_000_215, "server-credential-refused"),
        (7_000_218, "server-credential-refused"),
        (700_027, "server-credential-refused"),
        (700_024, "server-clock"),
        (500_133, "server-clock"),
        (50011, "redirect-mismatch"),
        (53003, "policy-blocks"),
        (530_032, "policy-blocks"),
        (530_099, "policy-blocks"),
        (530_033, "device-not-accepted"),
        (50076, "mfa-needed"),
        (50158, "mfa-needed"),
        (50132, "sign-in-revoked"),
        (50133, "sign-in-revoked"),
        (50173, "sign-in-revoked"),
        (700_082, "sign-in-expired"),
        (650_051, "app-still-appearing"),
        (1_003_031, "app-misconfigured"),
        (900_941, "rated-risky"),
        (54005, "sign-in-broken"),
        (900_023, "tenant-not-found"),
        (90002, "tenant-not-found"),
        (50059, "tenant-not-found"),
        (5_000_224, "tenant-closed"),
        (90038, "wrong-cloud"),
        (90033, "microsoft-busy"),
        (90036, "microsoft-busy"),
        (90009, "app-misconfigured"),
        (90013, "app-misconfigured"),
        (900_144, "app-misconfigured"),
    ] {
        let found = of(
            Endpoint::Refresh,
            "whatever",
            &format!("AADSTS{number}: text\r\nTrace ID: x"),
        );
        assert_eq!(found.code(), code, "{number}");
        assert_eq!(
            found.problem(&place()).microsoft,
            Some(format!("AADSTS{number}"))
        );
    }
}

#[test]
fn a_number_is_read_wherever_the_answer_names_it() {
    let answers = [
        Answer {
            description: "AADSTS50105: x",
            ..Answer::default()
        },
        Answer {
            codes: &[50105],
            ..Answer::default()
        },
        Answer {
            uri: Some("https://login.microsoftonline.com/error?code=50105"),
            ..Answer::default()
        },
        Answer {
            description: "AADSTS70002: x AADSTS50105: y",
            codes: &[70002],
            ..Answer::default()
        },
    ];
    for answer in answers {
        let answer = Answer {
            error: "interaction_required",
            ..answer
        };
        let found = of_oauth(Endpoint::Authorize, &answer);
        assert_eq!(found.code(), "not-assigned", "{answer:?}");
        assert_eq!(
            found.problem(&place()).microsoft.as_deref(),
            Some("AADSTS50105")
        );
    }
}

#[test]
fn the_cause_goes_before_what_wraps_it_in_any_order() {
    for (endpoint, numbers, code) in [
        (Endpoint::Redeem, [70002, 54005], "sign-in-broken"),
        (Endpoint::Refresh, [70002, 70008], "sign-in-expired"),
        (Endpoint::Refresh, [70000, 50173], "sign-in-revoked"),
        (
            Endpoint::Redeem,
            [70002, 7_000_222],
            "server-credential-refused",
        ),
        (Endpoint::App, [70002, 700_024], "server-clock"),
        (Endpoint::App, [50012, 700_024], "server-clock"),
        (Endpoint::Authorize, [65005, 650_052], "service-missing"),
    ] {
        for numbers in [numbers, [numbers[1], numbers[0]]] {
            let said = format!("AADSTS{}: x. AADSTS{}: y", numbers[0], numbers[1]);
            assert_eq!(
                of(endpoint, "invalid_grant", &said).code(),
                code,
                "{numbers:?}"
            );
        }
    }
    let wrapped = of(
        Endpoint::Redeem,
        "invalid_client",
        "AADSTS70002: x AADSTS99999999: y",
    );
    assert_eq!(wrapped.code(), "unknown-error");
    assert_eq!(
        wrapped.problem(&place()).microsoft.as_deref(),
        Some("AADSTS99999999")
    );
}

#[test]
fn a_number_that_is_not_known_blames_no_secret_no_revocation_and_no_person() {
    let accusing = [
        "server-credential-refused",
        "server-clock",
        "sign-in-revoked",
        "sign-in-expired",
        "declined",
        "left-without-consent",
        "foreign-account",
        "app-not-in-tenant",
        "mfa-needed",
    ];
    for endpoint in ENDPOINTS {
        for error in ERRORS {
            for number in [1, 123_456, 99_999_999] {
                let found = of(endpoint, error, &format!("AADSTS{number}: new"));
                assert!(
                    !accusing.contains(&found.code()),
                    "{endpoint:?} {error}: {}",
                    found.code()
                );
                let shown = found.problem(&place()).microsoft;
                assert_eq!(shown, Some(format!("AADSTS{number}")));
            }
        }
    }
}

/// The table of what an error alone means.
#[test]
fn an_error_without_a_number_means_something_else_at_each_endpoint() {
    use Endpoint::{AdminConsent, App, Authorize, Redeem, Refresh};
    const PERSON: &str = "The person who signs in";
    const OPERATOR: &str = "Operator of this server";
    const ADMIN: &str = "Privileged Role Administrator";
    const VENDOR: &str = "Vendor of the app";
    for (endpoint, error, code, role) in [
        (Authorize, "access_denied", "left-without-consent", ADMIN),
        (AdminConsent, "access_denied", "declined", ADMIN),
        (AdminConsent, "permission_denied", "declined", ADMIN),
        (AdminConsent, "consent_required", "declined", ADMIN),
        (App, "access_denied", "unknown-refusal", OPERATOR),
        (Authorize, "invalid_client", "app-misconfigured", VENDOR),
        (
            Redeem,
            "invalid_client",
            "server-credential-refused",
            OPERATOR,
        ),
        (App, "invalid_client", "server-credential-refused", OPERATOR),
        (Redeem, "invalid_grant", "sign-in-broken", PERSON),
        (Refresh, "invalid_grant", "sign-in-ended", PERSON),
        (App, "invalid_grant", "unknown-refusal", OPERATOR),
        (Authorize, "consent_required", "consent-missing", ADMIN),
        (Authorize, "interaction_required", "sign-in-needed", PERSON),
        (Refresh, "interaction_required", "sign-in-needed", PERSON),
        (Authorize, "login_required", "sign-in-needed", PERSON),
        (
            Authorize,
            "temporarily_unavailable",
            "microsoft-busy",
            PERSON,
        ),
        (Authorize, "server_error", "microsoft-busy", PERSON),
        (Redeem, "temporarily_unavailable", "microsoft-busy", PERSON),
        (AdminConsent, "server_error", "microsoft-busy", ADMIN),
        (
            App,
            "server_error",
            "microsoft-busy",
            "No role needed; wait",
        ),
        (
            Refresh,
            "server_error",
            "microsoft-busy",
            "No role needed; wait",
        ),
        (Redeem, "never_seen", "unknown-error", PERSON),
        (App, "never_seen", "unknown-refusal", OPERATOR),
    ] {
        let found = of(endpoint, error, "");
        assert_eq!(seen(&found), (code, role.into()), "{endpoint:?} {error}");
    }
}

#[test]
fn the_same_number_means_something_else_at_another_endpoint() {
    for number in [70000, 70008, 700_082] {
        let said = format!("AADSTS{number}: x");
        let code = |endpoint| of(endpoint, "invalid_grant", &said).code();
        assert_eq!(code(Endpoint::Redeem), "sign-in-broken", "{number}");
        assert_ne!(code(Endpoint::Refresh), "sign-in-broken", "{number}");
        assert_ne!(code(Endpoint::Refresh), "sign-in-revoked", "{number}");
    }
    // A damaged token is no fault of the request, though both have the same number.
    let damaged = |endpoint, error| of(endpoint, error, "AADSTS9002313: x").code();
    assert_eq!(damaged(Endpoint::Redeem, "invalid_grant"), "sign-in-broken");
    assert_eq!(damaged(Endpoint::Refresh, "invalid_grant"), "sign-in-ended");
    for endpoint in [Endpoint::Redeem, Endpoint::Refresh] {
        assert_eq!(damaged(endpoint, "invalid_request"), "app-misconfigured");
    }
    let closed = of(Endpoint::Refresh, "invalid_grant", "AADSTS5000224: x");
    assert_eq!(closed.outcome(), Outcome::Blocked, "no loop of sign-ins");
    let policy = |endpoint| of(endpoint, "invalid_grant", "AADSTS53003: x").outcome();
    assert_eq!(policy(Endpoint::Refresh), Outcome::Reauthorize);
    assert_eq!(policy(Endpoint::App), Outcome::Blocked);
}

#[test]
fn one_sentence_tells_an_unmanaged_tenant_from_one_that_is_being_set_up() {
    let unmanaged = "Using application 'x' is currently not supported for your organization contoso.example because it \
                     is in an unmanaged state.";
    for (number, error) in [
        (650_051, "invalid_client"),
        (65005, "access_denied"),
        (65005, "invalid_client"),
    ] {
        let found = of(
            Endpoint::Authorize,
            error,
            &format!("AADSTS{number}: {unmanaged}"),
        );
        assert_eq!(found.code(), "tenant-unmanaged", "{number} {error}");
        assert_eq!(found.outcome(), Outcome::Blocked);
    }
    let appearing = of(
        Endpoint::Authorize,
        "invalid_client",
        "AADSTS650051: The principal is being created.",
    );
    assert_eq!(
        seen(&appearing),
        ("app-still-appearing", "The person who signs in".into())
    );
    let missing = of(
        Endpoint::Authorize,
        "invalid_client",
        "AADSTS65005: The app needs a service that your organization has not subscribed to or enabled.",
    );
    assert_eq!(missing.code(), "service-missing");
}

#[test]
fn a_clock_that_is_wrong_is_told_from_a_certificate_that_is() {
    for number in [50012, 50013, 50027, 700_027] {
        let code = |said: &str| {
            let said = format!("AADSTS{number}: {said}");
            of(Endpoint::App, "invalid_client", &said).code()
        };
        assert_eq!(
            code("The assertion is not within its valid time range."),
            "server-clock"
        );
        assert_eq!(
            code("The signature is invalid."),
            "server-credential-refused"
        );
    }
}

#[test]
fn each_kind_of_credential_has_words_of_its_own() {
    let remedy = |number: u32| {
        let said = format!("AADSTS{number}: x");
        let found = of(Endpoint::App, "invalid_client", &said);
        assert_eq!(found.code(), "server-credential-refused", "{number}");
        found.problem(&place()).remedy
    };
    assert!(remedy(7_000_222).contains("client secret"));
    assert!(remedy(7_000_218).contains("type Web"));
    assert!(remedy(700_025).contains("public client"));
    for number in [700_027, 700_030, 50012] {
        assert!(!remedy(number).contains("client secret"), "{number}");
        assert!(remedy(number).contains("certificate"), "{number}");
    }
}

#[test]
fn who_left_the_consent_page_is_not_said_to_have_declined() {
    let cancelled = Answer {
        error: "access_denied",
        suberror: Some("cancel"),
        ..Answer::default()
    };
    let found = of_oauth(Endpoint::Authorize, &cancelled);
    assert_eq!(found.code(), "left-without-consent");
    let problem = found.problem(&place());
    assert!(problem.remedy.contains("hand-off"), "{}", problem.remedy);
    assert_ne!(problem.role.as_deref(), Some("The person who signs in"));
    let numbered = Answer {
        description: "AADSTS65004: x",
        ..cancelled
    };
    assert_eq!(
        of_oauth(Endpoint::Authorize, &numbered).code(),
        "declined",
        "a number says it"
    );
}

#[test]
fn nothing_that_waits_is_promised_to_who_has_come_back() {
    for entry in &table().problem {
        for endpoint in [
            Endpoint::Authorize,
            Endpoint::Redeem,
            Endpoint::AdminConsent,
        ] {
            let found = named(&entry.code).at(endpoint);
            let from_microsoft = !entry.aadsts.is_empty() || entry.code.starts_with("microsoft-");
            if found.outcome() != Outcome::Wait || !from_microsoft {
                continue;
            }
            let problem = found.problem(&place());
            assert!(!problem.remedy.contains("automatically"), "{problem:?}");
            assert!(!problem.remedy.starts_with("No action"), "{problem:?}");
            assert_ne!(problem.role.as_deref(), Some("No role needed; wait"));
        }
    }
}

#[test]
fn what_waits_has_a_last_word_that_names_somebody() {
    for entry in &table().problem {
        let waits = named(&entry.code).outcome() == Outcome::Wait;
        let has_end = ["grant-spreading", "sign-in-awaited", "app-still-appearing"];
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

#[test]
fn nothing_of_the_description_is_repeated() {
    for endpoint in ENDPOINTS {
        let said = "AADSTS70008: <script>canary</script>";
        let found = of(endpoint, "invalid_grant", said);
        assert!(!format!("{:?}", found.problem(&place())).contains("canary"));
    }
    for error in ["<b>", "two words", "", &"x".repeat(65), "caf\u{e9}"] {
        let problem = of(Endpoint::Authorize, error, "").problem(&place());
        assert_eq!(problem.microsoft, None, "{error}");
    }
    let named = of(Endpoint::App, "never_seen", "").problem(&place());
    assert_eq!(named.microsoft.as_deref(), Some("never_seen"));
}

#[test]
fn numbers_that_are_none_are_not_read() {
    for said in [
        "AADSTS",
        "AADSTS: x",
        "AADSTS99999999999999999999",
        "AADSTS0",
        "aadsts65001",
        "AADSTS 65001",
    ] {
        let found = of(Endpoint::Redeem, "invalid_grant", said);
        assert_eq!(found.code(), "sign-in-broken", "{said}");
    }
    let endless = "AADSTS1 ".repeat(10_000);
    assert_eq!(
        of(Endpoint::Redeem, "invalid_grant", &endless).code(),
        "unknown-error"
    );
}

#[test]
fn both_tenants_are_named_and_neither_name_stands_for_another() {
    let found = named("other-tenant").between("{actual}", "{expected} {app}");
    let problem = found.problem(&place());
    assert_eq!(
        problem.detail,
        "This connection is for {actual}, and the sign-in came from {expected} {app}."
    );
}

#[test]
fn graph_refusals_are_told_apart_and_keep_graphs_own_code() {
    for (status, code, turn) in [
        (403, Some("Authorization_RequestDenied"), Outcome::Consent),
        (403, None, Outcome::Consent),
        (
            401,
            Some("Authorization_IdentityNotFound"),
            Outcome::Consent,
        ),
        (401, Some("InvalidAuthenticationToken"), Outcome::Wait),
        (401, None, Outcome::Wait),
        (429, Some("TooManyRequests"), Outcome::Wait),
        (503, None, Outcome::Wait),
        (400, Some("Request_BadRequest"), Outcome::Blocked),
        (418, None, Outcome::Blocked),
    ] {
        let found = of_graph(status, code);
        assert_eq!(found.outcome(), turn, "{status} {code:?}");
        let shown = found.problem(&place()).microsoft.unwrap();
        assert_eq!(shown, code.map_or(format!("HTTP {status}"), str::to_owned));
    }
}
