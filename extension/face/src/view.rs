//! What the worker sends: the shared types, with every text in its words.

pub(crate) use consentry_wire::view::{CardKind, Choice, StepState, Tone, Weight};

macro_rules! in_words {
    ($($name:ident),+ $(,)?) => {
        $(pub(crate) type $name = consentry_wire::view::$name<String>;)+
    };
}

in_words!(
    Action,
    AfterView,
    AnyAppView,
    Card,
    Copy,
    Detail,
    Field,
    FirstRunView,
    HardenView,
    Headings,
    JourneyView,
    Line,
    Note,
    PracticeView,
    ProfileView,
    Recipe,
    ReminderView,
    SettingsView,
    StepView,
    View,
    Way,
);

pub(crate) type Diagnosis = consentry_wire::diagnosis::Diagnosis<String>;
