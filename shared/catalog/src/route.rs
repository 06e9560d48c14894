//! The portals' own route grammar, in their fragments.

use crate::data::Catalog;
use crate::guid::is_guid;
use consentry_wire::journey::Place;

/// Where a portal's fragment leads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Route {
    /// The blade's name, without a `.ReactView` suffix.
    pub blade: String,
    /// The menu item, if one is named.
    pub item: String,
    /// `objectId`, lower case.
    pub object_id: Option<String>,
    /// `appId`, lower case.
    pub app_id: Option<String>,
    /// Whether it names two different things by one of these.
    pub unclear: bool,
}

/// Reads `[@tenant/]{view|blade}/Extension/Blade[/[~/]MenuItem][/key/value]…` in all its forms
/// (docs/facts/portal.md P1): old and new spelling, keys in any order and such as nobody has seen
/// before, values that say null, percent signs, a query inside of the fragment.
pub fn route(catalog: &Catalog, fragment: &str) -> Option<Route> {
    let segments = segments(fragment);
    let mut segments = segments.iter().map(String::as_str);
    let kind = segments.next()?;
    if !(kind.eq_ignore_ascii_case("view") || kind.eq_ignore_ascii_case("blade")) {
        return None;
    }
    let _extension = segments.next()?;
    let blade = without_view(segments.next()?);
    if blade.is_empty() {
        return None;
    }
    let rest: Vec<&str> = segments.collect();
    let (item, rest) = menu_item(catalog, &rest);
    Some(Route {
        blade: blade.to_owned(),
        item: without_view(item).to_owned(),
        unclear: ["objectId", "appId"]
            .iter()
            .any(|name| parameter(rest, name).is_err()),
        object_id: parameter(rest, "objectId").unwrap_or_default(),
        app_id: parameter(rest, "appId").unwrap_or_default(),
    })
}

/// The address of a page of an app; nothing of a place that is not in the portal.
pub fn of_app(portal: &str, place: Place, object_id: &str, app_id: &str) -> Option<String> {
    let item = match place {
        Place::Entry => return None,
        Place::Permissions => "Permissions",
        Place::Users => "Users",
        Place::Properties => "Properties",
    };
    let portal = portal.trim_end_matches('/');
    Some(format!(
        "{portal}/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/{item}/objectId/{object_id}/appId/{app_id}"
    ))
}

/// The parts of a fragment between its slashes, decoded, without tenant and query.
pub fn segments(fragment: &str) -> Vec<String> {
    let decode = |text: &str| {
        percent_encoding::percent_decode_str(text)
            .decode_utf8_lossy()
            .trim()
            .to_owned()
    };
    // A sign-in on the way may have encoded the whole of it, slashes and all.
    let whole = if fragment.contains('/') {
        fragment.to_owned()
    } else {
        decode(fragment)
    };
    let path = whole.split('?').next().unwrap_or_default();
    let path = path.trim_start_matches('/');
    let path = match path.strip_prefix('@').or_else(|| path.strip_prefix("%40")) {
        Some(rest) => rest.split_once('/').map_or("", |(_, rest)| rest),
        None => path,
    };
    path.split('/').map(decode).collect()
}

fn without_view(name: &str) -> &str {
    const SUFFIX: &str = ".ReactView";
    match name.len().checked_sub(SUFFIX.len()) {
        Some(at) if name.is_char_boundary(at) && name[at..].eq_ignore_ascii_case(SUFFIX) => {
            &name[..at]
        }
        _ => name,
    }
}

/// The menu item that segments begin with, and the parameters after it.
///
/// The new spelling puts `~` before it. In the old one it is told from a parameter's name by what
/// follows: a known name, nothing, or as many segments as make pairs.
fn menu_item<'a>(catalog: &Catalog, segments: &'a [&'a str]) -> (&'a str, &'a [&'a str]) {
    let (marked, rest) = match segments {
        ["~", rest @ ..] => (true, rest),
        _ => (false, segments),
    };
    let [first, tail @ ..] = rest else {
        return ("", rest);
    };
    let is_item = !is_key(catalog, first)
        && (marked
            || first.starts_with('~')
            || match tail {
                [next, ..] if is_key(catalog, next) => true,
                [_, after, ..] if is_key(catalog, after) => false,
                _ => tail.len().is_multiple_of(2),
            });
    if is_item {
        (first.trim_start_matches('~'), tail)
    } else {
        ("", rest)
    }
}

/// The GUID that follows a parameter's name; an error where there are two that differ.
fn parameter(segments: &[&str], name: &str) -> Result<Option<String>, ()> {
    let mut found = segments
        .windows(2)
        .filter(|pair| key_name(pair[0]).eq_ignore_ascii_case(name))
        .map(|pair| pair[1].to_lowercase())
        .filter(|value| is_guid(value));
    let Some(first) = found.next() else {
        return Ok(None);
    };
    if found.all(|other| other == first) {
        Ok(Some(first))
    } else {
        Err(())
    }
}

fn key_name(segment: &str) -> &str {
    segment.strip_suffix('~').unwrap_or(segment)
}

/// Whether a segment is a parameter's name and not a menu item. A tilde at its end says so.
fn is_key(catalog: &Catalog, segment: &str) -> bool {
    let name = key_name(segment);
    (segment.ends_with('~') && !name.is_empty())
        || catalog
            .routes
            .keys
            .iter()
            .any(|key| key.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests;
