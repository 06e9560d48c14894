//! The world as one value.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};

use super::{
    Account, Consent, ConsentKind, Directory, Flows, Grants, History, OBSERVER, Registration, Role,
    ServicePrincipal, SignIn, Tokens, guid,
};
use crate::{
    mover::Connectors,
    scenario::{Scenario, Starter},
};

/// Everything that changes.
pub(crate) struct World {
    pub(crate) scenario: Scenario,
    pub(crate) apps: Vec<ServicePrincipal>,
    pub(crate) grants: Grants,
    pub(crate) flows: Flows,
    pub(crate) history: History,
    /// Cookie to account, for the sign-in pages.
    pub(crate) sessions: HashMap<String, Account>,
    /// Cookie to account, for the portals.
    pub(crate) portal_sessions: HashMap<String, Account>,
    pub(crate) connectors: Connectors,
    /// What tokens of Graph's deltas stand for.
    pub(crate) tokens: Tokens,
    /// Whether the sessions have ended once.
    sessions_ended: bool,
}

impl World {
    /// A tenant in which nothing has happened yet.
    pub(crate) fn new(scenario: Scenario, star: &str, directory: &Directory) -> Self {
        let mut world = Self {
            apps: ServicePrincipal::crowd(&scenario, star, &directory.apps),
            scenario,
            grants: Grants::default(),
            flows: Flows::default(),
            history: History::default(),
            sessions: HashMap::new(),
            portal_sessions: HashMap::new(),
            connectors: Connectors::default(),
            tokens: Tokens::default(),
            sessions_ended: false,
        };
        world.observe();
        world
    }

    /// Puts the organization's own registration into the tenant, with what the scenario gives it.
    fn observe(&mut self) {
        let values = self.scenario.observer.permissions();
        if values.is_empty() {
            self.apps.retain(|sp| sp.app_id != OBSERVER);
        } else if !self.apps.iter().any(|sp| sp.app_id == OBSERVER) {
            self.apps.push(ServicePrincipal::observer());
        }
        let values: Vec<String> = values.iter().map(|value| (*value).to_owned()).collect();
        let sign_in = ["openid", "profile"].map(str::to_owned);
        let delegated = if values.is_empty() { &[][..] } else { &sign_in };
        // Granted long ago: Graph has shown it all along.
        self.grants
            .grant_declared(OBSERVER, delegated, &values, Timestamp::UNIX_EPOCH);
    }

    /// Puts an application into the tenant that nobody has granted anything, where the scenario wants it.
    pub(crate) fn list(&mut self, app: &Registration) {
        if self.scenario.companion_listed {
            self.ensure(app);
        }
    }

    /// What had happened before the rehearsal, where the scenario wants it: the starter consented
    /// to being signed in.
    pub(crate) fn earlier(&mut self, app: &Registration, now: Timestamp) {
        if !self.scenario.earlier_consent {
            return;
        }
        self.ensure(app);
        let starters = Account::ALL.into_iter().filter(|a| self.is_starter(*a));
        for account in starters.collect::<Vec<_>>() {
            let scopes = ["openid", "profile"].map(str::to_owned);
            self.grants
                .delegate(&app.id, Some(account.upn), scopes, now);
        }
    }

    /// Whether somebody is the one who begins in the wizard.
    pub(crate) fn is_starter(&self, account: Account) -> bool {
        let role = match self.scenario.starter {
            Starter::GlobalAdmin => Role::GlobalAdministrator,
            Starter::SharepointAdmin => Role::SharePointAdministrator,
        };
        account.role == role
    }

    /// The tenant's first domain.
    pub(crate) const DOMAIN: &'static str = "birchwood.onmicrosoft.com";

    /// The tenant's id, the same in every run.
    pub(crate) fn tenant_id() -> String {
        guid("practice tenant").to_string()
    }

    /// Whether `alias`, a path segment, can mean this tenant.
    pub(crate) fn is_tenant(alias: &str) -> bool {
        matches!(alias, "common" | "organizations") || Self::is_this_tenant(alias)
    }

    /// Whether `alias` means this tenant and no other.
    pub(crate) fn is_this_tenant(alias: &str) -> bool {
        alias.eq_ignore_ascii_case(&Self::tenant_id())
            || alias.eq_ignore_ascii_case("birchwood.example")
            || alias.eq_ignore_ascii_case(Self::DOMAIN)
    }

    /// Time between a grant and its being seen.
    pub(crate) fn propagation(&self) -> SignedDuration {
        SignedDuration::from_secs(self.scenario.propagation_s.into())
    }

