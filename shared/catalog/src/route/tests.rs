use super::*;
use crate::data::Catalog;
use proptest::prelude::*;

const OBJECT: &str = "ebbb078b-3f9d-41aa-ab72-88ff28687842";
const APP: &str = "d62121f3-e023-4972-b6b0-794190c0fd98";

fn page(fragment: &str) -> Option<(String, String, bool, bool)> {
    route(Catalog::built_in(), fragment)
        .map(|r| (r.blade, r.item, r.object_id.is_some(), r.app_id.is_some()))
}

#[test]
fn old_and_new_spellings_name_the_same_page() {
    let wanted = Some((
        "ManagedAppMenuBlade".to_owned(),
        "Permissions".to_owned(),
        true,
        true,
    ));
    for fragment in [
        format!(
            "view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/objectId/{OBJECT}/appId/{APP}"
        ),
        format!(
            "blade/Microsoft_AAD_IAM/ManagedAppMenuBlade/Permissions/appId/{APP}/objectId/{OBJECT}"
        ),
        format!(
            "@birchwood.example/view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/objectId/{OBJECT}/appId/{APP}/preferredSingleSignOnMode~/null/servicePrincipalType/Application"
        ),
        format!(
            "view/Microsoft_AAD_IAM/ManagedAppMenuBlade/%7E/Permissions/objectId/{}/appId/{APP}/fromNav/",
            OBJECT.to_uppercase()
        ),
    ] {
        assert_eq!(page(&fragment), wanted, "{fragment}");
    }
}

#[test]
fn a_blade_without_a_menu_item_keeps_its_parameters() {
    assert_eq!(
        page(&format!(
            "view/Microsoft_AAD_IAM/ManagedAppMenuBlade/objectId/{OBJECT}"
        )),
        Some(("ManagedAppMenuBlade".to_owned(), String::new(), true, false))
    );
    assert_eq!(
        page(
            "view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview/menuId~/null"
        ),
        Some((
            "StartboardApplicationsMenuBlade".to_owned(),
            "AppAppsPreview".to_owned(),
            false,
            false
        ))
    );
    assert_eq!(
        page(
            "view/Microsoft_AAD_IAM/TenantOverview.ReactView?Microsoft_AAD_IAM_legacyAADRedirect=true"
        ),
        Some(("TenantOverview".to_owned(), String::new(), false, false))
    );
}

#[test]
fn every_way_to_write_a_route_leads_to_the_same_page() {
    for fragment in [
        format!(
            "/view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/appId/{APP}/objectId/{OBJECT}"
        ),
        format!(
            "@birchwood.example/blade/Microsoft_AAD_IAM/ManagedAppMenuBlade/Permissions/objectId/{OBJECT}/appId/{APP}/preferredSingleSignOnMode~/null/servicePrincipalType/Application/fromNav"
        ),
        format!(
            "%40birchwood.example/view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/neverSeen/1/objectId/{OBJECT}/other/x/appId/{APP}"
        ),
        format!(
            "view/Microsoft_AAD_IAM/ManagedAppMenuBlade.ReactView/~/Permissions/objectId/{OBJECT}/appId/{APP}?feature.x=true"
        ),
        format!(
            "VIEW/microsoft_aad_iam/ManagedAppMenuBlade/~Permissions/OBJECTID/{}/APPID/{}",
            OBJECT.to_uppercase(),
            APP.to_uppercase()
        ),
        format!(
            "view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/objectId/{OBJECT}/appId/{APP}"
        )
        .replace('/', "%2F"),
        format!(
            "view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/menuId~/null/objectId/{OBJECT}/appId/{APP}/"
        ),
    ] {
        let read = route(Catalog::built_in(), &fragment).unwrap_or_else(|| panic!("{fragment}"));
        assert_eq!(
            (
                read.blade.as_str(),
                read.item.as_str(),
                read.object_id.as_deref(),
                read.app_id.as_deref()
            ),
            (
                "ManagedAppMenuBlade",
                "Permissions",
                Some(OBJECT),
                Some(APP)
            ),
            "{fragment}"
        );
    }
}

#[test]
fn without_a_tilde_a_parameter_nobody_knows_is_no_menu_item() {
    let item = |rest: &str| {
        route(
            Catalog::built_in(),
            &format!("blade/X/ManagedAppMenuBlade/{rest}"),
        )
        .map(|route| route.item)
    };
    assert_eq!(
        item(&format!("neverSeen/1/appId/{APP}")).as_deref(),
        Some("")
    );
    assert_eq!(item("neverSeen/1").as_deref(), Some(""));
    assert_eq!(
        item(&format!("Permissions/neverSeen/1/appId/{APP}")).as_deref(),
        Some("Permissions")
    );
    assert_eq!(
        item("UserSettings/menuId/").as_deref(),
        Some("UserSettings")
    );
    assert_eq!(item("menuId~/null").as_deref(), Some(""));
    // A value or a name: nobody can tell, so it is no item either.
    assert_eq!(
        item("Permissions/neverSeen/a%7e/objectId/x/appId/x").as_deref(),
        Some("")
    );
    assert_eq!(item("").as_deref(), Some(""));
}

