//! Other servers under governance: what is kept out stays out by every way in, and at once.

use crate::{
    common::sample_records,
    fake::{Fake, object},
    instance::{Engine, Instance, on_each_engine, until},
};
use kontor::{
    app::{access::Who, quarantine, standing},
    domain::{
        case_study::{CaseStudy, parse},
        network::PeerStanding,
    },
    store::{audit, cases::Standing, comments, follows, received, rulings, search},
};
use serde_json::{Value, json};

on_each_engine!(
    a_block_hides_and_ends_what_it_said_and_lifting_it_shows_the_cases_again,
    a_block_of_a_domain_reaches_the_hosts_below_it,
    nothing_of_a_blocked_host_comes_in_by_way_of_others,
    an_editor_adopts_and_declines_one_by_one,
    a_quarantined_host_keeps_what_was_shown_and_waits_with_the_new,
    the_comments_of_a_host_go_and_come_back_with_it,
    likes_and_boosts_count_while_their_host_is_heard,
);

pub fn case(at: usize) -> CaseStudy {
    parse(&sample_records()[at]).unwrap()
}

pub async fn stand(instance: &Instance, host: &str, is: PeerStanding) -> standing::Touched {
    let (db, now) = (&instance.state.db, instance.now());
    let set = standing::set(db, &Who::CommandLine, host, is, "because", now).await.unwrap();
    instance.state.wake.events.notify_one();
    set
}

async fn found(instance: &Instance) -> i64 {
    let facets = search::facets(&instance.state.db, &Default::default()).await.unwrap();
    facets.network.iter().map(|(_, count)| count).sum()
}

/// Sends a case of a stranger and waits until it took effect.
pub async fn sends(
    instance: &Instance,
    server: &Fake,
    kind: &str,
    id: &str,
    article: &Value,
) -> u16 {
    let activity = server.activity(kind, id, "ana", article.clone());
    let status = server.send(instance.origin(), "ana", &activity, instance.now()).await;
    instance.rests().await;
    status
}

async fn a_block_hides_and_ends_what_it_said_and_lifting_it_shows_the_cases_again(engine: Engine) {
    let origin = Instance::start(engine, "metropolis").await;
    let partner = Instance::start(engine, "eurocities").await;
    origin.import([case(0), case(1), case(2)]).await;
    partner.publish(case(3)).await;
    for (one, other) in [(&partner, &origin), (&origin, &partner)] {
        one.follow(other.host()).await;
        one.has_read_back(other.host()).await;
    }
    partner.shows(4).await;
    origin.shows(4).await;
    assert_eq!(found(&partner).await, 4);

    let host = origin.host().to_owned();
    let db = &partner.state.db;
    let preview = standing::preview(db, &host, PeerStanding::Blocked).await.unwrap();
    assert_eq!(preview.titles.len(), 3);
    assert_eq!(preview.followers, [origin.network()]);
    assert_eq!(preview.followings, [host.as_str()]);
    assert_eq!(partner.shown_count().await, 4, "a preview changes nothing");
    let done = stand(&partner, &host, PeerStanding::Blocked).await;
    assert_eq!(done, preview.touched);
    assert_eq!((done.hidden, done.followers, done.followings), (3, 1, 1));
    assert_eq!(partner.shown_count().await, 1);
    assert_eq!(found(&partner).await, 1, "the facets follow");
    let uri = origin.own(&case(0).id).await.uri;
    let mut tx = partner.read().await;
    assert_eq!(received::find(&mut tx, &uri).await.unwrap().unwrap().state, "hidden");
    assert_eq!(follows::count_followers(&mut tx, partner.network()).await.unwrap(), 0);
    let acts = audit::newest(&mut tx, 1).await.unwrap();
    assert_eq!((acts[0].what.as_str(), acts[0].subject.as_str()), ("peer.blocked", host.as_str()));
    drop(tx);
    until("the Undo arrives", 10, async || {
        let mut tx = origin.read().await;
        (follows::count_followers(&mut tx, origin.network()).await.unwrap() == 0).then_some(())
    })
    .await;
    partner.publish(case(4)).await;
    partner.rests().await;
    assert_eq!(origin.shown_count().await, 4, "nothing more is sent there");

    let lifted = stand(&partner, &host, PeerStanding::Trusted).await;
    assert_eq!((lifted.shown, lifted.followers, lifted.followings), (3, 0, 0));
    assert_eq!(found(&partner).await, 5);
    let mut tx = partner.read().await;
    assert_eq!(received::find(&mut tx, &uri).await.unwrap().unwrap().state, "shown");
}

