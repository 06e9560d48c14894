use consentry_server::config::{Config, Raw};
use secrecy::{ExposeSecret, SecretString};

/// The server's configuration file.
///
/// # Panics
///
/// Where the words about what is wrong with it tell a secret.
pub fn config(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let Ok(raw) = toml::from_str::<Raw>(&text) else {
        return;
    };
    if reaches_out(&raw) {
        return;
    }
    let secrets: Vec<SecretString> = raw
        .master_key
        .iter()
        .chain(raw.postgres.password.iter())
        .chain(raw.master_keys.iter().filter_map(|key| key.value.as_ref()))
        .chain(raw.app.iter().filter_map(|app| app.client_secret.as_ref()))
        .chain(
            raw.app
                .iter()
                .flat_map(|app| &app.credential)
                .filter_map(|one| one.secret.as_ref()),
        )
        .cloned()
        .collect();
    let said = match Config::from_raw(raw) {
        Ok(config) => format!("{config:?}"),
        Err(wrong) => wrong.to_string(),
    };
    for secret in secrets.iter().map(ExposeSecret::expose_secret) {
        // What is short stands anywhere, and what stands in the file twice is no secret there.
        if secret.len() >= 12 && text.matches(secret).count() == 1 {
            assert!(!said.contains(secret), "{secret} in {said}");
        }
    }
}

/// Programs that would be run, and files and variables that would be read: a fuzzer names none.
fn reaches_out(raw: &Raw) -> bool {
    raw.master_key_command.is_some()
        || raw.master_key_file.is_some()
        || raw
            .master_keys
            .iter()
            .any(|key| key.command.is_some() || key.file.is_some() || key.env.is_some())
        || raw.postgres.password_file.is_some()
        || raw.postgres.ca_file.is_some()
        || raw.microsoft.ca_file.is_some()
        || raw.data_pack.is_some()
        || raw.app.iter().any(|app| {
            app.client_secret_file.is_some()
                || app.client_secret_env.is_some()
                || app.credential.iter().any(|one| {
                    one.secret_file.is_some()
                        || one.secret_env.is_some()
                        || one.certificate_file.is_some()
                        || one.private_key_file.is_some()
                })
        })
}
