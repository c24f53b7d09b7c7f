//! Pages stay small, however many cases there are and however long their titles are.

use std::{
    io::{Read as _, Write as _},
    time::Duration,
};

use axum::{
    body::Body,
    http::{Request, header},
};
use flate2::{Compression, read::GzDecoder, write::GzEncoder};
use http_body_util::BodyExt as _;
use kontor::{
    app::{access::Who, publish},
    domain::{case_study::CaseStudy, comment::CommentState, vocabulary::Status},
    i18n::Locale,
    store::{
        Db, cases,
        comments::{self, Comment},
        people, search,
    },
};
use tower::ServiceExt as _;

use super::{
    samples::samples,
    served::{NOW, Site},
};
use crate::instance::{Engine, on_each_engine};

on_each_engine!(
    the_list_of_cases_is_small_in_every_language_with_the_longest_titles,
    a_kept_page_is_made_anew_when_anything_on_it_changes,
    a_kept_page_is_the_same_zipped_and_plain,
    what_another_process_changes_is_seen_a_moment_later,
);

/// Bytes of a page as it is, and of page and style sheets as they are sent.
const PAGE: usize = 60 << 10;
const SENT: usize = 40 << 10;

fn zipped(text: &str) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap().len()
}

/// Cases of which every facet has more values than a page shows, with texts as long as they can be.
fn wide() -> impl Iterator<Item = CaseStudy> {
    let samples = samples();
    let countries = ["DE", "FR", "BR", "JP", "US", "ZA", "IN", "KE", "MX", "CA", "NZ", "EG"];
    (0..120_usize).map(move |at| {
        let mut case = samples[at % samples.len()].clone();
        let title = format!("{} {at} ", case.title.to_uppercase()).repeat(9);
        case.title = title.chars().take(247).collect();
        case.summary = case.summary.repeat(9).chars().take(600).collect();
        (case.id, case.slug) = (format!("wide-{at}"), format!("wide-{at}"));
        for city in &mut case.cities {
            city.name = format!("Villanueva de la Serena {at}");
            (city.name_en, city.name_local, city.region) = (None, None, None);
            city.country = countries[at % countries.len()].into();
        }
        (case.period.start, case.period.end) = ((1970 + at % 56).to_string(), None);
        case.status = Status::Ongoing;
        case
    })
}

async fn the_list_of_cases_is_small_in_every_language_with_the_longest_titles(engine: Engine) {
    let site = Site::filled(engine).await;
    for case in wide() {
        let (db, by) = (&site.state.db, &site.publisher);
        publish::put(db, by, &Who::CommandLine, case, NOW).await.unwrap();
    }
    let first = site.page("/cases").await;
    let mut styles = 0;
    for part in first.split("<link rel=\"stylesheet\" href=\"").skip(1) {
        let path = part.split('"').next().unwrap();
        styles += zipped(&site.get(path).await.body);
    }
    let mut too_large = Vec::new();
    for locale in Locale::ALL {
        for query in ["", "topic=mobility&", "sort=city&"] {
            let path = format!("/cases?{query}lang={}", locale.tag());
            let html = site.page(&path).await;
            let sent = zipped(&html) + styles;
            if html.len() >= PAGE || sent >= SENT {
                too_large.push(format!("{path}: {} bytes, {sent} sent", html.len()));
            }
        }
    }
    assert!(too_large.is_empty(), "{too_large:#?}");
}

