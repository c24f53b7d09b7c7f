//! A draft saves itself and an editor publishes while the server is killed again and again: what a
//! page confirmed is there afterwards, and nothing is published or told twice.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};

use super::{chance::Chance, person::Person, ring::Node};
use crate::{
    browser::forms,
    instance::{Database, Engine, until},
    writing::{PARTS, PLACE},
};

/// Servers killed.
const KILLS: usize = 12;
const SETTINGS: &str = "page_requests_per_address_per_minute = 1000000\n\
    [editorial]\nown_cases = true\n";
const BREATH: Duration = Duration::from_millis(50);

pub async fn drafts_and_published_cases_outlive_every_kill(engine: Engine) {
    let seed = Chance::seed();
    println!("seed {seed}");
    let folder = tempfile::tempdir().unwrap();
    let database = Database::new(engine).await;
    let node = Arc::new(Node::alone(folder.path(), "metropolis", database, engine, SETTINGS).await);
    let ana = Person::enter(&node, "ana", "citymaker").await;
    let eve = Person::enter(&node, "eve", "editor").await;
    let over = Arc::new(AtomicBool::new(false));
    let saves = Arc::new(AtomicUsize::new(0));
    let writing = tokio::spawn(write(ana, over.clone(), saves.clone()));
    let publishing = tokio::spawn(publish(eve, node.clone(), over.clone()));
    let mut chance = Chance::new(seed);
    for _ in 0..KILLS {
        tokio::time::sleep(chance.wait(300, 1_500)).await;
        node.kill().await;
        node.spawn().await;
        // At least one save is confirmed between two kills.
        let before = saves.load(Ordering::Relaxed);
        until("a save after a kill", 60, async || {
            (saves.load(Ordering::Relaxed) > before).then_some(())
        })
        .await;
    }
    over.store(true, Ordering::Relaxed);
    let (confirmed, unsure) = writing.await.unwrap();
    let (published, broken) = publishing.await.unwrap();
    println!(
        "{confirmed} saves were confirmed, {unsure} broken off; {} cases were published, \
         {broken} requests of their editor broken off",
        published.len()
    );
    assert!(confirmed >= KILLS && unsure > 0 && !published.is_empty() && broken > 0);
    for id in &published {
        let shown = format!(
            "SELECT count(*) FROM case_study c JOIN manuscript m ON m.case_key = c.local_key
             WHERE m.id = '{id}' AND c.shown"
        );
        assert_eq!(node.number(&shown).await, 1, "{id} was published");
    }
    let cases = "SELECT count(*) FROM case_study WHERE local AND shown";
    let count = node.number(cases).await;
    let most = published.len() as i64 + 1;
    assert!((most - 1..=most).contains(&count), "{count} are shown, {} confirmed", published.len());
    until("every case is told", 60, async || {
        let told = "SELECT (SELECT value FROM counter WHERE name = 'event')
            - (SELECT seq FROM reader WHERE name = 'federation')";
        (node.number(told).await == 0).then_some(())
    })
    .await;
    let creates = "SELECT count(*) FROM activity WHERE kind = 'Create'";
    assert_eq!(node.number(creates).await, count, "each case is told once");
    node.kill().await;
}

/// Saves one draft again and again as its script does, and looks at it after each save that was
/// broken off. How many were confirmed, and how many broken off.
async fn write(ana: Person, over: Arc<AtomicBool>, saves: Arc<AtomicUsize>) -> (usize, usize) {
    let path = loop {
        match ana.begin().await {
            Some(path) => break path,
            None => tokio::time::sleep(BREATH).await,
        }
    };
    let here = format!("{path}/part/story");
    let (mut number, mut kept, mut broken) = (0, 0, 0);
    while !over.load(Ordering::Relaxed) {
        number += 1;
        let fields = form_of(&ana, &here, &[]).await;
        let was = {
            let mut was = url::form_urlencoded::Serializer::new(String::new());
            let own = fields.iter().filter(|(name, _)| name != "csrf" && name != "base");
            was.extend_pairs(own).finish()
        };
        let mut fields = with(fields, &[("sections.results", &format!("Result {number}"))]);
        fields.extend([("was".into(), was), ("then".into(), "auto".into())]);
        match post(&ana, &here, &fields).await {
            Some(200) => {
                kept = number;
                saves.fetch_add(1, Ordering::Relaxed);
            }
            Some(status) => panic!("a save was answered with {status}"),
            None => {
                broken += 1;
                let now = form_of(&ana, &here, &[]).await;
                let (_, results) =
                    now.iter().find(|(name, _)| name == "sections.results").expect("the field");
                let arrived = *results == format!("Result {number}");
                let stays = kept == 0 || *results == format!("Result {kept}");
                assert!(
                    arrived || stays,
                    "{kept} was confirmed, {number} tried, {results:?} is there"
                );
                kept = if arrived { number } else { kept };
            }
        }
    }
    (saves.load(Ordering::Relaxed), broken)
}

