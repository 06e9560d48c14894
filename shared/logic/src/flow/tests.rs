use super::*;
use consentry_catalog::Catalog;
use proptest::prelude::*;

const HOST: &str = "https://login.microsoftonline.com";

fn at(path: &str) -> Step {
    step(
        Catalog::built_in(),
        &format!("{HOST}{path}"),
        "http://localhost:7430",
    )
}

#[test]
fn each_address_of_the_sign_in_is_the_step_it_is() {
    let begins = Step::Begins;
    for (path, wanted) in [
        (
            "/common/oauth2/v2.0/authorize?client_id=a",
            begins(Endpoint::Authorize),
        ),
        ("/COMMON/OAuth2/Authorize", begins(Endpoint::AuthorizeV1)),
        (
            "/birchwood.example/v2.0/adminconsent",
            begins(Endpoint::AdminConsent),
        ),
        (
            "/organizations/adminConsent",
            begins(Endpoint::AdminConsentV1),
        ),
        ("/common/login", Step::Continues),
        ("/login", Step::Continues),
        ("/common/reprocess?ctx=x&sessionid=y", Step::Continues),
        ("/kmsi", Step::Continues),
        ("/common/SAS/BeginAuth", Step::Continues),
        ("/common/SAS/ProcessAuth", Step::Returns),
        ("/common/Consent/Set", Step::Continues),
        ("/appverify", Step::Continues),
        ("/common/resume?ctx=x", Step::Returns),
        ("/login.srf", Step::Returns),
        ("/common/login.srf?client-request-id=x", Step::Returns),
        ("/common/federation/oauth2", Step::Returns),
        ("/common/federation/externalauthprovider", Step::Returns),
        (
            "/common/oauth2/deviceauth?otc=CODE&client_id=a",
            Step::DeviceCode,
        ),
        ("/device", Step::DeviceCode),
        ("/common/oauth2/deviceauth/", Step::DeviceCode),
        ("/common/wsfed?wtrealm=x&client_id=a", Step::Ends),
        ("/common/saml2?SAMLRequest=x&client_id=a", Step::Ends),
        ("/common/oauth2/v2.0/logout", Step::Ends),
        ("/", Step::Ends),
        ("/common/x/login", Step::Ends),
        ("/common/oauth2/v2.0/authorize/more", Step::Ends),
    ] {
        assert_eq!(at(path), wanted, "{path}");
    }
}

#[test]
fn other_sites_leave_the_sign_in_and_personal_accounts_have_device_codes_too() {
    for (address, wanted) in [
        ("https://sts.birchwood.example/adfs/ls/", Step::Leaves),
        ("https://portal.azure.com/", Step::Leaves),
        (
            "https://app.mover.io/common/oauth2/authorize?client_id=a",
            Step::Leaves,
        ),
        (
            "https://login.microsoftonline.com.evil.example/common/login",
            Step::Leaves,
        ),
        (
            "http://login.microsoftonline.com/common/login",
            Step::Leaves,
        ),
        ("https://login.live.com/ppsecure/post.srf", Step::Leaves),
        (
            "https://login.live.com/oauth20_remoteconnect.srf",
            Step::DeviceCode,
        ),
        ("", Step::Leaves),
        ("about:blank", Step::Leaves),
    ] {
        assert_eq!(
            step(Catalog::built_in(), address, "http://localhost:7430"),
            wanted,
            "{address}"
        );
    }
}

#[test]
fn the_endpoints_of_every_cloud_begin_a_request() {
    for host in [
        "login.microsoftonline.com",
        "login.microsoftonline.com.",
        "LOGIN.MICROSOFTONLINE.COM:443",
        "login.windows.net",
        "login.microsoft.com",
        "sts.windows.net",
        "login-us.microsoftonline.com",
        "login.microsoftonline.us",
        "login.usgovcloudapi.net",
        "login.partner.microsoftonline.cn",
        "login.chinacloudapi.cn",
        "login.sovcloud-identity.fr",
    ] {
        let address = format!("https://{host}/common/oauth2/v2.0/authorize");
        assert_eq!(
            step(Catalog::built_in(), &address, ""),
            Step::Begins(Endpoint::Authorize),
            "{host}"
        );
    }
}

const FLOWS: [Flow; 5] = [
    Flow::Unknown,
    Flow::Request,
    Flow::RequestElsewhere,
    Flow::DeviceCode,
    Flow::DeviceCodeElsewhere,
];

#[test]
fn the_automaton_is_this_table() {
    use Flow::{DeviceCode as D, DeviceCodeElsewhere as E, Request as R, RequestElsewhere as F};
    let u = Flow::Unknown;
    // After: unknown, a request, a request elsewhere, a device code, a device code elsewhere.
    for (step, wanted) in [
        (Step::Begins(Endpoint::AdminConsent), [R, R, R, R, R]),
        (Step::DeviceCode, [D, D, D, D, D]),
        (Step::Continues, [u, R, u, D, u]),
        (Step::Returns, [u, R, R, D, D]),
        (Step::Leaves, [u, F, F, E, E]),
        (Step::Ends, [u, u, u, u, u]),
        (Step::Restored, [u, u, u, u, u]),
    ] {
        assert_eq!(FLOWS.map(|flow| flow.after(step)), wanted, "{step:?}");
    }
}

/// What an expectation written in other words says of a walk: where the last request began, if every
/// step since then is on its way.
fn last_request(walk: &[Step]) -> Option<usize> {
    let began = walk
        .iter()
        .rposition(|step| matches!(step, Step::Begins(_)))?;
    let mut away = false;
    for step in &walk[began + 1..] {
        match step {
            Step::Leaves => away = true,
            Step::Returns => away = false,
            Step::Continues if !away => {}
            _ => return None,
        }
    }
    Some(began)
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        2 => Just(Step::Begins(Endpoint::Authorize)),
        1 => Just(Step::DeviceCode),
        4 => Just(Step::Continues),
        2 => Just(Step::Returns),
        1 => Just(Step::Ends),
        2 => Just(Step::Leaves),
        1 => Just(Step::Restored),
    ];
    proptest::collection::vec(step, 0..12)
}

proptest! {
    #[test]
    fn a_request_counts_exactly_while_known_steps_of_it_follow(walk in steps()) {
        let flow = walk.iter().fold(Flow::Unknown, |flow, step| flow.after(*step));
        prop_assert_eq!(flow.keeps_request(), last_request(&walk).is_some());
    }

    #[test]
    fn no_address_panics(rest in "\\PC{0,120}") {
        step(Catalog::built_in(), &format!("{HOST}/{rest}"), "");
        step(Catalog::built_in(), &rest, "");
    }
}
