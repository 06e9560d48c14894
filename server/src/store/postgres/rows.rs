//! Rows to values and back.

use super::pool::Failure;
use crate::connection::Connection;
use crate::secrets::encryption;
use crate::secrets::token::Digest;
use crate::store::{Bearer, Handle, Login, kind_text, scope_of, scope_text};
use deadpool_postgres::Transaction;
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio_postgres::Row;
use uuid::Uuid;

/// Columns that [`connection`] reads; what a statement selects besides comes after them.
pub(super) const COLUMNS: usize = 9;

pub(super) fn connection(row: &Row) -> Result<Connection, Failure> {
    let mut connection = Connection {
        id: row.try_get(0)?,
        status: json(row.try_get(2)?)?,
        patience: json(row.try_get(3)?)?,
        return_to: row.try_get(4)?,
        wrapped_key: row.try_get(5)?,
        refresh: row.try_get(6)?,
        created_at: row.try_get::<_, i64>(7)?.cast_unsigned(),
        watched_until: row.try_get::<_, i64>(8)?.cast_unsigned(),
    };
    connection.status.revision = row.try_get::<_, i64>(1)?.cast_unsigned();
    Ok(connection)
}

pub(super) fn json<T: DeserializeOwned>(text: &str) -> Result<T, Failure> {
    serde_json::from_str(text).map_err(|error| Failure::Damaged(error.to_string()))
}

pub(super) fn text<T: Serialize>(value: &T) -> Result<String, Failure> {
    serde_json::to_string(value).map_err(|error| Failure::Damaged(error.to_string()))
}

fn digest(row: &Row, column: usize) -> Result<Digest, Failure> {
    row.try_get::<_, &[u8]>(column)?
        .try_into()
        .map_err(|_| Failure::Damaged("a digest has another length".into()))
}

pub(super) async fn insert_connection(
    db: &Transaction<'_>,
    connection: &Connection,
) -> Result<(), Failure> {
    let statement = db
        .prepare_cached(
            "INSERT INTO connection
                 (id, revision, status, patience, return_to, wrapped_key, refresh, next_check, signed_in, created_at,
                  key_id)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        )
        .await?;
    db.execute(
        &statement,
        &[
            &connection.id,
            &connection.status.revision.cast_signed(),
            &text(&connection.status)?,
            &text(&connection.patience)?,
            &connection.return_to,
            &connection.wrapped_key,
            &connection.refresh,
            &connection.status.next_check_at.map(u64::cast_signed),
            &connection.status.tenant.is_some(),
            &connection.created_at.cast_signed(),
            &encryption::key_id(&connection.wrapped_key),
        ],
    )
    .await?;
    Ok(())
}

pub(super) async fn update_connection(
    db: &Transaction<'_>,
    connection: &Connection,
    before: u64,
) -> Result<bool, Failure> {
    let statement = db
        .prepare_cached(
            "UPDATE connection
             SET revision = $3, status = $4, patience = $5, refresh = $6, next_check = $7, signed_in = $8
             WHERE id = $1 AND revision = $2",
        )
        .await?;
    let rows = db
        .execute(
            &statement,
            &[
                &connection.id,
                &before.cast_signed(),
                &connection.status.revision.cast_signed(),
                &text(&connection.status)?,
                &text(&connection.patience)?,
                &connection.refresh,
                &connection.status.next_check_at.map(u64::cast_signed),
                &connection.status.tenant.is_some(),
            ],
        )
        .await?;
    Ok(rows == 1)
}

pub(super) async fn insert_login(db: &Transaction<'_>, login: &Login) -> Result<(), Failure> {
    let statement = db
        .prepare_cached(
            "INSERT INTO login (state, connection, browser, ticket, sealed, expires_at) VALUES ($1, $2, $3, $4, $5, $6)",
        )
        .await?;
    let ticket = login.ticket.as_ref().map(Digest::as_slice);
    db.execute(
        &statement,
        &[
            &login.state.as_slice(),
            &login.connection,
            &login.browser.as_slice(),
            &ticket,
            &login.sealed,
            &login.expires_at.cast_signed(),
        ],
    )
    .await?;
    Ok(())
}

pub(super) fn login(row: &Row) -> Result<Login, Failure> {
    let ticket = match row.try_get::<_, Option<&[u8]>>(3)? {
        Some(_) => Some(digest(row, 3)?),
        None => None,
    };
    Ok(Login {
        state: digest(row, 0)?,
        connection: row.try_get(1)?,
        browser: digest(row, 2)?,
        ticket,
        sealed: row.try_get(4)?,
        expires_at: row.try_get::<_, i64>(5)?.cast_unsigned(),
    })
}

pub(super) async fn insert_handle(db: &Transaction<'_>, handle: &Handle) -> Result<(), Failure> {
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
            &handle.problem.as_ref().map(text).transpose()?,
        ],
    )
    .await?;
    Ok(())
}

pub(super) async fn insert_bearer(
    db: &Transaction<'_>,
    connection: Uuid,
    bearer: &Bearer,
) -> Result<(), Failure> {
    let statement = db
        .prepare_cached(
            "INSERT INTO bearer (hash, connection, scope, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)",
        )
        .await?;
    db.execute(
        &statement,
        &[
            &bearer.hash.as_slice(),
            &connection,
            &scope_text(bearer.scope),
            &bearer.created_at.cast_signed(),
            &bearer.expires_at.map(u64::cast_signed),
        ],
    )
    .await?;
    Ok(())
}

pub(super) fn bearer(row: &Row) -> Result<Bearer, Failure> {
    Ok(Bearer {
        hash: digest(row, 0)?,
        scope: scope_of(row.try_get(1)?),
        created_at: row.try_get::<_, i64>(2)?.cast_unsigned(),
        expires_at: row.try_get::<_, Option<i64>>(3)?.map(i64::cast_unsigned),
    })
}
