//! Letters: sent once, tried again, bounced, filed, and never more than they say.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use kontor::{
    app::{
        access::Who,
        mail::{self, Letter, Post},
    },
    domain::{account::Role, email::Email},
    i18n::Locale,
    store::mail as stored,
};

use super::{
    browser::{member, site_with},
    mailbox::Mailbox,
};
use crate::{
    checks,
    instance::{Engine, Instance, on_each_engine},
};

on_each_engine!(
    a_letter_is_sent_once_and_its_text_is_forgotten,
    what_the_server_refuses_for_good_bounces_and_can_be_tried_again,
    what_the_server_refuses_for_now_waits,
    without_a_mail_server_letters_are_files,
    what_may_not_come_twice_stays_unsure_after_a_crash,
    a_server_without_tls_gets_no_letter_where_tls_is_asked_for,
    a_letter_of_a_transaction_that_failed_never_was,
    administrators_see_what_became_of_letters_and_try_them_again,
    without_a_mail_server_administrators_read_letters_on_a_page,
);

pub fn post(site: &Instance) -> Post {
    let (texts, urls) = (site.state.texts.clone(), site.state.urls.clone());
    Post { texts, urls, site: "Metropolis".into() }
}

pub fn letter(subject: &str) -> Letter {
    Letter {
        kind: "test",
        subject: subject.into(),
        paragraphs: vec!["Grüße aus Zürich\r\n.\r\nnoch da".into()],
        link: Some(("Weiter".into(), "https://cases.example/x?a=1&b=2".into())),
        ..Letter::default()
    }
}

pub async fn write(site: &Instance, to: &str, letter: Letter) -> String {
    let (by, to) = (post(site), Email::parse(to).unwrap());
    let t = by.speech(Locale::De.tag());
    let mut tx = site.state.db.begin().await.unwrap();
    let id = mail::post(&mut tx, &by, &to, &t, letter, site.now()).await.unwrap();
    tx.commit().await.unwrap();
    site.state.wake.mail.notify_one();
    id
}

