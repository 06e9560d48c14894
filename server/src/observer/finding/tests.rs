use super::*;
use crate::observer::snapshot::{Delegated, Enabled, Role};
use crate::store::observed::Kind as Row;
use consentry_catalog::Catalog;

const GRAPH_APP: &str = "00000003-0000-0000-c000-000000000000";
const MOVER: &str = "d62121f3-e023-4972-b6b0-794190c0fd98";

fn index() -> Index {
    let mut index = Index::default();
    let graph = App {
        app_id: GRAPH_APP.into(),
        name: "Microsoft Graph".into(),
        ..App::default()
    };
    index.add("graph", graph);
    index
}

fn named(app_id: &str, name: &str) -> Held {
    Held {
        app: Some(App {
            app_id: app_id.into(),
            name: name.into(),
            ..App::default()
        }),
        ..Held::default()
    }
}

fn granted(mut held: Held, scope: &str, audience: Audience) -> Held {
    let grant = Delegated {
        resource: "graph".into(),
        audience,
        scope: scope.into(),
    };
    held.add(
        Row::Delegated,
        &serde_json::to_string(&grant).unwrap_or_default(),
    );
    held
}

fn holding(mut held: Held, role: &str) -> Held {
    let role = Role {
        resource: "graph".into(),
        role: role.into(),
        since: None,
        holder: None,
    };
    held.add(Row::Role, &serde_json::to_string(&role).unwrap_or_default());
    held
}

fn codes(held: &Held) -> Vec<(&'static str, Risk)> {
    let all = findings(held, &index(), 0);
    all.into_iter()
        .map(|finding| (finding.code, finding.risk))
        .collect()
}

fn has(held: &Held, code: &str) -> bool {
    codes(held).iter().any(|(found, _)| *found == code)
}

#[test]
fn a_grant_for_everyone_counts_and_the_same_for_one_person_does_not() {
    let wide = granted(named("1", "a"), "Mail.ReadWrite", Audience::All);
    let own = granted(named("1", "a"), "Mail.ReadWrite", Audience::One("p".into()));
    let risk = permissions::judge(
        Catalog::built_in(),
        &Scope::parse("Mail.ReadWrite"),
        Kind::Delegated,
    )
    .risk;
    assert_eq!(has(&wide, "organization-wide-grant"), risk >= Risk::High);
    assert!(!has(&own, "organization-wide-grant"));
}

#[test]
fn the_risk_is_the_guards_own() {
    // RoleManagement.ReadWrite.Directory as an application.
    let held = holding(named("1", "a"), "9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8");
    assert!(codes(&held).contains(&("application-permission-critical", Risk::Critical)));
    let reason = findings(&held, &index(), 0)[0].reason.in_english();
    assert!(
        reason.contains("RoleManagement.ReadWrite.Directory"),
        "{reason}"
    );
}

#[test]
fn access_without_a_role_is_no_permission() {
    let held = holding(named("1", "a"), "00000000-0000-0000-0000-000000000000");
    assert!(
        !codes(&held)
            .iter()
            .any(|(code, _)| code.starts_with("application-permission"))
    );
}

#[test]
fn a_reported_app_is_found_by_its_id_whatever_it_is_called() {
    let held = named("ff8d92dc-3d82-41d6-bcbd-b9174d163620", "Harmless");
    assert!(codes(&held).contains(&("reported", Risk::Critical)));
}

#[test]
fn names_that_look_like_a_known_app_are_found_and_the_app_itself_is_not() {
    for name in [
        "Office 365 Mover",
        "Office 365 Movers",
        "\u{41e}ffice 365 Mover",
        "Office 365 M\u{200b}over",
    ] {
        assert!(has(&named("1", name), "look-alike"), "{name}");
        assert!(!has(&named(MOVER, name), "look-alike"), "{name}");
    }
    assert!(!has(&named("1", "Contoso Payroll"), "look-alike"));
}

#[test]
fn characters_nobody_sees_are_named() {
    for name in ["Office \u{202e}revoM", "Pay\u{200b}roll", "Pay\u{2066}roll"] {
        assert!(has(&named("1", name), "hidden-characters"), "{name:?}");
    }
    for name in ["Payroll", "Überwachung", "給与  計算", "שכר", "İstanbul"] {
        assert!(!has(&named("1", name), "hidden-characters"), "{name:?}");
    }
}

