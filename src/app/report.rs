//! Complaints come in, are resolved, and go out.

use super::{
    Error, Result,
    access::{Who, record},
    new_id,
    receive::Effect,
};
use crate::{
    domain::{
        event::Event,
        text::{clean_block, shorten},
    },
    store::{
        Db, Tx,
        actors::{self, ActorKind},
        cases, comments, events, received, remote_actors,
        reports::{self, Report},
    },
    urls::Urls,
};

const REASON_CHARS: usize = 5_000;
/// Objects one complaint may name.
const MOST_OBJECTS: usize = 50;
const DAY_MS: i64 = 86_400_000;

/// A Flag as it came.
#[derive(Clone, Debug)]
pub struct Complaint {
    pub id: String,
    pub actor: String,
    pub host: String,
    /// Uris of ours.
    pub objects: Vec<String>,
    pub reason: String,
}

/// A complaint of another server is put into the queue, unless its host sent `most` within a day.
pub async fn arrive(tx: &mut Tx, complaint: Complaint, most: u32, now: i64) -> Result<Effect> {
    let Complaint { id, actor, host, mut objects, reason } = complaint;
    objects.truncate(MOST_OBJECTS);
    if objects.is_empty() {
        return Ok(Effect::Ignored("it is about nothing of ours".into()));
    }
    if reports::count_of_host(tx, &host, now - DAY_MS).await? >= i64::from(most) {
        return Ok(Effect::Ignored("its host complained too often today".into()));
    }
    let report = Report {
        num: 0,
        id,
        local: false,
        actor,
        host,
        objects: serde_json::to_string(&objects).expect("a list of texts is JSON"),
        reason: shorten(&clean_block(&reason), REASON_CHARS),
        state: "open".into(),
        note: String::new(),
        at: now,
        resolved_at: None,
    };
    reports::add(tx, &report).await?;
    Ok(Effect::Done)
}

/// An editor is done with a complaint.
///
/// # Errors
/// `NotFound` when there is no open one with this number.
pub async fn resolve(db: &Db, who: &Who, num: i64, note: &str, now: i64) -> Result<Report> {
    let mut tx = db.begin().await?;
    if !reports::resolve(&mut tx, num, note, now).await? {
        return Err(Error::NotFound(format!("open report {num}")));
    }
    record(&mut tx, who, "report.resolved", &num.to_string(), note, now).await?;
    let report = reports::find(&mut tx, num).await?;
    tx.commit().await?;
    report.ok_or_else(|| Error::NotFound(format!("report {num}")))
}

/// Complains to the origin of an object or an actor that is known here. The instance complains,
/// so that nobody here is named.
///
/// # Errors
/// `NotFound` when it is not known here; `Invalid` when it is ours, or without a reason.
pub async fn send(
    db: &Db,
    urls: &Urls,
    who: &Who,
    object: &str,
    reason: &str,
    now: i64,
) -> Result<Report> {
    let reason = shorten(clean_block(reason).trim(), REASON_CHARS);
    if reason.is_empty() {
        return Err(Error::Invalid("a report needs a reason".into()));
    }
    if urls.is_ours(object) {
        return Err(Error::Invalid("this is ours; change or withdraw it".into()));
    }
    let mut tx = db.begin().await?;
    let author = author_of(&mut tx, object).await?;
    let author = author.ok_or_else(|| Error::NotFound(format!("object {object} here")))?;
    let host = remote_actors::find(&mut tx, &author).await?.map(|actor| actor.host);
    let host = host.ok_or_else(|| Error::NotFound(format!("author {author} here")))?;
    let built_in = actors::built_in(&mut tx).await?;
    let instance = built_in.into_iter().find(|actor| actor.kind == ActorKind::Instance);
    let instance = instance.ok_or_else(|| Error::NotFound("instance actor".into()))?;
    let mut objects = vec![author.clone()];
    objects.extend((author != object).then(|| object.to_owned()));
    let report = Report {
        num: 0,
        id: urls.activity(&new_id(now)),
        local: true,
        actor: instance.uri,
        host,
        objects: serde_json::to_string(&objects).expect("a list of texts is JSON"),
        reason,
        state: "sent".into(),
        note: String::new(),
        at: now,
        resolved_at: None,
    };
    reports::add(&mut tx, &report).await?;
    record(&mut tx, who, "report.sent", object, &report.reason, now).await?;
    events::append(&mut tx, &Event::Reported { id: report.id.clone() }, now).await?;
    tx.commit().await?;
    Ok(report)
}

async fn author_of(tx: &mut Tx, object: &str) -> Result<Option<String>> {
    if remote_actors::find(tx, object).await?.is_some() {
        return Ok(Some(object.to_owned()));
    }
    if let Some(case) = cases::by_uri(tx, object).await? {
        return Ok(Some(case.actor));
    }
    if let Some(comment) = comments::find(tx, object).await? {
        return Ok(Some(comment.actor));
    }
    Ok(received::find(tx, object).await?.map(|kept| kept.actor))
}
