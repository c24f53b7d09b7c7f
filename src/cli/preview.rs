//! `kontor preview`: a case with the eyes of other servers' readers.

use std::{
    io::{self, Write},
    sync::Arc,
};

use serde_json::json;

use super::{
    args::{self, Eyes},
    failure::Failure,
    instance::Instance,
};
use crate::{
    app::publish,
    config::Config,
    domain::text::clean_line,
    federation::outbox,
    i18n::Texts,
    preview::{self, Software, Trap, View},
    store::actors::{self, ActorKind},
};

pub async fn preview(
    config: Config,
    args: &args::Preview,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let args::Preview { case, seen_as, json } = args;
    let instance = Instance::existing(&config).await?;
    let mut tx = instance.db.read().await?;
    let stored = publish::find(&mut tx, case).await?;
    let built_in = actors::built_in(&mut tx).await?;
    drop(tx);
    let feed = built_in.iter().find(|actor| actor.kind == ActorKind::CaseFeed);
    let feed = feed.map(|feed| feed.uri.as_str()).unwrap_or_default();
    let article = outbox::compose(&stored, &instance.urls, &Arc::new(Texts::embedded()), feed);
    let views: Vec<View> =
        eyes(*seen_as).into_iter().map(|software| preview::view(&article, software)).collect();
    let traps = preview::traps(&article, &stored.case);
    instance.db.close().await;
    if *json {
        let said = json!({ "uri": stored.uri, "views": views, "traps": traps });
        serde_json::to_writer_pretty(&mut *out, &said).map_err(io::Error::from)?;
        return Ok(writeln!(out)?);
    }
    for view in &views {
        show(view, out)?;
    }
    Ok(warn(&traps, out)?)
}

fn eyes(seen_as: Eyes) -> Vec<Software> {
    match seen_as {
        Eyes::Mastodon => vec![Software::Mastodon],
        Eyes::GoToSocial => vec![Software::GoToSocial],
        Eyes::Lemmy => vec![Software::Lemmy],
        Eyes::Friendica => vec![Software::Friendica],
        Eyes::Kontor => vec![Software::Kontor],
        Eyes::All => Software::ALL.to_vec(),
    }
}

fn show(view: &View, out: &mut dyn Write) -> io::Result<()> {
    let View { software, heading, warning, body, body_chars, link, tags, images, dropped } = view;
    let name = Software::from_id(software).map_or(*software, Software::name);
    writeln!(out, "== {name}")?;
    let mut line = |name: &str, value: &str| match value.is_empty() {
        true => Ok(()),
        false => writeln!(out, "  {name:<9}  {}", clean_line(value)),
    };
    line("heading", heading.as_deref().unwrap_or_default())?;
    if let Some(warning) = warning {
        line("warning", &format!("{warning} [show more]"))?;
    }
    line("text", body)?;
    if body.chars().count() < *body_chars {
        line("", &format!("({body_chars} characters in all)"))?;
    }
    if let Some(link) = link {
        let shown = match link.shown_as {
            "card" => " (with a card)",
            "title" => " (behind the heading)",
            _ => "",
        };
        line("link", &format!("{}{shown}", link.url))?;
    }
    line("tags", &tags.join(" "))?;
    for image in images {
        let alt = if image.alt.is_empty() { "not described" } else { &image.alt };
        line("picture", &format!("{} ({alt})", image.url))?;
    }
    line("not shown", &dropped.join(", "))?;
    writeln!(out)
}

fn warn(traps: &[Trap], out: &mut dyn Write) -> io::Result<()> {
    if traps.is_empty() {
        return writeln!(out, "Nothing to beware of.");
    }
    writeln!(out, "Beware:")?;
    for Trap { code, text } in traps {
        writeln!(out, "  {} ({code})", clean_line(text))?;
    }
    Ok(())
}
