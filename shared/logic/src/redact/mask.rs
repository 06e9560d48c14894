//! What stays of a page's words, identifiers and addresses, and what the rest becomes.

use crate::address::{self, Site};
use consentry_catalog::Catalog;
use consentry_catalog::control::{AttrSign, ControlSpec};
use consentry_catalog::guid::is_guid;
use consentry_catalog::label;
use consentry_catalog::scope::Scope;
use consentry_wire::sighting::{Control, Sighting};
use std::collections::BTreeMap;
use url::Url;

/// Stand-ins for names, in the order they are needed.
const NAMES: [&str; 4] = ["Birchwood", "Oakfield", "Elmhurst", "Ashford"];
const TENANT_DOMAIN: &str = "birchwood.example";

/// Parts of the sign-in's paths that name no one (facts: portal-dom D.1).
const PATHS: [&str; 20] = [
    "oauth2",
    "v2.0",
    "authorize",
    "adminconsent",
    "common",
    "organizations",
    "consumers",
    "login",
    "kmsi",
    "reprocess",
    "SAS",
    "ProcessAuth",
    "BeginAuth",
    "EndAuth",
    "Consent",
    "Set",
    "Update",
    "oauth20_authorize.srf",
    "TokenAuthorize",
    "ExtensionName",
];
/// Values of OAuth parameters that name no one (RFC 6749, OpenID Connect Core 1.0).
const VALUES: [&str; 14] = [
    "code",
    "id_token",
    "token",
    "query",
    "fragment",
    "form_post",
    "login",
    "consent",
    "select_account",
    "admin_consent",
    "none",
    "access_denied",
    "consent_required",
    "True",
];
/// Values of attributes that HTML and WAI-ARIA define.
const VOCABULARY: [&str; 22] = [
    "true", "false", "mixed", "page", "step", "location", "date", "time", "submit", "button",
    "reset", "image", "text", "email", "tel", "url", "search", "number", "checkbox", "radio",
    "password", "hidden",
];
/// Segments of a portal's fragment that are its grammar.
const GRAMMAR: [&str; 8] = ["view", "blade", "home", "~", "", "null", "true", "false"];

/// Whether an application ID is in what everybody can read here. What a person entered, or a policy or a
/// data pack brought, is an organization's own.
pub(crate) fn is_public(catalog: &Catalog, id: &str) -> bool {
    let shipped = &Catalog::built_in().profiles;
    shipped.iter().any(|app| app.is(id)) || address::is_portal_app(catalog, id)
}

fn is_public_host(host: &str) -> bool {
    let shipped = &Catalog::built_in().profiles;
    let mut entries = shipped.iter().filter_map(|app| app.entry.as_ref());
    entries.any(|entry| entry.host == host)
}

/// Remembers what became of what, so that the same stays the same.
#[derive(Default)]
pub(super) struct Mask {
    ids: BTreeMap<String, String>,
    names: BTreeMap<String, String>,
    links: BTreeMap<String, usize>,
}

impl Mask {
    /// A sighting with nothing of its owner in it. `number` tells frames apart.
    pub(super) fn sighting(
        &mut self,
        catalog: &Catalog,
        seen: &Sighting,
        number: usize,
    ) -> Sighting {
        let probes = seen
            .probes
            .iter()
            .map(|(key, value)| {
                let value = match key.as_str() {
                    "portal-tenant" => self.name(value),
                    "app-name" | "app-name-shown" => self.text(catalog, value),
                    "app-id" => self.id(catalog, value),
                    "pgid" | "aadsts" | "error-code" | "scopes" => value.clone(),
                    _ => letters(value),
                };
                (key.clone(), value)
            })
            .collect();
        Sighting {
            url: self.address(catalog, &seen.url, number),
            probes,
            controls: seen
                .controls
                .iter()
                .map(|control| self.control(catalog, control, &seen.url))
                .collect(),
            ..seen.clone()
        }
    }

