//! Data packs: whose signature counts is a policy's to say, and so is a pack that it brings itself.
//! Any other comes from the configured backend. Nothing unsigned is kept, and what was kept is
//! checked again each time it is taken up.

use crate::{chrome, core, http, storage, tables};
use consentry_catalog::pack::{self, ActiveData, Refusal, Signed};
use consentry_logic::update::Event;
use js_sys::{Array, Object, Reflect, Uint8Array};
use std::cell::Cell;
use wasm_bindgen::prelude::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// The backend is asked this often at most, in milliseconds.
const EVERY: u64 = 6 * 60 * 60 * 1000;

/// What a policy says about packs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Policy {
    /// The public key whose signature counts, as a JWK. Without it there are no packs.
    key: Option<String>,
    /// A pack the policy brings itself.
    pack: Option<String>,
    /// The lowest serial it takes.
    lowest: Option<u64>,
}

impl Policy {
    async fn read() -> Self {
        let text = async |key: &str| {
            let got = JsFuture::from(chrome::managed_get(&JsValue::from_str(key)))
                .await
                .ok()?;
            chrome::text(&got, key).filter(|text| !text.trim().is_empty())
        };
        Self {
            key: text("dataPackKey").await,
            pack: text("dataPack").await,
            lowest: text("dataPackSerial")
                .await
                // What cannot be read takes no pack: the policy wanted a limit.
                .map(|serial| serial.trim().parse().unwrap_or(u64::MAX)),
        }
    }
}

/// Puts in force what was kept, before anything is recognised.
pub(crate) async fn take_up_kept() {
    let policy = Policy::read().await;
    let kept = storage::pack().await;
    if let (Some(key), Some(jws)) = (&policy.key, kept) {
        // A pack that is refused now was signed by a key that is gone, or is older than this
        // version's own data: the data that was shipped is the right one then.
        let _ = take_up(&jws, key, policy.lowest).await;
    }
}

/// Looks whether there is a newer pack, and says which data is in force.
pub(crate) fn look_for_newer() {
    spawn_local(async {
        let policy = Policy::read().await;
        let mut refused = None;
        tables::expire(policy.lowest, chrome::now());
        match &policy.key {
            Some(key) => {
                let brought = match policy.pack.clone() {
                    Some(pack) => Some(pack),
                    None => from_backend().await,
                };
                if let Some(jws) = brought {
                    match take_up(&jws, key, policy.lowest).await {
                        Ok(()) => storage::keep_pack(&jws),
                        Err(Refusal::NotNewer { .. }) => {}
                        Err(refusal) => refused = Some(refusal.to_string()),
                    }
                }
            }
            None => tables::remove(),
        }
        let active = tables::state();
        let state = ActiveData { refused, ..active };
        core::dispatch(Event::Packed(state));
    });
}

/// The pack the backend hands out; none, where it has none or was asked a short while ago.
async fn from_backend() -> Option<String> {
    thread_local! {
        static ASKED: Cell<Option<u64>> = const { Cell::new(None) };
    }
    let now = chrome::now();
    if ASKED
        .get()
        .is_some_and(|asked| now.saturating_sub(asked) < EVERY)
    {
        return None;
    }
    let response = http::send("GET", http::DATA_PACK, None, None, None)
        .await
        .ok()?;
    ASKED.set(Some(now));
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?)
        .await
        .ok()?
        .as_string()
}

async fn take_up(jws: &str, key: &str, lowest: Option<u64>) -> Result<(), Refusal> {
    let signed = pack::open(jws)?;
    if !is_genuine(&signed, key).await {
        return Err(Refusal::Header(
            "it was not signed by the key of this browser's policy".to_owned(),
        ));
    }
    pack::admit(&signed.payload, lowest, chrome::now())?;
    tables::install(&signed.payload)
}

/// Whether the policy's key signed it: ECDSA over P-256 with SHA-256 (RFC 7518 section 3.4), by the
/// browser's own cryptography. Anything that goes wrong means that it did not.
async fn is_genuine(signed: &Signed, key: &str) -> bool {
    verify(signed, key).await.unwrap_or(false)
}

async fn verify(signed: &Signed, key: &str) -> Result<bool, JsValue> {
    let subtle = chrome::scope().crypto()?.subtle();
    let algorithm = Object::new();
    let set = |key: &str, value: &str| {
        Reflect::set(
            &algorithm,
            &JsValue::from_str(key),
            &JsValue::from_str(value),
        )
    };
    set("name", "ECDSA")?;
    set("namedCurve", "P-256")?;
    set("hash", "SHA-256")?;
    let jwk = Object::from(chrome::json(key));
    let usages = Array::of1(&JsValue::from_str("verify"));
    let imported =
        JsFuture::from(subtle.import_key_with_object("jwk", &jwk, &algorithm, false, &usages)?)
            .await?;
    let answer = JsFuture::from(subtle.verify_with_object_and_js_u8_array_and_js_u8_array(
        &algorithm,
        &imported.into(),
        &Uint8Array::from(signed.signature.as_slice()),
        &Uint8Array::from(signed.signing_input.as_bytes()),
    )?)
    .await?;
    Ok(answer.as_bool() == Some(true))
}
