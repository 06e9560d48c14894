//! What is under way: interactive sign-ins, authorization codes, refresh tokens.

use std::collections::{BTreeSet, HashMap};

use jiff::{SignedDuration, Timestamp};

use super::{Account, secret};
use crate::login::{Authorize, Errand};

/// How long a code or an interactive sign-in is good for (Microsoft identity platform, "Authorization code
/// flow").
const CODE_LIFE: SignedDuration = SignedDuration::from_mins(10);
/// How long an unused refresh token is good for (Microsoft identity platform, "Refresh tokens").
const REFRESH_LIFE: SignedDuration = SignedDuration::from_hours(24 * 90);

/// An interactive sign-in between two pages.
#[derive(Clone, Debug)]
pub(crate) struct Held {
    pub(crate) errand: Errand,
    pub(crate) account: Option<Account>,
    /// Must come back with each form (the page's `canary`).
    pub(crate) canary: String,
    since: Timestamp,
}

/// An authorization code's worth.
#[derive(Clone, Debug)]
pub(crate) struct Code {
    pub(crate) request: Authorize,
    pub(crate) account: Account,
    since: Timestamp,
    redeemed: bool,
}

/// A refresh token's worth.
#[derive(Clone, Debug)]
pub(crate) struct Refresh {
    pub(crate) client_id: String,
    pub(crate) account: Account,
    pub(crate) scopes: BTreeSet<String>,
    since: Timestamp,
}

/// All of it.
#[derive(Default)]
pub(crate) struct Flows {
    held: HashMap<String, Held>,
    /// What was taken back: a click is often judged after its form has arrived.
    past: HashMap<String, Held>,
    codes: HashMap<String, Code>,
    refresh: HashMap<String, Refresh>,
}

/// Why a code or token is not taken: an AADSTS code.
pub(crate) type Refused = u32;

impl Flows {
    /// Keeps an errand while a person looks at a page; the handle is the page's `ctx`.
    pub(crate) fn hold(
        &mut self,
        errand: Errand,
        account: Option<Account>,
        now: Timestamp,
    ) -> String {
        self.held
            .retain(|_, held| now.duration_since(held.since) < CODE_LIFE);
        let ctx = secret();
        self.held.insert(
            ctx.clone(),
            Held {
                errand,
                account,
                canary: secret(),
                since: now,
            },
        );
        ctx
    }

    /// Looks at what is kept.
    pub(crate) fn held(&self, ctx: &str) -> Option<&Held> {
        self.held.get(ctx)
    }

    /// Takes an errand back. Each page's form works once.
    pub(crate) fn take(&mut self, ctx: &str, canary: &str, now: Timestamp) -> Option<Held> {
        let held = self.held.get(ctx)?;
        if held.canary != canary || now.duration_since(held.since) >= CODE_LIFE {
            return None;
        }
        let held = self.held.remove(ctx)?;
        self.past.insert(ctx.to_owned(), held.clone());
        Some(held)
    }

    /// What is or was kept.
    pub(crate) fn seen(&self, ctx: &str) -> Option<&Held> {
        self.held.get(ctx).or_else(|| self.past.get(ctx))
    }

    /// A new code.
    pub(crate) fn issue(&mut self, request: Authorize, account: Account, now: Timestamp) -> String {
        let code = secret();
        self.codes.insert(
            code.clone(),
            Code {
                request,
                account,
                since: now,
                redeemed: false,
            },
        );
        code
    }

    /// Looks at a code that could be redeemed now.
    pub(crate) fn code(&self, code: &str, now: Timestamp) -> Result<&Code, Refused> {
        let found = self.codes.get(code).ok_or(9_002_313_u32)?;
        if found.redeemed {
            return Err(54005);
        }
        if now.duration_since(found.since) >= CODE_LIFE {
            return Err(70008);
        }
        Ok(found)
    }

    /// Redeems a code: the second time is refused.
    pub(crate) fn redeem(&mut self, code: &str, now: Timestamp) -> Result<Code, Refused> {
        self.code(code, now)?;
        let found = self.codes.get_mut(code).ok_or(9_002_313_u32)?;
        found.redeemed = true;
        Ok(found.clone())
    }

    /// A new refresh token. Earlier ones stay good (Microsoft identity platform, "Refresh tokens").
    pub(crate) fn refreshable(
        &mut self,
        client_id: &str,
        account: Account,
        scopes: BTreeSet<String>,
        now: Timestamp,
    ) -> String {
        let token = secret();
        let worth = Refresh {
            client_id: client_id.to_owned(),
            account,
            scopes,
            since: now,
        };
        self.refresh.insert(token.clone(), worth);
        token
    }

    /// What a refresh token is worth now.
    pub(crate) fn refresh(&self, token: &str, now: Timestamp) -> Result<Refresh, Refused> {
        let found = self.refresh.get(token).ok_or(9_002_313_u32)?;
        if now.duration_since(found.since) >= REFRESH_LIFE {
            return Err(700_082);
        }
        Ok(found.clone())
    }
}
