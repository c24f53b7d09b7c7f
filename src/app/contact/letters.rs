//! The mails of private messages: none holds an address of the other side. What is answered by mail
//! comes to an address of ours with a key.

use super::{Exchange, Refusal, Result, address_of, secret};
use crate::{
    app::{
        mail::{
            self, Letter,
            keys::{self, Keys},
        },
        notices,
    },
    domain::email::Email,
    i18n::Speech,
    store::{
        Tx, accounts, contact,
        conversations::{Conversation, Side},
    },
    urls,
};

const DAY_MS: i64 = 86_400_000;

impl Exchange {
    /// Asks an address whether its owner wrote a message.
    pub(super) async fn mail_confirmation(
        &self,
        tx: &mut Tx,
        to: &Email,
        language: &str,
        receiver: &str,
        key: &str,
        now: i64,
    ) -> Result<()> {
        let t = self.post.speech(language);
        let link = self.post.urls.absolute(&format!("/contact/confirm?key={key}"));
        let letter = Letter {
            kind: "contact-confirm",
            subject: t.say1("mail-contact-confirm-subject", "site", &self.post.site),
            paragraphs: vec![t.say2(
                "mail-contact-confirm-text",
                "name",
                receiver,
                "site",
                &self.post.site,
            )],
            link: Some((t.say("contact-confirm-go").into_owned(), link)),
            after: vec![t.say("mail-contact-confirm-after").into_owned()],
            ..Letter::default()
        };
        mail::post(tx, &self.post, to, &t, letter, now).await?;
        Ok(())
    }

    /// Tells a side that the other one wrote. Whoever is on another server gets a note instead.
    #[expect(clippy::too_many_arguments, reason = "the parts of one letter, named at each call")]
    pub(super) async fn mail_message(
        &self,
        tx: &mut Tx,
        about: &Conversation,
        from: &Side,
        to: &Side,
        text: &str,
        is_first: bool,
        now: i64,
    ) -> Result<()> {
        let Some((email, t, link)) = self.way_to(tx, about, to, now).await? else { return Ok(()) };
        let name = said_name(&t, from);
        if let Some(account) = &to.account {
            let path = urls::conversation_path(&about.id);
            notices::written_to(tx, account, (&name, &about.subject), &path, now).await?;
        }
        let heading = match is_first {
            true => t.say2("mail-contact-text", "name", &name, "site", &self.post.site),
            false => t.say2("mail-contact-answer-text", "name", &name, "site", &self.post.site),
        };
        let subject = match about.subject.as_str() {
            "" => t.say1("mail-contact-subject-none", "name", &name),
            subject => t.say2("mail-contact-subject", "name", &name, "subject", subject),
        };
        let reply_to = self.reply_to(tx, about, to, now).await?;
        let mut after = vec![match reply_to {
            Some(_) => t.say("mail-contact-how-mail").into_owned(),
            None => t.say("mail-contact-how").into_owned(),
        }];
        after.push(t.say("contact-private").into_owned());
        let letter = Letter {
            kind: "contact",
            subject,
            paragraphs: vec![heading],
            quote: Some(text.to_owned()),
            link: Some((t.say("mail-contact-link").into_owned(), link)),
            after,
            reply_to,
            ..Letter::default()
        };
        mail::post(tx, &self.post, &email, &t, letter, now).await?;
        Ok(())
    }

    /// The sender's own copy of a first message.
    pub(super) async fn mail_copy(
        &self,
        tx: &mut Tx,
        about: &Conversation,
        from: &Side,
        to: &Side,
        text: &str,
        now: i64,
    ) -> Result<()> {
        let Some((email, t, link)) = self.way_to(tx, about, from, now).await? else {
            return Ok(());
        };
        let name = said_name(&t, to);
        let letter = Letter {
            kind: "contact-copy",
            subject: t.say2("mail-contact-copy-subject", "name", &name, "subject", &about.subject),
            paragraphs: vec![t.say2(
                "mail-contact-copy-text",
                "name",
                &name,
                "site",
                &self.post.site,
            )],
            quote: Some(text.to_owned()),
            link: Some((t.say("mail-contact-link").into_owned(), link)),
            after: vec![t.say("mail-contact-copy-after").into_owned()],
            ..Letter::default()
        };
        mail::post(tx, &self.post, &email, &t, letter, now).await?;
        Ok(())
    }

    /// Where a side answers a mail to, where answers are read.
    async fn reply_to(
        &self,
        tx: &mut Tx,
        about: &Conversation,
        side: &Side,
        now: i64,
    ) -> Result<Option<String>> {
        let Some(base) = &self.answers else { return Ok(None) };
        let until = now + i64::from(self.settings.link_days) * DAY_MS;
        let key = Keys::of(tx).await?.answer(&about.id, side.side, until);
        Ok(Some(keys::address_with(base, &key)))
    }

    /// Tells who answered by mail that it was not delivered, and why.
    pub(super) async fn mail_refusal(
        &self,
        tx: &mut Tx,
        to: &Email,
        language: &str,
        why: Refusal,
        now: i64,
    ) -> Result<()> {
        let t = self.post.speech(language);
        let why = match why {
            Refusal::Closed => t.say("mail-answer-closed"),
            Refusal::Empty => t.say("mail-answer-empty"),
            Refusal::Long => t.say("mail-answer-long"),
            Refusal::Often => t.say("mail-answer-often"),
        };
        let letter = Letter {
            kind: "answer-refused",
            subject: t.say1("mail-answer-refused", "site", &self.post.site),
            paragraphs: vec![
                t.say1("mail-answer-refused-text", "site", &self.post.site),
                why.into_owned(),
            ],
            ..Letter::default()
        };
        mail::post(tx, &self.post, to, &t, letter, now).await?;
        Ok(())
    }

    /// Address, language and link of a side that mail can be sent to. A side without an account gets
    /// a link of its own with each mail; the older ones go on working until they expire.
    async fn way_to(
        &self,
        tx: &mut Tx,
        about: &Conversation,
        side: &Side,
        now: i64,
    ) -> Result<Option<(Email, Speech, String)>> {
        let (email, path) = match &side.account {
            Some(account) => {
                let account = accounts::by_id(tx, account).await?;
                let email = account.and_then(|account| address_of(&account.email));
                (email, urls::conversation_path(&about.id))
            }
            None => {
                let Some(email) = address_of(&side.email) else { return Ok(None) };
                let key = secret::new();
                let until = now + i64::from(self.settings.link_days) * DAY_MS;
                contact::add_key(tx, &secret::hash(&key), &about.id, side.side, until).await?;
                (Some(email), format!("/contact/thread?key={key}"))
            }
        };
        let t = self.post.speech(&side.language);
        Ok(email.map(|email| (email, t, self.post.urls.absolute(&path))))
    }
}

/// What a side is called; somebody who is gone has no name any more.
fn said_name(t: &Speech, side: &Side) -> String {
    match (side.called(), side.is_gone()) {
        ("", _) | (_, true) => t.say("contact-nobody").into_owned(),
        (name, false) => name.to_owned(),
    }
}
