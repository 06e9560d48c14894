//! Handles on PostgreSQL.

use super::Postgres;
use super::pool::{Failure, ask, atomically};
use super::rows::{self, columns};
use super::{bearers, records};
use crate::connection::Connection;
use crate::record::{self, NewRecordEntry};
use crate::secrets::token::Digest;
use crate::store::handles::{claims, kind_text};
use crate::store::{Answer, Bearer, Handle, Handles, Kind};
use consentry_wire::api::Problem;
use deadpool_postgres::Transaction;
use uuid::Uuid;

async fn insert(db: &Transaction<'_>, handle: &Handle) -> Result<(), Failure> {
    let statement = db
        .prepare_cached(
            "INSERT INTO handle (hash, connection, kind, expires_at, problem) VALUES ($1, $2, $3, $4, $5)",
        )
        .await?;
    db.execute(
        &statement,
        &[
            &handle.hash.as_slice(),
            &handle.connection,
            &kind_text(handle.kind),
            &handle.expires_at.cast_signed(),
            &handle.problem.as_ref().map(rows::text).transpose()?,
        ],
    )
    .await?;
    Ok(())
}

impl Handles for Postgres {
    fn add_handles(&self, handles: Vec<Handle>, entry: Option<NewRecordEntry>) -> Answer<'_, ()> {
        atomically!(self, db, {
            for handle in &handles {
                insert(&db, handle).await?;
            }
            if let Some(handle) = handles.first() {
                records::append(&db, handle.connection, entry.clone()).await?;
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
                    bearers::insert(&db, id, &Bearer::new(bearer, scope, now)).await?;
                    records::append(&db, id, [record::claimed(scope.into(), now)]).await?;
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
}
