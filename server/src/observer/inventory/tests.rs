use super::*;
use consentry_catalog::permission::Risk;

fn of(names: &[(&str, Option<Risk>, usize)]) -> Inventory {
    let mut lines: Vec<Line> = names
        .iter()
        .map(|(name, risk, delegated)| Line {
            object_id: format!("object-{name}"),
            app_id: format!("app-{name}"),
            folded: name.to_lowercase(),
            name: (*name).to_owned(),
            publisher: None,
            is_microsoft: name.starts_with("Microsoft"),
            is_enabled: *delegated > 0,
            risk: *risk,
            delegated: *delegated,
            is_for_all: false,
            application: 0,
        })
        .collect();
    lines.sort_by(|one, other| one.folded.cmp(&other.folded));
    Inventory {
        tenant: Tenant::default(),
        made: Arc::new(Made {
            at: (0, 0),
            lists: BTreeMap::new(),
            index: Index::default(),
            summary: summary(&lines),
            lines,
        }),
    }
}

fn names(inventory: &Inventory, query: &Query) -> Vec<String> {
    let page = inventory.page(query);
    page.lines.iter().map(|line| line.name.clone()).collect()
}

#[test]
fn apps_are_searched_filtered_and_sorted() {
    let all = of(&[
        ("beta", Some(Risk::Critical), 1),
        ("Alpha", Some(Risk::Low), 3),
        ("Microsoft Teams", None, 2),
        ("gamma", Some(Risk::High), 0),
    ]);
    let by = |sort, filter, text: &str| {
        let query = Query {
            text: text.into(),
            filter,
            sort,
            page: 0,
        };
        names(&all, &query)
    };
    assert_eq!(
        by(Sort::Name, Filter::All, ""),
        ["Alpha", "beta", "gamma", "Microsoft Teams"]
    );
    assert_eq!(by(Sort::Risk, Filter::All, "")[..2], ["beta", "gamma"]);
    assert_eq!(by(Sort::Delegated, Filter::All, "")[0], "Alpha");
    assert_eq!(by(Sort::Name, Filter::Risky, ""), ["beta", "gamma"]);
    assert_eq!(by(Sort::Name, Filter::Disabled, ""), ["gamma"]);
    assert_eq!(by(Sort::Name, Filter::Others, " MA "), ["gamma"]);
    assert_eq!(by(Sort::Name, Filter::All, "%"), Vec::<String>::new());
}

#[test]
fn every_app_is_on_exactly_one_page_and_no_page_is_beyond_the_last() {
    let many: Vec<String> = (0..123).map(|at| format!("app {at:03}")).collect();
    let all = of(&many
        .iter()
        .map(|name| (name.as_str(), None, 1))
        .collect::<Vec<_>>());
    let page = |page| Query {
        page,
        ..Query::default()
    };
    let seen: Vec<String> = (0..3).flat_map(|at| names(&all, &page(at))).collect();
    assert_eq!(seen, many);
    assert_eq!(all.page(&page(usize::MAX)).page, 2);
    assert_eq!(of(&[]).page(&page(7)).page, 0);
}
