//! All that is known between two events. The worker may be killed at any time, so nothing lives
//! outside this; nothing in it is secret.

mod decisions;

use crate::badge::Badges;
use crate::fact::Facts;
use crate::flow::Flow;
use crate::flow::Step;
use crate::page::{self, Recognised};
use crate::unprofiled::{self, NamedApp};
use consentry_catalog::Catalog;
use consentry_catalog::guide::{Actor, What};
use consentry_catalog::pack::ActiveData;
use consentry_catalog::profile::Profile;
use consentry_catalog::request::{self, Request};
use consentry_wire::api::{HandOff, Role, Status};
use consentry_wire::journey::{Guard, Side};
use consentry_wire::mark::FrameInstructions;
use consentry_wire::sighting::Sighting;
use consentry_wire::text::Text;
use decisions::Basis;
pub(crate) use decisions::{Derived, TabDecision, Touched};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// All that is known.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Model {
    /// What outlives the browser.
    pub lasting: Lasting,
    /// What ends with it.
    pub session: Session,
}

/// What outlives the browser.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Lasting {
    /// Running journeys, in the order they began.
    pub journeys: Vec<Journey>,
    /// Names the next journey.
    pub next: u64,
    /// The journey that is guided where several could be: the one chosen or begun last.
    pub chosen: Option<String>,
    /// Connections that were brought by an address, and that nobody has decided on, oldest first.
    pub offers: Vec<Offer>,
    /// How it stands with the page that opens once after the extension was installed.
    pub first_run: FirstRun,
}

/// How it stands with the page that opens once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FirstRun {
    /// The extension was there before it had such a page, or has not heard yet that it was installed.
    #[default]
    Unknown,
    /// It was installed, and nobody has told yet by whom.
    Due,
    /// It was opened, or is not to be.
    Over,
}

/// A connection that an address has brought although no sign-in for it was seen to begin here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Offer {
    /// The tab it came in.
    pub tab: u32,
    /// Whether by a hand-off page.
    pub hand_off: bool,
    /// What the backend knows of it.
    pub status: Status,
}

/// A sign-in that was seen to begin in a tab.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignIn {
    /// Id of the profile of the app that asked.
    pub profile: String,
    /// The journey that waited for it.
    pub journey: Option<String>,
    /// When: Unix time in milliseconds.
    pub at: u64,
}

/// What ends with the browser.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Session {
    /// Settings as they were last read.
    pub settings: Settings,
    /// Tabs that were looked at.
    pub tabs: BTreeMap<u32, Tab>,
    /// The sign-in that began last in a tab, until it has come back.
    pub sign_ins: BTreeMap<u32, SignIn>,
    /// Why the backend does not answer, if so.
    pub trouble: Option<Text>,
    /// Which data is in force.
    pub data: ActiveData,
    /// The person took the browser's access to the sign-in's hosts away.
    pub withheld: bool,
    /// The tab in front, where the browser's policy keeps every script out of its page.
    pub barred: Option<u32>,
    /// What a person is asked before something is lost.
    pub leave_prompt: Option<LeavePrompt>,
    /// What became of a connection that was deleted.
    pub deletion_notice: Option<DeletionNotice>,
    /// What a person typed into a setting and makes no sense there, by the setting's name.
    pub mistyped: BTreeMap<String, Mistyped>,
    /// The app that a person named to be guided through it, until they say who they are.
    pub named_app: Option<NamedApp>,
    /// Whether the browser gives access to the backend's host, where that was looked at.
    pub backend_access: Option<bool>,
    /// The address at which a backend has answered to be one.
    pub greeted: Option<String>,
    /// What the extension's button says of each tab.
    pub badges: Badges,
    /// What the decisions on tabs rest on.
    #[serde(skip)]
    pub(crate) basis: Derived<Basis>,
}

/// What makes no sense as a setting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mistyped {
    /// As it was typed.
    pub text: String,
    /// Why not, in words.
    pub why: Text,
}

/// Something is about to be lost, and the person is asked first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeavePrompt {
    /// The journey.
    pub journey: String,
    /// Whether it begins anew afterwards.
    pub again: bool,
}

/// What the backend told of a connection it deleted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeletionNotice {
    /// The app's name.
    pub app: String,
    /// What was revoked, what was forgotten, what remains.
    pub deleted: consentry_wire::api::Deleted,
}

