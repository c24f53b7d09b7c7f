//! `kontor media`: pictures and documents that are kept here.

use std::io::Write;

use clap::Subcommand;

use super::{failure::Failure, instance::Instance};
use crate::{
    app::{
        access::Who,
        removal::{self, Kept, NotRemoved, Speaks},
    },
    config::Config,
    media::Vault,
};

#[derive(Debug, Subcommand)]
pub enum Media {
    /// Remove a picture for good, in all its sizes, or a document
    ///
    /// A pattern takes the place of a picture. The copy of a partner's picture is not loaded again.
    /// Cases name a document that was removed, and offer it no longer. Other servers may keep copies
    /// of their own.
    Remove {
        /// Its address, as a page shows it, or its id
        address: String,
        /// Although a case, a draft or a person still shows it
        #[arg(long)]
        yes: bool,
    },
}

pub async fn run(config: Config, command: Media, out: &mut dyn Write) -> Result<(), Failure> {
    let instance = Instance::existing(&config).await?;
    let Media::Remove { address, yes } = command;
    let (kept, speaks) = removal::find(&instance.db, &instance.urls, &address).await?;
    if !speaks.is_empty() && !yes {
        let all: Vec<String> = speaks.iter().map(|one| format!("\n  {}", said(one))).collect();
        let still = match &kept {
            Kept::Document(_) => "the document is still linked",
            Kept::Own(_) | Kept::Copy(_) => "the picture is still shown",
        };
        return Err(Failure::Refused(format!(
            "{still}; with --yes it is removed all the same:{}",
            all.concat()
        )));
    }
    let (vault, now) = (Vault::of(&config), instance.clock.now_ms());
    let place = (&instance.db, &instance.urls, &vault);
    removal::remove(place, &Who::CommandLine, &kept, now).await.map_err(failed)?;
    match &kept {
        Kept::Own(picture) => writeln!(out, "The picture {} is removed.", picture.id)?,
        Kept::Copy(copy) => {
            writeln!(out, "The copy of {} is removed and not loaded again.", copy.url)?;
        }
        Kept::Document(document) => writeln!(out, "The document {} is removed.", document.id)?,
    }
    let instead = match &kept {
        Kept::Document(_) => "It is named and offered no longer",
        Kept::Own(_) | Kept::Copy(_) => "A pattern takes its place",
    };
    for one in &speaks {
        writeln!(out, "{instead}: {}", said(one))?;
    }
    Ok(())
}

fn said(one: &Speaks) -> String {
    match one {
        Speaks::Case(title, page) => format!("case “{title}”, {page}"),
        Speaks::Draft(title, id) if title.is_empty() => format!("draft without a title, {id}"),
        Speaks::Draft(title, id) => format!("draft “{title}”, {id}"),
        Speaks::Person(name) => format!("person {name}"),
    }
}

fn failed(error: NotRemoved) -> Failure {
    match error {
        NotRemoved::Other(error) => error.into(),
        NotRemoved::Vault(error) => Failure::Unusable(super::failure::chain(&error)),
    }
}