async fn a_block_of_a_domain_reaches_the_hosts_below_it(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let (one, other) = (Fake::start().await, Fake::start().await);
    for server in [&one, &other] {
        let article = server.article("ana", &case(0), instance.now() - 1_000);
        assert_eq!(sends(&instance, server, "Create", "1", &article).await, 202);
        stand(&instance, &server.host, PeerStanding::Trusted).await;
    }
    instance.shows(2).await;
    // The hosts of this test are LOCALHOST:PORT; what was decided for one of them alone counts.
    let db = &instance.state.db;
    let who = Who::CommandLine;
    standing::forget(db, &who, &other.host, instance.now()).await.unwrap();
    let preview = standing::preview(db, "localhost", PeerStanding::Blocked).await.unwrap();
    assert_eq!(preview.touched.hosts, [other.host.as_str()]);
    assert_eq!(preview.exempt, [(one.host.clone(), PeerStanding::Trusted)]);
    stand(&instance, "localhost", PeerStanding::Blocked).await;
    instance.shows(1).await;
    let article = other.article("ana", &case(1), instance.now() - 1_000);
    assert_eq!(sends(&instance, &other, "Create", "2", &article).await, 403);
    let article = one.article("ana", &case(1), instance.now() - 1_000);
    assert_eq!(sends(&instance, &one, "Create", "2", &article).await, 202);
    instance.shows(2).await;
    standing::forget(db, &who, "localhost", instance.now()).await.unwrap();
    instance.shows(3).await;
    let gone = standing::forget(db, &who, "localhost", instance.now()).await;
    assert!(gone.is_err(), "it is forgotten once");
}

async fn nothing_of_a_blocked_host_comes_in_by_way_of_others(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let (friend, blocked) = (Fake::start().await, Fake::start().await);
    let known = blocked.article("ana", &case(0), instance.now() - 60_000);
    blocked.put(&format!("/o/{}", case(0).id), &known);
    assert_eq!(sends(&instance, &blocked, "Create", "1", &known).await, 202);
    stand(&instance, &blocked.host, PeerStanding::Blocked).await;
    let fresh = blocked.article("ana", &case(1), instance.now() - 1_000);
    blocked.put(&format!("/o/{}", case(1).id), &fresh);
    let mut changed = case(0);
    changed.title = "Changed by who is blocked".into();
    let changed = blocked.article("ana", &changed, instance.now());
    let before = blocked.requests().len();

    // By the outbox of somebody we follow, read back.
    let boosted = friend.activity("Announce", "old", "ana", fresh["id"].clone());
    let outbox = json!({ "type": "OrderedCollection", "totalItems": 2, "orderedItems": [
        boosted, friend.activity("Announce", "older", "ana", known["id"].clone())
    ]});
    friend.serve("/a/ana/outbox", object(&outbox.to_string()));
    let ana = friend.actor("ana");
    instance.follow(&ana).await;
    until("the Follow arrives", 10, async || friend.posted_of("Follow").pop()).await;
    let follow = &friend.posted_of("Follow")[0];
    let accept = friend.activity("Accept", "2", "ana", follow["id"].clone());
    assert_eq!(friend.send(instance.origin(), "ana", &accept, instance.now()).await, 202);
    assert_eq!(instance.has_read_back(&ana).await.backfill_seen, 2);
    // By a boost of somebody we follow, by its id and with the object inside.
    for (id, inside) in [("3", fresh["id"].clone()), ("4", fresh.clone()), ("5", changed.clone())] {
        let boost = friend.activity("Announce", id, "ana", inside);
        assert_eq!(friend.send(instance.origin(), "ana", &boost, instance.now()).await, 202);
    }
    // By itself: a new one, a change, a deletion.
    assert_eq!(sends(&instance, &blocked, "Create", "6", &fresh).await, 403);
    assert_eq!(sends(&instance, &blocked, "Update", "7", &changed).await, 403);
    assert_eq!(sends(&instance, &blocked, "Delete", "8", &known["id"]).await, 403);
    // In another's name, who is not blocked.
    let smuggled = friend.activity("Create", "9", "ana", fresh.clone());
    assert_eq!(friend.send(instance.origin(), "ana", &smuggled, instance.now()).await, 202);
    instance.rests().await;

    assert_eq!(instance.shown_count().await, 0);
    assert!(instance.case(fresh["id"].as_str().unwrap()).await.is_none());
    let kept = instance.case(known["id"].as_str().unwrap()).await.unwrap();
    assert_eq!((kept.standing, kept.case.title), (Standing::Hidden, case(0).title));
    assert_eq!(blocked.requests().len(), before, "nothing was fetched from there");
    let (status, page) =
        friend.get(&format!("{}/cases/{}", instance.origin(), kept.page), "text/html").await;
    assert_eq!(status, 404, "{page}");
}

