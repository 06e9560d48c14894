//! Keeping a page: from what was seen of it to a recognition case with nothing of its owner in it.
//!
//! No markup of the page is needed or taken. Each control becomes a plain element with its role,
//! name, attributes and surroundings; words that are in the tables stay, so that the case is
//! recognised as the page was, and every other letter becomes `x`, every digit `0`, every
//! identifier another one.

mod html;
mod mask;

use consentry_catalog::Catalog;
use consentry_wire::diagnosis::Diagnosis;
use consentry_wire::recognition_case::{Expect, RedactedPage};
use consentry_wire::sighting::Sighting;
use mask::Mask;
pub(crate) use mask::is_public;

/// A masked case of a tab's frames, the top one first, and of what was made of them.
pub fn redact(
    catalog: &Catalog,
    frames: &[(u32, &Sighting)],
    diagnosis: &Diagnosis,
) -> RedactedPage {
    let masked = masked(catalog, frames);
    let mut kept = RedactedPage::default();
    let lit = diagnosis
        .would_light
        .iter()
        .filter(|lit| lit.kind != "avoid")
        .filter_map(|lit| {
            let (_, sighting) = masked.iter().find(|(frame, _)| *frame == lit.frame)?;
            let control = sighting.controls.iter().find(|c| c.id == lit.id)?;
            Some(control.name.clone())
        });
    kept.case.expect = Expect {
        page: diagnosis.page.clone(),
        lit: lit.collect(),
        consent: diagnosis.consent.as_ref().map(|c| c.verdict.clone()),
    };
    let Some(((_, top), inner)) = masked.split_first() else {
        return kept;
    };
    for ((_, sighting), number) in inner.iter().zip(1..) {
        let file = format!("frame-{number}.html");
        kept.files
            .insert(file.clone(), html::page(catalog, sighting, &[]));
        kept.case.frames.insert(sighting.url.clone(), file);
    }
    let addresses: Vec<&str> = inner.iter().map(|(_, s)| s.url.as_str()).collect();
    "page.html".clone_into(&mut kept.case.html);
    kept.files
        .insert(kept.case.html.clone(), html::page(catalog, top, &addresses));
    kept.case.url.clone_from(&top.url);
    kept
}

/// The same frames, masked alike.
fn masked(catalog: &Catalog, frames: &[(u32, &Sighting)]) -> Vec<(u32, Sighting)> {
    let mut mask = Mask::default();
    // What lies behind a dialog of the top document does so in the case too.
    let covered = frames.first().is_some_and(|(_, top)| top.modal);
    frames
        .iter()
        .enumerate()
        .map(|(number, (frame, sighting))| {
            let mut sighting = mask.sighting(catalog, sighting, number);
            for control in &mut sighting.controls {
                control.behind |= covered && number > 0;
            }
            (*frame, sighting)
        })
        .collect()
}

#[cfg(test)]
mod tests;
