//! The side panel: the home of every journey, and the place where the card's words are said when
//! no card can stand in the page.

use crate::activity::activity;
use crate::any_app::AnyApp;
use crate::app::app;
use crate::buttons::{actions, answers};
use crate::diagnostics::Diagnostics;
use crate::journey::journey;
use crate::tabs::{self, Place, TabList};
use crate::view::{Choice, Line, Note, PracticeView, ProfileView, SettingsView, Tone, View};
use crate::words::word;
use crate::{chrome, connections, parts, store};
use yew::{
    Callback, Html, TargetCast, UseStateHandle, component, hook, html, use_effect_with, use_state,
};

/// The whole page.
#[component]
pub(crate) fn Page() -> Html {
    let tab = use_active_tab();
    let record = store::use_record();
    let place = use_state(|| Place::Guide);
    let Some(view) = store::use_view() else {
        return Html::default();
    };
    let shown = connections::shown(&view, tab);
    let guide = html! {
        <>
            { here(&view, tab) }
            { connections::list(&view, tab) }
            if let Some(shown) = shown {
                { journey(shown, &view.settings) }
            }
            { begin(&view) }
            { view.backend.unset.as_ref().map(no_backend).unwrap_or_default() }
            { practise(&view.practice) }
        </>
    };
    let app = match shown {
        Some(shown) => app(shown, &view.headings),
        None => html! { <p data-part="app-none">{ word("app-none") }</p> },
    };
    let activity = html! {
        <>
            if let Some(shown) = shown {
                { activity(shown, record.as_ref(), &view.headings) }
            }
            { diagnostics(&view, tab) }
        </>
    };
    let onopen = Callback::from({
        let place = place.clone();
        move |to| place.set(to)
    });
    html! {
        <>
            <header>
                <h1>{ parts::brand() }</h1>
                { settings(&view.settings) }
                { parts::practice(&view.practice) }
                <TabList open={*place} {onopen} />
            </header>
            <main>
                { trouble(&view) }
                { news(&view.settings) }
                <div aria-live="polite" data-part="offers">
                    { view.offers.iter().map(|offer| parts::note(offer, true)).collect::<Html>() }
                </div>
                <div aria-live="polite" data-part="deletion-notice">
                    { view.deletion_notice.as_ref().map(|notice| parts::note(notice, true)).unwrap_or_default() }
                </div>
                { tabs::panel(Place::Guide, *place, guide) }
                { tabs::panel(Place::App, *place, app) }
                { tabs::panel(Place::Activity, *place, activity) }
            </main>
        </>
    }
}

/// The tab a person looks at. An address with `#tab=…` fixes it, for a panel opened as a page.
#[hook]
fn use_active_tab() -> Option<u32> {
    let tab: UseStateHandle<Option<u32>> = use_state(|| store::from_address("tab"));
    let setter = tab.setter();
    use_effect_with((), move |()| {
        if store::from_address("tab").is_some() {
            return;
        }
        let look = move || {
            let setter = setter.clone();
            wasm_bindgen_futures::spawn_local(async move {
                let tab = chrome::active_tab().await;
                setter.set(tab);
                if let Some(tab) = tab {
                    store::stand_beside(tab);
                }
            });
        };
        look();
        chrome::follow_active_tab(look.clone());
        chrome::follow_loads(look);
    });
    *tab
}

/// That no backend is set, in one line that says on demand what it would be for.
fn no_backend(missing: &Note) -> Html {
    html! {
        <details class="settings" data-part={missing.id.clone()}>
            <summary>{ missing.title.clone() }</summary>
            <p>{ missing.text.clone() }</p>
            { answers(&missing.actions) }
        </details>
    }
}

fn trouble(view: &View) -> Html {
    let Some(trouble) = view.backend.trouble.clone() else {
        return Html::default();
    };
    html! {
        <section class="trouble" role="alert" data-part="trouble">
            { parts::line(&Line { tone: Tone::Caution, text: trouble }) }
            <p class="small">{ word("backend") }{ " " }<code>{ view.backend.address.clone() }</code></p>
        </section>
    }
}

/// What somebody must know of the settings without asking.
fn news(settings: &SettingsView) -> Html {
    if settings.news.is_empty() {
        return Html::default();
    }
    html! {
        <section class="trouble" role="alert" data-part="news">{ parts::lines(&settings.news) }</section>
    }
}

