//! Others through the API: following them, reacting to them, what came from them.

use super::caller::{Caller, NOW, publishable};
use crate::common::db::on_both_engines;
use kontor::{
    app::{
        receive::{self, ForeignCase, ForeignPost},
        suggest::{self, Draft},
    },
    domain::{case_study::parse, network::PeerStanding},
    store::{Db, events, follows, inbox, peers},
};
use serde_json::{Value, json};

async fn following_begins_and_ends_by_any_name(db: Db) {
    let caller = Caller::new(db).await;
    let network = &caller.actors[1];
    let follows_path = "/admin/follows";
    let domain = json!({ "target": "Eurocities.example" });
    let wish = caller.ask("post", follows_path, domain.clone()).await.is(202);
    assert_eq!((&wish["wanted"], &wish["state"]), (&json!("eurocities.example"), &json!("wanted")));
    assert_eq!((&wish["actor"], &wish["backfill"]["state"]), (&json!(network.uri), &json!("none")));
    // Asked twice, it is one following.
    let twice = caller.ask("post", follows_path, domain).await.is(202);
    assert_eq!(twice["id"], wish["id"]);

    for actor in ["cases", "@cases@metropolis.example", &caller.actors[2].uri] {
        let request = json!({ "actor": actor, "target": "@cases@urbact.example" });
        let wish = caller.ask("post", follows_path, request).await.is(202);
        assert_eq!(
            (&wish["actor"], &wish["host"]),
            (&json!(caller.actors[2].uri), &json!("urbact.example"))
        );
    }
    let address = json!({ "target": "https://urbact.example/a/1" });
    let by_id = caller.ask("post", follows_path, address).await.is(202);
    assert_eq!(caller.all(follows_path, "before", "wanted").await.len(), 3);

    // It went out and was accepted; then it ends, and the other side is told.
    let mut tx = caller.state.db.begin().await.unwrap();
    let (id, target) = (by_id["id"].as_str().unwrap(), "https://urbact.example/a/1");
    let ours = caller.state.urls.activity("1");
    follows::asked_now(
        &mut tx,
        id,
        target,
        "urbact.example",
        "https://urbact.example/inbox",
        &ours,
    )
    .await
    .unwrap();
    follows::accepted(&mut tx, id, NOW).await.unwrap();
    tx.commit().await.unwrap();
    let shown = caller.get(&format!("/admin/follows/{id}")).await.is(200);
    assert_eq!(
        (&shown["state"], &shown["backfill"]["state"]),
        (&json!("accepted"), &json!("running"))
    );
    let ended = caller.ask("delete", &format!("/admin/follows/{id}"), json!(null)).await.is(200);
    assert_eq!(ended["state"], "ended");
    let mut tx = caller.state.db.read().await.unwrap();
    assert_eq!(events::after(&mut tx, 0, 10).await.unwrap().len(), 1);
    drop(tx);
    caller.ask("delete", &format!("/admin/follows/{id}"), json!(null)).await.is(404);
    let named = json!({ "target": "https://eurocities.example/" });
    assert_eq!(caller.ask("delete", follows_path, named.clone()).await.is(200)["state"], "ended");
    caller.ask("delete", follows_path, named).await.is(404);
    caller.get("/admin/follows/none").await.is(404);

    for target in ["", "no host", "ftp://a.example/", "metropolis.example", "@x@metropolis.example"]
    {
        caller.ask("post", follows_path, json!({ "target": target })).await.is(422);
    }
    let nobody = json!({ "actor": "nobody", "target": "a.example" });
    assert_eq!(
        caller.ask("post", follows_path, nobody).await.is(422)["errors"][0]["path"],
        "actor"
    );
}

