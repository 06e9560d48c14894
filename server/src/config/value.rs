//! From [`Raw`] to [`Config`]: each value is checked once, and a wrong one is named.

use super::cloud::Cloud;
use super::raw::{RawApp, RawMicrosoft};
use super::{
    App, Authority, Config, Microsoft, Origin, Raw, credential, database, master_key, observer,
};
use crate::credential::Credentials;
use consentry_shared::profile;
use ipnet::IpNet;
use secrecy::{ExposeSecret, SecretString};
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use url::{Host, Url};
use uuid::Uuid;

/// A value that cannot be used. Never carries a secret: `given` describes one instead.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{key}` is {given}, expected {expected}")]
pub struct Wrong {
    /// The key, as written in the file.
    pub key: String,
    /// What was given.
    pub given: String,
    /// What is expected.
    pub expected: String,
}

pub(super) fn wrong(
    key: impl Into<String>,
    given: impl std::fmt::Debug,
    expected: impl Into<String>,
) -> Wrong {
    Wrong {
        key: key.into(),
        given: format!("{given:?}"),
        expected: expected.into(),
    }
}

pub(super) fn absent(key: impl Into<String>, expected: impl Into<String>) -> Wrong {
    Wrong {
        key: key.into(),
        given: "absent".into(),
        expected: expected.into(),
    }
}

pub(super) fn check(mut raw: Raw) -> Result<Config, Wrong> {
    let master_keys = master_key::check(&mut raw)?;
    Ok(Config {
        listen: raw
            .listen
            .parse()
            .map_err(|_| wrong("listen", &raw.listen, "an address with a port, such as 127.0.0.1:7430"))?,
        public_url: base_url("public_url", &raw.public_url)?,
        database: database::check(raw.database, raw.postgres)?,
        master_keys,
        allowed_origins: raw
            .allowed_origins
            .iter()
            .map(|text| {
                Origin::alone(text).ok_or_else(|| {
                    wrong(
                        "allowed_origins",
                        text,
                        "an exact origin without a path, such as https://app.example or chrome-extension://ID",
                    )
                })
            })
            .collect::<Result<_, _>>()?,
        trusted_proxies: raw
            .trusted_proxies
            .iter()
            .map(|text| network(text))
            .collect::<Result<_, _>>()?,
        data_pack: raw.data_pack,
        metrics_listen: raw
            .metrics_listen
            .map(|text| {
                let expected = "an address with a port, such as 127.0.0.1:9464";
                text.parse().map_err(|_| wrong("metrics_listen", &text, expected))
            })
            .transpose()?,
        limits: raw.limits,
        microsoft: microsoft(raw.microsoft)?,
        apps: apps(raw.app, raw.observer.0.is_empty())?,
        observers: observer::check(raw.observer.0)?,
    })
}

/// One address, or a network.
fn network(text: &str) -> Result<IpNet, Wrong> {
    text.parse::<IpNet>()
        .or_else(|_| text.parse::<IpAddr>().map(IpNet::from))
        .map_err(|_| {
            wrong(
                "trusted_proxies",
                text,
                "an address or a network, such as 10.0.0.7 or 10.0.0.0/8",
            )
        })
}

/// A URL that paths are appended to: https, or http on this machine, and nothing but an origin and
/// a path.
fn base_url(key: &str, text: &str) -> Result<String, Wrong> {
    let expected = "an https URL (http only for localhost) without query, fragment or user";
    let url = Url::parse(text).map_err(|_| wrong(key, text, expected))?;
    let scheme = url.scheme() == "https" || (url.scheme() == "http" && is_here(&url));
    let bare = url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
    if scheme && bare && url.password().is_none() {
        Ok(url.as_str().trim_end_matches('/').to_owned())
    } else {
        Err(wrong(key, text, expected))
    }
}

