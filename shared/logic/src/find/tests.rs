use super::*;
use consentry_catalog::Catalog;

const APP: &str = "d62121f3-e023-4972-b6b0-794190c0fd98";
const OTHER: &str = "11111111-e023-4972-b6b0-794190c0fd98";

fn control(id: u32, role: &str, name: &str) -> Control {
    Control {
        id,
        role: role.into(),
        name: name.into(),
        visible: true,
        ..Control::default()
    }
}

fn within(mut control: Control, roles: &[&str]) -> Control {
    control.within = roles.iter().map(|role| (*role).to_owned()).collect();
    control
}

fn row(mut control: Control, row: &str) -> Control {
    control.row = Some(row.to_owned());
    control
}

fn attr(mut control: Control, name: &str, value: &str) -> Control {
    control.attrs.insert(name.to_owned(), value.to_owned());
    control
}

fn search(id: &str, controls: Vec<Control>, tenant: Option<&str>) -> Result<Vec<u32>, String> {
    let sighting = Sighting {
        controls,
        ..Sighting::default()
    };
    let ids = [APP.to_owned()];
    let named = Named {
        app: Some("Office 365 Mover"),
        client_ids: &ids,
        tenant,
        directory: None,
        here: Here::Right,
    };
    match find(
        Catalog::built_in(),
        &Catalog::built_in().controls[id],
        &[(0, &sighting)],
        named,
    ) {
        Outcome::Found(found) => Ok(found.iter().map(|found| found.control.id).collect()),
        Outcome::Absent => Err("absent".to_owned()),
        Outcome::Unsure(why) => Err(why),
        Outcome::Behind => Err("behind".to_owned()),
    }
}

#[test]
fn the_grant_is_found_in_each_of_its_forms() {
    for role in ["button", "menuitem", "link"] {
        let button = control(7, role, "Grant admin consent for Birchwood");
        assert_eq!(
            search("grant-admin-consent", vec![button], Some("Birchwood")),
            Ok(vec![7])
        );
    }
}

#[test]
fn an_app_named_like_the_grant_is_not_the_grant() {
    let crumb = within(
        control(1, "link", "Grant admin consent for Birchwood"),
        &["navigation"],
    );
    let title = control(2, "heading", "Grant admin consent for Birchwood");
    assert!(
        search(
            "grant-admin-consent",
            vec![crumb.clone(), title.clone()],
            None
        )
        .is_err()
    );
    let button = control(3, "button", "Grant admin consent for Birchwood");
    assert_eq!(
        search("grant-admin-consent", vec![crumb, title, button], None),
        Ok(vec![3])
    );
}

#[test]
fn two_equal_buttons_light_nothing() {
    let two = vec![
        control(1, "button", "Grant admin consent for Birchwood"),
        control(2, "button", "Grant admin consent for Birchwood"),
    ];
    assert!(
        search("grant-admin-consent", two, None)
            .unwrap_err()
            .contains('2')
    );
}

#[test]
fn a_button_for_another_tenant_is_not_ours() {
    let button = control(1, "button", "Grant admin consent for Oakfield");
    assert!(search("grant-admin-consent", vec![button], Some("Birchwood")).is_err());
}

#[test]
fn a_row_needs_the_name_and_the_application_id() {
    let ours = row(
        control(1, "link", "Office 365 Mover"),
        &format!("Office 365 Mover https://app.mover.io {APP}"),
    );
    let alike = row(
        control(2, "link", "Office 365 Mover"),
        &format!("Office 365 Mover https://evil.example {OTHER}"),
    );
    let renamed = row(
        control(3, "link", "Something else"),
        &format!("Something else {APP}"),
    );
    assert_eq!(
        search("app-row", vec![alike.clone(), ours, renamed.clone()], None),
        Ok(vec![1])
    );
    assert!(search("app-row", vec![alike], None).is_err());
    assert!(search("app-row", vec![renamed], None).is_err());
}

#[test]
fn a_row_whose_name_is_written_backwards_is_refused() {
    let tricky = row(
        control(1, "link", "\u{202e}Office 365 Mover"),
        &format!("Office 365 Mover {APP}"),
    );
    assert!(search("app-row", vec![tricky], None).is_err());
}

#[test]
fn a_menu_item_whose_telemetry_names_another_contradicts_its_label() {
    let item = within(
        attr(
            control(1, "link", "Permissions"),
            "data-telemetryname",
            "Menu-Properties",
        ),
        &["navigation"],
    );
    assert!(
        search("menu-permissions", vec![item], None)
            .unwrap_err()
            .contains("contradict")
    );
}

#[test]
fn a_menu_item_is_found_in_a_language_nobody_wrote_down() {
    let item = within(
        attr(
            control(1, "link", "Õigused"),
            "data-telemetryname",
            "Menu-Permissions",
        ),
        &["navigation"],
    );
    assert_eq!(search("menu-permissions", vec![item], None), Ok(vec![1]));
}

