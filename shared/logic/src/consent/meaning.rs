//! What each permission means, for who wants to know.

use super::asked::{Asked, Item};
use consentry_catalog::Catalog;
use consentry_catalog::permission::{Kind, Risk};
use consentry_wire::text::{joined, message, say, sentence};
use consentry_wire::view::Detail;

/// One entry for each permission, the worst first.
pub(super) fn details(catalog: &Catalog, asked: &Asked) -> Vec<Detail> {
    let mut items: Vec<(Risk, &Item)> = asked
        .items
        .iter()
        .map(|item| (item.judged(catalog).risk, item))
        .collect();
    items.sort_by_key(|(risk, _)| std::cmp::Reverse(*risk));
    items
        .into_iter()
        .map(|(_, item)| detail(catalog, item))
        .collect()
}

fn detail(catalog: &Catalog, item: &Item) -> Detail {
    let judged = item.judged(catalog);
    let risk = message(&format!("consent.risk.{}", judged.risk.name()));
    let mut parts = Vec::new();
    match judged.known {
        Some((entry, meaning)) => {
            let kind = match item.kind {
                Kind::Delegated => "permission.as-person",
                Kind::Application => "permission.on-its-own",
            };
            parts.push(say(kind, &[("means", sentence(&meaning.means))]));
            if let Some(thief) = &entry.thief {
                parts.push(say("permission.thief", &[("text", sentence(thief))]));
            }
            parts.push(say(
                "permission.because",
                &[("risk", risk), ("text", sentence(&entry.because))],
            ));
        }
        None => parts.push(say("permission.unknown", &[("risk", risk)])),
    }
    if let Some(why) = &item.why {
        parts.push(say("permission.why", &[("text", why)]));
    }
    Detail {
        tone: judged.risk.tone(),
        title: match item.kind {
            Kind::Delegated => item.shown(catalog).into(),
            Kind::Application => say(
                "permission.title.application",
                &[("name", &item.shown(catalog))],
            ),
        },
        text: joined("\n\n", parts),
    }
}
