//! What people say under cases, from any server: comments, threads, and what is not let in.

use crate::{
    common::sample_records,
    fake::{Fake, object},
    instance::{Engine, Instance, on_each_engine},
};
use kontor::{
    domain::{case_study::parse, comment::CommentState, network::PeerStanding},
    store::{comments, received},
};
use serde_json::{Value, json};

on_each_engine!(
    an_answer_to_a_case_is_a_comment_that_follows_its_author,
    an_answer_to_an_answer_brings_its_thread,
    what_is_not_for_everybody_is_shown_to_nobody,
    a_comment_is_its_authors_alone,
    a_guarded_hosts_comment_waits_and_a_blocked_hosts_has_no_way_in,
    an_endless_thread_is_given_up,
    no_comment_carries_script_or_tricks,
    what_our_actors_write_reaches_those_it_speaks_to,
);

const PUBLIC: &str = "https://www.w3.org/ns/activitystreams#Public";

/// An instance with one case, and a server of people.
pub struct Talk {
    pub instance: Instance,
    pub fake: Fake,
    /// Id of the case.
    pub case: String,
    pub page: String,
}

impl Talk {
    pub async fn new(engine: Engine) -> Self {
        let instance = Instance::start(engine, "metropolis").await;
        let fake = Fake::start().await;
        let stored = instance.publish(parse(&sample_records()[0]).unwrap()).await;
        let page = instance.state.urls.case_page(&stored.page);
        Talk { instance, fake, case: stored.uri, page }
    }

    pub async fn send(&self, by: &Fake, name: &str, activity: &Value) {
        let (origin, now) = (self.instance.origin(), self.instance.now());
        assert_eq!(by.send(origin, name, activity, now).await, 202, "{activity}");
        self.instance.rests().await;
    }

    /// Sends a Create of a note.
    pub async fn create(&self, by: &Fake, name: &str, note: &Value) {
        let id = format!("create-{}", ulid::Ulid::new());
        self.send(by, name, &by.activity("Create", &id, name, note.clone())).await;
    }

    pub async fn comment(&self, uri: &Value) -> Option<comments::Comment> {
        let mut tx = self.instance.read().await;
        comments::find(&mut tx, uri.as_str().unwrap()).await.unwrap()
    }

    pub async fn html(&self) -> String {
        let (status, html) = self.fake.get(&self.page, "text/html").await;
        assert_eq!(status, 200);
        html
    }

    pub async fn json(&self, url: &str) -> Value {
        let (status, body) = self.fake.get(url, "application/activity+json").await;
        assert_eq!(status, 200, "{url}");
        serde_json::from_str(&body).unwrap()
    }
}

/// A public note as Mastodon writes it.
pub fn note(by: &Fake, name: &str, id: &str, answers: &str, text: &str) -> Value {
    let uri = format!("{}/o/{id}", by.origin);
    json!({
        "id": uri, "type": "Note", "attributedTo": by.actor(name), "inReplyTo": answers,
        "summary": null, "sensitive": false, "published": "2026-01-02T03:04:05Z",
        "url": format!("{}/@{name}/{id}", by.origin),
        "to": [PUBLIC], "cc": [format!("{}/followers", by.actor(name))],
        "content": text, "contentMap": { "de": text }, "attachment": [], "tag": [],
    })
}

