use super::*;

fn caller(text: &str) -> Caller {
    Caller::of(text.parse().unwrap())
}

#[expect(
    clippy::option_option,
    reason = "no place, a free one, or one that somebody had"
)]
/// Takes a place under a name; who had to leave, or nothing where there was no place.
fn take(shares: &mut Shares<String>, address: &str) -> Option<Option<String>> {
    let taken = shares.take(caller(address), address.to_owned())?;
    Some(taken.1)
}

#[test]
fn one_caller_alone_may_hold_all_places_and_no_more() {
    let mut shares = Shares::new(3);
    for _ in 0..3 {
        assert_eq!(take(&mut shares, "192.0.2.1"), Some(None));
    }
    assert_eq!(take(&mut shares, "192.0.2.1"), None);
    assert_eq!(shares.held(), 3);
}

#[test]
fn a_caller_who_holds_nothing_gets_a_place_from_whoever_holds_the_most() {
    for newcomer in ["192.0.2.2", "192.0.9.1", "198.51.100.1", "2001:db8::1"] {
        let mut shares = Shares::new(4);
        for _ in 0..4 {
            take(&mut shares, "192.0.2.1");
        }
        let left = take(&mut shares, newcomer);
        assert_eq!(left, Some(Some("192.0.2.1".to_owned())), "{newcomer}");
        assert_eq!(shares.held(), 4);
    }
}

#[test]
fn many_addresses_of_one_network_count_together_against_a_stranger() {
    let mut shares = Shares::new(200);
    // One place for each /64 of one /56: by callers alone nobody would hold more than one.
    for last in 0..200 {
        take(&mut shares, &format!("2001:db8:0:{last:x}::1"));
    }
    for _ in 0..100 {
        let left = take(&mut shares, "198.51.100.7").expect("a place");
        assert!(left.unwrap().starts_with("2001:db8:0:"));
    }
    assert_eq!(take(&mut shares, "198.51.100.7"), None, "half is enough");
}

#[test]
fn a_neighbor_in_the_same_network_gets_in_too() {
    let mut shares = Shares::new(254);
    for last in 0..254 {
        take(&mut shares, &format!("192.0.2.{last}"));
    }
    assert!(take(&mut shares, "192.0.2.255").is_some());
    assert_eq!(take(&mut shares, "192.0.2.255"), None, "one each is fair");
}

#[test]
fn a_place_that_somebody_else_has_by_now_is_not_given_back() {
    let mut shares = Shares::new(1);
    let (first, _) = shares.take(caller("192.0.2.1"), "one").unwrap();
    let (second, left) = shares.take(caller("198.51.100.1"), "other").unwrap();
    assert_eq!(left, Some("one"));
    assert_eq!(shares.leave(first), None);
    assert_eq!(shares.held(), 1);
    assert_eq!(shares.leave(second), Some("other"));
    assert_eq!(shares.held(), 0);
    assert!(shares.nodes.values().all(|node| node.held == 0));
}

#[test]
fn whatever_happens_nobody_is_sent_away_for_somebody_who_holds_as_much() {
    let mut shares = Shares::new(40);
    let mut held: HashMap<Caller, Vec<Place>> = HashMap::new();
    // A fixed sequence that looks random (a linear congruential generator, Knuth, MMIX).
    let mut seed = 1_u64;
    let mut next = |below: u64| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    for _ in 0..20_000 {
        let who = caller(&format!("10.{}.{}.{}", next(3), next(3), next(4)));
        let mine = held.get(&who).map_or(0, Vec::len);
        if next(3) == 0 && mine > 0 {
            let place = held.get_mut(&who).unwrap().swap_remove(0);
            assert_eq!(shares.leave(place), Some(who));
        } else {
            match shares.take(who, who) {
                None => assert!(mine > 0, "who holds nothing gets a place"),
                Some((place, left)) => {
                    if let Some(left) = left {
                        let theirs = held.get_mut(&left).unwrap();
                        let oldest = theirs.iter().map(|place| place.number).min();
                        theirs.retain(|place| Some(place.number) != oldest);
                    }
                    held.entry(who).or_default().push(place);
                }
            }
        }
        let all: usize = held.values().map(Vec::len).sum();
        assert_eq!(shares.held(), all);
        assert!(all <= 40);
    }
    for place in held.into_values().flatten() {
        shares.leave(place).unwrap();
    }
    assert!(
        shares.nodes.keys().all(Option::is_none),
        "nothing is left behind"
    );
}
