//! Saved searches: each new case is told once, to who asked for it, and to nobody else.

use std::time::Duration;

use kontor::{
    app::{
        access::Who,
        account,
        alerts::{self, Wish},
        quarantine,
        receive::{self, Effect, ForeignCase},
        standing,
    },
    domain::{
        account::Role,
        alert::Rhythm,
        case_study::{CaseStudy, parse},
        network::PeerStanding,
        search::CaseFilter,
    },
    store::{
        accounts,
        alerts::{self as stored, Alert},
        cases,
    },
};

use super::{
    browser::{Browser, Seen, address, forms, member, site_with},
    mailbox::{Arrived, Mailbox},
};
use crate::{
    checks,
    instance::{Engine, Instance, on_each_engine, until},
};

on_each_engine!(
    a_new_case_is_told_once_also_after_a_revision_and_a_restart,
    two_nodes_tell_a_case_once,
    what_is_read_back_from_a_catalogue_is_no_news,
    what_an_editor_lets_in_is_news_and_what_is_hidden_is_not,
    the_link_in_a_mail_ends_its_mails_and_nothing_else,
    a_saved_search_is_its_owners_alone,
    the_private_feed_is_read_at_its_address_until_that_is_renewed,
    who_is_suspended_hears_nothing,
    a_search_is_saved_within_bounds_and_read_in_every_language,
);

pub async fn with_mail(engine: Engine) -> (Instance, Mailbox) {
    let mailbox = Mailbox::start().await;
    let smtp = mailbox.url();
    let site = site_with(engine, move |config| config.mail.smtp = smtp).await;
    (site, mailbox)
}

/// Sample cases, each without dates of its own.
pub fn samples() -> Vec<CaseStudy> {
    let lines = include_str!("../data/cases.jsonl").split('\n').filter(|line| !line.is_empty());
    let cases = lines.map(|line| parse(&serde_json::from_str(line).unwrap()).unwrap());
    let undated = cases.map(|mut case| {
        (case.editorial.published, case.editorial.updated) = (None, None);
        case
    });
    undated.collect()
}

/// Saves a search for a member as its page would.
pub async fn saved(site: &Instance, handle: &str, query: &str, rhythm: Rhythm) -> Alert {
    let mut tx = site.read().await;
    let account = accounts::by_handle(&mut tx, handle).await.unwrap().unwrap();
    drop(tx);
    let member = kontor::domain::account::Member {
        id: account.id,
        handle: account.handle,
        name: account.name,
        role: account.role,
    };
    let wish = Wish { name: "My search", rhythm, by_mail: true, on_site: true };
    let filter = CaseFilter::from_query(query);
    alerts::save(&site.state.db, &member, &filter, &wish, site.now()).await.unwrap()
}

pub fn mails(mailbox: &Mailbox, handle: &str) -> Vec<Arrived> {
    let to = address(handle);
    mailbox.all().into_iter().filter(|mail| mail.to.contains(&to)).collect()
}

/// Waits until the log was read and what was due is told; then a little longer.
pub async fn settles(site: &Instance) {
    until("alerts have read the log", 20, async || {
        let mut tx = site.read().await;
        let waits = kontor::store::events::waiting(&mut tx, "alerts").await.unwrap();
        let due = stored::is_due(&mut tx, site.now()).await.unwrap();
        (!waits && !due).then_some(())
    })
    .await;
    tokio::time::sleep(Duration::from_millis(1_500)).await;
}

async fn stored_alert(site: &Instance, id: &str) -> Option<Alert> {
    stored::by_id(&mut site.read().await, id).await.unwrap()
}

