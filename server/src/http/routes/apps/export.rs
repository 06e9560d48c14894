//! The inventory as a file.

use super::looker::{Looker, Sight, unknown};
use crate::http::page;
use crate::observer::export::Format;
use crate::observer::list;
use crate::observer::reading::Reading;
use crate::observer::report::{self, Changes, Unwritten};
use crate::observer::right::Right;
use crate::observer::rows;
use crate::problems::error::Error;
use crate::state::State;
use axum::body::Body;
use axum::extract::{self, Path};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::fs::File;
use std::io::{self, Seek};
use std::sync::Arc;
use tokio::runtime::Handle;
use tokio_util::io::ReaderStream;

/// The newest changes that a file states.
const CHANGES: u32 = 1000;

/// `GET /apps/{tenant}/export/{format}`.
pub(in crate::http::routes) async fn export(
    extract::State(state): extract::State<Arc<State>>,
    looker: Looker,
    Path((_, name)): Path<(String, String)>,
) -> Response {
    if let Err(refused) = looker.may(Right::Export) {
        return refused;
    }
    let Some((format, ending)) = Format::NAMED.into_iter().find(|(_, known)| *known == name) else {
        return unknown();
    };
    if let Err(error) = looker.looks_at(&state, Sight::Export(ending)).await {
        return page::of_error(&error.into());
    }
    let (held, tenant) = (Arc::clone(&state), looker.tenant.clone());
    // Each part of it takes a while without a pause: a workbook is packed at its end.
    let runtime = Handle::current();
    let work = move || runtime.block_on(written(&held, &tenant, format));
    let written = tokio::task::spawn_blocking(work).await;
    match written.unwrap_or_else(|error| Err(io::Error::from(error).into())) {
        Ok((file, length)) => {
            let file = tokio::fs::File::from_std(file);
            let name = format!("attachment; filename=\"apps-{}.{ending}\"", looker.tenant);
            let headers = [
                (header::CONTENT_TYPE, format.media_type().to_owned()),
                (header::CONTENT_LENGTH, length.to_string()),
                (header::CONTENT_DISPOSITION, name),
            ];
            (headers, Body::from_stream(ReaderStream::new(file))).into_response()
        }
        Err(Unwritten::Store(error)) => page::of_error(&error.into()),
        Err(error) => {
            tracing::error!(tenant = looker.tenant, %error, "the inventory was not exported");
            let error = Error::new(StatusCode::INTERNAL_SERVER_ERROR, "internal");
            page::of_error(&error)
        }
    }
}

/// A file without a name, which is gone when it was sent: a report that is not whole is never sent.
async fn written(state: &State, tenant: &str, format: Format) -> Result<(File, u64), Unwritten> {
    let _turn = state.inventories.export().await;
    let store = &state.store;
    let at = rows::load(store, tenant).await?;
    let lists = list::stored(store, tenant).await?;
    let mut file = tempfile::tempfile()?;
    let mut sink = format.to(file.try_clone()?)?;
    let reading = Reading::stored(&at, &lists);
    report::write(store, tenant, reading, Changes::Newest(CHANGES), &mut *sink).await?;
    drop(sink);
    let length = file.metadata()?.len();
    file.seek(io::SeekFrom::Start(0))?;
    Ok((file, length))
}
