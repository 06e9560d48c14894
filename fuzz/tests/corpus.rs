//! Every input that was ever of interest, and a fixed number of changes to each: the same in each run.

#![expect(
    clippy::unwrap_used,
    reason = "a corpus that cannot be read fails the test"
)]

use consentry_fuzz::TARGETS;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use std::path::Path;

/// What stands in many inputs: a change puts one where another was.
const PIECES: [&str; 24] = [
    "",
    "\0",
    "\n",
    "\"",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "null",
    "true",
    "-1",
    "18446744073709551616",
    "1e999",
    "%41",
    "%C3%A9",
    "Aé",
    "\u{202e}",
    "#",
    "?",
    "//",
    "\\",
    "\u{ff}",
];

fn inputs(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("corpus")
        .join(target);
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
        .iter()
        .map(|file| std::fs::read(file).unwrap())
        .collect()
}

/// One to four changes: a bit, a piece, a part left out or said twice, a part of another input.
fn changed(random: &mut StdRng, inputs: &[Vec<u8>]) -> Vec<u8> {
    let mut input = inputs[random.random_range(0..inputs.len())].clone();
    for _ in 0..random.random_range(1..=4) {
        let at = random.random_range(0..=input.len());
        let end = (at + random.random_range(0..=40)).min(input.len());
        match random.random_range(0..6) {
            0 => {
                if let Some(byte) = input.get_mut(at) {
                    *byte ^= 1 << random.random_range(0..8);
                }
            }
            1 => {
                let piece = PIECES[random.random_range(0..PIECES.len())];
                input.splice(at..end, piece.bytes());
            }
            2 => drop(input.drain(at..end)),
            3 => {
                let part = input[at..end].to_vec();
                input.splice(at..at, part);
            }
            4 => {
                let other = &inputs[random.random_range(0..inputs.len())];
                let from = random.random_range(0..=other.len());
                let to = (from + random.random_range(0..=80)).min(other.len());
                input.splice(at..end, other[from..to].iter().copied());
            }
            // The end of a page's JSON, and changes to its controls.
            _ => {
                input.push(0xff);
                input.extend((0..12).map(|_| random.random::<u8>()));
            }
        }
    }
    input
}

/// The corpus of a target, and so many changes to all of it together.
fn holds(name: &str, changes: usize) {
    let (_, target) = TARGETS.iter().find(|(target, _)| *target == name).unwrap();
    let inputs = inputs(name);
    assert!(!inputs.is_empty(), "{name} has no corpus");
    for input in &inputs {
        target(input);
    }
    let mut random = StdRng::seed_from_u64(20_261_124);
    for _ in 0..changes {
        let input = changed(&mut random, &inputs);
        // What fails is shown, so that it can be kept.
        if let Err(panic) = std::panic::catch_unwind(|| target(&input)) {
            eprintln!("{name} fails for b\"{}\"", input.escape_ascii());
            std::panic::resume_unwind(panic);
        }
    }
}

#[test]
fn no_address_does_harm() {
    holds("address", 2000);
}

#[test]
fn no_page_lights_what_is_not_there() {
    holds("page", 150);
}

#[test]
fn no_message_lights_what_is_not_there() {
    holds("message", 300);
}

#[test]
fn no_authorization_request_does_harm() {
    holds("request", 400);
}

#[test]
fn no_callback_makes_the_server_fail_or_tell() {
    holds("callback", 500);
}

#[test]
fn no_answer_of_graph_proves_what_was_not_counted() {
    holds("graph", 500);
}

#[test]
fn no_data_pack_does_harm() {
    holds("pack", 500);
}

#[test]
fn no_configuration_tells_its_secrets() {
    holds("config", 500);
}

#[test]
fn no_record_is_whole_that_was_changed() {
    holds("record", 1000);
}

#[test]
fn no_answer_of_the_token_endpoint_authorizes_or_grows_without_bounds() {
    holds("token", 500);
}
