//! The credentials of an app, as written: secrets and certificates, several at a time, so that one
//! can be replaced before it ends.

use super::raw::{RawApp, RawCredential};
use super::wrong::{Wrong, absent, one_of, wrong};
use crate::secrets::credential::{Certificate, Credential, Proof, Unusable};
use secrecy::SecretString;
use std::path::Path;

/// Everything an app can prove itself with, in the order written.
pub(super) fn read(raw: &mut RawApp, app: &str) -> Result<Vec<Credential>, Wrong> {
    let mut all = Vec::new();
    let alone = RawCredential {
        secret: raw.client_secret.take(),
        secret_file: raw.client_secret_file.take(),
        secret_env: raw.client_secret_env.take(),
        ..RawCredential::default()
    };
    if alone.has_secret() {
        let key = |name: &str| format!("{app}.client_{name}");
        let secret = secret(&alone, &key)?;
        all.push(Credential {
            name: format!("{app}.client_secret"),
            proof: Proof::Secret(secret),
            not_before: 0,
            expires: None,
        });
    }
    for (index, raw) in std::mem::take(&mut raw.credential).into_iter().enumerate() {
        let name = format!("{app}.credential[{index}]");
        all.push(one(&raw, &name, &|field| format!("{name}.{field}"))?);
    }
    if all.is_empty() {
        return Err(absent(
            format!("{app}.client_secret"),
            "the value of a client secret, `client_secret_file`, `client_secret_env`, or a block \
             [[app.credential]]",
        ));
    }
    Ok(all)
}

/// One credential; `key` is where a field of it is written.
pub(super) fn one(
    raw: &RawCredential,
    name: &str,
    key: &impl Fn(&str) -> String,
) -> Result<Credential, Wrong> {
    let not_before = time(&key("not_before"), raw.not_before.as_deref())?;
    let expires = time(&key("expires"), raw.expires.as_deref())?;
    let (proof, begins, ends) = match (&raw.certificate_file, raw.has_secret()) {
        (Some(_), true) => {
            return Err(wrong(
                key("certificate_file"),
                "given beside a secret",
                "a certificate or a secret, each in a block of its own",
            ));
        }
        (None, _) => (Proof::Secret(secret(raw, key)?), 0, None),
        (Some(certificate), false) => {
            let private = raw.private_key_file.as_deref().unwrap_or(certificate);
            let certificate = pem(&key("certificate_file"), certificate)?;
            let private = pem(&key("private_key_file"), private)?;
            let found = Certificate::new(&certificate, &private).map_err(|unusable| {
                let field = match unusable {
                    Unusable::Certificate => "certificate_file",
                    Unusable::Key | Unusable::Pair => "private_key_file",
                };
                Wrong {
                    key: key(field),
                    given: unusable.to_string(),
                    expected: "PEM files with an RSA certificate and its private key".into(),
                }
            })?;
            let (begins, ends) = (found.not_before, found.not_after);
            (Proof::Certificate(Box::new(found)), begins, Some(ends))
        }
    };
    Ok(Credential {
        name: name.to_owned(),
        proof,
        not_before: not_before.unwrap_or(begins),
        expires: expires.or(ends),
    })
}

fn secret(raw: &RawCredential, key: &impl Fn(&str) -> String) -> Result<SecretString, Wrong> {
    let expected = "the value of a client secret";
    let Some(variable) = &raw.secret_env else {
        return one_of(
            &key("secret"),
            raw.secret.clone(),
            raw.secret_file.as_deref(),
            expected,
        );
    };
    if raw.secret.is_some() || raw.secret_file.is_some() {
        return Err(wrong(
            key("secret_env"),
            variable,
            "only one way to give the secret",
        ));
    }
    match std::env::var(variable) {
        Ok(value) if !value.trim().is_empty() => Ok(value.trim().to_owned().into()),
        _ => Err(wrong(
            key("secret_env"),
            variable,
            "the name of an environment variable that holds the value of a client secret",
        )),
    }
}

fn pem(key: &str, path: &Path) -> Result<zeroize::Zeroizing<Vec<u8>>, Wrong> {
    std::fs::read(path)
        .map(zeroize::Zeroizing::new)
        .map_err(|error| wrong(key, path, format!("a readable PEM file ({error})")))
}

/// A point in time, in Unix milliseconds.
fn time(key: &str, text: Option<&str>) -> Result<Option<u64>, Wrong> {
    let Some(text) = text else { return Ok(None) };
    text.parse::<jiff::Timestamp>()
        .ok()
        .and_then(|at| u64::try_from(at.as_millisecond()).ok())
        .map(Some)
        .ok_or_else(|| wrong(key, text, "a time such as 2027-01-31T00:00:00Z"))
}
