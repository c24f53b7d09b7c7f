//! One case over the real server: its revisions, addresses, languages, relatives and comments.

use kontor::{
    app::{
        access::Who,
        publish,
        receive::{self, ForeignCase},
    },
    domain::{case_study::CaseStudy, comment::CommentState, network::PeerStanding},
    store::{cases::StoredCase, comments, peers},
};

use super::{
    checks,
    samples::{extremes, samples},
};
use crate::instance::{Engine, Instance, on_each_engine};

on_each_engine!(
    a_revision_keeps_its_address_and_the_history_tells_what_changed,
    the_history_of_the_most_difficult_cases_is_sound,
    old_addresses_lead_to_the_new_one,
    a_partners_case_keeps_its_addresses_and_says_when_it_is_gone,
    a_withdrawn_case_names_others_that_are_like_it,
    related_cases_say_why_they_are_there,
    the_language_of_a_case_is_chosen_in_its_address,
    comments_beyond_the_first_page_are_on_a_second,
);

/// A reader without a browser: follows nothing by itself.
pub struct Visitor(pub reqwest::Client);

pub struct Seen {
    pub status: u16,
    pub headers: reqwest::header::HeaderMap,
    pub body: String,
}

impl Visitor {
    pub fn new() -> Self {
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none());
        Visitor(client.build().unwrap())
    }

    pub async fn get(&self, site: &Instance, path: &str) -> Seen {
        self.get_in(site, path, "en").await
    }

    async fn get_in(&self, site: &Instance, path: &str, language: &str) -> Seen {
        let request = self.0.get(format!("{}{path}", site.origin()));
        Seen::of(request.header("accept-language", language).send().await.unwrap()).await
    }

    /// A page that must be there and be sound.
    pub async fn page(&self, site: &Instance, path: &str) -> String {
        let seen = self.get(site, path).await;
        assert_eq!(seen.status, 200, "{path}");
        checks::page(path, &seen.body);
        seen.body
    }
}

