use super::*;
use consentry_catalog::Catalog;
use proptest::prelude::*;
use url::Url;

const BACKEND: &str = "http://localhost:7430";
const APP: &str = "d62121f3-e023-4972-b6b0-794190c0fd98";

#[test]
fn the_tenant_is_read_from_path_and_fragment() {
    const TENANT: &str = "20e6ec45-9bc2-41d2-88f2-df4da88d9417";
    for (address, wanted) in [
        (
            format!("https://login.microsoftonline.com/{TENANT}/oauth2/v2.0/authorize?client_id=x"),
            Some(TENANT),
        ),
        (
            format!(
                "https://login.microsoftonline.com/{}/adminconsent",
                TENANT.to_uppercase()
            ),
            Some(TENANT),
        ),
        (
            "https://login.microsoftonline.com/Birchwood.example/v2.0/adminconsent".to_owned(),
            Some("birchwood.example"),
        ),
        (
            "https://login.microsoftonline.com/common/login".to_owned(),
            None,
        ),
        (
            "https://login.microsoftonline.com/organizations/oauth2/authorize".to_owned(),
            None,
        ),
        ("https://login.microsoftonline.com/kmsi".to_owned(), None),
        (
            "https://portal.azure.com/#@birchwood.onmicrosoft.com/view/X/Y".to_owned(),
            Some("birchwood.onmicrosoft.com"),
        ),
        (
            format!("https://entra.microsoft.com/{TENANT}/#view/X/Y"),
            Some(TENANT),
        ),
        ("https://entra.microsoft.com/#view/X/Y".to_owned(), None),
        ("https://portal.azure.com/v2.0/x".to_owned(), None),
    ] {
        assert_eq!(tenant(&address).as_deref(), wanted, "{address}");
    }
}

#[test]
fn hosts_are_told_apart_exactly() {
    for (address, wanted) in [
        ("https://portal.azure.com/", Some(Site::Portal)),
        ("https://ms.portal.azure.com/#home", Some(Site::Portal)),
        ("https://entra.microsoft.com/", Some(Site::Portal)),
        ("https://preview.portal.azure.com/", Some(Site::Portal)),
        ("https://rc.portal.azure.com/", Some(Site::Portal)),
        ("https://aad.portal.azure.com/", Some(Site::Portal)),
        ("https://portal.azure.us/", Some(Site::Portal)),
        ("https://portal.azure.cn/", Some(Site::Portal)),
        ("https://entra.microsoft.us/", Some(Site::Portal)),
        ("https://entra.microsoftonline.cn/", Some(Site::Portal)),
        (
            "https://ENTRA.microsoft.COM/birchwood.example/#view/X/Y",
            Some(Site::Portal),
        ),
        ("https://portal.azure.com.mcas.ms/", Some(Site::Portal)),
        ("https://portal.azure.us.mcas-gov.us/", Some(Site::Portal)),
        (
            "https://entra.microsoft.com.admin-mcas.ms/",
            Some(Site::Portal),
        ),
        (
            "https://login.microsoftonline.com.mcas.ms/common/login",
            Some(Site::Login),
        ),
        (
            "https://login.microsoftonline.us.mcas-gov.ms/",
            Some(Site::Login),
        ),
        (
            "https://login.microsoftonline.us/common/oauth2/authorize",
            Some(Site::Login),
        ),
        (
            "https://login.partner.microsoftonline.cn/",
            Some(Site::Login),
        ),
        (
            "https://sandbox-1.reactblade.portal.azure.net.mcas.ms/x",
            Some(Site::Frame),
        ),
        (
            "https://sandbox-22-5.reactblade-ms.portal.azure.net/x",
            Some(Site::Frame),
        ),
        (
            "https://sandbox-3.reactblade-rc.portal.azure.net/x",
            Some(Site::Frame),
        ),
        (
            "https://afd-v2.hosting.portal.azure.net/x",
            Some(Site::Frame),
        ),
        (
            "https://account.live.com/Consent/Update",
            Some(Site::Personal),
        ),
        ("https://portal.azure.com.mcas.ms.evil.example/", None),
        ("https://evil.example.mcas.ms/", None),
        ("https://portal.azure.com.mcas.ms.mcas.ms/", None),
        ("https://mcas.ms/", None),
        ("https://xn--portal-azure-com.example/", None),
        ("https://p\u{43e}rtal.azure.com/", None),
        ("https://portal.azure.com./", Some(Site::Portal)),
        ("https://portal.azure.com../", None),
        ("https://LOGIN.microsoftonline.com.:443/", Some(Site::Login)),
        (
            "https://certauth.login.microsoftonline.com/",
            Some(Site::Login),
        ),
        ("https://sts.windows.net/common/", Some(Site::Login)),
        ("https://login.microsoftonline.com..evil.example/", None),
        ("https://portal.azure.com:8443/", None),
        ("https://intune.microsoft.com/", None),
        ("https://reactblade.portal.azure.net/", None),
        (
            "https://sandbox-1.reactblade.portal.azure.net/x",
            Some(Site::Frame),
        ),
        (
            "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
            Some(Site::Login),
        ),
        (
            "https://login.live.com/oauth20_authorize.srf",
            Some(Site::Personal),
        ),
        ("https://app.mover.io/", Some(Site::Entry)),
        (
            "http://localhost:7430/h/0123456789abcdef",
            Some(Site::HandOff),
        ),
        ("http://localhost:9999/h/0123456789abcdef", None),
        ("http://localhost:7430/elsewhere", None),
        ("https://portal.azure.com.evil.example/", None),
        ("https://evilportal.azure.com/", None),
        ("https://login.microsoftonline.com.evil.example/", None),
        ("http://portal.azure.com/", None),
        ("https://portal.azure.com@evil.example/", None),
        ("not an address", None),
    ] {
        assert_eq!(
            site(Catalog::built_in(), address, BACKEND),
            wanted,
            "{address}"
        );
    }
}