#[test]
fn a_menu_in_the_main_part_is_a_menu_and_the_main_part_of_a_menu_is_none() {
    let item = |places: &[&str]| within(control(1, "link", "Permissions"), places);
    let lit = |places: &[&str]| search("menu-permissions", vec![item(places)], None);
    assert_eq!(lit(&["navigation", "main"]), Ok(vec![1]));
    assert!(lit(&["main", "navigation"]).is_err());
}

#[test]
fn what_is_hidden_is_not_pointed_at() {
    let mut item = within(control(1, "link", "Permissions"), &["navigation"]);
    item.visible = false;
    assert!(search("menu-permissions", vec![item], None).is_err());
}

#[test]
fn a_tick_in_an_unknown_language_is_known_by_being_alone() {
    assert_eq!(
        search(
            "consent-tick",
            vec![control(1, "checkbox", "Nõusolek")],
            None
        ),
        Ok(vec![1])
    );
    let two = vec![
        control(1, "checkbox", "Nõusolek"),
        control(2, "checkbox", "Muu"),
    ];
    assert!(search("consent-tick", two, None).is_err());
}

#[test]
fn the_same_control_seen_twice_counts_once() {
    let outer = control(1, "button", "Grant admin consent for Birchwood");
    let inner = Control {
        inside: Some(1),
        ..control(2, "button", "Grant admin consent for Birchwood")
    };
    assert_eq!(
        search("grant-admin-consent", vec![outer, inner], None),
        Ok(vec![2])
    );
    let link = |id| attr(control(id, "link", "Permissions"), "href", "#permissions");
    let twice = vec![
        within(link(1), &["navigation"]),
        within(link(2), &["navigation"]),
    ];
    assert_eq!(search("menu-permissions", twice, None), Ok(vec![1]));
    let copy = Control {
        behind: true,
        ..control(1, "button", "Grant admin consent for Birchwood")
    };
    let top = control(2, "button", "Grant admin consent for Birchwood");
    assert_eq!(
        search("grant-admin-consent", vec![copy, top], None),
        Ok(vec![2])
    );
}

#[test]
fn what_lies_behind_a_dialog_is_there_and_not_lit() {
    let button = Control {
        behind: true,
        ..control(1, "button", "Grant admin consent for Birchwood")
    };
    assert_eq!(
        search("grant-admin-consent", vec![button], None),
        Err("behind".to_owned())
    );
    // The box of a consent is found all the same: to overlook it is worse.
    let tick = Control {
        behind: true,
        ..control(1, "checkbox", "Consent on behalf of your organization")
    };
    assert_eq!(search("consent-tick", vec![tick], None), Ok(vec![1]));
}

#[test]
fn a_dialog_of_the_page_lies_above_its_frames() {
    let top = Sighting {
        modal: true,
        ..Sighting::default()
    };
    let frame = Sighting {
        controls: vec![control(1, "button", "Grant admin consent for Birchwood")],
        ..Sighting::default()
    };
    let spec = &Catalog::built_in().controls["grant-admin-consent"];
    let frames = [(0, &top), (4, &frame)];
    assert!(matches!(
        find(Catalog::built_in(), spec, &frames, Named::default()),
        Outcome::Behind
    ));
}

#[test]
fn a_frame_that_was_put_aside_holds_nothing_to_point_at() {
    let top = |aside: &str| Sighting {
        aside: vec![aside.to_owned()],
        ..Sighting::default()
    };
    let frame = Sighting {
        url: "https://sandbox-1.reactblade.portal.azure.net/blade?x=1".to_owned(),
        controls: vec![control(1, "button", "Grant admin consent for Birchwood")],
        ..Sighting::default()
    };
    let spec = &Catalog::built_in().controls["grant-admin-consent"];
    let aside = top("https://sandbox-1.reactblade.portal.azure.net/blade");
    let other = top("https://sandbox-1.reactblade.portal.azure.net/bla");
    for (top, lit) in [(aside, 0), (other, 1)] {
        let frames = [(0, &top), (4, &frame)];
        assert_eq!(
            find(Catalog::built_in(), spec, &frames, Named::default())
                .found()
                .len(),
            lit,
            "{:?}",
            top.aside
        );
    }
}

#[test]
fn the_same_words_in_two_frames_light_nothing() {
    let shell = Sighting {
        controls: vec![within(
            control(1, "button", "Grant admin consent for Birchwood"),
            &["toolbar"],
        )],
        ..Sighting::default()
    };
    let frame = Sighting {
        controls: vec![control(1, "button", "Grant admin consent for Birchwood")],
        ..Sighting::default()
    };
    let spec = &Catalog::built_in().controls["grant-admin-consent"];
    let frames = [(0, &shell), (4, &frame)];
    assert!(matches!(
        find(Catalog::built_in(), spec, &frames, Named::default()),
        Outcome::Unsure(why) if why.contains("two frames")
    ));
}

#[test]
fn a_box_that_is_on_where_nobody_sees_it_is_found() {
    let hidden = |checked, name: &str| Control {
        visible: false,
        checked: Some(checked),
        ..control(1, "checkbox", name)
    };
    let phrase = "Consent on behalf of your organization";
    assert_eq!(
        search("consent-tick", vec![hidden(true, phrase)], None),
        Ok(vec![1])
    );
    assert!(search("consent-tick", vec![hidden(false, phrase)], None).is_err());
    assert!(search("consent-tick", vec![hidden(true, "Remember me")], None).is_err());
}

