//! A kept page is recognised as the page was, and holds nothing of it.

use super::*;
use crate::find::{self, Here, Named, Outcome};
use crate::page;
use consentry_catalog::Catalog;
use consentry_wire::sighting::Control;
use proptest::prelude::*;

const APP: &str = "d62121f3-e023-4972-b6b0-794190c0fd98";
const OBJECT: &str = "1c6e8fe3-62a1-495e-8740-18ee55c1dfac";

fn control(id: u32, role: &str, name: &str, within: &[&str]) -> Control {
    Control {
        id,
        role: role.to_owned(),
        name: name.to_owned(),
        visible: true,
        within: within.iter().map(|role| (*role).to_owned()).collect(),
        ..Control::default()
    }
}

fn attr(mut control: Control, name: &str, value: &str) -> Control {
    control.attrs.insert(name.to_owned(), value.to_owned());
    control
}

fn permissions(tenant: &str) -> Sighting {
    Sighting {
        url: format!(
            "https://ms.portal.azure.com/#@contoso.onmicrosoft.com/view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/objectId/{OBJECT}/appId/{APP}"
        ),
        controls: vec![
            control(1, "heading", "Office 365 Mover | Permissions", &[]),
            attr(
                control(2, "link", "Permissions", &["navigation"]),
                "data-telemetryname",
                "Menu-Permissions",
            ),
            attr(
                control(3, "link", "Zebra sales", &["navigation"]),
                "data-telemetryname",
                "Menu-Zebra",
            ),
            control(
                4,
                "button",
                &format!("Grant admin consent for {tenant}"),
                &["main"],
            ),
            control(5, "button", "Ring Paula Zebra", &["main"]),
        ],
        probes: [("portal-tenant".to_owned(), tenant.to_owned())].into(),
        ..Sighting::default()
    }
}

fn app_list() -> Sighting {
    let row = |id: u32, name: &str, app_id: &str| Control {
        row: Some(format!("{name} https://zebra.example {OBJECT} {app_id}")),
        ..attr(
            control(id, "link", name, &["row", "grid", "main"]),
            "href",
            &format!("#app-{id}"),
        )
    };
    Sighting {
        url: "https://entra.microsoft.com/contoso.example/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview/menuId~/null".to_owned(),
        controls: vec![
            row(1, "Office 365 Mover", "5490c3ed-785d-422a-b558-a40890c0fd98"),
            row(2, "Office 365 Mover", APP),
            row(3, "Zebra Payroll", "11111111-785d-422a-b558-a40890c0fd98"),
        ],
        ..Sighting::default()
    }
}

fn properties() -> Sighting {
    let choice = |id: u32, name: &str, question: &str| Control {
        row: Some(format!("{question} {name}")),
        ..control(
            id,
            "radio",
            name,
            &["radiogroup", "listitem", "list", "main"],
        )
    };
    Sighting {
        url: format!(
            "https://portal.azure.com/#view/X/ManagedAppMenuBlade/~/Properties/objectId/{OBJECT}/appId/{APP}"
        ),
        controls: vec![
            choice(1, "Yes", "Visible to users?"),
            choice(2, "Yes", "Zuweisung erforderlich?"),
            choice(3, "No", "Zuweisung erforderlich?"),
        ],
        ..Sighting::default()
    }
}

fn consent() -> Sighting {
    Sighting {
        url: format!(
            "https://login.microsoftonline.com/contoso.example/oauth2/v2.0/authorize?client_id={APP}&scope=Sites.Manage.All%20api%3A%2F%2Fzebra%2FPay.Roll&redirect_uri=https%3A%2F%2Fzebra.example%2Fback"
        ),
        controls: vec![
            control(1, "heading", "Permissions requested", &[]),
            control(2, "heading", "Zebra Payroll", &[]),
            control(
                3,
                "checkbox",
                "Zustimmung im Namen Ihrer Organisation",
                &["form"],
            ),
            attr(
                attr(
                    control(4, "button", "Annehmen", &["form"]),
                    "name",
                    "idSIButton9",
                ),
                "type",
                "submit",
            ),
            attr(
                control(5, "button", "Abbrechen", &["form"]),
                "id",
                "idBtn_Back",
            ),
        ],
        probes: [("pgid".to_owned(), "ConvergedConsent".to_owned())].into(),
        ..Sighting::default()
    }
}

