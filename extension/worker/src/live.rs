//! Follows connections live: the backend's event stream (server-sent events), read with `fetch`
//! because `EventSource` cannot carry a bearer in a header.

use crate::backend;
use crate::bearers;
use crate::http::{self, Failure};
use consentry_logic::update::Answer;
use consentry_wire::api::Status;
use gloo_timers::future::TimeoutFuture;
use js_sys::{Reflect, Uint8Array};
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::prelude::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AbortController, ReadableStreamDefaultReader, Response};

/// The longest wait between two tries, in milliseconds.
const LONGEST_WAIT: u32 = 30_000;
/// A stream that grows so long without an end of line is not one of ours, in bytes.
const LONGEST_LINE: usize = 256 * 1024;

thread_local! {
    /// Each with the bearer it is followed with: one that came later may see what the other may not.
    static FOLLOWED: RefCell<BTreeMap<String, (AbortController, Option<String>)>> = const { RefCell::new(BTreeMap::new()) };
}

/// Follows exactly these connections.
pub(crate) fn follow(connections: &[String]) {
    FOLLOWED.with_borrow_mut(|followed| {
        followed.retain(|connection, (controller, bearer)| {
            let wanted = connections.contains(connection) && bearers::bearer(connection) == *bearer;
            if !wanted {
                controller.abort();
            }
            wanted
        });
        for connection in connections {
            if !followed.contains_key(connection)
                && let Ok(controller) = AbortController::new()
            {
                spawn_local(listen(connection.clone(), controller.clone()));
                followed.insert(
                    connection.clone(),
                    (controller, bearers::bearer(connection)),
                );
            }
        }
    });
}

async fn listen(connection: String, controller: AbortController) {
    let mut wait = 1_000;
    let path = format!("/api/v1/connections/{connection}/events");
    while !controller.signal().aborted() {
        match http::send(
            "GET",
            &path,
            Some(&connection),
            None,
            Some(&controller.signal()),
        )
        .await
        {
            Ok(response) if response.ok() => {
                wait = 1_000;
                read(&response).await;
            }
            // The connection or its bearer is gone: asking again would not help.
            Ok(response) if matches!(response.status(), 401 | 403 | 404) => return,
            Err(Failure::Unreached) if !controller.signal().aborted() => {
                backend::failed(Some(connection.clone()), Failure::Unreached);
            }
            Ok(_) | Err(_) => {}
        }
        TimeoutFuture::new(wait).await;
        wait = (wait * 2).min(LONGEST_WAIT);
    }
}

/// Reads events until the stream ends. Only `data` matters: each event is a whole status.
async fn read(response: &Response) {
    let Some(body) = response.body() else { return };
    let Ok(reader) = body.get_reader().dyn_into::<ReadableStreamDefaultReader>() else {
        return;
    };
    let mut rest: Vec<u8> = Vec::new();
    while let Ok(chunk) = JsFuture::from(reader.read()).await {
        let Ok(value) = Reflect::get(&chunk, &JsValue::from_str("value")) else {
            return;
        };
        let Ok(bytes) = value.dyn_into::<Uint8Array>() else {
            return;
        };
        rest.extend(bytes.to_vec());
        while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
            let line: Vec<u8> = rest.drain(..=end).collect();
            if let Some(data) = line.strip_prefix(b"data:")
                && let Ok(data) = str::from_utf8(data)
                && let Ok(status) = serde_json::from_str::<Status>(data)
            {
                backend::answered(Answer::Status(Box::new(status)));
            }
        }
        if rest.len() > LONGEST_LINE {
            return;
        }
    }
}
