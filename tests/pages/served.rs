//! Pages through the real router with a real database.

use std::sync::Arc;

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode, header},
};
use http_body_util::BodyExt;
use kontor::{
    app::{
        access::Who,
        instance::{self, Keys, Plan},
        publish::{self, Publisher},
        receive::{self, ForeignCase},
    },
    clock::Clock,
    config::Config,
    domain::network::PeerStanding,
    i18n::Texts,
    state::{State, Wake},
    store::{
        Db, Tx, follows, peers,
        remote_actors::{self, RemoteActor},
    },
    urls::Urls,
    web,
};
use tower::ServiceExt;

use super::{checks, samples::samples};
use crate::instance::{Database, Engine, on_each_engine};

on_each_engine!(
    an_empty_instance_says_what_to_do_next,
    an_instance_without_a_name_is_called_by_the_program,
    every_page_links_to_the_source_of_the_program,
    every_page_of_the_samples_is_served,
    the_address_decides_the_language_before_the_browser_does,
    the_feed_is_paged_without_repeats_or_gaps,
    a_search_finds_words_without_their_accents_and_counts_what_is_left,
    a_subtopic_below_a_chosen_topic_narrows_the_search,
    a_search_that_finds_nothing_leads_to_the_nearest_that_do,
    a_table_is_paged_and_sorted_like_the_list,
    odd_addresses_get_an_answer_and_no_failure,
    what_a_browser_has_already_is_not_sent_again,
    everything_a_page_loads_is_there_for_ever,
    a_withdrawn_case_says_why_it_is_gone,
    a_partners_case_has_its_page_here_and_names_its_origin,
);

pub const NOW: i64 = 1_763_700_000_000;

pub struct Site {
    pub state: State,
    pub router: Router,
    pub publisher: Publisher,
    _database: Database,
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Site {
    pub async fn new(engine: Engine) -> Site {
        let database = Database::new(engine).await;
        let db = Db::open(&database.url, 2).await.unwrap();
        let urls = Urls::new("https://cases.metropolis.example");
        let plan = Plan {
            urls: urls.clone(),
            slug: "metropolis".into(),
            name: "Metropolis".into(),
            description: String::new(),
        };
        let keys = || Keys { private: String::new(), public: String::new() };
        let actors = instance::prepare(&db, &plan, NOW, keys).await.unwrap();
        let actor = actors.iter().find(|actor| actor.handle == "metropolis").unwrap().uri.clone();
        let mut config = Config::default();
        (config.network.slug, config.network.name) = ("metropolis".into(), "Metropolis".into());
        let state = State {
            db,
            config: Arc::new(config),
            urls: urls.clone(),
            clock: Clock::fixed(NOW),
            texts: Arc::new(Texts::embedded()),
            wake: Arc::new(Wake::default()),
            pages: Arc::default(),
            compose: kontor::federation::outbox::compose,
            doorbell: Arc::default(),
            organisation: Arc::default(),
            scout: Arc::default(),
            loading: Arc::default(),
            vault: Arc::new(kontor::media::Vault::of(&Config::default())),
        };
        let router = web::routes().fallback(web::error::missing).with_state(state.clone());
        Site { state, router, publisher: Publisher { urls, actor }, _database: database }
    }

    /// With every sample published by this instance.
    pub async fn filled(engine: Engine) -> Site {
        let site = Site::new(engine).await;
        for case in samples() {
            publish::put(&site.state.db, &site.publisher, &Who::CommandLine, case, NOW)
                .await
                .unwrap();
        }
        site
    }

    async fn get_with(&self, path: &str, headers: &[(header::HeaderName, &str)]) -> Answer {
        let mut request = Request::get(path);
        for (name, value) in headers {
            request = request.header(name, *value);
        }
        let response =
            self.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8_lossy(&body).into_owned(),
        }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.get_with(path, &[]).await
    }

    /// A page that must be there and be sound.
    pub async fn page(&self, path: &str) -> String {
        let answer = self.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        checks::page(path, &answer.body);
        answer.body
    }
}

