//! What people do meanwhile, by the commands: import, follow, publish, update, withdraw. A
//! command that was killed is given again, as a person would.

use super::{
    chance::Chance,
    ring::{Node, Ran, Ring},
};
use serde_json::{Value, json};
use std::{
    fs,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

/// Cases imported before anything else.
const FIRST: usize = 60;
/// At most so many by hand, however slow the machine.
const BY_HAND: usize = 400;

/// A case as it must be found in the end.
pub struct Wanted {
    pub id: String,
    /// A word of its title that no other case and no earlier revision has.
    pub word: String,
    /// Words of earlier titles.
    pub outdated: Vec<String>,
    pub withdrawn: bool,
}

/// What one worker did.
#[derive(Default)]
pub struct Done {
    pub cases: Vec<Wanted>,
    /// Commands that were killed.
    pub killed: usize,
}

struct Worker<'a> {
    node: &'a Node,
    chance: Chance,
    samples: Vec<Value>,
    done: Done,
    words: usize,
}

pub async fn publish_and_change(
    nodes: Ring,
    at: usize,
    chance: Chance,
    over: Arc<AtomicBool>,
) -> Done {
    let samples = include_str!("../data/cases.jsonl");
    let samples = samples.split('\n').filter(|line| !line.is_empty());
    let samples = samples.map(|line| serde_json::from_str(line).unwrap()).collect();
    let mut worker = Worker { node: &nodes[at], chance, samples, done: Done::default(), words: 0 };
    let began = std::time::Instant::now();
    let say = |what: &str| {
        println!("{:6.1} s  {}: {what}", began.elapsed().as_secs_f64(), nodes[at].name)
    };
    worker.import_new(FIRST / 2).await;
    say("first cases are in");
    for other in nodes.iter().filter(|other| other.port != nodes[at].port) {
        worker.until_done(&["follow", &other.host()], "").await;
    }
    say("the others are to be followed");
    worker.import_new(FIRST / 2).await;
    say("more cases are in");
    for _ in 0..BY_HAND {
        if over.load(Ordering::Relaxed) {
            break;
        }
        match worker.chance.below(8) {
            0 => worker.import_new(6).await,
            1 => worker.import_revisions(6).await,
            2 | 3 => worker.publish().await,
            4 => worker.withdraw().await,
            _ => worker.update().await,
        }
    }
    worker.done
}

impl Worker<'_> {
    /// A new case, or `before` with another title; and its unique word.
    fn record(&mut self, id: &str, editorial: Value) -> (Value, String) {
        self.words += 1;
        let word = format!("zq{}x{}q", self.node.name, self.words);
        let mut record = self.samples[self.chance.below(self.samples.len())].clone();
        for derived in ["translations", "related", "source_id", "source_url"] {
            record.as_object_mut().unwrap().remove(derived);
        }
        record["id"] = json!(id);
        record["slug"] = json!(id);
        record["title"] = json!(format!("{word} {id}"));
        record["editorial"] = editorial;
        (record, word)
    }

    fn new_id(&self) -> String {
        format!("{}-{:04}", self.node.name, self.done.cases.len())
    }

    fn write(&self, records: &[Value]) -> String {
        let lines: String = records.iter().map(|record| format!("{record}\n")).collect();
        let file = self.node.home.join("input.jsonl");
        fs::write(&file, lines).unwrap();
        file.to_str().unwrap().to_owned()
    }

    async fn import_new(&mut self, count: usize) {
        let mut records = Vec::new();
        for _ in 0..count {
            let id = self.new_id();
            let day = 1 + self.chance.below(28);
            let at = format!("2025-04-{day:02}T10:15:00Z");
            let editorial =
                json!({"state": "published", "published": at, "updated": at, "revision": 1});
            let (record, word) = self.record(&id, editorial);
            records.push(record);
            self.done.cases.push(Wanted { id, word, outdated: Vec::new(), withdrawn: false });
        }
        let file = self.write(&records);
        self.until_done(&["import", "--quiet", &file], "").await;
    }

    /// Places of cases that are public, at most `count`, each once.
    fn some_public(&mut self, count: usize) -> Vec<usize> {
        let mut public: Vec<_> =
            (0..self.done.cases.len()).filter(|at| !self.done.cases[*at].withdrawn).collect();
        let mut chosen = Vec::new();
        while chosen.len() < count && !public.is_empty() {
            let at = self.chance.below(public.len());
            chosen.push(public.swap_remove(at));
        }
        chosen
    }

    /// Newer than everything before, and in the future: what is imported says its own dates.
    async fn import_revisions(&mut self, count: usize) {
        let mut records = Vec::new();
        for at in self.some_public(count) {
            let minutes = self.words;
            let updated = format!(
                "2031-01-{:02}T{:02}:{:02}:00Z",
                1 + minutes / 1440,
                minutes / 60 % 24,
                minutes % 60
            );
            let editorial = json!({"state": "published", "updated": updated});
            records.push(self.revised(at, editorial));
        }
        let file = self.write(&records);
        self.until_done(&["import", "--quiet", &file], "").await;
    }

    fn revised(&mut self, at: usize, editorial: Value) -> Value {
        let id = self.done.cases[at].id.clone();
        let (record, word) = self.record(&id, editorial);
        let case = &mut self.done.cases[at];
        case.outdated.push(std::mem::replace(&mut case.word, word));
        record
    }

    async fn publish(&mut self) {
        let id = self.new_id();
        let (record, word) = self.record(&id, json!({"state": "published"}));
        self.done.cases.push(Wanted { id, word, outdated: Vec::new(), withdrawn: false });
        let file = self.write(&[record]);
        self.until_done(&["case", "publish", &file], "is published already").await;
    }

    async fn update(&mut self) {
        let Some(at) = self.some_public(1).pop() else { return };
        let record = self.revised(at, json!({"state": "published"}));
        let file = self.write(&[record]);
        self.until_done(&["case", "update", &file], "").await;
    }

    async fn withdraw(&mut self) {
        let Some(at) = self.some_public(1).pop() else { return };
        self.done.cases[at].withdrawn = true;
        let id = self.done.cases[at].id.clone();
        let args = ["case", "withdraw", &id, "--reason", "only a test"];
        self.until_done(&args, "is withdrawn, not published").await;
    }

    /// Gives the command until it succeeds or, after one that was killed, says `done_before`.
    async fn until_done(&mut self, args: &[&str], done_before: &str) {
        let mut was_killed = false;
        loop {
            let again = self.chance.once_in(3);
            let kill_after = again.then(|| self.chance.wait(5, 400));
            match self.node.run(args, kill_after).await {
                Ran::Ended { code: 0, .. } => return,
                Ran::Ended { code: 1, err, .. }
                    if was_killed && !done_before.is_empty() && err.contains(done_before) =>
                {
                    return;
                }
                Ran::Ended { code, out, err } => {
                    panic!("{}: {args:?} ended with {code}\n{out}{err}", self.node.name)
                }
                Ran::Killed => {
                    was_killed = true;
                    self.done.killed += 1;
                    tokio::time::sleep(Duration::from_millis(10)).await;
                }
            }
        }
    }
}
