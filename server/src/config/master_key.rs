//! Where the master keys come from: a file, the environment, a command, or
//! the configuration itself.

use super::raw::{Raw, RawMasterKey};
use super::wrong::{Wrong, absent, one_of, wrong};
use crate::secrets::master_key::{MasterKey, MasterKeys};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use secrecy::{ExposeSecret, SecretString};
use std::process::{Command, Stdio};
use zeroize::Zeroizing;

/// The id of the key that is written without one.
const DEFAULT_ID: &str = "default";

const EXPECTED: &str = "32 random bytes in base64, as `openssl rand -base64 32` prints them";

pub(super) fn check(raw: &mut Raw) -> Result<MasterKeys, Wrong> {
    let mut keys: Vec<(String, MasterKey)> = Vec::new();
    let alone = raw.master_key.is_some()
        || raw.master_key_file.is_some()
        || raw.master_key_command.is_some();
    if alone || raw.master_keys.is_empty() {
        let text = match raw.master_key_command.take() {
            Some(command) if raw.master_key.is_none() && raw.master_key_file.is_none() => {
                from_command("master_key_command", &command)?
            }
            Some(_) => {
                return Err(wrong(
                    "master_key_command",
                    "given besides another one",
                    "only one of `master_key`, `master_key_file` and `master_key_command`",
                ));
            }
            None => {
                let (value, file) = (raw.master_key.take(), raw.master_key_file.take());
                one_of("master_key", value, file.as_deref(), EXPECTED)?
            }
        };
        keys.push((DEFAULT_ID.into(), decode("master_key", &text)?));
    }
    for (index, raw) in std::mem::take(&mut raw.master_keys).into_iter().enumerate() {
        let key = |name: &str| format!("master_keys[{index}].{name}");
        let is_named = (1..=32).contains(&raw.id.len())
            && raw
                .id
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
        if !is_named || keys.iter().any(|(id, _)| *id == raw.id) {
            return Err(wrong(
                key("id"),
                &raw.id,
                "a unique ID: 1 to 32 letters, digits, `-`, `_` or `.`",
            ));
        }
        let text = source(&key, &raw)?;
        keys.push((raw.id, decode(&key("value"), &text)?));
    }
    let known = || {
        let ids: Vec<&str> = keys.iter().map(|(id, _)| id.as_str()).collect();
        format!("the ID of the active key: {}", ids.join(", "))
    };
    let active = match (raw.active_master_key.take(), &keys[..]) {
        (Some(active), keys) if keys.iter().any(|(id, _)| *id == active) => active,
        (Some(other), _) => return Err(wrong("active_master_key", other, known())),
        (None, [(only, _)]) => only.clone(),
        (None, _) => return Err(absent("active_master_key", known())),
    };
    Ok(MasterKeys { keys, active })
}

fn source(key: &impl Fn(&str) -> String, raw: &RawMasterKey) -> Result<SecretString, Wrong> {
    let given = [
        raw.value.is_some(),
        raw.file.is_some(),
        raw.env.is_some(),
        raw.command.is_some(),
    ];
    let RawMasterKey {
        value,
        file,
        env,
        command,
        ..
    } = raw;
    if given.into_iter().filter(|&given| given).count() != 1 {
        return Err(wrong(
            key("id"),
            &raw.id,
            "exactly one of `file`, `env`, `command` and `value` with it",
        ));
    }
    if let Some(command) = command {
        return from_command(&key("command"), command);
    }
    if let Some(name) = env {
        return std::env::var(name)
            .map(SecretString::from)
            .map_err(|_| wrong(key("env"), name, "the name of a variable that is set"));
    }
    one_of(&key("value"), value.clone(), file.as_deref(), EXPECTED)
}

/// What a program prints. Its own messages go where ours go; what it printed is never repeated.
fn from_command(key: &str, command: &[String]) -> Result<SecretString, Wrong> {
    let expected = "a program and its arguments, which prints the key in base64";
    let (program, arguments) = command
        .split_first()
        .ok_or_else(|| wrong(key, command, expected))?;
    let ran = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| wrong(key, command, format!("{expected} ({error})")))?;
    if !ran.status.success() {
        return Err(wrong(
            key,
            command,
            format!("{expected} (it ended with {})", ran.status),
        ));
    }
    let printed = Zeroizing::new(ran.stdout);
    let text = std::str::from_utf8(&printed).map_err(|_| wrong(key, command, expected))?;
    Ok(SecretString::from(text.trim().to_owned()))
}

fn decode(key: &str, text: &SecretString) -> Result<MasterKey, Wrong> {
    let bytes = Zeroizing::new(
        STANDARD
            .decode(text.expose_secret().trim())
            .unwrap_or_default(),
    );
    bytes
        .as_slice()
        .try_into()
        .map(Zeroizing::new)
        .map_err(|_| Wrong {
            key: key.into(),
            given: format!("{} bytes long (or not base64)", bytes.len()),
            expected: EXPECTED.into(),
        })
}
