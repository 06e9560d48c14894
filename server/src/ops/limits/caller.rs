//! Who calls: the address of the connection, or the one that a configured reverse proxy names.

use axum::http::HeaderMap;
use ipnet::IpNet;
use std::net::{IpAddr, SocketAddr};

/// Who is counted as one caller: an IPv4 address, or an IPv6 /64.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Caller(IpAddr);

/// The other end of a connection.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub SocketAddr);

impl Caller {
    /// The caller at an address.
    pub fn of(address: IpAddr) -> Self {
        match address.to_canonical() {
            v6 @ IpAddr::V6(_) => Self(net(v6, 64).addr()),
            v4 @ IpAddr::V4(_) => Self(v4),
        }
    }

    /// The networks a caller is in, the widest first and the caller last: what a provider gives to a site, what a
    /// site or a rented machine has, and the caller. With IPv6 a /48, a /56 and the /64 (RFC 6177); with IPv4 a /16, a
    /// /24 and the address.
    pub fn nets(self) -> [IpNet; 3] {
        let lengths = match self.0 {
            IpAddr::V6(_) => [48, 56, 64],
            IpAddr::V4(_) => [16, 24, 32],
        };
        lengths.map(|length| net(self.0, length))
    }

    /// The caller of a request. `X-Forwarded-For` is read from its end for as long as it was written
    /// by a proxy of ours: whatever stands before that, anybody may have made up.
    pub fn behind(peer: IpAddr, headers: &HeaderMap, proxies: &[IpNet]) -> Self {
        let is_ours = |address: &IpAddr| proxies.iter().any(|net| net.contains(address));
        let mut address = peer.to_canonical();
        if !is_ours(&address) {
            return Self::of(address);
        }
        let lines = headers.get_all("x-forwarded-for");
        let named: Vec<&str> = lines
            .iter()
            .filter_map(|line| line.to_str().ok())
            .flat_map(|line| line.split(','))
            .collect();
        for text in named.iter().rev() {
            let Some(named) = parse(text.trim()) else {
                break;
            };
            address = named;
            if !is_ours(&address) {
                break;
            }
        }
        Self::of(address)
    }
}

/// The network of that length an address is in.
fn net(address: IpAddr, length: u8) -> IpNet {
    IpNet::new_assert(address, length).trunc()
}

/// Some proxies write a port, and brackets with it.
fn parse(text: &str) -> Option<IpAddr> {
    let address = text
        .parse()
        .or_else(|_| text.parse::<SocketAddr>().map(|socket| socket.ip()));
    address.ok().map(|address: IpAddr| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn behind(peer: &str, forwarded: &[&str], proxies: &[&str]) -> Caller {
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append("x-forwarded-for", line.parse().unwrap());
        }
        let proxies: Vec<IpNet> = proxies.iter().map(|net| net.parse().unwrap()).collect();
        Caller::behind(peer.parse().unwrap(), &headers, &proxies)
    }

    fn caller(text: &str) -> Caller {
        Caller::of(text.parse().unwrap())
    }

    #[test]
    fn a_header_of_a_stranger_is_not_believed() {
        let one = behind("192.0.2.1", &["203.0.113.9"], &["10.0.0.0/8"]);
        assert_eq!(one, caller("192.0.2.1"));
    }

    #[test]
    fn the_last_address_that_no_proxy_of_ours_has_is_the_caller() {
        let ours = ["10.0.0.0/8"];
        for (forwarded, expected) in [
            (&["203.0.113.9"][..], "203.0.113.9"),
            (&["6.6.6.6, 203.0.113.9"], "203.0.113.9"),
            (&["6.6.6.6", "203.0.113.9, 10.0.0.8"], "203.0.113.9"),
            (&["203.0.113.9:4711"], "203.0.113.9"),
            (&["[2001:db8::1]:4711"], "2001:db8::1"),
            (&["garbage, 10.0.0.8"], "10.0.0.8"),
            (&["", "unknown"], "10.0.0.7"),
            (&[], "10.0.0.7"),
        ] {
            assert_eq!(
                behind("10.0.0.7", forwarded, &ours),
                caller(expected),
                "{forwarded:?}"
            );
        }
    }

    #[test]
    fn an_ipv6_network_of_64_is_one_caller() {
        assert_eq!(caller("2001:db8::1"), caller("2001:db8::ffff:1"));
        assert_ne!(caller("2001:db8::1"), caller("2001:db8:0:1::1"));
        assert_eq!(caller("::ffff:192.0.2.1"), caller("192.0.2.1"));
        assert_ne!(caller("192.0.2.1"), caller("192.0.2.2"));
    }

    #[test]
    fn a_proxy_reached_over_a_mapped_address_is_still_ours() {
        let one = behind("::ffff:10.0.0.7", &["203.0.113.9"], &["10.0.0.7/32"]);
        assert_eq!(one, caller("203.0.113.9"));
    }
}
