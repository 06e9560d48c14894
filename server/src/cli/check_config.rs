//! `check-config`: whether every value of the configuration can be used.

use super::Done;
use crate::config::{Config, ConfigError, Observing, Raw};
use std::path::Path;
use std::process::ExitCode;

pub(super) fn run(file: &Path) -> Done {
    let config = match Config::load(file) {
        Ok(config) => config,
        Err(error) => return check_observing(file, error),
    };
    println!(
        "The configuration is valid. Register these redirect URIs with each app, as type Web:"
    );
    println!(
        "  {}\n  {}",
        config.redirect_uri(),
        config.admin_redirect_uri()
    );
    Ok(ExitCode::SUCCESS)
}

/// A file that is for `observe` alone is good for that.
fn check_observing(file: &Path, error: ConfigError) -> Done {
    let observing = observing_alone(file).unwrap_or(Err(error))?;
    println!("The configuration is good for `observe`. It reads:");
    for observer in &observing.observers {
        println!("  {} as {}", observer.tenant, observer.client_id);
    }
    Ok(ExitCode::SUCCESS)
}

/// The configuration of a file that names observers and no app.
pub(super) fn observing_alone(file: &Path) -> Option<Result<Observing, ConfigError>> {
    let raw = Raw::load(file).ok()?;
    let is_alone = raw.app.is_empty() && !raw.observer.0.is_empty();
    is_alone.then(|| Ok(Observing::from_raw(raw)?))
}