/// Finds the grant on a page whose portal shows a tenant.
fn grant_where_the_portal_shows(tenant: &str, controls: Vec<Control>) -> Search {
    let sighting = Sighting {
        controls,
        probes: [("portal-tenant".to_owned(), tenant.to_owned())].into(),
        ..Sighting::default()
    };
    let named = Named {
        here: Here::Right,
        ..Named::default()
    };
    let id = "grant-admin-consent";
    explain(
        Catalog::built_in(),
        id,
        &Catalog::built_in().controls[id],
        &[(0, &sighting)],
        named,
    )
}

#[test]
fn who_names_the_tenant_wins_over_who_only_looks_better() {
    let plain = within(
        control(1, "button", "Grant admin consent"),
        &["toolbar", "main"],
    );
    let named = control(2, "link", "Grant admin consent for Birchwood");
    let both = vec![plain, named];
    assert_eq!(
        search("grant-admin-consent", both.clone(), Some("Birchwood")),
        Ok(vec![2])
    );
    let shown = grant_where_the_portal_shows("Birchwood", both);
    assert_eq!(shown.found.map(|found| found.id), Some(2));
}

#[test]
fn words_that_were_only_inferred_need_one_sign_more() {
    let label = "Conceder consentimiento de administração para Birchwood";
    let inferred = "Conceder consentimento de administração para Birchwood";
    assert!(
        search(
            "grant-admin-consent",
            vec![control(1, "button", label)],
            None
        )
        .is_err()
    );
    let bare = control(1, "button", inferred);
    assert!(search("grant-admin-consent", vec![bare.clone()], None).is_err());
    let placed = within(bare.clone(), &["toolbar"]);
    assert_eq!(
        search("grant-admin-consent", vec![placed], None),
        Ok(vec![1])
    );
    assert_eq!(
        search("grant-admin-consent", vec![bare], Some("Birchwood")),
        Ok(vec![1])
    );
}

#[test]
fn a_link_to_another_site_is_no_control_of_this_one() {
    let sighting = Sighting {
        url: "https://portal.azure.com/#x".to_owned(),
        controls: vec![attr(
            control(1, "link", "Grant admin consent"),
            "href",
            "https://learn.example/grant",
        )],
        ..Sighting::default()
    };
    let spec = &Catalog::built_in().controls["grant-admin-consent"];
    let outcome = find(
        Catalog::built_in(),
        spec,
        &[(0, &sighting)],
        Named::default(),
    );
    assert!(matches!(outcome, Outcome::Unsure(why) if why.contains("another site")));
}

#[test]
fn the_header_of_a_group_with_an_items_words_is_not_the_item() {
    let header = Control {
        expanded: Some(true),
        ..within(control(1, "button", "Permissions"), &["navigation"])
    };
    let item = within(control(2, "link", "Permissions"), &["navigation"]);
    assert_eq!(
        search("menu-permissions", vec![header, item], None),
        Ok(vec![2])
    );
}

#[test]
fn a_folded_group_with_an_items_words_is_what_is_to_be_unfolded() {
    let header = Control {
        expanded: Some(false),
        ..within(control(1, "button", "Permissions"), &["navigation"])
    };
    let mut item = within(control(2, "link", "Permissions"), &["navigation"]);
    item.visible = false;
    let menu = vec![header, item];
    assert_eq!(
        search("menu-permissions", menu.clone(), None),
        Err("absent".to_owned())
    );
    assert_eq!(search("menu-group-security", menu, None), Ok(vec![1]));
}

#[test]
fn the_item_of_a_command_bar_may_have_no_role_of_its_own() {
    let label = attr(
        within(control(1, "generic", "Save"), &["listitem", "menubar"]),
        "data-telemetryname",
        "Command-Save",
    );
    assert_eq!(search("save", vec![label], None), Ok(vec![1]));
}

#[test]
fn the_assignment_is_found_as_pair_switch_and_list() {
    let pair = |id, role: &str, name: &str| Control {
        group: Some("Assignment required?".to_owned()),
        ..control(id, role, name)
    };
    for role in ["radio", "button", "option"] {
        let both = vec![pair(1, role, "Yes"), pair(2, role, "No")];
        assert_eq!(search("assignment-yes", both, None), Ok(vec![1]), "{role}");
    }
    for role in ["switch", "checkbox", "combobox"] {
        let one = control(1, role, "Assignment required?");
        assert_eq!(
            search("assignment-yes", vec![one], None),
            Ok(vec![1]),
            "{role}"
        );
    }
    let other = Control {
        group: Some("Visible to users?".to_owned()),
        ..control(1, "radio", "Yes")
    };
    assert!(search("assignment-yes", vec![other], None).is_err());
}

