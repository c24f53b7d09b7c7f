//! A saved search as a feed for its owner alone, at an address that nobody can guess.

use axum::{
    extract::Path,
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

use super::{PAGE, atom, feed};
use crate::{
    app::alerts,
    domain::search::{CaseFilter, Sort},
    opendata::ask::{Ask, Failed},
    store::{harvest, search},
    urls,
};

/// `GET /alerts/feed/{key}`: the newest cases of the search, as Atom. An address that was renewed or
/// ended, or never was one, is not found.
pub async fn serve(mut ask: Ask, Path(key): Path<String>) -> Result<Response, Failed> {
    let Some(alert) = alerts::feed_of(&ask.state.db, &key).await? else {
        let text = "There is no feed at this address. It may have been renewed or ended.\n";
        return Ok(secluded((StatusCode::NOT_FOUND, text).into_response()));
    };
    let filter = CaseFilter::from_query(&alert.filter);
    ask.filter = CaseFilter { sort: Sort::Newest, ..filter };
    let made = ask.made(&alert.name).await?;
    if let Some(known) = ask.has(&made) {
        return Ok(secluded(known));
    }
    let latest = harvest::latest(&mut ask.state.db.read().await?).await?;
    let found = search::find(&ask.state.db, &ask.filter, PAGE).await?;
    // No further pages: their addresses would be public ones.
    let mut feed = feed(&ask, ".atom", latest, &found.cases, None);
    let address = ask.state.urls.absolute(&urls::alert_feed_path(&key));
    feed.id = ask.state.urls.absolute(&format!("/alerts/{}", alert.id));
    (feed.title, feed.this, feed.first) = (alert.name, address.clone(), address);
    let kind = "application/atom+xml; charset=utf-8";
    Ok(secluded(ask.answer(&made, kind, atom::write(&feed))))
}

/// For its owner alone: kept by no cache in between, listed nowhere, read by no other site.
fn secluded(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    let robots = HeaderName::from_static("x-robots-tag");
    headers.insert(robots, HeaderValue::from_static("noindex, nofollow"));
    headers.remove(header::ACCESS_CONTROL_ALLOW_ORIGIN);
    response
}
