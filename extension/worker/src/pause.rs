//! Waiting.

use crate::chrome;
use wasm_bindgen::prelude::{Closure, JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Waits so many milliseconds.
pub(crate) async fn pause(ms: u64) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let callback = Closure::once_into_js(move || {
            // Resolving a promise does not throw.
            let _ = resolve.call0(&JsValue::UNDEFINED);
        });
        #[expect(clippy::cast_precision_loss, reason = "a few seconds in milliseconds")]
        chrome::set_timeout(callback.unchecked_ref(), ms as f64);
    });
    let _ = JsFuture::from(promise).await;
}
