//! The card of a consent page.

use super::{action, line, plain, progress};
use crate::consent::{Assessment, BlockedBy, Decision};
use crate::model::{Journey, TabGuard};
use crate::page::ConsentKind;
use crate::unprofiled;
use consentry_catalog::Catalog;
use consentry_catalog::client::Report;
use consentry_catalog::guide::Step;
use consentry_catalog::profile::{Profile, Tick};
use consentry_wire::text::{Text, message, say};
use consentry_wire::values;
use consentry_wire::view::{Action, Card, CardKind, Choice, Tone, Weight};

/// All that the card of a consent page depends on.
pub(crate) struct ConsentPage<'a> {
    pub(crate) tab: u32,
    pub(crate) kind: ConsentKind,
    pub(crate) app: Option<&'a Profile>,
    pub(crate) journey: Option<&'a Journey>,
    pub(crate) step: Option<&'a Step>,
    pub(crate) verdict: &'a Assessment,
    pub(crate) ticked: bool,
    pub(crate) guard: TabGuard,
    /// How a person is guided through an app that has no profile.
    pub(crate) guide: Option<GuideThrough<'a>>,
    /// Whether a device code began the sign-in.
    pub(crate) by_code: bool,
    /// Why Accept is not lit, where it would be.
    pub(crate) not_shown: Option<&'a Text>,
}

