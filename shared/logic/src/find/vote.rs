//! The signs of one control, and what speaks against it.

use super::Found;
use super::placement;
use super::spec::{Here, Named};
use consentry_catalog::Catalog;
use consentry_catalog::control::{AttrSign, Compare, ControlSpec};
use consentry_catalog::untrusted::is_invisible;
use consentry_catalog::{label, labels};
use consentry_wire::sighting::{Control, Sighting};

#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one thing that is seen or not"
)]
pub(super) struct Vote<'a, 's> {
    pub(super) found: Found<'a>,
    /// What it is looked for by.
    spec: &'s ControlSpec,
    pub(super) signs: Vec<String>,
    pub(super) against: Vec<String>,
    /// Whether it says what it is looked for under.
    pub(super) labelled: bool,
    /// Signs that fit this control and hardly another.
    strong: usize,
    /// Signs that name the control itself, wherever it stands: its label, its markup, where it leads.
    pub(super) naming: usize,
    /// Those of them that its own words and markup are, and not the tenant's name or the view around it.
    pub(super) own: usize,
    /// Signs that name the very thing: the app's id, the tenant.
    identity: usize,
    /// Whether its own markup says that it is another control, or leads elsewhere.
    pub(super) contradicted: bool,
    /// How many signs must agree.
    pub(super) need: usize,
    /// Whether it cannot be reached for now.
    pub(super) behind: bool,
    /// Whether it is the header of a group, where something within one is looked for: another thing
    /// of the same name, and no contradiction.
    pub(super) header: bool,
}

impl Vote<'_, '_> {
    pub(super) fn enough(&self) -> bool {
        self.signs.len() >= self.need
    }

    /// What decides between two: who it names, then how much speaks for it.
    pub(super) fn weight(&self) -> (usize, usize) {
        (self.identity, self.signs.len())
    }

    /// The signs it is looked for by that it lacks. Attributes of the same value stand for one another: a page has
    /// one of them or the other.
    pub(super) fn missing(&self) -> Vec<String> {
        let spec = self.spec;
        let is_met = |sign: &str| self.signs.iter().any(|met| met.starts_with(sign));
        let named = spec.label.is_some() || !spec.says.is_empty() || spec.named_app;
        let of_spec = [
            (named, "label"),
            (spec.route.is_some(), "address"),
            (!spec.place.is_empty(), "place"),
        ];
        let own = of_spec
            .into_iter()
            .filter(|(is, sign)| *is && !is_met(sign))
            .map(|(_, sign)| sign.to_owned());
        let attribute = |sign: &AttrSign| is_met(&format!("attribute {}", sign.name));
        let attributes = spec.attrs.iter().filter(|sign| {
            let alike = || spec.attrs.iter().filter(|other| other.is == sign.is);
            alike().next().is_some_and(|first| first.name == sign.name) && !alike().any(attribute)
        });
        own.chain(attributes.map(|sign| format!("attribute {}", sign.name)))
            .collect()
    }

    fn strong(&mut self, sign: impl Into<String>) {
        self.strong += 1;
        self.signs.push(sign.into());
    }

    fn contradicts(&mut self, why: &str) {
        self.contradicted = true;
        self.against.push(why.to_owned());
    }

    fn names(&mut self, sign: impl Into<String>) {
        self.naming += 1;
        self.strong(sign);
    }

    /// It holds the tenant's name, where only what is looked for does.
    fn holds_tenant(&mut self, so: &str) {
        self.identity += 1;
        self.names("holds the tenant's name");
        self.names(so);
    }

    /// A sign of its own words or markup.
    fn says(&mut self, sign: impl Into<String>) {
        self.own += 1;
        self.names(sign);
    }
}

