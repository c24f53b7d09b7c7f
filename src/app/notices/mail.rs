//! What was told on the site and nobody read goes by mail: together, after a while, as often as its
//! receiver wants, and with a link that ends it.

use super::said;
use crate::{
    app::{
        self, Error,
        alerts::keys,
        mail::{self, Item, Letter, Post},
    },
    domain::{account::Member, alert::Rhythm, email::Email},
    i18n::Speech,
    store::{
        self, Db, Tx,
        notices::{self, Mailing, Notice},
    },
    urls,
};

const MINUTE_MS: i64 = 60_000;
/// Who is on the site reads it there: what is told soon is mailed after so long.
const WAIT_MS: i64 = 10 * MINUTE_MS;
/// Between two mails to one person that are to come soon.
const PAUSE_MS: i64 = 60 * MINUTE_MS;
/// Accounts that are told in one transaction.
const BATCH: i64 = 20;
/// Notices in one letter; the rest is behind its link.
const MOST: usize = 20;

/// When what happens at `now` is mailed to somebody who was mailed last at `told`.
pub(super) fn due(rhythm: Rhythm, told: i64, now: i64) -> i64 {
    match rhythm {
        Rhythm::Instant => (now + WAIT_MS).max(told + PAUSE_MS),
        Rhythm::Daily | Rhythm::Weekly => rhythm.due(told, now),
    }
}

/// Mails what is due. That it was told, and the letter that tells it, are one transaction. Returns how
/// many people that were.
///
/// # Errors
/// When the database does not answer; then nothing was told.
pub async fn tell_due(db: &Db, post: &Post, now: i64) -> store::Result<usize> {
    let due = notices::due_accounts(&mut db.read().await?, now, BATCH).await?;
    if due.is_empty() {
        return Ok(0);
    }
    let mut tx = db.begin().await?;
    let mut count = 0;
    for account in &due {
        // Another node may tell them in this moment.
        let Some(mailing) = notices::hold_mailing(&mut tx, account).await? else { continue };
        tell(&mut tx, post, &mailing, now).await?;
        count += 1;
    }
    tx.commit().await?;
    Ok(count)
}

async fn tell(tx: &mut Tx, post: &Post, mailing: &Mailing, now: i64) -> store::Result<()> {
    let waiting = notices::waiting(tx, &mailing.id).await?;
    notices::set_due(tx, &mailing.id, None).await?;
    let Ok(email) = Email::parse(&mailing.email) else { return Ok(()) };
    let wanted = mailing.active && mailing.rhythm.is_some() && !waiting.is_empty();
    if !wanted || mail::returns::shut(tx, &email, now).await?.is_some() {
        return Ok(());
    }
    let t = post.speech(&mailing.language);
    keys::make_secret(tx).await?;
    let letter = letter(tx, post, &t, mailing, &waiting).await?;
    mail::post(tx, post, &email, &t, letter, now).await.map_err(mail::only_store)?;
    notices::mark_mailed(tx, &mailing.id, now).await
}

async fn letter(
    tx: &mut Tx,
    post: &Post,
    t: &Speech,
    mailing: &Mailing,
    waiting: &[Notice],
) -> store::Result<Letter> {
    let (site, own) = (post.site.as_str(), post.urls.absolute("/account/notices"));
    let count = i64::try_from(waiting.len()).unwrap_or(i64::MAX);
    let items = waiting.iter().take(MOST).map(|notice| Item {
        // Takes it for read on the way.
        href: post.urls.absolute(&urls::notice_path(&notice.id)),
        title: said(t, notice),
        text: t.day(notice.at),
    });
    let end = keys::key_for(tx, &mailing.id, &text_of(mailing)).await?;
    let end = end.map(|key| post.urls.absolute(&urls::notices_end_path(&key)));
    let mut after = vec![
        t.say1("notices-mail-why", "site", site),
        format!("{}\n{own}#mail", t.say("notices-mail-change")),
    ];
    after.extend(end.iter().map(|end| format!("{}\n{end}", t.say("alert-mail-end"))));
    Ok(Letter {
        kind: "notices",
        subject: match waiting {
            [only] => said(t, only),
            _ => t.say2("notices-mail-subject", "n", count, "site", site),
        },
        paragraphs: vec![t.say2("notices-mail-text", "n", count, "site", site)],
        items: items.collect(),
        link: Some((t.say("alert-mail-link").into_owned(), own)),
        after,
        unsubscribe: end,
        once: true,
        ..Letter::default()
    })
}

/// How often a member gets such mails; None for not at all.
///
/// # Errors
/// When the database does not answer.
pub async fn wished(db: &Db, member: &Member) -> app::Result<Option<Rhythm>> {
    let found = notices::mailing(&mut db.read().await?, &member.id).await?;
    Ok(found.and_then(|mailing| mailing.rhythm))
}

/// From now on a member gets such mails so often; what waits is mailed at the new time.
///
/// # Errors
/// When the database does not answer.
pub async fn change(db: &Db, member: &Member, rhythm: Option<Rhythm>, now: i64) -> app::Result<()> {
    let mut tx = db.begin().await?;
    let found = notices::mailing(&mut tx, &member.id).await?;
    let mailing = found.ok_or_else(|| Error::NotFound("such account".into()))?;
    notices::set_rhythm(&mut tx, &mailing.id, rhythm, mailing.turn).await?;
    let due = rhythm.map(|rhythm| due(rhythm, mailing.told_at, now));
    notices::set_due(&mut tx, &mailing.id, due).await?;
    tx.commit().await?;
    Ok(())
}

/// What became of a link that ends such mails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    Ended,
    /// The link was used already, or never was one.
    NoKey,
}

/// What a key of this account, in this turn, opens.
fn text_of(mailing: &Mailing) -> String {
    format!("notices {} {}", mailing.id, mailing.turn)
}

async fn opened(tx: &mut Tx, key: &str) -> store::Result<Option<Mailing>> {
    let Some(id) = keys::id_in(key) else { return Ok(None) };
    let Some(mailing) = notices::mailing(tx, id).await? else { return Ok(None) };
    Ok(keys::fits(tx, key, &text_of(&mailing)).await?.then_some(mailing))
}

/// Whether a key ends such mails. Looking ends nothing.
///
/// # Errors
/// When the database does not answer.
pub async fn ending(db: &Db, key: &str) -> store::Result<End> {
    let found = opened(&mut db.read().await?, key).await?;
    Ok(found.map_or(End::NoKey, |_| End::Ended))
}

/// Ends such mails (RFC 8058); what they would tell stays on the site. The link works once.
///
/// # Errors
/// When the database does not answer.
pub async fn end_by_key(db: &Db, key: &str) -> store::Result<End> {
    let mut tx = db.begin().await?;
    let Some(mailing) = opened(&mut tx, key).await? else { return Ok(End::NoKey) };
    notices::set_rhythm(&mut tx, &mailing.id, None, mailing.turn + 1).await?;
    notices::set_due(&mut tx, &mailing.id, None).await?;
    tx.commit().await?;
    Ok(End::Ended)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mails_that_come_soon_wait_and_pause() {
        const NOW: i64 = 1_795_340_400_000;
        assert_eq!(due(Rhythm::Instant, 0, NOW), NOW + WAIT_MS);
        assert_eq!(due(Rhythm::Instant, NOW, NOW + 1), NOW + PAUSE_MS);
        assert_eq!(due(Rhythm::Instant, NOW - PAUSE_MS, NOW), NOW + WAIT_MS);
        assert_eq!(due(Rhythm::Weekly, 0, NOW), Rhythm::Weekly.due(0, NOW));
    }
}
