//! Files, each read by a reader that is not ours.

use std::io::Cursor;

use axum::{body::Body, http::Request};
use calamine::{Data, Reader, Xlsx};
use geojson::{FeatureCollection, GeoJson, GeometryValue};
use http_body_util::BodyExt;
use kontor::{domain::case_study::parse, server};
use serde_json::Value;
use tower::ServiceExt;

use super::site::{SECRET, Site, copies, reserved, samples};
use crate::instance::{Engine, on_each_engine};

on_each_engine!(
    a_table_holds_every_case_with_its_source_and_no_formula,
    a_workbook_opens_with_texts_as_texts_and_numbers_as_numbers,
    a_map_has_a_point_for_each_city_of_each_case,
    a_line_of_json_is_a_whole_record_that_can_be_read_again,
    of_a_case_with_all_rights_reserved_only_its_name_is_taken_along,
    a_download_is_made_piece_by_piece_while_it_is_read,
);

async fn a_table_holds_every_case_with_its_source_and_no_formula(engine: Engine) {
    let site = Site::new(engine).await;
    let answer = site.get("/cases.csv").await;
    let name = "attachment; filename=\"metropolis-cases-2026-03-01.csv\"";
    assert_eq!(answer.header("content-disposition"), name);
    assert!(answer.bytes.starts_with("\u{FEFF}".as_bytes()));
    let mut reader = csv::Reader::from_reader(&answer.bytes[3..]);
    let headers: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let at = |name: &str| headers.iter().position(|header| header == name).unwrap();
    assert!(!headers.iter().any(|header| header == "contact_email"));
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let cases = samples();
    assert_eq!(rows.len(), cases.len());
    for case in &cases {
        let row = rows.iter().find(|row| row[0] == case.id).unwrap();
        assert_eq!(row[at("title")].trim_start_matches('\''), case.title);
        assert_eq!(&row[at("licence")], case.licence.id());
        assert_eq!(Some(&row[at("licence_url")]), case.licence.url());
        assert_eq!(&row[at("retrieved")], "2026-03-01");
        let stored = site.instance.own(&case.id).await;
        assert_eq!(row[at("url")], site.instance.state.urls.case_page(&stored.page));
        assert_eq!(
            (&row[at("object")], &row[at("revision")]),
            (stored.uri.as_str(), &*stored.revision.to_string())
        );
        let numbers = ["lat", "lon"].map(at);
        for (column, cell) in row.iter().enumerate().filter(|(at, _)| !numbers.contains(at)) {
            assert!(
                !cell.starts_with(['=', '+', '-', '@', '＝', '\t']),
                "{}: {cell}",
                headers[column]
            );
        }
    }
    let some = site.get("/cases.csv?country=DK").await;
    let mut reader = csv::Reader::from_reader(&some.bytes[3..]);
    let found: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let expected = cases.iter().filter(|case| case.cities.iter().any(|city| city.country == "DK"));
    assert_eq!(found.len(), expected.count());
    let packed = site.get_with("/cases.csv", &[("accept-encoding", "gzip")]).await;
    assert_eq!(packed.header("content-encoding"), "gzip");
}

async fn a_workbook_opens_with_texts_as_texts_and_numbers_as_numbers(engine: Engine) {
    let site = Site::new(engine).await;
    let answer = site
        .get_with("/cases.xlsx", &[("accept-encoding", "gzip"), ("accept-language", "en")])
        .await;
    assert_eq!(answer.header("content-encoding"), "", "it is compressed already");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(answer.bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["About", "Cases"]);
    let about = book.worksheet_range("About").unwrap();
    assert_eq!(about.get((2, 1)), Some(&Data::String("2026-03-01".into())));
    assert!(about.get((3, 1)).unwrap().to_string().contains("licence"));
    assert_eq!(book.worksheet_formula("Cases").unwrap().used_cells().count(), 0);
    let range = book.worksheet_range("Cases").unwrap();
    let headers: Vec<String> = range.rows().next().unwrap().iter().map(Data::to_string).collect();
    let at = |name: &str| headers.iter().position(|header| header == name).unwrap();
    let cases = samples();
    assert_eq!(range.rows().count(), cases.len() + 1);
    for case in &cases {
        let row = range.rows().find(|row| row[0] == Data::String(case.id.clone())).unwrap();
        assert_eq!(row[at("title")], Data::String(case.title.clone()));
        assert_eq!(row[at("summary")], Data::String(case.summary.clone()));
        assert_eq!(row[at("lat")], Data::Float(case.cities[0].lat), "{}", case.id);
        let revision = site.instance.own(&case.id).await.revision;
        assert_eq!(row[at("revision")], Data::Float(revision as f64));
    }
}

