//! `kontor mail`: what was written to people, what became of it, and trying again; what comes in.

use std::{
    io::{Read, Write},
    sync::Arc,
    time::Duration,
};

use clap::{Subcommand, builder::PossibleValuesParser};
use serde_json::json;

use super::{
    failure::Failure,
    instance::Instance,
    table::{Table, when, when_known},
};
use crate::{
    app::{
        access::Who,
        answers::{Answers, Taken},
        mail::{self, Post, returns},
    },
    clock::rfc3339,
    config::Config,
    domain::{
        email::Email,
        text::{clean_block, clean_line, shorten},
    },
    i18n::Texts,
    mail as handling,
    store::{mail as stored, mail_in},
};

/// How long a test mail is watched.
const WATCHED: Duration = Duration::from_secs(20);

/// Most rows of a list.
const MOST: i64 = 1_000;

#[derive(Debug, Subcommand)]
pub enum Mail {
    /// The newest mails, and what became of them
    List {
        /// Only those in this state
        #[arg(long, value_parser = PossibleValuesParser::new(stored::STATES))]
        state: Option<String>,
        /// One JSON object a line, without the text
        #[arg(long)]
        json: bool,
    },
    /// One mail, with its text while that is kept
    Show {
        /// Its id, as the list shows it
        id: String,
    },
    /// Send one again that bounced, was given up or is unsure, or one that waits at once
    Retry {
        /// Its id
        id: String,
    },
    /// Do not send one that waits; its text is forgotten
    Drop {
        /// Its id
        id: String,
    },
    /// How many mails are in which state, how many addresses mail comes back from, and how the mailbox
    /// is
    Status,
    /// Send a mail that says nothing but that mail arrives, and say what became of it
    Test {
        /// To whom
        address: String,
    },
    /// Send everything to an address again from which mail came back
    Reopen { address: String },
    /// Take in one mail from standard input, for mail servers that hand mail to a program
    ///
    /// Exit codes: 0 it was taken in, or was taken in before; 1 it is not for us; 2 try it again.
    Receive {
        /// The address it was delivered to, where its head does not say so
        #[arg(long = "to", value_name = "ADDRESS")]
        to: Option<String>,
    },
}

pub async fn run(config: Config, command: Mail, out: &mut dyn Write) -> Result<(), Failure> {
    let instance = Instance::existing(&config).await?;
    let now = instance.clock.now_ms();
    match command {
        Mail::List { state, json } => list(&instance, state.as_deref(), json, now, out).await?,
        Mail::Show { id } => {
            let found = stored::find(&mut instance.db.read().await?, &id).await?;
            let found = found.ok_or_else(|| Failure::Refused(format!("there is no mail {id}")))?;
            show(&found, now, out)?;
        }
        Mail::Retry { id } => {
            let found = mail::retry(&instance.db, &Who::CommandLine, &id, now).await?;
            writeln!(out, "The mail to {} is sent again.", clean_line(&found.receiver))?;
        }
        Mail::Drop { id } => {
            let found = mail::discard(&instance.db, &Who::CommandLine, &id, now).await?;
            writeln!(out, "The mail to {} is not sent.", clean_line(&found.receiver))?;
        }
        Mail::Status => status(&config, &instance, now, out).await?,
        Mail::Test { address } => test(&config, &instance, &parsed(&address)?, out).await?,
        Mail::Reopen { address } => {
            let mut tx = instance.db.begin().await?;
            let known = returns::reopen(&mut tx, &parsed(&address)?).await?;
            tx.commit().await?;
            match known {
                true => writeln!(out, "Everything is sent there again.")?,
                false => writeln!(out, "No mail came back from there.")?,
            }
        }
        Mail::Receive { to } => receive(&config, &instance, to.as_deref(), now, out).await?,
    }
    Ok(())
}

fn parsed(address: &str) -> Result<Email, Failure> {
    Email::parse(address).map_err(|error| Failure::Refused(error.to_string()))
}

async fn status(
    config: &Config,
    instance: &Instance,
    now: i64,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let mut tx = instance.db.read().await?;
    let mut table = Table::new(["state", "mails"]);
    for state in stored::STATES {
        let count = stored::count(&mut tx, Some(state)).await?;
        if count > 0 {
            table.row([state.to_owned(), count.to_string()]);
        }
    }
    match table.is_empty() {
        true => writeln!(out, "Nobody was written to.")?,
        false => table.print(out)?,
    }
    let mail_in::Returns { addresses, shut, hard, soft } = mail_in::returns(&mut tx).await?;
    writeln!(
        out,
        "\nAddresses that mail came back from: {addresses}; of them shut to all but what their owners \
         ask for: {shut}. Refusals for good: {hard}, for now: {soft}."
    )?;
    let inbox = config.mail.inbox().map_err(Failure::Unusable)?;
    let looked = match &inbox {
        Some(inbox) => mail_in::mailbox(&mut tx, &handling::name_of(inbox)).await?,
        None => None,
    };
    match looked {
        None if inbox.is_none() => writeln!(out, "No mailbox is read.")?,
        None => writeln!(out, "The mailbox was not looked at yet: does the server run?")?,
        Some(known) => {
            let when = when_known(known.looked_at, now);
            let how = if known.fault.is_empty() { "all is well" } else { known.fault.as_str() };
            writeln!(out, "The mailbox was looked at {when}: {}", clean_line(how))?;
        }
    }
    Ok(())
}

