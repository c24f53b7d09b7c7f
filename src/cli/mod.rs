//! The command line: every command reads the settings, does its work in the database, says it.

mod accounts;
mod applications;
mod args;
mod args_governing;
mod cases;
mod compare;
mod deliveries;
mod desk;
mod domain_lists;
mod export;
mod failure;
mod feeds;
mod follows;
mod import;
mod import_sheet;
mod instance;
mod keys;
mod mail;
mod media;
mod peers;
mod preview;
mod quarantine;
mod relays;
mod serve;
mod settings;
mod suggestions;
mod table;
mod talk;
mod tokens;

use std::{
    io::{self, Write},
    process::ExitCode,
    time::Duration,
};

use clap::Parser as _;

use self::{
    args::{Cli, Command, Place},
    failure::Failure,
};
use crate::{
    bench,
    config::{Config, Log, Overrides},
    demo, telemetry,
};

/// Runs the command of this process. The exit codes are explained in `kontor --help`.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Help that nobody reads to its end is no failure.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return Failure::Unusable(format!("no threads to run on: {error}")).tell(),
    };
    let done = runtime.block_on(run(cli, &mut io::stdout()));
    // A name look-up that still hangs in its thread must not hold up the end.
    runtime.shutdown_timeout(Duration::from_secs(2));
    done.unwrap_or_else(Failure::tell)
}

async fn run(cli: Cli, out: &mut dyn Write) -> Result<ExitCode, Failure> {
    let Cli { place, command } = cli;
    match command {
        Command::Serve(args) => {
            let mut overrides = place.overrides();
            overrides.bind = args.bind.map(|address| address.to_string());
            overrides.domain = args.domain.clone();
            let config = load(&place, &overrides)?;
            serve::serve(config, &place, args.stop_with_stdin).await?;
        }
        Command::Health => serve::health(&load(&place, &place.overrides())?, out).await?,
        Command::Import(args) => return import::import(quiet(&place)?, &args, out).await,
        Command::Export(args) => export::export(quiet(&place)?, &args, out).await?,
        Command::Case(command) => cases::run(quiet(&place)?, command, out).await?,
        Command::Preview(args) => preview::preview(quiet(&place)?, &args, out).await?,
        Command::Follow(args) => follows::follow(quiet(&place)?, &args, out).await?,
        Command::Unfollow(args) => follows::unfollow(quiet(&place)?, &args, out).await?,
        Command::Following => follows::following(quiet(&place)?, out).await?,
        Command::ReadAgain { host } => follows::read_again(quiet(&place)?, &host, out).await?,
        Command::Comment(command) => talk::comments::run(quiet(&place)?, command, out).await?,
        Command::Note(command) => talk::notes::run(quiet(&place)?, command, out).await?,
        Command::Person(command) => talk::people::run(quiet(&place)?, command, out).await?,
        Command::Account(command) => accounts::run(quiet(&place)?, command, out).await?,
        Command::Mail(command) => mail::run(quiet(&place)?, command, out).await?,
        Command::Media(command) => media::run(quiet(&place)?, command, out).await?,
        Command::Report(command) => talk::reports::reports(quiet(&place)?, command, out).await?,
        Command::Message(command) => talk::reports::messages(quiet(&place)?, command, out).await?,
        Command::Quote(command) => talk::reports::quotes(quiet(&place)?, command, out).await?,
        Command::Feed(command) => feeds::run(quiet(&place)?, command, out).await?,
        Command::Keys(command) => keys::run(quiet(&place)?, command, out).await?,
        Command::Compare { host, timeout } => {
            compare::run(quiet(&place)?, host.as_deref(), timeout, out).await?
        }
        Command::Peers { command } => peers::run(quiet(&place)?, command, out).await?,
        Command::Apply(args) => applications::apply(quiet(&place)?, args, out).await?,
        Command::Applications(command) => applications::run(quiet(&place)?, command, out).await?,
        Command::Suggestions(command) => suggestions::run(quiet(&place)?, command, out).await?,
        Command::Relay(command) => relays::run(quiet(&place)?, command, out).await?,
        Command::Desk(command) => desk::run(quiet(&place)?, command, out).await?,
        Command::Quarantine(command) => quarantine::run(quiet(&place)?, command, out).await?,
        Command::Deliveries(args) => deliveries::run(quiet(&place)?, &args, out).await?,
        Command::Token { command } => tokens::run(quiet(&place)?, command, out).await?,
        Command::Config(command) => {
            settings::run(&load(&place, &place.overrides())?, command, out)?
        }
        Command::Bench(args) => {
            let args::Bench { parts, cases, postgres, keep } = args;
            let options = bench::Options { parts, cases, postgres, keep };
            bench::run(options, out).await.map_err(|error| Failure::Refused(error.to_string()))?;
        }
        Command::Demo(args) => {
            let args::Demo { dir, database, once, ports, timeout } = args;
            let timeout = Duration::from_secs(timeout);
            let program = program();
            let options = demo::Options { dir, database, once, ports, timeout, program };
            demo::run(options, out).await.map_err(|error| match error {
                demo::DemoError::Unread => Failure::Unread,
                demo::DemoError::Start(message) => Failure::Unusable(message),
                demo::DemoError::Failed(message) => Failure::Refused(message),
            })?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn load(place: &Place, overrides: &Overrides) -> Result<Config, Failure> {
    Ok(Config::load(place.config.clone(), overrides, std::env::vars_os())?)
}

/// The settings for a command that is over in a moment: its log shows warnings, unless a level
/// was asked for.
fn quiet(place: &Place) -> Result<Config, Failure> {
    let mut config = load(place, &place.overrides())?;
    if config.log.level == Log::default().level && place.log_level.is_none() {
        config.log.level = "warn".into();
    }
    telemetry::init(&config.log);
    Ok(config)
}

/// This program as it was called, for commands that we tell people to type.
fn program() -> String {
    std::env::args_os()
        .next()
        .and_then(|name| name.into_string().ok())
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| "kontor".into())
}

/// A part of a command as a shell takes it.
fn quoted(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "/._-:@,+=".contains(c);
    match !text.is_empty() && text.chars().all(plain) {
        true => text.to_owned(),
        false => format!("'{}'", text.replace('\'', r"'\''")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_commands_are_well_formed() {
        use clap::CommandFactory as _;
        Cli::command().debug_assert();
    }

    #[test]
    fn a_path_with_a_blank_can_be_pasted_into_a_shell() {
        assert_eq!(quoted("/data/kontor"), "/data/kontor");
        assert_eq!(quoted("it's here"), r"'it'\''s here'");
    }
}