async fn a_new_case_is_told_once_also_after_a_revision_and_a_restart(engine: Engine) {
    let (site, mailbox) = with_mail(engine).await;
    let bob = member(&site, "bob", Role::Citymaker).await;
    member(&site, "cleo", Role::Citymaker).await;
    let mut cases = samples();
    let old = cases.pop().unwrap();
    let case = cases.pop().unwrap();
    let topic = case.topics[0].id().to_owned();
    site.publish(old).await;
    // The lists lead there, also where nothing was found yet.
    let path = format!("/account/alerts/new?topic={topic}");
    for (list, leads) in [
        ("/cases".to_owned(), "/account/alerts/new".to_owned()),
        (format!("/cases?topic={topic}"), path.clone()),
        (format!("/topics/{topic}"), path.clone()),
    ] {
        let page = Browser::new().page(&site, &list).await;
        let is_empty_door = list.starts_with("/topics") && !page.contains("class=\"ways\"");
        assert!(page.contains(&format!("href=\"{leads}\"")) || is_empty_door, "{list}");
    }
    let page = bob.page(&site, &path).await;
    let fields = [("name", "Mine & yours"), ("rhythm", "instant")];
    let seen = bob.submit(&site, &page, "/account/alerts", &fields).await;
    assert_eq!(seen.header("location"), "/account/alerts?done=saved", "{}", seen.body);
    saved(&site, "cleo", "topic=no-such-topic", Rhythm::Instant).await;
    let told = site.publish(case.clone()).await;
    let mail = mailbox.mail_to(&address("bob"), 1).await;
    assert!(mail.text().contains(&case.title), "{}", mail.text());
    assert!(mail.text().contains(&format!("/cases/{}", told.page)));
    assert!(mail.html().contains("Mine &#38; yours"), "{}", mail.html());
    assert_eq!(mail.header("list-unsubscribe-post"), "List-Unsubscribe=One-Click");
    let mut revised = case.clone();
    revised.summary.push_str(" And more.");
    site.update(revised).await;
    settles(&site).await;
    let notices = bob.page(&site, "/account/notices").await;
    assert!(notices.contains("A new case in your search “Mine &#38; yours”"), "{notices}");
    // Taken back and published once more it is still the same case.
    let key = case.id.clone();
    site.withdraw(&key).await;
    settles(&site).await;
    let site = site.stop().await.start().await;
    settles(&site).await;
    assert_eq!((mails(&mailbox, "bob").len(), mails(&mailbox, "cleo").len()), (1, 0));
    site.stop().await;
}

async fn two_nodes_tell_a_case_once(engine: Engine) {
    let (site, mailbox) = with_mail(engine).await;
    member(&site, "bob", Role::Citymaker).await;
    for _ in 0..5 {
        saved(&site, "bob", "", Rhythm::Instant).await;
    }
    let other = site.another_node().await;
    let mut cases = samples();
    for _ in 0..3 {
        site.publish(cases.pop().unwrap()).await;
        other.publish(cases.pop().unwrap()).await;
    }
    settles(&site).await;
    settles(&other).await;
    until("every search told", 20, async || (mails(&mailbox, "bob").len() >= 5).then_some(()))
        .await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    // The first mail of each holds what was there by then; the rest waits for the pause to end.
    assert_eq!(mails(&mailbox, "bob").len(), 5, "one for each search");
    other.stop().await;
    site.stop().await;
}

async fn what_is_read_back_from_a_catalogue_is_no_news(engine: Engine) {
    let (site, mailbox) = with_mail(engine).await;
    member(&site, "bob", Role::Citymaker).await;
    saved(&site, "bob", "", Rhythm::Instant).await;
    let partner = Instance::start(engine, "eurocities").await;
    let mut all = samples();
    for _ in 0..3 {
        partner.publish(all.pop().unwrap()).await;
    }
    partner.rests().await;
    site.follow(partner.host()).await;
    site.has_read_back(partner.host()).await;
    site.shows(3).await;
    settles(&site).await;
    assert!(mails(&mailbox, "bob").is_empty(), "published after the search was saved, read back");
    // Their revision is no news either.
    let mut known = partner.shown().await.remove(0).case;
    known.summary.push_str(" And more.");
    partner.update(known).await;
    settles(&site).await;
    let new = all.pop().unwrap();
    partner.publish(new.clone()).await;
    let mail = mailbox.mail_to(&address("bob"), 1).await;
    assert!(mail.text().contains(&new.title));
    settles(&site).await;
    assert_eq!(mails(&mailbox, "bob").len(), 1);
    // This instance went back to a backup without one of the cases, whose telling it forgot with it.
    member(&site, "cleo", Role::Citymaker).await;
    let anew = saved(&site, "cleo", "", Rhythm::Instant).await;
    let mut tx = site.state.db.begin().await.unwrap();
    stored::save(&mut tx, &Alert { since: 0, ..anew }).await.unwrap();
    let theirs = partner.own(&new.id).await;
    let copy = cases::by_uri(&mut tx, &theirs.uri).await.unwrap().unwrap();
    cases::remove(&mut tx, copy.num).await.unwrap();
    let foreign = ForeignCase {
        uri: theirs.uri,
        actor: theirs.actor,
        host: partner.host().to_owned(),
        page_url: None,
        published: theirs.published,
        updated: theirs.updated,
        case: theirs.case,
        foreign_keys: None,
        document: "{}".into(),
    };
    let healed = receive::case_as_it_is(&mut tx, foreign, site.now()).await.unwrap();
    assert_eq!(healed, Effect::Done);
    tx.commit().await.unwrap();
    settles(&site).await;
    assert_eq!((mails(&mailbox, "bob").len(), mails(&mailbox, "cleo").len()), (1, 0));
    partner.stop().await;
    site.stop().await;
}

