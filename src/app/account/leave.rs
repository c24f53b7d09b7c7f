//! Answering a suspension, taking everything along, leaving.

use serde_json::{Value, json};

use super::{
    change::{self, Changed},
    passwords::Cost,
};
use crate::{
    app::{
        Error, Result,
        access::{Who, record},
        contact, person,
    },
    clock::rfc3339,
    domain::{alert::Rhythm, profile::Profile, text::clean_block},
    store::{
        Db, Tx,
        accounts::{self, Account, AccountState},
        activities,
        actors::{self, LocalActor},
        alerts, identities, imports, manuscripts, media, messages, notices, reviewing, sessions,
    },
};

const APPEAL_CHARS: usize = 4_000;
/// Activities and messages that are read at once.
const PAGE: i64 = 500;

/// What a suspended person answers; the last answer counts.
///
/// # Errors
/// `Invalid` for a text that is missing or too long, `Conflict` when nothing is suspended.
pub async fn appeal(db: &Db, id: &str, text: &str, now: i64) -> Result<()> {
    let text = clean_block(text).trim().to_owned();
    if text.is_empty() || text.chars().count() > APPEAL_CHARS {
        return Err(Error::Invalid(format!("an answer has 1 to {APPEAL_CHARS} characters")));
    }
    let mut tx = db.begin().await?;
    let account = change::own(&mut tx, id).await?;
    if account.state != AccountState::Suspended {
        return Err(super::not_now(&account));
    }
    accounts::set_appeal(&mut tx, id, &text, now).await?;
    let who = Who::Member(account.handle.clone());
    record(&mut tx, &who, "account.appealed", &account.handle, "", now).await?;
    tx.commit().await?;
    Ok(())
}

/// Ends an account for good: the address, the password and the profile are forgotten, the actor ends
/// and its followers are told, its handle is not given again. Cases stay with their network.
///
/// # Errors
/// `Conflict` for the last instance admin, `TooOften` after too many tries of the password.
pub async fn leave(db: &Db, cost: Cost, id: &str, password: &str, now: i64) -> Result<Changed<()>> {
    let account = change::own(&mut db.read().await?, id).await?;
    if !change::is_password(db, cost, &account, password, now).await? {
        return Ok(Changed::WrongPassword);
    }
    let mut tx = db.begin().await?;
    super::keep_an_admin(&mut tx, &account).await?;
    let actor = person::find(&mut tx, &account.handle).await?;
    person::end(&mut tx, &actor, now).await?;
    // The name of an ended actor is shown nowhere; what it said of itself goes, too.
    actors::describe(&mut tx, &actor.id, &actor.handle, &actor.handle, "", now).await?;
    actors::set_profile(&mut tx, &actor.id, &Profile::default().to_json(), now).await?;
    // Its bytes have no row from now on, and are swept away.
    media::remove_faces(&mut tx, id).await?;
    contact::remove_all(&mut tx, id).await?;
    imports::drop_open_of(&mut tx, id).await?;
    sessions::end_all(&mut tx, id, None).await?;
    accounts::delete(&mut tx, id).await?;
    let who = Who::Member(account.handle.clone());
    record(&mut tx, &who, "account.left", &account.handle, "", now).await?;
    tx.commit().await?;
    Ok(Changed::Done(()))
}

/// Everything that is kept of a person, as files of JSON: name and content.
///
/// # Errors
/// `NotFound` when there is no such account.
pub async fn export(db: &Db, id: &str, now: i64) -> Result<Vec<(&'static str, String)>> {
    let mut tx = db.read().await?;
    let account = change::own(&mut tx, id).await?;
    let actor = person::find(&mut tx, &account.handle).await?;
    let sessions = sessions::of_account(&mut tx, id).await?;
    let sessions = sessions.iter().map(|session| {
        json!({
            "browser": session.agent, "began": rfc3339(session.created_at),
            "used": rfc3339(session.used_at),
        })
    });
    let connected = identities::all_of(&mut tx, id).await?;
    let connected = connected.iter().map(|identity| {
        json!({
            "provider": identity.issuer, "subject": identity.subject, "email": identity.email,
            "connected": rfc3339(identity.linked_at),
        })
    });
    let mut own = own(&account, &actor, sessions.collect(), now);
    own["signInBy"] = connected.collect();
    let rhythm = notices::mailing(&mut tx, id).await?.and_then(|mailing| mailing.rhythm);
    own["noticesByMail"] = rhythm.map(Rhythm::id).into();
    Ok(vec![
        ("account.json", own.to_string()),
        ("actor.json", person_object(&actor).to_string()),
        ("outbox.json", outbox(&mut tx, &actor).await?.to_string()),
        ("cases.json", written(&mut tx, id).await?.to_string()),
        ("notices.json", told(&mut tx, id).await?.to_string()),
        ("messages.json", received(&mut tx, &actor).await?.to_string()),
        ("alerts.json", saved(&mut tx, id).await?.to_string()),
        ("conversations.json", contact::archive(&mut tx, id).await?.to_string()),
        ("imports.json", brought_in(&mut tx, id).await?.to_string()),
    ])
}

