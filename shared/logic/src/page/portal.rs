//! Pages of the Azure portal and the Entra admin center: the fragment tells, and what the page
//! shows must not say otherwise. A deep link may fall back to another menu item while the address
//! stays, and several blades stand side by side, of which the last one counts
//! (docs/facts/portal.md P2).

use super::{Page, PortalPage, Recognised};
use crate::address;
use consentry_catalog::Catalog;
use consentry_catalog::portal_page::{Route, Title};
use consentry_wire::sighting::{Control, Sighting};
use url::Url;

/// The name of a page whose address and whose signs name different ones.
pub(crate) const UNSURE: &str = "portal-unsure";

pub(super) fn recognise(catalog: &Catalog, url: &Url, frames: &[(u32, &Sighting)]) -> Recognised {
    if is_landing(url) {
        let error = url
            .query_pairs()
            .find(|(key, _)| key == "error")
            .map(|(_, value)| value.into_owned());
        return Recognised {
            page: Page::ConsentReturn { error },
            because: vec!["the address is the portal's landing page".to_owned()],
            missing: Vec::new(),
        };
    }
    let other = |why: &str| Recognised {
        page: Page::Portal(PortalPage {
            name: "portal-other".to_owned(),
            ..PortalPage::default()
        }),
        because: vec![why.to_owned()],
        missing: Vec::new(),
    };
    let Some(fragment) = url.fragment() else {
        return other("the address names no page of the portal");
    };
    let Some(route) = consentry_catalog::route::route(catalog, fragment) else {
        return other("the address leads to no blade");
    };
    let Some(known) = catalog.routes.known(&route.blade, &route.item) else {
        return other("no guide knows this blade");
    };
    let shown = Shown::of(catalog, frames);
    let mut because = vec![
        format!("the route is {} {}", route.blade, route.item)
            .trim_end()
            .to_owned(),
    ];
    let name = if route.unclear {
        because.push("but it names two different apps".to_owned());
        UNSURE
    } else {
        agreed(catalog, known, &shown, &mut because)
    };
    Recognised {
        because,
        missing: shown.missing(),
        page: Page::Portal(PortalPage {
            elsewhere: name != UNSURE && name != known.page,
            name: name.to_owned(),
            object_id: route.object_id,
            app_id: route.app_id,
            tenant: address::tenant(url.as_str()),
            title: shown.subject,
        }),
    }
}

/// The window of an admin consent ends at `/TokenAuthorize[/ExtensionName/…]`, perhaps
/// after a tenant (docs/facts/portal.md P7).
fn is_landing(url: &Url) -> bool {
    url.path_segments().is_some_and(|segments| {
        segments
            .take(2)
            .any(|s| s.eq_ignore_ascii_case("TokenAuthorize"))
    })
}

/// The page that address, title and menu agree on: two of three.
fn agreed<'c>(
    catalog: &'c Catalog,
    known: &'c Route,
    shown: &Shown<'c>,
    because: &mut Vec<String>,
) -> &'c str {
    let is_this = |title: &Title| title.pages.contains(&known.page);
    match (shown.title, shown.selected) {
        (None, None) => &known.page,
        (Some(title), selected) if is_this(title) => {
            because.push(format!("its title says {}", title.label));
            if selected.is_some_and(is_this) {
                because.push(format!("its menu says {}", title.label));
            }
            &known.page
        }
        (None, Some(selected)) if is_this(selected) => {
            because.push(format!("its menu says {}", selected.label));
            &known.page
        }
        (Some(title), Some(selected)) if std::ptr::eq(title, selected) => {
            because.push(format!(
                "its title and its menu say {}: it has not gone where the address says",
                title.label
            ));
            same_blade(catalog, known, title).unwrap_or(UNSURE)
        }
        (title, selected) => {
            for (what, says) in [("title", title), ("menu", selected)] {
                if let Some(says) = says {
                    because.push(format!("but its {what} says {}", says.label));
                }
            }
            UNSURE
        }
    }
}

