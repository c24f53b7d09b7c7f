//! Digests: gathered until their hour; those of topics for any address that agreed, and no other.

use kontor::{
    app::{self, access::Who, alerts},
    clock::Clock,
    domain::{account::Role, alert::Rhythm, case_study::CaseStudy},
    store::alerts as stored,
};

use super::{
    alerts::{mails, samples, saved, settles},
    browser::{Browser, Seen, address, member, site_at},
    mailbox::Mailbox,
};
use crate::{
    checks,
    instance::{Engine, Instance, on_each_engine, until},
};

on_each_engine!(
    a_digest_comes_once_at_its_hour_with_all_that_is_still_there,
    a_long_digest_leads_to_the_rest,
    an_instant_alert_rests_between_two_mails,
    any_address_gets_the_weekly_mail_of_a_topic_once_it_agreed,
    nobody_learns_which_addresses_are_known_and_none_is_flooded,
    an_address_that_did_not_agree_is_forgotten,
);

/// Sunday 2026-11-22, 09:40 UTC.
const SUNDAY: i64 = 1_795_340_400_000;
const HOUR: i64 = 3_600_000;
/// From then to Monday, 06:00.
const TO_MONDAY: i64 = 20 * HOUR + 20 * 60_000;

async fn on_sunday(engine: Engine) -> (Instance, Mailbox, Clock) {
    let mailbox = Mailbox::start().await;
    let (smtp, clock) = (mailbox.url(), Clock::fixed(SUNDAY));
    let site = site_at(engine, clock.clone(), move |config| config.mail.smtp = smtp).await;
    (site, mailbox, clock)
}

async fn a_digest_comes_once_at_its_hour_with_all_that_is_still_there(engine: Engine) {
    let (site, mailbox, clock) = on_sunday(engine).await;
    member(&site, "day", Role::Citymaker).await;
    member(&site, "week", Role::Citymaker).await;
    saved(&site, "day", "", Rhythm::Daily).await;
    saved(&site, "week", "", Rhythm::Weekly).await;
    let cases: Vec<_> = samples().into_iter().take(4).collect();
    for case in &cases {
        site.publish(case.clone()).await;
    }
    site.withdraw(&cases[0].id).await;
    settles(&site).await;
    clock.advance(TO_MONDAY - 1);
    settles(&site).await;
    assert!(mailbox.all().is_empty(), "not before six");
    clock.advance(1);
    for who in ["day", "week"] {
        let mail = mailbox.mail_to(&address(who), 1).await;
        assert!(mail.text().contains("There are 3 new cases"), "{}", mail.text());
        assert!(!mail.text().contains(&cases[0].title), "it was taken back");
        assert!(cases[1..].iter().all(|case| mail.text().contains(&case.title)));
    }
    let more = samples().pop().unwrap();
    site.publish(more.clone()).await;
    clock.advance(24 * HOUR);
    let mail = mailbox.mail_to(&address("day"), 2).await;
    assert!(mail.text().contains(&more.title), "{}", mail.text());
    let site = site.stop().await.start().await;
    clock.advance(24 * HOUR);
    settles(&site).await;
    assert_eq!(mails(&mailbox, "day").len(), 2, "nothing new, no mail");
    assert_eq!(mails(&mailbox, "week").len(), 1);
    clock.advance(5 * 24 * HOUR);
    let mail = mailbox.mail_to(&address("week"), 2).await;
    assert!(mail.text().contains(&more.title) && !mail.text().contains(&cases[1].title));
    site.stop().await;
}

fn many(count: usize) -> Vec<CaseStudy> {
    let model = samples().pop().unwrap();
    let numbered = |n| CaseStudy {
        id: format!("{}-{n}", model.id),
        slug: format!("{}-{n}", model.slug),
        title: format!("Numbered {n:02}"),
        ..model.clone()
    };
    (0..count).map(numbered).collect()
}

