//! The sign-in: discovery, keys, the authorization endpoint, and the token endpoint.

use crate::microsoft::{Asked, CLIENT, DOMAIN, OTHER, Reply, SECRET, TENANT, World, pairs};
use crate::scenario::Answer;
use crate::tokens;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use sha2::Digest as _;
use std::collections::HashMap;

/// What a code was issued for.
pub(crate) struct Issued {
    pub nonce: String,
    pub challenge: String,
    pub redirect_uri: String,
    /// The tenant as it is in the address, where a code must be redeemed too.
    pub segment: String,
}

/// An error body as the token endpoint sends it.
pub(crate) fn error(error: &str, answer: &Answer) -> Value {
    let says = answer.says.clone().unwrap_or_default();
    let trace = "00000000-0000-4000-8000-00000000000a";
    let mut body = json!({
        "error": error,
        "error_description": format!("{says} Trace ID: {trace} Correlation ID: {trace} Timestamp: 2026-11-30 10:00:00Z"),
        "timestamp": "2026-11-30 10:00:00Z", "trace_id": trace, "correlation_id": trace,
    });
    if answer.says.is_none() {
        body.as_object_mut().unwrap().remove("error_description");
    }
    let codes = answer.codes.clone().or_else(|| Some(json!(numbers(&says))));
    body["error_codes"] = codes.unwrap();
    if let Some(suberror) = &answer.suberror {
        body["suberror"] = json!(suberror);
    }
    if let Some(claims) = &answer.claims {
        body["claims"] = json!(claims);
    }
    body
}

/// The numbers that a text names, as Microsoft lists them again.
fn numbers(says: &str) -> Vec<u64> {
    let digits = |rest: &str| {
        rest.chars()
            .take_while(char::is_ascii_digit)
            .collect::<String>()
    };
    says.split("AADSTS")
        .skip(1)
        .filter_map(|rest| digits(rest).parse().ok())
        .collect()
}

fn refusal(status: u16, kind: &str, says: &str) -> Reply {
    let answer = Answer {
        says: Some(says.to_owned()),
        ..Answer::default()
    };
    Reply::json(status, &error(kind, &answer))
}

/// The tenant that an address names; the two names for "any" are the usual one's.
fn tenant(segment: &str) -> Option<&'static str> {
    match segment {
        "organizations" | "common" => Some(TENANT),
        _ if segment == TENANT || segment == DOMAIN => Some(TENANT),
        _ if segment == OTHER => Some(OTHER),
        _ => None,
    }
}

pub(crate) fn answer(world: &mut World, asked: &Asked) -> Option<Reply> {
    let (segment, rest) = asked.path.strip_prefix('/')?.split_once('/')?;
    let place = match rest {
        "v2.0/.well-known/openid-configuration" => "discovery",
        "discovery/v2.0/keys" => "keys",
        "oauth2/v2.0/token" => return Some(token(world, segment, asked)),
        _ => return None,
    };
    if let Some(reply) = world.scripted(place) {
        return Some(reply);
    }
    Some(if place == "keys" {
        keys(world, asked)
    } else {
        discovery(world, segment, asked)
    })
}

