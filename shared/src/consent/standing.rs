//! What is known of the app that asks: by its application id, never by its name.

use super::request::Request;
use crate::client::{self, FirstParty, Report, Reported};
use crate::model::Settings;
use crate::profile::Profile;

/// What is known of the app.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Standing<'a> {
    /// A policy names it as forbidden.
    Forbidden,
    /// A policy names the apps that are allowed, and this is not one of them.
    NotAllowed,
    /// It was reported.
    Reported(&'static Reported),
    /// It has a profile.
    Profiled(&'a Profile),
    /// It is Microsoft's own.
    Microsofts(&'static FirstParty),
    /// Its id says nothing.
    Unknown,
    /// The address does not tell which app it is.
    Unseen,
}

impl<'a> Standing<'a> {
    /// Weighs policy, reports and profiles, the gravest first. A policy that allows an app by its id
    /// speaks for an honest program, and never for one that was made to do harm.
    pub fn of(request: Option<&Request>, app: Option<&'a Profile>, settings: &Settings) -> Self {
        let Some(client_id) = request.map(|request| request.client_id.as_str()) else {
            return Self::Unseen;
        };
        let among = |list: &[String]| list.iter().any(|id| id.eq_ignore_ascii_case(client_id));
        let allowed = among(&settings.allowed_clients);
        let reported = client::reported(client_id);
        match reported {
            _ if among(&settings.forbidden_clients) => Self::Forbidden,
            Some(report) if report.kind == Report::Malicious => Self::Reported(report),
            _ if !settings.allowed_clients.is_empty() && !allowed => Self::NotAllowed,
            Some(report) if !allowed => Self::Reported(report),
            _ => match (app, client::first_party(client_id)) {
                (Some(app), _) => Self::Profiled(app),
                (None, Some(app)) => Self::Microsofts(app),
                (None, None) => Self::Unknown,
            },
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
    use crate::profile;

    const MOVER: &str = "d62121f3-e023-4972-b6b0-794190c0fd98";
    const PERFECT: &str = "ff8d92dc-3d82-41d6-bcbd-b9174d163620";
    const EM_CLIENT: &str = "e9a7fea1-1cc0-4cd9-a31b-9137ca5deedd";

    fn standing(id: &str, allowed: &[&str], forbidden: &[&str]) -> Standing<'static> {
        let list = |ids: &[&str]| ids.iter().map(|id| id.to_uppercase()).collect();
        let settings = Settings {
            allowed_clients: list(allowed),
            forbidden_clients: list(forbidden),
            ..Settings::default()
        };
        let request = Request {
            client_id: id.to_owned(),
            ..Request::default()
        };
        Standing::of(Some(&request), profile::by_client_id(id), &settings)
    }

    #[test]
    fn a_policy_goes_before_a_profile() {
        assert!(matches!(standing(MOVER, &[], &[]), Standing::Profiled(_)));
        assert!(matches!(
            standing(MOVER, &[MOVER], &[]),
            Standing::Profiled(_)
        ));
        assert_eq!(standing(MOVER, &[MOVER], &[MOVER]), Standing::Forbidden);
        assert_eq!(standing(MOVER, &[EM_CLIENT], &[]), Standing::NotAllowed);
    }

    #[test]
    fn a_policy_can_allow_an_honest_program_and_no_other() {
        assert!(matches!(
            standing(EM_CLIENT, &[], &[]),
            Standing::Reported(_)
        ));
        assert_eq!(standing(EM_CLIENT, &[EM_CLIENT], &[]), Standing::Unknown);
        assert!(matches!(
            standing(PERFECT, &[PERFECT], &[]),
            Standing::Reported(_)
        ));
    }

    #[test]
    fn an_app_that_is_not_named_is_unseen_whatever_the_policy() {
        let settings = Settings {
            allowed_clients: vec![MOVER.to_owned()],
            ..Settings::default()
        };
        assert_eq!(Standing::of(None, None, &settings), Standing::Unseen);
    }
}
