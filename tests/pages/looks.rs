//! A network's own looks and words, the pages that every site has, and the map.

use std::{fs, path::Path, sync::Arc};

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode},
};
use http_body_util::BodyExt;
use kontor::{
    app::{
        access::Who,
        feature,
        instance::{self, Keys, Plan},
        publish::{self, Publisher},
    },
    clock::Clock,
    config::Config,
    domain::case_study::CaseStudy,
    i18n::{Locale, Texts},
    state::{State, Wake},
    store::Db,
    urls::Urls,
    web,
};
use tower::ServiceExt;

use super::{
    checks,
    samples::{extremes, samples},
};
use crate::instance::{Database, Engine, on_each_engine};

on_each_engine!(
    a_network_says_its_own_words_in_the_readers_language,
    the_pages_that_every_site_has_are_there_and_say_what_is_to_be_completed,
    a_logo_is_shown_and_can_do_no_harm,
    every_city_of_a_search_is_on_the_map_and_in_the_list_with_the_same_count,
    an_odd_address_of_a_map_is_a_map_all_the_same,
    a_map_without_a_case_leads_to_the_nearest_maps_with_one,
    a_map_leads_from_the_world_to_every_single_city,
    what_editors_chose_stands_first,
    all_styles_are_on_one_page,
);

const NOW: i64 = 1_763_700_000_000;

struct Site {
    state: State,
    router: Router,
    publisher: Publisher,
    _database: Database,
}

impl Site {
    async fn new(engine: Engine, change: impl FnOnce(&mut Config)) -> Site {
        let database = Database::new(engine).await;
        let db = Db::open(&database.url, 2).await.unwrap();
        let urls = Urls::new("https://cases.alliance.example");
        let plan = Plan {
            urls: urls.clone(),
            slug: "alliance".into(),
            name: "Alliance".into(),
            description: String::new(),
        };
        let keys = || Keys { private: String::new(), public: String::new() };
        let actors = instance::prepare(&db, &plan, NOW, keys).await.unwrap();
        let actor = actors.iter().find(|actor| actor.handle == "alliance").unwrap().uri.clone();
        let mut config = Config::default();
        (config.network.slug, config.network.name) = ("alliance".into(), "Alliance".into());
        change(&mut config);
        let state = State {
            db,
            config: Arc::new(config.checked().unwrap()),
            urls: urls.clone(),
            clock: Clock::fixed(NOW),
            texts: Arc::new(Texts::embedded()),
            wake: Arc::new(Wake::default()),
            pages: Arc::default(),
            doorbell: Arc::default(),
            organisation: Arc::default(),
            scout: Arc::default(),
            loading: Arc::default(),
            vault: Arc::new(kontor::media::Vault::of(&Config::default())),
            compose: kontor::federation::outbox::compose,
        };
        let router = web::routes().fallback(web::error::missing).with_state(state.clone());
        Site { state, router, publisher: Publisher { urls, actor }, _database: database }
    }

    async fn filled(engine: Engine) -> Site {
        let site = Site::new(engine, |_| {}).await;
        let all: Vec<CaseStudy> = samples().into_iter().chain(extremes()).collect();
        for case in all {
            let (db, by) = (&site.state.db, &site.publisher);
            publish::put(db, by, &Who::CommandLine, case, NOW).await.unwrap();
        }
        site
    }

