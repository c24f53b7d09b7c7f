//! What goes out, through the API: recipients, lanes, refusals, and getting it going again.

use super::caller::{Caller, NOW, publishable};
use crate::common::db::on_both_engines;
use kontor::store::{
    Db, Tx,
    activities::{self, Audience, NewActivity},
    follows::{self, Follower},
    lanes::{self, Progress, Refusal},
    peers,
};
use serde_json::{Value, json};

fn inbox(host: &str) -> String {
    format!("https://{host}/inbox")
}

async fn follower(tx: &mut Tx, actor: &str, host: &str) {
    lanes::open(tx, &inbox(host), host, 0, NOW).await.unwrap();
    let follower = Follower {
        actor: actor.to_owned(),
        uri: format!("https://{host}/a/1"),
        inbox: inbox(host),
        follow_id: format!("https://{host}/follows/1"),
        since: 0,
        at: NOW,
    };
    follows::add_follower(tx, &follower).await.unwrap();
}

async fn say(tx: &mut Tx, actor: &str, kind: &str, object: &str) -> i64 {
    let activity = NewActivity {
        id: format!("https://metropolis.example/activities/{kind}"),
        actor: actor.to_owned(),
        kind: kind.to_owned(),
        object: object.to_owned(),
        body: "{}".into(),
        audience: Audience::Followers,
        listed: true,
        targets: Vec::new(),
    };
    activities::append(tx, &activity, NOW).await.unwrap()
}

/// A case whose Update was sent to one follower, waits for one, was refused by one and is parked
/// for one.
async fn sent_in_four_ways(db: Db) -> (Caller, String, i64) {
    let caller = Caller::new(db).await;
    let made = caller.ask("post", "/admin/cases", publishable(1).remove(0)).await.is(201);
    let key = made["key"].as_str().unwrap().to_owned();
    let path = format!("/admin/cases/{key}/deliveries");
    let none = caller.get(&path).await.is(200);
    assert_eq!((&none["activity"], &none["totalItems"]), (&Value::Null, &json!(0)));
    let (actor, object) = (caller.actors[1].uri.as_str(), made["uri"].as_str().unwrap());
    let mut tx = caller.state.db.begin().await.unwrap();
    for host in ["down.example", "odd.example", "shut.example", "well.example"] {
        follower(&mut tx, actor, host).await;
    }
    let seq = say(&mut tx, actor, "Create", object).await;
    assert!(say(&mut tx, actor, "Announce", object).await > seq);
    let seq = say(&mut tx, actor, "Update", object).await;
    peers::failed(&mut tx, "down.example", Some(503), "busy", NOW + 60_000, NOW).await.unwrap();
    lanes::note_answer(&mut tx, &inbox("down.example"), Some(503), "busy", NOW).await.unwrap();
    lanes::park_host(&mut tx, "shut.example", "failing for 14 days").await.unwrap();
    for host in ["odd.example", "well.example"] {
        let progress = Progress {
            inbox: inbox(host),
            position: seq,
            sent: 2,
            status: Some(202),
            answer: String::new(),
            at: NOW,
        };
        lanes::advance(&mut tx, &progress).await.unwrap();
    }
    let refusal = Refusal {
        inbox: inbox("odd.example"),
        seq,
        status: 422,
        answer: "no Articles here".into(),
        at: NOW,
    };
    lanes::refuse(&mut tx, &refusal).await.unwrap();
    tx.commit().await.unwrap();
    (caller, path, seq)
}

