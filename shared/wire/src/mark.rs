//! What the hands paint and hold. There is no way here to click, type or submit.

use serde::{Deserialize, Serialize};

/// All there is to paint in one frame. An empty one takes everything away.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrameInstructions {
    /// Rings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
    /// While one control is ticked, others do nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub block: Option<Block>,
    /// The app that asks is refused: whatever submits does nothing until what the page shows was judged,
    /// and what the page gets later neither.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub refused: bool,
    /// The card, if this frame is the one to show it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card: Option<CardPlace>,
}

/// A ring around one control.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The control's id in this frame's newest sighting.
    pub control: u32,
    /// What the ring says.
    pub kind: MarkKind,
    /// What the person is to do there.
    pub ask: Ask,
    /// What to type, where that is what is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// What a ring says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MarkKind {
    /// This is the one.
    Point,
    /// One of these; the person knows which.
    Choose,
    /// Leave this alone.
    Avoid,
}

/// What a person is to do with a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// Press it.
    Click,
    /// Type into it.
    Type,
    /// Nothing.
    None,
}

/// While `tick` is ticked, nothing in `blocks` goes through: not by mouse, Enter, Space or the
/// submission of its form. It is decided in the page, at the moment of the event, so that no
/// message can come too late.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// The box that must not be ticked; [`ANY_BOX`], where nobody knows which it is. Without one
    /// the controls do nothing in any case: the app itself is the trouble.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tick: Option<u32>,
    /// The controls that do nothing meanwhile.
    pub blocks: Vec<u32>,
    /// The controls that lead away: what their scripts submit goes through.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lets: Vec<u32>,
}

/// The id of no control. As [`Block::tick`] it means any box there is, and what submits its form.
pub const ANY_BOX: u32 = 0;

/// Where the card goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardPlace {
    /// The control it stands beside; without one it stands in a corner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beside: Option<u32>,
    /// The controls a person is to read before they decide: the card covers none of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reading: Vec<u32>,
    /// The tab, so that the face in the frame can find its words.
    pub tab: u32,
    /// This frame's id.
    pub frame: u32,
}