async fn what_an_editor_lets_in_is_news_and_what_is_hidden_is_not(engine: Engine) {
    let (site, mailbox) = with_mail(engine).await;
    member(&site, "bob", Role::Citymaker).await;
    saved(&site, "bob", "", Rhythm::Instant).await;
    let partner = Instance::start(engine, "eurocities").await;
    site.follow(partner.host()).await;
    site.has_read_back(partner.host()).await;
    let (db, who) = (&site.state.db, Who::CommandLine);
    let (waits, host) = (PeerStanding::Quarantined, partner.host());
    standing::set(db, &who, host, waits, "a test", site.now()).await.unwrap();
    let case = samples().pop().unwrap();
    let theirs = partner.publish(case).await;
    let here = until("it waits for an editor", 20, async || site.case(&theirs.uri).await).await;
    settles(&site).await;
    assert!(!here.is_shown() && mails(&mailbox, "bob").is_empty());
    quarantine::adopt(db, &who, &theirs.uri, "", site.now()).await.unwrap();
    mailbox.mail_to(&address("bob"), 1).await;
    quarantine::decline(db, &who, &theirs.uri, "no", site.now()).await.unwrap();
    quarantine::adopt(db, &who, &theirs.uri, "", site.now()).await.unwrap();
    settles(&site).await;
    assert_eq!(mails(&mailbox, "bob").len(), 1);
    partner.stop().await;
    site.stop().await;
}

async fn the_link_in_a_mail_ends_its_mails_and_nothing_else(engine: Engine) {
    let (site, mailbox) = with_mail(engine).await;
    let bob = member(&site, "bob", Role::Citymaker).await;
    let one = saved(&site, "bob", "", Rhythm::Instant).await;
    let other = saved(&site, "bob", "", Rhythm::Instant).await;
    let mut cases = samples();
    site.publish(cases.pop().unwrap()).await;
    mailbox.mail_to(&address("bob"), 2).await;
    let link = |id: &str| {
        let found = mails(&mailbox, "bob").into_iter().map(|mail| mail.header("list-unsubscribe"));
        let found = found.map(|link| link.trim_matches(['<', '>']).to_owned());
        let link = found.into_iter().find(|link| link.contains(id)).unwrap();
        link.strip_prefix(site.origin()).unwrap().to_owned()
    };
    let (path, path_other) = (link(&one.id), link(&other.id));
    // Forged in any part, or of another purpose.
    let feed = {
        let mut tx = site.read().await;
        alerts::key_of(&mut tx, alerts::Purpose::Feed, &one).await.unwrap().unwrap()
    };
    let (start, mac) = path.split_at(path.len() - 43);
    let crossed = format!("{start}{}", &path_other[path_other.len() - 43..]);
    let shifted = format!("{start}{}{}", &mac[1..], &mac[..1]);
    let feed = format!("/alerts/end?key={feed}");
    let short = start.to_owned();
    let stranger = Browser::new();
    for forged in [crossed.as_str(), &shifted, &feed, &short, "/alerts/end", "/alerts/end?key=%00"]
    {
        for seen in
            [stranger.get(&site, forged).await, post_one_click(&stranger, &site, forged).await]
        {
            assert_eq!(seen.status, 410, "{forged}");
            checks::page(forged, &seen.body);
        }
    }
    // Programs that look into mails follow links: that ends nothing.
    let page = stranger.page(&site, &path).await;
    assert!(page.contains("My search") && stored_alert(&site, &one.id).await.unwrap().by_mail);
    let done = post_one_click(&stranger, &site, &path).await;
    assert_eq!(done.status, 200, "{}", done.body);
    checks::page("ended", &done.body);
    assert_eq!(done.header("cache-control"), "private, no-store");
    let silent = stored_alert(&site, &one.id).await.unwrap();
    assert!(!silent.by_mail && silent.on_site, "it stays saved");
    assert!(stored_alert(&site, &other.id).await.unwrap().by_mail, "the other goes on");
    assert_eq!(post_one_click(&stranger, &site, &path).await.status, 410, "a link works once");
    // Switched on again, the old link still ends nothing.
    let wish = Wish { name: "x", rhythm: Rhythm::Daily, by_mail: true, on_site: false };
    let me = kontor::domain::account::Member {
        id: one.account.clone().unwrap(),
        handle: "bob".into(),
        name: "bob".into(),
        role: Role::Citymaker,
    };
    alerts::change(&site.state.db, &me, &one.id, &wish, site.now()).await.unwrap();
    assert_eq!(post_one_click(&stranger, &site, &path).await.status, 410);
    // By the page, as a person does.
    let page = bob.page(&site, &path_other).await;
    let seen = stranger.submit(&site, &page, &path_other, &[]).await;
    assert_eq!(seen.status, 200);
    assert!(!stored_alert(&site, &other.id).await.unwrap().by_mail);
    site.stop().await;
}

