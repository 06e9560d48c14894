//! Brings the tables up to date. Deliberately absent: the way back, and tables changed inside a
//! transaction.
//!
//! Two servers that start at once take turns by a lease. Should one die in the middle, the next
//! begins that migration again: every statement may run twice.

use super::leases;
use super::pool::Failure;
use crate::store::{SchemaVersion, StoreError};
use deadpool_postgres::{Object, Pool};
use std::time::Duration;
use tokio_postgres::types::ToSql;
use uuid::Uuid;

/// Applied in order; the table `migration` says which are. Statements are divided by `;` at the end
/// of a line.
const MIGRATIONS: &[&str] = &[
    include_str!("../../../migrations/postgres/0001_all.sql"),
    include_str!("../../../migrations/postgres/0002_bearers.sql"),
    include_str!("../../../migrations/postgres/0003_observer.sql"),
    include_str!("../../../migrations/postgres/0004_observer_look.sql"),
    include_str!("../../../migrations/postgres/0005_observer_delta.sql"),
    include_str!("../../../migrations/postgres/0006_observer_day.sql"),
];

/// Where the turns are taken: made before anything else.
const FIRST: [&str; 2] = [
    "CREATE TABLE IF NOT EXISTS lease (name TEXT PRIMARY KEY, holder UUID NOT NULL, expires_at BIGINT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS migration (number BIGINT PRIMARY KEY)",
];

const TURN: &str = "migrate";

/// Longer than a migration of the sizes there are.
const TURN_MS: i64 = 60_000;

/// How often a turn is asked for, and the pause after another starter was in the way.
const AGAIN: Duration = Duration::from_millis(200);

/// Starters that are in each other's way get through after so many tries.
const TRIES: u32 = 20;

/// The version this program brings the tables to.
fn known() -> i64 {
    i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX)
}

/// Looks, and makes nothing.
pub(super) async fn inspect(pool: &Pool) -> Result<SchemaVersion, StoreError> {
    let db = pool.get().await.map_err(Failure::from)?;
    let row = db
        .query_one(
            "SELECT count(*) FROM information_schema.tables
             WHERE table_schema = current_schema() AND table_name = 'migration'",
            &[],
        )
        .await
        .map_err(Failure::from)?;
    let (tables, known): (i64, i64) = (row.try_get(0).map_err(Failure::from)?, known());
    let read_only: String = db
        .query_one("SHOW transaction_read_only", &[])
        .await
        .and_then(|row| row.try_get(0))
        .map_err(Failure::from)?;
    if read_only == "on" {
        return Err(StoreError::Database(
            "it takes no writes: this is a standby, or the user may only read".into(),
        ));
    }
    let found = if tables == 0 {
        0
    } else {
        done(&db, i64::MAX).await?
    };
    Ok(SchemaVersion { found, known })
}

pub(super) async fn run(pool: &Pool) -> Result<(), StoreError> {
    let db = pool.get().await.map_err(Failure::from)?;
    for statement in FIRST {
        each(&db, statement).await?;
    }
    let known = known();
    if done(&db, known).await? == known {
        return Ok(());
    }
    let holder = Uuid::new_v4();
    while execute(&db, leases::LEASE, &[&TURN, &holder, &TURN_MS]).await? == 0 {
        tokio::time::sleep(AGAIN).await;
    }
    let migrated = migrate(&db, known).await;
    let give_back = "DELETE FROM lease WHERE name = $1 AND holder = $2";
    execute(&db, give_back, &[&TURN, &holder]).await?;
    migrated
}

async fn migrate(db: &Object, known: i64) -> Result<(), StoreError> {
    let done = done(db, known).await?;
    for (number, migration) in (1..).zip(MIGRATIONS) {
        if number <= done {
            continue;
        }
        for statement in migration.split(";\n") {
            if !statement.trim().is_empty() {
                each(db, statement).await?;
            }
        }
        let done = "INSERT INTO migration (number) VALUES ($1) ON CONFLICT DO NOTHING";
        execute(db, done, &[&number]).await?;
    }
    Ok(())
}

/// How many migrations are done.
async fn done(db: &Object, known: i64) -> Result<i64, StoreError> {
    let row = db
        .query_one("SELECT coalesce(max(number), 0) FROM migration", &[])
        .await
        .map_err(Failure::from)?;
    let found: i64 = row.try_get(0).map_err(Failure::from)?;
    if found > known {
        return Err(StoreError::TooNew { found, known });
    }
    Ok(found)
}

/// One statement that makes something. `IF NOT EXISTS` is no protection when two say it at once: the
/// loser gets an error about a duplicate, and may say it again.
async fn each(db: &Object, statement: &str) -> Result<(), StoreError> {
    for _ in 0..TRIES {
        match db.batch_execute(statement).await.map_err(Failure::from) {
            Err(failure) if failure.is_race() => tokio::time::sleep(AGAIN).await,
            done => return Ok(done?),
        }
    }
    Ok(db.batch_execute(statement).await.map_err(Failure::from)?)
}

/// One statement that changes rows, again where the engine asks for it; how many it changed.
async fn execute(
    db: &Object,
    statement: &str,
    values: &[&(dyn ToSql + Sync)],
) -> Result<u64, StoreError> {
    for _ in 0..TRIES {
        match db.execute(statement, values).await.map_err(Failure::from) {
            Err(failure) if failure.is_race() => tokio::time::sleep(AGAIN).await,
            done => return Ok(done?),
        }
    }
    Ok(db.execute(statement, values).await.map_err(Failure::from)?)
}
