use crate::fake::{Fake, runtime};
use consentry_server::checks::schedule::Pace;
use consentry_server::checks::{self, CheckContext, CheckResult};
use consentry_server::config::{Config, Raw};
use consentry_server::connection::Connection;
use consentry_server::problems::Place;
use consentry_server::sign_in::microsoft::{Microsoft, TokenFault};
use consentry_wire::api::{Role, State};
use std::sync::{Arc, OnceLock};
use uuid::Uuid;

/// OpenID Connect Discovery 1.0, section 4.2; the issuer as Microsoft writes it for all tenants.
const METADATA: &[u8] = br#"200 {"issuer":"@/{tenantid}/v2.0","authorization_endpoint":"@/organizations/oauth2/v2.0/authorize","token_endpoint":"@/organizations/oauth2/v2.0/token","jwks_uri":"@/organizations/discovery/v2.0/keys"}"#;
const SECRET: &str = "a-client-secret-that-nobody-may-see";
const REFRESH: &str = "a-refresh-token-that-nobody-may-see";
const TENANT: &str = "11111111-2222-4333-8444-555555555555";
const NOW: u64 = 1_800_000_000_000;

/// Far more than the words of a problem, and a challenge beside them.
const LARGEST: usize = 32 * 1024;

struct Asked {
    fake: Fake,
    microsoft: Microsoft,
    config: Arc<Config>,
}

fn start() -> Asked {
    let fake = Fake::start();
    let raw = serde_json::json!({
        "public_url": "http://localhost:7430",
        "database": "unused.db",
        "master_key": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "microsoft": {"login": fake.base, "graph": fake.base},
        "app": [{"profile": "office-365-mover", "client_secret": SECRET}],
    });
    let raw: Raw = serde_json::from_value(raw).expect("a configuration");
    let config = Arc::new(Config::from_raw(raw).expect("a configuration"));
    let microsoft = Microsoft::new(reqwest::Client::new(), Arc::clone(&config));
    fake.answers(&[METADATA]);
    let known = runtime().block_on(microsoft.metadata(NOW));
    assert!(known.is_ok(), "the metadata are read once");
    Asked {
        fake,
        microsoft,
        config,
    }
}

/// What the token endpoint answers, a status and a body: once for the refresh token, and once for the app-only token.
///
/// # Panics
///
/// Where an answer is believed without a token in it, a state is authorized by it, grows without bounds, or tells a
/// secret.
pub fn token(input: &[u8]) {
    static ASKED: OnceLock<Asked> = OnceLock::new();
    let Asked {
        fake,
        microsoft,
        config,
    } = ASKED.get_or_init(start);
    let app = config.apps.first().expect("an app");
    fake.answers(&[input]);
    let refreshed = microsoft.refresh(app, TENANT, REFRESH.into(), NOW);
    if let Err(fault) = runtime().block_on(refreshed) {
        conclude(app.profile, &CheckResult::SignInLost(fault));
    }
    fake.answers(&[input]);
    let issued = runtime().block_on(microsoft.app_only(app, TENANT, None, NOW));
    if let Err(fault) = issued {
        conclude(app.profile, &CheckResult::NoToken(fault));
    }
}

fn conclude(profile: &'static consentry_catalog::profile::Profile, outcome: &CheckResult) {
    let mut connection =
        Connection::new(Uuid::nil(), &profile.id, Role::GlobalAdmin, Vec::new(), NOW);
    connection.status.state = State::NeedsAdminConsent;
    let (waits, place) = (Pace::default(), Place::default());
    let world = CheckContext {
        now: NOW,
        began: NOW,
        watched: false,
        chance: 0.5,
        may_retry: true,
        pace: &waits,
        place: &place,
        profile,
    };
    // The checker asks again later where Microsoft did not say.
    let silent = matches!(
        outcome,
        CheckResult::SignInLost(TokenFault::Unavailable(..) | TokenFault::Untrusted)
    );
    if !silent {
        checks::conclude(&mut connection, outcome, &world);
    }
    let status = &connection.status;
    assert!(!matches!(status.state, State::Authorized { .. }));
    if matches!(outcome, CheckResult::NoToken(_))
        && !matches!(status.state, State::NeedsReauthorization { .. })
    {
        assert!(
            status.next_check_at.is_some(),
            "nobody looks again: {status:?}"
        );
    }
    let kept = serde_json::to_string(status).expect("JSON");
    assert!(kept.len() < LARGEST, "{} bytes", kept.len());
    assert!(!kept.contains(SECRET) && !kept.contains(REFRESH), "{kept}");
}
