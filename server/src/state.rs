//! Everything the routes and the checker share, and the one way a connection changes.

mod watched_checks;
pub mod broadcaster;

use crate::checks::schedule::{Budget, Pace};
use crate::clock::{Clock, SystemClock};
use crate::config::{App, Config};
use crate::connection::Connection;
use crate::graph::Graph;
use crate::observer::inventory::Inventories;
use crate::observer::proof::Proofs;
use crate::ops::keyring::{self, KeyError};
use crate::ops::limits::Limits;
use crate::ops::metrics::Metrics;
use crate::problems::Place;
use crate::problems::error::Error;
use crate::record;
use crate::secrets::encryption::{DataKey, DecryptionFailed, Encryption};
use crate::sign_in::microsoft::Microsoft;
use crate::store::{self, Store, StoreError};
use crate::upstream;
use broadcaster::Broadcaster;
use consentry_catalog::Catalog;
use consentry_catalog::profile::Profile;
use consentry_catalog::profiles;
use std::borrow::Cow;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::{Mutex, Notify};
use tokio_util::sync::CancellationToken;
use url::Url;
use uuid::Uuid;

/// Shared by all requests.
pub struct State {
    /// The configuration.
    pub config: Arc<Config>,
    /// What is stored.
    pub store: Arc<dyn Store>,
    /// The identity platform.
    pub microsoft: Microsoft,
    /// Microsoft Graph.
    pub graph: Graph,
    /// The organizations' observers, where an app may not read something of itself.
    pub proofs: Proofs,
    /// The inventories of the organizations' apps.
    pub inventories: Inventories,
    /// The master key.
    pub encryption: Encryption,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// The waiting times.
    pub pace: Pace,
    /// How many retries there may be.
    pub budget: Budget,
    /// What one caller may take.
    pub limits: Limits,
    /// Figures for the operator.
    pub metrics: Metrics,
    /// When this process began, Unix milliseconds.
    pub started_at: u64,
    /// Sends status updates to those who watch.
    pub broadcaster: Broadcaster,
    /// Notified when the time of a connection's next check may have changed.
    pub wake: Notify,
    /// Whether it can work.
    pub readiness: Readiness,
    /// Cancelled when the server stops.
    pub stop: CancellationToken,
}

/// Whether the store can be written, found out at most once a second however often it is asked:
/// anybody may ask, and each answer costs a write.
#[derive(Default)]
pub struct Readiness(Mutex<Option<(Instant, Result<(), StoreError>)>>);

impl Readiness {
    /// Asks, or says what was found a moment ago.
    ///
    /// # Errors
    ///
    /// When the store cannot be written.
    pub async fn ask(&self, state: &State) -> Result<(), StoreError> {
        let mut last = self.0.lock().await;
        if let Some((at, found)) = &*last
            && at.elapsed() < Duration::from_secs(1)
        {
            return found.clone();
        }
        let found = state.store.touch(state.clock.now()).await;
        *last = Some((Instant::now(), found.clone()));
        found
    }
}

