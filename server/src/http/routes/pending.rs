//! A sign-in that was begun: its connection, the app it is for, and what only this server knows of it.

use crate::config::App;
use crate::connection::Connection;
use crate::problems::error::Error;
use crate::secrets::encryption::DataKey;
use crate::sign_in::pending::Secrets;
use crate::state::State;
use crate::store::StoredSignIn;

/// A sign-in that was begun.
pub(super) struct PendingSignIn<'a> {
    pub(super) connection: Connection,
    pub(super) app: &'a App,
    /// The connection's data key.
    pub(super) key: DataKey,
    pub(super) secrets: Secrets,
}

impl<'a> PendingSignIn<'a> {
    /// Decrypts what was stored; nothing where the connection is gone.
    pub(super) async fn open(
        state: &'a State,
        stored: &StoredSignIn,
    ) -> Result<Option<Self>, Error> {
        let Some(connection) = state.store.connection(stored.connection).await? else {
            return Ok(None);
        };
        let (app, key) = app_and_key(state, &connection)?;
        let secrets = Secrets::open(stored, &key)?;
        Ok(Some(Self {
            connection,
            app,
            key,
            secrets,
        }))
    }
}

/// What a sign-in of a connection needs; the operator may have removed the app since.
pub(super) fn app_and_key<'a>(
    state: &'a State,
    connection: &Connection,
) -> Result<(&'a App, DataKey), Error> {
    let app = state
        .sign_in_app(connection)
        .ok_or_else(|| Error::bad("unknown-profile"))?;
    Ok((app, state.data_key(connection)?))
}
