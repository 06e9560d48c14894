//! Whether any of many secrets stands in a heap of bytes.

use std::collections::HashSet;

/// Length of every secret there is here: 256 bits in the URL-safe alphabet.
const LENGTH: usize = 43;

/// The secrets that stand in the bytes, shortened so that they are told and not spread.
pub(super) fn found(bytes: &[u8], secrets: &HashSet<String>) -> Vec<String> {
    let is_of_alphabet = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let mut found = Vec::new();
    for run in bytes.split(|byte| !is_of_alphabet(byte)) {
        for window in run.windows(LENGTH) {
            let text = std::str::from_utf8(window).unwrap_or_default();
            if secrets.contains(text) {
                found.push(format!("{}…", &text[..6]));
            }
        }
    }
    found
}

/// Runs of the alphabet that are as long as a secret, whatever they are: in a log, none belongs.
pub(super) fn suspicious(bytes: &[u8]) -> Vec<String> {
    let is_of_alphabet = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    bytes
        .split(|byte| !is_of_alphabet(byte))
        .filter(|run| run.len() >= LENGTH)
        .map(|run| String::from_utf8_lossy(&run[..6]).into_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_found_wherever_it_stands_and_nothing_else() {
        let secret = "a".repeat(LENGTH);
        let secrets = HashSet::from([secret.clone()]);
        assert_eq!(found(format!("x={secret}&").as_bytes(), &secrets).len(), 1);
        assert_eq!(found(format!("b{secret}").as_bytes(), &secrets).len(), 1);
        assert!(found("b".repeat(100).as_bytes(), &secrets).is_empty());
        assert_eq!(
            suspicious(format!("{{\"x\":\"{secret}\"}}").as_bytes()).len(),
            1
        );
        assert!(suspicious(b"0192a0c4-0000-7000-8000-000000000000").is_empty());
    }
}
