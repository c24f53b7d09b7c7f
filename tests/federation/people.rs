//! People here and elsewhere: accounts, messages, blocks, moves, reports, quotes, what is featured.

use crate::{
    fake::{Fake, status},
    instance::{Engine, on_each_engine, until},
    talking::{Talk, note},
};
use kontor::{
    app::{access::Who, feature, follow, person, report},
    domain::profile::Profile,
    store::{actors::LocalActor, follows, messages, people, reactions, reports},
};
use serde_json::{Value, json};

on_each_engine!(
    a_citymaker_is_found_followed_and_says_farewell,
    a_message_reaches_a_citymaker_and_nobody_else,
    an_undo_that_comes_first_leaves_no_ghost,
    whoever_blocks_an_actor_is_left_alone,
    a_move_is_followed_once_and_only_with_its_back_link,
    reports_come_in_bounded_and_go_out_by_the_instance,
    a_quote_is_agreed_to_and_taken_back,
    what_is_shown_first_is_ones_own_choice,
);

const WHO: Who = Who::CommandLine;

async fn citymaker(talk: &Talk, handle: &str) -> LocalActor {
    let profile = Profile {
        city: Some("Lyon".into()),
        role: Some("practitioner".into()),
        avatar: Some("https://a.example/ana.png".into()),
        ..Profile::default()
    };
    let described = person::Described {
        name: Some("Ana <b>".into()),
        summary: Some("Streets".into()),
        profile: Some(profile),
    };
    let state = &talk.instance.state;
    let now = talk.instance.now();
    person::add(&state.db, &state.urls, &WHO, handle, described, now).await.unwrap()
}

impl Talk {
    async fn tell(&self) {
        self.instance.state.wake.events.notify_one();
        self.instance.rests().await;
    }

    /// The note about the activity `id` of `by`.
    async fn outcome(&self, by: &Fake, id: &str) -> String {
        let uri = format!("{}/activities/{id}", by.origin);
        let mut tx = self.instance.read().await;
        let all = kontor::store::inbox::listed(&mut tx, None, i64::MAX, 1_000).await.unwrap();
        let found = all.into_iter().find(|item| item.id == uri).unwrap();
        format!("{} {}", found.state, found.note)
    }
}

async fn a_citymaker_is_found_followed_and_says_farewell(engine: Engine) {
    let talk = Talk::new(engine).await;
    let ana = citymaker(&talk, "ana").await;
    let origin = talk.instance.origin().to_owned();
    let host = talk.instance.host();
    let finger = format!("{origin}/.well-known/webfinger?resource=acct:Ana@{host}");
    let (status, finger) = talk.fake.get(&finger, "application/jrd+json").await;
    assert!(status == 200 && finger.contains(&ana.uri), "{finger}");
    let document = talk.json(&ana.uri).await;
    assert_eq!(
        (&document["type"], &document["preferredUsername"]),
        (&json!("Person"), &json!("ana"))
    );
    assert_eq!(document["icon"]["url"], "https://a.example/ana.png");
    assert_eq!(document["attachment"][0]["value"], "Lyon");
    assert!(document["publicKey"]["publicKeyPem"].as_str().unwrap().contains("PUBLIC KEY"));
    let page = format!("{origin}/@ana");
    let (status, html) = talk.fake.get(&page, "text/html").await;
    assert!(
        status == 200 && html.contains("Ana &#60;b&#62;") || html.contains("Ana &lt;b&gt;"),
        "{html}"
    );
    assert!(html.contains("Lyon") && !html.contains("<img src=\"https"), "{html}");
    assert_eq!(talk.json(&page).await["id"], ana.uri);

    let follow = talk.fake.activity("Follow", "f", "flo", json!(ana.uri));
    talk.send(&talk.fake, "flo", &follow).await;
    assert_eq!(talk.fake.posted_of("Accept")[0]["actor"], ana.uri);
    let changed = person::Described { name: Some("Ana B.".into()), ..Default::default() };
    let (db, now) = (&talk.instance.state.db, talk.instance.now());
    person::edit(db, &WHO, "ana", changed, now).await.unwrap();
    talk.tell().await;
    assert_eq!(talk.fake.posted_of("Update")[0]["object"]["name"], "Ana B.");

    // She follows somebody: that brings neither trust nor a catalogue.
    let bob = talk.fake.actor("bob");
    follow::want(db, &WHO, &ana, &bob, &talk.fake.host, now).await.unwrap();
    talk.instance.state.wake.follows.notify_one();
    until("the Follow arrives", 10, async || talk.fake.posted_of("Follow").pop()).await;
    let asked = talk.fake.posted_of("Follow").pop().unwrap();
    assert_eq!((&asked["actor"], &asked["object"]), (&json!(ana.uri), &json!(bob)));
    talk.send(&talk.fake, "bob", &talk.fake.activity("Accept", "acc", "bob", asked)).await;
    let mut tx = talk.instance.read().await;
    let following = follows::following_of(&mut tx, &ana.uri, &bob).await.unwrap().unwrap();
    assert_eq!((following.state.as_str(), following.backfill.as_str()), ("accepted", "none"));
    assert!(!follows::is_followed(&mut tx, &bob).await.unwrap());
    drop(tx);
    let standing = talk.instance.peer(&talk.fake.host).await.unwrap().standing;
    assert_eq!(standing.id(), "quarantined");

    person::suspend(db, &WHO, "@ana", "she asked", now).await.unwrap();
    talk.tell().await;
    assert_eq!(talk.fake.posted_of("Delete")[0]["object"], ana.uri);
    assert_eq!(talk.fake.get(&ana.uri, "application/activity+json").await.0, 410);
    assert_eq!(talk.fake.get(&page, "text/html").await.0, 404);
    let state = &talk.instance.state;
    let again = person::add(&state.db, &state.urls, &WHO, "ANA", Default::default(), now).await;
    assert!(again.is_err(), "a handle is not given twice");
    for handle in ["cases", "topic-cycling", "metropolis", "a b", "sdg11"] {
        let made = person::add(&state.db, &state.urls, &WHO, handle, Default::default(), now).await;
        assert!(made.is_err(), "{handle}");
    }
}

