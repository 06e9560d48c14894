//! Microsoft's pages on which a sign-in ends. Most of them never lead back to the app, so nobody but this card says
//! what helps, and who can.

use super::{hand_off_offer, plain};
use crate::address;
use crate::model::{Journey, Settings};
use crate::page::{Reason, Stop};
use crate::portal_link;
use consentry_catalog::Catalog;
use consentry_catalog::problem::{self, Problem};
use consentry_catalog::problems;
use consentry_catalog::profile::Profile;
use consentry_catalog::request::Request;
use consentry_catalog::roles;
use consentry_wire::journey::Place;
use consentry_wire::text::{Text, about, in_english, message, say};
use consentry_wire::view::{Card, CardKind, Copy, Tone, Weight, line};

/// What is known around a page that stops.
#[derive(Clone, Copy)]
pub(crate) struct Around<'a> {
    pub(crate) request: Option<&'a Request>,
    pub(crate) app: Option<&'a Profile>,
    pub(crate) journey: Option<&'a Journey>,
    pub(crate) settings: &'a Settings,
}

/// AADSTS50011: the address that the answer would be sent to is not registered.
const REDIRECT: u32 = 50011;
/// The problem of an app that is not there, by its name in the table.
const APP_MISSING: &str = "app-not-in-tenant";

pub(crate) fn stopped(catalog: &Catalog, stop: Stop, around: Around<'_>) -> Card {
    let app = name(around);
    let grants_in_portal = around
        .request
        .and_then(|request| request.redirect.as_deref())
        .is_some_and(|origin| is_portal_origin(catalog, origin));
    let mut card = match (stop.number, problem(catalog, stop)) {
        (Some(REDIRECT), _) if grants_in_portal => portal_redirect(&app),
        (_, Some(problem)) => of_the_table(catalog, problem, &app, around),
        (Some(number), None) => unlisted(number),
        (None, None) => note("wrong.error.unnumbered", &app),
    };
    if let Some(number) = stop.number {
        let number = number.to_string();
        let shows = say("wrong.error.number", &[("code", &number)]);
        card.lines.push(line(Tone::Plain, shows));
    }
    card
}

/// The problem of a page: that of its number, or else of what it is.
fn problem(catalog: &Catalog, stop: Stop) -> Option<&Problem> {
    match (stop.number, stop.reason) {
        (Some(number), _) => problems::by_number(catalog, number),
        (None, Reason::Device) => problems::by_code(catalog, "device-not-accepted"),
        (None, Reason::Policy) => problems::by_code(catalog, "policy-blocks"),
        (None, Reason::Session) => problems::by_code(catalog, "sign-in-needed"),
        (None, Reason::Unknown) => None,
    }
}

/// What to call the app: its name where a profile has it, its id where the request names it.
fn name(around: Around<'_>) -> Text {
    match (around.app, around.request) {
        (Some(app), _) => Text::from(&app.name),
        (
            None,
            Some(Request {
                client_id: Some(id),
                ..
            }),
        ) => Text::from(id),
        (None, _) => message("wrong.error.app"),
    }
}

fn note(key: &str, app: &Text) -> Card {
    let text = say(key, &[("app", app)]);
    plain(
        "error",
        CardKind::Note,
        say("wrong.error.title", &[("app", app)]),
        text,
    )
}

fn of_the_table(catalog: &Catalog, problem: &Problem, app: &Text, around: Around<'_>) -> Card {
    let told = |english: &str| about(english, app.clone());
    let mut card = plain(
        "error",
        CardKind::Note,
        told(&problem.title),
        told(&problem.detail),
    );
    let retired = around.app.and_then(|app| app.retired.as_deref());
    if let Some(retired) = retired.filter(|_| problem.code == APP_MISSING) {
        // What does not exist anywhere is not brought back by another sign-in.
        card.lines.push(line(Tone::Caution, in_english(retired)));
        return card;
    }
    let remedy = told(&problem.remedy);
    let remedy = say("blocked.remedy", &[("remedy", remedy)]);
    card.lines.push(line(Tone::Plain, remedy));
    if let Some(role) = &problem.role {
        let role = roles::directory_role(role).unwrap_or_else(|| told(role));
        let role = say("blocked.role", &[("role", role)]);
        card.lines.push(line(Tone::Plain, role));
    }
    card.copy = problem
        .link
        .as_deref()
        .and_then(|link| place(catalog, link, around))
        .map(|text| Copy {
            label: message("wrong.error.link"),
            text,
        });
    let somebody_else = problem
        .role
        .as_deref()
        .is_some_and(|role| role != problem::SELF);
    if let Some(journey) = around
        .journey
        .filter(|journey| somebody_else && !journey.may_grant())
    {
        hand_off_offer(catalog, &mut card, journey, Weight::Secondary);
    }
    card
}

