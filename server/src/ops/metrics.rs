//! Figures for the operator.
//!
//! Labels are routes, methods, classes of status and our own names of states: a few dozen series,
//! however many connections and callers there are. Deliberately absent: anything that tells one
//! tenant, connection or caller from another.

use axum::http::StatusCode;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;
use std::time::Duration;

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Answered {
    method: &'static str,
    route: String,
    status: &'static str,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Named {
    outcome: &'static str,
}

/// All figures.
pub struct Metrics {
    registry: Registry,
    answered: Family<Answered, Counter>,
    took: Histogram,
    checks: Family<Named, Counter>,
    sign_ins: Family<Named, Counter>,
    limited: Counter,
    watching: Gauge,
    refused_credentials: Gauge,
    pending: Gauge,
    observers_lost: Gauge,
    observers_read: Gauge,
}

impl Default for Metrics {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("consentry");
        let answered = Family::<Answered, Counter>::default();
        registry.register("http_requests", "Requests answered", answered.clone());
        let took = Histogram::new([0.005, 0.02, 0.1, 0.5, 2.0, 10.0, 40.0]);
        registry.register(
            "http_request_seconds",
            "Time until an answer began",
            took.clone(),
        );
        let checks = Family::<Named, Counter>::default();
        registry.register(
            "checks",
            "Checks, by the state they ended in; silent if Microsoft did not say",
            checks.clone(),
        );
        let sign_ins = Family::<Named, Counter>::default();
        registry.register(
            "sign_ins",
            "Sign-ins that came back, by success or code of the problem",
            sign_ins.clone(),
        );
        let limited = Counter::default();
        registry.register(
            "http_requests_limited",
            "Requests refused for a limit",
            limited.clone(),
        );
        let watching = Gauge::default();
        registry.register("watchers", "Event streams that are open", watching.clone());
        let refused_credentials = Gauge::default();
        registry.register(
            "credentials_refused",
            "Credentials that Microsoft refused in the last ten minutes",
            refused_credentials.clone(),
        );
        let pending = Gauge::default();
        registry.register(
            "sign_ins_pending",
            "Sign-ins that were begun and not finished",
            pending.clone(),
        );
        let (observers_lost, observers_read) = observers(&mut registry);
        Self {
            registry,
            answered,
            took,
            checks,
            sign_ins,
            limited,
            watching,
            refused_credentials,
            pending,
            observers_lost,
            observers_read,
        }
    }
}

fn observers(registry: &mut Registry) -> (Gauge, Gauge) {
    let lost = Gauge::default();
    registry.register(
        "observers_lost",
        "Observers that cannot be used",
        lost.clone(),
    );
    let read = Gauge::default();
    registry.register(
        "observers_read",
        "When the observer that has waited longest has read everything, in Unix seconds; 0 is never",
        read.clone(),
    );
    (lost, read)
}

impl Metrics {
    /// A request was answered. A path of no route is no label: anybody could make up as many as
    /// they like.
    pub fn answered(
        &self,
        method: &axum::http::Method,
        route: Option<&str>,
        status: StatusCode,
        took: Duration,
    ) {
        let labels = Answered {
            method: match method.as_str() {
                "GET" => "GET",
                "POST" => "POST",
                "DELETE" => "DELETE",
                "HEAD" => "HEAD",
                "OPTIONS" => "OPTIONS",
                _ => "other",
            },
            route: route.unwrap_or("none").to_owned(),
            status: match status.as_u16() {
                100..=199 => "1xx",
                200..=299 => "2xx",
                300..=399 => "3xx",
                400..=499 => "4xx",
                _ => "5xx",
            },
        };
        self.answered.get_or_create(&labels).inc();
        self.took.observe(took.as_secs_f64());
    }

    /// A check ended in a state, or without an answer.
    pub fn checked(&self, state: &'static str, unavailable: bool) {
        let outcome = if unavailable { "silent" } else { state };
        self.checks.get_or_create(&Named { outcome }).inc();
    }

    /// A sign-in came back; without a code it succeeded.
    pub fn signed_in(&self, code: Option<&'static str>) {
        let outcome = code.unwrap_or("success");
        self.sign_ins.get_or_create(&Named { outcome }).inc();
    }

    /// A request was refused for a limit.
    pub fn limited(&self) {
        self.limited.inc();
    }

    /// What is counted elsewhere, as of now; of sign-ins under way nothing where the store does not say.
    pub fn measured(&self, watching: u64, refused_credentials: u64, pending: Option<u64>) {
        let gauge = |value: u64| i64::try_from(value).unwrap_or(i64::MAX);
        self.watching.set(gauge(watching));
        self.refused_credentials.set(gauge(refused_credentials));
        if let Some(pending) = pending {
            self.pending.set(gauge(pending));
        }
    }

    /// How the observers are: how many are lost, and when the one that has waited longest has read everything.
    pub fn observed(&self, lost: u64, read_s: u64) {
        let gauge = |value: u64| i64::try_from(value).unwrap_or(i64::MAX);
        self.observers_lost.set(gauge(lost));
        self.observers_read.set(gauge(read_s));
    }

    /// All of them as text.
    ///
    /// # Errors
    ///
    /// When a figure cannot be written as text.
    pub fn encode(&self) -> Result<String, std::fmt::Error> {
        let mut text = String::new();
        encode(&mut text, &self.registry)?;
        Ok(text)
    }
}