/// Writes and publishes cases, one after the other. The ids of those that were confirmed, and how
/// many requests were broken off.
async fn publish(eve: Person, node: Arc<Node>, over: Arc<AtomicBool>) -> (Vec<String>, usize) {
    let (mut published, mut broken) = (Vec::new(), 0);
    while !over.load(Ordering::Relaxed) {
        let Some(path) = eve.begin().await else {
            broken += 1;
            tokio::time::sleep(BREATH).await;
            continue;
        };
        let id = path.trim_start_matches("/write/").to_owned();
        let title = format!("Streets {}", published.len());
        for (part, fields) in PARTS {
            let here = format!("{path}/part/{part}");
            let own = |(name, usual)| (name, if name == "title" { title.as_str() } else { usual });
            let fields: Vec<_> = fields.iter().copied().map(own).collect();
            // Saving once more what was broken off changes nothing.
            while !is_saved(post(&eve, &here, &form_of(&eve, &here, &fields).await).await) {
                broken += 1;
            }
        }
        let places = format!("{path}/places");
        while !place_is_there(&eve, &places).await {
            let form = form_of(&eve, &places, &[("do", "type")]).await;
            if !is_saved(post(&eve, &places, &with(form, &PLACE)).await) {
                broken += 1;
            }
        }
        for to in ["submitted", "in-review", "approved", "published"] {
            let here = match to {
                "submitted" => path.clone(),
                _ => path.replace("/write/", "/desk/case/"),
            };
            let fields = [("do", "step"), ("to", to), ("reason", ""), ("csrf", &eve.csrf)];
            loop {
                match eve.post(&here, &fields).await {
                    Some((303, _)) => break,
                    Some((status, _)) => panic!("{to} was answered with {status}"),
                    None => {
                        broken += 1;
                        eve.get("/account").await.expect("it starts again");
                        // It may have happened all the same.
                        let state = format!(
                            "SELECT count(*) FROM manuscript WHERE id = '{id}' AND state = '{to}'"
                        );
                        if node.number(&state).await == 1 {
                            break;
                        }
                    }
                }
            }
        }
        published.push(id);
    }
    (published, broken)
}

fn is_saved(status: Option<u16>) -> bool {
    match status {
        Some(303) => true,
        Some(status) => panic!("a part was answered with {status}"),
        None => false,
    }
}

async fn place_is_there(eve: &Person, places: &str) -> bool {
    let (status, page) = eve.get(places).await.expect("it starts again");
    assert_eq!(status, 200);
    page.contains("Regenstadt")
}

/// The fields of the form on this page that has all of these, with these values in place of its own.
async fn form_of(person: &Person, path: &str, wanted: &[(&str, &str)]) -> Vec<(String, String)> {
    let (status, page) = person.get(path).await.expect("it starts again");
    assert_eq!(status, 200, "{path}");
    let is_type = wanted == [("do", "type")];
    let found = forms(&page).into_iter().find(|form| match is_type {
        true => form.fields.iter().any(|(name, value)| name == "do" && value == "type"),
        false => {
            form.action.starts_with(path) && form.fields.iter().any(|(name, _)| name == "base")
        }
    });
    with(found.unwrap_or_else(|| panic!("no form on {path}: {page}")).fields, wanted)
}

fn with(mut fields: Vec<(String, String)>, changed: &[(&str, &str)]) -> Vec<(String, String)> {
    for (name, _) in changed {
        fields.retain(|(known, _)| known != name);
    }
    fields.extend(changed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    fields
}

async fn post(person: &Person, path: &str, fields: &[(String, String)]) -> Option<u16> {
    let fields: Vec<_> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    person.post(path, &fields).await.map(|(status, _)| status)
}
