//! `rotate-keys`: every data key is wrapped with the active master key.

use super::Done;
use crate::config::Config;
use crate::ops::keyring;
use crate::secrets::encryption::Encryption;
use crate::store;
use std::path::Path;
use std::process::ExitCode;

#[tokio::main]
pub(super) async fn run(file: &Path) -> Done {
    let config = Config::load(file)?;
    let store = store::open(&config.database).await?;
    let encryption = Encryption::new(&config.master_keys);
    keyring::agree(&*store, &encryption).await?;
    let rotated = keyring::rotate(&*store, &encryption).await?;
    println!(
        "Wrapped {} data keys with the master key {:?}; no other master key is in use now.",
        rotated.rewrapped,
        encryption.active()
    );
    for id in encryption
        .ids()
        .into_iter()
        .filter(|id| *id != encryption.active())
    {
        println!("The master key {id:?} can be removed from the configuration of every server.");
    }
    Ok(ExitCode::SUCCESS)
}
