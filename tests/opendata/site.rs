//! An instance with the samples and the extremes, and somebody who asks it.

use kontor::{
    clock::Clock,
    domain::{
        case_study::{self, CaseStudy},
        vocabulary::Licence,
    },
    store::harvest,
};
use reqwest::{Response, StatusCode, header::HeaderMap};

use crate::instance::{Engine, Instance};

/// 1 March 2026, 09:30 UTC.
pub const NOW: i64 = 1_772_357_400_000;

/// Stands in every part of the reserved case but title and summary.
pub const SECRET: &str = "Zauberwort";

pub struct Site {
    pub instance: Instance,
    pub clock: Clock,
    client: reqwest::Client,
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes).unwrap()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.bytes).unwrap()
    }
}

fn read(lines: &str) -> Vec<CaseStudy> {
    // Split at \n only: one record holds a U+2028.
    let lines = lines.split('\n').filter(|line| !line.trim().is_empty());
    lines.map(|line| case_study::parse(&serde_json::from_str(line).unwrap()).unwrap()).collect()
}

pub fn samples() -> Vec<CaseStudy> {
    let mut all = read(include_str!("../data/cases.jsonl"));
    all.extend(read(include_str!("../data/cases-extreme.jsonl")));
    all
}

/// Copies of one sample under other names.
pub fn copies(count: usize) -> Vec<CaseStudy> {
    let sample = samples().remove(0);
    let copy = |number: usize| {
        let mut case = sample.clone();
        case.id = format!("copy-{number}");
        case.slug = case.id.clone();
        case.title = format!("Copy number {number}");
        case
    };
    (0..count).map(copy).collect()
}

/// A case of which only title, summary and link may be passed on.
pub fn reserved() -> CaseStudy {
    let mut case = samples().remove(0);
    (case.id, case.slug) = ("reserved".into(), "reserved".into());
    case.title = "Reserved: all rights stay with the city".into();
    case.licence = Licence::AllRightsReserved;
    case.subtitle = Some(SECRET.into());
    case.sections.0.iter_mut().for_each(|(_, text)| text.insert_str(0, SECRET));
    case.actors.iter_mut().for_each(|actor| actor.name = SECRET.into());
    for (_, translation) in &mut case.translations {
        translation.sections = None;
    }
    case
}

impl Site {
    /// An instance with these cases and nothing else.
    pub async fn with(engine: Engine, cases: Vec<CaseStudy>) -> Site {
        let clock = Clock::fixed(NOW);
        let instance = Instance::start_at(engine, "metropolis", clock.clone(), |config| {
            config.limits.page_requests_per_address_per_minute = 100_000;
        });
        let instance = instance.await;
        instance.import(cases).await;
        // Else a job does so in the middle of a test, and dates change between two answers.
        let now = clock.now_ms();
        harvest::catch_up(&instance.state.db, now).await.unwrap();
        // What changed less than two seconds ago has no date yet.
        clock.advance(60_000);
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .no_gzip()
            .build()
            .unwrap();
        Site { instance, clock, client }
    }

    pub async fn new(engine: Engine) -> Site {
        Self::with(engine, samples()).await
    }

    pub async fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let address = match path.starts_with("http") {
            true => path.to_owned(),
            false => format!("{}{path}", self.instance.origin()),
        };
        let mut request = self.client.get(address);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response: Response = request.send().await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        Answer { status, headers, bytes: response.bytes().await.unwrap().to_vec() }
    }

    pub async fn get(&self, path: &str) -> Answer {
        let answer = self.get_with(path, &[("accept-language", "en")]).await;
        assert_eq!(
            answer.status,
            StatusCode::OK,
            "{path}: {:.300}",
            String::from_utf8_lossy(&answer.bytes)
        );
        answer
    }
}