fn found(control: &str, sighting: &Sighting) -> Option<u32> {
    let ids = [APP.to_owned()];
    let named = Named {
        app: Some("Office 365 Mover"),
        client_ids: &ids,
        tenant: None,
        directory: None,
        here: Here::Right,
    };
    match find::find(
        Catalog::built_in(),
        &Catalog::built_in().controls[control],
        &[(0, sighting)],
        named,
    ) {
        Outcome::Found(found) => found.first().map(|found| found.control.id),
        _ => None,
    }
}

/// A page of these controls, as it is kept.
fn html_of(controls: Vec<Control>) -> String {
    let page = Sighting {
        url: "https://portal.azure.com/".to_owned(),
        controls,
        ..Sighting::default()
    };
    let mut kept = redact(Catalog::built_in(), &[(0, &page)], &Diagnosis::default());
    kept.files.remove("page.html").expect("it is kept")
}

fn mask_one(sighting: &Sighting) -> Sighting {
    masked(Catalog::built_in(), &[(0, sighting)]).remove(0).1
}

#[test]
fn what_a_dialog_of_the_page_covers_is_covered_when_it_is_kept() {
    let mut top = permissions("Contoso");
    let behind = |frames: &[(u32, &Sighting)]| -> Vec<bool> {
        let kept = masked(Catalog::built_in(), frames);
        kept.iter().map(|(_, one)| one.controls[0].behind).collect()
    };
    let part = app_list();
    assert_eq!(behind(&[(0, &top), (3, &part)]), [false, false]);
    top.modal = true;
    assert_eq!(behind(&[(0, &top), (3, &part)]), [false, true]);
}

#[test]
fn masked_are_letters_and_digits_and_the_shape_stays() {
    let mut sighting = consent();
    sighting.controls.extend([
        attr(control(6, "link", "Où, 12?", &[]), "href", "/é"),
        attr(control(7, "link", "Zu", &[]), "href", "#"),
    ]);
    let kept = redact(
        Catalog::built_in(),
        &[(0, &sighting)],
        &Diagnosis::default(),
    );
    let html = &kept.files[&kept.case.html];
    assert!(html.contains("xx, 00?"), "{html}");
    assert!(html.contains("#1"), "{html}");
    assert!(
        kept.case.url.contains("Sites.Manage.All"),
        "{}",
        kept.case.url
    );
    assert!(kept.case.url.contains("xxx.xxxx"), "{}", kept.case.url);
}

#[test]
fn a_kept_page_is_the_same_page_with_the_same_controls() {
    for (sighting, control, wanted) in [
        (permissions("Contoso"), "grant-admin-consent", 4),
        (permissions("Contoso"), "menu-permissions", 2),
        (app_list(), "app-row", 2),
        (properties(), "assignment-yes", 2),
        (consent(), "consent-tick", 3),
        (consent(), "consent-accept", 4),
        (consent(), "consent-cancel", 5),
    ] {
        let kept = mask_one(&sighting);
        let name = |sighting: &Sighting| {
            page::recognise(Catalog::built_in(), &[(0, sighting)], "")
                .page
                .name()
                .to_owned()
        };
        assert_eq!(name(&kept), name(&sighting), "{}", kept.url);
        assert_eq!(found(control, &sighting), Some(wanted), "{control}");
        assert_eq!(found(control, &kept), Some(wanted), "{control} when kept");
    }
}

#[test]
fn nothing_of_the_owner_is_kept() {
    for sighting in [permissions("Contoso"), app_list(), properties(), consent()] {
        let text = serde_json::to_string(&redact(
            Catalog::built_in(),
            &[(0, &sighting)],
            &Diagnosis::default(),
        ))
        .expect("JSON");
        for word in [
            "ontoso", "ebra", "aula", "Payroll", "Pay.Roll", OBJECT, "5490c3ed", "app-1",
        ] {
            assert!(!text.contains(word), "{word} in {text}");
        }
    }
}

