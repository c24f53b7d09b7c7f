//! The mailbox, with a server of another make: what is ours is taken in once and put away, what is for
//! people stays as it is, and what is wrong is said.

use std::{path::Path, process::Stdio, time::Duration};

use kontor::{
    config::Config,
    domain::account::Role,
    mail::name_of,
    store::{conversations, mail_in},
};
use tokio::{io::AsyncWriteExt as _, process::Command};

use super::{
    browser::{address, member, site_with},
    contact::{READER, TYPED, ask, confirm, newest},
    mailbox::{Arrived, Mailbox},
    paper::{Dovecot, closed_port, login},
    returns::{BASE, answering, report},
};
use crate::instance::{Engine, Instance, on_each_engine, until};

on_each_engine!(
    answers_and_reports_are_taken_in_once_and_mail_for_people_is_left_alone,
    what_is_wrong_with_the_mailbox_is_said_and_mends_itself,
    a_mail_server_hands_mail_to_the_command,
);

/// An instance that reads this mailbox every second.
async fn reading(engine: Engine, change: impl FnOnce(&mut Config)) -> (Instance, Mailbox) {
    let mailbox = Mailbox::start().await;
    let smtp = mailbox.url();
    let site = site_with(engine, move |config| {
        config.mail.smtp = smtp;
        config.mail.answers = BASE.into();
        config.mail.mailbox_seconds = 1;
        change(config);
    })
    .await;
    (site, mailbox)
}

fn answer_to(mail: &Arrived, id: &str, text: &str) -> String {
    let to = mail.header("reply-to");
    format!("From: x@y.example\nTo: {to}\nMessage-ID: <{id}@y.example>\nSubject: Re\n\n{text}\n")
}

/// What ana's newest conversation says.
async fn said(site: &Instance) -> Vec<String> {
    let path = newest(site, "ana").await;
    let id = path.trim_start_matches("/messages/");
    let mut tx = site.read().await;
    let sides = conversations::sides(&mut tx, id).await.unwrap();
    let letters = conversations::letters(&mut tx, id, &sides[1], 99).await.unwrap();
    letters.into_iter().map(|letter| letter.text).collect()
}

/// The last look: what was wrong; None before there was one.
async fn fault(site: &Instance) -> Option<String> {
    let inbox = site.state.config.mail.inbox().unwrap().unwrap();
    let known = mail_in::mailbox(&mut site.read().await, &name_of(&inbox)).await.unwrap()?;
    known.looked_at.map(|_| known.fault)
}

async fn answers_and_reports_are_taken_in_once_and_mail_for_people_is_left_alone(engine: Engine) {
    let dovecot = Dovecot::start().await;
    dovecot.deliver("1-people", "From: a@b.example\nTo: answer@site.example\n\nFor people.\n");
    let (url, authority) = (dovecot.url(), dovecot.paper.authority.display().to_string());
    let (site, mailbox) = reading(engine, |config| {
        (config.mail.mailbox, config.mail.ca_file) = (url, authority);
    })
    .await;
    member(&site, "ana", Role::Citymaker).await;
    ask(&site, "/contact?to=ana", &TYPED).await;
    confirm(&site, &mailbox, 1).await;
    let told = mailbox.mail_to(&address("ana"), 1).await;
    dovecot.deliver("2-answer", &answer_to(&told, "2", "Two metres."));
    dovecot.deliver("3-people", "From: a@b.example\nTo: answer+x@site.example\n\nFor people.\n");
    let confirmation = mailbox.mail_to(READER, 1).await;
    dovecot.deliver("4-report", &report(&confirmation, "4", "failed", "5.1.1"));
    // Servers write the address that a mail was delivered to where it is not in `To`.
    let hidden = answer_to(&told, "5", "And three long.").replace("To: ", "Delivered-To: ");
    dovecot.deliver("5-answer", &hidden);
    until("the reader gets both answers", 30, async || {
        (said(&site).await.len() == 3).then_some(())
    })
    .await;
    assert_eq!(said(&site).await[1..], ["Two metres.", "And three long."]);
    until("all is put away", 20, async || {
        let (unread, read) = dovecot.mails("");
        let (new, handled) = dovecot.mails("Kontor");
        let put_away = unread.len() == 2 && read.is_empty() && new.is_empty() && handled.len() == 3;
        put_away.then_some(())
    })
    .await;
    let counts = mail_in::returns(&mut site.read().await).await.unwrap();
    assert_eq!((counts.addresses, counts.hard), (1, 1));
    assert_eq!(fault(&site).await.as_deref(), Some(""), "{}", dovecot.log());
    // The same mail once more, after a restart: it has no effect, and is put away too.
    let site = site.stop().await.start().await;
    dovecot.deliver("6-answer", &answer_to(&told, "2", "Two metres."));
    until("the copy is put away", 20, async || {
        (dovecot.mails("Kontor").1.len() == 4).then_some(())
    })
    .await;
    assert_eq!(said(&site).await.len(), 3);
    assert_eq!(dovecot.mails("").0.len(), 2, "what is for people is as it was");
    // Two processes share one mailbox: each answer is delivered once.
    if engine == Engine::Postgres {
        let other = site.another_node().await;
        for number in 0..5 {
            let text = answer_to(&told, &format!("n{number}"), "Once.");
            dovecot.deliver(&format!("7-{number}"), &text);
        }
        until("all five are there", 30, async || (said(&site).await.len() >= 8).then_some(()))
            .await;
        tokio::time::sleep(Duration::from_secs(2)).await;
        assert_eq!(said(&site).await.len(), 8);
        other.stop().await;
    }
    site.stop().await;
}