    fn control(&mut self, catalog: &Catalog, control: &Control, page: &str) -> Control {
        Control {
            name: self.text(catalog, &control.name),
            read: control.read.as_deref().map(|read| self.text(catalog, read)),
            columns: control
                .columns
                .iter()
                .map(|(head, id)| (self.text(catalog, head), self.words(catalog, id)))
                .collect(),
            attrs: control
                .attrs
                .iter()
                .map(|(name, value)| (name.clone(), self.attr(catalog, name, value, page)))
                .collect(),
            row: control.row.as_deref().map(|row| self.words(catalog, row)),
            group: control
                .group
                .as_deref()
                .map(|group| self.words(catalog, group)),
            ..control.clone()
        }
    }

    /// A name: what a table has stays, with another name where it has one.
    pub(super) fn text(&mut self, catalog: &Catalog, text: &str) -> String {
        if let Some((pattern, varies)) = consentry_catalog::labels::anywhere(catalog, text) {
            let name = varies.map(|name| self.name(&name)).unwrap_or_default();
            return pattern.replace("{0}", &name);
        }
        if let Some(known) = phrases().find(|known| label::says_so(known, text, None)) {
            return known.to_owned();
        }
        for separator in [" | ", " - ", " – "] {
            if let Some((head, tail)) = text.rsplit_once(separator)
                && consentry_catalog::labels::anywhere(catalog, tail).is_some()
            {
                return format!(
                    "{}{separator}{}",
                    self.words(catalog, head),
                    self.text(catalog, tail)
                );
            }
        }
        self.words(catalog, text)
    }

