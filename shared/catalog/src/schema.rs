//! JSON Schemas of the data files, from the types that read them. For the tools alone: what is
//! shipped does not carry them.

use crate::{
    client, control, data, guide, hosts, label, look, pack, permission, profile, resource, role,
};
use schemars::{JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The schema of each data file by its name.
pub fn all() -> Vec<(&'static str, Value)> {
    let mut labels = of::<BTreeMap<String, label::Label>>("labels.toml");
    says_from_whom(&mut labels);
    vec![
        ("bad-clients", of::<client::BadClients>("bad-clients.toml")),
        (
            "controls",
            of::<BTreeMap<String, control::ControlSpec>>("controls.toml"),
        ),
        ("edition", of::<data::DataVersion>("edition.toml")),
        (
            "first-party",
            of::<client::FirstParties>("first-party.toml"),
        ),
        ("guide", of::<guide::Guide>("a file of guides/")),
        ("hosts", of::<hosts::Hosts>("hosts.toml")),
        ("labels", labels),
        ("look", of::<look::Look>("look.toml")),
        ("pack", of::<pack::Pack>("a data pack, before it is signed")),
        (
            "permissions",
            of::<BTreeMap<String, permission::Entry>>("permissions.toml"),
        ),
        (
            "placement",
            of::<BTreeMap<String, control::Placement>>("placement.toml"),
        ),
        ("profile", of::<profile::Profile>("a file of profiles/")),
        (
            "resources",
            of::<BTreeMap<String, resource::Resource>>("resources.toml"),
        ),
        ("roles", of::<role::Roles>("roles.toml")),
        ("routes", of::<data::Routes>("routes.toml")),
        ("sign-in", of::<data::SignInPages>("sign-in.toml")),
    ]
}

/// One schema, with a title for who reads it.
pub fn of<T: JsonSchema>(title: &str) -> Value {
    let generator: SchemaGenerator = SchemaSettings::draft07().into_generator();
    let mut schema: Schema = generator.into_root_schema_for::<T>();
    schema.insert("title".to_owned(), json!(title));
    schema.to_value()
}

/// In the table a cell says who says so; what is shipped leaves that out, and so does its type.
fn says_from_whom(labels: &mut Value) {
    let cell = &mut labels["definitions"]["Cell"];
    cell["properties"]["from"] = json!({
        "description": "Who says so: T people who used the page, D Microsoft's documentation.",
        "type": "string",
        "minLength": 1,
    });
    cell["properties"]["confidence"]["enum"] = json!(["A", "B", "C", "I"]);
    if let Some(required) = cell["required"].as_array_mut() {
        required.push(json!("from"));
    }
}