#[test]
fn what_shares_a_row_with_the_control_is_not_the_control() {
    let question = |id, name: &str| Control {
        group: Some("Assignment required?".to_owned()),
        ..within(control(id, "radio", name), &["radiogroup"])
    };
    assert!(search("assignment-yes", vec![question(1, "No")], None).is_err());
    let pill = "Application type == Enterprise Applications";
    let pills = |id, name: &str| {
        let text = format!("{pill} Add filters");
        row(within(control(id, "button", name), &["main"]), &text)
    };
    let both = vec![pills(1, pill), pills(2, "Add filters")];
    assert_eq!(search("filter-application-type", both, None), Ok(vec![1]));
}

#[test]
fn an_id_inside_of_an_address_is_not_the_apps() {
    let tricky = row(
        control(1, "link", "Office 365 Mover"),
        &format!("Office 365 Mover https://evil.example/{APP} {OTHER}"),
    );
    assert!(search("app-row", vec![tricky], None).is_err());
}

#[test]
fn the_confirmation_is_found_by_its_question() {
    let yes = Control {
        group: Some("Grant admin consent confirmation. Do you want to?".to_owned()),
        ..within(control(1, "button", "Yes"), &["dialog"])
    };
    assert_eq!(
        search("registration-grant-confirm", vec![yes], None),
        Ok(vec![1])
    );
    let other = Control {
        group: Some("Delete this application?".to_owned()),
        ..within(control(1, "button", "Yes"), &["dialog"])
    };
    assert!(search("registration-grant-confirm", vec![other], None).is_err());
}

proptest::proptest! {
    #[test]
    fn of_any_number_of_equals_none_is_lit(count in 2u32..6) {
        let equals = (0..count)
            .map(|id| control(id, "button", "Grant admin consent for Birchwood"))
            .collect();
        proptest::prop_assert!(search("grant-admin-consent", equals, None).is_err());
    }

    #[test]
    fn decoys_without_the_id_never_win_the_row(
        names in proptest::collection::vec("\\PC{0,30}", 0..6),
        places in proptest::collection::vec(proptest::sample::select(vec!["main", "grid", "row"]), 0..4),
        at in 0usize..6,
    ) {
        let mut controls: Vec<Control> = names
            .iter()
            .zip(10..)
            .map(|(name, id)| {
                let decoy = within(control(id, "link", "Office 365 Mover"), &places);
                row(decoy, &format!("Office 365 Mover {name} {OTHER}"))
            })
            .collect();
        let real = row(control(1, "link", "Office 365 Mover"), &format!("Office 365 Mover {APP}"));
        controls.insert(at.min(controls.len()), real);
        proptest::prop_assert_eq!(search("app-row", controls, None), Ok(vec![1]));
    }
}

#[test]
fn an_account_is_one_address_and_none_that_only_holds_it() {
    let tile = |name: &str, marked: Option<&str>| Control {
        name: name.to_owned(),
        attrs: marked
            .map(|marked| ("data-test-id".to_owned(), marked.to_owned()))
            .into_iter()
            .collect(),
        ..Control::default()
    };
    let wanted = "x@a.example";
    for (name, marked) in [
        ("Sign in with x@a.example work or school account.", None),
        ("X Ample X@A.example", Some("x@a.example")),
        ("X Ample (x@a.example)", Some("otherTile")),
        ("Mit x@a.example.", None),
        ("\u{2066}x@a.example\u{2069}", None),
    ] {
        assert!(is_account(&tile(name, marked), wanted), "{name} {marked:?}");
    }
    for (name, marked) in [
        (
            "Sign in with x@a.example.test work or school account.",
            None,
        ),
        ("max@a.example", None),
        ("_x@a.example", None),
        ("x@a.example-b.test", None),
        ("x@a.example@b.test", None),
        ("x@a.example", Some("x@a.example.test")),
        ("X Ample", Some("x@a.example")),
    ] {
        assert!(
            !is_account(&tile(name, marked), wanted),
            "{name} {marked:?}"
        );
    }
}

#[test]
fn accounts_are_told_by_their_address() {
    assert!(holds_account(
        "Adele Admin adele@birchwood.example Signed in"
    ));
    assert!(!holds_account("Use another account"));
    assert!(!holds_account("@birchwood"));
    assert!(!holds_account("a@b@c.example"));
}

fn reads(mut control: Control, words: &str) -> Control {
    control.read = Some(words.to_owned());
    control
}

fn on(mut control: Control, checked: Option<bool>) -> Control {
    control.checked = checked;
    control
}

#[test]
fn what_reads_otherwise_than_it_is_called_is_not_lit() {
    let grant = "Grant admin consent for Birchwood";
    for (name, words) in [
        (grant, "Cancel"),
        ("Cancel", grant),
        (grant, "Do not Grant admin consent for Birchwood"),
        (grant, "No"),
    ] {
        let button = reads(control(1, "button", name), words);
        assert_eq!(
            search("grant-admin-consent", vec![button], None),
            Err("signs contradict each other: it reads otherwise than it is called".to_owned()),
            "{name} / {words}"
        );
    }
}