/// Whether an address is on this machine.
pub(super) fn is_here(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// A secret given in one of two ways: in the file, or as the path of a file that holds it.
pub(super) fn one_of(
    key: &str,
    value: Option<SecretString>,
    file: Option<&Path>,
    expected: &str,
) -> Result<SecretString, Wrong> {
    let file_key = format!("{key}_file");
    let secret = match (value, file) {
        (Some(_), Some(path)) => {
            return Err(wrong(
                file_key,
                path,
                format!("only one of `{key}` and `{key}_file`"),
            ));
        }
        (Some(value), None) => value,
        (None, Some(path)) => std::fs::read_to_string(path)
            .map(|text| SecretString::from(text.trim().to_owned()))
            .map_err(|error| wrong(file_key, path, format!("a readable file ({error})")))?,
        (None, None) => return Err(absent(key, format!("{expected}; or `{key}_file`"))),
    };
    if secret.expose_secret().is_empty() {
        return Err(Wrong {
            key: key.into(),
            given: "empty".into(),
            expected: expected.into(),
        });
    }
    Ok(secret)
}

pub(super) fn microsoft(raw: RawMicrosoft) -> Result<Microsoft, Wrong> {
    let cloud = Cloud::named(&raw.cloud)?;
    let host = |key: &str, given: Option<&String>, usual: &str| {
        base_url(key, given.map_or(usual, String::as_str))
    };
    Ok(Microsoft {
        login: host("microsoft.login", raw.login.as_ref(), cloud.login)?,
        graph: host("microsoft.graph", raw.graph.as_ref(), cloud.graph)?,
        portal: host("microsoft.portal", raw.portal.as_ref(), cloud.portal)?,
        admin: cloud.admin.to_owned(),
        authority: authority(&raw.authority)?,
        ca: raw.ca_file.map(certificates).transpose()?,
        resolve: raw
            .resolve
            .into_iter()
            .map(|(host, address)| {
                let address = address.parse().map_err(|_| {
                    wrong(
                        format!("microsoft.resolve.{host}"),
                        &address,
                        "an address with a port",
                    )
                })?;
                Ok((host, address))
            })
            .collect::<Result<_, Wrong>>()?,
    })
}

fn certificates(path: PathBuf) -> Result<Vec<u8>, Wrong> {
    let pem = std::fs::read(&path).map_err(|error| {
        wrong(
            "microsoft.ca_file",
            &path,
            format!("a readable PEM file ({error})"),
        )
    })?;
    match reqwest::Certificate::from_pem_bundle(&pem) {
        Ok(found) if !found.is_empty() => Ok(pem),
        _ => Err(wrong(
            "microsoft.ca_file",
            path,
            "a PEM file with at least one certificate",
        )),
    }
}

/// The text becomes a path segment, so nothing but an id or a domain may pass.
fn authority(text: &str) -> Result<Authority, Wrong> {
    let is_domain = text.contains('.')
        && text.split('.').all(|label| {
            !label.is_empty()
                && label
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        });
    match text {
        "organizations" => Ok(Authority::Organizations),
        "common" => Ok(Authority::Common),
        _ => match Uuid::try_parse(text) {
            Ok(id) => Ok(Authority::Tenant(id.to_string())),
            Err(_) if is_domain => Ok(Authority::Domain(text.to_ascii_lowercase())),
            Err(_) => Err(wrong(
                "microsoft.authority",
                text,
                "`organizations`, `common`, a tenant id or one of a tenant's domains",
            )),
        },
    }
}

fn apps(raw: Vec<RawApp>, is_needed: bool) -> Result<Vec<App>, Wrong> {
    let known = || {
        profile::catalogue()
            .iter()
            .map(|profile| profile.id.as_str())
            .collect::<Vec<_>>()
            .join(", ")
    };
    let mut apps: Vec<App> = Vec::new();
    for (index, mut raw) in raw.into_iter().enumerate() {
        let key = |name: &str| format!("app[{index}].{name}");
        let profile = profile::by_id(&raw.profile)
            .ok_or_else(|| wrong(key("profile"), &raw.profile, format!("one of: {}", known())))?;
        if apps.iter().any(|app| app.profile.id == profile.id) {
            return Err(wrong(
                key("profile"),
                &raw.profile,
                "each profile only once",
            ));
        }
        let client_id = raw
            .client_id
            .take()
            .or_else(|| profile.client_ids.first().cloned())
            .ok_or_else(|| {
                absent(
                    key("client_id"),
                    "an application id: the profile names none",
                )
            })?;
        let client_id = Uuid::try_parse(&client_id)
            .map_err(|_| wrong(key("client_id"), &client_id, "an application id: a GUID"))?
            .to_string();
        let credentials = credential::read(&mut raw, &format!("app[{index}]"))?;
        apps.push(App {
            profile,
            client_id,
            credentials: Credentials::new(credentials),
        });
    }
    if apps.is_empty() && is_needed {
        return Err(absent(
            "app",
            format!("at least one [[app]] with a profile: {}", known()),
        ));
    }
    Ok(apps)
}
