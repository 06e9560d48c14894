//! Graph's shapes, as far as the observer reads them, and the rows they become. Everything can be
//! absent; what cannot be read at all is counted, so that it is not taken for absent.

use crate::observer::difference::{APPS, GRANTS};
use crate::observer::snapshot::{App, Assigned, Audience, Delegated, Enabled, Role};
use crate::store::observed::{Kind, Row};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Properties of a service principal that are asked for. `appRoles` tells which apps are APIs.
pub const APP_SELECT: &str = "id,appId,displayName,appOwnerOrganizationId,verifiedPublisher,accountEnabled,isDisabled,disabledByMicrosoftStatus,deletedDateTime,appRoleAssignmentRequired,servicePrincipalType,passwordCredentials,keyCredentials,appRoles";

/// One page of a list.
#[derive(Debug, Default)]
pub struct Page {
    /// Its rows.
    pub rows: Vec<Row>,
    /// Items that could not be read.
    pub unreadable: u64,
    /// Where the next page is.
    pub next: Option<String>,
    /// How many items the list has (`@odata.count`).
    pub said: Option<u64>,
}

#[derive(Deserialize)]
struct Items<T> {
    value: Vec<T>,
    #[serde(default, rename = "@odata.nextLink")]
    next: Option<String>,
    #[serde(default, rename = "@odata.count")]
    count: Option<u64>,
}

/// Reads a page of that list; nothing if it is none.
pub fn page(list: &str, body: &[u8]) -> Option<Page> {
    match list {
        APPS => items::<ServicePrincipal>(body),
        GRANTS => items::<Grant>(body),
        _ => items::<Assignment>(body),
    }
}

/// Reads one object of that list; nothing if it is none.
pub fn one(list: &str, object: &serde_json::Value) -> Option<Row> {
    if list == APPS {
        ServicePrincipal::deserialize(object).ok()?.row()
    } else {
        Grant::deserialize(object).ok()?.row()
    }
}

trait IntoRow: DeserializeOwned {
    fn row(self) -> Option<Row>;
}

fn items<T: IntoRow>(body: &[u8]) -> Option<Page> {
    if let Ok(items) = serde_json::from_slice::<Items<T>>(body) {
        return Some(rows(items, T::row));
    }
    // One item of another form than documented hides none of the others.
    let items: Items<serde_json::Value> = serde_json::from_slice(body).ok()?;
    Some(rows(items, |item| T::deserialize(item).ok()?.row()))
}

fn rows<T>(items: Items<T>, row: impl Fn(T) -> Option<Row>) -> Page {
    let mut page = Page {
        next: items.next,
        said: items.count,
        ..Page::default()
    };
    for item in items.value {
        match row(item) {
            Some(row) => page.rows.push(row),
            None => page.unreadable += 1,
        }
    }
    page
}

fn row<T: Serialize>(app: String, kind: Kind, id: String, body: &T) -> Option<Row> {
    let is_named = !app.is_empty() && !id.is_empty();
    let body = serde_json::to_string(body).ok().filter(|_| is_named)?;
    Some(Row {
        app,
        kind,
        id,
        body,
    })
}