fn discovery(world: &World, segment: &str, asked: &Asked) -> Reply {
    let Some(tenant) = tenant(segment) else {
        let says = format!(
            "AADSTS90002: Tenant '{segment}' not found. Check to make sure you have the correct tenant ID and are signing \
             into the correct cloud. Check with your subscription administrator, this may happen if there are no active \
             subscriptions for the tenant."
        );
        return refusal(400, "invalid_tenant", &says);
    };
    let any = segment == "organizations" || segment == "common";
    let (base, place) = (&world.base, if any { segment } else { tenant });
    let issuer = if any { "{tenantid}" } else { tenant };
    // Microsoft's own keys are named with the app, if the app was.
    let appid = asked
        .query
        .get("appid")
        .map(|id| format!("?appid={id}"))
        .unwrap_or_default();
    Reply::json(
        200,
        &json!({
            "issuer": format!("{base}/{issuer}/v2.0"),
            "authorization_endpoint": format!("{base}/{place}/oauth2/v2.0/authorize"),
            "token_endpoint": format!("{base}/{place}/oauth2/v2.0/token"),
            "jwks_uri": format!("{base}/{place}/discovery/v2.0/keys{appid}"),
            "response_types_supported": ["code", "id_token", "code id_token", "id_token token"],
            "subject_types_supported": ["pairwise"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "cloud_instance_name": "microsoftonline.com", "msgraph_host": "graph.microsoft.com",
            "tenant_region_scope": null,
        }),
    )
}

fn keys(world: &World, asked: &Asked) -> Reply {
    let issuer = format!("{}/{{tenantid}}/v2.0", world.base);
    let mut keys = vec![tokens::published(tokens::USUAL, &issuer)];
    if asked.query.get("appid").is_some_and(|id| id == CLIENT) {
        keys.push(tokens::published(tokens::OF_THE_APP, &issuer));
    }
    Reply::json(200, &json!({"keys": keys}))
}

/// What the browser is sent to, as the authorization endpoint reads it. Returns the code.
pub(crate) fn authorize(world: &mut World, address: &url::Url) -> String {
    let query = pairs(address.query().unwrap_or_default());
    let segment = address.path_segments().unwrap().next().unwrap().to_owned();
    assert_eq!(query["client_id"], CLIENT);
    assert_eq!(query["response_type"], "code");
    assert_eq!(query["code_challenge_method"], "S256");
    assert!(query["scope"].split(' ').any(|scope| scope == "openid"));
    let code = format!("1.AXoA{}", world.codes.len());
    let issued = Issued {
        nonce: query["nonce"].clone(),
        challenge: query["code_challenge"].clone(),
        redirect_uri: query["redirect_uri"].clone(),
        segment,
    };
    world.codes.insert(code.clone(), issued);
    code
}

fn token(world: &mut World, segment: &str, asked: &Asked) -> Reply {
    let form = pairs(std::str::from_utf8(&asked.body).unwrap());
    let place = match form.get("grant_type").map(String::as_str) {
        Some("authorization_code") => "code",
        Some("refresh_token") => "refresh",
        Some("client_credentials") => "app",
        other => panic!("grant type {other:?}"),
    };
    if let Some(reply) = world.scripted(place) {
        return reply;
    }
    let known = form
        .get("client_secret")
        .is_some_and(|secret| secret == SECRET);
    if !known && !form.contains_key("client_assertion") {
        return refusal(
            401,
            "invalid_client",
            "AADSTS7000215: Invalid client secret provided.",
        );
    }
    let Some(tenant) = tenant(segment) else {
        return refusal(
            400,
            "invalid_request",
            &format!("AADSTS90002: Tenant '{segment}' not found."),
        );
    };
    match place {
        "code" => redeem(world, segment, &form),
        "refresh" => refresh(world, &form),
        _ => {
            assert_eq!(form["scope"], format!("{}/.default", world.base));
            assert!(
                segment != "organizations" && segment != "common",
                "an app's token is of one tenant"
            );
            let access = format!("EwB-app-{tenant}");
            Reply::json(
                200,
                &json!({"token_type": "Bearer", "expires_in": 3599, "ext_expires_in": 3599,
                "access_token": access}),
            )
        }
    }
}

fn redeem(world: &mut World, segment: &str, form: &HashMap<String, String>) -> Reply {
    let Some(issued) = world.codes.remove(&form["code"]) else {
        return refusal(
            400,
            "invalid_grant",
            "AADSTS54005: OAuth2 Authorization code was already redeemed.",
        );
    };
    let digest = URL_SAFE_NO_PAD.encode(sha2::Sha256::digest(&form["code_verifier"]));
    if digest != issued.challenge {
        return refusal(
            400,
            "invalid_grant",
            "AADSTS501481: The Code_Verifier does not match the code_challenge.",
        );
    }
    if segment != issued.segment {
        return refusal(
            400,
            "invalid_grant",
            "AADSTS700005: The code must be redeemed against the same tenant.",
        );
    }
    assert_eq!(form["redirect_uri"], issued.redirect_uri);
    let id_token = id_token(world, &issued.nonce);
    signed_in(world, Some(id_token))
}

fn refresh(world: &mut World, form: &HashMap<String, String>) -> Reply {
    if world.refresh_tokens.contains(&form["refresh_token"]) {
        return signed_in(world, None);
    }
    refusal(
        400,
        "invalid_grant",
        "AADSTS70000: The provided refresh token is not valid.",
    )
}

fn signed_in(world: &mut World, id_token: Option<String>) -> Reply {
    let refresh = format!("1.AXoA-refresh-{}", world.refresh_tokens.len());
    world.refresh_tokens.push(refresh.clone());
    let mut body = json!({"token_type": "Bearer", "scope": "Sites.Manage.All profile openid", "expires_in": 4711,
        "ext_expires_in": 4711, "access_token": "EwB-delegated", "refresh_token": refresh});
    if let Some(id_token) = id_token {
        body["id_token"] = json!(id_token);
    }
    Reply::json(200, &body)
}

fn id_token(world: &World, nonce: &str) -> String {
    let now = world.now();
    let mut claims = json!({
        "aud": CLIENT, "iss": format!("{}/{TENANT}/v2.0", world.base), "tid": TENANT, "ver": "2.0", "nonce": nonce,
        "iat": now - 300, "nbf": now - 300, "exp": now + 3600, "sub": "pairwise", "name": "Adele Vance",
        "oid": "9f4880d8-80ba-4c40-97bc-f7a23c703084", "preferred_username": "adele@contoso.example",
    });
    for (name, value) in &world.id_token {
        claims[name] = match value.as_str() {
            Some("absent") => {
                claims.as_object_mut().unwrap().remove(name);
                continue;
            }
            Some(text) => match text
                .strip_prefix("{NOW+")
                .and_then(|rest| rest.strip_suffix('}'))
            {
                Some(seconds) => json!(now + seconds.parse::<u64>().unwrap()),
                None => json!(world.fill(text)),
            },
            None => value.clone(),
        };
    }
    tokens::sign(&claims, &world.signed_with)
}