async fn an_editor_adopts_and_declines_one_by_one(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let server = Fake::start().await;
    let mut articles = Vec::new();
    for at in 0..3 {
        let article = server.article("ana", &case(at), instance.now() - 60_000);
        assert_eq!(sends(&instance, &server, "Create", &at.to_string(), &article).await, 202);
        articles.push(article["id"].as_str().unwrap().to_owned());
    }
    let (db, who) = (&instance.state.db, Who::CommandLine);
    let mut tx = instance.read().await;
    let waiting = rulings::waiting(&mut tx, 0, Some(&server.host), 9).await.unwrap();
    assert_eq!(
        waiting.iter().map(|one| &one.uri).collect::<Vec<_>>(),
        articles.iter().collect::<Vec<_>>()
    );
    assert_eq!(waiting[0].title(), case(0).title);
    drop(tx);
    let adopted =
        quarantine::adopt(db, &who, &waiting[0].id, "we know them", instance.now()).await.unwrap();
    assert!(adopted.is_shown());
    quarantine::decline(db, &who, &articles[1], "advertising", instance.now()).await.unwrap();
    instance.shows(1).await;

    // What was adopted stays so with its changes, what was declined stays hidden with trust.
    let mut changed = case(0);
    changed.title = "A better title".into();
    let update = server.article("ana", &changed, instance.now());
    assert_eq!(sends(&instance, &server, "Update", "u0", &update).await, 202);
    assert_eq!(instance.shown().await[0].case.title, "A better title");
    let update = server.article("ana", &case(1), instance.now());
    assert_eq!(sends(&instance, &server, "Update", "u1", &update).await, 202);
    instance.shows(1).await;
    let trusted = stand(&instance, &server.host, PeerStanding::Trusted).await;
    assert_eq!(trusted.shown, 1, "the one that waited");
    assert_eq!(instance.case(&articles[1]).await.unwrap().standing, Standing::Hidden);
    let mut tx = instance.read().await;
    let declined = rulings::decided(&mut tx, rulings::Verdict::Declined, 0, None, 9).await.unwrap();
    assert_eq!((declined.len(), declined[0].note.as_deref()), (1, Some("advertising")));
    drop(tx);
    quarantine::adopt(db, &who, &articles[1], "after all", instance.now()).await.unwrap();
    instance.shows(3).await;

    stand(&instance, &server.host, PeerStanding::Limited).await;
    instance.shows(0).await;
    let refused = quarantine::adopt(db, &who, &articles[1], "", instance.now()).await;
    assert!(refused.unwrap_err().to_string().contains("limited"));
    let own = instance.publish(case(5)).await;
    let refused = quarantine::decline(db, &who, &own.id, "", instance.now()).await;
    assert!(refused.unwrap_err().to_string().contains("this network itself"));
    instance.shows(1).await;
}

