//! The way to an app that no profile describes.

use super::{Action, Field, Line};
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// A field for the app, and what follows from what stands there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de> + Default"))]
pub struct AnyAppView<T = Text> {
    /// A few words.
    pub title: T,
    /// The field.
    pub field: Field<T>,
    /// What the button says that takes over what was typed.
    pub go: T,
    /// What is known of the app, and what is asked.
    pub lines: Vec<Line<T>>,
    /// The answers.
    pub actions: Vec<Action<T>>,
}
