//! An app that nobody has written a profile for. It is known by its application ID alone: what a page calls it, or what a
//! link says of it, its maker chose.

use crate::address::{self, Site};
use consentry_catalog::Catalog;
use consentry_catalog::guid;
use consentry_catalog::profile::Profile;
use consentry_catalog::profiles;
use consentry_catalog::request::{self, LONGEST};
use consentry_wire::api::Status;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use url::Url;

/// What the profile ID of such an app begins with; its application ID follows.
const BEGINNING: &str = "app:";

/// What the backend reads of a consent link. All else of it stays here: it may name a person.
const KEPT: [&str; 6] = [
    "client_id",
    "appid",
    "prompt",
    "resource",
    "scope",
    "tenant",
];

/// An app as a person named it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedApp {
    /// Its application ID.
    pub client_id: String,
    /// The consent link that named it: it says what the app asks for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

/// The profile ID under which a journey keeps such an app.
pub(crate) fn id(client_id: &str) -> String {
    format!("{BEGINNING}{client_id}")
}

/// Whether nobody has written a profile for an app.
pub(crate) fn is(app: &Profile) -> bool {
    app.id.starts_with(BEGINNING)
}

/// The application ID in the profile ID of such an app.
pub(crate) fn client_id(profile: &str) -> Option<&str> {
    profile.strip_prefix(BEGINNING)
}

/// The app of a journey: a profile, or one for the occasion that says nothing but the application ID.
pub(crate) fn app<'c>(catalog: &'c Catalog, profile: &str) -> Option<Cow<'c, Profile>> {
    app_called(catalog, profile, None)
}

/// The same, with the name that it has in the organization, where the observer has told one.
pub(crate) fn app_called<'c>(
    catalog: &'c Catalog,
    profile: &str,
    name: Option<&str>,
) -> Option<Cow<'c, Profile>> {
    let Some(client_id) = client_id(profile) else {
        return profiles::by_id(catalog, profile).map(Cow::Borrowed);
    };
    let is_id = guid::app_id(client_id).as_deref() == Some(client_id);
    is_id.then(|| {
        Cow::Owned(Profile {
            id: profile.to_owned(),
            // What it asks for is not known.
            unverified: ["delegated", "application"].map(str::to_owned).to_vec(),
            ..Profile::of_app(client_id, name.unwrap_or(client_id))
        })
    })
}

/// The profile ID of the app with that application ID, be there a profile or not.
pub(crate) fn profile_of(catalog: &Catalog, client_id: &str) -> String {
    profiles::by_client_id(catalog, client_id).map_or_else(|| id(client_id), |app| app.id.clone())
}

/// The profile ID of the app of a connection.
pub(crate) fn of_status(status: &Status) -> String {
    match &status.asked {
        Some(asked) if status.profile.is_empty() => id(&asked.client_id),
        _ => status.profile.clone(),
    }
}

/// Reads an application ID, a consent link, or the address of an app in the portal. What names two apps names none.
pub(crate) fn read(catalog: &Catalog, text: &str) -> Option<NamedApp> {
    let text = text.trim();
    if let Some(client_id) = guid::app_id(text) {
        return Some(NamedApp {
            client_id,
            link: None,
        });
    }
    let url = Url::parse(text).ok().filter(|_| text.len() <= LONGEST)?;
    match address::site(catalog, text, "")? {
        Site::Login => {
            let request = request::request(text)?;
            let client_id = request.client_id.filter(|_| request.doubts.is_empty())?;
            Some(NamedApp {
                client_id,
                link: Some(cleaned(url)),
            })
        }
        Site::Portal => {
            let route = consentry_catalog::route::route(catalog, url.fragment()?)?;
            let named = route.app_id.filter(|_| !route.unclear)?;
            Some(NamedApp {
                client_id: guid::app_id(&named)?,
                link: None,
            })
        }
        Site::Entry | Site::Frame | Site::HandOff | Site::Personal => None,
    }
}

/// A consent link without what is nobody's business: a state, a hint at an account.
fn cleaned(mut url: Url) -> String {
    let kept: Vec<(String, String)> = url
        .query_pairs()
        .filter(|(key, _)| KEPT.iter().any(|known| known.eq_ignore_ascii_case(key)))
        .map(|(key, value)| (key.into_owned(), value.into_owned()))
        .collect();
    url.query_pairs_mut().clear().extend_pairs(kept);
    url.set_fragment(None);
    // Neither can fail on an address with a host.
    let _ = url.set_username("");
    let _ = url.set_password(None);
    url.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "11111111-2222-4333-8444-555555555555";
    const OTHER: &str = "66666666-2222-4333-8444-555555555555";

    fn named(text: &str) -> Option<String> {
        read(Catalog::built_in(), text).map(|named| named.client_id)
    }

    #[test]
    fn an_app_is_named_by_its_id_a_consent_link_or_its_address_in_the_portal() {
        let portal =
            "https://portal.azure.com/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Overview";
        for text in [
            format!(" {} ", ID.to_uppercase()),
            format!("{{{ID}}}"),
            format!(
                "https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id={ID}"
            ),
            format!(
                "https://login.microsoftonline.com/birchwood.example/adminconsent?client_id={ID}"
            ),
            format!("{portal}/objectId/{OTHER}/appId/{ID}"),
            format!(
                "https://entra.microsoft.com/?l=en#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/appId/{ID}"
            ),
        ] {
            assert_eq!(named(&text).as_deref(), Some(ID), "{text}");
        }
    }

    #[test]
    fn what_names_no_app_or_two_of_them_is_none() {
        let login = "https://login.microsoftonline.com/common/oauth2/v2.0/authorize";
        for text in [
            String::new(),
            "Contoso Backup".to_owned(),
            login.to_owned(),
            format!("{login}?client_id=contoso"),
            format!("{login}?client_id={ID}&client_id={OTHER}"),
            format!("https://login.example/common/oauth2/v2.0/authorize?client_id={ID}"),
            format!("http://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id={ID}"),
            format!("https://portal.azure.com/#view/A/B/appId/{ID}/appId/{OTHER}"),
            format!("https://portal.azure.com/#view/A/B/objectId/{ID}"),
            format!("javascript:alert('{ID}')"),
            format!("{login}?client_id={ID}&state={}", "x".repeat(LONGEST)),
        ] {
            assert_eq!(read(Catalog::built_in(), &text), None, "{text}");
        }
    }

    #[test]
    fn of_a_link_stays_what_it_asks_for_and_nothing_of_the_person() {
        let link = format!(
            "https://me:secret@login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id={ID}\
             &scope=openid%20Mail.Read&login_hint=adele%40birchwood.example&state=1&nonce=2#x"
        );
        assert_eq!(
            read(Catalog::built_in(), &link)
                .and_then(|named| named.link)
                .as_deref(),
            Some(&*format!(
                "https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id={ID}&scope=openid+Mail.Read"
            ))
        );
    }

    #[test]
    fn an_app_without_a_profile_is_nothing_but_its_id() {
        let of = app(Catalog::built_in(), &id(ID)).expect("an ID");
        assert_eq!((of.name.as_str(), of.is(ID)), (ID, true));
        assert!(is(&of) && of.tick.is_none() && of.entry.is_none() && !of.entered);
        assert!(app(Catalog::built_in(), "office-365-mover").is_some_and(|app| !is(&app)));
        for wrong in [
            "app:",
            "app:mover",
            &format!("app:{}", "A".repeat(32)),
            "mover",
        ] {
            assert!(app(Catalog::built_in(), wrong).is_none(), "{wrong}");
        }
    }
}