/// Where somebody stands who is to be guided through an app that has no profile.
#[derive(Clone, Copy)]
pub(crate) enum GuideThrough<'a> {
    /// It is offered, for this application ID.
    Offer(&'a str),
    /// Who the person is, is asked.
    Ask(&'a str),
    /// A journey has begun, and its first step is to sign in.
    Connect(&'a str),
}

/// Which card it is: the gravest that applies.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Which {
    /// The app itself is refused.
    Refused(BlockedBy),
    /// The tick is on and must not be.
    Blocked { release: bool },
    /// The person began to let a held page through.
    Release(BlockedBy),
    /// The organization or the account is not the journey's.
    Astray,
    /// The tick is on, and nobody said that this is right.
    Warned,
    /// The app needs the tick, and it is off.
    Must,
    /// A step of a journey: for everybody.
    Grant,
    /// A step of a journey: for oneself.
    Accept,
    /// Nobody's step, and much is asked.
    Serious,
    /// Nobody's step.
    Explained,
}

impl Which {
    fn of(page: &ConsentPage<'_>) -> Self {
        let verdict = page.verdict;
        let wide = page.kind == ConsentKind::UserWithTick && page.ticked;
        let held = verdict.blocked.filter(|held| {
            (held.by != BlockedBy::Tick || wide) && !(held.release && page.guard.released)
        });
        let must = page.app.and_then(|app| app.tick) == Some(Tick::Must);
        match held {
            Some(held) if held.release && page.guard.asking => return Self::Release(held.by),
            Some(held) if held.by == BlockedBy::Tick => {
                return Self::Blocked {
                    release: held.release,
                };
            }
            Some(held) => return Self::Refused(held.by),
            None => {}
        }
        if let Some(held) = verdict.blocked.filter(|held| held.by != BlockedBy::Tick) {
            return Self::Refused(held.by);
        }
        if verdict.astray {
            Self::Astray
        } else if wide && !must && verdict.decision >= Decision::Warn {
            Self::Warned
        } else if page.kind == ConsentKind::UserWithTick && must && !page.ticked {
            Self::Must
        } else if page.step.is_none() && verdict.serious {
            Self::Serious
        } else if page.step.is_none() {
            Self::Explained
        } else if page.kind == ConsentKind::Admin {
            Self::Grant
        } else {
            Self::Accept
        }
    }

    fn id(self) -> &'static str {
        match self {
            Self::Refused(BlockedBy::Report(_)) => "consent-reported",
            Self::Refused(BlockedBy::Unnamed) => "consent-unnamed",
            Self::Refused(_) => "consent-forbidden",
            Self::Blocked { .. } => "consent-held",
            Self::Release(_) => "consent-release",
            Self::Astray => "consent-astray",
            Self::Warned => "consent-warned",
            Self::Must => "consent-must",
            Self::Grant => "admin-consent",
            Self::Accept => "consent",
            Self::Serious => "consent-serious",
            Self::Explained => "consent-explained",
        }
    }

    fn kind(self) -> CardKind {
        match self {
            Self::Refused(_) | Self::Release(BlockedBy::Report(_)) => CardKind::Alarm,
            Self::Blocked { .. }
            | Self::Release(_)
            | Self::Astray
            | Self::Warned
            | Self::Serious => CardKind::Warning,
            Self::Must | Self::Grant | Self::Accept => CardKind::Step,
            Self::Explained => CardKind::Note,
        }
    }

    fn words(self, page: &ConsentPage<'_>) -> &'static str {
        let may_be_ticked = page
            .app
            .and_then(|app| app.tick)
            .is_some_and(|tick| matches!(tick, Tick::Must | Tick::Optional));
        match self {
            Self::Refused(BlockedBy::Report(Report::Malicious)) => "consent.malicious",
            Self::Refused(BlockedBy::Report(Report::Abused)) => "consent.abused",
            Self::Refused(BlockedBy::Unnamed) if page.by_code => "consent.unnamed.code",
            Self::Refused(BlockedBy::Unnamed) => "consent.unnamed",
            Self::Refused(_) => "consent.forbidden",
            Self::Blocked { release: true } => "consent.held",
            Self::Blocked { release: false } => "consent.forced",
            Self::Release(BlockedBy::Report(_)) => "consent.let",
            Self::Release(BlockedBy::Unnamed) => "consent.unnamed.let",
            Self::Release(_) => "consent.release",
            Self::Astray => "consent.astray",
            Self::Warned => "consent.warned",
            Self::Must => "consent.must",
            Self::Grant if page.app.is_none_or(unprofiled::is) => "consent.unprofiled",
            Self::Grant => "at.admin-consent",
            Self::Accept if page.kind == ConsentKind::User => "at.consent",
            Self::Accept if may_be_ticked => "at.consent-with-box",
            Self::Accept => "at.consent-with-tick",
            Self::Serious => "consent.serious",
            Self::Explained => "consent",
        }
    }
}

/// The card of a consent page. The line for a glance and the gravest findings come first; what is
/// in order folds.
pub(crate) fn consent(catalog: &Catalog, page: &ConsentPage<'_>) -> Card {
    let which = Which::of(page);
    let unknown = message("consent.unknown-app");
    let why = page.app.map(Profile::says_tick_why);
    let names = values![
        "app" => page.app.map_or(unknown, |app| Text::from(shown_as(app))),
        "why" => why.unwrap_or_default(),
    ];
    let key = which.words(page);
    let mut card = plain(
        which.id(),
        which.kind(),
        say(&format!("{key}.title"), &names),
        say(&format!("{key}.text"), &names),
    );
    card.seed_step = page.step.map(|_| {
        if page.kind == ConsentKind::Admin {
            "9"
        } else {
            "4"
        }
        .to_owned()
    });
    card.glance = Some(page.verdict.glance.clone());
    card.lines.clone_from(&page.verdict.lines);
    card.checks.clone_from(&page.verdict.checks);
    card.details.clone_from(&page.verdict.details);
    let stops = matches!(
        which,
        Which::Blocked { .. } | Which::Refused(_) | Which::Release(_)
    );
    if page.guard.released && page.verdict.blocked.is_some_and(|held| held.release) {
        card.lines
            .insert(0, line(Tone::Caution, message("consent.released")));
    } else if page.guard.held && stops {
        card.lines
            .insert(0, line(Tone::Bad, message("consent.stopped")));
    }
    if let Some(why) = page.not_shown {
        let why = say("consent.accept-unlit", &[("why", why)]);
        card.lines.insert(0, line(Tone::Caution, why));
    }
    if let (Some(journey), Some(step)) = (page.journey, page.step) {
        card.progress = progress(catalog, journey, step);
    }
    if matches!(page.guide, Some(GuideThrough::Ask(_))) {
        card.lines.push(line(Tone::Plain, message("any-app.role")));
    }
    card.actions = actions(catalog, which, page);
    card
}

/// Letting a held page through takes two choices.
fn actions(catalog: &Catalog, which: Which, page: &ConsentPage<'_>) -> Vec<Action> {
    let tab = page.tab;
    let begin = |key| {
        vec![action(
            message(key),
            Choice::AskRelease { tab },
            Weight::Risky,
        )]
    };
    match which {
        Which::Release(_) => vec![
            action(
                message("consent.release.no"),
                Choice::KeepHold { tab },
                Weight::Primary,
            ),
            action(
                message("consent.release.yes"),
                Choice::Release { tab },
                Weight::Risky,
            ),
        ],
        Which::Blocked { release: true } => begin("consent.release"),
        Which::Refused(by @ (BlockedBy::Report(_) | BlockedBy::Unnamed))
            if !page.guard.released && page.verdict.blocked.is_some_and(|held| held.release) =>
        {
            begin(match by {
                BlockedBy::Unnamed => "consent.unnamed.let",
                _ => "consent.let",
            })
        }
        _ => page
            .guide
            .map(|guide| guided(catalog, guide))
            .unwrap_or_default(),
    }
}

/// What leads on to a guide through an app without a profile.
fn guided(catalog: &Catalog, guide: GuideThrough<'_>) -> Vec<Action> {
    let button = |key, choice| vec![action(message(key), choice, Weight::Secondary)];
    match guide {
        GuideThrough::Offer(id) => {
            let text = Some(id.to_owned());
            button("any-app.guide", Choice::NameApp { text })
        }
        GuideThrough::Ask(id) => begin_actions(catalog, id),
        GuideThrough::Connect(journey) => {
            let journey = journey.to_owned();
            button("connect.do", Choice::Connect { journey })
        }
    }
}

/// What an app is called where somebody consents to it. One without a profile is its ID: what it is called there says
/// nothing of who made it.
fn shown_as(app: &Profile) -> &str {
    let id = app.client_ids.first().filter(|_| unprofiled::is(app));
    id.unwrap_or(&app.name)
}

/// The answers to the question who the person is.
fn begin_actions(catalog: &Catalog, client_id: &str) -> Vec<Action> {
    let app = unprofiled::app(catalog, &unprofiled::id(client_id));
    app.map(|app| super::begin_actions(catalog, &app))
        .unwrap_or_default()
}