/// The settings behind a gear.
fn settings(settings: &SettingsView) -> Html {
    if settings.lines.is_empty() {
        return Html::default();
    }
    html! {
        <details class="gear" data-part="settings">
            <summary title={word("settings")}>
                <svg aria-hidden="true" viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round">
                    <circle cx="10" cy="10" r="2.3" />
                    <circle cx="10" cy="10" r="5.6" />
                    <path d="M10 1.6v2.6M10 15.8v2.6M1.6 10h2.6M15.8 10h2.6M4.1 4.1l1.8 1.8M14.1 14.1l1.8 1.8M4.1 15.9l1.8-1.8M14.1 5.9l1.8-1.8" />
                </svg>
                <span class="unseen">{ word("settings") }</span>
            </summary>
            <div>
                { parts::lines(&settings.lines) }
                { actions(&settings.actions) }
            </div>
        </details>
    }
}

/// What is said on the page a person looks at.
fn here(view: &View, tab: Option<u32>) -> Html {
    let card = tab.and_then(|tab| view.tabs.get(&tab)?.card.as_ref());
    // An offer stands among the offers, whichever page is in front.
    let card = card.filter(|card| card.id != "offer");
    html! {
        // Stays when there is no card: a live region is heard only if it was there before.
        <div aria-live="polite" data-part="here">
            if let Some(card) = card {
                <section class={yew::classes!("card", parts::kind(card.kind))} aria-labelledby="title" data-card={card.id.clone()}>
                    { parts::card(card, false) }
                </section>
            }
        </div>
    }
}

/// What there is to practise, or how to begin with it.
fn practise(practice: &PracticeView) -> Html {
    let Some(about) = &practice.about else {
        return Html::default();
    };
    html! {
        <details class="settings" data-part="practise" open={practice.banner.is_some()}>
            <summary>{ about.title.clone() }</summary>
            <p>{ about.text.clone() }</p>
            { parts::lines(&about.lines) }
            if let Some(copy) = practice.copy.clone() {
                <parts::CopyField {copy} />
            }
        </details>
    }
}

fn begin(view: &View) -> Html {
    let (profiles, first) = (&view.profiles, view.journeys.is_empty());
    // What came of an app that was named must not be behind a fold.
    let named = (view.any_app.as_ref())
        .is_some_and(|any| any.field.error.is_some() || !any.actions.is_empty());
    let only = profiles.len() == 1 && !named;
    let list = html! {
        <>
            { for profiles.iter().map(|app| profile(app, only)) }
            { any_app(view, named || profiles.is_empty()) }
        </>
    };
    html! {
        <section class="begin" data-part="begin">
            if first {
                <h2>{ word("begin") }</h2>
                { list }
            } else {
                <details open={named}><summary>{ word("begin-more") }</summary>{ list }</details>
            }
        </section>
    }
}

/// The way to an app that is none of these.
fn any_app(view: &View, open: bool) -> Html {
    let Some(any) = view.any_app.clone() else {
        return Html::default();
    };
    html! {
        <details class="profile" name="profile" data-part="any-app" {open}>
            <summary><h3>{ any.title.clone() }</h3></summary>
            <AnyApp {any} />
        </details>
    }
}

/// An app by its name; who it is for opens it, and closes the one that was open.
fn profile(profile: &ProfileView, open: bool) -> Html {
    html! {
        <details class="profile" name="profile" data-profile={profile.id.clone()} {open}>
            <summary>
                <div>
                    <h3>{ profile.name.clone() }</h3>
                    <p class="small">{ parts::said(&profile.about) }</p>
                </div>
            </summary>
            { answers(&profile.actions) }
        </details>
    }
}

fn diagnostics(view: &View, tab: Option<u32>) -> Html {
    let Some(tab) = tab else {
        return Html::default();
    };
    let here = view.tabs.get(&tab);
    let diagnosis = here.and_then(|tab| tab.diagnosis.clone());
    let kept = here.and_then(|tab| tab.kept.clone());
    let ontoggle = Callback::from(move |event: yew::Event| {
        let details: web_sys::HtmlDetailsElement = event.target_unchecked_into();
        // What opens inside of it is not meant.
        if details.class_name() == "diagnostics" {
            store::choose(&Choice::Diagnose {
                tab,
                on: details.open(),
            });
        }
    });
    html! {
        <details class="diagnostics" data-part="diagnostics" ontoggle={ontoggle}>
            <summary><h2>{ word("diagnostics") }</h2></summary>
            if let Some(diagnosis) = diagnosis {
                <Diagnostics {diagnosis} {kept} />
            } else {
                <p>{ word("nothing-seen") }</p>
            }
        </details>
    }
}
