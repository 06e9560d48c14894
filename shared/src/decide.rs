//! From what a tab shows and what is known to what is painted and said there.

use crate::address::{self, Site};
use crate::api::Role;
use crate::card;
use crate::consent::shown::shown;
use crate::consent::{self, Decision as ConsentDecision, HeldBy, Verdict};
use crate::fact::What;
use crate::find::{self, ControlSpec, Found, Here, Named, Outcome};
use crate::guide::{self, Place, Station, Step};
use crate::mark::{ANY_BOX, Ask, CardPlace, Hold, Mark, MarkKind, Paint};
use crate::model::{Journey, Model, Settings, Tab};
use crate::page::{ConsentKind, Page, PortalPage, Recognised, SignIn};
use crate::profile::{self, Profile, Tick};
use crate::sighting::Sighting;
use crate::view::{Card, CardKind};
use crate::{data, label, update};
use std::collections::BTreeMap;

/// What is painted and said on a tab.
#[derive(Clone, Debug, Default)]
pub(crate) struct Decision {
    pub(crate) page: Option<Recognised>,
    pub(crate) paints: BTreeMap<u32, Paint>,
    pub(crate) card: Option<Card>,
    pub(crate) journey: Option<String>,
    pub(crate) verdict: Option<(ConsentKind, Verdict)>,
    /// Each mark with its control's name in the table.
    pub(crate) lit: Vec<crate::diagnosis::Lit>,
    pub(crate) dark_because: Option<String>,
    pub(crate) wake_after_ms: Option<u64>,
}

/// What a station comes to on a page.
pub(crate) struct Standing<'a> {
    pub(crate) step: &'static Step,
    pub(crate) station: &'static Station,
    pub(crate) found: Vec<Found<'a>>,
    pub(crate) many: bool,
    pub(crate) dark: Option<Dark>,
}

/// Why nothing is lit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Dark {
    Absent,
    Unsure(String),
    /// A grant that is greyed out: the account may not.
    Disabled,
    /// Another control that is greyed out.
    Greyed,
    /// A dialog lies above it.
    Behind,
    OtherTenant,
    /// A data pack switched the station off.
    Off,
}

/// Whether a frame's eyes should be open.
pub(crate) fn wants_look(model: &Model, tab_id: u32, frame: u32, now: u64) -> bool {
    let Some(tab) = model.session.tabs.get(&tab_id) else {
        return false;
    };
    let backend = &model.session.settings.backend;
    let Some(site) = tab
        .frames
        .get(&frame)
        .and_then(|frame| address::site(&frame.url, backend))
    else {
        return false;
    };
    // No script of ours is there: an order to look would be heard by nobody, and the frame that did
    // not answer would count as gone.
    let unseen =
        site == Site::Personal || (site == Site::Login && model.session.settings.zero_touch);
    if unseen {
        return false;
    }
    if tab.diagnosing || model.session.settings.diagnose {
        return true;
    }
    match site {
        // The guard is for every consent, not only for those of a journey.
        Site::Login | Site::Entry | Site::HandOff => true,
        Site::Personal => false,
        // Nothing in the portal is read unless a step of a journey is there.
        Site::Portal | Site::Frame => model.lasting.journeys.iter().any(|journey| {
            journey.step(now).is_some_and(|step| {
                step.elsewhere != Place::Entry && update::is_mine(journey, step.actor)
            })
        }),
    }
}

