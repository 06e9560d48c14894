use consentry_catalog::pack::{self as packs, ActiveCatalog};
use serde_json::Value;

/// A data pack: its payload, or the whole of it as it is signed.
///
/// # Panics
///
/// Where a pack that was refused changes what is in force.
pub fn pack(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    if let Err(refusal) = packs::check(&text) {
        assert!(!refusal.to_string().is_empty());
    }
    match packs::open(&text) {
        Ok(signed) => assert!(text.starts_with(&signed.signing_input)),
        Err(refusal) => assert!(!refusal.to_string().is_empty()),
    }
    if let Ok(patch) = serde_json::from_str::<Value>(&text) {
        packs::profile_problem("office-365-mover", &patch);
        packs::profile_problem("an-app-of-ours", &patch);
    }
    let mut active = ActiveCatalog::default();
    let before = active.active();
    if active.install(&text).is_err() {
        assert_eq!(active.active(), before);
    }
}
