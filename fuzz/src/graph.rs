use crate::fake::{Fake, runtime};
use consentry_catalog::Catalog;
use consentry_server::checks::schedule::Pace;
use consentry_server::checks::{self, CheckContext, CheckResult};
use consentry_server::clock::SystemClock;
use consentry_server::connection::Connection;
use consentry_server::graph::Graph;
use consentry_server::problems::Place;
use consentry_wire::api::{Role, State};
use std::sync::{Arc, OnceLock};
use uuid::Uuid;

/// What Graph answers: one line for each request, a status and a body. The first two are the counts of
/// people and sites where they come in that order; two questions may come at once.
///
/// # Panics
///
/// Where a connection counts as authorized and no two counts are there to prove it.
pub fn graph(input: &[u8]) {
    static FAKE: OnceLock<(Fake, Graph)> = OnceLock::new();
    let (fake, graph) = FAKE.get_or_init(|| {
        let fake = Fake::start();
        let base = fake.base.parse().expect("an address");
        let graph = Graph::new(reqwest::Client::new(), &base, Arc::new(SystemClock));
        (fake, graph)
    });
    let lines: Vec<&[u8]> = input.split(|byte| *byte == b'\n').take(64).collect();
    fake.answers(&lines);
    let app = consentry_catalog::profiles::with_wizard(Catalog::built_in()).expect("a profile");
    let client_id = app.client_ids.first().expect("an id");
    let readings = runtime().block_on(graph.read("token", client_id));
    readings.challenge();
    let proven = readings.users.is_ok() && readings.sites.is_ok();
    let mut connection = Connection::new(Uuid::nil(), &app.id, Role::GlobalAdmin, Vec::new(), 1000);
    connection.status.state = State::NeedsAdminConsent;
    let waits = Pace::default();
    let place = Place::default();
    let world = CheckContext {
        now: 2000,
        began: 1500,
        watched: false,
        chance: 0.5,
        may_retry: true,
        pace: &waits,
        place: &place,
        profile: app,
    };
    let outcome = CheckResult::Read {
        token_roles: None,
        readings: Box::new(readings),
    };
    outcome.is_unavailable();
    checks::conclude(&mut connection, &outcome, &world);
    if matches!(connection.status.state, State::Authorized { .. }) {
        assert!(
            proven,
            "authorized without two counts: {:?}",
            connection.status
        );
    }
    let kept = serde_json::to_string(&connection.status).expect("JSON");
    assert!(!kept.contains("\"token\""), "{kept}");
}
