//! What all hosts share: the world, the tables, the keys.

use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use url::Url;

use crate::{
    Options,
    error::Error,
    keys::SigningKey,
    labels::{Label, Labels},
    scenario::{Fault, FaultAt, Scenario},
    world::{Directory, Permissions, Registration, Registry, World},
};

/// One running tenant.
pub(crate) struct Tenant {
    world: Mutex<World>,
    initial: Scenario,
    pub(crate) registry: Registry,
    pub(crate) permissions: Permissions,
    pub(crate) labels: Labels,
    pub(crate) directory: Directory,
    pub(crate) key: SigningKey,
    pub(crate) backend: Url,
    pub(crate) client_secret: String,
    pub(crate) http: reqwest::Client,
}

impl Tenant {
    /// A tenant in which nothing has happened yet.
    pub(crate) fn new(options: &Options) -> Result<Self, Error> {
        let directory = Directory::load()?;
        let registry = Registry::load(&options.backend)?;
        let mut world = World::new(options.scenario.clone(), &registry.star().name, &directory);
        world.earlier(registry.star(), now());
        world.list(registry.companion());
        Ok(Self {
            world: Mutex::new(world),
            initial: options.scenario.clone(),
            registry,
            permissions: Permissions::load()?,
            labels: Labels::load()?,
            directory,
            key: SigningKey::generate()?,
            backend: options.backend.clone(),
            client_secret: options.client_secret.clone(),
            http: reqwest::Client::builder()
                .redirect(reqwest::redirect::Policy::none())
                .timeout(std::time::Duration::from_secs(10))
                .build()?,
        })
    }

    /// The world, for a moment: never held across an await.
    pub(crate) fn world(&self) -> MutexGuard<'_, World> {
        // A panic in one handler must not stop the others from answering.
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The application of the rehearsal.
    pub(crate) fn star(&self) -> &Registration {
        self.registry.star()
    }

    /// Forgets everything that happened, and every change of the scenario.
    pub(crate) fn reset(&self) {
        self.begin(self.initial.clone());
    }

    /// Begins anew with a scenario: nothing has happened yet.
    pub(crate) fn begin(&self, scenario: Scenario) {
        let mut fresh = World::new(scenario, &self.star().name, &self.directory);
        fresh.earlier(self.star(), now());
        fresh.list(self.registry.companion());
        *self.world() = fresh;
    }

    /// What the program was started with.
    pub(crate) fn initial(&self) -> &Scenario {
        &self.initial
    }

    /// The fault at a place, if the scenario has one there. It counts as met.
    pub(crate) fn fault(&self, at: FaultAt) -> Option<Fault> {
        let mut world = self.world();
        let fault = world.scenario.fault.clone().filter(|f| f.at == at)?;
        world.history.counters.faults += 1;
        Some(fault)
    }

    /// A label in the scenario's language, with the tenant's name put in.
    pub(crate) fn say(&self, label: Label) -> String {
        let name = self.world().scenario.tenant_name.clone();
        self.say_of(label, &name)
    }

    /// A label in the scenario's language, with something else put in.
    pub(crate) fn say_of(&self, label: Label, name: &str) -> String {
        let language = self.world().scenario.language;
        self.labels.say(language, label).replace("{0}", name)
    }
}

/// The clock, read in one place.
pub(crate) fn now() -> Timestamp {
    Timestamp::now()
}