/// The journey a page belongs to, if it belongs to one.
pub(crate) fn journey_of<'a>(model: &'a Model, tab_id: u32, page: &Page) -> Option<&'a Journey> {
    let tab = model.session.tabs.get(&tab_id)?;
    let bound = tab.journey.as_deref().and_then(|id| model.journey(id));
    // A tab keeps to the journey it was bound to, as far as its page can be about it.
    let of = |profile: &str| {
        bound
            .filter(|journey| journey.profile == profile)
            .or_else(|| model.of(profile))
    };
    let in_portal = || {
        bound
            .filter(|journey| leads_to_the_portal(journey))
            .or_else(|| model.preferred(leads_to_the_portal))
    };
    match page {
        Page::Entry { profile, .. } => of(profile),
        Page::HandOff => bound,
        Page::SignIn(_)
        | Page::Consent(_)
        | Page::ApprovalRequired
        | Page::ApprovalRequested
        | Page::SignInError(_)
        | Page::PersonalAccount => {
            let client_id = &tab.request.as_ref()?.client_id;
            match profile::by_client_id(client_id) {
                Some(profile) => of(&profile.id),
                None if address::is_portal_app(client_id) => in_portal(),
                None => None,
            }
        }
        Page::Portal(PortalPage {
            app_id: Some(app_id),
            ..
        }) => profile::by_client_id(app_id)
            .and_then(|profile| of(&profile.id))
            .or_else(in_portal),
        Page::Portal(_) | Page::ConsentReturn { .. } => in_portal(),
        Page::Unknown(_) => None,
    }
}

/// Whether something of a journey is to be done in the portal, by this person.
fn leads_to_the_portal(journey: &Journey) -> bool {
    guide::authorize_connector()
        .step
        .iter()
        .any(|step| step.elsewhere != Place::Entry && update::is_mine(journey, step.actor))
}

/// The address of a place of a journey.
pub(crate) fn link(place: Place, journey: &Journey, settings: &Settings) -> Option<String> {
    let item = match place {
        Place::Entry => return Some(journey.app()?.entry.as_ref()?.url.clone()),
        Place::Permissions => "Permissions",
        Place::Users => "Users",
        Place::Properties => "Properties",
    };
    let portal = settings.portal.trim_end_matches('/');
    Some(match (journey.object_id(), journey.app_id()) {
        (Some(object), Some(app)) => format!(
            "{portal}/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/{item}/objectId/{object}/appId/{app}"
        ),
        _ => format!(
            "{portal}/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview"
        ),
    })
}

/// Whether the organization-wide tick of a tab is on.
pub(crate) fn ticked(tab: &Tab) -> bool {
    let Some(spec) = data::get().controls.get("consent-tick") else {
        return false;
    };
    let frames = tab.sightings();
    find::find(spec, &frames, Named::default())
        .found()
        .iter()
        .any(|found| found.control.checked == Some(true))
}

/// The entry of a control: of the app's own wizard on its pages, of Microsoft's elsewhere.
pub(crate) fn spec(control: &str, page: &Page) -> Option<&'static ControlSpec> {
    match page {
        Page::Entry { profile, .. } => profile::by_id(profile)?
            .entry
            .as_ref()?
            .control
            .get(control),
        _ => data::get().controls.get(control),
    }
}

pub(crate) fn named<'a>(app: Option<&'a Profile>, tenant: Option<&'a str>) -> Named<'a> {
    Named {
        app: app.map(|app| app.name.as_str()),
        client_ids: app.map(|app| app.client_ids.as_slice()).unwrap_or_default(),
        tenant,
        here: Here::Right,
    }
}

/// Whether a page says that it is about an app: by its id, by the object id Graph has shown, or,
/// where the address has neither, by the name in the title. A name proves nothing, but nothing is
/// granted before the window that shows the id.
pub(crate) fn here(page: &Page, app: &Profile, object_id: Option<&str>) -> Here {
    let Page::Portal(portal) = page else {
        return Here::Right;
    };
    if !portal.name.starts_with("app-") || portal.name.starts_with("app-list") {
        return Here::Right;
    }
    // Without an id nothing tells the app from one that is called the same.
    if app.client_ids.is_empty() && object_id.is_none() {
        return Here::Unsaid;
    }
    // A title that names another app contradicts the address: who knows what would be granted.
    // One that reads like a control tells nothing: an app may be called anything.
    let named =
        |title: &str| label::says_so(&app.name, title, None) || label::anywhere(title).is_some();
    if portal.title.as_deref().is_some_and(|title| !named(title)) {
        return Here::Unsaid;
    }
    let by_object = portal.object_id.is_some() && portal.object_id.as_deref() == object_id;
    if portal.app_id.is_some() || by_object || portal.title.is_some() {
        Here::Right
    } else {
        Here::Unsaid
    }
}

