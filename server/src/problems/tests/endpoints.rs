//! The same answer means something else at another endpoint, or beside other words.

use super::*;

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
