//! What a case expects, by names that exist: a name nobody gives would be met by no page, or by every.

use consentry_catalog::Catalog;
use consentry_logic::page_names;
use consentry_wire::diagnosis;
use serde_json::{Map, Value};

const CASE: [&str; 5] = ["url", "html", "frames", "from", "expect"];
const EXPECT: [&str; 8] = [
    "page", "lit", "or_lit", "not_lit", "found", "consent", "unsure", "note",
];
const LIT: [&str; 2] = ["name", "role"];

/// The roles of WAI-ARIA 1.2 that an element may have, and those of 1.3 that browsers know.
const ROLES: &[&str] = &[
    "alert",
    "alertdialog",
    "application",
    "article",
    "banner",
    "blockquote",
    "button",
    "caption",
    "cell",
    "checkbox",
    "code",
    "columnheader",
    "combobox",
    "comment",
    "complementary",
    "contentinfo",
    "definition",
    "deletion",
    "dialog",
    "directory",
    "document",
    "emphasis",
    "feed",
    "figure",
    "form",
    "generic",
    "grid",
    "gridcell",
    "group",
    "heading",
    "img",
    "insertion",
    "link",
    "list",
    "listbox",
    "listitem",
    "log",
    "main",
    "mark",
    "marquee",
    "math",
    "menu",
    "menubar",
    "menuitem",
    "menuitemcheckbox",
    "menuitemradio",
    "meter",
    "navigation",
    "none",
    "note",
    "option",
    "paragraph",
    "presentation",
    "progressbar",
    "radio",
    "radiogroup",
    "region",
    "row",
    "rowgroup",
    "rowheader",
    "scrollbar",
    "search",
    "searchbox",
    "separator",
    "slider",
    "spinbutton",
    "status",
    "strong",
    "subscript",
    "suggestion",
    "superscript",
    "switch",
    "tab",
    "table",
    "tablist",
    "tabpanel",
    "term",
    "textbox",
    "time",
    "timer",
    "toolbar",
    "tooltip",
    "tree",
    "treegrid",
    "treeitem",
];

/// What is wrong with the names a case uses, each in words that say the nearest right one.
pub(super) fn problems(case: &Value) -> Vec<String> {
    let mut problems = Vec::new();
    let Some(case) = case.as_object() else {
        return vec!["a case is an object".to_owned()];
    };
    // Who keeps cases may write more into them; what is nearly one of ours is meant to be it.
    for key in unknown(case, &CASE).filter(|key| misspells(key, &CASE)) {
        problems.push(no("field of a case", key, &CASE));
    }
    let Some(expect) = case.get("expect") else {
        return problems;
    };
    let Some(expect) = expect.as_object() else {
        problems.push("\"expect\" is an object".to_owned());
        return problems;
    };
    for key in unknown(expect, &EXPECT) {
        problems.push(no("expectation", key, &EXPECT));
    }
    pages(expect, &mut problems);
    let verdicts = strings(expect.get("consent"));
    for verdict in verdicts.filter(|verdict| !diagnosis::VERDICTS.contains(verdict)) {
        problems.push(no("verdict", verdict, &diagnosis::VERDICTS));
    }
    let controls: Vec<&str> = page_names::controls(Catalog::built_in())
        .into_iter()
        .collect();
    let found = expect.get("found").and_then(Value::as_object);
    for (control, named) in found.into_iter().flatten() {
        if !controls.contains(&control.as_str()) {
            problems.push(no("control", control, &controls));
        }
        role(named, &mut problems);
    }
    for key in ["lit", "or_lit", "not_lit"] {
        for named in each(expect.get(key)) {
            role(named, &mut problems);
        }
    }
    problems
}

/// Of several names that are all right one must exist, and none may be nearly one that does.
fn pages(expect: &Map<String, Value>, problems: &mut Vec<String>) {
    let known: Vec<&str> = page_names::pages(Catalog::built_in()).into_iter().collect();
    let named: Vec<&str> = strings(expect.get("page")).collect();
    let exists = named.iter().any(|name| known.contains(name));
    for name in named.iter().filter(|name| !known.contains(name)) {
        if !exists || misspells(name, &known) {
            problems.push(no("page", name, &known));
        }
    }
}

