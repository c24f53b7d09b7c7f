//! What other servers send: accepted, kept back, ignored or buried.

use crate::{
    build::{HOST, NOW, events_of, local, sample, save},
    common::db::on_both_engines,
};
use kontor::{
    app::{
        access::Who,
        follow,
        receive::{self, Effect, ForeignCase, ForeignPost},
        standing::{self, Touched},
    },
    domain::{event::Event, network::PeerStanding},
    store::{
        Db,
        cases::{self, Standing, StoredCase},
        follows, peers,
        reactions::Reaction,
        received,
    },
};

on_both_engines!(
    the_standing_of_a_host_decides_what_is_shown,
    an_older_version_never_replaces_a_newer_one,
    only_its_author_changes_or_deletes_an_object,
    what_was_deleted_does_not_come_back,
    a_case_shared_by_a_followed_partner_is_shown_and_stays_so,
    only_an_accepted_follow_that_was_sent_makes_a_host_trusted,
    an_actor_that_deletes_itself_takes_its_objects_along,
    a_post_is_kept_in_its_newest_version,
);

const PEER: &str = "p.example";
const AUTHOR: &str = "https://p.example/a/1";
const URI: &str = "https://p.example/o/1";

fn foreign(updated: i64) -> ForeignCase {
    ForeignCase {
        uri: URI.into(),
        actor: AUTHOR.into(),
        host: PEER.into(),
        page_url: Some("https://p.example/cases/x".into()),
        published: NOW,
        updated,
        case: sample(),
        foreign_keys: None,
        document: "{}".into(),
    }
}

async fn receive(db: &Db, foreign: ForeignCase, shared_by: Option<&str>) -> Effect {
    let mut tx = db.begin().await.unwrap();
    let effect = receive::case(&mut tx, foreign, shared_by, NOW).await.unwrap();
    tx.commit().await.unwrap();
    effect
}

async fn gone(db: &Db, uri: &str, by: &str) -> Effect {
    let mut tx = db.begin().await.unwrap();
    let effect = receive::gone(&mut tx, uri, by, NOW).await.unwrap();
    tx.commit().await.unwrap();
    effect
}

async fn stand(db: &Db, host: &str, standing: PeerStanding) -> Touched {
    standing::set(db, &Who::CommandLine, host, standing, "because", NOW).await.unwrap()
}

async fn stored(db: &Db) -> Option<StoredCase> {
    let mut tx = db.read().await.unwrap();
    cases::by_uri(&mut tx, URI).await.unwrap()
}

async fn follow_of(db: &Db, target: &str, host: &str) {
    let mut tx = db.begin().await.unwrap();
    let ours = format!("https://{HOST}/a/network");
    let id = follows::want(&mut tx, host, &ours, host, host, NOW).await.unwrap();
    peers::ensure(&mut tx, host, NOW).await.unwrap();
    follows::asked_now(&mut tx, &id, target, host, "i", "f").await.unwrap();
    assert!(follow::accepted(&mut tx, &ours, target, NOW).await.unwrap());
    tx.commit().await.unwrap();
}

fn ignored(effect: &Effect) -> bool {
    matches!(effect, Effect::Ignored(_))
}

async fn the_standing_of_a_host_decides_what_is_shown(db: Db) {
    use PeerStanding::{Blocked, Limited, Quarantined, Trusted};
    assert_eq!(receive(&db, foreign(NOW), None).await, Effect::Done);
    let first = stored(&db).await.unwrap();
    assert_eq!((first.standing, first.is_shown()), (Standing::Quarantined, false));
    assert_eq!(first.page, format!("{}@{PEER}", first.case.slug));
    let mut updated = NOW;
    for (standing, expected) in [
        (Trusted, Standing::Shown),
        (Limited, Standing::Hidden),
        // What was once shown comes back; what is new waits.
        (Quarantined, Standing::Shown),
    ] {
        let touched = stand(&db, PEER, standing).await;
        assert_eq!(touched.hidden + touched.shown, 1);
        assert_eq!(stored(&db).await.unwrap().standing, expected);
        updated += 1_000;
        assert_eq!(receive(&db, foreign(updated), None).await, Effect::Done);
        assert_eq!(stored(&db).await.unwrap().standing, expected);
    }
    stand(&db, PEER, Blocked).await;
    assert!(ignored(&receive(&db, foreign(updated + 1_000), None).await));
    assert_eq!(stored(&db).await.unwrap().standing, Standing::Hidden);
    let events = events_of(&db).await;
    assert_eq!(events[0], Event::CaseReceived { id: first.id.clone() });
    // Revised three times, shown twice and hidden twice: filters announce it and take that back.
    assert_eq!(events[1..], [(); 7].map(|()| Event::CaseChangedElsewhere { id: first.id.clone() }));
}

