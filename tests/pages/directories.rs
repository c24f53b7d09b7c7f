//! The directories of networks and people, their files, and what visitors suggest.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use http_body_util::BodyExt;
use kontor::{
    app::{access::Who, person, publish, suggest},
    domain::{profile::Profile, vocabulary},
    i18n::Locale,
    store::{self, suggestions},
};
use serde_json::Value;
use tower::ServiceExt;

use super::served::{NOW, Site, follow_eurocities};
use crate::{
    instance::{Engine, Instance, on_each_engine},
    pages::checks,
};

on_each_engine!(
    every_entry_of_the_directory_has_its_page_in_every_language,
    figures_that_contradict_each_other_stand_side_by_side,
    the_directory_is_searched_and_filtered_in_its_address,
    a_followed_network_is_quoted_with_its_name_and_the_day,
    the_directory_can_be_taken_along,
    people_are_listed_only_if_they_want_to_be_found,
    a_profile_shows_what_its_owner_made_public,
    a_suggestion_is_kept_for_the_secretariat_and_shown_to_nobody,
    suggestions_are_bounded_and_traps_keep_programs_out,
    who_writes_too_often_has_to_wait,
);

async fn every_entry_of_the_directory_has_its_page_in_every_language(engine: Engine) {
    let site = Site::filled(engine).await;
    let list = site.page("/networks").await;
    for entry in vocabulary::networks() {
        let path = format!("/networks/{}", entry.slug);
        assert!(list.contains(&format!("href=\"{path}\"")), "{path}");
        let html = site.page(&path).await;
        for tie in vocabulary::ties(&entry.slug) {
            if vocabulary::network(&tie.to).is_some() {
                assert!(html.contains(&format!("href=\"/networks/{}\"", tie.to)), "{path}");
            }
        }
        for source in &entry.sources {
            assert!(html.contains(source.as_str()), "{path}");
        }
    }
    for locale in Locale::ALL {
        for path in ["/networks", "/networks/iclei", "/networks/suggest", "/people"] {
            site.page(&format!("{path}?lang={}", locale.tag())).await;
        }
    }
}

async fn figures_that_contradict_each_other_stand_side_by_side(engine: Engine) {
    let site = Site::filled(engine).await;
    let html = site.page("/networks/metropolis").await;
    let figures = html.split("class=\"figures\"").nth(1).unwrap().split("</table>").next().unwrap();
    for wanted in [
        "<strong>144</strong>",
        "<strong>141</strong>",
        "the sources differ",
        "Berlin in international networks: Metropolis and USE",
        "Geneva Cities Hub: International City Networks Directory",
        "no date given",
    ] {
        assert!(figures.contains(wanted), "{wanted}");
    }
    let dated = site.page("/networks/aimf").await;
    assert!(dated.contains("<td>2021</td>"));
    let doubtful = site.page("/networks/energy-cities").await;
    assert!(doubtful.contains("seem to belong to another network"));
}

async fn the_directory_is_searched_and_filtered_in_its_address(engine: Engine) {
    let site = Site::filled(engine).await;
    let names = |html: &str| {
        html.split("<ul class=\"directory\">").nth(1).map_or(0, |list| list.matches("<h3>").count())
    };
    assert_eq!(names(&site.page("/networks").await), vocabulary::networks().len());
    let events = site.page("/networks?kind=event").await;
    let known = vocabulary::networks().iter().filter(|entry| entry.kind == "event").count();
    assert_eq!(names(&events), known);
    assert!(
        events.contains("<strong>4 networks</strong>") && events.contains("content=\"noindex\"")
    );
    assert_eq!(names(&site.page("/networks?join=invitation").await), 1);
    let folded = site.page("/networks?q=m%C3%ABtropolises").await;
    assert!(folded.contains("href=\"/networks/metropolis\"") && names(&folded) < 5);
    for hostile in [
        "/networks?q=%00%ff%22%27*)(&kind=%3Cb%3E&region=..&topic=%27&join=1&here=x",
        "/people?q=%22%3E%3Cscript%3E&role=king&city=%3Cb%3E&after=%00",
    ] {
        let html = site.page(hostile).await;
        assert!(html.contains("id=\"results\""), "{hostile}");
    }
}

async fn a_followed_network_is_quoted_with_its_name_and_the_day(engine: Engine) {
    let site = Site::filled(engine).await;
    let mut tx = site.state.db.begin().await.unwrap();
    follow_eurocities(&mut tx).await;
    tx.commit().await.unwrap();
    let html = site.page("/networks/eurocities").await;
    assert!(html.contains("<blockquote dir=\"auto\">Cities &#60;together&#62;.</blockquote>"));
    assert!(html.contains("As stated by Eurocities on 21 November 2025"));
    assert!(html.contains("Political platform of Europe"), "the directory's words stay beside it");
    assert!(site.page("/networks?here=instance").await.contains("@eurocities@cases."));
}

