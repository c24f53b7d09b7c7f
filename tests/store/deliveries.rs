//! What goes to whom: activities, followers, lanes and hosts.

use crate::{build::NOW, common::db::on_both_engines};
use kontor::store::{
    Db, Tx,
    activities::{self, Audience, NewActivity, Target},
    deliveries,
    follows::{self, Follower},
    lanes::{self, Progress, Refusal},
    peers,
};
use std::collections::BTreeSet;

on_both_engines!(
    a_lane_carries_what_its_followers_may_have_and_what_is_addressed_to_it,
    what_is_addressed_to_one_inbox_wakes_no_other_lane,
    a_withdrawn_object_travels_no_further,
    a_lane_goes_on_past_a_refusal_which_can_be_sent_again,
    a_parked_lane_keeps_its_place_and_a_closed_one_ends,
    no_two_nodes_serve_one_host,
    a_failing_host_waits_and_a_success_forgets_its_failures,
    an_outbox_lists_what_is_listed_newest_first,
);

const NETWORK: &str = "https://cases.example/a/network";
const FEED: &str = "https://cases.example/a/feed";

fn inbox(host: &str) -> String {
    format!("https://{host}/inbox")
}

fn said(id: &str, actor: &str, audience: Audience, targets: &[&str]) -> NewActivity {
    NewActivity {
        id: id.into(),
        actor: actor.into(),
        kind: "Create".into(),
        object: format!("https://cases.example/o/{id}"),
        body: format!(r#"{{"id":"{id}"}}"#),
        audience,
        listed: audience == Audience::Followers,
        targets: targets
            .iter()
            .map(|host| Target { inbox: inbox(host), host: (*host).into() })
            .collect(),
    }
}

async fn say(tx: &mut Tx, id: &str, actor: &str, audience: Audience, targets: &[&str]) -> i64 {
    activities::append(tx, &said(id, actor, audience, targets), NOW).await.unwrap()
}

async fn follow(tx: &mut Tx, actor: &str, uri: &str, host: &str) {
    let since = activities::head(tx).await.unwrap();
    lanes::open(tx, &inbox(host), host, since, NOW).await.unwrap();
    let follower = Follower {
        actor: actor.into(),
        uri: uri.into(),
        inbox: inbox(host),
        follow_id: format!("{uri}/follow"),
        since,
        at: NOW,
    };
    follows::add_follower(tx, &follower).await.unwrap();
}

async fn next(tx: &mut Tx, host: &str, position: i64) -> Vec<String> {
    let head = activities::head(tx).await.unwrap();
    let found = lanes::next(tx, &inbox(host), position, head, 100).await.unwrap();
    assert!(found.is_sorted_by_key(|activity| activity.seq));
    found.into_iter().map(|activity| activity.id).collect()
}

async fn a_lane_carries_what_its_followers_may_have_and_what_is_addressed_to_it(db: Db) {
    use Audience::{Followers, Targets};
    let mut tx = db.begin().await.unwrap();
    say(&mut tx, "before", NETWORK, Followers, &[]).await;
    follow(&mut tx, NETWORK, "https://a.example/u/1", "a.example").await;
    say(&mut tx, "to-all", NETWORK, Followers, &[]).await;
    say(&mut tx, "of-the-feed", FEED, Followers, &[]).await;
    let accept = say(&mut tx, "to-b-alone", NETWORK, Targets, &["b.example"]).await;
    follow(&mut tx, NETWORK, "https://b.example/u/1", "b.example").await;
    follow(&mut tx, FEED, "https://a.example/u/2", "a.example").await;
    say(&mut tx, "to-all-and-c", NETWORK, Followers, &["c.example", "a.example"]).await;
    say(&mut tx, "of-the-feed-again", FEED, Followers, &[]).await;
    assert_eq!(
        next(&mut tx, "a.example", 1).await,
        ["to-all", "to-all-and-c", "of-the-feed-again"]
    );
    assert_eq!(next(&mut tx, "b.example", 0).await, ["to-b-alone", "to-all-and-c"]);
    assert_eq!(next(&mut tx, "c.example", 0).await, ["to-all-and-c"]);
    assert_eq!(next(&mut tx, "b.example", accept).await, ["to-all-and-c"]);
    // A lane opened for a target starts just before it.
    let lane = lanes::find(&mut tx, &inbox("b.example")).await.unwrap().unwrap();
    assert_eq!(lane.position, accept - 1);
    assert_eq!(lanes::waiting(&mut tx, &lane).await.unwrap(), 2);
    // Bounds of a portion.
    let head = activities::head(&mut tx).await.unwrap();
    let one = lanes::next(&mut tx, &inbox("a.example"), 0, head, 1).await.unwrap();
    assert_eq!(one[0].id, "to-all");
    let early = lanes::next(&mut tx, &inbox("a.example"), 0, 3, 9).await.unwrap();
    assert_eq!(early.len(), 1);
    // A renewed Follow neither begins again nor is another follower; one that left gets nothing.
    let renewed = Follower {
        actor: NETWORK.into(),
        uri: "https://a.example/u/1".into(),
        inbox: inbox("a.example"),
        follow_id: "again".into(),
        since: head,
        at: NOW,
    };
    assert!(!follows::add_follower(&mut tx, &renewed).await.unwrap());
    assert_eq!(next(&mut tx, "a.example", 1).await.len(), 3);
    let known = follows::follower_by_follow_id(&mut tx, "again").await.unwrap().unwrap();
    assert_eq!(known.since, 1);
    assert!(follows::remove_follower(&mut tx, NETWORK, "https://a.example/u/1").await.unwrap());
    assert!(!follows::remove_follower(&mut tx, NETWORK, "https://a.example/u/1").await.unwrap());
    assert_eq!(next(&mut tx, "a.example", 1).await, ["to-all-and-c", "of-the-feed-again"]);
    assert_eq!(follows::count_followers(&mut tx, NETWORK).await.unwrap(), 1);
    let page = follows::followers(&mut tx, FEED, "", 9).await.unwrap();
    assert_eq!(page[0].uri, "https://a.example/u/2");
    tx.commit().await.unwrap();
}

async fn what_is_addressed_to_one_inbox_wakes_no_other_lane(db: Db) {
    let mut tx = db.begin().await.unwrap();
    follow(&mut tx, NETWORK, "https://a.example/u/1", "a.example").await;
    follow(&mut tx, NETWORK, "https://b.example/u/1", "b.example").await;
    let one = say(&mut tx, "to-b-alone", NETWORK, Audience::Targets, &["b.example"]).await;
    let told = activities::newest_told(&mut tx).await.unwrap();
    assert_eq!((told, activities::head(&mut tx).await.unwrap()), (0, one));
    assert!(lanes::behind(&mut tx, "a.example", told, NOW, 9).await.unwrap().is_empty());
    assert_eq!(lanes::behind(&mut tx, "b.example", told, NOW, 9).await.unwrap().len(), 1);
    let due = peers::claim(&mut tx, "me", told, NOW, 0, 9).await.unwrap();
    assert_eq!(due.iter().map(|peer| peer.host.as_str()).collect::<Vec<_>>(), ["b.example"]);
    // What everybody is told, everybody's lane goes on to, past what was not meant for it.
    let two = say(&mut tx, "to-all", NETWORK, Audience::Followers, &[]).await;
    let told = activities::newest_told(&mut tx).await.unwrap();
    assert_eq!(told, two);
    assert_eq!(next(&mut tx, "a.example", 0).await, ["to-all"]);
    assert_eq!(next(&mut tx, "b.example", 0).await, ["to-b-alone", "to-all"]);
    assert_eq!(peers::claim(&mut tx, "me", told, NOW + 1, 0, 9).await.unwrap().len(), 2);
    // Sent again, it is found again.
    for host in ["a.example", "b.example"] {
        let progress = Progress {
            inbox: inbox(host),
            position: two,
            sent: 1,
            status: Some(202),
            answer: String::new(),
            at: NOW,
        };
        lanes::advance(&mut tx, &progress).await.unwrap();
    }
    assert_eq!(peers::next_due(&mut tx, told).await.unwrap(), None);
    lanes::rewind(&mut tx, &inbox("b.example"), one).await.unwrap();
    assert!(peers::next_due(&mut tx, told).await.unwrap().is_some());
    assert_eq!(next(&mut tx, "b.example", one - 1).await, ["to-b-alone", "to-all"]);
}

async fn a_withdrawn_object_travels_no_further(db: Db) {
    let mut tx = db.begin().await.unwrap();
    follow(&mut tx, NETWORK, "https://a.example/u/1", "a.example").await;
    let activity = said("1", NETWORK, Audience::Followers, &[]);
    activities::append(&mut tx, &activity, NOW).await.unwrap();
    let update = NewActivity { id: "2".into(), kind: "Update".into(), ..activity.clone() };
    activities::append(&mut tx, &update, NOW).await.unwrap();
    let latest = activities::latest(&mut tx, NETWORK, "Create", &activity.object).await.unwrap();
    assert_eq!(latest.unwrap().id, "1");
    assert_eq!(activities::drop_about(&mut tx, &activity.object).await.unwrap(), 2);
    let delete = NewActivity { id: "3".into(), kind: "Delete".into(), ..activity.clone() };
    activities::append(&mut tx, &delete, NOW).await.unwrap();
    assert_eq!(next(&mut tx, "a.example", 0).await, ["3"]);
    let gone = activities::by_id(&mut tx, "1").await.unwrap().unwrap();
    assert!(gone.dropped && gone.body.is_empty());
    assert_eq!(activities::about(&mut tx, &activity.object, 9).await.unwrap().len(), 3);
    let latest = activities::latest(&mut tx, NETWORK, "Create", &activity.object).await.unwrap();
    assert!(latest.is_none());
    tx.commit().await.unwrap();
}

fn progress(host: &str, position: i64, sent: i64, status: Option<i64>) -> Progress {
    Progress { inbox: inbox(host), position, sent, status, answer: "ok".into(), at: NOW }
}

async fn a_lane_goes_on_past_a_refusal_which_can_be_sent_again(db: Db) {
    let mut tx = db.begin().await.unwrap();
    follow(&mut tx, NETWORK, "https://a.example/u/1", "a.example").await;
    for id in ["1", "2", "3"] {
        say(&mut tx, id, NETWORK, Audience::Followers, &[]).await;
    }
    let to = inbox("a.example");
    let refusal =
        Refusal { inbox: to.clone(), seq: 2, status: 422, answer: "too long".into(), at: NOW };
    lanes::refuse(&mut tx, &refusal).await.unwrap();
    lanes::refuse(&mut tx, &Refusal { status: 400, ..refusal.clone() }).await.unwrap();
    lanes::advance(&mut tx, &progress("a.example", 3, 2, Some(202))).await.unwrap();
    // A slower report changes nothing but the count, and without an answer not the answer.
    lanes::advance(&mut tx, &progress("a.example", 1, 1, None)).await.unwrap();
    let lane = lanes::find(&mut tx, &to).await.unwrap().unwrap();
    assert_eq!((lane.position, lane.sent, lane.last_status), (3, 3, Some(202)));
    assert_eq!(lane.last_answer.as_deref(), Some("ok"));
    lanes::note_answer(&mut tx, &to, None, "connection refused", NOW + 1).await.unwrap();
    let refused = lanes::refusals(&mut tx, &to, 9).await.unwrap();
    assert_eq!((refused.len(), refused[0].status), (1, 400));

    let deliveries = deliveries::all(&mut tx, 2, NETWORK, 9).await.unwrap();
    assert_eq!((deliveries.len(), deliveries[0].refused_status), (1, Some(400)));
    assert_eq!(deliveries[0].last_answer.as_deref(), Some("connection refused"));
    assert!(deliveries::all(&mut tx, 2, FEED, 9).await.unwrap().is_empty());

    assert!(!lanes::resend(&mut tx, &to, 1).await.unwrap());
    assert!(lanes::resend(&mut tx, &to, 2).await.unwrap());
    assert!(lanes::refusals(&mut tx, &to, 9).await.unwrap().is_empty());
    let lane = lanes::find(&mut tx, &to).await.unwrap().unwrap();
    assert_eq!(lane.position, 1);
    assert_eq!(next(&mut tx, "a.example", lane.position).await, ["2", "3"]);
    lanes::rewind(&mut tx, &to, 3).await.unwrap();
    let lane = lanes::find(&mut tx, &to).await.unwrap().unwrap();
    assert_eq!(lane.position, 1, "a rewind never goes forward");
    tx.commit().await.unwrap();
}

async fn a_parked_lane_keeps_its_place_and_a_closed_one_ends(db: Db) {
    let mut tx = db.begin().await.unwrap();
    follow(&mut tx, NETWORK, "https://a.example/u/1", "a.example").await;
    follow(&mut tx, NETWORK, "https://b.example/u/1", "b.example").await;
    say(&mut tx, "1", NETWORK, Audience::Followers, &["a.example"]).await;
    lanes::park(&mut tx, &inbox("a.example"), "401").await.unwrap();
    lanes::park_host(&mut tx, "b.example", "14 days").await.unwrap();
    assert!(lanes::behind(&mut tx, "a.example", 1, NOW, 9).await.unwrap().is_empty());
    assert!(peers::claim(&mut tx, "me", 1, NOW, 1_000, 9).await.unwrap().is_empty());
    assert_eq!(peers::next_due(&mut tx, 1).await.unwrap(), None);
    let all = lanes::all(&mut tx, None, 9).await.unwrap();
    assert_eq!(all.iter().map(|lane| lane.reason.as_str()).collect::<Vec<_>>(), ["401", "14 days"]);
    assert_eq!(lanes::all(&mut tx, Some("b.example"), 9).await.unwrap().len(), 1);
    assert_eq!(lanes::resume_host(&mut tx, "a.example").await.unwrap(), 1);
    let behind = lanes::behind(&mut tx, "a.example", 1, NOW, 9).await.unwrap();
    assert_eq!((behind.len(), behind[0].position), (1, 0));
    lanes::end(&mut tx, &inbox("a.example"), "410", NOW).await.unwrap();
    let ended = lanes::find(&mut tx, &inbox("a.example")).await.unwrap().unwrap();
    assert_eq!((ended.state.as_str(), ended.ended_at), ("ended", Some(NOW)));
    assert!(lanes::behind(&mut tx, "a.example", 1, NOW, 9).await.unwrap().is_empty());
    assert_eq!(follows::count_followers(&mut tx, NETWORK).await.unwrap(), 1);
    let told = deliveries::all(&mut tx, 1, NETWORK, 9).await.unwrap();
    let told: Vec<_> = told.iter().map(|one| (one.host.as_str(), one.state(1))).collect();
    assert_eq!(told, [("a.example", "ended"), ("b.example", "parked")], "nothing is dropped");
    lanes::rewind(&mut tx, &inbox("a.example"), 1).await.unwrap();
    let ended = lanes::find(&mut tx, &inbox("a.example")).await.unwrap().unwrap();
    assert_eq!(ended.state, "ended", "what is gone is not opened by sending again");
    // Who comes back is welcome, and gets what comes from then on.
    lanes::open(&mut tx, &inbox("a.example"), "a.example", 1, NOW).await.unwrap();
    let again = lanes::find(&mut tx, &inbox("a.example")).await.unwrap().unwrap();
    assert_eq!((again.state.as_str(), again.position), ("open", 1));
    assert!(next(&mut tx, "a.example", 1).await.is_empty());
    tx.commit().await.unwrap();
}

async fn no_two_nodes_serve_one_host(db: Db) {
    let mut tx = db.begin().await.unwrap();
    let hosts: Vec<_> = (0..30).map(|n| format!("h{n}.example")).collect();
    let targets: Vec<_> = hosts.iter().map(String::as_str).collect();
    say(&mut tx, "1", NETWORK, Audience::Targets, &targets).await;
    lanes::advance(&mut tx, &progress("h7.example", 1, 1, Some(202))).await.unwrap();
    tx.commit().await.unwrap();
    let nodes = [0, 1, 2, 3].map(|node| {
        let db = db.clone();
        tokio::spawn(async move {
            let mut mine = Vec::new();
            loop {
                let mut tx = db.begin().await.unwrap();
                let owner = format!("node-{node}");
                let taken = peers::claim(&mut tx, &owner, 1, NOW, 1_000, 2).await.unwrap();
                tx.commit().await.unwrap();
                assert!(taken.len() <= 2);
                if taken.is_empty() {
                    return mine;
                }
                mine.extend(taken.into_iter().map(|peer| peer.host));
            }
        })
    });
    let mut taken = Vec::new();
    for node in nodes {
        taken.extend(node.await.unwrap());
    }
    assert_eq!(taken.len(), 29);
    assert_eq!(taken.iter().collect::<BTreeSet<_>>().len(), 29);
    assert!(!taken.contains(&"h7.example".to_owned()), "nothing waits for it");

    let mut tx = db.begin().await.unwrap();
    assert_eq!(peers::next_due(&mut tx, 1).await.unwrap(), Some(NOW + 1_000));
    // A lost lease is noticed by who lost it.
    let mut other = peers::claim(&mut tx, "late", 1, NOW + 1_000, 1_000, 99).await.unwrap();
    assert_eq!(other.len(), 29);
    let host = other.remove(0).host;
    assert!(peers::renew(&mut tx, "late", &host, NOW + 9_000).await.unwrap());
    for node in 0..4 {
        let owner = format!("node-{node}");
        assert!(!peers::renew(&mut tx, &owner, &host, NOW + 9_000).await.unwrap());
        peers::release(&mut tx, &owner, &host).await.unwrap();
    }
    assert!(peers::claim(&mut tx, "me", 1, NOW + 1_001, 1, 99).await.unwrap().is_empty());
    peers::release(&mut tx, "late", &host).await.unwrap();
    assert_eq!(peers::claim(&mut tx, "me", 1, NOW + 1_001, 1, 99).await.unwrap().len(), 1);
    peers::release_all(&mut tx, "late").await.unwrap();
    assert_eq!(peers::claim(&mut tx, "me", 1, NOW + 1_001, 1, 99).await.unwrap().len(), 28);
    tx.commit().await.unwrap();
}

async fn a_failing_host_waits_and_a_success_forgets_its_failures(db: Db) {
    let mut tx = db.begin().await.unwrap();
    say(&mut tx, "1", NETWORK, Audience::Targets, &["a.example", "b.example"]).await;
    peers::failed(&mut tx, "a.example", None, "refused", NOW + 60_000, NOW).await.unwrap();
    peers::failed(&mut tx, "a.example", Some(502), "bad", NOW + 120_000, NOW + 60_000)
        .await
        .unwrap();
    let peer = peers::find(&mut tx, "a.example").await.unwrap().unwrap();
    assert_eq!((peer.failures, peer.failing_since), (2, Some(NOW)));
    assert_eq!((peer.last_status, peer.last_failure), (Some(502), Some(NOW + 60_000)));
    let taken = peers::claim(&mut tx, "me", 1, NOW + 100_000, 1, 9).await.unwrap();
    assert_eq!(taken.iter().map(|peer| peer.host.as_str()).collect::<Vec<_>>(), ["b.example"]);
    peers::retry_now(&mut tx, "a.example").await.unwrap();
    assert_eq!(peers::claim(&mut tx, "me", 1, NOW + 100_001, 1, 9).await.unwrap().len(), 2);
    peers::failed(&mut tx, "a.example", None, "x", NOW + 1, NOW).await.unwrap();
    peers::succeeded(&mut tx, "a.example", 202, NOW + 5).await.unwrap();
    let peer = peers::find(&mut tx, "a.example").await.unwrap().unwrap();
    assert_eq!((peer.failures, peer.failing_since, peer.next_try), (0, None, 0));
    for at in [0, 59_999, 60_001] {
        peers::heard(&mut tx, "a.example", NOW + at).await.unwrap();
    }
    let peer = peers::find(&mut tx, "a.example").await.unwrap().unwrap();
    assert_eq!(peer.last_received, Some(NOW + 60_001));
    tx.commit().await.unwrap();
}

async fn an_outbox_lists_what_is_listed_newest_first(db: Db) {
    let mut tx = db.begin().await.unwrap();
    say(&mut tx, "1", NETWORK, Audience::Followers, &[]).await;
    say(&mut tx, "2", NETWORK, Audience::Targets, &["a.example"]).await;
    say(&mut tx, "3", NETWORK, Audience::Followers, &[]).await;
    say(&mut tx, "4", FEED, Audience::Followers, &[]).await;
    assert_eq!(activities::outbox_count(&mut tx, NETWORK).await.unwrap(), 2);
    let page = activities::outbox(&mut tx, NETWORK, i64::MAX, 1).await.unwrap();
    assert_eq!(page[0].id, "3");
    let page = activities::outbox(&mut tx, NETWORK, page[0].seq, 9).await.unwrap();
    assert_eq!(page.iter().map(|activity| activity.id.as_str()).collect::<Vec<_>>(), ["1"]);
    assert_eq!(activities::head(&mut tx).await.unwrap(), 4);
    tx.commit().await.unwrap();
}