/// The role in `{"name": …, "role": …}`.
fn role(named: &Value, problems: &mut Vec<String>) {
    let Some(named) = named.as_object() else {
        return;
    };
    for key in unknown(named, &LIT) {
        problems.push(no("field of a control", key, &LIT));
    }
    for role in strings(named.get("role")).filter(|role| !ROLES.contains(role)) {
        problems.push(no("role", role, ROLES));
    }
}

fn unknown<'a>(map: &'a Map<String, Value>, known: &[&str]) -> impl Iterator<Item = &'a str> {
    map.keys()
        .map(String::as_str)
        .filter(move |key| !known.contains(key))
}

fn each(value: Option<&Value>) -> impl Iterator<Item = &Value> {
    let many = value.and_then(Value::as_array);
    let one = value.filter(|_| many.is_none());
    many.into_iter().flatten().chain(one)
}

fn strings(value: Option<&Value>) -> impl Iterator<Item = &str> {
    each(value).filter_map(Value::as_str)
}

fn no(what: &str, name: &str, known: &[&str]) -> String {
    let nearest = known.iter().min_by_key(|other| distance(name, other));
    let nearest = nearest.copied().unwrap_or_default();
    format!("{name:?} is no {what}; the nearest is {nearest:?}")
}

fn misspells(name: &str, known: &[&str]) -> bool {
    known
        .iter()
        .any(|other| distance(name, other) <= 1 + other.len() / 6)
}

/// How many letters are to be put in, taken out or changed to make one of the other, whatever their case.
fn distance(one: &str, other: &str) -> usize {
    strsim::levenshtein(&one.to_lowercase(), &other.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn of(expect: &Value) -> Vec<String> {
        problems(&json!({ "url": "https://x", "html": "x.html", "expect": expect }))
    }

    #[test]
    fn every_kind_of_name_is_checked_and_the_nearest_right_one_is_said() {
        for (expect, name, nearest) in [
            (
                json!({ "page": "app-permisions" }),
                "app-permisions",
                "app-permissions",
            ),
            (
                json!({ "page": ["unknown", "admin-consnet"] }),
                "admin-consnet",
                "admin-consent",
            ),
            (json!({ "page": "nowhere-at-all" }), "nowhere-at-all", ""),
            (json!({ "not_litt": [] }), "not_litt", "not_lit"),
            (json!({ "consent": ["hold", "wran"] }), "wran", "warn"),
            (
                json!({ "found": { "consent-tik": null } }),
                "consent-tik",
                "consent-tick",
            ),
            (
                json!({ "lit": [{ "name": "Accept", "role": "buton" }] }),
                "buton",
                "button",
            ),
            (
                json!({ "not_lit": [{ "name": "Accept", "rol": "link" }] }),
                "rol",
                "role",
            ),
            (
                json!({ "found": { "save": { "name": "Save", "role": "lnik" } } }),
                "lnik",
                "link",
            ),
        ] {
            let problems = of(&expect);
            assert_eq!(problems.len(), 1, "{expect}: {problems:?}");
            assert!(
                problems[0].starts_with(&format!("{name:?} is no ")),
                "{problems:?}"
            );
            assert!(problems[0].contains(nearest), "{problems:?}");
        }
        let case = json!({ "url": "https://x", "html": "x.html", "frame": {}, "title": "Mine" });
        assert_eq!(
            problems(&case),
            ["\"frame\" is no field of a case; the nearest is \"frames\""]
        );
    }

    #[test]
    fn a_name_of_somebody_elses_for_the_same_page_may_stand_beside_ours() {
        assert_eq!(
            of(&json!({ "page": ["unknown", "signed-out"] })),
            Vec::<String>::new()
        );
    }

    #[test]
    fn every_case_of_ours_uses_names_that_exist() {
        let mut files = Vec::new();
        let ours = crate::repo::root().join("tests/recognise");
        let plain = crate::recognise::plain(&ours).expect("cases that can be read");
        let dir = plain.path();
        crate::build::list(dir, dir, &mut files).expect("the folder");
        let mut cases = 0;
        for file in files
            .iter()
            .filter(|file| file.extension().is_some_and(|kind| kind == "json"))
        {
            let text = std::fs::read_to_string(dir.join(file)).expect("a file");
            let case = serde_json::from_str(&text).expect("JSON");
            assert_eq!(problems(&case), Vec::<String>::new(), "{}", file.display());
            cases += 1;
        }
        assert!(cases >= 600, "{cases}");
    }
}
