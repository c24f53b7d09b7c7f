//! An instance in which every kind of page has something to show.

use std::fs;

use kontor::{
    app::{
        access::Who,
        feature, person,
        receive::{self, ForeignCase},
    },
    config::{Config, Registration},
    domain::{
        case_study::{CaseStudy, parse},
        comment::CommentState,
        network::PeerStanding,
        profile::Profile,
    },
    store::{comments, harvest, peers},
};

use crate::{
    common::{extreme_records, sample_records},
    instance::{Engine, Instance},
    kinds,
};

/// The case that has revisions, translations and comments.
pub const TALKED_OF: &str = "copenhagen-cloudburst-plan";
const WITHDRAWN: &str = "pontevedra-ciudad-peatonal";

pub struct Scene {
    pub instance: Instance,
    _own_pages: tempfile::TempDir,
}

/// Titles that break layouts: one word without an end, and both directions in one line.
fn unwieldy() -> Vec<CaseStudy> {
    let mut endless = parse(&sample_records()[1]).unwrap();
    (endless.id, endless.slug) = ("endless".into(), "endless".into());
    endless.translations.clear();
    endless.title = "Donaudampfschifffahrtsgesellschaft".repeat(8)[..247].to_owned();
    let mut mixed = parse(&sample_records()[2]).unwrap();
    (mixed.id, mixed.slug) = ("mixed".into(), "mixed".into());
    mixed.translations.clear();
    mixed.title = "حديقة <b>Tempelhof</b> (2014) — 公園 🌳 =1+1".to_owned();
    vec![endless, mixed]
}

/// The cases that are hardest to show.
pub fn extremes() -> Vec<CaseStudy> {
    let read = extreme_records().iter().map(|record| parse(record).unwrap()).collect::<Vec<_>>();
    read.into_iter().chain(unwieldy()).collect()
}

impl Scene {
    pub async fn new() -> Scene {
        Self::with(|_| {}).await
    }

    /// With these settings changed.
    pub async fn with(change: impl FnOnce(&mut Config)) -> Scene {
        let own_pages = tempfile::tempdir().unwrap();
        let about =
            "# Who we are\n\nA *network*, and [its cases](/cases).\n\n## More\n\n1. One\n2. Two";
        fs::write(own_pages.path().join("10-about.md"), about).unwrap();
        let instance = Instance::start_with(Engine::Sqlite, "metropolis", |config| {
            config.limits.page_requests_per_address_per_minute = 1_000_000;
            config.network.pages = own_pages.path().to_owned();
            config.network.footer = "Supported by the **Cities Fund**.".into();
            config.comments.most_shown = 3;
            config.accounts.registration = Registration::Open;
            config.accounts.password_memory_kib = 64;
            change(config);
        })
        .await;
        let samples = sample_records();
        instance.import(samples.iter().map(|record| parse(record).unwrap())).await;
        instance.import(extremes()).await;
        let scene = Scene { instance, _own_pages: own_pages };
        scene.revised().await;
        // Harvesters are told that a case is gone only if they were told of it.
        let (db, now) = (&scene.instance.state.db, scene.instance.now());
        harvest::catch_up(db, now).await.unwrap();
        scene.instance.withdraw(WITHDRAWN).await;
        scene.chosen().await;
        scene.people().await;
        scene.partner_shares().await;
        scene.talked_of().await;
        scene
    }

    /// Every kind of page as an address without a language.
    pub fn kinds(&self) -> Vec<String> {
        let mut kinds = kinds::addresses(TALKED_OF);
        let more = [
            "/data/api",
            "/pages/about",
            "/@ana",
            "/networks/suggest?about=c40",
            "/cases/lagos-partner@cases.eurocities.example",
            "/cases/edge-maximal",
            "/cases/edge-markup",
            "/cases?view=map&region=europe",
            "/cases?q=a&view=table&sort=city",
            "/cases/nothing-here",
            "/login",
            "/register",
            "/password/forgotten",
            "/alerts/end?key=never",
            "/digests/confirm?key=never",
            "/contact/confirm?key=never",
            "/contact/thread?key=never",
        ];
        kinds.extend(more.map(str::to_owned));
        kinds.push(format!("/cases/{WITHDRAWN}"));
        kinds
    }

