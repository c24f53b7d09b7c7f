//! The desk: an editor adopts or declines single cases of hosts that are not trusted.

use super::{
    Error, Result,
    access::{Who, record},
    standing::{of_case, vouches},
};
use crate::{
    domain::{event::Event, network::PeerStanding},
    store::{
        Db, Tx,
        cases::{self, Standing, StoredCase},
        events, peers,
        received::{self, Received},
        rulings::{self, Ruling, Verdict},
    },
};

/// A case of another host by the ULID it has here, or by its uri.
async fn foreign(tx: &mut Tx, key: &str) -> Result<StoredCase> {
    let found = match cases::by_id(tx, key).await? {
        Some(found) => Some(found),
        None => cases::by_uri(tx, key).await?,
    };
    match found {
        Some(found) if found.local => {
            Err(Error::Conflict(format!("{key} is a case of this network itself")))
        }
        Some(found) => Ok(found),
        None => Err(Error::NotFound(format!("case {key} of another network"))),
    }
}

/// The case is shown, whatever its host sends besides.
///
/// # Errors
/// `Conflict` when its host is blocked or limited: then nothing of it is shown.
pub async fn adopt(db: &Db, who: &Who, key: &str, note: &str, now: i64) -> Result<StoredCase> {
    decide(db, who, key, Verdict::Adopted, note, now).await
}

/// The case is kept and not shown, whatever becomes of its host.
pub async fn decline(db: &Db, who: &Who, key: &str, reason: &str, now: i64) -> Result<StoredCase> {
    decide(db, who, key, Verdict::Declined, reason, now).await
}

async fn decide(
    db: &Db,
    who: &Who,
    key: &str,
    verdict: Verdict,
    note: &str,
    now: i64,
) -> Result<StoredCase> {
    let mut tx = db.begin().await?;
    cases::lock(&mut tx).await?;
    let stored = foreign(&mut tx, key).await?;
    let host = peers::standing(&mut tx, &stored.host).await?;
    let standing = of_case(host, Some(verdict), false);
    if verdict == Verdict::Adopted && standing != Standing::Shown {
        return Err(Error::Conflict(format!(
            "{} is {}; quarantine or trust it before adopting what it published",
            stored.host,
            host.id()
        )));
    }
    let ruling = Ruling {
        uri: stored.uri.clone(),
        verdict,
        note: note.to_owned(),
        who: who.to_string(),
        at: now,
    };
    rulings::rule(&mut tx, &ruling).await?;
    let decided = stand(&mut tx, stored, standing, now).await?;
    let what = format!("case.{}", verdict.id());
    record(&mut tx, who, &what, &decided.uri, note, now).await?;
    tx.commit().await?;
    Ok(decided)
}

/// Gives a case its new standing, where it has another.
async fn stand(
    tx: &mut Tx,
    stored: StoredCase,
    standing: Standing,
    now: i64,
) -> Result<StoredCase> {
    let was = stored.standing;
    let decided = StoredCase { standing, ..stored };
    if was == standing {
        return Ok(decided);
    }
    cases::show(tx, decided.clone()).await?;
    if let Some(known) = received::find(tx, &decided.uri).await? {
        received::save(tx, &Received { state: standing.id().into(), ..known }).await?;
    }
    if (was == Standing::Shown) != (standing == Standing::Shown) {
        let id = decided.id.clone();
        events::append(tx, &Event::CaseChangedElsewhere { id }, now).await?;
    }
    Ok(decided)
}

/// What a case that arrives is to be: shown, waiting or hidden; `None` when it must not come in.
/// `sharer` is who boosted it to us, when it did not come from its author.
pub async fn of_arrival(
    tx: &mut Tx,
    host: &str,
    uri: &str,
    sharer: Option<&str>,
) -> Result<Option<Standing>> {
    let standing = peers::standing(tx, host).await?;
    if standing == PeerStanding::Blocked {
        return Ok(None);
    }
    let verdict = rulings::verdict(tx, uri).await?;
    let vouched = match sharer {
        Some(sharer) if standing == PeerStanding::Quarantined => vouches(tx, sharer).await?,
        _ => false,
    };
    Ok(Some(of_case(standing, verdict, vouched)))
}