#[test]
fn two_ids_that_differ_are_none() {
    let other = "11111111-e023-4972-b6b0-794190c0fd98";
    let read = |rest: String| {
        route(
            Catalog::built_in(),
            &format!("view/X/ManagedAppMenuBlade/~/Permissions/{rest}"),
        )
        .and_then(|route| route.app_id)
    };
    assert_eq!(read(format!("appId/{APP}/appId/{other}")), None);
    assert_eq!(
        read(format!("appId/{APP}/appId/{}", APP.to_uppercase())).as_deref(),
        Some(APP)
    );
}

#[test]
fn what_is_no_route_is_none() {
    for fragment in [
        "",
        "home",
        "allservices",
        "settings/directory",
        "@birchwood.example",
        "view",
        "view/X",
        "create/X/Y",
        "viewer/X/ManagedAppMenuBlade",
    ] {
        assert_eq!(route(Catalog::built_in(), fragment), None, "{fragment}");
    }
}

#[test]
fn what_is_not_a_guid_is_not_an_id() {
    let route = route(
        Catalog::built_in(),
        "view/X/ManagedAppMenuBlade/~/Permissions/objectId/..%2F..%2Fevil/appId/null",
    );
    assert_eq!(route.map(|r| (r.object_id, r.app_id)), Some((None, None)));
}

#[test]
fn a_menu_item_with_nothing_after_it_needs_no_tilde() {
    let item = |fragment: &str| route(Catalog::built_in(), fragment).map(|route| route.item);
    assert_eq!(
        item("blade/Microsoft_AAD_IAM/ManagedAppMenuBlade/Permissions").as_deref(),
        Some("Permissions")
    );
}

#[test]
fn the_item_after_a_wave_is_the_item_whatever_follows_it() {
    let item = |rest: &str| {
        route(
            Catalog::built_in(),
            &format!("view/X/ManagedAppMenuBlade/{rest}"),
        )
        .map(|route| route.item)
    };
    assert_eq!(item("~/Permissions/a/b/c").as_deref(), Some("Permissions"));
    assert_eq!(item("~Permissions/a/b/c").as_deref(), Some("Permissions"));
    assert_eq!(item("Permissions/a/b/c").as_deref(), Some(""));
}

fn parameters() -> impl Strategy<Value = Vec<(String, String)>> {
    proptest::collection::vec(("[a-z][A-Za-z]{2,12}~?", "[A-Za-z0-9.%-]{0,12}"), 0..5).prop_filter(
        "not the ids themselves, and no value that reads like a name: with those nobody can tell",
        |pairs| {
            pairs.iter().all(|(key, value)| {
                !value.to_lowercase().ends_with("%7e")
                    && !matches!(
                        key.trim_end_matches('~').to_lowercase().as_str(),
                        "appid" | "objectid"
                    )
            })
        },
    )
}

proptest! {
    #[test]
    fn ids_are_found_among_any_parameters_in_any_order(
        before in parameters(),
        between in parameters(),
        after in parameters(),
        turned in any::<bool>(),
        old in any::<bool>(),
        tenant in proptest::option::of("[a-z]{3,8}\\.(example|onmicrosoft\\.com)"),
    ) {
        let mut ids = vec![("objectId".to_owned(), OBJECT.to_owned()), ("appId".to_owned(), APP.to_owned())];
        if turned {
            ids.reverse();
        }
        let last = ids.pop();
        let pairs = before.into_iter().chain(ids).chain(between).chain(last).chain(after);
        let tail = pairs.fold(String::new(), |tail, (key, value)| tail + "/" + &key + "/" + &value);
        let start = tenant.map(|tenant| format!("@{tenant}/")).unwrap_or_default();
        let (kind, tilde) = if old { ("blade", "") } else { ("view", "/~") };
        let fragment = format!("{start}{kind}/Ext/ManagedAppMenuBlade{tilde}/Permissions{tail}");
        let read = route(Catalog::built_in(), &fragment).expect("a route");
        prop_assert_eq!(read.item, "Permissions", "{}", fragment);
        prop_assert_eq!(read.object_id.as_deref(), Some(OBJECT));
        prop_assert_eq!(read.app_id.as_deref(), Some(APP));
    }

    #[test]
    fn no_fragment_panics(fragment in "[@~/?%a-zA-Z0-9{}.é]{0,120}") {
        route(Catalog::built_in(), &fragment);
    }
}
