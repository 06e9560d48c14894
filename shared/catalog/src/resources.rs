//! The services that own permissions: how a request names them, and the ids of what they own.

use crate::data::Catalog;
use crate::guid::is_guid;
use crate::hosts::covers;
use crate::permission::Kind;
use crate::resource::{Ids, Resource};
use url::Url;

impl Resource {
    /// What is known of one of its permissions.
    pub fn permission(&self, value: &str) -> Option<&Ids> {
        self.permissions
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(value))
            .map(|(_, ids)| ids)
    }
}

/// The service with that key.
pub fn by_id<'c>(catalog: &'c Catalog, id: &str) -> Option<&'c Resource> {
    catalog.resources.get(id)
}

/// The service a request names by an address or an application id.
pub fn by_name<'c>(catalog: &'c Catalog, name: &str) -> Option<&'c Resource> {
    if is_guid(name) {
        return catalog
            .resources
            .values()
            .find(|resource| resource.app_id.eq_ignore_ascii_case(name));
    }
    let url = Url::parse(name).ok()?;
    let host = url.host_str()?;
    catalog.resources.values().find(|resource| {
        resource
            .addresses
            .iter()
            .any(|address| covers(address, host))
    })
}

/// The permission with that id: of one service, or of Microsoft Graph first and then of any.
pub fn by_permission_id<'c>(
    catalog: &'c Catalog,
    at: Option<&'c Resource>,
    id: &str,
    kind: Kind,
) -> Option<(&'c Resource, &'c str)> {
    let of = |resource: &'c Resource| {
        resource
            .permissions
            .iter()
            .find(|(_, ids)| {
                ids.of(kind)
                    .is_some_and(|known| known.eq_ignore_ascii_case(id))
            })
            .map(|(value, _)| (resource, value.as_str()))
    };
    match at {
        Some(resource) => of(resource),
        None => by_id(catalog, "graph")
            .and_then(of)
            .or_else(|| catalog.resources.values().find_map(of)),
    }
}
