//! What was told on the site and nobody read goes by mail: together, once, as often as somebody wants.

use kontor::{
    app::{
        access::Who,
        account::{self, leave},
        alerts,
        notices::{self, Kind, Told},
    },
    clock::Clock,
    domain::{account::Role, alert::Rhythm},
    store::{accounts, notices as stored},
};

use super::{
    alerts::{mails, post_one_click, saved},
    browser::{Browser, address, member, site_at},
    mailbox::Mailbox,
};
use crate::{
    checks,
    instance::{Engine, Instance, on_each_engine, until},
};

on_each_engine!(
    what_nobody_read_is_mailed_together_after_a_while_and_then_not_for_an_hour,
    a_member_chooses_how_often_and_nobody_chooses_for_them,
    the_link_in_a_mail_with_notices_ends_them_once,
    who_is_suspended_or_gets_no_mail_is_mailed_nothing,
);

const MINUTE_MS: i64 = 60_000;
const HOUR_MS: i64 = 60 * MINUTE_MS;
/// Sunday 2026-11-22, 09:40 UTC.
const START: i64 = 1_795_340_400_000;

async fn with_clock(engine: Engine) -> (Instance, Mailbox, Clock) {
    let (mailbox, clock) = (Mailbox::start().await, Clock::fixed(START));
    let smtp = mailbox.url();
    let site = site_at(engine, clock.clone(), move |config| config.mail.smtp = smtp).await;
    (site, mailbox, clock)
}

async fn id_of(site: &Instance, handle: &str) -> String {
    accounts::by_handle(&mut site.read().await, handle).await.unwrap().unwrap().id
}

/// Tells somebody something about a path.
async fn tell(site: &Instance, handle: &str, kind: Kind, title: &str, path: &str) {
    let account = id_of(site, handle).await;
    let told = Told { who: "Eve", title, path, times: 1 };
    let mut tx = site.state.db.begin().await.unwrap();
    notices::tell(&mut tx, &account, kind, told, site.now()).await.unwrap();
    tx.commit().await.unwrap();
}

/// Waits until nothing is due by now, neither notices nor mail.
async fn settles(site: &Instance) {
    until("what is due is mailed", 20, async || {
        let mut tx = site.read().await;
        let due = stored::due_accounts(&mut tx, site.now(), 1).await.unwrap();
        due.is_empty().then_some(())
    })
    .await;
    tokio::time::sleep(std::time::Duration::from_millis(1_500)).await;
}

async fn what_nobody_read_is_mailed_together_after_a_while_and_then_not_for_an_hour(
    engine: Engine,
) {
    let (site, mailbox, clock) = with_clock(engine).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    member(&site, "bob", Role::Citymaker).await;
    let markup = "<b>Rain</b>\r\nBcc: all@example.org";
    tell(&site, "ana", Kind::ChangesRequested, markup, "/write/one").await;
    clock.advance(1);
    tell(&site, "ana", Kind::Comment, "Two", "/cases/two").await;
    tell(&site, "ana", Kind::Comment, "Two", "/cases/two").await;
    tell(&site, "ana", Kind::Noted, "Three", "/write/three").await;
    // Messages and saved searches have mails of their own; followers may be many.
    for (n, kind) in [Kind::Alert, Kind::Message, Kind::Follower].into_iter().enumerate() {
        tell(&site, "ana", kind, "Other", &format!("/other/{n}")).await;
        tell(&site, "bob", kind, "Other", &format!("/other/{n}")).await;
    }
    clock.advance(9 * MINUTE_MS);
    settles(&site).await;
    assert!(mails(&mailbox, "ana").is_empty(), "who is on the site reads it there");
    // One of them she reads in time.
    let page = ana.page(&site, "/account/notices").await;
    let all = stored::of_account(&mut site.read().await, &id_of(&site, "ana").await, 9).await;
    let three = all.unwrap().into_iter().find(|notice| notice.title == "Three").unwrap();
    let read = [("read", &*three.id)];
    assert_eq!(ana.submit(&site, &page, "/account/notices", &read).await.status, 303);
    clock.advance(2 * MINUTE_MS);
    let mail = mailbox.mail_to(&address("ana"), 1).await;
    assert!(mail.header("subject").contains("2 things are new for you at"), "{mail:?}");
    let (text, html) = (mail.text(), mail.html());
    assert!(text.contains("Eve commented on “Two”. (2 times)"), "{text}");
    assert!(text.contains("The reviewers ask for changes to “<b>Rain</b>"), "{text}");
    assert!(html.contains("&#60;b&#62;Rain") && !html.contains("<b>Rain"), "{html}");
    assert!(!text.contains("Three") && !text.contains("Other"), "{text}");
    assert_eq!(mail.header("bcc"), "", "names of others write no headers");
    assert_eq!(mail.header("list-unsubscribe-post"), "List-Unsubscribe=One-Click");
    // The link leads her there, and takes it for read.
    let start = format!("{}/account/notices/", site.origin());
    let link = text.lines().find(|line| line.starts_with(&start)).unwrap();
    let seen = ana.get(&site, link.strip_prefix(site.origin()).unwrap()).await;
    assert_eq!((seen.status, seen.header("location")), (303, "/cases/two"));
    // It is told once; what happens now waits for the end of the pause.
    tell(&site, "ana", Kind::Published, "Two", "/write/two").await;
    clock.advance(HOUR_MS - 3 * MINUTE_MS);
    settles(&site).await;
    assert_eq!(mails(&mailbox, "ana").len(), 1);
    clock.advance(4 * MINUTE_MS);
    let subject = mailbox.mail_to(&address("ana"), 2).await.header("subject");
    assert!(subject.ends_with(" is published."), "one thing is its own subject: {subject}");
    clock.advance(30 * 24 * HOUR_MS);
    settles(&site).await;
    assert_eq!((mails(&mailbox, "ana").len(), mails(&mailbox, "bob").len()), (2, 0));
    site.stop().await;
}

