//! Which target of a step stands on a page.

use crate::find::{self, Found, Named, Outcome};
use crate::page::Page;
use consentry_catalog::Catalog;
use consentry_catalog::control::ControlSpec;
use consentry_catalog::guide::{Step, StepTarget};
use consentry_wire::sighting::Sighting;

/// What a target comes to on a page.
pub(crate) struct StepMatch<'a, 'c> {
    pub(crate) step: &'c Step,
    pub(crate) target: &'c StepTarget,
    pub(crate) found: Vec<Found<'a>>,
    pub(crate) many: bool,
    pub(crate) not_shown: Option<NotShownReason>,
}

/// What decides which targets are for an app.
#[derive(Clone, Copy)]
pub(crate) struct OfApp {
    /// It is registered in the tenant it is used in.
    pub(crate) own: bool,
    /// It is known by its application ID alone.
    pub(crate) by_id: bool,
}

/// Why nothing is lit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NotShownReason {
    Absent,
    Unsure(String),
    /// A grant that is greyed out: the account may not.
    Disabled,
    /// Another control that is greyed out.
    Greyed,
    /// A dialog lies above it.
    Behind,
    OtherTenant,
    /// A data pack switched the target off.
    Off,
}

/// The entry of a control: of the app's own wizard on its pages, of Microsoft's elsewhere.
pub(crate) fn spec<'c>(
    catalog: &'c Catalog,
    control: &str,
    page: &Page,
) -> Option<&'c ControlSpec> {
    match page {
        Page::Entry { profile, .. } => consentry_catalog::profiles::by_id(catalog, profile)?
            .entry
            .as_ref()?
            .control
            .get(control),
        _ => catalog.controls.get(control),
    }
}

/// Whether the portal shows another directory than the one that is to be authorized.
fn is_of_another_directory(frames: &[(u32, &Sighting)], named: Named<'_>) -> bool {
    let shown = frames
        .first()
        .and_then(|(_, top)| top.probes.get("portal-directory"));
    matches!((shown, named.directory), (Some(shown), Some(known)) if !shown.eq_ignore_ascii_case(known))
}

/// The first target of a step that stands on this page and applies.
pub(crate) fn stand<'a, 'c>(
    catalog: &'c Catalog,
    step: &'c Step,
    page: &Page,
    frames: &[(u32, &'a Sighting)],
    named: Named<'_>,
    of: OfApp,
    quiet_ms: u64,
) -> (Option<StepMatch<'a, 'c>>, Option<u64>) {
    let mut fallback = None;
    let mut wake: Option<u64> = None;
    // What still turns has not settled, however long that takes.
    let busy = frames
        .iter()
        .flat_map(|(_, sighting)| &sighting.controls)
        .any(|control| {
            (control.visible && control.role == "progressbar")
                || control
                    .attrs
                    .get("aria-busy")
                    .is_some_and(|busy| busy == "true")
        });
    for target in step
        .at
        .iter()
        .filter(|target| target.page.iter().any(|name| name == page.name()))
        .filter(|target| (of.own || !target.own) && (of.by_id || !target.by_id))
    {
        let not_highlighted = |not_shown| StepMatch {
            step,
            target,
            found: Vec::new(),
            many: false,
            not_shown,
        };
        if busy && target.settled_ms > 0 {
            continue;
        }
        if quiet_ms < target.settled_ms {
            let left = target.settled_ms - quiet_ms;
            wake = Some(wake.map_or(left, |known| known.min(left)));
            continue;
        }
        if catalog.edition.off.contains(&target.id) {
            fallback = fallback.or(Some(not_highlighted(Some(NotShownReason::Off))));
            continue;
        }
        let Some(control) = &target.light else {
            return (Some(fallback.unwrap_or(not_highlighted(None))), wake);
        };
        if is_of_another_directory(frames, named) {
            return (
                Some(not_highlighted(Some(NotShownReason::OtherTenant))),
                wake,
            );
        }
        let Some(spec) = spec(catalog, control, page) else {
            continue;
        };
        let not_shown = match find::find(catalog, spec, frames, named) {
            Outcome::Found(found) => {
                let passed_over = found.iter().any(|found| {
                    (target.empty && found.control.filled)
                        || (target.folded && found.control.expanded != Some(false))
                        || (target.unticked && found.control.checked == Some(true))
                });
                if passed_over {
                    continue;
                }
                if found.iter().any(|found| found.control.behind) {
                    NotShownReason::Behind
                } else if found.iter().any(|found| found.control.disabled) {
                    if spec.tenant {
                        NotShownReason::Disabled
                    } else {
                        // It is there and wants something first: no other is tried in its place.
                        return (Some(not_highlighted(Some(NotShownReason::Greyed))), wake);
                    }
                } else {
                    return (
                        Some(StepMatch {
                            step,
                            target,
                            found,
                            many: spec.many,
                            not_shown: None,
                        }),
                        wake,
                    );
                }
            }
            doubtful @ (Outcome::Unsure(_) | Outcome::Behind) => {
                // Something like it is there: no other target may be tried in its place.
                let not_shown = match doubtful {
                    Outcome::Unsure(why) => NotShownReason::Unsure(why),
                    _ => NotShownReason::Behind,
                };
                return (Some(not_highlighted(Some(not_shown))), wake);
            }
            Outcome::Absent if spec.tenant && named.tenant.is_some() => {
                match find::find(
                    catalog,
                    spec,
                    frames,
                    Named {
                        tenant: None,
                        ..named
                    },
                ) {
                    Outcome::Found(_) => NotShownReason::OtherTenant,
                    _ => NotShownReason::Absent,
                }
            }
            Outcome::Absent => NotShownReason::Absent,
        };
        fallback = fallback
            .filter(|_| not_shown == NotShownReason::Absent)
            .or_else(|| Some(not_highlighted(Some(not_shown))));
    }
    (fallback, wake)
}
