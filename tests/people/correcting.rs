//! Readers ask the editors to correct a case, or to take out what names them.

use kontor::{
    app::correction::MOST_A_DAY,
    domain::{account::Role, case_study::parse},
    store::reports,
};

use super::browser::{Browser, forms, member, site};
use crate::{
    checks,
    common::sample_records,
    instance::{Engine, Instance, on_each_engine},
};

on_each_engine!(
    a_reader_asks_for_a_correction_and_the_editors_are_told,
    what_cannot_be_taken_is_said_and_nothing_typed_is_lost,
    no_more_is_taken_in_a_day_than_people_can_read,
);

/// The path of the form for a case.
async fn asked_of(site: &Instance) -> (String, String) {
    let case = parse(&sample_records()[0]).unwrap();
    let stored = site.publish(case).await;
    (format!("/cases/{}/correct", stored.page), stored.uri)
}

async fn open(site: &Instance) -> Vec<reports::Report> {
    reports::page(&mut site.read().await, Some("open"), i64::MAX, 10_000).await.unwrap()
}

async fn a_reader_asks_for_a_correction_and_the_editors_are_told(engine: Engine) {
    let site = site(engine).await;
    let eve = member(&site, "eve", Role::Editor).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let (path, uri) = asked_of(&site).await;
    let reader = Browser::new();
    let case = reader.page(&site, path.trim_end_matches("/correct")).await;
    assert!(case.contains(&format!("href=\"{path}\"")), "the case's page leads there");
    let page = reader.page(&site, &path).await;
    checks::page("the form", &page);
    assert!(forms(&page).iter().any(|form| form.action == path));
    let fields = [
        ("about", "person"),
        ("text", "Please take my <b>name</b> out.\r\n\r\nIt was never agreed."),
        ("contact", "kim@example.org\r\nBcc: all@example.org"),
    ];
    let seen = reader.post(&site, &path, &fields).await;
    assert_eq!((seen.status, seen.header("cache-control")), (200, "no-store"), "{}", seen.body);
    checks::page("thanks", &seen.body);
    assert!(seen.body.contains("The editors have been told."));
    let [report] = &open(&site).await[..] else { panic!("one request waits") };
    assert!(report.objects.contains(&uri) && report.actor.is_empty());
    for told in ["I am named or shown here", "<b>name</b> out.\n\nIt was", "kim@example.org Bcc:"] {
        assert!(report.reason.contains(told), "{told}: {}", report.reason);
    }
    let desk = eve.page(&site, "/desk/reports").await;
    checks::page("the desk", &desk);
    assert!(desk.contains("my &#60;b&#62;name&#60;/b&#62; out."), "{desk}");
    assert!(desk.contains(&format!("<a href=\"{uri}\">")), "the case is a click away: {desk}");
    let told = eve.page(&site, "/account/notices").await;
    assert!(told.contains("A reader asks for a correction of"), "{told}");
    assert!(!ana.page(&site, "/account/notices").await.contains("asks for a correction"));
    assert_eq!(ana.get(&site, "/desk/reports").await.status, 403);
    // Nothing of it is public.
    for path in [path.as_str(), path.trim_end_matches("/correct")] {
        assert!(!reader.page(&site, path).await.contains("kim@example.org"));
    }
    let fields = [("csrf", &*eve.token(&site).await), ("report", "1"), ("note", "Done.")];
    assert_eq!(eve.post(&site, "/desk/reports", &fields).await.status, 303);
    assert!(open(&site).await.is_empty());
    site.withdraw(sample_records()[0]["id"].as_str().unwrap()).await;
    assert_eq!(reader.get(&site, &path).await.status, 410);
    assert_eq!(reader.get(&site, "/cases/nothing/correct").await.status, 404);
    site.stop().await;
}

async fn what_cannot_be_taken_is_said_and_nothing_typed_is_lost(engine: Engine) {
    let site = site(engine).await;
    let (path, _) = asked_of(&site).await;
    let reader = Browser::new();
    let fields = [("about", "everything"), ("text", " \n "), ("contact", "\"><script>")];
    let seen = reader.post(&site, &path, &fields).await;
    assert_eq!(seen.status, 422);
    checks::page("flaws", &seen.body);
    for told in
        ["say what it is about", "what should be changed", "value=\"&#34;&#62;&#60;script&#62;\""]
    {
        assert!(seen.body.contains(told), "{told}: {}", seen.body);
    }
    let long = "x".repeat(4_001);
    let fields = [("about", "fact"), ("text", &*long), ("contact", &long[..201])];
    let seen = reader.post(&site, &path, &fields).await;
    assert_eq!(seen.status, 422);
    assert!(seen.body.contains(&long), "what was typed is still there");
    let huge = "x".repeat(40_000);
    let seen = reader.post(&site, &path, &[("about", "fact"), ("text", &huge)]).await;
    assert_eq!(seen.status, 413);
    let seen = reader.post(&site, &path, &[("about", "fact"), ("homepage", "https://spam")]).await;
    assert_eq!(seen.status, 200, "a program learns nothing");
    assert!(open(&site).await.is_empty());
    site.stop().await;
}

async fn no_more_is_taken_in_a_day_than_people_can_read(engine: Engine) {
    let site = site(engine).await;
    let (path, uri) = asked_of(&site).await;
    let mut tx = site.state.db.begin().await.unwrap();
    for number in 0..MOST_A_DAY {
        let report = reports::Report {
            num: 0,
            id: format!("{uri}#{number}"),
            local: false,
            actor: String::new(),
            host: site.state.urls.host().to_owned(),
            objects: "[]".into(),
            reason: "x".into(),
            state: "open".into(),
            note: String::new(),
            at: site.now(),
            resolved_at: None,
        };
        assert!(reports::add(&mut tx, &report).await.unwrap());
    }
    tx.commit().await.unwrap();
    let seen = Browser::new().post(&site, &path, &[("about", "fact"), ("text", "One more.")]).await;
    assert_eq!(seen.status, 503);
    assert!(seen.body.contains("Too much came in today") && seen.body.contains("One more."));
    assert_eq!(open(&site).await.len() as i64, MOST_A_DAY);
    site.stop().await;
}