async fn a_member_chooses_how_often_and_nobody_chooses_for_them(engine: Engine) {
    let (site, mailbox, clock) = with_clock(engine).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let eve = member(&site, "eve", Role::InstanceAdmin).await;
    let rhythm = async || {
        let id = id_of(&site, "ana").await;
        stored::mailing(&mut site.read().await, &id).await.unwrap().unwrap().rhythm
    };
    assert_eq!(rhythm().await, Some(Rhythm::Instant));
    tell(&site, "ana", Kind::Approved, "One", "/write/one").await;
    let page = ana.page(&site, "/account/notices").await;
    let action = "/account/notices/mail";
    let theirs = eve.token(&site).await;
    for (who, token) in [(&ana, &*theirs), (&ana, ""), (&Browser::new(), &*theirs)] {
        let seen = who.post(&site, action, &[("csrf", token), ("rhythm", "")]).await;
        assert_ne!(seen.header("location"), "/account/notices?done=changed#mail");
    }
    assert_eq!(rhythm().await, Some(Rhythm::Instant), "nobody else's form changes it");
    let seen = ana.submit(&site, &page, action, &[("rhythm", "daily")]).await;
    assert_eq!(seen.header("location"), "/account/notices?done=changed#mail", "{}", seen.body);
    let page = ana.page(&site, "/account/notices?done=changed").await;
    assert!(page.contains("<option value=\"daily\" selected>"), "{page}");
    checks::page("notices", &page);
    // What waited to be mailed soon waits for the day, 06:00 UTC.
    clock.advance(2 * HOUR_MS);
    settles(&site).await;
    assert!(mails(&mailbox, "ana").is_empty());
    clock.advance(20 * HOUR_MS);
    mailbox.mail_to(&address("ana"), 1).await;
    tell(&site, "ana", Kind::Published, "One", "/write/one").await;
    let seen = ana.submit(&site, &page, action, &[("rhythm", "")]).await;
    assert_eq!(seen.status, 303);
    assert_eq!(rhythm().await, None);
    tell(&site, "ana", Kind::Withdrawn, "One", "/write/one").await;
    clock.advance(48 * HOUR_MS);
    settles(&site).await;
    assert_eq!(mails(&mailbox, "ana").len(), 1);
    let files = leave::export(&site.state.db, &id_of(&site, "ana").await, site.now()).await;
    let files = files.unwrap();
    let (_, own) = files.iter().find(|(name, _)| *name == "account.json").unwrap();
    assert!(own.contains("\"noticesByMail\":null"), "{own}");
    site.stop().await;
}