async fn the_address_decides_the_language_before_the_browser_does(engine: Engine) {
    let site = Site::filled(engine).await;
    let spoken = async |path: &str, wanted: &str| {
        let answer = site.get_with(path, &[(header::ACCEPT_LANGUAGE, wanted)]).await;
        assert!(answer.headers.get(header::SET_COOKIE).is_none(), "{path} sets a cookie");
        let vary = answer.headers.get_all(header::VARY).iter();
        let vary: Vec<_> = vary.map(|value| value.to_str().unwrap().to_lowercase()).collect();
        assert!(vary.iter().any(|value| value.contains("accept-language")), "{path} {vary:?}");
        let tag = answer.body.split("<html lang=\"").nth(1).unwrap().split('"').next().unwrap();
        tag.to_owned()
    };
    for path in ["/", "/cases", "/networks", "/networks/metropolis", "/nothing-here"] {
        assert_eq!(spoken(&format!("{path}?lang=ko"), "ar, en").await, "ko", "{path}");
        assert_eq!(spoken(path, "zh-TW, en;q=0.8").await, "zh", "{path}");
        assert_eq!(spoken(path, "ar-EG").await, "ar", "{path}");
        assert_eq!(spoken(path, "sv, fi").await, "en", "{path}");
        assert_eq!(spoken(&format!("{path}?lang=tlh"), "ja").await, "ja", "{path}");
    }
}

async fn an_empty_instance_says_what_to_do_next(engine: Engine) {
    let site = Site::new(engine).await;
    assert!(site.page("/").await.contains("kontor import"));
    assert!(site.page("/cases").await.contains("There are no case studies in this feed yet."));
    site.page("/networks").await;
    site.page("/networks/metropolis").await;
}

async fn an_instance_without_a_name_is_called_by_the_program(engine: Engine) {
    let mut site = Site::new(engine).await;
    site.state.config = Arc::new(Config::default());
    site.router = web::routes().with_state(site.state.clone());
    assert!(site.page("/").await.contains("<title>Kontor – What works in cities"));
}

async fn every_page_links_to_the_source_of_the_program(engine: Engine) {
    let mut site = Site::new(engine).await;
    let licence = "https://www.gnu.org/licenses/agpl-3.0.html";
    let package = env!("CARGO_PKG_REPOSITORY");
    let source = if package.is_empty() { licence } else { package };
    assert!(site.page("/cases").await.contains(&format!("<a href=\"{source}\"")));
    let mut config = Config::default();
    config.network.source_url = "https://code.example/changed".into();
    site.state.config = Arc::new(config);
    // Settings change with the process, and so does what it keeps.
    site.state.pages = Arc::default();
    site.router = web::routes().with_state(site.state.clone());
    assert!(site.page("/cases").await.contains("<a href=\"https://code.example/changed\""));
}

async fn every_page_of_the_samples_is_served(engine: Engine) {
    let site = Site::filled(engine).await;
    let home = site.page("/").await;
    assert!(home.contains("<dt>case studies</dt><dd>40</dd>"));
    for case in samples() {
        let page = site.page(&format!("/cases/{}", case.slug)).await;
        assert!(page.contains(&format!("lang=\"{}\"", case.language.id())), "{}", case.id);
    }
    for slug in ["metropolis", "eurocities", "c40", "uclg"] {
        site.page(&format!("/networks/{slug}")).await;
    }
    assert_eq!(site.get("/networks/atlantis").await.status, StatusCode::NOT_FOUND);
}

