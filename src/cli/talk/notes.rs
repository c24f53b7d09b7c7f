//! `kontor note`: write, update, delete.

use std::{
    fs::File,
    io::{self, Read, Write},
    path::Path,
};

use super::args;
use crate::{
    app::{
        access::Who,
        note::{self, Draft, MOST_CHARS},
    },
    cli::{failure::Failure, instance::Instance},
    config::Config,
};

pub async fn run(config: Config, command: args::Note, out: &mut dyn Write) -> Result<(), Failure> {
    match command {
        args::Note::Write { text, as_handle, reply_to } => {
            let draft = draft(text)?;
            let instance = Instance::existing(&config).await?;
            let actor = instance.actor(as_handle.as_deref()).await?;
            let (db, now) = (&instance.db, instance.clock.now_ms());
            let (who, reply_to) = (Who::CommandLine, reply_to.as_deref());
            let made = note::write(db, &instance.urls, &who, &actor, draft, reply_to, now).await?;
            writeln!(out, "{} wrote {}", instance.urls.handle(&actor.handle), made.uri)?;
        }
        args::Note::Update { note, text } => {
            let draft = draft(text)?;
            let instance = Instance::existing(&config).await?;
            let now = instance.clock.now_ms();
            note::update(&instance.db, &Who::CommandLine, &note, draft, now).await?;
            writeln!(out, "{note} has its new text.")?;
        }
        args::Note::Delete { note } => {
            let instance = Instance::existing(&config).await?;
            note::delete(&instance.db, &Who::CommandLine, &note, instance.clock.now_ms()).await?;
            writeln!(out, "{note} is deleted.")?;
        }
    }
    Ok(())
}

/// The text from the command itself, from a file or from standard input.
fn draft(asked: args::Text) -> Result<Draft, Failure> {
    let args::Text { text, file, language } = asked;
    let text = match (text, file) {
        (Some(text), _) => text,
        (None, Some(file)) => read(&file)?,
        (None, None) => return Err(Failure::Unusable("give a text, or --file".into())),
    };
    Ok(Draft { text, language })
}

fn read(file: &Path) -> Result<String, Failure> {
    let unreadable =
        |error: io::Error| Failure::Unusable(format!("{} cannot be read: {error}", file.display()));
    let reader: Box<dyn Read> = match file.to_str() {
        Some("-") => Box::new(io::stdin().lock()),
        _ => Box::new(File::open(file).map_err(unreadable)?),
    };
    let mut text = String::new();
    // One more than may be: that it is too long is then said by whoever counts characters.
    reader.take(MOST_CHARS as u64 * 4 + 1).read_to_string(&mut text).map_err(unreadable)?;
    Ok(text)
}
