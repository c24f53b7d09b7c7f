//! `kontor account`: who may sign in, with which role; made, suspended, restored.

use std::{
    io::{self, Write},
    sync::Arc,
};

use clap::{Args, Subcommand, ValueEnum};
use serde_json::json;
use url::form_urlencoded::byte_serialize;

use super::{
    failure::Failure,
    instance::Instance,
    table::{Table, when, when_known},
};
use crate::{
    app::{
        access::Who,
        account::{self, NewAccount, codes, register},
        mail::Post,
    },
    clock::rfc3339,
    config::Config,
    domain::{account::Role, email::Email},
    i18n::{Locale, Texts},
    store::accounts::{self, Account, AccountState},
};

/// Most rows of a list.
const MOST: i64 = 10_000;

#[derive(Debug, Subcommand)]
pub enum Accounts {
    /// Make an account, and a link that lets its owner choose a password
    Add(Add),
    /// Those who may sign in, and those who wait
    List {
        /// Only those in this state
        #[arg(long, value_enum)]
        state: Option<State>,
        /// One JSON object a line
        #[arg(long)]
        json: bool,
    },
    /// Invite somebody by mail; prints the link, too
    Invite {
        /// Address of mail
        email: String,
        /// What they will be
        #[arg(long, default_value = "citymaker", value_parser = role)]
        role: Role,
        /// Language of the mail, such as es [default: the network's]
        #[arg(long, value_name = "TAG")]
        language: Option<String>,
    },
    /// Let somebody in who waits
    Approve {
        /// Handle or address
        account: String,
    },
    /// Do not let somebody in who waits; what they gave is forgotten
    Decline {
        /// Handle or address
        account: String,
        /// Kept with the decision, not told
        #[arg(long, default_value = "")]
        reason: String,
    },
    /// A new link to choose a password; the one before ends
    Link {
        /// Handle or address
        account: String,
    },
    /// Give an account another role; it has to sign in again
    Role {
        /// Handle or address
        account: String,
        #[arg(value_parser = role)]
        role: Role,
    },
    /// End the one-time codes of somebody who lost the app and the recovery codes
    NoCodes {
        /// Handle or address
        account: String,
    },
    /// Let a person sign in only to read why, to answer and to leave
    Suspend {
        /// Handle or address
        account: String,
        /// The person reads it
        #[arg(long)]
        reason: String,
    },
    /// Take a suspension back
    Restore {
        /// Handle or address
        account: String,
    },
}

