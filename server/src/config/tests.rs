//! What an operator sees: defaults, and what is said of a wrong value.

use super::*;
use std::collections::HashMap;

const EXAMPLE: &str = include_str!("../../consentry.example.toml");

fn parse(text: &str) -> Raw {
    toml::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// The example with every commented key switched on, except the second of two alternatives.
fn everything_on() -> String {
    EXAMPLE
        .lines()
        .filter(|line| {
            !line.starts_with("#master_key_file") && !line.starts_with("#client_secret_file")
        })
        .filter(|line| !line.starts_with("#ca_file"))
        .map(|line| match line.strip_prefix('#') {
            Some(rest) if !rest.is_empty() && !rest.starts_with(' ') => rest,
            _ => line,
        })
        .collect::<Vec<_>>()
        .join("\n")
}

fn good() -> Raw {
    parse(&everything_on())
}

fn refusal(raw: Raw) -> Wrong {
    match Config::from_raw(raw) {
        Err(ConfigError::Wrong(wrong)) => wrong,
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn the_example_file_states_the_defaults() {
    assert_eq!(
        format!("{:?}", parse(EXAMPLE)),
        format!("{:?}", Raw::default())
    );
}

#[test]
fn the_example_file_names_every_key_and_works_with_all_switched_on() {
    let config = Config::from_raw(good()).unwrap();
    assert_eq!(config.apps.len(), 1);
    assert_eq!(config.microsoft.resolve.len(), 1);
    for key in [
        "listen",
        "public_url",
        "database",
        "master_key",
        "master_key_file",
        "allowed_origins",
        "login",
        "graph",
        "portal",
        "authority",
        "ca_file",
        "resolve",
        "profile",
        "client_id",
        "client_secret",
        "client_secret_file",
    ] {
        let named = |line: &str| {
            line.trim_start_matches('#')
                .starts_with(&format!("{key} = "))
        };
        assert!(EXAMPLE.lines().any(named), "{key}");
    }
}

#[test]
fn redirect_uris_follow_from_the_public_url() {
    let mut raw = good();
    raw.public_url = "https://consentry.example/".into();
    let config = Config::from_raw(raw).unwrap();
    assert_eq!(
        config.redirect_uri(),
        "https://consentry.example/oauth/callback"
    );
    assert_eq!(
        config.admin_redirect_uri(),
        "https://consentry.example/oauth/adminconsent/callback"
    );
}

#[test]
fn a_wrong_value_is_named_with_its_key_and_what_is_expected() {
    type Break = fn(&mut Raw);
    let cases: [(&str, Break); 11] = [
        ("listen", |raw| raw.listen = "7430".into()),
        ("public_url", |raw| {
            raw.public_url = "http://consentry.example".into();
        }),
        ("public_url", |raw| {
            raw.public_url = "https://a:b@consentry.example".into();
        }),
        ("allowed_origins", |raw| {
            raw.allowed_origins = vec!["https://app.example/path".into()];
        }),
        ("microsoft.login", |raw| {
            raw.microsoft.login = "http://login.example".into();
        }),
        ("microsoft.authority", |raw| {
            raw.microsoft.authority = "../common".into();
        }),
        ("microsoft.ca_file", |raw| {
            raw.microsoft.ca_file = Some("/nonexistent.pem".into());
        }),
        ("app[0].profile", |raw| raw.app[0].profile = "nobody".into()),
        ("app[0].client_id", |raw| {
            raw.app[0].client_id = Some("mover".into());
        }),
        ("app[0].client_secret", |raw| {
            raw.app[0].client_secret = None;
        }),
        ("app", |raw| raw.app.clear()),
    ];
    for (key, spoil) in cases {
        let mut raw = good();
        spoil(&mut raw);
        let wrong = refusal(raw);
        assert_eq!(wrong.key, key, "{wrong}");
        assert!(!wrong.expected.is_empty(), "{wrong}");
    }
}

#[test]
fn a_short_master_key_is_refused_without_being_shown() {
    let mut raw = good();
    raw.master_key = Some("c2hvcnQ=".to_owned().into());
    let text = refusal(raw).to_string();
    assert!(
        text.contains("5 bytes") && !text.contains("c2hvcnQ"),
        "{text}"
    );
}

#[test]
fn an_unknown_key_is_refused_by_name() {
    let error = toml::from_str::<Raw>("listenn = \"127.0.0.1:1\"")
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("listenn") && error.contains("expected one of"),
        "{error}"
    );
}

#[test]
fn the_environment_wins_over_the_file() {
    let file = std::env::temp_dir().join(format!("consentry-{}.toml", uuid::Uuid::new_v4()));
    std::fs::write(&file, everything_on()).unwrap();
    let environment = HashMap::from([
        (
            "CONSENTRY__MICROSOFT__PORTAL".to_owned(),
            "https://entra.microsoft.com".to_owned(),
        ),
        (
            "CONSENTRY__ALLOWED_ORIGINS".to_owned(),
            "https://a.example,https://b.example".to_owned(),
        ),
        ("CONSENTRY__LISTEN".to_owned(), "127.0.0.1:9".to_owned()),
    ]);
    let config = Config::from_raw(Raw::read(&file, Some(environment)).unwrap()).unwrap();
    std::fs::remove_file(&file).unwrap();
    assert_eq!(config.microsoft.portal, "https://entra.microsoft.com");
    assert_eq!(config.allowed_origins.len(), 2);
    assert_eq!(config.listen.port(), 9);
}

#[test]
fn only_an_allowed_origin_may_be_returned_to() {
    let mut raw = good();
    raw.allowed_origins = vec![
        "https://app.example".into(),
        "chrome-extension://abcdefghijklmnop".into(),
    ];
    let config = Config::from_raw(raw).unwrap();
    for good in [
        "https://app.example/wizard?x=1",
        "chrome-extension://abcdefghijklmnop/panel.html",
    ] {
        assert!(config.return_to(good).is_some(), "{good}");
    }
    for bad in [
        "https://app.example.evil.example/",
        "https://app.example@evil.example/",
        "//evil.example",
        "/wizard",
        "https:\\\\evil.example",
        "javascript:alert(1)",
        "https://app.example:444/",
        "http://app.example/",
        "https://me@app.example/",
        "chrome-extension://ponmlkjihgfedcba/",
        "data:text/html,x",
    ] {
        assert!(config.return_to(bad).is_none(), "{bad}");
    }
}

#[test]
fn secrets_do_not_print() {
    let mut raw = good();
    raw.app[0].client_secret = Some("canary-secret".to_owned().into());
    assert!(!format!("{raw:?}").contains("canary-secret"));
    assert!(!format!("{:?}", Config::from_raw(raw).unwrap()).contains("canary"));
}
