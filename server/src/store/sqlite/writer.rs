//! The writer thread: one connection, many writes in one transaction, acknowledged after the
//! commit. At 32 clients that is ten times the durable writes of one transaction each (facts:
//! backend 0.1).

use super::BUSY_TIMEOUT;
use crate::store::{Answer, StoreError};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};

/// Answers the caller, once it is known whether the commit held.
type Acknowledge = Box<dyn FnOnce(Result<(), StoreError>) + Send>;
type Work = Box<dyn FnOnce(&mut Transaction<'_>) -> Acknowledge + Send>;

struct Write {
    work: Work,
    /// Whether what it deletes must be gone from the write-ahead log, too.
    erases: bool,
}

/// A read takes some ten microseconds.
const READERS_END_IN: Duration = Duration::from_millis(500);

/// At most this many writes share a commit.
const GROUP: usize = 256;

/// The writer.
pub(super) struct Writer {
    queue: mpsc::Sender<Write>,
}

impl Writer {
    /// Starts the thread; it ends when the store is dropped.
    pub(super) fn start(mut connection: Connection) -> Self {
        let (queue, mut writes) = mpsc::channel::<Write>(4096);
        std::thread::spawn(move || {
            while let Some(first) = writes.blocking_recv() {
                let mut group = vec![first];
                while group.len() < GROUP {
                    match writes.try_recv() {
                        Ok(write) => group.push(write),
                        Err(_) => break,
                    }
                }
                commit(&mut connection, group);
            }
        });
        Self { queue }
    }

    /// Writes, and waits until it is durable. A write that fails undoes itself and no other.
    pub(super) fn write<T: Send + 'static>(
        &self,
        write: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Answer<'_, T> {
        self.send(write, false)
    }

    /// As [`Self::write`]; what is deleted is then in no file of the database any more.
    pub(super) fn erase<T: Send + 'static>(
        &self,
        write: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Answer<'_, T> {
        self.send(write, true)
    }

    fn send<T: Send + 'static>(
        &self,
        write: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
        erases: bool,
    ) -> Answer<'_, T> {
        Box::pin(async move {
            let (reply, answer) = oneshot::channel();
            let work: Work = Box::new(move |transaction| {
                let written = in_savepoint(transaction, write);
                Box::new(move |committed| {
                    // The asker may be gone; the write stays.
                    let _ = reply.send(committed.and(written));
                })
            });
            self.queue
                .send(Write { work, erases })
                .await
                .map_err(|_| StoreError::Closed)?;
            answer.await.map_err(|_| StoreError::Closed)?
        })
    }
}

fn commit(connection: &mut Connection, group: Vec<Write>) {
    // Immediate: a transaction that begins with a read and then writes would fail at once when
    // another process writes (facts: backend 3, SQLite side).
    let mut transaction = match connection.transaction_with_behavior(TransactionBehavior::Immediate)
    {
        Ok(transaction) => transaction,
        // Dropping a write closes its reply; the callers get an error.
        Err(error) => {
            return tracing::error!(%error, writes = group.len(), "the store cannot write");
        }
    };
    let erases = group.iter().any(|write| write.erases);
    let acknowledge: Vec<_> = group
        .into_iter()
        .map(|write| (write.work)(&mut transaction))
        .collect();
    let committed = transaction.commit().map_err(StoreError::from);
    if let Err(error) = &committed {
        tracing::error!(%error, "the store cannot commit");
    }
    if erases {
        truncate(connection);
    }
    for acknowledge in acknowledge {
        acknowledge(committed.clone());
    }
}

/// Moves the write-ahead log into the database, where deleted rows are overwritten (`secure_delete`), and cuts it to
/// nothing (<https://sqlite.org/pragma.html#pragma_wal_checkpoint>). Readers are waited for, but not as long as in a write, which
/// others wait behind; where one does not end, the log goes with the next such write.
fn truncate(connection: &Connection) {
    let checkpoint = "PRAGMA wal_checkpoint(TRUNCATE)";
    let busy = connection
        .busy_timeout(READERS_END_IN)
        .and_then(|()| connection.query_row(checkpoint, [], |row| row.get::<_, bool>(0)));
    let patient = connection.busy_timeout(BUSY_TIMEOUT);
    match busy.and_then(|busy| patient.map(|()| busy)) {
        Ok(false) => {}
        Ok(true) => tracing::warn!("the write-ahead log is in use and was not truncated"),
        Err(error) => tracing::warn!(%error, "the write-ahead log could not be truncated"),
    }
}

fn in_savepoint<T>(
    transaction: &mut Transaction<'_>,
    write: impl FnOnce(&Connection) -> rusqlite::Result<T>,
) -> Result<T, StoreError> {
    let savepoint = transaction.savepoint()?;
    let written = write(&savepoint)?;
    savepoint.commit()?;
    Ok(written)
}
