//! Asks the server of somebody who wants to follow or answer where they confirm it: by WebFinger,
//! through the guarded client.

use super::fetch::{Client, FetchError, Fetched, Mode, media_type::ACCEPT_JRD};
use crate::{
    domain::visit::{NoWay, Offer, Visit},
    state::Doorbell,
};
use serde_json::Value;
use url::Url;

/// Links of a WebFinger answer that are looked at.
const LINKS: usize = 50;

/// Lets pages ask through this client. Federation starts once in a process; a second start, as in
/// tests, changes nothing.
pub fn answer(doorbell: &Doorbell, client: &Client, mode: Mode) {
    let client = client.clone();
    doorbell.connect(Box::new(move |visit| {
        let client = client.clone();
        Box::pin(async move { way(&client, mode, &visit).await })
    }));
}

/// Where the visitor's browser goes.
async fn way(client: &Client, mode: Mode, visit: &Visit) -> Result<Url, NoWay> {
    let mut silent = true;
    for resource in visit.home.resources() {
        let url = asked(client, mode, &visit.home.host, &resource)?;
        match client.get_json(&url, ACCEPT_JRD).await {
            Ok(fetched) => {
                silent = false;
                let (offers, host) = offers(&fetched);
                match visit.address(&offers, &host, mode == Mode::Loopback) {
                    Err(NoWay::NoTemplate(_)) => {}
                    settled => return settled,
                }
            }
            // It answered, only not this.
            Err(FetchError::Status { status: 400..=499, .. } | FetchError::MediaType { .. }) => {
                silent = false;
            }
            Err(error) => {
                tracing::debug!(%error, "a visitor's server does not say where to confirm");
                break;
            }
        }
    }
    let host = visit.home.host.clone();
    Err(if silent { NoWay::Silent(host) } else { NoWay::NoTemplate(host) })
}

fn asked(client: &Client, mode: Mode, host: &str, resource: &str) -> Result<Url, NoWay> {
    let scheme = if mode == Mode::Loopback { "http" } else { "https" };
    let root = format!("{scheme}://{host}/.well-known/webfinger");
    // Hosts that we never connect to are no servers to whoever typed them.
    let mut url = client.url(&root).map_err(|_| NoWay::NotAServer)?;
    url.query_pairs_mut().append_pair("resource", resource);
    Ok(url)
}

/// The links that hold a template, and the host that answered.
fn offers(fetched: &Fetched) -> (Vec<Offer>, String) {
    let answer: Value = serde_json::from_slice(&fetched.body).unwrap_or_default();
    let links = answer["links"].as_array().into_iter().flatten().take(LINKS);
    let offer = |link: &Value| {
        let template = link["template"].as_str().or_else(|| link["href"].as_str())?;
        Some(Offer { rel: link["rel"].as_str()?.to_owned(), template: template.to_owned() })
    };
    let host = fetched.url.host_str().unwrap_or_default();
    let host = match fetched.url.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    };
    (links.filter_map(offer).collect(), host)
}
