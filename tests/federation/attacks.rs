//! Attacks that must fail, each as the real request to the running server, with its answer and what
//! it left in the store. Every kind of attack that is known to us has its line here, with the test
//! that makes it; an attack without a test does not belong into this list.
//!
//! | attack | test |
//! |---|---|
//! | no signature, a partial one, two, odd algorithms | `gate::what_is_not_well_signed_is_turned_away`, `dialects::what_is_not_well_signed_by_rfc_9421_is_turned_away` |
//! | another host's or user's actor, foreign key id | the same |
//! | changed body, old or future date, conflicting digests | the same |
//! | replay, to another inbox or host too | the same, `gate::a_hundred_copies_at_once_have_one_effect` |
//! | keys that prove nothing: small, of small order, lent | `dialects::keys_that_prove_nothing_are_refused` |
//! | Create, Update, Delete of or about what is another's | `forging::what_others_did_cannot_be_changed_forged_or_undone` |
//! | forged Delete of an actor; Undo, Accept, Reject by third parties; Accept of nothing asked | the same |
//! | comments and messages changed by others | `talking::a_comment_is_its_authors_alone`, `people::a_message_reaches_a_citymaker_and_nobody_else` |
//! | Announce with a forged object inside | `forging::what_is_announced_is_read_at_its_origin` |
//! | an object behind another content type, an uploaded file as an object, id ≠ URL | `what_stands_elsewhere_or_under_another_type_is_no_object`, `only_the_types_of_activitypub_are_objects` in `tests/wire` |
//! | redirects and DNS answers to inside addresses, also later ones (rebinding) | `tests/wire`: `a_redirect_leads_nowhere_inside`, `a_name_that_resolves_inside_is_not_connected_to`, `a_name_that_changes_its_address_is_refused_from_then_on` |
//! | every special range | `both_ends_of_every_special_range_are_refused` beside the guard |
//! | `data:`, `file:`, userinfo, ports, homographs | `what_is_no_activity_of_its_sender_changes_nothing`, `every_other_way_in_is_refused` and `a_homograph_is_another_host` beside the address reader |
//! | bombs of gzip and nesting, huge arrays, NUL, half characters, doubled keys | `what_is_no_activity_of_its_sender_changes_nothing`, `gate::what_is_too_large_too_deep_or_no_activity_is_turned_away`; in answers: `tests/wire`: `an_answer_that_is_too_large_is_cut_off_however_it_is_packed`, `hostile_json_is_refused_before_it_is_parsed` |
//! | aliased and `@graph` JSON-LD | `what_is_no_activity_of_its_sender_changes_nothing` |
//! | slow uploads and slow answers | `gate::a_body_that_takes_too_long_is_turned_away`, `delivering::twenty_hosts_that_never_answer_delay_no_other`, `tests/wire`: `a_body_that_drips_ends_at_the_deadline` |
//! | endless collections and reply chains | `an_outbox_without_an_end_is_given_up`, `talking::an_endless_thread_is_given_up`, `followers::a_forged_word_of_followers_changes_nothing` |
//! | floods of failing hosts and keys | `a_flood_of_keys_costs_few_requests_and_hinders_nobody`, `gate::a_sender_whose_key_cannot_be_had_now_is_told_to_come_back` |
//! | floods from one address, actor or host; a flooder beside honest senders | `gate::a_flood_is_told_when_to_come_back`, `a_flooder_and_a_slow_body_do_not_hinder_the_others` in `tests/crash.rs` |
//! | proofs over a part, by another, old, bent | `proofs::what_is_passed_on_and_not_proven_is_read_at_its_origin_or_turned_away` |
//! | script, SVG, `javascript:` and bidi tricks | `disclosing::hostile_words_are_harmless_wherever_they_are_shown`, `talking::no_comment_carries_script_or_tricks`, `cleaned_html_is_clean_and_stays_as_it_is` in `tests/fuzz.rs`; formulas in CSV: `the_spreadsheet_runs_no_formula_and_says_what_it_leaves_out` in `tests/commands.rs` |
//! | cache poisoning between page and object, and by names of hosts | `disclosing::one_address_with_two_answers_tells_caches_so`, `rotating::who_does_not_say_who_asks_reads_nothing` |
//! | local ids from outside | `what_claims_to_be_ours_is_not_believed` |
//! | content of blocked hosts by boosts, relays, reply fetches | `governing::nothing_of_a_blocked_host_comes_in_by_way_of_others`, `relaying::what_a_relay_passes_on_stands_by_its_own_host`, `talking::a_guarded_hosts_comment_waits_and_a_blocked_hosts_has_no_way_in` |
//! | Move without a back-link, in chains, again and again | `people::a_move_is_followed_once_and_only_with_its_back_link` |
//! | forged words of followers | `followers::a_forged_word_of_followers_changes_nothing` |
//! | floods of reports, follows and applications | `people::reports_come_in_bounded_and_go_out_by_the_instance`, `gate::a_flood_is_told_when_to_come_back`, `joining::applications_do_not_flood_and_a_decline_is_told` |
//! | enumeration by status, words or time | `disclosing::what_is_hidden_answers_like_what_never_was` |

