//! Where things are in the repository.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// Names another checkout of the same commit for a program to work in; see `package::twice`.
pub(crate) const ELSEWHERE: &str = "CONSENTRY_ROOT";

/// The repository's top folder.
pub(crate) fn root() -> &'static Path {
    static ROOT: OnceLock<PathBuf> = OnceLock::new();
    ROOT.get_or_init(|| match std::env::var_os(ELSEWHERE) {
        Some(elsewhere) => PathBuf::from(elsewhere),
        None => Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .expect("xtask has a parent folder")
            .to_owned(),
    })
}

/// Where cargo puts what it builds.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The unpacked extension.
pub(crate) fn extension() -> PathBuf {
    root().join("dist").join("extension")
}

/// The names of the functions in the extension's modules, which the modules themselves are without.
pub(crate) fn symbols() -> PathBuf {
    root().join("dist").join("symbols")
}