async fn a_kept_page_is_made_anew_when_anything_on_it_changes(engine: Engine) {
    let site = Site::filled(engine).await;
    search::catch_up(&site.state.db).await.unwrap();
    let page = "/cases/copenhagen-cloudburst-plan";
    let paths = ["/", "/cases", page, "/goals/11", "/cases?view=map", "/cities/dk/copenhagen"];
    for path in paths {
        assert_eq!(site.page(path).await, site.page(path).await, "{path}");
    }
    // Put first.
    let mut tx = site.state.db.begin().await.unwrap();
    let uri = cases::shown_at(&mut tx, "copenhagen-cloudburst-plan").await.unwrap().unwrap();
    people::feature(&mut tx, &site.publisher.actor, &uri, NOW).await.unwrap();
    tx.commit().await.unwrap();
    for path in ["/", "/goals/11", "/cities/dk/copenhagen"] {
        let html = site.page(path).await;
        let part = html.split("id=\"featured\"").nth(1);
        assert!(part.is_some_and(|part| part.contains(page)), "{path}");
    }
    // Answered.
    let mut comment = Comment {
        num: 0,
        uri: "https://a.example/c/1".into(),
        local: false,
        actor: "https://a.example/ana".into(),
        host: "a.example".into(),
        root: Some(uri.clone()),
        parent: Some(uri.clone()),
        depth: 1,
        state: CommentState::Shown,
        silenced: false,
        language: None,
        warning: String::new(),
        page_url: None,
        published_at: NOW,
        updated_at: NOW,
        received_at: NOW,
        source: None,
        html: "<p>Well drained.</p>".into(),
    };
    for said in ["Well drained.", "Well drained, on the whole."] {
        let mut tx = site.state.db.begin().await.unwrap();
        comment.html = format!("<p>{said}</p>");
        comments::save(&mut tx, &comment).await.unwrap();
        tx.commit().await.unwrap();
        assert!(site.page(page).await.contains(&comment.html), "{said}");
    }
    let mut tx = site.state.db.begin().await.unwrap();
    comments::set_state(&mut tx, &comment.uri, CommentState::Hidden).await.unwrap();
    tx.commit().await.unwrap();
    assert!(!site.page(page).await.contains("Well drained"));
    // Revised.
    let mut case = samples().swap_remove(0);
    case.title = "Streets that carry the rain".into();
    publish::update(&site.state.db, &Who::CommandLine, case, NOW + 5_000).await.unwrap();
    for path in ["/", page, "/cities/dk/copenhagen"] {
        assert!(site.page(path).await.contains("Streets that carry the rain"), "{path}");
    }
    // Withdrawn.
    publish::withdraw(
        &site.state.db,
        &Who::CommandLine,
        "copenhagen-cloudburst-plan",
        "doubted",
        NOW + 9_000,
    )
    .await
    .unwrap();
    assert_eq!(site.get(page).await.status, 410);
    for path in ["/", "/cases", "/goals/11", "/cities/dk/copenhagen"] {
        assert!(!site.page(path).await.contains("Streets that carry the rain"), "{path}");
    }
}

async fn a_kept_page_is_the_same_zipped_and_plain(engine: Engine) {
    let site = Site::filled(engine).await;
    for path in ["/", "/cases", "/cases?q=rain"] {
        let plain = site.page(path).await;
        for accepted in ["gzip", "br;q=1.0, GZIP;q=0.8", "gzip;q=0", "identity"] {
            let zips = !matches!(accepted, "gzip;q=0" | "identity");
            // Made, and kept.
            for _ in 0..2 {
                let request = Request::get(path).header(header::ACCEPT_ENCODING, accepted);
                let request = request.body(Body::empty()).unwrap();
                let response = site.router.clone().oneshot(request).await.unwrap();
                let (parts, body) = response.into_parts();
                let body = body.collect().await.unwrap().to_bytes();
                assert_eq!(parts.headers.contains_key(header::CONTENT_ENCODING), zips);
                let vary = parts.headers[header::VARY].to_str().unwrap();
                assert!(vary.contains("accept-encoding"));
                let mut text = String::new();
                match zips {
                    true => GzDecoder::new(&*body).read_to_string(&mut text).unwrap(),
                    false => (&*body).read_to_string(&mut text).unwrap(),
                };
                assert!(text == plain, "{path} as {accepted}");
            }
        }
    }
}

async fn what_another_process_changes_is_seen_a_moment_later(engine: Engine) {
    let site = Site::filled(engine).await;
    let mut tx = site.state.db.begin().await.unwrap();
    let uri = cases::shown_at(&mut tx, "copenhagen-cloudburst-plan").await.unwrap().unwrap();
    people::feature(&mut tx, &site.publisher.actor, &uri, NOW).await.unwrap();
    tx.commit().await.unwrap();
    let paths = ["/", "/goals/11", "/cities/dk/copenhagen"];
    for path in paths {
        assert!(site.page(path).await.contains("id=\"featured\""), "{path}");
    }
    // As a command or another node does: this process is not told of it.
    const SQL: &str = "DELETE FROM featured";
    let gone = match &site.state.db {
        Db::Sqlite { writer, .. } => {
            sqlx::query(SQL).execute(writer).await.unwrap().rows_affected()
        }
        Db::Postgres { pool, .. } => sqlx::query(SQL).execute(pool).await.unwrap().rows_affected(),
    };
    assert_eq!(gone, 1);
    tokio::time::sleep(Duration::from_millis(150)).await;
    for path in paths {
        assert!(!site.page(path).await.contains("id=\"featured\""), "{path}");
    }
}
