//! What a person can do about an app, three ways: in the portal, as requests to Microsoft Graph, as PowerShell.

use super::known::Known;
use super::parts::cut;
use consentry_catalog::Catalog;
use consentry_catalog::recipes::{Recipe, Target};
use consentry_catalog::route;
use consentry_text::words::say;
use maud::{Markup, html};

/// All that fit the app; nothing where its ID is none.
pub(super) fn recipes(known: &Known<'_>) -> Markup {
    let line = known.line;
    let tenant = Some(known.inventory.tenant.id.as_str());
    let object = Some(line.object_id.as_str());
    let Some(target) = Target::new(&line.app_id, object, tenant, known.portal) else {
        return html! {};
    };
    let app = known.detail.held.app.as_ref();
    let is_assigned = app.is_some_and(|app| app.assignment_required);
    // An app that everyone can sign in to needs no opening.
    let fits = |recipe: &&Recipe| recipe.id != "require" || is_assigned;
    let all = Catalog::built_in().recipes.recipe.iter().filter(fits);
    html! {
        section.recipes aria-labelledby="recipes" {
            h2 id="recipes" { (say("apps-recipes", &[])) }
            p.quiet { (say("apps-recipes-text", &[])) }
            @for recipe in all { (one(recipe, &target, known)) }
        }
    }
}

fn one(recipe: &Recipe, target: &Target<'_>, known: &Known<'_>) -> Markup {
    let name = cut(&known.line.name);
    let app = [("app", name.as_str())];
    let word = |part: &str| say(&format!("recipe.{}.{part}", recipe.id), &app);
    let commands = recipe.commands(target);
    let scopes = recipe.scopes.join(", ");
    let line = known.line;
    let portal = route::of_app(known.portal, recipe.place, &line.object_id, &line.app_id);
    html! {
        details {
            summary { (word("title")) }
            p { (word("text")) }
            h3 { (say("way.portal", &[])) }
            ol { @for step in 1..=recipe.steps { li { (word(&format!("step.{step}"))) } } }
            @if let Some(portal) = portal {
                p { a href=(portal) rel="noreferrer" { (say("way.portal.open", &[])) } }
            }
            h3 { (say("way.graph", &[])) }
            p { (say("way.graph.how", &[("scopes", &scopes)])) }
            @for request in &commands.graph { (command(request)) }
            h3 { (say("way.powershell", &[])) }
            p { (say("way.powershell.how", &[])) }
            (command(&commands.powershell))
        }
    }
}

/// What is to be copied. It can be longer than the page is wide, and is reached by keyboard.
fn command(text: &str) -> Markup {
    html! { pre tabindex="0" dir="ltr" lang="en" { code { (text) } } }
}
