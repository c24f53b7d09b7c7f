//! Not wanting to hear somebody: opting out, blocking, limits, reports, deleting, leaving.

use kontor::{
    app::{access::Who, account},
    clock::Clock,
    domain::account::Role,
    store::{attempts, conversations, reports},
};

use super::{
    browser::{Browser, account as add_account, address, member, site_at},
    contact::{READER, TYPED, account_id, ask, confirm, mailing, newest},
    mailbox::Mailbox,
};
use crate::{
    checks,
    instance::{Engine, Instance, on_each_engine},
};

on_each_engine!(
    who_wants_no_messages_gets_none,
    a_blocked_sender_is_not_heard_and_not_told,
    first_contacts_are_limited_and_nothing_typed_is_lost,
    a_reported_message_is_all_that_moderators_see,
    a_reader_without_an_account_reports_one_message_by_the_link,
    deleting_takes_a_conversation_from_ones_own_side,
    who_leaves_is_no_name_and_no_address_any_more,
);

pub async fn contactable(site: &Instance, handle: &str, is: bool) {
    let id = account_id(site, handle).await;
    let locale = kontor::i18n::Locale::En;
    account::change::contact(&site.state.db, &id, is, locale).await.unwrap();
}

async fn who_wants_no_messages_gets_none(engine: Engine) {
    let (site, mailbox) = mailing(engine).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let bob = member(&site, "bob", Role::Citymaker).await;
    // Written while she took messages, confirmed when she no longer did.
    ask(&site, "/contact?to=ana", &TYPED).await;
    let page = bob.page(&site, "/contact?to=ana").await;
    bob.submit(&site, &page, "/messages/new", &[("subject", "One"), ("text", "First")]).await;
    contactable(&site, "ana", false).await;
    let seen = confirm(&site, &mailbox, 1).await;
    assert_eq!(seen.status, 410);
    checks::page("/contact/confirm", &seen.body);
    assert!(!ana.page(&site, "/messages").await.contains("Rita"));
    let stranger = Browser::new();
    assert!(!stranger.page(&site, "/@ana").await.contains("/contact?"));
    for path in ["/contact?to=ana", "/contact?to=nobody", "/contact"] {
        assert_eq!(stranger.get(&site, path).await.status, 404, "{path}");
    }
    let fields: Vec<_> = TYPED.into_iter().chain([("to", "ana")]).collect();
    assert_eq!(stranger.post(&site, "/contact", &fields).await.status, 404);
    let seen = bob.submit(&site, &page, "/messages/new", &[("subject", "T"), ("text", "U")]).await;
    assert_eq!(seen.status, 404);
    // In what was begun he is heard again when she wrote herself.
    let (his, hers) = (newest(&site, "bob").await, newest(&site, "ana").await);
    let token = bob.token(&site).await;
    let fields = [("csrf", token.as_str()), ("do", "answer"), ("text", "Second")];
    assert_eq!(bob.post(&site, &his, &fields).await.status, 409);
    let thread = ana.page(&site, &hers).await;
    ana.submit(&site, &thread, &hers, &[("do", "answer"), ("text", "Yes?")]).await;
    assert_eq!(bob.post(&site, &his, &fields).await.status, 303);
    assert!(ana.page(&site, &hers).await.contains("Second"));
    // Nobody writes to who is suspended.
    contactable(&site, "ana", true).await;
    account::suspend(&site.state.db, &Who::CommandLine, "ana", "x", site.now()).await.unwrap();
    assert_eq!(stranger.get(&site, "/contact?to=ana").await.status, 404);
    assert_eq!(bob.post(&site, &his, &fields).await.status, 409);
    site.stop().await;
}