async fn the_directory_can_be_taken_along(engine: Engine) {
    let site = Site::filled(engine).await;
    let mut tx = site.state.db.begin().await.unwrap();
    follow_eurocities(&mut tx).await;
    tx.commit().await.unwrap();
    let answer = site.get("/networks.json").await;
    assert_eq!(answer.status, StatusCode::OK);
    let document: Value = serde_json::from_str(&answer.body).unwrap();
    let networks = document["networks"].as_array().unwrap();
    assert_eq!(networks.len(), vocabulary::networks().len());
    let metropolis = networks.iter().find(|one| one["slug"] == "metropolis").unwrap();
    let values: Vec<&Value> =
        metropolis["figures"].as_array().unwrap().iter().map(|one| &one["value"]).collect();
    assert_eq!(values, [144, 141]);
    let answer = site.get("/networks.csv").await;
    let text = answer.body.strip_prefix('\u{FEFF}').unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let mut at = |name: &str| reader.headers().unwrap().iter().position(|one| one == name).unwrap();
    let (slug, handle, figures) = (at("slug"), at("handle"), at("figures"));
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), vocabulary::networks().len());
    let row = rows.iter().find(|row| &row[slug] == "eurocities").unwrap();
    assert_eq!(&row[handle], "'@eurocities@cases.eurocities.example", "no formula");
    assert!(row[figures].contains("more than 200 cities ("));
}

async fn people(site: &Site) {
    let add = async |handle: &str, name: &str, profile: Profile| {
        let described = person::Described {
            name: Some(name.into()),
            summary: Some("Plants <trees>.".into()),
            profile: Some(profile),
        };
        let (db, urls) = (&site.state.db, &site.state.urls);
        person::add(db, urls, &Who::CommandLine, handle, described, NOW).await.unwrap();
    };
    let open = Profile { discoverable: true, ..Profile::default() };
    let ana = Profile {
        role: Some("practitioner".into()),
        city: Some("Medellín, CO".into()),
        network: Some("Metropolis".into()),
        languages: vec!["es".into()],
        topics: vec!["urban-trees".into(), "cycling".into()]
            .into_iter()
            .filter(|id: &String| vocabulary::topic(id).is_some())
            .collect(),
        ..open.clone()
    };
    add("ana", "Ana Þórsdóttir", ana).await;
    add("ben", "=Ben", Profile { role: Some("politician".into()), ..open }).await;
    add("quiet", "Quietly Hidden", Profile::default()).await;
}

async fn people_are_listed_only_if_they_want_to_be_found(engine: Engine) {
    let site = Site::filled(engine).await;
    assert!(site.page("/people").await.contains("Nobody has chosen to be listed here yet."));
    people(&site).await;
    let all = site.page("/people").await;
    assert!(all.contains("2 citymakers") && all.contains("Plants &#60;trees&#62;."));
    let one = site.page("/people?role=practitioner&city=medellin&network=metropolis").await;
    assert!(one.contains("1 citymaker<") && one.contains("/@ana\"") && !one.contains("/@ben\""));
    assert!(site.page("/people?q=thorsdottir").await.contains("/@ana\""));
    assert!(site.page("/people?topic=mobility").await.contains("/@ana\""));
    for path in [
        "/people",
        "/people?q=quietly",
        "/people?q=hidden",
        "/topics",
        "/networks",
        "/networks.json",
        "/networks.csv",
        "/networks/metropolis",
        "/",
        "/cases",
    ] {
        let answer = site.get(path).await;
        assert!(!answer.body.contains("Quietly Hidden"), "{path}");
        assert!(!answer.body.contains("@quiet"), "{path}");
    }
    let mut tx = site.state.db.read().await.unwrap();
    assert_eq!(store::doors::findable(&mut tx, 100).await.unwrap().len(), 2);
}

async fn a_profile_shows_what_its_owner_made_public(engine: Engine) {
    let site = Site::filled(engine).await;
    people(&site).await;
    let html = site.page("/@ana").await;
    for wanted in [
        "Practitioner",
        "Medellín, CO",
        "href=\"/cities/co/medellin\"",
        "href=\"/networks/metropolis\"",
        "href=\"/languages/es\"",
        "href=\"/topics/cycling\"",
        "@ana@cases.metropolis.example",
    ] {
        assert!(html.contains(wanted), "{wanted}");
    }
    assert!(!html.contains("Cases they were part of"));
    let mut case = super::samples::samples().remove(0);
    (case.id, case.slug) = ("told-by-ana".into(), "told-by-ana".into());
    case.submitted_by = Some("@Ana@cases.metropolis.example".into());
    publish::put(&site.state.db, &site.publisher, &Who::CommandLine, case, NOW).await.unwrap();
    let html = site.page("/@ana").await;
    assert!(html.contains("Cases they were part of") && html.contains("/cases/told-by-ana"));
    let answer = site.get("/@Ana").await;
    assert_eq!(answer.headers[header::LOCATION], "/@ana");
    assert_eq!(site.get("/@nobody").await.status, StatusCode::NOT_FOUND);
}