#[test]
fn nothing_secret_of_an_address_is_kept() {
    let cleaned = clean(
        Catalog::built_in(),
        "https://user:pass@login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=abc&state=SECRET1&nonce=SECRET2&code=SECRET3&login_hint=SECRET4&redirect_uri=http%3A%2F%2Flocalhost%3A7430%2Foauth%2Fcallback%3Fx%3DSECRET5#code=SECRET6",
    );
    assert_eq!(
        cleaned,
        "https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=abc&redirect_uri=http%3A%2F%2Flocalhost%3A7430%2Foauth%2Fcallback"
    );
    assert_eq!(
        clean(
            Catalog::built_in(),
            "https://app.mover.io/wizard?connection=1#consentry=0123456789abcdef"
        ),
        "https://app.mover.io/wizard"
    );
    assert_eq!(
        clean(
            Catalog::built_in(),
            "http://localhost:7430/h/0123456789abcdefXYZ"
        ),
        "http://localhost:7430/h/"
    );
}

#[test]
fn scopes_that_name_their_resource_stay_a_list() {
    let scope = |address: &str| {
        let url = Url::parse(&clean(Catalog::built_in(), address)).unwrap();
        url.query_pairs()
            .find(|(key, _)| key == "scope")
            .map(|(_, value)| value.into_owned())
    };
    assert_eq!(
        scope(
            "https://login.microsoftonline.com/common/oauth2/v2.0/authorize?scope=https%3A%2F%2Fgraph.microsoft.com%2FSites.Manage.All%20openid+profile"
        )
        .as_deref(),
        Some("https://graph.microsoft.com/Sites.Manage.All openid profile")
    );
    assert_eq!(
        scope("https://login.microsoftonline.com/common?scope=https%3A%2F%2Fx.example%2Fa%3Fcode%3DSECRET%20openid").as_deref(),
        Some("https://x.example/a openid")
    );
}

#[test]
fn a_portal_route_survives_cleaning() {
    let address = "https://portal.azure.com/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview";
    assert_eq!(clean(Catalog::built_in(), address), address);
}

