//! Arrivals of one host that share a transaction: one that fails takes no other with it.

use crate::{
    common::sample_records,
    fake::Fake,
    instance::{Engine, Instance, on_each_engine},
};
use kontor::{
    domain::case_study::parse,
    store::{
        inbox::{self, Arrival},
        reactions, received,
    },
};
use serde_json::{Value, json};

on_each_engine!(one_bad_arrival_among_many_leaves_the_others_their_effects);

async fn one_bad_arrival_among_many_leaves_the_others_their_effects(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let fake = Fake::start().await;
    let case = instance.publish(parse(&sample_records()[0]).unwrap()).await.uri;
    let names: Vec<String> = (0..24).map(|at| format!("p{at}")).collect();
    for name in &names {
        instance.federation.fetch_actor(&fake.actor(name)).await.unwrap();
    }
    instance.rests().await;
    let arrival = |kind: &str, id: &str, name: &str, object: Value| {
        let activity = fake.activity(kind, id, name, object);
        Arrival {
            id: activity["id"].as_str().unwrap().to_owned(),
            actor: fake.actor(name),
            host: fake.host.clone(),
            kind: kind.to_owned(),
            body: activity.to_string(),
            received_at: instance.now(),
        }
    };
    for round in 0..3 {
        let mut arrivals = Vec::new();
        for (at, name) in names.iter().enumerate() {
            let id = format!("{round}-{at}");
            let note = json!({
                "id": format!("{}/o/{id}", fake.origin), "type": "Note", "inReplyTo": null,
                "attributedTo": fake.actor(name), "content": "<p>Hello</p>",
                "published": "2026-01-02T03:04:05Z",
                "to": ["https://www.w3.org/ns/activitystreams#Public"],
            });
            arrivals.push(match at % 2 {
                0 => arrival("Like", &id, name, json!(case)),
                _ => arrival("Create", &id, name, note),
            });
        }
        // Well-formed for the gate, and a number that no reader can hold: in the middle, first, last.
        let bad = arrival("Like", &format!("bad-{round}"), "p0", json!(case));
        let body = bad.body.replacen('{', "{\"x\":1e999,", 1);
        let place = [12, 0, arrivals.len()][round];
        arrivals.insert(place, Arrival { body, ..bad });
        // All at once, so that they are taken together.
        let mut tx = instance.state.db.begin().await.unwrap();
        inbox::write(&mut tx, &arrivals).await.unwrap();
        tx.commit().await.unwrap();
        instance.state.wake.inbox.notify_one();
        instance.rests().await;

        let mut tx = instance.read().await;
        let all = inbox::listed(&mut tx, None, i64::MAX, 1_000).await.unwrap();
        let failed: Vec<_> = all.iter().filter(|item| item.state == "failed").collect();
        assert_eq!(failed.len(), round + 1, "{failed:?}");
        assert!(failed.iter().all(|item| item.id.contains("/bad-")), "{failed:?}");
        assert!(failed[0].note.contains("cannot be read"), "{failed:?}");
        // Each person likes a case once, however often.
        assert_eq!(reactions::count(&mut tx, "Like", &case).await.unwrap(), 12);
        for at in (1..24).step_by(2) {
            let uri = format!("{}/o/{round}-{at}", fake.origin);
            assert!(received::find(&mut tx, &uri).await.unwrap().is_some(), "{uri}");
        }
    }
}
