//! Microsoft's numbers: read wherever they stand, and the most telling one decides.

use super::*;

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
    assert_eq!(wrapped.code(), "unknown-refusal");
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
fn a_number_in_the_name_of_an_app_is_not_the_cause() {
    for said in [
        "AADSTS50105: The user is not assigned to the application 'x'(AADSTS7000222 Helper).",
        "AADSTS50105 : L'application « AADSTS65004 » n'est pas attribuée.",
        "AADSTS50105：'AADSTS53003' に割り当てられていません。",
    ] {
        let found = of(Endpoint::Authorize, "access_denied", said);
        assert_eq!(found.code(), "not-assigned", "{said}");
    }
    let alone = of(Endpoint::Authorize, "access_denied", "No (AADSTS65004).");
    assert_eq!(alone.code(), "declined");
}
