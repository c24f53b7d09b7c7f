//! A post of another server arrives: a comment when it answers a case, else kept as it is; what
//! is not public goes to those it is for, or nowhere.

use super::{Outcome, finish, ignore};
use crate::{
    app::{
        comment,
        contact::Exchange,
        notices,
        receive::{self, Effect, ForeignPost},
    },
    federation::{
        context::Federation,
        conversation,
        note::incoming::{self as notes, Audience},
    },
    state::State,
    store::{
        actors::ActorKind,
        cases, comments,
        inbox::{self, Item},
        messages::Message,
    },
};
use serde_json::Value;

/// So often a server that does not answer is asked again for what stands above an answer.
const PATIENCE: i64 = 3;

/// `object` is `post` as it came; `activity` is what brought it, unless that is somebody else's.
pub(super) async fn arrived(
    federation: &Federation,
    item: &Item,
    activity: Option<&Value>,
    object: &Value,
    post: ForeignPost,
) -> Outcome {
    let audience = notes::audience(object, activity);
    if let Audience::Named(names) = audience {
        return withheld(federation, item, object, &names, &post).await;
    }
    let moderation = federation.state.config.comments.moderation;
    let parent = post.in_reply_to.clone().filter(|_| audience == Audience::Public);
    let way = match &parent {
        Some(parent) => lead_up(federation, item, parent).await?,
        None => None,
    };
    let Some(way) = way else {
        return finish(federation, item, async |tx, now| Ok(receive::post(tx, post, now).await?))
            .await;
    };
    if post.actor != item.actor {
        federation.remote_actor(&post.actor).await?;
    }
    let mut named = Vec::new();
    for name in notes::named(object) {
        let actor = federation.local_actor(&name).await?;
        named.extend(actor.filter(|actor| actor.kind == ActorKind::Person).map(|actor| actor.uri));
    }
    let (uri, last) = (post.uri.clone(), conversation::as_comment(post, object));
    finish(federation, item, async |tx, now| {
        for step in way {
            comment::arrive(tx, step, moderation, now).await?;
        }
        let is_known = comments::find(tx, &uri).await?.is_some();
        let effect = comment::arrive(tx, last, moderation, now).await?;
        let arrived = comments::find(tx, &uri).await?;
        if let Some(shown) = arrived.filter(|comment| comment.is_shown() && !is_known) {
            notices::mentioned(tx, &named, &shown, now).await?;
        }
        Ok(effect)
    })
    .await
}

async fn lead_up(
    federation: &Federation,
    item: &Item,
    parent: &str,
) -> Result<Option<Vec<comment::ForeignComment>>, super::Stumble> {
    match conversation::lead_up(federation, &item.host, parent).await {
        Ok(way) => Ok(way),
        Err(error) if error.is_temporary() && item.attempts < PATIENCE => Err(error.into()),
        Err(error) => {
            tracing::info!(%error, parent, "a thread stays incomplete");
            Ok(None)
        }
    }
}

/// Not for everybody: a message to those of ours it names. What was public before and no longer
/// is, is no longer shown.
async fn withheld(
    federation: &Federation,
    item: &Item,
    object: &Value,
    names: &[String],
    post: &ForeignPost,
) -> Outcome {
    let mut tx = federation.state.db.read().await?;
    let shown = comments::find(&mut tx, &post.uri).await?;
    drop(tx);
    if shown.is_some_and(|shown| shown.actor == post.actor) && post.actor == item.actor {
        return finish(federation, item, async |tx, now| {
            comments::mark_deleted(tx, &post.uri, now).await?;
            crate::store::received::mark_gone(tx, &post.uri, now).await?;
            Ok(Effect::Done)
        })
        .await;
    }
    if post.actor != item.actor {
        return ignore(federation, item, "it is not public, and passed on by another").await;
    }
    let mut recipients = Vec::new();
    for name in names {
        let actor = federation.local_actor(name).await?;
        recipients.extend(actor.filter(|actor| actor.kind == ActorKind::Person));
    }
    if recipients.is_empty() {
        return ignore(federation, item, "it is not public").await;
    }
    // Its author is shown with a name, and may be answered.
    federation.remote_actor(&post.actor).await?;
    let State { db, config, urls, texts, .. } = &federation.state;
    let exchange = Exchange::of(db, config, urls, texts);
    let said = notes::read(object);
    finish(federation, item, async |tx, now| {
        inbox::forget_body(tx, item.seq).await?;
        if cases::tombstone(tx, &post.uri).await?.is_some() {
            return Ok(Effect::Ignored("it was deleted before".into()));
        }
        let mut effect = Effect::Ignored(String::new());
        for recipient in recipients {
            let message = Message {
                num: 0,
                uri: post.uri.clone(),
                recipient: recipient.uri,
                actor: post.actor.clone(),
                host: post.host.clone(),
                in_reply_to: post.in_reply_to.clone(),
                language: said.language.clone(),
                published_at: post.published,
                updated_at: post.updated,
                received_at: now,
                html: said.html.as_str().to_owned(),
            };
            effect = match (exchange.arrive(tx, &message, now).await?, effect) {
                (_, Effect::Done) => Effect::Done,
                (done, _) => done,
            };
        }
        Ok(effect)
    })
    .await
}
