//! Administrative templates for Group Policy: ADMX, what there is, and ADML, what it is called.
//!
//! Source: learn.microsoft.com, "Group Policy ADMX Syntax Reference Guide".

use super::browser::{Browser, install};
use super::schema::{Kind, Schema, Setting};
use anyhow::Result;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io::Cursor;

/// The category that the settings stand in, below Administrative Templates.
pub(super) const CATEGORY: &str = "Consentry";
/// The policy that installs the extension.
pub(super) const INSTALL: &str = "install";
/// The longest text that a template may take: a profile or a data pack is long.
const LONGEST: &str = "1048576";

type Xml = Writer<Cursor<Vec<u8>>>;

/// An element with attributes and with what `inside` writes.
fn element(
    xml: &mut Xml,
    name: &str,
    attributes: &[(&str, &str)],
    inside: impl FnOnce(&mut Xml) -> std::io::Result<()>,
) -> std::io::Result<()> {
    let element = xml.create_element(name);
    element
        .with_attributes(attributes.iter().copied())
        .write_inner_content(inside)
        .map(|_| ())
}

fn empty(xml: &mut Xml, name: &str, attributes: &[(&str, &str)]) -> std::io::Result<()> {
    let element = xml.create_element(name);
    element
        .with_attributes(attributes.iter().copied())
        .write_empty()
        .map(|_| ())
}

fn text(xml: &mut Xml, name: &str, attributes: &[(&str, &str)], text: &str) -> std::io::Result<()> {
    let element = xml.create_element(name);
    element
        .with_attributes(attributes.iter().copied())
        .write_text_content(BytesText::new(text))
        .map(|_| ())
}

