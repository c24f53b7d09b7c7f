//! Putting in, publishing, revising and withdrawing a case.

use crate::{
    build::{HOST, NOW, events_of, generated, sample, samples},
    common::db::on_both_engines,
};
use kontor::{
    app::{
        Error,
        access::Who,
        publish::{self, Outcome, Publisher},
    },
    domain::{case_study::CaseStudy, event::Event, search::CaseFilter, vocabulary::EditorialState},
    store::{
        Db,
        cases::{self, StoredCase},
        search,
    },
    urls::Urls,
};

on_both_engines!(
    putting_the_same_in_again_changes_nothing,
    a_newer_record_is_a_revision_and_an_older_one_is_left,
    a_withdrawn_case_published_again_is_another_object,
    a_case_goes_from_draft_to_publication,
    what_may_not_be_done_is_refused_with_the_reason,
    copies_put_in_at_once_become_one_case,
);

fn publisher() -> Publisher {
    Publisher {
        urls: Urls::new(&format!("https://{HOST}")),
        actor: format!("https://{HOST}/a/network"),
    }
}

async fn put(db: &Db, case: &CaseStudy, now: i64) -> Outcome {
    publish::put(db, &publisher(), &Who::CommandLine, case.clone(), now).await.unwrap()
}

async fn stored(db: &Db, key: &str) -> StoredCase {
    let mut tx = db.read().await.unwrap();
    publish::find(&mut tx, key).await.unwrap()
}

fn dated(state: EditorialState, published: i64, updated: i64) -> CaseStudy {
    let mut case = sample();
    case.editorial.state = state;
    case.editorial.published = Some(published);
    case.editorial.updated = Some(updated);
    case.editorial.revision = None;
    case
}

fn id(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Published { id }
        | Outcome::Stored { id, .. }
        | Outcome::Revised { id, .. }
        | Outcome::Withdrawn { id }
        | Outcome::Left { id, .. } => id.clone(),
    }
}

async fn putting_the_same_in_again_changes_nothing(db: Db) {
    let cases: Vec<_> = samples().into_iter().take(8).chain(generated(12)).collect();
    for case in &cases {
        assert!(!matches!(put(&db, case, NOW).await, Outcome::Left { .. }), "{}", case.id);
    }
    let before = events_of(&db).await;
    for case in &cases {
        let kept = stored(&db, &case.id).await;
        let again = put(&db, case, NOW + 86_400_000).await;
        assert!(matches!(again, Outcome::Left { .. }), "{}: {again:?}", case.id);
        assert_eq!(stored(&db, &case.id).await, kept);
        // What is stored is a record that could be put in again.
        let state = kept.case.editorial.state;
        assert_eq!(state, kept.state);
        assert!(kept.updated >= kept.published);
        let again = put(&db, &kept.case, NOW).await;
        assert!(matches!(again, Outcome::Left { .. }), "{}: {again:?}", case.id);
    }
    assert_eq!(events_of(&db).await, before);
    let published =
        cases.iter().filter(|case| case.editorial.state == EditorialState::Published).count();
    assert_eq!(before.len(), published);
    assert!(published >= 8);
}

async fn a_newer_record_is_a_revision_and_an_older_one_is_left(db: Db) {
    use EditorialState::{Draft, Published};
    let first = put(&db, &dated(Published, NOW, NOW + 5_000), NOW).await;
    assert!(matches!(first, Outcome::Published { .. }));
    let mut newer = dated(Published, NOW + 1_000, NOW + 6_000);
    newer.title = "A better title".into();
    newer.slug = "a-better-title".into();
    let revised = put(&db, &newer, NOW).await;
    assert_eq!(revised, Outcome::Revised { id: id(&first), revision: 2 });
    let kept = stored(&db, &newer.id).await;
    assert_eq!((kept.published, kept.updated), (NOW, NOW + 6_000), "first publication stays");
    assert_eq!(kept.case.editorial.published, Some(NOW));
    assert_eq!((kept.page.as_str(), kept.revision), ("a-better-title", 2));
    let mut tx = db.read().await.unwrap();
    let moved = cases::moved_page(&mut tx, &sample().slug).await.unwrap();
    assert_eq!(moved.as_deref(), Some("a-better-title"));
    drop(tx);
    for (state, updated) in
        [(Published, NOW + 5_500), (Published, NOW + 6_000), (Draft, NOW + 9_000)]
    {
        let left = put(&db, &dated(state, NOW, updated), NOW).await;
        assert!(matches!(left, Outcome::Left { .. }), "{left:?}");
    }
    let mut undated = sample();
    undated.editorial.published = None;
    undated.editorial.updated = None;
    assert!(matches!(put(&db, &undated, NOW).await, Outcome::Left { .. }));
    assert_eq!(stored(&db, &newer.id).await, kept);
    // A source that counts its revisions itself is believed when it counts upwards.
    let mut counted = dated(Published, NOW, NOW + 7_000);
    counted.editorial.revision = Some(9);
    assert_eq!(put(&db, &counted, NOW).await, Outcome::Revised { id: id(&first), revision: 9 });
    let id = id(&first);
    let expected = [
        Event::CasePublished { id: id.clone() },
        Event::CaseRevised { id: id.clone() },
        Event::CaseRevised { id },
    ];
    assert_eq!(events_of(&db).await, expected);
}

