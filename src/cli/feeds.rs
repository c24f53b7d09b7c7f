//! `kontor feed`: searches that others can follow.

use std::io::Write;

use super::{args, failure::Failure, instance::Instance, table::Table};
use crate::{
    app::{
        access::Who,
        feeds::{self, SavedSearch},
    },
    config::Config,
    domain::search::CaseFilter,
    i18n::{Locale, Speech, Texts},
    store::{actors, follows, search},
};

/// Most rows of a list.
const MOST: i64 = 1_000;

pub async fn run(config: Config, command: args::Feed, out: &mut dyn Write) -> Result<(), Failure> {
    let instance = Instance::existing(&config).await?;
    let now = instance.clock.now_ms();
    match command {
        args::Feed::Publish { handle, query, name } => {
            let locale = Locale::from_tag(&config.network.language).unwrap_or(Locale::En);
            let t = Speech::new(std::sync::Arc::new(Texts::embedded()), locale);
            let wish = SavedSearch { handle: &handle, query: &query, name: &name };
            let (db, urls) = (&instance.db, &instance.urls);
            let actor = feeds::publish_search(db, &Who::CommandLine, urls, &t, &wish, now).await?;
            let query = actor.filter.as_deref().unwrap_or_default();
            writeln!(out, "{} can be followed now.", urls.handle(&actor.handle))?;
            writeln!(out, "It shows {}", urls.absolute(&format!("/cases?{query}")))?;
            let filter = CaseFilter::from_query(query);
            if search::find(db, &filter, 1).await?.total == 0 {
                writeln!(
                    out,
                    "No case fits it now. If that is a mistake: kontor feed end {handle}"
                )?;
            }
        }
        args::Feed::End { handle } => {
            let actor = feeds::end_search(&instance.db, &Who::CommandLine, &handle, now).await?;
            let handle = instance.urls.handle(&actor.handle);
            writeln!(out, "{handle} has ended; its followers are told.")?;
        }
        args::Feed::List => list(&instance, out).await?,
    }
    Ok(())
}

async fn list(instance: &Instance, out: &mut dyn Write) -> Result<(), Failure> {
    let mut tx = instance.db.read().await?;
    let found = actors::saved_filters(&mut tx, MOST).await?;
    let mut table = Table::new(["handle", "name", "followers", "search"]);
    for actor in found {
        let followers = follows::count_followers(&mut tx, &actor.uri).await?;
        table.row([
            instance.urls.handle(&actor.handle),
            actor.name,
            followers.to_string(),
            actor.filter.unwrap_or_default(),
        ]);
    }
    match table.is_empty() {
        true => writeln!(out, "No search is public yet; `kontor feed publish` makes one so.")?,
        false => table.print(out)?,
    }
    Ok(())
}
