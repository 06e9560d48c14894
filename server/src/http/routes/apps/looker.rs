//! Who looks, and at which tenant: every page of an inventory is behind [`Looker`]. No role, no data; and a session of one
//! tenant opens nothing of another.

use super::session::{self, Session};
use crate::http::page;
use crate::observer::inventory::Inventory;
use crate::observer::right::Right;
use crate::problems::error::Error;
use crate::state::State;
use crate::store::StoreError;
use crate::store::observed::Look;
use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use std::sync::Arc;

/// The tenant in the path, as the configuration names it.
pub(crate) struct Tenant(pub(super) String);

/// Somebody with a session of the tenant in the path.
pub(crate) struct Looker {
    pub(super) tenant: String,
    pub(super) session: Session,
}

/// What somebody looks at.
#[derive(Clone, Copy)]
pub(super) enum Sight<'a> {
    SignIn,
    List,
    App(&'a str),
    Changes,
    Record,
    Export(&'a str),
}

impl<'a> Sight<'a> {
    /// What it is called in the record, and the app or the format.
    fn named(self) -> (&'static str, &'a str) {
        match self {
            Self::SignIn => ("sign-in", ""),
            Self::List => ("list", ""),
            Self::App(id) => ("app", id),
            Self::Changes => ("changes", ""),
            Self::Record => ("record", ""),
            Self::Export(format) => ("export", format),
        }
    }
}

pub(super) fn unknown() -> Response {
    page::of_error(&Error::new(StatusCode::NOT_FOUND, "not-found"))
}

impl FromRequestParts<Arc<State>> for Tenant {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &Arc<State>) -> Result<Self, Response> {
        let path = RawPathParams::from_request_parts(parts, state).await;
        let path = path.map_err(|_| unknown())?;
        let named = path.iter().find(|(name, _)| *name == "tenant");
        let observer = named.and_then(|(_, tenant)| state.config.observer(tenant));
        observer
            .map(|observer| Self(observer.tenant.clone()))
            .ok_or_else(unknown)
    }
}

impl FromRequestParts<Arc<State>> for Looker {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &Arc<State>) -> Result<Self, Response> {
        let Tenant(tenant) = Tenant::from_request_parts(parts, state).await?;
        let session = session::read::<Session>(state, &parts.headers);
        match session.filter(|session| session.tenant == tenant) {
            Some(session) => Ok(Self { tenant, session }),
            None => Err(Redirect::to(&format!("/apps/{tenant}/sign-in")).into_response()),
        }
    }
}

impl Looker {
    pub(super) fn frame(&self) -> page::Frame<'_> {
        page::Frame {
            tenant: &self.tenant,
            account: self.session.account.as_deref(),
            right: self.session.right,
        }
    }

    /// What somebody may not do is refused by name.
    #[expect(clippy::result_large_err, reason = "it is the answer")]
    pub(super) fn may(&self, right: Right) -> Result<(), Response> {
        if self.session.right >= right {
            return Ok(());
        }
        let error = Error::new(StatusCode::FORBIDDEN, "observer-right-missing");
        Err(page::of_error(&error))
    }

    /// Writes down that somebody looks, before there is anything to see.
    pub(super) async fn looks_at(&self, state: &State, sight: Sight<'_>) -> Result<(), StoreError> {
        looked(state, &self.session, sight).await
    }

    pub(super) async fn inventory(&self, state: &State) -> Result<Inventory, StoreError> {
        state.inventories.of(&state.store, &self.tenant).await
    }
}

/// Writes down what somebody looks at.
pub(super) async fn looked(
    state: &State,
    session: &Session,
    sight: Sight<'_>,
) -> Result<(), StoreError> {
    let (what, subject) = sight.named();
    let name = session.account.clone().unwrap_or_default();
    let look = Look::new(
        state.clock.now(),
        session.person.clone(),
        name,
        what,
        subject,
    );
    state.store.add_look(session.tenant.clone(), look).await
}
