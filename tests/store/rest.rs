//! Follows, reactions, tokens, actors, the register of cities, and an instance that moves.

use crate::{
    build::{HOST, NOW, local, sample, save},
    common::db::on_both_engines,
};
use kontor::{
    app::{
        Error,
        access::{check_token, make_token, revoke_token},
        instance::{self, Keys, Plan},
    },
    store::{
        Db, audit, cases, cities, follows,
        reactions::{self, Reaction},
        remote_actors::{self, RemoteActor},
        settings, tokens,
    },
    urls::Urls,
};

on_both_engines!(
    a_follow_goes_from_wish_to_catalogue,
    a_refused_or_hopeless_follow_can_be_wished_anew,
    nobody_boosts_twice,
    a_token_is_valid_until_it_is_revoked,
    the_register_of_cities_is_loaded_once,
    an_instance_may_move_until_others_know_it,
    a_remote_actor_is_known_by_its_newest_description,
    the_database_answers_and_opens_again,
);

const ACTOR: &str = "https://cases.example/a/network";
const THEIRS: &str = "https://p.example/a/1";

async fn a_follow_goes_from_wish_to_catalogue(db: Db) {
    let mut tx = db.begin().await.unwrap();
    let id = follows::want(&mut tx, "1", ACTOR, "p.example", "p.example", NOW).await.unwrap();
    let same = follows::want(&mut tx, "2", ACTOR, "p.example", "p.example", NOW).await.unwrap();
    assert_eq!((id.as_str(), same.as_str()), ("1", "1"));
    assert!(!settings::ids_are_known_elsewhere(&mut tx).await.unwrap());
    assert_eq!(follows::claim_wanted(&mut tx, NOW, 1_000, 9).await.unwrap().len(), 1);
    assert!(follows::claim_wanted(&mut tx, NOW, 1_000, 9).await.unwrap().is_empty());
    follows::stumbled(&mut tx, &id, "no answer", Some(NOW + 5_000)).await.unwrap();
    assert!(follows::claim_wanted(&mut tx, NOW + 4_000, 1_000, 9).await.unwrap().is_empty());
    let due = follows::claim_wanted(&mut tx, NOW + 5_000, 1_000, 9).await.unwrap();
    assert_eq!((due[0].attempts, due[0].error.as_str()), (1, "no answer"));
    assert!(follows::asked(&mut tx, ACTOR, THEIRS).await.unwrap().is_none());
    follows::asked_now(&mut tx, &id, THEIRS, "p.example", "https://p.example/inbox", "f/1")
        .await
        .unwrap();
    assert!(settings::ids_are_known_elsewhere(&mut tx).await.unwrap());
    assert!(!follows::is_followed(&mut tx, THEIRS).await.unwrap());
    follows::accepted(&mut tx, &id, NOW).await.unwrap();
    assert!(follows::is_followed(&mut tx, THEIRS).await.unwrap());
    assert_eq!(follows::targets(&mut tx, ACTOR, "", 9).await.unwrap(), [THEIRS]);
    assert_eq!(follows::count_targets(&mut tx, ACTOR).await.unwrap(), 1);

    assert_eq!(follows::claim_backfill(&mut tx, NOW, 1_000, 9).await.unwrap().len(), 1);
    follows::backfilled(&mut tx, &id, Some("page/2"), 20, Some(30), NOW).await.unwrap();
    assert!(follows::claim_backfill(&mut tx, NOW, 1_000, 9).await.unwrap().is_empty());
    follows::renew(&mut tx, &id, NOW).await.unwrap();
    let due = follows::claim_backfill(&mut tx, NOW, 1_000, 9).await.unwrap();
    assert_eq!(due[0].backfill_page.as_deref(), Some("page/2"));
    follows::backfilled(&mut tx, &id, None, 10, None, NOW).await.unwrap();
    let done = follows::following(&mut tx, &id).await.unwrap().unwrap();
    assert_eq!((done.backfill.as_str(), done.backfill_seen), ("done", 30));
    assert_eq!(done.backfill_total, Some(30));
    // Accepted once more, a catalogue that was read is not read again, unless it is asked for.
    follows::accepted(&mut tx, &id, NOW).await.unwrap();
    assert!(follows::claim_backfill(&mut tx, NOW, 1_000, 9).await.unwrap().is_empty());
    follows::restart_backfill(&mut tx, &id).await.unwrap();
    assert_eq!(follows::claim_backfill(&mut tx, NOW, 1_000, 9).await.unwrap().len(), 1);
    tx.commit().await.unwrap();
}

