//! The fair limit: axum with the layers a service usually has, and one ordinary SELECT for each answer. The bearer is
//! hashed, the row is read with it, and the status is sent as it is stored. No figures, no limits, no checks to plan.
//!
//! DATABASE is the path of a SQLite file; without it PGHOST, PGUSER and PGDATABASE name a PostgreSQL.

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use deadpool_postgres::{Manager, Pool};
use rusqlite::{Connection, OpenFlags, OptionalExtension, params};
use sha2::{Digest, Sha256};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio_postgres::NoTls;
use tower::ServiceBuilder;
use tower_http::cors::CorsLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;
use uuid::Uuid;

const BODY: usize = 16 * 1024;

enum Store {
    /// Read on the caller's own thread: an index finds the row at once.
    Sqlite(Mutex<Connection>),
    Postgres(Pool),
}

impl Store {
    fn open() -> anyhow::Result<Self> {
        if let Ok(path) = std::env::var("DATABASE") {
            let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
            return Ok(Self::Sqlite(Mutex::new(Connection::open_with_flags(
                path, flags,
            )?)));
        }
        let mut config = tokio_postgres::Config::new();
        config
            .host(std::env::var("PGHOST")?)
            .user(std::env::var("PGUSER")?)
            .dbname(std::env::var("PGDATABASE")?);
        let pool = Pool::builder(Manager::new(config, NoTls)).max_size(16);
        Ok(Self::Postgres(pool.build()?))
    }

    async fn status(&self, id: Uuid, bearer: &[u8]) -> anyhow::Result<Option<(i64, String)>> {
        match self {
            Self::Sqlite(db) => {
                let db = db.lock().unwrap_or_else(PoisonError::into_inner);
                let row = db
                    .prepare_cached(
                        "SELECT c.revision, c.status FROM bearer b JOIN connection c ON c.id = b.connection
                         WHERE b.hash = ?1 AND c.id = ?2",
                    )?
                    .query_row(params![bearer, id], |row| Ok((row.get(0)?, row.get(1)?)));
                Ok(row.optional()?)
            }
            Self::Postgres(pool) => {
                let db = pool.get().await?;
                let statement = db
                    .prepare_cached(
                        "SELECT c.revision, c.status FROM bearer b JOIN connection c ON c.id = b.connection
                         WHERE b.hash = $1 AND c.id = $2",
                    )
                    .await?;
                let row = db.query_opt(&statement, &[&bearer, &id]).await?;
                let read = |row: tokio_postgres::Row| Ok((row.try_get(0)?, row.try_get(1)?));
                row.map(read).transpose()
            }
        }
    }
}

async fn read(
    State(store): State<Arc<Store>>,
    Path(id): Path<Uuid>,
    headers: HeaderMap,
) -> Result<Response, StatusCode> {
    let bearer = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok()?.strip_prefix("Bearer "))
        .ok_or(StatusCode::UNAUTHORIZED)?;
    let found = store.status(id, Sha256::digest(bearer).as_slice()).await;
    let found = found.map_err(|_| StatusCode::SERVICE_UNAVAILABLE)?;
    let (revision, status) = found.ok_or(StatusCode::UNAUTHORIZED)?;
    let tag = format!("\"{revision}\"");
    if headers
        .get(header::IF_NONE_MATCH)
        .is_some_and(|known| known.as_bytes() == tag.as_bytes())
    {
        return Ok((StatusCode::NOT_MODIFIED, [(header::ETAG, tag)]).into_response());
    }
    let json = HeaderValue::from_static("application/json");
    Ok((
        [(header::CONTENT_TYPE, json)],
        [(header::ETAG, tag)],
        status,
    )
        .into_response())
}

fn fixed(name: HeaderName, value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value))
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    tracing_subscriber::fmt()
        .json()
        .with_writer(std::io::stderr)
        .init();
    let layers = ServiceBuilder::new()
        .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid))
        .layer(PropagateRequestIdLayer::x_request_id())
        .layer(TraceLayer::new_for_http())
        .layer(fixed(header::CACHE_CONTROL, "no-store"))
        .layer(fixed(header::CONTENT_SECURITY_POLICY, "default-src 'none'"))
        .layer(fixed(header::REFERRER_POLICY, "no-referrer"))
        .layer(fixed(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(fixed(header::X_FRAME_OPTIONS, "DENY"))
        .layer(CorsLayer::new().allow_origin(HeaderValue::from_static("https://app.example")))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::GATEWAY_TIMEOUT,
            Duration::from_secs(40),
        ))
        .layer(RequestBodyLimitLayer::new(BODY));
    let app = Router::new()
        .route("/api/v1/connections/{id}", get(read))
        .layer(layers)
        .with_state(Arc::new(Store::open()?));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    println!(
        "{}",
        serde_json::json!({ "listening": listener.local_addr()? })
    );
    axum::serve(listener, app).await?;
    Ok(())
}
