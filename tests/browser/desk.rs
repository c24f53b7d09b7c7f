//! A case from its author's registration to the pages of partners, by the people it takes, in a real
//! browser with scripts and without.

use kontor::{
    app::{
        access::Who,
        account::{self, NewAccount},
    },
    config::Registration,
    domain::{account::Role, email::Email},
    store::Db,
};
use serde_json::{Value, json};

use super::tools::{faults, none};
use crate::instance::{Engine, Instance};

/// Instances of the tests have next to no cities; the author's is one that others share a name with.
pub async fn with_cities(site: &Instance) {
    const SQL: &str = "INSERT INTO city (geonameid, name, folded, country, admin1, lat, lon,
        population) VALUES
        (3674962, 'Medellín', 'medellin', 'CO', 'Antioquia', 6.25184, -75.56359, 1999979),
        (1701054, 'Medellin', 'medellin', 'PH', 'Central Visayas', 11.1286, 123.9622, 50047)
        ON CONFLICT DO NOTHING";
    let Db::Sqlite { writer, .. } = &site.state.db else { panic!("this test runs on SQLite") };
    sqlx::query(SQL).execute(writer).await.unwrap();
}

/// The link with which somebody chooses a first password.
async fn link(site: &Instance, handle: &str, role: Role) -> String {
    let new = NewAccount {
        email: Email::parse(&format!("{handle}@example.org")).unwrap(),
        handle: handle.to_owned(),
        name: handle.to_owned(),
        role,
        language: "en".into(),
    };
    let (db, urls) = (&site.state.db, &site.state.urls);
    let (_, key) = account::add(db, urls, &Who::CommandLine, new, site.now()).await.unwrap();
    format!("{}/password?key={key}", site.origin())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_person_writes_a_case_that_is_reviewed_published_shared_told_and_answered() {
    let site = Instance::start_with(Engine::Sqlite, "metropolis", |config| {
        config.accounts.registration = Registration::Open;
        config.limits.page_requests_per_address_per_minute = 100_000;
    })
    .await;
    with_cities(&site).await;
    let partners = [
        Instance::start(Engine::Sqlite, "eurocities").await,
        Instance::start(Engine::Sqlite, "urbact").await,
    ];
    for partner in &partners {
        partner.follow(site.network()).await;
        partner.has_read_back(site.network()).await;
    }
    let mut journeys: Vec<Value> = Vec::new();
    for (number, (scripts, width, lang)) in
        [(true, 1280, "en"), (false, 360, "ar")].iter().enumerate()
    {
        let reviewer = link(&site, &format!("rex{number}"), Role::Reviewer).await;
        let editor = link(&site, &format!("eve{number}"), Role::Editor).await;
        let reader = link(&site, &format!("theo{number}"), Role::Citymaker).await;
        journeys.push(json!({
            "number": number,
            "scripts": scripts,
            "width": width,
            "lang": lang,
            "links": { "reviewer": reviewer, "editor": editor, "reader": reader },
        }));
    }
    let told = json!({
        "origin": site.origin(),
        "mails": site.state.config.data_dir.join("mail"),
        "partners": partners.each_ref().map(Instance::origin),
        "journeys": journeys,
        // A switch for people: where to keep a picture of what stands where it ended.
        "shown": std::env::var("KONTOR_PICTURES").ok(),
    });
    none(faults("desk.mjs", &told).await);
}