/// What a person or a policy sets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a setting of its own, named as people know it"
)]
pub struct Settings {
    /// The backend's address.
    pub backend: String,
    /// The portal that links lead to.
    pub portal: String,
    /// Diagnose every tab that may be looked at.
    pub diagnose: bool,
    /// How strictly a profile's rule for the organization-wide tick is kept.
    pub tick_policy: TickPolicy,
    /// No script of ours runs on the sign-in's hosts: the panel guides by addresses and by Graph.
    pub zero_touch: bool,
    /// Application ids that may be consented to, where a policy names any; every other app counts
    /// as forbidden.
    pub allowed_clients: Vec<String>,
    /// Whether only those may be: also where a list was set of which nothing could be read.
    pub only_allowed: bool,
    /// Application ids that nobody may consent to.
    pub forbidden_clients: Vec<String>,
    /// In pages only the guard speaks; all other guidance is in the panel.
    pub reduced_guidance: bool,
    /// This browser shows a practice tenant: only the package says so, never a page.
    pub practice: bool,
    /// A page opens once where a person installs the extension: a package may leave it out.
    pub first_run: bool,
    /// An organization's policy says something, whether it makes sense or not.
    pub managed: bool,
    /// Names of the settings that the person set.
    pub own: Vec<String>,
    /// Profiles beside the shipped ones, or changes of these, by id: the setting `profiles`.
    pub profiles: serde_json::Map<String, serde_json::Value>,
    /// Application ids the person entered for profiles that have none, by the profile's id.
    pub clients: BTreeMap<String, String>,
    /// Names of the settings that a policy fixed.
    pub fixed: Vec<String>,
    /// What was set and makes no sense, in words.
    pub refused: Vec<Text>,
    /// The language that is spoken: the tag of one of [`consentry_catalog::languages::languages`].
    pub language: String,
}

/// How strictly a profile's rule for the organization-wide tick is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TickPolicy {
    /// Say it, hold nothing.
    Warn,
    /// Hold Accept; the person can let it through by a deliberate act.
    #[default]
    Confirm,
    /// Hold Accept; nobody can let it through.
    Forbid,
}

impl Settings {
    /// Whether a policy fixed the setting of that name.
    pub fn fixes(&self, name: &str) -> bool {
        self.fixed.iter().any(|fixed| fixed == name)
    }

    /// Whether a policy or a person allows listed apps alone.
    pub fn lists_apps(&self) -> bool {
        self.only_allowed || !self.allowed_clients.is_empty()
    }

    /// Whether an app may be consented to, as far as the list of allowed ones goes.
    pub fn allows(&self, client_id: &str) -> bool {
        !self.lists_apps() || self.names_as_allowed(client_id)
    }

    /// Whether the list of allowed apps names this one.
    pub fn names_as_allowed(&self, client_id: &str) -> bool {
        lists(&self.allowed_clients, client_id)
    }

    /// Whether the list of forbidden apps names this one.
    pub fn forbids(&self, client_id: &str) -> bool {
        lists(&self.forbidden_clients, client_id)
    }

    /// Whether the person set the setting of that name.
    pub fn sets(&self, name: &str) -> bool {
        self.own.iter().any(|own| own == name)
    }
}

impl Settings {
    /// Whether somebody has said which backend to ask.
    pub(crate) fn has_backend(&self) -> bool {
        !self.backend.is_empty()
    }
}

/// Whether a list of application IDs names one, in whatever form.
fn lists(list: &[String], client_id: &str) -> bool {
    consentry_catalog::guid::app_id(client_id).is_some_and(|id| {
        list.iter()
            .any(|one| consentry_catalog::guid::app_id(one).as_ref() == Some(&id))
    })
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            backend: "http://localhost:7430".to_owned(),
            portal: "https://portal.azure.com".to_owned(),
            diagnose: false,
            tick_policy: TickPolicy::default(),
            zero_touch: false,
            allowed_clients: Vec::new(),
            only_allowed: false,
            forbidden_clients: Vec::new(),
            reduced_guidance: false,
            practice: false,
            first_run: true,
            managed: false,
            own: Vec::new(),
            profiles: serde_json::Map::new(),
            clients: BTreeMap::new(),
            fixed: Vec::new(),
            refused: Vec::new(),
            language: consentry_catalog::fluent::ENGLISH.to_owned(),
        }
    }
}

