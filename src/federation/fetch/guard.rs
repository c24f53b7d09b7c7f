//! Which addresses a name may resolve to: asked when connecting, so that DNS cannot change its
//! mind between check and use.

use super::Mode;
use ipnet::{IpNet, Ipv4Net, Ipv6Net};
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};

/// IANA IPv4 Special-Purpose Address Registry, all entries whether or not "globally reachable"
/// (no web server lives in any), plus multicast.
const SPECIAL_V4: [([u8; 4], u8); 20] = [
    ([0, 0, 0, 0], 8),          // this network
    ([10, 0, 0, 0], 8),         // private use
    ([100, 64, 0, 0], 10),      // shared address space (carrier NAT)
    ([127, 0, 0, 0], 8),        // loopback
    ([169, 254, 0, 0], 16),     // link-local, cloud metadata
    ([172, 16, 0, 0], 12),      // private use
    ([192, 0, 0, 0], 24),       // IETF protocol assignments
    ([192, 0, 2, 0], 24),       // documentation (TEST-NET-1)
    ([192, 31, 196, 0], 24),    // AS112-v4
    ([192, 52, 193, 0], 24),    // AMT
    ([192, 88, 99, 0], 24),     // 6to4 relay anycast
    ([192, 168, 0, 0], 16),     // private use
    ([192, 175, 48, 0], 24),    // direct delegation AS112
    ([198, 18, 0, 0], 15),      // benchmarking
    ([198, 51, 100, 0], 24),    // documentation (TEST-NET-2)
    ([203, 0, 113, 0], 24),     // documentation (TEST-NET-3)
    ([224, 0, 0, 0], 4),        // multicast
    ([233, 252, 0, 0], 24),     // documentation (MCAST-TEST-NET)
    ([240, 0, 0, 0], 4),        // reserved
    ([255, 255, 255, 255], 32), // limited broadcast
];

/// IANA IPv6 Special-Purpose Address Registry within 2000::/3. What lies outside 2000::/3 is no
/// global unicast address at all: loopback, mapped, NAT64, discard-only, segment routing, unique
/// local, link-local, site-local, multicast.
const SPECIAL_V6: [([u16; 8], u8); 5] = [
    ([0x2001, 0, 0, 0, 0, 0, 0, 0], 23), // IETF: Teredo, ORCHID, benchmarking, AMT, DRIP, …
    ([0x2001, 0xdb8, 0, 0, 0, 0, 0, 0], 32), // documentation
    ([0x2002, 0, 0, 0, 0, 0, 0, 0], 16), // 6to4
    ([0x2620, 0x4f, 0x8000, 0, 0, 0, 0, 0], 48), // direct delegation AS112
    ([0x3fff, 0, 0, 0, 0, 0, 0, 0], 20), // documentation
];
const GLOBAL_UNICAST: ([u16; 8], u8) = ([0x2000, 0, 0, 0, 0, 0, 0, 0], 3);
const NAT64: ([u16; 8], u8) = ([0x64, 0xff9b, 0, 0, 0, 0, 0, 0], 96);

/// A name that resolves to a forbidden address. Travels inside the HTTP library's error.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{host} resolves to {address}, which is not a public address")]
pub struct Forbidden {
    pub host: String,
    pub address: IpAddr,
}

/// A name that did not resolve. Travels inside the HTTP library's error.
#[derive(Debug, thiserror::Error)]
#[error("{host} does not resolve: {why}")]
pub(super) struct Unresolved {
    pub host: String,
    pub why: String,
}

/// The address policy, and the resolver that enforces it.
#[derive(Clone, Debug)]
pub struct Guard {
    mode: Mode,
    allowed: Arc<[IpNet]>,
    hosts: Arc<Answers>,
}

/// Names that are answered in place of DNS: one list of addresses for each look-up, the last one
/// for all that follow.
#[derive(Debug)]
struct Answers {
    of: HashMap<String, Vec<Vec<IpAddr>>>,
    asked: Mutex<HashMap<String, usize>>,
}

impl Answers {
    fn next(&self, host: &str) -> Option<Vec<IpAddr>> {
        let answers = self.of.get(host)?;
        let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        let turn = asked.entry(host.to_owned()).or_default();
        let answer = answers.get(*turn).or(answers.last())?;
        *turn += 1;
        Some(answer.clone())
    }
}