/// Where a problem is solved, in the portal that is set; nothing where the address is not known here.
fn place(catalog: &Catalog, link: &str, around: Around<'_>) -> Option<String> {
    let page = || {
        portal_link::link(
            catalog,
            Place::Permissions,
            around.journey?,
            around.settings,
        )
    };
    let link = match link {
        "{app_page}" => page()?,
        link => link.replace("{portal}", around.settings.portal.trim_end_matches('/')),
    };
    (!link.contains('{')).then_some(link)
}

/// The window of a grant, for an app whose registration does not name the portal's own address.
fn portal_redirect(app: &Text) -> Card {
    let mut card = note("wrong.error.portal.text", app);
    card.title = message("wrong.error.portal.title");
    let role = message("wrong.error.portal.role");
    card.lines
        .push(line(Tone::Plain, say("blocked.role", &[("role", role)])));
    card
}

/// A number that no table here has. Microsoft's own page about it needs nothing but the number.
fn unlisted(number: u32) -> Card {
    let mut card = note("wrong.error.unlisted", &Text::default());
    card.copy = Some(Copy {
        label: message("wrong.error.lookup"),
        text: format!("https://login.microsoftonline.com/error?code={number}"),
    });
    card
}

/// Whether a request sends its answer to a portal.
fn is_portal_origin(catalog: &Catalog, origin: &str) -> bool {
    address::site(catalog, &format!("{origin}/"), "") == Some(address::Site::Portal)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::English as _;

    const ADMIN: &str = "https://login.microsoftonline.com/organizations/v2.0/adminconsent?client_id=d62121f3-e023-4972-b6b0-794190c0fd98&redirect_uri=https%3A%2F%2Fentra.microsoft.com%2FTokenAuthorize";

    fn card(number: Option<u32>, reason: Reason, asked: &str, app: &str) -> Card {
        let request = consentry_catalog::request::request(asked);
        let around = Around {
            request: request.as_ref(),
            app: consentry_catalog::profiles::by_id(Catalog::built_in(), app),
            journey: None,
            settings: &Settings::default(),
        };
        stopped(Catalog::built_in(), Stop { number, reason }, around)
    }

    fn words(card: &Card) -> String {
        let lines = card.lines.iter().map(|line| line.text.english());
        let all = [card.title.english(), card.text.english()]
            .into_iter()
            .chain(lines);
        all.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn a_number_of_the_table_brings_its_remedy_and_the_role_that_can() {
        let said = words(&card(Some(50105), Reason::Unknown, "", "office-365-mover"));
        assert!(said.contains("Users and groups"), "{said}");
        assert!(said.contains("Cloud Application Administrator"), "{said}");
        assert!(
            said.contains("50105") && said.contains("Office 365 Mover"),
            "{said}"
        );
    }

    #[test]
    fn a_page_without_a_number_is_answered_by_what_it_is_and_never_with_an_empty_number() {
        for reason in [
            Reason::Policy,
            Reason::Device,
            Reason::Session,
            Reason::Unknown,
        ] {
            let said = words(&card(None, reason, "", ""));
            assert!(
                !said.contains("AADSTS") && !said.contains("code ."),
                "{said}"
            );
        }
        let device = words(&card(None, Reason::Device, "", ""));
        assert!(device.contains("managed device"), "{device}");
    }

    #[test]
    fn a_number_that_the_table_lacks_leads_to_microsofts_page_about_it() {
        let card = card(Some(12345), Reason::Unknown, "", "");
        let place = card.copy.as_ref().map(|copy| copy.text.as_str());
        assert_eq!(
            place,
            Some("https://login.microsoftonline.com/error?code=12345")
        );
        assert!(words(&card).contains("12345"));
    }

    #[test]
    fn a_grant_whose_window_may_not_answer_the_portal_is_made_in_app_registrations() {
        let said = words(&card(
            Some(50011),
            Reason::Unknown,
            ADMIN,
            "office-365-mover",
        ));
        assert!(
            said.contains("App registrations") && said.contains("TokenAuthorize"),
            "{said}"
        );
        let elsewhere = words(&card(Some(50011), Reason::Unknown, "", "office-365-mover"));
        assert!(!elsewhere.contains("TokenAuthorize"), "{elsewhere}");
    }

    #[test]
    fn an_app_that_was_retired_is_not_brought_back_by_another_sign_in() {
        let retired = Catalog::built_in()
            .profiles
            .iter()
            .find(|app| app.retired.is_some());
        let app = retired.expect("a retired app");
        let card = card(Some(700_016), Reason::Unknown, "", &app.id);
        assert!(
            words(&card).contains(app.retired.as_deref().expect("why")),
            "{}",
            words(&card)
        );
        assert!(
            !card
                .lines
                .iter()
                .any(|line| line.text.english().starts_with("What to do"))
        );
    }

    #[test]
    fn an_app_without_a_profile_goes_by_its_id() {
        let asked = ADMIN.replace("d62121f3", "99999999");
        let said = words(&card(Some(50105), Reason::Unknown, &asked, ""));
        assert!(
            said.contains("99999999-e023-4972-b6b0-794190c0fd98"),
            "{said}"
        );
    }
}
