//! Which addresses a webhook may go to: public ones, and this machine where the configuration names
//! it. Names are looked up here, so that no answer of a name server leads inside.

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use url::{Host, Url};

/// Resolves names to public addresses alone.
pub struct Public;

impl Public {
    /// Whether an address may be asked. A name is judged when it is looked up.
    pub fn may(url: &Url) -> bool {
        let address = match url.host() {
            Some(Host::Domain(_)) => return true,
            Some(Host::Ipv4(address)) => IpAddr::V4(address),
            Some(Host::Ipv6(address)) => IpAddr::V6(address),
            None => return false,
        };
        address.is_loopback() || is_public(address)
    }
}

impl Resolve for Public {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let is_here = name.as_str() == "localhost";
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let public: Vec<SocketAddr> = found
                .filter(|address| {
                    is_public(address.ip()) || (is_here && address.ip().is_loopback())
                })
                .collect();
            if public.is_empty() {
                return Err("the name has no public address".into());
            }
            Ok(Box::new(public.into_iter()) as Addrs)
        })
    }
}

/// Whether an address is one of the public internet
/// (<https://www.iana.org/assignments/iana-ipv4-special-registry>).
fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let is_special = address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_multicast()
        || address.is_broadcast()
        || address.is_documentation()
        || a == 0
        || a >= 240
        || (a == 100 && (64..128).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || (a == 198 && (18..20).contains(&b));
    !is_special
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    if let Some(v4) = address.to_ipv4_mapped() {
        return is_public_v4(v4);
    }
    // 2000::/3 is what is routed; within it, documentation, 6to4 and Teredo are not receivers.
    let [first, second, ..] = address.segments();
    let is_special = (first == 0x2001 && (second == 0xdb8 || second < 0x200)) || first == 0x2002;
    (0x2000..0x4000).contains(&first) && !is_special
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_public_internet_pass() {
        for inside in [
            "10.0.0.1",
            "172.16.0.1",
            "192.168.1.1",
            "127.0.0.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
            "255.255.255.255",
            "192.0.2.1",
            "198.18.0.1",
            "::1",
            "::",
            "fe80::1",
            "fc00::1",
            "fd12::1",
            "ff02::1",
            "::ffff:10.0.0.1",
            "2001:db8::1",
            "2002:a00::1",
            "64:ff9b::a00:1",
        ] {
            assert!(!inside.parse().is_ok_and(is_public), "{inside}");
        }
        for outside in [
            "1.1.1.1",
            "20.190.128.1",
            "2606:4700::1111",
            "::ffff:1.1.1.1",
        ] {
            assert!(outside.parse().is_ok_and(is_public), "{outside}");
        }
    }

    #[test]
    fn an_address_written_as_a_number_is_judged_too() {
        let may = |url: &str| Url::parse(url).is_ok_and(|url| Public::may(&url));
        assert!(may("https://a.example/") && may("http://127.0.0.1:9/"));
        for inside in [
            "https://10.1.1.1/",
            "https://0xa9fea9fe/",
            "https://[fe80::1]/",
        ] {
            assert!(!may(inside), "{inside}");
        }
    }
}