#[test]
fn what_a_control_reads_and_what_its_row_has_in_columns_is_not_kept_either() {
    let mut page = permissions("Contoso");
    page.controls.push(Control {
        read: Some("Paula's zebra".to_owned()),
        columns: [("Zebra id".to_owned(), OBJECT.to_owned())].into(),
        row: Some("Zebra row".to_owned()),
        group: Some("Zebra group".to_owned()),
        ..control(6, "link", "Zebra", &["cell", "row"])
    });
    let kept = serde_json::to_string(&mask_one(&page)).expect("JSON");
    for word in ["ebra", "aula", OBJECT] {
        assert!(!kept.contains(word), "{word} in {kept}");
    }
}

#[test]
fn the_public_id_the_words_of_the_tables_and_the_grammar_stay() {
    let kept = redact(
        Catalog::built_in(),
        &[(0, &permissions("Contoso"))],
        &Diagnosis::default(),
    );
    assert_eq!(
        kept.case.url,
        format!(
            "https://ms.portal.azure.com/#@birchwood.example/view/Extension/ManagedAppMenuBlade/~/Permissions/objectId/00000000-0000-4000-8000-000000000001/appId/{APP}"
        )
    );
    let html = &kept.files["page.html"];
    assert!(
        html.contains("aria-label=\"Grant admin consent for Birchwood\""),
        "{html}"
    );
    assert!(
        html.contains("fxs-avatarmenu-tenant\">Birchwood<"),
        "{html}"
    );
    assert!(html.contains("data-telemetryname=\"Menu-xxxxx\""), "{html}");
}

#[test]
fn a_rows_words_stand_in_the_row_and_not_in_what_is_around_or_within_it() {
    let html = html_of(vec![Control {
        row: Some("Accept Cancel".to_owned()),
        ..control(1, "button", "Accept", &["cell", "row", "grid"])
    }]);
    assert!(
        html.contains("<div role=\"row\"><span>xxxxxx xxxxxx</span>\n"),
        "{html}"
    );
    assert_eq!(html.matches("<span>").count(), 1, "{html}");
}

#[test]
fn a_link_keeps_where_it_leads_by_kind_alone() {
    let mut page = permissions("Contoso");
    let links = [
        "",
        "#",
        "#zebra",
        "javascript:zebra()",
        "/zebra",
        "https://zebra.example/1",
        "/z",
    ];
    page.controls = (1..)
        .zip(links)
        .map(|(id, to)| attr(control(id, "link", "Zebra", &[]), "href", to))
        .collect();
    let kept = mask_one(&page).controls;
    let kept: Vec<&str> = kept
        .iter()
        .map(|link| link.attrs["href"].as_str())
        .collect();
    assert_eq!(
        kept,
        [
            "#",
            "#",
            "#1",
            "#",
            "#2",
            "https://elsewhere.example/3",
            "#4"
        ]
    );
}

#[test]
fn frames_are_kept_with_their_own_addresses() {
    let frame = Sighting {
        url: "https://sandbox-22-5.reactblade.portal.azure.net/Contoso".to_owned(),
        ..permissions("Contoso")
    };
    let kept = redact(
        Catalog::built_in(),
        &[(0, &app_list()), (7, &frame)],
        &Diagnosis::default(),
    );
    assert_eq!(
        kept.case.frames.iter().next(),
        Some((
            &"https://sandbox-1.reactblade.portal.azure.net/1".to_owned(),
            &"frame-1.html".to_owned()
        ))
    );
    assert!(
        kept.files["page.html"]
            .contains("<iframe src=\"https://sandbox-1.reactblade.portal.azure.net/1\">")
    );
    assert!(kept.files.contains_key("frame-1.html"));
}