async fn a_long_digest_leads_to_the_rest(engine: Engine) {
    let (site, mailbox, clock) = on_sunday(engine).await;
    member(&site, "day", Role::Citymaker).await;
    saved(&site, "day", "q=numbered", Rhythm::Daily).await;
    for case in many(25) {
        site.publish(case).await;
    }
    settles(&site).await;
    clock.advance(TO_MONDAY);
    let mail = mailbox.mail_to(&address("day"), 1).await;
    let text = mail.text();
    assert!(text.contains("There are 25 new cases"), "{text}");
    assert_eq!(text.matches("* Numbered").count(), 20);
    assert!(text.contains(&format!("{}/cases?q=numbered", site.origin())), "{text}");
    clock.advance(24 * HOUR);
    settles(&site).await;
    assert_eq!(mails(&mailbox, "day").len(), 1, "the rest does not come by mail");
    site.stop().await;
}

async fn an_instant_alert_rests_between_two_mails(engine: Engine) {
    let (site, mailbox, clock) = on_sunday(engine).await;
    member(&site, "ana", Role::Citymaker).await;
    saved(&site, "ana", "", Rhythm::Instant).await;
    let mut cases = samples();
    site.publish(cases.pop().unwrap()).await;
    mailbox.mail_to(&address("ana"), 1).await;
    for _ in 0..2 {
        site.publish(cases.pop().unwrap()).await;
    }
    settles(&site).await;
    assert_eq!(mails(&mailbox, "ana").len(), 1);
    clock.advance(10 * 60_000);
    let mail = mailbox.mail_to(&address("ana"), 2).await;
    assert!(mail.text().contains("There are 2 new cases"), "{}", mail.text());
    settles(&site).await;
    assert_eq!(mails(&mailbox, "ana").len(), 2);
    site.stop().await;
}

async fn ask(browser: &Browser, site: &Instance, topic: &str, email: &str) -> Seen {
    let page = browser.page(site, &format!("/topics/{topic}")).await;
    let seen = browser.submit(site, &page, "/digests", &[("email", email)]).await;
    checks::page("/digests", &seen.body);
    seen
}

async fn any_address_gets_the_weekly_mail_of_a_topic_once_it_agreed(engine: Engine) {
    let (site, mailbox, clock) = on_sunday(engine).await;
    let mut cases = samples();
    let case = cases.pop().unwrap();
    let topic = case.topics[0].id().to_owned();
    let browser = Browser::reading("fr");
    assert_eq!(ask(&browser, &site, &topic, "Nobody@example.org").await.status, 200);
    let mail = mailbox.mail_to("Nobody@example.org", 1).await;
    assert_eq!(mail.header("content-language"), "fr");
    let path = mail.link(site.origin());
    // Looking agrees to nothing, and forged keys neither.
    let page = browser.page(&site, &path).await;
    let forged = format!("{}A{}", &path[..path.len() - 43], &path[path.len() - 42..]);
    let (one, two) = (&path[..path.len() - 1], format!("{path}A"));
    for wrong in [forged.as_str(), one, &two, "/digests/confirm?key=x"] {
        if wrong != path {
            let seen = browser.post(&site, wrong, &[]).await;
            assert_eq!(seen.status, 410, "{wrong}");
        }
    }
    site.publish(case.clone()).await;
    settles(&site).await;
    let seen = browser.submit(&site, &page, &path, &[]).await;
    assert_eq!(seen.status, 200, "{}", seen.body);
    checks::page("agreed", &seen.body);
    let new = cases.into_iter().find(|case| case.topics.iter().any(|one| one.id() == topic));
    let new = new.unwrap_or_else(|| CaseStudy {
        id: "another".into(),
        slug: "another".into(),
        title: "Another".into(),
        ..case.clone()
    });
    clock.advance(1_000);
    site.publish(new.clone()).await;
    settles(&site).await;
    clock.advance(TO_MONDAY);
    let mail = mailbox.mail_to("Nobody@example.org", 2).await;
    assert!(mail.text().contains(&new.title) && !mail.text().contains(&case.title));
    assert!(mail.header("list-unsubscribe-post").contains("One-Click"));
    // Asked for once more it is the same, and one.
    ask(&browser, &site, &topic, "nobody@example.org").await;
    let again = mailbox.mail_to("nobody@example.org", 1).await.link(site.origin());
    assert_eq!(browser.post(&site, &again, &[]).await.status, 200);
    let link = mail.header("list-unsubscribe");
    let link = link.trim_matches(['<', '>']).strip_prefix(site.origin()).unwrap().to_owned();
    let page = browser.page(&site, &link).await;
    let seen = browser.submit(&site, &page, &link, &[]).await;
    assert_eq!(seen.status, 200);
    for used in [&link, &path, &again] {
        assert_eq!(browser.post(&site, used, &[]).await.status, 410, "{used}");
    }
    assert!(stored::listening(&mut site.read().await).await.unwrap().is_empty(), "forgotten");
    site.stop().await;
}

