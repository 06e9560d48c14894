use consentry_catalog::Catalog;
use consentry_catalog::label;
use consentry_catalog::route::route;
use consentry_logic::address::{clean, handle, is_sign_in_pattern, site, tenant};

const BACKEND: &str = "http://localhost:7430";

/// An address and its fragment, as any page can have it.
///
/// # Panics
///
/// Where cleaning is not the end of it: a kept address has another owner, is cleaned further, or
/// still carries the handle of a connection.
pub fn address(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let kept = clean(Catalog::built_in(), &text);
    assert_eq!(clean(Catalog::built_in(), &kept), kept, "cleaned twice");
    assert_eq!(
        site(Catalog::built_in(), &kept, BACKEND),
        site(Catalog::built_in(), &text, BACKEND),
        "whose page it is"
    );
    // An empty one says that there was one, and opens nothing.
    let carried = handle(Catalog::built_in(), &kept, BACKEND).unwrap_or_default();
    assert!(carried.is_empty(), "the handle {carried} was kept");
    handle(Catalog::built_in(), &text, BACKEND);
    route(Catalog::built_in(), &text);
    tenant(&text);
    is_sign_in_pattern(Catalog::built_in(), &text);
    let normal = label::normalise(&text);
    assert_eq!(label::normalise(&normal), normal, "normalised twice");
    label::has_direction_override(&text);
}
