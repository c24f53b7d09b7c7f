//! Tokens for the admin API, and the record of who did what.

use super::{Error, Result, new_id};
use crate::store::{
    Db, Tx,
    audit::{self, Act},
    tokens::{self, Token},
};
use aws_lc_rs::digest;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

/// Who does something: shown in the audit log.
#[derive(Clone, Debug)]
pub enum Who {
    CommandLine,
    /// A program with the token of this label.
    Token(String),
    /// Somebody with an account, by their handle.
    Member(String),
    /// Somebody without an account, who holds the link to a conversation.
    Reader,
}

impl std::fmt::Display for Who {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Who::CommandLine => write!(f, "command line"),
            Who::Token(label) => write!(f, "token {label}"),
            Who::Member(handle) => write!(f, "@{handle}"),
            Who::Reader => write!(f, "a reader"),
        }
    }
}

/// Notes an editorial or administrative act in the transaction that does it.
pub async fn record(
    tx: &mut Tx,
    who: &Who,
    what: &str,
    subject: &str,
    note: &str,
    now: i64,
) -> Result<()> {
    let act = Act {
        id: new_id(now),
        at: now,
        who: who.to_string(),
        what: what.to_owned(),
        subject: subject.to_owned(),
        note: note.to_owned(),
    };
    Ok(audit::append(tx, &act).await?)
}

const PREFIX: &str = "kontor_";

/// Makes a token; it is returned this once, and only its hash is kept.
pub async fn make_token(db: &Db, label: &str, now: i64) -> Result<String> {
    let mut bytes = [0; 32];
    aws_lc_rs::rand::fill(&mut bytes).expect("the system has a source of randomness");
    let token = format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(bytes));
    let mut tx = db.begin().await?;
    let id = new_id(now);
    tokens::insert(&mut tx, &id, &hash(&token), label, now).await?;
    record(&mut tx, &Who::CommandLine, "token.made", &id, label, now).await?;
    tx.commit().await?;
    Ok(token)
}

/// The token's entry, when it is valid. Looked up by its hash, so timing tells nothing.
pub async fn check_token(db: &Db, token: &str, now: i64) -> Result<Option<Token>> {
    if !token.starts_with(PREFIX) || token.len() > 100 {
        return Ok(None);
    }
    let mut tx = db.read().await?;
    let Some(found) = tokens::by_hash(&mut tx, &hash(token)).await? else {
        return Ok(None);
    };
    drop(tx);
    if found.used_at.unwrap_or(0) < now - 60_000 {
        let mut tx = db.begin().await?;
        tokens::touch(&mut tx, &found.id, now).await?;
        tx.commit().await?;
    }
    Ok(Some(found))
}

pub async fn revoke_token(db: &Db, id: &str, now: i64) -> Result<()> {
    let mut tx = db.begin().await?;
    if !tokens::revoke(&mut tx, id, now).await? {
        return Err(Error::NotFound(format!("valid token {id}")));
    }
    record(&mut tx, &Who::CommandLine, "token.revoked", id, "", now).await?;
    tx.commit().await?;
    Ok(())
}

fn hash(token: &str) -> String {
    URL_SAFE_NO_PAD.encode(digest::digest(&digest::SHA256, token.as_bytes()))
}
