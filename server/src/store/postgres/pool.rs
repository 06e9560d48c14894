//! Connections to PostgreSQL, and how one statement or one transaction is run on them.

use crate::config;
use crate::store::StoreError;
use deadpool_postgres::{
    Manager, ManagerConfig, Pool, PoolError, RecyclingMethod, Runtime, Timeouts,
};
use rand::Rng;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use rustls_platform_verifier::BuilderVerifierExt;
use std::sync::Arc;
use std::time::Duration;
use tokio_postgres::error::SqlState;
use tokio_postgres_rustls::MakeRustlsConnect;

/// A transaction is run this often, if the engine asks for it each time. Eight writers of one record
/// on a serializable engine need more than five.
const TRIES: u32 = 20;

/// The longest pause between two tries, in milliseconds.
const LONGEST_PAUSE: u64 = 250;

/// How long anything may take: less than a request.
pub(super) const LIMIT: Duration = Duration::from_secs(10);

/// Why something was not done.
pub(super) enum Failure {
    /// The database, or the way to it.
    Database(tokio_postgres::Error),
    /// No connection.
    Pool(PoolError),
    /// A stored value.
    Damaged(String),
}

impl From<tokio_postgres::Error> for Failure {
    fn from(error: tokio_postgres::Error) -> Self {
        Self::Database(error)
    }
}

impl From<PoolError> for Failure {
    fn from(error: PoolError) -> Self {
        Self::Pool(error)
    }
}

impl Failure {
    fn code(&self) -> Option<&SqlState> {
        match self {
            Self::Database(error) => error.code(),
            Self::Pool(_) | Self::Damaged(_) => None,
        }
    }

    /// The engine has undone all of it and asks for another try.
    fn asks_again(&self) -> bool {
        self.code().is_some_and(|code| {
            *code == SqlState::T_R_SERIALIZATION_FAILURE || *code == SqlState::T_R_DEADLOCK_DETECTED
        })
    }

    /// Somebody else did the same at the same moment: another starter of two.
    pub(super) fn is_race(&self) -> bool {
        let races = [
            SqlState::UNIQUE_VIOLATION,
            SqlState::DUPLICATE_TABLE,
            SqlState::DUPLICATE_OBJECT,
            SqlState::DUPLICATE_COLUMN,
        ];
        self.asks_again() || self.code().is_some_and(|code| races.contains(code))
    }
}

impl From<Failure> for StoreError {
    fn from(failure: Failure) -> Self {
        match failure {
            // The server's own words; a detail could hold values and is left out.
            Failure::Database(error) => Self::Database(match error.as_db_error() {
                Some(db) => format!("{} ({})", db.message(), db.code().code()),
                None => error.to_string(),
            }),
            Failure::Pool(error) => Self::Database(error.to_string()),
            Failure::Damaged(what) => Self::Damaged(what),
        }
    }
}

/// What comes after an attempt: its result, or nothing and a pause for another one.
pub(super) async fn settle<T>(
    outcome: Result<T, Failure>,
    tries: &mut u32,
) -> Option<Result<T, StoreError>> {
    match outcome {
        Ok(value) => Some(Ok(value)),
        Err(failure) if failure.asks_again() && *tries + 1 < TRIES => {
            *tries += 1;
            // Full jitter: those who met do not meet again.
            let pause = rand::rng().random_range(0..(10 << *tries).min(LONGEST_PAUSE));
            tokio::time::sleep(Duration::from_millis(pause)).await;
            None
        }
        Err(failure) => Some(Err(failure.into())),
    }
}

/// Too late: whether it was done is not known, and so it is not acknowledged.
pub(super) fn late() -> StoreError {
    StoreError::Database(format!("no answer within {} s", LIMIT.as_secs()))
}

/// Runs a block as one transaction `$db`, again where the engine asks for it. The block may run
/// more than once and must not use its values up.
macro_rules! atomically {
    ($store:ident, $db:ident, $block:block) => {
        Box::pin(async move {
            let work = async {
                let mut tries = 0;
                loop {
                    let attempt = async {
                        let mut client = $store.pool.get().await?;
                        let $db = client.transaction().await?;
                        let value = $block;
                        $db.commit().await?;
                        Ok::<_, $crate::store::postgres::pool::Failure>(value)
                    };
                    let outcome = attempt.await;
                    if let Some(result) =
                        $crate::store::postgres::pool::settle(outcome, &mut tries).await
                    {
                        return result;
                    }
                }
            };
            tokio::time::timeout($crate::store::postgres::pool::LIMIT, work)
                .await
                .unwrap_or_else(|_| Err($crate::store::postgres::pool::late()))
        })
    };
}

/// As [`atomically`], for one statement that only reads: it needs no transaction around it.
macro_rules! ask {
    ($store:ident, $db:ident, $block:block) => {
        Box::pin(async move {
            let work = async {
                let mut tries = 0;
                loop {
                    let attempt = async {
                        let $db = $store.pool.get().await?;
                        let value = $block;
                        Ok::<_, $crate::store::postgres::pool::Failure>(value)
                    };
                    let outcome = attempt.await;
                    if let Some(result) =
                        $crate::store::postgres::pool::settle(outcome, &mut tries).await
                    {
                        return result;
                    }
                }
            };
            tokio::time::timeout($crate::store::postgres::pool::LIMIT, work)
                .await
                .unwrap_or_else(|_| Err($crate::store::postgres::pool::late()))
        })
    };
}

pub(super) use {ask, atomically};

/// Makes the pool; connects to nothing yet.
pub(super) fn build(config: &config::Postgres) -> Result<Pool, StoreError> {
    let failed = |error: String| StoreError::Database(error);
    let manager = Manager::from_config(
        config.connect.clone(),
        MakeRustlsConnect::new(tls(config).map_err(failed)?),
        ManagerConfig {
            recycling_method: RecyclingMethod::Fast,
        },
    );
    let short = Some(Duration::from_secs(5));
    Pool::builder(manager)
        .max_size(config.connections)
        .timeouts(Timeouts {
            wait: short,
            create: short,
            recycle: short,
        })
        .runtime(Runtime::Tokio1)
        .build()
        .map_err(|error| failed(error.to_string()))
}

fn tls(config: &config::Postgres) -> Result<ClientConfig, String> {
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let builder = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| error.to_string())?;
    let Some(pem) = &config.ca else {
        return Ok(builder
            .with_platform_verifier()
            .map_err(|error| error.to_string())?
            .with_no_client_auth());
    };
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(pem) {
        let certificate = certificate.map_err(|error| format!("`postgres.ca_file`: {error}"))?;
        roots
            .add(certificate)
            .map_err(|error| format!("`postgres.ca_file`: {error}"))?;
    }
    if roots.is_empty() {
        return Err("`postgres.ca_file` holds no certificate".into());
    }
    Ok(builder.with_root_certificates(roots).with_no_client_auth())
}