pub(super) fn votes<'a, 's>(
    catalog: &Catalog,
    spec: &'s ControlSpec,
    frames: &[(u32, &'a Sighting)],
    named: Named<'_>,
) -> Vec<Vote<'a, 's>> {
    let alone = |control: &Control| {
        let is_one = |other: &Control| other.visible && spec.roles.contains(&other.role);
        let all = frames.iter().flat_map(|(_, sighting)| &sighting.controls);
        spec.alone
            && all
                .filter(|other| is_one(other))
                .all(|other| std::ptr::eq(other, control))
    };
    let top = frames.first().map(|(_, sighting)| *sighting);
    let shown_tenant = top
        .and_then(|top| top.probes.get("portal-tenant"))
        .map(|tenant| label::plain_name(tenant));
    // A modal dialog of the top document lies above every other frame; a frame may be put aside.
    let covered = |frame: u32, Sighting { url, view, .. }: &Sighting| {
        frames
            .first()
            .is_some_and(|(first, sighting)| *first != frame && sighting.modal)
            || frames.iter().any(|(other, sighting)| {
                *other != frame && sighting.aside.iter().any(|aside| is_at(url, view, aside))
            })
    };
    let hidden = headers(catalog, spec, frames, named);
    let is_menu_named = spec.route.is_some() && top.is_some_and(names_its_items);
    let own = frames
        .iter()
        .flat_map(|(frame, sighting)| {
            sighting.controls.iter().map(|control| {
                let found = Found {
                    frame: *frame,
                    control,
                };
                (found, *sighting)
            })
        })
        .filter_map(|(found, sighting)| {
            let mut vote = vote(catalog, spec, found, named, alone(found.control));
            route_sign(catalog, spec, top, &mut vote);
            if hidden.contains(&(found.frame, found.control.id)) {
                // What it hides has been named by two signs.
                vote.identity += 1;
                vote.naming += 1;
                vote.says("hides what is looked for");
            }
            label_details(catalog, spec, named, shown_tenant.as_deref(), &mut vote);
            if let Some(top) = top {
                let tenant = named.tenant.map(label::plain_name);
                let tenant = tenant.or_else(|| shown_tenant.clone());
                frame_signs(catalog, spec, top, sighting, tenant.as_deref(), &mut vote);
            }
            let placed = placement::judge(catalog, spec, found.control, vote.naming, vote.own);
            let signs = placed.signs.into_iter();
            vote.signs.extend(signs.map(str::to_owned));
            vote.against.extend(placed.against);
            if vote.strong == 0 {
                return None;
            }
            if is_menu_named && vote.own <= usize::from(vote.labelled) {
                vote.against
                    .push("the items of the page's menu say more of themselves".to_owned());
            }
            if spec.stays && leads_away(found.control, &sighting.url) {
                vote.against.push("leads to another site".to_owned());
            }
            vote.behind = !spec.guarded && (found.control.behind || covered(found.frame, sighting));
            Some(vote)
        });
    own.chain(
        spec.or
            .iter()
            .flat_map(|other| votes(catalog, other, frames, named)),
    )
    .collect()
}

fn vote<'a, 's>(
    catalog: &Catalog,
    spec: &'s ControlSpec,
    found: Found<'a>,
    named: Named<'_>,
    alone: bool,
) -> Vote<'a, 's> {
    let control = found.control;
    let labelled = label_sign(catalog, spec, control, named);
    let mut vote = Vote {
        found,
        spec,
        signs: Vec::new(),
        against: Vec::new(),
        labelled: labelled || asks(catalog, spec, control),
        strong: 0,
        naming: 0,
        own: 0,
        contradicted: false,
        identity: 0,
        need: spec.need.max(2),
        behind: false,
        header: spec.leaf && control.expanded.is_some(),
    };
    if labelled {
        vote.says("label");
    }
    for sign in &spec.attrs {
        let Some(value) = control.attrs.get(&sign.name) else {
            continue;
        };
        if attr_fits(sign, value, named) {
            vote.says(format!("attribute {}", sign.name));
            if !labelled && says_another(catalog, spec, &control.name) {
                vote.against
                    .push("it says what another control is called".to_owned());
            }
        } else if sign
            .family
            .as_ref()
            .is_some_and(|family| value.starts_with(family.as_str()))
        {
            vote.contradicts(&format!("attribute {} names something else", sign.name));
        }
    }
    if alone {
        vote.strong("the only one of its kind");
    }
    if !spec.guarded && differs(catalog, control) {
        vote.against.push(DIFFERS.to_owned());
    }
    row_signs(catalog, spec, named, &mut vote);
    // A row's other controls share all its signs: which of them it is, only its own words say.
    if !spec.guarded && !labelled && spec.label.is_some() && spec.row_label.is_some() {
        vote.against
            .push("its row fits, and its own words do not".to_owned());
    }
    if !spec.guarded && label::has_direction_override(&control.name) {
        vote.against
            .push("its name is written to read otherwise than it is".to_owned());
    }
    if vote.header {
        vote.against.push("it unfolds something".to_owned());
    }
    if spec.folds && control.expanded.is_none() {
        vote.against.push("it unfolds nothing".to_owned());
    }
    if spec.of_app && named.here == Here::Unsaid {
        vote.against
            .push("the page does not say which app it is about".to_owned());
    }
    vote
}

/// The headers of the groups that hide what a header is looked for for: each by its frame and id.
fn headers(
    catalog: &Catalog,
    spec: &ControlSpec,
    frames: &[(u32, &Sighting)],
    named: Named<'_>,
) -> Vec<(u32, u32)> {
    let inner = spec.opens.iter().filter_map(|id| catalog.controls.get(id));
    inner
        .flat_map(|inner| votes(catalog, inner, frames, named))
        .filter(|vote| vote.against.is_empty() && vote.enough() && vote.naming > 1)
        .filter(|vote| !vote.found.control.visible)
        .filter_map(|vote| Some((vote.found.frame, vote.found.control.collapsed_by?)))
        .collect()
}

/// What a frame says of itself: which shell it belongs to, and which view it shows.
///
/// In a view that is known, a button with the tenant's name is known without a word of any language.
fn frame_signs(
    catalog: &Catalog,
    spec: &ControlSpec,
    top: &Sighting,
    frame: &Sighting,
    tenant: Option<&str>,
    vote: &mut Vote<'_, '_>,
) {
    let control = vote.found.control;
    let names_tenant = spec.tenant && control.role == "button" && {
        let name = label::normalise(&control.name);
        tenant.is_some_and(|tenant| tenant.len() > 2 && name.contains(tenant))
            && !says_another(catalog, spec, &control.name)
    };
    if std::ptr::eq(top, frame) {
        if names_tenant
            && vote.naming == 0
            && is_at_tenants_button(catalog, spec, &top.url, control)
            && tenant.is_some_and(|tenant| holds_word(&label::normalise(&control.name), tenant))
        {
            vote.holds_tenant("the page's only such button");
        }
        return;
    }
    let (Ok(shell), Ok(url)) = (url::Url::parse(&top.url), url::Url::parse(&frame.url)) else {
        return;
    };
    let trusts = url
        .query_pairs()
        .find(|(key, _)| key.eq_ignore_ascii_case("trustedAuthority"))
        .and_then(|(_, shell)| url::Url::parse(&shell).ok());
    if trusts.is_some_and(|trusted| trusted.origin() != shell.origin()) {
        vote.against
            .push("its frame belongs to another shell".to_owned());
    }
    let route = shell
        .fragment()
        .and_then(|text| consentry_catalog::route::route(catalog, text));
    if !spec.of_app || frame.view.is_empty() {
        return;
    }
    match route.and_then(|route| catalog.routes.shows(&route.blade, &route.item, &frame.view)) {
        // Everything in the frame stands in that view: it says nothing of what has no other sign.
        Some(true) if vote.naming > 0 => vote.names("view"),
        Some(true) if names_tenant => vote.holds_tenant("view"),
        Some(false) => vote.against.push("its frame shows another view".to_owned()),
        Some(true) | None => {}
    }
}

/// Whether words are among others, and no part of one.
fn holds_word(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + words.len()..].chars().next();
        ![before, after]
            .into_iter()
            .flatten()
            .any(char::is_alphanumeric)
    })
}

