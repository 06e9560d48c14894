//! The core under a person's hands: what happens goes in, and what is shown comes out.

use consentry_catalog::pack::ActiveCatalog;
use consentry_logic::model::Model;
use consentry_logic::update::{Effect, Event, update};
use consentry_text::words;
use consentry_wire::sighting::{Control, Sighting};
use consentry_wire::view::{Choice, View};
use std::cell::OnceCell;

/// A browser with the extension in it. Each thing that happens takes 10 ms.
#[derive(Clone, Default)]
pub(crate) struct Browser {
    pub(crate) model: Model,
    pub(crate) tables: ActiveCatalog,
    pub(crate) now: u64,
    /// What was asked for after what happened last.
    pub(crate) effects: Vec<Effect>,
    /// What is shown since, in the words of the language that is set.
    pub(crate) shown: OnceCell<View<String>>,
}

impl Browser {
    pub(crate) fn happens(&mut self, event: Event) {
        self.now += 10;
        if let Event::Configured(settings) = &event {
            self.tables
                .use_profiles(&settings.profiles, &settings.clients);
        }
        self.effects = update(self.tables.catalog(), &mut self.model, event, self.now);
        self.shown = OnceCell::new();
    }

    pub(crate) fn chooses(&mut self, choice: Choice) {
        self.happens(Event::Chose(choice));
    }

    /// A tab comes to an address.
    pub(crate) fn opens(&mut self, tab: u32, url: &str) {
        self.happens(Event::Hello {
            tab,
            frame: 0,
            document: format!("{tab}-{url}"),
            url: url.to_owned(),
        });
    }

    /// The page there is seen.
    pub(crate) fn changes(&mut self, tab: u32, url: &str, controls: Vec<Control>) {
        let shown = self.model.session.tabs.get(&tab);
        let document = shown.and_then(|tab| Some(tab.frames.get(&0)?.document.clone()));
        self.happens(Event::Saw {
            tab,
            frame: 0,
            document: document.unwrap_or_default(),
            sighting: Sighting {
                url: url.to_owned(),
                complete: true,
                controls,
                ..Sighting::default()
            },
        });
    }

    /// A tab comes to an address, and the page there is seen.
    pub(crate) fn shows(&mut self, tab: u32, url: &str, controls: Vec<Control>) {
        self.opens(tab, url);
        self.changes(tab, url, controls);
    }

    pub(crate) fn view(&self) -> &View<String> {
        self.shown.get_or_init(|| {
            let view = self.effects.iter().find_map(|effect| match effect {
                Effect::Show(view) => Some(view),
                _ => None,
            });
            let view = view.expect("every event is followed by a view");
            let language = &self.model.session.settings.language;
            let shown = words::with_language(language, || words::render(view));
            serde_json::from_str(&shown).expect("a view")
        })
    }
}