async fn an_older_version_never_replaces_a_newer_one(db: Db) {
    let mut newer = foreign(NOW + 5_000);
    newer.case.title = "Newer than that".into();
    newer.case.slug = "newer".into();
    receive(&db, newer, None).await;
    for updated in [NOW, NOW + 4_999, NOW + 5_000] {
        assert!(ignored(&receive(&db, foreign(updated), None).await));
    }
    let kept = stored(&db).await.unwrap();
    assert_eq!((kept.case.title.as_str(), kept.updated), ("Newer than that", NOW + 5_000));
    // Nor when the older one comes by way of somebody who is believed.
    follow_of(&db, "https://q.example/a/1", "q.example").await;
    let shared = receive(&db, foreign(NOW), Some("https://q.example/a/1")).await;
    assert_eq!(shared, Effect::Done);
    let shown = stored(&db).await.unwrap();
    assert!(shown.is_shown());
    assert_eq!((shown.case.title.as_str(), shown.updated), ("Newer than that", NOW + 5_000));
    let mut tx = db.read().await.unwrap();
    let arrival = received::find(&mut tx, URI).await.unwrap().unwrap();
    assert_eq!((arrival.state.as_str(), arrival.case_num), ("shown", Some(shown.num)));
    assert_eq!(received::count(&mut tx).await.unwrap(), 1);
}

async fn only_its_author_changes_or_deletes_an_object(db: Db) {
    receive(&db, foreign(NOW), None).await;
    let kept = stored(&db).await.unwrap();
    for actor in ["https://p.example/a/2", "https://evil.example/a/1"] {
        let forged = ForeignCase { actor: actor.into(), ..foreign(NOW + 9_000) };
        assert!(ignored(&receive(&db, forged, None).await));
        assert!(ignored(&gone(&db, URI, actor).await));
    }
    assert_eq!(stored(&db).await.unwrap(), kept);
    // Ours are only ours.
    let mut tx = db.begin().await.unwrap();
    let ours = save(&mut tx, &local(sample(), 1)).await;
    tx.commit().await.unwrap();
    let forged =
        ForeignCase { uri: ours.uri.clone(), actor: ours.actor.clone(), ..foreign(NOW * 2) };
    assert!(ignored(&receive(&db, forged, None).await));
    assert!(ignored(&gone(&db, &ours.uri, &ours.actor).await));
    let mut tx = db.read().await.unwrap();
    assert_eq!(cases::by_uri(&mut tx, &ours.uri).await.unwrap(), Some(ours));
}

async fn what_was_deleted_does_not_come_back(db: Db) {
    receive(&db, foreign(NOW), None).await;
    assert!(stored(&db).await.is_some());
    assert_eq!(gone(&db, URI, AUTHOR).await, Effect::Done);
    assert_eq!(stored(&db).await, None);
    assert!(ignored(&receive(&db, foreign(NOW + 9_000), None).await));
    assert_eq!(events_of(&db).await.last(), Some(&Event::CaseGoneElsewhere { id: URI.into() }));
    let mut tx = db.read().await.unwrap();
    let arrival = received::find(&mut tx, URI).await.unwrap().unwrap();
    assert_eq!((arrival.state.as_str(), arrival.document.as_str()), ("gone", ""));
    drop(tx);
    // Deleted before it arrived: only where it would have come from.
    let late = || ForeignCase { uri: "https://p.example/o/2".into(), ..foreign(NOW) };
    assert!(ignored(&gone(&db, "https://p.example/o/2", "https://evil.example/a/1").await));
    assert_eq!(gone(&db, "https://p.example/o/2", AUTHOR).await, Effect::Done);
    assert!(ignored(&receive(&db, late(), None).await));
}