async fn test(
    config: &Config,
    instance: &Instance,
    to: &Email,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let by = Post::of(config, &instance.urls, &Arc::new(Texts::embedded()));
    let t = by.speech(&config.network.language);
    let id = mail::test(&instance.db, &by, to, &t, instance.clock.now_ms()).await?;
    let began = std::time::Instant::now();
    loop {
        let found = stored::find(&mut instance.db.read().await?, &id).await?;
        let found = found.ok_or_else(|| Failure::Refused(format!("there is no mail {id}")))?;
        let answer = clean_line(&found.answer);
        match found.state.as_str() {
            "sent" => {
                writeln!(out, "The mail server took {id}: {answer}")?;
                return Ok(());
            }
            "filed" => {
                writeln!(out, "No mail server is set (mail.smtp): {id} is in {answer}")?;
                return Ok(());
            }
            "waiting" | "handing" if answer.is_empty() && began.elapsed() < WATCHED => {
                tokio::time::sleep(Duration::from_millis(200)).await;
            }
            "waiting" | "handing" if answer.is_empty() => {
                let why = format!("{id} waits: does the server (kontor serve) run?");
                return Err(Failure::Refused(why));
            }
            state => return Err(Failure::Refused(format!("{id} is {state}: {answer}"))),
        }
    }
}

async fn receive(
    config: &Config,
    instance: &Instance,
    to: Option<&str>,
    now: i64,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let from = handling::sender(config, instance.urls.host());
    let texts = Arc::new(Texts::embedded());
    let Some(answers) = Answers::of(&instance.db, config, &instance.urls, &texts, &from) else {
        let why = "mail.answers is not set: no mail comes in here";
        return Err(Failure::Unusable(why.into()));
    };
    let mut raw = Vec::new();
    let most = u64::try_from(handling::LARGEST).unwrap_or(u64::MAX) + 1;
    std::io::stdin().lock().take(most).read_to_end(&mut raw)?;
    let mail = handling::read(&raw, to, answers.base());
    let said = match answers.take(&mail, now).await? {
        Taken::Answer => "An answer was delivered.",
        Taken::Refused(_) => "An answer could not be delivered; its sender is told.",
        Taken::Bounce => "A mail that came back was noted.",
        Taken::Automatic => "A machine answered: nothing was to be done.",
        Taken::Again => "It was taken in before.",
        Taken::NotOurs => {
            return Err(Failure::Refused("it is no answer to a mail of this site".into()));
        }
    };
    writeln!(out, "{said}")?;
    Ok(())
}

async fn list(
    instance: &Instance,
    state: Option<&str>,
    as_json: bool,
    now: i64,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let found = stored::page(&mut instance.db.read().await?, state, None, MOST).await?;
    if as_json {
        for mail in found {
            let line = json!({
                "id": mail.id, "kind": mail.kind, "to": mail.receiver, "subject": mail.subject,
                "language": mail.language, "state": mail.state, "tries": mail.tries,
                "answer": mail.answer, "made": rfc3339(mail.created_at),
                "ended": mail.ended_at.map(rfc3339),
            });
            writeln!(out, "{line}")?;
        }
        return Ok(());
    }
    let mut table = Table::new(["id", "made", "to", "state", "subject", "answer"]);
    for mail in found {
        let state = match mail.state.as_str() {
            "waiting" if mail.tries > 0 => format!("again {}", when(mail.next_try, now)),
            state => state.to_owned(),
        };
        table.row([
            mail.id,
            when(mail.created_at, now),
            mail.receiver,
            state,
            shorten(&mail.subject, 40),
            shorten(&mail.answer, 80),
        ]);
    }
    match table.is_empty() {
        true => writeln!(out, "Nobody was written to.")?,
        false => table.print(out)?,
    }
    Ok(())
}

fn show(mail: &stored::Mail, now: i64, out: &mut dyn Write) -> Result<(), Failure> {
    for (label, value) in [
        ("to", mail.receiver.as_str()),
        ("subject", &mail.subject),
        ("kind", &mail.kind),
        ("language", &mail.language),
        ("made", &when(mail.created_at, now)),
        ("state", &mail.state),
        ("tries", &mail.tries.to_string()),
        ("ended", &when_known(mail.ended_at, now)),
        ("answer", &mail.answer),
    ] {
        if !value.is_empty() {
            writeln!(out, "{label:<9} {}", clean_line(value))?;
        }
    }
    match mail.plain.is_empty() {
        true => writeln!(out, "\nThe text was forgotten when it was sent.")?,
        false => writeln!(out, "\n{}", clean_block(&mail.plain))?,
    }
    Ok(())
}
