//! What is asked for: from the address, and from the profile where the address stands for all that
//! the app was set up with.

use crate::page::ConsentKind;
use consentry_catalog::Catalog;
use consentry_catalog::permission::{Kind, Risk};
use consentry_catalog::permissions::Judged;
use consentry_catalog::permissions::judge;
use consentry_catalog::profile::Profile;
use consentry_catalog::request::Request;
use consentry_catalog::scope::Scope;
use consentry_wire::text::Text;

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The permissions, each once.
    pub items: Vec<Item>,
    /// The address stands for a list that is not known here: the page has it.
    pub unlisted: bool,
    /// Declared by the profile and not asked for.
    pub missing: Vec<String>,
}

/// One permission that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Which.
    pub scope: Scope,
    /// Whether the app acts as a person with it, or on its own.
    pub kind: Kind,
    /// What the app needs it for, where its profile says so.
    pub why: Option<Text>,
    /// Whether the profile declares it; none without a profile.
    pub expected: Option<bool>,
}

impl Item {
    fn new(catalog: &Catalog, scope: Scope, kind: Kind, app: Option<&Profile>) -> Self {
        let declared = app.and_then(|app| app.declared(catalog, &scope, kind));
        Self {
            why: app
                .zip(declared)
                .map(|(app, permission)| app.says_why(permission, kind)),
            expected: app.map(|_| declared.is_some() || scope.is_sign_in()),
            scope,
            kind,
        }
    }

    /// What it is called where people read it.
    pub fn shown(&self, catalog: &Catalog) -> String {
        self.scope.shown(catalog, self.kind)
    }

    /// What is thought of it.
    pub fn judged<'c>(&self, catalog: &'c Catalog) -> Judged<'c> {
        judge(catalog, &self.scope, self.kind)
    }
}

impl Asked {
    /// Reads a request. Without one, nothing is known to be asked for.
    pub fn of(
        catalog: &Catalog,
        kind: ConsentKind,
        request: Option<&Request>,
        app: Option<&Profile>,
    ) -> Self {
        let mut asked = Self::default();
        let Some(request) = request else {
            asked.unlisted = true;
            return asked;
        };
        let everybody = kind == ConsentKind::Admin || request.asks_admin_by_prompt();
        let set_up: Option<Vec<(Scope, Kind)>> = app.map(|app| {
            if everybody {
                app.grant()
            } else {
                app.delegated
                    .iter()
                    .map(|permission| (Scope::parse(&permission.value), Kind::Delegated))
                    .collect()
            }
        });
        // What the profile knows is listed, and not taken for all there is.
        asked.unlisted = app.is_some_and(|app| super::doubts_its_permissions(app, kind));
        let whole = request.asks_for_the_whole();
        if whole {
            // An admin's consent is for every service; a sign-in at the older endpoint for one it names.
            let service = request.resource.as_deref().filter(|_| !everybody);
            let of = service.map(|service| Scope::parse(".default").at(service));
            asked.add_set_up(catalog, set_up.as_deref(), of.as_ref(), app);
        }
        let scopes: &[Scope] = if request.ignores_scope() {
            &[]
        } else {
            &request.scopes
        };
        for scope in scopes {
            let scope = match &request.resource {
                Some(service) => scope.clone().at(service),
                None => scope.clone(),
            };
            if scope.is_default() {
                asked.add_set_up(catalog, set_up.as_deref(), Some(&scope), app);
            } else {
                asked.add(catalog, Item::new(catalog, scope, Kind::Delegated, app));
            }
        }
        if scopes.is_empty() && !whole {
            asked.unlisted = true;
        }
        if let Some(app) = app {
            asked.missing = asked.missing_of(catalog, app, everybody);
        }
        asked
    }

    fn add(&mut self, catalog: &Catalog, item: Item) {
        let known = self.items.iter().any(|known| {
            known.kind == item.kind && known.scope.is(catalog, &item.scope, item.kind)
        });
        if !known {
            self.items.push(item);
        }
    }

    /// What the app was set up to ask for: of one service, or of all.
    fn add_set_up(
        &mut self,
        catalog: &Catalog,
        set_up: Option<&[(Scope, Kind)]>,
        of: Option<&Scope>,
        app: Option<&Profile>,
    ) {
        let Some(set_up) = set_up else {
            self.unlisted = true;
            if let Some(scope) = of {
                self.add(
                    catalog,
                    Item::new(catalog, scope.clone(), Kind::Delegated, app),
                );
            }
            return;
        };
        let service = of.map(|scope| {
            scope
                .resource(catalog)
                .map(|resource| resource.app_id.as_str())
        });
        for (scope, kind) in set_up {
            let own = scope
                .resource(catalog)
                .map(|resource| resource.app_id.as_str());
            if service.is_none_or(|service| service == own) {
                self.add(catalog, Item::new(catalog, scope.clone(), *kind, app));
            }
        }
    }

    fn missing_of(&self, catalog: &Catalog, app: &Profile, everybody: bool) -> Vec<String> {
        let wanted: Vec<(Scope, Kind)> = if everybody {
            app.grant()
        } else {
            app.sign_in_scopes()
                .map(|permission| (Scope::parse(&permission.value), Kind::Delegated))
                .collect()
        };
        wanted
            .iter()
            .filter(|(scope, kind)| {
                !scope.is_sign_in()
                    && !self
                        .items
                        .iter()
                        .any(|item| item.kind == *kind && item.scope.is(catalog, scope, *kind))
            })
            .map(|(scope, kind)| scope.shown(catalog, *kind))
            .collect()
    }

    /// What the profile does not declare.
    pub fn unexpected(&self, catalog: &Catalog) -> Vec<String> {
        self.items
            .iter()
            .filter(|item| item.expected == Some(false))
            .map(|item| item.shown(catalog))
            .collect()
    }

    /// How many there are of each risk, the worst first.
    pub fn risks(&self, catalog: &Catalog) -> Vec<(Risk, usize)> {
        [Risk::Critical, Risk::High, Risk::Medium, Risk::Low]
            .into_iter()
            .map(|risk| {
                let count = self
                    .items
                    .iter()
                    .filter(|item| item.judged(catalog).risk == risk)
                    .count();
                (risk, count)
            })
            .filter(|(_, count)| *count > 0)
            .collect()
    }

    /// Each with its kind.
    pub fn each(&self) -> impl Iterator<Item = (&Scope, Kind)> {
        self.items.iter().map(|item| (&item.scope, item.kind))
    }
}