impl Guard {
    /// `allowed` opens listed special ranges in public mode; `hosts` answers in place of DNS: what
    /// is found at the first look-up of a name, at the second, and so on.
    pub fn new(mode: Mode, allowed: &[IpNet], hosts: HashMap<String, Vec<Vec<IpAddr>>>) -> Self {
        let hosts = Arc::new(Answers { of: hosts, asked: Mutex::default() });
        Self { mode, allowed: allowed.into(), hosts }
    }

    /// Whether we may connect to `address`.
    pub fn permits(&self, address: IpAddr) -> bool {
        // ::ffff:10.0.0.1 reaches 10.0.0.1.
        let address = address.to_canonical();
        if self.mode == Mode::Loopback {
            return address.is_loopback();
        }
        if !is_special(address) {
            return true;
        }
        let allowed = self.allowed.iter().any(|net| net.contains(&address));
        // Opening NAT64 for a host without IPv4 does not open what lies behind it.
        allowed && nat64(address).is_none_or(|inner| self.permits(inner.into()))
    }

    async fn addresses(&self, host: &str) -> Result<Vec<IpAddr>, Unresolved> {
        if let Some(known) = self.hosts.next(host) {
            return Ok(known);
        }
        match tokio::net::lookup_host((host, 0)).await {
            Ok(found) => Ok(found.map(|a| a.ip()).collect()),
            Err(e) => Err(Unresolved { host: host.to_owned(), why: e.to_string() }),
        }
    }

    async fn checked(&self, host: &str) -> Result<Vec<SocketAddr>, Error> {
        let addresses = self.addresses(host).await?;
        if addresses.is_empty() {
            return Err(Unresolved { host: host.to_owned(), why: "no address".into() }.into());
        }
        // One inside address among outside ones is an attack or a mistake: refuse the name.
        match addresses.iter().find(|a| !self.permits(**a)) {
            Some(&address) => Err(Forbidden { host: host.to_owned(), address }.into()),
            None => Ok(addresses.into_iter().map(|a| SocketAddr::new(a, 0)).collect()),
        }
    }
}

type Error = Box<dyn std::error::Error + Send + Sync>;

impl Resolve for Guard {
    fn resolve(&self, name: Name) -> Resolving {
        let guard = self.clone();
        Box::pin(async move {
            let host = name.as_str().trim_end_matches('.').to_ascii_lowercase();
            let addresses = guard.checked(&host).await?;
            Ok(Box::new(addresses.into_iter()) as Addrs)
        })
    }
}

/// Whether `address` lies in any special-purpose range.
pub fn is_special(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(v4) => SPECIAL_V4.iter().any(|&(net, len)| within_v4(v4, net, len)),
        IpAddr::V6(v6) => {
            !within_v6(v6, GLOBAL_UNICAST) || SPECIAL_V6.iter().any(|&range| within_v6(v6, range))
        }
    }
}

fn within_v4(address: Ipv4Addr, net: [u8; 4], len: u8) -> bool {
    Ipv4Net::new_assert(net.into(), len).contains(&address)
}

fn within_v6(address: Ipv6Addr, (net, len): ([u16; 8], u8)) -> bool {
    Ipv6Net::new_assert(net.into(), len).contains(&address)
}