/// The page of the same blade that has this title.
fn same_blade<'c>(catalog: &'c Catalog, known: &Route, title: &Title) -> Option<&'c str> {
    catalog
        .routes
        .route
        .iter()
        .find(|route| route.blade == known.blade && title.pages.contains(&route.page))
        .map(|route| route.page.as_str())
}

/// What the page itself says it is.
#[derive(Default)]
struct Shown<'c> {
    /// By the title of the last blade.
    title: Option<&'c Title>,
    /// What that title is about: the app's name.
    subject: Option<String>,
    /// By the menu item that is marked as the current one.
    selected: Option<&'c Title>,
}

impl<'c> Shown<'c> {
    /// Signs of a portal page that could not be read.
    fn missing(&self) -> Vec<&'static str> {
        let title = self.title.is_none().then_some("a title that is known");
        let menu = self
            .selected
            .is_none()
            .then_some("a current menu item that is known");
        [title, menu].into_iter().flatten().collect()
    }

    fn of(catalog: &'c Catalog, frames: &[(u32, &Sighting)]) -> Self {
        let Some((_, top)) = frames.first() else {
            return Self::default();
        };
        let mut shown = Self::default();
        for control in top.controls.iter().filter(|control| control.visible) {
            if control.role == "heading"
                && let Some((subject, title)) = title(catalog, &control.name)
            {
                shown.title = Some(title);
                shown.subject = Some(subject.to_owned());
            }
        }
        if shown.title.is_none() {
            shown.subject = subject_in_unknown_words(&top.controls);
        }
        let current = |control: &&Control| control.visible && is_current(control);
        let mut selected = top
            .controls
            .iter()
            .filter(current)
            .filter_map(|item| current_title(catalog, item, &top.controls));
        shown.selected = selected
            .next()
            .filter(|first| selected.all(|other| std::ptr::eq(other, *first)));
        shown
    }
}

/// The parts of a blade's title: "Office 365 Mover | Permissions", and `-` as it was before.
fn title<'c, 't>(catalog: &'c Catalog, text: &'t str) -> Option<(&'t str, &'c Title)> {
    let (at, separator) = [" | ", " - ", " – "]
        .iter()
        .filter_map(|separator| Some((text.rfind(separator)?, *separator)))
        .max()?;
    let item = &text[at + separator.len()..];
    let title = catalog
        .routes
        .title
        .iter()
        .find(|title| consentry_catalog::labels::matches(catalog, &title.label, item, None))?;
    Some((text[..at].trim(), title))
}

/// What a blade is about whose title nobody knows the words of: "Office 365 Mover | …". Another app than the address
/// names is another app in every language.
fn subject_in_unknown_words(controls: &[Control]) -> Option<String> {
    let is_heading = |control: &&Control| control.visible && control.role == "heading";
    let headings = controls.iter().filter(is_heading);
    let subject = |heading: &Control| Some(heading.name.split_once(" | ")?.0.trim().to_owned());
    let mut subjects = headings.filter_map(subject);
    let first = subjects.next()?;
    subjects.all(|other| other == first).then_some(first)
}

fn is_current(control: &Control) -> bool {
    let says = |name: &str, value: &str| control.attrs.get(name).is_some_and(|v| v == value);
    says("aria-current", "page")
        || says("aria-current", "true")
        || (control.role == "treeitem" && says("aria-selected", "true"))
}

/// The page that the current item of a menu stands for. The item is marked as current, and the link in it has the
/// names (`li[aria-current] > a > div[data-telemetryname]` in the portal's shell).
fn current_title<'c>(
    catalog: &'c Catalog,
    item: &Control,
    controls: &[Control],
) -> Option<&'c Title> {
    let mut inner = controls
        .iter()
        .filter(|control| control.visible && control.inside == Some(item.id));
    markup_title(catalog, item)
        .or_else(|| inner.find_map(|inner| markup_title(catalog, inner)))
        .unwrap_or_else(|| words_title(catalog, item))
}

