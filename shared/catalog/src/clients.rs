//! Looking an application ID up among those that are known.

use crate::client::{FirstParty, Reported};
use crate::data::Catalog;
use crate::guid::app_id;

/// The report about an app, if there is one.
pub fn reported<'c>(catalog: &'c Catalog, client_id: &str) -> Option<&'c Reported> {
    let wanted = app_id(client_id)?;
    let clients = &catalog.bad_clients.client;
    clients
        .iter()
        .find(|client| app_id(&client.id).as_ref() == Some(&wanted))
}

/// Whether there are reports about any app.
pub fn any_reported(catalog: &Catalog) -> bool {
    !catalog.bad_clients.client.is_empty()
}

/// The app of Microsoft's with that id.
pub fn first_party<'c>(catalog: &'c Catalog, client_id: &str) -> Option<&'c FirstParty> {
    let wanted = app_id(client_id)?;
    let apps = &catalog.first_party.app;
    apps.iter()
        .find(|app| app_id(&app.id).as_ref() == Some(&wanted))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::client::Report;
    use crate::guid::is_guid;

    use std::collections::BTreeSet;

    #[test]
    fn every_report_has_an_id_a_source_a_day_and_a_sentence() {
        for client in &Catalog::built_in().bad_clients.client {
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
        let all = Catalog::built_in()
            .bad_clients
            .client
            .iter()
            .map(|client| &client.id)
            .chain(
                Catalog::built_in()
                    .first_party
                    .app
                    .iter()
                    .map(|app| &app.id),
            );
        for id in all {
            assert!(seen.insert(id), "{id} is listed twice");
            assert!(
                crate::profiles::by_client_id(Catalog::built_in(), id).is_none(),
                "{id} has a profile"
            );
        }
        assert!(!Catalog::built_in().first_party.source.is_empty());
    }

    #[test]
    fn an_id_is_compared_whatever_its_form() {
        for form in [
            "FF8D92DC-3d82-41d6-bcbd-b9174d163620",
            "{ff8d92dc-3d82-41d6-bcbd-b9174d163620}",
            "ff8d92dc3d8241d6bcbdb9174d163620",
            " ff8d92dc-3d82-41d6-bcbd-b9174d163620\t",
        ] {
            let perfect = reported(Catalog::built_in(), form).map(|client| client.kind);
            assert_eq!(perfect, Some(Report::Malicious), "{form}");
        }
        assert_eq!(
            reported(Catalog::built_in(), "e9a7fea1-1cc0-4cd9-a31b-9137ca5deedd")
                .map(|app| app.kind),
            Some(Report::Abused)
        );
        assert!(
            first_party(Catalog::built_in(), "04B07795-8ddb-461a-bbee-02f9e1bf7b46")
                .is_some_and(|app| app.tool)
        );
        assert_eq!(
            reported(Catalog::built_in(), "11111111-1111-1111-1111-111111111111"),
            None
        );
    }
}