/// Why the server did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// TLS, or a root certificate.
    #[error("the HTTP client could not be built: {0}")]
    Client(#[from] reqwest::Error),
    /// The database was encrypted with other keys.
    #[error(transparent)]
    MasterKey(#[from] KeyError),
    /// Checked before, and yet.
    #[error("`microsoft.graph` is not a URL: {0}")]
    Graph(#[from] url::ParseError),
}

impl State {
    /// Opens the database and builds everything, with the machine's clock.
    ///
    /// # Errors
    ///
    /// When the database, TLS or the master keys cannot be used.
    pub async fn open(config: Config) -> Result<Arc<Self>, StartError> {
        Self::open_with(config, Arc::new(SystemClock), Pace::default()).await
    }

    /// As [`Self::open`], with another clock and other waiting times.
    ///
    /// # Errors
    ///
    /// As [`Self::open`].
    pub async fn open_with(
        config: Config,
        clock: Arc<dyn Clock>,
        pace: Pace,
    ) -> Result<Arc<Self>, StartError> {
        let store = store::open(&config.database).await?;
        let encryption = Encryption::new(&config.master_keys);
        keyring::agree(&*store, &encryption).await?;
        let config = Arc::new(config);
        let client = upstream::client(&config.microsoft)?;
        let graph = Graph::new(
            client.clone(),
            &Url::parse(&config.microsoft.graph)?,
            Arc::clone(&clock),
        );
        Ok(Arc::new(Self {
            microsoft: Microsoft::new(client, Arc::clone(&config)),
            limits: Limits::new(&config.limits, Arc::clone(&clock)),
            metrics: Metrics::default(),
            budget: Budget::default(),
            started_at: clock.now(),
            proofs: Proofs::new(&config.microsoft, &config.observers, Arc::clone(&clock)),
            inventories: Inventories::default(),
            graph,
            config,
            store,
            encryption,
            clock,
            pace,
            broadcaster: Broadcaster::default(),
            wake: Notify::new(),
            readiness: Readiness::default(),
            stop: CancellationToken::new(),
        }))
    }

    /// Notes that somebody reads a connection's status, and sees to it that its check waits behind none that nobody
    /// watches.
    pub fn mark_seen(&self, id: Uuid, next_check_at: Option<u64>) {
        let now = self.clock.now();
        let is_waited_for = self.broadcaster.mark_seen(id, next_check_at, now);
        if is_waited_for && next_check_at.is_some_and(|at| at <= now) {
            self.wake.notify_one();
        }
    }

    /// Changes a connection. `change` may be called more than once: each time with what is stored
    /// by then. Without a difference nothing is written and the revision stays.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub async fn update_connection(
        &self,
        id: Uuid,
        change: impl Fn(&mut Connection) + Send,
    ) -> Result<Option<Connection>, Error> {
        loop {
            let Some(before) = self.store.connection(id).await? else {
                return Ok(None);
            };
            let mut after = before.clone();
            change(&mut after);
            if after == before {
                return Ok(Some(after));
            }
            after.status.revision = before.status.revision + 1;
            let entries = record::changes(&before, &after, self.clock.now());
            if self
                .store
                .save(after.clone(), before.status.revision, entries)
                .await?
            {
                self.broadcaster.publish(id, &after.status);
                self.wake.notify_one();
                return Ok(Some(after));
            }
        }
    }

    /// The app a connection is for. Its operator may have removed it since.
    pub fn app(&self, connection: &Connection) -> Option<&App> {
        if connection.is_observed() {
            return None;
        }
        self.config.app(&connection.status.profile)
    }

    /// The app that people sign in to for a connection: the app itself, or the organization's observer.
    pub fn sign_in_app(&self, connection: &Connection) -> Option<&App> {
        if !connection.is_observed() {
            return self.app(connection);
        }
        let observer = self.config.observer(connection.wanted_tenant()?)?;
        Some(&observer.sign_in)
    }

    /// The profile of the app that a connection is about, whoever looks at it; one for the occasion where the app has
    /// none.
    pub fn subject(&self, connection: &Connection) -> Option<Cow<'static, Profile>> {
        let Some(asked) = &connection.status.asked else {
            return self.app(connection).map(|app| Cow::Borrowed(app.profile));
        };
        Some(
            match profiles::by_id(Catalog::built_in(), &connection.status.profile) {
                Some(profile) => Cow::Borrowed(profile),
                None => Cow::Owned(Profile::of_app(&asked.client_id, &asked.client_id)),
            },
        )
    }

    /// The data key of a connection.
    ///
    /// # Errors
    ///
    /// When its master key is not configured any more, or the key was changed or moved.
    pub fn data_key(&self, connection: &Connection) -> Result<DataKey, DecryptionFailed> {
        self.encryption
            .unwrap_key(connection.id, &connection.wrapped_key)
    }

    /// The values for the placeholders of texts about a connection. The app's page in the portal needs its object
    /// id; until that is known, the list of apps is used (docs/facts/portal.md P1).
    pub fn place(&self, connection: &Connection) -> Place {
        let portal = &self.config.microsoft.portal;
        let app_page = match &connection.status.app {
            Some(app) => format!(
                "{portal}/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/objectId/{}/appId/{}",
                app.object_id, app.app_id
            ),
            None => format!(
                "{portal}/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview"
            ),
        };
        let name = profiles::by_id(Catalog::built_in(), &connection.status.profile)
            .map_or("the app", |profile| profile.name.as_str());
        Place {
            consent: self.consent(connection).unwrap_or_else(|| app_page.clone()),
            app_page,
            ..Place::new(name, &self.config.microsoft)
        }
    }

    /// Where an admin consents to an app that only the observer looks at: Microsoft's own page, which shows what the app
    /// asks for
    /// (<https://learn.microsoft.com/entra/identity/enterprise-apps/grant-admin-consent#construct-the-url-for-granting-tenant-wide-admin-consent>).
    fn consent(&self, connection: &Connection) -> Option<String> {
        let login = &self.config.microsoft.login;
        let asked = connection.status.asked.as_ref()?;
        let tenant = connection.wanted_tenant()?;
        let client_id = &asked.client_id;
        Some(format!(
            "{login}/{tenant}/adminconsent?client_id={client_id}"
        ))
    }
}
