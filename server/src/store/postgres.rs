//! The store on PostgreSQL, for several servers that share it.
//!
//! Only what CockroachDB and YugabyteDB have too (facts: backend 3): every write is one short
//! transaction that is run again when the engine asks for it (40001, 40P01), what must happen once
//! is one statement that says whether it did, and news are polled. Deliberately absent: `NOTIFY`,
//! advisory locks, sequences, and any second try of a transaction whose commit may have held.

mod pool;
mod rows;

mod migrate;
mod chain;
mod observed;

use super::{
    Answer, Bearer, Handle, Kind, Login, Look, Scope, Store, StoreError, claims, kind_text,
    scope_of,
};
use crate::config;
use crate::connection::Connection;
use crate::record::{self, Noted};
use crate::secrets::encryption;
use crate::secrets::token::Digest;
use consentry_shared::api::Problem;
use consentry_shared::record::{Head, Sealed};
use deadpool_postgres::Pool;
use pool::{ask, atomically};
use std::collections::BTreeMap;
use std::path::Path;
use uuid::Uuid;

/// The store in a PostgreSQL database.
pub struct Postgres {
    pool: Pool,
}

impl Postgres {
    /// Connects, and brings the tables up to date.
    pub async fn open(config: &config::Postgres) -> Result<Self, StoreError> {
        let pool = pool::build(config)?;
        migrate::run(&pool).await?;
        Ok(Self { pool })
    }

    /// Looks at the database.
    pub(super) async fn look(config: &config::Postgres) -> Result<Look, StoreError> {
        migrate::look(&pool::build(config)?).await
    }
}

/// The columns [`rows::connection`] reads, from the alias `c`, between two parts of a statement.
macro_rules! columns {
    ($before:literal, $after:literal) => {
        concat!(
            $before,
            "c.id, c.revision, c.status, c.patience, c.return_to, c.wrapped_key, c.refresh, c.created_at, c.watched_until",
            $after
        )
    };
}

/// The database's clock in Unix milliseconds.
macro_rules! now {
    () => {
        "CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)"
    };
}
use now;

