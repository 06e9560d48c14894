//! The options page: every setting, who set it, and what is wrong with what was typed.

use crate::buttons::action;
use crate::view::{Choice, Field, SettingsView};
use crate::{chrome, parts, store};
use consentry_wire::view::FieldKind;
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::{Callback, Html, Properties, TargetCast, component, html, use_effect_with, use_state};

/// The whole page.
#[component]
pub(crate) fn Page() -> Html {
    let Some(view) = store::use_view() else {
        return Html::default();
    };
    let settings = view.settings.clone();
    html! {
        <>
            { parts::practice(&view.practice) }
            <header>{ parts::brand() }</header>
            <main>
                <h1>{ settings.title.clone() }</h1>
                <p class="small">{ settings.text.clone() }</p>
                if !settings.news.is_empty() {
                    <section class="trouble" role="alert" data-part="news">{ parts::lines(&settings.news) }</section>
                }
                { access(&settings) }
                { for settings.fields.iter().map(|field| html! {
                    <Setting key={field.name.clone()} field={field.clone()} save={settings.save.clone()} saved={settings.saved.clone()} />
                }) }
            </main>
        </>
    }
}

/// The browser asks the person itself; it does so only at the press of a button.
pub(crate) fn access(settings: &SettingsView) -> Html {
    let Some(access) = settings.access.clone() else {
        return Html::default();
    };
    let pattern = access.pattern;
    let onclick = Callback::from(move |_| chrome::ask_for_host(&pattern));
    html! {
        <section class="trouble" data-part="access">
            <p>{ access.text }</p>
            <div class="actions"><button type="button" class="primary" data-do="allow" {onclick}>{ access.label }</button></div>
        </section>
    }
}

/// One setting.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The setting.
    pub(crate) field: Field,
    /// What the button says that takes a text over.
    pub(crate) save: String,
    /// Said when it was taken over.
    pub(crate) saved: String,
}

/// Its field, what it does, and what is wrong with what was typed.
#[component]
pub(crate) fn Setting(props: &Props) -> Html {
    let field = &props.field;
    let draft = use_state(|| field.text.clone());
    let pressed = use_state(|| false);
    {
        // What is set elsewhere shows here too.
        let draft = draft.setter();
        use_effect_with(field.text.clone(), move |text| draft.set(text.clone()));
    }
    let locked = field.locked.is_some();
    let set = {
        let (name, pressed, draft) = (field.name.clone(), pressed.setter(), draft.setter());
        move |text: String| {
            pressed.set(true);
            draft.set(text.clone());
            store::choose(&Choice::Set {
                name: name.clone(),
                text: Some(text),
            });
        }
    };
    let id = format!("setting-{}", field.name);
    let part = |part: &str| format!("{id}-{part}");
    let mut described = vec![part("help")];
    if locked {
        described.push(part("locked"));
    }
    if field.error.is_some() {
        described.push(part("error"));
    }
    let described = described.join(" ");
    let invalid = field.error.is_some().then_some("true");
    let oninput = {
        let (draft, pressed) = (draft.setter(), pressed.setter());
        Callback::from(move |event: yew::InputEvent| {
            let line = event.target_dyn_into::<HtmlInputElement>();
            let lines = event.target_dyn_into::<HtmlTextAreaElement>();
            let text = line
                .map(|line| line.value())
                .or_else(|| lines.map(|lines| lines.value()));
            draft.set(text.unwrap_or_default());
            pressed.set(false);
        })
    };
    let onsubmit = {
        let (set, draft) = (set.clone(), draft.clone());
        Callback::from(move |event: yew::SubmitEvent| {
            event.prevent_default();
            set((*draft).clone());
        })
    };
    let typed = matches!(field.kind, FieldKind::Text | FieldKind::Lines);
    let control = match &field.kind {
        FieldKind::Text => html! {
            <input id={id.clone()} type="text" value={(*draft).clone()} disabled={locked} aria-describedby={described} aria-invalid={invalid} spellcheck="false" {oninput} />
        },
        FieldKind::Lines => html! {
            <textarea id={id.clone()} rows="3" value={(*draft).clone()} disabled={locked} aria-describedby={described} aria-invalid={invalid} spellcheck="false" {oninput} />
        },
        FieldKind::Switch => {
            let onchange = Callback::from(move |event: yew::Event| {
                let input: HtmlInputElement = event.target_unchecked_into();
                set(input.checked().to_string());
            });
            html! {
                <input id={id.clone()} type="checkbox" checked={*draft == "true"} disabled={locked} aria-describedby={described} {onchange} />
            }
        }
        FieldKind::Choice(values) => {
            let onchange = Callback::from(move |event: yew::Event| {
                let select: HtmlSelectElement = event.target_unchecked_into();
                set(select.value());
            });
            html! {
                <select id={id.clone()} disabled={locked} aria-describedby={described} aria-invalid={invalid} {onchange}>
                    { for values.iter().map(|(value, label)| html! {
                        <option value={value.clone()} lang={language(field, value)} selected={*value == *draft}>{ label.clone() }</option>
                    }) }
                </select>
            }
        }
    };
    let saved = *pressed && field.error.is_none() && *draft == field.text;
    html! {
        <form class={yew::classes!("setting", (!typed && field.kind == FieldKind::Switch).then_some("switch"))} data-setting={field.name.clone()} {onsubmit}>
            <label for={id.clone()}>{ field.label.clone() }</label>
            { control }
            <p id={part("help")} class="small help">{ field.help.clone() }</p>
            if let Some(locked) = &field.locked {
                <p id={part("locked")} class="note" data-part="locked">{ locked.clone() }</p>
            }
            if let Some(error) = &field.error {
                <p id={part("error")} class="error" role="alert" data-part="error">{ error.clone() }</p>
            }
            if !locked {
                <div class="actions">
                    if typed {
                        <button type="submit" class="secondary" data-do="save">{ props.save.clone() }</button>
                    }
                    if let Some(reset) = &field.reset {
                        { action(reset) }
                    }
                    <span class="small" role="status">{ if saved { props.saved.clone() } else { String::new() } }</span>
                </div>
            }
        </form>
    }
}

/// The language of an option's words, where it is not the page's: each calls itself by its own name.
fn language(field: &Field, value: &str) -> Option<String> {
    (field.name == "language" && !value.is_empty()).then(|| value.to_owned())
}
