//! A stranger reports, blocks, moves away and reacts in ways we do not know; and we report and block
//! it: each side does what the other's act asks of it.

use crate::{
    common::sample_records,
    instance::{Engine, Instance, on_each_engine, until, until_seconds},
    process::Neighbour,
};
use kontor::{
    app::{access::Who, report, standing},
    domain::{case_study::parse, network::PeerStanding},
    store::{follows, inbox, people, reactions, received, reports},
};
use serde_json::json;

on_each_engine!(
    a_complaint_is_queued_and_ours_is_understood,
    whoever_blocks_us_is_left_alone_until_that_is_lifted,
    whom_we_block_is_told_that_both_follows_have_ended,
    a_move_is_followed_to_where_the_new_account_says_so,
    a_reaction_of_an_unknown_kind_is_taken_in_and_counts_nothing,
);

async fn scene(engine: Engine) -> (Instance, Neighbour, String) {
    let instance = Instance::start(engine, "metropolis").await;
    let neighbour = Neighbour::start().await;
    let case = instance.publish(parse(&sample_records()[0]).unwrap()).await;
    (instance, neighbour, case.uri)
}

/// Alice follows our network, and our network follows her.
async fn friends(instance: &Instance, neighbour: &Neighbour) {
    let us = instance.network();
    neighbour.alice("follow", us, json!({ "object": us })).await;
    neighbour.has_received("Accept", 1).await;
    instance.follow(&neighbour.actor("alice")).await;
    until("she accepts", 15, async || {
        let following = instance.following(&neighbour.actor("alice")).await;
        (following.state == "accepted").then_some(())
    })
    .await;
    instance.has_read_back(&neighbour.actor("alice")).await;
    instance.rests().await;
}

async fn followers(instance: &Instance) -> i64 {
    follows::count_followers(&mut instance.read().await, instance.network()).await.unwrap()
}

async fn a_complaint_is_queued_and_ours_is_understood(engine: Engine) {
    let (instance, neighbour, case) = scene(engine).await;
    let us = instance.network();
    let words = json!({ "object": case, "content": "The numbers are not theirs" });
    neighbour.alice("flag", us, words).await;
    let open = until("the complaint is queued", 15, async || {
        let mut tx = instance.read().await;
        reports::page(&mut tx, Some("open"), i64::MAX, 9).await.unwrap().pop()
    })
    .await;
    assert_eq!(
        (open.reason.as_str(), &open.actor),
        ("The numbers are not theirs", &neighbour.actor("alice"))
    );
    let objects: Vec<String> = serde_json::from_str(&open.objects).unwrap();
    assert!(objects.contains(&case) && objects.contains(&us.to_owned()), "{objects:?}");

    let note = json!({ "name": "n", "content": "<p>Nonsense!</p>", "inReplyTo": case });
    neighbour.alice("note", us, note).await;
    let uri = format!("{}/notes/n", neighbour.origin);
    until("the note arrives", 15, async || {
        received::find(&mut instance.read().await, &uri).await.unwrap()
    })
    .await;
    let (state, now) = (&instance.state, instance.now());
    let who = Who::CommandLine;
    report::send(&state.db, &state.urls, &who, &uri, "It is rude", now).await.unwrap();
    state.wake.events.notify_one();
    let flag = neighbour.has_received("Flag", 1).await.swap_remove(0);
    assert_eq!(flag["actor"], json!(instance.federation.instance().uri), "{flag}");
    neighbour.is_content().await;
}

async fn whoever_blocks_us_is_left_alone_until_that_is_lifted(engine: Engine) {
    let (instance, neighbour, _) = scene(engine).await;
    let us = instance.network();
    friends(&instance, &neighbour).await;
    assert_eq!(followers(&instance).await, 1);
    let alice = neighbour.actor("alice");
    let is_blocked =
        async || people::is_blocked_by(&mut instance.read().await, us, &alice).await.unwrap();
    let block = neighbour.alice("block", us, json!({ "object": us })).await;
    until("the block is noted", 15, async || is_blocked().await.then_some(())).await;
    assert_eq!(followers(&instance).await, 0);
    assert_eq!(instance.following(&alice).await.state, "rejected");
    instance.publish(parse(&sample_records()[1]).unwrap()).await;
    instance.rests().await;
    let creates = neighbour.received().await;
    assert!(!creates.iter().any(|told| told["type"] == "Create"), "nothing more is sent there");
    neighbour.alice("undo", us, json!({ "activity": block["id"] })).await;
    until("the block is lifted", 15, async || (!is_blocked().await).then_some(())).await;
    // She may follow again, and is told again.
    neighbour.alice("follow", us, json!({ "object": us })).await;
    neighbour.has_received("Accept", 2).await;
    instance.publish(parse(&sample_records()[2]).unwrap()).await;
    neighbour.has_received("Create", 1).await;
    neighbour.is_content().await;
}

