//! Turns the data files people write (TOML) into the one JSON file the core carries: a TOML parser
//! would cost each WebAssembly module more than 100 kB. A file that is not TOML fails the build
//! with its name and line; what the words mean is checked by the tests of `data.rs`. A text that a
//! language lacks fails it too.

#[path = "build/sentences.rs"]
mod sentences;
#[path = "build/words.rs"]
mod words;

use serde_json::{Map, Value};
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let mut data = Map::new();
    for table in [
        "bad-clients",
        "controls",
        "edition",
        "first-party",
        "hosts",
        "labels",
        "look",
        "permissions",
        "placement",
        "recipes",
        "resources",
        "roles",
        "routes",
        "sign-in",
    ] {
        data.insert(
            table.replace('-', "_"),
            read(&PathBuf::from(format!("{table}.toml"))),
        );
    }
    if let Some(labels) = data.get_mut("labels") {
        drop_sources(labels);
    }
    let errors = read(Path::new("../../server/errors.toml"));
    data.insert("problems".to_owned(), numbered(&errors));
    if let Some(placement) = data.get_mut("placement") {
        drop_field(placement, "rests_on");
    }
    let (languages, words) = words::read(Path::new("../words"));
    for (name, english) in [
        (
            "permissions",
            sentences::of_permissions(&data["permissions"]),
        ),
        ("problems", sentences::of_problems(&errors)),
    ] {
        let folder = Path::new("../words").join(name);
        let translated = sentences::translated(&folder, &languages, &english);
        write(&format!("{name}.json"), &translated);
    }
    data.insert("languages".to_owned(), languages);
    data.insert("words".to_owned(), words);
    for folder in ["guides", "profiles"] {
        data.insert(
            folder.to_owned(),
            Value::Object(read_folder(Path::new(folder))),
        );
    }
    write("data.json", &Value::Object(data));
}

fn write(name: &str, value: &Value) {
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join(name);
    fs::write(out, value.to_string()).expect("OUT_DIR can be written");
}

/// Who says so is for the readers of the table, and need not be shipped; but it must be there.
fn drop_sources(labels: &mut Value) {
    for (key, label) in labels.as_object_mut().into_iter().flatten() {
        for (language, cell) in label.as_object_mut().into_iter().flatten() {
            let from = cell.as_object_mut().and_then(|cell| cell.remove("from"));
            assert!(
                from.is_some_and(|from| from.as_str().is_some_and(|from| !from.is_empty())),
                "labels.toml: {key}.{language} does not say where it is from"
            );
        }
    }
}

/// Takes a field that is for the readers of a table out of each of its entries.
fn drop_field(table: &mut Value, field: &str) {
    for (key, entry) in table.as_object_mut().into_iter().flatten() {
        let text = entry.as_object_mut().and_then(|entry| entry.remove(field));
        assert!(
            text.is_some_and(|text| text.as_str().is_some_and(|text| !text.is_empty())),
            "{key} has no {field}"
        );
    }
}

/// Of the backend's table of problems those that have a number: their pages do not always lead back to it.
fn numbered(table: &Value) -> Value {
    const FIELDS: [&str; 7] = [
        "code", "title", "detail", "remedy", "role", "link", "aadsts",
    ];
    let problems = table["problem"].as_array().into_iter().flatten();
    let numbered = problems.filter(|problem| problem["aadsts"].is_array());
    let slim = numbered.map(|problem| {
        let fields = FIELDS.iter().filter_map(|field| {
            let value = problem.get(*field)?;
            Some(((*field).to_owned(), value.clone()))
        });
        Value::Object(fields.collect())
    });
    slim.collect()
}

/// The files of a folder by their names without the extension.
fn read_folder(folder: &Path) -> Map<String, Value> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("the folder can be listed").path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "toml")
        })
        .collect();
    files.sort();
    files
        .iter()
        .map(|file| {
            let name = file.file_stem().expect("a file has a name");
            (name.to_string_lossy().into_owned(), read(file))
        })
        .collect()
}

fn read(path: &Path) -> Value {
    println!("cargo::rerun-if-changed={}", path.display());
    let text =
        fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
