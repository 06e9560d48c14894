//! The panel's three places behind a list of tabs, as the WAI-ARIA Authoring Practices describe it
//! (w3.org/WAI/ARIA/apg/patterns/tabs): one stop for the Tab key, arrow keys within, and what has
//! the focus is selected.

use crate::words::word;
use web_sys::{HtmlElement, KeyboardEvent, wasm_bindgen::JsCast};
use yew::{Callback, Html, Properties, component, html};

/// A place in the panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Where a person is, and the one thing to do.
    Guide,
    /// Who can use the app, and how that is limited or taken back.
    App,
    /// What was asked and answered, and what is kept of it.
    Activity,
}

impl Place {
    const ALL: [Self; 3] = [Self::Guide, Self::App, Self::Activity];

    fn name(self) -> &'static str {
        match self {
            Self::Guide => "guide",
            Self::App => "app",
            Self::Activity => "activity",
        }
    }

    fn tab_id(self) -> String {
        format!("tab-{}", self.name())
    }

    fn panel_id(self) -> String {
        format!("place-{}", self.name())
    }

    /// The place that a key leads to from here.
    fn after(self, key: &str, right_to_left: bool) -> Option<Self> {
        let count = Self::ALL.len();
        let at = Self::ALL.iter().position(|place| *place == self)?;
        let next = (at + 1) % count;
        let before = (at + count - 1) % count;
        let at = match key {
            "ArrowRight" if right_to_left => before,
            "ArrowLeft" if right_to_left => next,
            "ArrowRight" => next,
            "ArrowLeft" => before,
            "Home" => 0,
            "End" => count - 1,
            _ => return None,
        };
        Some(Self::ALL[at])
    }
}

/// Which place is open, and what opens another.
#[derive(Properties, PartialEq)]
pub(crate) struct TabListProps {
    /// The open one.
    pub(crate) open: Place,
    /// Called with the one to open.
    pub(crate) onopen: Callback<Place>,
}

/// The list of tabs.
#[component]
pub(crate) fn TabList(props: &TabListProps) -> Html {
    let open = props.open;
    let onkeydown = {
        let onopen = props.onopen.clone();
        Callback::from(move |event: KeyboardEvent| {
            let Some(place) = open.after(&event.key(), runs_right_to_left()) else {
                return;
            };
            event.prevent_default();
            onopen.emit(place);
            focus(&place.tab_id());
        })
    };
    html! {
        <div role="tablist" aria-label={word("places")} {onkeydown}>
            { for Place::ALL.map(|place| {
                let onclick = props.onopen.reform(move |_| place);
                let selected = place == open;
                html! {
                    <button type="button" role="tab" id={place.tab_id()} data-place={place.name()}
                        aria-controls={place.panel_id()} aria-selected={if selected { "true" } else { "false" }}
                        tabindex={if selected { "0" } else { "-1" }} {onclick}>
                        { word(&place.panel_id()) }
                    </button>
                }
            }) }
        </div>
    }
}

/// What is in a place. It stays in the page while another is open, so that what is folded stays as
/// it was.
pub(crate) fn panel(place: Place, open: Place, content: Html) -> Html {
    html! {
        <div role="tabpanel" id={place.panel_id()} class="place" aria-labelledby={place.tab_id()} tabindex="0" hidden={place != open}>
            { content }
        </div>
    }
}

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

fn runs_right_to_left() -> bool {
    document()
        .and_then(|document| document.document_element())
        .and_then(|root| root.get_attribute("dir"))
        .is_some_and(|direction| direction == "rtl")
}

fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        drop(element.focus());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrow_keys_go_round_and_follow_the_direction_of_reading() {
        for (from, key, right_to_left, to) in [
            (Place::Guide, "ArrowRight", false, Some(Place::App)),
            (Place::Activity, "ArrowRight", false, Some(Place::Guide)),
            (Place::Guide, "ArrowLeft", false, Some(Place::Activity)),
            (Place::Guide, "ArrowLeft", true, Some(Place::App)),
            (Place::App, "ArrowRight", true, Some(Place::Guide)),
            (Place::App, "Home", false, Some(Place::Guide)),
            (Place::App, "End", true, Some(Place::Activity)),
            (Place::App, "ArrowDown", false, None),
            (Place::App, "Tab", false, None),
        ] {
            assert_eq!(from.after(key, right_to_left), to, "{from:?} {key}");
        }
    }
}
