//! OAI-PMH 2.0 at `/oai`: the catalogue for libraries and their harvesters. Resumption tokens hold
//! all that is needed to go on; nothing is kept here.

mod args;
mod record;
mod sets;

use std::{collections::HashMap, slice};

use axum::{
    body::Bytes,
    extract::{RawQuery, State as Extract},
    http::header,
    response::{IntoResponse, Response},
};

use self::args::{Fault, Listing, Request};
use super::ask::Failed;
use crate::{
    clock::rfc3339,
    formats::xml::Xml,
    state::State,
    store::{
        cases::StoredCase,
        harvest::{self, Harvested},
    },
};

/// Records in an answer, and headers in one.
const RECORDS: i64 = 100;
const HEADERS: i64 = 500;

const SPACE: &str = "http://www.openarchives.org/OAI/2.0/";
const SCHEMA: &str =
    "http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd";

pub async fn asked(
    Extract(state): Extract<State>,
    RawQuery(query): RawQuery,
) -> Result<Response, Failed> {
    answer(&state, query.as_deref().unwrap_or_default()).await
}

/// Arguments may come in the body as well (§3.1.1.2).
pub async fn posted(Extract(state): Extract<State>, body: Bytes) -> Result<Response, Failed> {
    let query = String::from_utf8_lossy(&body);
    answer(&state, &query).await
}

async fn answer(state: &State, query: &str) -> Result<Response, Failed> {
    let now = state.clock.now_ms();
    let request = args::read(query);
    // What changed a moment ago belongs to the answer, and gets a date before its end.
    harvest::catch_up(&state.db, now).await?;
    let content = match request {
        Ok(request) => content(state, &request).await?.map(|content| (content, args::pairs(query))),
        Err(fault) => Err(fault),
    };
    let base = state.urls.absolute("/oai");
    let mut xml = Xml::document();
    xml.open(
        "OAI-PMH",
        &[
            ("xmlns", SPACE),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
            ("xsi:schemaLocation", SCHEMA),
        ],
    );
    xml.leaf("responseDate", &[], &rfc3339(now));
    let mut text = match content {
        Ok((content, pairs)) => {
            let told: Vec<(&str, &str)> =
                pairs.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
            xml.leaf("request", &told, &base);
            xml.finish() + &content
        }
        Err(fault) => {
            // Of a request that was not understood, no argument is repeated (§3.6).
            let told = if fault.is_understood() { args::pairs(query) } else { Vec::new() };
            let told: Vec<(&str, &str)> =
                told.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
            xml.leaf("request", &told, &base);
            xml.leaf("error", &[("code", fault.code())], &fault.to_string());
            xml.finish()
        }
    };
    text.push_str("</OAI-PMH>\n");
    let headers = [
        (header::CONTENT_TYPE, "text/xml; charset=utf-8"),
        (header::CACHE_CONTROL, "no-cache"),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
    ];
    Ok((headers, text).into_response())
}

async fn content(state: &State, request: &Request) -> Result<Result<String, Fault>, Failed> {
    Ok(match request {
        Request::Identify => Ok(identify(state).await?),
        Request::ListSets => Ok(sets::list(state)),
        Request::ListMetadataFormats(identifier) => match identifier {
            Some(identifier) if known(state, identifier).await?.is_none() => Err(Fault::NoSuchId),
            _ => Ok(formats()),
        },
        Request::GetRecord(identifier) => match known(state, identifier).await? {
            None => Err(Fault::NoSuchId),
            Some(harvested) => {
                let mut xml = Xml::piece();
                xml.open("GetRecord", &[]);
                let mut cases =
                    harvest::cases(&mut state.db.read().await?, slice::from_ref(&harvested))
                        .await?;
                let stored = cases.remove(&harvested.uri);
                record(state, &mut xml, &harvested, stored.as_ref());
                xml.close("GetRecord");
                Ok(xml.finish())
            }
        },
        Request::List(listing) => list(state, listing).await?,
    })
}

async fn known(state: &State, identifier: &str) -> Result<Option<Harvested>, Failed> {
    Ok(harvest::by_uri(&mut state.db.read().await?, identifier).await?)
}