pub async fn becomes(site: &Instance, id: &str, state: &str) -> stored::Mail {
    for _ in 0..400 {
        let found = stored::find(&mut site.read().await, id).await.unwrap().unwrap();
        if found.state == state {
            return found;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{:?}", stored::find(&mut site.read().await, id).await.unwrap());
}

pub async fn with_mail(engine: Engine, url: String) -> Instance {
    site_with(engine, move |config| config.mail.smtp = url).await
}

async fn a_letter_is_sent_once_and_its_text_is_forgotten(engine: Engine) {
    let mailbox = Mailbox::start().await;
    let site = with_mail(engine, mailbox.url()).await;
    let name = "Ana\r\nBcc: all@example.org";
    let id = write(&site, "ana@example.org", letter(&format!("Für {name}"))).await;
    let sent = becomes(&site, &id, "sent").await;
    assert!(sent.plain.is_empty() && sent.html.is_empty());
    assert!(mail::retry(&site.state.db, &Who::CommandLine, &id, site.now()).await.is_err());
    let arrived = mailbox.mail_to("ana@example.org", 1).await;
    assert_eq!(arrived.to, ["ana@example.org"], "and nobody else");
    assert!(!arrived.raw.contains("\r\nBcc:"), "{}", arrived.raw);
    assert_eq!(arrived.header("message-id"), format!("<{id}@localhost>"));
    assert_eq!(arrived.header("auto-submitted"), "auto-generated");
    assert!(arrived.text().contains("Grüße aus Zürich\r\n.\r\nnoch da"), "{}", arrived.text());
    assert!(arrived.html().contains("x?a=1&#38;b=2"), "{}", arrived.html());
    assert!(arrived.html().contains("<html lang=\"de\""));
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(mailbox.all().len(), 1);
    site.stop().await;
}

async fn what_the_server_refuses_for_good_bounces_and_can_be_tried_again(engine: Engine) {
    let mailbox = Mailbox::start().await;
    mailbox.answers(|_| "550 5.1.1 nobody of that name".to_owned());
    let site = with_mail(engine, mailbox.url()).await;
    let id = write(&site, "gone@example.org", letter("x")).await;
    let bounced = becomes(&site, &id, "bounced").await;
    assert!(bounced.answer.contains("nobody of that name"), "{}", bounced.answer);
    assert_eq!(bounced.tries, 1);
    mailbox.answers(|_| "250 ok".to_owned());
    mail::retry(&site.state.db, &Who::CommandLine, &id, site.now()).await.unwrap();
    site.state.wake.mail.notify_one();
    becomes(&site, &id, "sent").await;
    assert_eq!(mailbox.all().len(), 1);
    site.stop().await;
}

async fn what_the_server_refuses_for_now_waits(engine: Engine) {
    let mailbox = Mailbox::start().await;
    let asked = Arc::new(AtomicUsize::new(0));
    let counted = asked.clone();
    mailbox.answers(move |_| {
        counted.fetch_add(1, Ordering::Relaxed);
        "450 4.2.1 try later".to_owned()
    });
    let site = with_mail(engine, mailbox.url()).await;
    let id = write(&site, "ana@example.org", letter("x")).await;
    for _ in 0..200 {
        if asked.load(Ordering::Relaxed) > 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let waiting = becomes(&site, &id, "waiting").await;
    assert!(waiting.answer.contains("try later"), "{}", waiting.answer);
    assert!(waiting.next_try > site.now() + 30_000, "not at once");
    assert!(!waiting.plain.is_empty());
    site.stop().await;
}

async fn without_a_mail_server_letters_are_files(engine: Engine) {
    let site = with_mail(engine, String::new()).await;
    let id = write(&site, "ana@example.org", letter("Hallo")).await;
    let filed = becomes(&site, &id, "filed").await;
    let path = site.state.config.data_dir.join("mail").join(format!("{id}.eml"));
    assert_eq!(filed.answer, path.display().to_string());
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains("To: ana@example.org\r\n") && text.contains("Subject: Hallo\r\n"));
    use std::os::unix::fs::PermissionsExt as _;
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    site.stop().await;
}

async fn what_may_not_come_twice_stays_unsure_after_a_crash(engine: Engine) {
    let mailbox = Mailbox::start().await;
    let site = with_mail(engine, mailbox.url()).await;
    // As a process leaves them that was killed between handing over and noting it.
    let (by, to) = (post(&site), Email::parse("ana@example.org").unwrap());
    let t = by.speech("en");
    let mut tx = site.state.db.begin().await.unwrap();
    let mut ids = Vec::new();
    for once in [true, false] {
        let letter = Letter { once, ..letter("x") };
        ids.push(mail::post(&mut tx, &by, &to, &t, letter, site.now()).await.unwrap());
    }
    let now = site.now();
    let claimed = stored::claim(&mut tx, now, now - 1, 10).await.unwrap();
    assert_eq!(claimed.len(), 2);
    tx.commit().await.unwrap();
    site.state.wake.mail.notify_one();
    becomes(&site, &ids[0], "unsure").await;
    becomes(&site, &ids[1], "sent").await;
    assert_eq!(mailbox.all().len(), 1);
    mail::retry(&site.state.db, &Who::CommandLine, &ids[0], site.now()).await.unwrap();
    site.state.wake.mail.notify_one();
    becomes(&site, &ids[0], "sent").await;
    site.stop().await;
}

async fn a_server_without_tls_gets_no_letter_where_tls_is_asked_for(engine: Engine) {
    let mailbox = Mailbox::start().await;
    let site = with_mail(engine, format!("smtp://localhost:{}", mailbox.port)).await;
    let id = write(&site, "ana@example.org", letter("x")).await;
    for _ in 0..200 {
        let found = stored::find(&mut site.read().await, &id).await.unwrap().unwrap();
        if !found.answer.is_empty() {
            assert_eq!(found.state, "waiting", "{}", found.answer);
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert!(mailbox.all().is_empty());
    site.stop().await;
}

async fn a_letter_of_a_transaction_that_failed_never_was(engine: Engine) {
    let mailbox = Mailbox::start().await;
    let site = with_mail(engine, mailbox.url()).await;
    let (by, to) = (post(&site), Email::parse("ana@example.org").unwrap());
    let t = by.speech("en");
    let mut tx = site.state.db.begin().await.unwrap();
    let id = mail::post(&mut tx, &by, &to, &t, letter("x"), site.now()).await.unwrap();
    drop(tx);
    site.state.wake.mail.notify_one();
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert!(stored::find(&mut site.read().await, &id).await.unwrap().is_none());
    assert!(mailbox.all().is_empty());
    site.stop().await;
}

async fn administrators_see_what_became_of_letters_and_try_them_again(engine: Engine) {
    let mailbox = Mailbox::start().await;
    mailbox.answers(|_| "550 5.1.1 nobody <b>of</b> that name".to_owned());
    let site = with_mail(engine, mailbox.url()).await;
    let ina = member(&site, "ina", Role::InstanceAdmin).await;
    let page = ina.page(&site, "/admin/mail").await;
    checks::page("no mail", &page);
    assert!(page.contains("Nothing here yet."), "{page}");
    let back = write(&site, "gone@example.org", letter("Grüße <i>")).await;
    becomes(&site, &back, "bounced").await;
    mailbox.answers(|_| "451 4.3.0 later".to_owned());
    let waits = write(&site, "full@example.org", letter("Waits")).await;
    for _ in 0..400 {
        let found = stored::find(&mut site.read().await, &waits).await.unwrap().unwrap();
        if found.state == "waiting" && found.tries > 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let page = ina.page(&site, "/admin/mail").await;
    checks::page("mail", &page);
    for told in ["gone@example.org", "Came back", "nobody &#60;b&#62;of", "Waits", "tried once"] {
        assert!(page.contains(told), "{told}: {page}");
    }
    assert!(!page.contains("noch da"), "what is written to others stays theirs");
    let only = ina.page(&site, "/admin/mail?state=bounced").await;
    assert!(only.contains("gone@example.org") && !only.contains("full@example.org"));
    let token = ina.token(&site).await;
    let ask = async |what: &str, id: &str| {
        let fields = [("csrf", token.as_str()), ("do", what), ("mail", id)];
        ina.post(&site, "/admin/mail", &fields).await
    };
    mailbox.answers(|_| "250 ok".to_owned());
    assert_eq!(ask("retry", &back).await.header("location"), "/admin/mail?done=retry");
    becomes(&site, &back, "sent").await;
    assert_eq!(ask("drop", &waits).await.header("location"), "/admin/mail?done=drop");
    becomes(&site, &waits, "dropped").await;
    for id in [&*waits, &*back] {
        let again = ask("retry", id).await;
        assert_eq!(again.status, 409, "its text is gone: {}", again.body);
        checks::page("too late", &again.body);
    }
    assert_eq!(ask("retry", "nothing").await.status, 404);
    assert_eq!(ask("burn", &waits).await.status, 404);
    assert_eq!(mailbox.all().len(), 1);
    site.stop().await;
}

async fn without_a_mail_server_administrators_read_letters_on_a_page(engine: Engine) {
    let site = site_with(engine, |_| {}).await;
    let ina = member(&site, "ina", Role::InstanceAdmin).await;
    let id = write(&site, "ana@example.org", letter("First")).await;
    becomes(&site, &id, "filed").await;
    let page = ina.page(&site, "/admin/mail").await;
    checks::page("files", &page);
    for told in ["Kept as a file", "No mail server is set", "Grüße aus Zürich", "x?a=1&#38;b=2"]
    {
        assert!(page.contains(told), "{told}: {page}");
    }
    site.stop().await;
}
