//! Notices: who is concerned is told on the site, once, and nobody else sees it.

use kontor::{
    app::{
        access::Who,
        alerts,
        desk::remind,
        note,
        notices::{self, Kind, Told},
    },
    domain::{account::Role, alert::Rhythm, case_study::parse},
    store::{accounts, actors, notices as stored},
};

use super::{
    alerts::{mails, saved, settles, with_mail},
    browser::{Browser, member, site},
    writing::{begin, step, write_all},
};
use crate::{
    common::sample_records,
    instance::{Engine, Instance, on_each_engine},
};

on_each_engine!(
    every_step_of_a_case_is_told_to_who_is_concerned,
    a_notice_is_its_owners_alone_and_counts_while_it_is_unread,
    a_comment_is_told_to_the_author_and_to_who_is_answered_and_named,
    reviewers_are_reminded_of_old_cases_once_in_a_month,
);

async fn id_of(site: &Instance, handle: &str) -> String {
    accounts::by_handle(&mut site.read().await, handle).await.unwrap().unwrap().id
}

/// Kinds of what somebody has not read, newest first.
async fn unread(site: &Instance, handle: &str) -> Vec<String> {
    let id = id_of(site, handle).await;
    let all = stored::of_account(&mut site.read().await, &id, 100).await.unwrap();
    let unread = all.into_iter().filter(|notice| notice.read_at.is_none());
    let mut kinds: Vec<_> = unread.map(|notice| notice.kind).collect();
    kinds.sort();
    kinds
}

async fn every_step_of_a_case_is_told_to_who_is_concerned(engine: Engine) {
    let (site, mailbox) = with_mail(engine).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let bob = member(&site, "bob", Role::Citymaker).await;
    let rex = member(&site, "rex", Role::Reviewer).await;
    let eve = member(&site, "eve", Role::Editor).await;
    for who in ["ana", "bob"] {
        saved(&site, who, "", Rhythm::Instant).await;
    }
    let path = begin(&site, &ana).await;
    write_all(&site, &ana, &path).await;
    let desk = path.replace("/write/", "/desk/case/");
    assert_eq!(step(&site, &ana, &path, "submitted", "").await.status, 303);
    assert_eq!(unread(&site, "rex").await, ["submitted"]);
    assert_eq!(unread(&site, "eve").await, ["submitted"]);
    assert!(unread(&site, "ana").await.is_empty() && unread(&site, "bob").await.is_empty());
    assert_eq!(step(&site, &rex, &desk, "in-review", "").await.status, 303);
    assert_eq!(unread(&site, "ana").await, ["in-review"]);
    assert_eq!(step(&site, &rex, &desk, "changes-requested", "more").await.status, 303);
    assert_eq!(unread(&site, "ana").await, ["changes-requested", "in-review"]);
    // Once more it is for who reviews it, and for nobody else.
    assert_eq!(step(&site, &ana, &path, "submitted", "").await.status, 303);
    assert_eq!(step(&site, &rex, &desk, "in-review", "").await.status, 303);
    assert_eq!(step(&site, &rex, &desk, "approved", "").await.status, 303);
    assert_eq!(step(&site, &eve, &desk, "published", "").await.status, 303);
    let told = unread(&site, "ana").await;
    assert_eq!(told, ["approved", "changes-requested", "in-review", "published"]);
    settles(&site).await;
    assert_eq!(unread(&site, "bob").await, ["alert"]);
    assert_eq!(
        (mails(&mailbox, "bob").len(), mails(&mailbox, "ana").len()),
        (1, 0),
        "her own case"
    );
    let page = ana.page(&site, "/account/notices").await;
    assert!(page.contains("“Streets that drink rain” is published."), "{page}");
    assert!(page.contains("is being reviewed. (2 times)"), "{page}");
    bob.page(&site, "/account/notices").await;
    site.stop().await;
}

