//! Connections that come to a tab by a one-time handle.

use crate::kit::Browser;
use consentry_logic::model::SignIn;
use consentry_logic::update::{Answer, Event};
use consentry_wire::api::Status;

impl Browser {
    /// A sign-in that was seen to begin in a tab has come back to it with a connection.
    pub(crate) fn signed_in(&mut self, tab: u32, status: Status) {
        let journeys = &self.model.lasting.journeys;
        let waits = journeys
            .iter()
            .rev()
            .find(|journey| journey.profile == status.profile && journey.connection.is_none());
        let sign_in = SignIn {
            profile: status.profile.clone(),
            journey: waits.map(|journey| journey.id.clone()),
            at: self.now,
        };
        self.model.session.sign_ins.insert(tab, sign_in);
        self.claims(tab, status);
    }

    /// A handle in the address of a tab was exchanged for a connection.
    pub(crate) fn claims(&mut self, tab: u32, status: Status) {
        self.happens(Event::Answered(Answer::Claimed {
            tab,
            status: Box::new(status),
        }));
    }
}
