//! Answers by mail: who may, what of a mail is passed on, what never is, and machines that answer.

use kontor::{
    app::{answers::Taken, contact::Refusal},
    domain::account::Role,
    store::conversations,
};

use super::{
    browser::{Browser, address, member},
    contact::{READER, TYPED, ask, confirm, newest},
    mailbox::{Arrived, Mailbox},
    returns::{answering, report, take_in},
};
use crate::instance::{Engine, Instance, on_each_engine};

on_each_engine!(
    people_talk_by_mail_and_neither_learns_an_address,
    machines_and_copies_make_no_answers,
    what_cannot_be_delivered_is_told_once,
    who_is_blocked_or_suspended_reaches_nobody_by_mail_either,
);

/// A conversation of a reader with ana, who was told of it by mail.
async fn begun(site: &Instance, mailbox: &Mailbox) -> (Browser, Arrived) {
    let ana = member(site, "ana", Role::Citymaker).await;
    ask(site, "/contact?to=ana", &TYPED).await;
    confirm(site, mailbox, 1).await;
    let told = mailbox.mail_to(&address("ana"), 1).await;
    (ana, told)
}

/// What a person's mail program makes of an answer.
fn reply(to: &Arrived, from: &str, id: &str, text: &str) -> String {
    let quoted: String = to.text().lines().map(|line| format!("> {line}\n")).collect();
    format!(
        "From: Some Name <{from}>\nTo: {}\nMessage-ID: <{id}@mx.example>\nIn-Reply-To: {}\nSubject: Re: x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{text}\n\nOn Mon, 5 Jan 2026 at 10:00, metropolis <kontor@localhost> wrote:\n\n{quoted}",
        to.header("reply-to"),
        to.header("message-id"),
    )
}

/// What a conversation's letters say, oldest first.
async fn said(site: &Instance) -> Vec<String> {
    let path = newest(site, "ana").await;
    let id = path.trim_start_matches("/messages/");
    let mut tx = site.read().await;
    let sides = conversations::sides(&mut tx, id).await.unwrap();
    let letters = conversations::letters(&mut tx, id, &sides[1], 99).await.unwrap();
    letters.into_iter().map(|letter| letter.text).collect()
}

async fn people_talk_by_mail_and_neither_learns_an_address(engine: Engine) {
    let (site, mailbox) = answering(engine).await;
    let (ana, told) = begun(&site, &mailbox).await;
    assert!(told.header("reply-to").starts_with("answer+a"), "{}", told.header("reply-to"));
    assert!(told.text().contains("simply answer this mail"));
    // She answers, from another address than hers, with a signature and all of our letter.
    let text =
        "Two metres, <b>wide</b>.\n\nGreetings, Ana (ana@office.example)\n-- \nAna\nCity of X";
    let raw = reply(&told, "ana@office.example", "1", text);
    assert_eq!(take_in(&site, &raw).await, Taken::Answer);
    assert_eq!(
        said(&site).await,
        ["How wide are they?", "Two metres, <b>wide</b>.\n\nGreetings, Ana (…)"]
    );
    let answer = mailbox.mail_to(READER, 3).await;
    assert!(answer.text().contains("> Two metres, <b>wide</b>."), "{}", answer.text());
    assert!(!answer.html().contains("<b>wide"));
    let path = newest(&site, "ana").await;
    let thread = ana.page(&site, &path).await;
    assert!(thread.contains("Two metres, &#60;b&#62;wide"), "{thread}");
    // And the reader answers that one, in HTML and with a file.
    let raw = format!(
        "From: {READER}\nTo: {}\nMessage-ID: <2@mx.example>\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\n\n<p>Thank <b>you</b>!</p><script>alert(1)</script>\n--b\nContent-Type: application/pdf; name=x.pdf\nContent-Disposition: attachment; filename=x.pdf\nContent-Transfer-Encoding: base64\n\nAAAA\n--b--\n",
        answer.header("reply-to")
    );
    assert_eq!(take_in(&site, &raw).await, Taken::Answer);
    let told = mailbox.mail_to(&address("ana"), 2).await;
    assert!(told.text().contains("> Thank you!") && told.text().contains("One file was left out"));
    for (mail, secrets) in [
        (&answer, [address("ana"), "office.example".to_owned(), "answer+b".to_owned()]),
        (&told, [READER.to_owned(), "alert(1)".to_owned(), "AAAA".to_owned()]),
    ] {
        for secret in secrets {
            let all = format!("{}\n{}\n{}", mail.raw, mail.text(), mail.html());
            assert!(!all.contains(&secret), "{secret} in {all}");
        }
    }
    // The key of one side is not that of the other, and opens no page.
    assert_ne!(answer.header("reply-to"), told.header("reply-to"));
    let key = answer.header("reply-to").replace("answer+", "").replace("@site.example", "");
    let seen = Browser::new().get(&site, &format!("/contact/thread?key={key}")).await;
    assert_eq!(seen.status, 410);
    site.stop().await;
}

