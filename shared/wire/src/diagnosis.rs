//! Why a control is lit, or why it is not: the same facts for the panel's diagnostics page, for
//! `cargo xtask recognise` and for a bug report.

use crate::text::Text;
use serde::{Deserialize, Serialize};

/// The verdicts on a consent page.
pub const VERDICTS: [&str; 3] = ["hold", "warn", "fine"];

/// What was made of a tab.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnosis<T = Text> {
    /// The page it is, by name; `unknown` is an answer.
    pub page: String,
    /// What spoke for it, or why it is not recognised.
    pub because: Vec<String>,
    /// How many of the signs that this rests on are there, where something was recognized.
    #[serde(default)]
    pub signs: Option<SignsMet<T>>,
    /// Every control looked for on such a page.
    pub looked_for: Vec<Search>,
    /// What is lit, or would be if the guide stood at this page.
    pub would_light: Vec<Highlight>,
    /// Why nothing is lit, when nothing is.
    pub dark_because: Option<T>,
    /// The verdict on a consent page: `hold`, `warn`, `fine` or none.
    pub consent: Option<ConsentVerdict<T>>,
    /// How many frames were seen.
    pub frames: u32,
    /// Whether every frame seen had finished loading.
    pub complete: bool,
}

/// Of the signs by which the page and its controls are known, how many are there. One that is missing
/// is the first trace of a page that Microsoft has changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignsMet<T = Text> {
    /// How many are there.
    pub met: usize,
    /// How many are known.
    pub known: usize,
    /// Those that are not there.
    pub missing: Vec<MissingSign<T>>,
    /// What the panel says of it.
    pub summary: T,
}

/// One sign that is not there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissingSign<T = Text> {
    /// The sign, as [`Candidate::signs`] has it.
    pub sign: String,
    /// The control it would be a sign of; none where it is one of the page.
    pub control: Option<String>,
    /// The step of the guide that highlights this control.
    pub step: Option<T>,
}

/// One control that was looked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Search {
    /// Its name in the controls table.
    pub control: String,
    /// Who came into question.
    pub candidates: Vec<Candidate>,
    /// Which one won.
    pub found: Option<Highlight>,
    /// Signs that it is known by, and that the winner lacks.
    #[serde(default)]
    pub missing: Vec<String>,
    /// Why none did.
    pub refused: Option<String>,
}

/// One element that came into question, and how the signs voted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// The frame it is in.
    pub frame: u32,
    /// Its id in the frame's sighting.
    pub id: u32,
    /// Its role.
    pub role: String,
    /// Its accessible name.
    pub name: String,
    /// Signs that speak for it.
    pub signs: Vec<String>,
    /// Signs that speak against it.
    pub against: Vec<String>,
}

/// A control that is, or would be, lit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Highlight {
    /// Its name in the controls table.
    pub control: String,
    /// How: `point`, `choose` or `avoid`.
    pub kind: String,
    /// The frame it is in.
    pub frame: u32,
    /// Its id in the frame's sighting.
    pub id: u32,
    /// Its role.
    pub role: String,
    /// Its accessible name.
    pub name: String,
}

/// What is thought of a consent page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentVerdict<T = Text> {
    /// `user`, `user-with-tick`, `admin` or `approval-required`.
    pub kind: String,
    /// The application id, where the address or an earlier one told.
    pub client_id: Option<String>,
    /// Whether that ID, and the profile, are in what everybody can read here.
    #[serde(default)]
    pub is_public: bool,
    /// The profile, where the application id has one.
    pub profile: Option<String>,
    /// `hold`, `warn` or `fine`.
    pub verdict: String,
    /// One reason for each finding.
    pub reasons: Vec<T>,
}
