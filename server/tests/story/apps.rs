//! The inventory: for people with a role of the observer, of their own tenant, for an hour; and whatever an app calls
//! itself is text.

use crate::fake::{CLIENT_SECRET, ELSEWHERE, OBSERVER, TENANT};
use crate::kit::{Browser, Server, client, location};
use consentry_server::config::Raw;
use consentry_server::observer::rows::Tenant;
use consentry_server::store::observed::{Accepted, Kind, NewChange, Page, Row};
use reqwest::{Response, StatusCode};
use serde_json::{Value, json};
use std::collections::HashMap;
use url::Url;

const HOSTILE: &str = "<script>alert(1)</script>\"'&\u{202e}=HYPERLINK(\"x\")";

fn row(app: &str, kind: Kind, id: &str, body: &Value) -> Row {
    Row {
        app: app.into(),
        kind,
        id: id.into(),
        body: body.to_string(),
    }
}

/// Two apps of a tenant, with the tenant's name in theirs.
fn rows(place: &str) -> Vec<Row> {
    let app = |name: &str, id: &str| {
        json!({"app_id": format!("app-{id}-{place}"), "name": name,
        "enabled": {"account": true, "owner": true, "microsoft": true, "deleted": false}})
    };
    let one = format!("one-{place}");
    let two = format!("two-{place}");
    vec![
        row(
            &one,
            Kind::App,
            &one,
            &app(&format!("Mail robot of {place}"), "one"),
        ),
        row(
            &one,
            Kind::Delegated,
            "g",
            &json!({"resource": "api", "for": "all", "scope": "Mail.ReadWrite Secret.Of.AppOne"}),
        ),
        row(
            &one,
            Kind::Assigned,
            "a",
            &json!({"id": "p", "kind": "User", "name": format!("Adele of {place}")}),
        ),
        row(&two, Kind::App, &two, &app(HOSTILE, "two")),
    ]
}

/// A third app, which was reported as malicious.
fn reported(place: &str) -> Row {
    let bad = format!("bad-{place}");
    let body = json!({"app_id": "ff8d92dc-3d82-41d6-bcbd-b9174d163620", "name": "Backup"});
    row(&bad, Kind::App, &bad, &body)
}

/// A server that has read two organizations.
async fn start() -> Server {
    let server = Server::start_as(|raw: &mut Raw| {
        let observer = json!({"tenant": [TENANT, ELSEWHERE], "client_id": OBSERVER,
            "client_secret": CLIENT_SECRET, "every_minutes": 0});
        let read: Raw = serde_json::from_value(json!({ "observer": observer })).unwrap();
        raw.observer = read.observer;
    })
    .await;
    for (tenant, place) in [(TENANT, "Birchwood"), (ELSEWHERE, "Oakfield")] {
        let store = &server.state.store;
        store.begin_round(tenant.into(), "{}".into()).await.unwrap();
        let page = Page {
            rows: rows(place),
            list: "servicePrincipals".into(),
            progress: Some(json!({"complete": true, "done": true}).to_string()),
            round: 1,
            pass: 1,
            ..Page::default()
        };
        store.add_page(tenant.into(), page).await.unwrap();
        let state = Tenant {
            id: tenant.into(),
            name: place.into(),
            rounds: 1,
            ended: 1_764_500_000_000,
            ..Tenant::default()
        };
        let change = json!({"id": "c", "kind": "delegated-added", "who": null, "when": null, "for": "all",
            "found": "2026-11-30T08:00:00Z", "scope": format!("Scope.Of.{place}"),
            "app": {"object_id": format!("one-{place}"), "app_id": "a", "name": HOSTILE}});
        let accepted = Accepted {
            state: serde_json::to_string(&state).unwrap(),
            changes: vec![NewChange {
                app: format!("one-{place}"),
                content: "c".into(),
                body: change.to_string(),
            }],
            ..Accepted::default()
        };
        store.accept(tenant.into(), accepted).await.unwrap();
    }
    server
}

async fn press(server: &Server, browser: &mut Browser, path: &str) -> Response {
    let request = client()
        .post(format!("{}{path}", server.base))
        .header("origin", "null")
        .header("sec-fetch-site", "same-origin");
    browser.send(request).await
}

