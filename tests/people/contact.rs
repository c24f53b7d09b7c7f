//! Private messages: who can write to whom, how it is answered, and what nobody else learns.

use kontor::{
    domain::{account::Role, case_study::parse},
    store::{accounts, actors, conversations, messages},
};
use serde_json::json;

use super::{
    browser::{Browser, Seen, account as add_account, address, member, site_with, unescaped},
    mailbox::{Arrived, Mailbox},
    unwanted::contactable,
};
use crate::{
    checks,
    common::sample_records,
    fake::Fake,
    instance::{Engine, Instance, on_each_engine, until},
};

on_each_engine!(
    a_reader_writes_to_an_author_and_gets_the_answer,
    nothing_typed_becomes_a_header_or_markup,
    links_work_once_or_until_they_are_ended_and_none_can_be_made_up,
    a_member_writes_at_once_and_nobody_else_reads_it,
    a_case_without_an_author_leads_to_the_network_or_nowhere,
    a_note_from_another_server_is_answered_as_a_note,
);

pub const READER: &str = "rita@readers.example";

/// An instance that mails.
pub async fn mailing(engine: Engine) -> (Instance, Mailbox) {
    let mailbox = Mailbox::start().await;
    let smtp = mailbox.url();
    let site = site_with(engine, move |config| config.mail.smtp = smtp).await;
    (site, mailbox)
}

/// Everything a mail says: head, both texts, decoded.
fn all_of(mail: &Arrived) -> String {
    format!("{}\n{}\n{}", mail.raw, mail.text(), mail.html())
}

/// Asks as a reader without an account; returns the answer.
pub async fn ask(site: &Instance, to: &str, fields: &[(&str, &str)]) -> Seen {
    let browser = Browser::new();
    let page = browser.page(site, to).await;
    browser.submit(site, &page, "/contact", fields).await
}

pub const TYPED: [(&str, &str); 4] = [
    ("name", "Rita Reader"),
    ("email", READER),
    ("subject", "Your parklets"),
    ("text", "How wide are they?"),
];

/// Confirms with the link in the mail number `number` to the reader.
pub async fn confirm(site: &Instance, mailbox: &Mailbox, number: usize) -> Seen {
    let path = mailbox.mail_to(READER, number).await.link(site.origin());
    let browser = Browser::new();
    let page = browser.page(site, &path).await;
    browser.submit(site, &page, "/contact/confirm", &[]).await
}

pub async fn account_id(site: &Instance, handle: &str) -> String {
    accounts::by_handle(&mut site.read().await, handle).await.unwrap().unwrap().id
}

/// Path of the newest conversation of somebody.
pub async fn newest(site: &Instance, handle: &str) -> String {
    let id = account_id(site, handle).await;
    let found = conversations::list(&mut site.read().await, &id, i64::MAX, 9).await.unwrap();
    format!("/messages/{}", found.first().expect("a conversation").id)
}