/// The page that the markup of a menu item names, if it names any: by its telemetry name or by where it leads.
#[expect(clippy::option_option, reason = "it may name a page that no table has")]
fn markup_title<'c>(catalog: &'c Catalog, control: &Control) -> Option<Option<&'c Title>> {
    let menu_name = |name: &str| {
        let mut titles = catalog.routes.title.iter();
        titles.find(|title| title.telemetry.eq_ignore_ascii_case(name))
    };
    let telemetry = control.attrs.get("data-telemetryname");
    if let Some(name) = telemetry.filter(|name| name.starts_with("Menu-")) {
        return Some(menu_name(name));
    }
    // A telemetry name is "Menu-" and the item of the route: eighteen of eighteen were seen so.
    let (_, fragment) = control.attrs.get("href")?.split_once('#')?;
    let route = consentry_catalog::route::route(catalog, fragment)
        .filter(|route| !route.item.is_empty())?;
    Some(menu_name(&format!("Menu-{}", route.item)))
}

/// The page that the words of a menu item name.
fn words_title<'c>(catalog: &'c Catalog, item: &Control) -> Option<&'c Title> {
    let is_menu = |role: &String| matches!(role.as_str(), "navigation" | "menu");
    let mut titles = catalog.routes.title.iter();
    item.within.iter().any(is_menu).then(|| {
        titles.find(|title| {
            consentry_catalog::labels::matches(catalog, &title.label, &item.name, None)
        })
    })?
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page;

    const APP: &str = "d62121f3-e023-4972-b6b0-794190c0fd98";

    fn heading(name: &str) -> Control {
        Control {
            role: "heading".to_owned(),
            name: name.to_owned(),
            visible: true,
            ..Control::default()
        }
    }

    fn current(telemetry: &str) -> Control {
        Control {
            role: "link".to_owned(),
            name: "Õigused".to_owned(),
            visible: true,
            attrs: [
                ("data-telemetryname".to_owned(), telemetry.to_owned()),
                ("aria-current".to_owned(), "page".to_owned()),
            ]
            .into(),
            within: vec!["navigation".to_owned()],
            ..Control::default()
        }
    }

    #[test]
    fn the_item_a_person_is_at_says_so_in_one_of_three_ways() {
        let says = |role: &str, name: &str, value: &str| {
            is_current(&Control {
                role: role.to_owned(),
                attrs: [(name.to_owned(), value.to_owned())].into(),
                ..Control::default()
            })
        };
        assert!(says("link", "aria-current", "page"));
        assert!(says("link", "aria-current", "true"));
        assert!(says("treeitem", "aria-selected", "true"));
        assert!(!says("link", "aria-current", "false"));
        assert!(!says("tab", "aria-selected", "true"));
    }

    fn at(item: &str, controls: Vec<Control>) -> String {
        let sighting = Sighting {
            url: format!(
                "https://portal.azure.com/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/{item}/appId/{APP}"
            ),
            controls,
            ..Sighting::default()
        };
        page::recognise(
            Catalog::built_in(),
            &[(0, &sighting)],
            "http://localhost:7430",
        )
        .page
        .name()
        .to_owned()
    }

    #[test]
    fn the_last_of_several_titles_counts() {
        let titles = vec![
            heading("Enterprise applications | All applications"),
            heading("Office 365 Mover | Overview"),
            heading("Office 365 Mover | Permissions"),
        ];
        assert_eq!(at("Permissions", titles), "app-permissions");
    }

    #[test]
    fn a_title_that_contradicts_the_address_makes_it_unsure() {
        for item in ["Overview", "Übersicht", "Vue d’ensemble", "概要"] {
            let titles = vec![heading(&format!("Office 365 Mover | {item}"))];
            assert_eq!(at("Permissions", titles), UNSURE, "{item}");
        }
        let title = vec![heading("Office 365 Mover | Permissions")];
        assert_eq!(at("Overview", title), UNSURE);
    }

    #[test]
    fn a_deep_link_that_fell_back_is_the_page_that_title_and_menu_agree_on() {
        let fallen = vec![
            heading("Office 365 Mover | Overview"),
            current("Menu-Overview"),
        ];
        assert_eq!(at("Permissions", fallen), "app-overview");
        let other_way = vec![
            heading("Office 365 Mover | Permissions"),
            current("Menu-Permissions"),
        ];
        assert_eq!(at("Overview", other_way), "app-permissions");
    }

    #[test]
    fn the_current_item_is_named_by_the_link_in_it() {
        let item = Control {
            id: 1,
            role: "listitem".to_owned(),
            ..current("")
        };
        let mut item = item;
        item.attrs.remove("data-telemetryname");
        for (name, value) in [
            ("data-telemetryname", "Menu-Overview"),
            (
                "href",
                "#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Overview",
            ),
        ] {
            let link = Control {
                id: 2,
                role: "link".to_owned(),
                visible: true,
                inside: Some(1),
                attrs: [(name.to_owned(), value.to_owned())].into(),
                ..Control::default()
            };
            let shown = vec![heading("Office 365 Mover | Overview"), item.clone(), link];
            assert_eq!(at("Permissions", shown), "app-overview", "{name}");
        }
    }

    #[test]
    fn a_menu_alone_that_says_otherwise_makes_it_unsure() {
        assert_eq!(at("Permissions", vec![current("Menu-Overview")]), UNSURE);
        assert_eq!(
            at("Permissions", vec![current("Menu-Permissions")]),
            "app-permissions"
        );
    }

    #[test]
    fn a_heading_inside_of_a_page_is_no_title() {
        let headings = vec![heading("Properties"), heading("Getting Started")];
        assert_eq!(at("Overview", headings), "app-overview");
    }

    #[test]
    fn an_app_named_like_a_title_changes_nothing() {
        let title = vec![heading("Zap | Overview | Permissions")];
        assert_eq!(at("Permissions", title), "app-permissions");
    }

    #[test]
    fn the_landing_page_is_told_by_a_whole_segment() {
        let landing = |url: &str| is_landing(&Url::parse(url).expect("an address"));
        assert!(landing(
            "https://portal.azure.com/TokenAuthorize?admin_consent=True"
        ));
        assert!(landing(
            "https://entra.microsoft.com/tokenauthorize/ExtensionName/X"
        ));
        assert!(landing(
            "https://entra.microsoft.com/birchwood.example/TokenAuthorize"
        ));
        assert!(!landing("https://portal.azure.com/TokenAuthorizer"));
    }

    #[test]
    fn an_error_comes_before_what_else_the_landing_page_says() {
        let sighting = Sighting {
            url:
                "https://portal.azure.com/TokenAuthorize?admin_consent=True&error=consent_required"
                    .to_owned(),
            ..Sighting::default()
        };
        assert_eq!(
            page::recognise(Catalog::built_in(), &[(0, &sighting)], "").page,
            Page::ConsentReturn {
                error: Some("consent_required".to_owned())
            }
        );
    }

    #[test]
    fn a_title_and_a_menu_that_say_two_other_things_make_it_unsure() {
        let two = vec![
            heading("Office 365 Mover | Overview"),
            current("Menu-Properties"),
        ];
        assert_eq!(at("Permissions", two), UNSURE);
    }

    #[test]
    fn the_current_item_is_read_by_its_telemetry_or_by_its_words_in_the_navigation() {
        let link = |name: &str, telemetry: Option<&str>, within: &str| {
            let mut link = current("");
            link.name = name.to_owned();
            link.within = vec![within.to_owned()];
            link.attrs.remove("data-telemetryname");
            let telemetry = telemetry.map(|is| ("data-telemetryname".to_owned(), is.to_owned()));
            link.attrs.extend(telemetry);
            vec![link]
        };
        for (telemetry, within, is) in [
            (None, "navigation", UNSURE),
            (Some("Link-7"), "navigation", UNSURE),
            (None, "main", "app-permissions"),
            (Some("Menu-Permissions"), "navigation", "app-permissions"),
            (Some("Menu-Overview"), "main", UNSURE),
        ] {
            let found = at("Permissions", link("Overview", telemetry, within));
            assert_eq!(found, is, "{telemetry:?} {within}");
        }
    }
}