#[test]
fn what_reads_a_part_of_its_name_is_what_it_is_called() {
    for words in [
        "Grant admin consent",
        "\u{e73e}",
        "Grant",
        "GRANT ADMIN CONSENT FOR BIRCHWOOD",
    ] {
        let button = reads(
            control(1, "button", "Grant admin consent for Birchwood"),
            words,
        );
        assert_eq!(
            search("grant-admin-consent", vec![button], None),
            Ok(vec![1]),
            "{words}"
        );
    }
    let text = format!("Office 365 Mover {APP}");
    let link = reads(row(control(1, "link", "Office 365 Mover"), &text), &text);
    assert_eq!(search("app-row", vec![link], None), Ok(vec![1]));
}

#[test]
fn a_switch_reads_whether_it_is_on_and_is_called_by_its_question() {
    let named = |role, words| {
        let switch = reads(
            on(control(1, role, "Assignment required?"), Some(false)),
            words,
        );
        search("assignment-yes", vec![switch], None)
    };
    for words in ["No", "Aus", "いいえ"] {
        assert_eq!(named("switch", words), Ok(vec![1]), "{words}");
    }
    assert!(named("switch", "No, delete it").is_err());
    assert!(named("switch", "Visible to users?").is_err());
    assert!(named("checkbox", "No").is_err());
}

#[test]
fn accept_is_guarded_by_either_of_its_readings() {
    for (name, words) in [("Accept", "Cancel"), ("Cancel", "Accept")] {
        let button = reads(attr(control(1, "button", name), "type", "submit"), words);
        assert_eq!(search("consent-accept", vec![button], None), Ok(vec![1]));
    }
}

#[test]
fn yes_to_the_organizations_question_is_its_tick_and_no_is_not() {
    let answer = |id, role, name: &str, asks: &str| {
        let mut answer = on(control(id, role, name), Some(id == 2));
        answer.group = Some(asks.to_owned());
        answer
    };
    for question in [
        "Consent on behalf of your organization?",
        "Do you want to consent on behalf of your organization? Yes No",
        "Zustimmung im Namen Ihrer Organisation",
    ] {
        for (role, yes, no) in [("radio", "Yes", "No"), ("button", "Ja", "Nein")] {
            let pair = vec![
                answer(1, role, yes, question),
                answer(2, role, no, question),
            ];
            assert_eq!(
                search("consent-tick", pair, None),
                Ok(vec![1]),
                "{question}"
            );
        }
        let switch = vec![answer(1, "switch", "On", question)];
        assert_eq!(
            search("consent-tick", switch, None),
            Ok(vec![1]),
            "{question}"
        );
    }
    let other = vec![
        answer(1, "radio", "Yes", "Stay signed in?"),
        answer(2, "radio", "No", "Stay signed in?"),
    ];
    assert!(search("consent-tick", other, None).is_err());
}

#[test]
fn a_box_that_is_on_where_nobody_sees_it_is_guarded_by_its_question_too() {
    let unseen = |checked| {
        let mut unseen = on(control(1, "checkbox", ""), Some(checked));
        unseen.row = Some("Consent on behalf of your organization".to_owned());
        unseen.visible = false;
        vec![unseen]
    };
    assert_eq!(search("consent-tick", unseen(true), None), Ok(vec![1]));
    assert!(search("consent-tick", unseen(false), None).is_err());
}

#[test]
fn an_id_counts_in_the_column_of_application_ids_alone() {
    let listed = |columns: &[(&str, &str)], text: &str| {
        let mut link = row(control(1, "link", "Office 365 Mover"), text);
        for (head, id) in columns {
            link.columns.insert((*head).to_owned(), (*id).to_owned());
        }
        search("app-row", vec![link], None)
    };
    let text = format!("Office 365 Mover {OTHER} {APP}");
    let head = |head| [("Object ID", OTHER), (head, APP)];
    for right in [
        "Application ID",
        "Anwendungs-ID",
        "アプリケーション ID",
        "Application ID, sorted",
    ] {
        assert_eq!(listed(&head(right), &text), Ok(vec![1]), "{right}");
    }
    for wrong in ["Owner", "Application ID of the owner", "", "Homepage URL"] {
        assert!(listed(&head(wrong), &text).is_err(), "{wrong}");
    }
    assert!(listed(&[("Object ID", APP), ("Application ID", OTHER)], &text).is_err());
    // Without heads nothing contradicts it, unless the words right before it do.
    assert_eq!(listed(&[], &text), Ok(vec![1]));
    let said = |head: &str| format!("Office 365 Mover {head}: {APP}");
    assert_eq!(listed(&[], &said("Application ID")), Ok(vec![1]));
    assert!(listed(&[], &said("Object ID")).is_err());
}

#[test]
fn two_links_that_lead_nowhere_are_two_controls_and_two_that_lead_to_one_place_are_one() {
    let links = |href: &str| {
        let link = |id: u32| {
            let link = control(id, "link", "Office 365 Mover");
            attr(row(link, APP), "href", href)
        };
        search("app-row", vec![link(1), link(2)], None)
    };
    assert_eq!(links("#"), Err("2 controls fit equally well".to_owned()));
    assert_eq!(links("#view/app"), Ok(vec![1]));
}