/// Identifiers are compared as text, and Graph writes GUIDs in any case.
fn id(text: Option<String>) -> Option<String> {
    let mut text = text?.trim().to_owned();
    if uuid::Uuid::try_parse(&text).is_ok() {
        text.make_ascii_lowercase();
    }
    (!text.is_empty()).then_some(text)
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ServicePrincipal {
    id: Option<String>,
    app_id: Option<String>,
    display_name: Option<String>,
    app_owner_organization_id: Option<String>,
    verified_publisher: Option<Publisher>,
    account_enabled: Option<bool>,
    is_disabled: Option<bool>,
    disabled_by_microsoft_status: Option<String>,
    deleted_date_time: Option<String>,
    app_role_assignment_required: Option<bool>,
    #[serde(rename = "servicePrincipalType")]
    kind: Option<String>,
    password_credentials: Option<Vec<Credential>>,
    key_credentials: Option<Vec<Credential>>,
    app_roles: Option<Vec<AppRole>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Publisher {
    display_name: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Credential {
    end_date_time: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct AppRole {
    id: Option<String>,
    value: Option<String>,
    allowed_member_types: Option<Vec<String>>,
}

impl IntoRow for ServicePrincipal {
    fn row(self) -> Option<Row> {
        let object_id = id(self.id)?;
        let credentials = [self.password_credentials, self.key_credentials];
        let ends = credentials.into_iter().flatten().flatten();
        let ends = ends.filter_map(|credential| {
            let at: jiff::Timestamp = credential.end_date_time?.parse().ok()?;
            u64::try_from(at.as_millisecond()).ok()
        });
        let roles = self.app_roles.into_iter().flatten().filter(|role| {
            let types = role.allowed_member_types.as_deref().unwrap_or_default();
            types.iter().any(|kind| kind == "Application")
        });
        let roles: BTreeMap<String, String> = roles
            .filter_map(|role| Some((id(role.id)?, role.value.unwrap_or_default())))
            .collect();
        let is_set = |status: &String| !status.is_empty() && status != "NotDisabled";
        let app = App {
            app_id: id(self.app_id).unwrap_or_else(|| object_id.clone()),
            name: self.display_name.unwrap_or_default(),
            owner_tenant: id(self.app_owner_organization_id),
            publisher: self
                .verified_publisher
                .and_then(|publisher| publisher.display_name)
                .filter(|name| !name.is_empty()),
            enabled: Enabled {
                account: self.account_enabled,
                // Both properties are null until somebody disables the app.
                owner: Some(!self.is_disabled.unwrap_or_default()),
                microsoft: Some(
                    !self
                        .disabled_by_microsoft_status
                        .as_ref()
                        .is_some_and(is_set),
                ),
                deleted: self.deleted_date_time.is_some(),
            },
            assignment_required: self.app_role_assignment_required.unwrap_or_default(),
            kind: self.kind,
            credential_ends: ends.max(),
            roles,
        };
        row(object_id.clone(), Kind::App, object_id, &app)
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Grant {
    id: Option<String>,
    client_id: Option<String>,
    resource_id: Option<String>,
    consent_type: Option<String>,
    principal_id: Option<String>,
    scope: Option<String>,
}

impl IntoRow for Grant {
    fn row(self) -> Option<Row> {
        let (client, resource) = (id(self.client_id)?, id(self.resource_id)?);
        let principal = id(self.principal_id);
        let audience = match (self.consent_type.as_deref(), &principal) {
            (Some(kind), _) if kind.eq_ignore_ascii_case("AllPrincipals") => Audience::All,
            (_, Some(principal)) => Audience::One(principal.clone()),
            // For whom it counts is the one thing that must not be guessed.
            (_, None) => return None,
        };
        let id = self.id.filter(|id| !id.is_empty()).unwrap_or_else(|| {
            let whom = String::from(audience.clone());
            format!("{client}/{resource}/{whom}")
        });
        let grant = Delegated {
            resource,
            audience,
            scope: self.scope.unwrap_or_default(),
        };
        row(client, Kind::Delegated, id, &grant)
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Assignment {
    id: Option<String>,
    app_role_id: Option<String>,
    principal_id: Option<String>,
    principal_type: Option<String>,
    principal_display_name: Option<String>,
    resource_id: Option<String>,
    created_date_time: Option<String>,
}

impl IntoRow for Assignment {
    fn row(self) -> Option<Row> {
        let (principal, resource) = (id(self.principal_id)?, id(self.resource_id)?);
        let role = id(self.app_role_id).unwrap_or_default();
        let key = self
            .id
            .filter(|id| !id.is_empty())
            .unwrap_or_else(|| format!("{principal}/{role}"));
        let name = self.principal_display_name.unwrap_or_default();
        if let Some(kind @ ("User" | "Group")) = self.principal_type.as_deref() {
            let assigned = Assigned {
                id: principal,
                kind: kind.to_owned(),
                name,
            };
            return row(resource, Kind::Assigned, key, &assigned);
        }
        // `ServicePrincipal`, managed identities among them, and what may come: an app either way.
        let held = Role {
            resource,
            role,
            since: self.created_date_time,
            holder: Some(name).filter(|name| !name.is_empty()),
        };
        row(principal, Kind::Role, key, &held)
    }
}

/// The app as it finds itself.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Itself {
    /// Object ID.
    pub id: String,
}

/// An app role that the observer itself holds.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OwnRole {
    /// ID of the app role.
    pub app_role_id: Option<String>,
    /// Object ID of the API.
    pub resource_id: Option<String>,
    /// Name of the API.
    pub resource_display_name: Option<String>,
}

/// The observer's own app roles.
#[derive(Debug, Deserialize)]
pub struct OwnRoles {
    /// One page of them.
    pub value: Vec<OwnRole>,
    /// Where the next page is.
    #[serde(default, rename = "@odata.nextLink")]
    pub next: Option<String>,
}

/// An API, as far as the self-check reads it.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Api {
    /// Object ID.
    pub id: Option<String>,
    /// Application ID.
    pub app_id: Option<String>,
    /// Its app roles.
    #[serde(default)]
    app_roles: Vec<AppRole>,
}

impl std::fmt::Debug for AppRole {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("AppRole").field(&self.value).finish()
    }
}

impl Api {
    /// What a role is called.
    pub fn role(&self, wanted: &str) -> Option<&str> {
        let same = |role: &&AppRole| {
            let id = role.id.as_deref();
            id.is_some_and(|id| id.eq_ignore_ascii_case(wanted))
        };
        self.app_roles.iter().find(same)?.value.as_deref()
    }
}

/// The organization.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Organization {
    /// Tenant ID.
    pub id: String,
    /// Display name.
    pub display_name: Option<String>,
}

/// The list with the organization as its only item.
#[derive(Debug, Deserialize)]
pub struct Organizations {
    /// The item.
    pub value: Vec<Organization>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observer::snapshot::Held;
    use serde_json::json;

    fn read(list: &str, items: &serde_json::Value) -> Page {
        page(list, json!({ "value": items }).to_string().as_bytes()).unwrap()
    }

    fn held(list: &str, items: &serde_json::Value) -> Held {
        let mut held = Held::default();
        for row in read(list, items).rows {
            held.add(row.kind, &row.body);
        }
        held
    }

    #[test]
    fn four_facts_say_whether_an_app_is_enabled() {
        let of = |fields: serde_json::Value| {
            let mut item = json!({"id": "1", "appId": "2"});
            item.as_object_mut()
                .unwrap()
                .extend(fields.as_object().unwrap().clone());
            held(APPS, &json!([item])).app.unwrap().enabled
        };
        let plain = of(json!({"accountEnabled": true}));
        assert_eq!((plain.account, plain.owner), (Some(true), Some(true)));
        assert!(plain.is_enabled());
        assert_eq!(of(json!({})).account, None);
        assert_eq!(of(json!({"isDisabled": true})).owner, Some(false));
        let status = "DisabledDueToViolationOfServicesAgreement";
        let disabled = of(json!({"disabledByMicrosoftStatus": status}));
        assert_eq!(disabled.microsoft, Some(false));
        let fine = of(json!({"disabledByMicrosoftStatus": "NotDisabled"}));
        assert_eq!(fine.microsoft, Some(true));
        assert!(of(json!({"deletedDateTime": "2026-11-01T00:00:00Z"})).deleted);
    }

    #[test]
    fn a_grant_without_an_audience_is_unreadable_and_not_for_all() {
        let page = read(
            GRANTS,
            &json!([{"id": "g", "clientId": "c", "resourceId": "r", "scope": "a"}]),
        );
        assert_eq!((page.rows.len(), page.unreadable), (0, 1));
    }

    #[test]
    fn people_and_groups_are_assigned_and_everything_else_holds_a_role() {
        let item = |kind: &str| {
            json!({"id": kind, "principalId": "p", "principalType": kind,
                "principalDisplayName": "P", "resourceId": "r", "appRoleId": "x"})
        };
        let list = "servicePrincipals/r/appRoleAssignedTo";
        let page = read(
            list,
            &json!([
                item("User"),
                item("Group"),
                item("ServicePrincipal"),
                item("Agent")
            ]),
        );
        let kinds: Vec<Kind> = page.rows.iter().map(|row| row.kind).collect();
        assert_eq!(
            kinds,
            [Kind::Assigned, Kind::Assigned, Kind::Role, Kind::Role]
        );
        assert_eq!(page.rows[0].app, "r");
        assert_eq!(page.rows[2].app, "p");
    }

    #[test]
    fn only_roles_for_applications_make_an_api() {
        let roles = json!([
            {"id": "1", "value": "A", "allowedMemberTypes": ["User"]},
            {"id": "2", "value": "B", "allowedMemberTypes": ["User", "Application"]},
        ]);
        let app = held(APPS, &json!([{"id": "1", "appId": "2", "appRoles": roles}]))
            .app
            .unwrap();
        assert_eq!(app.roles.into_values().collect::<Vec<_>>(), ["B"]);
    }
}