async fn a_message_reaches_a_citymaker_and_nobody_else(engine: Engine) {
    let talk = Talk::new(engine).await;
    let ana = citymaker(&talk, "ana").await;
    let mut said =
        note(&talk.fake, "ben", "1", &talk.case, "<p>Only for <script>x</script>you</p>");
    (said["to"], said["cc"]) = (json!([ana.uri]), json!([]));
    talk.create(&talk.fake, "ben", &said).await;
    let mut tx = talk.instance.read().await;
    let found = messages::page(&mut tx, Some(&ana.uri), i64::MAX, 9).await.unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].html, "<p>Only for you</p>");
    drop(tx);
    let id = said["id"].as_str().unwrap();
    let origin = talk.instance.origin();
    for place in [
        talk.page.clone(),
        format!("{origin}/@ana"),
        format!("{origin}/"),
        format!("{}/replies?page=1", talk.case),
        format!("{}/context?page=1", talk.case),
        format!("{}/outbox?page=1", ana.uri),
        format!("{origin}/api/v1/cases"),
    ] {
        for accept in ["text/html", "application/activity+json"] {
            let (_, body) = talk.fake.get(&place, accept).await;
            assert!(!body.contains("Only for") && !body.contains(id), "{place}");
        }
    }
    assert!(talk.comment(&said["id"]).await.is_none());
    let kept = kontor::store::received::find(&mut talk.instance.read().await, id).await.unwrap();
    assert!(kept.is_none(), "nor among what was received");
    // Nobody else changes or deletes it; its author does.
    let count = async || messages::count(&mut talk.instance.read().await, None).await.unwrap();
    talk.send(&talk.fake, "eve", &talk.fake.activity("Delete", "d1", "eve", json!(id))).await;
    assert_eq!(count().await, 1);
    talk.send(&talk.fake, "ben", &talk.fake.activity("Delete", "d2", "ben", json!(id))).await;
    assert_eq!(count().await, 0);
    talk.create(&talk.fake, "ben", &said).await;
    assert_eq!(count().await, 0, "it does not come back");
}

