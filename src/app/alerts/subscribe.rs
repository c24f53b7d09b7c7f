//! A weekly digest of a topic for who has an address and no account, once the address agreed; and the
//! end of any alert's mails by the link in them.

use super::{
    Result,
    keys::{self, Purpose, key_of, opened},
};
use crate::{
    app::{
        account::register,
        mail::{self, Letter, Post},
        new_id,
    },
    domain::{
        alert::Rhythm,
        email::Email,
        search::{CaseFilter, Facet},
        vocabulary,
    },
    i18n::Speech,
    store::{
        Db,
        alerts::{self, Alert},
    },
    urls,
};

/// The search of a topic's digest.
fn filter_of(topic: &str) -> String {
    CaseFilter::default().with(Facet::Topic, topic).to_query()
}

/// What an alert is called in its letters: as its owner calls it, or as its topic is.
pub(super) fn name_of(t: &Speech, alert: &Alert) -> String {
    match CaseFilter::from_query(&alert.filter).topic.first() {
        Some(topic) if alert.account.is_none() => t.term("topic", topic),
        _ => alert.name.clone(),
    }
}

/// Somebody wants the digest of a topic at this address. Nothing comes of it before the address
/// agrees. The answer is the same whether the address is known; an address is sent few such letters.
///
/// # Errors
/// `NotFound` for a topic that there is not.
pub async fn subscribe(
    db: &Db,
    post: &Post,
    email: &Email,
    topic: &str,
    language: &str,
    now: i64,
) -> Result<()> {
    let topic = vocabulary::topic(topic);
    let topic = topic.ok_or_else(|| super::Error::NotFound("such topic".into()))?;
    let t = post.speech(language);
    let mut tx = db.begin().await?;
    if !register::may_write(&mut tx, email, now).await? {
        tx.commit().await?;
        return Ok(());
    }
    keys::make_secret(&mut tx).await?;
    let filter = filter_of(topic.id);
    let known = alerts::of_address(&mut tx, &email.folded(), &filter).await?;
    let alert = match known {
        Some(known) if known.confirmed => known,
        // The link of this letter counts, and the week begins anew.
        Some(known) => {
            let turn = known.mail_turn + 1;
            let language = t.tag().to_owned();
            let known = Alert { mail_turn: turn, since: now, language, ..known };
            alerts::save(&mut tx, &known).await?;
            known
        }
        None => {
            let new = Alert {
                id: new_id(now),
                account: None,
                email: email.as_str().to_owned(),
                language: t.tag().to_owned(),
                name: String::new(),
                filter,
                rhythm: Rhythm::Weekly,
                by_mail: true,
                on_site: false,
                confirmed: false,
                mail_turn: 0,
                feed_turn: 0,
                since: now,
                told_at: 0,
                due_at: None,
            };
            alerts::insert(&mut tx, &new).await?;
            new
        }
    };
    let name = name_of(&t, &alert);
    let key = key_of(&mut tx, Purpose::Confirm, &alert).await?.unwrap_or_default();
    let letter = Letter {
        kind: "digest-confirm",
        subject: t.say1("digest-confirm-subject", "topic", &name),
        paragraphs: vec![t.say2("digest-confirm-text", "topic", &name, "site", &post.site)],
        link: Some((
            t.say("digest-confirm-link").into_owned(),
            post.urls.absolute(&urls::digest_confirm_path(&key)),
        )),
        after: vec![t.say("mail-not-you").into_owned()],
        ..Letter::default()
    };
    mail::post(&mut tx, post, email, &t, letter, now).await?;
    tx.commit().await?;
    Ok(())
}

/// What a key to agree opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Confirmed {
    /// The topic; whether the address agreed before.
    To(String, bool),
    /// Made up, replaced by a newer letter, ended, or forgotten after a week.
    NoKey,
}

/// Which digest a key agrees to. Looking agrees to nothing: programs follow links in mails.
///
/// # Errors
/// When the database does not answer.
pub async fn wanted(db: &Db, key: &str, now: i64) -> Result<Confirmed> {
    let found = opened(&mut db.read().await?, Purpose::Confirm, key).await?;
    Ok(agreed(found.as_ref(), now))
}

fn agreed(alert: Option<&Alert>, now: i64) -> Confirmed {
    let lasts = |alert: &&Alert| alert.confirmed || alert.since > now - super::UNCONFIRMED_MS;
    let Some(alert) = alert.filter(|alert| alert.account.is_none()).filter(lasts) else {
        return Confirmed::NoKey;
    };
    let topic = CaseFilter::from_query(&alert.filter).topic.into_iter().next();
    Confirmed::To(topic.unwrap_or_default(), alert.confirmed)
}

/// The address agrees: from now on its digest comes every week in which there is something.
///
/// # Errors
/// When the database does not answer.
pub async fn confirm(db: &Db, key: &str, now: i64) -> Result<Confirmed> {
    let mut tx = db.begin().await?;
    let Some(found) = opened(&mut tx, Purpose::Confirm, key).await? else {
        return Ok(Confirmed::NoKey);
    };
    let held = alerts::take(&mut tx, &found.id).await?;
    let answer = agreed(held.as_ref(), now);
    if let (Some(held), Confirmed::To(_, false)) = (held, &answer) {
        alerts::save(&mut tx, &Alert { confirmed: true, since: now, ..held }).await?;
    }
    tx.commit().await?;
    Ok(answer)
}

/// What became of the mails of an alert.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    /// Of the search with this name.
    Search(String),
    /// Of the digest of this topic.
    Digest(String),
    /// The link was used already, or never was one.
    NoKey,
}

fn ended(alert: &Alert) -> Ended {
    match (&alert.account, CaseFilter::from_query(&alert.filter).topic.into_iter().next()) {
        (None, topic) => Ended::Digest(topic.unwrap_or_default()),
        (Some(_), _) => Ended::Search(alert.name.clone()),
    }
}

/// Which mails a key ends. Looking ends nothing.
///
/// # Errors
/// When the database does not answer.
pub async fn ending(db: &Db, key: &str) -> Result<Ended> {
    let found = opened(&mut db.read().await?, Purpose::End, key).await?;
    Ok(found.as_ref().map_or(Ended::NoKey, ended))
}

/// Ends the mails of an alert (RFC 8058). A digest is forgotten with its address; a saved search stays
/// with its owner, without mails.
///
/// # Errors
/// When the database does not answer.
pub async fn end_by_key(db: &Db, key: &str) -> Result<Ended> {
    let mut tx = db.begin().await?;
    let Some(found) = opened(&mut tx, Purpose::End, key).await? else { return Ok(Ended::NoKey) };
    // As it is now that it is held: somebody may have been faster.
    let held = alerts::take(&mut tx, &found.id).await?;
    let Some(alert) = held.filter(|held| held.mail_turn == found.mail_turn) else {
        return Ok(Ended::NoKey);
    };
    match alert.account {
        None => {
            alerts::delete(&mut tx, &alert.id).await?;
        }
        Some(_) => {
            let silent = Alert { by_mail: false, mail_turn: alert.mail_turn + 1, ..alert.clone() };
            alerts::save(&mut tx, &silent).await?;
        }
    }
    tx.commit().await?;
    Ok(ended(&alert))
}
