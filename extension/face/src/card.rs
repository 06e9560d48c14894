//! The card: a frame of ours beside the lit control, inside a page of somebody else's.

use crate::view::{Card, CardKind, Choice};
use crate::words::word;
use crate::{chrome, parts, store};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlElement, ResizeObserver};
use yew::{
    Callback, Html, UseStateHandle, component, html, use_effect_with, use_node_ref, use_state,
};

/// The whole page. Which tab and frame it stands in comes with its address.
#[component]
pub(crate) fn Page() -> Html {
    let view = store::use_view();
    let tab = store::from_address("tab").unwrap_or_default();
    let frame = store::from_address("frame").unwrap_or_default();
    let main = use_node_ref();

    let open = use_state(|| false);

    use_effect_with(main.clone(), move |main| {
        if let Some(element) = main.cast::<HtmlElement>() {
            report_size(element, tab, frame);
        }
    });
    use_effect_with((main.clone(), *open), move |(main, open)| {
        set_body("data-open", &open.to_string());
        // A card that is closed has the size of before until its frame is low again.
        if let Some(element) = main.cast::<HtmlElement>() {
            tell_size(&element, tab, frame);
        }
    });

    let card = view
        .as_ref()
        .and_then(|view| view.tabs.get(&tab)?.card.clone());
    let kind = card.as_ref().map_or("none", |card| parts::kind(card.kind));
    use_effect_with(kind, |kind| set_body("data-kind", kind));

    let hide = Callback::from(move |_| store::choose(&Choice::Hide { tab }));
    // A person who hears the page hears of a new card once, and of a warning at once.
    let said = card
        .as_ref()
        .map(|card| {
            let glance = card.glance.as_ref().map_or("", |line| line.text.as_str());
            format!("{}. {glance}. {}", card.title, card.text).replace(". . ", ". ")
        })
        .unwrap_or_default();
    let alarming = card
        .as_ref()
        .is_some_and(|card| matches!(card.kind, CardKind::Warning | CardKind::Alarm));
    let described = if card.as_ref().is_some_and(|card| card.glance.is_some()) {
        "glance text"
    } else {
        "text"
    };
    html! {
        <main ref={main}>
            <p class="unseen" aria-live="polite" data-live="polite">{ if alarming { "" } else { &said } }</p>
            <p class="unseen" aria-live="assertive" data-live="assertive">{ if alarming { &said } else { "" } }</p>
            if let Some(view) = view.as_ref().filter(|_| card.is_some()) {
                { parts::practice(&view.practice) }
            }
            if let Some(card) = card {
                { bar(&card, &open) }
                <section
                    class={yew::classes!("card", kind)}
                    role={if alarming { "alertdialog" } else { "region" }}
                    aria-labelledby="title"
                    aria-describedby={alarming.then_some(described)}
                    data-card={card.id.clone()}
                    data-seed-step={card.seed_step.clone()}
                >
                    <header>
                        { parts::brand() }
                        if *open {
                            <button type="button" class="quiet fold" data-do="fold" onclick={set(&open, false)}>{ word("fold") }</button>
                        }
                        <button type="button" class="quiet" data-do="hide" aria-label={word("hide")} title={word("hide")} onclick={hide}>{ "×" }</button>
                    </header>
                    { parts::card(&card, true) }
                </section>
            }
        </main>
    }
}

/// The card in two lines. The style sheet shows it instead of the card where the frame is no higher.
fn bar(card: &Card, open: &UseStateHandle<bool>) -> Html {
    let second = card.glance.as_ref().map_or(&card.text, |line| &line.text);
    html! {
        <h1 class="bar">
            <button type="button" class={parts::kind(card.kind)} data-do="unfold" aria-expanded="false" onclick={set(open, true)}>
                <strong>{ parts::said(&card.title) }</strong>
                <span>{ parts::said(second) }</span>
            </button>
        </h1>
    }
}

fn set(open: &UseStateHandle<bool>, to: bool) -> Callback<yew::MouseEvent> {
    let open = open.clone();
    Callback::from(move |_| open.set(to))
}

fn body() -> Option<HtmlElement> {
    web_sys::window()?.document()?.body()
}

fn set_body(name: &str, value: &str) {
    if let Some(body) = body() {
        drop(body.set_attribute(name, value));
    }
}

/// The frame around the card cannot know how high its words are; so the card says it, now and
/// whenever it changes.
fn report_size(element: HtmlElement, tab: u32, frame: u32) {
    let watched: Element = element.clone().unchecked_into();
    let changed = Closure::<dyn Fn()>::new(move || tell_size(&element, tab, frame));
    if let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) {
        observer.observe(&watched);
    }
    changed.forget();
}

fn tell_size(element: &HtmlElement, tab: u32, frame: u32) {
    let open = body().and_then(|body| body.get_attribute("data-open"));
    let size = chrome::CardSize {
        width: element.offset_width(),
        height: element.offset_height(),
        open: open.as_deref() == Some("true"),
    };
    chrome::tell_size(tab, frame, &size);
}