#[test]
fn of_two_that_are_the_same_the_one_that_can_be_reached_counts_and_then_the_likelier() {
    let mut outer = control(1, "button", "Grant admin consent for Birchwood");
    let mut inner = outer.clone();
    (inner.id, inner.inside) = (2, Some(1));
    let found = |outer: &Control, inner: &Control| {
        search(
            "grant-admin-consent",
            vec![outer.clone(), inner.clone()],
            None,
        )
    };
    assert_eq!(found(&outer, &inner), Ok(vec![2]), "the inner one");
    outer.behind = true;
    assert_eq!(found(&outer, &inner), Ok(vec![2]));
    (outer.behind, inner.behind) = (false, true);
    assert_eq!(found(&outer, &inner), Ok(vec![1]));
    inner.behind = false;
    let outer = within(outer, &["toolbar"]);
    assert_eq!(found(&outer, &inner), Ok(vec![1]), "it has one sign more");
}

#[test]
fn a_list_is_excused_around_buttons_and_within_a_bar_and_nowhere_else() {
    let grant = |role: &str, around: &[&str]| {
        let grant = control(1, role, "Grant admin consent for Birchwood");
        search("grant-admin-consent", vec![within(grant, around)], None).is_ok()
    };
    assert!(grant("button", &["listitem", "list"]));
    assert!(!grant("link", &["listitem", "list"]));
    assert!(grant("link", &["listitem", "list", "toolbar"]));
    assert!(!grant("link", &["toolbar", "list"]));
    assert!(!grant("link", &["toolbar", "listitem", "list"]));
}

#[test]
fn the_main_part_is_excused_around_a_menu_and_not_around_a_list() {
    let item = |around: &[&str]| {
        let item = control(1, "link", "Permissions");
        search("menu-permissions", vec![within(item, around)], None).is_ok()
    };
    assert!(item(&["listitem", "list", "navigation", "main"]));
    assert!(!item(&["listitem", "list", "main"]));
}

#[test]
fn a_name_written_backwards_is_refused_and_still_guarded() {
    let backwards = "Grant admin consent for \u{202e}doowhcriB";
    assert!(
        search(
            "grant-admin-consent",
            vec![control(1, "button", backwards)],
            None
        )
        .is_err()
    );
    let tick = control(
        1,
        "checkbox",
        "Consent on behalf of your organization\u{202e}",
    );
    assert_eq!(search("consent-tick", vec![tick], None), Ok(vec![1]));
}

#[test]
fn a_box_that_is_the_only_one_does_not_say_whose_it_is() {
    assert!(is_said(
        Catalog::built_in(),
        "consent-on-behalf",
        &control(1, "checkbox", "Consent on behalf of your organization")
    ));
    assert!(is_said(
        Catalog::built_in(),
        "consent-on-behalf",
        &row(
            control(1, "checkbox", "Yes"),
            "Consent on behalf of your organization"
        )
    ));
    assert!(!is_said(
        Catalog::built_in(),
        "consent-on-behalf",
        &control(1, "checkbox", "Nõustu")
    ));
}

#[test]
fn what_the_page_calls_one_thing_and_people_read_as_another_is_neither() {
    let item = |name: &str| {
        let item = attr(
            control(1, "link", name),
            "data-telemetryname",
            "Menu-Permissions",
        );
        search(
            "menu-permissions",
            vec![within(item, &["navigation"])],
            None,
        )
    };
    assert_eq!(
        item("Õigused"),
        Ok(vec![1]),
        "in a language that no table has"
    );
    assert!(item("Properties").is_err());
}

#[test]
fn a_tenant_that_the_portal_shows_by_name_speaks_for_and_against_and_a_domain_does_not() {
    let grants = |shown: &str| {
        let controls = vec![
            control(1, "button", "Grant admin consent for Birchwood"),
            within(
                control(2, "button", "Grant admin consent for Alder"),
                &["toolbar"],
            ),
        ];
        let search = grant_where_the_portal_shows(shown, controls);
        let against = search.candidates.iter().map(|one| one.against.len());
        (
            search.found.map(|found| found.id),
            against.collect::<Vec<_>>(),
        )
    };
    assert_eq!(grants("Birchwood"), (Some(1), vec![0, 1]));
    assert_eq!(grants("birchwood.example"), (Some(2), vec![0, 0]));
}

#[test]
fn why_nothing_was_found_is_said_with_how_much_of_the_page_was_looked_at() {
    let refused = |truncated: bool| {
        let sighting = Sighting {
            truncated,
            ..Sighting::default()
        };
        let spec = &Catalog::built_in().controls["save"];
        explain(
            Catalog::built_in(),
            "save",
            spec,
            &[(0, &sighting)],
            Named::default(),
        )
        .refused
    };
    assert_eq!(
        refused(false).as_deref(),
        Some("nothing like it is on the page")
    );
    assert!(refused(true).is_some_and(|why| why.contains("part of the page")));
}

