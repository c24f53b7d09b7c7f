//! How we stand with other hosts: said before it is done, done at once and completely, taken back.

use super::{
    Error, Result,
    access::{Who, record},
};
use crate::{
    domain::{
        event::Event,
        network::{self, Decider, PeerStanding},
    },
    store::{
        Db, Tx,
        cases::{self, Standing},
        comments, events, follows, hosts,
        peers::{self, Decisions},
        reactions, relays,
        rulings::{self, Judged, Verdict},
    },
};

/// Titles, followers and followings a preview names.
const NAMED: usize = 10;
/// Cases judged at a time; a host may have sent ten thousand.
const AT_ONCE: i64 = 500;

/// A decision on one host.
#[derive(Clone, Debug)]
pub struct Decision {
    pub host: String,
    pub standing: PeerStanding,
    /// For colleagues.
    pub reason: String,
    /// [`Decider::Nobody`] takes an earlier decision back.
    pub by: Decider,
}

/// What decisions did, or would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// Hosts with another standing than before, of those from which something is here.
    pub hosts: Vec<String>,
    /// Cases that are no longer shown.
    pub hidden: u64,
    /// Cases that are shown now.
    pub shown: u64,
    /// Follows of ours that ended because their host is blocked.
    pub followers: u64,
    /// Followings that we ended because their host is blocked.
    pub followings: u64,
}

/// What a decision would do, and to what.
#[derive(Clone, Debug, Default)]
pub struct Preview {
    pub touched: Touched,
    /// The first titles that would be hidden or shown.
    pub titles: Vec<String>,
    /// Posts and comments that would be hidden.
    pub posts: i64,
    /// The first followers that would be removed.
    pub followers: Vec<String>,
    /// The first followings that would end.
    pub followings: Vec<String>,
    /// Hosts below this domain that keep their own standing, because that was decided for them.
    pub exempt: Vec<(String, PeerStanding)>,
}

/// What becomes of a case: by the standing of its host, what was decided on it, and whether
/// somebody we follow vouched for it.
pub fn of_case(host: PeerStanding, verdict: Option<Verdict>, vouched: bool) -> Standing {
    match (host, verdict) {
        (PeerStanding::Blocked | PeerStanding::Limited, _) | (_, Some(Verdict::Declined)) => {
            Standing::Hidden
        }
        (PeerStanding::Trusted, _) => Standing::Shown,
        (PeerStanding::Quarantined, Some(Verdict::Adopted | Verdict::Cleared)) => Standing::Shown,
        (PeerStanding::Quarantined, None) if vouched => Standing::Shown,
        (PeerStanding::Quarantined, None) => Standing::Quarantined,
    }
}

/// Changes how we stand with a host and, where things are kept out, with the domains below it.
/// What is here of them is shown or hidden accordingly; with a block follows end on both sides.
pub async fn set(
    db: &Db,
    who: &Who,
    host: &str,
    standing: PeerStanding,
    reason: &str,
    now: i64,
) -> Result<Touched> {
    let mut tx = db.begin().await?;
    let touched = set_in(&mut tx, who, host, standing, reason, now).await?;
    tx.commit().await?;
    Ok(touched)
}

/// As [`set`], in a transaction in which more happens.
pub async fn set_in(
    tx: &mut Tx,
    who: &Who,
    host: &str,
    standing: PeerStanding,
    reason: &str,
    now: i64,
) -> Result<Touched> {
    let (host, reason) = (host.to_owned(), reason.to_owned());
    let what = format!("peer.{}", standing.id());
    record(tx, who, &what, &host, &reason, now).await?;
    decide(tx, &[Decision { host, standing, reason, by: Decider::Admin }], now).await
}