fn own(account: &Account, actor: &LocalActor, sessions: Vec<Value>, now: i64) -> Value {
    let profile: Value = serde_json::from_str(&actor.profile).unwrap_or_default();
    json!({
        "exported": rfc3339(now),
        "email": account.email,
        "handle": account.handle,
        "name": account.name,
        "summary": actor.summary,
        "profile": profile,
        "role": account.role.id(),
        "state": account.state.id(),
        "reason": account.state_note,
        "appeal": account.appeal,
        "language": account.language,
        "contactable": account.contactable,
        "termsAccepted": account.terms_at.map(rfc3339),
        "oneTimeCodes": account.totp.is_some(),
        "created": rfc3339(account.created_at),
        "signedIn": account.signed_in_at.map(rfc3339),
        "sessions": sessions,
    })
}

fn person_object(actor: &LocalActor) -> Value {
    let profile = Profile::from_json(&actor.profile);
    json!({
        "@context": "https://www.w3.org/ns/activitystreams",
        "id": actor.uri,
        "type": "Person",
        "preferredUsername": actor.handle,
        "name": actor.name,
        "summary": actor.summary,
        "published": rfc3339(actor.created_at),
        "alsoKnownAs": profile.also_known_as,
    })
}

/// What the person did publicly, as it was told: exactly those bytes, read as JSON.
async fn outbox(tx: &mut Tx, actor: &LocalActor) -> Result<Value> {
    let (mut items, mut before) = (Vec::new(), i64::MAX);
    loop {
        let page = activities::outbox(tx, &actor.uri, before, PAGE).await?;
        let Some(last) = page.last() else { break };
        before = last.seq;
        items.extend(page.iter().filter_map(|one| serde_json::from_str::<Value>(&one.body).ok()));
    }
    Ok(json!({
        "@context": "https://www.w3.org/ns/activitystreams",
        "type": "OrderedCollection",
        "totalItems": items.len(),
        "orderedItems": items,
    }))
}

/// What the person wrote on: each working copy as it stands, with what was said at its review.
async fn written(tx: &mut Tx, account: &str) -> Result<Value> {
    let mut cases = Vec::new();
    for id in manuscripts::ids_of_author(tx, account).await? {
        let Some(manuscript) = manuscripts::find(tx, &id).await? else { continue };
        let notes = reviewing::notes(tx, &id).await?;
        let notes = notes.iter().map(|note| {
            json!({
                "by": note.handle, "at": rfc3339(note.at), "field": note.field, "text": note.text,
                "state": note.state, "answer": note.answer,
            })
        });
        cases.push(json!({
            "id": manuscript.id,
            "case": manuscript.case_key,
            "state": manuscript.state.id(),
            "version": manuscript.version,
            "begun": rfc3339(manuscript.made_at),
            "changed": rfc3339(manuscript.changed_at),
            "text": manuscript.draft.to_value(),
            "notes": notes.collect::<Vec<_>>(),
        }));
    }
    Ok(Value::Array(cases))
}

/// What the person was told on the site.
async fn told(tx: &mut Tx, account: &str) -> Result<Value> {
    let notices = notices::of_account(tx, account, PAGE).await?;
    let notices = notices.into_iter().map(|notice| {
        json!({
            "kind": notice.kind, "about": notice.title, "by": notice.who, "page": notice.path,
            "at": rfc3339(notice.at), "read": notice.read_at.map(rfc3339),
        })
    });
    Ok(Value::Array(notices.collect()))
}

/// The searches that the person saved.
async fn saved(tx: &mut Tx, account: &str) -> Result<Value> {
    let saved = alerts::of_account(tx, account).await?;
    let saved = saved.into_iter().map(|alert| {
        json!({
            "name": alert.name, "search": alert.filter, "rhythm": alert.rhythm.id(),
            "mail": alert.by_mail, "site": alert.on_site, "since": rfc3339(alert.since),
        })
    });
    Ok(Value::Array(saved.collect()))
}

/// The sheets that the person brought in, as long as they are kept, and what became of their rows.
async fn brought_in(tx: &mut Tx, account: &str) -> Result<Value> {
    let mut all = Vec::new();
    for import in imports::of_account(tx, account, PAGE).await? {
        let rows = imports::rows_of(tx, &import.id).await?;
        let rows: Vec<Value> = rows
            .into_iter()
            .map(|row| json!({ "line": row.line, "title": row.title, "became": row.made }))
            .collect();
        let outcome: Value = serde_json::from_str(&import.outcome).unwrap_or_default();
        all.push(json!({
            "file": import.file, "begun": rfc3339(import.made_at),
            "ended": import.done_at.map(rfc3339), "state": import.state, "outcome": outcome,
            "count": rows.len(), "rows": rows,
        }));
    }
    Ok(Value::Array(all))
}

/// What was written to the person alone.
async fn received(tx: &mut Tx, actor: &LocalActor) -> Result<Value> {
    let (mut items, mut before) = (Vec::new(), i64::MAX);
    loop {
        let page = messages::page(tx, Some(&actor.uri), before, PAGE).await?;
        let Some(last) = page.last() else { break };
        before = last.num;
        items.extend(page.iter().map(|message| {
            json!({
                "id": message.uri, "from": message.actor, "inReplyTo": message.in_reply_to,
                "language": message.language, "published": rfc3339(message.published_at),
                "html": message.html,
            })
        }));
    }
    Ok(Value::Array(items))
}
