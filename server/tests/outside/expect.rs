//! Whether what was told is as expected, and what holds in every scenario.

use crate::microsoft::SECRET;
use crate::scenario::Expect;
use serde_json::Value;
use std::collections::BTreeMap;
use url::Url;

/// Every status since something happened, and the newest.
#[derive(Default)]
pub(crate) struct StatusHistory {
    newest: Value,
    all: Vec<Value>,
}

/// The problems of a status: in its state, beside it, and of what is waited for.
fn problems(status: &Value) -> Vec<&Value> {
    let places = [
        "/state/problem",
        "/state/cause",
        "/advice",
        "/waiting/problem",
    ];
    places
        .iter()
        .filter_map(|place| status.pointer(place))
        .collect()
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_default()
}

/// All that a problem says to people.
fn words(problem: &Value) -> String {
    ["title", "detail", "remedy", "role"]
        .map(|name| text(problem, name))
        .join(" ")
}

impl StatusHistory {
    pub(crate) fn begin_anew(&mut self) {
        self.all.clear();
    }

    /// A status comes; some things are wrong in any.
    pub(crate) fn hear(&mut self, status: &Value) -> Result<(), String> {
        self.newest = status.clone();
        self.all.push(status.clone());
        let whole = status.to_string();
        for secret in [SECRET, "EwB-", "eyJ", "1.AXoA"] {
            if whole.contains(secret) {
                return Err(format!("tells a secret: {whole}"));
            }
        }
        let kind = status["state"]["kind"].as_str().unwrap_or_default();
        for problem in problems(status) {
            let said = words(problem);
            if said.contains("..")
                || said.contains("  ")
                || said.contains('{')
                || said.contains('}')
            {
                return Err(format!("a hole or a doubled mark: {said}"));
            }
            let promises = ["server checks", "server retries", "No action", "; wait"];
            let promises = promises.iter().any(|promise| said.contains(promise));
            if kind == "blocked" && promises && status["next_check_at"].is_null() {
                return Err(format!("promises what nobody does: {said}"));
            }
            if kind == "blocked" && text(problem, "role").is_empty() {
                return Err(format!("names nobody who could help: {said}"));
            }
        }
        Ok(())
    }

    pub(crate) fn as_expected(
        &self,
        expect: &Expect,
        asked: &BTreeMap<String, usize>,
        authorize: Option<&Url>,
    ) -> Result<(), String> {
        let status = &self.newest;
        let wrong = |what: &str| Err(format!("{what}\n    {}", brief(status)));
        let kind = status["state"]["kind"]
            .as_str()
            .unwrap_or_default()
            .to_owned();
        if !expect.state.is_empty() && !expect.state.contains(&kind) {
            return wrong(&format!("state {kind}, expected {:?}", expect.state));
        }
        let found = problems(status);
        let any = |list: &[String], name: &str| {
            list.is_empty()
                || found
                    .iter()
                    .any(|problem| list.iter().any(|one| one == text(problem, name)))
        };
        if !any(&expect.code, "code") {
            return wrong(&format!("expected one of {:?}", expect.code));
        }
        if !any(&expect.role, "role") {
            return wrong(&format!("expected one of {:?}", expect.role));
        }
        if expect
            .again
            .is_some_and(|again| again == status["next_check_at"].is_null())
        {
            return wrong(&format!("looks again: {}", status["next_check_at"]));
        }
        let said = found
            .iter()
            .map(|problem| words(problem))
            .collect::<Vec<_>>()
            .join(" ");
        check_page(&said, &expect.says, &[]).or_else(|what| wrong(&what))?;
        if let Some(code) = &expect.microsoft
            && !found
                .iter()
                .any(|problem| text(problem, "microsoft") == code)
        {
            return wrong(&format!("does not show {code}"));
        }
        for (pointer, value) in &expect.at {
            let there = status
                .pointer(pointer)
                .cloned()
                .unwrap_or_else(|| "absent".into());
            if there != *value {
                return wrong(&format!("{pointer} is {there}, expected {value}"));
            }
        }
        let times = |place: &str| asked.get(place).copied().unwrap_or(0);
        for (place, count) in &expect.asked {
            if times(place) != *count {
                return wrong(&format!(
                    "asked {place} {} times, expected {count}",
                    times(place)
                ));
            }
        }
        for (place, count) in &expect.asked_at_least {
            if times(place) < *count {
                return wrong(&format!(
                    "asked {place} {} times, expected {count} or more",
                    times(place)
                ));
            }
        }
        if let Some(part) = &expect.authorize
            && !authorize.is_some_and(|address| address.as_str().contains(part))
        {
            return wrong(&format!("{part} is not in {authorize:?}"));
        }
        self.never(expect)
    }

    /// What no status may have said.
    fn never(&self, expect: &Expect) -> Result<(), String> {
        for status in &self.all {
            let found = problems(status);
            let said = found
                .iter()
                .map(|problem| words(problem))
                .collect::<Vec<_>>()
                .join(" ");
            check_page(&said, &[], &expect.never)?;
            for code in &expect.never_code {
                if found.iter().any(|problem| text(problem, "code") == code) {
                    return Err(format!("once said {code}\n    {}", brief(status)));
                }
            }
        }
        Ok(())
    }

    /// The answer to a request for a connection that there is none of.
    pub(crate) fn of_problem(
        status: u16,
        expected: u16,
        body: &Value,
        expect: &Expect,
    ) -> Result<(), String> {
        let code = text(body, "code").to_owned();
        if status != expected || !(expect.code.is_empty() || expect.code.contains(&code)) {
            return Err(format!(
                "answered {status} {body}, expected {expected} {:?}",
                expect.code
            ));
        }
        check_page(&words(body), &expect.says, &expect.never)
    }
}

/// What matters of a status to whoever reads a failure.
fn brief(status: &Value) -> String {
    let problems = problems(status)
        .into_iter()
        .map(|one| format!("{}: {} [{}]", one["code"], words(one), one["microsoft"]));
    let problems: Vec<_> = problems.collect();
    format!(
        "{} next {} | {}",
        status["state"]["kind"],
        status["next_check_at"],
        problems.join(" | ")
    )
}

pub(crate) fn check_page(page: &str, says: &[String], never: &[String]) -> Result<(), String> {
    let page = page.to_lowercase();
    if let Some(missing) = says.iter().find(|one| !page.contains(&one.to_lowercase())) {
        return Err(format!("does not say \"{missing}\": {page}"));
    }
    if let Some(said) = never.iter().find(|one| page.contains(&one.to_lowercase())) {
        return Err(format!("says \"{said}\": {page}"));
    }
    Ok(())
}
