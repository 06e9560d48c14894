//! Looks at the objects that deltas named: each is asked itself, twenty in a request.
//!
//! Two witnesses have to agree before anything is gone: the delta that says so, and the object that is not there. Where
//! they disagree, one of them is older than the other, and the object is asked again in the next rounds.

use crate::observer::delta::Told;
use crate::observer::difference::{APPS, GRANTS, assigned_to};
use crate::observer::fault::Fault;
use crate::observer::reader::{Answer, Reader};
use crate::observer::rows::json;
use crate::observer::snapshot::Role;
use crate::observer::wire::{self, APP_SELECT};
use crate::store::deltas::Noticed;
use crate::store::observed::{Kind, Row};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;
use std::collections::BTreeSet;
use url::Url;
use uuid::Uuid;

/// An object that contradicts a delta is asked this often; then it is believed.
const TRIES: u32 = 3;

/// An object, asked itself.
#[derive(Clone, Debug, PartialEq)]
pub enum Object {
    /// As it is.
    There(Value),
    /// Not there.
    Missing,
    /// It could not be asked.
    Unknown,
}

/// What follows for an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settled {
    /// It is as it says itself.
    Found,
    /// It is gone.
    Gone,
    /// It is asked again.
    Later,
    /// Nothing; the next whole round will tell.
    Left,
}

/// What follows from a delta's word and the object's own. Pure.
pub fn settle(told: &Told, object: &Object) -> Settled {
    let is_last = told.tries + 1 >= TRIES;
    match (told.removed, object) {
        (true, Object::Missing) => Settled::Gone,
        (false, Object::There(object)) if agrees(told, object) => Settled::Found,
        (_, Object::There(_)) if is_last => Settled::Found,
        (_, Object::Missing) if is_last => Settled::Left,
        _ => Settled::Later,
    }
}

/// Whether an object has the properties that the delta gave it, as far as it shows them.
fn agrees(told: &Told, object: &Value) -> bool {
    let has = |(name, value): (&String, &Value)| object.get(name).is_none_or(|own| own == value);
    told.said.iter().all(has)
}

/// What was found.
#[derive(Debug, Default)]
pub struct Looked {
    /// Rows, each with its list.
    pub rows: Vec<(String, Row)>,
    /// Apps that are gone, by object ID.
    pub apps_gone: BTreeSet<String>,
    /// Delegated grants that are gone, by ID.
    pub grants_gone: BTreeSet<String>,
    /// What has to be looked at again.
    pub waiting: Vec<Noticed>,
}

impl Looked {
    /// Asks each object.
    pub async fn at(reader: &Reader, noticed: Vec<Noticed>) -> Self {
        let urls: Vec<Url> = noticed.iter().map(|one| url(reader, one)).collect();
        let answers = reader.get_all(&urls).await;
        let mut looked = Self::default();
        for (one, answer) in noticed.into_iter().zip(answers) {
            looked.settle(one, &object(answer));
        }
        looked.roles(reader).await;
        looked
    }

    fn settle(&mut self, mut one: Noticed, object: &Object) {
        let Ok(mut told) = serde_json::from_str::<Told>(&one.body) else {
            // Written by a newer version.
            return;
        };
        match settle(&told, object) {
            Settled::Found => {
                let row = match object {
                    Object::There(object) => wire::one(&one.list, object),
                    _ => None,
                };
                self.rows.extend(row.map(|row| (one.list, row)));
            }
            Settled::Gone if one.list == APPS => {
                self.apps_gone.insert(one.id.to_lowercase());
            }
            Settled::Gone => {
                self.grants_gone.insert(one.id);
            }
            Settled::Later => {
                told.tries += u32::from(*object != Object::Unknown);
                one.body = json(&told);
                self.waiting.push(one);
            }
            Settled::Left => {}
        }
    }