/// From the button to the way back.
async fn come_back(server: &Server, browser: &mut Browser, tenant: &str) -> Response {
    let response = press(server, browser, &format!("/apps/{tenant}/sign-in")).await;
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    let authorize = Url::parse(location(&response)).unwrap();
    assert!(
        authorize.path().starts_with(&format!("/{tenant}/")),
        "{authorize}"
    );
    let query: HashMap<_, _> = authorize.query_pairs().into_owned().collect();
    assert_eq!(query["client_id"], OBSERVER);
    assert_eq!(query["scope"], "openid profile");
    if tenant == ELSEWHERE {
        server.fake.world().claims = Some(|claims| {
            let iss = claims["iss"].as_str().unwrap().replace(TENANT, ELSEWHERE);
            claims["iss"] = iss.into();
            claims["tid"] = ELSEWHERE.into();
        });
    }
    let code = server.fake.issue(&query["nonce"], &query["code_challenge"]);
    let path = format!("/oauth/callback?code={code}&state={}", query["state"]);
    browser.get(&format!("{}{path}", server.base)).await
}

async fn signed_in(server: &Server, tenant: &str) -> Browser {
    let mut browser = Browser::default();
    let response = come_back(server, &mut browser, tenant).await;
    assert_eq!(location(&response), format!("/apps/{tenant}"));
    browser
}

async fn get(server: &Server, browser: &mut Browser, path: &str) -> (StatusCode, String) {
    let response = browser.get(&format!("{}{path}", server.base)).await;
    let status = response.status();
    (status, response.text().await.unwrap())
}

/// Every page that shows something of a tenant.
fn pages(tenant: &str, place: &str) -> [String; 4] {
    [
        format!("/apps/{tenant}"),
        format!("/apps/{tenant}?q=robot"),
        format!("/apps/{tenant}/app/one-{place}"),
        format!("/apps/{tenant}/changes"),
    ]
}

const FORMATS: [&str; 4] = ["csv", "xlsx", "json", "html"];

/// All that shows something of a tenant to somebody with every right.
fn everything(tenant: &str, place: &str) -> Vec<String> {
    let mut all = pages(tenant, place).to_vec();
    all.push(format!("/apps/{tenant}/record"));
    all.extend(FORMATS.map(|format| format!("/apps/{tenant}/export/{format}")));
    all
}

#[tokio::test]
async fn who_signed_in_with_a_role_sees_the_apps_of_their_tenant() {
    let server = start().await;
    let mut browser = signed_in(&server, TENANT).await;
    let (status, list) = get(&server, &mut browser, &format!("/apps/{TENANT}")).await;
    assert_eq!(status, StatusCode::OK);
    for part in [
        "Birchwood",
        "Mail robot",
        "2 of 2 apps",
        "At a glance",
        "adele@birchwood.example",
    ] {
        assert!(list.contains(part), "{part}");
    }
    let (_, found) = get(
        &server,
        &mut browser,
        &format!("/apps/{TENANT}?q=ROBOT&filter=for-everyone&sort=risk"),
    )
    .await;
    assert!(found.contains("1 of 2 apps") && !found.contains("HYPERLINK"));
    let (_, one) = get(
        &server,
        &mut browser,
        &format!("/apps/{TENANT}/app/one-Birchwood"),
    )
    .await;
    for part in [
        "Mail.ReadWrite",
        "Secret.Of.AppOne",
        "everyone",
        "Adele of Birchwood",
        "Read, change and delete your mail.",
        "Scope.Of.Birchwood",
        "Everyone in the organization",
        "It can act for everyone in the organization",
    ] {
        assert!(one.contains(part), "{part}");
    }
    let (_, changes) = get(&server, &mut browser, &format!("/apps/{TENANT}/changes")).await;
    assert!(
        changes.contains("Delegated permission granted") && changes.contains("Scope.Of.Birchwood")
    );
}

#[tokio::test]
async fn what_an_app_calls_itself_is_text() {
    let server = start().await;
    let mut browser = signed_in(&server, TENANT).await;
    let mut all = pages(TENANT, "Birchwood").to_vec();
    all.push(format!("/apps/{TENANT}/app/two-Birchwood"));
    all.push(format!("/apps/{TENANT}?q=%3Cscript%3E%22"));
    for path in all {
        let response = browser.get(&format!("{}{path}", server.base)).await;
        let policy = response.headers()["content-security-policy"]
            .to_str()
            .unwrap()
            .to_owned();
        assert!(policy.contains("default-src 'none'") && policy.contains("form-action 'self'"));
        assert_eq!(response.headers()["cache-control"], "no-store");
        let page = response.text().await.unwrap();
        assert!(
            !page.contains("<script") && !page.contains('\u{202e}'),
            "{path}"
        );
    }
}