fn document(name: &str, inside: impl FnOnce(&mut Xml) -> std::io::Result<()>) -> Result<String> {
    let mut xml = Writer::new_with_indent(Cursor::new(Vec::new()), b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    let space = "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions";
    let attributes = [
        ("revision", "1.0"),
        ("schemaVersion", "1.0"),
        ("xmlns", space),
    ];
    element(&mut xml, name, &attributes, inside)?;
    let mut text = String::from_utf8(xml.into_inner().into_inner())?;
    text.push('\n');
    Ok(text)
}

/// What can be set: the ADMX.
pub(super) fn admx(browser: &Browser, schema: &Schema) -> Result<String> {
    let key = browser.settings_key();
    let prefix = format!("consentry_{}", browser.name);
    let namespace = format!("Consentry.Policies.{}", browser.name);
    document("policyDefinitions", |xml| {
        element(xml, "policyNamespaces", &[], |xml| {
            empty(
                xml,
                "target",
                &[("prefix", &prefix), ("namespace", &namespace)],
            )
        })?;
        empty(xml, "resources", &[("minRequiredRevision", "1.0")])?;
        element(xml, "supportedOn", &[], |xml| {
            element(xml, "definitions", &[], |xml| {
                empty(
                    xml,
                    "definition",
                    &[("name", "browser"), ("displayName", "$(string.browser)")],
                )
            })
        })?;
        element(xml, "categories", &[], |xml| {
            empty(
                xml,
                "category",
                &[("name", CATEGORY), ("displayName", "$(string.category)")],
            )
        })?;
        element(xml, "policies", &[], |xml| {
            for (name, setting) in schema {
                policy(xml, name, setting.kind, &key)?;
            }
            installing(xml, browser)
        })
    })
}

fn policy(xml: &mut Xml, name: &str, kind: Kind, key: &str) -> std::io::Result<()> {
    let display = format!("$(string.{name})");
    let explain = format!("$(string.{name}_explain)");
    let presentation = format!("$(presentation.{name})");
    let mut attributes = vec![
        ("name", name),
        ("class", "Both"),
        ("displayName", &display),
        ("explainText", &explain),
        ("key", key),
    ];
    match kind {
        Kind::YesOrNo => attributes.push(("valueName", name)),
        Kind::Text | Kind::List => attributes.push(("presentation", &presentation)),
    }
    element(xml, "policy", &attributes, |xml| {
        place(xml)?;
        match kind {
            Kind::YesOrNo => {
                for (state, value) in [("enabledValue", "1"), ("disabledValue", "0")] {
                    element(xml, state, &[], |xml| {
                        empty(xml, "decimal", &[("value", value)])
                    })?;
                }
                Ok(())
            }
            Kind::Text => element(xml, "elements", &[], |xml| {
                let attributes = [
                    ("id", name),
                    ("valueName", name),
                    ("required", "true"),
                    ("maxLength", LONGEST),
                ];
                empty(xml, "text", &attributes)
            }),
            // An empty prefix names the values 1, 2, 3, as Chrome reads a list.
            Kind::List => element(xml, "elements", &[], |xml| {
                let key = format!(r"{key}\{name}");
                empty(
                    xml,
                    "list",
                    &[("id", name), ("key", &key), ("valuePrefix", "")],
                )
            }),
        }
    })
}

fn place(xml: &mut Xml) -> std::io::Result<()> {
    empty(xml, "parentCategory", &[("ref", CATEGORY)])?;
    empty(xml, "supportedOn", &[("ref", "browser")])
}

fn installing(xml: &mut Xml, browser: &Browser) -> std::io::Result<()> {
    let key = browser.install_key();
    let display = format!("$(string.{INSTALL})");
    let explain = format!("$(string.{INSTALL}_explain)");
    let attributes = [
        ("name", INSTALL),
        ("class", "Both"),
        ("displayName", &display),
        ("explainText", &explain),
        ("key", &key),
    ];
    element(xml, "policy", &attributes, |xml| {
        place(xml)?;
        for state in ["enabledList", "disabledList"] {
            element(xml, state, &[], |xml| {
                for (name, value) in install(browser) {
                    let attributes = [("key", key.as_str()), ("valueName", name)];
                    element(xml, "item", &attributes, |xml| {
                        element(xml, "value", &[], |xml| match state {
                            "enabledList" => text(xml, "string", &[], value),
                            _ => empty(xml, "delete", &[]),
                        })
                    })?;
                }
                Ok(())
            })?;
        }
        Ok(())
    })
}

/// What it is called, in English: the ADML.
pub(super) fn adml(browser: &Browser, schema: &Schema) -> Result<String> {
    document("policyDefinitionResources", |xml| {
        text(
            xml,
            "displayName",
            &[],
            &format!("Consentry in {}", browser.title),
        )?;
        text(
            xml,
            "description",
            &[],
            "Settings of the Consentry extension",
        )?;
        element(xml, "resources", &[], |xml| {
            element(xml, "stringTable", &[], |xml| strings(xml, browser, schema))?;
            element(xml, "presentationTable", &[], |xml| {
                for (name, setting) in schema {
                    presentation(xml, name, setting)?;
                }
                Ok(())
            })
        })
    })
}

fn strings(xml: &mut Xml, browser: &Browser, schema: &Schema) -> std::io::Result<()> {
    let mut string = |id: &str, words: &str| text(xml, "string", &[("id", id)], words);
    string("category", &format!("Consentry in {}", browser.title))?;
    string(
        "browser",
        &format!("{} with the Consentry extension", browser.title),
    )?;
    for (name, setting) in schema {
        string(name, &setting.title)?;
        let words = if setting.description.is_empty() {
            &setting.title
        } else {
            &setting.description
        };
        string(&format!("{name}_explain"), words)?;
    }
    string(INSTALL, "Install Consentry")?;
    let explain = "The browser installs the extension from its store and nobody can remove it. If you set the policy \
                   ExtensionSettings as JSON elsewhere, add the extension there instead: one of the two is ignored.";
    string(&format!("{INSTALL}_explain"), explain)
}

fn presentation(xml: &mut Xml, name: &str, setting: &Setting) -> std::io::Result<()> {
    if setting.kind == Kind::YesOrNo {
        return Ok(());
    }
    element(xml, "presentation", &[("id", name)], |xml| {
        let refers = [("refId", name)];
        if setting.kind == Kind::List {
            return text(xml, "listBox", &refers, &setting.title);
        }
        // Only a box with suggestions tells what may be chosen and takes anything else as well.
        let choices = setting.examples.len() > 1;
        element(
            xml,
            if choices { "comboBox" } else { "textBox" },
            &refers,
            |xml| {
                text(xml, "label", &[], &setting.title)?;
                for choice in setting.examples.iter().filter(|_| choices) {
                    text(xml, "suggestion", &[], choice.as_str().unwrap_or_default())?;
                }
                Ok(())
            },
        )
    })
}
