//! A city network and its neighbours: how we stand with another host.

/// What is done with what comes from a host. Reading and following stay open to all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeerStanding {
    /// Its cases go straight into the common feed. A followed instance starts here.
    Trusted,
    /// An editor adopts or declines each case. An unknown host starts here.
    Quarantined,
    /// Kept, not shown publicly.
    Limited,
    /// Refused at the gate; what it sent before is hidden.
    Blocked,
}

impl PeerStanding {
    pub const ALL: &'static [Self] =
        &[Self::Trusted, Self::Quarantined, Self::Limited, Self::Blocked];

    pub fn id(self) -> &'static str {
        match self {
            PeerStanding::Trusted => "trusted",
            PeerStanding::Quarantined => "quarantined",
            PeerStanding::Limited => "limited",
            PeerStanding::Blocked => "blocked",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|standing| standing.id() == id)
    }

    /// How strict it is: a later one lets less through.
    pub fn strictness(self) -> usize {
        Self::ALL.iter().position(|one| *one == self).unwrap_or_default()
    }
}

/// Who decided how we stand with a host.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Decider {
    /// Nobody: an unknown host.
    #[default]
    Nobody,
    /// An administrator; nothing else overrules it.
    Admin,
    /// It follows from following it.
    Follow,
    /// A list of domains that is subscribed to, by its id.
    List(String),
}

impl Decider {
    /// As it is stored.
    pub fn id(&self) -> String {
        match self {
            Decider::Nobody => String::new(),
            Decider::Admin => "admin".into(),
            Decider::Follow => "follow".into(),
            Decider::List(id) => format!("list:{id}"),
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        match id {
            "" => Some(Decider::Nobody),
            "admin" => Some(Decider::Admin),
            "follow" => Some(Decider::Follow),
            _ => id.strip_prefix("list:").map(|id| Decider::List(id.to_owned())),
        }
    }
}

/// How many names above a host are looked at; real names have three or four parts.
const MOST_ABOVE: usize = 12;

/// The names whose decisions reach `host`, the nearest first: the host itself, without its port,
/// and every domain above it. An address has none above it.
pub fn covering(host: &str) -> Vec<&str> {
    let mut names = vec![host];
    let bare = match host.rsplit_once(':') {
        Some((name, port)) if !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    };
    if bare != host {
        names.push(bare);
    }
    if bare.starts_with('[') || bare.parse::<std::net::Ipv4Addr>().is_ok() {
        return names;
    }
    let mut rest = bare;
    while let Some((_, above)) = rest.split_once('.') {
        if !above.is_empty() {
            names.push(above);
        }
        rest = above;
    }
    // Of a name made long on purpose the last parts count: there decisions stand.
    if names.len() > MOST_ABOVE {
        names.drain(2..names.len() - MOST_ABOVE + 2);
    }
    names
}

/// How we stand with `host` when `decided` tells what was decided for one name.
///
/// What an administrator decided for the very host counts. Otherwise, as on Mastodon, a decision
/// that keeps things out also holds for the domains below: the administrator's nearest one, or
/// what lists say where that is stricter. Trust is never passed down, and having followed a host
/// does not protect it from what was decided for the domain above.
pub fn effective(
    host: &str,
    decided: impl Fn(&str) -> Option<(PeerStanding, Decider)>,
) -> PeerStanding {
    let own = decided(host);
    if let Some((standing, Decider::Admin)) = own {
        return standing;
    }
    let (mut admins, mut strictest) = (None, None);
    for name in covering(host) {
        match decided(name) {
            Some((PeerStanding::Trusted, _) | (_, Decider::Nobody)) | None => {}
            Some((standing, Decider::Admin)) => admins = admins.or(Some(standing)),
            Some((standing, _)) => {
                strictest = strictest.max(Some((standing.strictness(), standing.id())));
            }
        }
    }
    let lists = strictest.and_then(|(_, id)| PeerStanding::from_id(id));
    let kept_out = [admins, lists].into_iter().flatten().max_by_key(|one| one.strictness());
    kept_out.or(own.map(|(standing, _)| standing)).unwrap_or(PeerStanding::Quarantined)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decision_reaches_the_names_below_and_no_others() {
        assert_eq!(covering("a.b.example"), ["a.b.example", "b.example", "example"]);
        assert_eq!(covering("localhost:4001"), ["localhost:4001", "localhost"]);
        assert_eq!(covering("a.example:8443"), ["a.example:8443", "a.example", "example"]);
        assert_eq!(covering("10.0.0.1:80"), ["10.0.0.1:80", "10.0.0.1"]);
        assert_eq!(covering("[::1]:80"), ["[::1]:80", "[::1]"]);
        assert_eq!(covering("[::1]"), ["[::1]"]);
        let long = format!("{}b.example", "a.".repeat(120));
        let names = covering(&long);
        assert_eq!((names.len(), names[0]), (12, long.as_str()));
        assert_eq!(names[10..], ["b.example", "example"]);
    }

    #[test]
    fn the_nearest_decision_counts_and_trust_stays_where_it_was_given() {
        use PeerStanding::{Blocked, Limited, Quarantined, Trusted};
        let decided = |host: &str| {
            let list = || Decider::List("1".into());
            Some(match host {
                "bad.example" => (Blocked, Decider::Admin),
                "good.bad.example" => (Trusted, Decider::Admin),
                "followed.bad.example" => (Trusted, Decider::Follow),
                "met.bad.example" => (Quarantined, Decider::Nobody),
                "lim.bad.example" => (Limited, list()),
                "friend.example" => (Trusted, Decider::Admin),
                "quiet.example" => (Limited, list()),
                "worse.quiet.example" => (Blocked, list()),
                _ => return None,
            })
        };
        for (host, standing) in [
            ("bad.example", Blocked),
            ("a.bad.example", Blocked),
            ("a.bad.example:8443", Blocked),
            ("good.bad.example", Trusted),
            ("followed.bad.example", Blocked),
            ("met.bad.example", Blocked),
            ("lim.bad.example", Blocked),
            ("a.lim.bad.example", Blocked),
            ("notbad.example", Quarantined),
            ("sub.friend.example", Quarantined),
            ("quiet.example", Limited),
            ("a.quiet.example", Limited),
            ("worse.quiet.example", Blocked),
            ("example", Quarantined),
        ] {
            assert_eq!(effective(host, decided), standing, "{host}");
        }
    }
}
