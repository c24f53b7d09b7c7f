//! `kontor person`: add, edit, list, suspend.

use std::io::Write;

use super::args;
use crate::{
    app::{
        access::Who,
        person::{self, Described},
    },
    cli::{
        failure::Failure,
        instance::Instance,
        table::{Table, when},
    },
    config::Config,
    domain::profile::Profile,
    store::{
        actors::{self, ActorKind},
        follows,
    },
};

/// Most rows of a list.
const MOST: i64 = 10_000;

pub async fn run(
    config: Config,
    command: args::Person,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let who = Who::CommandLine;
    match command {
        args::Person::Add { handle, said } => {
            let instance = Instance::or_new(&config).await?;
            let described = described(said, Profile::default());
            let (db, now) = (&instance.db, instance.clock.now_ms());
            let made = person::add(db, &instance.urls, &who, &handle, described, now).await?;
            let handle = instance.urls.handle(&made.handle);
            writeln!(out, "{handle} is a citymaker of this instance now.")?;
            writeln!(out, "  page  {}", instance.urls.absolute(&format!("/@{}", made.handle)))?;
            writeln!(out, "  id    {}", made.uri)?;
        }
        args::Person::Edit { handle, said } => {
            let instance = Instance::existing(&config).await?;
            let mut tx = instance.db.read().await?;
            let known = person::find(&mut tx, &handle).await?;
            drop(tx);
            let described = described(said, Profile::from_json(&known.profile));
            let now = instance.clock.now_ms();
            let changed = person::edit(&instance.db, &who, &handle, described, now).await?;
            writeln!(out, "{} is described anew.", instance.urls.handle(&changed.handle))?;
        }
        args::Person::Suspend { handle, reason } => {
            let instance = Instance::existing(&config).await?;
            let now = instance.clock.now_ms();
            let gone = person::suspend(&instance.db, &who, &handle, &reason, now).await?;
            let handle = instance.urls.handle(&gone.handle);
            writeln!(out, "{handle} has ended; its followers are told.")?;
        }
        args::Person::List => list(&Instance::existing(&config).await?, out).await?,
    }
    Ok(())
}

/// The profile with what was said in place of what was.
fn described(said: args::Said, known: Profile) -> Described {
    let args::Said {
        name,
        summary,
        role,
        city,
        network,
        languages,
        topics,
        avatar_url,
        header_url,
        also_known_as,
        discoverable,
    } = said;
    let list = |said: Vec<String>, known| if said.is_empty() { known } else { said };
    let profile = Profile {
        role: role.or(known.role),
        city: city.or(known.city),
        network: network.or(known.network),
        languages: list(languages, known.languages),
        topics: list(topics, known.topics),
        // The words are about the picture that was.
        avatar_alt: known.avatar_alt.filter(|_| avatar_url.is_none()),
        avatar: avatar_url.or(known.avatar),
        header: header_url.or(known.header),
        also_known_as: list(also_known_as, known.also_known_as),
        discoverable: discoverable.unwrap_or(known.discoverable),
        indexable: known.indexable,
    };
    Described { name, summary, profile: Some(profile) }
}

async fn list(instance: &Instance, out: &mut dyn Write) -> Result<(), Failure> {
    let mut tx = instance.db.read().await?;
    let found = actors::page(&mut tx, Some(ActorKind::Person), "", MOST).await?;
    let now = instance.clock.now_ms();
    let mut table = Table::new(["handle", "name", "since", "followers", "city"]);
    for actor in found {
        let followers = follows::count_followers(&mut tx, &actor.uri).await?;
        table.row([
            format!("@{}", actor.handle),
            actor.name,
            when(actor.created_at, now),
            followers.to_string(),
            Profile::from_json(&actor.profile).city.unwrap_or_default(),
        ]);
    }
    match table.is_empty() {
        true => writeln!(out, "No citymakers yet; `kontor person add HANDLE` makes one.")?,
        false => table.print(out)?,
    }
    Ok(())
}
