//! The network shows a case first, and agrees to quotes.

use super::{
    Error, Result,
    access::{Who, record},
    new_id,
    receive::Effect,
};
use crate::{
    domain::event::Event,
    store::{
        Db, Tx, cases, comments, events, people,
        quotes::{self, Quote},
    },
};

/// Puts a case of ours first on its network's profile, or takes it from there. Returns its uri.
///
/// # Errors
/// `NotFound` when there is no such shown case; `Conflict` when it is so already.
pub async fn set(db: &Db, who: &Who, key: &str, first: bool, now: i64) -> Result<String> {
    let mut tx = db.begin().await?;
    let case = cases::by_key(&mut tx, key).await?.filter(|case| case.is_shown());
    let case = case.ok_or_else(|| Error::NotFound(format!("published case {key}")))?;
    let changed = match first {
        true => people::feature(&mut tx, &case.actor, &case.uri, now).await?,
        false => people::unfeature(&mut tx, &case.actor, &case.uri).await?,
    };
    if !changed {
        let state = if first { "is featured already" } else { "is not featured" };
        return Err(Error::Conflict(format!("{key} {state}")));
    }
    let (what, event) = match first {
        true => ("case.featured", Event::CaseFeatured { id: case.uri.clone() }),
        false => ("case.unfeatured", Event::CaseUnfeatured { id: case.uri.clone() }),
    };
    record(&mut tx, who, what, key, "", now).await?;
    events::append(&mut tx, &event, now).await?;
    tx.commit().await?;
    Ok(case.uri)
}

/// Somebody asks to quote what is ours: everybody may, once for each post. A stamp that was
/// taken back is not given again.
pub async fn quote_asked(
    tx: &mut Tx,
    object: &str,
    quote: &str,
    actor: &str,
    request: &str,
    now: i64,
) -> Result<Effect> {
    let case = cases::by_uri(tx, object).await?;
    let is_shown = match case {
        Some(case) => case.local && case.is_shown(),
        None => {
            let note = comments::find(tx, object).await?;
            note.is_some_and(|note| note.local && note.is_shown())
        }
    };
    if !is_shown {
        return Ok(Effect::Ignored("not an object of ours".into()));
    }
    let id = match quotes::of(tx, object, quote).await? {
        Some(known) if known.revoked_at.is_some() || known.actor != actor => {
            return Ok(Effect::Ignored("that quote was not agreed to".into()));
        }
        // Asked again, answered again: the first answer may have been lost.
        Some(known) => known.id,
        None => {
            let made = Quote {
                id: new_id(now),
                object: object.to_owned(),
                quote: quote.to_owned(),
                actor: actor.to_owned(),
                request: request.to_owned(),
                at: now,
                revoked_at: None,
            };
            quotes::add(tx, &made).await?;
            made.id
        }
    };
    events::append(tx, &Event::QuoteAgreed { id }, now).await?;
    Ok(Effect::Done)
}

/// Takes our agreement to a quote back; the quoting server is told.
///
/// # Errors
/// `NotFound` when there is no such agreement.
pub async fn revoke_quote(db: &Db, who: &Who, id: &str, now: i64) -> Result<()> {
    let mut tx = db.begin().await?;
    if !quotes::revoke(&mut tx, id, now).await? {
        return Err(Error::NotFound(format!("quote {id} that we agreed to")));
    }
    record(&mut tx, who, "quote.revoked", id, "", now).await?;
    events::append(&mut tx, &Event::QuoteRevoked { id: id.to_owned() }, now).await?;
    tx.commit().await?;
    Ok(())
}
