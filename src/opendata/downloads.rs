//! A search as a file, sent while it is read: a page of cases at a time by its cursor, so that the
//! memory is that of one page and no transaction lasts longer than reading it.

use axum::{
    body::Body,
    http::{HeaderValue, header},
    response::Response,
};
use futures_util::stream;

use super::{
    ask::{Ask, Failed},
    names,
    sink::{About, Format, Sink},
};
use crate::{
    clock::day,
    domain::search::{CaseFilter, Sort},
    formats::taken::Taken,
    store::{Db, search},
    urls::Urls,
};

/// Cases read at a time.
const PAGE: i64 = 100;

pub async fn csv(ask: Ask) -> Result<Response, Failed> {
    serve(ask, Format::Csv).await
}

pub async fn xlsx(ask: Ask) -> Result<Response, Failed> {
    serve(ask, Format::Xlsx).await
}

pub async fn geojson(ask: Ask) -> Result<Response, Failed> {
    serve(ask, Format::GeoJson).await
}

pub async fn json_lines(ask: Ask) -> Result<Response, Failed> {
    serve(ask, Format::JsonLines).await
}

async fn serve(mut ask: Ask, format: Format) -> Result<Response, Failed> {
    // Whole, and in the one order in which no case moves to where was read already, and no engine
    // has to sort whole records.
    ask.filter.after = None;
    ask.filter.sort = Sort::Newest;
    let now = ask.now();
    // The day is in it.
    let made = ask.made(day(now)).await?;
    if let Some(known) = ask.has(&made) {
        return Ok(known);
    }
    let download = Download {
        db: ask.state.db.clone(),
        urls: ask.state.urls.clone(),
        filter: ask.filter.clone(),
        about: about(&ask, now),
        format,
        now,
        stage: Stage::Before,
    };
    let pieces = stream::try_unfold(download, Download::next);
    let mut response = ask.answer(&made, format.media_type(), Body::from_stream(pieces));
    let name = format!(
        "attachment; filename=\"{}-cases-{}{}\"",
        plain(&ask.state.config.network.slug),
        day(now),
        format.ending()
    );
    let name = HeaderValue::from_str(&name).expect("plain ASCII");
    response.headers_mut().insert(header::CONTENT_DISPOSITION, name);
    Ok(response)
}

fn plain(slug: &str) -> String {
    slug.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
}

fn about(ask: &Ask, now: i64) -> About {
    let t = &ask.t;
    let network = ask.network();
    let title = match names::of(t, &ask.filter) {
        None => t.say1("feed-title", "network", network),
        Some(search) => t.say2("feed-title-search", "search", &search, "network", network),
    };
    let say = |key| t.say(key).into_owned();
    About {
        title,
        source: ask.address("", &ask.filter),
        rights: say("data-rights"),
        sheets: [say("data-sheet-about"), say("data-sheet-cases")],
        labels: [
            say("data-about-title"),
            say("data-about-source"),
            say("data-about-day"),
            say("licence"),
        ],
        now,
    }
}

struct Download {
    db: Db,
    urls: Urls,
    filter: CaseFilter,
    about: About,
    format: Format,
    now: i64,
    stage: Stage,
}

enum Stage {
    Before,
    Within(Sink),
    Done,
}

/// The connection is cut: a file that is not whole must not look as if it were.
#[derive(Debug, thiserror::Error)]
#[error("a download was cut short: {0}")]
struct Cut(String);

impl Download {
    /// The next piece to send; `None` after the last.
    async fn next(mut self) -> Result<Option<(Vec<u8>, Self)>, Cut> {
        let cut = |error: String| {
            tracing::error!(error, "a download was cut short");
            Cut(error)
        };
        let (mut sink, mut piece) = match std::mem::replace(&mut self.stage, Stage::Done) {
            Stage::Done => return Ok(None),
            Stage::Before => {
                Sink::open(self.format, &self.about).map_err(|error| cut(error.to_string()))?
            }
            Stage::Within(sink) => (sink, Vec::new()),
        };
        let found = search::find(&self.db, &self.filter, PAGE).await;
        let found = found.map_err(|error| cut(error.to_string()))?;
        for stored in &found.cases {
            let url = self.urls.case_page(&stored.page);
            let taken = Taken {
                case: &stored.case,
                uri: &stored.uri,
                url: &url,
                origin_url: stored.origin_url.as_deref(),
                host: &stored.host,
                local: stored.local,
                published: stored.published,
                updated: stored.updated,
                revision: stored.revision,
            };
            sink.write(&taken, self.now, &mut piece).map_err(|error| cut(error.to_string()))?;
        }
        self.filter.after = found.next;
        if self.filter.after.is_some() {
            self.stage = Stage::Within(sink);
        } else {
            piece.extend(sink.close().map_err(|error| cut(error.to_string()))?);
        }
        Ok(Some((piece, self)))
    }
}
