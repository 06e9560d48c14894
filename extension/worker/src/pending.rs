//! What a worker that is ended leaves to the next one: handles that are being claimed, questions to the backend, and
//! which choices were taken in.

use crate::chrome;
use crate::storage::{read, write};
use consentry_logic::update::Question;
use consentry_wire::api::Secret;
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};

thread_local! {
    /// Handles that are being claimed. A worker that is stopped meanwhile leaves them to the next one.
    static CLAIMS: RefCell<BTreeMap<String, PendingClaim>> = const { RefCell::new(BTreeMap::new()) };
    /// What the backend was asked and has not answered. A worker that is stopped meanwhile leaves it to the next one.
    static QUESTIONS: RefCell<Vec<Question>> = const { RefCell::new(Vec::new()) };
    /// Handles that were claimed last, the newest at the end: a page goes on carrying its handle.
    static CLAIMED: RefCell<VecDeque<String>> = const { RefCell::new(VecDeque::new()) };
    /// Names of the choices that were taken in last, the newest at the end.
    static CHOICES: RefCell<VecDeque<String>> = const { RefCell::new(VecDeque::new()) };
}

/// So many choices and claimed handles are remembered: one that was taken in may be said again at once, and not after
/// many others.
const MOST_REMEMBERED: usize = 32;

/// A handle that is being claimed.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct PendingClaim {
    /// The tab it came in.
    pub(crate) tab: u32,
    /// The bearer that is asked for. It is kept before it is sent: where the answer is lost, the right is not.
    pub(crate) secret: Secret,
}

/// Takes up what is kept. Awaited before anything else.
pub(crate) async fn take_up() {
    let claims = read(chrome::session_get("claims"), "claims").await;
    CLAIMS.set(claims.unwrap_or_default());
    let claimed = read(chrome::session_get("claimed"), "claimed").await;
    CLAIMED.set(claimed.unwrap_or_default());
    let questions = read(chrome::session_get("questions"), "questions").await;
    QUESTIONS.set(questions.unwrap_or_default());
    let choices = read(chrome::session_get("choices"), "choices").await;
    CHOICES.set(choices.unwrap_or_default());
}

/// What the backend was asked and has not answered.
pub(crate) fn questions() -> Vec<Question> {
    QUESTIONS.with_borrow(Clone::clone)
}

/// Whether the backend was asked that and has not answered.
pub(crate) fn is_asked(question: &Question) -> bool {
    QUESTIONS.with_borrow(|all| all.contains(question))
}

/// Keeps a question until it is answered.
pub(crate) fn keep_question(question: &Question) {
    QUESTIONS.with_borrow_mut(|all| {
        all.push(question.clone());
        write(chrome::session_set, "questions", all);
    });
}

/// Forgets a question: it was answered, or refused.
pub(crate) fn forget_question(question: &Question) {
    QUESTIONS.with_borrow_mut(|all| {
        if let Some(at) = all.iter().position(|one| one == question) {
            all.remove(at);
            write(chrome::session_set, "questions", all);
        }
    });
}

/// Whether the choice of that name was taken in already.
pub(crate) fn knows_choice(name: &str) -> bool {
    CHOICES.with_borrow(|all| all.iter().any(|one| one == name))
}

/// Keeps the name of a choice that was taken in.
pub(crate) fn keep_choice(name: String) {
    CHOICES.with_borrow_mut(|all| {
        remember(all, name);
        write(chrome::session_set, "choices", all);
    });
}

fn remember(all: &mut VecDeque<String>, name: String) {
    all.push_back(name);
    while all.len() > MOST_REMEMBERED {
        all.pop_front();
    }
}

/// Handles that are being claimed.
pub(crate) fn claims() -> BTreeMap<String, PendingClaim> {
    CLAIMS.with_borrow(Clone::clone)
}

/// Whether a handle is being claimed, or was.
pub(crate) fn knows_claim(handle: &str) -> bool {
    CLAIMS.with_borrow(|all| all.contains_key(handle))
        || CLAIMED.with_borrow(|all| all.iter().any(|one| one == handle))
}

/// Keeps a handle while it is being claimed.
pub(crate) fn keep_claim(handle: &str, claim: &PendingClaim) {
    CLAIMS.with_borrow_mut(|all| {
        all.insert(handle.to_owned(), claim.clone());
        write(chrome::session_set, "claims", all);
    });
}

/// Forgets a handle that is being claimed: it was claimed, or never will be.
pub(crate) fn forget_claim(handle: &str) {
    CLAIMED.with_borrow_mut(|all| {
        remember(all, handle.to_owned());
        write(chrome::session_set, "claimed", all);
    });
    CLAIMS.with_borrow_mut(|all| {
        all.remove(handle);
        write(chrome::session_set, "claims", all);
    });
}
