//! OAI-PMH, asked by a harvester that is not ours.

use std::collections::BTreeSet;

use oai_pmh::{
    Client, GetRecordArgs, ListMetadataFormatsArgs,
    client::response::{ListIdentifiersResponse, ListRecordsResponse},
};

use super::site::{Site, copies, samples};
use crate::instance::{Engine, on_each_engine};

on_each_engine!(
    a_harvester_reads_the_whole_catalogue,
    what_goes_away_is_told_as_deleted_for_ever,
    every_fault_is_told_by_its_code,
);

fn harvester(site: &Site) -> Client {
    Client::new(&format!("{}/oai", site.instance.origin())).unwrap()
}

/// All parts of a list. The last one carries an empty token, as the protocol wants it (§3.5), which
/// the harvester's own reader does not take: it is left out.
async fn parts(site: &Site, verb: &str, arguments: &str) -> Vec<String> {
    let mut path = format!("/oai?verb={verb}&metadataPrefix=oai_dc{arguments}");
    let mut parts = Vec::new();
    loop {
        let mut text = site.get(&path).await.text().to_owned();
        let token = text.find("<resumptionToken").map(|start| {
            let end = text.find("</resumptionToken>").unwrap();
            let token = text[start..end].split_once('>').unwrap().1.to_owned();
            if token.is_empty() {
                text.replace_range(start..end + "</resumptionToken>".len(), "");
            }
            token
        });
        parts.push(text);
        match token.filter(|token| !token.is_empty()) {
            Some(token) => path = format!("/oai?verb={verb}&resumptionToken={token}"),
            None => return parts,
        }
    }
}

async fn a_harvester_reads_the_whole_catalogue(engine: Engine) {
    let mut cases = samples();
    cases.extend(copies(80));
    let site = Site::with(engine, cases.clone()).await;
    let harvester = harvester(&site);
    let identity = harvester.identify().await.unwrap().payload.unwrap();
    assert_eq!(identity.base_url, format!("{}/oai", site.instance.origin()));
    assert_eq!(identity.protocol_version, "2.0");
    assert_eq!(identity.deleted_record, "persistent");
    assert_eq!(identity.granularity, "YYYY-MM-DDThh:mm:ssZ");
    let formats = harvester.list_metadata_formats(None).await.unwrap().payload.unwrap();
    assert_eq!(formats.metadata_format[0].metadata_prefix, "oai_dc");
    let mut sets = harvester.list_sets().await.unwrap();
    let sets = sets.try_next().await.unwrap().unwrap().payload.unwrap().set;
    let sets: BTreeSet<String> = sets.into_iter().map(|set| set.set_spec).collect();
    assert!(sets.contains("topic:cycling") && sets.contains("sdg:17") && sets.contains("own"));

    let mut found = BTreeSet::new();
    let parts_of_all = parts(&site, "ListRecords", "").await;
    for part in &parts_of_all {
        let part = ListRecordsResponse::new(part).unwrap();
        for record in part.payload.unwrap().record {
            for set in &record.header.set_spec {
                assert!(sets.contains(set), "{set}");
            }
            assert!(record.metadata.contains("<dc:title"), "{}", record.metadata);
            assert!(record.metadata.contains("<dc:rights>https://creativecommons.org/"));
            assert!(found.insert(record.header.identifier), "a record came twice");
        }
    }
    assert_eq!((found.len(), parts_of_all.len()), (cases.len(), 2));

    let stored = site.instance.own(&cases[0].id).await;
    let record = harvester.get_record(GetRecordArgs::new(&stored.uri, "oai_dc")).await.unwrap();
    let record = record.payload.unwrap().record;
    assert_eq!(record.header.identifier, stored.uri);
    let page = site.instance.state.urls.case_page(&stored.page);
    assert!(record.metadata.contains(&format!("<dc:identifier>{page}</dc:identifier>")));

    for set in ["sdg:13", "topic:cycling", "topic:mobility"] {
        let mut count = 0;
        for part in parts(&site, "ListIdentifiers", &format!("&set={set}")).await {
            count += ListIdentifiersResponse::new(&part).unwrap().payload.unwrap().header.len();
        }
        let wanted = set.replace(':', "=");
        let filter = kontor::domain::search::CaseFilter::from_query(&wanted);
        let expected = cases.iter().filter(|case| filter.matches(case)).count();
        assert_eq!(count, expected, "{set}");
    }
    let known = harvester.list_metadata_formats(Some(ListMetadataFormatsArgs::new(&stored.uri)));
    assert!(known.await.unwrap().payload.is_some());
    let posted = reqwest::Client::new()
        .post(format!("{}/oai", site.instance.origin()))
        .header("content-type", "application/x-www-form-urlencoded")
        .body("verb=Identify");
    assert!(posted.send().await.unwrap().text().await.unwrap().contains("<Identify>"));
}

