//! What happens next to somebody who has signed in: a pure decision.

use super::errand::{Authorize, Errand, Prompt};
use crate::{
    scenario::UserConsent,
    world::{Account, Permissions, Registration, Role, World},
};

/// The next thing to happen.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Next {
    /// Nothing to ask: the application gets its code.
    Code,
    /// The user's consent page.
    Consent {
        /// Whether it has the checkbox for the whole organization.
        tick: bool,
    },
    /// The admin consent page.
    AdminConsent,
    /// "Need admin approval", with the AADSTS code behind it.
    Approval(u32),
    /// Microsoft's own error page.
    Stop(u32),
    /// An error for the application.
    Back(u32),
}

/// Decides for `account` and `errand`.
pub(crate) fn next(
    world: &World,
    app: &Registration,
    permissions: &Permissions,
    errand: &Errand,
    account: Account,
) -> Next {
    let approval = || {
        Next::Approval(if world.scenario.request_form {
            90095
        } else {
            90094
        })
    };
    if world.app(&app.id).is_some_and(|sp| !sp.enabled) {
        return Next::Stop(7_000_112);
    }
    match errand {
        Errand::AdminConsent(_) if account.is_global_admin() => Next::AdminConsent,
        Errand::AdminConsent(_) => approval(),
        Errand::Authorize(_) if app.first_party => Next::Code,
        Errand::Authorize(request) => {
            // A Global Administrator gets in whatever the switch says.
            if world.assignment_required(&app.id) && !account.is_global_admin() {
                if !world.grants.tenant_wide(&app.id) {
                    return approval();
                }
                if !world.is_assigned(&app.id, account) {
                    return Next::Stop(50105);
                }
            }
            if nothing_to_ask(world, app, request, account) {
                return Next::Code;
            }
            if request.prompt == Some(Prompt::None) {
                return Next::Back(65001);
            }
            if account.is_global_admin() {
                return Next::Consent { tick: true };
            }
            let restricted = request
                .scopes
                .iter()
                .any(|s| permissions.get(s).is_some_and(|p| p.restricted));
            let may = match world.scenario.user_consent {
                UserConsent::Everyone => true,
                UserConsent::Admins => account.role != Role::None,
                UserConsent::Nobody => false,
            };
            if may && !restricted {
                Next::Consent { tick: false }
            } else {
                approval()
            }
        }
    }
}

fn nothing_to_ask(
    world: &World,
    app: &Registration,
    request: &Authorize,
    account: Account,
) -> bool {
    let held = world.grants.held_by(&app.id, account.upn);
    request.prompt != Some(Prompt::Consent) && request.scopes.iter().all(|s| held.contains(s))
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use url::Url;

    use super::*;
    use crate::{
        login::errand::ResponseMode,
        scenario::Scenario,
        world::{Directory, Registry},
    };

    fn request(scopes: &[&str], prompt: Option<Prompt>) -> Errand {
        Errand::Authorize(Authorize {
            client_id: "d62121f3-e023-4972-b6b0-794190c0fd98".to_owned(),
            redirect_uri: "https://backend.example/oauth/callback".to_owned(),
            response_mode: ResponseMode::Query,
            scopes: scopes.iter().map(|s| (*s).to_owned()).collect(),
            state: None,
            nonce: None,
            challenge: None,
            prompt,
            login_hint: None,
            first: None,
        })
    }

    struct Stage {
        world: World,
        app: Registration,
        permissions: Permissions,
    }

    impl Stage {
        fn new(scenario: Scenario) -> Self {
            let registry = Registry::load(&Url::parse("https://backend.example").unwrap()).unwrap();
            let directory = Directory::load().unwrap();
            Self {
                world: World::new(scenario, &registry.star().name, &directory),
                app: registry.star().clone(),
                permissions: Permissions::load().unwrap(),
            }
        }

        fn next(&self, who: usize, errand: &Errand) -> Next {
            next(
                &self.world,
                &self.app,
                &self.permissions,
                errand,
                Account::ALL[who],
            )
        }
    }

    const ADELE: usize = 0;
    const SAM: usize = 1;
    const UMA: usize = 2;

    #[test]
    fn only_the_global_administrator_sees_the_tick() {
        let everyone = Scenario {
            user_consent: UserConsent::Everyone,
            ..Scenario::default()
        };
        let stage = Stage::new(everyone);
        let errand = request(&["openid", "Sites.Manage.All"], None);
        assert_eq!(stage.next(ADELE, &errand), Next::Consent { tick: true });
        assert_eq!(stage.next(SAM, &errand), Next::Consent { tick: false });
        assert_eq!(stage.next(UMA, &errand), Next::Consent { tick: false });
    }

    #[test]
    fn without_a_role_consent_needs_an_admin_by_default() {
        let stage = Stage::new(Scenario::default());
        assert_eq!(
            stage.next(UMA, &request(&["openid"], None)),
            Next::Approval(90094)
        );
        let restricted = request(&["User.Read.All"], None);
        assert_eq!(stage.next(SAM, &restricted), Next::Approval(90094));
    }

    #[test]
    fn consent_is_remembered_unless_the_page_is_asked_for() {
        let mut stage = Stage::new(Scenario::default());
        let scopes = ["openid".to_owned()];
        let app = stage.app.clone();
        stage.world.consent(
            &app,
            Account::ALL[SAM],
            &scopes,
            false,
            Timestamp::UNIX_EPOCH,
        );
        assert_eq!(stage.next(SAM, &request(&["openid"], None)), Next::Code);
        let again = request(&["openid"], Some(Prompt::Consent));
        assert_eq!(stage.next(SAM, &again), Next::Consent { tick: false });
        assert_eq!(
            stage.next(SAM, &request(&["profile"], Some(Prompt::None))),
            Next::Back(65001)
        );
    }

    #[test]
    fn assignment_before_the_grant_locks_others_out_and_never_the_global_administrator() {
        let closed = Scenario {
            assignment_required: true,
            ..Scenario::default()
        };
        let mut stage = Stage::new(closed);
        let errand = request(&["openid"], None);
        assert_eq!(stage.next(SAM, &errand), Next::Approval(90094));
        assert_eq!(stage.next(ADELE, &errand), Next::Consent { tick: true });
        let app = stage.app.clone();
        let roles = ["Sites.Read.All".to_owned()];
        stage.world.admin_consent(
            &app,
            Account::ALL[ADELE],
            &[],
            &roles,
            Timestamp::UNIX_EPOCH,
        );
        assert_eq!(stage.next(SAM, &errand), Next::Stop(50105));
    }
}
