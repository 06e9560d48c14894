//! Switches with more than two positions: `true`, `false`, or a word.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// Which blades live in a frame of another origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frames {
    /// `false`: none.
    No,
    /// `true`: Permissions, and Users and groups.
    Yes,
    /// `"all"`: Properties as well.
    All,
    /// `"nested"`: as `true`, in a frame that is in a frame.
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

/// The values of a switch: off, on, and those that have a word.
struct Positions<T: 'static> {
    off: T,
    on: T,
    words: &'static [(&'static str, T)],
}

impl<T: Copy + PartialEq> Positions<T> {
    fn serialize<S: Serializer>(&self, value: T, to: S) -> Result<S::Ok, S::Error> {
        match self.words.iter().find(|(_, named)| *named == value) {
            Some((word, _)) => to.serialize_str(word),
            None => to.serialize_bool(value == self.on),
        }
    }
}

impl<T: Copy> de::Visitor<'_> for Positions<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("true, false")?;
        for (word, _) in self.words {
            write!(f, " or {word:?}")?;
        }
        Ok(())
    }

    fn visit_bool<E: de::Error>(self, on: bool) -> Result<T, E> {
        Ok(if on { self.on } else { self.off })
    }

    fn visit_str<E: de::Error>(self, word: &str) -> Result<T, E> {
        let named = self.words.iter().find(|(known, _)| *known == word);
        named
            .map(|(_, value)| *value)
            .ok_or_else(|| E::invalid_value(de::Unexpected::Str(word), &self))
    }
}

const FRAMES: Positions<Frames> = Positions {
    off: Frames::No,
    on: Frames::Yes,
    words: &[("all", Frames::All), ("nested", Frames::Nested)],
};

impl<'de> Deserialize<'de> for Frames {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(FRAMES)
    }
}

impl Serialize for Frames {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        FRAMES.serialize(*self, to)
    }
}

const TELEMETRY: Positions<Telemetry> = Positions {
    off: Telemetry::No,
    on: Telemetry::Yes,
    words: &[("wrong", Telemetry::Wrong)],
};

impl<'de> Deserialize<'de> for Telemetry {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(TELEMETRY)
    }
}

impl Serialize for Telemetry {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        TELEMETRY.serialize(*self, to)
    }
}