/// As a mail provider sends it for its reader: no cookie, no page of ours, `multipart/form-data`.
pub async fn post_one_click(browser: &Browser, site: &Instance, path: &str) -> Seen {
    *browser.site.lock().unwrap() = None;
    let body = "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--";
    let seen = browser.post_bytes(site, path, "multipart/form-data; boundary=x", body.into()).await;
    *browser.site.lock().unwrap() = Some("same-origin");
    seen
}

async fn a_saved_search_is_its_owners_alone(engine: Engine) {
    let (site, _mailbox) = with_mail(engine).await;
    let bob = member(&site, "bob", Role::Citymaker).await;
    let eve = member(&site, "eve", Role::InstanceAdmin).await;
    let alert = saved(&site, "bob", "q=secret+plans", Rhythm::Daily).await;
    let page = eve.page(&site, "/account/alerts").await;
    assert!(!page.contains("secret plans") && !page.contains(&alert.id));
    let (theirs, own) = (eve.token(&site).await, bob.token(&site).await);
    for what in ["change", "feed", "end"] {
        let fields = |csrf| {
            [
                ("csrf", csrf),
                ("do", what),
                ("id", alert.id.as_str()),
                ("name", "taken"),
                ("rhythm", "daily"),
            ]
        };
        let seen = eve.post(&site, "/account/alerts", &fields(&theirs)).await;
        assert_eq!(seen.status, 404, "{what}: another's");
        let seen = bob.post(&site, "/account/alerts", &fields(&theirs)).await;
        assert_eq!(seen.status, 403, "{what}: without the token of the sign-in");
        let seen = Browser::new().post(&site, "/account/alerts", &fields(&own)).await;
        assert!(matches!(seen.status, 303 | 403), "{what}: anonymous, {}", seen.status);
    }
    let kept = stored_alert(&site, &alert.id).await.unwrap();
    assert_eq!((kept.name.as_str(), kept.feed_turn, kept.by_mail), ("My search", 0, true));
    for path in ["/account/alerts", "/account/alerts/new?q=bus", "/account/notices"] {
        let seen = Browser::new().get(&site, path).await;
        assert_eq!(seen.status, 303, "{path}");
        assert!(seen.header("location").starts_with("/login?next="), "{path}");
    }
    let fields = |what| {
        [
            ("csrf", own.as_str()),
            ("do", what),
            ("id", alert.id.as_str()),
            ("name", "n"),
            ("rhythm", "weekly"),
            ("site", "yes"),
        ]
    };
    let seen = bob.post(&site, "/account/alerts", &fields("change")).await;
    assert_eq!(seen.header("location"), "/account/alerts?done=changed");
    let kept = stored_alert(&site, &alert.id).await.unwrap();
    assert_eq!((kept.name.as_str(), kept.rhythm, kept.by_mail), ("n", Rhythm::Weekly, false));
    let seen = bob.post(&site, "/account/alerts", &fields("end")).await;
    assert_eq!(seen.header("location"), "/account/alerts?done=ended");
    assert!(stored_alert(&site, &alert.id).await.is_none());
    site.stop().await;
}