/// Whether a page of the shell is one on which a button in the main part that holds the tenant's name can only be
/// what is looked for.
fn is_at_tenants_button(
    catalog: &Catalog,
    spec: &ControlSpec,
    page: &str,
    control: &Control,
) -> bool {
    let fragment = page.split_once('#').map(|(_, fragment)| fragment);
    let page = fragment
        .and_then(|text| consentry_catalog::route::route(catalog, text))
        .and_then(|route| catalog.routes.known(&route.blade, &route.item));
    let stands = |role: &str| control.within.iter().any(|around| around == role);
    page.is_some_and(|page| spec.tenant_at.contains(&page.page))
        && stands("main")
        && !(stands("toolbar") || stands("menubar"))
}

/// Whether a page has a menu whose items have telemetry names or addresses: then each of them has (eighteen of
/// eighteen in the portal's shell), and what has its words alone is something else.
fn names_its_items(page: &Sighting) -> bool {
    let says = |control: &&Control| {
        let attr = |name: &str, is: &dyn Fn(&str) -> bool| {
            control.attrs.get(name).is_some_and(|value| is(value))
        };
        attr("data-telemetryname", &|name| name.starts_with("Menu-"))
            || attr("href", &|to| to.starts_with("#view/") && to.contains("/~/"))
    };
    page.controls.iter().filter(says).nth(FEW_ITEMS).is_some()
}

