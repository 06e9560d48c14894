//! The observer's rows as PostgreSQL returns them.

use super::pool::Failure;
use crate::store::observed::{Change, Kind, Look, Row, Stored};

pub(super) fn stored(row: &tokio_postgres::Row) -> Result<Stored, Failure> {
    Ok(Stored {
        row: Row {
            app: row.try_get(0)?,
            kind: Kind::of(row.try_get(1)?),
            id: row.try_get(2)?,
            body: row.try_get(4)?,
        },
        list: row.try_get(3)?,
        before: row.try_get(5)?,
        round: row.try_get::<_, i64>(6)?.cast_unsigned(),
        pass: row.try_get::<_, i64>(7)?.cast_unsigned(),
    })
}

pub(super) fn change(row: &tokio_postgres::Row) -> Result<Change, Failure> {
    Ok(Change {
        number: row.try_get::<_, i64>(0)?.cast_unsigned(),
        body: row.try_get(1)?,
        seal: row.try_get(2)?,
    })
}

pub(super) fn look(row: &tokio_postgres::Row) -> Result<Look, Failure> {
    Ok(Look {
        id: row.try_get(0)?,
        at: row.try_get::<_, i64>(1)?.cast_unsigned(),
        person: row.try_get(2)?,
        name: row.try_get(3)?,
        what: row.try_get(4)?,
        subject: row.try_get(5)?,
    })
}
