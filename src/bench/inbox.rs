//! Signed activities at the inbox: how many are durably accepted, and how many take effect.

use std::{
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use tokio::time::sleep;
use url::Url;

use super::{
    BenchError, Result, Table,
    bounds::Bounds,
    corpus::Corpus,
    fakes,
    gauge::{cpu_of, each, memory_of, rate, short, spread},
    load,
    server::Server,
};
use crate::{
    clock::Clock,
    domain::network::PeerStanding,
    federation::{
        activity,
        article::{Framing, to_article},
        signature::{BodyDigest, Dialect, KeyPair, Signer},
    },
    i18n::Texts,
    store::{inbox as arrivals, peers},
    urls::Urls,
};

const COUNT: usize = 2_000;
const ACTORS: usize = 20;
const HOSTS: usize = 10;
const CONNECTIONS: usize = 16;
/// For everything accepted to take effect.
const PATIENCE: Duration = Duration::from_secs(180);

pub async fn measure(folder: &Path, bounds: &Bounds, table: &mut Table<'_>) -> Result<()> {
    let server = Server::start(&folder.join("inbox")).await?;
    let key = Arc::new(KeyPair::generate()?);
    let mut origins = Vec::new();
    let mut tx = server.prepared.db.begin().await?;
    for _ in 0..HOSTS {
        let fake = fakes::with_actors(key.public_key_pem()).await?;
        let host = format!("localhost:{}", fake.port);
        peers::ensure(&mut tx, &host, Clock::system().now_ms()).await?;
        peers::set_standing(&mut tx, &host, PeerStanding::Trusted, "bench").await?;
        origins.push(format!("http://{host}"));
    }
    tx.commit().await?;
    table.head(&format!("Inbox: {ACTORS} actors on {HOSTS} servers, {CONNECTIONS} connections"))?;
    let sender = Sender { server: &server, key, origins };
    // Their keys are fetched before anything is measured.
    sender.post("warm", ACTORS, &note).await?;
    until_done(&server).await?;
    let corpus = Corpus::new()?;
    let texts = Arc::new(Texts::embedded());
    let case = |urls: &Urls, actor: &str, id: &str, at: usize| {
        case_of(&corpus, &texts, urls, actor, id, at)
    };
    let kinds: [(&str, &Make); 2] = [("a post", &note), ("a case study", &case)];
    for (what, make) in kinds {
        let before = cpu_of(server.pid)?;
        let mut loaded = sender.post(&what.replace(' ', "-"), COUNT, make).await?;
        let accepted = cpu_of(server.pid)? - before;
        until_done(&server).await?;
        let (done, cpu) = (loaded.began.elapsed(), cpu_of(server.pid)? - before);
        let least = bounds.arrival();
        table.row(
            &format!("{what} accepted (while others take effect)"),
            &rate(COUNT, loaded.took),
            &short(each(COUNT, accepted)),
            &spread(&mut loaded.times),
        )?;
        let ratio = each(COUNT, cpu).as_secs_f64() / least.as_secs_f64();
        table.row(
            &format!("{what} accepted and in effect"),
            &rate(COUNT, done),
            &short(each(COUNT, cpu)),
            &format!("{ratio:.1} × signature, hash and row ({})", short(least)),
        )?;
    }
    let (now, most) = memory_of(server.pid)?;
    let most = format!("at most {most:.0} MiB");
    table.row("resident memory after this", &format!("{now:.0} MiB"), "–", &most)?;
    server.stop().await
}

type Make<'a> = dyn Fn(&Urls, &str, &str, usize) -> Result<Value> + 'a;

struct Sender<'a> {
    server: &'a Server,
    key: Arc<KeyPair>,
    origins: Vec<String>,
}

impl Sender<'_> {
    /// Signs `count` Creates, then posts them; the clock starts with the posting.
    async fn post(&self, run: &str, count: usize, make: &Make<'_>) -> Result<load::Loaded> {
        let urls = &self.server.prepared.urls;
        let inbox =
            Url::parse(&urls.shared_inbox()).map_err(|error| BenchError::Odd(error.to_string()))?;
        let now = Clock::system().now_ms();
        let mut requests = Vec::with_capacity(count);
        for at in 0..count {
            let origin = &self.origins[at % self.origins.len()];
            let actor = format!("{origin}/a/{}", at % ACTORS);
            let id = format!("{origin}/{run}/{at}");
            let body = make(&Urls::new(origin), &actor, &id, at)?.to_string();
            let signer = Signer::new(self.key.clone(), &format!("{actor}#main-key"))?;
            let headers =
                signer.sign_post(Dialect::Cavage, &inbox, &BodyDigest::of(body.as_bytes()), now);
            let mut request = format!(
                "POST {} HTTP/1.1\r\ncontent-type: application/activity+json\r\n\
                 content-length: {}\r\n",
                inbox.path(),
                body.len()
            );
            for (name, value) in &headers {
                request.push_str(&format!("{name}: {}\r\n", value.to_str().unwrap_or_default()));
            }
            request.push_str("\r\n");
            request.push_str(&body);
            requests.push(request.into_bytes());
        }
        load::send(self.server.address, CONNECTIONS, Arc::new(requests)).await?.all(202)
    }
}

async fn until_done(server: &Server) -> Result<()> {
    let began = Instant::now();
    while began.elapsed() < PATIENCE {
        let mut tx = server.prepared.db.read().await?;
        if arrivals::waiting(&mut tx).await? == 0 {
            return Ok(());
        }
        drop(tx);
        sleep(Duration::from_millis(10)).await;
    }
    Err(BenchError::Odd("not everything that arrived took effect".into()))
}

/// A post of about 3 KiB.
fn note(_: &Urls, actor: &str, id: &str, at: usize) -> Result<Value> {
    Ok(json!({
        "@context": "https://www.w3.org/ns/activitystreams",
        "id": format!("{id}/create"),
        "type": "Create",
        "actor": actor,
        "to": "https://www.w3.org/ns/activitystreams#Public",
        "object": {
            "id": id,
            "type": "Note",
            "attributedTo": actor,
            "content": format!("<p>Number {at}. {}</p>", "Trams, trees and rain. ".repeat(110)),
            "published": "2026-03-01T09:00:00Z",
            "to": "https://www.w3.org/ns/activitystreams#Public",
        },
    }))
}

fn case_of(
    corpus: &Corpus,
    texts: &Arc<Texts>,
    urls: &Urls,
    actor: &str,
    id: &str,
    at: usize,
) -> Result<Value> {
    let case = corpus.case(at)?;
    let published = case.editorial.published.unwrap_or_default();
    let framing = Framing {
        urls,
        texts,
        uri: id,
        author: actor,
        feed: actor,
        page: &case.slug,
        published,
        updated: published,
        revision: 1,
        related: Vec::new(),
        foreign_keys: None,
    };
    let article = to_article(&case, &framing);
    Ok(activity::with_object("Create", &format!("{id}/create"), actor, article, published))
}
