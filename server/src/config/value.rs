//! From [`Raw`] to [`Config`]: each value is checked once, and a wrong one is named.

use super::address::base_url;
use super::cloud::Cloud;
use super::raw::{RawApp, RawMicrosoft};
use super::wrong::{Wrong, absent, wrong};
use super::{
    App, Authority, Config, Microsoft, Origin, Raw, credential, database, master_key, observer,
};
use crate::secrets::credential::Credentials;
use consentry_catalog::Catalog;

use ipnet::IpNet;
use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::Arc;
use uuid::Uuid;

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

fn authority(text: &str) -> Result<Authority, Wrong> {
    match text {
        "organizations" => Ok(Authority::Organizations),
        "common" => Ok(Authority::Common),
        _ => tenant(text).ok_or_else(|| {
            wrong(
                "microsoft.authority",
                text,
                "`organizations`, `common`, a tenant id or one of a tenant's domains",
            )
        }),
    }
}

/// The text becomes a path segment, so nothing but an id or a domain may pass (RFC 1035 section 2.3.1).
pub(super) fn tenant(text: &str) -> Option<Authority> {
    if let Ok(id) = Uuid::try_parse(text) {
        return Some(Authority::Tenant(id.to_string()));
    }
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    let is_domain = text.len() <= 253 && text.contains('.') && text.split('.').all(is_label);
    is_domain.then(|| Authority::Domain(text.to_ascii_lowercase()))
}

fn apps(raw: Vec<RawApp>, is_needed: bool) -> Result<Vec<App>, Wrong> {
    let known = || {
        Catalog::built_in()
            .profiles
            .iter()
            .map(|profile| profile.id.as_str())
            .collect::<Vec<_>>()
            .join(", ")
    };
    let mut apps: Vec<App> = Vec::new();
    for (index, mut raw) in raw.into_iter().enumerate() {
        let key = |name: &str| format!("app[{index}].{name}");
        let profile = consentry_catalog::profiles::by_id(Catalog::built_in(), &raw.profile)
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
            .ok_or_else(|| absent(key("client_id"), "an application ID: the profile has none"))?;
        let client_id = Uuid::try_parse(&client_id)
            .map_err(|_| wrong(key("client_id"), &client_id, "an application ID: a GUID"))?
            .to_string();
        let credentials = credential::read(&mut raw, &format!("app[{index}]"))?;
        apps.push(App {
            profile,
            client_id,
            credentials: Arc::new(Credentials::new(credentials)),
            is_observer: false,
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
