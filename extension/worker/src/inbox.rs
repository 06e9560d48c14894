//! Who may send what. Content scripts tell what a page shows; only pages of ours choose.

use crate::document::Place;
use crate::pending;
use crate::{access, backend, core};
use consentry_logic::update::Event;
use consentry_wire::sighting::Sighting;
use consentry_wire::view::Choice;
use serde::Deserialize;
use serde_json::Value;
use url::Url;

/// What the browser says about a sender.
#[derive(Deserialize)]
struct Sender {
    tab: Option<u32>,
    frame: Option<u32>,
    url: Option<String>,
    origin: Option<String>,
    document: Option<String>,
    extension_page: bool,
}

/// One message: exactly one of these.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Message {
    Hello {
        url: String,
        /// `document.referrer`.
        #[serde(default)]
        referrer: String,
        /// Whether the page is out of the tab's history, or was loaded before it was asked for.
        #[serde(default)]
        restored: bool,
    },
    Saw(Sighting),
    Held {
        #[serde(rename = "how")]
        _how: String,
        #[serde(default)]
        early: bool,
    },
    Chose(Choice),
    Awake(#[expect(dead_code, reason = "the message is its name")] bool),
    /// The panel stands beside this tab.
    Front(u32),
}

/// What a frame is to do: keys and JSON.
type Answer = Vec<(&'static str, String)>;

/// The longest message that is read, in bytes: a sighting at the limits of a `Look` is shorter.
const LONGEST: usize = 8 * 1024 * 1024;
/// The answer to what is refused. It judges nothing.
const REFUSED: &str = "null";

/// Takes a message in and answers with what its own frame is to do.
pub(crate) fn receive(message: &str, sender: &str) -> String {
    if message.len() > LONGEST {
        return REFUSED.to_owned();
    }
    let Ok(sender) = serde_json::from_str::<Sender>(sender) else {
        return REFUSED.to_owned();
    };
    if sender.extension_page {
        if let Some((message, name)) = named(message) {
            from_face(message, name, &sender);
        }
        return REFUSED.to_owned();
    }
    let Ok(message) = serde_json::from_str::<Message>(message) else {
        return REFUSED.to_owned();
    };
    let Some(answer) = from_page(message, &sender) else {
        return REFUSED.to_owned();
    };
    let fields: Vec<String> = answer
        .into_iter()
        .map(|(key, value)| format!("\"{key}\":{value}"))
        .collect();
    format!("{{{}}}", fields.join(","))
}

/// A message of a page of ours, with the name it may have beside it.
fn named(message: &str) -> Option<(Message, Option<String>)> {
    let mut message: serde_json::Map<String, Value> = serde_json::from_str(message).ok()?;
    let name = message.remove("name");
    let name = name.and_then(|name| name.as_str().map(str::to_owned));
    // As text again: to read messages from values too would make the module much larger.
    let message = serde_json::from_str(&Value::Object(message).to_string()).ok()?;
    Some((message, name))
}

/// A choice that was not answered is said again under its name: the worker may have been stopped before it heard it, or
/// before it answered.
fn from_face(message: Message, name: Option<String>, sender: &Sender) {
    match message {
        Message::Chose(_) if name.as_deref().is_some_and(pending::knows_choice) => {}
        Message::Chose(choice) => {
            // A card is a frame in a page of somebody else's, which may have made its address up.
            let choice = match (sender.tab, sender.frame) {
                (Some(tab), Some(frame)) if frame != 0 => choice.in_tab(tab),
                _ => choice,
            };
            core::dispatch(Event::Chose(choice));
            if let Some(name) = name {
                pending::keep_choice(name);
            }
        }
        Message::Awake(_) => core::dispatch(Event::Woke),
        Message::Front(tab) => access::front(tab),
        _ => {}
    }
}

fn from_page(message: Message, sender: &Sender) -> Option<Answer> {
    let from = Place {
        tab: sender.tab?,
        frame: sender.frame?,
        document: sender.document.clone()?,
    };
    let (tab, frame, document) = (from.tab, from.frame, from.document.clone());
    match message {
        Message::Hello {
            url,
            referrer,
            restored,
        } => {
            let url = of_its_origin(&url, sender);
            let url = if same_origin(&url, sender) {
                url
            } else {
                sender.url.clone()?
            };
            if frame == 0 {
                backend::claim(tab, &url);
                arrived(&from, &referrer, restored);
            }
            let hello = Event::Hello {
                tab,
                frame,
                document,
                url,
            };
            let mut answer = core::dispatch_for(&from, hello);
            if !answer.iter().any(|(key, _)| *key == "look") {
                answer.push(("rest", "true".to_owned()));
            }
            // A script that guards a sign-in goes on guarding a page that nobody knows.
            if !core::knows(&from) {
                answer.push(("unknown", "true".to_owned()));
            }
            Some(answer)
        }
        Message::Saw(sighting) => {
            let sighting = Sighting {
                url: of_its_origin(&sighting.url, sender),
                ..sighting
            };
            same_origin(&sighting.url, sender).then_some(())?;
            // The worker that was told the address first may have ended before it kept the handle.
            if frame == 0 {
                backend::claim(tab, &sighting.url);
            }
            let saw = Event::Saw {
                tab,
                frame,
                document,
                sighting,
            };
            // What was not taken in is answered with nothing: it judges nothing.
            Some(core::dispatch_for(&from, saw)).filter(|answer| !answer.is_empty())
        }
        Message::Held { early, .. } => {
            Some(core::dispatch_for(&from, Event::Blocked { tab, early }))
        }
        Message::Chose(_) | Message::Awake(_) | Message::Front(_) => None,
    }
}

/// Tells how a tab came to a document, before the document says hello.
fn arrived(to: &Place, referrer: &str, restored: bool) {
    let tab = to.tab;
    if restored {
        core::dispatch(Event::Restored { tab });
    } else if !core::knows(to) {
        let origin = Url::parse(referrer).map(|url| url.origin().ascii_serialization());
        core::dispatch(Event::Referred {
            tab,
            document: to.document.clone(),
            origin: origin.unwrap_or_default(),
        });
    }
}

/// A frame that a page made without an address of its own belongs to the page that made it: it
/// counts as that origin's start page.
fn of_its_origin(url: &str, sender: &Sender) -> String {
    match &sender.origin {
        Some(origin) if url.starts_with("about:") && origin.starts_with("http") => {
            format!("{origin}/")
        }
        _ => url.to_owned(),
    }
}

/// The browser's word for the address lags behind changes of the fragment, so the message's is
/// taken where it can only differ in what follows the origin.
fn same_origin(url: &str, sender: &Sender) -> bool {
    let theirs = Url::parse(url).map(|url| url.origin().ascii_serialization());
    sender
        .origin
        .as_deref()
        .is_some_and(|origin| theirs.is_ok_and(|theirs| theirs == origin))
}
