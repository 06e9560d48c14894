//! Which app a connection is to be of, and who can look at it: the app itself, or the organization's observer.
//!
//! An app is named by a profile, an application ID, a consent link or its address in the portal. Two of them that do not
//! agree are never chosen from.

use crate::config::{self, App, Authority, CLOUDS, Cloud, Observer};
use crate::problems::error::Error;
use crate::state::State;
use axum::http::StatusCode;
use consentry_catalog::Catalog;
use consentry_catalog::profile::{Permission, Profile};
use consentry_catalog::request::{self, Doubt, LONGEST, Request};
use consentry_catalog::scope::Scope;
use consentry_catalog::{guid, hosts, profiles, route};
use consentry_wire::api::{Asked, Create, Expectation};
use url::Url;

/// More scopes than this are refused, and longer ones.
const MOST_SCOPES: usize = 100;
const LONGEST_SCOPE: usize = 200;

/// Who can look at the app.
pub(super) enum Wanted<'a> {
    /// The app itself: this server has a credential of it.
    Own(&'a App),
    /// The organization's observer.
    Observed {
        /// The observer.
        observer: &'a Observer,
        /// The app's profile, if it has one.
        profile: Option<&'static Profile>,
        /// What is looked for.
        asked: Asked,
    },
}

/// An app as a text names it.
struct Named {
    client_id: String,
    /// What a consent link says.
    link: Option<Request>,
}

/// Finds out.
pub(super) async fn wanted<'a>(state: &'a State, body: &Create) -> Result<Wanted<'a>, Error> {
    let unknown = || Error::new(StatusCode::NOT_FOUND, "unknown-profile");
    let text = body.app.as_deref().map(str::trim);
    let named = text.filter(|text| !text.is_empty());
    let named = named.map(|text| named_by(text, &state.config.microsoft));
    let named = named.transpose()?;
    let profile = match (body.profile.as_str(), &named) {
        ("", None) => None,
        ("", Some(named)) => profiles::by_client_id(Catalog::built_in(), &named.client_id),
        (id, _) => Some(profiles::by_id(Catalog::built_in(), id).ok_or_else(unknown)?),
    };
    let is_named = |id: &str| named.as_ref().is_none_or(|named| named.client_id == id);
    let own = profile.and_then(|profile| state.config.app(&profile.id));
    if let Some(app) = own.filter(|app| is_named(&app.client_id)) {
        return Ok(Wanted::Own(app));
    }
    // An app that was named is no profile that nobody has configured: nobody here can look at it.
    if state.config.observers.is_empty() {
        let missing = || Error::new(StatusCode::NOT_FOUND, "observer-missing");
        return Err(named.map_or_else(unknown, |_| missing()));
    }
    let client_id = match (&named, profile) {
        (Some(named), _) => named.client_id.clone(),
        (None, Some(profile)) => first_id(profile).ok_or_else(|| Error::bad("app-id-needed"))?,
        (None, None) => return Err(Error::bad("app-id-needed")),
    };
    let is_other = |profile: &Profile| !profile.client_ids.is_empty() && !profile.is(&client_id);
    if profile.is_some_and(is_other) {
        return Err(Error::bad("app-conflict"));
    }
    let link = named.as_ref().and_then(|named| named.link.as_ref());
    let of_link = link.and_then(|link| link.organization());
    let observer = observer(state, body.tenant.as_deref(), of_link).await?;
    Ok(Wanted::Observed {
        observer,
        profile,
        asked: asked(client_id, profile, link)?,
    })
}

fn first_id(profile: &Profile) -> Option<String> {
    guid::app_id(profile.client_ids.first()?)
}

/// Reads an application ID, a consent link, or an address in the portal.
fn named_by(text: &str, microsoft: &config::Microsoft) -> Result<Named, Error> {
    let unreadable = || Error::bad("app-link-unknown");
    if let Some(client_id) = guid::app_id(text) {
        return Ok(Named {
            client_id,
            link: None,
        });
    }
    let url = Url::parse(text).ok().filter(|_| text.len() <= LONGEST);
    let url = url.ok_or_else(unreadable)?;
    let is_at = |base: &str| Url::parse(base).is_ok_and(|base| base.origin() == url.origin());
    let is_ours = is_at(&microsoft.login) || is_at(&microsoft.portal);
    let is_of_a_cloud = |cloud: &Cloud| is_at(cloud.login) || is_at(cloud.portal);
    if !is_ours && CLOUDS.iter().any(is_of_a_cloud) {
        return Err(Error::bad("app-other-cloud"));
    }
    let hosts = &Catalog::built_in().hosts;
    if is_at(&microsoft.login) || is_among(&hosts.login, &url) {
        return of_link(request::request(text).ok_or_else(unreadable)?);
    }
    if is_at(&microsoft.portal) || is_among(&hosts.portal, &url) {
        return Ok(Named {
            client_id: of_portal(&url)?,
            link: None,
        });
    }
    Err(unreadable())
}