#[test]
fn who_names_the_app_by_its_id_wins_over_who_has_as_many_signs() {
    let spec: ControlSpec = serde_json::from_value(serde_json::json!({
        "roles": ["button"],
        "says": ["Open"],
        "attrs": [{ "name": "id", "is": "open" }],
        "or": [{ "roles": ["link"], "says": ["Open"], "row": ["{client_id}"] }],
    }))
    .expect("a control");
    let sighting = Sighting {
        controls: vec![
            attr(control(1, "button", "Open"), "id", "open"),
            row(control(2, "link", "Open"), APP),
        ],
        ..Sighting::default()
    };
    let ids = [APP.to_owned()];
    let named = Named {
        client_ids: &ids,
        ..Named::default()
    };
    let outcome = find(Catalog::built_in(), &spec, &[(0, &sighting)], named);
    let ids: Vec<u32> = outcome
        .found()
        .iter()
        .map(|found| found.control.id)
        .collect();
    assert_eq!(ids, [2]);
}

/// The service menu as the portal has it: lists within `main`, a link whose address and telemetry name its item.
fn menu_item(id: u32, name: &str, item: &str, within_roles: &[&str]) -> Control {
    let address = format!(
        "#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/{item}/objectId/1c6e8fe3-62a1-495e-8740-18ee55c1dfac/appId/{APP}"
    );
    let link = attr(control(id, "link", name), "href", &address);
    let link = attr(link, "data-telemetryname", &format!("Menu-{item}"));
    within(link, within_roles)
}

const SHELL: &[&str] = &["listitem", "list", "listitem", "list", "main"];

#[test]
fn a_menu_item_is_found_in_main_by_any_two_of_label_telemetry_name_and_address() {
    let whole = menu_item(1, "Permissions", "Permissions", SHELL);
    let mut unnamed = whole.clone();
    "\u{133}\u{157}".clone_into(&mut unnamed.name);
    let mut unmeasured = whole.clone();
    unmeasured.attrs.remove("data-telemetryname");
    let mut unlinked = whole.clone();
    unlinked.attrs.remove("href");
    for item in [whole, unnamed, unmeasured, unlinked] {
        assert_eq!(search("menu-permissions", vec![item], None), Ok(vec![1]));
    }
}

#[test]
fn a_word_alone_in_the_content_is_no_menu_item() {
    let card = within(control(1, "link", "Permissions"), SHELL);
    assert!(search("menu-permissions", vec![card], None).is_err());
}

#[test]
fn no_place_but_an_announcement_rules_out_what_three_signs_name() {
    let excluded = Catalog::built_in().controls["menu-permissions"]
        .outside
        .iter();
    for role in excluded {
        let item = menu_item(1, "Permissions", "Permissions", &["list", role]);
        let found = search("menu-permissions", vec![item], None);
        let announced = matches!(role.as_str(), "alert" | "log");
        assert_eq!(found.is_ok(), !announced, "{role}");
    }
}

#[test]
fn an_item_whose_address_leads_to_another_item_or_another_app_is_not_it() {
    for (item, app) in [("Properties", APP), ("Permissions", OTHER)] {
        let mut link = menu_item(1, "Permissions", item, SHELL);
        for value in link.attrs.values_mut() {
            *value = value.replace(APP, app);
        }
        let sighting = Sighting {
            url: format!(
                "https://portal.azure.com/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Overview/appId/{APP}"
            ),
            controls: vec![link],
            ..Sighting::default()
        };
        let spec = &Catalog::built_in().controls["menu-permissions"];
        let outcome = find(
            Catalog::built_in(),
            spec,
            &[(0, &sighting)],
            Named::default(),
        );
        assert!(matches!(outcome, Outcome::Unsure(_)), "{item} {app}");
    }
}

fn in_frame(view: &str, query: &str, name: &str) -> Result<u32, String> {
    let top = Sighting {
        url: format!(
            "https://portal.azure.com/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/appId/{APP}"
        ),
        probes: [("portal-tenant".to_owned(), "Birchwood".to_owned())].into(),
        ..Sighting::default()
    };
    let frame = Sighting {
        url: format!("https://sandbox-2.reactblade.portal.azure.net/React/Index{query}"),
        view: view.to_owned(),
        controls: vec![
            within(control(7, "button", name), &["main"]),
            within(control(8, "menuitem", "Refresh"), &["menubar", "main"]),
        ],
        ..Sighting::default()
    };
    match find(
        Catalog::built_in(),
        &Catalog::built_in().controls["grant-admin-consent"],
        &[(0, &top), (3, &frame)],
        Named::default(),
    ) {
        Outcome::Found(found) => Ok(found[0].control.id),
        Outcome::Unsure(why) => Err(why),
        _ => Err("absent".to_owned()),
    }
}

#[test]
fn a_frame_of_another_shell_or_of_another_view_holds_nothing_to_point_at() {
    let grant = "Grant admin consent for Birchwood";
    let ours = "?trustedAuthority=https%3A%2F%2Fportal.azure.com";
    assert_eq!(in_frame("AppPermissions.ReactView", ours, grant), Ok(7));
    assert_eq!(in_frame("", "", grant), Ok(7), "it does not say");
    let intune = "?trustedAuthority=https%3A%2F%2Fintune.microsoft.com";
    assert!(
        in_frame("AppPermissions.ReactView", intune, grant)
            .unwrap_err()
            .contains("another shell")
    );
    assert!(
        in_frame("SignInDetails.ReactView", ours, grant)
            .unwrap_err()
            .contains("another view")
    );
}

