//! The apps and grants of a large organization, which only Graph shows: made from a number, the same
//! in every run, and never in memory as a whole.

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use uuid::Uuid;

use super::guid;
use crate::scenario::Scenario;

/// Of so many of these apps one holds an application permission, where nothing else is said.
const EACH: u32 = 10;

/// Permissions that the grants are made of.
const SCOPES: [&str; 5] = [
    "User.Read",
    "User.Read offline_access",
    " Mail.Read  User.Read",
    "Files.Read.All openid profile",
    "Calendars.Read",
];

/// What a grant holds that has changed.
const CHANGED: &str = "User.Read Mail.Send";

/// The apps that only Graph shows.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Large {
    apps: u32,
    holders: u32,
    grants: u32,
    churn: u32,
    users: u32,
}

impl Large {
    pub(crate) fn of(scenario: &Scenario) -> Self {
        Self {
            apps: scenario.graph_apps,
            holders: match scenario.graph_holders {
                0 => scenario.graph_apps.div_ceil(EACH),
                some => some.min(scenario.graph_apps),
            },
            grants: if scenario.graph_apps == 0 {
                0
            } else {
                scenario.graph_grants
            },
            churn: scenario.graph_churn,
            users: scenario.users.max(1),
        }
    }

    /// How many apps there are.
    pub(crate) fn apps(self) -> usize {
        self.apps as usize
    }

    /// How many grants there are.
    pub(crate) fn grants(self) -> usize {
        self.grants as usize
    }

    /// How many of the apps hold an application permission.
    pub(crate) fn holders(self) -> usize {
        self.holders as usize
    }

    /// How many of the grants have changed, the first ones.
    pub(crate) fn churn(self) -> usize {
        self.churn as usize
    }

    /// Each how many apps one holds an application permission.
    fn step(self) -> usize {
        (self.apps / self.holders.max(1)).max(1) as usize
    }

    /// The place of an app among those that hold one.
    pub(crate) fn place(self, number: usize) -> Option<usize> {
        let place = number / self.step();
        (number.is_multiple_of(self.step()) && place < self.holders()).then_some(place)
    }

    /// Numbers of the grants of an app.
    pub(crate) fn grants_of(self, number: usize) -> impl Iterator<Item = usize> {
        (number..self.grants()).step_by(self.apps().max(1))
    }

    /// The number of the app with that object id, if it is one of these.
    pub(crate) fn number(self, object_id: &str) -> Option<usize> {
        let id: Uuid = object_id.parse().ok()?;
        let number = usize::try_from(id.as_u128() & u128::from(u32::MAX)).ok()?;
        (number < self.apps() && object(number) == id).then_some(number)
    }

    /// An app, as Graph shows it.
    pub(crate) fn app(number: usize) -> Value {
        json!({
            "id": object(number),
            "appId": guid(&format!("large application {number}")),
            "displayName": name(number),
            "accountEnabled": !number.is_multiple_of(97),
            "appRoleAssignmentRequired": asks_for_assignment(number),
            "appOwnerOrganizationId": guid(&format!("publisher {}", number % 400)),
            "servicePrincipalType": if number % 8 == 7 { "ManagedIdentity" } else { "Application" },
            "verifiedPublisher": {
                "displayName": number.is_multiple_of(3).then(|| format!("Publisher {}", number % 400)),
                "verifiedPublisherId": null, "addedDateTime": null,
            },
            "tags": ["WindowsAzureActiveDirectoryIntegratedApp"],
            "appRoles": [],
        })
    }

    /// A grant, as Graph shows it: the consent type, the client and the person follow from its number.
    pub(crate) fn grant(self, number: usize, resource: Uuid) -> Value {
        let (app, round) = (number % self.apps().max(1), number / self.apps().max(1));
        let client = object(app);
        // An app has one grant for everyone at most, and each other for another person.
        let is_for_all = round == 0 && app.is_multiple_of(5);
        let person = (!is_for_all).then(|| self.person(app, round));
        let parts = [Some(client), Some(resource), person];
        let bytes: Vec<u8> = parts
            .into_iter()
            .flatten()
            .flat_map(|id| id.to_bytes_le())
            .collect();
        let scope = if number < self.churn as usize {
            CHANGED
        } else {
            SCOPES[number % SCOPES.len()]
        };
        json!({
            "id": BASE64_URL_SAFE_NO_PAD.encode(bytes),
            "clientId": client,
            "resourceId": resource,
            "consentType": if person.is_some() { "Principal" } else { "AllPrincipals" },
            "principalId": person,
            "scope": scope,
        })
    }

    fn person(self, app: usize, round: usize) -> Uuid {
        guid(&format!(
            "large person {}",
            app % self.users as usize + round
        ))
    }

    /// An app role that one of the apps holds.
    pub(crate) fn holder(self, place: usize, role: &str, resource: Uuid) -> Value {
        let number = place * self.step();
        json!({
            "id": guid(&format!("large assignment {number}")),
            "appRoleId": role,
            "principalId": object(number),
            "principalDisplayName": name(number),
            "principalType": "ServicePrincipal",
            "resourceId": resource,
            "resourceDisplayName": "Microsoft Graph",
            "createdDateTime": "2026-01-15T09:00:00Z",
        })
    }
}

fn asks_for_assignment(number: usize) -> bool {
    number % 1000 == 5
}

/// Its low half is the number, so that it is found again.
fn object(number: usize) -> Uuid {
    let high = guid("large organization").as_u128() >> 32 << 32;
    Uuid::from_u128(high | number as u128)
}

fn name(number: usize) -> String {
    format!("Line of business {number}")
}
