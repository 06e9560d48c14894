use super::*;
use crate::observer::difference::Named;

fn change(kind: &str, app: &str) -> Change {
    let named = Named {
        object_id: app.into(),
        app_id: app.into(),
        name: format!("App {app}"),
    };
    Change::new(kind, &named, "2026-11-30T08:00:00Z")
}

fn granted(scope: &str, audience: Audience) -> Change {
    Change {
        scope: Some(scope.into()),
        audience: Some(audience),
        ..change("delegated-added", "a")
    }
}

#[test]
fn what_is_worth_a_look_comes_worst_first_and_the_rest_is_counted() {
    let mut digest = Digest::default();
    digest.add(granted("Mail.ReadWrite", Audience::One("p".into())));
    digest.add(granted("User.Read", Audience::All));
    for _ in 0..30 {
        digest.add(granted("Mail.ReadWrite", Audience::All));
    }
    digest.add(Change {
        value: Some("RoleManagement.ReadWrite.Directory".into()),
        ..change("application-added", "b")
    });
    assert_eq!((digest.changes, digest.apps), (33, 2));
    assert_eq!(digest.kinds["delegated-added"], 32);
    assert_eq!((digest.worth_a_look.len(), digest.more), (SHOWN, 11));
    assert_eq!(digest.worth_a_look[0].risk, Risk::Critical);
    assert_eq!(digest.worth_a_look[0].change.app.object_id, "b");
}

#[test]
fn the_risk_is_said_with_how_it_changed() {
    let day = |day: &str, risks: [usize; 5]| Day {
        day: day.into(),
        summary: Summary {
            risks,
            ..Summary::default()
        },
        complete: true,
    };
    let days = [
        day("2026-11-20", [1, 5, 0, 0, 9]),
        day("2026-11-29", [3, 4, 0, 0, 9]),
        day("2026-12-05", [9, 9, 9, 9, 9]),
    ];
    // From November 23 to November 30, 2026.
    let (since, until) = (1_795_392_000_000, 1_795_996_800_000);
    let digest = Digest {
        risks: risks(&days, since, until),
        ..Digest::default()
    };
    let expected = "Apps by risk: critical 3 (+2), high 4 (-1), medium 0, low 0, none found 9";
    assert!(
        digest.lines().contains(&expected.to_owned()),
        "{:?}",
        digest.lines()
    );
    assert_eq!(risks(&days[2..], since, until), Risks::default());
}

#[test]
fn a_summary_of_the_same_time_has_the_same_id() {
    let of = |until: &str| Digest {
        until: until.into(),
        ..Digest::default()
    };
    let (one, other) = (
        Tenant::default(),
        Tenant {
            id: "t".into(),
            ..Tenant::default()
        },
    );
    assert_eq!(of("a").id(&one), of("a").id(&one));
    assert_ne!(of("a").id(&one), of("b").id(&one));
    assert_ne!(of("a").id(&one), of("a").id(&other));
}