#[test]
fn a_handle_counts_on_our_pages_and_the_apps_only() {
    let handle = |address: &str| handle(Catalog::built_in(), address, BACKEND);
    assert_eq!(
        handle("http://localhost:7430/h/0123456789abcdef").as_deref(),
        Some("0123456789abcdef")
    );
    assert_eq!(
        handle("https://app.mover.io/wizard#consentry=0123456789abcdef").as_deref(),
        Some("0123456789abcdef")
    );
    assert_eq!(
        handle("https://portal.azure.com/#consentry=0123456789abcdef"),
        None
    );
    assert_eq!(
        handle("http://localhost:7430/done#consentry=0123456789abcdef").as_deref(),
        Some("0123456789abcdef")
    );
    for elsewhere in ["http://localhost:7431/done", "http://localhost:7430/apps"] {
        let address = format!("{elsewhere}#consentry=0123456789abcdef");
        assert_eq!(handle(&address), None, "{elsewhere}");
    }
    assert_eq!(handle("https://app.mover.io/#consentry=short"), None);
    assert_eq!(
        handle("https://app.mover.io/#consentry=../../../../etc/passwd"),
        None
    );
}

#[test]
fn a_host_with_a_capital_before_a_letter_of_another_script_is_nobodys() {
    for host in [
        "Aé.example",
        "portal.Azuré.com",
        "PORTAL.AZURÉ.COM",
        "%41é.example",
    ] {
        assert_eq!(
            site(Catalog::built_in(), &format!("https://{host}/"), BACKEND),
            None,
            "{host}"
        );
    }
}

#[test]
fn a_kept_address_has_no_handle_however_short_and_whatever_follows() {
    for rest in [
        "AAAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAAAAAAAAAAA/x",
        "AAAAAAAAAAAAAAAAAAAAAAAA%01",
    ] {
        let address = format!("{BACKEND}/h/{rest}");
        assert_eq!(
            clean(Catalog::built_in(), &address),
            format!("{BACKEND}/h/")
        );
        assert_eq!(
            site(
                Catalog::built_in(),
                &clean(Catalog::built_in(), &address),
                BACKEND
            ),
            site(Catalog::built_in(), &address, BACKEND)
        );
    }
}

#[test]
fn the_portals_own_application_is_known_however_its_id_is_written() {
    assert!(is_portal_app(
        Catalog::built_in(),
        "C44B4083-3bb0-49c1-b47d-974e53cbdf3c"
    ));
    assert!(!is_portal_app(Catalog::built_in(), APP));
}

#[test]
fn what_is_no_domain_names_no_organization() {
    for (path, tenant) in [
        ("birchwood.example", Some("birchwood.example")),
        ("-birchwood.example", None),
        ("birchwood..example", None),
        ("birch_wood.example", None),
        ("v2.0", None),
    ] {
        let url = format!("https://login.microsoftonline.com/{path}/oauth2/v2.0/authorize");
        assert_eq!(super::tenant::tenant(&url).as_deref(), tenant, "{path}");
    }
}

