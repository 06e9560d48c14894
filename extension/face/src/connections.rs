//! Several connections side by side: which there are, how each stands, and which one is guided.

use crate::parts;
use crate::store::choose;
use crate::view::{Choice, JourneyView, View};
use yew::{Callback, Html, html};

/// The journey that is shown: the tab's own, else the chosen one.
pub(crate) fn shown(view: &View, tab: Option<u32>) -> Option<&JourneyView> {
    let of_tab = tab.and_then(|tab| view.tabs.get(&tab)?.journey.as_ref());
    let id = of_tab.or(view.chosen.as_ref())?;
    view.journeys.iter().find(|journey| journey.id == *id)
}

/// The list, where there is more than one.
pub(crate) fn list(view: &View, tab: Option<u32>) -> Html {
    if view.journeys.len() < 2 {
        return Html::default();
    }
    let here = shown(view, tab).map(|journey| journey.id.as_str());
    html! {
        <nav class="connections" data-part="connections" aria-labelledby="connections">
            <h2 id="connections">{ view.headings.connections.clone() }</h2>
            <ul role="list">
                { for view.journeys.iter().map(|journey| row(journey, here == Some(&journey.id), tab, &view.headings.guided)) }
            </ul>
        </nav>
    }
}

fn row(journey: &JourneyView, here: bool, tab: Option<u32>, guided: &str) -> Html {
    let id = journey.id.clone();
    let onclick = Callback::from(move |_| {
        choose(&Choice::Guide {
            journey: id.clone(),
            tab,
        });
    });
    html! {
        <li key={journey.id.clone()}>
            <button type="button" class="row" data-do="guide" data-of={journey.id.clone()} aria-current={here.then_some("true")} {onclick}>
                <span class="what">{ journey.app.clone() }</span>
                if here {
                    <span class="here">{ guided.to_owned() }</span>
                }
                <span class="small">{ journey.label.join(" · ") }</span>
                { parts::statement(&journey.headline) }
            </button>
        </li>
    }
}