async fn an_answer_to_a_case_is_a_comment_that_follows_its_author(engine: Engine) {
    let talk = Talk::new(engine).await;
    let mut said = note(&talk.fake, "ana", "1", &talk.case, "<p>Well <b>done</b></p>");
    assert!(talk.html().await.contains("comments-none"), "the empty state");
    talk.create(&talk.fake, "ana", &said).await;
    let comment = talk.comment(&said["id"]).await.unwrap();
    assert_eq!((comment.state, comment.depth), (CommentState::Shown, 1));
    assert_eq!(comment.root.as_deref(), Some(talk.case.as_str()));
    assert_eq!(comment.language.as_deref(), Some("de"));
    let html = talk.html().await;
    assert!(html.contains("<p>Well <b>done</b></p>") && html.contains(" lang=\"de\""), "{html}");
    assert!(html.contains(said["url"].as_str().unwrap()));
    // The collections list it, page by page.
    let replies = talk.json(&format!("{}/replies", talk.case)).await;
    assert_eq!(replies["totalItems"], 1);
    let page = talk.json(replies["first"].as_str().unwrap()).await;
    assert_eq!(page["orderedItems"], json!([said["id"]]));
    let context = talk.json(&format!("{}/context?page=1", talk.case)).await;
    assert_eq!(context["orderedItems"], json!([talk.case, said["id"]]));

    said["content"] = json!("<p>Very well done</p>");
    said["updated"] = json!("2026-01-02T03:05:05Z");
    talk.send(&talk.fake, "ana", &talk.fake.activity("Update", "u", "ana", said.clone())).await;
    assert!(talk.html().await.contains("Very well done"));

    // An answer below it, and then the first is deleted: its place stays, its words go.
    let below = note(&talk.fake, "ben", "2", said["id"].as_str().unwrap(), "<p>Agreed</p>");
    talk.create(&talk.fake, "ben", &below).await;
    let stone = json!({ "id": said["id"], "type": "Tombstone" });
    talk.send(&talk.fake, "ana", &talk.fake.activity("Delete", "d", "ana", stone)).await;
    let html = talk.html().await;
    assert!(!html.contains("well done") && html.contains("Agreed"), "{html}");
    assert!(html.contains("comment-gone"), "a placeholder stands where an answer hangs");
    assert_eq!(talk.json(&format!("{}/replies", talk.case)).await["totalItems"], 0);
    assert_eq!(talk.json(&format!("{}/context", talk.case)).await["totalItems"], 2);
    // It does not come back.
    talk.create(&talk.fake, "ana", &said).await;
    assert_eq!(talk.comment(&said["id"]).await.unwrap().state, CommentState::Deleted);
}

async fn an_answer_to_an_answer_brings_its_thread(engine: Engine) {
    let talk = Talk::new(engine).await;
    let third = Fake::start().await;
    // Three answers on another server, of which we only hear the last.
    let mut above = talk.case.clone();
    for at in 1..=3 {
        let said = note(&third, "cleo", &at.to_string(), &above, &format!("<p>Step {at}</p>"));
        third.put(&format!("/o/{at}"), &said);
        above = said["id"].as_str().unwrap().to_owned();
    }
    let last = note(&talk.fake, "dora", "9", &above, "<p>So it is</p>");
    talk.create(&talk.fake, "dora", &last).await;
    let comment = talk.comment(&last["id"]).await.unwrap();
    assert_eq!((comment.depth, comment.root), (4, Some(talk.case.clone())));
    let html = talk.html().await;
    let places: Vec<_> =
        ["Step 1", "Step 2", "Step 3", "So it is"].map(|text| html.find(text).unwrap()).into();
    assert!(places.is_sorted(), "{places:?}");
    // A poll and an article are comments as well, by what can be read of them.
    let mut poll = note(&talk.fake, "dora", "10", &talk.case, "<p>Which?</p>");
    poll["type"] = json!("Question");
    poll["oneOf"] = json!([{ "type": "Note", "name": "Bus" }, { "type": "Note", "name": "Tram" }]);
    talk.create(&talk.fake, "dora", &poll).await;
    assert!(talk.html().await.contains("<li>Tram</li>"));
    // What answers nothing of ours is no comment.
    let aside = note(&talk.fake, "dora", "11", &format!("{}/o/404", third.origin), "<p>x</p>");
    talk.create(&talk.fake, "dora", &aside).await;
    assert!(talk.comment(&aside["id"]).await.is_none());
}