/// With so many a page has a menu, and not only a link or two to other pages.
const FEW_ITEMS: usize = 3;

/// The menu item that a link's address names, and whether it is of the app that the page is about.
///
/// A menu item is a link to `#view/Extension/Blade/~/Item/…` in every language. An address that names
/// another item, or another app, contradicts what the link says of itself.
fn route_sign(
    catalog: &Catalog,
    spec: &ControlSpec,
    top: Option<&Sighting>,
    vote: &mut Vote<'_, '_>,
) {
    let (Some(item), Some(href)) = (&spec.route, vote.found.control.attrs.get("href")) else {
        return;
    };
    let route =
        |address: &str| consentry_catalog::route::route(catalog, address.split_once('#')?.1);
    let Some(to) = route(href) else { return };
    let here = top.and_then(|top| route(&top.url)).unwrap_or_default();
    let differ = |one: &Option<String>, other: &Option<String>| matches!((one, other), (Some(one), Some(other)) if one != other);
    if differ(&to.object_id, &here.object_id) || differ(&to.app_id, &here.app_id) {
        vote.contradicts("its address leads to another app");
    } else if to.item.eq_ignore_ascii_case(item) {
        vote.says("address");
    } else {
        vote.contradicts("its address leads elsewhere");
    }
}

/// Whether it is called what it is looked for under, or reads so.
fn label_sign(catalog: &Catalog, spec: &ControlSpec, control: &Control, named: Named<'_>) -> bool {
    let tenant = named.tenant.filter(|_| spec.tenant);
    texts(control).any(|text| {
        spec.label
            .as_deref()
            .is_some_and(|key| consentry_catalog::labels::matches(catalog, key, text, tenant))
            || spec
                .says
                .iter()
                .any(|says| label::says_so(says, text, named.app))
            || (spec.named_app && named.app.is_some_and(|app| label::says_so(app, text, None)))
            || (spec.named_account && holds_account(text))
    })
}

/// Whether a control is called what a label says, or reads so.
pub(crate) fn is_called(catalog: &Catalog, key: &str, control: &Control) -> bool {
    texts(control).any(|text| consentry_catalog::labels::matches(catalog, key, text, None))
}

/// Whether a control says a label, or answers a question that does.
pub(crate) fn is_said(catalog: &Catalog, key: &str, control: &Control) -> bool {
    is_called(catalog, key, control)
        || [&control.row, &control.group]
            .into_iter()
            .flatten()
            .any(|text| consentry_catalog::labels::mentions(catalog, key, text))
}

/// What a control is called, and what it reads where that is something else.
fn texts(control: &Control) -> impl Iterator<Item = &str> {
    [Some(control.name.as_str()), control.read.as_deref()]
        .into_iter()
        .flatten()
}

/// What is said of a control that [`differs`].
pub(crate) const DIFFERS: &str = "it reads otherwise than it is called";

/// Whether what a person reads in a control is no part of its name: one of the two is not true, and
/// nobody knows which. A link may hold more than it is called, as one that is a whole row does, and a
/// switch that is called by its question reads whether it is on.
pub(crate) fn differs(catalog: &Catalog, control: &Control) -> bool {
    // Words between spaces, with one before and after, so that a part of a word is none.
    let words = |text: &str| {
        let mut words = String::from(" ");
        for word in label::normalise(text).split(|c: char| !c.is_alphanumeric()) {
            if !word.is_empty() {
                words.push_str(word);
                words.push(' ');
            }
        }
        words
    };
    control.read.as_deref().is_some_and(|reads| {
        let (name, read) = (words(&control.name), words(reads));
        let may_read_more = match control.role.as_str() {
            "link" => read.contains(&name),
            "switch" => consentry_catalog::labels::matches(catalog, "switch-state", reads, None),
            _ => false,
        };
        !(name.contains(&read) || may_read_more)
    })
}

