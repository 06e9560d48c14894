//! What a person does in the tenant by hand, as data.

use consentry_wire::journey::Place;
use serde::Deserialize;

/// One recipe, as data.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipe {
    /// Its id; its words are `recipe.<id>`.
    pub id: String,
    /// Whether it takes something back; otherwise it only looks something up.
    #[serde(default)]
    pub undoes: bool,
    /// Where it is done in the portal.
    pub place: Place,
    /// How many steps it takes there; each has words.
    pub steps: u8,
    /// What `Connect-MgGraph` asks for: the least that will do.
    pub scopes: Vec<String>,
    /// Requests to Graph, one after the other.
    pub graph: Vec<String>,
    /// Commands of the module Microsoft.Graph.
    pub powershell: Vec<String>,
}

/// All of them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipes {
    /// In the order of the file.
    pub recipe: Vec<Recipe>,
}
