//! Who made a change and when, from the directory's own log
//! (<https://learn.microsoft.com/graph/api/directoryaudit-list>).
//!
//! The log never finds a change: it writes events for changes that are none, and none for some that
//! are. It only adds a name and a time to what two readings have shown.

use crate::clock::rfc3339;
use crate::observer::difference::Change;
use crate::observer::reader::Reader;
use crate::observer::snapshot::Audience;
use serde::Deserialize;
use std::collections::{BTreeSet, HashMap};

/// Pages of the log that are read for one round.
const PAGES: usize = 50;

/// The log is read from this long before the last round: it is minutes late.
const EARLIER_MS: u64 = 15 * 60 * 1000;

/// One event.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Event {
    activity_display_name: Option<String>,
    activity_date_time: Option<String>,
    result: Option<String>,
    initiated_by: Option<Initiator>,
    target_resources: Option<Vec<Target>>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Initiator {
    user: Option<Person>,
    app: Option<Program>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Person {
    id: Option<String>,
    user_principal_name: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Program {
    service_principal_id: Option<String>,
    app_id: Option<String>,
    display_name: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Target {
    id: Option<String>,
    modified_properties: Option<Vec<Property>>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Property {
    display_name: Option<String>,
    old_value: Option<String>,
    new_value: Option<String>,
}

#[derive(Deserialize)]
struct Page {
    value: Vec<Event>,
    #[serde(default, rename = "@odata.nextLink")]
    next: Option<String>,
}

/// The events since then, Unix milliseconds; as many as can be had.
pub async fn events(reader: &Reader, since: u64) -> Vec<Event> {
    let since = rfc3339(since.saturating_sub(EARLIER_MS));
    let filter = format!("activityDateTime ge {since} and category eq 'ApplicationManagement'");
    let mut url = reader.url(
        "auditLogs/directoryAudits",
        &[("$filter", &filter), ("$top", "999")],
    );
    let mut events = Vec::new();
    for _ in 0..PAGES {
        let Ok(page) = reader.json::<Page>(&url).await else {
            break;
        };
        events.extend(page.value);
        match page.next.and_then(|next| reader.link(&next)) {
            Some(next) => url = next,
            None => break,
        }
    }
    events
}

/// Adds to each change who made it and when, where exactly that is in the log. Of several events
/// the last counts.
pub fn attribute(changes: &mut [Change], events: &[Event]) {
    let mut by_app: HashMap<String, Vec<&Event>> = HashMap::new();
    for event in events {
        for app in event.apps() {
            by_app.entry(app).or_default().push(event);
        }
    }
    for change in changes {
        let of_app = by_app.get(&change.app.object_id.to_lowercase());
        let made = of_app
            .into_iter()
            .flatten()
            .filter(|event| event.is_of(change))
            .max_by(|one, other| one.at().cmp(&other.at()));
        if let Some(event) = made {
            change.who = event.who();
            change.when = event.activity_date_time.clone().or(change.when.take());
        }
    }
}

impl Event {
    /// Every app that it can be about, by object ID in lowercase.
    fn apps(&self) -> BTreeSet<String> {
        let targets = self.target_resources.as_deref().unwrap_or_default();
        let targets = targets.iter().filter_map(|target| target.id.clone());
        let all = targets.chain(self.values("ServicePrincipal.ObjectID"));
        all.map(|id| id.trim().to_lowercase()).collect()
    }

    fn at(&self) -> Option<jiff::Timestamp> {
        self.activity_date_time.as_deref()?.parse().ok()
    }

    /// The person by sign-in name, else the ID; a display name can be Microsoft's own service.
    fn who(&self) -> Option<String> {
        let initiator = self.initiated_by.as_ref()?;
        let filled = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
        if let Some(person) = &initiator.user
            && let Some(name) = filled(&person.user_principal_name).or(filled(&person.id))
        {
            return Some(name);
        }
        let program = initiator.app.as_ref()?;
        filled(&program.service_principal_id)
            .or(filled(&program.app_id))
            .or(filled(&program.display_name))
    }

    fn is_of(&self, change: &Change) -> bool {
        if self
            .result
            .as_deref()
            .is_some_and(|result| result != "success")
        {
            return false;
        }
        let activity = self.activity_display_name.as_deref().unwrap_or_default();
        let is = |name: &str| activity.trim().eq_ignore_ascii_case(name);
        let client = &change.app.object_id;
        match change.kind.as_str() {
            "delegated-added" => {
                (is("Add delegated permission grant")
                    && self.names("ServicePrincipal.ObjectID", client)
                    && self.grants(change))
                    || (is("Consent to application") && self.targets(client) && self.grants(change))
            }
            // A grant that grew is written as removed and added again: only what is not in the new
            // grant was removed, and that the difference has already found.
            "delegated-removed" => {
                is("Remove delegated permission grant")
                    && self.names("ServicePrincipal.ObjectID", client)
                    && self.grants(change)
            }
            "application-added" => {
                is("Add app role assignment to service principal")
                    && self.names("ServicePrincipal.ObjectID", client)
                    && self.names("AppRole.Value", change.value.as_deref().unwrap_or_default())
            }
            "application-removed" => {
                is("Remove app role assignment from service principal")
                    && self.names("ServicePrincipal.ObjectID", client)
                    && self.names("AppRole.Value", change.value.as_deref().unwrap_or_default())
            }
            "app-added" => is("Add service principal") && self.targets(client),
            "app-removed" => {
                (is("Remove service principal") || is("Hard delete service principal"))
                    && self.targets(client)
            }
            _ => false,
        }
    }

    fn targets(&self, object_id: &str) -> bool {
        let targets = self.target_resources.as_deref().unwrap_or_default();
        targets.iter().any(|target| {
            let id = target.id.as_deref();
            id.is_some_and(|id| id.eq_ignore_ascii_case(object_id))
        })
    }

    /// Values of a property, before or after: JSON in a string.
    fn values(&self, name: &str) -> impl Iterator<Item = String> {
        let targets = self.target_resources.as_deref().unwrap_or_default();
        let properties = targets
            .iter()
            .flat_map(|target| target.modified_properties.as_deref().unwrap_or_default());
        properties
            .filter(move |property| property.display_name.as_deref() == Some(name))
            .flat_map(|property| [&property.old_value, &property.new_value])
            .flatten()
            .map(|text| serde_json::from_str(text).unwrap_or_else(|_| text.clone()))
    }

    fn names(&self, property: &str, value: &str) -> bool {
        !value.is_empty()
            && self
                .values(property)
                .any(|found| found.trim().eq_ignore_ascii_case(value))
    }

    /// Whether a grant of the event has the change's permission, for whom the change has it.
    fn grants(&self, change: &Change) -> bool {
        let Some(scope) = change.scope.as_deref() else {
            return false;
        };
        let has = |text: &str| {
            text.split(|c: char| c.is_whitespace() || c == ',' || c == ']')
                .any(|word| word.eq_ignore_ascii_case(scope))
        };
        let kinds: Vec<String> = self
            .values("DelegatedPermissionGrant.ConsentType")
            .collect();
        let people: Vec<String> = self
            .values("DelegatedPermissionGrant.PrincipalId")
            .collect();
        let is_granted = self
            .values("DelegatedPermissionGrant.Scope")
            .any(|text| has(&text));
        (is_granted && is_for(change, &kinds, &people))
            || self.values("ConsentAction.Permissions").any(|text| {
                // `old => new`: the new grants, each in brackets, are what was consented to.
                let new = text.rsplit("=>").next().unwrap_or(&text);
                new.split('[').any(|grant| {
                    let named = |name: &str| field(grant, name).into_iter().collect::<Vec<_>>();
                    has(grant) && is_for(change, &named("ConsentType"), &named("PrincipalId"))
                })
            })
    }
}

/// A field of a grant as a consent writes it: `ConsentType: AllPrincipals, `.
fn field(grant: &str, name: &str) -> Option<String> {
    let (_, rest) = grant.split_once(&format!("{name}:"))?;
    let end = rest.find([',', ']']).unwrap_or(rest.len());
    Some(rest[..end].to_owned())
}

/// Whether a grant of these kinds and people is for whom a change is. What the event doesn't say contradicts nothing.
fn is_for(change: &Change, kinds: &[String], people: &[String]) -> bool {
    let one_of = |all: &[String], wanted: &str| {
        let mut said = all
            .iter()
            .map(|one| one.trim())
            .filter(|one| !one.is_empty())
            .peekable();
        said.peek().is_none() || said.any(|one| one.eq_ignore_ascii_case(wanted))
    };
    match &change.audience {
        None => true,
        Some(Audience::All) => one_of(kinds, "AllPrincipals"),
        Some(Audience::One(id)) => one_of(kinds, "Principal") && one_of(people, id),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observer::difference::Named;
    use serde_json::{Value, json};

    fn change(kind: &str, scope: Option<&str>, value: Option<&str>) -> Change {
        Change {
            id: String::new(),
            kind: kind.into(),
            app: Named {
                object_id: "client".into(),
                app_id: "app".into(),
                name: "App".into(),
            },
            resource_app_id: None,
            scope: scope.map(str::to_owned),
            value: value.map(str::to_owned),
            audience: None,
            who: None,
            when: None,
            found: String::new(),
        }
    }

    fn event(activity: &str, at: &str, target: &str, properties: &Value) -> Event {
        let user = json!({"displayName": "Azure ESTS Service", "id": "p", "userPrincipalName": "adele@a.example"});
        let event = json!({
            "activityDisplayName": activity, "activityDateTime": at, "result": "success",
            "initiatedBy": {"user": user, "app": null},
            "targetResources": [{"id": target, "modifiedProperties": properties}],
        });
        serde_json::from_value(event).unwrap_or_default()
    }

    fn property(name: &str, value: &str) -> Value {
        json!({"displayName": name, "oldValue": null, "newValue": format!("\"{value}\"")})
    }

    fn who(change: Change, events: &[Event]) -> (Option<String>, Option<String>) {
        let mut changes = [change];
        attribute(&mut changes, events);
        let [change] = changes;
        (change.who, change.when)
    }

    fn grant(activity: &str, at: &str, scope: &str) -> Event {
        let properties = json!([
            property("DelegatedPermissionGrant.Scope", scope),
            property("ServicePrincipal.ObjectID", "client"),
        ]);
        event(activity, at, "the API", &properties)
    }

    #[test]
    fn the_person_is_named_and_not_the_service_that_wrote_the_event() {
        let added = grant(
            "Add delegated permission grant",
            "2026-11-30T08:00:00Z",
            " Mail.Read User.Read",
        );
        let (name, when) = who(change("delegated-added", Some("mail.read"), None), &[added]);
        assert_eq!(name.as_deref(), Some("adele@a.example"));
        assert_eq!(when.as_deref(), Some("2026-11-30T08:00:00Z"));
    }

    #[test]
    fn an_unassign_that_is_written_for_growth_is_not_taken_for_a_removal() {
        let events = [
            grant(
                "Remove delegated permission grant",
                "2026-11-30T08:00:00.1Z",
                "User.Read",
            ),
            grant(
                "Add delegated permission grant",
                "2026-11-30T08:00:00.2Z",
                "User.Read Mail.Read",
            ),
        ];
        let added = change("delegated-added", Some("Mail.Read"), None);
        assert_eq!(
            who(added, &events).1.as_deref(),
            Some("2026-11-30T08:00:00.2Z")
        );
        let removed = change("delegated-removed", Some("Mail.Read"), None);
        assert_eq!(who(removed, &events), (None, None));
    }

    #[test]
    fn a_consent_names_its_client_and_its_new_grant() {
        let permissions = "[] => [[Id: x, ClientId: client, ResourceId: r, ConsentType: AllPrincipals, Scope:  Mail.Read, CreatedDateTime: ]]; ";
        let properties = json!([property("ConsentAction.Permissions", permissions)]);
        let consent = event(
            "Consent to application",
            "2026-11-30T08:00:00Z",
            "client",
            &properties,
        );
        let added = |scope: &str| change("delegated-added", Some(scope), None);
        assert!(
            who(added("Mail.Read"), std::slice::from_ref(&consent))
                .0
                .is_some()
        );
        assert!(who(added("Mail.Send"), &[consent]).0.is_none());
    }

    #[test]
    fn an_application_permission_is_named_by_its_value_and_its_holder() {
        let of = |holder: &str| {
            let properties = json!([
                property("AppRole.Value", "Mail.Read"),
                property("ServicePrincipal.ObjectID", holder),
            ]);
            event(
                "Add app role assignment to service principal",
                "2026-11-30T08:00:00Z",
                "api",
                &properties,
            )
        };
        let added = || change("application-added", None, Some("Mail.Read"));
        assert!(who(added(), &[of("client")]).0.is_some());
        assert!(who(added(), &[of("another")]).0.is_none());
    }

    #[test]
    fn a_change_that_is_not_in_the_log_has_no_name() {
        let failed = Event {
            result: Some("failure".into()),
            ..grant(
                "Add delegated permission grant",
                "2026-11-30T08:00:00Z",
                "Mail.Read",
            )
        };
        let added = change("delegated-added", Some("Mail.Read"), None);
        assert_eq!(who(added, &[failed, Event::default()]), (None, None));
    }

    #[test]
    fn of_two_people_who_consented_each_is_named_for_their_own_grant() {
        let of = |person: &str, at: &str| {
            let permissions = format!(
                "[] => [[Id: x, ClientId: client, PrincipalId: {person}, ResourceId: r, ConsentType: Principal, Scope:  Mail.Read, CreatedDateTime: ]]; "
            );
            let properties = json!([property("ConsentAction.Permissions", &permissions)]);
            let mut consent = event("Consent to application", at, "client", &properties);
            consent.initiated_by = Some(Initiator {
                user: Some(Person {
                    user_principal_name: Some(format!("{person}@a.example")),
                    ..Person::default()
                }),
                app: None,
            });
            consent
        };
        let events = [
            of("adele", "2026-11-30T08:00:00Z"),
            of("ben", "2026-11-30T09:00:00Z"),
        ];
        let granted = |audience: Audience| Change {
            audience: Some(audience),
            ..change("delegated-added", Some("Mail.Read"), None)
        };
        for person in ["adele", "ben"] {
            let (name, _) = who(granted(Audience::One(person.into())), &events);
            assert_eq!(name, Some(format!("{person}@a.example")));
        }
        assert_eq!(who(granted(Audience::All), &events).0, None);
        assert_eq!(who(granted(Audience::One("cleo".into())), &events).0, None);
        let properties = json!([
            property("DelegatedPermissionGrant.Scope", "Mail.Read"),
            property("DelegatedPermissionGrant.ConsentType", "AllPrincipals"),
            property("ServicePrincipal.ObjectID", "client"),
        ]);
        let wide = event(
            "Add delegated permission grant",
            "2026-11-30T08:00:00Z",
            "the API",
            &properties,
        );
        let wide = std::slice::from_ref(&wide);
        assert!(who(granted(Audience::All), wide).0.is_some());
        assert_eq!(who(granted(Audience::One("ben".into())), wide).0, None);
    }

    #[test]
    fn a_long_log_is_not_searched_for_each_of_many_changes() {
        let events: Vec<Event> = (0..20_000)
            .map(|at| {
                let properties = json!([
                    property("DelegatedPermissionGrant.Scope", "Mail.Read"),
                    property("ServicePrincipal.ObjectID", &format!("client-{at}")),
                ]);
                let at = "2026-11-30T08:00:00Z";
                event("Add delegated permission grant", at, "the API", &properties)
            })
            .collect();
        let mut changes: Vec<Change> = (0..20_000)
            .map(|at| {
                let mut change = change("delegated-added", Some("Mail.Read"), None);
                change.app.object_id = format!("Client-{at}");
                change
            })
            .collect();
        attribute(&mut changes, &events);
        assert!(changes.iter().all(|change| change.who.is_some()));
    }
}