async fn what_is_not_for_everybody_is_shown_to_nobody(engine: Engine) {
    let talk = Talk::new(engine).await;
    let network = talk.instance.network().to_owned();
    let followers = format!("{}/followers", talk.fake.actor("ana"));
    for (at, to) in
        [json!([followers]), json!(network), json!([network, followers])].iter().enumerate()
    {
        let mut said = note(&talk.fake, "ana", &format!("p{at}"), &talk.case, "<p>Between us</p>");
        (said["to"], said["cc"]) = (to.clone(), json!([]));
        talk.create(&talk.fake, "ana", &said).await;
        assert!(talk.comment(&said["id"]).await.is_none());
    }
    assert!(!talk.html().await.contains("Between us"));
    for part in ["replies", "context"] {
        let listed = talk.json(&format!("{}/{part}?page=1", talk.case)).await;
        assert!(!listed.to_string().contains("/o/p"), "{listed}");
    }
    // What was public and is no longer, is taken out of sight.
    let mut said = note(&talk.fake, "ana", "q", &talk.case, "<p>Too loud</p>");
    talk.create(&talk.fake, "ana", &said).await;
    assert!(talk.html().await.contains("Too loud"));
    (said["to"], said["cc"]) = (json!([followers]), json!([]));
    said["updated"] = json!("2026-01-02T03:05:05Z");
    talk.send(&talk.fake, "ana", &talk.fake.activity("Update", "u", "ana", said)).await;
    assert!(!talk.html().await.contains("Too loud"));
}

async fn a_comment_is_its_authors_alone(engine: Engine) {
    let talk = Talk::new(engine).await;
    let mallory = Fake::start().await;
    let said = note(&talk.fake, "ana", "1", &talk.case, "<p>Mine</p>");
    talk.create(&talk.fake, "ana", &said).await;
    let mut taken = said.clone();
    (taken["content"], taken["updated"]) = (json!("<p>Forged</p>"), json!("2026-02-02T03:05:05Z"));
    let mut claimed = taken.clone();
    claimed["attributedTo"] = json!(mallory.actor("m"));
    let mut neighbour = taken.clone();
    neighbour["attributedTo"] = json!(talk.fake.actor("eve"));
    let mut in_our_name = taken.clone();
    in_our_name["id"] = json!(format!("{}/o/01J", talk.instance.origin()));
    let stone = json!({ "id": said["id"], "type": "Tombstone" });
    for (at, (by, name, kind, what)) in [
        (&mallory, "m", "Update", taken.clone()),
        (&mallory, "m", "Update", claimed.clone()),
        (&mallory, "m", "Create", claimed),
        (&talk.fake, "eve", "Update", taken),
        (&talk.fake, "eve", "Update", neighbour),
        (&mallory, "m", "Create", in_our_name),
        (&mallory, "m", "Delete", stone.clone()),
        (&talk.fake, "eve", "Delete", stone),
    ]
    .into_iter()
    .enumerate()
    {
        talk.send(by, name, &by.activity(kind, &format!("x{at}"), name, what)).await;
        let comment = talk.comment(&said["id"]).await.unwrap();
        assert_eq!((comment.html.as_str(), comment.state.id()), ("<p>Mine</p>", "shown"), "{at}");
    }
    let mut tx = talk.instance.read().await;
    assert_eq!(comments::count(&mut tx, None).await.unwrap(), 1);
}

