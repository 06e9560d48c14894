//! After the grant: who would lose access if it were closed to others, how to take back what was
//! granted and whether that worked, and the day on which it should be taken back.
//!
//! All of it is read from what Graph told the backend. What Graph may not tell is said as such.

mod restrict;
mod revoke;

use crate::card::action;
use crate::effect::Effect;
use crate::model::{Journey, Model, Settings};
use consentry_catalog::Catalog;
use consentry_wire::text::Text;
use consentry_wire::text::{message, say};
use consentry_wire::view::{AfterView, Choice, ReminderView, Tone, Weight, line};

pub(crate) use revoke::{is_unproven, knew, look_for};

/// All of it, for the panel; nothing before somebody signed in.
pub(crate) fn view(
    catalog: &Catalog,
    journey: &Journey,
    settings: &Settings,
    now: u64,
) -> Option<AfterView> {
    let status = journey.status.as_ref()?;
    status.tenant.as_ref()?;
    let id = || journey.id.clone();
    Some(AfterView {
        harden: restrict::view(catalog, journey, status, settings),
        undo: revoke::view(catalog, journey, status, settings),
        reminder: reminder(journey, now),
        record: [("record.json", false), ("record.html", true)]
            .map(|(key, readable)| {
                let journey = id();
                action(
                    message(key),
                    Choice::Record { journey, readable },
                    Weight::Secondary,
                )
            })
            .to_vec(),
        again: vec![action(
            message("reauthorize.do"),
            Choice::Reauthorize { journey: id() },
            Weight::Secondary,
        )],
    })
}

impl Journey {
    /// Whether the person took back what was granted, and Graph has shown it.
    pub(crate) fn is_taken_back(&self) -> bool {
        revoke::found(self).is_some_and(|found| found.ends && found.line.tone == Tone::Good)
    }

    /// Whether the day has come on which the grant should be taken back.
    pub(crate) fn is_due(&self, now: u64) -> bool {
        self.ends_on.is_some_and(|at| now >= at) && !self.is_taken_back()
    }
}

fn reminder(journey: &Journey, now: u64) -> ReminderView {
    let clear = journey.ends_on.map(|_| {
        action(
            message("reminder.clear"),
            Choice::Remind {
                journey: journey.id.clone(),
                at: None,
            },
            Weight::Secondary,
        )
    });
    ReminderView {
        title: message("reminder.title"),
        text: message("reminder.text"),
        field: message("reminder.field"),
        set: message("reminder.set"),
        at: journey.ends_on,
        line: journey.ends_on.map(|_| {
            if journey.is_due(now) {
                line(Tone::Caution, message("reminder.due"))
            } else {
                line(Tone::Plain, message("reminder.waits"))
            }
        }),
        clear,
    }
}

/// What the button of the extension says of reminders, and when the next one is due.
pub(crate) fn reminders(catalog: &Catalog, model: &Model, now: u64) -> [Effect; 2] {
    let journeys = || model.lasting.journeys.iter();
    let due: Vec<String> = journeys()
        .filter(|journey| journey.is_due(now))
        .filter_map(|journey| Some(journey.app(catalog)?.name.clone()))
        .collect();
    let next = journeys()
        .filter_map(|journey| journey.ends_on)
        .filter(|at| *at > now)
        .min();
    let (sign, title) = if due.is_empty() {
        (String::new(), Text::default())
    } else {
        let apps = due.join(", ");
        ("!".to_owned(), say("reminder.badge", &[("apps", &apps)]))
    };
    [Effect::Badge { sign, title }, Effect::Remind { at: next }]
}
