//! What a person does in the tenant by hand, shown in several ways.

use crate::buttons::actions;
use crate::parts::{self, CopyField};
use crate::view::{Recipe, Way};
use yew::{Html, html};

/// One recipe, folded.
pub(crate) fn recipe(recipe: &Recipe) -> Html {
    html! {
        <details key={recipe.id.clone()} data-recipe={recipe.id.clone()} class="recipe">
            <summary>{ recipe.title.clone() }</summary>
            <p>{ recipe.text.clone() }</p>
            { for recipe.ways.iter().map(way) }
            if let Some(check) = recipe.check.clone() {
                { actions(&[check]) }
            }
            <div aria-live="polite" data-part="found">
                if let Some(found) = &recipe.found {
                    { parts::line(found) }
                }
            </div>
        </details>
    }
}

fn way(way: &Way) -> Html {
    let steps = way
        .steps
        .iter()
        .map(|step| html! { <li>{ step.clone() }</li> });
    html! {
        <div class="way">
            <h4>{ way.title.clone() }</h4>
            if way.steps.len() > 1 {
                <ol>{ for steps }</ol>
            } else {
                { for way.steps.iter().map(|step| html! { <p>{ step.clone() }</p> }) }
            }
            { for way.copies.iter().map(|copy| html! { <CopyField copy={copy.clone()} /> }) }
            if let Some(action) = way.action.clone() {
                { actions(&[action]) }
            }
        </div>
    }
}