#[test]
fn in_the_view_of_the_permissions_the_tenants_name_is_enough_in_an_unknown_language() {
    let unknown = "\u{120}r\u{227}nt Birchwood";
    assert_eq!(in_frame("AppPermissions.ReactView", "", unknown), Ok(7));
    assert!(
        in_frame("", "", unknown).is_err(),
        "nothing says which view it is"
    );
}

#[test]
fn a_message_that_names_the_app_in_the_place_of_the_tenant_is_not_the_grant() {
    let message = control(1, "link", "Grant admin consent for Office 365 Mover");
    assert!(search("grant-admin-consent", vec![message], None).is_err());
}

#[test]
fn the_header_of_the_group_that_hides_an_item_is_found_whatever_it_is_called() {
    let header = |id: u32, name: &str| Control {
        expanded: Some(false),
        ..within(control(id, "button", name), &["listitem", "list", "main"])
    };
    let hidden = Control {
        visible: false,
        collapsed_by: Some(2),
        ..menu_item(9, "\u{133}", "Permissions", SHELL)
    };
    let menu = vec![header(1, "Security"), header(2, "\u{120}overn"), hidden];
    assert_eq!(search("menu-group-security", menu, None), Ok(vec![2]));
}

#[test]
fn an_item_around_a_link_to_another_app_is_no_more_than_the_link() {
    let item = within(
        control(1, "listitem", "Permissions"),
        &["list", "navigation"],
    );
    let link = Control {
        inside: Some(1),
        ..menu_item(2, "Permissions", "Properties", SHELL)
    };
    assert!(search("menu-permissions", vec![item, link], None).is_err());
}

/// What is found of a control on a page of the shell where the tenant is Birchwood.
fn in_shell(id: &str, item: &str, controls: Vec<Control>) -> Result<u32, String> {
    let shell = Sighting {
        url: format!(
            "https://portal.azure.com/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/{item}/appId/{APP}"
        ),
        probes: [("portal-tenant".to_owned(), "Birchwood".to_owned())].into(),
        controls,
        ..Sighting::default()
    };
    let ids = [APP.to_owned()];
    let named = Named {
        app: Some("Office 365 Mover"),
        client_ids: &ids,
        ..Named::default()
    };
    match find(
        Catalog::built_in(),
        &Catalog::built_in().controls[id],
        &[(0, &shell)],
        named,
    ) {
        Outcome::Found(found) => Ok(found[0].control.id),
        Outcome::Unsure(why) => Err(why),
        _ => Err("absent".to_owned()),
    }
}

#[test]
fn in_unknown_words_the_one_command_with_the_tenants_name_is_the_grant() {
    let grant = |roles: &[&str]| within(control(3, "button", "Xyz Birchwood"), roles);
    let at = |item: &str, controls| in_shell("grant-admin-consent", item, controls);
    assert_eq!(at("Permissions", vec![grant(&["main"])]), Ok(3));
    assert!(
        at("Permissions", vec![grant(&[])]).is_err(),
        "the account chip"
    );
    assert!(at("Permissions", vec![grant(&["row", "grid", "main"])]).is_err());
    assert!(at("Properties", vec![grant(&["main"])]).is_err());
    let other = within(control(4, "button", "Birchwood zyx"), &["main"]);
    assert!(at("Permissions", vec![grant(&["main"]), other]).is_err());
}

#[test]
fn a_name_in_a_row_is_no_command_whatever_view_it_stands_in() {
    let named = control(9, "link", "Grant admin consent for Birchwood");
    let own = within(named, &["row", "table"]);
    let spec = &Catalog::built_in().controls["grant-admin-consent"];
    let own = super::placement::judge(Catalog::built_in(), spec, &own, 3, 1);
    assert_eq!(own.against, ["stands within row"]);
}

#[test]
fn a_link_to_the_app_needs_no_column_and_one_to_another_app_is_not_it() {
    let link = |app: &str| {
        let to = format!("#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Overview/appId/{app}");
        let mut link = row(
            attr(control(1, "link", "Office 365 Mover"), "href", &to),
            &format!("Office 365 Mover {APP}"),
        );
        link.columns.insert("Xyz".to_owned(), APP.to_owned());
        vec![link]
    };
    assert_eq!(search("app-row", link(APP), None), Ok(vec![1]));
    assert!(search("app-row", link(OTHER), None).is_err());
}

#[test]
fn where_items_have_names_of_their_own_a_link_that_only_says_so_is_none() {
    let item = |id: u32, name: &str| {
        let item = within(control(id, "link", name), &["list"]);
        attr(item, "data-telemetryname", &format!("Menu-{name}"))
    };
    let mut page: Vec<Control> = ["Overview", "Owners", "Properties", "SignOn"]
        .iter()
        .zip(1..)
        .map(|(name, id)| item(id, name))
        .collect();
    page.push(within(control(8, "link", "Permissions"), &["list"]));
    assert!(in_shell("menu-permissions", "Overview", page.clone()).is_err());
    page.push(item(9, "Permissions"));
    assert_eq!(in_shell("menu-permissions", "Overview", page), Ok(9));
}
