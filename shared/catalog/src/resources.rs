//! The services that own permissions: how a request names them, and the ids of what they own.

use crate::data;
use crate::guid::is_guid;
use crate::hosts::covers;
use crate::permission::Kind;
use crate::resource::{Ids, Resource};
use url::Url;

impl Resource {
    /// Its key in the table.
    pub fn id(&self) -> &'static str {
        data::get()
            .resources
            .iter()
            .find(|(_, known)| known.app_id == self.app_id)
            .map_or("", |(id, _)| id)
    }

    /// What is known of one of its permissions.
    pub fn permission(&self, value: &str) -> Option<&Ids> {
        self.permissions
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(value))
            .map(|(_, ids)| ids)
    }
}

/// The service with that key.
pub fn by_id(id: &str) -> Option<&'static Resource> {
    data::get().resources.get(id)
}

/// The service a request names by an address or an application id.
pub fn by_name(name: &str) -> Option<&'static Resource> {
    if is_guid(name) {
        return data::get()
            .resources
            .values()
            .find(|resource| resource.app_id.eq_ignore_ascii_case(name));
    }
    let url = Url::parse(name).ok()?;
    let host = url.host_str()?;
    data::get().resources.values().find(|resource| {
        resource
            .addresses
            .iter()
            .any(|address| covers(address, host))
    })
}

/// The permission with that id: of one service, or of Microsoft Graph first and then of any.
pub fn by_permission_id(
    at: Option<&'static Resource>,
    id: &str,
    kind: Kind,
) -> Option<(&'static Resource, &'static str)> {
    let of = |resource: &'static Resource| {
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
        None => by_id("graph")
            .and_then(of)
            .or_else(|| data::get().resources.values().find_map(of)),
    }
}
