use consentry_catalog::Catalog;
use consentry_catalog::request::{Request, request};
use consentry_logic::address;
use consentry_logic::flow::{Step, step};
use consentry_logic::model::Model;
use consentry_logic::update::{Event, update};

const TAB: u32 = 1;
/// A line that stands for a page of the browser's history.
const RESTORED: &str = "restored";

/// A walk of one tab, an address in each line: an empty one for another site, and a word for a page of the
/// history.
///
/// # Panics
///
/// Where the tab's request is another one than that of the last authorization endpoint, or is there
/// although a step after it is not known to be on its way.
pub fn flow(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let mut model = Model::default();
    let mut walk = Vec::new();
    for (line, now) in text.lines().take(40).zip(1_u64..) {
        let (event, step) = match line.trim() {
            RESTORED => (Event::Restored { tab: TAB }, Step::Restored),
            "" => (
                Event::Address {
                    tab: TAB,
                    url: String::new(),
                },
                Step::Leaves,
            ),
            // A script of ours is on the sign-in, and on no page of another site.
            url if address::site(Catalog::built_in(), url, &model.session.settings.backend)
                == Some(address::Site::Login) =>
            {
                (
                    Event::Hello {
                        tab: TAB,
                        frame: 0,
                        document: now.to_string(),
                        url: url.to_owned(),
                    },
                    step(
                        Catalog::built_in(),
                        &address::clean(Catalog::built_in(), url),
                        "",
                    ),
                )
            }
            _ => continue,
        };
        walk.push((
            step,
            request(&address::clean(Catalog::built_in(), line.trim())),
        ));
        update(Catalog::built_in(), &mut model, event, now * 1000);
        let found = model.session.tabs.get(&TAB);
        let found = found.and_then(|tab| tab.request.as_ref());
        assert_eq!(found, expected(&walk), "after {walk:?}");
    }
}

/// The request of the last endpoint, where each step since then is on its way.
fn expected(walk: &[(Step, Option<Request>)]) -> Option<&Request> {
    let is_begin = |(step, _): &(Step, _)| matches!(step, Step::Begins(_));
    let began = walk.iter().rposition(is_begin)?;
    let mut away = false;
    for (step, _) in &walk[began + 1..] {
        match step {
            Step::Leaves => away = true,
            Step::Returns => away = false,
            Step::Continues if !away => {}
            _ => return None,
        }
    }
    walk[began].1.as_ref()
}