async fn every_recipient_of_a_case_is_shown_with_what_became_of_it(db: Db) {
    let (caller, path, seq) = sent_in_four_ways(db).await;
    let page = caller.get(&path).await.is(200);
    assert_eq!(
        (&page["activity"]["type"], &page["activity"]["seq"]),
        (&json!("Update"), &json!(seq))
    );
    assert_eq!(page["totalItems"], 4);
    let told = |at: usize| {
        let item = &page["items"][at];
        (
            item["host"].as_str().unwrap(),
            item["state"].as_str().unwrap(),
            item["last_status"].as_i64(),
        )
    };
    assert_eq!(told(0), ("down.example", "waiting", Some(503)));
    assert_eq!(told(1), ("odd.example", "refused", Some(422)));
    assert_eq!(told(2), ("shut.example", "parked", None));
    assert_eq!(told(3), ("well.example", "sent", Some(202)));
    assert_eq!(page["items"][0]["next_try"], "2026-03-01T09:31:00Z");
    assert_eq!(page["items"][1]["last_answer"], "no Articles here");
    assert_eq!(page["items"][2]["reason"], "failing for 14 days");
    let hosts = ["down.example", "odd.example", "shut.example", "well.example"];
    assert_eq!(caller.all(&path, "after", "host").await, hosts);
    assert_eq!(caller.all("/admin/lanes", "after", "host").await, hosts);
    let lane = &caller.get("/admin/lanes?host=down.example").await.is(200)["items"][0];
    assert_eq!(
        (&lane["waiting"], &lane["failures"], &lane["state"]),
        (&json!(3), &json!(1), &json!("open"))
    );
    assert_eq!(caller.all("/admin/lanes?state=parked", "after", "host").await, ["shut.example"]);
    caller.get("/admin/lanes?state=odd").await.is(422);
}

async fn what_was_refused_is_sent_again_and_a_parked_host_goes_on(db: Db) {
    let (caller, path, seq) = sent_in_four_ways(db).await;
    let refusals = caller.get("/admin/lanes/refusals").await.is(200);
    let refused = &refusals["items"][0];
    assert_eq!((&refused["type"], &refused["status"]), (&json!("Update"), &json!(422)));
    assert_eq!(caller.all("/admin/lanes/refusals", "before", "answer").await.len(), 1);
    let elsewhere = "/admin/lanes/refusals?inbox=https://well.example/inbox";
    assert_eq!(caller.get(elsewhere).await.is(200)["totalItems"], 0);
    caller.get("/admin/lanes/refusals?before=x").await.is(422);

    let again = json!({ "inbox": refused["inbox"], "seq": refused["seq"] });
    let lane = caller.ask("post", "/admin/deliveries/resend", again.clone()).await.is(200);
    assert_eq!((&lane["host"], &lane["waiting"]), (&json!("odd.example"), &json!(1)));
    caller.ask("post", "/admin/deliveries/resend", again).await.is(404);
    assert_eq!(caller.get("/admin/lanes/refusals").await.is(200)["totalItems"], 0);
    assert_eq!(caller.get(&path).await.is(200)["items"][1]["state"], "waiting");

    let resume = async |host: &str| {
        caller.ask("post", &format!("/admin/peers/{host}/resume"), json!(null)).await
    };
    assert_eq!(resume("shut.example").await.is(200)["resumed"], 1);
    assert_eq!(resume("shut.example").await.is(200)["resumed"], 0);
    resume("never.example").await.is(404);
    assert_eq!(caller.get(&path).await.is(200)["items"][2]["state"], "waiting");

    // Two refusals of the same activity: the cursor tells them apart.
    let mut tx = caller.state.db.begin().await.unwrap();
    for host in ["b.example", "a.example", "c.example"] {
        let refusal =
            Refusal { inbox: inbox(host), seq, status: 400, answer: host.into(), at: NOW };
        lanes::refuse(&mut tx, &refusal).await.unwrap();
    }
    tx.commit().await.unwrap();
    let answers = caller.all("/admin/lanes/refusals", "before", "answer").await;
    assert_eq!(answers, ["a.example", "b.example", "c.example"]);

    let actors = caller.get("/admin/actors").await.is(200);
    let mut actors = actors["items"].as_array().unwrap().iter();
    let network = actors.find(|actor| actor["kind"] == "network").unwrap();
    assert_eq!(
        (&network["handle"], &network["followers"]),
        (&json!("@metropolis@metropolis.example"), &json!(4))
    );
}

on_both_engines!(
    every_recipient_of_a_case_is_shown_with_what_became_of_it,
    what_was_refused_is_sent_again_and_a_parked_host_goes_on,
);