async fn the_feed_is_paged_without_repeats_or_gaps(engine: Engine) {
    let site = Site::filled(engine).await;
    let first = site.page("/cases").await;
    let next =
        first.split("rel=\"next\" href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let second = site.page(&next.replace("&#38;", "&")).await;
    for case in samples() {
        let link = format!("href=\"/cases/{}\"", case.slug);
        let times = first.matches(&link).count() + second.matches(&link).count();
        assert_eq!(times, 1, "{}", case.id);
    }
    assert!(second.contains("Back to the first"));
}

async fn a_search_finds_words_without_their_accents_and_counts_what_is_left(engine: Engine) {
    let site = Site::filled(engine).await;
    let found = site.page("/cases?q=medellin").await;
    assert!(
        found.contains("<strong>1 case</strong>")
            && found.contains("Metrocable de <mark>Medellín</mark>")
    );
    let both = site.page("/cases?sdg=6&sdg=13&country=DK").await;
    assert!(both.contains("2 cases"));
    let city = site.page("/cases?city=dk-copenhagen").await;
    assert!(city.contains("<bdi>Copenhagen</bdi></a></li>"));
}

async fn a_subtopic_below_a_chosen_topic_narrows_the_search(engine: Engine) {
    let site = Site::filled(engine).await;
    let answer = site.get("/cases?topic=mobility&topic=cycling&topic=water&q=a&lang=de").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let address = answer.headers[header::LOCATION].to_str().unwrap();
    assert_eq!(address, "/cases?q=a&topic=cycling&topic=water&lang=de");
    site.page(address).await;
}

async fn a_search_that_finds_nothing_leads_to_the_nearest_that_do(engine: Engine) {
    let site = Site::filled(engine).await;
    // One condition less.
    let html = site.page("/cases?q=unfindable&sdg=5").await;
    assert!(html.contains("href=\"/cases?sdg=5\">Without “unfindable”</a>"), "{html}");
    // Of several words only the odd one.
    let html = site.page("/cases?q=copenhagen+unfindable&view=table").await;
    assert!(html.contains("href=\"/cases?q=copenhagen&#38;view=table\">Without “unfindable”</a>"));
    // A slip.
    let html = site.page("/cases?q=Copenhagn").await;
    assert!(html.contains("href=\"/cases?q=Copenhagen\">With “Copenhagen” instead</a>"));
    // Two conditions that nothing meets: each alone, most cases first.
    let html = site.page("/cases?q=unfindable&country=DK&network=nobody&topic=mobility").await;
    let (topic, country) = (html.find("Only Mobility"), html.find("Only Denmark"));
    assert!(topic.unwrap() < country.unwrap(), "{html}");
    // Nothing at all: the whole catalogue.
    let html = site.page("/cases?q=unfindable").await;
    assert!(html.contains("<li><a href=\"/cases\">See all cases</a></li>"));
    let html = site.page("/cases?after=0.0.0").await;
    assert!(html.contains("Back to the first"));
}

async fn a_table_is_paged_and_sorted_like_the_list(engine: Engine) {
    let site = Site::filled(engine).await;
    for round in 0..2 {
        for sort in ["year", "city", "title"] {
            let list = site.page(&format!("/cases?sort={sort}")).await;
            let table = site.page(&format!("/cases?sort={sort}&view=table")).await;
            let order = |html: &str| -> Vec<String> {
                let links = html.split("<a href=\"/cases/").skip(1);
                links.map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
            };
            let (list, table) = (order(&list), order(&table));
            assert_eq!((list.len(), table.len()), (24, samples().len()), "{round} {sort}");
            assert_eq!(list[..], table[..24], "{round} {sort}");
        }
        kontor::store::search::catch_up(&site.state.db).await.unwrap();
    }
}

async fn odd_addresses_get_an_answer_and_no_failure(engine: Engine) {
    let site = Site::filled(engine).await;
    for path in [
        "/cases?q=%00%ff%22%27*)(&sdg=999&sdg=x&after=zzz&sort=up&topic=%3Cb%3E",
        "/cases?q=%22&after=1.2.3",
        "/?lang=xx&lang=",
    ] {
        site.page(path).await;
    }
    for path in ["/cases/none", "/cases/..%2f..%2fetc", "/nowhere/at/all", "/cases/a@b@c"] {
        let answer = site.get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        checks::page(path, &answer.body);
        assert!(answer.body.contains("action=\"/cases\""), "a way on");
    }
    for path in ["/assets/nothing.css", "/plans/x.svg", "/accents/}.css"] {
        assert_eq!(site.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

async fn what_a_browser_has_already_is_not_sent_again(engine: Engine) {
    let site = Site::filled(engine).await;
    let first = site.get("/cases").await;
    let tag = first.headers[header::ETAG].to_str().unwrap().to_owned();
    let again = site.get_with("/cases", &[(header::IF_NONE_MATCH, &tag)]).await;
    assert_eq!((again.status, again.body.as_str()), (StatusCode::NOT_MODIFIED, ""));
    let other = site
        .get_with("/cases", &[(header::IF_NONE_MATCH, &tag), (header::ACCEPT_LANGUAGE, "de")])
        .await;
    assert_eq!(other.status, StatusCode::OK);
    assert_eq!(other.headers[header::CONTENT_LANGUAGE], "de");
    let policy = first.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
    assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"));
}

async fn everything_a_page_loads_is_there_for_ever(engine: Engine) {
    let site = Site::filled(engine).await;
    let mut wanted = Vec::new();
    for path in ["/", "/cases", "/cases/copenhagen-cloudburst-plan"] {
        let html = site.page(path).await;
        for mark in [" href=\"", " src=\""] {
            let found =
                html.split(mark).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned());
            wanted.extend(found.filter(|path| {
                ["/assets/", "/plans/", "/accents/"].iter().any(|start| path.starts_with(start))
            }));
        }
    }
    let theme = wanted.iter().find(|path| path.contains("theme")).unwrap().clone();
    let css = site.get(&theme).await.body;
    wanted.extend(css.split("url(").skip(1).map(|rest| rest.split(')').next().unwrap().to_owned()));
    assert!(wanted.len() > 30);
    for path in wanted {
        let answer = site.get(&path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert!(
            answer.headers[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"),
            "{path}"
        );
    }
}

async fn a_withdrawn_case_says_why_it_is_gone(engine: Engine) {
    let site = Site::filled(engine).await;
    let reason = "The <figures> were wrong.";
    publish::withdraw(&site.state.db, &Who::CommandLine, "pontevedra-ciudad-peatonal", reason, NOW)
        .await
        .unwrap();
    let answer = site.get("/cases/pontevedra-ciudad-peatonal").await;
    assert_eq!(answer.status, StatusCode::GONE);
    checks::page("gone", &answer.body);
    assert!(
        answer.body.contains("The &#60;figures&#62; were wrong.")
            && answer.body.contains("name=\"robots\" content=\"noindex\"")
    );
    assert!(
        !site
            .page("/cases?q=pontevedra")
            .await
            .contains("href=\"/cases/pontevedra-ciudad-peatonal\"")
    );
}

async fn a_partners_case_has_its_page_here_and_names_its_origin(engine: Engine) {
    let site = Site::new(engine).await;
    let case = samples().remove(0);
    let page_url = "https://cases.eurocities.example/cases/copenhagen-cloudburst-plan";
    let foreign = ForeignCase {
        uri: "https://cases.eurocities.example/o/1".into(),
        actor: "https://cases.eurocities.example/a/1".into(),
        host: "cases.eurocities.example".into(),
        page_url: Some(page_url.into()),
        published: case.editorial.published.unwrap(),
        updated: case.editorial.updated.unwrap(),
        case,
        foreign_keys: None,
        document: "{}".into(),
    };
    let mut tx = site.state.db.begin().await.unwrap();
    follow_eurocities(&mut tx).await;
    receive::case(&mut tx, foreign, None, NOW).await.unwrap();
    tx.commit().await.unwrap();
    let html = site.page("/cases/copenhagen-cloudburst-plan@cases.eurocities.example").await;
    assert!(html.contains(&format!("<link rel=\"canonical\" href=\"{page_url}\">")));
    assert!(html.contains(
        "type=\"application/activity+json\" href=\"https://cases.eurocities.example/o/1\""
    ));
    assert!(html.contains("because this site follows <bdi>cases.eurocities.example</bdi>"));
    assert!(
        site.page("/cases")
            .await
            .contains("href=\"/cases/copenhagen-cloudburst-plan@cases.eurocities.example\"")
    );
    let network = site.page("/networks/eurocities").await;
    assert!(
        network.contains("@eurocities@cases.eurocities.example")
            && network.contains("followed by this site")
    );
    assert!(
        network.contains("Cities &#60;together&#62;.")
            && network.contains("href=\"https://cases.eurocities.example\"")
    );
    assert!(site.page("/networks").await.contains("href=\"/networks/eurocities\""));
}

pub async fn follow_eurocities(tx: &mut Tx) {
    let host = "cases.eurocities.example";
    let actor = RemoteActor {
        uri: format!("https://{host}/a/1"),
        host: host.into(),
        kind: "Organization".into(),
        handle: "eurocities".into(),
        name: "Eurocities".into(),
        summary: "Cities <together>.".into(),
        inbox: format!("https://{host}/a/1/inbox"),
        shared_inbox: None,
        outbox: None,
        page_url: Some(format!("https://{host}/networks/eurocities")),
        key_id: format!("https://{host}/a/1#main-key"),
        public_key: String::new(),
        fetched_at: NOW,
        gone: false,
    };
    remote_actors::save(tx, &actor).await.unwrap();
    peers::ensure(tx, host, NOW).await.unwrap();
    peers::set_standing(tx, host, PeerStanding::Trusted, "followed").await.unwrap();
    let us = "https://cases.metropolis.example/a/1";
    let id = follows::want(tx, "01JD", us, host, host, NOW).await.unwrap();
    follows::asked_now(
        tx,
        &id,
        &actor.uri,
        host,
        &actor.inbox,
        "https://cases.metropolis.example/activities/1",
    )
    .await
    .unwrap();
    follows::accepted(tx, &id, NOW).await.unwrap();
}
