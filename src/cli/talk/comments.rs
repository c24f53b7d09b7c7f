//! `kontor comment`: list, allow, hide, reject.

use std::io::{self, Write};

use serde_json::json;

use super::args;
use crate::{
    app::{access::Who, comment},
    cli::{
        failure::Failure,
        instance::Instance,
        table::{Table, when},
    },
    config::Config,
    domain::{comment::CommentState, text::shorten},
    html,
    store::comments::{self, Authored},
};

/// Most rows of a list.
const MOST: i64 = 10_000;
const TEXT_CHARS: usize = 80;

pub async fn run(
    config: Config,
    command: args::Comment,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let instance = Instance::existing(&config).await?;
    match command {
        args::Comment::List { state, limit, json } => {
            let state = state.map(|state| match state {
                args::State::Shown => CommentState::Shown,
                args::State::Waiting => CommentState::Waiting,
                args::State::Hidden => CommentState::Hidden,
                args::State::Rejected => CommentState::Rejected,
                args::State::Deleted => CommentState::Deleted,
            });
            list(&instance, state, limit.clamp(1, MOST), json, out).await
        }
        args::Comment::Allow(named) => decide(&instance, &named, CommentState::Shown, out).await,
        args::Comment::Hide(named) => decide(&instance, &named, CommentState::Hidden, out).await,
        args::Comment::Reject(named) => {
            decide(&instance, &named, CommentState::Rejected, out).await
        }
    }
}

async fn list(
    instance: &Instance,
    state: Option<CommentState>,
    limit: i64,
    as_json: bool,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let mut tx = instance.db.read().await?;
    let state = state.map(CommentState::id);
    let found = comments::page(&mut tx, state, i64::MAX, limit).await?;
    drop(tx);
    if as_json {
        for Authored { comment, author } in found {
            let line = json!({
                "id": comment.uri, "number": comment.num, "author": comment.actor,
                "author_name": author.name, "host": comment.host, "case": comment.root,
                "in_reply_to": comment.parent, "state": comment.state.id(),
                "language": comment.language, "warning": comment.warning,
                "text": html::to_plain(&comment.html),
                "published": crate::clock::rfc3339(comment.published_at),
            });
            serde_json::to_writer(&mut *out, &line).map_err(io::Error::from)?;
            writeln!(out)?;
        }
        return Ok(());
    }
    let now = instance.clock.now_ms();
    let mut table = Table::new(["number", "state", "when", "by", "host", "text"]);
    for Authored { comment, author } in found {
        let state = match comment.silenced {
            true => format!("{} (silenced)", comment.state.id()),
            false => comment.state.id().to_owned(),
        };
        let by = author.handle.map_or_else(|| comment.actor.clone(), |handle| format!("@{handle}"));
        table.row([
            comment.num.to_string(),
            state,
            when(comment.published_at, now),
            by,
            comment.host,
            shorten(&html::to_plain(&comment.html), TEXT_CHARS),
        ]);
    }
    match table.is_empty() {
        true => writeln!(out, "No such comments.")?,
        false => table.print(out)?,
    }
    Ok(())
}

async fn decide(
    instance: &Instance,
    named: &args::Decision,
    state: CommentState,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let args::Decision { comment, note } = named;
    let (who, now) = (Who::CommandLine, instance.clock.now_ms());
    let decided = comment::moderate(&instance.db, &who, comment, state, note, now).await?;
    writeln!(out, "Comment {} by {} is {} now.", decided.num, decided.actor, state.id())?;
    Ok(())
}