async fn a_case_shared_by_a_followed_partner_is_shown_and_stays_so(db: Db) {
    let partner = "https://q.example/a/1";
    let stranger = "https://s.example/a/1";
    receive(&db, foreign(NOW), Some(stranger)).await;
    assert_eq!(stored(&db).await.unwrap().standing, Standing::Quarantined);
    let other = ForeignCase { uri: "https://p.example/o/2".into(), ..foreign(NOW) };
    follow_of(&db, partner, "q.example").await;
    receive(&db, other.clone(), Some(partner)).await;
    // Its author's own revision, from a host nobody has judged.
    let newer = ForeignCase { updated: NOW + 1_000, ..other.clone() };
    assert_eq!(receive(&db, newer, None).await, Effect::Done);
    let mut tx = db.read().await.unwrap();
    let shown = cases::by_uri(&mut tx, &other.uri).await.unwrap().unwrap();
    assert!(shown.is_shown());
    assert_eq!(shown.shared_by.as_deref(), Some(partner));
}

async fn only_an_accepted_follow_that_was_sent_makes_a_host_trusted(db: Db) {
    let ours = format!("https://{HOST}/a/network");
    let mut tx = db.begin().await.unwrap();
    peers::ensure(&mut tx, PEER, NOW).await.unwrap();
    assert!(!follow::accepted(&mut tx, &ours, AUTHOR, NOW).await.unwrap());
    assert!(!follow::rejected(&mut tx, &ours, AUTHOR, NOW).await.unwrap());
    assert_eq!(peers::standing(&mut tx, PEER).await.unwrap(), PeerStanding::Quarantined);
    tx.commit().await.unwrap();
    follow_of(&db, AUTHOR, PEER).await;
    let standing = |host: &'static str| {
        let db = db.clone();
        async move { peers::standing(&mut db.read().await.unwrap(), host).await.unwrap() }
    };
    assert_eq!(standing(PEER).await, PeerStanding::Trusted);
    // What an administrator decided stays decided.
    stand(&db, "q.example", PeerStanding::Limited).await;
    follow_of(&db, "https://q.example/a/1", "q.example").await;
    assert_eq!(standing("q.example").await, PeerStanding::Limited);
    let mut tx = db.begin().await.unwrap();
    assert!(follow::rejected(&mut tx, &ours, AUTHOR, NOW).await.unwrap());
    assert!(!follows::is_followed(&mut tx, AUTHOR).await.unwrap());
    tx.commit().await.unwrap();
}

async fn an_actor_that_deletes_itself_takes_its_objects_along(db: Db) {
    receive(&db, foreign(NOW), None).await;
    let mut tx = db.begin().await.unwrap();
    receive::post(&mut tx, post(NOW, "hello"), NOW).await.unwrap();
    receive::actor_gone(&mut tx, AUTHOR, NOW).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(stored(&db).await, None);
    let mut tx = db.read().await.unwrap();
    let kept = received::page(&mut tx, i64::MAX, 9).await.unwrap();
    assert_eq!(kept.len(), 2);
    assert!(kept.iter().all(|object| object.state == "gone" && object.text.is_empty()));
}

fn post(updated: i64, text: &str) -> ForeignPost {
    ForeignPost {
        uri: "https://p.example/notes/1".into(),
        kind: "Note".into(),
        actor: AUTHOR.into(),
        host: PEER.into(),
        name: String::new(),
        text: text.into(),
        in_reply_to: Some(format!("https://{HOST}/o/1")),
        published: NOW,
        updated,
        document: "{}".into(),
    }
}

async fn a_post_is_kept_in_its_newest_version(db: Db) {
    let mut tx = db.begin().await.unwrap();
    let uri = post(0, "").uri;
    for (updated, text, done) in [(1, "b", true), (0, "a", false), (1, "x", false), (2, "c", true)]
    {
        let effect = receive::post(&mut tx, post(NOW + updated, text), NOW).await.unwrap();
        assert_eq!(effect == Effect::Done, done, "{text}");
    }
    assert_eq!(received::find(&mut tx, &uri).await.unwrap().unwrap().text, "c");
    // A reaction counts when it is to one of ours.
    let ours = save(&mut tx, &local(sample(), 1)).await;
    let like = |object: &str| Reaction {
        id: format!("like of {object}"),
        kind: "Like".into(),
        actor: AUTHOR.into(),
        object: object.into(),
        local: false,
        at: NOW,
    };
    assert_eq!(receive::reaction(&mut tx, like(&ours.uri)).await.unwrap(), Effect::Done);
    assert!(ignored(&receive::reaction(&mut tx, like(&ours.uri)).await.unwrap()));
    assert!(ignored(&receive::reaction(&mut tx, like(&uri)).await.unwrap()));
    tx.commit().await.unwrap();
}
