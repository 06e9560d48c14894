//! A data pack: newer labels, controls, routes, guides, profiles, permissions or words without a
//! release, for the day a page changes.
//!
//! A pack is a compact JWS (RFC 7515) signed with ES256, whose payload says which tables change, as
//! a JSON Merge Patch (RFC 7396) of what is shipped. It is data in a closed vocabulary: there is no
//! field in any table that clicks, types, submits or asks anything of anybody, and a pack can't
//! change what is read of a page (`look`) or which hosts are which (`hosts`). Whose signature counts
//! is a policy's to say; the signature itself is checked where there is a cryptographic library,
//! in the worker, before anything here is called with the payload.

mod refusal;
mod signed;
mod merge;
mod form;

use crate::data::{self, Catalog};
use crate::data_check;
use crate::profile::Profile;
use form::{overlaid, patched};
use merge::{merge_profile, typed};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::sync::Arc;

#[cfg(feature = "schema")]
pub(crate) use form::Pack;
pub use form::{admit, check};
pub use refusal::{FORMAT, Refusal};
pub use signed::{LONGEST, Signed, open};

/// Which data is in force, and why no other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ActiveData {
    /// Serial of the shipped data.
    pub built_in: u64,
    /// Serial of the pack that overlays it.
    pub pack: Option<u64>,
    /// Why the newest pack was not taken up.
    pub refused: Option<String>,
}

/// The tables in force: what is shipped, with what overlays it.
#[derive(Clone, Debug, Default)]
pub struct ActiveCatalog {
    /// Payload of the pack in force.
    pack: Option<String>,
    /// Profiles of a person or a policy, each a merge patch by id.
    profiles: Map<String, Value>,
    /// Application ids the person entered, by profile.
    clients: BTreeMap<String, String>,
    /// What all of that makes of the shipped tables; nothing, where it changes none.
    changed: Option<Arc<Catalog>>,
    /// How often they were changed.
    revision: u64,
}

impl ActiveCatalog {
    /// The tables.
    pub fn catalog(&self) -> &Catalog {
        match &self.changed {
            Some(changed) => changed,
            None => Catalog::built_in(),
        }
    }

    /// Puts a pack in force and returns its serial. `payload` is the JSON of a pack whose signature was checked. Where
    /// it is refused, what was in force stays in force.
    pub fn install(&mut self, payload: &str) -> Result<u64, Refusal> {
        let (serial, _) = overlaid(payload, self.catalog().edition.serial)?;
        self.pack = Some(payload.to_owned());
        self.rebuild();
        Ok(serial)
    }

    /// Takes the pack in force away where [`admit`] would not take it up any more.
    pub fn expire(&mut self, lowest: Option<u64>, now: u64) {
        let pack = self.pack.as_deref();
        if pack.is_some_and(|payload| admit(payload, lowest, now).is_err()) {
            self.remove();
        }
    }

    /// Takes the pack away: the shipped data is in force again.
    pub fn remove(&mut self) {
        self.pack = None;
        self.rebuild();
    }

    /// Puts profiles of a person or a policy in force, over what is shipped and over a pack. Each is a JSON Merge Patch
    /// of the profile with that id, or a whole new one. One that does not fit is left out; [`profile_problem`] says why.
    /// The application ids the person entered for some of them, `clients`, fill gaps and overrule nothing.
    pub fn use_profiles(
        &mut self,
        profiles: &Map<String, Value>,
        clients: &BTreeMap<String, String>,
    ) {
        if self.profiles != *profiles || self.clients != *clients {
            self.profiles.clone_from(profiles);
            self.clients.clone_from(clients);
            self.rebuild();
        }
    }

    /// Serial of the data in force, and of what is shipped.
    pub fn active(&self) -> ActiveData {
        let built_in = Catalog::built_in().edition.serial;
        let serial = self.catalog().edition.serial;
        ActiveData {
            built_in,
            pack: (serial != built_in).then_some(serial),
            refused: None,
        }
    }

    /// Makes the tables anew from what is shipped and everything that overlays it.
    fn rebuild(&mut self) {
        if self.pack.is_none() && self.profiles.is_empty() && self.clients.is_empty() {
            self.changed = None;
            return;
        }
        let built_in = Catalog::built_in().edition.serial;
        let base = match &self.pack {
            None => serde_json::from_str(data::BUILT_IN).ok(),
            Some(payload) => patched(payload, built_in).ok().map(|(_, all)| all),
        };
        let Some(mut all) = base else { return };
        for (id, patch) in &self.profiles {
            let mut with = all.clone();
            merge_profile(&mut with, id, patch);
            let fits =
                typed::<Catalog>(&with).is_ok_and(|all| data_check::problems(&all).is_empty());
            if fits {
                all = with;
            }
        }
        if let Ok(mut catalog) = typed::<Catalog>(&all) {
            enter(&mut catalog.profiles, &self.clients);
            self.revision += 1;
            catalog.revision = self.revision;
            self.changed = Some(Arc::new(catalog));
        }
    }
}

/// Why a profile of a person or a policy cannot be used; none where it can.
pub fn profile_problem(id: &str, patch: &Value) -> Option<String> {
    let mut all: Value = serde_json::from_str(data::BUILT_IN).ok()?;
    merge_profile(&mut all, id, patch);
    let profile = all["profiles"][id].clone();
    let mut problems: Vec<String> = match typed::<Profile>(&profile) {
        Err(error) => vec![error],
        Ok(profile) => profile
            .problems(Catalog::built_in())
            .iter()
            .map(ToString::to_string)
            .collect(),
    };
    // The guides may need something of it.
    if problems.is_empty() {
        problems = typed::<Catalog>(&all)
            .map_or_else(|error| vec![error], |data| data_check::problems(&data));
    }
    (!problems.is_empty()).then(|| problems.join("; "))
}

/// Gives each profile without an application id the one that was entered for it, unless another app
/// has it.
fn enter(profiles: &mut [Profile], clients: &BTreeMap<String, String>) {
    for (profile, id) in clients {
        if profiles.iter().any(|other| other.is(id)) {
            continue;
        }
        let without = |known: &&mut Profile| known.id == *profile && known.client_ids.is_empty();
        if let Some(app) = profiles.iter_mut().find(without) {
            app.client_ids = vec![id.clone()];
            app.entered = true;
        }
    }
}

#[cfg(test)]
mod tests;
