//! Which database: the path of a SQLite file, or the URL of a PostgreSQL database.

use super::raw::RawPostgres;
use super::wrong::{Wrong, one_of, wrong};
use std::path::{Path, PathBuf};
use tokio_postgres::config::{Host, SslMode};

/// Where the store is.
#[derive(Clone)]
pub enum Database {
    /// A file on a local disk; one server alone.
    Sqlite(PathBuf),
    /// A database that several servers may share.
    Postgres(Box<Postgres>),
}

/// A PostgreSQL database.
#[derive(Clone)]
pub struct Postgres {
    /// Hosts, name, user, password.
    pub connect: tokio_postgres::Config,
    /// Root certificates instead of the system's, PEM.
    pub ca: Option<Vec<u8>>,
    /// Connections of one server at most.
    pub connections: usize,
}

/// Without the password.
impl std::fmt::Debug for Database {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "SQLite {}", path.display()),
            Self::Postgres(postgres) => write!(
                f,
                "PostgreSQL {} at {:?}",
                postgres.connect.get_dbname().unwrap_or("(default)"),
                postgres.connect.get_hosts()
            ),
        }
    }
}

pub(super) fn check(database: String, postgres: RawPostgres) -> Result<Database, Wrong> {
    let is_url = ["postgres://", "postgresql://"]
        .iter()
        .any(|scheme| database.starts_with(scheme));
    if !is_url {
        return Ok(Database::Sqlite(database.into()));
    }
    // The URL may hold a password: it is not repeated.
    let refuse = |expected: &str| Wrong {
        key: "database".into(),
        given: "a PostgreSQL URL that cannot be used".into(),
        expected: expected.into(),
    };
    let mut connect: tokio_postgres::Config = database.parse().map_err(|_| {
        refuse("postgres://USER@HOST/NAME?sslmode=require, with the password in `postgres.password_file`")
    })?;
    if postgres.password.is_some() || postgres.password_file.is_some() {
        let password = one_of(
            "postgres.password",
            postgres.password,
            postgres.password_file.as_deref(),
            "the password of the user in `database`",
        )?;
        connect.password(secrecy::ExposeSecret::expose_secret(&password));
    }
    let far = connect.get_hosts().iter().any(|host| match host {
        Host::Tcp(name) => name != "localhost" && name != "127.0.0.1" && name != "::1",
        Host::Unix(_) => false,
    });
    if far && connect.get_ssl_mode() == SslMode::Prefer {
        return Err(refuse(
            "`sslmode=require` in it, because the database is on another machine (or `sslmode=disable`, if its network is yours alone)",
        ));
    }
    connect.application_name("consentry-server");
    connect.connect_timeout(std::time::Duration::from_secs(5));
    if !(2..=500).contains(&postgres.connections) {
        return Err(wrong(
            "postgres.connections",
            postgres.connections,
            "a number from 2 to 500",
        ));
    }
    Ok(Database::Postgres(Box::new(Postgres {
        connect,
        ca: postgres.ca_file.as_deref().map(read).transpose()?,
        connections: postgres.connections,
    })))
}

fn read(path: &Path) -> Result<Vec<u8>, Wrong> {
    std::fs::read(path).map_err(|error| {
        wrong(
            "postgres.ca_file",
            path,
            format!("a readable PEM file ({error})"),
        )
    })
}