async fn post(site: &Site, body: &str) -> (StatusCode, String) {
    let request = Request::post("/networks/suggest")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(body.to_owned()))
        .unwrap();
    let response = site.router.clone().oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    (parts.status, String::from_utf8_lossy(&body).into_owned())
}

async fn waiting(site: &Site) -> Vec<suggestions::Suggestion> {
    suggestions::page(&mut site.state.db.read().await.unwrap(), None, None, 1_000).await.unwrap()
}

async fn a_suggestion_is_kept_for_the_secretariat_and_shown_to_nobody(engine: Engine) {
    let site = Site::filled(engine).await;
    let form = site.page("/networks/suggest?about=c40").await;
    assert!(form.contains("name=\"about\" value=\"c40\"") && form.contains("About C40"));
    let (status, html) = post(
        &site,
        "name=Salt+%3Cb%3E+Cities&website=https%3A%2F%2Fsalt.example&message=We+exist%3Cscript%3E\
         &contact=office%40salt.example&us=yes&about=c40",
    )
    .await;
    checks::page("thanks", &html);
    assert_eq!(status, StatusCode::OK);
    assert!(html.contains("Thank you") && !html.contains("salt.example"));
    let kept = waiting(&site).await;
    assert_eq!(kept.len(), 1);
    assert_eq!((kept[0].kind.as_str(), kept[0].slug.as_str()), ("claim", "c40"));
    assert_eq!(kept[0].contact, "office@salt.example");
    for path in ["/networks", "/networks/c40", "/networks.json", "/networks/suggest"] {
        assert!(!site.get(path).await.body.contains("salt.example"), "{path}");
    }
    let (db, who) = (&site.state.db, &Who::CommandLine);
    let done = suggest::done(db, who, &kept[0].id, "Added.", NOW).await.unwrap();
    assert_eq!((done.state.as_str(), done.contact.as_str()), ("done", ""));
    assert!(suggest::done(db, who, &kept[0].id, "", NOW).await.is_err());
}

async fn suggestions_are_bounded_and_traps_keep_programs_out(engine: Engine) {
    let site = Site::new(engine).await;
    let (status, html) = post(&site, "name=%22%3E%3Cscript%3E&website=javascript%3A1&us=1").await;
    checks::page("flaws", &html);
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(html.contains("value=\"&#34;&#62;&#60;script&#62;\""), "what was typed is not lost");
    for flaw in ["The website has to be", "Please write what", "how you can be reached if you"] {
        assert!(html.contains(flaw), "{flaw}");
    }
    let (status, html) = post(&site, "name=a&message=b&homepage=http%3A%2F%2Fspam.example").await;
    assert_eq!(status, StatusCode::OK);
    assert!(html.contains("Thank you"));
    assert!(waiting(&site).await.is_empty());
    let (status, _) = post(&site, &format!("name=a&message={}", "x".repeat(40_000))).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    let (status, _) = post(&site, &format!("name=a&message={}", "x".repeat(5_000))).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    for n in 0..suggest::MOST_OPEN {
        let draft = suggest::Draft {
            name: format!("n{n}"),
            message: "m".into(),
            ..suggest::Draft::default()
        };
        suggest::suggest(&site.state.db, draft, NOW).await.unwrap().unwrap();
    }
    let (status, html) = post(&site, "name=a&message=b").await;
    checks::page("full", &html);
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(waiting(&site).await.len() as i64, suggest::MOST_OPEN);
}

async fn who_writes_too_often_has_to_wait(engine: Engine) {
    let instance = Instance::start(engine, "metropolis").await;
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    let address = format!("{}/networks/suggest", instance.origin());
    let mut answers = Vec::new();
    for _ in 0..6 {
        let request =
            http.post(&address).header("content-type", "application/x-www-form-urlencoded");
        let response = request.body("name=a&message=b").send().await.unwrap();
        answers.push(response.status().as_u16());
    }
    assert_eq!(answers, [200, 200, 200, 200, 200, 429]);
    let mut tx = instance.state.db.read().await.unwrap();
    assert_eq!(suggestions::count(&mut tx, Some("open")).await.unwrap(), 5);
    drop(tx);
    assert_eq!(http.get(&address).send().await.unwrap().status().as_u16(), 200);
}
