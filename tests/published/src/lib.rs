//! Lists of Microsoft's that tests compare with. They are others' work and not ours to hand on, so they are kept
//! beside the checkout. Where one is not there nothing is compared with it, and `cargo xtask test` says so.

#![expect(
    clippy::unwrap_used,
    reason = "a list that does not fit fails the test"
)]
#![expect(clippy::missing_panics_doc, reason = "only tests call this")]

use serde_json::{Value, json};
use std::path::Path;

/// Microsoft's error codes of the sign-in.
pub const ERRORS: &str = "aadsts.json";
/// Microsoft Graph's permissions.
pub const PERMISSIONS: &str = "graph-permissions.json";
/// The official schema of the parts of Graph that are used.
pub const GRAPH: &str = "graph-subset.openapi.json";

/// The lists that are not there.
pub fn missing() -> Vec<&'static str> {
    let mut all = vec![ERRORS, PERMISSIONS, GRAPH];
    all.retain(|name| read(name).is_none());
    all
}

/// A list; nothing where it is not there.
pub fn read(name: &str) -> Option<Value> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"))
        .canonicalize()
        .unwrap();
    // From the folder that the checkout is in, upwards.
    let mut places = here.ancestors().skip(3);
    let text =
        places.find_map(|place| std::fs::read_to_string(place.join("shared/data").join(name)).ok());
    text.map(|text| serde_json::from_str(&text).unwrap())
}

/// Graph's own schema of its answers.
pub struct Graph(Value);

impl Graph {
    /// Nothing where the schema is not there.
    pub fn open() -> Option<Self> {
        read(GRAPH).map(Self)
    }

    /// Fails where an answer is not what the schema allows. The path may be the one that was asked: what is called
    /// `{id}` in the schema stands for anything.
    pub fn check(&self, method: &str, path: &str, status: u16, body: &Value) {
        let documented = self.documented(path);
        let responses = &self.0["paths"][&documented][method]["responses"];
        assert!(
            responses.is_object(),
            "{method} {path} ({documented}) is not in the schema"
        );
        let class = format!("{}XX", status / 100);
        let response = match &responses[status.to_string()] {
            Value::Null => &responses[class],
            exact => exact,
        };
        let response = match response["$ref"].as_str() {
            Some(reference) => self.0.pointer(reference.trim_start_matches('#')).unwrap(),
            None => response,
        };
        let content = response["content"].as_object();
        let content = content.unwrap_or_else(|| panic!("{path} answers {status} with a body"));
        let mut schema = content.values().next().unwrap()["schema"].clone();
        assert!(schema.is_object(), "{documented} has a schema for {status}");
        schema["components"] = self.0["components"].clone();
        schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
        let validator = jsonschema::validator_for(&schema).unwrap();
        let errors: Vec<String> = validator
            .iter_errors(body)
            .map(|error| format!("{error} at {}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{path}: {errors:#?}\n{body:#}");
    }

    /// The path as the schema writes it, whatever it calls its parameters.
    fn documented(&self, path: &str) -> String {
        let paths = self.0["paths"].as_object().unwrap();
        if paths.contains_key(path) {
            return path.to_owned();
        }
        let wanted: Vec<&str> = path.split('/').collect();
        let fits = |known: &&String| {
            let known: Vec<&str> = known.split('/').collect();
            known.len() == wanted.len()
                && known.iter().zip(&wanted).all(|(known, wanted)| {
                    let head = |text: &str| text.split(['(', '{']).next().unwrap().to_owned();
                    known == wanted
                        || (known.starts_with('{') && !wanted.contains('('))
                        || (known.contains('(')
                            && wanted.contains('(')
                            && head(known) == head(wanted))
                })
        };
        paths
            .keys()
            .find(fits)
            .map_or_else(|| path.to_owned(), Clone::clone)
    }
}
