//! How a request names a permission: `https://graph.microsoft.com/Mail.Read`, `Mail.Read`,
//! `00000003-…/Mail.Read`, or the id of one.

use crate::data::Catalog;
use crate::permission::Kind;
use crate::resource::Resource;
use crate::scope::Scope;
use crate::{resources, untrusted};
use url::Url;

/// A permission whose name is known.
#[derive(Clone, Debug)]
pub struct Named<'c> {
    /// The service, where it is one that is known.
    pub resource: Option<&'c Resource>,
    /// The permission's value.
    pub value: String,
}

impl Scope {
    /// The service it belongs to. A bare name means Microsoft Graph (facts: protocol A1).
    pub fn resource<'c>(&self, catalog: &'c Catalog) -> Option<&'c Resource> {
        match &self.service {
            Some(service) => resources::by_name(catalog, service),
            None => resources::by_id(catalog, "graph"),
        }
    }

    /// Its name. An id is looked up; none, where nobody knows it.
    pub fn named<'c>(&self, catalog: &'c Catalog, kind: Kind) -> Option<Named<'c>> {
        if !crate::guid::is_guid(&self.value) {
            return Some(Named {
                resource: self.resource(catalog),
                value: self.value.clone(),
            });
        }
        let at = match &self.service {
            Some(service) => Some(resources::by_name(catalog, service)?),
            None => None,
        };
        let (resource, value) = resources::by_permission_id(catalog, at, &self.value, kind)?;
        Some(Named {
            resource: Some(resource),
            value: value.to_owned(),
        })
    }

    /// What it is called where people read it: its value, with the service where that is not
    /// Microsoft Graph.
    pub fn shown(&self, catalog: &Catalog, kind: Kind) -> String {
        let named = self.named(catalog, kind);
        let value = named
            .as_ref()
            .map_or(self.value.as_str(), |named| &named.value);
        let value = &untrusted::text(value, untrusted::NAME);
        match named.as_ref().map(|named| named.resource) {
            Some(Some(resource)) if resource.id == "graph" => value.to_owned(),
            Some(Some(resource)) => format!("{value} ({})", resource.name),
            _ => match self.service.as_deref().map(host) {
                Some(service) => {
                    let service = untrusted::text(&service, untrusted::NAME);
                    format!("{value} ({service})")
                }
                None => value.to_owned(),
            },
        }
    }

    /// Whether two name the same permission of the same service.
    pub fn is(&self, catalog: &Catalog, other: &Self, kind: Kind) -> bool {
        match (self.named(catalog, kind), other.named(catalog, kind)) {
            (Some(one), Some(two)) => {
                one.value.eq_ignore_ascii_case(&two.value)
                    && match (one.resource, two.resource) {
                        (Some(one), Some(two)) => one.id == two.id,
                        (None, None) => self
                            .service
                            .as_deref()
                            .map(host)
                            .eq(&other.service.as_deref().map(host)),
                        _ => false,
                    }
            }
            _ => self == other,
        }
    }
}

/// The host of a service's address, or the whole where it is none.
fn host(service: &str) -> String {
    Url::parse(service)
        .ok()
        .and_then(|url| url.host_str().map(str::to_owned))
        .unwrap_or_else(|| service.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str) -> String {
        Scope::parse(text).shown(Catalog::built_in(), Kind::Delegated)
    }

    #[test]
    fn a_bare_name_and_a_full_one_are_the_same_permission() {
        let bare = Scope::parse("Mail.Read");
        for text in [
            "https://graph.microsoft.com/Mail.Read",
            "https://graph.microsoft.com//mail.read",
            "00000003-0000-0000-c000-000000000000/Mail.Read",
            "https://graph.microsoft.us/Mail.Read",
        ] {
            assert!(
                bare.is(Catalog::built_in(), &Scope::parse(text), Kind::Delegated),
                "{text}"
            );
        }
    }

    #[test]
    fn the_same_name_at_another_service_is_another_permission() {
        let graph = Scope::parse("Sites.FullControl.All");
        let sharepoint = Scope::parse("https://birchwood.sharepoint.com/Sites.FullControl.All");
        assert!(!graph.is(Catalog::built_in(), &sharepoint, Kind::Application));
        assert_eq!(
            sharepoint.shown(Catalog::built_in(), Kind::Application),
            "Sites.FullControl.All (SharePoint)"
        );
        assert_eq!(
            shown("api://11111111-0000-0000-0000-000000000000/access_as_user"),
            "access_as_user (11111111-0000-0000-0000-000000000000)"
        );
    }

    #[test]
    fn an_id_is_resolved_to_its_name_for_its_kind() {
        let read = Scope::parse("570282fd-fa5c-430d-a7fd-fc8dc98a9dca");
        assert_eq!(
            read.shown(Catalog::built_in(), Kind::Delegated),
            "Mail.Read"
        );
        assert!(read.named(Catalog::built_in(), Kind::Application).is_none());
        let site = Scope::parse(
            "00000003-0000-0ff1-ce00-000000000000/678536fe-1083-478a-9c59-b99265e6b0d3",
        );
        assert_eq!(
            site.shown(Catalog::built_in(), Kind::Application),
            "Sites.FullControl.All (SharePoint)"
        );
    }

    #[test]
    fn an_id_shared_by_two_services_is_the_one_of_the_service_asked() {
        let id = "ef54d2bf-783f-4e0f-bca1-3210c0444d99";
        let at = |service: &str| {
            Scope::parse(&format!("{service}/{id}")).shown(Catalog::built_in(), Kind::Application)
        };
        assert_eq!(at("https://graph.microsoft.com"), "Calendars.ReadWrite");
        assert_eq!(
            at("https://outlook.office365.com"),
            "Calendars.ReadWrite.All (Exchange)"
        );
    }

    proptest! {
        #[test]
        fn no_text_panics_and_each_is_kept_as_it_was(text in "\\PC{0,60}") {
            let scope = Scope::parse(&text);
            scope.shown(Catalog::built_in(), Kind::Delegated);
            let kept = String::from(scope.clone());
            prop_assert_eq!(Scope::parse(&kept), scope);
        }
    }

    #[test]
    fn a_service_is_given_to_what_has_none_and_not_to_the_sign_in() {
        let at = |text: &str| String::from(Scope::parse(text).at("https://vault.azure.net/"));
        assert_eq!(
            at("user_impersonation"),
            "https://vault.azure.net/user_impersonation"
        );
        assert_eq!(at("openid"), "openid");
        assert_eq!(
            at("https://graph.microsoft.com/Mail.Read"),
            "https://graph.microsoft.com/Mail.Read"
        );
    }

    #[test]
    fn permissions_of_services_that_nobody_knows_are_told_apart_by_their_hosts() {
        let same = |one: &str, other: &str| {
            Scope::parse(one).is(Catalog::built_in(), &Scope::parse(other), Kind::Delegated)
        };
        assert!(same(
            "https://one.example/Read",
            "https://ONE.example//read"
        ));
        assert!(!same(
            "https://one.example/Read",
            "https://two.example/Read"
        ));
        assert!(!same(
            "https://one.example/Read",
            "https://one.example/Write"
        ));
        assert!(!same("https://one.example/Mail.Read", "Mail.Read"));
        let nobodys = "11111111-2222-4333-8444-555555555555";
        assert!(same(nobodys, nobodys));
        assert!(!same(nobodys, "11111111-2222-4333-8444-555555555556"));
    }
}
