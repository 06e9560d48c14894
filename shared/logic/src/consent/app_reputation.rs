//! What is known of the app that asks: by its application ID, never by its name.

use super::shown::Shown;
use crate::model::Settings;
use consentry_catalog::Catalog;
use consentry_catalog::client::{FirstParty, Report, Reported};
use consentry_catalog::profile::Profile;
use consentry_catalog::request::Request;

/// What is known of the app.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum AppReputation<'a> {
    /// A policy names it as forbidden.
    Forbidden,
    /// A policy names the apps that are allowed, and this is not one of them.
    NotAllowed,
    /// It was reported.
    Reported(&'a Reported),
    /// It has a profile.
    Profiled(&'a Profile),
    /// It is Microsoft's own.
    Microsofts(&'a FirstParty),
    /// Its ID says nothing.
    Unknown,
    /// The address does not name it.
    Unnamed,
}

impl<'a> AppReputation<'a> {
    /// Weighs policy, reports and profiles, the gravest first. A policy that allows an app by its ID
    /// speaks for an honest program, and never for one that was made to do harm. An ID that the page
    /// shows can speak against an app and never for one: whoever names an app chooses what stands there.
    pub fn of(
        catalog: &'a Catalog,
        request: Option<&Request>,
        app: Option<&'a Profile>,
        shown: &Shown,
        settings: &Settings,
    ) -> Self {
        let addressed = request.and_then(|request| request.client_id.as_deref());
        let ids: Vec<&str> = addressed
            .into_iter()
            .chain(shown.app_id.as_deref())
            .collect();
        let reports = || {
            ids.iter()
                .filter_map(|id| consentry_catalog::clients::reported(catalog, id))
        };
        let allowed = ids.iter().all(|id| settings.names_as_allowed(id));
        if ids.iter().any(|id| settings.forbids(id)) {
            return Self::Forbidden;
        }
        if let Some(report) = reports().find(|report| report.kind == Report::Malicious) {
            return Self::Reported(report);
        }
        if !ids.is_empty() && settings.lists_apps() && !allowed {
            return Self::NotAllowed;
        }
        if let Some(report) = reports().next()
            && !allowed
        {
            return Self::Reported(report);
        }
        let Some(client_id) = addressed else {
            return Self::Unnamed;
        };
        match (
            app,
            consentry_catalog::clients::first_party(catalog, client_id),
        ) {
            (Some(app), _) => Self::Profiled(app),
            (None, Some(app)) => Self::Microsofts(app),
            (None, None) => Self::Unknown,
        }
    }

    /// The profile, where it has one and nothing stands against the app.
    pub fn profile(self) -> Option<&'a Profile> {
        match self {
            Self::Profiled(app) => Some(app),
            _ => None,
        }
    }

    /// Whether the app itself is the trouble, tick or no tick.
    pub fn is_refused(self) -> bool {
        matches!(self, Self::Forbidden | Self::NotAllowed | Self::Reported(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOVER: &str = "d62121f3-e023-4972-b6b0-794190c0fd98";
    const PERFECT: &str = "ff8d92dc-3d82-41d6-bcbd-b9174d163620";
    const EM_CLIENT: &str = "e9a7fea1-1cc0-4cd9-a31b-9137ca5deedd";

    fn reputation(id: &str, allowed: &[&str], forbidden: &[&str]) -> AppReputation<'static> {
        let list = |ids: &[&str]| ids.iter().map(|id| id.to_uppercase()).collect();
        let settings = Settings {
            allowed_clients: list(allowed),
            forbidden_clients: list(forbidden),
            ..Settings::default()
        };
        let request = Request {
            client_id: Some(id.to_owned()),
            ..Request::default()
        };
        let shown = Shown::default();
        AppReputation::of(
            Catalog::built_in(),
            Some(&request),
            consentry_catalog::profiles::by_client_id(Catalog::built_in(), id),
            &shown,
            &settings,
        )
    }

    #[test]
    fn a_policy_goes_before_a_profile() {
        assert!(matches!(
            reputation(MOVER, &[], &[]),
            AppReputation::Profiled(_)
        ));
        assert!(matches!(
            reputation(MOVER, &[MOVER], &[]),
            AppReputation::Profiled(_)
        ));
        assert_eq!(
            reputation(MOVER, &[MOVER], &[MOVER]),
            AppReputation::Forbidden
        );
        assert_eq!(
            reputation(MOVER, &[EM_CLIENT], &[]),
            AppReputation::NotAllowed
        );
    }

    #[test]
    fn a_policy_can_allow_an_honest_program_and_no_other() {
        assert!(matches!(
            reputation(EM_CLIENT, &[], &[]),
            AppReputation::Reported(_)
        ));
        assert_eq!(
            reputation(EM_CLIENT, &[EM_CLIENT], &[]),
            AppReputation::Unknown
        );
        assert!(matches!(
            reputation(PERFECT, &[PERFECT], &[]),
            AppReputation::Reported(_)
        ));
    }

    #[test]
    fn an_app_that_is_not_named_is_unnamed_and_what_the_page_shows_speaks_against_it_alone() {
        let reputation = |shown: Option<&str>, allowed: &[&str]| {
            let settings = Settings {
                allowed_clients: allowed.iter().map(|id| (*id).to_owned()).collect(),
                ..Settings::default()
            };
            let shown = Shown {
                app_id: shown.map(str::to_owned),
                ..Shown::default()
            };
            AppReputation::of(Catalog::built_in(), None, None, &shown, &settings)
        };
        assert_eq!(reputation(None, &[]), AppReputation::Unnamed);
        assert_eq!(reputation(None, &[MOVER]), AppReputation::Unnamed);
        assert_eq!(reputation(Some(MOVER), &[]), AppReputation::Unnamed);
        assert_eq!(reputation(Some(MOVER), &[MOVER]), AppReputation::Unnamed);
        assert_eq!(
            reputation(Some(MOVER), &[EM_CLIENT]),
            AppReputation::NotAllowed
        );
        assert!(matches!(
            reputation(Some(PERFECT), &[]),
            AppReputation::Reported(_)
        ));
    }

    #[test]
    fn a_list_of_which_nothing_could_be_read_allows_no_app() {
        let settings = Settings {
            only_allowed: true,
            ..Settings::default()
        };
        let request = Request {
            client_id: Some(MOVER.to_owned()),
            ..Request::default()
        };
        let app = consentry_catalog::profiles::by_client_id(Catalog::built_in(), MOVER);
        let reputation = AppReputation::of(
            Catalog::built_in(),
            Some(&request),
            app,
            &Shown::default(),
            &settings,
        );
        assert_eq!(reputation, AppReputation::NotAllowed);
    }
}