async fn an_undo_that_comes_first_leaves_no_ghost(engine: Engine) {
    let talk = Talk::new(engine).await;
    let network = talk.instance.network().to_owned();
    let like = talk.fake.activity("Like", "like", "ana", json!(talk.case));
    let follow = talk.fake.activity("Follow", "follow", "ana", json!(network));
    for (id, undone) in [("u1", &like), ("u2", &follow)] {
        talk.send(&talk.fake, "ana", &talk.fake.activity("Undo", id, "ana", undone.clone())).await;
    }
    // A neighbour takes back what is not its own: that has no effect on what comes.
    let boost = talk.fake.activity("Announce", "boost", "ana", json!(talk.case));
    let id = boost["id"].clone();
    talk.send(&talk.fake, "eve", &talk.fake.activity("Undo", "u3", "eve", id)).await;
    for late in [&like, &follow, &boost] {
        talk.send(&talk.fake, "ana", late).await;
    }
    let mut tx = talk.instance.read().await;
    assert_eq!(reactions::count(&mut tx, "Like", &talk.case).await.unwrap(), 0);
    assert_eq!(follows::count_followers(&mut tx, &network).await.unwrap(), 0);
    assert_eq!(reactions::count(&mut tx, "Announce", &talk.case).await.unwrap(), 1);
}

async fn whoever_blocks_an_actor_is_left_alone(engine: Engine) {
    let talk = Talk::new(engine).await;
    let network = talk.instance.network().to_owned();
    let follow = talk.fake.activity("Follow", "f", "ana", json!(network));
    talk.send(&talk.fake, "ana", &follow).await;
    let count =
        async || follows::count_followers(&mut talk.instance.read().await, &network).await.unwrap();
    let mallory = Fake::start().await;
    talk.send(&mallory, "m", &mallory.activity("Block", "b", "m", json!(network))).await;
    assert_eq!(count().await, 1, "a block ends only the blocker's own");
    talk.send(&talk.fake, "ana", &talk.fake.activity("Block", "b", "ana", json!(network))).await;
    assert_eq!(count().await, 0);
    let mut tx = talk.instance.read().await;
    assert!(people::is_blocked_by(&mut tx, &network, &talk.fake.actor("ana")).await.unwrap());
    drop(tx);
    let block = json!({ "type": "Block", "id": format!("{}/activities/b", talk.fake.origin),
        "object": network });
    talk.send(&talk.fake, "eve", &talk.fake.activity("Undo", "u1", "eve", block.clone())).await;
    let mut tx = talk.instance.read().await;
    assert!(people::is_blocked_by(&mut tx, &network, &talk.fake.actor("ana")).await.unwrap());
    drop(tx);
    talk.send(&talk.fake, "ana", &talk.fake.activity("Undo", "u2", "ana", block)).await;
    let mut tx = talk.instance.read().await;
    assert!(!people::is_blocked_by(&mut tx, &network, &talk.fake.actor("ana")).await.unwrap());
}

/// An actor document of the fake that names other accounts.
async fn linked(by: &Fake, name: &str, known_as: Value) {
    let (_, body) = by.get(&by.actor(name), "application/activity+json").await;
    let mut document: Value = serde_json::from_str(&body).unwrap();
    document["alsoKnownAs"] = known_as;
    by.put(&format!("/a/{name}"), &document);
}