    async fn get(&self, path: &str) -> (StatusCode, HeaderMap, String) {
        let request = Request::get(path).body(Body::empty()).unwrap();
        let (parts, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        (parts.status, parts.headers, String::from_utf8_lossy(&body).into_owned())
    }

    /// A page that must be there and be sound.
    async fn page(&self, path: &str) -> String {
        let (status, _, body) = self.get(path).await;
        assert_eq!(status, StatusCode::OK, "{path}");
        checks::page(path, &body);
        body
    }
}

fn write(folder: &Path, files: &[(&str, &str)]) {
    for (name, text) in files {
        fs::write(folder.join(name), text).unwrap();
    }
}

async fn a_network_says_its_own_words_in_the_readers_language(engine: Engine) {
    let folder = tempfile::tempdir().unwrap();
    write(
        folder.path(),
        &[
            (
                "20-about.md",
                "# Who we are\n\nA *network*. [Cases](/cases), [mail](mailto:us@alliance.example).",
            ),
            ("20-about.de.md", "# Wer wir sind\n\nEin Netzwerk."),
            (
                "10-join.md",
                "# Join us\n\n## How\n\n<script>alert(1)</script> [x](javascript:alert(1))",
            ),
            ("imprint.md", "# Imprint of the Alliance\n\nMain Street 1"),
        ],
    );
    let site = Site::new(engine, |config| {
        config.network.pages = folder.path().to_owned();
        config.network.footer = "Supported by the **Cities Fund**.".into();
    })
    .await;
    let about = site.page("/pages/about").await;
    assert!(about.contains("<h1 lang=\"en\" dir=\"ltr\">Who we are</h1>"));
    assert!(about.contains("<a href=\"/cases\" rel=\"noopener\">Cases</a>"));
    assert!(about.contains("href=\"mailto:us@alliance.example\""));
    assert!(about.contains("Supported by the <strong>Cities Fund</strong>."));
    assert!(site.page("/pages/about?lang=de").await.contains("Wer wir sind</h1>"));
    assert!(site.page("/pages/about?lang=fr").await.contains("Who we are</h1>"));
    let join = site.page("/pages/join").await;
    assert!(join.contains("<h2>How</h2>") && join.contains("&lt;script&gt;"), "{join}");
    let foot = join.split("<footer").nth(1).unwrap();
    let at = |text: &str| foot.find(text).unwrap_or_else(|| panic!("{text} in {foot}"));
    assert!(at("/pages/join") < at("/pages/about"), "in the order of the numbers");
    assert!(!foot.contains("/pages/imprint"), "it has its place already");
    let imprint = site.page("/imprint").await;
    assert!(imprint.contains("Imprint of the Alliance</h1>") && imprint.contains("Main Street 1"));
    assert!(!imprint.contains("class=\"notice\""));
    let (status, headers, _) = site.get("/pages/imprint").await;
    assert_eq!(
        (status, &headers["location"]),
        (StatusCode::PERMANENT_REDIRECT, &"/imprint".parse().unwrap())
    );
    for path in ["/pages/nothing", "/pages/..%2f..%2fetc%2fpasswd", "/pages/about.de"] {
        assert_eq!(site.get(path).await.0, StatusCode::NOT_FOUND, "{path}");
    }
}

async fn the_pages_that_every_site_has_are_there_and_say_what_is_to_be_completed(engine: Engine) {
    let site = Site::new(engine, |_| {}).await;
    let home = site.page("/").await;
    for path in ["/imprint", "/privacy", "/terms", "/accessibility"] {
        assert!(home.contains(&format!("href=\"{path}\"")), "{path}");
        for locale in Locale::ALL {
            let html = site.page(&format!("{path}?lang={}", locale.tag())).await;
            assert!(!html.contains("**"), "{path} in {locale:?} has Markdown left");
        }
        let html = site.page(path).await;
        let file = format!("pages{path}.md");
        assert!(html.contains("class=\"notice\"") && html.contains(&file), "{path}");
        assert!(html.contains("<strong>["), "{path} marks what is open");
    }
    assert!(site.page("/imprint").await.contains("@alliance@cases.alliance.example"));
    assert!(site.page("/privacy").await.contains("No cookies"));
}

async fn a_logo_is_shown_and_can_do_no_harm(engine: Engine) {
    let folder = tempfile::tempdir().unwrap();
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
    write(folder.path(), &[("logo.svg", svg)]);
    let site =
        Site::new(engine, |config| config.network.logo = Some(folder.path().join("logo.svg")))
            .await;
    let home = site.page("/").await;
    let address = home.split("class=\"logo\" src=\"").nth(1).unwrap().split('"').next().unwrap();
    let (status, headers, body) = site.get(address).await;
    assert_eq!((status, body.as_str()), (StatusCode::OK, svg));
    assert_eq!(headers["content-type"], "image/svg+xml");
    assert_eq!(headers["x-content-type-options"], "nosniff");
    let policy = headers["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("default-src 'none'") && policy.contains("sandbox"), "{policy}");
    assert_eq!(site.get("/logo/another.svg").await.0, StatusCode::NOT_FOUND);
}

/// What a text holds between two marks, as often as it does.
fn between<'a>(html: &'a str, start: &str, end: &str) -> Vec<&'a str> {
    html.split(start).skip(1).filter_map(|rest| rest.split(end).next()).collect()
}

/// The list beside the map: address and count of each city.
fn listed(html: &str) -> Vec<(String, i64)> {
    let list = html.split("class=\"places\"").nth(1).unwrap().split("</section>").next().unwrap();
    let rows = between(list, "<li>", "</li>").into_iter().map(|row| {
        let count = between(row, "class=\"count\">", "<")[0].replace(',', "");
        (between(row, "href=\"", "\"")[0].replace("&#38;", "&"), count.parse().unwrap())
    });
    rows.collect()
}

async fn every_city_of_a_search_is_on_the_map_and_in_the_list_with_the_same_count(engine: Engine) {
    let site = Site::filled(engine).await;
    for query in ["", "&topic=mobility", "&country=DK", "&q=water", "&city=dk-copenhagen"] {
        let html = site.page(&format!("/cases?view=map&zoom=world&places=all{query}")).await;
        let list = listed(&html);
        assert!(!list.is_empty(), "{query}");
        let titles = between(&html, "<title>", "</title>");
        // The first is the page's own.
        let pinned: i64 = titles[1..]
            .iter()
            .map(|title| {
                let count = title.split(" case").next().unwrap();
                count.rsplit(' ').next().unwrap().replace(',', "").parse::<i64>().unwrap()
            })
            .sum();
        assert_eq!(pinned, list.iter().map(|(_, count)| count).sum::<i64>(), "{query}");
        for (address, count) in list.iter().take(8) {
            let found = site.page(address).await;
            let words = if *count == 1 { "1 case<".to_owned() } else { format!("{count} cases<") };
            assert!(found.contains(&words), "{address}: {count}");
        }
    }
}