async fn a_withdrawn_case_published_again_is_another_object(db: Db) {
    use EditorialState::{Draft, Published, Withdrawn};
    put(&db, &dated(Published, NOW, NOW), NOW).await;
    let first = stored(&db, &sample().id).await;
    let out = put(&db, &dated(Withdrawn, NOW, NOW + 1_000), NOW).await;
    assert_eq!(out, Outcome::Withdrawn { id: first.id.clone() });
    let kept = stored(&db, &first.id).await;
    assert_eq!((kept.state, kept.page.as_str()), (Withdrawn, first.page.as_str()));
    assert!(kept.withdrawn.is_some() && !kept.is_shown());
    assert_eq!(search::find(&db, &CaseFilter::default(), 9).await.unwrap().total, 0);
    let mut tx = db.read().await.unwrap();
    let stone = cases::tombstone(&mut tx, &first.uri).await.unwrap().unwrap();
    assert_eq!(stone.former_type, "Article");
    drop(tx);
    // Through a draft, so that its last state does not tell that it was withdrawn.
    let draft = put(&db, &dated(Draft, NOW, NOW + 2_000), NOW).await;
    assert_eq!(draft, Outcome::Stored { id: first.id.clone(), state: Draft });
    let again = put(&db, &dated(Published, NOW, NOW + 3_000), NOW + 9).await;
    assert_eq!(again, Outcome::Published { id: first.id.clone() });
    let second = stored(&db, &first.id).await;
    assert_ne!(second.uri, first.uri);
    assert_eq!(second.withdrawn, None);
    assert_eq!(second.page, first.page);
    let id = first.id.clone();
    let expected = [
        Event::CasePublished { id: id.clone() },
        Event::CaseWithdrawn { id: first.uri },
        Event::CasePublished { id: id.clone() },
    ];
    assert_eq!(events_of(&db).await, expected);
    // The other way round: withdrawn by hand, published by hand.
    let who = Who::Token("t".into());
    publish::withdraw(&db, &who, &id, "wrong figures", NOW).await.unwrap();
    let gone = stored(&db, &id).await;
    assert_eq!(gone.withdrawn, Some((NOW, "wrong figures".into())));
    publish::publish(&db, &publisher(), &who, &id, NOW).await.unwrap();
    let third = stored(&db, &id).await;
    assert!(third.uri != second.uri && third.updated > gone.updated && third.is_shown());
}

async fn a_case_goes_from_draft_to_publication(db: Db) {
    let who = Who::CommandLine;
    let mut draft = dated(EditorialState::Draft, NOW - 9_000, NOW - 9_000);
    draft.editorial.published = None;
    let outcome = put(&db, &draft, NOW + 123).await;
    assert!(matches!(outcome, Outcome::Stored { state: EditorialState::Draft, .. }));
    assert!(events_of(&db).await.is_empty());
    let now = NOW + 5_123;
    publish::publish(&db, &publisher(), &who, &draft.id, now).await.unwrap();
    let kept = stored(&db, &draft.id).await;
    assert!(kept.is_shown());
    assert_eq!((kept.published, kept.updated), (NOW + 5_000, NOW + 5_000), "whole seconds");
    // Two updates within a second are two dates.
    for n in 1..=2 {
        let mut case = kept.case.clone();
        case.title = format!("Title number {n}");
        publish::update(&db, &who, case, now).await.unwrap();
        let revised = stored(&db, &draft.id).await;
        assert_eq!(revised.updated, NOW + 5_000 + n * 1_000);
        assert_eq!(revised.published, NOW + 5_000);
    }
    let mut new = sample();
    new.id = "fresh".into();
    new.editorial.state = EditorialState::Draft;
    let fresh = publish::publish_new(&db, &publisher(), &who, new, now).await.unwrap();
    assert!(matches!(fresh, Outcome::Published { .. }));
    assert!(stored(&db, "fresh").await.is_shown());
}

async fn what_may_not_be_done_is_refused_with_the_reason(db: Db) {
    let who = Who::CommandLine;
    let by = publisher();
    let case = dated(EditorialState::Published, NOW, NOW);
    let absent = publish::update(&db, &who, case.clone(), NOW).await;
    assert!(matches!(absent, Err(Error::NotFound(_))));
    put(&db, &case, NOW).await;
    let twice = publish::publish(&db, &by, &who, &case.id, NOW).await;
    assert!(matches!(twice, Err(Error::Conflict(_))));
    let twice = publish::publish_new(&db, &by, &who, case.clone(), NOW).await;
    assert!(matches!(twice, Err(Error::Conflict(_))));
    publish::withdraw(&db, &who, &case.id, "x", NOW).await.unwrap();
    let twice = publish::withdraw(&db, &who, &case.id, "x", NOW).await;
    assert!(matches!(twice, Err(Error::Conflict(_))));
    let gone = publish::update(&db, &who, case.clone(), NOW).await;
    assert!(matches!(gone, Err(Error::Conflict(_))));
    // Incomplete: an import may bring it, an editor may not publish it.
    let mut thin = case;
    thin.id = "thin".into();
    thin.actors.clear();
    assert!(!thin.publish_problems().is_empty());
    let refused = publish::publish_new(&db, &by, &who, thin.clone(), NOW).await;
    assert!(matches!(refused, Err(Error::Refused(_))));
    assert!(matches!(put(&db, &thin, NOW).await, Outcome::Published { .. }));
    assert_eq!(events_of(&db).await.len(), 3, "what was refused left no event");
}

async fn copies_put_in_at_once_become_one_case(db: Db) {
    let copies = [(); 8].map(|()| {
        let db = db.clone();
        tokio::spawn(async move { put(&db, &sample(), NOW).await })
    });
    let mut outcomes = Vec::new();
    for copy in copies {
        outcomes.push(copy.await.unwrap());
    }
    let published = outcomes.iter().filter(|o| matches!(o, Outcome::Published { .. }));
    assert_eq!(published.count(), 1, "{outcomes:?}");
    assert_eq!(events_of(&db).await.len(), 1);
}