async fn a_blocked_sender_is_not_heard_and_not_told(engine: Engine) {
    let (site, mailbox) = mailing(engine).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let bob = member(&site, "bob", Role::Citymaker).await;
    let page = bob.page(&site, "/contact?to=ana").await;
    bob.submit(&site, &page, "/messages/new", &[("subject", "One"), ("text", "First")]).await;
    ask(&site, "/contact?to=ana", &TYPED).await;
    confirm(&site, &mailbox, 1).await;
    mailbox.mail_to(&address("ana"), 2).await;
    let list = ana.page(&site, "/messages").await;
    let paths: Vec<String> =
        list.split("href=\"/messages/").skip(1).map(|rest| rest[..26].to_owned()).collect();
    let paths: Vec<_> = paths.into_iter().filter(|id| !id.contains('"')).collect();
    assert_eq!(paths.len(), 2, "{list}");
    for id in &paths {
        let path = format!("/messages/{id}");
        let thread = ana.page(&site, &path).await;
        let token = super::browser::token(&thread);
        let seen = ana.post(&site, &path, &[("csrf", &token), ("do", "block")]).await;
        assert_eq!(seen.status, 303);
        assert!(ana.page(&site, &path).await.contains("You have blocked this sender."));
    }
    // From his side all is as it was.
    let his = newest(&site, "bob").await;
    let thread = bob.page(&site, &his).await;
    let seen = bob.submit(&site, &thread, &his, &[("do", "answer"), ("text", "Unheard")]).await;
    assert_eq!(seen.status, 303);
    assert!(bob.page(&site, &his).await.contains("Unheard"));
    let seen =
        bob.submit(&site, &page, "/messages/new", &[("subject", "N"), ("text", "Anew")]).await;
    assert_eq!(seen.status, 303);
    // The reader's capitals make no other address.
    let mut fields = TYPED.to_vec();
    fields[1].1 = "Rita@Readers.example";
    fields[3].1 = "Unheard, too";
    assert_eq!(ask(&site, "/contact?to=ana", &fields).await.status, 200);
    let path = mailbox.mail_to("Rita@readers.example", 1).await.link(site.origin());
    let reader = Browser::new();
    let confirming = reader.page(&site, &path).await;
    let seen = reader.submit(&site, &confirming, "/contact/confirm", &[]).await;
    assert!(seen.status == 200 && seen.body.contains("on its way"));
    for id in &paths {
        assert!(!ana.page(&site, &format!("/messages/{id}")).await.contains("Unheard"));
    }
    let list = ana.page(&site, "/messages").await;
    assert!(!list.contains("Anew") && !list.contains(">new<"), "{list}");
    let count = |mailbox: &Mailbox| {
        mailbox.all().into_iter().filter(|mail| mail.to == [address("ana")]).count()
    };
    assert_eq!(count(&mailbox), 2, "no mail either");
    // Heard again from then on.
    let page = ana.page(&site, "/messages/blocked").await;
    assert!(page.contains("bob of the tests") && page.contains("Rita Reader"));
    assert!(!page.contains("readers.example"));
    let id = account_id(&site, "bob").await;
    let token = super::browser::token(&page);
    let fields = [("csrf", token.as_str()), ("who", &format!("account {id}"))];
    assert_eq!(ana.post(&site, "/messages/blocked", &fields).await.status, 303);
    let seen = bob.submit(&site, &thread, &his, &[("do", "answer"), ("text", "Heard")]).await;
    assert_eq!(seen.status, 303);
    mailbox.mail_to(&address("ana"), 3).await;
    site.stop().await;
}

async fn first_contacts_are_limited_and_nothing_typed_is_lost(engine: Engine) {
    let mailbox = Mailbox::start().await;
    let (smtp, clock) = (mailbox.url(), Clock::fixed(1_780_000_000_000));
    let site = site_at(engine, clock.clone(), move |config| {
        config.mail.smtp = smtp;
        config.contact.firsts_per_sender_per_day = 2;
        config.contact.firsts_per_receiver_per_day = 3;
        config.contact.confirmations_per_address_per_day = 2;
    })
    .await;
    let bob = member(&site, "bob", Role::Citymaker).await;
    for handle in ["ana", "cleo", "dora", "eve"] {
        add_account(&site, handle, Role::Citymaker).await;
    }
    let write = async |browser: &Browser, to: &str| {
        let page = browser.page(&site, &format!("/contact?to={to}")).await;
        let fields = [("subject", "Hello"), ("text", "A text of mine")];
        browser.submit(&site, &page, "/messages/new", &fields).await
    };
    assert_eq!(write(&bob, "ana").await.status, 303);
    assert_eq!(write(&bob, "cleo").await.status, 303);
    let full = write(&bob, "dora").await;
    assert_eq!(full.status, 429);
    checks::page("/contact", &full.body);
    assert!(full.body.contains("A text of mine"));
    // Who is written to too often: also by others.
    for handle in ["dora", "eve"] {
        let browser = Browser::new();
        browser.sign_in(&site, handle).await;
        assert_eq!(write(&browser, "ana").await.status, 303, "{handle}");
    }
    let asked = ask(&site, "/contact?to=ana", &TYPED).await;
    assert_eq!(asked.status, 200);
    let refused = confirm(&site, &mailbox, 1).await;
    assert_eq!(refused.status, 429, "the link works tomorrow");
    checks::page("/contact/confirm", &refused.body);
    assert_eq!(ask(&site, "/contact?to=dora", &TYPED).await.status, 200);
    let third = ask(&site, "/contact?to=dora", &TYPED).await;
    assert!(third.status == 429 && third.body.contains("How wide are they?"));
    clock.advance(86_400_001);
    assert_eq!(confirm(&site, &mailbox, 1).await.status, 200);
    // After three days nothing can be confirmed any more, and after the set time no link works.
    let copy = mailbox.mail_to(READER, 3).await.link(site.origin());
    clock.advance(3 * 86_400_000);
    let late = mailbox.mail_to(READER, 2).await.link(site.origin());
    assert_eq!(Browser::new().get(&site, &late).await.status, 410);
    Browser::new().page(&site, &copy).await;
    clock.advance(90 * 86_400_000);
    assert_eq!(Browser::new().get(&site, &copy).await.status, 410);
    let mut tx = site.state.db.begin().await.unwrap();
    kontor::app::contact::tidy(&mut tx, site.now()).await.unwrap();
    let id = newest(&site, "ana").await;
    let sides = conversations::sides(&mut tx, id.trim_start_matches("/messages/")).await.unwrap();
    assert!(sides.iter().all(|side| side.email.is_empty()), "the address is forgotten");
    attempts::forget_old(&mut tx, site.now()).await.unwrap();
    tx.commit().await.unwrap();
    site.stop().await;
}

