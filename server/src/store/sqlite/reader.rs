//! Who reads: threads that own a connection each and answer one question after the other, and for what an index
//! finds at once the caller's own thread, with a spare connection.

use crate::store::{Answer, StoreError};
use rusqlite::{Connection, ErrorCode};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::sync::{mpsc, oneshot};

type Question = Box<dyn FnOnce(&Connection) + Send>;

/// All readers.
pub(super) struct Readers {
    queues: Vec<mpsc::Sender<Question>>,
    next: AtomicUsize,
    ready: Vec<Mutex<Connection>>,
}

impl Readers {
    /// One thread for each connection of `connections`; it ends when the store is dropped. Those in
    /// `ready` do not wait while another process has the file locked.
    pub(super) fn start(connections: Vec<Connection>, ready: Vec<Connection>) -> Self {
        let queues = connections
            .into_iter()
            .map(|connection| {
                let (queue, mut questions) = mpsc::channel::<Question>(1024);
                std::thread::spawn(move || {
                    while let Some(question) = questions.blocking_recv() {
                        question(&connection);
                    }
                });
                queue
            })
            .collect();
        Self {
            queues,
            next: AtomicUsize::new(0),
            ready: ready.into_iter().map(Mutex::new).collect(),
        }
    }

    /// Reads at once, which must take no more than some microseconds: to wake a thread, and to be woken
    /// by it, takes longer. Where that cannot be done at once, a thread is asked.
    pub(super) fn read_now<T: Send + 'static>(
        &self,
        ask: impl Fn(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Answer<'_, T> {
        let ready = self.ready.iter().find_map(|one| one.try_lock().ok());
        match ready.map(|connection| ask(&connection)) {
            Some(Err(error)) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => {
                self.read(ask)
            }
            Some(read) => Box::pin(std::future::ready(read.map_err(StoreError::from))),
            None => self.read(ask),
        }
    }

    /// Asks one of them.
    pub(super) fn read<T: Send + 'static>(
        &self,
        ask: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Answer<'_, T> {
        let queue = &self.queues[self.next.fetch_add(1, Ordering::Relaxed) % self.queues.len()];
        Box::pin(async move {
            let (reply, answer) = oneshot::channel();
            let question: Question = Box::new(move |connection| {
                // The caller may be gone.
                let _ = reply.send(ask(connection).map_err(StoreError::from));
            });
            queue.send(question).await.map_err(|_| StoreError::Closed)?;
            answer.await.map_err(|_| StoreError::Closed)?
        })
    }
}
