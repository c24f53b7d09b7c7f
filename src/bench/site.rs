//! The public site at the large catalogue, as browsers, readers and harvesters ask for it: pages,
//! feeds, harvests and files.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use super::{
    BenchError, Result, Table, corpus,
    gauge::{cpu_of, each, forget_most_of, memory_of, rate, short, spread},
    large::Large,
    load::{self, Answer},
    pages::tag,
    server::Server,
};
use crate::{
    domain::search::{CaseFilter, Facet},
    store::search::{self, Facets},
    urls,
};

/// How long each line is measured, pages that are kept and pages that are made anew, and how often
/// at least and at most.
const TIME: Duration = Duration::from_millis(1_500);
const LEAST: usize = 28;
const MOST: usize = 600;
/// Pages asked for at the same time where a crowd is measured.
const CROWD: usize = 8;
/// Parts of a harvest that are read before one is measured.
const DEEP: usize = 10;

/// Something to ask for, or several of a kind in turn.
struct Line {
    what: String,
    paths: Vec<String>,
    /// The browser has it already.
    known: bool,
}

pub async fn measure(large: &Large, table: &mut Table<'_>) -> Result<()> {
    let server = large.start(table).await?;
    let first = server.first_answer;
    let rest = server.until_at_rest().await?;
    table.head(&format!("The site of {} cases on {}", large.cases, large.engine))?;
    table.row("process start to first answer", &short(first), "–", "")?;
    table.row(
        "until it is at rest, the index filled",
        "–",
        &short(rest),
        &format!("{:.0} MiB of memory", memory_of(server.pid)?.0),
    )?;
    let facets = search::facets(&server.prepared.db, &CaseFilter::default()).await?;
    for line in pages(large.cases, &facets) {
        ask_each(&server, &line, table).await?;
    }
    further(&server, table).await?;
    crowd(&server, &facets, table).await?;
    harvest(&server, table).await?;
    for ending in [".csv", ".jsonl", ".geojson", ".xlsx"] {
        file(&server, ending, large.cases, table).await?;
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

/// Everything that is one address, or one kind of address.
fn pages(cases: usize, facets: &Facets) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut add = |what: &str, paths: Vec<String>| {
        lines.push(Line { what: what.to_owned(), paths, known: false });
    };
    let search = |query: &str| format!("/cases?{query}");
    let one = |query: &str| vec![search(query)];
    let each_facet = |last: bool| {
        let chosen = Facet::ALL.iter().filter_map(|facet| {
            let values = facets.of(*facet);
            let (value, _) = if last { values.last() } else { values.first() }?;
            Some(search(&CaseFilter::default().with(*facet, value).to_query()))
        });
        chosen.collect::<Vec<_>>()
    };
    let page = |at: usize| format!("/cases/{}", corpus::page(at * 7_919 % cases));
    add("home", vec!["/".into()]);
    add("list, everything", vec!["/cases".into()]);
    add("list, each facet's most frequent value", each_facet(false));
    add("list, each facet's rarest value", each_facet(true));
    add("list, topic, region and year", one("topic=mobility&region=europe&year=2024"));
    add("list, a frequent word", one("q=harbour"));
    add("list, two words", one("q=school+river"));
    add("list, a rare word", vec![search(&format!("q=number{}", cases / 2))]);
    add("list, a word and a goal", one("q=water&sdg=11"));
    let words = (0..60).map(|at| search(&format!("q=number{}", 40 + at)));
    add("list, a word never asked for before", words.collect());
    for sort in ["updated", "title", "year", "city"] {
        add(&format!("list by {sort}"), vec![search(&format!("sort={sort}"))]);
        add(&format!("list by {sort}, a goal"), vec![search(&format!("sdg=11&sort={sort}"))]);
    }
    add("table, everything", one("view=table"));
    add("table, a goal", one("view=table&sdg=11"));
    add("map, everything", one("view=map"));
    add("map, a region", one("view=map&zoom=europe"));
    add("map, a goal", one("view=map&sdg=11"));
    let kinds = [Facet::Topic, Facet::Sdg, Facet::City, Facet::Country, Facet::Region];
    for facet in kinds.into_iter().chain([Facet::Language]) {
        let values = facets.of(facet).iter().take(20);
        let doors = values.map(|(value, _)| urls::door(facet, value)).collect();
        add(&format!("doors: {}", facet.id()), doors);
    }
    let networks = facets.network.iter().take(20);
    add("doors: network", networks.map(|(slug, _)| urls::network_path(slug)).collect());
    add("all cities", vec!["/cities".into()]);
    add("case pages", (0..MOST).map(page).collect());
    add("Atom, everything", vec!["/cases.atom".into()]);
    add("Atom, a goal", vec!["/cases.atom?sdg=11".into()]);
    add("sitemap index", vec!["/sitemap.xml".into()]);
    add("sitemap, a part", vec!["/sitemap-cases-1.xml".into()]);
    let known = [("home", "/"), ("list", "/cases"), ("door", "/goals/11")].into_iter();
    let known = known.map(|(what, path)| (what, path.to_owned())).chain([("case", page(3))]);
    lines.extend(known.map(|(what, path)| Line {
        what: format!("{what}, not changed (304)"),
        paths: vec![path],
        known: true,
    }));
    lines
}

fn get(server: &Server, path: &str, more: &str) -> Vec<u8> {
    let host = server.prepared.urls.host();
    let path: String = path
        .bytes()
        .map(|byte| match byte.is_ascii_graphic() {
            true => char::from(byte).to_string(),
            false => format!("%{byte:02X}"),
        })
        .collect();
    format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept: text/html, */*;q=0.8\r\n{more}\r\n")
        .into_bytes()
}

/// One after the other; the longest answer says how large they are.
async fn ask_each(server: &Server, line: &Line, table: &mut Table<'_>) -> Result<()> {
    let mut requests = Vec::new();
    let (mut plain, mut packed) = (0, 0);
    let began = Instant::now();
    // What was never asked for before is not asked for beforehand.
    let warm = if line.what.contains("never") { 1 } else { 20 };
    for path in line.paths.iter().take(warm) {
        let answer = ok(load::ask(server.address, &get(server, path, "")).await?, path)?;
        plain = plain.max(answer.bytes);
        let zipped = get(server, path, "Accept-Encoding: gzip\r\n");
        packed = packed.max(load::ask(server.address, &zipped).await?.bytes);
        if line.known {
            requests.push(get(server, path, &format!("If-None-Match: {}\r\n", tag(&answer)?)));
        }
    }
    let one = began.elapsed() / 2 / line.paths.len().min(warm) as u32;
    if !line.known {
        requests.extend(line.paths.iter().skip(warm % 20).map(|path| get(server, path, "")));
    }
    let often = (TIME.as_secs_f64() / one.as_secs_f64().max(1e-6)) as usize;
    let often = if warm == 1 { requests.len() } else { often.clamp(LEAST, MOST) };
    let (mut times, kept) = timed(server, line, &requests, often).await?;
    let size = format!("{plain} bytes, {packed} zipped");
    if line.known || warm == 1 {
        return table.row(&line.what, &spread(&mut times), &short(kept), &size);
    }
    // Under an address of its own each, which changes nothing but that it is not kept.
    let paths = line.paths.iter().cycle().take(often).enumerate();
    let anew: Vec<_> = paths
        .map(|(at, path)| {
            let sign = if path.contains('?') { '&' } else { '?' };
            get(server, &format!("{path}{sign}n={at}"), "")
        })
        .collect();
    let (mut times, cpu) = timed(server, line, &anew, often).await?;
    let more = format!("kept {}; {size}", short(kept));
    table.row(&line.what, &spread(&mut times), &short(cpu), &more)
}

/// How long each took, and what it cost the server.
async fn timed(
    server: &Server,
    line: &Line,
    requests: &[Vec<u8>],
    often: usize,
) -> Result<(Vec<Duration>, Duration)> {
    let asked: Vec<_> = requests.iter().cycle().take(often).cloned().collect();
    let before = cpu_of(server.pid)?;
    let loaded = load::send(server.address, 1, Arc::new(asked)).await?;
    let loaded = loaded.all(if line.known { 304 } else { 200 })?;
    Ok((loaded.times, each(often, cpu_of(server.pid)? - before)))
}

fn ok(answer: Answer, path: &str) -> Result<Answer> {
    match answer.status {
        200 => Ok(answer),
        status => Err(BenchError::Odd(format!("{path} was answered with {status}"))),
    }
}

/// The second page of a list in each order, by the cursor that the first one gives.
async fn further(server: &Server, table: &mut Table<'_>) -> Result<()> {
    let mut paths = Vec::new();
    for sort in ["newest", "updated", "title", "year", "city"] {
        let path = format!("/cases?sort={sort}");
        let answer = ok(load::ask(server.address, &get(server, &path, "")).await?, &path)?;
        let text = String::from_utf8_lossy(&answer.body);
        let next =
            text.split_once("rel=\"next\" href=\"").and_then(|(_, rest)| rest.split_once('"'));
        let (next, _) = next.ok_or_else(|| BenchError::Odd(format!("{path} has no next page")))?;
        paths.push(next.replace("&amp;", "&").replace("&#38;", "&"));
    }
    let line = Line { what: "list, the next page in each order".into(), paths, known: false };
    ask_each(server, &line, table).await
}

/// Readers who all look at something else, as many at once as the machine can serve.
async fn crowd(server: &Server, facets: &Facets, table: &mut Table<'_>) -> Result<()> {
    let mut paths = vec!["/".to_owned(), "/cases".to_owned(), "/cases?view=map".to_owned()];
    for facet in [Facet::Topic, Facet::Country, Facet::Year] {
        let values = facets.of(facet).iter().take(5);
        paths.extend(values.map(|(value, _)| {
            format!("/cases?{}", CaseFilter::default().with(facet, value).to_query())
        }));
    }
    paths.extend((0..12).map(|at| format!("/cases/{}", corpus::page(at * 31))));
    let more = "Accept-Encoding: gzip\r\n";
    let requests: Vec<_> = paths.iter().map(|path| get(server, path, more)).collect();
    let asked: Vec<_> = requests.iter().cycle().take(MOST).cloned().collect();
    let before = cpu_of(server.pid)?;
    let mut loaded = load::send(server.address, CROWD, Arc::new(asked)).await?.all(200)?;
    let cpu = each(MOST, cpu_of(server.pid)? - before);
    table.row(
        &format!("{CROWD} readers at once, all of these zipped"),
        &rate(MOST, loaded.took),
        &short(cpu),
        &spread(&mut loaded.times),
    )
}

/// A part of a harvest, deep inside.
async fn harvest(server: &Server, table: &mut Table<'_>) -> Result<()> {
    let mut path = "/oai?verb=ListRecords&metadataPrefix=oai_dc".to_owned();
    for _ in 0..DEEP {
        let answer = ok(load::ask(server.address, &get(server, &path, "")).await?, &path)?;
        let text = String::from_utf8_lossy(&answer.body);
        let token = text
            .split_once("<resumptionToken")
            .and_then(|(_, rest)| rest.split_once('>')?.1.split_once('<'));
        let Some((token, _)) = token.filter(|(token, _)| !token.is_empty()) else { break };
        path = format!("/oai?verb=ListRecords&resumptionToken={token}");
    }
    let what = "OAI-PMH, 100 records".to_owned();
    ask_each(server, &Line { what, paths: vec![path], known: false }, table).await
}

/// Everything as one file, while the memory is watched.
async fn file(server: &Server, ending: &str, cases: usize, table: &mut Table<'_>) -> Result<()> {
    let path = urls::cases_as(ending, "");
    let (before, used) = (memory_of(server.pid)?.0, cpu_of(server.pid)?);
    forget_most_of(server.pid)?;
    let request = get(server, &path, "Connection: close\r\n");
    let streamed = load::stream(server.address, &request).await?;
    let cpu = each(cases, cpu_of(server.pid)? - used);
    let most = memory_of(server.pid)?.1;
    table.row(
        &format!("all cases as {ending}"),
        &format!("{}, first byte {}", short(streamed.took), short(streamed.first)),
        &format!("{} a case", short(cpu)),
        &format!("{} MB, memory {:.0} MiB more at most", streamed.bytes / 1_000_000, most - before),
    )
}
