//! The card of a sign-in that a device code began.

use super::{line, plain, say};
use crate::view::{Card, CardKind, Tone};

/// Nothing on these pages proves which app asks, and whoever began the sign-in elsewhere gets what is
/// agreed to here (RFC 8628 section 5.4).
pub(crate) fn device_code() -> Card {
    let mut card = plain(
        "device-code",
        CardKind::Warning,
        say("device-code.title", &[]),
        say("device-code.text", &[]),
    );
    card.lines = vec![
        line(Tone::Bad, say("device-code.sent", &[])),
        line(Tone::Caution, say("device-code.app", &[])),
    ];
    card
}
