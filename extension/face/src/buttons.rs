//! Buttons, each with what it does readable from outside (`data-do`, and `data-role` where a
//! journey begins).

use crate::store::choose;
use crate::view::{Action, Weight};
use crate::words::word;
use yew::{Callback, Html, html};

/// This many buttons are in sight at a time; others are behind "More".
const IN_SIGHT: usize = 2;

/// What can be done here, the main thing first.
pub(crate) fn actions(actions: &[Action]) -> Html {
    let (first, more) = actions.split_at(actions.len().min(IN_SIGHT));
    html! {
        <>
            { answers(first) }
            if !more.is_empty() {
                <details class="more" data-part="more">
                    <summary>{ word("more") }</summary>
                    { answers(more) }
                </details>
            }
        </>
    }
}

/// The answers to a question: all of them are in sight.
pub(crate) fn answers(actions: &[Action]) -> Html {
    if actions.is_empty() {
        return Html::default();
    }
    html! { <div class="actions">{ for actions.iter().map(action) }</div> }
}

/// One button.
pub(crate) fn action(action: &Action) -> Html {
    button(action, None)
}

/// A button that says whether what it stands for holds.
pub(crate) fn toggle(action: &Action, holds: bool) -> Html {
    button(action, Some(if holds { "true" } else { "false" }))
}

fn button(action: &Action, pressed: Option<&'static str>) -> Html {
    let said = serde_json::to_value(&action.choice).unwrap_or_default();
    let field = |name: &str| {
        said.get(name)
            .and_then(|value| value.as_str())
            .map(str::to_owned)
    };
    let weight = match action.weight {
        Weight::Primary => "primary",
        Weight::Secondary => "secondary",
        Weight::Risky => "risky",
    };
    let choice = action.choice.clone();
    let onclick = Callback::from(move |_| choose(&choice));
    html! {
        <button type="button" class={weight} data-do={field("do")} data-role={field("role")} data-recipe={field("recipe")} aria-pressed={pressed} {onclick}>
            { action.label.clone() }
        </button>
    }
}