async fn a_blocked_host_is_not_followed_until_the_block_is_lifted(db: Db) {
    let caller = Caller::new(db).await;
    let put = async |host: &str, standing: &str| {
        let body = json!({ "standing": standing, "reason": "as agreed" });
        caller.ask("put", &format!("/admin/peers/{host}"), body).await
    };
    let blocked = put("Spam.example", "blocked").await.is(200);
    assert_eq!(
        (&blocked["host"], &blocked["standing"]),
        (&json!("spam.example"), &json!("blocked"))
    );
    let wish = json!({ "target": "spam.example" });
    caller.ask("post", "/admin/follows", wish.clone()).await.is(409);
    put("spam.example", "trusted").await.is(200);
    caller.ask("post", "/admin/follows", wish).await.is(202);
    put("spam.example", "adored").await.is(422);
    put("metropolis.example", "blocked").await.is(422);
    put("other.example:8443", "limited").await.is(200);
    let hosts = caller.all("/admin/peers", "after", "host").await;
    assert_eq!(hosts, ["other.example:8443", "spam.example"]);
    caller.get("/admin/peers/never.example").await.is(404);
    caller.get("/admin/peers/no%20host").await.is(422);
    assert_eq!(caller.get("/admin/peers/spam.example").await.is(200)["reason"], "as agreed");
}

async fn a_boost_and_a_like_are_made_once_and_taken_back(db: Db) {
    let caller = Caller::new(db).await;
    let made = caller.ask("post", "/admin/cases", publishable(1).remove(0)).await.is(201);
    let request = json!({ "object": made["uri"] });
    for (path, kind) in [("/admin/boosts", "Announce"), ("/admin/likes", "Like")] {
        let reaction = caller.ask("post", path, request.clone()).await.is(201);
        assert_eq!(
            (&reaction["type"], &reaction["actor"]),
            (&json!(kind), &json!(caller.actors[1].uri))
        );
        assert!(caller.state.urls.is_ours(reaction["id"].as_str().unwrap()));
        caller.ask("post", path, request.clone()).await.is(409);
        let other = json!({ "actor": "cases", "object": made["uri"] });
        caller.ask("post", path, other).await.is(201);
        assert_eq!(caller.ask("delete", path, request.clone()).await.is(200)["id"], reaction["id"]);
        caller.ask("delete", path, request.clone()).await.is(404);
        caller.ask("post", path, json!({ "object": "https://a.example/1" })).await.is(404);
        caller.ask("post", path, json!({ "object": "boats" })).await.is(422);
    }
}

fn post(at: i64) -> ForeignPost {
    ForeignPost {
        uri: format!("https://talk.example/notes/{at}"),
        kind: "Note".into(),
        actor: "https://talk.example/users/ana".into(),
        host: "talk.example".into(),
        name: String::new(),
        text: format!("Note {at}: is the \u{1F6B2} street open?"),
        in_reply_to: Some("https://metropolis.example/o/1".into()),
        published: NOW + at * 1_000,
        updated: NOW + at * 1_000,
        document: "{}".into(),
    }
}

async fn what_came_from_elsewhere_is_listed_newest_first(db: Db) {
    let caller = Caller::new(db).await;
    let mut tx = caller.state.db.begin().await.unwrap();
    peers::ensure(&mut tx, "euro.example", NOW).await.unwrap();
    peers::set_standing(&mut tx, "euro.example", PeerStanding::Trusted, "").await.unwrap();
    for at in 0..130 {
        receive::post(&mut tx, post(at), NOW + at).await.unwrap();
    }
    let case = ForeignCase {
        uri: "https://euro.example/o/1".into(),
        actor: "https://euro.example/a/1".into(),
        host: "euro.example".into(),
        page_url: None,
        published: NOW,
        updated: NOW,
        case: parse(&publishable(1)[0]).unwrap(),
        foreign_keys: None,
        document: "{}".into(),
    };
    receive::case(&mut tx, case, None, NOW + 200).await.unwrap();
    receive::gone(&mut tx, "https://talk.example/notes/0", "https://talk.example/users/ana", NOW)
        .await
        .unwrap();
    tx.commit().await.unwrap();

    let page = caller.get("/admin/received?limit=1000").await.is(200);
    let items = page["items"].as_array().unwrap();
    assert_eq!((items.len(), &page["totalItems"], &page["next"]), (131, &json!(131), &Value::Null));
    assert_eq!((&items[0]["type"], &items[0]["state"]), (&json!("Article"), &json!("shown")));
    let here = items[0]["page"].as_str().unwrap();
    assert!(here.ends_with("@euro.example"), "{here}");
    assert_eq!(items[1]["id"], "https://talk.example/notes/129");
    assert_eq!(items[1]["text"], "Note 129: is the \u{1F6B2} street open?");
    assert_eq!(items[1]["in_reply_to"], "https://metropolis.example/o/1");
    assert_eq!((&items[130]["state"], &items[130]["text"]), (&json!("gone"), &json!("")));
    let ids: Vec<_> = items.iter().map(|item| item["id"].as_str().unwrap()).collect();
    assert_eq!(caller.all("/admin/received", "before", "id").await, ids);
    // A long page is read in pieces: the cursor is right at their edges.
    let long = caller.get("/admin/received?limit=64").await.is(200);
    let next = long["next"].as_str().unwrap();
    let rest = caller.get(&format!("/admin/received?limit=67&before={next}")).await.is(200);
    assert_eq!((&rest["items"][0]["id"], &rest["next"]), (&json!(ids[64]), &Value::Null));
}

