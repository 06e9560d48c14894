//! `cargo xtask data-pack`: newer data for extensions that are rolled out already, signed by the
//! organization that rolls them out. `docs/data-packs.md` tells how they are used.

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use clap::Subcommand;
use consentry_catalog::pack;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

#[derive(Subcommand)]
pub(crate) enum Task {
    /// Make a key pair: KEY to sign with, and KEY.jwk.json for the policy `dataPackKey`
    NewKey {
        /// Where the private key goes, as PEM; a file that exists is not written over
        key: PathBuf,
    },
    /// Check a pack as the extension would, and sign it
    Sign {
        /// {"format": 1, "serial": …, "why": "…", "off": […], "patch": {…}}
        pack: PathBuf,
        /// The private key, as PEM
        #[arg(long)]
        key: PathBuf,
        /// Where the signed pack goes
        #[arg(long)]
        out: PathBuf,
    },
    /// Check a pack without signing it
    Check {
        /// The pack's JSON
        pack: PathBuf,
    },
}

pub(crate) fn run(task: &Task) -> Result<()> {
    match task {
        Task::NewKey { key } => new_key(key),
        Task::Sign { pack, key, out } => sign(pack, key, out),
        Task::Check { pack } => {
            let serial = checked(pack)?.0;
            println!("{}: fits, serial {serial}", pack.display());
            Ok(())
        }
    }
}

fn new_key(file: &Path) -> Result<()> {
    let public = file.with_extension("jwk.json");
    for file in [file, &public] {
        if file.exists() {
            bail!(
                "{} exists; packs signed with it would be refused",
                file.display()
            );
        }
    }
    let key = rcgen::KeyPair::generate_for(&rcgen::PKCS_ECDSA_P256_SHA256)?;
    // SEC 1 section 2.3.3: 4, then x and y of 32 bytes each.
    let [4, point @ ..] = key.public_key_raw() else {
        bail!("the key's point is not in its uncompressed form");
    };
    let (x, y) = point
        .split_at_checked(32)
        .context("the key's point is too short")?;
    let [x, y] = [x, y].map(|part| URL_SAFE_NO_PAD.encode(part));
    let jwk = json!({ "kty": "EC", "crv": "P-256", "x": x, "y": y });
    write_private(file, &key.serialize_pem())?;
    fs::write(&public, format!("{jwk}\n")).with_context(|| format!("{}", public.display()))?;
    println!("keep {} to yourself", file.display());
    println!(
        "give the policy dataPackKey what is in {}",
        public.display()
    );
    Ok(())
}

#[cfg(unix)]
fn write_private(file: &Path, text: &str) -> Result<()> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true).mode(0o600);
    let mut file = options
        .open(file)
        .with_context(|| format!("{}", file.display()))?;
    Ok(file.write_all(text.as_bytes())?)
}

#[cfg(not(unix))]
fn write_private(file: &Path, text: &str) -> Result<()> {
    fs::write(file, text).with_context(|| format!("{}", file.display()))
}

fn sign(pack: &Path, key: &Path, out: &Path) -> Result<()> {
    let (serial, payload) = checked(pack)?;
    let pem = fs::read(key).with_context(|| format!("{}", key.display()))?;
    let key = EncodingKey::from_ec_pem(&pem)
        .with_context(|| format!("{} is no private key of P-256 in PEM", key.display()))?;
    let header = Header {
        typ: Some("consentry-pack".to_owned()),
        ..Header::new(Algorithm::ES256)
    };
    let jws = jsonwebtoken::encode(&header, &payload, &key)?;
    fs::write(out, jws).with_context(|| format!("{}", out.display()))?;
    println!("{}: signed, serial {serial}", out.display());
    Ok(())
}

/// A pack that the extension would take up, with its serial.
fn checked(file: &Path) -> Result<(u64, Value)> {
    let text = fs::read_to_string(file).with_context(|| format!("{}", file.display()))?;
    let serial = pack::check(&text)
        .map_err(|refusal| anyhow::anyhow!("{} would be refused: {refusal}", file.display()))?;
    Ok((serial, serde_json::from_str(&text)?))
}