#[tokio::test]
async fn without_a_session_there_is_a_sign_in_and_nothing_else() {
    let server = start().await;
    for cookie in [
        "",
        "consentry-apps=",
        "consentry-apps=AAAA",
        "consentry-apps=x; consentry-apps=y",
    ] {
        for path in everything(TENANT, "Birchwood") {
            let request = client()
                .get(format!("{}{path}", server.base))
                .header("cookie", cookie);
            let response = request.send().await.unwrap();
            assert_eq!(response.status(), StatusCode::SEE_OTHER, "{path}");
            assert_eq!(location(&response), format!("/apps/{TENANT}/sign-in"));
            assert!(!response.text().await.unwrap().contains("Birchwood"));
        }
    }
    let (status, page) = get(
        &server,
        &mut Browser::default(),
        &format!("/apps/{TENANT}/sign-in"),
    )
    .await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("Observer.Read") && !page.contains("Birchwood"));
}

#[tokio::test]
async fn a_session_of_one_tenant_opens_nothing_of_another() {
    let server = start().await;
    for ((own, at_home), (other, abroad)) in [
        ((TENANT, "Birchwood"), (ELSEWHERE, "Oakfield")),
        ((ELSEWHERE, "Oakfield"), (TENANT, "Birchwood")),
    ] {
        server.fake.world().looker = vec!["Observer.Admin"];
        let mut browser = signed_in(&server, own).await;
        for path in everything(other, abroad) {
            let (status, page) = get(&server, &mut browser, &path).await;
            assert_eq!(status, StatusCode::SEE_OTHER, "{path}");
            assert!(!page.contains(abroad), "{path}");
        }
        // What is in the other tenant is not found in one's own.
        let path = format!("/apps/{own}/app/one-{abroad}");
        assert_eq!(
            get(&server, &mut browser, &path).await.0,
            StatusCode::NOT_FOUND
        );
        for path in everything(own, at_home) {
            let response = browser.get(&format!("{}{path}", server.base)).await;
            assert_eq!(response.status(), StatusCode::OK, "{path}");
            let body = response.bytes().await.unwrap();
            let page = String::from_utf8_lossy(&body);
            assert!(!page.contains(abroad) && !page.contains(other), "{path}");
        }
        // Ending a session of another tenant, or beginning one, shows nothing of it either.
        for rest in ["sign-in", "sign-out"] {
            let response = press(
                &server,
                &mut browser.clone(),
                &format!("/apps/{other}/{rest}"),
            )
            .await;
            assert_eq!(response.status(), StatusCode::SEE_OTHER, "{rest}");
        }
    }
}

