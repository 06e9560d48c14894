//! How the risk of the apps changed: a chart, and a table that says the same.

use super::parts::{columns, table};
use crate::observer::days::Day;
use crate::observer::summary::Summary;
use consentry_catalog::permission::Risk;
use consentry_text::words::say;
use jiff::civil::Date;
use maud::{Markup, html};

/// Nothing where there are not two days to compare.
pub(super) fn over_time(days: &[Day]) -> Markup {
    let dated: Vec<(Date, &Day)> = days
        .iter()
        .filter_map(|day| Some((day.day.parse().ok()?, day)))
        .collect();
    let (Some((first, _)), Some((last, _))) = (dated.first(), dated.last()) else {
        return html! {};
    };
    html! {
        @if first != last {
            section.over-time aria-labelledby="over-time" {
                h2 id="over-time" { (say("apps-risk-time", &[])) }
                p.quiet { (say("apps-risk-time-text", &[])) }
                (chart(&dated, *first, *last))
                p.ends aria-hidden="true" { span { (first) } span { (last) } }
                details {
                    summary { (say("apps-risk-time-table", &[])) }
                    (all(&dated))
                }
            }
        }
    }
}

/// A column for each day, as high as there are apps with a risk, and as wide as a day is of the whole time.
fn chart(days: &[(Date, &Day)], first: Date, last: Date) -> Markup {
    let at = |day: Date| (day - first).get_days();
    let risky = |summary: &Summary| summary.risks[..4].iter().sum::<usize>();
    let highest = days.iter().map(|(_, day)| risky(&day.summary)).max();
    let height = highest.unwrap_or_default().max(1);
    html! {
        svg viewBox={ "0 0 " (at(last) + 1) " " (height) } preserveAspectRatio="none" aria-hidden="true" {
            @for (day, seen) in days {
                @for (count, risk, below) in stacked(&seen.summary) {
                    rect class=(risk.name()) x=(at(*day)) y=(height - below - count) width="1" height=(count) {}
                }
            }
        }
    }
}

/// Each risk with its apps, and how many stand below it: the worst stands lowest.
fn stacked(summary: &Summary) -> Vec<(usize, Risk, usize)> {
    let mut below = 0;
    let counts = summary.risks.iter().zip(Summary::RISKS);
    let known = counts.filter_map(|(count, risk)| Some((*count, risk?)));
    known
        .map(|(count, risk)| {
            below += count;
            (count, risk, below - count)
        })
        .collect()
}

/// The newest day first.
fn all(days: &[(Date, &Day)]) -> Markup {
    let row = |(day, seen): &(Date, &Day)| {
        let day = day.to_string();
        let day = if seen.complete {
            day
        } else {
            say("apps-risk-time-part", &[("day", &day)])
        };
        let counts = seen.summary.risks.iter().map(|count| html! { (count) });
        std::iter::once(html! { (day) }).chain(counts).collect()
    };
    let rows: Vec<Vec<Markup>> = days.iter().rev().map(row).collect();
    let risk = |risk: Option<Risk>| {
        let name = risk.map_or("none", Risk::name);
        say(&format!("apps-risk-{name}"), &[])
    };
    let mut names = columns(&["day"]);
    names.extend(Summary::RISKS.map(risk));
    table(&names, &rows)
}
