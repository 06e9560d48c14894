//! What a person does in the tenant by hand, as data.

use crate::journey::Place;
use serde::Deserialize;

/// One recipe, as data.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Recipe {
    /// Its id; its words are `recipe.<id>`.
    pub(crate) id: String,
    /// Whether it takes something back; otherwise it only looks something up.
    #[serde(default)]
    pub(crate) undoes: bool,
    /// Where it is done in the portal.
    pub(crate) place: Place,
    /// How many steps it takes there; each has words.
    pub(crate) steps: u8,
    /// What `Connect-MgGraph` asks for: the least that will do.
    pub(crate) scopes: Vec<String>,
    /// Requests to Graph, one after the other.
    pub(crate) graph: Vec<String>,
    /// Commands of the module Microsoft.Graph.
    pub(crate) powershell: Vec<String>,
}

/// All of them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Recipes {
    pub(crate) recipe: Vec<Recipe>,
}
