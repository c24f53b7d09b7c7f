//! Mail while the program is killed: what was queued arrives, and only what was in flight may come
//! twice, with the same Message-ID.

use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use kontor::{
    app::mail::{Letter, Post, post},
    clock::Clock,
    config::Config,
    domain::email::Email,
    i18n::Texts,
    store::Db,
    urls::Urls,
};

use super::{chance::Chance, ring::Node};
use crate::{
    instance::{Database, Engine, until},
    mailbox::Mailbox,
};

/// Kills at least; more until some met letters in flight.
const KILLS: usize = 15;
const MOST_KILLS: usize = 60;
/// Letters that are handed over at once.
const AT_ONCE: usize = 4;

/// A letter that was committed, and whether it must not come twice.
struct Queued {
    id: String,
    once: bool,
}

/// Queues letters beside the server until it is over.
async fn queue(url: String, origin: String, over: Arc<AtomicBool>) -> Vec<Queued> {
    let db = Db::open(&url, 4).await.unwrap();
    let (clock, mut queued) = (Clock::system(), Vec::new());
    let (texts, urls) = (Arc::new(Texts::embedded()), Urls::new(&origin));
    let by = Post::of(&Config::default(), &urls, &texts);
    let (t, to) = (by.speech("en"), Email::parse("ana@example.org").unwrap());
    while !over.load(Ordering::Relaxed) {
        let once = queued.len() % 3 == 0;
        let text = vec!["Hello".to_owned()];
        let letter = Letter {
            kind: "crash",
            subject: "x".into(),
            paragraphs: text,
            once,
            ..Letter::default()
        };
        let mut tx = db.begin().await.unwrap();
        let id = post(&mut tx, &by, &to, &t, letter, clock.now_ms()).await.unwrap();
        tx.commit().await.unwrap();
        queued.push(Queued { id, once });
        tokio::time::sleep(Duration::from_millis(15)).await;
    }
    db.close().await;
    queued
}

pub async fn letters_queued_before_a_kill_arrive(engine: Engine) {
    let seed = Chance::seed();
    println!("seed {seed}");
    let mut chance = Chance::new(seed);
    let mailbox = Mailbox::start().await;
    mailbox.answers(|_| {
        // A mail server takes its time: so there is something in flight.
        std::thread::sleep(Duration::from_millis(20));
        "250 ok".to_owned()
    });
    let folder = tempfile::tempdir().unwrap();
    let database = Database::new(engine).await;
    let url = database.url.clone();
    let settings = format!("[mail]\nsmtp = {:?}\n", mailbox.url());
    let node = Node::alone(folder.path(), "metropolis", database, engine, &settings).await;
    let over = Arc::new(AtomicBool::new(false));
    let origin = format!("http://{}", node.host());
    let writer = tokio::spawn(queue(url, origin, over.clone()));
    let (mut kills, mut met) = (0, 0);
    while kills < KILLS || (met < 3 && kills < MOST_KILLS) {
        tokio::time::sleep(chance.wait(300, 900)).await;
        node.kill().await;
        kills += 1;
        met += i64::from(in_state(&node, "handing").await > 0);
        node.spawn().await;
    }
    over.store(true, Ordering::Relaxed);
    let queued = writer.await.unwrap();
    until("nothing waits any more", 120, async || {
        let waiting = in_state(&node, "waiting").await + in_state(&node, "handing").await;
        (waiting == 0).then_some(())
    })
    .await;
    let mut arrived = BTreeMap::<String, usize>::new();
    for mail in mailbox.all() {
        let id = mail.header("message-id");
        *arrived
            .entry(id.trim_matches(['<', '>']).split('@').next().unwrap().to_owned())
            .or_default() += 1;
    }
    let times = |letter: &Queued| arrived.get(&letter.id).copied().unwrap_or(0);
    let twice: usize = queued.iter().map(|letter| times(letter).saturating_sub(1)).sum();
    println!(
        "{} letters, {kills} kills, {met} with letters in flight, {twice} came twice",
        queued.len()
    );
    for letter in &queued {
        let sql =
            format!("SELECT count(*) FROM mail WHERE id = '{}' AND state = 'sent'", letter.id);
        let sent = node.number(&sql).await == 1;
        match letter.once {
            true => assert!(times(letter) <= 1 && (!sent || times(letter) == 1), "{}", letter.id),
            false => assert!(sent && times(letter) >= 1, "{} is lost", letter.id),
        }
    }
    assert_eq!(
        arrived.len(),
        arrived.keys().filter(|id| queued.iter().any(|q| q.id == **id)).count()
    );
    assert!(twice <= kills * AT_ONCE, "{twice} came twice after {kills} kills");
    assert!(met > 0, "no kill met a letter in flight");
    node.kill().await;
}

async fn in_state(node: &Node, state: &str) -> i64 {
    node.number(&format!("SELECT count(*) FROM mail WHERE state = '{state}'")).await
}