async fn what_goes_away_is_told_as_deleted_for_ever(engine: Engine) {
    let site = Site::with(engine, copies(5)).await;
    let harvester = harvester(&site);
    let everything = async |arguments: String| {
        let mut found = Vec::new();
        for part in parts(&site, "ListRecords", &arguments).await {
            let payload = ListRecordsResponse::new(&part).unwrap().payload.unwrap();
            found.extend(payload.record.into_iter().map(|record| record.header));
        }
        found
    };
    let first = everything(String::new()).await;
    assert_eq!(first.len(), 5);
    site.clock.advance(3_600_000);
    let since = kontor::clock::rfc3339(site.instance.now());
    site.instance.withdraw("copy-3").await;
    let gone = site.instance.own("copy-3").await.uri;
    let mut revised = site.instance.own("copy-1").await.case;
    revised.title = "Copy number one, revised".into();
    site.instance.update(revised).await;
    let later = everything(format!("&from={since}")).await;
    assert_eq!(later.len(), 2, "{later:?}");
    for header in &later {
        let deleted = header.status.as_deref() == Some("deleted");
        assert_eq!(deleted, header.identifier == gone);
        assert!(header.set_spec.iter().any(|set| set.starts_with("topic:")), "{header:?}");
    }
    // It stays so, and everything else with it.
    assert_eq!(everything(String::new()).await.len(), 5);
    let record = harvester.get_record(GetRecordArgs::new(&gone, "oai_dc")).await.unwrap();
    let record = record.payload.unwrap().record;
    assert_eq!(record.header.status.as_deref(), Some("deleted"));
    assert_eq!(record.metadata, "");
}

async fn every_fault_is_told_by_its_code(engine: Engine) {
    let site = Site::with(engine, copies(2)).await;
    for (query, code) in [
        ("", "badVerb"),
        ("?verb=Nothing", "badVerb"),
        ("?verb=ListRecords", "badArgument"),
        ("?verb=ListRecords&metadataPrefix=marc21", "cannotDisseminateFormat"),
        ("?verb=ListRecords&metadataPrefix=oai_dc&set=topic:none", "noRecordsMatch"),
        ("?verb=ListRecords&metadataPrefix=oai_dc&until=1990-01-01", "noRecordsMatch"),
        ("?verb=ListRecords&resumptionToken=AAAA", "badResumptionToken"),
        ("?verb=GetRecord&metadataPrefix=oai_dc&identifier=no", "idDoesNotExist"),
        ("?verb=ListMetadataFormats&identifier=no", "idDoesNotExist"),
        ("?verb=%00%3Cscript%3E&x=%22%3E", "badVerb"),
    ] {
        let answer = site.get(&format!("/oai{query}")).await;
        let wanted = format!("<error code=\"{code}\">");
        assert!(answer.text().contains(&wanted), "{query}: {}", answer.text());
        assert!(!answer.text().contains("script>"));
    }
}