async fn a_refused_or_hopeless_follow_can_be_wished_anew(db: Db) {
    let mut tx = db.begin().await.unwrap();
    let id = follows::want(&mut tx, "1", ACTOR, "p.example", "p.example", NOW).await.unwrap();
    follows::stumbled(&mut tx, &id, "no such host", None).await.unwrap();
    let failed = follows::following_of(&mut tx, ACTOR, "p.example").await.unwrap().unwrap();
    assert_eq!(failed.state, "failed");
    for state in ["rejected", "ended", "failed"] {
        follows::set_state(&mut tx, &id, state, NOW).await.unwrap();
        assert!(follows::claim_wanted(&mut tx, NOW, 0, 9).await.unwrap().is_empty());
        follows::want(&mut tx, "2", ACTOR, "p.example", "p.example", NOW).await.unwrap();
        assert_eq!(follows::claim_wanted(&mut tx, NOW, 0, 9).await.unwrap().len(), 1, "{state}");
    }
    assert_eq!(follows::all_following(&mut tx, 9).await.unwrap().len(), 1);
    tx.commit().await.unwrap();
}

async fn nobody_boosts_twice(db: Db) {
    let mut tx = db.begin().await.unwrap();
    let boost = |id: &str, actor: &str| Reaction {
        id: id.into(),
        kind: "Announce".into(),
        actor: actor.into(),
        object: "https://cases.example/o/1".into(),
        local: false,
        at: NOW,
    };
    assert!(reactions::add(&mut tx, &boost("1", "a"), false).await.unwrap());
    assert!(!reactions::add(&mut tx, &boost("1", "a"), false).await.unwrap());
    assert!(!reactions::add(&mut tx, &boost("2", "a"), false).await.unwrap());
    assert!(reactions::add(&mut tx, &boost("3", "b"), false).await.unwrap());
    let like = Reaction { kind: "Like".into(), ..boost("4", "a") };
    assert!(reactions::add(&mut tx, &like, false).await.unwrap());
    let object = &like.object;
    assert_eq!(reactions::count(&mut tx, "Announce", object).await.unwrap(), 2);
    assert!(!reactions::remove(&mut tx, "3", "a").await.unwrap(), "it is b's");
    assert!(reactions::remove(&mut tx, "3", "b").await.unwrap());
    assert_eq!(reactions::by_id(&mut tx, "4").await.unwrap().unwrap().kind, "Like");
    assert!(reactions::find(&mut tx, "Like", "b", object).await.unwrap().is_none());
    assert_eq!(reactions::remove_of_actor(&mut tx, "a").await.unwrap(), 2);
    tx.commit().await.unwrap();
}

async fn a_token_is_valid_until_it_is_revoked(db: Db) {
    let token = make_token(&db, "import", NOW).await.unwrap();
    let other = make_token(&db, "import", NOW + 1).await.unwrap();
    assert_ne!(token, other);
    let found = check_token(&db, &token, NOW + 5).await.unwrap().unwrap();
    check_token(&db, &token, NOW + 59_000).await.unwrap();
    for wrong in ["", "kontor_", "kontor_\0", &token[7..], &format!("{token}x")] {
        assert!(check_token(&db, wrong, NOW).await.unwrap().is_none(), "{wrong}");
    }
    let mut tx = db.read().await.unwrap();
    let all = tokens::all(&mut tx).await.unwrap();
    drop(tx);
    assert_eq!((all[1].id.as_str(), all[1].used_at), (found.id.as_str(), Some(NOW + 5)));
    revoke_token(&db, &found.id, NOW).await.unwrap();
    assert!(check_token(&db, &token, NOW).await.unwrap().is_none());
    assert!(check_token(&db, &other, NOW).await.unwrap().is_some());
    let again = revoke_token(&db, &found.id, NOW).await;
    assert!(matches!(again, Err(Error::NotFound(_))));
    let mut tx = db.read().await.unwrap();
    let acts = audit::newest(&mut tx, 9).await.unwrap();
    let mut whats: Vec<_> = acts.iter().map(|act| act.what.as_str()).collect();
    whats.sort_unstable();
    assert_eq!(whats, ["token.made", "token.made", "token.revoked"]);
    assert!(acts.iter().all(|act| !act.note.contains(&token)));
}

async fn the_register_of_cities_is_loaded_once(db: Db) {
    let loaded = cities::load(&db).await.unwrap();
    assert!(loaded > 33_000, "{loaded}");
    assert_eq!(cities::load(&db).await.unwrap(), 0);
    let mut tx = db.read().await.unwrap();
    let named = cities::named(&mut tx, "MEDELLÍN", 9).await.unwrap();
    assert_eq!((named[0].name.as_str(), named[0].country.as_str()), ("Medellín", "CO"));
    assert!(named.is_sorted_by_key(|city| -city.population));
    let many = cities::named(&mut tx, "san", 20).await.unwrap();
    assert_eq!(many.len(), 20);
    assert!(cities::named(&mut tx, "%", 9).await.unwrap().is_empty());
    let berlin = &cities::named(&mut tx, "berlin", 1).await.unwrap()[0];
    assert_eq!(berlin.geonameid, 2_950_159);
    assert!((berlin.lat - 52.5).abs() < 0.1 && (berlin.lon - 13.4).abs() < 0.1);
}