async fn handled_activities_are_listed_with_their_state(db: Db) {
    let caller = Caller::new(db).await;
    let arrivals: Vec<_> = (0..5)
        .map(|n| inbox::Arrival {
            id: format!("https://talk.example/activities/{n}"),
            actor: "https://talk.example/users/ana".into(),
            host: "talk.example".into(),
            kind: "Create".into(),
            body: "{}".into(),
            received_at: NOW,
        })
        .collect();
    let mut tx = caller.state.db.begin().await.unwrap();
    inbox::write(&mut tx, &arrivals).await.unwrap();
    let items = inbox::claim(&mut tx, NOW, 1_000, 10).await.unwrap();
    inbox::finish(&mut tx, items[0].seq, "done", "", NOW).await.unwrap();
    inbox::finish(&mut tx, items[1].seq, "ignored", "not ours", NOW).await.unwrap();
    tx.commit().await.unwrap();
    let page = caller.get("/admin/inbox?limit=1").await.is(200);
    assert_eq!(page["counts"], json!({ "done": 1, "ignored": 1, "new": 3 }));
    assert_eq!(page["items"][0]["id"], "https://talk.example/activities/4");
    assert_eq!(caller.all("/admin/inbox", "before", "id").await.len(), 5);
    assert_eq!(caller.all("/admin/inbox?state=new", "before", "state").await, ["new"; 3]);
    let ignored = caller.get("/admin/inbox?state=ignored").await.is(200);
    assert_eq!(ignored["items"][0]["note"], "not ours");
    caller.get("/admin/inbox?state=lost").await.is(422);
}

async fn what_visitors_suggest_is_read_and_done_once(db: Db) {
    let caller = Caller::new(db).await;
    for name in ["Cities of Salt", "Cities of Sand"] {
        let draft = Draft {
            name: name.into(),
            message: "<b>We</b> exist.".into(),
            contact: "office@salt.example".into(),
            ..Draft::default()
        };
        suggest::suggest(&caller.state.db, draft, NOW).await.unwrap().unwrap();
    }
    let open = "/admin/suggestions?state=open";
    assert_eq!(caller.all(open, "before", "contact").await, ["office@salt.example"; 2]);
    let first = caller.get("/admin/suggestions?limit=1").await.is(200)["items"][0].clone();
    assert_eq!(first["message"], "<b>We</b> exist.");
    let path = format!("/admin/suggestions/{}/done", first["id"].as_str().unwrap());
    let done = caller.ask("post", &path, json!({ "note": "Added." })).await.is(200);
    let left = (&done["state"], &done["contact"], &done["note"]);
    assert_eq!(left, (&json!("done"), &json!(""), &json!("Added.")));
    caller.ask("post", &path, json!({})).await.is(409);
    caller.ask("post", "/admin/suggestions/none/done", json!({})).await.is(404);
    caller.get("/admin/suggestions?state=lost").await.is(422);
    assert_eq!(caller.all(open, "before", "state").await, ["open"]);
}

on_both_engines!(
    following_begins_and_ends_by_any_name,
    a_blocked_host_is_not_followed_until_the_block_is_lifted,
    a_boost_and_a_like_are_made_once_and_taken_back,
    what_came_from_elsewhere_is_listed_newest_first,
    handled_activities_are_listed_with_their_state,
    what_visitors_suggest_is_read_and_done_once,
);