/// Whether what stands around a control asks what is looked for. Of what must not be overlooked any
/// mention counts.
fn asks(catalog: &Catalog, spec: &ControlSpec, control: &Control) -> bool {
    let fits = if spec.guarded {
        labels::mentions
    } else {
        labels::begins
    };
    let around = [&control.row, &control.group];
    spec.row_label.as_deref().is_some_and(|key| {
        around
            .into_iter()
            .flatten()
            .any(|text| fits(catalog, key, text))
    })
}

/// What a label says beyond that it fits: words that nobody has seen need one sign more, and the
/// right tenant's name is one.
fn label_details(
    catalog: &Catalog,
    spec: &ControlSpec,
    named: Named<'_>,
    shown_tenant: Option<&str>,
    vote: &mut Vote<'_, '_>,
) {
    let name = &vote.found.control.name;
    let tenant = named.tenant.filter(|_| spec.tenant);
    let fits = spec
        .label
        .as_deref()
        .and_then(|key| consentry_catalog::labels::find(catalog, key, name, tenant));
    let Some(fits) = fits else { return };
    if fits.inferred && !spec.guarded {
        vote.need += 1;
        vote.signs
            .iter_mut()
            .filter(|sign| *sign == "label")
            .for_each(|sign| sign.push_str(" (inferred: needs one sign more)"));
    }
    if !spec.tenant || fits.varies.is_none() {
        return;
    }
    if tenant.is_some() {
        vote.identity += 1;
        vote.naming += 1;
        vote.signs.push("names the tenant".to_owned());
    } else if fits.varies.as_deref().map(after_colon) == shown_tenant {
        vote.identity += 1;
        vote.naming += 1;
        vote.signs
            .push("names the tenant the portal shows".to_owned());
    } else if named.app.map(label::plain_name) == fits.varies {
        vote.against
            .push("names the app, as a message does".to_owned());
    } else if shown_tenant.is_some_and(|shown| !shown.contains(['.', '@'])) {
        vote.against
            .push("names another tenant than the portal shows".to_owned());
    }
}

/// A name without the words before it: some languages write "for the following: NAME".
fn after_colon(words: &str) -> &str {
    words.rsplit_once(": ").map_or(words, |(_, name)| name)
}

/// Whether a frame of that address and name is the one at a place: an origin and path, and a name if it has one.
fn is_at(url: &str, view: &str, place: &str) -> bool {
    let (place, name) = place.split_once('#').unwrap_or((place, view));
    url.strip_prefix(place)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['?', '#']))
        && name == view
}

/// Whether a link leads to another host than the page's.
fn leads_away(control: &Control, page: &str) -> bool {
    let Some(href) = control.attrs.get("href") else {
        return false;
    };
    let Ok(page) = url::Url::parse(page) else {
        return false;
    };
    page.join(href)
        .is_ok_and(|to| matches!(to.scheme(), "http" | "https") && to.host_str() != page.host_str())
}

/// Whether a name is what the table calls another control: then the page's own markup and its words
/// contradict each other.
fn says_another(catalog: &Catalog, spec: &ControlSpec, name: &str) -> bool {
    spec.label.is_some()
        && catalog
            .controls
            .values()
            .filter_map(|other| other.label.as_ref())
            .any(|label| {
                Some(label) != spec.label.as_ref()
                    && consentry_catalog::labels::matches(catalog, label, name, None)
            })
}

fn attr_fits(sign: &AttrSign, value: &str, named: Named<'_>) -> bool {
    let wanted: Vec<String> = if sign.is.contains("{client_id}") {
        named
            .client_ids
            .iter()
            .map(|id| sign.is.replace("{client_id}", id))
            .collect()
    } else {
        vec![sign.is.clone()]
    };
    wanted.iter().any(|wanted| match sign.how {
        Compare::Equal => wanted == value,
        Compare::Contains => value.to_lowercase().contains(&wanted.to_lowercase()),
    })
}