/// Whether the app is registered in the tenant it is used in: only then is there anything to grant
/// in App registrations.
fn is_own(app: &Profile, journey: &Journey) -> bool {
    app.is_own()
        || journey
            .status
            .as_ref()
            .and_then(|status| status.tenant.as_ref())
            .is_some_and(|tenant| {
                app.owner_tenant
                    .as_ref()
                    .is_some_and(|owner| owner.eq_ignore_ascii_case(&tenant.id))
            })
}

/// The first station of a step that stands on this page and applies.
pub(crate) fn stand<'a>(
    step: &'static Step,
    page: &Page,
    frames: &[(u32, &'a Sighting)],
    named: Named<'_>,
    own: bool,
    quiet_ms: u64,
) -> (Option<Standing<'a>>, Option<u64>) {
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
    for station in step
        .at
        .iter()
        .filter(|station| station.page.iter().any(|name| name == page.name()))
        .filter(|station| own || !station.own)
    {
        if busy && station.settled_ms > 0 {
            continue;
        }
        if quiet_ms < station.settled_ms {
            let left = station.settled_ms - quiet_ms;
            wake = Some(wake.map_or(left, |known| known.min(left)));
            continue;
        }
        if data::get().edition.off.contains(&station.id) {
            fallback = fallback.or(Some(Standing {
                step,
                station,
                found: Vec::new(),
                many: false,
                dark: Some(Dark::Off),
            }));
            continue;
        }
        let Some(control) = &station.light else {
            let standing = Standing {
                step,
                station,
                found: Vec::new(),
                many: false,
                dark: None,
            };
            return (Some(fallback.unwrap_or(standing)), wake);
        };
        let Some(spec) = spec(control, page) else {
            continue;
        };
        let dark = match find::find(spec, frames, named) {
            Outcome::Found(found) => {
                let passed_over = found.iter().any(|found| {
                    (station.empty && found.control.filled)
                        || (station.folded && found.control.expanded != Some(false))
                        || (station.unticked && found.control.checked == Some(true))
                });
                if passed_over {
                    continue;
                }
                if found.iter().any(|found| found.control.behind) {
                    Dark::Behind
                } else if found.iter().any(|found| found.control.disabled) {
                    if spec.tenant {
                        Dark::Disabled
                    } else {
                        Dark::Greyed
                    }
                } else {
                    return (
                        Some(Standing {
                            step,
                            station,
                            found,
                            many: spec.many,
                            dark: None,
                        }),
                        wake,
                    );
                }
            }
            doubtful @ (Outcome::Unsure(_) | Outcome::Behind) => {
                // Something like it is there: no other station may be tried in its place.
                let dark = Some(match doubtful {
                    Outcome::Unsure(why) => Dark::Unsure(why),
                    _ => Dark::Behind,
                });
                return (
                    Some(Standing {
                        step,
                        station,
                        found: Vec::new(),
                        many: false,
                        dark,
                    }),
                    wake,
                );
            }
            Outcome::Absent if spec.tenant && named.tenant.is_some() => {
                match find::find(
                    spec,
                    frames,
                    Named {
                        tenant: None,
                        ..named
                    },
                ) {
                    Outcome::Found(_) => Dark::OtherTenant,
                    _ => Dark::Absent,
                }
            }
            Outcome::Absent => Dark::Absent,
        };
        fallback = fallback.filter(|_| dark == Dark::Absent).or_else(|| {
            Some(Standing {
                step,
                station,
                found: Vec::new(),
                many: false,
                dark: Some(dark),
            })
        });
    }
    (fallback, wake)
}

/// Decides what is painted and said on a tab.
pub(crate) fn decide(model: &Model, tab_id: u32, now: u64) -> Decision {
    let Some(tab) = model.session.tabs.get(&tab_id) else {
        return Decision::default();
    };
    let frames = tab.sightings();
    if frames.first().is_none_or(|(frame, _)| *frame != 0) {
        return Decision::default();
    }
    let recognised = tab.recognise(&model.session.settings.backend);
    let page = recognised.page.clone();
    let journey = journey_of(model, tab_id, &page);
    let mut decision = Decision {
        journey: journey.map(|journey| journey.id.clone()),
        page: Some(recognised),
        ..Decision::default()
    };
    match &page {
        _ if by_address_only(model, &frames) => {
            decision.card = signing_in_unseen(model, tab, &frames, now);
        }
        Page::Consent(kind) => {
            consent_page(model, tab_id, *kind, journey, now, &mut decision);
        }
        Page::ApprovalRequired => {
            let request = tab.request.as_ref();
            decision.card = Some(card::approval(
                request,
                request.and_then(|request| profile::by_client_id(&request.client_id)),
                &shown(&frames),
                journey,
                &model.session.settings,
            ));
        }
        _ => guided_page(model, tab, &page, journey, &frames, now, &mut decision),
    }
    hold_any_box(tab, &page, &frames, &mut decision);
    crate::practice::suggest(
        &model.session.settings,
        &page,
        tab.guard,
        &mut decision.card,
    );
    if tab.guard.early && decision.paints.values().all(|paint| paint.hold.is_none()) {
        card::say_early(&mut decision.card);
    }
    if decision
        .card
        .as_ref()
        .is_some_and(|card| tab.hidden.as_deref() == Some(card.id.as_str()))
    {
        decision.card = None;
    }
    if model.session.settings.reduced_guidance && !is_loud(&decision) {
        quieten(&mut decision);
    } else {
        place_card(tab_id, &mut decision);
    }
    decision
}

/// Whether the guard has something to say that must be said in the page.
fn is_loud(decision: &Decision) -> bool {
    let kind = decision.card.as_ref().map(|card| card.kind);
    matches!(kind, Some(CardKind::Warning | CardKind::Alarm))
        || decision.paints.values().any(|paint| paint.hold.is_some())
}

/// Leaves the page alone: what would be said and lit there stands in the panel.
fn quieten(decision: &mut Decision) {
    decision.paints.clear();
    if decision.lit.iter().any(|lit| lit.kind != "avoid") {
        decision.dark_because = Some(card::reduced_words());
    }
    decision.lit.clear();
}

/// Where consent is to be held and nobody knows which box is the organization's, any box holds it:
/// two that are alike may both be meant.
fn hold_any_box(tab: &Tab, page: &Page, frames: &[(u32, &Sighting)], decision: &mut Decision) {
    let held = decision
        .verdict
        .as_ref()
        .and_then(|(_, verdict)| verdict.held)
        .is_some_and(|held| held.by == HeldBy::Tick && !(held.release && tab.guard.released));
    let known = decision.paints.values().any(|paint| paint.hold.is_some());
    if *page != Page::Consent(ConsentKind::UserWithTick) || !held || known {
        return;
    }
    let with_boxes = frames.iter().filter(|(_, sighting)| {
        sighting
            .controls
            .iter()
            .any(|control| matches!(control.role.as_str(), "checkbox" | "switch"))
    });
    for (frame, _) in with_boxes {
        decision.paints.entry(*frame).or_default().hold = Some(Hold {
            tick: Some(ANY_BOX),
            blocks: Vec::new(),
            lets: Vec::new(),
        });
    }
    if tab.guard.held {
        card::say_held(&mut decision.card);
    }
}

/// Whether a tab shows a sign-in that may not be looked at.
fn by_address_only(model: &Model, frames: &[(u32, &Sighting)]) -> bool {
    model.session.settings.zero_touch
        && frames.first().is_some_and(|(_, top)| {
            address::site(&top.url, &model.session.settings.backend) == Some(Site::Login)
        })
}

fn signing_in_unseen(
    model: &Model,
    tab: &Tab,
    frames: &[(u32, &Sighting)],
    now: u64,
) -> Option<Card> {
    let (_, top) = frames.first()?;
    let url = url::Url::parse(&top.url).ok()?;
    let journey = tab
        .request
        .as_ref()
        .and_then(|request| profile::by_client_id(&request.client_id))
        .and_then(|app| model.of(&app.id));
    let step = journey.and_then(|journey| Some((journey, journey.step(now)?)));
    Some(crate::unseen::card(tab, &url, step))
}

/// The card stands in the frame of the first mark, beside it; in the top frame where nothing is lit.
fn place_card(tab: u32, decision: &mut Decision) {
    if decision.card.is_none() {
        return;
    }
    let beside = decision
        .lit
        .iter()
        .find(|lit| lit.kind != "avoid")
        .or(decision.lit.first())
        .map(|lit| (lit.frame, lit.id));
    let frame = beside.map_or(0, |(frame, _)| frame);
    decision.paints.entry(frame).or_default().card = Some(CardPlace {
        beside: beside.map(|(_, control)| control),
        tab,
        frame,
    });
}

fn guided_page(
    model: &Model,
    tab: &Tab,
    page: &Page,
    journey: Option<&Journey>,
    frames: &[(u32, &Sighting)],
    now: u64,
    decision: &mut Decision,
) {
    let Some(journey) = journey else {
        if let Page::Entry {
            profile,
            page: Some("wizard-start"),
        } = page
        {
            decision.card = profile::by_id(profile).map(card::begin);
        }
        return;
    };
    let Some(app) = journey.app() else { return };
    if let Some(wrong) = card::wrong_turn(page, journey, app) {
        decision.card = Some(wrong);
        return;
    }
    let Some(step) = journey.step(now) else {
        if is_journey_page(page) {
            decision.card = Some(card::done(journey, app, page, now));
        }
        return;
    };
    if !update::is_mine(journey, step.actor) {
        if matches!(page, Page::Entry { .. }) {
            decision.card = Some(card::wait_for_granter(journey, app));
        }
        return;
    }
    if another_app(page, app, journey) {
        decision.card = Some(card::another_app(journey, app));
        return;
    }
    let propagating = step.ends == What::Authorized && card::is_propagating(journey);
    if propagating && is_journey_page(page) && !matches!(page, Page::SignIn(_)) {
        decision.card = Some(card::propagating(journey, app, now));
        return;
    }
    let quiet = now.saturating_sub(tab.changed_at);
    let (standing, wake) = stand(
        step,
        page,
        frames,
        Named {
            here: here(page, app, journey.object_id()),
            ..named(Some(app), journey.tenant())
        },
        is_own(app, journey),
        quiet,
    );
    decision.wake_after_ms = wake;
    let Some(standing) = standing else {
        // An optional step that is only about the app's own page does not nag elsewhere.
        if is_journey_page(page) && !matches!(page, Page::SignIn(_)) {
            decision.card = Some(if step.ends == What::Loaded {
                card::done(journey, app, page, now)
            } else {
                card::elsewhere(journey, app, step)
            });
        }
        return;
    };
    paint_standing(&standing, journey, app, page, decision);
    decision.dark_because = standing
        .dark
        .as_ref()
        .map(|dark| card::dark_words(dark, Some(app)));
    decision.card = Some(card::station(
        &standing,
        journey,
        app,
        page,
        &model.session.settings,
        lookalike(page, app, frames),
    ));
}

fn paint_standing(
    standing: &Standing<'_>,
    journey: &Journey,
    app: &Profile,
    page: &Page,
    decision: &mut Decision,
) {
    let known_account = journey
        .status
        .as_ref()
        .and_then(|status| status.account.as_deref());
    // Where the account is known that will do, it alone is pointed at; who may grant for somebody
    // else's journey, and who signs in first, only the person knows.
    let same = (*page == Page::SignIn(SignIn::AccountPicker)
        && journey.role == Role::GlobalAdmin
        && !journey.granter)
        .then_some(known_account)
        .flatten();
    let matching: Vec<Found<'_>> = same
        .map(|account| {
            standing
                .found
                .iter()
                .copied()
                .filter(|f| {
                    f.control
                        .name
                        .to_lowercase()
                        .contains(&account.to_lowercase())
                })
                .collect()
        })
        .unwrap_or_default();
    let (found, kind) = if matching.len() == 1 {
        (matching, MarkKind::Point)
    } else if standing.many && standing.found.len() > 1 {
        (standing.found.clone(), MarkKind::Choose)
    } else {
        (standing.found.clone(), MarkKind::Point)
    };
    let control = standing.station.light.as_deref().unwrap_or_default();
    for found in found {
        mark(
            decision,
            control,
            found,
            kind,
            standing.station.ask,
            card::typed(standing.station, app),
        );
    }
}

fn mark(
    decision: &mut Decision,
    control: &str,
    found: Found<'_>,
    kind: MarkKind,
    ask: Ask,
    text: Option<String>,
) {
    let name = match kind {
        MarkKind::Point => "point",
        MarkKind::Choose => "choose",
        MarkKind::Avoid => "avoid",
    };
    decision.lit.push(find::lit(control, name, found));
    decision
        .paints
        .entry(found.frame)
        .or_default()
        .marks
        .push(Mark {
            control: found.control.id,
            kind,
            ask,
            text,
        });
}

fn consent_page(
    model: &Model,
    tab_id: u32,
    kind: ConsentKind,
    journey: Option<&Journey>,
    now: u64,
    decision: &mut Decision,
) {
    let Some(tab) = model.session.tabs.get(&tab_id) else {
        return;
    };
    let frames = tab.sightings();
    let controls = &data::get().controls;
    let find_one = |id: &str| {
        controls.get(id).map_or(Outcome::Absent, |spec| {
            find::find(spec, &frames, Named::default())
        })
    };
    let request = tab.request.as_ref();
    let app = request.and_then(|request| profile::by_client_id(&request.client_id));
    let tick = find_one("consent-tick").found().first().copied();
    let accept = find_one("consent-accept").found().first().copied();
    let is_ticked = tick.is_some_and(|tick| tick.control.checked == Some(true));
    let verdict = consent::judge(consent::Situation {
        kind,
        request,
        app,
        ticked: tick.map(|_| is_ticked),
        shown: &shown(&frames),
        journey,
        settings: &model.session.settings,
    });
    let held = verdict
        .held
        .filter(|held| !(held.release && tab.guard.released));
    let avoid = |decision: &mut Decision, control: &str, found| {
        mark(decision, control, found, MarkKind::Avoid, Ask::None, None);
    };
    let refused = held.is_some_and(|held| held.by != HeldBy::Tick);
    let released = verdict.held.is_some() && held.is_none();
    // Without a rule for it the tick is no good idea either.
    let unwanted = app
        .and_then(|app| app.tick)
        .is_none_or(|tick| tick == Tick::MustNot)
        && verdict.decision >= ConsentDecision::Warn
        && !released;
    if refused {
        hold_in_any_case(&frames, decision);
        if let Some(accept) = accept {
            avoid(decision, "consent-accept", accept);
        }
    } else if let Some(tick) = tick
        && unwanted
    {
        avoid(decision, "consent-tick", tick);
        if held.is_some() {
            let blocks = accept
                .iter()
                .filter(|accept| accept.frame == tick.frame)
                .map(|accept| accept.control.id)
                .collect();
            let lets = find_one("consent-cancel")
                .found()
                .iter()
                .filter(|cancel| cancel.frame == tick.frame)
                .map(|cancel| cancel.control.id)
                .collect();
            decision.paints.entry(tick.frame).or_default().hold = Some(Hold {
                tick: Some(tick.control.id),
                blocks,
                lets,
            });
        }
    }
    let current = journey.and_then(|journey| {
        journey
            .step(now)
            .filter(|step| update::is_mine(journey, step.actor))
    });
    let here = current.is_some_and(|step| {
        step.at.iter().any(|station| {
            station
                .page
                .iter()
                .any(|name| name == Page::Consent(kind).name())
        })
    });
    // Accept is lit for the journey's own app alone, and for nobody and nowhere else.
    let own = app
        .zip(journey)
        .is_some_and(|(app, journey)| journey.profile == app.id);
    let is_off = current.is_some_and(|step| {
        let off = &data::get().edition.off;
        step.at.iter().any(|station| {
            off.contains(&station.id)
                && station
                    .page
                    .iter()
                    .any(|name| name == Page::Consent(kind).name())
        })
    });
    let due = tick.is_some() && !is_ticked && app.and_then(|app| app.tick) == Some(Tick::Must);
    if let Some(accept) = accept
        && here
        && own
        && !refused
        && !verdict.astray
        && !(is_ticked && unwanted)
        && !due
        && !accept.control.behind
        && !is_off
    {
        mark(
            decision,
            "consent-accept",
            accept,
            MarkKind::Point,
            Ask::Click,
            None,
        );
    }
    decision.card = Some(card::consent(&card::ConsentPage {
        tab: tab_id,
        kind,
        app,
        journey,
        step: current.filter(|_| here && own),
        verdict: &verdict,
        ticked: is_ticked,
        guard: tab.guard,
    }));
    decision.verdict = Some((kind, verdict));
}

/// Whether a hold of this tab may be let through by the person.
pub(crate) fn may_release(model: &Model, tab_id: u32, now: u64) -> bool {
    decide(model, tab_id, now)
        .verdict
        .and_then(|(_, verdict)| verdict.held)
        .is_some_and(|held| held.release)
}

/// The app itself is refused: whatever could be Accept does nothing. Where Accept is not surely
/// known, every button that submits is held: a refused app is worth a dead button too many.
fn hold_in_any_case(frames: &[(u32, &Sighting)], decision: &mut Decision) {
    let accept = data::get().controls.get("consent-accept");
    let surely = accept.map_or_else(Vec::new, |spec| {
        find::find(spec, frames, Named::default()).found().to_vec()
    });
    for (frame, sighting) in frames {
        let blocks: Vec<u32> = sighting
            .controls
            .iter()
            .filter(|control| {
                let submits = control.role == "button"
                    && (control
                        .attrs
                        .get("type")
                        .is_some_and(|kind| kind == "submit")
                        || control
                            .attrs
                            .get("name")
                            .is_some_and(|name| name == "idSIButton9"));
                if surely.is_empty() {
                    submits
                } else {
                    surely
                        .iter()
                        .any(|found| found.frame == *frame && found.control.id == control.id)
                }
            })
            .map(|control| control.id)
            .collect();
        if !blocks.is_empty() {
            decision.paints.entry(*frame).or_default().hold = Some(Hold {
                tick: None,
                blocks,
                lets: Vec::new(),
            });
        }
    }
}

/// Pages on which a journey has something to say even where none of its stations stands.
fn is_journey_page(page: &Page) -> bool {
    matches!(
        page,
        Page::Entry { .. }
            | Page::HandOff
            | Page::Portal(_)
            | Page::SignIn(_)
            | Page::ConsentReturn { .. }
    )
}

/// Whether the portal shows another app than the journey's.
fn another_app(page: &Page, app: &Profile, journey: &Journey) -> bool {
    let Page::Portal(portal) = page else {
        return false;
    };
    match (&portal.app_id, &portal.object_id, journey.object_id()) {
        // Nobody knows the id: it is not another's, and nothing of it is lit.
        (Some(_), _, None) if app.client_ids.is_empty() => false,
        (Some(app_id), _, _) => {
            !app.is(app_id)
                && journey
                    .app_id()
                    .is_none_or(|id| !id.eq_ignore_ascii_case(app_id))
        }
        (None, Some(shown), Some(known)) => !shown.eq_ignore_ascii_case(known),
        _ => false,
    }
}

/// Whether the list shows an app that is called like ours and is not ours.
fn lookalike(page: &Page, app: &Profile, frames: &[(u32, &Sighting)]) -> bool {
    if page.name() != "app-list" || app.client_ids.is_empty() {
        return false;
    }
    let plain = |text: &str| -> String {
        crate::label::normalise(text)
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .collect()
    };
    let name = plain(&app.name);
    frames
        .iter()
        .flat_map(|(_, sighting)| &sighting.controls)
        .any(|control| {
            let Some(row) = &control.row else {
                return false;
            };
            let row_is_ours = app
                .client_ids
                .iter()
                .any(|id| row.to_lowercase().contains(&id.to_lowercase()));
            !row_is_ours
                && control.role == "link"
                && (plain(&control.name).contains(&name)
                    || crate::label::has_direction_override(&control.name))
        })
}
