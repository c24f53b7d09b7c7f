//! The real program under stress: killed at random moments, it loses nothing and counts nothing
//! twice; in a crowd it hears everybody.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test that cannot go on fails"
)]

#[path = "people/browser.rs"]
mod browser;
#[path = "pages/checks.rs"]
mod checks;
#[path = "common/fake.rs"]
mod fake;
#[path = "common/instance.rs"]
mod instance;
#[path = "people/mailbox.rs"]
mod mailbox;
#[allow(dead_code, reason = "each test binary uses its own part")]
#[path = "people/writing.rs"]
mod writing;

mod crash {
    pub mod chance;
    pub mod crowd;
    pub mod desk;
    pub mod letters;
    pub mod moments;
    pub mod person;
    pub mod ring;
    pub mod uploads;
    pub mod verdict;
    pub mod work;
}

use instance::{Engine, on_each_engine};

use crash::{chance::Chance, moments::Moments, ring, verdict, work};
use crash::{
    crowd::a_flooder_and_a_slow_body_do_not_hinder_the_others,
    desk::drafts_and_published_cases_outlive_every_kill,
    letters::letters_queued_before_a_kill_arrive,
    uploads::pictures_that_were_confirmed_outlive_every_kill,
};
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

/// Servers killed at least. The commands that are killed beside them come on top.
const KILLS: usize = 60;
/// On a slow machine more are killed, until every kind of work was met; but not longer than this.
const LONGEST: Duration = Duration::from_secs(240);
/// For everything to arrive after the last kill.
const PATIENCE: Duration = Duration::from_secs(120);

on_each_engine!(
    servers_killed_at_random_moments_lose_nothing_and_count_nothing_twice,
    a_flooder_and_a_slow_body_do_not_hinder_the_others,
    letters_queued_before_a_kill_arrive,
    pictures_that_were_confirmed_outlive_every_kill,
    drafts_and_published_cases_outlive_every_kill,
);

/// `KONTOR_TEST_SEED` repeats the choices of an earlier run; when they meet what is up to the
/// system's scheduler.
async fn servers_killed_at_random_moments_lose_nothing_and_count_nothing_twice(engine: Engine) {
    let seed = Chance::seed();
    println!("seed {seed}");
    let folder = tempfile::tempdir().unwrap();
    let nodes = ring::start_all(folder.path(), engine).await;
    let began = Instant::now();
    let over = Arc::new(AtomicBool::new(false));
    let workers: Vec<_> = (0..nodes.len())
        .map(|at| {
            let chance = Chance::new(seed.wrapping_add(1 + at as u64));
            tokio::spawn(work::publish_and_change(nodes.clone(), at, chance, over.clone()))
        })
        .collect();
    let mut moments = Moments::default();
    let mut chance = Chance::new(seed);
    while moments.kills < KILLS || (!moments.missed().is_empty() && began.elapsed() < LONGEST) {
        tokio::time::sleep(chance.wait(100, 1_300)).await;
        let victim = &nodes[chance.below(nodes.len())];
        victim.kill().await;
        moments.note(&nodes[..], victim).await;
        victim.spawn().await;
    }
    over.store(true, Ordering::Relaxed);
    let mut wanted = Vec::new();
    let mut commands_killed = 0;
    for worker in workers {
        let done = worker.await.unwrap();
        wanted.push(done.cases);
        commands_killed += done.killed;
    }
    println!(
        "{} servers and {commands_killed} commands killed in {:.0} s: {moments}",
        moments.kills,
        began.elapsed().as_secs_f64()
    );
    let last = Instant::now();
    verdict::until_converged(&nodes[..], &wanted, PATIENCE).await;
    println!("all feeds agree {:.1} s after the last kill", last.elapsed().as_secs_f64());
    verdict::nothing_lost_and_nothing_twice(&nodes[..], &wanted).await;
    assert!(moments.missed().is_empty(), "no kill met a server {:?}", moments.missed());
    for node in nodes.iter() {
        node.kill().await;
        if engine == Engine::Sqlite {
            verdict::database_is_sound(node).await;
        }
    }
}
