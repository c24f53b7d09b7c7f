//! Lists of domains: taken from a file once, or subscribed to; never against what was decided here.

use super::{
    Error, Result,
    access::{Who, record},
    new_id,
    standing::{Decision, Touched, decide, default_of},
};
use crate::{
    domain::{
        domain_list::{self, Entry, Fault},
        id::Uri,
        network::{self, Decider, PeerStanding},
    },
    store::{
        Db, Tx,
        domain_lists::{self, DomainList, ListEntry, Tried},
        follows,
        peers::{self, Decisions},
    },
};
use std::collections::HashSet;

/// Most followings that are looked at for conflicts.
const MOST_FOLLOWINGS: i64 = 10_000;

/// What becomes of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Applied,
    /// It stands so already.
    Same,
    /// What was decided here, or by another list, stays.
    Kept,
    /// Somebody has to decide: we follow it, or it is this instance itself.
    Conflict,
    /// The line asks for nothing.
    Noted,
}

impl Outcome {
    pub fn id(self) -> &'static str {
        match self {
            Outcome::Applied => "applied",
            Outcome::Same => "same",
            Outcome::Kept => "kept",
            Outcome::Conflict => "conflict",
            Outcome::Noted => "noted",
        }
    }
}

/// A line with what becomes of it, and why.
#[derive(Clone, Debug)]
pub struct Judged {
    pub entry: Entry,
    pub outcome: Outcome,
    pub note: String,
}

/// What taking a list in did, or would do.
#[derive(Clone, Debug, Default)]
pub struct Report {
    pub lines: Vec<Judged>,
    /// Lines that cannot be used.
    pub faults: Vec<Fault>,
    pub touched: Touched,
}

impl Report {
    pub fn count(&self, outcome: Outcome) -> usize {
        self.lines.iter().filter(|line| line.outcome == outcome).count()
    }
}

/// What is known when lines are judged.
struct Ground<'a> {
    own_host: &'a str,
    decided: Decisions,
    /// Hosts where we follow somebody.
    followed: HashSet<String>,
    by: &'a Decider,
    /// Decisions made here may be replaced.
    replace: bool,
}

impl<'a> Ground<'a> {
    async fn new(tx: &mut Tx, own_host: &'a str, by: &'a Decider, replace: bool) -> Result<Self> {
        let all = follows::all_following(tx, MOST_FOLLOWINGS).await?;
        let alive = all
            .into_iter()
            .filter(|one| matches!(one.state.as_str(), "wanted" | "asked" | "accepted"));
        let followed = alive.map(|one| one.host).collect();
        Ok(Ground { own_host, decided: peers::decided(tx).await?, followed, by, replace })
    }

    fn judge(&self, entry: &Entry) -> (Outcome, String) {
        let Some(wanted) = entry.standing else {
            return (Outcome::Noted, "it asks for nothing to be kept out".into());
        };
        let host = entry.host.as_str();
        if network::covering(self.own_host).contains(&host) {
            return (Outcome::Conflict, "it is this instance itself, or the domain above".into());
        }
        let own = self.decided.get(host);
        if let Some((standing, by)) = own {
            let stays = match (by, self.by) {
                (Decider::Follow | Decider::Nobody, _) => None,
                _ if *standing == wanted && (by == self.by || *by == Decider::Admin) => {
                    return (Outcome::Same, String::new());
                }
                (Decider::Admin, Decider::List(_)) => Some("it was decided here"),
                (one, other) if one == other && *one != Decider::Admin => None,
                _ if self.replace => None,
                _ if standing.strictness() >= wanted.strictness() => Some("it is stricter here"),
                _ => None,
            };
            if let Some(why) = stays {
                return (Outcome::Kept, format!("{why}: {}", standing.id()));
            }
        }
        // Whoever decided on the followed host itself has decided.
        let reached = |followed: &&String| {
            let exempt = matches!(self.decided.get(*followed), Some((_, Decider::Admin)));
            network::covering(followed).contains(&host) && !(exempt && *followed != host)
        };
        match self.followed.iter().filter(reached).min() {
            Some(followed) if !self.replace => {
                (Outcome::Conflict, format!("we follow {followed}; decide on it yourself"))
            }
            _ => (Outcome::Applied, String::new()),
        }
    }
}

