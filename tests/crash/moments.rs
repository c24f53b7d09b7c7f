//! What the servers were doing when they were killed.

use super::ring::Node;
use std::{fmt, sync::atomic::Ordering};

/// How many kills met which work under way.
#[derive(Default)]
pub struct Moments {
    pub kills: usize,
    importing: usize,
    publishing: usize,
    delivering: usize,
    receiving: usize,
    being_sent_to: usize,
    reading_back: usize,
}

impl Moments {
    /// `victim` is dead: what it left half done stands in its database.
    pub async fn note(&mut self, nodes: &[Node], victim: &Node) {
        self.kills += 1;
        let met = |sql: &'static str| async move { victim.number(sql).await > 0 };
        self.importing += usize::from(victim.commands.load(Ordering::Relaxed) > 0);
        self.publishing += usize::from(
            met("SELECT (SELECT value FROM counter WHERE name = 'event')
                 - (SELECT seq FROM reader WHERE name = 'federation')")
            .await,
        );
        self.delivering += usize::from(
            met("SELECT count(*) FROM lane
                 WHERE position < target
                   OR position < (SELECT value FROM counter WHERE name = 'told')")
            .await,
        );
        self.receiving +=
            usize::from(met("SELECT count(*) FROM inbox_item WHERE state = 'new'").await);
        self.reading_back +=
            usize::from(met("SELECT count(*) FROM following WHERE backfill = 'running'").await);
        let mut behind = 0;
        for node in nodes.iter().filter(|node| node.port != victim.port) {
            let sql = format!(
                "SELECT count(*) FROM lane WHERE host = '{}'
                   AND (position < target
                     OR position < (SELECT value FROM counter WHERE name = 'told'))",
                victim.host()
            );
            behind += node.number(&sql).await;
        }
        self.being_sent_to += usize::from(behind > 0);
    }

    /// The kinds of work that no kill has met: a test that met only idle servers has shown
    /// nothing.
    pub fn missed(&self) -> Vec<&'static str> {
        let received = self.receiving + self.being_sent_to;
        [
            ("importing", self.importing),
            ("publishing", self.publishing),
            ("delivering", self.delivering),
            ("receiving", received),
            ("reading back", self.reading_back),
        ]
        .into_iter()
        .filter_map(|(what, count)| (count == 0).then_some(what))
        .collect()
    }
}

impl fmt::Display for Moments {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Moments {
            kills: _,
            importing,
            publishing,
            delivering,
            receiving,
            being_sent_to,
            reading_back,
        } = self;
        write!(
            f,
            "{importing} while a command wrote, {publishing} with events untold, {delivering} \
             with lanes behind, {receiving} with arrivals waiting, {being_sent_to} while others \
             sent to it, {reading_back} while it read a catalogue back"
        )
    }
}