proptest! {
    #[test]
    fn no_word_outside_of_the_tables_is_kept(
        word in "[a-zà-ÿ]{5,12}",
        role in proptest::sample::select(vec!["button", "link", "heading", "checkbox", "row"]),
        start in proptest::sample::select(vec!["", "Grant admin consent for ", "Office 365 Mover ", "Assignment required? ", "Accept ", "Permissions | "]),
    ) {
        // Marked, so that it is no word of a table by chance.
        let secret = format!("qz{word}");
        let text = format!("{start}{secret}");
        let mut control = control(1, role, &text, &["listitem", "main"]);
        for name in ["id", "name", "type", "href", "placeholder", "data-telemetryname", "data-test-id", "data-testid", "data-formelement", "aria-current"] {
            control.attrs.insert(name.to_owned(), secret.clone());
        }
        control.row = Some(text.clone());
        control.group = Some(text.clone());
        let sighting = Sighting {
            url: format!("https://portal.azure.com/{secret}?client_id={secret}&scope={secret}&prompt={secret}#@{secret}.example/view/{secret}/{secret}/~/{secret}/appId/{secret}/{secret}/{secret}?{secret}"),
            controls: vec![control],
            probes: [("portal-tenant".to_owned(), secret.clone())].into(),
            ..Sighting::default()
        };
        let kept = serde_json::to_string(&redact(Catalog::built_in(), &[(0, &sighting), (3, &sighting)], &Diagnosis::default())).expect("JSON");
        prop_assert!(!kept.to_lowercase().contains(&secret), "{} in {}", secret, kept);
    }

    #[test]
    fn no_sighting_panics(text in "\\PC{0,60}", url in "\\PC{0,60}") {
        let mut one = control(1, &text, &text, &[&text, "row"]);
        one.row = Some(text.clone());
        one.attrs.insert("href".to_owned(), text.clone());
        let sighting = Sighting { url: format!("https://portal.azure.com/{url}"), controls: vec![one], ..Sighting::default() };
        redact(Catalog::built_in(), &[(0, &sighting)], &Diagnosis::default());
    }
}

#[test]
fn scopes_and_hosts_that_everybody_knows_stay_in_an_address_and_others_do_not() {
    let kept = |rest: &str| {
        let sighting = Sighting {
            url: format!("https://login.microsoftonline.com/common/oauth2/v2.0/authorize?{rest}"),
            ..Sighting::default()
        };
        mask_one(&sighting).url
    };
    for (given, masked) in [
        ("scope=openid", "scope=openid"),
        ("scope=https://zebra.example/email", "scope=email"),
        ("scope=https://zebra.example/.default", "scope=.default"),
        ("scope=Zebra.Read", "scope=xxxxx.xxxx"),
        (
            "redirect_uri=https://app.mover.io/x",
            "redirect_uri=https%3A%2F%2Fapp.mover.io%2F",
        ),
        (
            "redirect_uri=https://zebra.example/x",
            "redirect_uri=https%3A%2F%2Felsewhere.example%2F",
        ),
    ] {
        let kept = kept(given);
        assert!(kept.ends_with(masked), "{kept}");
    }
}

#[test]
fn a_group_is_named_by_its_words_and_a_control_around_another_holds_it() {
    let group = Control {
        group: Some("Accept Cancel".to_owned()),
        ..control(1, "radio", "Yes", &["radiogroup", "main"])
    };
    let outer = control(2, "listitem", "Accept", &["list"]);
    let inner = Control {
        inside: Some(2),
        ..control(3, "button", "Accept", &["listitem", "list"])
    };
    let html = html_of(vec![group, outer, inner]);
    assert!(
        html.contains("<div role=\"radiogroup\" aria-label=\"xxxxxx xxxxxx\">"),
        "{html}"
    );
    assert_eq!(html.matches("xxxxxx xxxxxx").count(), 1, "{html}");
}

#[test]
fn a_field_that_holds_something_holds_a_letter_and_no_more() {
    let field = |filled: bool| {
        html_of(vec![Control {
            filled,
            ..control(1, "searchbox", "", &[])
        }])
    };
    assert!(
        field(true).contains("tabindex=\"0\">x</div>"),
        "{}",
        field(true)
    );
    assert!(
        field(false).contains("tabindex=\"0\"></div>"),
        "{}",
        field(false)
    );
}
