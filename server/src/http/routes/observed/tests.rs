use super::*;
use consentry_catalog::Catalog;

const APP: &str = "22222222-2222-4333-8444-555555555555";
const TENANT: &str = "11111111-2222-4333-8444-555555555555";

fn microsoft() -> config::Microsoft {
    let cloud = CLOUDS[0];
    config::Microsoft {
        login: cloud.login.into(),
        graph: cloud.graph.into(),
        portal: cloud.portal.into(),
        admin: cloud.admin.into(),
        authority: Authority::Organizations,
        ca: None,
        resolve: Vec::new(),
    }
}

fn named(text: &str) -> Result<Named, String> {
    named_by(text, &microsoft()).map_err(|error| error.problem().code)
}

fn asks(text: &str) -> Asked {
    let named = named(text).unwrap();
    asked(named.client_id, None, named.link.as_ref()).unwrap()
}

#[test]
fn an_app_is_named_by_its_id_a_consent_link_or_its_page_in_the_portal() {
    for text in [
        APP.to_owned(),
        format!("{{{}}}", APP.to_uppercase()),
        format!(
            "https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id={APP}&scope=User.Read"
        ),
        format!("https://login.windows.net/{TENANT}/adminconsent?client_id={APP}"),
        format!(
            "https://portal.azure.com/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Overview/objectId/{TENANT}/appId/{APP}"
        ),
        format!(
            "https://entra.microsoft.com/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/appId/{APP}"
        ),
    ] {
        assert_eq!(named(&text).unwrap().client_id, APP, "{text}");
    }
}

#[test]
fn what_names_no_app_or_two_is_refused_by_name() {
    let login = "https://login.microsoftonline.com";
    for (text, code) in [
        ("mover".to_owned(), "app-link-unknown"),
        (
            format!(
                "https://login.microsoftonline.com.evil.example/common/adminconsent?client_id={APP}"
            ),
            "app-link-unknown",
        ),
        (
            format!("https://app.example/?client_id={APP}"),
            "app-link-unknown",
        ),
        (format!("javascript:alert('{APP}')"), "app-link-unknown"),
        (
            format!("{login}/common/oauth2/v2.0/authorize"),
            "app-link-unknown",
        ),
        (
            format!("{login}/common/oauth2/v2.0/logout?client_id={APP}"),
            "app-link-unknown",
        ),
        (
            "https://portal.azure.com/#home".to_owned(),
            "app-link-unknown",
        ),
        (
            format!(
                "{login}/common/oauth2/v2.0/authorize?client_id={APP}&x={}",
                "x".repeat(LONGEST)
            ),
            "app-link-unknown",
        ),
        (
            format!("{login}/common/oauth2/v2.0/authorize?client_id={APP}&client_id={TENANT}"),
            "app-conflict",
        ),
        (
            format!("{login}/common/oauth2/v2.0/authorize?client_id=accept"),
            "app-conflict",
        ),
        (
            format!(
                "https://portal.azure.com/#view/A/ManagedAppMenuBlade/appId/{APP}/appId/{TENANT}"
            ),
            "app-conflict",
        ),
        (
            format!("https://login.microsoftonline.us/common/adminconsent?client_id={APP}"),
            "app-other-cloud",
        ),
        (
            format!("https://portal.azure.cn/#view/A/ManagedAppMenuBlade/appId/{APP}"),
            "app-other-cloud",
        ),
    ] {
        assert_eq!(
            named(&text).map(|named| named.client_id),
            Err(code.to_owned()),
            "{text}"
        );
    }
}

#[test]
fn a_link_says_what_is_asked_for_and_for_whom() {
    let login = "https://login.microsoftonline.com/common";
    let one = asks(&format!(
        "{login}/oauth2/v2.0/authorize?client_id={APP}&scope=openid+https://graph.microsoft.com/Mail.Read+https://outlook.office.com/EWS.AccessAsUser.All"
    ));
    assert_eq!(one.source, Expectation::Link);
    assert_eq!(
        one.delegated,
        [
            "Mail.Read",
            "https://outlook.office.com/EWS.AccessAsUser.All"
        ]
    );
    assert!(!one.for_everybody);
    let all = asks(&format!(
        "{login}/v2.0/adminconsent?client_id={APP}&scope=Mail.Read"
    ));
    assert!(all.for_everybody && all.delegated == ["Mail.Read"]);
}

#[test]
fn a_link_that_asks_for_the_whole_or_for_nothing_leaves_it_unknown() {
    let login = "https://login.microsoftonline.com/common";
    for rest in [
        "/adminconsent?",
        "/v2.0/adminconsent?scope=https://graph.microsoft.com/.default&",
        "/oauth2/v2.0/authorize?scope=openid+profile&",
        "/oauth2/v2.0/authorize?scope=Mail.Read&prompt=admin_consent&",
        "/oauth2/authorize?resource=https://graph.microsoft.com&",
    ] {
        let asked = asks(&format!("{login}{rest}client_id={APP}"));
        assert_eq!(asked.source, Expectation::Unknown, "{rest}");
        assert!(asked.delegated.is_empty(), "{rest}");
    }
}

#[test]
fn a_profile_says_more_than_a_link() {
    let mover = profiles::by_id(Catalog::built_in(), "office-365-mover").unwrap();
    let asked = asked(APP.into(), Some(mover), None).unwrap();
    assert_eq!(asked.source, Expectation::Profile);
    assert!(
        asked.application.contains(&"Sites.Read.All".to_owned()),
        "{asked:?}"
    );
    assert!(!asked.delegated.iter().any(|scope| scope == "openid"));
}
