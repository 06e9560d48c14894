use consentry_catalog::pack as packs;
use serde_json::Value;

/// A data pack: its payload, or the whole of it as it is signed.
///
/// # Panics
///
/// Where a pack that was looked at is in force before anybody installed it.
pub fn pack(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let before = packs::active();
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
    assert_eq!(packs::active(), before);
}