async fn the_link_in_a_mail_with_notices_ends_them_once(engine: Engine) {
    let (site, mailbox, clock) = with_clock(engine).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let bob = member(&site, "bob", Role::Citymaker).await;
    let alert = saved(&site, "bob", "", Rhythm::Weekly).await;
    let mut paths = Vec::new();
    for handle in ["ana", "bob"] {
        tell(&site, handle, Kind::Approved, "One", "/write/one").await;
    }
    clock.advance(11 * MINUTE_MS);
    for handle in ["ana", "bob"] {
        let mail = mailbox.mail_to(&address(handle), 1).await;
        let link = mail.header("list-unsubscribe");
        let link = link.trim_matches(['<', '>']);
        assert!(mail.text().contains(link), "also for who reads it");
        paths.push(link.strip_prefix(site.origin()).unwrap().to_owned());
    }
    let (path, other) = (&paths[0], &paths[1]);
    let wished = async |handle: &str| {
        let id = id_of(&site, handle).await;
        stored::mailing(&mut site.read().await, &id).await.unwrap().unwrap().rhythm
    };
    let alerts_key = {
        let mut tx = site.read().await;
        alerts::key_of(&mut tx, alerts::Purpose::End, &alert).await.unwrap().unwrap()
    };
    let key = path.strip_prefix("/notices/end?key=").unwrap();
    let (start, mac) = path.split_at(path.len() - 43);
    let stranger = Browser::new();
    for forged in [
        format!("{start}{}", &other[other.len() - 43..]),
        format!("{start}{}{}", &mac[1..], &mac[..1]),
        start.to_owned(),
        format!("/notices/end?key={alerts_key}"),
        format!("/alerts/end?key={key}"),
        "/notices/end".to_owned(),
        "/notices/end?key=%00".to_owned(),
    ] {
        for seen in
            [stranger.get(&site, &forged).await, post_one_click(&stranger, &site, &forged).await]
        {
            assert_eq!(seen.status, 410, "{forged}");
            checks::page(&forged, &seen.body);
        }
    }
    stranger.page(&site, path).await;
    assert_eq!(wished("ana").await, Some(Rhythm::Instant), "looking ends nothing");
    let done = post_one_click(&stranger, &site, path).await;
    assert_eq!((done.status, done.header("cache-control")), (200, "private, no-store"));
    checks::page("ended", &done.body);
    assert_eq!((wished("ana").await, wished("bob").await), (None, Some(Rhythm::Instant)));
    // Wanted again, they are not ended by the old link.
    let page = ana.page(&site, "/account/notices").await;
    ana.submit(&site, &page, "/account/notices/mail", &[("rhythm", "weekly")]).await;
    assert_eq!(post_one_click(&stranger, &site, path).await.status, 410);
    assert_eq!(wished("ana").await, Some(Rhythm::Weekly));
    // By the page, as a person does, in any language.
    for tag in ["en", "de", "es", "fr", "pt", "ar", "ja", "ko", "zh"] {
        let page = bob.page(&site, &format!("{other}&lang={tag}")).await;
        checks::page(other, &page);
    }
    let page = stranger.page(&site, other).await;
    let seen = stranger.submit(&site, &page, other, &[]).await;
    assert_eq!(seen.status, 200, "{}", seen.body);
    assert_eq!(wished("bob").await, None);
    site.stop().await;
}

async fn who_is_suspended_or_gets_no_mail_is_mailed_nothing(engine: Engine) {
    let (site, mailbox, clock) = with_clock(engine).await;
    for handle in ["ana", "bob", "cleo"] {
        member(&site, handle, Role::Citymaker).await;
        tell(&site, handle, Kind::Approved, "One", "/write/one").await;
    }
    let db = &site.state.db;
    account::suspend(db, &Who::CommandLine, "bob", "a test", site.now()).await.unwrap();
    let mut tx = db.begin().await.unwrap();
    let gone = id_of(&site, "cleo").await;
    stored::set_rhythm(&mut tx, &gone, None, 0).await.unwrap();
    tx.commit().await.unwrap();
    clock.advance(11 * MINUTE_MS);
    mailbox.mail_to(&address("ana"), 1).await;
    settles(&site).await;
    assert!(mails(&mailbox, "bob").is_empty() && mails(&mailbox, "cleo").is_empty());
    // Nothing is left over that would be mailed later.
    account::restore(db, &Who::CommandLine, "bob", site.now()).await.unwrap();
    clock.advance(HOUR_MS);
    settles(&site).await;
    assert!(mails(&mailbox, "bob").is_empty());
    site.stop().await;
}