    /// The application permissions of each app that was found: no delta names them. What such a list lacks is not gone;
    /// the API's own list tells.
    async fn roles(&mut self, reader: &Reader) {
        let apps: BTreeSet<&str> = self.rows.iter().map(|(_, row)| row.app.as_str()).collect();
        let urls: Vec<Url> = apps
            .iter()
            .map(|app| {
                let path = format!("servicePrincipals/{app}/appRoleAssignments");
                reader.url(&path, &[("$top", "999")])
            })
            .collect();
        let answers = reader.get_all(&urls).await;
        let pages = answers.into_iter().filter_map(|answer| {
            let body = answer.ok()?;
            wire::page(&assigned_to(""), &body)
        });
        let found: Vec<(String, Row)> = pages
            .flat_map(|page| page.rows)
            .filter(|row| row.kind == Kind::Role && apps.contains(row.app.as_str()))
            .filter_map(|row| {
                let role: Role = serde_json::from_str(&row.body).ok()?;
                Some((assigned_to(&role.resource), row))
            })
            .collect();
        self.rows.extend(found);
    }
}

fn url(reader: &Reader, one: &Noticed) -> Url {
    let select = [("$select", APP_SELECT)];
    let query: &[(&str, &str)] = if one.list == GRANTS { &[] } else { &select };
    reader.url(&format!("{}/{}", one.list, one.id), query)
}

fn object(answer: Answer) -> Object {
    match answer {
        Ok(body) => serde_json::from_slice(&body).map_or(Object::Unknown, Object::There),
        Err(Fault::Refused(404, _)) => Object::Missing,
        Err(_) => Object::Unknown,
    }
}

/// The client in a grant's ID, which is made of the IDs of client, resource and person.
pub fn client_of(grant: &str) -> Option<String> {
    let bytes = URL_SAFE_NO_PAD.decode(grant).ok()?;
    let client: [u8; 16] = bytes.get(..16)?.try_into().ok()?;
    let is_whole = matches!(bytes.len(), 32 | 48);
    is_whole.then(|| Uuid::from_bytes_le(client).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn told(removed: bool, said: &Value, tries: u32) -> Told {
        Told {
            removed,
            said: serde_json::from_value(said.clone()).unwrap(),
            tries,
        }
    }

    #[test]
    fn only_what_both_call_gone_is_gone() {
        let removed = |tries| told(true, &json!({}), tries);
        let there = Object::There(json!({"scope": "a"}));
        assert_eq!(settle(&removed(0), &Object::Missing), Settled::Gone);
        assert_eq!(settle(&removed(0), &there), Settled::Later);
        assert_eq!(settle(&removed(9), &Object::Unknown), Settled::Later);
        // It is back, or was never away.
        assert_eq!(settle(&removed(2), &there), Settled::Found);
        let named = |tries| told(false, &json!({"scope": "a"}), tries);
        assert_eq!(settle(&named(0), &Object::Missing), Settled::Later);
        assert_eq!(settle(&named(2), &Object::Missing), Settled::Left);
    }

    #[test]
    fn an_older_word_is_asked_again_and_the_object_decides_in_the_end() {
        let old = |tries| told(false, &json!({"scope": "a", "principalId": null}), tries);
        let now = Object::There(json!({"scope": "a b"}));
        assert_eq!(settle(&old(0), &now), Settled::Later);
        assert_eq!(settle(&old(1), &now), Settled::Later);
        assert_eq!(settle(&old(2), &now), Settled::Found);
        let same = Object::There(json!({"scope": "a", "clientId": "c"}));
        assert_eq!(settle(&old(0), &same), Settled::Found);
    }

    #[test]
    fn a_grant_names_its_client_in_its_id() {
        // From Microsoft's documentation of oAuth2PermissionGrant.
        let id = "l5eW7x0ga0-WDOntXzHateQDNpSH5-lPk9HjD3Sarjk";
        let client = "ef969797-201d-4f6b-960c-e9ed5f31dab5";
        assert_eq!(client_of(id).as_deref(), Some(client));
        assert_eq!(client_of("grant-1"), None);
        assert_eq!(client_of(""), None);
    }
}
