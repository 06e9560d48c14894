//! Reading one value: what makes no sense is refused in words.

use crate::address::{self, Site};
use consentry_catalog::Catalog;
use consentry_catalog::{guid, languages, pack};
use consentry_wire::text::{Message, Text, in_english, message, say};
use serde_json::{Map, Value};
use url::Url;

/// A language there are words in, and no other: who sets one is to learn that it is not spoken.
pub(super) fn is_language(value: &Value) -> bool {
    value
        .as_str()
        .is_some_and(|tag| languages::languages().contains_key(tag))
}

pub(super) fn language(value: &Value) -> Result<String, Text> {
    if is_language(value) {
        return Ok(value.as_str().unwrap_or_default().to_owned());
    }
    let tags: Vec<Text> = languages::languages().keys().map(Text::from).collect();
    let tags = Text::from(Message::Any(tags));
    Err(say("settings.needs.language", &[("tags", tags)]))
}

pub(super) fn yes_or_no(value: &Value) -> Result<bool, Text> {
    value
        .as_bool()
        .ok_or_else(|| message("settings.needs.yes-or-no"))
}

pub(super) fn backend(value: &Value) -> Result<String, Text> {
    let wrong = || message("settings.needs.backend");
    let text = value.as_str().ok_or_else(wrong)?;
    let url = Url::parse(text).map_err(|_| wrong())?;
    let local = matches!(url.host_str(), Some("localhost" | "127.0.0.1"));
    let plain = url.username().is_empty() && url.password().is_none() && url.query().is_none();
    if (url.scheme() == "https" || (url.scheme() == "http" && local)) && plain {
        Ok(text.trim_end_matches('/').to_owned())
    } else {
        Err(wrong())
    }
}

pub(super) fn portal(catalog: &Catalog, value: &Value) -> Result<String, Text> {
    let text = value.as_str().unwrap_or_default();
    if address::site(catalog, text, "") == Some(Site::Portal) {
        Ok(text.trim_end_matches('/').to_owned())
    } else {
        Err(message("settings.needs.portal"))
    }
}

/// The application ids of a list, and why some of it is left out.
pub(super) fn clients(value: &Value) -> Result<(Vec<String>, Option<Text>), Text> {
    let list = value
        .as_array()
        .ok_or_else(|| message("settings.needs.clients"))?;
    let good: Vec<String> = list
        .iter()
        .filter_map(Value::as_str)
        .filter_map(guid::app_id)
        .collect();
    let left_out = list.len() - good.len();
    let wrong =
        (left_out > 0).then(|| say("settings.needs.client", &[("count", &left_out.to_string())]));
    Ok((good, wrong))
}

/// Changes to profiles, by the profiles' IDs.
pub(super) type Profiles = Map<String, Value>;

/// Profiles that can be used, and of the others why not, by ID.
pub(super) fn profiles(value: &Value) -> Result<(Profiles, Vec<(String, Text)>), Text> {
    // A browser's policy has no free objects: there it is the JSON's text.
    let read = value.as_str().map(serde_json::from_str::<Value>);
    let value = read.and_then(Result::ok).unwrap_or_else(|| value.clone());
    let profiles = value
        .as_object()
        .ok_or_else(|| message("settings.needs.profiles"))?;
    let mut good = Profiles::new();
    let mut wrong = Vec::new();
    for (id, patch) in profiles {
        match pack::profile_problem(id, patch) {
            None => drop(good.insert(id.clone(), patch.clone())),
            Some(why) => wrong.push((id.clone(), in_english(&why))),
        }
    }
    Ok((good, wrong))
}
