//! The page that opens once after a person installed the extension: what it does, what it may see, and three ways on.

use crate::options::{Setting, access};
use crate::parts::{self, CopyField};
use crate::view::{FirstRunView, PracticeView, SettingsView, View};
use crate::words::word;
use crate::{chrome, store};
use yew::{Callback, Html, component, html};

/// The whole page.
#[component]
pub(crate) fn Page() -> Html {
    let Some(view) = store::use_view() else {
        return Html::default();
    };
    html! {
        <>
            { parts::practice(&view.practice) }
            <header>{ parts::brand() }</header>
            <main>
                { does() }
                <div class="promises">
                    { promises("sees") }
                    { promises("never") }
                </div>
                { ways(&view) }
            </main>
        </>
    }
}

/// What it does, in three lines and a picture.
fn does() -> Html {
    html! {
        <div class="does">
            <div>
                <h1>{ word("first-title") }</h1>
                { three("does") }
            </div>
            <img src="first-run.svg" width="480" height="320" alt={word("first-picture")} />
        </div>
    }
}

/// What it may see, or never does.
fn promises(of: &'static str) -> Html {
    html! {
        <section class={of} aria-labelledby={of}>
            <h2 id={of}>{ word(&format!("first-{of}-title")) }</h2>
            { three(of) }
        </section>
    }
}

fn three(of: &str) -> Html {
    html! {
        <ul role="list">{ for (1..=3).map(|at| html! { <li>{ word(&format!("first-{of}-{at}")) }</li> }) }</ul>
    }
}

fn ways(view: &View) -> Html {
    html! {
        <section class="ways" aria-labelledby="ways">
            <h2 id="ways">{ word("first-ways-title") }</h2>
            <div>
                { begin(&view.first_run) }
                { backend(&view.first_run, &view.settings) }
                { practise(&view.practice) }
            </div>
        </section>
    }
}

/// The panel opens only at a person's press.
fn begin(first_run: &FirstRunView) -> Html {
    let onclick = Callback::from(|_| chrome::open_panel());
    html! {
        <section class="way-on" data-way="begin" aria-labelledby="way-begin">
            <h3 id="way-begin">{ word("first-begin-title") }</h3>
            <p>{ word("first-begin-text") }</p>
            <p data-part="verifies">{ first_run.verifies.clone() }</p>
            <div class="actions">
                <button type="button" class="primary" data-do="open-panel" {onclick}>{ word("first-begin-do") }</button>
            </div>
            <p class="small">{ word("first-begin-later") }</p>
        </section>
    }
}

/// The backend's address, what came of asking it, and access to its host where the browser must be asked.
fn backend(first_run: &FirstRunView, settings: &SettingsView) -> Html {
    let field = settings
        .fields
        .iter()
        .find(|field| field.name == "backend")
        .cloned();
    html! {
        <section class="way-on" data-way="backend" aria-labelledby="way-backend">
            <h3 id="way-backend">{ word("first-backend-title") }</h3>
            <p>{ word("first-backend-text") }</p>
            if let Some(field) = field {
                <Setting {field} save={word("first-backend-do")} saved={settings.saved.clone()} />
            }
            // Stays when there is nothing to say: a live region is heard only if it was there before.
            <div aria-live="polite" data-part="answer">
                { first_run.backend.as_ref().map(parts::line).unwrap_or_default() }
            </div>
            { access(settings) }
        </section>
    }
}

fn practise(practice: &PracticeView) -> Html {
    let Some(about) = &practice.about else {
        return Html::default();
    };
    html! {
        <section class="way-on" data-way="practice" aria-labelledby="way-practice">
            <h3 id="way-practice">{ about.title.clone() }</h3>
            <p>{ about.text.clone() }</p>
            { parts::lines(&about.lines) }
            if let Some(copy) = practice.copy.clone() {
                <CopyField {copy} />
                <p class="small">{ word("first-practice-get") }</p>
            }
        </section>
    }
}