use crate::{
    common::sample_records,
    fake::{Fake, Signed, answer, hanging, object},
    instance::{Engine, Instance, on_each_engine, until, until_seconds},
};
use kontor::{domain::case_study::parse, store::follows};
use serde_json::{Value, json};
use std::io::Write as _;

on_each_engine!(
    what_is_no_activity_of_its_sender_changes_nothing,
    what_stands_elsewhere_or_under_another_type_is_no_object,
    what_claims_to_be_ours_is_not_believed,
    an_outbox_without_an_end_is_given_up,
    a_flood_of_keys_costs_few_requests_and_hinders_nobody,
);

async fn what_is_no_activity_of_its_sender_changes_nothing(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let fake = Fake::start().await;
    let follow = fake.activity("Follow", "1", "alice", json!(instance.network()));
    // Alice is known, so that no row of hers can be the effect of an attack.
    let known = fake.activity("Like", "known", "alice", json!(fake.actor("alice")));
    assert_eq!(fake.send(instance.origin(), "alice", &known, instance.now()).await, 202);
    instance.rests().await;
    let before = instance.rows().await;

    let signed = |body: &[u8]| {
        let mut letter = fake.letter(instance.origin(), "alice", &follow, instance.now());
        letter.body = body.to_vec();
        letter.signed(&fake.key)
    };
    let text = follow.to_string();
    let open = &text[..text.len() - 1];
    let with = |more: &str| signed(format!("{open},{more}}}").as_bytes());
    let bent = |field: &str, value: Value| {
        let mut bent = follow.clone();
        bent[field] = value;
        signed(bent.to_string().as_bytes())
    };
    let mut zip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    zip.write_all(text.as_bytes()).unwrap();
    let zipped = zip.finish().unwrap();
    let mut bomb = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    bomb.write_all(&vec![b' '; 50_000_000]).unwrap();
    let bomb = bomb.finish().unwrap();
    let host = &fake.host;
    let alice = fake.actor("alice");
    let aliased = json!({
        "@context": ["https://www.w3.org/ns/activitystreams", { "who": "as:actor", "what": "@id" }],
        "what": format!("{}/activities/1", fake.origin), "type": "Follow", "who": alice,
        "object": instance.network(),
    });
    let graph = json!({ "@context": follow["@context"], "@graph": [follow] });
    let expanded = json!({
        "@id": follow["id"], "@type": ["https://www.w3.org/ns/activitystreams#Follow"],
        "https://www.w3.org/ns/activitystreams#actor": [{ "@id": alice }],
    });
    let attacks: Vec<(&str, Signed, &[u16])> = vec![
        ("packed", signed(&zipped).with("content-encoding", "gzip"), &[400, 415]),
        ("a bomb of gzip", signed(&bomb).with("content-encoding", "gzip"), &[400, 415]),
        ("a huge array", with(&format!("\"x\":[{}0]", "0,".repeat(400_000))), &[400]),
        (
            "arrays in arrays",
            with(&format!("\"x\":{}{}", "[".repeat(400_000), "]".repeat(400_000))),
            &[400],
        ),
        ("NUL", with("\"x\":\"a\0b\""), &[400]),
        ("an escaped NUL", with(r#""x":"\u0000""#), &[400]),
        ("half a character", with(r#""x":"\ud800""#), &[400]),
        ("the other half", with(r#""x":"\udc00\ud800""#), &[400]),
        ("a second id", with(&format!("\"id\":\"{}/2\"", fake.origin)), &[400]),
        ("a second type", with("\"type\":\"Delete\""), &[400]),
        ("a second object", with("\"object\":\"https://x.example/\""), &[400]),
        ("a second document", signed(format!("{text}{text}").as_bytes()), &[400]),
        ("a mark before it", signed(format!("\u{feff}{text}").as_bytes()), &[400]),
        (
            "UTF-16",
            signed(&text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>()),
            &[400],
        ),
        ("aliased terms", signed(aliased.to_string().as_bytes()), &[400]),
        ("a graph", signed(graph.to_string().as_bytes()), &[400]),
        ("expanded terms", signed(expanded.to_string().as_bytes()), &[400]),
        ("two types", bent("type", json!(["Follow", "Delete"])), &[400]),
        ("no type", bent("type", Value::Null), &[400]),
        ("two actors", bent("actor", json!([alice, fake.actor("bob")])), &[400]),
        ("an actor of data", bent("actor", json!("data:application/json,{}")), &[400]),
        ("an actor in a file", bent("actor", json!("file:///etc/passwd")), &[400]),
        (
            "an actor with a password",
            bent("actor", json!(format!("http://a:b@{host}/a/alice"))),
            &[400],
        ),
        ("an actor at another port", bent("actor", json!("http://localhost:9/a/alice")), &[401]),
        (
            "an actor that looks alike",
            bent("actor", json!(alice.replace("localhost", "lоcalhost"))),
            &[401],
        ),
        (
            "an actor at an address",
            bent("actor", json!(alice.replace("localhost", "127.0.0.1"))),
            &[401],
        ),
        (
            "an actor by another scheme",
            bent("actor", json!(alice.replace("http:", "https:"))),
            &[401],
        ),
        ("an actor of script", bent("actor", json!("javascript:alert(1)")), &[400]),
        ("an id of script", bent("id", json!("javascript:alert(1)")), &[400]),
        ("an id that is no text", bent("id", json!({ "id": follow["id"] })), &[400]),
        ("an id of another scheme", bent("id", json!(format!("https://{host}/1"))), &[403]),
        (
            "an id that is too long",
            bent("id", json!(format!("{}/{}", fake.origin, "x".repeat(3_000)))),
            &[400],
        ),
    ];
    for (what, signed, expected) in attacks {
        let (status, _) = fake.post(&signed).await;
        assert!(expected.contains(&status), "{what}: {status}");
        instance.rests().await;
        assert_eq!(instance.rows().await, before, "{what}");
        assert_eq!(instance.arrivals().await, "ignored 1", "{what}");
    }
    assert_eq!(fake.post(&signed(text.as_bytes())).await.0, 202, "the activity is a good one");
    instance.rests().await;
    assert_ne!(instance.rows().await, before);
}

/// Bob, whom the instance follows, boosts what is at a path of a server.
struct Boosts {
    instance: Instance,
    fake: Fake,
    number: std::sync::atomic::AtomicUsize,
}

impl Boosts {
    async fn new(engine: Engine) -> Self {
        let instance = Instance::start(engine, "metropolis").await;
        let fake = Fake::start().await;
        let nothing = json!({ "type": "OrderedCollection", "totalItems": 0, "orderedItems": [] });
        fake.put("/a/bob/outbox", &nothing);
        let bob = fake.actor("bob");
        instance.follow(&bob).await;
        let follow = until("asked", 10, async || fake.posted_of("Follow").pop()).await;
        let accept = fake.activity("Accept", "acc", "bob", follow);
        assert_eq!(fake.send(instance.origin(), "bob", &accept, instance.now()).await, 202);
        instance.has_read_back(&bob).await;
        instance.rests().await;
        Boosts { instance, fake, number: Default::default() }
    }

    async fn boost(&self, uri: &str) {
        let number = self.number.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let id = format!("boost-{number}");
        let boost = self.fake.activity("Announce", &id, "bob", json!(uri));
        let (origin, now) = (self.instance.origin(), self.instance.now());
        assert_eq!(self.fake.send(origin, "bob", &boost, now).await, 202);
        self.instance.rests().await;
    }
}

async fn what_stands_elsewhere_or_under_another_type_is_no_object(engine: Engine) {
    let scene = Boosts::new(engine).await;
    let victim = Fake::start().await;
    let case = parse(&sample_records()[0]).unwrap();
    let article = scene.fake.article("bob", &case, scene.instance.now());
    let of_victim = victim.article("vera", &case, scene.instance.now());
    // Vera's actor is known: only the case could be new.
    let like = victim.activity("Like", "1", "vera", json!(victim.actor("vera")));
    let (origin, now) = (scene.instance.origin().to_owned(), scene.instance.now());
    assert_eq!(victim.send(&origin, "vera", &like, now).await, 202);
    scene.instance.rests().await;
    let before = scene.instance.rows().await;
    let at = |path: &str, article: &Value| {
        let mut article = article.clone();
        article["id"] = json!(format!("{}{path}", scene.fake.origin));
        article.to_string()
    };
    let as_type = |path: &str, kind: &str| {
        answer("200 OK", &[("content-type", kind)], at(path, &article).as_bytes())
    };
    let moved = |to: &str| answer("302 Found", &[("location", to)], b"");
    let ap = "application/activity+json";
    let deep = format!("{{\"id\":\"{}/x/deep\",\"x\":{}}}", scene.fake.origin, "[".repeat(90_000));
    let attacks = [
        ("/x/text", as_type("/x/text", "text/plain")),
        ("/x/page", as_type("/x/page", "text/html")),
        ("/x/json", as_type("/x/json", "application/json")),
        ("/x/plain-ld", as_type("/x/plain-ld", "application/ld+json")),
        // A file that somebody uploaded to the server of the one it names.
        ("/x/upload.json", as_type("/x/upload.json", "application/octet-stream")),
        ("/x/image.png", as_type("/x/image.png", "image/png")),
        ("/x/untyped", answer("200 OK", &[], at("/x/untyped", &article).as_bytes())),
        ("/x/foreign", answer("200 OK", &[("content-type", ap)], of_victim.to_string().as_bytes())),
        ("/x/to-ten", moved("http://10.0.0.1/")),
        ("/x/to-metadata", moved("http://169.254.169.254/latest/meta-data/")),
        ("/x/to-v6", moved("http://[fd00::1]/")),
        ("/x/to-file", moved("file:///etc/passwd")),
        ("/x/round", moved("/x/round")),
        ("/x/deep", object(&deep)),
        ("/x/gone", answer("410 Gone", &[], b"")),
    ];
    for (path, script) in attacks {
        scene.fake.serve(path, script);
        let uri = format!("{}{path}", scene.fake.origin);
        scene.boost(&uri).await;
        assert!(scene.instance.case(&uri).await.is_none(), "{path}");
        assert_eq!(scene.instance.rows().await, before, "{path}");
    }
    // An open redirect of the victim's server lets nobody speak for it.
    let lie = format!("{}/o/lie", victim.origin);
    victim.serve("/o/lie", moved(&format!("{}/x/said", scene.fake.origin)));
    let mut said = article.clone();
    (said["id"], said["attributedTo"]) = (json!(lie), json!(victim.actor("vera")));
    scene.fake.put("/x/said", &said);
    scene.boost(&lie).await;
    assert_eq!(scene.instance.rows().await, before, "an open redirect");
    // Where it stands is where it says it stands: taken in.
    scene.fake.serve("/x/good", object(&at("/x/good", &article)));
    let good = format!("{}/x/good", scene.fake.origin);
    scene.boost(&good).await;
    assert!(scene.instance.case(&good).await.is_some());
}

async fn what_claims_to_be_ours_is_not_believed(engine: Engine) {
    let scene = Boosts::new(engine).await;
    let case = parse(&sample_records()[1]).unwrap();
    let own = scene.instance.publish(parse(&sample_records()[0]).unwrap()).await;
    scene.instance.rests().await;
    let before = scene.instance.rows().await;
    let (instance, fake) = (&scene.instance, &scene.fake);
    let origin = instance.origin().to_owned();
    let ours = instance.network().to_owned();
    let new = format!("{origin}/o/01ARZ3NDEKTSV4RRFFQ69G5FAV");
    let as_ours = |id: &str, author: &str| {
        let mut article = fake.article("bob", &case, instance.now());
        (article["id"], article["attributedTo"]) = (json!(id), json!(author));
        article
    };
    let bob = fake.actor("bob");
    let like = json!({ "type": "Like", "id": format!("{origin}/activities/x"), "actor": ours });
    let attacks = [
        ("a new case of ours", "Create", as_ours(&new, &ours), 202),
        ("a new case of bob's here", "Create", as_ours(&new, &bob), 202),
        ("a change of ours", "Update", as_ours(&own.uri, &ours), 202),
        ("a case of bob's, by us", "Create", as_ours(&format!("{}/o/n", fake.origin), &ours), 202),
        (
            "our network described anew",
            "Update",
            json!({ "id": ours, "type": "Organization" }),
            202,
        ),
        ("our network gone", "Delete", json!(ours), 202),
        ("our case gone", "Delete", json!({ "id": own.uri, "type": "Tombstone" }), 202),
        ("what we like taken back", "Undo", like, 202),
        ("a boost of what is not here", "Announce", json!(new), 202),
        ("a like of what is not here", "Like", json!(new), 202),
        (
            "a follow of nobody",
            "Follow",
            json!(format!("{origin}/a/01ARZ3NDEKTSV4RRFFQ69G5FAV")),
            202,
        ),
    ];
    for (at, (what, kind, object, expected)) in attacks.into_iter().enumerate() {
        let activity = fake.activity(kind, &format!("own-{at}"), "bob", object);
        assert_eq!(fake.send(&origin, "bob", &activity, instance.now()).await, expected, "{what}");
        instance.rests().await;
        let mut after = instance.rows().await;
        // That something was taken back is noted, whether it was there or not.
        after.insert("undone".into(), before["undone"]);
        assert_eq!(after, before, "{what}");
    }
    assert_eq!(instance.own(&own.case.id).await.case.title, own.case.title);
    // Signed by a key that says it is ours, and an actor elsewhere whose inbox is ours.
    let mut letter = fake.letter(
        &origin,
        "bob",
        &json!({
            "id": format!("{origin}/activities/1"), "type": "Follow", "actor": ours, "object": bob,
        }),
        instance.now(),
    );
    letter.key_id = format!("{ours}#main-key");
    assert_eq!(fake.post(&letter.signed(&fake.key)).await.0, 401);
    let mut mirror = json!({
        "id": fake.actor("mirror"), "type": "Person", "preferredUsername": "mirror",
        "inbox": format!("{ours}/inbox"),
        "publicKey": { "id": format!("{}#main-key", fake.actor("mirror")),
            "owner": fake.actor("mirror"), "publicKeyPem": fake.key.public_key_pem() },
    });
    for shared in [Value::Null, json!({ "sharedInbox": format!("{origin}/inbox") })] {
        if !shared.is_null() {
            mirror["inbox"] = json!(format!("{}/inbox", fake.actor("mirror")));
            mirror["endpoints"] = shared;
        }
        fake.put("/a/mirror", &mirror);
        let follow = fake.activity("Follow", &ulid::Ulid::new().to_string(), "mirror", json!(ours));
        let status = fake.send(&origin, "mirror", &follow, instance.now()).await;
        assert!(matches!(status, 202 | 401 | 503), "{status}");
        instance.rests().await;
        let mut tx = instance.read().await;
        let followers = follows::followers(&mut tx, &ours, "", 100).await.unwrap();
        let back = followers.iter().any(|follower| follower.inbox.starts_with(&origin));
        assert!(!back, "nothing is sent to ourselves: {followers:?}");
    }
    scene.boost(&new).await;
    assert!(scene.instance.case(&new).await.is_none());
}

async fn an_outbox_without_an_end_is_given_up(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let fake = Fake::start().await;
    let outbox = |name: &str| format!("{}/a/{name}/outbox", fake.origin);
    // Each page of cleo's leads to another with nothing in it, dora's lead to each other.
    for name in ["cleo", "dora"] {
        let first = format!("{}?page=1", outbox(name));
        fake.put(&format!("/a/{name}/outbox"), &json!({
            "id": outbox(name), "type": "OrderedCollection", "totalItems": 9_999_999, "first": first,
        }));
    }
    let pages = |name: &'static str, next: &(dyn Fn(usize) -> usize + Send + Sync)| {
        for at in 1..=300 {
            let path = format!("/a/{name}/outbox/{at}");
            fake.put(
                &path,
                &json!({
                    "id": format!("{}{path}", fake.origin), "type": "OrderedCollectionPage",
                    "orderedItems": [], "next": format!("{}/{}", outbox(name), next(at)),
                }),
            );
        }
        fake.put(
            &format!("/a/{name}/outbox"),
            &json!({
                "id": outbox(name), "type": "OrderedCollection", "totalItems": 9_999_999,
                "first": format!("{}/1", outbox(name)),
            }),
        );
    };
    pages("cleo", &|at| at + 1);
    pages("dora", &|at| at % 3 + 1);
    for (name, most) in [("cleo", 52), ("dora", 6)] {
        let uri = fake.actor(name);
        instance.follow(&uri).await;
        let follow = until("asked", 10, async || {
            fake.posted_of("Follow").into_iter().find(|follow| follow["object"] == uri)
        })
        .await;
        let accept = fake.activity("Accept", name, name, follow);
        assert_eq!(fake.send(instance.origin(), name, &accept, instance.now()).await, 202);
        let done = instance.has_read_back(&uri).await;
        assert_eq!(done.backfill_seen, 0);
        let path = format!("/a/{name}/outbox");
        let requests = fake.requests();
        let asked = requests.iter().filter(|asked| asked.path.starts_with(&path)).count();
        assert!((2..=most).contains(&asked), "{name}: {asked}");
    }
    assert_eq!(instance.shown_count().await, 0);
}

async fn a_flood_of_keys_costs_few_requests_and_hinders_nobody(engine: Engine) {
    let instance = Instance::start_with(engine, "metropolis", |config| {
        config.limits.key_fetches_per_host_per_minute = 10;
        config.federation.fetch_timeout_ms = 1_000;
    })
    .await;
    let (flood, honest) = (std::sync::Arc::new(Fake::start().await), Fake::start().await);
    for at in 0..200 {
        // Some are not there, some never answer.
        match at % 2 {
            0 => flood.serve(&format!("/a/m{at}"), answer("404 Not Found", &[], b"")),
            _ => flood.serve(&format!("/a/m{at}"), hanging()),
        }
    }
    let before = instance.rows().await;
    let mut letters = Vec::new();
    for at in 0..200 {
        let name = format!("m{at}");
        let follow = flood.activity("Follow", &name, &name, json!(instance.network()));
        let letter = flood.letter(instance.origin(), &name, &follow, instance.now());
        let (flood, signed) = (flood.clone(), letter.signed(&flood.key));
        letters.push(tokio::spawn(async move { flood.post(&signed).await }));
    }
    let follow = honest.activity("Follow", "f", "alice", json!(instance.network()));
    assert_eq!(honest.send(instance.origin(), "alice", &follow, instance.now()).await, 202);
    let mut later = 0;
    for letter in letters {
        let (status, wait) = letter.await.unwrap();
        assert!(matches!(status, 401 | 429 | 503), "{status}");
        later += usize::from(wait.is_some());
    }
    assert!(later >= 180, "{later} were told to come back");
    let asked = flood.requests().len();
    assert!(asked <= 12, "{asked} requests");
    until_seconds(10, async || {
        let mut tx = instance.read().await;
        match follows::count_followers(&mut tx, instance.network()).await.unwrap() {
            1 => Ok(()),
            found => Err(format!("{found} followers")),
        }
    })
    .await;
    instance.rests().await;
    let after = instance.rows().await;
    assert_eq!(after["follower"], before["follower"] + 1, "only the honest one");
}
