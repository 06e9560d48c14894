//! `backup`: a copy of a SQLite database that servers are using.

use super::Done;
use crate::config::{Config, Database};
use crate::store::Sqlite;
use std::path::Path;
use std::process::ExitCode;

pub(super) fn run(file: &Path, to: &Path) -> Done {
    match Config::load(file)?.database {
        Database::Sqlite(path) => {
            Sqlite::backup(&path, to)?;
            println!(
                "{} is a full backup of {}. Its tokens are encrypted with the master keys, so store those separately. Everything \
                 else in it is readable.",
                to.display(),
                path.display()
            );
            Ok(ExitCode::SUCCESS)
        }
        Database::Postgres(postgres) => {
            eprintln!(
                "consentry-server: use PostgreSQL's own tool, which can also restore:\n\n  pg_dump --format=custom --file={} {}\n",
                to.display(),
                postgres.connect.get_dbname().unwrap_or("DATABASE")
            );
            Ok(ExitCode::from(2))
        }
    }
}
