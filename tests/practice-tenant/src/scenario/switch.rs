//! Switches with a third position: `true`, `false`, or a word.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// Whether some blades live in a frame of another origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frames {
    /// `false`.
    No,
    /// `true`.
    Yes,
    /// `"nested"`: in a frame that is in a frame.
    Nested,
}

/// Whether the portal's controls carry `data-telemetryname`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Telemetry {
    /// `false`.
    No,
    /// `true`.
    Yes,
    /// `"wrong"`: some carry another control's.
    Wrong,
}

/// The third position's word, and the three values.
struct Positions<T: 'static> {
    word: &'static str,
    off: T,
    on: T,
    third: T,
}

impl<T> de::Visitor<'_> for Positions<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "true, false or {:?}", self.word)
    }

    fn visit_bool<E: de::Error>(self, on: bool) -> Result<T, E> {
        Ok(if on { self.on } else { self.off })
    }

    fn visit_str<E: de::Error>(self, word: &str) -> Result<T, E> {
        if word == self.word {
            Ok(self.third)
        } else {
            Err(E::invalid_value(de::Unexpected::Str(word), &self))
        }
    }
}

impl<'de> Deserialize<'de> for Frames {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Positions {
            word: "nested",
            off: Self::No,
            on: Self::Yes,
            third: Self::Nested,
        })
    }
}

impl Serialize for Frames {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::No => to.serialize_bool(false),
            Self::Yes => to.serialize_bool(true),
            Self::Nested => to.serialize_str("nested"),
        }
    }
}

impl<'de> Deserialize<'de> for Telemetry {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Positions {
            word: "wrong",
            off: Self::No,
            on: Self::Yes,
            third: Self::Wrong,
        })
    }
}

impl Serialize for Telemetry {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::No => to.serialize_bool(false),
            Self::Yes => to.serialize_bool(true),
            Self::Wrong => to.serialize_str("wrong"),
        }
    }
}