fn decision(entry: &Entry, standing: PeerStanding, by: &Decider) -> Decision {
    let reason = match (entry.comment.is_empty(), by) {
        (false, _) => entry.comment.clone(),
        (true, Decider::List(_)) => "a list says so".into(),
        (true, _) => "imported".into(),
    };
    Decision { host: entry.host.clone(), standing, reason, by: by.clone() }
}

/// Judges the lines and carries out what is to be applied.
async fn take_in(
    tx: &mut Tx,
    list: domain_list::List,
    ground: Ground<'_>,
    now: i64,
) -> Result<Report> {
    let mut report = Report { faults: list.faults, ..Report::default() };
    let mut decisions = Vec::new();
    for entry in list.entries {
        let (outcome, note) = ground.judge(&entry);
        if let (Outcome::Applied, Some(standing)) = (outcome, entry.standing) {
            decisions.push(decision(&entry, standing, ground.by));
        }
        report.lines.push(Judged { entry, outcome, note });
    }
    if !decisions.is_empty() {
        report.touched = decide(tx, &decisions, now).await?;
    }
    Ok(report)
}

/// Takes a list in from a file, as decisions of our own: an administrator's stricter decision
/// stays, and so does what we follow, unless `replace`. With `dry_run` nothing is changed, and
/// the report says exactly what would be.
///
/// # Errors
/// `Invalid` when the text is no list.
pub async fn import(
    db: &Db,
    who: &Who,
    own_host: &str,
    text: &str,
    (replace, dry_run): (bool, bool),
    now: i64,
) -> Result<Report> {
    let list = domain_list::parse(text).map_err(Error::Invalid)?;
    let mut tx = db.begin().await?;
    let ground = Ground::new(&mut tx, own_host, &Decider::Admin, replace).await?;
    let report = take_in(&mut tx, list, ground, now).await?;
    for line in report.lines.iter().filter(|line| line.outcome == Outcome::Applied) {
        let Entry { host, comment, obfuscate, .. } = &line.entry;
        peers::set_public(&mut tx, host, comment, *obfuscate).await?;
    }
    let applied = report.count(Outcome::Applied);
    record(&mut tx, who, "domains.imported", &format!("{applied} domains"), "", now).await?;
    if !dry_run {
        tx.commit().await?;
    }
    Ok(report)
}

/// Everything that is blocked or limited here, as a list.
pub async fn export(db: &Db) -> Result<String> {
    let mut tx = db.read().await?;
    let mut entries = Vec::new();
    let mut after = String::new();
    loop {
        let page = peers::page(&mut tx, &after, 500).await?;
        let Some(last) = page.last() else { break };
        after = last.host.clone();
        for peer in page {
            let kept_out = matches!(peer.standing, PeerStanding::Blocked | PeerStanding::Limited);
            if kept_out && peer.decided_by != Decider::Nobody {
                entries.push(Entry {
                    line: 0,
                    host: peer.host,
                    standing: Some(peer.standing),
                    comment: peer.public_comment,
                    obfuscate: peer.obfuscate,
                });
            }
        }
    }
    Ok(domain_list::write(&entries))
}

/// Subscribes to a list; jobs read it.
///
/// # Errors
/// `Invalid` when `url` is no web address.
pub async fn subscribe(db: &Db, who: &Who, url: &str, now: i64) -> Result<DomainList> {
    let url = Uri::parse(url.trim()).map_err(|error| Error::Invalid(error.to_string()))?;
    let mut tx = db.begin().await?;
    let id = domain_lists::add(&mut tx, &new_id(now), url.as_str(), now).await?;
    record(&mut tx, who, "list.subscribed", url.as_str(), "", now).await?;
    let list = domain_lists::find(&mut tx, &id).await?;
    tx.commit().await?;
    list.ok_or_else(|| Error::NotFound(format!("list {id}")))
}

