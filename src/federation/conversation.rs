//! A thread is completed upward: what an answer answers is fetched until a case, or a comment
//! under one, that we hold.

use super::{
    article::incoming::{self as objects, Incoming},
    context::Federation,
    note::incoming::{self as notes, Audience, Reading},
    object::{host_of, id_of},
    resolve::ResolveError,
};
use crate::{
    app::{
        self,
        comment::{self, ForeignComment},
        receive::{self, Effect, ForeignPost},
    },
    config::Moderation,
    domain::network::PeerStanding,
    store::{Tx, peers, received},
};
use serde_json::Value;

/// A post together with what it says.
pub fn as_comment(post: ForeignPost, value: &Value) -> ForeignComment {
    let Reading { html, warning, language, page_url } = notes::read(value);
    ForeignComment { post, html, warning, language, page_url }
}

/// Takes in a post that was read in somebody's outbox: a comment when what it answers is known
/// here, else kept when it is for everybody. Nothing is fetched.
///
/// # Errors
/// When the database does not do its part.
pub async fn keep(
    tx: &mut Tx,
    post: ForeignPost,
    moderation: Moderation,
    now: i64,
) -> app::Result<Effect> {
    let value: Value = serde_json::from_str(&post.document).unwrap_or_default();
    match (notes::audience(&value, None), &post.in_reply_to) {
        (Audience::Named(_), _) => Ok(Effect::Ignored("it is not public".into())),
        (Audience::Public, Some(parent)) if comment::can_be_answered(tx, parent).await? => {
            comment::arrive(tx, as_comment(post, &value), moderation, now).await
        }
        _ => receive::post(tx, post, now).await,
    }
}

/// What stands between `parent` and a case we hold, uppermost first, each fetched from its
/// origin; empty when `parent` is known already. `None` when there is no such case, when the way
/// is too long, leads in a ring, past somebody we blocked or past a post that is not public, or
/// when `host`, which brought the thread, has made us fetch enough for now.
///
/// # Errors
/// When a server on the way does not answer at the moment.
pub async fn lead_up(
    federation: &Federation,
    host: &str,
    parent: &str,
) -> Result<Option<Vec<ForeignComment>>, ResolveError> {
    let mut way: Vec<ForeignComment> = Vec::new();
    let mut at = parent.to_owned();
    loop {
        let mut tx = federation.state.db.read().await?;
        if comment::can_be_answered(&mut tx, &at).await? {
            way.reverse();
            return Ok(Some(way));
        }
        let kept = received::find(&mut tx, &at).await?;
        let blocked = match host_of(&at) {
            Some(host) => peers::standing(&mut tx, &host).await? == PeerStanding::Blocked,
            None => true,
        };
        drop(tx);
        let known = way.iter().any(|step| step.post.uri == at);
        let too_long = way.len() >= federation.state.config.comments.fetch_depth;
        if known || too_long || blocked || federation.state.urls.is_ours(&at) {
            return Ok(None);
        }
        // A case that is kept here without being shown is no place for comments.
        if kept.is_some_and(|kept| kept.case_num.is_some() || kept.state == "gone") {
            return Ok(None);
        }
        if federation.limits.thread_fetches.take(host, federation.now()).is_err() {
            tracing::info!(host, "no more posts are fetched for its threads this minute");
            return Ok(None);
        }
        let Some(step) = fetch(federation, &at).await? else { return Ok(None) };
        let Some(above) = step.post.in_reply_to.clone() else { return Ok(None) };
        at = above;
        way.push(step);
    }
}

/// The public post that stands at `uri`, with its author known here.
async fn fetch(federation: &Federation, uri: &str) -> Result<Option<ForeignComment>, ResolveError> {
    let url = federation.client.url(uri)?;
    let signer = federation.fetcher().await?;
    let signer = signer.at(federation.now());
    let found = match federation.client.get_object(&url, Some(signer)).await {
        Ok(found) => found,
        Err(error) if error.is_temporary() => return Err(error.into()),
        Err(_) => return Ok(None),
    };
    let value = found.value;
    if id_of(&value).as_deref() != Some(found.id.as_str())
        || notes::audience(&value, None) != Audience::Public
    {
        return Ok(None);
    }
    let Ok(Incoming::Post(post)) = objects::read(&value, &value.to_string(), federation.now())
    else {
        return Ok(None);
    };
    match federation.remote_actor(&post.actor).await {
        Ok(_) => Ok(Some(as_comment(*post, &value))),
        Err(error) if error.is_temporary() => Err(error),
        Err(_) => Ok(None),
    }
}
