//! Application ids that are known for what they are: reported as harmful, or Microsoft's own.
//!
//! An app is known by its id alone. What a page calls it, anybody can choose.

use crate::address::app_id;
use crate::data;
use serde::Deserialize;

/// `bad-clients.toml`.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct BadClients {
    /// The apps that were reported.
    client: Vec<Reported>,
}

/// An app that was reported.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reported {
    /// Its application id.
    pub id: String,
    /// What the report calls it.
    pub name: String,
    /// Made to do harm, or an honest program that is also used for it.
    pub kind: Report,
    /// What it was reported for, in our own words.
    pub says: String,
    /// Who reported it.
    pub source: String,
    /// The day of the report, or the day it was read: `2024-08-14`.
    pub date: String,
}

/// What a report says of an app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Report {
    /// Made, or only ever seen, to do harm.
    Malicious,
    /// An honest program that people who broke into accounts use too.
    Abused,
}

/// `first-party.toml`.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct FirstParties {
    /// Where the list is from.
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "kept beside the ids for their readers")
    )]
    source: String,
    /// The apps.
    app: Vec<FirstParty>,
}

/// An app of Microsoft's own.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FirstParty {
    /// Its application id.
    pub id: String,
    /// What Microsoft calls it.
    pub name: String,
    /// It asks for whatever its user wants, so being Microsoft's says nothing of what is agreed to.
    #[serde(default)]
    pub tool: bool,
}

/// The report about an app, if there is one.
pub fn reported(client_id: &str) -> Option<&'static Reported> {
    let wanted = app_id(client_id)?;
    let clients = &data::get().bad_clients.client;
    clients
        .iter()
        .find(|client| app_id(&client.id).as_ref() == Some(&wanted))
}

/// Whether there are reports about any app.
pub fn any_reported() -> bool {
    !data::get().bad_clients.client.is_empty()
}

/// The app of Microsoft's with that id.
pub fn first_party(client_id: &str) -> Option<&'static FirstParty> {
    let wanted = app_id(client_id)?;
    let apps = &data::get().first_party.app;
    apps.iter()
        .find(|app| app_id(&app.id).as_ref() == Some(&wanted))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::is_guid;
    use crate::profile;
    use std::collections::BTreeSet;

    #[test]
    fn every_report_has_an_id_a_source_a_day_and_a_sentence() {
        for client in &data::get().bad_clients.client {
            assert!(is_guid(&client.id), "{} is no application id", client.id);
            assert_eq!(client.id, client.id.to_lowercase());
            assert!(
                !client.name.is_empty() && !client.source.is_empty(),
                "{}",
                client.id
            );
            assert!(client.says.ends_with('.'), "{}: {}", client.id, client.says);
            let day: Vec<&str> = client.date.split('-').collect();
            assert!(
                matches!(day[..], [year, month, day] if year.len() == 4 && month.len() == 2 && day.len() == 2),
                "{}: {} is no day like 2024-08-14",
                client.id,
                client.date
            );
        }
    }

    #[test]
    fn nothing_is_listed_twice_or_on_both_lists_or_has_a_profile() {
        let mut seen = BTreeSet::new();
        let all = data::get()
            .bad_clients
            .client
            .iter()
            .map(|client| &client.id)
            .chain(data::get().first_party.app.iter().map(|app| &app.id));
        for id in all {
            assert!(seen.insert(id), "{id} is listed twice");
            assert!(profile::by_client_id(id).is_none(), "{id} has a profile");
        }
        assert!(!data::get().first_party.source.is_empty());
    }

    #[test]
    fn an_id_is_compared_whatever_its_form() {
        for form in [
            "FF8D92DC-3d82-41d6-bcbd-b9174d163620",
            "{ff8d92dc-3d82-41d6-bcbd-b9174d163620}",
            "ff8d92dc3d8241d6bcbdb9174d163620",
            " ff8d92dc-3d82-41d6-bcbd-b9174d163620\t",
        ] {
            let perfect = reported(form).map(|client| client.kind);
            assert_eq!(perfect, Some(Report::Malicious), "{form}");
        }
        assert_eq!(
            reported("e9a7fea1-1cc0-4cd9-a31b-9137ca5deedd").map(|app| app.kind),
            Some(Report::Abused)
        );
        assert!(first_party("04B07795-8ddb-461a-bbee-02f9e1bf7b46").is_some_and(|app| app.tool));
        assert_eq!(reported("11111111-1111-1111-1111-111111111111"), None);
    }
}
