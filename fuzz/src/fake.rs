//! A Microsoft on this machine that answers with what it is given: one line for one request, a status
//! and a body, and nothing but 404 when there are no more.

use axum::Router;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

/// The runtime of all targets that need one. One thread, so that an input means the same each time.
pub(crate) fn runtime() -> &'static Runtime {
    static RUNTIME: OnceLock<Runtime> = OnceLock::new();
    RUNTIME.get_or_init(|| {
        tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .expect("a runtime")
    })
}

/// What is answered next: statuses and bodies.
type Answers = VecDeque<(StatusCode, Vec<u8>)>;

pub(crate) struct Fake {
    /// Its origin.
    pub(crate) base: String,
    answers: Arc<Mutex<Answers>>,
}

impl Fake {
    /// Starts one on a port of its own.
    pub(crate) fn start() -> Self {
        let answers: Arc<Mutex<Answers>> = Arc::default();
        let next = Arc::clone(&answers);
        let router = Router::new().fallback(async move || {
            let next = next
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .pop_front();
            let (status, body) = next.unwrap_or((StatusCode::NOT_FOUND, Vec::new()));
            (status, [(CONTENT_TYPE, "application/json")], body).into_response()
        });
        let listener = runtime()
            .block_on(TcpListener::bind("127.0.0.1:0"))
            .expect("a port");
        let base = format!("http://{}", listener.local_addr().expect("an address"));
        runtime().spawn(async { axum::serve(listener, router).await });
        Self { base, answers }
    }

    /// What is answered from now on. `@` stands for this server's origin.
    pub(crate) fn answers(&self, lines: &[&[u8]]) {
        let read = |line: &&[u8]| {
            let (status, body) = line.split_at(line.len().min(3));
            let status = str::from_utf8(status)
                .ok()
                .and_then(|text| text.parse::<u16>().ok());
            let known = status.filter(|status| (200..600).contains(status));
            let status = known.and_then(|status| StatusCode::from_u16(status).ok());
            let body = String::from_utf8_lossy(body.trim_ascii()).replace('@', &self.base);
            (status.unwrap_or(StatusCode::OK), body.into_bytes())
        };
        *self.answers.lock().unwrap_or_else(PoisonError::into_inner) =
            lines.iter().map(read).collect();
    }
}
