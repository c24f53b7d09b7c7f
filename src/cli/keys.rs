//! `kontor keys`: what the actors of this instance sign with.

use std::io::Write;

use super::{args, failure::Failure, instance::Instance, table::Table};
use crate::{
    app::{access::Who, keys},
    clock,
    config::Config,
};

pub async fn run(config: Config, command: args::Keys, out: &mut dyn Write) -> Result<(), Failure> {
    let instance = Instance::existing(&config).await?;
    match command {
        args::Keys::List { handle } => list(&instance, handle.as_deref(), out).await,
        args::Keys::Rotate { handle } => {
            let days = config.federation.key_overlap_days;
            rotate(&instance, days, handle.as_deref(), out).await
        }
    }
}

async fn list(
    instance: &Instance,
    handle: Option<&str>,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let mut tx = instance.db.read().await?;
    let actors = match handle {
        Some(handle) => vec![keys::actor_of(&mut tx, handle).await?],
        None => keys::with_keys(&mut tx).await?,
    };
    let mut table = Table::new(["actor", "kind", "since", "listed until", "id"]);
    for actor in actors {
        for key in keys::listed(&mut tx, &actor, instance.clock.now_ms()).await? {
            table.row([
                format!("@{}", actor.handle),
                key.kind.id().to_owned(),
                clock::day(key.created_at),
                key.until.map_or_else(|| "in use".to_owned(), clock::day),
                key.id,
            ]);
        }
    }
    match table.is_empty() {
        true => writeln!(out, "There are no keys yet: they are made when an actor is looked up.")?,
        false => table.print(out)?,
    }
    Ok(())
}

async fn rotate(
    instance: &Instance,
    days: u32,
    handle: Option<&str>,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let (db, now) = (&instance.db, instance.clock.now_ms());
    let handles = match handle {
        Some(handle) => vec![handle.to_owned()],
        None => {
            let mut tx = db.read().await?;
            let found = keys::with_keys(&mut tx).await?.into_iter();
            // Those whose new keys are still to be made need no others.
            let found = found.filter(|actor| !actor.private_key.is_empty());
            found.map(|actor| actor.handle).collect()
        }
    };
    for handle in &handles {
        let (actor, until) = keys::rotate(db, &Who::CommandLine, handle, days, now).await?;
        let (handle, until) = (instance.urls.handle(&actor.handle), clock::day(until));
        writeln!(out, "{handle} gets new keys; the former are listed until {until}.")?;
    }
    match handles.is_empty() {
        true => writeln!(out, "There are no keys to replace.")?,
        false => writeln!(out, "Followers are told as soon as the server runs.")?,
    }
    Ok(())
}
