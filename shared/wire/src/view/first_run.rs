//! What changes on the page that opens once after the extension was installed: what is said of the backend.

use super::Line;
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// What the page says of the backend. Its other words are the same for everyone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de> + Default"))]
pub struct FirstRunView<T = Text> {
    /// Whether a result will be verified, as things are set.
    pub verifies: T,
    /// What came of asking the backend; nothing where none is set.
    pub backend: Option<Line<T>>,
}
