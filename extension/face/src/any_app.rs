//! The field for an app that no profile describes, and what follows from what stands there.

use crate::buttons::{action, answers};
use crate::view::{AnyAppView, Choice};
use crate::{parts, store};
use web_sys::HtmlInputElement;
use yew::{Callback, Html, Properties, TargetCast, component, html, use_effect_with, use_state};

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// What it says.
    pub(crate) any: AnyAppView,
}

/// The field; and once an app is named, what is known of it and the question for the role in its place.
#[component]
pub(crate) fn AnyApp(props: &Props) -> Html {
    let AnyAppView {
        field,
        go,
        lines,
        actions,
        ..
    } = &props.any;
    let draft = use_state(|| field.text.clone());
    {
        let draft = draft.setter();
        use_effect_with(field.text.clone(), move |text| draft.set(text.clone()));
    }
    if !actions.is_empty() {
        return html! {
            <div data-part="named-app">
                <p><code>{ field.text.clone() }</code></p>
                { parts::lines(lines) }
                { answers(actions) }
                { field.reset.as_ref().map(action).unwrap_or_default() }
            </div>
        };
    }
    let oninput = {
        let draft = draft.setter();
        Callback::from(move |event: yew::InputEvent| {
            let field: HtmlInputElement = event.target_unchecked_into();
            draft.set(field.value());
        })
    };
    let onsubmit = {
        let draft = draft.clone();
        Callback::from(move |event: yew::SubmitEvent| {
            event.prevent_default();
            store::choose(&Choice::NameApp {
                text: Some((*draft).clone()),
            });
        })
    };
    let described = if field.error.is_some() {
        "any-app-error any-app-help"
    } else {
        "any-app-help"
    };
    let invalid = field.error.is_some().then_some("true");
    html! {
        <form class="setting" data-part="any-app-form" {onsubmit}>
            <label for="any-app-field">{ field.label.clone() }</label>
            <input id="any-app-field" type="text" dir="ltr" value={(*draft).clone()} aria-describedby={described} aria-invalid={invalid} autocomplete="off" spellcheck="false" {oninput} />
            if let Some(error) = &field.error {
                <p id="any-app-error" class="error" role="alert" data-part="error">{ error.clone() }</p>
            }
            <p id="any-app-help" class="small help">{ field.help.clone() }</p>
            <div class="actions"><button type="submit" class="primary" data-do="name_app">{ go.clone() }</button></div>
        </form>
    }
}
