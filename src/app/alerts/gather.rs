//! New cases meet the searches that people saved: the log is read once, and each alert notes a case
//! once.

use crate::{
    domain::{alert::is_news, event::Event, search::CaseFilter},
    store::{
        Db, Result, Tx,
        alerts::{self, Alert},
        cases::{self, Standing, StoredCase},
        events, manuscripts,
    },
};

const READER: &str = "alerts";
/// Events read in one transaction.
const BATCH: i64 = 100;

/// Reads on in the log of events: what is new waits for the alerts whose search finds it. The place in
/// the log moves in the same transaction, so nothing is noted twice or left out, whatever dies when.
/// Returns how many events were read.
///
/// # Errors
/// When the database does not answer; then nothing was read.
pub async fn gather(db: &Db, now: i64) -> Result<usize> {
    if !events::waiting(&mut db.read().await?, READER).await? {
        return Ok(0);
    }
    let mut tx = db.begin().await?;
    let Some(cursor) = events::lock_reader(&mut tx, READER).await? else { return Ok(0) };
    let logged = events::after(&mut tx, cursor, BATCH).await?;
    let Some(last) = logged.last().map(|logged| logged.seq) else { return Ok(0) };
    let mut listening = None;
    for logged in &logged {
        let Some((stored, came)) = news(&mut tx, &logged.event, logged.at).await? else { continue };
        let all = match &mut listening {
            Some(all) => all,
            none => none.insert(searches(&mut tx).await?),
        };
        tell(&mut tx, all, &stored, came, now).await?;
    }
    events::advance_reader(&mut tx, READER, last).await?;
    tx.commit().await?;
    Ok(logged.len())
}

async fn searches(tx: &mut Tx) -> Result<Vec<(Alert, CaseFilter)>> {
    let all = alerts::listening(tx).await?;
    let read = |alert: Alert| {
        let filter = CaseFilter::from_query(&alert.filter);
        (alert, filter)
    };
    Ok(all.into_iter().map(read).collect())
}

/// The case that an event makes known, and when it came in. A revision makes nothing known, nor does
/// what was read back from somebody's catalogue.
async fn news(tx: &mut Tx, event: &Event, at: i64) -> Result<Option<(StoredCase, i64)>> {
    let (id, is_new) = match event {
        Event::CasePublished { id } | Event::CaseReceived { id } => (id, true),
        Event::CaseChangedElsewhere { id } => (id, false),
        _ => return Ok(None),
    };
    let Some(stored) = cases::by_id(tx, id).await? else { return Ok(None) };
    if is_new {
        if stored.standing == Standing::Quarantined {
            alerts::hold(tx, &stored.uri, at).await?;
        }
        return Ok(stored.is_shown().then_some((stored, at)));
    }
    if !stored.is_shown() {
        return Ok(None);
    }
    // New to the public when an editor let it in.
    Ok(alerts::release(tx, &stored.uri).await?.map(|came| (stored, came)))
}

async fn tell(
    tx: &mut Tx,
    all: &[(Alert, CaseFilter)],
    stored: &StoredCase,
    came: i64,
    now: i64,
) -> Result<()> {
    let fits = |(alert, filter): &&(Alert, CaseFilter)| {
        is_news(stored.published, came, alert.since) && filter.matches(&stored.case)
    };
    let mut found = all.iter().filter(fits).peekable();
    if found.peek().is_none() {
        return Ok(());
    }
    let authors = match stored.local {
        true => manuscripts::authors_of_case(tx, &stored.case.id).await?,
        false => Vec::new(),
    };
    for (alert, _) in found {
        let is_own = authors.iter().any(|author| alert.account.as_ref() == Some(&author.account));
        if is_own {
            continue;
        }
        // Held and read anew: another node may have told it since, and its pause counts from then;
        // or its owner may have ended it.
        let Some(held) = alerts::take(tx, &alert.id).await? else { continue };
        if alerts::gather(tx, &held.id, &stored.uri, now).await? {
            alerts::set_due(tx, &held.id, held.rhythm.due(held.told_at, now)).await?;
        }
    }
    Ok(())
}
