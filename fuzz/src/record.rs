use consentry_server::http::page::record_body;
use consentry_server::record::verify::verify;
use consentry_wire::record::{Export, Seen};

/// An exported record, as anybody may hand one in; or what an extension reports for one.
///
/// # Panics
///
/// Where a record is whole whose entries were moved, or its page has markup of the record's own.
pub fn record(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let verified = verify(&text);
    if let Err(broken) = &verified {
        assert!(!broken.is_empty() && broken.iter().all(|one| !one.to_string().is_empty()));
    }
    if let Ok(seen) = serde_json::from_str::<Seen>(&text) {
        seen.is_well_formed();
    }
    let Ok(mut export) = serde_json::from_str::<Export>(&text) else {
        return;
    };
    let page = record_body(&export).into_string();
    for tag in page
        .split('<')
        .skip(1)
        .filter_map(|tag| tag.split(['>', ' ']).next())
    {
        let own = ["h1", "p", "code", "ol", "li", "strong", "ul", "br", "span"];
        assert!(
            own.contains(&tag.trim_start_matches('/')),
            "<{tag}> in {page}"
        );
    }
    if verified.is_ok() && export.entries.len() > 1 {
        export.entries.swap(0, 1);
        if let Ok(text) = serde_json::to_string(&export) {
            assert!(verify(&text).is_err(), "moved entries were not noticed");
        }
    }
}
