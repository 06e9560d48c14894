//! What an operator sees: defaults, and what is said of a wrong value.

use super::*;
use std::collections::HashMap;

const EXAMPLE: &str = include_str!("../../consentry.example.toml");

fn parse(text: &str) -> Raw {
    toml::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// Second ways to say the same thing, and files that are not there.
const SECONDS: [&str; 16] = [
    "#password_file",
    "#master_key_command",
    "#file",
    "#env",
    "#command",
    "#master_key_file",
    "#client_secret_file",
    "#client_secret_env",
    "#secret_file",
    "#secret_env",
    "#certificate_file",
    "#private_key_file",
    "#ca_file",
    "#federated_token_file",
    "#managed_identity",
    "#teams_url_file",
];

/// The example with every commented key switched on, except the second of two alternatives.
fn everything_on() -> String {
    EXAMPLE
        .lines()
        .filter(|line| !SECONDS.iter().any(|key| line.starts_with(key)))
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
    assert_eq!(config.observers.len(), 1);
    for key in [
        "listen",
        "public_url",
        "database",
        "master_key",
        "master_key_file",
        "master_key_command",
        "active_master_key",
        "password",
        "password_file",
        "connections",
        "id",
        "value",
        "file",
        "env",
        "command",
        "allowed_origins",
        "trusted_proxies",
        "data_pack",
        "metrics_listen",
        "client_per_minute",
        "sign_in_per_minute",
        "connection_per_minute",
        "pending_sign_ins",
        "watchers",
        "streams",
        "sockets",
        "cloud",
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
        "client_secret_env",
        "secret",
        "secret_file",
        "secret_env",
        "certificate_file",
        "private_key_file",
        "not_before",
        "expires",
        "tenant",
        "federated_token_file",
        "managed_identity",
        "every_minutes",
        "webhook",
        "teams_url",
        "teams_url_file",
    ] {
        let named = |line: &str| {
            line.trim_start_matches('#')
                .starts_with(&format!("{key} = "))
        };
        assert!(EXAMPLE.lines().any(named), "{key}");
    }
}

#[test]
fn each_cloud_brings_its_hosts_and_a_host_of_ones_own_wins() {
    for cloud in CLOUDS {
        let mut raw = good();
        raw.microsoft.cloud = cloud.name.into();
        raw.microsoft.login = None;
        raw.microsoft.graph = None;
        raw.microsoft.portal = Some("https://entra.microsoft.com".into());
        let microsoft = Config::from_raw(raw).unwrap().microsoft;
        assert_eq!(microsoft.login, cloud.login);
        assert_eq!(microsoft.graph, cloud.graph);
        assert_eq!(microsoft.portal, "https://entra.microsoft.com");
    }
}

#[test]
fn a_certificate_may_be_in_one_file_with_its_key_and_a_strange_key_is_named() {
    let directory = tempfile::tempdir().unwrap();
    let make = || {
        let algorithm = &rcgen::PKCS_RSA_SHA256;
        let key = rcgen::KeyPair::generate_rsa_for(algorithm, rcgen::RsaKeySize::_2048).unwrap();
        let wanted = rcgen::CertificateParams::new(vec!["app.example".to_owned()]).unwrap();
        (wanted.self_signed(&key).unwrap().pem(), key.serialize_pem())
    };
    let ((certificate, key), (_, strange)) = (make(), make());
    let write = |name: &str, text: String| {
        let path = directory.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    let both = write("both.pem", format!("{key}\n{certificate}"));
    let strange = write("strange.key", strange);
    let with = |private_key_file: Option<std::path::PathBuf>| {
        let mut raw = good();
        raw.app[0].client_secret = None;
        raw.app[0].credential = vec![super::raw::RawCredential {
            certificate_file: Some(both.clone()),
            private_key_file,
            ..Default::default()
        }];
        Config::from_raw(raw)
    };
    let config = with(None).unwrap();
    let chosen = config.apps[0].credentials.to_try(1_800_000_000_000);
    assert!(
        chosen[0].expires.is_some(),
        "a certificate says when it ends"
    );
    let ConfigError::Wrong(wrong) = with(Some(strange)).err().unwrap() else {
        panic!("not refused by name")
    };
    assert_eq!(wrong.key, "app[0].credential[0].private_key_file");
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
    let cases: [(&str, Break); 19] = [
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
            raw.microsoft.login = Some("http://login.example".into());
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
            raw.app[0].credential.clear();
        }),
        ("app[0].client_secret_env", |raw| {
            raw.app[0].client_secret = None;
            raw.app[0].client_secret_env = Some("NOT_THERE_AT_ALL".into());
        }),
        ("app[0].client_secret_env", |raw| {
            raw.app[0].client_secret_env = Some("HOME".into());
        }),
        ("app[0].credential[0].expires", |raw| {
            raw.app[0].credential[0].expires = Some("next year".into());
        }),
        ("app[0].credential[0].certificate_file", |raw| {
            raw.app[0].credential[0].certificate_file = Some("/nonexistent.pem".into());
        }),
        ("app[0].credential[0].certificate_file", |raw| {
            raw.app[0].credential[0].secret = None;
            raw.app[0].credential[0].certificate_file = Some("/nonexistent.pem".into());
        }),
        ("trusted_proxies", |raw| {
            raw.trusted_proxies = vec!["proxy.example".into()];
        }),
        ("metrics_listen", |raw| {
            raw.metrics_listen = Some("9464".into());
        }),
        ("microsoft.cloud", |raw| raw.microsoft.cloud = "moon".into()),
        // An observer alone is enough; nothing at all is not.
        ("app", |raw| {
            raw.app.clear();
            raw.observer.0.clear();
        }),
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
    let file = tempfile::NamedTempFile::with_suffix(".toml").unwrap();
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
    let config = Config::from_raw(Raw::read(file.path(), Some(environment)).unwrap()).unwrap();
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

#[test]
fn f33_plain_http_is_for_this_machine_only() {
    let with = |url: &str| {
        let mut raw = good();
        raw.public_url = url.into();
        Config::from_raw(raw).is_ok()
    };
    for here in [
        "http://localhost:7430",
        "http://127.0.0.1:1",
        "http://[::1]:7430",
    ] {
        assert!(with(here), "{here}");
    }
    for elsewhere in [
        "http://consentry.example",
        "http://10.0.0.1",
        "http://localhost.evil.example",
    ] {
        assert!(!with(elsewhere), "{elsewhere}");
    }
}

#[test]
fn the_active_master_key_is_one_of_several() {
    let config = Config::from_raw(good()).unwrap();
    let ids: Vec<&str> = config
        .master_keys
        .keys
        .iter()
        .map(|(id, _)| id.as_str())
        .collect();
    assert_eq!(ids, ["default", "2027"]);
    assert_eq!(config.master_keys.active, "2027");

    let mut raw = good();
    raw.active_master_key = None;
    let wrong = refusal(raw);
    assert_eq!(wrong.key, "active_master_key");
    assert!(wrong.expected.contains("default, 2027"), "{wrong}");
    let mut raw = good();
    raw.active_master_key = Some("2028".into());
    assert_eq!(refusal(raw).key, "active_master_key");
}

#[test]
fn a_master_key_comes_from_one_place() {
    let mut raw = good();
    raw.master_keys[0].file = Some("/etc/consentry/2027.key".into());
    let wrong = refusal(raw);
    assert!(wrong.key.starts_with("master_keys[0]"), "{wrong}");
    let mut raw = good();
    raw.master_key_command = Some(vec!["true".into()]);
    assert_eq!(refusal(raw).key, "master_key_command");
    let mut raw = good();
    raw.master_keys[0].id = "default".into();
    assert_eq!(refusal(raw).key, "master_keys[0].id", "twice");
}

#[test]
fn a_program_may_print_the_master_key() {
    let print = |text: &str| {
        let mut raw = good();
        raw.master_key = None;
        raw.master_key_command = Some(vec!["printf".into(), "%s\\n".into(), text.into()]);
        raw
    };
    let key = "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=";
    let config = Config::from_raw(print(key)).unwrap();
    assert_eq!(*config.master_keys.keys[0].1, [2; 32]);

    let wrong = refusal(print("c2VjcmV0")).to_string();
    assert!(
        wrong.contains("6 bytes") && !wrong.contains("c2VjcmV0"),
        "{wrong}"
    );
    let mut raw = good();
    raw.master_key = None;
    raw.master_key_command = Some(vec!["false".into()]);
    let wrong = refusal(raw);
    assert!(wrong.expected.contains("exit status"), "{wrong}");
}

#[test]
fn a_database_is_a_file_or_a_url_whose_password_is_never_shown() {
    let with = |database: &str| {
        let mut raw = good();
        raw.database = database.into();
        raw
    };
    let config = Config::from_raw(with("/var/lib/consentry/consentry.db")).unwrap();
    assert!(matches!(config.database, Database::Sqlite(_)));
    let url = "postgres://consentry:hush-hush@db.example/consentry?sslmode=require";
    let config = Config::from_raw(with(url)).unwrap();
    let shown = format!("{config:?}");
    assert!(
        shown.contains("db.example") && !shown.contains("hush"),
        "{shown}"
    );
    let wrong = refusal(with(
        "postgres://consentry:hush-hush@db.example:x/consentry",
    ));
    assert!(
        wrong.key == "database" && !wrong.to_string().contains("hush"),
        "{wrong}"
    );
}

#[test]
fn a_database_on_another_machine_is_reached_by_tls_or_by_a_word_of_the_operator() {
    let with = |database: &str| {
        let mut raw = good();
        raw.database = database.into();
        Config::from_raw(raw)
    };
    assert!(with("postgres://a@db.example/c").is_err());
    assert!(with("postgres://a@db.example/c?sslmode=disable").is_ok());
    assert!(with("postgres://a@db.example/c?sslmode=require").is_ok());
    assert!(with("postgres://a@localhost/c").is_ok());
    assert!(with("postgres://a@%2Frun%2Fpostgresql/c").is_ok());
}