async fn a_guarded_hosts_comment_waits_and_a_blocked_hosts_has_no_way_in(engine: Engine) {
    use kontor::app::{access::Who, comment, standing as standings};
    let talk = Talk::new(engine).await;
    let (limited, blocked) = (Fake::start().await, Fake::start().await);
    let (db, now) = (&talk.instance.state.db, talk.instance.now());
    for (fake, standing) in [(&limited, PeerStanding::Limited), (&blocked, PeerStanding::Blocked)] {
        let (who, host) = (&Who::CommandLine, &fake.host);
        standings::set(db, who, host, standing, "noise", now).await.unwrap();
    }
    let waits = note(&limited, "lu", "1", &talk.case, "<p>May I?</p>");
    talk.create(&limited, "lu", &waits).await;
    assert_eq!(talk.comment(&waits["id"]).await.unwrap().state, CommentState::Waiting);
    assert!(!talk.html().await.contains("May I?"));
    let uri = waits["id"].as_str().unwrap();
    let shown = CommentState::Shown;
    comment::moderate(db, &Who::CommandLine, uri, shown, "", now).await.unwrap();
    assert!(talk.html().await.contains("May I?"));

    // A blocked host is refused at the door, and has no way round it: neither by somebody's
    // answer to it, nor by a partner's boost.
    let bad = note(&blocked, "bo", "1", &talk.case, "<p>Spam</p>");
    blocked.put("/o/1", &bad);
    let create = blocked.activity("Create", "c", "bo", bad.clone());
    assert_eq!(blocked.send(talk.instance.origin(), "bo", &create, talk.instance.now()).await, 403);
    let below = note(&talk.fake, "ana", "2", bad["id"].as_str().unwrap(), "<p>What?</p>");
    talk.create(&talk.fake, "ana", &below).await;
    let boost = talk.fake.activity("Announce", "b", "ana", bad["id"].clone());
    talk.send(&talk.fake, "ana", &boost).await;
    assert!(talk.comment(&bad["id"]).await.is_none());
    assert!(talk.comment(&below["id"]).await.is_none(), "its thread leads past a blocked host");
    let asked = blocked.requests().into_iter().filter(|asked| asked.path == "/o/1").count();
    assert_eq!(asked, 0, "nothing of a blocked host is even fetched");
}

async fn an_endless_thread_is_given_up(engine: Engine) {
    let talk = Talk::new(engine).await;
    let endless = Fake::start().await;
    for at in 0..60 {
        let above = format!("{}/o/{}", endless.origin, at + 1);
        endless.put(&format!("/o/{at}"), &note(&endless, "e", &at.to_string(), &above, "<p>.</p>"));
    }
    let ring = [("r1", "r2"), ("r2", "r1")];
    for (at, above) in ring {
        let above = format!("{}/o/{above}", endless.origin);
        endless
            .serve(&format!("/o/{at}"), object(&note(&endless, "e", at, &above, "x").to_string()));
    }
    for (id, above) in [("a", "0"), ("b", "r1")] {
        let above = format!("{}/o/{above}", endless.origin);
        let said = note(&talk.fake, "ana", id, &above, "<p>Hello?</p>");
        talk.create(&talk.fake, "ana", &said).await;
        assert!(talk.comment(&said["id"]).await.is_none());
        let mut tx = talk.instance.read().await;
        let kept = received::find(&mut tx, said["id"].as_str().unwrap()).await.unwrap().unwrap();
        assert_eq!(kept.state, "kept", "nothing is lost");
    }
    let fetched = endless.requests().into_iter().filter(|asked| asked.path.starts_with("/o/"));
    assert!(fetched.count() <= 22, "at most 20 up the endless thread and 2 round the ring");
}

async fn no_comment_carries_script_or_tricks(engine: Engine) {
    let talk = Talk::new(engine).await;
    let bad = "<script>alert(1)</script><svg onload=alert(2)></svg><img src=x onerror=alert(3)>\
        <a href=\"javascript:alert(4)\">l</a><p style=\"x\">\u{202e}txt</p>";
    let mut said = note(&talk.fake, "ana", "1", &talk.case, bad);
    for field in ["summary", "name"] {
        said[field] = json!(bad);
    }
    said["url"] = json!("javascript:alert(5)");
    said["contentMap"] = json!({ "\"><script>alert(6)</script>": bad });
    talk.create(&talk.fake, "ana", &said).await;
    assert!(talk.comment(&said["id"]).await.unwrap().is_shown());
    // What search engines read is data, not a script that runs.
    let html = talk.html().await.replace("<script type=\"application/ld+json\">", "<data>");
    for trick in ["<script", "<svg on", "onerror=", "javascript:", "\u{202e}", "<p style", "src=x"]
    {
        assert!(!html.contains(trick), "{trick}");
    }
}

