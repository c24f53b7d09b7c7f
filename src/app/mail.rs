//! Letters to people: composed in their language, queued in the transaction of what they tell.

pub mod keys;
pub mod returns;

use std::sync::Arc;

use askama::Template;

use super::{Error, Result, access::Who, access::record, instance, new_id};
use crate::{
    config::Config,
    domain::{
        email::Email,
        text::{clean_block, clean_line, shorten},
    },
    i18n::{Locale, Speech, Texts},
    store::{
        Db, StoreError, Tx,
        mail::{self, Mail, NewMail},
    },
    urls::Urls,
};

/// Longest subject; names of people and cases can stand in it.
const SUBJECT_CHARS: usize = 200;

/// What letters of this instance need.
#[derive(Clone, Debug)]
pub struct Post {
    pub texts: Arc<Texts>,
    pub urls: Urls,
    /// The network, as people call it.
    pub site: String,
}

impl Post {
    /// Of the instance with these settings.
    pub fn of(config: &Config, urls: &Urls, texts: &Arc<Texts>) -> Self {
        let site = instance::called(config).to_owned();
        Post { texts: texts.clone(), urls: urls.clone(), site }
    }

    /// The texts in the language of this tag.
    pub fn speech(&self, language: &str) -> Speech {
        Speech::new(self.texts.clone(), Locale::from_tag(language).unwrap_or(Locale::En))
    }
}

/// A letter before it is laid out. Every part is plain text, and is cleaned and escaped here.
#[derive(Clone, Debug, Default)]
pub struct Letter {
    /// What it is about, in a word, for the list of mails.
    pub kind: &'static str,
    pub subject: String,
    /// Before the link.
    pub paragraphs: Vec<String>,
    /// What it lists, each with where it leads.
    pub items: Vec<Item>,
    /// What people wrote, shown as a quotation.
    pub quote: Option<String>,
    /// What the link is called, and where it leads.
    pub link: Option<(String, String)>,
    /// After the link.
    pub after: Vec<String>,
    /// Where such letters are ended with one click (RFC 8058); None where there is nothing to end.
    pub unsubscribe: Option<String>,
    /// Where an answer by mail goes; None where nobody reads one.
    pub reply_to: Option<String>,
    /// It must not come twice, even where that means that it may not come.
    pub once: bool,
}

/// Something that a letter lists, in plain text.
#[derive(Clone, Debug)]
pub struct Item {
    pub href: String,
    pub title: String,
    pub text: String,
}

#[derive(Template)]
#[template(path = "mail/letter.html")]
struct HtmlLetter<'a> {
    t: &'a Speech,
    letter: &'a Letter,
    site: &'a str,
    home: String,
    foot: String,
}

/// Queues a letter. It goes out when the transaction is committed, and else never was.
///
/// # Errors
/// When the database does not answer.
pub async fn post(
    tx: &mut Tx,
    by: &Post,
    to: &Email,
    t: &Speech,
    letter: Letter,
    now: i64,
) -> Result<String> {
    let letter = cleaned(letter);
    let foot = t.say1("mail-foot", "site", &by.site);
    let html =
        HtmlLetter { t, letter: &letter, site: &by.site, home: by.urls.home(), foot: foot.clone() };
    let html = html.render().map_err(|error| Error::Invalid(error.to_string()))?;
    let mail = NewMail {
        id: new_id(now),
        kind: letter.kind,
        receiver: to.as_str().to_owned(),
        language: t.tag().to_owned(),
        plain: plain(&letter, &foot, &by.urls.home()),
        subject: letter.subject,
        unsubscribe: letter.unsubscribe.unwrap_or_default(),
        reply_to: letter.reply_to.unwrap_or_default(),
        html,
        once: letter.once,
    };
    mail::insert(tx, &mail, now).await?;
    Ok(mail.id)
}

/// A letter is refused for nothing but the database's trouble; what else there is must not stop others.
pub(super) fn only_store(error: Error) -> StoreError {
    match error {
        Error::Store(error) => error,
        other => {
            StoreError::Inconsistent { table: "mail", column: "html", value: other.to_string() }
        }
    }
}

fn cleaned(letter: Letter) -> Letter {
    let block = |text: String| clean_block(&text).trim().to_owned();
    Letter {
        // A line without controls: it cannot end its header.
        subject: shorten(clean_line(&letter.subject).trim(), SUBJECT_CHARS),
        paragraphs: letter.paragraphs.into_iter().map(block).collect(),
        items: letter
            .items
            .into_iter()
            .map(|item| Item {
                href: item.href,
                title: clean_line(&item.title).trim().to_owned(),
                text: block(item.text),
            })
            .collect(),
        quote: letter.quote.map(block),
        after: letter.after.into_iter().map(block).collect(),
        ..letter
    }
}

fn plain(letter: &Letter, foot: &str, home: &str) -> String {
    let mut parts: Vec<String> = letter.paragraphs.clone();
    let items = letter.items.iter();
    parts.extend(items.map(|item| format!("* {}\n{}\n{}", item.title, item.text, item.href)));
    parts.extend(letter.quote.as_ref().map(|quote| {
        let lines = quote.lines().map(|line| format!("> {line}").trim_end().to_owned());
        lines.collect::<Vec<_>>().join("\n")
    }));
    parts.extend(letter.link.as_ref().map(|(label, href)| format!("{label}:\n{href}")));
    parts.extend(letter.after.iter().cloned());
    parts.push(format!("-- \n{foot}\n{home}"));
    let mut text = parts.join("\n\n");
    text.push('\n');
    text
}