async fn a_reader_writes_to_an_author_and_gets_the_answer(engine: Engine) {
    let (site, mailbox) = mailing(engine).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    // The case names her as its contact.
    let mut record = sample_records()[0].clone();
    record["contacts"] = json!([{ "role": "project-manager", "citymaker": "ana" }]);
    let case = site.publish(parse(&record).unwrap()).await;
    let browser = Browser::new();
    let page = browser.page(&site, &format!("/cases/{}", case.page)).await;
    let to = page.split("href=\"/contact?").nth(1).expect("a way to write").split('"').next();
    let to = unescaped(&format!("/contact?{}", to.unwrap()));
    assert_eq!(to, format!("/contact?to=ana&case={}", case.page));
    assert!(browser.page(&site, "/@ana").await.contains("href=\"/contact?to=ana\""));
    let seen = ask(&site, &to, &TYPED).await;
    assert_eq!(seen.status, 200, "{}", seen.body);
    checks::page("/contact", &seen.body);
    // Nothing has gone to her, and the mail that asks holds nothing that was typed.
    let asking = mailbox.mail_to(READER, 1).await;
    for typed in ["Rita", "parklets", "How wide"] {
        assert!(!all_of(&asking).contains(typed), "{typed}");
    }
    assert!(ana.page(&site, "/messages").await.contains("No messages."));
    let seen = confirm(&site, &mailbox, 1).await;
    assert_eq!(seen.status, 200);
    checks::page("/contact/confirm", &seen.body);

    let told = mailbox.mail_to(&address("ana"), 1).await;
    assert!(told.header("subject").contains("Your parklets"), "{}", told.header("subject"));
    assert!(told.text().contains("> How wide are they?"));
    assert_eq!(told.header("reply-to"), "");
    assert!(!all_of(&told).contains("readers.example"));
    let copy = mailbox.mail_to(READER, 2).await;
    assert!(copy.text().contains("> How wide are they?"));
    assert!(!all_of(&copy).contains(&address("ana")));

    let list = ana.page(&site, "/messages").await;
    assert!(list.contains("Rita Reader") && list.contains(">new<"), "{list}");
    let path = told.link(site.origin());
    let thread = ana.page(&site, &path).await;
    assert!(thread.contains("How wide are they?") && thread.contains("end-to-end"));
    assert!(!thread.contains("readers.example") && !list.contains("readers.example"));
    assert!(thread.contains(&format!("/cases/{}", case.page)));
    assert!(!ana.page(&site, "/messages").await.contains(">new<"), "it was read");
    let seen =
        ana.submit(&site, &thread, &path, &[("do", "answer"), ("text", "Two metres.")]).await;
    assert_eq!(seen.status, 303);
    let answer = mailbox.mail_to(READER, 3).await;
    assert!(answer.text().contains("> Two metres.") && answer.header("reply-to").is_empty());
    assert!(!all_of(&answer).contains(&address("ana")));

    // The reader reads and answers by the link, without an account; older links work, too.
    for mail in [&copy, &answer] {
        let page = browser.page(&site, &mail.link(site.origin())).await;
        assert!(page.contains("Two metres.") && page.contains("How wide are they?"));
        assert!(!page.contains(&address("ana")) && !page.contains(READER));
    }
    let page = browser.page(&site, &answer.link(site.origin())).await;
    let fields = [("do", "answer"), ("text", "Thank you!")];
    let seen = browser.submit(&site, &page, "/contact/thread", &fields).await;
    assert_eq!(seen.status, 303, "{}", seen.body);
    browser.page(&site, seen.header("location")).await;
    let told = mailbox.mail_to(&address("ana"), 2).await;
    assert!(told.text().contains("> Thank you!") && !all_of(&told).contains("readers.example"));
    assert!(ana.page(&site, &path).await.contains("Thank you!"));
    site.stop().await;
}

async fn nothing_typed_becomes_a_header_or_markup(engine: Engine) {
    let (site, mailbox) = mailing(engine).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let nasty = "<script>alert(1)</script>\"'<img src=x>";
    let fields = [
        ("name", "Rita\r\nBcc: all@example.net <b>"),
        ("email", READER),
        ("subject", "Hello\r\nX-Injected: yes\r\n\r\nbody <i>"),
        ("text", nasty),
    ];
    let seen = ask(&site, "/contact?to=ana", &fields).await;
    assert_eq!(seen.status, 200, "{}", seen.body);
    assert_eq!(confirm(&site, &mailbox, 1).await.status, 200);
    let mails = [
        mailbox.mail_to(&address("ana"), 1).await,
        mailbox.mail_to(READER, 1).await,
        mailbox.mail_to(READER, 2).await,
    ];
    for mail in &mails {
        assert_eq!(mail.to.len(), 1);
        for name in ["bcc", "x-injected", "cc", "reply-to"] {
            assert_eq!(mail.header(name), "", "{name}");
        }
        assert!(!mail.html().contains("<script>") && !mail.html().contains("<img src=x"));
    }
    let path = mails[0].link(site.origin());
    let thread = ana.page(&site, &path).await;
    let link = mails[2].link(site.origin());
    let theirs = Browser::new().page(&site, &link).await;
    let list = ana.page(&site, "/messages").await;
    for page in [&thread, &theirs, &list] {
        for markup in ["<script", "<img src=x", "Hello\nX", "<b>", "<i>"] {
            assert!(!page.contains(markup), "{markup} in\n{page}");
        }
    }
    assert!(thread.contains("&#60;script&#62;alert(1)"));
    // What is wrong is said at its field, with all that was typed.
    for (field, value) in [
        ("name", " \u{202e}"),
        ("email", "rita@example.org, all@example.org"),
        ("subject", ""),
        ("text", "\n "),
    ] {
        let mut wrong = TYPED.to_vec();
        wrong.iter_mut().find(|(name, _)| *name == field).unwrap().1 = value;
        let seen = ask(&site, "/contact?to=ana", &wrong).await;
        assert_eq!(seen.status, 422, "{field} {value:?}");
        checks::page("/contact", &seen.body);
        assert!(seen.body.contains(&format!("href=\"#{field}\"")));
    }
    site.stop().await;
}