proptest! {

    #[test]
    fn a_host_that_only_looks_alike_is_nothing(
        head in "[a-z0-9-]{1,12}",
        host in proptest::sample::select(vec!["portal.azure.com", "entra.microsoft.com", "login.microsoftonline.com", "portal.azure.com.mcas.ms"]),
        tail in "[a-z]{2,8}\\.(example|com|ms|net)",
    ) {
        prop_assert_eq!(site(Catalog::built_in(), &format!("https://{host}.{tail}/"), BACKEND), None);
        prop_assert_eq!(site(Catalog::built_in(), &format!("https://{head}{host}/"), BACKEND), None);
        prop_assert_eq!(site(Catalog::built_in(), &format!("https://{host}@{tail}/"), BACKEND), None);
    }

    #[test]
    fn no_address_panics(address in "\\PC{0,200}") {
        site(Catalog::built_in(), &address, BACKEND);
        clean(Catalog::built_in(), &address);
        handle(Catalog::built_in(), &address, BACKEND);
        tenant(&format!("https://portal.azure.com/#{address}"));
    }

    #[test]
    fn no_host_panics(host in "[A-Ca-c.:@%éßİ漢\\u{200d}-]{1,12}", back in "[/\\\\]{0,3}") {
        for address in [format!("https://{host}/x"), format!("https:{back}{host}"), format!("//{host}")] {
            site(Catalog::built_in(), &address, BACKEND);
            clean(Catalog::built_in(), &address);
            tenant(&address);
        }
    }

    #[test]
    fn cleaning_twice_changes_nothing(path in "[a-z/~@#?&=%.0-9]{0,80}") {
        let once = clean(Catalog::built_in(), &format!("https://portal.azure.com/{path}"));
        prop_assert_eq!(clean(Catalog::built_in(), &once), once);
    }
}

#[test]
fn a_manifests_pattern_is_the_sign_ins_where_all_that_it_covers_is() {
    for (pattern, is) in [
        ("https://login.microsoftonline.com/*", true),
        ("https://login.microsoftonline.us/*", true),
        ("https://*.portal.azure.com/*", false),
        ("https://app.mover.io/*", false),
        ("https://login.live.com/*", false),
        ("https://*.microsoftonline.com/*", false),
        ("<all_urls>", false),
    ] {
        assert_eq!(
            is_sign_in_pattern(Catalog::built_in(), pattern),
            is,
            "{pattern}"
        );
    }
}

#[test]
fn a_host_that_is_only_a_dot_before_a_domain_is_none_of_its_hosts() {
    assert!(covers(".azure.example", "portal.azure.example"));
    for host in [".azure.example", "azure.example", "notazure.example"] {
        assert!(!covers(".azure.example", host), "{host}");
    }
}

#[test]
fn the_fragment_is_kept_of_a_portal_address_alone() {
    let kept = |address: &str| clean(Catalog::built_in(), address);
    assert_eq!(
        kept("https://portal.azure.com/#home"),
        "https://portal.azure.com/#home"
    );
    assert_eq!(kept("https://app.mover.io/#home"), "https://app.mover.io/");
}

#[test]
fn a_handle_has_letters_digits_and_both_strokes() {
    let read = |text: &str| {
        handle(
            Catalog::built_in(),
            &format!("https://app.mover.io/#consentry={text}"),
            "",
        )
    };
    for text in ["abcdefghij-klmnop-01", "abcdefghij_klmnop_01"] {
        assert_eq!(read(text).as_deref(), Some(text));
    }
    assert_eq!(read("abcdefghij.klmnop.01"), None);
}

#[test]
fn what_follows_a_redirect_address_is_not_kept_whatever_its_scheme() {
    for redirect in [
        "https://app.example/back",
        "msauth.example://auth",
        "urn:ietf:wg:oauth:2.0:oob",
    ] {
        let address = format!(
            "https://login.microsoftonline.com/common/oauth2/v2.0/authorize?redirect_uri={redirect}%3Fsecret%3D1%23secret"
        );
        let kept = clean(Catalog::built_in(), &address);
        assert!(!kept.contains("secret"), "{kept}");
        assert!(kept.contains("redirect_uri="), "{kept}");
    }
}

#[test]
fn of_what_is_no_web_address_the_scheme_alone_is_kept() {
    for (address, kept) in [
        ("file:///home/adele/passwords.html", "file:"),
        // The `url` crate reads what it wrote of this one as another address.
        ("file://a//t://7s", "file:"),
        ("chrome-extension://abcdef/panel.html", "chrome-extension:"),
        ("about:blank", "about:"),
        ("data:text/html,secret", "data:"),
        ("ftp:t", ""),
        ("wss://socket.example/x", ""),
    ] {
        assert_eq!(clean(Catalog::built_in(), address), kept);
        assert_eq!(clean(Catalog::built_in(), kept), kept);
    }
}
