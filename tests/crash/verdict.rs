//! Whether everything that was done is everywhere, once.

use super::{ring::Node, work::Wanted};
use kontor::{
    domain::search::CaseFilter,
    store::{Db, search},
};
use std::{
    collections::{BTreeMap, HashMap},
    time::{Duration, Instant},
};

const NETWORK: &str = "(SELECT uri FROM actor WHERE kind = 'network')";

/// A case as a feed shows it.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
struct Shown {
    uri: String,
    title: String,
    revision: i64,
    published_at: i64,
    updated_at: i64,
}

fn title(document: &str) -> String {
    let document: serde_json::Value = serde_json::from_str(document).unwrap();
    document["title"].as_str().unwrap().to_owned()
}

/// Waits until nothing is under way anywhere and all feeds hold the same cases.
pub async fn until_converged(nodes: &[Node], wanted: &[Vec<Wanted>], patience: Duration) {
    let began = Instant::now();
    loop {
        let Some(missing) = missing(nodes, wanted).await else { return };
        if began.elapsed() > patience {
            let logs: String = nodes
                .iter()
                .map(|node| format!("--- {}\n{}\n", node.name, node.log_end()))
                .collect();
            panic!("after {} s still: {missing}\n{logs}", patience.as_secs());
        }
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
}

/// What is still to happen.
async fn missing(nodes: &[Node], wanted: &[Vec<Wanted>]) -> Option<String> {
    for node in nodes {
        for (what, sql) in [
            (
                "events untold",
                "SELECT (SELECT value FROM counter WHERE name = 'event')
                 - (SELECT seq FROM reader WHERE name = 'federation')",
            ),
            ("arrivals waiting", "SELECT count(*) FROM inbox_item WHERE state = 'new'"),
            (
                "lanes behind",
                "SELECT count(*) FROM lane
                 WHERE position < target
                   OR position < (SELECT value FROM counter WHERE name = 'told')",
            ),
            (
                "follows unfinished",
                "SELECT 2 - count(*) FROM following WHERE state = 'accepted' AND backfill = 'done'",
            ),
        ] {
            let count = node.number(sql).await;
            if count != 0 {
                return Some(format!("{}: {count} {what}", node.name));
            }
        }
    }
    let count: usize = wanted.iter().flatten().filter(|case| !case.withdrawn).count();
    let mut first: Option<BTreeMap<String, Shown>> = None;
    for node in nodes {
        let shown = shown(node).await;
        if shown.len() != count {
            return Some(format!("{} shows {} of {count} cases", node.name, shown.len()));
        }
        match &first {
            None => first = Some(shown),
            Some(first) if *first == shown => {}
            Some(first) => {
                let differs = first.iter().find(|(uri, case)| shown.get(*uri) != Some(case));
                return Some(format!("{} shows something else than {differs:?}", node.name));
            }
        }
    }
    None
}

/// By the ids of their objects.
async fn shown(node: &Node) -> BTreeMap<String, Shown> {
    let shown: Vec<Shown> = node
        .rows(
            "SELECT uri, document AS title, revision, published_at, updated_at
             FROM case_study WHERE shown",
        )
        .await;
    let shown = shown.into_iter().map(|case| Shown { title: title(&case.title), ..case });
    shown.map(|case| (case.uri.clone(), case)).collect()
}

pub async fn nothing_lost_and_nothing_twice(nodes: &[Node], wanted: &[Vec<Wanted>]) {
    for (node, wanted) in nodes.iter().zip(wanted) {
        what_people_did_stands(node, wanted).await;
        everything_was_told_once(node).await;
        everything_took_effect_once(node).await;
        for other in nodes.iter().filter(|other| other.port != node.port) {
            everything_sent_arrived_in_order(node, other).await;
        }
        feed_and_search_agree(node, nodes, wanted).await;
    }
}

/// What a command reported as done is in its database.
async fn what_people_did_stands(node: &Node, wanted: &[Wanted]) {
    let rows: Vec<(String, String, String)> =
        node.rows("SELECT local_key, state, document FROM case_study WHERE local").await;
    assert_eq!(rows.len(), wanted.len(), "{}: cases of its own", node.name);
    let found: HashMap<_, _> =
        rows.into_iter().map(|(key, state, text)| (key, (state, title(&text)))).collect();
    for case in wanted {
        let (state, title) = &found[&case.id];
        assert_eq!(state, if case.withdrawn { "withdrawn" } else { "published" }, "{}", case.id);
        assert_eq!(*title, format!("{} {}", case.word, case.id), "{}: title", node.name);
    }
}

/// Each event became one activity, and each follow was asked and answered once.
async fn everything_was_told_once(node: &Node) {
    let odd: Vec<(String, String, i64)> = node
        .rows(&format!(
            "SELECT kind, object, count(*) FROM activity
             WHERE kind IN ('Create', 'Delete', 'Follow', 'Accept') AND actor = {NETWORK}
             GROUP BY kind, object HAVING count(*) > 1"
        ))
        .await;
    assert!(odd.is_empty(), "{} said more than once: {odd:?}", node.name);
    let odd: Vec<(String, i64, i64)> = node
        .rows(&format!(
            "SELECT id, events, said FROM (SELECT c.id,
               (SELECT count(*) FROM event e WHERE e.subject = c.id
                  AND e.kind IN ('case-published', 'case-revised')) AS events,
               (SELECT count(*) FROM activity a WHERE a.object = c.uri
                  AND a.kind IN ('Create', 'Update') AND a.actor = {NETWORK}) AS said
             FROM case_study c WHERE c.local AND c.state = 'published') AS told WHERE events <> said"
        ))
        .await;
    assert!(odd.is_empty(), "{}: (case, events, activities): {odd:?}", node.name);
    let untold: Vec<(String,)> = node
        .rows(&format!(
            "SELECT uri FROM case_study c WHERE c.local AND c.state = 'withdrawn' AND NOT EXISTS (
               SELECT 1 FROM activity a WHERE a.kind = 'Delete' AND a.object = c.uri
                 AND a.actor = {NETWORK})"
        ))
        .await;
    assert!(untold.is_empty(), "{}: withdrawals untold: {untold:?}", node.name);
    let followers = format!("SELECT count(*) FROM follower WHERE actor = {NETWORK}");
    assert_eq!(node.number(&followers).await, 2, "{}: followers", node.name);
}

