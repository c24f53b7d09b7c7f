//! Mail that comes back: what it says of an address, and when nothing more is sent there unasked.

use super::super::{account::secret, notices};
use crate::{
    domain::email::{Email, without_addresses},
    store::{
        Result, Tx, accounts,
        mail_in::{self, Returned},
    },
    urls,
};

/// What a refusal for good, and one that may pass, count.
const HARD: i64 = 4;
const SOFT: i64 = 1;
/// From here on nothing but what its owner asks for is sent to an address.
const SHUT: i64 = 8;
/// What is older than this says nothing any more: 90 days.
const REMEMBERED_MS: i64 = 90 * 86_400_000;
/// What is kept of a refusal.
const SAID_CHARS: usize = 300;

/// Letters that somebody asked for just now: they go to every address, for the next may arrive.
const ASKED: [&str; 8] = [
    "register",
    "register-known",
    "password",
    "address",
    "invitation",
    "contact-confirm",
    "digest-confirm",
    "test",
];

/// Whether such a letter goes out whatever came back before.
pub fn is_asked_for(kind: &str) -> bool {
    ASKED.contains(&kind)
}

/// What a refusal says of the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// Nobody is there.
    Hard,
    /// It may pass: full, or out of order.
    Soft,
    /// Nothing: it is about the letter, or about us.
    Letter,
}

/// Reads the words of a mail server: by its enhanced status (RFC 3463), else by its reply code. None
/// where there is neither.
pub fn grade(said: &str) -> Option<Grade> {
    let words = || said.split(|c: char| !(c.is_ascii_digit() || c == '.'));
    let status = words().find_map(|word| {
        let mut parts = word.trim_end_matches('.').split('.');
        let class: u16 = parts.next()?.parse().ok()?;
        let subject: u16 = parts.next()?.parse().ok()?;
        let detail: u16 = parts.next()?.parse().ok()?;
        (parts.next().is_none() && matches!(class, 2 | 4 | 5)).then_some((class, subject, detail))
    });
    match status {
        Some((5, 2, 2)) => return Some(Grade::Soft),
        Some((5, 0..=2 | 4, _)) => return Some(Grade::Hard),
        Some((4, ..)) => return Some(Grade::Soft),
        Some(_) => return Some(Grade::Letter),
        None => {}
    }
    let code = words().find_map(|word| {
        let code: u16 = word.parse().ok().filter(|_| word.len() == 3)?;
        (400..600).contains(&code).then_some(code)
    });
    code.map(|code| match code {
        552 => Grade::Soft,
        // 554 says no to a transaction, mostly for what it carries.
        554 => Grade::Letter,
        500.. => Grade::Hard,
        _ => Grade::Soft,
    })
}

fn named(email: &Email) -> String {
    secret::hash(&format!("mail {}", email.folded()))
}

/// Writes down that mail to an address was refused. Its owner, if they have an account, is told when
/// that shuts it.
///
/// # Errors
/// When the database does not answer.
pub async fn note(tx: &mut Tx, email: &Email, grade: Grade, said: &str, now: i64) -> Result<()> {
    if grade == Grade::Letter {
        return Ok(());
    }
    let name = named(email);
    let known = mail_in::returned(tx, &name).await?;
    let known = known.filter(|known| known.last_at > now - REMEMBERED_MS);
    let mut returned = known.unwrap_or_else(|| Returned {
        points: 0,
        hard: 0,
        soft: 0,
        said: String::new(),
        first_at: now,
        last_at: now,
        shut_at: None,
    });
    match grade {
        Grade::Hard => {
            (returned.points, returned.hard) = (returned.points + HARD, returned.hard + 1)
        }
        _ => (returned.points, returned.soft) = (returned.points + SOFT, returned.soft + 1),
    }
    returned.said = crate::domain::text::shorten(&without_addresses(said), SAID_CHARS);
    returned.last_at = now;
    let shuts = returned.points >= SHUT && returned.shut_at.is_none();
    if shuts {
        returned.shut_at = Some(now);
    }
    mail_in::save_returned(tx, &name, &returned).await?;
    metrics::counter!("kontor_mail_returned").increment(1);
    if shuts && let Some(account) = accounts::by_email(tx, email).await? {
        let told = notices::Told { who: "", title: "", path: urls::SECURITY, times: 1 };
        notices::tell(tx, &account.id, notices::Kind::MailReturns, told, now).await?;
    }
    Ok(())
}

/// What came back from an address, if that shut it.
///
/// # Errors
/// When the database does not answer.
pub async fn shut(tx: &mut Tx, email: &Email, now: i64) -> Result<Option<Returned>> {
    let known = mail_in::returned(tx, &named(email)).await?;
    Ok(known.filter(|known| known.shut_at.is_some() && known.last_at > now - REMEMBERED_MS))
}

/// The address is as good as new: mail arrives there. False when nothing was known against it.
///
/// # Errors
/// When the database does not answer.
pub async fn reopen(tx: &mut Tx, email: &Email) -> Result<bool> {
    mail_in::forget_returned(tx, &named(email)).await
}

/// Forgets what came in and came back long ago.
///
/// # Errors
/// When the database does not answer.
pub async fn forget_old(tx: &mut Tx, now: i64) -> Result<()> {
    // A key for answers works for years where that is set; a mail is not kept in transit for one.
    const TAKEN_MS: i64 = 365 * 86_400_000;
    mail_in::forget_old(tx, now - TAKEN_MS, now - REMEMBERED_MS).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_about_the_address_counts_against_it() {
        for (said, read) in [
            ("permanent error (550): 5.1.1 <x@y.example>: unknown", Some(Grade::Hard)),
            ("5.4.4 unable to route", Some(Grade::Hard)),
            ("552 5.2.2 mailbox full", Some(Grade::Soft)),
            ("4.4.7 expired", Some(Grade::Soft)),
            ("550 5.7.1 blocked by policy", Some(Grade::Letter)),
            ("552 5.3.4 too large", Some(Grade::Letter)),
            ("550 no such user", Some(Grade::Hard)),
            ("552 quota", Some(Grade::Soft)),
            ("554 no", Some(Grade::Letter)),
            ("450 later", Some(Grade::Soft)),
            ("from 5.1.1.20 in 2026", None),
            ("no answer", None),
        ] {
            assert_eq!(grade(said), read, "{said}");
        }
    }
}