/// A mail that ended is tried once more, if its text was kept.
///
/// # Errors
/// `NotFound` when there is none, `Conflict` when its text is forgotten or it is under way.
pub async fn retry(db: &Db, who: &Who, id: &str, now: i64) -> Result<Mail> {
    let mut tx = db.begin().await?;
    let found = mail::find(&mut tx, id).await?;
    let found = found.ok_or_else(|| Error::NotFound(format!("mail {}", clean_line(id))))?;
    if !mail::retry(&mut tx, id, now).await? {
        let why = format!("{id} is {}: there is nothing to send again", found.state);
        return Err(Error::Conflict(why));
    }
    record(&mut tx, who, "mail.retried", id, &found.kind, now).await?;
    tx.commit().await?;
    Ok(found)
}

/// A mail that waits, or ended with its text, is not sent.
///
/// # Errors
/// `NotFound` when there is none, `Conflict` when it is under way or was sent.
pub async fn discard(db: &Db, who: &Who, id: &str, now: i64) -> Result<Mail> {
    let mut tx = db.begin().await?;
    let found = mail::find(&mut tx, id).await?;
    let found = found.ok_or_else(|| Error::NotFound(format!("mail {}", clean_line(id))))?;
    if !mail::discard(&mut tx, id, "dropped by hand", now).await? {
        return Err(Error::Conflict(format!("{id} is {}: nothing waits", found.state)));
    }
    record(&mut tx, who, "mail.dropped", id, &found.kind, now).await?;
    tx.commit().await?;
    Ok(found)
}

/// Queues a letter that says nothing but that mail arrives; returns its id.
///
/// # Errors
/// When the database does not answer.
pub async fn test(db: &Db, by: &Post, to: &Email, t: &Speech, now: i64) -> Result<String> {
    let letter = Letter {
        kind: "test",
        subject: t.say1("mail-test-subject", "site", &by.site),
        paragraphs: vec![t.say1("mail-test-text", "site", &by.site)],
        ..Letter::default()
    };
    let mut tx = db.begin().await?;
    let id = post(&mut tx, by, to, t, letter, now).await?;
    tx.commit().await?;
    Ok(id)
}

/// Why a letter that waits is not worth sending any more: what it tells is over, its links have
/// expired, or nothing arrives at its address. It may have waited long, or come out of a backup.
///
/// # Errors
/// When the database does not answer.
pub async fn is_too_late(
    tx: &mut Tx,
    mail: &Mail,
    now: i64,
) -> crate::store::Result<Option<&'static str>> {
    const HOUR_MS: i64 = 3_600_000;
    let use_ms = HOUR_MS
        * match mail.kind.as_str() {
            "register" | "password" => 24,
            "address" | "contact-confirm" | "alert" | "digest" | "notices" => 3 * 24,
            // As long as mail is tried at all.
            _ => 5 * 24,
        };
    if now - mail.created_at > use_ms {
        return Ok(Some("it waited so long that what it says is over"));
    }
    let Ok(email) = Email::parse(&mail.receiver) else { return Ok(None) };
    let is_shut =
        !returns::is_asked_for(&mail.kind) && returns::shut(tx, &email, now).await?.is_some();
    Ok(is_shut.then_some("mail to this address comes back"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_are_called_writes_no_headers_and_no_markup() {
        let letter = cleaned(Letter {
            subject: "Hello\r\nBcc: all@example.org\u{202e}".into(),
            paragraphs: vec!["<b>Ana</b>\r\n\u{7}".into()],
            ..Letter::default()
        });
        assert!(!letter.subject.contains(['\r', '\n', '\u{202e}']), "{:?}", letter.subject);
        let texts = Arc::new(Texts::embedded());
        let t = Speech::new(texts, Locale::Ar);
        let html =
            HtmlLetter { t: &t, letter: &letter, site: "<i>", home: "x".into(), foot: "f".into() };
        let html = html.render().unwrap();
        assert!(html.contains("dir=\"rtl\"") && html.contains("&#60;b&#62;Ana"), "{html}");
    }

    #[test]
    fn the_plain_text_says_what_the_other_says() {
        let letter = Letter {
            paragraphs: vec!["One.".into()],
            items: vec![Item {
                href: "https://a.example/c".into(),
                title: "C".into(),
                text: "c".into(),
            }],
            quote: Some("two\n\nthree".into()),
            link: Some(("Go".into(), "https://a.example/x?y=1".into())),
            after: vec!["Four.".into()],
            ..Letter::default()
        };
        let text = plain(&letter, "Foot", "https://a.example/");
        assert_eq!(
            text,
            "One.\n\n* C\nc\nhttps://a.example/c\n\n> two\n>\n> three\n\nGo:\nhttps://a.example/x?y=1\n\nFour.\n\n-- \nFoot\nhttps://a.example/\n"
        );
    }
}
