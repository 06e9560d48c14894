//! Rows to values and back.

use crate::connection::Connection;
use crate::secrets::encryption;
use crate::store::{Bearer, Handle, Login, kind_text, scope_of, scope_text};
use consentry_shared::api::Problem;
use rusqlite::types::{Type, ValueRef};
use rusqlite::{Row, params};
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// Columns that [`connection`] reads; what a statement selects besides comes after them.
pub(super) const COLUMNS: usize = 9;

pub(super) fn connection(row: &Row<'_>) -> rusqlite::Result<Connection> {
    let mut connection = Connection {
        id: row.get(0)?,
        status: json(row, 2)?,
        patience: json(row, 3)?,
        return_to: row.get(4)?,
        wrapped_key: row.get(5)?,
        refresh: row.get(6)?,
        created_at: row.get::<_, i64>(7)?.cast_unsigned(),
        watched_until: row.get::<_, i64>(8)?.cast_unsigned(),
    };
    connection.status.revision = row.get::<_, i64>(1)?.cast_unsigned();
    Ok(connection)
}

fn json<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> rusqlite::Result<T> {
    serde_json::from_str(row.get_ref(column)?.as_str()?).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(column, Type::Text, error.into())
    })
}

fn text<T: serde::Serialize>(value: &T) -> rusqlite::Result<String> {
    serde_json::to_string(value)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
}

pub(super) fn insert_connection(
    db: &rusqlite::Connection,
    connection: &Connection,
) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO connection
             (id, revision, status, patience, return_to, wrapped_key, refresh, next_check, signed_in, created_at,
              key_id)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?
    .execute(params![
        connection.id,
        connection.status.revision.cast_signed(),
        text(&connection.status)?,
        text(&connection.patience)?,
        connection.return_to,
        connection.wrapped_key,
        connection.refresh,
        connection.status.next_check_at.map(u64::cast_signed),
        connection.status.tenant.is_some(),
        connection.created_at.cast_signed(),
        encryption::key_id(&connection.wrapped_key),
    ])?;
    Ok(())
}

pub(super) fn update_connection(
    db: &rusqlite::Connection,
    connection: &Connection,
    before: u64,
) -> rusqlite::Result<bool> {
    db.prepare_cached(
        "UPDATE connection
         SET revision = ?3, status = ?4, patience = ?5, refresh = ?6, next_check = ?7, signed_in = ?8
         WHERE id = ?1 AND revision = ?2",
    )?
    .execute(params![
        connection.id,
        before.cast_signed(),
        connection.status.revision.cast_signed(),
        text(&connection.status)?,
        text(&connection.patience)?,
        connection.refresh,
        connection.status.next_check_at.map(u64::cast_signed),
        connection.status.tenant.is_some(),
    ])
    .map(|rows| rows == 1)
}

pub(super) fn insert_login(db: &rusqlite::Connection, login: &Login) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO login (state, connection, browser, ticket, sealed, expires_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        login.state,
        login.connection,
        login.browser,
        login.ticket,
        login.sealed,
        login.expires_at.cast_signed(),
    ])?;
    Ok(())
}

pub(super) fn login(row: &Row<'_>) -> rusqlite::Result<Login> {
    Ok(Login {
        state: row.get(0)?,
        connection: row.get(1)?,
        browser: row.get(2)?,
        ticket: row.get(3)?,
        sealed: row.get(4)?,
        expires_at: row.get::<_, i64>(5)?.cast_unsigned(),
    })
}

pub(super) fn insert_handle(db: &rusqlite::Connection, handle: &Handle) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO handle (hash, connection, kind, expires_at, problem) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![
        handle.hash,
        handle.connection,
        kind_text(handle.kind),
        handle.expires_at.cast_signed(),
        handle.problem.as_ref().map(text).transpose()?,
    ])?;
    Ok(())
}

pub(super) fn problem(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Problem>> {
    match row.get_ref(column)? {
        ValueRef::Null => Ok(None),
        _ => json(row, column).map(Some),
    }
}

pub(super) fn insert_bearer(
    db: &rusqlite::Connection,
    connection: Uuid,
    bearer: &Bearer,
) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO bearer (hash, connection, scope, created_at, expires_at) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![
        bearer.hash,
        connection,
        scope_text(bearer.scope),
        bearer.created_at.cast_signed(),
        bearer.expires_at.map(u64::cast_signed),
    ])?;
    Ok(())
}

pub(super) fn bearer(row: &Row<'_>) -> rusqlite::Result<Bearer> {
    Ok(Bearer {
        hash: row.get(0)?,
        scope: scope_of(row.get_ref(1)?.as_str()?),
        created_at: row.get::<_, i64>(2)?.cast_unsigned(),
        expires_at: row.get::<_, Option<i64>>(3)?.map(i64::cast_unsigned),
    })
}