    /// Words one after the other: what the tables know stays, identifiers change, the rest is
    /// letters.
    fn words(&mut self, catalog: &Catalog, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            if first.is_whitespace() {
                out.push(first);
                rest = &rest[first.len_utf8()..];
                continue;
            }
            let known = phrases().chain(questions(catalog)).find(|known| {
                rest.strip_prefix(known)
                    .is_some_and(|after| !after.starts_with(char::is_alphanumeric))
            });
            if let Some(known) = known {
                out.push_str(known);
                rest = &rest[known.len()..];
                continue;
            }
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            out.push_str(&self.word(catalog, &rest[..end]));
            rest = &rest[end..];
        }
        out
    }

    fn word(&mut self, catalog: &Catalog, word: &str) -> String {
        if is_guid(word) {
            self.id(catalog, word)
        } else {
            letters(word)
        }
    }

    /// Another name for a name, the same for the same.
    fn name(&mut self, name: &str) -> String {
        let next = self.names.len();
        self.names
            .entry(label::normalise(name))
            .or_insert_with(|| {
                NAMES.get(next).map_or_else(
                    || format!("{} {next}", NAMES[next % NAMES.len()]),
                    |name| (*name).to_owned(),
                )
            })
            .clone()
    }

    /// Another identifier for one, unless it is public.
    fn id(&mut self, catalog: &Catalog, id: &str) -> String {
        let id = id.to_lowercase();
        if is_public(catalog, &id) {
            return id;
        }
        let next = self.ids.len() + 1;
        self.ids
            .entry(id)
            .or_insert_with(|| format!("00000000-0000-4000-8000-{next:012}"))
            .clone()
    }

    fn attr(&mut self, catalog: &Catalog, name: &str, value: &str, page: &str) -> String {
        let known = known_attrs(catalog).any(|sign| sign.name == name && sign.is == value)
            || (name == "data-telemetryname"
                && catalog
                    .routes
                    .title
                    .iter()
                    .any(|title| title.telemetry == value));
        if known || VOCABULARY.contains(&value) {
            return value.to_owned();
        }
        match name {
            "href" => self.link(value, page),
            "placeholder" => self.text(catalog, value),
            _ => {
                let family = known_attrs(catalog)
                    .filter(|sign| sign.name == name)
                    .filter_map(|sign| sign.family.as_deref())
                    .find(|family| value.starts_with(family))
                    .unwrap_or_default();
                format!("{family}{}", letters(&value[family.len()..]))
            }
        }
    }

    /// A link keeps whether it leads away, and which others are the same.
    fn link(&mut self, href: &str, page: &str) -> String {
        if href.len() < 2 || href.starts_with("javascript:") {
            return "#".to_owned();
        }
        let next = self.links.len() + 1;
        let number = *self.links.entry(href.to_owned()).or_insert(next);
        let away = Url::parse(page).is_ok_and(|page| {
            page.join(href)
                .is_ok_and(|to| to.host_str() != page.host_str())
        });
        if away {
            format!("https://elsewhere.example/{number}")
        } else {
            format!("#{number}")
        }
    }

    fn address(&mut self, catalog: &Catalog, address: &str, number: usize) -> String {
        let backend = "http://localhost:7430";
        let Ok(url) = Url::parse(address) else {
            return "https://unknown.example/".to_owned();
        };
        let host = url.host_str().unwrap_or_default();
        match address::site(catalog, address, backend) {
            Some(Site::Portal) => {
                let path = self.path(catalog, &url);
                let fragment = url
                    .fragment()
                    .map(|fragment| self.fragment(catalog, fragment));
                let query = self.query(catalog, &url);
                let fragment = fragment.map(|fragment| format!("#{fragment}"));
                let host = address::known_host(catalog, host, "ms");
                format!(
                    "https://{host}{path}{query}{}",
                    fragment.unwrap_or_default()
                )
            }
            Some(Site::Login | Site::Personal) => {
                let (path, query) = (self.path(catalog, &url), self.query(catalog, &url));
                format!(
                    "https://{}{path}{query}",
                    address::known_host(catalog, host, "ms")
                )
            }
            Some(Site::Frame) => {
                format!(
                    "https://{}/{number}",
                    address::known_host(catalog, host, "sandbox-1")
                )
            }
            Some(Site::Entry) if is_public_host(host) => {
                format!("https://{host}{}", letters(url.path()))
            }
            Some(Site::HandOff) => format!("{backend}/h/{}", "0".repeat(16)),
            Some(Site::Entry) | None => format!("https://unknown.example/{number}"),
        }
    }

    fn path(&mut self, catalog: &Catalog, url: &Url) -> String {
        url.path_segments()
            .into_iter()
            .flatten()
            .map(|segment| {
                let known = PATHS
                    .iter()
                    .any(|known| known.eq_ignore_ascii_case(segment));
                if known {
                    segment.to_owned()
                } else if is_guid(segment) {
                    self.id(catalog, segment)
                } else if address::is_domain(segment) {
                    TENANT_DOMAIN.to_owned()
                } else {
                    letters(segment)
                }
            })
            .fold(String::new(), |path, segment| path + "/" + &segment)
    }

    /// A fragment keeps its grammar: what is a route, a key and a value, and in which order.
    fn fragment(&mut self, catalog: &Catalog, fragment: &str) -> String {
        let routes = &catalog.routes;
        let path = fragment.split('?').next().unwrap_or_default();
        let mut after_kind = false;
        let masked: Vec<String> =
            path.split('/')
                .map(|segment| {
                    let segment = percent_encoding::percent_decode_str(segment).decode_utf8_lossy();
                    let name = segment.trim_end_matches('~').trim_start_matches('~');
                    let is = |known: &str| known.eq_ignore_ascii_case(name);
                    let extension = std::mem::replace(&mut after_kind, is("view") || is("blade"));
                    let known = GRAMMAR.iter().any(|known| is(known))
                        || routes.keys.iter().any(|key| is(key))
                        || routes.route.iter().any(|route| {
                            is(&route.blade) || route.items.iter().any(|item| is(item))
                        });
                    if extension {
                        "Extension".to_owned()
                    } else if segment.starts_with('@') {
                        format!("@{TENANT_DOMAIN}")
                    } else if is_guid(&segment) {
                        self.id(catalog, &segment)
                    } else if known {
                        segment.into_owned()
                    } else {
                        letters(&segment)
                    }
                })
                .collect();
        masked.join("/")
    }

    fn query(&mut self, catalog: &Catalog, url: &Url) -> String {
        let mut kept = url::form_urlencoded::Serializer::new(String::new());
        let mut any = false;
        for (key, value) in url.query_pairs() {
            let value = match key.to_lowercase().as_str() {
                "client_id" | "appid" => self.word(catalog, &value),
                "scope" => value
                    .split_whitespace()
                    .map(|text| scope(catalog, text))
                    .collect::<Vec<_>>()
                    .join(" "),
                "redirect_uri" => redirect(catalog, &value),
                "prompt" | "response_type" | "response_mode" | "error" | "admin_consent" => value
                    .split_whitespace()
                    .map(|value| {
                        if VALUES.contains(&value) {
                            value.to_owned()
                        } else {
                            letters(value)
                        }
                    })
                    .collect::<Vec<_>>()
                    .join(" "),
                _ => continue,
            };
            any = true;
            kept.append_pair(&key, &value);
        }
        if any {
            format!("?{}", kept.finish())
        } else {
            String::new()
        }
    }
}

