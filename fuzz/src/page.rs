use crate::seen;
use consentry_catalog::Catalog;
use consentry_logic::model::Model;
use consentry_logic::update::{Event, update};
use consentry_logic::{page as pages, redact};
use consentry_wire::api::Role;
use consentry_wire::diagnosis::Diagnosis;
use consentry_wire::sighting::Sighting;
use consentry_wire::view::Choice;

/// Where the JSON ends and the changes to it begin: a byte that no text has.
const CHANGES: u8 = 0xff;

/// The sightings of a page's frames as JSON, and, behind a byte 255, changes to their controls: three
/// bytes each, for what is done to which with the help of which other. So that few bytes make a page
/// that means something else, and not text that is no JSON.
///
/// # Panics
///
/// Where something is lit that is not there, or a page says another thing when it is seen again.
pub fn page(input: &[u8]) {
    let end = input.iter().position(|byte| *byte == CHANGES);
    let (json, changes) = input.split_at(end.unwrap_or(input.len()));
    let Ok(mut frames) = serde_json::from_slice::<Vec<Sighting>>(json) else {
        return;
    };
    frames.truncate(4);
    for change in changes
        .get(1..)
        .unwrap_or_default()
        .chunks_exact(3)
        .take(64)
    {
        apply(&mut frames, change[0], change[1].into(), change[2].into());
    }
    let seen: Vec<(u32, &Sighting)> = (0..).zip(&frames).collect();
    if seen.is_empty() {
        return;
    }
    pages::recognise(Catalog::built_in(), &seen, "http://localhost:7430");
    redact::redact(Catalog::built_in(), &seen, &Diagnosis::default());

    let mut model = Model::default();
    let mut now = 1000;
    let mut happens = |model: &mut Model, event: Event| {
        now += 10;
        let effects = update(Catalog::built_in(), model, event, now);
        seen::only_what_is_there(model, &effects);
    };
    for role in [None, Some(Role::GlobalAdmin)] {
        if let Some(role) = role {
            let profile = "office-365-mover".to_owned();
            happens(&mut model, Event::Chose(Choice::Begin { profile, role }));
        }
        for (frame, sighting) in &seen {
            let hello = Event::Hello {
                tab: 1,
                frame: *frame,
                document: frame.to_string(),
                url: sighting.url.clone(),
            };
            happens(&mut model, hello);
            let saw = Event::Saw {
                tab: 1,
                frame: *frame,
                document: frame.to_string(),
                sighting: (*sighting).clone(),
            };
            happens(&mut model, saw);
        }
        happens(
            &mut model,
            Event::Chose(Choice::Diagnose { tab: 1, on: true }),
        );
    }
    let lit = painted(&model);
    for (frame, sighting) in &seen {
        let sighting = (*sighting).clone();
        happens(
            &mut model,
            Event::Saw {
                tab: 1,
                frame: *frame,
                document: frame.to_string(),
                sighting,
            },
        );
    }
    assert_eq!(
        painted(&model),
        lit,
        "the same page seen again is lit otherwise"
    );
}

fn painted(model: &Model) -> Vec<String> {
    let frames = model
        .session
        .tabs
        .values()
        .flat_map(|tab| tab.frames.values());
    frames
        .map(|frame| format!("{:?}", frame.instructed))
        .collect()
}

/// One change; numbers that are too large begin again at the first control.
fn apply(frames: &mut [Sighting], what: u8, one: usize, other: usize) {
    let frame = usize::from(what >> 6) % frames.len().max(1);
    let Some(sighting) = frames.get_mut(frame) else {
        return;
    };
    let all = &mut sighting.controls;
    if all.is_empty() {
        return;
    }
    let (one, other) = (one % all.len(), other % all.len());
    let from = all[other].clone();
    let to = &mut all[one];
    match what & 31 {
        0 => to.name = from.name,
        1 => to.role = from.role,
        2 => to.attrs = from.attrs,
        3 => to.within = from.within,
        4 => to.row = from.row,
        5 => to.group = from.group,
        6 => to.visible = !to.visible,
        7 => to.behind = !to.behind,
        8 => to.disabled = !to.disabled,
        9 => to.checked = [None, Some(true), Some(false)][other % 3],
        10 => to.expanded = [None, Some(true), Some(false)][other % 3],
        11 => to.inside = Some(from.id),
        12 => to.id = from.id,
        13 => all.swap(one, other),
        14 => drop(all.remove(one)),
        15 => all.insert(other, all[one].clone()),
        16 => to.name = format!("{} {}", to.name, from.name),
        17 => to.name = to.name.chars().rev().collect(),
        18 => to.name = to.name.to_uppercase(),
        19 => to.name.clear(),
        20 => to.row = Some(from.name),
        21 => to.within.insert(0, from.role),
        22 => to.attrs.extend(from.attrs),
        23 => to.attrs.clear(),
        24 => sighting.modal = !sighting.modal,
        25 => sighting.truncated = !sighting.truncated,
        26 => sighting.complete = !sighting.complete,
        27 => sighting.probes.clear(),
        28 => sighting.url = from.name,
        29 => to.inside = None,
        30 => to.row = None,
        _ => to.filled = !to.filled,
    }
}
