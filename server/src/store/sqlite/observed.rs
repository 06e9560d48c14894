//! The observer's rows on SQLite.

use super::Sqlite;
use super::deltas::settle;
use crate::store::Answer;
use crate::store::observed::{
    AFTER_ALL, Accepted, Change, Kind, Look, Observed, Page, Place, Row, Stored, seal,
};
use rusqlite::{OptionalExtension, params};

const COLUMNS: &str = "app, kind, id, list, body, before, round, pass";

fn stored(row: &rusqlite::Row<'_>) -> rusqlite::Result<Stored> {
    Ok(Stored {
        row: Row {
            app: row.get(0)?,
            kind: Kind::of(row.get_ref(1)?.as_str()?),
            id: row.get(2)?,
            body: row.get(4)?,
        },
        list: row.get(3)?,
        before: row.get(5)?,
        round: row.get::<_, i64>(6)?.cast_unsigned(),
        pass: row.get::<_, i64>(7)?.cast_unsigned(),
    })
}

fn set_state(db: &rusqlite::Connection, tenant: &str, state: &str) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO observer (tenant, state) VALUES (?1, ?2)
         ON CONFLICT (tenant) DO UPDATE SET state = excluded.state",
    )?
    .execute(params![tenant, state])
    .map(|_| ())
}

fn change(row: &rusqlite::Row<'_>) -> rusqlite::Result<Change> {
    Ok(Change {
        number: row.get::<_, i64>(0)?.cast_unsigned(),
        body: row.get(1)?,
        seal: row.get(2)?,
    })
}

fn look(row: &rusqlite::Row<'_>) -> rusqlite::Result<Look> {
    Ok(Look {
        id: row.get(0)?,
        at: row.get::<_, i64>(1)?.cast_unsigned(),
        person: row.get(2)?,
        name: row.get(3)?,
        what: row.get(4)?,
        subject: row.get(5)?,
    })
}