/// One journey.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Journey {
    /// Its id.
    pub id: String,
    /// Profile id.
    pub profile: String,
    /// The role the person says they hold.
    pub role: Role,
    /// Whether the person came by a hand-off, to grant what somebody else began.
    #[serde(alias = "granter")]
    pub approver: bool,
    /// When it began: Unix time in milliseconds.
    pub begun_at: u64,
    /// Facts.
    #[serde(default)]
    pub facts: Facts,
    /// Optional steps that belong to it.
    #[serde(default)]
    pub taken: Vec<String>,
    /// The connection's id at the backend.
    #[serde(default)]
    pub connection: Option<String>,
    /// Whether the person chose to go on although no backend proves anything.
    #[serde(default)]
    pub unproven: bool,
    /// The backend's newest answer.
    #[serde(default)]
    pub status: Option<Status>,
    /// The link for the person who can grant.
    #[serde(default)]
    pub handoff: Option<HandOff>,
    /// What the guard saw.
    #[serde(default)]
    pub guard: Guard,
    /// `error` of the newest admin-consent window that came back with one.
    #[serde(default)]
    pub returned_error: Option<String>,
    /// Which side of a copy it is, as the person says.
    #[serde(default)]
    pub side: Option<Side>,
    /// Whether this browser made the connection: only then may it delete it.
    #[serde(default)]
    pub owner: bool,
    /// The step the person went back to, although it was done.
    #[serde(default)]
    pub revisit: Option<String>,
    /// When what was granted should be taken back: Unix time in milliseconds.
    #[serde(default)]
    pub ends_on: Option<u64>,
    /// What the person says they have undone, to be looked at.
    #[serde(default)]
    pub undone: Option<Undone>,
    /// The consent link by which the person named an app without a profile.
    #[serde(default)]
    pub link: Option<String>,
    /// Application ID of the organization's observer, where one is signed in to instead of the app.
    #[serde(default)]
    pub observer: Option<String>,
}

/// Something a person says they have undone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undone {
    /// Id of the recipe.
    pub recipe: String,
    /// When the backend had looked last, by its own clock. Only a newer look proves anything.
    pub after: Option<u64>,
}

/// One tab.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is something that was seen of the tab or not"
)]
pub struct Tab {
    /// Its frames; 0 is the top one.
    pub frames: BTreeMap<u32, Frame>,
    /// Which sign-in it is in the middle of.
    pub flow: Flow,
    /// The authorization request that its last authorization endpoint named, for as long as the steps
    /// after it are known.
    pub request: Option<Request>,
    /// Whether that request was for everybody: a page that was posted to does not say.
    pub asked_for_all: bool,
    /// Whether a page of the portal led it to the sign-in.
    pub from_portal: bool,
    /// The journey it was bound to by a hand-off or an app's return.
    pub journey: Option<String>,
    /// Name of the page it showed last.
    pub page: String,
    /// Whether that page showed that the app is open to assigned people only.
    pub closed: bool,
    /// When something in it changed: Unix time in milliseconds.
    pub changed_at: u64,
    /// What happened to the guard on this page.
    pub guard: TabGuard,
    /// The card that was put away.
    pub hidden: Option<String>,
    /// Whether it is diagnosed.
    pub diagnosing: bool,
    /// What was decided on it.
    #[serde(skip)]
    pub(crate) decision: Derived<TabDecision>,
}

/// What happened to the guard on the page a tab shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "four things that happened or did not, each on its own"
)]
pub struct TabGuard {
    /// Accept was held.
    pub held: bool,
    /// The newest press was held because the page had not been judged yet.
    pub early: bool,
    /// The person began a release.
    pub asking: bool,
    /// The person let it through.
    pub released: bool,
}

/// Names the document of a frame whose address alone is known: no script of ours is in it.
pub(crate) const BY_ADDRESS: &str = "by address";

/// One frame.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Frame {
    /// Names the document it shows.
    pub document: String,
    /// Its address, cleaned.
    pub url: String,
    /// What it showed last.
    pub sighting: Option<Sighting>,
    /// Whether its eyes are open.
    pub looking: bool,
    /// What was instructed in it last.
    pub instructed: FrameInstructions,
}

impl Journey {
    /// The app it is about. A profile that is gone ends the journey's guidance, not its record.
    pub fn app<'c>(&self, catalog: &'c Catalog) -> Option<Cow<'c, Profile>> {
        unprofiled::app_called(catalog, &self.profile, self.called())
    }

    /// Whether Graph answers that question for this app: it does not say who is assigned, and whether
    /// that is required, to an app that may not read it.
    pub fn graph_tells(&self, what: What) -> bool {
        let exposure = self.status.as_ref().map(|status| &status.exposure);
        match what {
            What::Assigned => exposure.is_some_and(|exposure| exposure.assigned.is_some()),
            What::AssignmentRequired => {
                exposure.is_some_and(|exposure| exposure.assignment_required.is_some())
            }
            _ => self.connection.is_some(),
        }
    }

    /// The application id the portal will show.
    pub fn app_id(&self, catalog: &Catalog) -> Option<String> {
        self.status
            .as_ref()
            .and_then(|status| status.app.as_ref())
            .map(|app| app.app_id.clone())
            .or_else(|| self.app(catalog)?.client_ids.first().cloned())
    }

    /// What an app without a profile is called in the organization, once the observer has told.
    pub fn called(&self) -> Option<&str> {
        self.status.as_ref()?.app.as_ref()?.name.as_deref()
    }

    /// Object id of the app's service principal, once Graph has shown it.
    pub fn object_id(&self) -> Option<&str> {
        Some(self.status.as_ref()?.app.as_ref()?.object_id.as_str())
    }

    /// The tenant's display name, once Graph has told.
    pub fn tenant(&self) -> Option<&str> {
        self.status.as_ref()?.tenant.as_ref()?.name.as_deref()
    }

    /// Whether a step is this person's to do.
    pub(crate) fn is_mine(&self, actor: Actor) -> bool {
        match actor {
            Actor::Requester => !self.approver,
            Actor::Approver => self.may_grant(),
        }
    }

    /// The id of its tenant, as Graph has shown it.
    pub fn directory(&self) -> Option<&str> {
        Some(self.status.as_ref()?.tenant.as_ref()?.id.as_str())
    }

    /// When time alone changes what is known or due after `now`: Unix time in milliseconds.
    pub(crate) fn changes_after(&self, now: u64) -> Option<u64> {
        let due = self.ends_on.filter(|at| *at > now);
        self.facts.changes_after(now).into_iter().chain(due).min()
    }

    /// Whether this person can grant, by what they said or how they came.
    pub fn may_grant(&self) -> bool {
        self.approver || self.role == Role::GlobalAdmin
    }
}