fn scope(catalog: &Catalog, scope: &str) -> String {
    let scope = Scope::parse(scope);
    // The table has the words of the sign-in and `.default`, too.
    if consentry_catalog::permissions::entry(catalog, scope.resource(catalog), scope.value())
        .is_some()
    {
        scope.value().to_owned()
    } else {
        letters(scope.value())
    }
}

fn redirect(catalog: &Catalog, address: &str) -> String {
    let host = Url::parse(address)
        .ok()
        .and_then(|url| url.host_str().map(str::to_owned));
    match host.as_deref() {
        Some("localhost") => "http://localhost:7430/oauth/callback".to_owned(),
        Some(host)
            if catalog
                .profiles
                .iter()
                .any(|p| p.entry.as_ref().is_some_and(|e| e.host == host)) =>
        {
            format!("https://{host}/")
        }
        _ => "https://elsewhere.example/".to_owned(),
    }
}

/// Letters become `x`, digits `0`; spaces and punctuation stay.
fn letters(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            c if c.is_alphabetic() => 'x',
            c if c.is_numeric() => '0',
            c => c,
        })
        .collect()
}

/// What the profiles call their apps and their apps' controls.
fn phrases<'c>() -> impl Iterator<Item = &'c str> {
    Catalog::built_in().profiles.iter().flat_map(|profile| {
        let entry = profile.entry.iter();
        let controls = entry.clone().flat_map(|entry| entry.control.values());
        let said = controls.flat_map(|spec| spec.says.iter().chain(&spec.row));
        let signs = entry
            .flat_map(|entry| &entry.page)
            .flat_map(|page| &page.signs)
            .map(|sign| &sign.says);
        std::iter::once(&profile.name)
            .chain(said)
            .chain(signs)
            .map(String::as_str)
            .filter(|phrase| !phrase.contains('{'))
    })
}

/// The labels a row or a group is known by.
fn questions(catalog: &Catalog) -> impl Iterator<Item = &str> {
    catalog
        .controls
        .values()
        .filter_map(|spec| spec.row_label.as_deref())
        .flat_map(|label| consentry_catalog::labels::patterns(catalog, label))
}

fn known_attrs<'c>(catalog: &'c Catalog) -> impl Iterator<Item = &'c AttrSign> {
    let all = |spec: &'c ControlSpec| {
        spec.attrs
            .iter()
            .chain(spec.or.iter().flat_map(|other| &other.attrs))
    };
    let entries = catalog
        .profiles
        .iter()
        .filter_map(|profile| profile.entry.as_ref())
        .flat_map(|entry| entry.control.values());
    catalog
        .controls
        .values()
        .chain(entries)
        .flat_map(all)
        .chain(catalog.sign_in.page.iter().flat_map(|page| &page.attrs))
}