async fn whom_we_block_is_told_that_both_follows_have_ended(engine: Engine) {
    let (instance, neighbour, _) = scene(engine).await;
    friends(&instance, &neighbour).await;
    let asked = neighbour.received().await;
    let ours = asked.iter().find(|told| told["type"] == "Follow").unwrap()["id"].clone();
    let (db, now) = (&instance.state.db, instance.now());
    let (who, host) = (Who::CommandLine, neighbour.host());
    let done = standing::set(db, &who, host, PeerStanding::Blocked, "spam", now).await.unwrap();
    assert_eq!((done.followers, done.followings), (1, 1));
    instance.state.wake.events.notify_one();
    let reject = neighbour.has_received("Reject", 1).await.swap_remove(0);
    assert_eq!(reject["actor"], json!(instance.network()), "{reject}");
    assert!(reject["object"].to_string().contains("/follows/"), "her own Follow: {reject}");
    let undo = neighbour.has_received("Undo", 1).await.swap_remove(0);
    assert_eq!(undo["object"]["id"], ours, "{undo}");
    neighbour.is_content().await;
    assert_eq!(followers(&instance).await, 0);
}

async fn a_move_is_followed_to_where_the_new_account_says_so(engine: Engine) {
    let (instance, neighbour, _) = scene(engine).await;
    let us = instance.network().to_owned();
    friends(&instance, &neighbour).await;
    let (alice, bob) = (neighbour.actor("alice"), neighbour.actor("bob"));
    let outcome = async || {
        let mut tx = instance.read().await;
        let all = inbox::listed(&mut tx, None, i64::MAX, 100).await.unwrap();
        let moves = all.into_iter().filter(|item| item.kind == "Move" && item.state != "new");
        moves.map(|item| format!("{} {}", item.state, item.note)).collect::<Vec<_>>()
    };
    neighbour.alice("move", &us, json!({ "target": bob })).await;
    until_seconds(15, async || match outcome().await.as_slice() {
        [one] if one.starts_with("ignored") => Ok(()),
        other => Err(format!("{other:?}")),
    })
    .await;
    assert_eq!(instance.following(&alice).await.state, "accepted", "bob does not say so");
    neighbour.ask("alias", json!({ "by": "bob", "of": alice })).await;
    neighbour.alice("move", &us, json!({ "target": bob })).await;
    until_seconds(20, async || {
        let mut tx = instance.read().await;
        let found = follows::following_of(&mut tx, &us, &bob).await.unwrap();
        drop(tx);
        match found {
            Some(following) if following.state == "accepted" => Ok(()),
            other => Err(format!("{other:?}; {:?}", outcome().await)),
        }
    })
    .await;
    assert_eq!(instance.following(&alice).await.state, "ended");
    neighbour.has_received("Undo", 1).await;
    neighbour.is_content().await;
}

async fn a_reaction_of_an_unknown_kind_is_taken_in_and_counts_nothing(engine: Engine) {
    let (instance, neighbour, case) = scene(engine).await;
    let us = instance.network();
    let react = json!({ "object": case, "content": "🚲" });
    let sent = neighbour.alice("react", us, react).await;
    assert_eq!(sent["posts"][0]["status"], 202, "{sent}");
    until_seconds(10, async || match instance.arrivals().await {
        found if found == "ignored 1" => Ok(()),
        found => Err(found),
    })
    .await;
    let mut tx = instance.read().await;
    for kind in ["Like", "Announce"] {
        assert_eq!(reactions::count(&mut tx, kind, &case).await.unwrap(), 0);
    }
    neighbour.is_content().await;
}