impl Model {
    /// The journey with that id.
    pub fn journey(&self, id: &str) -> Option<&Journey> {
        self.lasting
            .journeys
            .iter()
            .find(|journey| journey.id == id)
    }

    pub(crate) fn journey_mut(&mut self, id: &str) -> Option<&mut Journey> {
        self.lasting
            .journeys
            .iter_mut()
            .find(|journey| journey.id == id)
    }

    /// Begins a journey, which is then the one that is guided.
    pub(crate) fn begin_journey(
        &mut self,
        app: &Profile,
        role: Role,
        approver: bool,
        now: u64,
    ) -> &mut Journey {
        self.lasting.next += 1;
        let taken = if app.entry.is_some() && !approver {
            vec!["load".to_owned()]
        } else {
            Vec::new()
        };
        let id = format!("j{}", self.lasting.next);
        self.lasting.chosen = Some(id.clone());
        self.lasting.journeys.push(Journey {
            id,
            profile: app.id.clone(),
            role,
            approver,
            begun_at: now,
            facts: Facts::default(),
            taken,
            connection: None,
            unproven: false,
            status: None,
            handoff: None,
            guard: Guard::default(),
            returned_error: None,
            side: None,
            owner: false,
            revisit: None,
            ends_on: None,
            undone: None,
            link: None,
            observer: None,
        });
        self.lasting.journeys.last_mut().expect("pushed above")
    }

    /// The journey that is guided among those that fit: the chosen one, else the newest.
    pub(crate) fn preferred(&self, fits: impl Fn(&Journey) -> bool) -> Option<&Journey> {
        let chosen = self.lasting.chosen.as_deref();
        chosen
            .and_then(|id| self.journey(id))
            .filter(|journey| fits(journey))
            .or_else(|| self.lasting.journeys.iter().rev().find(|one| fits(one)))
    }

    /// The journey of a profile that is guided.
    pub(crate) fn of(&self, profile: &str) -> Option<&Journey> {
        self.preferred(|journey| journey.profile == profile)
    }
}

impl Tab {
    /// Takes a step of the sign-in: what the last authorization endpoint said counts while known steps
    /// follow it, and no longer.
    pub(crate) fn follows(&mut self, step: Step, address: &str) {
        let had = self.flow.keeps_request();
        self.flow = self.flow.after(step);
        // What the portal opened is the portal's until that is over, or elsewhere.
        if had && (step == Step::Leaves || !self.flow.keeps_request()) {
            self.from_portal = false;
        }
        if let Step::Begins(_) = step {
            self.request = request::request(address);
            self.asked_for_all = page::asks_for_all(address);
        } else if !self.flow.keeps_request() {
            self.request = None;
            self.asked_for_all = false;
        }
    }

    /// The profile of the app its request names.
    pub(crate) fn app<'c>(&self, catalog: &'c Catalog) -> Option<&'c Profile> {
        self.request.as_ref()?.app(catalog)
    }

    /// Whether a frame shows that document, as far as is known.
    pub(crate) fn shows(&self, frame: u32, document: &str) -> bool {
        self.frames
            .get(&frame)
            .is_some_and(|known| known.document == document)
    }

    /// What it is. `backend` is the address of the configured backend.
    pub(crate) fn recognise(&self, catalog: &Catalog, backend: &str) -> Recognised {
        page::recognise_after(catalog, &self.sightings(), backend, self.asked_for_all)
    }

    /// What its frames show, the top one first.
    pub(crate) fn sightings(&self) -> Vec<(u32, &Sighting)> {
        self.frames
            .iter()
            .filter_map(|(id, frame)| Some((*id, frame.sighting.as_ref()?)))
            .collect()
    }
}
