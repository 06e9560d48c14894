//! The official schema of the parts of Graph that are used. It is kept beside the checkout; `cargo xtask test`
//! says where it is not.

use serde_json::{Value, json};
use std::path::Path;

pub(crate) struct Graph(Value);

impl Graph {
    /// Nothing where the schema is not there.
    pub(crate) fn open() -> Option<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("..")
            .canonicalize()
            .unwrap();
        let file = "shared/data/graph-subset.openapi.json";
        let mut places = root.ancestors().skip(1);
        let text = places.find_map(|place| std::fs::read_to_string(place.join(file)).ok())?;
        Some(Self(serde_json::from_str(&text).unwrap()))
    }

    /// Fails where an answer is not what the schema of its path allows.
    pub(crate) fn check(&self, path: &str, body: &Value) {
        // The subset has no sites.
        if path == "sites/getAllSites" {
            return;
        }
        let documented = self.documented(path);
        let paths = self.0["paths"].as_object().unwrap();
        let operation = paths
            .get(&documented)
            .unwrap_or_else(|| panic!("{path} ({documented}) is not in the schema"));
        let answer = &operation["get"]["responses"]["2XX"]["content"]["application/json"]["schema"];
        assert!(answer.is_object(), "{documented} answers JSON");
        let mut schema = answer.clone();
        schema["components"] = self.0["components"].clone();
        schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
        let validator = jsonschema::validator_for(&schema).unwrap();
        let errors: Vec<String> = validator
            .iter_errors(body)
            .map(|error| format!("{error} at {}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{path}: {errors:?}\n{body}");
    }

    /// The path as the schema writes it, whatever it calls its parameters.
    fn documented(&self, path: &str) -> String {
        let wanted: Vec<&str> = path.split('/').collect();
        let mut paths = self.0["paths"].as_object().unwrap().keys();
        let fits = |known: &&String| {
            let known: Vec<&str> = known.trim_start_matches('/').split('/').collect();
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
        let exact = format!("/{path}");
        if self.0["paths"].get(&exact).is_some() {
            return exact;
        }
        paths.find(fits).cloned().unwrap_or(exact)
    }
}