impl Observed for Sqlite {
    fn observer(&self, tenant: String) -> Answer<'_, Option<String>> {
        self.readers.read(move |db| {
            db.prepare_cached("SELECT state FROM observer WHERE tenant = ?1")?
                .query_row([tenant], |row| row.get(0))
                .optional()
        })
    }

    fn lists(&self, tenant: String) -> Answer<'_, Vec<(String, String)>> {
        self.readers.read(move |db| {
            db.prepare_cached(
                "SELECT list, state FROM observer_list WHERE tenant = ?1 ORDER BY list",
            )?
            .query_map([tenant], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect()
        })
    }

    fn list(&self, tenant: String, list: String) -> Answer<'_, Option<String>> {
        self.readers.read(move |db| {
            db.prepare_cached("SELECT state FROM observer_list WHERE tenant = ?1 AND list = ?2")?
                .query_row([tenant, list], |row| row.get(0))
                .optional()
        })
    }

    fn begin_round(&self, tenant: String, state: String) -> Answer<'_, ()> {
        self.writer.write(move |db| {
            db.execute("DELETE FROM observer_list WHERE tenant = ?1", [&tenant])?;
            set_state(db, &tenant, &state)
        })
    }

    fn add_page(&self, tenant: String, page: Page) -> Answer<'_, ()> {
        self.writer.write(move |db| {
            let mut insert = db.prepare_cached(
                "INSERT INTO observer_row (tenant, app, kind, id, list, body, before, round, pass)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, NULL, ?7, ?8)
                 ON CONFLICT (tenant, app, kind, id) DO UPDATE SET
                     before = CASE WHEN observer_row.round < excluded.round
                              THEN observer_row.body ELSE observer_row.before END,
                     round = excluded.round, pass = excluded.pass, list = excluded.list,
                     body = excluded.body",
            )?;
            let (round, pass) = (page.round.cast_signed(), page.pass.cast_signed());
            for row in &page.rows {
                insert.execute(params![
                    tenant,
                    row.app,
                    row.kind.text(),
                    row.id,
                    page.list,
                    row.body,
                    round,
                    pass
                ])?;
            }
            if let Some(progress) = &page.progress {
                db.prepare_cached(
                    "INSERT INTO observer_list (tenant, list, state) VALUES (?1, ?2, ?3)
                     ON CONFLICT (tenant, list) DO UPDATE SET state = excluded.state",
                )?
                .execute(params![tenant, page.list, progress])?;
            }
            match &page.state {
                Some(state) => set_state(db, &tenant, state),
                None => Ok(()),
            }
        })
    }

    fn rows(&self, tenant: String, after: Place, limit: u32) -> Answer<'_, Vec<Stored>> {
        self.readers.read(move |db| {
            db.prepare_cached(&format!(
                "SELECT {COLUMNS} FROM observer_row
                 WHERE tenant = ?1 AND (app, kind, id) > (?2, ?3, ?4)
                 ORDER BY app, kind, id LIMIT ?5"
            ))?
            .query_map(params![tenant, after.0, after.1, after.2, limit], stored)?
            .collect()
        })
    }

    fn rows_of(&self, tenant: String, app: String) -> Answer<'_, Vec<Stored>> {
        self.readers.read(move |db| {
            db.prepare_cached(&format!(
                "SELECT {COLUMNS} FROM observer_row WHERE tenant = ?1 AND app = ?2 ORDER BY kind, id"
            ))?
            .query_map(params![tenant, app], stored)?
            .collect()
        })
    }

    fn seen(&self, tenant: String, list: String, pass: u64) -> Answer<'_, Vec<String>> {
        self.readers.read(move |db| {
            db.prepare_cached(
                "SELECT id FROM observer_row WHERE tenant = ?1 AND list = ?2 AND pass = ?3",
            )?
            .query_map(params![tenant, list, pass.cast_signed()], |row| row.get(0))?
            .collect()
        })
    }

    fn occurrences(&self, tenant: String, contents: Vec<String>) -> Answer<'_, Vec<u64>> {
        self.readers.read(move |db| {
            let mut count = db.prepare_cached(
                "SELECT count(*) FROM observer_change WHERE tenant = ?1 AND content = ?2",
            )?;
            contents
                .iter()
                .map(|content| count.query_row([&tenant, content], |row| row.get::<_, i64>(0)))
                .map(|count| count.map(i64::cast_unsigned))
                .collect()
        })
    }

    fn accept(&self, tenant: String, accepted: Accepted) -> Answer<'_, ()> {
        self.writer.write(move |db| {
            let mut forget = db.prepare_cached(
                "DELETE FROM observer_row WHERE tenant = ?1 AND app = ?2 AND kind = ?3 AND id = ?4",
            )?;
            for (app, kind, id) in &accepted.gone {
                forget.execute(params![tenant, app, kind, id])?;
            }
            let last = db
                .prepare_cached(
                    "SELECT number, seal FROM observer_change WHERE tenant = ?1
                     ORDER BY number DESC LIMIT 1",
                )?
                .query_row([&tenant], |row| Ok((row.get(0)?, row.get(1)?)))
                .optional()?;
            let (mut number, mut before): (i64, String) = last.unwrap_or_default();
            let mut insert = db.prepare_cached(
                "INSERT INTO observer_change (tenant, number, app, content, body, seal)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?;
            for change in &accepted.changes {
                number += 1;
                before = seal(&before, &change.body);
                insert.execute(params![
                    tenant,
                    number,
                    change.app,
                    change.content,
                    change.body,
                    before
                ])?;
            }
            settle(db, &tenant, &accepted)?;
            set_state(db, &tenant, &accepted.state)
        })
    }

    fn changes(
        &self,
        tenant: String,
        after: u64,
        unreported: bool,
        limit: u32,
    ) -> Answer<'_, Vec<Change>> {
        self.readers.read(move |db| {
            db.prepare_cached(
                "SELECT number, body, seal FROM observer_change
                 WHERE tenant = ?1 AND number > ?2 AND (NOT ?3 OR reported = 0)
                 ORDER BY number LIMIT ?4",
            )?
            .query_map(
                params![tenant, after.cast_signed(), unreported, limit],
                change,
            )?
            .collect()
        })
    }

    fn newest_changes(&self, tenant: String, limit: u32) -> Answer<'_, Vec<Change>> {
        self.readers.read(move |db| {
            db.prepare_cached(
                "SELECT number, body, seal FROM observer_change
                 WHERE tenant = ?1 ORDER BY number DESC LIMIT ?2",
            )?
            .query_map(params![tenant, limit], change)?
            .collect()
        })
    }

    fn changes_of(&self, tenant: String, app: String, limit: u32) -> Answer<'_, Vec<Change>> {
        self.readers.read(move |db| {
            db.prepare_cached(
                "SELECT number, body, seal FROM observer_change
                 WHERE tenant = ?1 AND app = ?2 ORDER BY number DESC LIMIT ?3",
            )?
            .query_map(params![tenant, app, limit], change)?
            .collect()
        })
    }

    fn add_look(&self, tenant: String, look: Look) -> Answer<'_, ()> {
        self.writer.write(move |db| {
            db.prepare_cached(
                "INSERT INTO observer_look (tenant, id, at, person, name, what, subject)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .execute(params![
                tenant,
                look.id,
                look.at.cast_signed(),
                look.person,
                look.name,
                look.what,
                look.subject
            ])
            .map(|_| ())
        })
    }

    fn looks(&self, tenant: String, before: Option<String>, limit: u32) -> Answer<'_, Vec<Look>> {
        let before = before.unwrap_or_else(|| AFTER_ALL.to_owned());
        self.readers.read(move |db| {
            db.prepare_cached(
                "SELECT id, at, person, name, what, subject FROM observer_look
                 WHERE tenant = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3",
            )?
            .query_map(params![tenant, before, limit], look)?
            .collect()
        })
    }

    fn reported(&self, tenant: String, up_to: u64) -> Answer<'_, ()> {
        self.writer.write(move |db| {
            db.execute(
                "UPDATE observer_change SET reported = 1
                 WHERE tenant = ?1 AND number <= ?2 AND reported = 0",
                params![tenant, up_to.cast_signed()],
            )
            .map(|_| ())
        })
    }

    fn delivered(&self, tenant: String, receiver: String) -> Answer<'_, u64> {
        self.writer.write(move |db| {
            db.prepare_cached(
                "INSERT INTO observer_delivery (tenant, receiver, number)
                 SELECT ?1, ?2, coalesce(max(number), 0) FROM observer_change
                 WHERE tenant = ?1
                 ON CONFLICT (tenant, receiver) DO UPDATE SET number = observer_delivery.number
                 RETURNING number",
            )?
            .query_row([tenant, receiver], |row| {
                row.get::<_, i64>(0).map(i64::cast_unsigned)
            })
        })
    }

    fn deliver(&self, tenant: String, receiver: String, number: u64) -> Answer<'_, ()> {
        self.writer.write(move |db| {
            db.prepare_cached(
                "UPDATE observer_delivery SET number = ?3
                 WHERE tenant = ?1 AND receiver = ?2 AND number < ?3",
            )?
            .execute(params![tenant, receiver, number.cast_signed()])
            .map(|_| ())
        })
    }
}
