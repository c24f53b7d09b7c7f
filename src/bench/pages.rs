//! Pages and documents per second: what readers and other servers ask for.

use std::{path::Path, sync::Arc};

use super::{
    BenchError, Result, Table,
    gauge::{cpu_of, each, memory_of, rate, short, spread},
    load,
    server::{CASES, Server},
};
use crate::store::cases;

const CONNECTIONS: usize = 8;

pub async fn measure(folder: &Path, table: &mut Table<'_>) -> Result<()> {
    let server = Server::start(&folder.join("pages")).await?;
    server.fill(0..CASES).await?;
    let mut tx = server.prepared.db.read().await?;
    let stored = cases::by_key(&mut tx, "bench-0000017").await?;
    drop(tx);
    let case = stored.ok_or_else(|| BenchError::Odd("a case is missing".into()))?;
    let host = server.prepared.urls.host().to_owned();
    let path = |uri: &str| uri.strip_prefix(server.prepared.urls.origin()).map(str::to_owned);
    let object = path(&case.uri).unwrap_or_default();
    let actor = path(&server.prepared.network.uri).unwrap_or_default();
    let page = format!("/cases/{}", case.page);
    let html = "text/html";
    let activity = "application/activity+json";
    let finger = format!("/.well-known/webfinger?resource=acct:bench@{host}");
    table.head(&format!("Pages and documents, {CASES} cases, {CONNECTIONS} connections"))?;
    for (what, path, accept, count) in [
        ("WebFinger", finger.as_str(), "application/jrd+json", 8_000),
        ("actor JSON", actor.as_str(), activity, 8_000),
        ("object JSON of a case", object.as_str(), activity, 8_000),
        ("case page", page.as_str(), html, 1_500),
        ("case page, not changed (304)", page.as_str(), html, 4_000),
        ("home page", "/", html, 600),
        ("common feed", "/cases", html, 600),
        ("search page, a word and a goal", "/cases?q=harbour&sdg=11", html, 600),
    ] {
        let plain = |more: &str| {
            format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept: {accept}\r\n{more}\r\n")
                .into_bytes()
        };
        let first = load::ask(server.address, &plain("")).await?;
        let (wanted, more) = match what.contains("304") {
            true => (304, format!("If-None-Match: {}\r\n", tag(&first)?)),
            false => (200, String::new()),
        };
        let requests = Arc::new(vec![plain(&more); count]);
        let before = cpu_of(server.pid)?;
        let mut loaded = load::send(server.address, CONNECTIONS, requests).await?.all(wanted)?;
        let cpu = each(count, cpu_of(server.pid)? - before);
        let more = format!("{}; {} bytes", spread(&mut loaded.times), loaded.bytes);
        table.row(what, &rate(count, loaded.took), &short(cpu), &more)?;
    }
    let (now, most) = memory_of(server.pid)?;
    table.row(
        "resident memory after this",
        &format!("{now:.0} MiB"),
        "–",
        &format!("at most {most:.0} MiB"),
    )?;
    server.stop().await
}

/// The ETag of an answer; heads are read in small letters, and so are our tags.
pub fn tag(answer: &load::Answer) -> Result<&str> {
    answer.line("etag").ok_or_else(|| BenchError::Odd("the page has no ETag".into()))
}