fn plan(origin: &str) -> Plan {
    Plan {
        urls: Urls::new(origin),
        slug: "metropolis".into(),
        name: "Metropolis".into(),
        description: "Cities".into(),
    }
}

async fn prepare(db: &Db, plan: &Plan) -> Result<Vec<String>, Error> {
    let keys = || Keys { private: "private".into(), public: "public".into() };
    let actors = instance::prepare(db, plan, NOW, keys).await?;
    Ok(actors.into_iter().map(|actor| format!("{} {}", actor.handle, actor.uri)).collect())
}

async fn an_instance_may_move_until_others_know_it(db: Db) {
    let (old, new) = ("http://127.0.0.1:8080", "https://cases.example");
    assert_eq!(instance::known_origin(&db).await.unwrap(), None);
    let (one, two) = (plan(old), plan(old));
    let (one, two) = tokio::join!(prepare(&db, &one), prepare(&db, &two));
    let (mut one, mut two) = (one.unwrap(), two.unwrap());
    one.sort();
    two.sort();
    assert_eq!((one.len(), &one), (3, &two), "two nodes start at once");
    let mut tx = db.begin().await.unwrap();
    let mut stored = local(sample(), 1);
    stored.host = "127.0.0.1:8080".into();
    stored.uri = stored.uri.replace(&format!("https://{HOST}"), old);
    stored.actor = stored.actor.replace(&format!("https://{HOST}"), old);
    save(&mut tx, &stored).await;
    tx.commit().await.unwrap();
    let moved = prepare(&db, &plan(new)).await.unwrap();
    assert!(moved.iter().all(|actor| actor.contains(" https://cases.example/a/")), "{moved:?}");
    assert!(moved.iter().any(|actor| actor.starts_with("cases.example ")));
    assert_eq!(instance::known_origin(&db).await.unwrap().as_deref(), Some(new));
    let mut tx = db.begin().await.unwrap();
    let back = cases::by_id(&mut tx, &stored.id).await.unwrap().unwrap();
    assert_eq!((back.host.as_str(), back.uri), (HOST, local(sample(), 1).uri));
    assert_eq!(back.actor, ACTOR);
    follows::want(&mut tx, "1", ACTOR, "p.example", "p.example", NOW).await.unwrap();
    follows::asked_now(&mut tx, "1", THEIRS, "p.example", "i", "f").await.unwrap();
    tx.commit().await.unwrap();
    let refused = prepare(&db, &plan("https://other.example")).await;
    assert!(matches!(refused, Err(Error::Conflict(_))), "{refused:?}");
    assert_eq!(instance::known_origin(&db).await.unwrap().as_deref(), Some(new));
    assert_eq!(prepare(&db, &plan(new)).await.unwrap().len(), 3);
}

async fn a_remote_actor_is_known_by_its_newest_description(db: Db) {
    let mut tx = db.begin().await.unwrap();
    let actor = RemoteActor {
        uri: THEIRS.into(),
        host: "p.example".into(),
        kind: "Organization".into(),
        handle: "p".into(),
        name: "P".into(),
        summary: String::new(),
        inbox: "https://p.example/a/1/inbox".into(),
        shared_inbox: None,
        outbox: None,
        page_url: None,
        key_id: format!("{THEIRS}#main-key"),
        public_key: "pem".into(),
        fetched_at: NOW,
        gone: false,
    };
    remote_actors::save(&mut tx, &actor).await.unwrap();
    let newer = RemoteActor {
        shared_inbox: Some("https://p.example/inbox".into()),
        key_id: "k".into(),
        ..actor.clone()
    };
    remote_actors::save(&mut tx, &newer).await.unwrap();
    assert_eq!(remote_actors::by_key(&mut tx, &actor.key_id).await.unwrap(), None);
    assert_eq!(remote_actors::by_key(&mut tx, "k").await.unwrap().as_ref(), Some(&newer));
    assert_eq!((newer.lane(), actor.lane()), ("https://p.example/inbox", actor.inbox.as_str()));
    remote_actors::mark_gone(&mut tx, THEIRS).await.unwrap();
    assert!(remote_actors::find(&mut tx, THEIRS).await.unwrap().unwrap().gone);
    tx.commit().await.unwrap();
}

async fn the_database_answers_and_opens_again(db: Db) {
    db.ping().await.unwrap();
    let mut tx = db.begin().await.unwrap();
    settings::set(&mut tx, "a", "1").await.unwrap();
    settings::set(&mut tx, "a", "2").await.unwrap();
    // Readers see what is committed, beside the writer.
    let mut reader = db.read().await.unwrap();
    assert_eq!(settings::get(&mut reader, "a").await.unwrap(), None);
    drop(reader);
    tx.commit().await.unwrap();
    let mut reader = db.read().await.unwrap();
    assert_eq!(settings::get(&mut reader, "a").await.unwrap().as_deref(), Some("2"));
}