#[tokio::test]
async fn a_sign_in_begun_for_one_tenant_and_finished_in_another_opens_neither() {
    let server = start().await;
    let mut browser = Browser::default();
    server.fake.world().claims = Some(|claims| {
        let iss = claims["iss"].as_str().unwrap().replace(TENANT, ELSEWHERE);
        claims["iss"] = iss.into();
        claims["tid"] = ELSEWHERE.into();
    });
    let response = come_back(&server, &mut browser, TENANT).await;
    assert_eq!(response.status(), StatusCode::FORBIDDEN);
    for tenant in [TENANT, ELSEWHERE] {
        let (status, _) = get(&server, &mut browser, &format!("/apps/{tenant}")).await;
        assert_eq!(status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn no_role_no_data() {
    let server = start().await;
    for roles in [vec![], vec!["observer.read"], vec!["Directory.Read.All"]] {
        server.fake.world().looker = roles;
        let mut browser = Browser::default();
        let response = come_back(&server, &mut browser, TENANT).await;
        assert_eq!(response.status(), StatusCode::FORBIDDEN);
        assert!(response.text().await.unwrap().contains("Observer.Read"));
        let (status, _) = get(&server, &mut browser, &format!("/apps/{TENANT}")).await;
        assert_eq!(status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn who_the_token_does_not_name_is_not_let_in() {
    let server = start().await;
    server.fake.world().claims = Some(|claims| {
        claims.as_object_mut().unwrap().remove("oid");
    });
    let mut browser = Browser::default();
    let response = come_back(&server, &mut browser, TENANT).await;
    assert_eq!(response.status(), StatusCode::FORBIDDEN);
    let (status, _) = get(&server, &mut browser, &format!("/apps/{TENANT}")).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_session_ends_after_an_hour_or_when_it_is_ended() {
    let server = start().await;
    let path = format!("/apps/{TENANT}");
    let mut browser = signed_in(&server, TENANT).await;
    let ended = press(&server, &mut browser, &format!("{path}/sign-out")).await;
    assert_eq!(location(&ended), format!("{path}/sign-in"));
    assert_eq!(
        get(&server, &mut browser, &path).await.0,
        StatusCode::SEE_OTHER
    );
    let mut browser = signed_in(&server, TENANT).await;
    server.clock.forward(59 * 60 * 1000);
    assert_eq!(get(&server, &mut browser, &path).await.0, StatusCode::OK);
    server.clock.forward(2 * 60 * 1000);
    assert_eq!(
        get(&server, &mut browser, &path).await.0,
        StatusCode::SEE_OTHER
    );
}

#[tokio::test]
async fn another_site_begins_and_ends_nothing_and_an_unknown_tenant_is_not_there() {
    let server = start().await;
    for rest in ["sign-in", "sign-out"] {
        let request = client()
            .post(format!("{}/apps/{TENANT}/{rest}", server.base))
            .header("origin", "https://evil.example");
        let refused = Browser::default().send(request).await;
        assert_eq!(refused.status(), StatusCode::FORBIDDEN, "{rest}");
    }
    for rest in [
        "",
        "/changes",
        "/sign-in",
        "/app/one-Birchwood",
        "/record",
        "/export/csv",
    ] {
        let path = format!("/apps/00000000-0000-4000-8000-000000000000{rest}");
        let (status, _) = get(&server, &mut Browser::default(), &path).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{rest}");
    }
    let none = Server::start().await;
    assert_eq!(
        get(&none, &mut Browser::default(), "/apps").await.0,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn the_cookie_of_one_browser_is_no_sign_in_of_another() {
    let server = start().await;
    let mut first = Browser::default();
    let response = press(&server, &mut first, &format!("/apps/{TENANT}/sign-in")).await;
    let authorize = Url::parse(location(&response)).unwrap();
    let query: HashMap<_, _> = authorize.query_pairs().into_owned().collect();
    let code = server.fake.issue(&query["nonce"], &query["code_challenge"]);
    let path = format!("/oauth/callback?code={code}&state={}", query["state"]);
    // Somebody else's browser, which began nothing.
    let (status, _) = get(&server, &mut Browser::default(), &path).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert_eq!(server.fake.redeemed(), 0);
}

#[tokio::test]
async fn only_who_may_export_does_and_every_file_says_whether_it_is_complete() {
    let server = start().await;
    let at = |format: &str| format!("/apps/{TENANT}/export/{format}");
    for roles in [
        vec!["Observer.Export"],
        vec!["Observer.Read", "Observer.Admin"],
    ] {
        server.fake.world().looker = roles;
        let mut browser = signed_in(&server, TENANT).await;
        let (_, list) = get(&server, &mut browser, &format!("/apps/{TENANT}")).await;
        for format in FORMATS {
            assert!(list.contains(&at(format)), "{format}");
            let response = browser.get(&format!("{}{}", server.base, at(format))).await;
            assert_eq!(response.status(), StatusCode::OK, "{format}");
            let name = format!("attachment; filename=\"apps-{TENANT}.{format}\"");
            assert_eq!(response.headers()["content-disposition"], name);
            assert_eq!(response.headers()["cache-control"], "no-store");
            let length: usize = response.headers()["content-length"]
                .to_str()
                .unwrap()
                .parse()
                .unwrap();
            assert_eq!(response.bytes().await.unwrap().len(), length, "{format}");
        }
        let (status, _) = get(&server, &mut browser, &at("pdf")).await;
        assert_eq!(status, StatusCode::NOT_FOUND);
    }
    let mut browser = signed_in(&server, TENANT).await;
    let (_, json) = get(&server, &mut browser, &at("json")).await;
    let report: Value = serde_json::from_str(&json).unwrap();
    // The level at which these rows were read is not known, so the list of grants is not complete.
    assert_eq!(report["complete"], false);
    assert_eq!(report["apps"].as_array().unwrap().len(), 2);
    assert_eq!(report["changes"][0]["scope"], "Scope.Of.Birchwood");
    let (_, csv) = get(&server, &mut browser, &at("csv")).await;
    assert!(
        csv.contains("Mail robot of Birchwood") && csv.contains(",no,"),
        "{csv}"
    );
    let (_, html) = get(&server, &mut browser, &at("html")).await;
    assert!(html.contains("Incomplete:") && !html.contains("<script"));

    server.fake.world().looker = vec!["Observer.Read"];
    let mut browser = signed_in(&server, TENANT).await;
    let (_, list) = get(&server, &mut browser, &format!("/apps/{TENANT}")).await;
    assert!(!list.contains("/export/") && !list.contains("/record"));
    for format in FORMATS {
        let (status, page) = get(&server, &mut browser, &at(format)).await;
        assert_eq!(status, StatusCode::FORBIDDEN, "{format}");
        assert!(page.contains("Observer.Export") && !page.contains("Birchwood"));
    }
}

#[tokio::test]
async fn a_report_begun_at_the_command_line_misses_nothing_that_a_page_exported() {
    let server = start().await;
    server.fake.world().looker = vec!["Observer.Export"];
    let mut browser = signed_in(&server, TENANT).await;
    get(
        &server,
        &mut browser,
        &format!("/apps/{TENANT}/export/json"),
    )
    .await;
    let store = &server.state.store;
    let unreported = store.changes(TENANT.into(), 0, true, 10).await.unwrap();
    assert_eq!(unreported.len(), 1);
}

#[tokio::test]
async fn who_looked_is_written_down_and_shown_to_admins_alone() {
    let server = start().await;
    let record = format!("/apps/{TENANT}/record");
    server.fake.world().looker = vec!["Observer.Export"];
    let mut browser = signed_in(&server, TENANT).await;
    for path in [
        format!("/apps/{TENANT}"),
        format!("/apps/{TENANT}/app/one-Birchwood"),
        format!("/apps/{TENANT}/changes"),
        format!("/apps/{TENANT}/export/csv"),
    ] {
        assert_eq!(get(&server, &mut browser, &path).await.0, StatusCode::OK);
    }
    let (status, page) = get(&server, &mut browser, &record).await;
    assert_eq!(status, StatusCode::FORBIDDEN);
    assert!(page.contains("Observer.Admin") && !page.contains("adele"));

    server.fake.world().looker = vec!["Observer.Admin"];
    let mut admin = signed_in(&server, TENANT).await;
    let (status, page) = get(&server, &mut admin, &record).await;
    assert_eq!(status, StatusCode::OK);
    for part in [
        "adele@birchwood.example",
        "Sign-in",
        "List of apps",
        "Mail robot of Birchwood",
        "Changes",
        "Export",
        "csv",
        "Access record",
    ] {
        assert!(page.contains(part), "{part}");
    }
    let looks = |tenant: &str| server.state.store.looks(tenant.to_owned(), None, 99);
    let own = looks(TENANT).await.unwrap();
    let what: Vec<&str> = own.iter().rev().map(|look| look.what.as_str()).collect();
    assert_eq!(
        what,
        [
            "sign-in", "list", "app", "changes", "export", "sign-in", "record"
        ]
    );
    assert!(own.iter().all(|look| !look.person.is_empty()));
    assert!(looks(ELSEWHERE).await.unwrap().is_empty());
    let (_, older) = get(&server, &mut admin, &format!("{record}?before=0")).await;
    assert!(!older.contains("csv"));
}

#[tokio::test]
async fn the_pages_speak_the_language_of_the_browser_and_mark_what_is_english() {
    let server = start().await;
    let page = Page {
        rows: vec![reported("Birchwood")],
        list: "servicePrincipals".into(),
        round: 1,
        pass: 1,
        ..Page::default()
    };
    let store = &server.state.store;
    store.add_page(TENANT.into(), page).await.unwrap();
    let mut browser = signed_in(&server, TENANT).await;
    for (language, head, word, reason) in [
        (
            "de-AT, en;q=0.5",
            r#"<html lang="de" dir="ltr">"#,
            "Delegierte Berechtigungen",
            "Sie kann im Namen jeder Person Ihrer Organisation handeln, mit Mail.ReadWrite",
        ),
        (
            "he",
            r#"<html lang="he" dir="rtl">"#,
            "הרשאות מואצלות",
            "הוא יכול לפעול בשם כל אחד בארגון",
        ),
        (
            "ja",
            r#"<html lang="ja" dir="ltr">"#,
            "委任されたアクセス許可",
            "組織の誰にでも代わって操作できます",
        ),
    ] {
        let path = format!("{}/apps/{TENANT}/app/one-Birchwood", server.base);
        let request = client().get(path).header("accept-language", language);
        let page = browser.send(request).await.text().await.unwrap();
        for part in [head, word, reason] {
            assert!(page.contains(part), "{language}: {part}");
        }
        assert!(!page.contains("It can act as anyone"), "{language}");
        // What is said of a reported app has no translation, and is marked.
        let path = format!("{}/apps/{TENANT}/app/bad-Birchwood", server.base);
        let request = client().get(path).header("accept-language", language);
        let page = browser.send(request).await.text().await.unwrap();
        let says = r#"<bdi lang="en" dir="ltr">Copies whole mailboxes"#;
        assert!(page.contains(says), "{language}: {page}");
    }
}

#[tokio::test]
async fn how_the_risk_changed_is_a_chart_and_a_table_of_the_same_days() {
    let server = start().await;
    let path = format!("/apps/{TENANT}");
    let mut browser = signed_in(&server, TENANT).await;
    let store = &server.state.store;
    let add = |day: &str, risks: [u32; 5], complete: bool| {
        let body = json!({ "risks": risks, "complete": complete });
        let body = body.to_string();
        store.add_day(TENANT.into(), day.into(), body, String::new())
    };
    add("2026-11-20", [1, 2, 3, 4, 90], true).await.unwrap();
    let (_, one_day) = get(&server, &mut browser, &path).await;
    assert!(!one_day.contains("Risk over time"));
    add("2026-11-29", [2, 0, 0, 0, 98], false).await.unwrap();
    let (_, page) = get(&server, &mut browser, &path).await;
    for part in [
        "Risk over time",
        r#"viewBox="0 0 10 10""#,
        r#"<rect class="critical" x="0" y="9" width="1" height="1">"#,
        r#"<rect class="low" x="0" y="0" width="1" height="4">"#,
        r#"<rect class="critical" x="9" y="8" width="1" height="2">"#,
        "2026-11-29 (incomplete)",
        ">98<",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let mut other = signed_in(&server, ELSEWHERE).await;
    let (_, page) = get(&server, &mut other, &format!("/apps/{ELSEWHERE}")).await;
    assert!(!page.contains("2026-11-29"));
}

#[tokio::test]
async fn each_page_says_when_everything_and_when_changes_were_last_read() {
    let server = start().await;
    let mut browser = signed_in(&server, TENANT).await;
    let path = format!("/apps/{TENANT}/app/one-Birchwood");
    let (_, page) = get(&server, &mut browser, &path).await;
    assert!(page.contains("Everything last read:") && !page.contains("Changes last read:"));
    assert!(!page.contains("List last read:"));
    let state = Tenant {
        id: TENANT.into(),
        rounds: 1,
        ended: 1_764_500_000_000,
        followed: 1_764_503_600_000,
        ..Tenant::default()
    };
    let page = Page {
        list: "servicePrincipals/one-Birchwood/appRoleAssignedTo".into(),
        progress: Some(
            json!({"complete": true, "done": true, "ended": 1_764_502_000_000_u64}).to_string(),
        ),
        state: Some(serde_json::to_string(&state).unwrap()),
        ..Page::default()
    };
    let store = &server.state.store;
    store.add_page(TENANT.into(), page).await.unwrap();
    let (_, page) = get(&server, &mut browser, &path).await;
    for part in [
        "Changes last read:",
        "2025-11-30 11:53 UTC",
        "List last read:",
        "2025-11-30 11:26 UTC",
        "What these lists don't show",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
}
