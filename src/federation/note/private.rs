//! What one of our people writes to somebody on another server alone: a note to nobody else.

use serde_json::{Value, json};

use crate::{
    app::new_id,
    clock::rfc3339,
    domain::text::Markdown,
    federation::{context::Federation, object::host_of, vocabulary::AS},
    html,
    store::{
        Result, Tx,
        activities::{Audience, NewActivity, Target},
        conversations::{self, Side},
        people, remote_actors,
    },
};

/// A letter goes out: a Create in the way others write direct messages, addressed to its receiver,
/// who is also mentioned (Mastodon shows no direct message without that). It is in no outbox and
/// answered to nobody.
pub async fn written(federation: &Federation, tx: &mut Tx, id: &str, now: i64) -> Result<()> {
    let Some(letter) = conversations::written(tx, id).await? else { return Ok(()) };
    let sides = conversations::sides(tx, &letter.conversation).await?;
    let (mine, others): (Vec<Side>, Vec<Side>) =
        sides.into_iter().partition(|side| side.side == letter.side);
    let author = mine.into_iter().next().and_then(|side| side.own_actor);
    let other = others.into_iter().next();
    let receiver = other.as_ref().and_then(|side| side.actor.clone());
    let (Some(author), Some(other), Some(receiver)) = (author, other, receiver) else {
        return Ok(());
    };
    let Some(actor) = remote_actors::find(tx, &receiver).await?.filter(|actor| !actor.gone) else {
        return Ok(());
    };
    // Whoever blocked the author is told nothing.
    if people::is_blocked_by(tx, &author, &receiver).await? {
        return Ok(());
    }
    let answers = conversations::latest_of(tx, &letter.conversation, other.side).await?;
    let name = format!("@{}@{}", actor.handle, actor.host);
    let content = html::from_markdown(&Markdown::new(&letter.text));
    let (activity, at) = (federation.state.urls.activity(&new_id(now)), rfc3339(letter.at));
    let body: Value = json!({
        "@context": [AS, { "sensitive": "as:sensitive" }],
        "id": activity,
        "type": "Create",
        "actor": author,
        "published": at,
        "to": [receiver],
        "cc": [],
        "object": {
            "id": id,
            "type": "Note",
            "attributedTo": author,
            "inReplyTo": answers,
            "published": at,
            "to": [receiver],
            "cc": [],
            "sensitive": false,
            "content": content.as_str().trim_end(),
            "mediaType": "text/html",
            "source": { "content": letter.text, "mediaType": "text/markdown" },
            "tag": [{ "type": "Mention", "href": receiver, "name": name }],
        },
    });
    let inbox = actor.lane().to_owned();
    let host = host_of(&inbox).unwrap_or_default();
    let new = NewActivity {
        id: activity,
        actor: author,
        kind: "Create".into(),
        object: id.to_owned(),
        body: body.to_string(),
        audience: Audience::Targets,
        listed: false,
        targets: vec![Target { inbox, host }],
    };
    crate::federation::proof::append(federation, tx, &new, now).await?;
    federation.state.wake.lanes.notify_one();
    Ok(())
}