async fn a_reported_message_is_all_that_moderators_see(engine: Engine) {
    let (site, mailbox) = mailing(engine).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let ed = member(&site, "ed", Role::Editor).await;
    ask(&site, "/contact?to=ana", &TYPED).await;
    confirm(&site, &mailbox, 1).await;
    let path = newest(&site, "ana").await;
    let thread = ana.page(&site, &path).await;
    ana.submit(&site, &thread, &path, &[("do", "answer"), ("text", "My secret")]).await;
    let reader = Browser::new();
    let link = mailbox.mail_to(READER, 3).await.link(site.origin());
    let page = reader.page(&site, &link).await;
    let fields = [("do", "answer"), ("text", "Rude <b>words</b>")];
    reader.submit(&site, &page, "/contact/thread", &fields).await;
    let id = path.trim_start_matches("/messages/");
    let mut tx = site.read().await;
    let rude = conversations::latest_of(&mut tx, id, 0).await.unwrap().unwrap();
    let own = conversations::latest_of(&mut tx, id, 1).await.unwrap().unwrap();
    drop(tx);
    let token = ana.token(&site).await;
    let report = |letter: &str| {
        vec![
            ("csrf", token.clone()),
            ("do", "report".to_owned()),
            ("letter", letter.to_owned()),
            ("reason", "It <i>hurts</i>".to_owned()),
        ]
    };
    let send = async |letter: &str| {
        let fields = report(letter);
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        ana.post(&site, &path, &fields).await.status
    };
    assert_eq!(send(&own).await, 404, "only what the other side wrote");
    assert_eq!(send(&rude).await, 303);
    let queue = ed.page(&site, "/desk/reports").await;
    assert!(queue.contains("It &#60;i&#62;hurts") && queue.contains("Rude &#60;b&#62;words"));
    for hidden in ["My secret", "How wide", "readers.example", &address("ana")] {
        assert!(!queue.contains(hidden), "{hidden}");
    }
    assert_eq!(reports::count(&mut site.read().await, Some("open")).await.unwrap(), 1);
    site.stop().await;
}