async fn links_work_once_or_until_they_are_ended_and_none_can_be_made_up(engine: Engine) {
    let (site, mailbox) = mailing(engine).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    ask(&site, "/contact?to=ana", &TYPED).await;
    let path = mailbox.mail_to(READER, 1).await.link(site.origin());
    let browser = Browser::new();
    let page = browser.page(&site, &path).await;
    // Looking alone sends nothing.
    browser.page(&site, &path).await;
    assert!(ana.page(&site, "/messages").await.contains("No messages."));
    assert_eq!(browser.submit(&site, &page, "/contact/confirm", &[]).await.status, 200);
    let again = browser.submit(&site, &page, "/contact/confirm", &[]).await;
    assert_eq!(again.status, 410, "a link works once");
    checks::page("/contact/confirm", &again.body);
    let rows = site.rows().await;
    for key in ["", "x", "' OR 1=1 --", &"A".repeat(43), &"A".repeat(4_000)] {
        let key: String = url::form_urlencoded::byte_serialize(key.as_bytes()).collect();
        for path in ["/contact/confirm", "/contact/thread"] {
            assert_eq!(browser.get(&site, &format!("{path}?key={key}")).await.status, 410);
            let fields = [("key", key.as_str()), ("do", "answer"), ("text", "x")];
            assert_eq!(browser.post(&site, path, &fields).await.status, 410, "{path} {key}");
        }
    }
    // A key that confirms opens no conversation, and the other way round.
    let copy = mailbox.mail_to(READER, 2).await.link(site.origin());
    let swapped = copy.replace("/contact/thread", "/contact/confirm");
    assert_eq!(browser.get(&site, &swapped).await.status, 410);
    let swapped = path.replace("/contact/confirm", "/contact/thread");
    assert_eq!(browser.get(&site, &swapped).await.status, 410);
    // A form on another site sends nothing.
    let thread = browser.page(&site, &copy).await;
    *browser.site.lock().unwrap() = Some("cross-site");
    let fields = [("do", "answer"), ("text", "x")];
    let seen = browser.submit(&site, &thread, "/contact/thread", &fields).await;
    assert_eq!(seen.status, 403);
    *browser.site.lock().unwrap() = Some("same-origin");
    let mut now = site.rows().await;
    now.remove("attempt");
    assert_eq!(now, rows.into_iter().filter(|(name, _)| name != "attempt").collect());
    // Its holder ends it: the address and every link are forgotten, her side stays.
    let seen = browser.submit(&site, &thread, "/contact/thread", &[("do", "delete")]).await;
    assert_eq!(seen.status, 200);
    checks::page("/contact/thread", &seen.body);
    assert_eq!(browser.get(&site, &copy).await.status, 410);
    let own = newest(&site, "ana").await;
    let page = ana.page(&site, &own).await;
    assert!(page.contains("How wide") && page.contains("Nobody can be reached"));
    let mut tx = site.read().await;
    let sides = conversations::sides(&mut tx, own.trim_start_matches("/messages/")).await.unwrap();
    assert!(sides.iter().all(|side| side.email.is_empty()), "{sides:?}");
    drop(tx);
    let token = super::browser::token(&page);
    let fields = [("csrf", token.as_str()), ("do", "answer"), ("text", "Still there?")];
    let seen = ana.post(&site, &own, &fields).await;
    assert!(seen.status == 409 && seen.body.contains("Still there?"), "{}", seen.status);
    site.stop().await;
}

