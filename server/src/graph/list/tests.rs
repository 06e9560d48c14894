//! Reading lists to their end.

use super::*;

fn home() -> Url {
    "https://graph.example/v1.0".parse().unwrap()
}

fn page(rows: u32, next: Option<&str>, count: Option<u64>) -> Page<u32> {
    Page {
        value: (0..rows).collect(),
        next: next.map(str::to_owned),
        count,
    }
}

/// Reads a list whose pages after the first are all the same.
async fn read(first: Page<u32>, then: impl Fn(u64) -> Page<u32>) -> (Extent, u64) {
    let (mut fetched, mut rows) = (0, 0);
    let fetch = |url: Url| {
        assert_eq!(url.origin(), home().origin(), "nothing is sent elsewhere");
        fetched += 1;
        std::future::ready(Ok(then(fetched)))
    };
    let extent = read_to_end(first, &home(), fetch, |_| rows += 1).await;
    (extent.unwrap(), rows)
}

#[tokio::test]
async fn a_list_with_as_many_rows_as_stated_is_complete_and_any_other_number_is_not() {
    for (stated, complete) in [
        (Some(5), true),
        (Some(6), false),
        (Some(4), false),
        (None, true),
    ] {
        let first = page(3, Some("https://graph.example/v1.0/x?page=2"), stated);
        let (extent, rows) = read(first, |_| page(2, None, None)).await;
        assert_eq!(
            (extent.read, rows, extent.is_complete()),
            (5, 5, complete),
            "{stated:?}"
        );
    }
}

#[tokio::test]
async fn an_empty_page_in_the_middle_is_not_the_end() {
    let first = page(0, Some("https://graph.example/v1.0/x?page=2"), Some(2));
    let (extent, _) = read(first, |_| page(2, None, None)).await;
    assert!(extent.is_complete());
}

#[tokio::test]
async fn a_link_that_comes_again_ends_the_reading_wherever_it_stands() {
    let there = |number: u64| format!("https://graph.example/v1.0/x?page={}", number % 3);
    let first = page(1, Some(&there(0)), None);
    let (extent, _) = read(first, |number| page(1, Some(&there(number)), None)).await;
    assert_eq!(extent.end, End::Repeats);
    assert!(!extent.is_complete());
}

#[tokio::test]
async fn a_link_to_another_place_is_not_followed() {
    for next in [
        "https://evil.example/v1.0/x",
        "http://graph.example/v1.0/x",
        "not a url",
        "",
    ] {
        let (extent, _) = read(page(1, Some(next), Some(1)), |_| unreachable!()).await;
        assert_eq!(extent.end, End::Elsewhere, "{next}");
        assert!(!extent.is_complete(), "{next}");
    }
}

#[tokio::test]
async fn a_list_without_an_end_is_given_up() {
    let next = |number: u64| format!("https://graph.example/v1.0/x?page={number}");
    let first = page(1, Some(&next(0)), None);
    let (extent, rows) = read(first, |number| page(1, Some(&next(number)), None)).await;
    assert_eq!(extent.end, End::TooLong);
    assert_eq!(rows, MOST_PAGES as u64);
}

#[tokio::test]
async fn a_link_that_has_expired_in_the_middle_is_no_refusal() {
    let refused = |status| Fault::Refused {
        status,
        code: Some("Directory_ExpiredPageToken".into()),
        no_sharepoint: false,
        challenge: None,
    };
    let unreadable = Fault::Unavailable(UpstreamUnavailable::Unreadable);
    for (status, expected) in [
        (400, unreadable.clone()),
        (410, unreadable),
        (403, refused(403)),
    ] {
        let first = page(1, Some("https://graph.example/v1.0/x?page=2"), None);
        let fetch = |_| std::future::ready(Err(refused(status)));
        let read = read_to_end(first, &home(), fetch, |_| {}).await;
        assert_eq!(read, Err(expected), "{status}");
    }
}

#[tokio::test]
async fn a_page_that_cannot_be_fetched_spoils_the_list() {
    let first = page(1, Some("https://graph.example/v1.0/x?page=2"), None);
    let busy = Fault::Unavailable(UpstreamUnavailable::Busy { pause_ms: None });
    let fetch = |_| std::future::ready(Err(busy.clone()));
    let read = read_to_end(first, &home(), fetch, |_| {}).await;
    assert_eq!(read, Err(busy));
}

#[test]
fn a_list_is_asked_for_with_a_count_first_and_plainly_last() {
    let bare: Url = "https://graph.example/v1.0/x?$filter=a%20eq%20'b'"
        .parse()
        .unwrap();
    let [best, _, plain] = ways(&bare);
    let parameters: Vec<_> = best.query_pairs().into_owned().collect();
    for (name, value) in [("$filter", "a eq 'b'"), ("$top", "999"), ("$count", "true")] {
        assert!(
            parameters.contains(&(name.into(), value.into())),
            "{parameters:?}"
        );
    }
    assert_eq!(plain, bare);
}