/// What others may read of the decision on a host where lists are passed on.
pub async fn comment(db: &Db, host: &str, comment: &str) -> Result<()> {
    let mut tx = db.begin().await?;
    let obfuscate = peers::find(&mut tx, host).await?.is_some_and(|peer| peer.obfuscate);
    peers::set_public(&mut tx, host, comment, obfuscate).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes back what was decided on a host: it stands as any other does, or as lists, followings
/// and the domains above it have it.
///
/// # Errors
/// `NotFound` when nobody decided on it.
pub async fn forget(db: &Db, who: &Who, host: &str, now: i64) -> Result<Touched> {
    let mut tx = db.begin().await?;
    let known = peers::find(&mut tx, host).await?;
    if known.is_none_or(|peer| peer.decided_by == Decider::Nobody) {
        return Err(Error::NotFound(format!("decision on the host {host}")));
    }
    let decision = default_of(&mut tx, host).await?;
    let touched = decide(&mut tx, &[decision], now).await?;
    peers::set_public(&mut tx, host, "", false).await?;
    record(&mut tx, who, "peer.forgotten", host, "", now).await?;
    tx.commit().await?;
    Ok(touched)
}

/// How a host stands on which nobody decides: trusted where it let us follow it.
pub async fn default_of(tx: &mut Tx, host: &str) -> Result<Decision> {
    let followed = hosts::followings(tx, host).await?;
    let followed = followed.iter().any(|following| following.state == "accepted");
    let (standing, reason, by) = match followed {
        true => (PeerStanding::Trusted, "we follow it", Decider::Follow),
        false => (PeerStanding::Quarantined, "", Decider::Nobody),
    };
    Ok(Decision { host: host.to_owned(), standing, reason: reason.to_owned(), by })
}

/// Writes decisions down and makes everything here follow them, in the caller's transaction.
pub async fn decide(tx: &mut Tx, decisions: &[Decision], now: i64) -> Result<Touched> {
    cases::lock(tx).await?;
    let before = peers::decided(tx).await?;
    // In one order, so that two who decide at once do not wait for each other in a circle.
    let mut in_order: Vec<_> = decisions.iter().collect();
    in_order.sort_by(|one, other| one.host.cmp(&other.host));
    for Decision { host, standing, reason, by } in in_order {
        peers::ensure(tx, host, now).await?;
        peers::decide(tx, host, *standing, reason, by).await?;
    }
    let after = peers::decided(tx).await?;
    let mut touched = Touched::default();
    for (host, was, is) in changed(tx, decisions, &before, &after).await? {
        enforce(tx, &host, was, is, now, &mut touched).await?;
        touched.hosts.push(host);
    }
    Ok(touched)
}

/// The hosts with something here whose standing these decisions change: before, and now.
async fn changed(
    tx: &mut Tx,
    decisions: &[Decision],
    before: &Decisions,
    after: &Decisions,
) -> Result<Vec<(String, PeerStanding, PeerStanding)>> {
    let decided: std::collections::HashSet<&str> =
        decisions.iter().map(|decision| decision.host.as_str()).collect();
    let mut hosts = hosts::known(tx).await?;
    hosts.sort();
    let below = |host: &String| network::covering(host).iter().any(|name| decided.contains(name));
    let stand = |host: &str, decisions: &Decisions| {
        network::effective(host, |name| decisions.get(name).cloned())
    };
    let of = |host: String| (stand(&host, before), stand(&host, after), host);
    let all = hosts.into_iter().filter(below).map(of);
    Ok(all.filter(|(was, is, _)| was != is).map(|(was, is, host)| (host, was, is)).collect())
}

async fn enforce(
    tx: &mut Tx,
    host: &str,
    was: PeerStanding,
    is: PeerStanding,
    now: i64,
    touched: &mut Touched,
) -> Result<()> {
    if is == PeerStanding::Trusted {
        rulings::forget_cleared(tx, host).await?;
    } else if matches!(was, PeerStanding::Trusted | PeerStanding::Quarantined) {
        // What was shown stays shown, or comes back when the host is quarantined again.
        rulings::clear_shown(tx, host, now).await?;
    }
    let mut num = 0;
    loop {
        let found = rulings::of_host(tx, host, num, AT_ONCE).await?;
        let Some(last) = found.last() else { break };
        num = last.num;
        for case in found {
            let standing = judge(tx, &case, is).await?;
            if standing.id() == case.standing {
                continue;
            }
            let Some(stored) = cases::by_uri(tx, &case.uri).await? else { continue };
            let (id, shown) = (stored.id.clone(), stored.is_shown());
            cases::show(tx, cases::StoredCase { standing, ..stored }).await?;
            if shown == (standing == Standing::Shown) {
                continue;
            }
            match shown {
                true => touched.hidden += 1,
                false => touched.shown += 1,
            }
            // Who follows a filter that it fits is told of it, or that it is taken back.
            events::append(tx, &Event::CaseChangedElsewhere { id }, now).await?;
        }
    }
    let hides = matches!(is, PeerStanding::Blocked | PeerStanding::Limited);
    hosts::show_received(tx, host, hides).await?;
    comments::silence_host(tx, host, hides).await?;
    reactions::silence_host(tx, host, hides).await?;
    if is == PeerStanding::Blocked {
        for follow_id in hosts::remove_followers(tx, host).await? {
            // Or they would go on believing that they follow, and their server would show what
            // it can still read of us as if it were addressed to them.
            events::append(tx, &Event::FollowerRefused { id: follow_id }, now).await?;
            touched.followers += 1;
        }
        for following in hosts::followings(tx, host).await? {
            follows::set_state(tx, &following.id, "ended", now).await?;
            if following.activity.is_some() {
                events::append(tx, &Event::FollowEnded { id: following.id }, now).await?;
            }
            touched.followings += 1;
        }
    }
    Ok(())
}

async fn judge(tx: &mut Tx, case: &Judged, host: PeerStanding) -> Result<Standing> {
    let vouched = match &case.shared_by {
        Some(sharer) if host == PeerStanding::Quarantined => vouches(tx, sharer).await?,
        _ => false,
    };
    Ok(of_case(host, case.verdict, vouched))
}

/// Whether what this actor passes on may be shown although its author is not trusted: we follow
/// it, or it is a relay that was said to vouch.
pub async fn vouches(tx: &mut Tx, sharer: &str) -> Result<bool> {
    Ok(follows::is_followed(tx, sharer).await?
        || relays::accepted(tx, sharer).await?.is_some_and(|relay| relay.trusted))
}

/// What [`set`] with this standing would do; nothing is changed.
pub async fn preview(db: &Db, host: &str, standing: PeerStanding) -> Result<Preview> {
    let mut tx = db.read().await?;
    let before = peers::decided(&mut tx).await?;
    let mut after = before.clone();
    after.insert(host.to_owned(), (standing, Decider::Admin));
    let decision =
        Decision { host: host.to_owned(), standing, reason: String::new(), by: Decider::Admin };
    let mut preview = Preview::default();
    for (host, was, is) in changed(&mut tx, &[decision], &before, &after).await? {
        foresee(&mut tx, &host, was, is, &mut preview).await?;
        preview.touched.hosts.push(host);
    }
    let below = |name: &&String| name.as_str() != host && network::covering(name).contains(&host);
    let mut exempt: Vec<_> = before.keys().filter(below).cloned().collect();
    exempt.sort();
    for name in exempt {
        if let Some((own, Decider::Admin)) = before.get(&name) {
            preview.exempt.push((name, *own));
        }
    }
    Ok(preview)
}

async fn foresee(
    tx: &mut Tx,
    host: &str,
    was: PeerStanding,
    is: PeerStanding,
    preview: &mut Preview,
) -> Result<()> {
    let mut num = 0;
    loop {
        let found = rulings::of_host(tx, host, num, AT_ONCE).await?;
        let Some(last) = found.last() else { break };
        num = last.num;
        for mut case in found {
            let shown = case.standing == Standing::Shown.id();
            if shown && matches!(was, PeerStanding::Trusted | PeerStanding::Quarantined) {
                case.verdict = case.verdict.or(Some(Verdict::Cleared));
            }
            let will_be = judge(tx, &case, is).await? == Standing::Shown;
            match (shown, will_be) {
                (true, false) => preview.touched.hidden += 1,
                (false, true) => preview.touched.shown += 1,
                _ => continue,
            }
            if preview.titles.len() < NAMED
                && let Some(stored) = cases::by_uri(tx, &case.uri).await?
            {
                preview.titles.push(stored.case.title);
            }
        }
    }
    if matches!(is, PeerStanding::Blocked | PeerStanding::Limited) {
        preview.posts += hosts::count_posts(tx, host).await?;
    }
    if is == PeerStanding::Blocked {
        let count = hosts::count_followers(tx, host).await?;
        preview.touched.followers += u64::try_from(count).unwrap_or_default();
        let named = hosts::followers(tx, host, NAMED as i64).await?;
        preview.followers.extend(named.into_iter().map(|(_, uri)| uri));
        preview.followers.truncate(NAMED);
        let followings = hosts::followings(tx, host).await?;
        preview.touched.followings += followings.len() as u64;
        preview.followings.extend(followings.into_iter().map(|following| following.wanted));
        preview.followings.truncate(NAMED);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_stands_by_its_host_and_by_what_was_decided_on_it() {
        use PeerStanding::{Blocked, Limited, Quarantined, Trusted};
        use Verdict::{Adopted, Cleared, Declined};
        for (host, verdict, vouched, standing) in [
            (Trusted, None, false, Standing::Shown),
            (Trusted, Some(Declined), true, Standing::Hidden),
            (Quarantined, None, false, Standing::Quarantined),
            (Quarantined, None, true, Standing::Shown),
            (Quarantined, Some(Adopted), false, Standing::Shown),
            (Quarantined, Some(Cleared), false, Standing::Shown),
            (Quarantined, Some(Declined), true, Standing::Hidden),
            (Limited, Some(Adopted), true, Standing::Hidden),
            (Blocked, Some(Adopted), true, Standing::Hidden),
            (Blocked, None, false, Standing::Hidden),
        ] {
            assert_eq!(of_case(host, verdict, vouched), standing, "{host:?} {verdict:?}");
        }
    }
}
