//! What waits is told: one letter for an alert and its time, with the cases in it, and a notice here.

use super::keys::{Purpose, key_of};
use crate::{
    app::{
        mail::{self, Item, Letter, Post},
        notices::{self, Kind},
    },
    domain::{alert::Rhythm, email::Email, search::CaseFilter, text::shorten, vocabulary},
    i18n::Speech,
    store::{
        Db, Result, Tx,
        accounts::{self, AccountState},
        alerts::{self, Alert},
        cases::{self, StoredCase},
    },
    urls,
};

/// Alerts that tell in one transaction.
const BATCH: i64 = 20;
/// Cases in one letter; the rest is behind its link.
const CASES: usize = 20;
/// Characters of a summary in a letter.
const SUMMARY_CHARS: usize = 300;

/// Tells what is due. That it was told, and the letter that tells it, are one transaction. Returns how
/// many alerts that were.
///
/// # Errors
/// When the database does not answer; then nothing was told.
pub async fn tell_due(db: &Db, post: &Post, now: i64) -> Result<usize> {
    if !alerts::is_due(&mut db.read().await?, now).await? {
        return Ok(0);
    }
    let mut tx = db.begin().await?;
    let due = alerts::take_due(&mut tx, now, BATCH).await?;
    for alert in &due {
        tell(&mut tx, post, alert, now).await?;
    }
    tx.commit().await?;
    Ok(due.len())
}

/// To whom an alert tells, and in which language.
struct Receiver {
    email: Option<Email>,
    language: String,
}

async fn tell(tx: &mut Tx, post: &Post, alert: &Alert, now: i64) -> Result<()> {
    let waiting = alerts::waiting(tx, &alert.id).await?;
    alerts::mark_told(tx, &alert.id).await?;
    let mut told = Alert { due_at: None, ..alert.clone() };
    if let Some(to) = receiver(tx, alert).await? {
        let filter = CaseFilter::from_query(&alert.filter);
        let mut found = Vec::new();
        for uri in &waiting {
            if found.len() > CASES {
                break;
            }
            // Taken back, hidden or changed since: what is told is what the search finds now.
            let stored = cases::by_uri(tx, uri).await?;
            found.extend(stored.filter(|stored| stored.is_shown() && filter.matches(&stored.case)));
        }
        if !found.is_empty() {
            told.told_at = now;
            say(tx, post, alert, &to, &found, waiting.len(), now).await?;
        }
    }
    alerts::save(tx, &told).await
}

/// None for whom nothing is told: somebody suspended, or an address that did not agree.
async fn receiver(tx: &mut Tx, alert: &Alert) -> Result<Option<Receiver>> {
    let Some(account) = &alert.account else {
        let (email, language) = (Email::parse(&alert.email).ok(), alert.language.clone());
        return Ok(alert.confirmed.then_some(Receiver { email, language }));
    };
    let owner = accounts::by_id(tx, account).await?;
    let owner = owner.filter(|owner| owner.state == AccountState::Active);
    Ok(owner
        .map(|owner| Receiver { email: Email::parse(&owner.email).ok(), language: owner.language }))
}

async fn say(
    tx: &mut Tx,
    post: &Post,
    alert: &Alert,
    to: &Receiver,
    found: &[StoredCase],
    waiting: usize,
    now: i64,
) -> Result<()> {
    let t = post.speech(&to.language);
    let search = match alert.filter.as_str() {
        "" => "/cases".to_owned(),
        query => format!("/cases?{query}"),
    };
    // Where all fit, each was looked at; where they do not, those beyond were not.
    let count = if found.len() > CASES { waiting } else { found.len() };
    let is_shut = match &to.email {
        Some(email) => mail::returns::shut(tx, email, now).await?.is_some(),
        None => false,
    };
    // Who gets no mail any more finds it here.
    if let (true, Some(account)) = (alert.on_site || is_shut, &alert.account) {
        let notice = notices::Told { who: "", title: &alert.name, path: &search, times: count };
        notices::tell(tx, account, Kind::Alert, notice, now).await?;
    }
    if let (true, Some(email)) = (alert.by_mail && !is_shut, &to.email) {
        let letter = letter(tx, post, &t, alert, (found, count), &search).await?;
        let posted = mail::post(tx, post, email, &t, letter, now).await;
        posted.map_err(mail::only_store)?;
    }
    Ok(())
}

async fn letter(
    tx: &mut Tx,
    post: &Post,
    t: &Speech,
    alert: &Alert,
    (found, count): (&[StoredCase], usize),
    search: &str,
) -> Result<Letter> {
    let name = super::subscribe::name_of(t, alert);
    let many = i64::try_from(count).unwrap_or(i64::MAX);
    let items = found.iter().take(CASES).map(|stored| {
        let case = &stored.case;
        let network = vocabulary::network(&case.source_network);
        let network = network.map_or(case.source_network.as_str(), |known| known.name.as_str());
        let summary = shorten(&case.summary, SUMMARY_CHARS);
        Item {
            href: post.urls.case_page(&stored.page),
            title: case.title.clone(),
            text: format!("{network}\n{summary}").trim().to_owned(),
        }
    });
    let end = key_of(tx, Purpose::End, alert).await?;
    let end = end.map(|key| post.urls.absolute(&urls::alert_end_path(&key)));
    let mut after = vec![match (&alert.account, alert.rhythm) {
        (None, _) => t.say2("alert-mail-why-digest", "name", &name, "site", &post.site),
        (Some(_), Rhythm::Instant) => t.say1("alert-mail-why-instant", "site", &post.site),
        (Some(_), Rhythm::Daily) => t.say1("alert-mail-why-daily", "site", &post.site),
        (Some(_), Rhythm::Weekly) => t.say1("alert-mail-why-weekly", "site", &post.site),
    }];
    if alert.account.is_some() {
        let own = post.urls.absolute("/account/alerts");
        after.push(format!("{}\n{own}", t.say("alert-mail-change")));
    }
    if let Some(end) = &end {
        after.push(format!("{}\n{end}", t.say("alert-mail-end")));
    }
    Ok(Letter {
        kind: if alert.account.is_some() { "alert" } else { "digest" },
        subject: match found {
            [only] => t.say2("alert-mail-subject-one", "name", &name, "title", &only.case.title),
            _ => t.say2("alert-mail-subject", "name", &name, "n", many),
        },
        paragraphs: vec![t.say2("alert-mail-text", "name", &name, "n", many)],
        items: items.collect(),
        link: Some((t.say("alert-mail-link").into_owned(), post.urls.absolute(search))),
        after,
        unsubscribe: end,
        once: true,
        ..Letter::default()
    })
}
