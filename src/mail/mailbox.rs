//! The mailbox that answers and letters that came back arrive in: looked at by one process at a time.

use std::time::Duration;

use aws_lc_rs::digest;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

use super::{
    imap::{Folder, Listed},
    read::{LARGEST, read},
    sender,
    way::known_files,
};
use crate::{
    app::answers::{Answers, Taken},
    config::Imap,
    domain::{email::without_addresses, text::shorten},
    state::State,
    store::{StoreError, mail_in},
};

/// How long one look may take; a process that dies gives the mailbox back after this.
const LEASE_MS: i64 = 300_000;
/// Mails of one look; the next one goes on.
const AT_ONCE: usize = 200;
/// Longest pause after looks that failed.
const LONGEST_PAUSE_MS: i64 = 15 * 60_000;
const FAULT_CHARS: usize = 300;

/// Who reads the mailbox.
pub struct Mailbox {
    state: State,
    answers: Answers,
    inbox: Imap,
    /// What the database knows it by.
    name: String,
}

/// Why a look ended.
enum Fault {
    /// The mailbox's: in words.
    Mailbox(String),
    Store(StoreError),
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        Fault::Store(error)
    }
}

impl From<String> for Fault {
    fn from(error: String) -> Self {
        Fault::Mailbox(error)
    }
}

/// What the database knows a mailbox by.
pub fn name_of(inbox: &Imap) -> String {
    let Imap { host, port, user, folder, .. } = inbox;
    let text = format!("{host} {port} {user} {folder}");
    URL_SAFE_NO_PAD.encode(digest::digest(&digest::SHA256, text.as_bytes()))
}

impl Mailbox {
    /// By the settings, which are checked; None where there is no mailbox.
    pub fn new(state: &State) -> Option<Self> {
        let inbox = match state.config.mail.inbox() {
            Ok(inbox) => inbox?,
            Err(error) => {
                tracing::error!(error, "the mailbox cannot be read");
                return None;
            }
        };
        let from = sender(&state.config, state.urls.host());
        let answers = Answers::of(&state.db, &state.config, &state.urls, &state.texts, &from)?;
        let name = name_of(&inbox);
        Some(Mailbox { state: state.clone(), answers, inbox, name })
    }

    /// Looks, when it is time and nobody else does. Returns how many mails were taken in.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn look_due(&self) -> Result<usize, StoreError> {
        let (db, now) = (&self.state.db, self.state.clock.now_ms());
        let known = mail_in::mailbox(&mut db.read().await?, &self.name).await?;
        if known.is_some_and(|known| known.next_look > now || known.lease_until > now) {
            return Ok(0);
        }
        let mut tx = db.begin().await?;
        let taken = mail_in::claim(&mut tx, &self.name, now, now + LEASE_MS).await?;
        tx.commit().await?;
        let Some(known) = taken else { return Ok(0) };
        let longest = Duration::from_millis(LEASE_MS.unsigned_abs() / 2);
        let looked = tokio::time::timeout(longest, self.look(&known));
        let looked =
            looked.await.unwrap_or_else(|_| Err(Fault::Mailbox("it takes too long".into())));
        let pause = i64::from(self.state.config.mail.mailbox_seconds) * 1_000;
        let now = self.state.clock.now_ms();
        let (count, fault, pause) = match looked {
            Ok(count) => (count, String::new(), pause),
            Err(Fault::Mailbox(error)) => {
                let fault = shorten(&without_addresses(&error), FAULT_CHARS);
                tracing::warn!(fault, "the mailbox could not be read");
                (0, fault, pause.max(pause.saturating_mul(3).min(LONGEST_PAUSE_MS)))
            }
            Err(Fault::Store(error)) => return Err(error),
        };
        let mut tx = db.begin().await?;
        mail_in::looked(&mut tx, &self.name, &fault, now + pause, now).await?;
        tx.commit().await?;
        Ok(count)
    }

    async fn look(&self, known: &mail_in::Read) -> Result<usize, Fault> {
        let known_files = known_files(&self.state.config);
        let mut folder = Folder::open(&self.inbox, &known_files).await?;
        // Another state of the folder has other numbers: all of it is looked at again, and what was
        // taken in is known.
        let last = if known.validity == folder.validity { known.last_uid } else { 0 };
        let mut count = 0;
        for mail in folder.after(last, AT_ONCE).await? {
            count += usize::from(self.handle(&mut folder, &mail).await?);
            let mut tx = self.state.db.begin().await?;
            let uid = i64::from(mail.uid);
            mail_in::advance(&mut tx, &self.name, folder.validity, uid).await?;
            tx.commit().await?;
        }
        folder.close().await;
        Ok(count)
    }

    /// Of mail for people nothing but the head is read. What is ours is taken in first, and marked
    /// after: a crash in between shows it once more, and then it is known.
    async fn handle(&self, folder: &mut Folder, mail: &Listed) -> Result<bool, Fault> {
        let (base, now) = (self.answers.base(), self.state.clock.now_ms());
        let Some(head) = folder.head(mail.uid).await? else { return Ok(false) };
        let mut incoming = read(&head, None, base);
        if incoming.keys.is_empty() {
            return Ok(false);
        }
        if mail.bytes > LARGEST {
            incoming.too_large = true;
        } else {
            let Some(whole) = folder.whole(mail.uid).await? else { return Ok(false) };
            incoming = read(&whole, None, base);
        }
        let taken = self.answers.take(&incoming, now).await?;
        if taken == Taken::NotOurs {
            return Ok(false);
        }
        tracing::info!(uid = mail.uid, ?taken, "a mail was taken in");
        self.state.wake.mail.notify_one();
        self.state.wake.events.notify_one();
        if let Err(error) = folder.done(mail.uid, &self.state.config.mail.mailbox_handled).await {
            tracing::warn!(uid = mail.uid, error, "a mail that was taken in could not be moved");
        }
        Ok(true)
    }
}