async fn what_is_wrong_with_the_mailbox_is_said_and_mends_itself(engine: Engine) {
    let dovecot = Dovecot::start().await;
    let authority = dovecot.paper.authority.display().to_string();
    let port = closed_port().await;
    let upgraded = dovecot.url_upgraded();
    for (url, known, wrong) in [
        (dovecot.url(), String::new(), "certificate"),
        (upgraded.clone(), String::new(), "certificate"),
        (
            upgraded.replace(&login(super::paper::PASSWORD), &login("no")),
            authority.clone(),
            "sign in",
        ),
        (upgraded.replace("/INBOX", "/Nowhere"), authority.clone(), "Nowhere"),
        (format!("imaps://{}@localhost:{port}", login("x")), authority.clone(), "refused"),
    ] {
        let (site, _mailbox) = reading(engine, |config| {
            (config.mail.mailbox, config.mail.ca_file) = (url, known);
        })
        .await;
        let said = until("it was looked at", 30, async || fault(&site).await).await;
        assert!(said.to_lowercase().contains(&wrong.to_lowercase()), "{wrong}: {said}");
        assert!(!said.contains(super::paper::PASSWORD) && !said.contains("answer@"), "{said}");
        site.stop().await;
    }
    let (site, _mailbox) = reading(engine, |config| {
        (config.mail.mailbox, config.mail.ca_file) = (upgraded, authority);
    })
    .await;
    let said = until("it was looked at", 30, async || fault(&site).await).await;
    assert_eq!(said, "", "{}", dovecot.log());
    site.stop().await;
}

async fn a_mail_server_hands_mail_to_the_command(engine: Engine) {
    let (site, mailbox) = answering(engine).await;
    member(&site, "ana", Role::Citymaker).await;
    ask(&site, "/contact?to=ana", &TYPED).await;
    confirm(&site, &mailbox, 1).await;
    let told = mailbox.mail_to(&address("ana"), 1).await;
    let settings = site.state.config.data_dir.join("kontor.toml");
    let text = format!(
        "data_dir = {:?}\n[database]\nurl = {:?}\n[mail]\nsmtp = {:?}\nanswers = {BASE:?}\n",
        site.state.config.data_dir,
        site.database.url,
        mailbox.url()
    );
    std::fs::write(&settings, text).unwrap();
    let raw = answer_to(&told, "1", "Two metres.");
    let (code, out) = kontor(&settings, &["mail", "receive"], &raw).await;
    assert_eq!((code, out.as_str()), (0, "An answer was delivered.\n"));
    let (code, out) = kontor(&settings, &["mail", "receive"], &raw).await;
    assert_eq!((code, out.as_str()), (0, "It was taken in before.\n"));
    // The address may be in no header at all.
    let bare = raw.replace("\nTo: ", "\nX-To: ").replace("<1@", "<2@");
    let (code, out) = kontor(&settings, &["mail", "receive"], &bare).await;
    assert_eq!(code, 1, "{out}");
    let to = told.header("reply-to");
    let (code, out) = kontor(&settings, &["mail", "receive", "--to", &to], &bare).await;
    assert_eq!((code, out.as_str()), (0, "An answer was delivered.\n"));
    assert_eq!(kontor(&settings, &["mail", "receive"], "").await.0, 1);
    assert_eq!(said(&site).await.len(), 3);
    // The other commands.
    let (code, out) = kontor(&settings, &["mail", "test", "new@example.org"], "").await;
    assert!(code == 0 && out.contains("took"), "{code} {out}");
    mailbox.answers(|to| format!("550 5.1.1 <{to}>: no"));
    for _ in 0..2 {
        let (code, out) = kontor(&settings, &["mail", "test", "gone@example.org"], "").await;
        assert!(code == 1 && !out.contains("gone@"), "{code} {out}");
    }
    let (code, out) = kontor(&settings, &["mail", "status"], "").await;
    assert!(code == 0 && out.contains("bounced") && out.contains("ask for: 1."), "{out}");
    assert!(out.contains("No mailbox is read."), "{out}");
    let (code, out) = kontor(&settings, &["mail", "reopen", "gone@example.org"], "").await;
    assert_eq!((code, out.as_str()), (0, "Everything is sent there again.\n"));
    mailbox.answers(|_| "450 4.2.1 later".to_owned());
    let (code, out) = kontor(&settings, &["mail", "test", "late@example.org"], "").await;
    assert!(code == 1 && out.contains("waiting"), "{code} {out}");
    let (_, out) = kontor(&settings, &["mail", "list", "--json", "--state", "waiting"], "").await;
    let listed: serde_json::Value = serde_json::from_str(out.lines().next().unwrap()).unwrap();
    let id = listed["id"].as_str().unwrap();
    let (code, out) = kontor(&settings, &["mail", "drop", id], "").await;
    assert!(code == 0 && out.contains("is not sent"), "{code} {out}");
    assert_eq!(kontor(&settings, &["mail", "drop", id], "").await.0, 1, "it is gone");
    assert_eq!(kontor(&settings, &["mail", "retry", id], "").await.0, 1, "its text, too");
    site.stop().await;
}

/// Runs a command beside the instance; returns its exit code and what it said.
async fn kontor(settings: &Path, args: &[&str], input: &str) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kontor"));
    command.env_clear().arg("--config").arg(settings).args(args);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // A command that reads nothing may have ended already.
    let _ = stdin.write_all(input.replace('\n', "\r\n").as_bytes()).await;
    drop(stdin);
    let done = child.wait_with_output().await.unwrap();
    let (out, err) = (String::from_utf8(done.stdout).unwrap(), done.stderr);
    (done.status.code().unwrap(), format!("{out}{}", String::from_utf8_lossy(&err)))
}
