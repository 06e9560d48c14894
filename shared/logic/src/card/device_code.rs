//! The card of a sign-in that a device code began.

use super::{line, plain};
use consentry_wire::text::message;
use consentry_wire::view::{Card, CardKind, Tone};

/// Nothing on these pages proves which app asks, and whoever began the sign-in elsewhere gets what is
/// agreed to here (RFC 8628 section 5.4).
pub(crate) fn device_code() -> Card {
    let mut card = plain(
        "device-code",
        CardKind::Warning,
        message("device-code.title"),
        message("device-code.text"),
    );
    card.lines = vec![
        line(Tone::Bad, message("device-code.sent")),
        line(Tone::Caution, message("device-code.app")),
    ];
    card
}