async fn a_reader_without_an_account_reports_one_message_by_the_link(engine: Engine) {
    let (site, mailbox) = mailing(engine).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let ed = member(&site, "ed", Role::Editor).await;
    ask(&site, "/contact?to=ana", &TYPED).await;
    confirm(&site, &mailbox, 1).await;
    let path = newest(&site, "ana").await;
    let thread = ana.page(&site, &path).await;
    for text in ["Rude <b>words</b>", "And more"] {
        ana.submit(&site, &thread, &path, &[("do", "answer"), ("text", text)]).await;
    }
    let reader = Browser::new();
    let link = mailbox.mail_to(READER, 3).await.link(site.origin());
    let page = reader.page(&site, &link).await;
    checks::page("/contact/thread", &page);
    assert!(page.contains("You can report one message"), "{page}");
    let id = path.trim_start_matches("/messages/");
    let mut tx = site.read().await;
    let account = account_id(&site, "ana").await;
    let sides = conversations::sides(&mut tx, id).await.unwrap();
    let hers = sides.iter().find(|side| side.account.as_ref() == Some(&account)).unwrap();
    let letters = conversations::letters(&mut tx, id, hers, 9).await.unwrap();
    drop(tx);
    let [own, rude, more] = &letters[..] else { panic!("{letters:?}") };
    let report = async |letter: &str| {
        let reason = ("reason", "It <i>hurts</i>");
        let fields = [("do", "report"), ("letter", letter), reason];
        reader.submit(&site, &page, "/contact/thread", &fields).await
    };
    assert_eq!(report(&own.id).await.status, 410, "only what the other side wrote");
    for key in ["", "x", &"A".repeat(43)] {
        let fields = [("key", key), ("do", "report"), ("letter", &rude.id), ("reason", "x")];
        assert_eq!(reader.post(&site, "/contact/thread", &fields).await.status, 410, "{key}");
    }
    let open = async || reports::count(&mut site.read().await, Some("open")).await.unwrap();
    assert_eq!(open().await, 0);
    let seen = report(&rude.id).await;
    assert_eq!(seen.status, 303);
    let after = reader.page(&site, seen.header("location")).await;
    checks::page("/contact/thread", &after);
    assert!(after.contains("will look at the message") && after.contains("You have reported"));
    assert!(!after.contains("value=\"report\""), "it is offered once");
    for again in [rude, more] {
        assert_eq!(report(&again.id).await.status, 303);
    }
    assert_eq!(open().await, 1, "once in a conversation");
    let queue = ed.page(&site, "/desk/reports").await;
    assert!(queue.contains("It &#60;i&#62;hurts") && queue.contains("Rude &#60;b&#62;words"));
    for hidden in ["And more", "How wide", "readers.example", "Rita", &address("ana")] {
        assert!(!queue.contains(hidden), "{hidden}");
    }
    site.stop().await;
}

async fn deleting_takes_a_conversation_from_ones_own_side(engine: Engine) {
    let (site, _mailbox) = mailing(engine).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let bob = member(&site, "bob", Role::Citymaker).await;
    let page = bob.page(&site, "/contact?to=ana").await;
    bob.submit(&site, &page, "/messages/new", &[("subject", "One"), ("text", "First")]).await;
    let path = newest(&site, "ana").await;
    let thread = ana.page(&site, &path).await;
    let seen = ana.submit(&site, &thread, &path, &[("do", "delete")]).await;
    assert_eq!((seen.status, seen.header("location")), (303, "/messages?done=deleted"));
    assert!(ana.page(&site, "/messages?done=deleted").await.contains("is deleted"));
    assert_eq!(ana.get(&site, &path).await.status, 404);
    let his = bob.page(&site, &path).await;
    assert!(his.contains("First"), "the other side keeps its own");
    // What comes later shows, and nothing from before.
    bob.submit(&site, &his, &path, &[("do", "answer"), ("text", "Later")]).await;
    let page = ana.page(&site, &path).await;
    assert!(page.contains("Later") && !page.contains("First"));
    for browser in [&ana, &bob] {
        let page = browser.page(&site, &path).await;
        let token = super::browser::token(&page);
        browser.post(&site, &path, &[("csrf", &token), ("do", "delete")]).await;
    }
    let rows = site.rows().await;
    assert_eq!((rows["conversation"], rows["letter"]), (0, 0), "nobody sees it: it is gone");
    site.stop().await;
}

async fn who_leaves_is_no_name_and_no_address_any_more(engine: Engine) {
    let (site, mailbox) = mailing(engine).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let bob = member(&site, "bob", Role::Citymaker).await;
    let page = bob.page(&site, "/contact?to=ana").await;
    bob.submit(&site, &page, "/messages/new", &[("subject", "One"), ("text", "Kept")]).await;
    let path = newest(&site, "bob").await;
    let hers = ana.page(&site, &path).await;
    ana.submit(&site, &hers, &path, &[("do", "answer"), ("text", "Answered")]).await;
    let id = account_id(&site, "bob").await;
    let files = account::leave::export(&site.state.db, &id, site.now()).await.unwrap();
    let all = &files.iter().find(|(name, _)| *name == "conversations.json").unwrap().1;
    assert!(all.contains("Kept") && all.contains("Answered") && !all.contains(&address("ana")));
    let leaving = bob.page(&site, "/account/leave").await;
    let fields = [("password", super::browser::PASSWORD)];
    assert_eq!(bob.submit(&site, &leaving, "/account/leave", &fields).await.status, 303);
    let thread = ana.page(&site, &path).await;
    assert!(thread.contains("Kept") && thread.contains("Somebody who has left"), "{thread}");
    assert!(!thread.contains("bob of the tests") && thread.contains("Nobody can be reached"));
    drop(mailbox);
    site.stop().await;
}