async fn a_member_writes_at_once_and_nobody_else_reads_it(engine: Engine) {
    let (site, mailbox) = mailing(engine).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let bob = member(&site, "bob", Role::Citymaker).await;
    let eve = member(&site, "eve", Role::InstanceAdmin).await;
    let page = ana.page(&site, "/contact?to=bob").await;
    let fields = [("subject", "Tram"), ("text", "When does it open?")];
    let seen = ana.submit(&site, &page, "/messages/new", &fields).await;
    assert_eq!(seen.status, 303, "{}", seen.body);
    let own = ana.page(&site, seen.header("location")).await;
    assert!(own.contains("When does it open?"));
    let told = mailbox.mail_to(&address("bob"), 1).await;
    let copy = mailbox.mail_to(&address("ana"), 1).await;
    assert!(!all_of(&told).contains(&address("ana")) && !all_of(&copy).contains(&address("bob")));
    let path = told.link(site.origin());
    let thread = bob.page(&site, &path).await;
    assert!(thread.contains("When does it open?") && thread.contains("href=\"/@ana\""));
    let rows = site.rows().await;
    let bare = path.split('?').next().unwrap();
    let token = eve.token(&site).await;
    let id = bare.trim_start_matches("/messages/");
    let letter = conversations::latest_of(&mut site.read().await, id, 0).await.unwrap().unwrap();
    assert_eq!(eve.get(&site, &path).await.status, 404, "not even for whoever runs the instance");
    for act in ["answer", "delete", "block", "report"] {
        let fields = [
            ("csrf", token.as_str()),
            ("do", act),
            ("text", "x"),
            ("letter", letter.as_str()),
            ("reason", "x"),
        ];
        assert_eq!(eve.post(&site, bare, &fields).await.status, 404, "{act}");
        // Without the token of the own sign-in, and with that of another.
        assert_eq!(bob.post(&site, bare, &fields[1..]).await.status, 403, "{act}");
        assert_eq!(bob.post(&site, bare, &fields).await.status, 403, "{act}");
        assert_eq!(Browser::new().post(&site, bare, &fields[1..]).await.status, 303, "{act}");
    }
    let stranger = Browser::new();
    for path in [bare, "/messages", "/messages/blocked"] {
        let seen = stranger.get(&site, path).await;
        assert!(seen.status == 303 && seen.header("location").starts_with("/login?next="));
    }
    assert_eq!(stranger.get(&site, "/messages/01J").await.status, 303);
    assert_eq!(ana.get(&site, "/messages/01J").await.status, 404);
    let mut now = site.rows().await;
    now.remove("attempt");
    assert_eq!(now, rows.into_iter().filter(|(name, _)| name != "attempt").collect());
    // Nor is it on any public page or in the records.
    for path in ["/@ana", "/@bob", "/people", "/"] {
        assert!(!stranger.page(&site, path).await.contains("When does it"), "{path}");
    }
    // To oneself nobody writes.
    assert!(!ana.page(&site, "/@ana").await.contains("/contact?to=ana"));
    let token = ana.token(&site).await;
    let fields = [("csrf", token.as_str()), ("to", "ana"), ("subject", "x"), ("text", "x")];
    assert_eq!(ana.post(&site, "/messages/new", &fields).await.status, 404);
    site.stop().await;
}

async fn a_case_without_an_author_leads_to_the_network_or_nowhere(engine: Engine) {
    let mailbox = Mailbox::start().await;
    let smtp = mailbox.url();
    let office = "office@network.example";
    let site = site_with(engine, move |config| {
        config.mail.smtp = smtp;
        config.contact.address = office.into();
    })
    .await;
    let case = site.publish(parse(&sample_records()[0]).unwrap()).await;
    let browser = Browser::new();
    let page = browser.page(&site, &format!("/cases/{}", case.page)).await;
    assert!(
        page.contains(&format!("href=\"/contact?case={}\"", case.page)) && !page.contains(office)
    );
    let seen = ask(&site, &format!("/contact?case={}", case.page), &TYPED).await;
    assert!(seen.status == 200 && !seen.body.contains(office));
    confirm(&site, &mailbox, 1).await;
    // The secretariat answers by its own link.
    let told = mailbox.mail_to(office, 1).await;
    assert!(!all_of(&told).contains(READER) && told.text().contains("> How wide"));
    let page = browser.page(&site, &told.link(site.origin())).await;
    let fields = [("do", "answer"), ("text", "Two metres")];
    let seen = browser.submit(&site, &page, "/contact/thread", &fields).await;
    assert_eq!(seen.status, 303);
    let answer = mailbox.mail_to(READER, 3).await;
    assert!(answer.text().contains("> Two metres") && !all_of(&answer).contains(office));
    site.stop().await;
    let site = super::browser::site(engine).await;
    let case = site.publish(parse(&sample_records()[0]).unwrap()).await;
    let page = browser.page(&site, &format!("/cases/{}", case.page)).await;
    assert!(!page.contains("/contact?"), "there is nobody to write to");
    site.stop().await;
}