fn nat64(address: IpAddr) -> Option<Ipv4Addr> {
    match address {
        IpAddr::V6(v6) if within_v6(v6, NAT64) => {
            let [.., a, b, c, d] = v6.octets();
            Some(Ipv4Addr::new(a, b, c, d))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guard(allowed: &[&str]) -> Guard {
        let allowed: Vec<IpNet> = allowed.iter().map(|n| n.parse().unwrap()).collect();
        Guard::new(Mode::Public, &allowed, HashMap::new())
    }

    /// First and last address of every range of both IANA registries.
    #[test]
    fn both_ends_of_every_special_range_are_refused() {
        for (first, last) in [
            ("0.0.0.0", "0.255.255.255"),
            ("10.0.0.0", "10.255.255.255"),
            ("100.64.0.0", "100.127.255.255"),
            ("127.0.0.0", "127.255.255.255"),
            ("169.254.0.0", "169.254.255.255"),
            ("172.16.0.0", "172.31.255.255"),
            ("192.0.0.0", "192.0.0.255"),
            ("192.0.2.0", "192.0.2.255"),
            ("192.31.196.0", "192.31.196.255"),
            ("192.52.193.0", "192.52.193.255"),
            ("192.88.99.0", "192.88.99.255"),
            ("192.168.0.0", "192.168.255.255"),
            ("192.175.48.0", "192.175.48.255"),
            ("198.18.0.0", "198.19.255.255"),
            ("198.51.100.0", "198.51.100.255"),
            ("203.0.113.0", "203.0.113.255"),
            ("224.0.0.0", "239.255.255.255"),
            ("240.0.0.0", "255.255.255.255"),
            ("::", "::1"),
            ("::7f00:1", "::ffff"),
            ("::ffff:127.0.0.1", "::ffff:10.1.2.3"),
            ("64:ff9b::", "64:ff9b::ffff:ffff"),
            ("64:ff9b:1::", "64:ff9b:1:ffff:ffff:ffff:ffff:ffff"),
            ("100::", "100::ffff:ffff:ffff:ffff"),
            ("100:0:0:1::", "100:0:0:1:ffff:ffff:ffff:ffff"),
            ("2001::", "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff"),
            ("2001:2::", "2001:2:0:ffff::"),
            ("2001:20::", "2001:3f::"),
            ("2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff"),
            ("2002::", "2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
            ("2620:4f:8000::", "2620:4f:8000:ffff:ffff:ffff:ffff:ffff"),
            ("3fff::", "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff"),
            ("5f00::", "5f00:ffff::"),
            ("fc00::", "fdff:ffff::"),
            ("fe80::", "febf:ffff::"),
            ("fec0::", "feff:ffff::"),
            ("ff00::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
        ] {
            for ip in [first, last] {
                assert!(!guard(&[]).permits(ip.parse().unwrap()), "{ip}");
            }
        }
    }

    #[test]
    fn ordinary_addresses_beside_them_are_permitted() {
        for ip in [
            "1.1.1.1",
            "9.255.255.255",
            "11.0.0.0",
            "100.63.255.255",
            "100.128.0.0",
            "126.255.255.255",
            "128.0.0.0",
            "172.15.255.255",
            "172.32.0.0",
            "192.0.1.0",
            "198.17.255.255",
            "198.20.0.0",
            "223.255.255.255",
            "::ffff:9.9.9.9",
            "2001:200::1",
            "2606:4700::1",
            "2a00:1450::1",
            "3ffe:ffff::1",
        ] {
            assert!(guard(&[]).permits(ip.parse().unwrap()), "{ip}");
        }
    }

    #[test]
    fn an_opened_range_opens_itself_only() {
        let open = guard(&["10.1.0.0/16", "64:ff9b::/96"]);
        for (ip, permitted) in [
            ("10.1.2.3", true),
            ("::ffff:10.1.2.3", true),
            ("10.2.0.1", false),
            ("127.0.0.1", false),
            ("64:ff9b::9.9.9.9", true),
            ("64:ff9b::127.0.0.1", false),
            ("64:ff9b::169.254.169.254", false),
        ] {
            assert_eq!(open.permits(ip.parse().unwrap()), permitted, "{ip}");
        }
    }

    #[test]
    fn loopback_mode_permits_nothing_but_loopback() {
        let all: IpNet = "0.0.0.0/0".parse().unwrap();
        let local = Guard::new(Mode::Loopback, &[all], HashMap::new());
        for (ip, permitted) in
            [("127.0.0.1", true), ("127.9.9.9", true), ("::1", true), ("::ffff:127.0.0.1", true)]
                .into_iter()
                .chain([
                    ("10.0.0.1", false),
                    ("9.9.9.9", false),
                    ("::2", false),
                    ("0.0.0.0", false),
                ])
        {
            assert_eq!(local.permits(ip.parse().unwrap()), permitted, "{ip}");
        }
    }

    #[tokio::test]
    async fn a_name_with_one_inside_address_is_refused_whole() {
        let hosts = HashMap::from([
            (
                "mixed.example".to_owned(),
                vec![vec!["9.9.9.9".parse().unwrap(), "10.0.0.1".parse().unwrap()]],
            ),
            ("good.example".to_owned(), vec![vec!["9.9.9.9".parse().unwrap()]]),
        ]);
        let guard = Guard::new(Mode::Public, &[], hosts);
        assert!(guard.resolve("Good.Example.".parse().unwrap()).await.is_ok());
        let refused = guard.resolve("mixed.example".parse().unwrap()).await.err().unwrap();
        let refused = refused.downcast::<Forbidden>().unwrap();
        assert_eq!(refused.address, "10.0.0.1".parse::<IpAddr>().unwrap());
        assert!(guard.resolve("localhost".parse().unwrap()).await.is_err());
    }
}