async fn a_move_is_followed_once_and_only_with_its_back_link(engine: Engine) {
    let talk = Talk::new(engine).await;
    let elsewhere = Fake::start().await;
    let old = talk.fake.actor("bob");
    let nothing = json!({ "type": "OrderedCollection", "totalItems": 0, "orderedItems": [] });
    for fake in [&talk.fake, &elsewhere] {
        fake.put("/a/bob/outbox", &nothing);
    }
    talk.instance.follow(&old).await;
    let asked = until("asked", 10, async || talk.fake.posted_of("Follow").pop()).await;
    talk.send(&talk.fake, "bob", &talk.fake.activity("Accept", "acc", "bob", asked)).await;
    let followed = async |uri: &str| {
        let mut tx = talk.instance.read().await;
        let found = follows::following_of(&mut tx, talk.instance.network(), uri).await.unwrap();
        found.map(|following| following.state)
    };
    let new = elsewhere.actor("bob");
    let step = |id: &str, who: &str, object: &str, target: &str| {
        let mut step = talk.fake.activity("Move", id, who, json!(object));
        step["target"] = json!(target);
        step
    };
    // Without a back-link, by somebody else, into the void, or into this instance.
    talk.send(&talk.fake, "bob", &step("m1", "bob", &old, &new)).await;
    talk.send(&talk.fake, "eve", &step("m2", "eve", &old, &new)).await;
    talk.send(&talk.fake, "bob", &step("m3", "bob", &old, &old)).await;
    let ours = talk.instance.network().to_owned();
    talk.send(&talk.fake, "bob", &step("m4", "bob", &old, &ours)).await;
    // Nor to where nobody is, or nobody is any more.
    elsewhere.serve("/a/nobody", status("404 Not Found"));
    elsewhere.serve("/a/gone", status("410 Gone"));
    for (id, name) in [("m9", "nobody"), ("m10", "gone")] {
        let target = elsewhere.actor(name);
        talk.send(&talk.fake, "bob", &step(id, "bob", &old, &target)).await;
    }
    for id in ["m1", "m2", "m3", "m4", "m9", "m10"] {
        assert!(talk.outcome(&talk.fake, id).await.starts_with("ignored"), "{id}");
    }
    assert_eq!(followed(&old).await.as_deref(), Some("accepted"));
    assert_eq!(followed(&new).await, None);
    linked(&elsewhere, "bob", json!([old])).await;
    talk.send(&talk.fake, "bob", &step("m5", "bob", &old, &new)).await;
    assert_eq!(followed(&old).await.as_deref(), Some("ended"));
    until("the new account is asked", 10, async || elsewhere.posted_of("Follow").pop()).await;
    let undo = until("the old one is told", 10, async || talk.fake.posted_of("Undo").pop()).await;
    assert_eq!(undo["object"]["object"], old);
    // Again, onward within the cooldown, and to where somebody left: not followed.
    let third = Fake::start().await;
    linked(&third, "bob", json!([old, new])).await;
    talk.send(&talk.fake, "bob", &step("m6", "bob", &old, &new)).await;
    talk.send(&talk.fake, "bob", &step("m7", "bob", &old, &third.actor("bob"))).await;
    let mut back = third.activity("Move", "m8", "bob", json!(third.actor("bob")));
    back["target"] = json!(old);
    linked(&talk.fake, "bob", json!([third.actor("bob")])).await;
    talk.send(&third, "bob", &back).await;
    for (by, id) in [(&talk.fake, "m6"), (&talk.fake, "m7"), (&third, "m8")] {
        assert!(talk.outcome(by, id).await.starts_with("ignored"), "{id}");
    }
    assert!(third.posted_of("Follow").is_empty());
}

async fn reports_come_in_bounded_and_go_out_by_the_instance(engine: Engine) {
    let talk = Talk::new(engine).await;
    for at in 0..60 {
        let objects = json!([talk.instance.network(), talk.case, "https://other.example/x"]);
        let mut flag = talk.fake.activity("Flag", &format!("f{at}"), "ana", objects);
        flag["content"] = json!("<p>Wrong <script>x</script>city\u{202e}</p>");
        let (origin, now) = (talk.instance.origin(), talk.instance.now());
        assert_eq!(talk.fake.send(origin, "ana", &flag, now).await, 202);
    }
    let about = json!("https://other.example/x");
    talk.send(&talk.fake, "ana", &talk.fake.activity("Flag", "g", "ana", about)).await;
    let mut tx = talk.instance.read().await;
    let open = reports::page(&mut tx, Some("open"), i64::MAX, 1_000).await.unwrap();
    drop(tx);
    assert_eq!(open.len(), 50, "a flood ends at the limit");
    assert_eq!(open[0].reason, "Wrong city");
    let objects: Vec<String> = serde_json::from_str(&open[0].objects).unwrap();
    assert_eq!(objects, [talk.instance.network().to_owned(), talk.case.clone()]);
    let (state, now) = (&talk.instance.state, talk.instance.now());
    report::resolve(&state.db, &WHO, open[0].num, "corrected", now).await.unwrap();
    assert!(report::resolve(&state.db, &WHO, open[0].num, "", now).await.is_err());

    let said = note(&talk.fake, "ana", "1", &talk.case, "<p>Rude</p>");
    talk.create(&talk.fake, "ana", &said).await;
    let uri = said["id"].as_str().unwrap();
    report::send(&state.db, &state.urls, &WHO, uri, "It is rude", now).await.unwrap();
    let refused = report::send(&state.db, &state.urls, &WHO, &talk.case, "x", now).await;
    assert!(refused.is_err(), "nothing of ours is reported");
    talk.tell().await;
    let flag = talk.fake.posted_of("Flag").pop().unwrap();
    assert_eq!(flag["object"], json!([talk.fake.actor("ana"), uri]));
    assert_ne!(flag["actor"], talk.instance.network(), "no person and no network is named");
}