impl Store for Postgres {
    fn create(
        &self,
        connection: Connection,
        owner: Digest,
        login: Login,
        noted: Noted,
    ) -> Answer<'_, ()> {
        atomically!(self, db, {
            rows::insert_connection(&db, &connection).await?;
            let owner = Bearer::new(owner, Scope::Owner, connection.created_at);
            rows::insert_bearer(&db, connection.id, &owner).await?;
            rows::insert_login(&db, &login).await?;
            chain::append(&db, connection.id, [noted.clone()]).await?;
        })
    }

    fn connection(&self, id: Uuid) -> Answer<'_, Option<Connection>> {
        ask!(self, db, {
            let statement = db
                .prepare_cached(columns!("SELECT ", " FROM connection c WHERE c.id = $1"))
                .await?;
            let row = db.query_opt(&statement, &[&id]).await?;
            row.as_ref().map(rows::connection).transpose()?
        })
    }

    fn authorized(
        &self,
        id: Uuid,
        bearer: Digest,
        now: u64,
    ) -> Answer<'_, Option<(Scope, Connection)>> {
        ask!(self, db, {
            let statement = db
                .prepare_cached(columns!(
                    "SELECT ",
                    ", b.scope FROM bearer b JOIN connection c ON c.id = b.connection
                     WHERE b.hash = $1 AND c.id = $2 AND (b.expires_at IS NULL OR b.expires_at > $3)"
                ))
                .await?;
            let row = db
                .query_opt(&statement, &[&bearer.as_slice(), &id, &now.cast_signed()])
                .await?;
            match row {
                Some(row) => Some((
                    scope_of(row.try_get(rows::COLUMNS)?),
                    rows::connection(&row)?,
                )),
                None => None,
            }
        })
    }

    fn bearers(&self, id: Uuid, now: u64) -> Answer<'_, Vec<Bearer>> {
        ask!(self, db, {
            let rows = db
                .query(
                    "SELECT hash, scope, created_at, expires_at FROM bearer
                     WHERE connection = $1 AND (expires_at IS NULL OR expires_at > $2) ORDER BY created_at, hash",
                    &[&id, &now.cast_signed()],
                )
                .await?;
            rows.iter()
                .map(rows::bearer)
                .collect::<Result<Vec<_>, _>>()?
        })
    }

    fn revoke(&self, id: Uuid, bearer: Digest, noted: Noted) -> Answer<'_, bool> {
        atomically!(self, db, {
            let revoked = db
                .execute(
                    "DELETE FROM bearer WHERE hash = $1 AND connection = $2 AND scope <> 'owner'",
                    &[&bearer.as_slice(), &id],
                )
                .await?;
            if revoked == 1 {
                chain::append(&db, id, [noted.clone()]).await?;
            }
            revoked == 1
        })
    }

    fn save(&self, connection: Connection, before: u64, noted: Vec<Noted>) -> Answer<'_, bool> {
        atomically!(self, db, {
            let saved = rows::update_connection(&db, &connection, before).await?;
            if saved {
                chain::append(&db, connection.id, noted.clone()).await?;
            }
            saved
        })
    }

    fn delete(&self, id: Uuid, now: u64) -> Answer<'_, Option<Head>> {
        atomically!(self, db, {
            let deleted = db
                .execute("DELETE FROM connection WHERE id = $1", &[&id])
                .await?;
            if deleted == 0 {
                None
            } else {
                chain::end(&db, id, now).await?
            }
        })
    }

    fn begin(&self, login: Login, noted: Noted) -> Answer<'_, ()> {
        atomically!(self, db, {
            db.execute(
                "DELETE FROM login WHERE connection = $1",
                &[&login.connection],
            )
            .await?;
            rows::insert_login(&db, &login).await?;
            chain::append(&db, login.connection, [noted.clone()]).await?;
        })
    }

    fn take_login(&self, state: Digest) -> Answer<'_, Option<Login>> {
        atomically!(self, db, {
            let statement = db
                .prepare_cached(
                    "DELETE FROM login WHERE state = $1 RETURNING state, connection, browser, ticket, sealed, expires_at",
                )
                .await?;
            let row = db.query_opt(&statement, &[&state.as_slice()]).await?;
            row.as_ref().map(rows::login).transpose()?
        })
    }

    fn forget_login(&self, connection: Uuid) -> Answer<'_, ()> {
        atomically!(self, db, {
            db.execute("DELETE FROM login WHERE connection = $1", &[&connection])
                .await?;
        })
    }

    fn pending(&self, now: u64) -> Answer<'_, u64> {
        atomically!(self, db, {
            let statement = db
                .prepare_cached("SELECT count(*) FROM login WHERE expires_at > $1")
                .await?;
            let row = db.query_one(&statement, &[&now.cast_signed()]).await?;
            row.try_get::<_, i64>(0)?.cast_unsigned()
        })
    }

    fn ticket(&self, ticket: Digest, now: u64) -> Answer<'_, Option<Connection>> {
        ask!(self, db, {
            let statement = db
                .prepare_cached(columns!(
                    "SELECT ",
                    " FROM login l JOIN connection c ON c.id = l.connection WHERE l.ticket = $1 AND l.expires_at > $2"
                ))
                .await?;
            let row = db
                .query_opt(&statement, &[&ticket.as_slice(), &now.cast_signed()])
                .await?;
            row.as_ref().map(rows::connection).transpose()?
        })
    }

    fn use_ticket(&self, ticket: Digest, browser: Digest, now: u64) -> Answer<'_, Option<Login>> {
        atomically!(self, db, {
            let statement = db
                .prepare_cached(
                    "UPDATE login SET ticket = NULL, browser = $2 WHERE ticket = $1 AND expires_at > $3
                     RETURNING state, connection, browser, ticket, sealed, expires_at",
                )
                .await?;
            let now = now.cast_signed();
            let row = db
                .query_opt(&statement, &[&ticket.as_slice(), &browser.as_slice(), &now])
                .await?;
            row.as_ref().map(rows::login).transpose()?
        })
    }

    fn add_handles(&self, handles: Vec<Handle>, noted: Option<Noted>) -> Answer<'_, ()> {
        atomically!(self, db, {
            for handle in &handles {
                rows::insert_handle(&db, handle).await?;
            }
            if let Some(handle) = handles.first() {
                chain::append(&db, handle.connection, noted.clone()).await?;
            }
        })
    }

    fn look_up(&self, hash: Digest, kind: Kind, now: u64) -> Answer<'_, Option<Connection>> {
        ask!(self, db, {
            let statement = db
                .prepare_cached(columns!(
                    "SELECT ",
                    " FROM handle h JOIN connection c ON c.id = h.connection
                     WHERE h.hash = $1 AND h.kind = $2 AND h.expires_at > $3"
                ))
                .await?;
            let row = db
                .query_opt(
                    &statement,
                    &[&hash.as_slice(), &kind_text(kind), &now.cast_signed()],
                )
                .await?;
            row.as_ref().map(rows::connection).transpose()?
        })
    }

    fn of_bearer(&self, bearer: Digest, now: u64) -> Answer<'_, Option<Connection>> {
        ask!(self, db, {
            let row = db
                .query_opt(
                    columns!(
                        "SELECT ",
                        " FROM bearer b JOIN connection c ON c.id = b.connection
                          WHERE b.hash = $1 AND (b.expires_at IS NULL OR b.expires_at > $2)"
                    ),
                    &[&bearer.as_slice(), &now.cast_signed()],
                )
                .await?;
            row.as_ref().map(rows::connection).transpose()?
        })
    }

    fn view(&self, hash: Digest, now: u64) -> Answer<'_, Option<(Connection, Option<Problem>)>> {
        ask!(self, db, {
            let statement = db
                .prepare_cached(columns!(
                    "SELECT ",
                    ", h.problem FROM handle h JOIN connection c ON c.id = h.connection
                     WHERE h.hash = $1 AND h.kind = 'view' AND h.expires_at > $2"
                ))
                .await?;
            let row = db
                .query_opt(&statement, &[&hash.as_slice(), &now.cast_signed()])
                .await?;
            match row {
                None => None,
                Some(row) => {
                    let problem: Option<&str> = row.try_get(rows::COLUMNS)?;
                    Some((
                        rows::connection(&row)?,
                        problem.map(rows::json).transpose()?,
                    ))
                }
            }
        })
    }

    fn claim(&self, hash: Digest, bearer: Digest, now: u64) -> Answer<'_, Option<Connection>> {
        atomically!(self, db, {
            let claimed = db
                .query_opt(
                    "UPDATE handle SET claimed_at = $2
                     WHERE hash = $1 AND claimed_at IS NULL AND expires_at > $2 AND kind IN ('hand_off', 'return')
                     RETURNING connection, kind",
                    &[&hash.as_slice(), &now.cast_signed()],
                )
                .await?;
            match claimed {
                None => None,
                Some(claimed) => {
                    let (id, kind): (Uuid, &str) = (claimed.try_get(0)?, claimed.try_get(1)?);
                    let scope = claims(kind);
                    rows::insert_bearer(&db, id, &Bearer::new(bearer, scope, now)).await?;
                    chain::append(&db, id, [record::claimed(scope.into(), now)]).await?;
                    let row = db
                        .query_opt(
                            columns!("SELECT ", " FROM connection c WHERE c.id = $1"),
                            &[&id],
                        )
                        .await?;
                    row.as_ref().map(rows::connection).transpose()?
                }
            }
        })
    }

    fn note(&self, id: Uuid, noted: Noted) -> Answer<'_, bool> {
        atomically!(self, db, {
            let is_there = db
                .query_opt("SELECT 1 FROM connection WHERE id = $1", &[&id])
                .await?
                .is_some();
            if is_there {
                chain::append(&db, id, [noted.clone()]).await?;
            }
            is_there
        })
    }

    fn record(&self, id: Uuid) -> Answer<'_, Vec<Sealed>> {
        ask!(self, db, {
            let rows = db
                .query(
                    "SELECT body, seal FROM entry WHERE connection = $1 ORDER BY number",
                    &[&id],
                )
                .await?;
            rows.iter()
                .map(chain::sealed)
                .collect::<Result<Vec<_>, _>>()?
        })
    }

    fn head(&self, id: Uuid) -> Answer<'_, Option<Head>> {
        ask!(self, db, {
            let row = db
                .query_opt(
                    "SELECT entries, seal, ended_at FROM chain WHERE connection = $1",
                    &[&id],
                )
                .await?;
            row.as_ref().map(chain::head).transpose()?
        })
    }

    fn due(&self, now: u64, limit: u32) -> Answer<'_, Vec<Uuid>> {
        ask!(self, db, {
            let statement = db
                .prepare_cached(
                    "SELECT id FROM connection WHERE next_check <= $1 ORDER BY next_check LIMIT $2",
                )
                .await?;
            let rows = db
                .query(&statement, &[&now.cast_signed(), &i64::from(limit)])
                .await?;
            rows.iter()
                .map(|row| row.try_get(0))
                .collect::<Result<Vec<_>, _>>()?
        })
    }

    fn next_due(&self) -> Answer<'_, Option<u64>> {
        ask!(self, db, {
            let statement = db
                .prepare_cached(
                    "SELECT min(next_check) FROM connection WHERE next_check IS NOT NULL",
                )
                .await?;
            let row = db.query_one(&statement, &[]).await?;
            row.try_get::<_, Option<i64>>(0)?.map(i64::cast_unsigned)
        })
    }

    fn sweep(&self, now: u64, unused_before: u64) -> Answer<'_, ()> {
        atomically!(self, db, {
            let (now, unused_before) = (now.cast_signed(), unused_before.cast_signed());
            db.execute("DELETE FROM bearer WHERE expires_at <= $1", &[&now])
                .await?;
            db.execute("DELETE FROM login WHERE expires_at <= $1", &[&now])
                .await?;
            db.execute("DELETE FROM handle WHERE expires_at <= $1", &[&now])
                .await?;
            // Nothing ever happened to these: not even the end of their record is kept. Somebody
            // may sign in to one at this moment, hence first the connections, then their chains.
            let swept = db
                .query(
                    "DELETE FROM connection WHERE NOT signed_in AND created_at < $1 RETURNING id",
                    &[&unused_before],
                )
                .await?;
            let chain = db
                .prepare_cached("DELETE FROM chain WHERE connection = $1")
                .await?;
            for row in &swept {
                db.execute(&chain, &[&row.try_get::<_, Uuid>(0)?]).await?;
            }
        })
    }

    fn is_shared(&self) -> bool {
        true
    }

    fn file(&self) -> Option<&Path> {
        None
    }

    fn revisions(&self, ids: Vec<Uuid>) -> Answer<'_, Vec<(Uuid, u64)>> {
        ask!(self, db, {
            let statement = db
                .prepare_cached("SELECT id, revision FROM connection WHERE id = ANY($1)")
                .await?;
            let rows = db.query(&statement, &[&ids]).await?;
            rows.iter()
                .map(|row| Ok((row.try_get(0)?, row.try_get::<_, i64>(1)?.cast_unsigned())))
                .collect::<Result<Vec<_>, tokio_postgres::Error>>()?
        })
    }

    fn watched(&self, ids: Vec<Uuid>, until: u64) -> Answer<'_, ()> {
        atomically!(self, db, {
            // Locked in one order: two servers that write the same ones do not wait for each other in a
            // circle.
            let statement = db
                .prepare_cached(
                    "UPDATE connection SET watched_until = $2 WHERE id IN
                         (SELECT id FROM connection WHERE id = ANY($1) ORDER BY id FOR UPDATE)",
                )
                .await?;
            db.execute(&statement, &[&ids, &until.cast_signed()])
                .await?;
        })
    }

    fn lease(&self, name: String, holder: Uuid, ttl_ms: u64) -> Answer<'_, bool> {
        atomically!(self, db, {
            let statement = db.prepare_cached(pool::LEASE).await?;
            db.execute(&statement, &[&name, &holder, &ttl_ms.cast_signed()])
                .await?
                == 1
        })
    }

    fn release(&self, name: String, holder: Uuid) -> Answer<'_, ()> {
        atomically!(self, db, {
            let statement = db
                .prepare_cached("DELETE FROM lease WHERE name = $1 AND holder = $2")
                .await?;
            db.execute(&statement, &[&name, &holder]).await?;
        })
    }

    fn proofs(&self) -> Answer<'_, Vec<(String, Vec<u8>)>> {
        ask!(self, db, {
            let rows = db.query("SELECT id, proof FROM master_key", &[]).await?;
            let proofs = rows
                .iter()
                .map(|row| Ok((row.try_get(0)?, row.try_get(1)?)))
                .collect::<Result<BTreeMap<_, _>, tokio_postgres::Error>>()?;
            proofs.into_iter().collect()
        })
    }

    fn add_proof(&self, key: String, proof: Vec<u8>) -> Answer<'_, ()> {
        atomically!(self, db, {
            db.execute(
                "INSERT INTO master_key (id, proof) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                &[&key, &proof],
            )
            .await?;
        })
    }

    fn drop_proof(&self, key: String) -> Answer<'_, bool> {
        atomically!(self, db, {
            db.execute(
                "DELETE FROM master_key WHERE id = $1
                 AND NOT EXISTS (SELECT 1 FROM connection WHERE key_id = $1)",
                &[&key],
            )
            .await?
                == 1
        })
    }

    fn keys_in_use(&self) -> Answer<'_, Vec<String>> {
        ask!(self, db, {
            let rows = db
                .query("SELECT DISTINCT key_id FROM connection", &[])
                .await?;
            let mut ids = rows
                .iter()
                .map(|row| row.try_get(0))
                .collect::<Result<Vec<String>, _>>()?;
            ids.sort();
            ids
        })
    }

    fn wrapped_by_others(&self, active: String, limit: u32) -> Answer<'_, Vec<(Uuid, Vec<u8>)>> {
        ask!(self, db, {
            let rows = db
                .query(
                    "SELECT id, wrapped_key FROM connection WHERE key_id <> $1 LIMIT $2",
                    &[&active, &i64::from(limit)],
                )
                .await?;
            rows.iter()
                .map(|row| Ok((row.try_get(0)?, row.try_get(1)?)))
                .collect::<Result<Vec<_>, tokio_postgres::Error>>()?
        })
    }

    fn rewrap(&self, id: Uuid, old: Vec<u8>, new: Vec<u8>) -> Answer<'_, bool> {
        atomically!(self, db, {
            let statement = db
                .prepare_cached(
                    "UPDATE connection SET wrapped_key = $3, key_id = $4 WHERE id = $1 AND wrapped_key = $2",
                )
                .await?;
            db.execute(&statement, &[&id, &old, &new, &encryption::key_id(&new)])
                .await?
                == 1
        })
    }

    fn touch(&self, now: u64) -> Answer<'_, ()> {
        atomically!(self, db, {
            db.execute(
                "INSERT INTO touched (id, at) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET at = excluded.at",
                &[&now.cast_signed()],
            )
            .await?;
        })
    }
}