#[derive(Debug, Args)]
pub struct Add {
    /// Address of mail, which is also the name to sign in with
    pub email: String,
    /// The part before the host: ana, for @ana@HOST
    #[arg(long)]
    pub handle: String,
    /// As people read it
    #[arg(long)]
    pub name: String,
    /// citymaker, contributor, reviewer, editor, network-admin or instance-admin
    #[arg(long, default_value = "citymaker", value_parser = role)]
    pub role: Role,
    /// Language of the mails, such as es [default: the network's]
    #[arg(long, value_name = "TAG")]
    pub language: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum State {
    Waiting,
    Active,
    Suspended,
}

impl From<State> for AccountState {
    fn from(state: State) -> Self {
        match state {
            State::Waiting => AccountState::Waiting,
            State::Active => AccountState::Active,
            State::Suspended => AccountState::Suspended,
        }
    }
}

fn role(id: &str) -> Result<Role, String> {
    Role::from_id(id).ok_or_else(|| {
        let known: Vec<_> = Role::ALL.iter().map(|role| role.id()).collect();
        format!("there are the roles {}", known.join(", "))
    })
}

pub async fn run(config: Config, command: Accounts, out: &mut dyn Write) -> Result<(), Failure> {
    let who = Who::CommandLine;
    if let Accounts::Add(args) = command {
        return add(&config, args, out).await;
    }
    let instance = Instance::existing(&config).await?;
    let (db, now) = (&instance.db, instance.clock.now_ms());
    match command {
        Accounts::Add(_) => {}
        Accounts::List { state, json } => list(&instance, state, json, now, out).await?,
        Accounts::Invite { email, role, language } => {
            let email = read(&email)?;
            let language = tag(&config, language);
            let post = post(&config, &instance);
            let link = register::invite(db, &post, &who, &email, role, &language, now).await?;
            writeln!(out, "{link}")?;
            writeln!(
                io::stderr(),
                "The same link goes to {email} by mail. It works for two weeks."
            )?;
        }
        Accounts::Approve { account } => {
            let post = post(&config, &instance);
            let found = register::approve(db, &post, &who, &account, now).await?;
            writeln!(out, "@{} can sign in now, and is told by mail.", found.handle)?;
        }
        Accounts::Decline { account, reason } => {
            let gone = register::decline(db, &who, &account, &reason, now).await?;
            writeln!(out, "@{} is not let in; what they gave is forgotten.", gone.handle)?;
        }
        Accounts::Link { account } => {
            let (found, key) = account::password_key(db, &who, &account, now).await?;
            tell_link(&instance, &found, &key, out)?;
        }
        Accounts::Role { account, role } => {
            let found = account::set_role(db, &who, &account, role, now).await?;
            writeln!(out, "@{} is {} now, and signs in again.", found.handle, role.id())?;
        }
        Accounts::NoCodes { account } => {
            let found = codes::reset(db, &who, &account, now).await?;
            writeln!(out, "@{} signs in by the password alone.", found.handle)?;
        }
        Accounts::Suspend { account, reason } => {
            let found = account::suspend(db, &who, &account, &reason, now).await?;
            writeln!(out, "@{} is suspended, and signed out everywhere.", found.handle)?;
        }
        Accounts::Restore { account } => {
            let found = account::restore(db, &who, &account, now).await?;
            writeln!(out, "@{} can use the account again.", found.handle)?;
        }
    }
    Ok(())
}

async fn add(config: &Config, args: Add, out: &mut dyn Write) -> Result<(), Failure> {
    let Add { email, handle, name, role, language } = args;
    let email = read(&email)?;
    let language = tag(config, language);
    let new = NewAccount { email, handle, name, role, language };
    let instance = Instance::or_new(config).await?;
    let now = instance.clock.now_ms();
    let (made, key) =
        account::add(&instance.db, &instance.urls, &Who::CommandLine, new, now).await?;
    tell_link(&instance, &made, &key, out)
}

fn read(email: &str) -> Result<Email, Failure> {
    Email::parse(email).map_err(|error| Failure::Unusable(error.to_string()))
}

/// One of our languages: as it was asked for, or the network's.
fn tag(config: &Config, asked: Option<String>) -> String {
    let asked = asked.unwrap_or_else(|| config.network.language.clone());
    Locale::from_tag(&asked).map_or(Locale::En.tag(), Locale::tag).to_owned()
}

fn post(config: &Config, instance: &Instance) -> Post {
    Post::of(config, &instance.urls, &Arc::new(Texts::embedded()))
}

/// The link alone on standard output, so that a script can take it.
fn tell_link(
    instance: &Instance,
    account: &Account,
    key: &str,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let key: String = byte_serialize(key.as_bytes()).collect();
    writeln!(out, "{}", instance.urls.absolute(&format!("/password?key={key}")))?;
    writeln!(
        io::stderr(),
        "This link lets {} (@{}, {}) choose a password. It works once, for a day.",
        account.email,
        account.handle,
        account.role.id()
    )?;
    Ok(())
}

async fn list(
    instance: &Instance,
    state: Option<State>,
    as_json: bool,
    now: i64,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let mut tx = instance.db.read().await?;
    let found = accounts::page(&mut tx, state.map(AccountState::from), "", MOST).await?;
    drop(tx);
    if as_json {
        for account in found {
            let line = json!({
                "id": account.id, "handle": account.handle, "name": account.name,
                "email": account.email, "role": account.role.id(), "state": account.state.id(),
                "note": account.state_note, "appeal": account.appeal,
                "created": rfc3339(account.created_at),
                "signedIn": account.signed_in_at.map(rfc3339),
                "oneTimeCodes": account.totp.is_some(),
            });
            writeln!(out, "{line}")?;
        }
        return Ok(());
    }
    let mut table = Table::new(["handle", "name", "role", "state", "since", "signed in", "mail"]);
    for account in found {
        let state = match account.appealed_at {
            Some(_) => format!("{}, appeals", account.state.id()),
            None => account.state.id().to_owned(),
        };
        table.row([
            format!("@{}", account.handle),
            account.name,
            account.role.id().to_owned(),
            state,
            when(account.created_at, now),
            when_known(account.signed_in_at, now),
            account.email,
        ]);
    }
    match table.is_empty() {
        true => writeln!(out, "No accounts; `kontor account add EMAIL` makes one.")?,
        false => table.print(out)?,
    }
    Ok(())
}
