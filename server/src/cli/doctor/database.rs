//! The database, and the master keys its data is encrypted with.

use super::finding::Finding;
use crate::config::{Config, Database};
use crate::ops::keyring;
use crate::secrets::encryption::Encryption;
use crate::store;

pub(super) async fn examine(config: &Config) -> Vec<Finding> {
    let what = "store";
    let named = format!("{:?}", config.database);
    let version = match store::inspect(&config.database).await {
        Ok(version) => version,
        Err(error) => {
            let remedy = match config.database {
                Database::Sqlite(_) => {
                    "The user the server runs as must own the file and its directory, on a local disk with free space."
                }
                Database::Postgres(_) => {
                    "Check that the database is running and reachable from here, that the user can log in, and that the password is correct."
                }
            };
            return vec![Finding::bad(what, format!("{named}: {error}"), remedy)];
        }
    };
    let mut findings = Vec::new();
    let ids = config.master_keys.keys.len();
    let key_found = format!(
        "{ids} configured, {:?} is active",
        config.master_keys.active
    );
    if version.found != version.known {
        findings.push(Finding::note(
            what,
            format!(
                "{named} is writable; its schema version is {}, this program's is {}",
                version.found, version.known
            ),
            if version.found == 0 {
                "`serve` creates it at the first start."
            } else {
                "`serve` upgrades it when it starts: make a backup first."
            },
        ));
        findings.push(Finding::good("master keys", key_found));
        return findings;
    }
    findings.push(Finding::good(
        what,
        format!("{named} is writable, its schema is up to date"),
    ));
    let fits = match store::open(&config.database).await {
        Ok(store) => keyring::compare(&*store, &Encryption::new(&config.master_keys))
            .await
            .map_err(|error| error.to_string()),
        Err(error) => Err(error.to_string()),
    };
    findings.push(match fits {
        Ok(()) => Finding::good("master keys", format!("{key_found}, and they match the stored data")),
        Err(error) => Finding::bad(
            "master keys",
            error,
            "Configure the keys this database was encrypted with. Without them its tokens are lost, and everyone has to sign in again.",
        ),
    });
    findings
}
