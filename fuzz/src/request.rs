use crate::seen;
use consentry_catalog::Catalog;
use consentry_catalog::permission::Kind;
use consentry_catalog::request as requests;
use consentry_catalog::scope::Scope;
use consentry_logic::address;
use consentry_logic::model::Model;
use consentry_logic::update::{Event, update};
use consentry_wire::sighting::{Control, Sighting};

/// The address of an authorization request, as any app can make it; the page there asks for consent.
///
/// # Panics
///
/// Where the request is another one after its address was cleaned for keeping, or a box that is
/// ticked for the whole organization of an app nobody knows makes no difference.
pub fn request(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    if let Some(request) = requests::request(&text) {
        request.is_for_everybody();
        request.asks_admin_by_prompt();
        request.is_personal();
        request.organization();
    }
    for word in text.split([' ', '+', '&', '=']).take(50) {
        let scope = Scope::parse(word);
        for kind in [Kind::Delegated, Kind::Application] {
            consentry_catalog::permissions::judge(Catalog::built_in(), &scope, kind);
            scope.shown(Catalog::built_in(), kind);
            assert!(
                scope.is(Catalog::built_in(), &scope, kind),
                "{word} is not itself"
            );
        }
    }
    let url = text.into_owned();
    let mut model = Model::default();
    let event = Event::Hello {
        tab: 1,
        frame: 0,
        document: "1".to_owned(),
        url: url.clone(),
    };
    update(Catalog::built_in(), &mut model, event, 1000);
    let event = Event::Saw {
        tab: 1,
        frame: 0,
        document: "1".to_owned(),
        sighting: consent_page(address::clean(Catalog::built_in(), &url)),
    };
    let effects = update(Catalog::built_in(), &mut model, event, 1010);
    seen::only_what_is_there(&model, &effects);
}

fn consent_page(url: String) -> Sighting {
    let control = |id: u32, role: &str, name: &str| Control {
        id,
        role: role.to_owned(),
        name: name.to_owned(),
        visible: true,
        within: vec!["form".to_owned()],
        ..Control::default()
    };
    let mut accept = control(4, "button", "Accept");
    accept
        .attrs
        .insert("id".to_owned(), "idSIButton9".to_owned());
    accept.attrs.insert("type".to_owned(), "submit".to_owned());
    Sighting {
        url,
        complete: true,
        controls: vec![
            control(1, "heading", "Permissions requested"),
            Control {
                checked: Some(true),
                ..control(3, "checkbox", "Consent on behalf of your organization")
            },
            accept,
            control(5, "button", "Cancel"),
        ],
        probes: [("pgid".to_owned(), "ConvergedConsent".to_owned())].into(),
        ..Sighting::default()
    }
}