#[test]
fn two_apps_whose_names_cannot_be_told_apart_are_found_and_two_of_one_name_are_not() {
    let mut index = index();
    let add = |index: &mut Index, id: &str, name: &str| {
        index.add(
            id,
            App {
                app_id: id.into(),
                name: name.into(),
                ..App::default()
            },
        );
    };
    add(&mut index, "1", "Payroll");
    add(&mut index, "2", "payroll");
    let found = |index: &Index| {
        let all = findings(&named("1", "Payroll"), index, 0);
        all.iter().any(|finding| finding.code == "look-alike")
    };
    assert!(!found(&index));
    add(&mut index, "3", "P\u{430}yroll");
    assert!(found(&index));
}

#[test]
fn nobody_signs_in_to_a_managed_identity() {
    let mut held = granted(named("1", "a"), "User.Read", Audience::All);
    assert!(has(&held, "open-to-everyone"));
    held.app.get_or_insert_default().kind = Some("ManagedIdentity".into());
    assert!(!has(&held, "open-to-everyone"));
}

#[test]
fn each_way_of_being_disabled_is_named() {
    let mut held = named("1", "a");
    if let Some(app) = held.app.as_mut() {
        app.enabled = Enabled {
            account: Some(false),
            microsoft: Some(false),
            ..Enabled::default()
        };
    }
    let all = findings(&held, &index(), 0);
    let disabled = all.iter().find(|finding| finding.code == "disabled");
    let reason = disabled
        .map(|finding| finding.reason.in_english())
        .unwrap_or_default();
    assert!(
        reason.contains("administrator") && reason.contains("by Microsoft"),
        "{reason}"
    );
}

#[test]
fn a_profile_says_what_is_too_much_and_what_is_missing() {
    let held = granted(
        named(MOVER, "Office 365 Mover"),
        "Mail.Send User.Read openid",
        Audience::All,
    );
    let all = findings(&held, &index(), 0);
    let reason = |code: &str| {
        let found = all.iter().find(|finding| finding.code == code);
        found
            .map(|finding| finding.reason.in_english())
            .unwrap_or_default()
    };
    assert!(reason("beyond-profile").contains("Mail.Send"));
    assert!(!reason("beyond-profile").contains("openid"));
    assert!(reason("short-of-profile").contains("Sites.FullControl.All"));
    assert!(!has(&named(MOVER, "Office 365 Mover"), "short-of-profile"));
}

#[test]
fn an_app_registered_elsewhere_than_its_profile_says_is_found() {
    let mut held = named(MOVER, "Office 365 Mover");
    if let Some(app) = held.app.as_mut() {
        app.owner_tenant = Some("11111111-2222-4333-8444-555555555555".into());
    }
    assert!(codes(&held).contains(&("owner-differs", Risk::High)));
}

#[test]
fn a_credential_that_ends_is_a_finding_a_month_before() {
    let mut held = named("1", "a");
    let day = 24 * 60 * 60 * 1000;
    if let Some(app) = held.app.as_mut() {
        app.credential_ends = Some(100 * day);
    }
    let at = |now: u64| -> Vec<&str> {
        let all = findings(&held, &index(), now);
        all.iter().map(|finding| finding.code).collect()
    };
    assert!(at(60 * day).is_empty());
    assert_eq!(at(80 * day), ["credential-ends"]);
    assert_eq!(at(101 * day), ["credential-ended"]);
}

#[test]
fn every_reason_has_its_words_and_every_place_in_them_is_filled() {
    let mut held = granted(
        holding(
            holding(
                named(MOVER, "Offi\u{200b}ce 365 Mover"),
                "9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8",
            ),
            "810c84a8-4a9e-49e6-bf7d-12d183f40d01",
        ),
        "Mail.ReadWrite",
        Audience::All,
    );
    let imitator = named("1", "Office 365 Mover");
    let reported = named("ff8d92dc-3d82-41d6-bcbd-b9174d163620", "Harmless");
    let app = held.app.get_or_insert_default();
    app.owner_tenant = Some("11111111-2222-4333-8444-555555555555".into());
    app.credential_ends = Some(1);
    app.enabled.account = Some(false);
    let mut open = held.clone();
    open.app.get_or_insert_default().enabled.account = None;
    let mut soon = held.clone();
    soon.app.get_or_insert_default().credential_ends = Some(9);
    let all = [&held, &open, &soon, &imitator, &reported].map(|held| findings(held, &index(), 5));
    let mut found: BTreeSet<&str> = BTreeSet::new();
    for finding in all.iter().flatten() {
        found.insert(finding.code);
        let text = finding.reason.in_english();
        assert!(
            !text.contains("apps-reason") && !text.contains('{'),
            "{text}"
        );
        assert!(consentry_text::words::has(&format!(
            "apps-finding-{}",
            finding.code
        )));
    }
    assert_eq!(found.len(), 13, "{found:?}");
}