async fn a_map_has_a_point_for_each_city_of_each_case(engine: Engine) {
    let site = Site::new(engine).await;
    let answer = site.get("/cases.geojson").await;
    assert_eq!(answer.header("content-type"), "application/geo+json");
    let map: GeoJson = answer.text().parse().unwrap();
    let map = FeatureCollection::try_from(map).unwrap();
    let cases = samples();
    assert_eq!(map.features.len(), cases.iter().map(|case| case.cities.len()).sum::<usize>());
    for case in &cases {
        let stored = site.instance.own(&case.id).await;
        for (number, city) in case.cities.iter().enumerate() {
            let id = format!("{}#{number}", stored.uri);
            let feature = map.features.iter().find(|feature| {
                matches!(&feature.id, Some(geojson::feature::Id::String(known)) if *known == id)
            });
            let feature = feature.unwrap();
            let GeometryValue::Point { coordinates } = &feature.geometry.as_ref().unwrap().value
            else {
                panic!("a point")
            };
            assert_eq!((coordinates[0], coordinates[1]), (city.lon, city.lat));
            assert_eq!(feature.property("title").unwrap(), case.title.as_str());
            assert_eq!(feature.property("licence").unwrap(), case.licence.id());
        }
    }
    let nothing: GeoJson = site.get("/cases.geojson?topic=none").await.text().parse().unwrap();
    assert!(FeatureCollection::try_from(nothing).unwrap().features.is_empty());
}

async fn a_line_of_json_is_a_whole_record_that_can_be_read_again(engine: Engine) {
    let site = Site::new(engine).await;
    let answer = site.get("/cases.jsonl").await;
    let lines: Vec<Value> =
        answer.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let cases = samples();
    assert_eq!(lines.len(), cases.len());
    for line in &lines {
        let again = parse(&line["record"]).unwrap();
        let stored = site.instance.own(&again.id).await;
        assert_eq!(again, stored.case.public());
        assert_eq!((&line["uri"], &line["retrieved"]), (&stored.uri.into(), &"2026-03-01".into()));
        assert_eq!(line["licence"], again.licence.id());
    }
    assert!(!answer.text().contains("\"email\""));
}

async fn of_a_case_with_all_rights_reserved_only_its_name_is_taken_along(engine: Engine) {
    let site = Site::with(engine, vec![reserved()]).await;
    let title = reserved().title;
    let listing = "/oai?verb=ListRecords&metadataPrefix=oai_dc";
    let api = "/api/v1/cases";
    for path in ["/cases.csv", "/cases.geojson", "/cases.jsonl", "/cases.atom", "/cases.rss"] {
        let answer = site.get(path).await;
        assert!(answer.text().contains(&title), "{path}");
        assert!(!answer.text().contains(SECRET), "{path}");
    }
    for path in ["/cases.feed.json", listing, api, "/api/v1/cases/reserved"] {
        let answer = site.get(path).await;
        assert!(answer.text().contains(&title), "{path}");
        assert!(!answer.text().contains(SECRET), "{path}");
    }
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(site.get("/cases.xlsx").await.bytes)).unwrap();
    let range = book.worksheet_range("Cases").unwrap();
    let text: Vec<String> = range.used_cells().map(|(_, _, cell)| cell.to_string()).collect();
    assert!(text.contains(&title) && !text.iter().any(|cell| cell.contains(SECRET)));
}

async fn a_download_is_made_piece_by_piece_while_it_is_read(engine: Engine) {
    let site = Site::with(engine, copies(250)).await;
    let router = server::router(site.instance.federation.clone());
    for (path, first) in [
        ("/cases.csv", "copy-"),
        ("/cases.jsonl", "copy-"),
        ("/cases.geojson", "Feature"),
        ("/cases.xlsx", "PK"),
    ] {
        let request = Request::get(path).body(Body::empty()).unwrap();
        let mut body = router.clone().oneshot(request).await.unwrap().into_body();
        let mut pieces = Vec::new();
        while let Some(frame) = body.frame().await {
            pieces.push(frame.unwrap().into_data().unwrap());
        }
        assert!(pieces.len() >= 3, "{path} came in {} pieces", pieces.len());
        assert!(String::from_utf8_lossy(&pieces[0]).contains(first), "{path}");
        let longest = pieces.iter().map(|piece| piece.len()).max().unwrap();
        let all = pieces.iter().map(|piece| piece.len()).sum::<usize>();
        // A compressor keeps back at most what it looks back at.
        let bound = if path == "/cases.xlsx" { 65_536 } else { all / 2 };
        assert!(longest < bound, "{path}: a piece of {longest} of {all} bytes");
    }
    // What is withdrawn on the way is not in the rest, and nothing else is missing.
    let request = Request::get("/cases.jsonl").body(Body::empty()).unwrap();
    let mut body = router.oneshot(request).await.unwrap().into_body();
    let mut text = body.frame().await.unwrap().unwrap().into_data().unwrap().to_vec();
    let early = String::from_utf8_lossy(&text).into_owned();
    let later = (0..250)
        .map(|number| format!("copy-{number}"))
        .find(|id| !early.contains(&format!("\"id\":\"{id}\"")));
    site.instance.withdraw(&later.unwrap()).await;
    while let Some(frame) = body.frame().await {
        text.extend_from_slice(&frame.unwrap().into_data().unwrap());
    }
    assert_eq!(String::from_utf8(text).unwrap().lines().count(), 249);
}