/// The app of a consent link. What names two of something is refused, and nothing is chosen.
fn of_link(link: Request) -> Result<Named, Error> {
    let conflicts = [Doubt::Apps, Doubt::NotAnId, Doubt::Organizations];
    if conflicts.iter().any(|doubt| link.doubts.contains(doubt)) {
        return Err(Error::bad("app-conflict"));
    }
    let client_id = link.client_id.clone();
    Ok(Named {
        client_id: client_id.ok_or_else(|| Error::bad("app-link-unknown"))?,
        link: Some(link),
    })
}

/// The app of an address in the portal.
fn of_portal(url: &Url) -> Result<String, Error> {
    let route = url
        .fragment()
        .and_then(|text| route::route(Catalog::built_in(), text))
        .unwrap_or_default();
    if route.unclear {
        return Err(Error::bad("app-conflict"));
    }
    let id = route.app_id.and_then(|id| guid::app_id(&id));
    id.ok_or_else(|| Error::bad("app-link-unknown"))
}

/// Whether an address is at one of Microsoft's hosts.
fn is_among(hosts: &[String], url: &Url) -> bool {
    let is_plain = url.scheme() == "https" && url.port().is_none();
    let host = url.host_str().unwrap_or_default();
    is_plain && hosts.iter().any(|entry| hosts::covers(entry, host))
}

/// The observer of the organization that is named: in the request, in the link, or by being the only one.
async fn observer<'a>(
    state: &'a State,
    given: Option<&str>,
    of_link: Option<&str>,
) -> Result<&'a Observer, Error> {
    let given = given.map(str::trim).filter(|text| !text.is_empty());
    let mut tenants = Vec::new();
    for text in [given, of_link].into_iter().flatten() {
        let authority = Authority::of_tenant(text).ok_or_else(|| Error::bad("bad-request"))?;
        tenants.push(id_of(state, authority).await?);
    }
    tenants.dedup();
    let observers = &state.config.observers;
    match &tenants[..] {
        [tenant] => state
            .config
            .observer(tenant)
            .ok_or_else(|| Error::new(StatusCode::NOT_FOUND, "observer-missing")),
        [] if observers.len() == 1 => Ok(&observers[0]),
        [] => Err(Error::bad("tenant-needed")),
        _ => Err(Error::bad("app-conflict")),
    }
}

/// The ID of a tenant, which a domain stands for.
async fn id_of(state: &State, authority: Authority) -> Result<String, Error> {
    if let Authority::Tenant(id) = authority {
        return Ok(id);
    }
    let address = format!("{}/{}", state.config.microsoft.login, authority.segment());
    let id = state.microsoft.tenant_of(&address, state.clock.now()).await;
    id.ok_or_else(|| Error::bad("tenant-not-found"))
}

/// What the app needs: as its profile says, as its link asks, or unknown.
fn asked(
    client_id: String,
    profile: Option<&Profile>,
    link: Option<&Request>,
) -> Result<Asked, Error> {
    let mut asked = Asked {
        client_id,
        source: Expectation::Unknown,
        delegated: Vec::new(),
        application: Vec::new(),
        for_everybody: link.is_some_and(Request::is_for_everybody),
    };
    if let Some(profile) = profile {
        asked.delegated = values(&profile.delegated);
        asked.application = values(&profile.application);
    } else if let Some(link) = link.filter(|link| says_what(link)) {
        let scopes = link.scopes.iter().filter(|scope| !scope.is_sign_in());
        asked.delegated = scopes.map(plain).collect();
        let is_odd = |scope: &String| {
            scope.len() > LONGEST_SCOPE || !scope.bytes().all(|byte| byte.is_ascii_graphic())
        };
        if asked.delegated.len() > MOST_SCOPES || asked.delegated.iter().any(is_odd) {
            return Err(Error::bad("app-link-unknown"));
        }
    }
    if !(asked.delegated.is_empty() && asked.application.is_empty()) {
        asked.source = match profile {
            Some(_) => Expectation::Profile,
            None => Expectation::Link,
        };
    }
    Ok(asked)
}

/// Whether a link names all that it asks for.
fn says_what(link: &Request) -> bool {
    !link.asks_for_the_whole() && !link.scopes.iter().any(Scope::is_default)
}

fn values(permissions: &[Permission]) -> Vec<String> {
    let values = permissions.iter().map(|one| Scope::parse(&one.value));
    let values = values.filter(|scope| !scope.is_sign_in());
    values.map(|scope| plain(&scope)).collect()
}

/// A permission as it is written here: of Microsoft Graph by its name alone.
fn plain(scope: &Scope) -> String {
    match scope.resource(Catalog::built_in()) {
        Some(resource) if resource.id == "graph" => scope.value().to_owned(),
        _ => String::from(scope.clone()),
    }
}

#[cfg(test)]
mod tests;