async fn machines_and_copies_make_no_answers(engine: Engine) {
    let (site, mailbox) = answering(engine).await;
    let (_ana, told) = begun(&site, &mailbox).await;
    let raw = reply(&told, &address("ana"), "1", "I am away.");
    for (number, head) in [
        "Auto-Submitted: auto-replied",
        "Precedence: bulk",
        "X-Autoreply: yes",
        "Return-Path: <>",
        "Subject: Out of office",
    ]
    .into_iter()
    .enumerate()
    {
        let raw = raw.replace("<1@", &format!("<auto{number}@"));
        let raw = raw.replace("Subject: Re: x", head);
        assert_eq!(take_in(&site, &raw).await, Taken::Automatic, "{head}");
    }
    // Our own letters that come back to that address, and reports.
    assert_eq!(take_in(&site, &told.raw.replace("\r\n", "\n")).await, Taken::NotOurs);
    let mut to_answer = told.clone();
    to_answer.from = told.header("reply-to");
    let back = report(&to_answer, "r", "failed", "5.1.1");
    assert_eq!(take_in(&site, &back).await, Taken::Automatic);
    assert_eq!(said(&site).await.len(), 1);
    // The same mail twice is one answer: also where both come at once.
    let raw = raw.replace("I am away.", "Two metres.");
    let both = tokio::join!(take_in(&site, &raw), take_in(&site, &raw));
    assert!(matches!(both, (Taken::Answer, Taken::Again) | (Taken::Again, Taken::Answer)));
    assert_eq!(take_in(&site, &raw).await, Taken::Again);
    assert_eq!(said(&site).await.len(), 2);
    let before = mailbox.all().len();
    site.stop().await;
    assert!(mailbox.all().len() <= before + 1, "machines got no letters");
}

async fn what_cannot_be_delivered_is_told_once(engine: Engine) {
    let (site, mailbox) = answering(engine).await;
    let (ana, told) = begun(&site, &mailbox).await;
    let own = address("ana");
    let letter = |id: &str, text: &str| reply(&told, &own, id, text);
    assert_eq!(take_in(&site, &letter("1", "")).await, Taken::Refused(Refusal::Empty));
    let refused = mailbox.mail_to(&own, 2).await;
    assert!(refused.text().contains("no text of your own") && !refused.text().contains("How wide"));
    assert_eq!(refused.header("reply-to"), "", "nobody answers that");
    let long = "x ".repeat(3_000);
    assert_eq!(take_in(&site, &letter("2", &long)).await, Taken::Refused(Refusal::Long));
    // A key that was made up, or changed, is nobody's: the mail stays for people.
    let rows = site.rows().await;
    let key = told.header("reply-to");
    for forged in [
        key.replace("answer+a", "answer+b"),
        key.replace("answer+a", "answer+aa"),
        "answer+x@site.example".to_owned(),
        key.replace("@site.example", "@elsewhere.example"),
    ] {
        let raw = letter("3", "Hello").replace(&key, &forged);
        assert_eq!(take_in(&site, &raw).await, Taken::NotOurs, "{forged}");
    }
    assert_eq!(site.rows().await, rows);
    // The other side has left: that is said by letter only once for each key.
    let copy = mailbox.mail_to(READER, 2).await.link(site.origin());
    let reader = Browser::new();
    let page = reader.page(&site, &copy).await;
    reader.submit(&site, &page, "/contact/thread", &[("do", "delete")]).await;
    assert_eq!(take_in(&site, &letter("4", "Hello?")).await, Taken::Refused(Refusal::Closed));
    ana.page(&site, &newest(&site, "ana").await).await;
    tokio::time::sleep(std::time::Duration::from_secs(2)).await;
    let to_ana = mailbox.all().into_iter().filter(|mail| mail.to.contains(&own)).count();
    assert_eq!(to_ana, 2, "the message, and one letter that says what went wrong");
    site.stop().await;
}

async fn who_is_blocked_or_suspended_reaches_nobody_by_mail_either(engine: Engine) {
    let (site, mailbox) = answering(engine).await;
    let (ana, told) = begun(&site, &mailbox).await;
    let path = newest(&site, "ana").await;
    let raw = reply(&told, &address("ana"), "1", "Two metres.");
    assert_eq!(take_in(&site, &raw).await, Taken::Answer);
    let answer = mailbox.mail_to(READER, 3).await;
    // Blocked: the sender is not told, and she sees nothing.
    let token = super::browser::token(&ana.page(&site, &path).await);
    ana.post(&site, &path, &[("csrf", &token), ("do", "block")]).await;
    let raw = reply(&answer, READER, "2", "Blocked words");
    assert_eq!(take_in(&site, &raw).await, Taken::Answer);
    assert!(!ana.page(&site, &path).await.contains("Blocked words"));
    // Suspended: what she sends is not delivered.
    let id = super::contact::account_id(&site, "ana").await;
    let mut tx = site.state.db.begin().await.unwrap();
    let state = kontor::store::accounts::AccountState::Suspended;
    kontor::store::accounts::set_state(&mut tx, &id, state, "x", site.now()).await.unwrap();
    tx.commit().await.unwrap();
    let raw = reply(&told, &address("ana"), "3", "More words");
    assert_eq!(take_in(&site, &raw).await, Taken::Refused(Refusal::Closed));
    assert!(!mailbox.all().iter().any(|mail| mail.raw.contains("More words")));
    site.stop().await;
}