fn row_signs(catalog: &Catalog, spec: &ControlSpec, named: Named<'_>, vote: &mut Vote<'_, '_>) {
    let control = vote.found.control;
    let row = label::normalise(control.row.as_deref().unwrap_or_default());
    for wanted in &spec.row {
        let names_app = wanted == "{client_id}";
        let fits = if names_app {
            // A word of its own: an address may hold any id.
            row.split_whitespace().any(|word| {
                named
                    .client_ids
                    .iter()
                    .any(|id| id.eq_ignore_ascii_case(word))
            })
        } else {
            row.contains(&label::normalise(
                &wanted.replace("{name}", named.app.unwrap_or_default()),
            ))
        };
        let leads_to = names_app
            .then(|| app_of_address(catalog, control))
            .flatten();
        if let Some(app_id) = leads_to {
            let mut ids = named.client_ids.iter();
            if ids.any(|id| id.eq_ignore_ascii_case(&app_id)) {
                vote.identity += 1;
                vote.strong("its address names the app");
            } else {
                vote.contradicts("its address leads to another app");
            }
        } else if fits && names_app && !heads_allow(catalog, control, named) {
            vote.against
                .push("its id stands in another column than an application's".to_owned());
        } else if fits {
            vote.identity += usize::from(names_app);
            vote.strong(format!("row holds {wanted}"));
        } else {
            vote.against.push(format!("row does not hold {wanted}"));
        }
    }
    if let Some(key) = &spec.row_label {
        if asks(catalog, spec, control) {
            vote.strong(format!("row begins with {key}"));
        } else {
            vote.against.push(format!("row does not begin with {key}"));
        }
    }
}

/// The application ID in the address of a page of an app, where a link leads to one
/// (`#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Overview/objectId/…/appId/…`). No column is needed to tell it from
/// the id of an object.
fn app_of_address(catalog: &Catalog, control: &Control) -> Option<String> {
    let href = control.attrs.get("href")?;
    consentry_catalog::route::route(catalog, href.strip_prefix('#')?)?.app_id
}

/// Whether the app's id stands where an application's does: where columns have heads, under that one,
/// and where words stand right before it, after those.
fn heads_allow(catalog: &Catalog, control: &Control, named: Named<'_>) -> bool {
    let is_ours = |id: &str| {
        let mut ids = named.client_ids.iter();
        ids.any(|ours| ours.eq_ignore_ascii_case(id))
    };
    let is_head = |head: &str| {
        let plain = head
            .split([',', ';', ':', '|', '\u{2191}', '\u{2193}'])
            .next();
        consentry_catalog::labels::matches(
            catalog,
            "application-id",
            plain.unwrap_or_default(),
            None,
        )
    };
    if !control.columns.is_empty() {
        let mut columns = control.columns.iter();
        return columns.any(|(head, id)| is_ours(id) && is_head(head));
    }
    let row = label::normalise(control.row.as_deref().unwrap_or_default());
    named.client_ids.iter().any(|id| {
        let id = id.to_lowercase();
        row.match_indices(&id).any(|(at, _)| {
            let head = row[..at].trim_end().strip_suffix(':');
            head.is_none_or(|head| consentry_catalog::labels::ends(catalog, "application-id", head))
        })
    })
}

/// Whether text holds something that looks like an account's address.
pub(crate) fn holds_account(text: &str) -> bool {
    text.split_whitespace().any(|word| {
        word.split_once('@').is_some_and(|(name, domain)| {
            !name.is_empty()
                && domain.contains('.')
                && !domain.starts_with('.')
                && !domain.contains('@')
        })
    })
}

/// Whether a control stands for exactly that account. An address is a word of the name, from one space or punctuation
/// mark to the next; where the markup has an address too, it is the same one.
pub(crate) fn is_account(control: &Control, account: &str) -> bool {
    let is_it = |word: &str| word.to_lowercase() == account.to_lowercase();
    let ends_word = |c: char| {
        c.is_whitespace()
            || is_invisible(c)
            || "()[]<>{}\",;:\u{201c}\u{201d}\u{201e}\u{ab}\u{bb}".contains(c)
    };
    let named = control
        .name
        .split(ends_word)
        .map(|word| word.trim_end_matches('.'))
        .any(is_it);
    let mut marked = control.attrs.values().filter(|value| holds_account(value));
    named && marked.all(|value| is_it(value.trim()))
}
