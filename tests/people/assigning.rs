//! An editor gives a manuscript to somebody who reviews, and they are told.

use kontor::{
    domain::account::Role,
    store::{accounts, notices},
};

use super::{
    browser::{Browser, Seen, member, site},
    writing::{begin, on_desk, step, write_all},
};
use crate::instance::{Engine, Instance, on_each_engine};

on_each_engine!(an_editor_gives_a_case_to_a_reviewer_who_is_told_and_nobody_else_does,);

async fn id_of(site: &Instance, handle: &str) -> String {
    accounts::by_handle(&mut site.read().await, handle).await.unwrap().unwrap().id
}

/// What somebody was told of assignments.
async fn told(site: &Instance, handle: &str) -> usize {
    let id = id_of(site, handle).await;
    let all = notices::of_account(&mut site.read().await, &id, 100).await.unwrap();
    all.iter().filter(|notice| notice.kind == "assigned").count()
}

async fn assign(site: &Instance, browser: &Browser, desk: &str, to: &str) -> Seen {
    let token = browser.token(site).await;
    let reviewer = id_of(site, to).await;
    let fields = [("csrf", &*token), ("do", "assign"), ("reviewer", &*reviewer)];
    browser.post(site, desk, &fields).await
}

async fn an_editor_gives_a_case_to_a_reviewer_who_is_told_and_nobody_else_does(engine: Engine) {
    let site = site(engine).await;
    let ana = member(&site, "ana", Role::Reviewer).await;
    let bob = member(&site, "bob", Role::Citymaker).await;
    let rex = member(&site, "rex", Role::Reviewer).await;
    let eve = member(&site, "eve", Role::Editor).await;
    let path = begin(&site, &ana).await;
    write_all(&site, &ana, &path).await;
    assert_eq!(step(&site, &ana, &path, "submitted", "").await.status, 303);
    let desk = on_desk(&path);
    let page = eve.page(&site, &desk).await;
    assert!(page.contains("(@rex)"), "{page}");
    assert!(!page.contains("(@ana)") && !page.contains("(@bob)"), "{page}");
    assert!(!rex.page(&site, &desk).await.contains("value=\"assign\""));
    // Neither who wrote it, nor who does not review, nor nobody.
    let rows = site.rows().await;
    assert_eq!(assign(&site, &eve, &desk, "ana").await.status, 409);
    assert_eq!(assign(&site, &eve, &desk, "bob").await.status, 404);
    let token = eve.token(&site).await;
    let nobody = [("csrf", &*token), ("do", "assign"), ("reviewer", "nobody")];
    assert_eq!(eve.post(&site, &desk, &nobody).await.status, 404);
    // Neither by a reviewer, nor by a stranger to the desk.
    for (who, to) in [(&rex, "eve"), (&bob, "rex")] {
        assert_eq!(assign(&site, who, &desk, to).await.status, 403);
    }
    let fields = [("do", "assign"), ("reviewer", "x")];
    assert_ne!(Browser::new().post(&site, &desk, &fields).await.status, 200);
    assert_eq!(site.rows().await, rows);

    assert_eq!(assign(&site, &eve, &desk, "rex").await.status, 303);
    assert_eq!((told(&site, "rex").await, told(&site, "eve").await), (1, 0));
    let notices = rex.page(&site, "/account/notices").await;
    assert!(notices.contains("eve of the tests asks you to review"), "{notices}");
    let mine = "/desk?state=submitted&whose=mine";
    assert!(rex.page(&site, mine).await.contains("Streets that drink rain"));
    assert!(!eve.page(&site, mine).await.contains("Streets that drink rain"));
    // The same once more is no news; taking it oneself neither.
    assert_eq!(assign(&site, &eve, &desk, "rex").await.status, 303);
    assert_eq!(assign(&site, &eve, &desk, "eve").await.status, 303);
    assert_eq!((told(&site, "rex").await, told(&site, "eve").await), (1, 0));
    site.stop().await;
}
