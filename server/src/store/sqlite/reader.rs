//! The reader threads: each owns a connection, each takes questions in turn.

use crate::store::{Answer, StoreError};
use rusqlite::Connection;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::sync::{mpsc, oneshot};

type Question = Box<dyn FnOnce(&Connection) + Send>;

/// All readers.
pub(super) struct Readers {
    queues: Vec<mpsc::Sender<Question>>,
    next: AtomicUsize,
}

impl Readers {
    /// One thread for each connection; it ends when the store is dropped.
    pub(super) fn start(connections: Vec<Connection>) -> Self {
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
                // The asker may be gone; then nobody minds.
                let _ = reply.send(ask(connection).map_err(StoreError::from));
            });
            queue.send(question).await.map_err(|_| StoreError::Closed)?;
            answer.await.map_err(|_| StoreError::Closed)?
        })
    }
}
