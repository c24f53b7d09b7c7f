//! Mail that comes back: what is noted of whom, when nothing more is sent unasked, and that nobody can
//! have that said of somebody else.

use kontor::{
    app::{
        answers::{Answers, Taken},
        mail::{Letter, returns},
    },
    domain::{account::Role, alert::Rhythm, email::Email},
    mail::{read, sender},
    store::{mail as stored, mail_in},
};

use super::{
    alerts::{mails, samples, saved, settles},
    browser::{Browser, account, address, member, site_with},
    letters::{becomes, letter, write},
    mailbox::{Arrived, Mailbox},
};
use crate::instance::{Engine, Instance, on_each_engine};

on_each_engine!(
    who_cannot_be_reached_twice_gets_what_they_ask_for_and_sees_it_here,
    what_comes_back_later_counts_once_and_only_with_the_key_of_its_letter,
    what_is_over_is_not_sent_any_more,
);

pub const BASE: &str = "answer@site.example";

/// An instance that mails and reads what comes back.
pub async fn answering(engine: Engine) -> (Instance, Mailbox) {
    let mailbox = Mailbox::start().await;
    let smtp = mailbox.url();
    let site = site_with(engine, move |config| {
        config.mail.smtp = smtp;
        config.mail.answers = BASE.into();
    })
    .await;
    (site, mailbox)
}

/// Takes in a mail as the mailbox and the command do.
pub async fn take_in(site: &Instance, raw: &str) -> Taken {
    let state = &site.state;
    let from = sender(&state.config, state.urls.host());
    let answers = Answers::of(&state.db, &state.config, &state.urls, &state.texts, &from).unwrap();
    let mail = read(raw.replace('\n', "\r\n").as_bytes(), None, answers.base());
    let taken = answers.take(&mail, site.now()).await.unwrap();
    state.wake.mail.notify_one();
    state.wake.events.notify_one();
    taken
}

/// What a mail server writes when a letter comes back.
pub fn report(sent: &Arrived, id: &str, action: &str, status: &str) -> String {
    format!(
        "Return-Path: <>\nFrom: Mail System <MAILER-DAEMON@mx.example>\nTo: {}\nMessage-ID: <{id}@mx.example>\nAuto-Submitted: auto-replied\nSubject: Undelivered\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n\n--b\nContent-Type: text/plain\n\nSorry.\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; {to}\nAction: {action}\nStatus: {status}\nDiagnostic-Code: smtp; 550 {status} <{to}>: no\n\n--b--\n",
        sent.from,
        to = sent.to[0],
    )
}

async fn is_shut(site: &Instance, to: &str) -> bool {
    let email = Email::parse(to).unwrap();
    returns::shut(&mut site.read().await, &email, site.now()).await.unwrap().is_some()
}

async fn who_cannot_be_reached_twice_gets_what_they_ask_for_and_sees_it_here(engine: Engine) {
    let (site, mailbox) = answering(engine).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    account(&site, "ben", Role::Citymaker).await;
    for handle in ["ana", "ben"] {
        saved(&site, handle, "", Rhythm::Instant).await;
    }
    let gone = address("ana");
    mailbox.answers(move |to| match to == gone {
        true => format!("550 5.1.1 <{to}>: nobody of that name"),
        false => "250 ok".to_owned(),
    });
    let to = address("ana");
    let first = write(&site, &to, letter("one")).await;
    let bounced = becomes(&site, &first, "bounced").await;
    assert!(!bounced.answer.contains(&to) && bounced.answer.contains("nobody"));
    assert!(!is_shut(&site, &to).await, "once is no proof");
    assert!(!ana.page(&site, "/account").await.contains("comes back"));
    let second = write(&site, &to, letter("two")).await;
    becomes(&site, &second, "bounced").await;
    assert!(is_shut(&site, &to.to_uppercase()).await, "capitals make no other address");
    // She sees it: on her page, and as a notice that leads to where it is mended.
    assert!(ana.page(&site, "/account").await.contains("Mail to your address comes back"));
    assert!(ana.page(&site, "/account/notices").await.contains("Mail to your address comes back"));
    let seen = Browser::new().get(&site, "/account").await;
    assert_eq!(seen.status, 303, "nobody else does");

    // Alerts stay here for her; for others nothing changes.
    mailbox.answers(|_| "250 ok".to_owned());
    site.publish(samples().remove(0)).await;
    settles(&site).await;
    mailbox.mail_to(&address("ben"), 1).await;
    assert!(mails(&mailbox, "ana").is_empty());
    let notices = ana.page(&site, "/account/notices").await;
    assert!(notices.contains("My search"), "{notices}");
    let unasked = Letter { kind: "contact", ..letter("three") };
    let unasked = write(&site, &to, unasked).await;
    let dropped = becomes(&site, &unasked, "dropped").await;
    assert!(dropped.answer.contains("comes back") && dropped.plain.is_empty());

    // What she asks for goes out; another address needs to be confirmed at the new one alone.
    let page = ana.page(&site, "/account/security").await;
    let new = "ana@new.example";
    let fields = [("email", new), ("password", super::browser::PASSWORD)];
    let seen = ana.submit(&site, &page, "/account/email", &fields).await;
    assert!(seen.status == 200 || seen.status == 303, "{}", seen.status);
    let asked = mailbox.mail_to(new, 1).await;
    assert!(mails(&mailbox, "ana").is_empty(), "nothing to the one that is dead");
    let path = asked.link(site.origin());
    let page = ana.page(&site, &path).await;
    let seen = ana.submit(&site, &page, "/account/email/confirm", &[]).await;
    assert!(seen.status == 200 || seen.status == 303, "{}", seen.status);
    let page = ana.page(&site, "/account").await;
    assert!(page.contains(new) && !page.contains("comes back"), "{page}");
    let unasked = Letter { kind: "contact", ..letter("four") };
    let unasked = write(&site, new, unasked).await;
    becomes(&site, &unasked, "sent").await;
    site.stop().await;
}

