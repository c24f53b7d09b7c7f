//! `kontor token`: make, list, revoke.

use std::io::{self, Write};

use super::{
    args,
    failure::Failure,
    instance::Instance,
    table::{Table, when, when_known},
};
use crate::{app::access, config::Config, domain::text::clean_line, store::tokens};

/// The label of a token that was made without one.
const USUAL: &str = "admin";
/// Characters of a label.
const MOST: usize = 100;

pub async fn run(
    config: Config,
    command: Option<args::Token>,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    match command {
        None => make(&config, USUAL, out).await,
        Some(args::Token::Make { label }) => make(&config, &label, out).await,
        Some(args::Token::List) => list(&config, out).await,
        Some(args::Token::Revoke { id }) => {
            let instance = Instance::existing(&config).await?;
            access::revoke_token(&instance.db, &id, instance.clock.now_ms()).await?;
            writeln!(out, "Token {id} is no longer valid.")?;
            Ok(())
        }
    }
}

async fn make(config: &Config, label: &str, out: &mut dyn Write) -> Result<(), Failure> {
    let label = clean_line(label);
    if label.trim().is_empty() || label.chars().count() > MOST {
        return Err(Failure::Unusable(format!("a label has 1 to {MOST} characters")));
    }
    let instance = Instance::or_new(config).await?;
    let token = access::make_token(&instance.db, &label, instance.clock.now_ms()).await?;
    // Alone on standard output, so that a script can take it.
    writeln!(out, "{token}")?;
    let api = instance.urls.absolute("/api/v1/admin/");
    writeln!(
        io::stderr(),
        "This token ({label}) is shown this once. Use it as\n  Authorization: Bearer TOKEN\nat {api}"
    )?;
    Ok(())
}

async fn list(config: &Config, out: &mut dyn Write) -> Result<(), Failure> {
    let instance = Instance::existing(config).await?;
    let mut tx = instance.db.read().await?;
    let all = tokens::all(&mut tx).await?;
    drop(tx);
    let now = instance.clock.now_ms();
    let mut table = Table::new(["id", "made", "last used", "state", "label"]);
    for token in all {
        let state = match token.revoked_at {
            Some(at) => format!("revoked {}", when(at, now)),
            None => "valid".into(),
        };
        let (made, used) = (when(token.created_at, now), when_known(token.used_at, now));
        table.row([token.id, made, used, state, token.label]);
    }
    match table.is_empty() {
        true => writeln!(out, "No tokens yet; `kontor token` makes one.")?,
        false => table.print(out)?,
    }
    Ok(())
}