async fn a_quote_is_agreed_to_and_taken_back(engine: Engine) {
    let talk = Talk::new(engine).await;
    let post = note(&talk.fake, "ana", "q", "https://x.example/1", "<p>Look</p>");
    let ask = |id: &str, who: &str, instrument: Value| {
        let mut ask = talk.fake.activity("QuoteRequest", id, who, json!(talk.case));
        ask["instrument"] = instrument;
        ask
    };
    let mallory = Fake::start().await;
    let mut forged = mallory.activity("QuoteRequest", "q", "m", json!(talk.case));
    forged["instrument"] = post.clone();
    talk.send(&mallory, "m", &forged).await;
    talk.send(&talk.fake, "eve", &ask("q0", "eve", post.clone())).await;
    assert!(talk.fake.posted_of("Accept").is_empty() && mallory.posted_of("Accept").is_empty());

    talk.send(&talk.fake, "ana", &ask("q1", "ana", post.clone())).await;
    let accept = talk.fake.posted_of("Accept").pop().unwrap();
    assert_eq!(accept["object"]["type"], "QuoteRequest");
    assert_eq!(accept["object"]["id"], format!("{}/activities/q1", talk.fake.origin));
    let stamp = accept["result"].as_str().unwrap();
    let served = talk.json(stamp).await;
    assert_eq!(served["type"], "QuoteAuthorization");
    assert_eq!(served["attributedTo"], talk.instance.network());
    assert_eq!(served["interactingObject"], post["id"]);
    assert_eq!(served["interactionTarget"], talk.case);

    let id = stamp.rsplit('/').next().unwrap();
    let (db, now) = (&talk.instance.state.db, talk.instance.now());
    feature::revoke_quote(db, &WHO, id, now).await.unwrap();
    talk.tell().await;
    assert_eq!(talk.fake.get(stamp, "application/activity+json").await.0, 410);
    assert_eq!(talk.fake.posted_of("Delete")[0]["object"]["id"], stamp);
    talk.send(&talk.fake, "ana", &ask("q2", "ana", post["id"].clone())).await;
    assert_eq!(talk.fake.posted_of("Accept").len(), 1, "what was taken back stays so");
}

async fn what_is_shown_first_is_ones_own_choice(engine: Engine) {
    use crate::common::sample_records;
    let talk = Talk::new(engine).await;
    let case = |at: usize| kontor::domain::case_study::parse(&sample_records()[at]).unwrap();
    let follow = talk.fake.activity("Follow", "f", "ana", json!(talk.instance.network()));
    talk.send(&talk.fake, "ana", &follow).await;
    let newer = talk.instance.publish(case(1)).await.uri;
    let featured = format!("{}/featured", talk.instance.network());
    assert_eq!(talk.json(&featured).await["orderedItems"][0], newer);
    let (db, now) = (&talk.instance.state.db, talk.instance.now());
    feature::set(db, &WHO, &case(0).id, true, now).await.unwrap();
    assert!(feature::set(db, &WHO, &case(0).id, true, now).await.is_err());
    talk.tell().await;
    assert_eq!(talk.json(&featured).await["orderedItems"], json!([talk.case, newer]));
    let add = talk.fake.posted_of("Add").pop().unwrap();
    assert_eq!((&add["object"], &add["target"]), (&json!(talk.case), &json!(featured)));
    feature::set(db, &WHO, &case(0).id, false, now).await.unwrap();
    talk.tell().await;
    assert_eq!(talk.fake.posted_of("Remove").len(), 1);

    // A partner's choice is noted, nobody else's.
    let theirs = talk.fake.article("bob", &case(2), now);
    talk.create(&talk.fake, "bob", &theirs).await;
    for (at, (name, object)) in
        [("eve", theirs["id"].clone()), ("bob", json!(talk.case))].into_iter().enumerate()
    {
        let mut add = talk.fake.activity("Add", &format!("a{at}"), name, object);
        add["target"] = json!(format!("{}/featured", talk.fake.actor(name)));
        talk.send(&talk.fake, name, &add).await;
        let outcome = talk.outcome(&talk.fake, &format!("a{at}")).await;
        assert!(outcome.starts_with("ignored"), "{outcome}");
    }
    let mut add = talk.fake.activity("Add", "a9", "bob", theirs["id"].clone());
    add["target"] = json!(format!("{}/featured", talk.fake.actor("bob")));
    talk.send(&talk.fake, "bob", &add).await;
    assert!(talk.outcome(&talk.fake, "a9").await.starts_with("done"));
}