    async fn revised(&self) {
        let mut case = self.instance.own(TALKED_OF).await.case;
        case.title = case.title.replace("Cloudburst", "Downpour");
        case.sections.0[0].1.push_str("\n\nIn 2025 it rained again.");
        self.instance.update(case).await;
    }

    async fn chosen(&self) {
        let (db, now) = (&self.instance.state.db, self.instance.now());
        let key = sample_records()[3]["id"].as_str().unwrap().to_owned();
        feature::set(db, &Who::CommandLine, &key, true, now).await.unwrap();
    }

    async fn people(&self) {
        let (db, urls, now) =
            (&self.instance.state.db, &self.instance.state.urls, self.instance.now());
        for (handle, name, role, city) in [
            ("ana", "Ana Þórsdóttir", "practitioner", "Medellín, CO"),
            ("layla", "ليلى حداد", "politician", "Amman, JO"),
        ] {
            let profile = Profile {
                role: Some(role.into()),
                city: Some(city.into()),
                network: Some("Metropolis".into()),
                languages: vec!["es".into(), "ar".into()],
                topics: vec!["cycling".into()],
                discoverable: true,
                ..Profile::default()
            };
            let described = person::Described {
                name: Some(name.into()),
                summary: Some("Plants <trees>.\n\nAnd waters them.".into()),
                profile: Some(profile),
            };
            person::add(db, urls, &Who::CommandLine, handle, described, now).await.unwrap();
        }
    }

    async fn partner_shares(&self) {
        self.shared("cases.eurocities.example", "lagos-partner", PeerStanding::Trusted).await;
    }

    /// A case that somebody else sends.
    pub async fn shared(&self, host: &str, slug: &str, standing: PeerStanding) {
        let mut case = parse(&sample_records()[4]).unwrap();
        (case.id, case.slug) = (slug.into(), slug.into());
        case.source_network = "eurocities".into();
        let now = self.instance.now();
        let foreign = ForeignCase {
            uri: format!("https://{host}/o/1"),
            actor: format!("https://{host}/a/1"),
            host: host.into(),
            page_url: Some(format!("https://{host}/cases/{slug}")),
            published: now,
            updated: now,
            case,
            foreign_keys: None,
            document: "{}".into(),
        };
        let mut tx = self.instance.state.db.begin().await.unwrap();
        peers::ensure(&mut tx, host, now).await.unwrap();
        peers::set_standing(&mut tx, host, standing, "decided").await.unwrap();
        receive::case(&mut tx, foreign, None, now).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Comments on two pages, one that answers another, one behind a warning.
    async fn talked_of(&self) {
        let case = self.instance.own(TALKED_OF).await;
        let mut tx = self.instance.state.db.begin().await.unwrap();
        for n in 1..=4 {
            let answers = n == 2;
            let comment = comments::Comment {
                num: 0,
                uri: format!("https://a.example/c/{n}"),
                local: false,
                actor: "https://a.example/ana".into(),
                host: "a.example".into(),
                root: Some(case.uri.clone()),
                parent: Some(if answers {
                    "https://a.example/c/1".into()
                } else {
                    case.uri.clone()
                }),
                depth: if answers { 2 } else { 1 },
                state: CommentState::Shown,
                silenced: false,
                language: (n == 3).then(|| "ar".to_owned()),
                warning: if n == 3 { "عن المال".into() } else { String::new() },
                page_url: Some(format!("https://a.example/@ana/{n}")),
                published_at: n,
                updated_at: n,
                received_at: n,
                source: None,
                html: format!("<p>Comment number {n}, with <em>words</em>.</p>"),
            };
            comments::save(&mut tx, &comment).await.unwrap();
        }
        tx.commit().await.unwrap();
    }
}