async fn the_private_feed_is_read_at_its_address_until_that_is_renewed(engine: Engine) {
    let (site, _mailbox) = with_mail(engine).await;
    let bob = member(&site, "bob", Role::Citymaker).await;
    saved(&site, "bob", "", Rhythm::Daily).await;
    let case = samples().pop().unwrap();
    site.publish(case.clone()).await;
    let address_of = |page: &str| {
        let start = format!("{}/alerts/feed/", site.origin());
        let at = page.find(&start).expect("the address of the feed");
        let rest = &page[at + site.origin().len()..];
        rest[..rest.find('"').unwrap()].to_owned()
    };
    let page = bob.page(&site, "/account/alerts").await;
    let path = address_of(&page);
    let reader = Browser::new();
    let feed = reader.get(&site, &path).await;
    assert_eq!(feed.status, 200);
    assert!(feed.header("content-type").starts_with("application/atom+xml"));
    assert_eq!(feed.header("cache-control"), "private, no-cache");
    assert_eq!(feed.header("x-robots-tag"), "noindex, nofollow");
    assert!(feed.body.contains("<title>My search</title>") && feed.body.contains("<entry>"));
    assert!(feed.body.contains(&format!("href=\"{}{path}\"", site.origin())), "it names itself");
    let again = reader.get_with(&site, &path, "if-none-match", feed.header("etag")).await;
    assert_eq!((again.status, again.header("cache-control")), (304, "private, no-cache"));
    let renew = forms(&page)
        .into_iter()
        .find(|form| form.fields.iter().any(|(name, value)| name == "do" && value == "feed"));
    let fields = renew.unwrap().fields;
    let fields: Vec<_> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    let seen = bob.post(&site, "/account/alerts", &fields).await;
    assert_eq!(seen.header("location"), "/account/alerts?done=feed");
    for gone in [path.as_str(), "/alerts/feed/x", "/alerts/feed/01JD0000000000000000000000"] {
        assert_eq!(reader.get(&site, gone).await.status, 404, "{gone}");
    }
    let new = address_of(&bob.page(&site, "/account/alerts").await);
    assert_eq!(reader.get(&site, &new).await.status, 200);
    let db = &site.state.db;
    account::suspend(db, &Who::CommandLine, "bob", "a test", site.now()).await.unwrap();
    assert_eq!(reader.get(&site, &new).await.status, 404, "of who is suspended");
    site.stop().await;
}

async fn who_is_suspended_hears_nothing(engine: Engine) {
    let (site, mailbox) = with_mail(engine).await;
    member(&site, "bob", Role::Citymaker).await;
    member(&site, "ann", Role::Citymaker).await;
    for who in ["bob", "ann"] {
        saved(&site, who, "", Rhythm::Instant).await;
    }
    let db = &site.state.db;
    account::suspend(db, &Who::CommandLine, "bob", "a test", site.now()).await.unwrap();
    site.publish(samples().pop().unwrap()).await;
    mailbox.mail_to(&address("ann"), 1).await;
    settles(&site).await;
    assert!(mails(&mailbox, "bob").is_empty());
    site.stop().await;
}

async fn a_search_is_saved_within_bounds_and_read_in_every_language(engine: Engine) {
    let (site, _mailbox) = with_mail(engine).await;
    let bob = member(&site, "bob", Role::Citymaker).await;
    let new = "/account/alerts/new?q=%3Cscript%3E&topic=cycling&sdg=11";
    let page = bob.page(&site, new).await;
    let markup = "<script>alert(1)</script>\"'\u{202e}";
    for name in ["", " \u{202e}\n"] {
        let seen = bob.submit(&site, &page, "/account/alerts", &[("name", name)]).await;
        assert_eq!(seen.status, 422, "{name:?}");
        checks::page(new, &seen.body);
    }
    let seen = bob.submit(&site, &page, "/account/alerts", &[("name", markup)]).await;
    assert_eq!(seen.status, 303, "{}", seen.body);
    for tag in ["en", "de", "es", "fr", "pt", "ar", "ja", "ko", "zh"] {
        for path in [
            "/account/alerts?lang=",
            "/account/alerts/new?topic=cycling&lang=",
            "/account/notices?lang=",
            "/alerts/end?lang=",
            "/digests/confirm?lang=",
        ] {
            let seen = bob.get(&site, &format!("{path}{tag}")).await;
            checks::page(path, &seen.body);
            assert!(!seen.body.contains("<script"), "{path}{tag}");
        }
    }
    for _ in 1..kontor::domain::alert::MOST {
        saved(&site, "bob", "", Rhythm::Daily).await;
    }
    let seen = bob.submit(&site, &page, "/account/alerts", &[("name", "one more")]).await;
    assert_eq!(seen.status, 422);
    assert!(seen.body.contains("You have saved 50 searches already"));
    site.stop().await;
}