async fn a_quarantined_host_keeps_what_was_shown_and_waits_with_the_new(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let server = Fake::start().await;
    stand(&instance, &server.host, PeerStanding::Trusted).await;
    let article = server.article("ana", &case(0), instance.now() - 60_000);
    assert_eq!(sends(&instance, &server, "Create", "0", &article).await, 202);
    instance.shows(1).await;
    let preview =
        standing::preview(&instance.state.db, &server.host, PeerStanding::Quarantined).await;
    assert_eq!(preview.unwrap().touched.hidden, 0);
    assert_eq!(stand(&instance, &server.host, PeerStanding::Quarantined).await.hidden, 0);
    let article = server.article("ana", &case(1), instance.now() - 60_000);
    assert_eq!(sends(&instance, &server, "Create", "1", &article).await, 202);
    instance.shows(1).await;
    // Limited and back: the same as before.
    assert_eq!(stand(&instance, &server.host, PeerStanding::Limited).await.hidden, 1);
    let article = server.article("ana", &case(2), instance.now() - 60_000);
    assert_eq!(sends(&instance, &server, "Create", "2", &article).await, 202, "kept, not shown");
    instance.shows(0).await;
    assert_eq!(stand(&instance, &server.host, PeerStanding::Quarantined).await.shown, 1);
    let mut tx = instance.read().await;
    assert_eq!(rulings::count_waiting(&mut tx, None).await.unwrap(), 2);
    drop(tx);
    assert_eq!(stand(&instance, &server.host, PeerStanding::Trusted).await.shown, 2);
}

async fn the_comments_of_a_host_go_and_come_back_with_it(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let server = Fake::start().await;
    let ours = instance.publish(case(0)).await;
    stand(&instance, &server.host, PeerStanding::Trusted).await;
    let note = json!({
        "@context": "https://www.w3.org/ns/activitystreams",
        "id": format!("{}/o/note", server.origin),
        "type": "Note",
        "attributedTo": server.actor("ana"),
        "inReplyTo": ours.uri,
        "content": "<p>How much did it cost?</p>",
        "published": "2026-01-01T00:00:00Z",
        "to": ["https://www.w3.org/ns/activitystreams#Public"],
        "cc": [],
    });
    assert_eq!(sends(&instance, &server, "Create", "1", &note).await, 202);
    let told = async || {
        let page = format!("{}/cases/{}", instance.origin(), ours.page);
        server.get(&page, "text/html").await.1.contains("How much did it cost?")
    };
    assert!(told().await);
    let db = &instance.state.db;
    let preview = standing::preview(db, &server.host, PeerStanding::Limited).await.unwrap();
    assert_eq!(preview.posts, 1);
    for (is, shown) in [
        (PeerStanding::Limited, false),
        (PeerStanding::Trusted, true),
        (PeerStanding::Blocked, false),
        (PeerStanding::Quarantined, true),
    ] {
        stand(&instance, &server.host, is).await;
        assert_eq!(told().await, shown, "{is:?}");
        let mut tx = instance.read().await;
        let count = comments::count_of_case(&mut tx, &ours.uri).await.unwrap();
        assert_eq!(count, i64::from(shown), "{is:?}");
    }
}

async fn likes_and_boosts_count_while_their_host_is_heard(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let (server, other) = (Fake::start().await, Fake::start().await);
    let ours = instance.publish(case(0)).await;
    for fake in [&server, &other] {
        stand(&instance, &fake.host, PeerStanding::Trusted).await;
        for (kind, id) in [("Like", "l"), ("Announce", "b")] {
            assert_eq!(sends(&instance, fake, kind, id, &json!(ours.uri)).await, 202);
        }
    }
    let counts = async || {
        let mut counts = Vec::new();
        for collection in ["likes", "shares"] {
            let url = format!("{}/{collection}", ours.uri);
            let (_, body) = other.get(&url, "application/activity+json").await;
            let body: Value = serde_json::from_str(&body).unwrap();
            counts.push(body["totalItems"].as_i64().unwrap());
        }
        counts
    };
    assert_eq!(counts().await, [2, 2]);
    for (is, count) in [
        (PeerStanding::Limited, 1),
        (PeerStanding::Trusted, 2),
        (PeerStanding::Blocked, 1),
        (PeerStanding::Quarantined, 2),
    ] {
        stand(&instance, &server.host, is).await;
        assert_eq!(counts().await, [count, count], "{is:?}");
    }
    // What a limited host does anew is not counted either, until it is heard again.
    stand(&instance, &server.host, PeerStanding::Limited).await;
    let activity = server.activity("Like", "l2", "bob", json!(ours.uri));
    assert_eq!(server.send(instance.origin(), "bob", &activity, instance.now()).await, 202);
    instance.rests().await;
    assert_eq!(counts().await, [1, 1]);
    stand(&instance, &server.host, PeerStanding::Trusted).await;
    assert_eq!(counts().await, [3, 2]);
}