async fn an_odd_address_of_a_map_is_a_map_all_the_same(engine: Engine) {
    let site = Site::filled(engine).await;
    for odd in [
        "zoom=atlantis",
        "zoom=NaN,NaN,NaN",
        "zoom=1e999,0,5",
        "zoom=%22%3E%3Cscript%3E",
        "zoom=0,0,6,7",
        "zoom=-90,-180,0.1",
        "zoom=90,180,360",
        "zoom=%00",
        "places=none&zoom=&zoom=europe",
        "region=%3Cb%3E&zoom=europe",
        "q=%3Cscript%3E&zoom=world",
        "country=XX",
        "after=0.1.2&sort=title",
    ] {
        let html = site.page(&format!("/cases?view=map&{odd}")).await;
        let map = between(&html, "<svg class=\"world\"", "</svg>").concat();
        assert!(!html.contains("<script") && !map.contains("NaN"), "{odd}");
        assert!(html.contains("class=\"world\"") || html.contains("class=\"empty\""), "{odd}");
    }
}

async fn a_map_without_a_case_leads_to_the_nearest_maps_with_one(engine: Engine) {
    let site = Site::filled(engine).await;
    let html = site.page("/cases?view=map&topic=cycling&q=xyzzy").await;
    let empty = between(&html, "<div class=\"empty\">", "</div>").concat();
    let ways = between(&empty, "<li><a href=\"", "\"");
    assert!(ways.len() > 1, "{empty}");
    for way in ways {
        assert!(way.contains("view=map"), "{way}");
        let next = site.page(&way.replace("&amp;", "&").replace("&#38;", "&")).await;
        assert!(next.contains("class=\"world\""), "{way}");
    }
}

async fn a_map_leads_from_the_world_to_every_single_city(engine: Engine) {
    let site = Site::filled(engine).await;
    let mut open = vec!["/cases?view=map&zoom=world".to_owned()];
    let (mut seen, mut cities) = (Vec::new(), std::collections::BTreeSet::new());
    while let Some(address) = open.pop() {
        if seen.contains(&address) {
            continue;
        }
        let html = site.page(&address).await;
        let drawing = html.split("class=\"world\"").nth(1).unwrap();
        let drawing = drawing.split("</svg>").next().unwrap();
        for link in between(drawing, "<a href=\"", "\"") {
            let link = link.replace("&#38;", "&");
            match link.contains("view=map") {
                true => open.push(link),
                false => cities.extend(
                    link.split(['?', '&'])
                        .filter(|pair| pair.starts_with("city="))
                        .map(str::to_owned),
                ),
            }
        }
        seen.push(address);
        assert!(seen.len() < 400, "it goes on and on");
    }
    let world = site.page("/cases?view=map&zoom=world&places=all").await;
    for (address, _) in listed(&world) {
        let city = address.split("city=").nth(1).unwrap();
        assert!(cities.contains(&format!("city={city}")), "{city} is on no map");
    }
}

async fn what_editors_chose_stands_first(engine: Engine) {
    let site = Site::filled(engine).await;
    let key = samples()[30].id.clone();
    let before = site.page("/").await;
    assert!(!before.contains("id=\"featured\""));
    assert!(before.contains("class=\"world\"") && before.contains("href=\"/regions/europe\""));
    feature::set(&site.state.db, &Who::CommandLine, &key, true, NOW).await.unwrap();
    let after = site.page("/").await;
    let chosen = after.split("id=\"featured\"").nth(1).unwrap();
    let chosen = chosen.split("</section>").next().unwrap();
    assert_eq!(chosen.matches("class=\"card\"").count(), 1);
}

async fn all_styles_are_on_one_page(engine: Engine) {
    let site = Site::filled(engine).await;
    for locale in Locale::ALL {
        let html = site.page(&format!("/style?lang={}", locale.tag())).await;
        for class in
            ["card", "chip on", "facts", "field", "notice", "tabs", "table", "dialog", "pages"]
        {
            assert!(html.contains(&format!("class=\"{class}\"")), "{class}");
        }
        assert!(html.contains("name=\"robots\" content=\"noindex\""));
    }
}

#[test]
fn the_style_sheet_is_small_when_packed() {
    let sheet = web::assets::all().find(|(path, _)| path.contains("/kontor-")).unwrap().1;
    assert!(sheet.len() < 60_000, "{} bytes", sheet.len());
}