async fn a_note_from_another_server_is_answered_as_a_note(engine: Engine) {
    let (site, mailbox) = mailing(engine).await;
    let fake = Fake::start().await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let actor = actors::by_handle(&mut site.read().await, "ana").await.unwrap().unwrap();
    let send = async |kind: &str, id: &str, object: serde_json::Value| {
        let activity = fake.activity(kind, id, "ben", object);
        assert_eq!(fake.send(site.origin(), "ben", &activity, site.now()).await, 202);
        site.rests().await;
    };
    let note = |id: &str, text: &str| {
        json!({
            "id": format!("{}/o/{id}", fake.origin), "type": "Note",
            "attributedTo": fake.actor("ben"), "published": "2026-01-02T03:04:05Z",
            "to": [actor.uri], "cc": [], "content": text, "attachment": [],
            "tag": [{ "type": "Mention", "href": actor.uri }],
        })
    };
    send("Create", "c1", note("1", "<p>Hello <script>x</script><b>Ana</b></p>")).await;
    let told = mailbox.mail_to(&address("ana"), 1).await;
    assert!(told.text().contains("> Hello Ana"), "{}", told.text());
    let path = told.link(site.origin());
    let thread = ana.page(&site, &path).await;
    assert!(thread.contains("Hello <b>Ana</b>") && thread.contains(&format!("@ben@{}", fake.host)));
    assert!(thread.contains("another server"));
    let seen = ana.submit(&site, &thread, &path, &[("do", "answer"), ("text", "Hi *Ben*")]).await;
    assert_eq!(seen.status, 303);
    let answer = until("the answer goes out", 20, async || fake.posted_of("Create").pop()).await;
    let object = &answer["object"];
    assert_eq!((&answer["to"], &answer["cc"]), (&json!([fake.actor("ben")]), &json!([])));
    assert_eq!((&object["to"], &object["cc"]), (&json!([fake.actor("ben")]), &json!([])));
    assert_eq!(object["inReplyTo"], format!("{}/o/1", fake.origin));
    assert_eq!(object["content"], "<p>Hi <em>Ben</em></p>");
    assert_eq!(object["tag"][0]["href"], fake.actor("ben"));
    // To nobody else: neither at its own address nor in the outbox.
    for uri in [&answer["id"], &object["id"]] {
        let (status, body) = fake.get(uri.as_str().unwrap(), "application/activity+json").await;
        assert!(status == 404 && !body.contains("Ben"), "{uri} {status}");
    }
    let outbox = format!("{}/outbox?page=1", actor.uri);
    assert!(!fake.get(&outbox, "application/activity+json").await.1.contains("Hi "));
    // A second note goes on in the same conversation; edits and deletions follow their author.
    send("Create", "c2", note("2", "<p>More</p>")).await;
    let mut changed = note("2", "<p>Much more</p>");
    changed["updated"] = json!("2026-01-02T03:05:05Z");
    send("Update", "u2", changed).await;
    let page = ana.page(&site, &path).await;
    assert!(page.contains("Much more") && page.contains("Hello"));
    let stone = json!({ "id": format!("{}/o/2", fake.origin), "type": "Tombstone" });
    send("Delete", "d2", stone).await;
    let page = ana.page(&site, &path).await;
    assert!(!page.contains("Much more") && page.contains("deleted this message"));
    // Blocked: nothing more of them arrives.
    let token = super::browser::token(&page);
    ana.post(&site, &path, &[("csrf", &token), ("do", "block")]).await;
    send("Create", "c3", note("3", "<p>Blocked words</p>")).await;
    assert!(!ana.page(&site, &path).await.contains("Blocked words"));
    let kept = messages::page(&mut site.read().await, Some(&actor.uri), i64::MAX, 9).await.unwrap();
    assert_eq!(kept.len(), 1, "{kept:?}");
    // Deleted on her side: the note goes, too.
    ana.post(&site, &path, &[("csrf", &token), ("do", "delete")]).await;
    let kept = messages::count(&mut site.read().await, Some(&actor.uri)).await.unwrap();
    assert_eq!((kept, ana.get(&site, &path).await.status), (0, 404));
    // Who takes no messages gets none from there either.
    add_account(&site, "dora", Role::Citymaker).await;
    contactable(&site, "dora", false).await;
    let dora = actors::by_handle(&mut site.read().await, "dora").await.unwrap().unwrap();
    let mut said = note("4", "<p>Hello Dora</p>");
    said["to"] = json!([dora.uri]);
    send("Create", "c4", said).await;
    assert_eq!(messages::count(&mut site.read().await, Some(&dora.uri)).await.unwrap(), 0);
    site.stop().await;
}
