//! Cases are kept, found, moved and removed, with their terms and words.

use crate::{
    build::{NOW, generated, local, remote, sample, samples, save},
    common::{db::on_both_engines, extreme_records},
};
use kontor::{
    app::{access::Who, standing},
    domain::{
        case_study::parse,
        network::PeerStanding,
        search::{CaseFilter, TermKind},
        vocabulary::EditorialState,
    },
    store::{
        Db,
        cases::{self, Standing, StoredCase, Tombstone},
        revisions, search,
    },
};

on_both_engines!(
    any_case_comes_back_as_it_was_put_in,
    a_revision_replaces_terms_and_words_and_leaves_its_predecessor_in_the_history,
    a_former_page_leads_to_the_present_one_until_another_case_takes_it,
    two_cases_with_one_slug_have_two_pages,
    what_is_not_shown_is_not_found,
    a_removed_case_leaves_nothing_but_its_tombstone,
    a_hosts_cases_are_hidden_and_shown_together,
);

async fn found(db: &Db, query: &str) -> Vec<String> {
    let found = search::find(db, &CaseFilter::from_query(query), 100).await.unwrap();
    assert_eq!(found.total, found.cases.len() as i64);
    found.cases.iter().map(|stored| stored.id.clone()).collect()
}

async fn any_case_comes_back_as_it_was_put_in(db: Db) {
    let mut tx = db.begin().await.unwrap();
    let extreme = extreme_records();
    let extreme = extreme.iter().map(|record| parse(record).unwrap());
    for (n, case) in samples().into_iter().chain(extreme).chain(generated(6)).enumerate() {
        let mut stored = local(case, n as i64);
        if n % 2 == 1 {
            stored = remote(stored.case, n as i64, "partner.example:8443");
            stored.shared_by = Some("https://third.example/a/1".into());
            stored.foreign_keys = Some(r#"{"x":"\u0000"}"#.into());
            stored.withdrawn = Some((NOW, "no longer\ttrue".into()));
        }
        let back = save(&mut tx, &stored).await;
        assert!(back.num > 0);
        assert_eq!(back, StoredCase { num: back.num, page: back.page.clone(), ..stored });
        assert_eq!(cases::by_uri(&mut tx, &back.uri).await.unwrap().as_ref(), Some(&back));
        assert_eq!(cases::by_page(&mut tx, &back.page).await.unwrap().as_ref(), Some(&back));
        let by_key = cases::by_key(&mut tx, &back.case.id).await.unwrap();
        assert_eq!(by_key.as_ref(), back.local.then_some(&back));
    }
    tx.commit().await.unwrap();
}

async fn a_revision_replaces_terms_and_words_and_leaves_its_predecessor_in_the_history(db: Db) {
    let mut tx = db.begin().await.unwrap();
    let mut case = sample();
    case.title = "Zeppelins for all".into();
    case.sdgs = vec![11, 13];
    case.sdg_targets.clear();
    let first = save(&mut tx, &local(case.clone(), 1)).await;
    tx.commit().await.unwrap();
    assert_eq!(found(&db, "q=zeppelin&sdg=13").await, [first.id.as_str()]);

    let mut tx = db.begin().await.unwrap();
    case.title = "Airships for all".into();
    case.sdgs = vec![11];
    let second = StoredCase { revision: 2, updated: NOW + 9_000, case, ..first.clone() };
    let second = save(&mut tx, &second).await;
    assert_eq!(second.num, first.num);
    let history = revisions::all(&mut tx, second.num).await.unwrap();
    assert_eq!(history.iter().map(|revision| revision.revision).collect::<Vec<_>>(), [2, 1]);
    assert!(history[1].document.contains("Zeppelins"));
    tx.commit().await.unwrap();
    assert_eq!(found(&db, "q=zeppelin").await, [""; 0]);
    assert_eq!(found(&db, "sdg=13").await, [""; 0]);
    assert_eq!(found(&db, "q=airship&sdg=11").await, [first.id.as_str()]);
    assert_eq!(search::count_of(&db, TermKind::Sdg, "13").await.unwrap(), 0);
    assert_eq!(search::count_of(&db, TermKind::Sdg, "11").await.unwrap(), 1);
}

async fn a_former_page_leads_to_the_present_one_until_another_case_takes_it(db: Db) {
    let mut tx = db.begin().await.unwrap();
    let stored = save(&mut tx, &StoredCase { page: "a".into(), ..local(sample(), 1) }).await;
    let stored = save(&mut tx, &StoredCase { page: "b".into(), ..stored }).await;
    let stored = save(&mut tx, &StoredCase { page: "c".into(), ..stored }).await;
    assert_eq!(stored.page, "c");
    for former in ["a", "b"] {
        let present = cases::moved_page(&mut tx, former).await.unwrap();
        assert_eq!(present.as_deref(), Some("c"));
        assert_eq!(cases::by_page(&mut tx, former).await.unwrap(), None);
    }
    let stored = save(&mut tx, &StoredCase { page: "a".into(), ..stored }).await;
    assert_eq!(cases::moved_page(&mut tx, "a").await.unwrap(), None);
    assert_eq!(cases::moved_page(&mut tx, "c").await.unwrap().as_deref(), Some("a"));

    let mut other = sample();
    other.id = "another".into();
    let other = save(&mut tx, &StoredCase { page: "c".into(), ..local(other, 2) }).await;
    assert_eq!(other.page, "c");
    assert_eq!(cases::by_page(&mut tx, "c").await.unwrap().unwrap().id, other.id);
    cases::remove(&mut tx, stored.num).await.unwrap();
    assert_eq!(cases::moved_page(&mut tx, "b").await.unwrap(), None);
    tx.commit().await.unwrap();
}

async fn two_cases_with_one_slug_have_two_pages(db: Db) {
    let mut tx = db.begin().await.unwrap();
    let first = save(&mut tx, &local(sample(), 1)).await;
    let mut case = sample();
    case.id = "another".into();
    let second = save(&mut tx, &local(case, 12_345_678)).await;
    assert_eq!(first.page, first.case.slug);
    assert_eq!(second.page, format!("{}-12345678", first.case.slug));
    // A revision keeps the page.
    let page = second.page.clone();
    let wished = StoredCase { page: second.case.slug.clone(), revision: 2, ..second };
    assert_eq!(save(&mut tx, &wished).await.page, page);
    tx.commit().await.unwrap();
}

async fn what_is_not_shown_is_not_found(db: Db) {
    let mut tx = db.begin().await.unwrap();
    let shown = save(&mut tx, &local(sample(), 1)).await;
    let mut n = 2;
    for state in EditorialState::ALL.iter().filter(|s| **s != EditorialState::Published) {
        let mut hidden = local(sample(), n);
        hidden.case.id = format!("case-{n}");
        save(&mut tx, &StoredCase { state: *state, ..hidden }).await;
        n += 1;
    }
    for standing in [Standing::Hidden, Standing::Quarantined] {
        save(&mut tx, &StoredCase { standing, ..remote(sample(), n, "p.example") }).await;
        n += 1;
    }
    assert_eq!(cases::count(&mut tx).await.unwrap(), (1, 1));
    assert_eq!(cases::newest_local(&mut tx, 9).await.unwrap(), [shown.uri.as_str()]);
    let listed = cases::shown_after(&mut tx, 0, 9).await.unwrap();
    assert_eq!(listed.len(), 1);
    tx.commit().await.unwrap();
    assert_eq!(found(&db, "").await, [shown.id.as_str()]);
    let city = search::facets(&db, &CaseFilter::default()).await.unwrap().city;
    assert!(city.iter().all(|(_, count)| *count == 1), "{city:?}");

    // Taken back, and published again.
    let mut tx = db.begin().await.unwrap();
    let gone = StoredCase { state: EditorialState::Withdrawn, ..shown.clone() };
    save(&mut tx, &gone).await;
    tx.commit().await.unwrap();
    assert_eq!(found(&db, "").await, [""; 0]);
    let mut tx = db.begin().await.unwrap();
    save(&mut tx, &shown).await;
    tx.commit().await.unwrap();
    let word = shown.case.title.split(' ').next().unwrap();
    assert_eq!(found(&db, &format!("q={word}")).await, [shown.id.as_str()]);
}

async fn a_removed_case_leaves_nothing_but_its_tombstone(db: Db) {
    let mut tx = db.begin().await.unwrap();
    let stored = save(&mut tx, &remote(sample(), 1, "p.example")).await;
    let stone = |at| Tombstone {
        uri: stored.uri.clone(),
        former_type: "Article".into(),
        at,
        reason: "gone".into(),
    };
    cases::remove(&mut tx, stored.num).await.unwrap();
    cases::bury(&mut tx, &stone(NOW)).await.unwrap();
    cases::bury(&mut tx, &stone(NOW + 1)).await.unwrap();
    assert_eq!(cases::by_uri(&mut tx, &stored.uri).await.unwrap(), None);
    assert_eq!(cases::tombstone(&mut tx, &stored.uri).await.unwrap().unwrap().at, NOW);
    assert!(revisions::all(&mut tx, stored.num).await.unwrap().is_empty());
    tx.commit().await.unwrap();
    let word = stored.case.title.split(' ').next().unwrap();
    assert_eq!(found(&db, &format!("q={word}")).await, [""; 0]);
    let facets = search::facets(&db, &CaseFilter::default()).await.unwrap();
    assert!(facets.topic.is_empty() && facets.language.is_empty());
    // Its number is not given away again.
    let mut tx = db.begin().await.unwrap();
    let next = save(&mut tx, &remote(sample(), 1, "p.example")).await;
    assert!(next.num > stored.num);
    tx.commit().await.unwrap();
}

async fn a_hosts_cases_are_hidden_and_shown_together(db: Db) {
    let mut tx = db.begin().await.unwrap();
    for (n, case) in samples().into_iter().take(6).enumerate() {
        let host = if n % 2 == 0 { "a.example" } else { "b.example" };
        save(&mut tx, &remote(case, n as i64, host)).await;
    }
    tx.commit().await.unwrap();
    let who = Who::CommandLine;
    let hidden = standing::set(&db, &who, "a.example", PeerStanding::Limited, "quiet", NOW);
    assert_eq!(hidden.await.unwrap().hidden, 3);
    let mut tx = db.begin().await.unwrap();
    assert_eq!(cases::count_by_host(&mut tx).await.unwrap(), [("b.example".to_owned(), 3)]);
    tx.commit().await.unwrap();
    assert_eq!(found(&db, "").await.len(), 3);
    let shown = standing::set(&db, &who, "a.example", PeerStanding::Quarantined, "better", NOW);
    assert_eq!(shown.await.unwrap().shown, 3, "what was shown comes back");
    assert_eq!(found(&db, "").await.len(), 6);
}