/// Ends a subscription; what it decided is taken back, except where another list has it too.
///
/// # Errors
/// `NotFound` when there is no such subscription.
pub async fn unsubscribe(db: &Db, who: &Who, key: &str, now: i64) -> Result<Touched> {
    let mut tx = db.begin().await?;
    let list = domain_lists::find(&mut tx, key)
        .await?
        .ok_or_else(|| Error::NotFound(format!("subscription {key}")))?;
    let mut decisions = Vec::new();
    for host in peers::decided_by(&mut tx, &Decider::List(list.id.clone())).await? {
        decisions.push(without(&mut tx, &host, &list.id).await?);
    }
    let touched = decide(&mut tx, &decisions, now).await?;
    domain_lists::remove(&mut tx, &list.id).await?;
    record(&mut tx, who, "list.unsubscribed", &list.url, "", now).await?;
    tx.commit().await?;
    Ok(touched)
}

/// How a host stands when one list no longer speaks of it.
async fn without(tx: &mut Tx, host: &str, list: &str) -> Result<Decision> {
    let others = domain_lists::said_of(tx, host, list).await?;
    let strictest = others
        .into_iter()
        .filter_map(|entry| Some((PeerStanding::from_id(&entry.standing)?, entry)))
        .max_by_key(|(standing, _)| standing.strictness());
    Ok(match strictest {
        Some((standing, entry)) => Decision {
            host: host.to_owned(),
            standing,
            reason: entry.comment,
            by: Decider::List(entry.list),
        },
        None => default_of(tx, host).await?,
    })
}

/// A list was read: what is new in it is applied, what left it is taken back. An administrator's
/// decisions stay as they are.
///
/// # Errors
/// `Invalid` when the text is no list, or names no domain at all: then everything stays.
pub async fn refreshed(
    db: &Db,
    list: &DomainList,
    own_host: &str,
    text: &str,
    next_try: i64,
    now: i64,
) -> Result<Report> {
    let read = domain_list::parse(text).map_err(Error::Invalid)?;
    if read.entries.is_empty() {
        return Err(Error::Invalid("it names no domain; what it said before stays".into()));
    }
    let mut tx = db.begin().await?;
    let by = Decider::List(list.id.clone());
    let ground = Ground::new(&mut tx, own_host, &by, false).await?;
    let mut report = take_in(&mut tx, read, ground, now).await?;
    let still: HashSet<&str> = report
        .lines
        .iter()
        .filter(|line| line.entry.standing.is_some() && line.outcome != Outcome::Conflict)
        .map(|line| line.entry.host.as_str())
        .collect();
    let mut gone = Vec::new();
    for host in peers::decided_by(&mut tx, &by).await? {
        if !still.contains(host.as_str()) {
            gone.push(without(&mut tx, &host, &list.id).await?);
        }
    }
    let lifted = gone.len();
    if !gone.is_empty() {
        let touched = decide(&mut tx, &gone, now).await?;
        report.touched.shown += touched.shown;
        report.touched.hidden += touched.hidden;
        report.touched.hosts.extend(touched.hosts);
    }
    let entries: Vec<ListEntry> = report.lines.iter().map(|line| stored(line, &list.id)).collect();
    domain_lists::replace_entries(&mut tx, &list.id, &entries).await?;
    let result = format!(
        "{} applied, {lifted} lifted, {} as before, {} kept as decided here, {} conflicts, \
         {} noted, {} unreadable",
        report.count(Outcome::Applied),
        report.count(Outcome::Same),
        report.count(Outcome::Kept),
        report.count(Outcome::Conflict),
        report.count(Outcome::Noted),
        report.faults.len()
    );
    let entries = i64::try_from(entries.len()).unwrap_or(i64::MAX);
    let tried = Tried { succeeded: true, entries, result, next_try };
    domain_lists::tried(&mut tx, &list.id, &tried, now).await?;
    tx.commit().await?;
    Ok(report)
}

fn stored(line: &Judged, list: &str) -> ListEntry {
    ListEntry {
        list: list.to_owned(),
        host: line.entry.host.clone(),
        standing: line.entry.standing.map_or("", PeerStanding::id).to_owned(),
        comment: line.entry.comment.clone(),
        outcome: line.outcome.id().to_owned(),
        note: line.note.clone(),
    }
}

/// A list could not be read; what it said before stays.
pub async fn failed(db: &Db, id: &str, error: &str, next_try: i64, now: i64) -> Result<()> {
    let mut tx = db.begin().await?;
    let tried = Tried { succeeded: false, entries: 0, result: error.to_owned(), next_try };
    domain_lists::tried(&mut tx, id, &tried, now).await?;
    tx.commit().await?;
    Ok(())
}