async fn identify(state: &State) -> Result<String, Failed> {
    let earliest = harvest::earliest(&mut state.db.read().await?).await?;
    let earliest = earliest.unwrap_or_else(|| state.clock.now_ms());
    let mut xml = Xml::piece();
    xml.open("Identify", &[])
        .leaf("repositoryName", &[], state.config.network_name())
        .leaf("baseURL", &[], &state.urls.absolute("/oai"))
        .leaf("protocolVersion", &[], "2.0")
        .leaf("adminEmail", &[], &admin(state))
        .leaf("earliestDatestamp", &[], &rfc3339(earliest))
        .leaf("deletedRecord", &[], "persistent")
        .leaf("granularity", &[], "YYYY-MM-DDThh:mm:ssZ")
        .close("Identify");
    Ok(xml.finish())
}

/// The protocol wants an address; RFC 2142 §5 names the one that every site with pages should have.
fn admin(state: &State) -> String {
    let host = state.urls.host();
    let host = host.rsplit_once(':').map_or(host, |(host, _)| host);
    // The protocol's schema wants a dot in it, which only a name on this machine lacks.
    let within = if host.contains('.') { "" } else { ".localdomain" };
    format!("webmaster@{host}{within}")
}

fn formats() -> String {
    let mut xml = Xml::piece();
    xml.open("ListMetadataFormats", &[])
        .open("metadataFormat", &[])
        .leaf("metadataPrefix", &[], args::PREFIX)
        .leaf("schema", &[], "http://www.openarchives.org/OAI/2.0/oai_dc.xsd")
        .leaf("metadataNamespace", &[], record::SPACE)
        .close("metadataFormat")
        .close("ListMetadataFormats");
    xml.finish()
}

async fn list(state: &State, listing: &Listing) -> Result<Result<String, Fault>, Failed> {
    if listing.wanted.set.as_deref().is_some_and(|set| !sets::is_known(set)) {
        // There is none of this name, so there are no records in it.
        return Ok(Err(Fault::NoneMatch));
    }
    let limit = if listing.records { RECORDS } else { HEADERS };
    let mut tx = state.db.read().await?;
    let total = match listing.total {
        Some(total) => total,
        None => harvest::count(&mut tx, &listing.wanted).await?,
    };
    let mut page = harvest::page(&mut tx, &listing.wanted, limit + 1).await?;
    let more = page.len() as i64 > limit;
    page.truncate(limit as usize);
    let cases = match listing.records {
        true => harvest::cases(&mut tx, &page).await?,
        false => HashMap::new(),
    };
    drop(tx);
    let Some(last) = page.last() else {
        return Ok(Err(match listing.total {
            // What was left was changed since, and is found by its new date.
            Some(_) => Fault::BadToken,
            None => Fault::NoneMatch,
        }));
    };
    let verb = if listing.records { "ListRecords" } else { "ListIdentifiers" };
    let mut xml = Xml::piece();
    xml.open(verb, &[]);
    for harvested in &page {
        match listing.records {
            true => record(state, &mut xml, harvested, cases.get(&harvested.uri)),
            false => head(&mut xml, harvested),
        }
    }
    if more || listing.total.is_some() {
        let (size, cursor) = (total.to_string(), listing.cursor.to_string());
        let told = [("completeListSize", size.as_str()), ("cursor", &cursor)];
        let next = match more {
            true => listing.next((last.at, last.num), total, page.len() as i64),
            false => String::new(),
        };
        xml.leaf("resumptionToken", &told, &next);
    }
    xml.close(verb);
    Ok(Ok(xml.finish()))
}

fn head(xml: &mut Xml, harvested: &Harvested) {
    let status: &[(&str, &str)] = if harvested.gone { &[("status", "deleted")] } else { &[] };
    xml.open("header", status).leaf("identifier", &[], &harvested.uri).leaf(
        "datestamp",
        &[],
        &rfc3339(harvested.at),
    );
    for set in harvested.sets.split(' ').filter(|set| !set.is_empty()) {
        xml.leaf("setSpec", &[], set);
    }
    xml.close("header");
}

fn record(state: &State, xml: &mut Xml, harvested: &Harvested, stored: Option<&StoredCase>) {
    // It went away between two looks: told as it is by now.
    let harvested = Harvested { gone: stored.is_none(), ..harvested.clone() };
    xml.open("record", &[]);
    head(xml, &harvested);
    if let Some(stored) = stored {
        xml.open("metadata", &[]);
        record::dublin_core(xml, stored, state);
        xml.close("metadata");
    }
    xml.close("record");
}