    /// The service principal of an application, once there is one.
    pub(crate) fn app(&self, app_id: &str) -> Option<&ServicePrincipal> {
        self.apps
            .iter()
            .find(|sp| sp.app_id.eq_ignore_ascii_case(app_id))
    }

    /// A service principal by its object id.
    pub(crate) fn object(&self, object_id: &str) -> Option<&ServicePrincipal> {
        self.apps
            .iter()
            .find(|sp| sp.object_id.to_string().eq_ignore_ascii_case(object_id))
    }

    /// As [`Self::object`], to change it.
    pub(crate) fn object_mut(&mut self, object_id: &str) -> Option<&mut ServicePrincipal> {
        self.apps
            .iter_mut()
            .find(|sp| sp.object_id.to_string().eq_ignore_ascii_case(object_id))
    }

    /// Makes the service principal that a first consent brings into the tenant.
    fn ensure(&mut self, app: &Registration) {
        if self.app(&app.id).is_none() {
            let made = ServicePrincipal::of(app, &self.scenario);
            self.apps.push(made);
        }
    }

    /// Whether only assigned people may use an application, be it in the tenant yet or not.
    pub(crate) fn assignment_required(&self, app_id: &str) -> bool {
        self.app(app_id)
            .map_or(self.scenario.assignment_required, |sp| {
                sp.assignment_required
            })
    }

    /// Whether somebody is assigned to an application.
    pub(crate) fn is_assigned(&self, app_id: &str, account: Account) -> bool {
        self.app(app_id)
            .is_some_and(|sp| sp.assigned.iter().any(|upn| upn == account.upn))
    }

    /// Ends all sessions of the portals, where the scenario wants it and it has not happened yet.
    pub(crate) fn end_sessions_once(&mut self) -> bool {
        let due = self.scenario.session_ends && !self.sessions_ended;
        if due {
            self.sessions_ended = true;
            self.sessions.clear();
            self.portal_sessions.clear();
        }
        due
    }

    /// Records a sign-in.
    pub(crate) fn signed_in(&mut self, account: Account, client_id: &str, now: Timestamp) {
        let client_id = client_id.to_owned();
        self.history.sign_ins.push(SignIn {
            at: now,
            account: account.upn,
            client_id,
        });
    }

    /// Somebody consents for themselves, or with the checkbox for everyone.
    pub(crate) fn consent(
        &mut self,
        app: &Registration,
        account: Account,
        scopes: &[String],
        org_tick: bool,
        now: Timestamp,
    ) {
        self.ensure(app);
        let principal = (!org_tick).then_some(account.upn);
        self.grants
            .delegate(&app.id, principal, scopes.iter().cloned(), now);
        let kind = if org_tick {
            ConsentKind::Organization
        } else {
            ConsentKind::User
        };
        self.record(kind, account, &app.id, org_tick, now);
    }

    /// An administrator consents to what the application declares.
    pub(crate) fn admin_consent(
        &mut self,
        app: &Registration,
        account: Account,
        delegated: &[String],
        roles: &[String],
        now: Timestamp,
    ) {
        self.ensure(app);
        self.grants.grant_declared(&app.id, delegated, roles, now);
        self.record(ConsentKind::Admin, account, &app.id, false, now);
    }

    fn record(
        &mut self,
        kind: ConsentKind,
        account: Account,
        client_id: &str,
        org_tick: bool,
        at: Timestamp,
    ) {
        let client_id = client_id.to_owned();
        let consent = Consent {
            at,
            kind,
            account: account.upn,
            client_id,
            org_tick,
        };
        self.history.consents.push(consent);
    }

    /// Takes a patched scenario over into a running tenant.
    pub(crate) fn adopt(
        &mut self,
        scenario: Scenario,
        star_id: &str,
        star: &str,
        names: &[String],
    ) {
        let old = std::mem::replace(&mut self.scenario, scenario);
        let new = &self.scenario;
        let crowd = |s: &Scenario| (s.app_list_size, s.lookalikes, s.tenant_name.clone());
        if crowd(&old) != crowd(new) {
            let kept = self.apps.iter().find(|sp| sp.app_id == star_id).cloned();
            self.apps = ServicePrincipal::crowd(new, star, names);
            self.apps.extend(kept);
        }
        self.observe();
        let new = &self.scenario;
        for sp in self.apps.iter_mut().filter(|sp| sp.app_id == star_id) {
            sp.hidden_by_filter = new.microsoft_apps_hidden;
            if old.assignment_required != new.assignment_required {
                sp.assignment_required = new.assignment_required;
            }
        }
    }
}