async fn nobody_learns_which_addresses_are_known_and_none_is_flooded(engine: Engine) {
    let (site, mailbox, _) = on_sunday(engine).await;
    let browser = Browser::new();
    let first = ask(&browser, &site, "cycling", "new@example.org").await;
    let path = mailbox.mail_to("new@example.org", 1).await.link(site.origin());
    assert_eq!(browser.post(&site, &path, &[]).await.status, 200);
    let known = ask(&browser, &site, "cycling", "new@example.org").await;
    assert_eq!((first.status, &first.body), (known.status, &known.body));
    for topic in ["walking", "water", "housing", "cycling"] {
        let seen = browser
            .post(&site, "/digests", &[("topic", topic), ("email", "new@example.org")])
            .await;
        assert_eq!((seen.status, seen.body == first.body), (200, topic == "cycling"), "{topic}");
    }
    mailbox.mail_to("new@example.org", 3).await;
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    assert_eq!(mailbox.all().len(), 3, "three mails in a quarter of an hour");
    let wrong = ask(&browser, &site, "cycling", "<b>@x").await;
    assert_eq!(wrong.status, 422);
    assert!(!wrong.body.contains("<b>@x"));
    let odd = [("topic", "no-such-topic"), ("email", "new@example.org")];
    assert_eq!(browser.post(&site, "/digests", &odd).await.status, 404);
    *browser.site.lock().unwrap() = Some("cross-site");
    let seen = browser
        .post(&site, "/digests", &[("topic", "cycling"), ("email", "other@example.org")])
        .await;
    assert_eq!(seen.status, 403);
    site.stop().await;
}

async fn an_address_that_did_not_agree_is_forgotten(engine: Engine) {
    let (site, mailbox, clock) = on_sunday(engine).await;
    let browser = Browser::new();
    ask(&browser, &site, "cycling", "new@example.org").await;
    let path = mailbox.mail_to("new@example.org", 1).await.link(site.origin());
    // A newer mail counts, and the one before no longer.
    ask(&browser, &site, "cycling", "new@example.org").await;
    let newer = mailbox.mail_to("new@example.org", 2).await.link(site.origin());
    assert_eq!(browser.post(&site, &path, &[]).await.status, 410);
    clock.advance(alerts::UNCONFIRMED_MS + 1);
    assert_eq!(browser.post(&site, &newer, &[]).await.status, 410, "a week is over");
    let before = site.rows().await["alert"];
    let mut tx = site.state.db.begin().await.unwrap();
    alerts::forget_old(&mut tx, site.now()).await.unwrap();
    app::notices::forget_old(&mut tx, site.now()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!((before, site.rows().await["alert"]), (1, 0));
    // Nobody else's is.
    member(&site, "ana", Role::Citymaker).await;
    saved(&site, "ana", "", Rhythm::Daily).await;
    clock.advance(10 * alerts::UNCONFIRMED_MS);
    let mut tx = site.state.db.begin().await.unwrap();
    alerts::forget_old(&mut tx, site.now()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(site.rows().await["alert"], 1);
    let db = &site.state.db;
    app::account::suspend(db, &Who::CommandLine, "ana", "x", site.now()).await.unwrap();
    until("nobody listens", 5, async || {
        stored::listening(&mut site.read().await).await.unwrap().is_empty().then_some(())
    })
    .await;
    site.stop().await;
}