async fn a_notice_is_its_owners_alone_and_counts_while_it_is_unread(engine: Engine) {
    let site = site(engine).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let eve = member(&site, "eve", Role::InstanceAdmin).await;
    assert!(!ana.page(&site, "/account").await.contains("class=\"count\""));
    let account = id_of(&site, "ana").await;
    let markup = "<script>x</script>\"";
    let tell = async |path: &str, at: i64| {
        let told = Told { who: markup, title: markup, path, times: 1 };
        let mut tx = site.state.db.begin().await.unwrap();
        notices::tell(&mut tx, &account, Kind::Comment, told, at).await.unwrap();
        tx.commit().await.unwrap();
    };
    let now = site.now();
    tell("/cases?q=a", now - 2).await;
    tell("/cases?q=a", now - 1).await;
    tell("/topics", now).await;
    let page = ana.page(&site, "/account/notices").await;
    assert!(page.contains("(2 times)") && !page.contains("<script>x"), "{page}");
    assert!(page.contains("</span>2</span>"), "the header counts notices, not times");
    let all = stored::of_account(&mut site.read().await, &account, 10).await.unwrap();
    let open = format!("/account/notices/{}", all[0].id);
    assert_eq!(eve.get(&site, &open).await.status, 404, "another's");
    assert_eq!(Browser::new().get(&site, &open).await.status, 303);
    let (theirs, own) = (eve.token(&site).await, ana.token(&site).await);
    let until = now.to_string();
    for fields in [
        [("csrf", &*theirs), ("read", &*all[0].id), ("until", &*until)],
        [("csrf", &*theirs), ("read", "all"), ("until", &*until)],
    ] {
        assert_eq!(eve.post(&site, "/account/notices", &fields).await.status, 303);
        assert_eq!(ana.post(&site, "/account/notices", &fields).await.status, 403);
    }
    assert_eq!(unread(&site, "ana").await.len(), 2, "nothing of hers changed");
    let seen = ana.get(&site, &open).await;
    assert_eq!((seen.status, seen.header("location")), (303, "/topics"));
    assert_eq!(unread(&site, "ana").await.len(), 1);
    // What came after the page was made stays unread.
    tell("/goals", now + 5).await;
    let fields = [("csrf", &*own), ("read", "all"), ("until", &*until)];
    assert_eq!(ana.post(&site, "/account/notices", &fields).await.status, 303);
    let left = stored::of_account(&mut site.read().await, &account, 10).await.unwrap();
    let left: Vec<_> = left.iter().filter(|notice| notice.read_at.is_none()).collect();
    assert_eq!((left.len(), left[0].path.as_str()), (1, "/goals"));
    // Read and happened again, it is told again.
    tell("/topics", now + 6).await;
    assert_eq!(unread(&site, "ana").await.len(), 2);
    let mut tx = site.state.db.begin().await.unwrap();
    notices::forget_old(&mut tx, now + 91 * 86_400_000).await.unwrap();
    alerts::forget_old(&mut tx, now).await.unwrap();
    tx.commit().await.unwrap();
    assert!(unread(&site, "ana").await.is_empty());
    site.stop().await;
}

async fn a_comment_is_told_to_the_author_and_to_who_is_answered_and_named(engine: Engine) {
    let (site, _mailbox) = with_mail(engine).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let eve = member(&site, "eve", Role::Editor).await;
    member(&site, "bob", Role::Citymaker).await;
    member(&site, "cleo", Role::Citymaker).await;
    let path = begin(&site, &ana).await;
    write_all(&site, &ana, &path).await;
    let desk = path.replace("/write/", "/desk/case/");
    step(&site, &ana, &path, "submitted", "").await;
    for to in ["in-review", "approved", "published"] {
        assert_eq!(step(&site, &eve, &desk, to, "").await.status, 303, "{to}");
    }
    let case = site.shown().await.remove(0).uri;
    let write = async |handle: &str, text: &str, under: &str| {
        let actor = actors::by_handle(&mut site.read().await, handle).await.unwrap().unwrap();
        let draft = note::Draft { text: text.into(), language: None };
        let (db, urls, who) = (&site.state.db, &site.state.urls, Who::CommandLine);
        note::write(db, urls, &who, &actor, draft, Some(under), site.now()).await.unwrap().uri
    };
    let comments = async |handle: &str| -> Vec<String> {
        let all = unread(&site, handle).await;
        let talk = ["comment", "reply", "mention"];
        all.into_iter().filter(|kind| talk.contains(&kind.as_str())).collect()
    };
    let first = write("bob", "Well done, @cleo@localhost", &case).await;
    assert_eq!(comments("ana").await, ["comment"]);
    assert_eq!(comments("cleo").await, ["mention"]);
    assert!(comments("bob").await.is_empty() && comments("eve").await.is_empty());
    write("ana", "Thanks, @bob@localhost", &first).await;
    assert_eq!(comments("bob").await, ["reply"], "answered and named is told once");
    assert_eq!(comments("ana").await, ["comment"], "not of what she wrote herself");
    let seen = ana.page(&site, "/account/notices").await;
    assert!(seen.contains("commented on “Streets that drink rain”."), "{seen}");
    site.stop().await;
}

async fn reviewers_are_reminded_of_old_cases_once_in_a_month(engine: Engine) {
    const DAY_MS: i64 = 86_400_000;
    let site = site(engine).await;
    let rex = member(&site, "rex", Role::Reviewer).await;
    member(&site, "ana", Role::Citymaker).await;
    let db = &site.state.db;
    let later = site.now() + 800 * DAY_MS;
    assert!(!remind(db, later).await.unwrap(), "there is no case");
    site.publish(parse(&sample_records()[0]).unwrap()).await;
    assert!(!remind(db, site.now() + 700 * DAY_MS).await.unwrap(), "it is not that old");
    assert!(remind(db, later).await.unwrap());
    assert!(!remind(db, later + 29 * DAY_MS).await.unwrap(), "not every day");
    assert!(remind(db, later + 30 * DAY_MS).await.unwrap());
    assert_eq!(unread(&site, "rex").await, ["old"]);
    assert!(unread(&site, "ana").await.is_empty());
    let page = rex.page(&site, "/account/notices").await;
    assert!(page.contains("not looked at for 24 months") && !page.contains("(2"), "{page}");
    site.stop().await;
}