async fn what_our_actors_write_reaches_those_it_speaks_to(engine: Engine) {
    use kontor::app::{access::Who, note as writing};
    let talk = Talk::new(engine).await;
    let said = note(&talk.fake, "ana", "1", &talk.case, "<p>How much was it?</p>");
    talk.create(&talk.fake, "ana", &said).await;
    let follower = Fake::start().await;
    let follow = follower.activity("Follow", "f", "flo", json!(talk.instance.network()));
    talk.send(&follower, "flo", &follow).await;

    let (state, who) = (&talk.instance.state, Who::CommandLine);
    let network = talk.instance.federation.network().clone();
    let draft = |text: &str| writing::Draft { text: text.into(), language: Some("en".into()) };
    let parent = said["id"].as_str();
    let text = "Two *million*, says @flo@".to_owned() + &follower.host;
    let now = talk.instance.now();
    let written = writing::write(&state.db, &state.urls, &who, &network, draft(&text), parent, now);
    let uri = written.await.unwrap().uri;
    state.wake.events.notify_one();
    talk.instance.rests().await;
    for fake in [&talk.fake, &follower] {
        let creates = fake.posted_of("Create");
        let told: Vec<_> = creates.iter().filter(|told| told["object"]["id"] == uri).collect();
        let [told] = told.as_slice() else { panic!("{creates:?}") };
        let object = &told["object"];
        assert_eq!(object["type"], "Note");
        assert_eq!(object["inReplyTo"], said["id"]);
        assert_eq!(object["context"], format!("{}/context", talk.case));
        let mention = json!({ "type": "Mention", "href": talk.fake.actor("ana"),
            "name": format!("@ana@{}", talk.fake.host) });
        assert!(object["tag"].as_array().unwrap().contains(&mention), "{object}");
        assert!(object["cc"].as_array().unwrap().contains(&mention["href"]));
        assert_eq!(object["contentMap"]["en"], object["content"]);
    }
    let content = talk.json(&uri).await["content"].to_string();
    assert!(content.contains("<em>million</em>"), "{content}");
    assert!(talk.html().await.contains("<em>million</em>"));
    assert_eq!(talk.json(&format!("{}/context", talk.case)).await["totalItems"], 3);

    // Liked and answered like a case, changed, and deleted.
    talk.send(&talk.fake, "ana", &talk.fake.activity("Like", "l", "ana", json!(uri))).await;
    assert_eq!(talk.json(&format!("{uri}/likes")).await["totalItems"], 1);
    let thanks = note(&talk.fake, "ana", "2", &uri, "<p>Thanks!</p>");
    talk.create(&talk.fake, "ana", &thanks).await;
    assert_eq!(talk.comment(&thanks["id"]).await.unwrap().depth, 3);
    assert_eq!(talk.json(&format!("{uri}/replies")).await["totalItems"], 1);
    writing::update(&state.db, &who, &uri, draft("Three"), now + 1).await.unwrap();
    state.wake.events.notify_one();
    talk.instance.rests().await;
    let update = talk.fake.posted_of("Update").pop().unwrap();
    assert_eq!(update["object"]["content"], "<p>Three</p>");
    assert_ne!(update["object"]["updated"], update["object"]["published"]);
    writing::delete(&state.db, &who, &uri, now + 2).await.unwrap();
    state.wake.events.notify_one();
    talk.instance.rests().await;
    let delete = talk.fake.posted_of("Delete").pop().unwrap();
    assert_eq!(
        (&delete["object"]["id"], &delete["object"]["type"]),
        (&json!(uri), &json!("Tombstone"))
    );
    assert_eq!(talk.fake.get(&uri, "application/activity+json").await.0, 410);
    let html = talk.html().await;
    assert!(html.contains("comment-gone") && html.contains("Thanks!"), "its answer stays");
}