impl Seen {
    pub async fn of(response: reqwest::Response) -> Seen {
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Seen { status, headers, body: response.text().await.unwrap() }
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

async fn site(engine: Engine) -> Instance {
    Instance::start_with(engine, "metropolis", |config| {
        config.limits.page_requests_per_address_per_minute = 100_000;
        config.comments.most_shown = 3;
    })
    .await
}

async fn filled(engine: Engine) -> Instance {
    let site = site(engine).await;
    site.import(samples()).await;
    site
}

/// Samples and extremes; what a site has of them, as the public sees it.
pub async fn everything(engine: Engine) -> (Instance, Vec<StoredCase>) {
    let site = filled(engine).await;
    site.import(extremes()).await;
    let all = site.shown().await;
    assert!(all.len() > samples().len());
    (site, all)
}

fn copenhagen() -> CaseStudy {
    samples().into_iter().find(|case| case.id == "copenhagen-cloudburst-plan").unwrap()
}

async fn a_revision_keeps_its_address_and_the_history_tells_what_changed(engine: Engine) {
    let site = filled(engine).await;
    let visitor = Visitor::new();
    let before = copenhagen();
    let mut after = before.clone();
    after.title = before.title.replace("Cloudburst", "Downpour");
    after.sections.0[0].1.push_str("\n\nIn 2025 it <b>rained</b> again.");
    site.update(after.clone()).await;
    let history = visitor.page(&site, &format!("/cases/{}/history", before.slug)).await;
    assert!(history.contains("Revision 2</a>") && history.contains("Revision 1</a>"));
    assert!(history.contains("<del><span class=\"vh\">Taken out: </span>Cloudburst</del>"));
    assert!(history.contains("<ins><span class=\"vh\">Put in: </span>Downpour</ins>"));
    assert!(history.contains("&#60;b&#62;rained&#60;/b&#62;"));
    assert!(history.contains("name=\"robots\" content=\"noindex\""));

    let old = visitor.page(&site, &format!("/cases/{}/revisions/1", before.slug)).await;
    assert!(old.contains("Cloudburst Management Plan") && !old.contains("Downpour"));
    assert!(old.contains("This is revision 1 of") && old.contains("The newest is revision 2."));
    assert!(old.contains("content=\"noindex\""));
    let canonical =
        format!("<link rel=\"canonical\" href=\"{}/cases/{}\">", site.origin(), before.slug);
    assert!(old.contains(&canonical));
    let newest = visitor.page(&site, &format!("/cases/{}/revisions/2", before.slug)).await;
    assert!(newest.contains("the newest."));
    for nothing in ["0", "3", "x", "-1", "99999999999999999999"] {
        let seen = visitor.get(&site, &format!("/cases/{}/revisions/{nothing}", before.slug)).await;
        assert_eq!(seen.status, 404, "{nothing}");
    }
    site.withdraw(&before.id).await;
    for part in ["history", "revisions/1"] {
        let seen = visitor.get(&site, &format!("/cases/{}/{part}", before.slug)).await;
        assert_eq!(seen.status, 410, "{part}");
    }
    assert_eq!(visitor.get(&site, &format!("/cases/{}.bib", before.slug)).await.status, 410);
    site.stop().await;
}

async fn the_history_of_the_most_difficult_cases_is_sound(engine: Engine) {
    let (site, all) = everything(engine).await;
    let visitor = Visitor::new();
    let mut told = 0;
    for StoredCase { case, page, revision, .. } in all {
        let mut changed = case.clone();
        changed.title = changed.title.chars().rev().collect();
        changed.summary = format!("{} {}", "<i>", changed.summary).chars().take(590).collect();
        for (_, text) in &mut changed.sections.0 {
            *text = text.chars().rev().collect();
        }
        changed.topics.truncate(1);
        changed.actors.reverse();
        let (db, now) = (&site.state.db, site.now());
        if publish::update(db, &Who::CommandLine, changed, now).await.is_err() {
            continue;
        }
        told += 1;
        let began = std::time::Instant::now();
        let seen = visitor.get(&site, &format!("/cases/{page}/history")).await;
        assert_eq!(seen.status, 200, "{page}");
        // A text that was turned round may look like one of our templates.
        let html = seen.body.replace("{{", "((");
        checks::page(&page, &html);
        assert!(html.contains("<ins>") && html.contains("<del>"), "{page}");
        assert!(began.elapsed().as_secs() < 5, "{page} took {:?}", began.elapsed());
        visitor.page(&site, &format!("/cases/{page}/revisions/{revision}")).await;
    }
    assert!(told > 40, "{told} could be changed so");
    site.stop().await;
}

async fn old_addresses_lead_to_the_new_one(engine: Engine) {
    let site = filled(engine).await;
    let visitor = Visitor::new();
    let mut case = copenhagen();
    let old = case.slug.clone();
    case.slug = "copenhagen-rain".into();
    site.update(case).await;
    for (part, query) in [
        ("", ""),
        ("/history", ""),
        ("/revisions/1", ""),
        (".bib", ""),
        (".csl.json", ""),
        ("", "?lang=de&in=en"),
    ] {
        let seen = visitor.get(&site, &format!("/cases/{old}{part}{query}")).await;
        assert_eq!(seen.status, 301, "{part}{query}");
        assert_eq!(seen.header("location"), format!("/cases/copenhagen-rain{part}{query}"));
        let location = seen.header("location").to_owned();
        assert_eq!(visitor.get(&site, &location).await.status, 200, "{location}");
    }
    let follow = visitor.get(&site, &format!("/follow?case={old}")).await;
    assert_eq!(follow.header("location"), "/follow?case=copenhagen-rain");
    site.stop().await;
}

async fn a_partners_case_keeps_its_addresses_and_says_when_it_is_gone(engine: Engine) {
    let site = site(engine).await;
    let visitor = Visitor::new();
    let host = "cases.eurocities.example";
    let uri = format!("https://{host}/o/1");
    let actor = format!("https://{host}/a/1");
    let now = site.now();
    let arrives = async |slug: &str, updated: i64| {
        let mut case = copenhagen();
        case.slug = slug.to_owned();
        let foreign = ForeignCase {
            uri: uri.clone(),
            actor: actor.clone(),
            host: host.into(),
            page_url: None,
            published: now - 10_000,
            updated,
            case,
            foreign_keys: None,
            document: "{}".into(),
        };
        let mut tx = site.state.db.begin().await.unwrap();
        peers::ensure(&mut tx, host, now).await.unwrap();
        peers::set_standing(&mut tx, host, PeerStanding::Trusted, "test").await.unwrap();
        receive::case(&mut tx, foreign, None, now).await.unwrap();
        tx.commit().await.unwrap();
    };
    arrives("old-name", now - 9_000).await;
    let old = format!("/cases/old-name@{host}");
    let html = visitor.page(&site, &old).await;
    assert!(html.contains(&format!("<bdi dir=\"ltr\">{uri}</bdi>")), "cited at its origin");
    arrives("new-name", now - 8_000).await;
    let new = format!("/cases/new-name@{host}");
    let seen = visitor.get(&site, &old).await;
    assert_eq!((seen.status, seen.header("location")), (301, new.as_str()));
    visitor.page(&site, &format!("{new}/history")).await;
    let mut tx = site.state.db.begin().await.unwrap();
    receive::gone(&mut tx, &uri, &actor, now).await.unwrap();
    tx.commit().await.unwrap();
    for address in [old, new.clone(), format!("{new}/history"), format!("{new}.bib")] {
        let seen = visitor.get(&site, &address).await;
        assert_eq!(seen.status, 410, "{address}");
        checks::page(&address, &seen.body);
    }
    site.stop().await;
}

async fn a_withdrawn_case_names_others_that_are_like_it(engine: Engine) {
    let site = filled(engine).await;
    let visitor = Visitor::new();
    site.withdraw("copenhagen-cloudburst-plan").await;
    let seen = visitor.get(&site, "/cases/copenhagen-cloudburst-plan").await;
    assert_eq!(seen.status, 410);
    checks::page("gone", &seen.body);
    assert!(seen.body.contains("a mistake") && seen.body.contains("Perhaps read one of these"));
    assert!(seen.body.contains("Same topic"), "{}", seen.body);
    site.stop().await;
}

async fn related_cases_say_why_they_are_there(engine: Engine) {
    let site = filled(engine).await;
    let visitor = Visitor::new();
    let mut with = 0;
    for stored in site.shown().await {
        let html = visitor.page(&site, &format!("/cases/{}", stored.page)).await;
        let Some(kin) = html.split("<ul class=\"kin\">").nth(1) else { continue };
        let kin = kin.split("</ul>").next().unwrap();
        with += 1;
        assert!(!kin.contains(&format!("href=\"/cases/{}\"", stored.page)), "never itself");
        assert!(kin.matches("<li>").count() <= 6);
        for why in kin.split("<p class=\"soft small\">").skip(1) {
            let why = why.split("</p>").next().unwrap();
            let known = ["Same topic", "Also in", "Same target", "Named by the authors"];
            assert!(known.iter().any(|reason| why.contains(reason)), "{}: {why}", stored.page);
        }
    }
    assert!(with > 30, "{with} of the samples have relatives");
    // What is withdrawn is named no more.
    let html = visitor.page(&site, "/cases/copenhagen-cloudburst-plan").await;
    let kin = html.split("<ul class=\"kin\">").nth(1).unwrap().split("</ul>").next().unwrap();
    let first = kin.split("href=\"/cases/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let key = site.shown().await.into_iter().find(|stored| stored.page == first).unwrap().case.id;
    site.withdraw(&key).await;
    let html = visitor.page(&site, "/cases/copenhagen-cloudburst-plan").await;
    assert!(!html.contains(&format!("href=\"/cases/{first}\"")));
    site.stop().await;
}

async fn the_language_of_a_case_is_chosen_in_its_address(engine: Engine) {
    let site = filled(engine).await;
    let visitor = Visitor::new();
    let case = samples().into_iter().find(|case| case.id.contains("medellin")).unwrap();
    let path = format!("/cases/{}", case.slug);
    let english = visitor.get_in(&site, &path, "en").await.body;
    assert!(english.contains("<h1 lang=\"en\"") && english.contains("(original)"));
    let spanish = visitor.get_in(&site, &path, "es").await.body;
    assert!(spanish.contains("<h1 lang=\"es\""));
    let chosen = visitor.get_in(&site, &format!("{path}?in=es"), "en").await.body;
    assert!(chosen.contains("<h1 lang=\"es\"") && chosen.contains("<html lang=\"en\""));
    let chosen = visitor.get_in(&site, &format!("{path}?in=en"), "es").await.body;
    assert!(chosen.contains("<h1 lang=\"en\"") && chosen.contains("<html lang=\"es\""));
    let nonsense = visitor.get_in(&site, &format!("{path}?in=xx&in=%3Cb%3E"), "en").await;
    assert_eq!(nonsense.status, 200);
    site.stop().await;
}

async fn comments_beyond_the_first_page_are_on_a_second(engine: Engine) {
    let site = filled(engine).await;
    let visitor = Visitor::new();
    let case = site.own("copenhagen-cloudburst-plan").await;
    let mut tx = site.state.db.begin().await.unwrap();
    for n in 1..=7 {
        let comment = comments::Comment {
            num: 0,
            uri: format!("https://a.example/c/{n}"),
            local: false,
            actor: "https://a.example/ana".into(),
            host: "a.example".into(),
            root: Some(case.uri.clone()),
            // The fifth answers the first, which stands on the page before.
            parent: Some(if n == 5 { "https://a.example/c/1".into() } else { case.uri.clone() }),
            depth: if n == 5 { 2 } else { 1 },
            state: CommentState::Shown,
            silenced: false,
            language: None,
            warning: String::new(),
            page_url: None,
            published_at: n,
            updated_at: n,
            received_at: n,
            source: None,
            html: format!("<p>Comment number {n}.</p>"),
        };
        comments::save(&mut tx, &comment).await.unwrap();
    }
    tx.commit().await.unwrap();
    let mut path = format!("/cases/{}", case.page);
    let mut read = String::new();
    for page in 0..3 {
        let html = visitor.page(&site, &path).await;
        assert_eq!(html.contains("To the first comments"), page > 0);
        if page == 1 {
            assert!(html.contains("href=\"https://a.example/c/1\""), "the answered one is linked");
        }
        let next = html.split("\" rel=\"next\">Later comments").next().unwrap();
        let next = next.rsplit("href=\"").next().unwrap().to_owned();
        read.push_str(&html);
        match html.contains("Later comments") {
            true => path = next.split('#').next().unwrap().to_owned(),
            false => assert_eq!(page, 2),
        }
    }
    for n in 1..=7 {
        assert_eq!(read.matches(&format!("<p>Comment number {n}.</p>")).count(), 1, "{n}");
    }
    site.stop().await;
}