async fn what_comes_back_later_counts_once_and_only_with_the_key_of_its_letter(engine: Engine) {
    let (site, mailbox) = answering(engine).await;
    let to = "gone@example.net";
    let mut sent = Vec::new();
    for number in 1..=3 {
        let id = write(&site, to, letter("x")).await;
        becomes(&site, &id, "sent").await;
        sent.push((mailbox.mail_to(to, number).await, id));
    }
    let (first, id) = &sent[0];
    assert!(first.from.starts_with("answer+b") && first.from.ends_with("@site.example"));
    assert_ne!(first.from, sent[1].0.from);
    let raw = report(first, "1", "failed", "5.1.1");
    // Another key, none, that of another site, or a letter that says it still waits: nothing.
    let rows = site.rows().await;
    let key = first.from.strip_prefix("answer+").unwrap().split('@').next().unwrap();
    let last = if key.ends_with('a') { "b" } else { "a" };
    let forged = format!("{}{last}", &key[..key.len() - 1]);
    for raw in [
        raw.replace(key, &forged),
        raw.replace(key, &key.replace(&id.to_lowercase(), "01jd0000000000000000000000")),
        raw.replace(&first.from, BASE),
        raw.replace("@site.example", "@other.example"),
    ] {
        assert_eq!(take_in(&site, &raw).await, Taken::NotOurs, "{raw}");
    }
    let mut now = site.rows().await;
    now.insert("setting".into(), rows["setting"]);
    assert_eq!(now, rows);
    let waits = report(first, "0", "delayed", "4.4.1");
    assert_eq!(take_in(&site, &waits).await, Taken::Automatic);
    assert_eq!(take_in(&site, &raw).await, Taken::Bounce);
    let bounced = stored::find(&mut site.read().await, id).await.unwrap().unwrap();
    assert!(bounced.state == "bounced" && bounced.answer.contains("5.1.1"), "{bounced:?}");
    assert!(!bounced.answer.contains(to), "{}", bounced.answer);
    // The same once more, and the same letter in another mail: they count once.
    assert_eq!(take_in(&site, &raw).await, Taken::Again);
    let again = report(first, "2", "failed", "5.1.1");
    assert_eq!(take_in(&site, &again).await, Taken::Automatic);
    assert!(!is_shut(&site, to).await);
    // A full mailbox is no dead one, and a refusal of what it says is none of the address.
    let full = report(&sent[1].0, "3", "failed", "5.2.2");
    assert_eq!(take_in(&site, &full).await, Taken::Bounce);
    assert!(!is_shut(&site, to).await);
    let policy = report(&sent[2].0, "4", "failed", "5.7.1");
    assert_eq!(take_in(&site, &policy).await, Taken::Bounce);
    let counts = mail_in::returns(&mut site.read().await).await.unwrap();
    assert_eq!((counts.addresses, counts.hard, counts.soft, counts.shut), (1, 1, 1, 0));
    // A machine that answers is no report, nor is a person who writes to that address.
    let vacation = format!(
        "From: gone@example.net\nTo: {}\nMessage-ID: <9@x>\nAuto-Submitted: auto-replied\n\nAway. 5.1.1\n",
        first.from
    );
    assert_eq!(take_in(&site, &vacation).await, Taken::Automatic);
    let person = vacation.replace("Auto-Submitted: auto-replied\n", "").replace("<9@x>", "<10@x>");
    assert_eq!(take_in(&site, &person).await, Taken::Automatic);
    assert!(!is_shut(&site, to).await);
    site.stop().await;
}

async fn what_is_over_is_not_sent_any_more(engine: Engine) {
    let (site, mailbox) = answering(engine).await;
    const DAY: i64 = 86_400_000;
    let mut ids = Vec::new();
    // As a backup holds them that is played back days later.
    for (kind, days) in [("alert", 4), ("password", 2), ("contact", 6), ("contact", 4)] {
        let (by, to) = (super::letters::post(&site), Email::parse("ana@example.org").unwrap());
        let t = by.speech("en");
        let mut tx = site.state.db.begin().await.unwrap();
        let letter = Letter { kind, ..letter(kind) };
        let then = site.now() - days * DAY;
        ids.push(kontor::app::mail::post(&mut tx, &by, &to, &t, letter, then).await.unwrap());
        tx.commit().await.unwrap();
    }
    site.state.wake.mail.notify_one();
    for id in &ids[..3] {
        let dropped = becomes(&site, id, "dropped").await;
        assert!(dropped.answer.contains("over") && dropped.plain.is_empty());
    }
    becomes(&site, &ids[3], "sent").await;
    assert_eq!(mailbox.all().len(), 1);
    site.stop().await;
}
