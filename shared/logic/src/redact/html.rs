//! A sighting as a page that is seen the same: plain elements, one for each control, in the roles
//! that stand around it.

use consentry_catalog::Catalog;
use consentry_wire::sighting::{Control, Sighting};
use std::fmt::Write;

/// Something that stands around controls, or a control itself.
struct Node {
    /// The role that stands around, or nothing for a control.
    role: Option<String>,
    /// What it says of itself: a row's text, a group's name.
    says: Option<String>,
    open: String,
    tag: &'static str,
    /// Whether it is a field that holds something.
    filled: bool,
    children: Vec<usize>,
}

/// The page, with frames of these addresses at its end.
pub(super) fn page(catalog: &Catalog, sighting: &Sighting, frames: &[&str]) -> String {
    let mut nodes = vec![Node {
        role: None,
        says: None,
        open: String::new(),
        tag: "body",
        filled: false,
        children: Vec::new(),
    }];
    let mut placed: Vec<(u32, usize)> = Vec::new();
    for control in &sighting.controls {
        let outer = control
            .inside
            .and_then(|id| placed.iter().find(|(known, _)| *known == id))
            .map(|(id, node)| (*node, within(sighting, *id)));
        let parent = surround(&mut nodes, control, outer);
        nodes.push(Node {
            role: None,
            says: None,
            open: element(control),
            tag: "div",
            filled: control.filled,
            children: Vec::new(),
        });
        let node = nodes.len() - 1;
        nodes[parent].children.push(node);
        placed.push((control.id, node));
    }
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{}\">\n  <head>\n    <meta charset=\"utf-8\" />\n    <title>A model of a page</title>\n    <style>\n      [tabindex] {{\n        min-height: 1em;\n      }}\n    </style>\n  </head>\n  <body>\n",
        escaped(&sighting.lang)
    );
    for probe in &catalog.look.probes {
        if let Some(value) = sighting.probes.get(&probe.key) {
            let _ = writeln!(out, "    {}", probe.sample.replace("{}", &escaped(value)));
        }
    }
    for child in &nodes[0].children {
        write(&nodes, *child, 2, &mut out);
    }
    for address in frames {
        let _ = writeln!(out, "    <iframe src=\"{}\"></iframe>", escaped(address));
    }
    out.push_str("  </body>\n</html>\n");
    out
}

/// What stands around a control, outermost first.
fn within(sighting: &Sighting, id: u32) -> usize {
    sighting
        .controls
        .iter()
        .find(|control| control.id == id)
        .map_or(0, |control| control.within.len())
}

fn is_row(role: &str) -> bool {
    matches!(role, "row" | "listitem")
}

fn is_group(role: &str) -> bool {
    matches!(role, "radiogroup" | "dialog" | "alertdialog" | "group")
}

/// Finds or makes the nodes a control stands in, and returns the innermost.
fn surround(nodes: &mut Vec<Node>, control: &Control, outer: Option<(usize, usize)>) -> usize {
    let (mut at, known) = outer.unwrap_or((0, 0));
    // What it is a part of may be one of the roles around it.
    let own = usize::from(outer.is_some());
    let fresh = control.within.len().saturating_sub(known + own);
    let innermost = |fits: fn(&str) -> bool| control.within.iter().position(|role| fits(role));
    let (row, group) = (innermost(is_row), innermost(is_group));
    for (index, role) in control.within.iter().enumerate().take(fresh).rev() {
        let says = if Some(index) == row {
            control.row.clone()
        } else if Some(index) == group {
            control.group.clone()
        } else {
            None
        };
        at = enter(nodes, at, role, says);
    }
    if group.is_none() && control.group.is_some() {
        at = enter(nodes, at, "group", control.group.clone());
    }
    if row.is_none() && control.row.is_some() {
        at = enter(nodes, at, "", control.row.clone());
    }
    at
}

fn enter(nodes: &mut Vec<Node>, parent: usize, role: &str, says: Option<String>) -> usize {
    if let Some(last) = nodes[parent].children.last().copied()
        && nodes[last].role.as_deref() == Some(role)
        && (says.is_none() || nodes[last].says == says)
    {
        return last;
    }
    let named = says.as_deref().filter(|_| is_group(role));
    let named = named.map_or_else(String::new, |says| {
        format!(" aria-label=\"{}\"", escaped(says))
    });
    // What has an element of its own is no control of the page.
    let (tag, open) = match role {
        "" => ("div", "<div".to_owned()),
        "listitem" => ("li", "<li".to_owned()),
        "list" => ("ul", "<ul".to_owned()),
        "navigation" => ("nav", "<nav".to_owned()),
        "main" => ("main", "<main".to_owned()),
        role => ("div", format!("<div role=\"{}\"{named}", escaped(role))),
    };
    nodes.push(Node {
        role: Some(role.to_owned()),
        says,
        open,
        tag,
        filled: false,
        children: Vec::new(),
    });
    let node = nodes.len() - 1;
    nodes[parent].children.push(node);
    node
}

/// The start of a control's element.
fn element(control: &Control) -> String {
    let mut out = format!("<div role=\"{}\" tabindex=\"0\"", escaped(&control.role));
    let mut add = |name: &str, value: &str| {
        let _ = write!(out, " {name}=\"{}\"", escaped(value));
    };
    if !control.name.is_empty() {
        add("aria-label", &control.name);
    }
    for (name, value) in &control.attrs {
        add(name, value);
    }
    if let Some(checked) = control.checked {
        add("aria-checked", if checked { "true" } else { "false" });
    }
    if let Some(expanded) = control.expanded {
        add("aria-expanded", if expanded { "true" } else { "false" });
    }
    if control.disabled {
        add("aria-disabled", "true");
    }
    if control.behind {
        add("aria-hidden", "true");
    }
    if !control.visible {
        add("style", "display: none");
    }
    out
}

fn write(nodes: &[Node], at: usize, depth: usize, out: &mut String) {
    let node = &nodes[at];
    let indent = "  ".repeat(depth);
    let _ = write!(out, "{indent}{}>", node.open);
    let _ = match (&node.role, &node.says) {
        (Some(role), Some(says)) if !is_group(role) => {
            write!(out, "<span>{}</span>", escaped(says))
        }
        _ if node.filled => write!(out, "x"),
        _ => Ok(()),
    };
    if !node.children.is_empty() {
        out.push('\n');
        for child in &node.children {
            write(nodes, *child, depth + 1, out);
        }
        out.push_str(&indent);
    }
    let _ = writeln!(out, "</{}>", node.tag);
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