/// Each arrival was ended, and none counted twice.
async fn everything_took_effect_once(node: &Node) {
    let odd: Vec<(String, String, String)> = node
        .rows("SELECT id, state, note FROM inbox_item WHERE state NOT IN ('done', 'ignored')")
        .await;
    assert!(odd.is_empty(), "{}: arrivals without effect: {odd:?}", node.name);
    let odd: Vec<(String, String, i64)> = node
        .rows(
            "SELECT kind, subject, count(*) FROM event
             WHERE kind IN
               ('case-received', 'case-read-back', 'case-gone-elsewhere', 'follower-added')
             GROUP BY kind, subject HAVING count(*) > 1",
        )
        .await;
    assert!(odd.is_empty(), "{}: took effect more than once: {odd:?}", node.name);
    let lost = node
        .number(
            "SELECT (SELECT count(*) FROM event WHERE kind IN ('case-received', 'case-read-back'))
               - (SELECT count(*) FROM event WHERE kind = 'case-gone-elsewhere')
               - (SELECT count(*) FROM case_study WHERE NOT local)",
        )
        .await;
    assert_eq!(lost, 0, "{}: received, less what is gone, less what is here", node.name);
    let parked: Vec<(String, String, String)> =
        node.rows("SELECT inbox, state, reason FROM lane WHERE state <> 'open'").await;
    assert!(parked.is_empty(), "{}: lanes: {parked:?}", node.name);
    let refused: Vec<(String, i64, String)> =
        node.rows("SELECT inbox, status, answer FROM refusal").await;
    assert!(refused.is_empty(), "{}: refusals: {refused:?}", node.name);
}

/// What `from` said to its followers stands in the arrivals of `to`, all of it, in that order.
async fn everything_sent_arrived_in_order(from: &Node, to: &Node) {
    let said: Vec<(String, i64, bool)> = from
        .rows(&format!(
            "SELECT a.id, a.seq, a.dropped FROM activity a WHERE a.actor = {NETWORK}
               AND a.audience = 'followers' AND a.seq > (SELECT f.since FROM follower f
                 WHERE f.actor = {NETWORK} AND f.uri LIKE 'http://{}/%') ORDER BY a.seq",
            to.host()
        ))
        .await;
    let arrived: Vec<(String,)> = to
        .rows(&format!("SELECT id FROM inbox_item WHERE host = '{}' ORDER BY seq", from.host()))
        .await;
    let places: HashMap<_, _> =
        arrived.into_iter().enumerate().map(|(place, (id,))| (id, place)).collect();
    let mut before = None;
    for (id, seq, dropped) in said {
        let Some(place) = places.get(&id) else {
            // Withdrawn before it was sent: it is not sent any more.
            assert!(dropped, "{}: {id} ({seq}) never came to {}", from.name, to.name);
            continue;
        };
        assert!(before < Some(place), "{}: {id} ({seq}) came late to {}", from.name, to.name);
        before = Some(place);
    }
}

/// The feed counts every case once, and search finds each by its newest words only.
async fn feed_and_search_agree(node: &Node, nodes: &[Node], own: &[Wanted]) {
    let public = own.iter().filter(|case| !case.withdrawn).count() as i64;
    for other in nodes {
        let db = Db::open(&other.database.url, 2).await.unwrap();
        let all = CaseFilter { network: Vec::new(), ..CaseFilter::default() };
        let total = search::find(&db, &all, 1).await.unwrap().total;
        let rows = other.number("SELECT count(*) FROM case_study WHERE shown").await;
        assert_eq!(total, rows, "{}: the feed", other.name);
        let of_node =
            format!("SELECT count(*) FROM case_study WHERE shown AND host = '{}'", node.host());
        assert_eq!(other.number(&of_node).await, public, "{}: of {}", other.name, node.name);
        for case in own.iter().step_by(3) {
            let found = found_by(&db, &case.word).await;
            assert_eq!(found, i64::from(!case.withdrawn), "{}: {}", other.name, case.word);
            for outdated in &case.outdated {
                assert_eq!(found_by(&db, outdated).await, 0, "{}: {outdated}", other.name);
            }
        }
        db.close().await;
    }
}

async fn found_by(db: &Db, word: &str) -> i64 {
    let filter = CaseFilter { q: Some(word.to_owned()), ..CaseFilter::default() };
    search::find(db, &filter, 2).await.unwrap().total
}

/// On SQLite; PostgreSQL keeps its own files.
pub async fn database_is_sound(node: &Node) {
    let sound: Vec<(String,)> = node.rows("PRAGMA integrity_check").await;
    assert_eq!(sound, [("ok".to_owned(),)], "{}", node.name);
    let strangers: Vec<(String,)> = node.rows("PRAGMA foreign_key_check").await;
    assert!(strangers.is_empty(), "{}: {strangers:?}", node.name);
}
