//! The form of a case in a real browser: choices by keyboard, texts that save themselves, and the
//! same with scripts off.

use kontor::{
    domain::{account::Role, text::Markdown},
    html,
};
use serde_json::json;

use super::{
    desk::with_cities,
    tools::{faults, none},
};
use crate::{
    instance::{Engine, Instance},
    people::{browser::member, writing::begin},
};

const TEXT: &str = "We **dug** seven streets:\n\n- one\n- two\n\nIt *rains* less.";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_form_is_filled_in_by_keyboard_and_loses_nothing_with_scripts_and_without() {
    let site = Instance::start_with(Engine::Sqlite, "metropolis", |config| {
        config.limits.page_requests_per_address_per_minute = 100_000;
        config.accounts.password_memory_kib = 64;
    })
    .await;
    with_cities(&site).await;
    let mut ways = Vec::new();
    for (number, (scripts, width, lang, dark)) in
        [(true, 1280, "en", false), (true, 360, "ar", true), (false, 360, "de", false)]
            .into_iter()
            .enumerate()
    {
        let writer = member(&site, &format!("ana{number}"), Role::Citymaker).await;
        let path = begin(&site, &writer).await;
        let (name, value) = writer.cookies().into_iter().next().unwrap();
        ways.push(json!({
            "scripts": scripts,
            "width": width,
            "lang": lang,
            "dark": dark,
            "cookie": { "name": name, "value": value },
            "path": path,
        }));
    }
    let told = json!({
        "origin": site.origin(),
        "ways": ways,
        "text": TEXT,
        "looks": html::from_markdown(&Markdown::new(TEXT)).to_string(),
        // A switch for people: where to keep a picture of what stands where it ended.
        "shown": std::env::var("KONTOR_PICTURES").ok(),
    });
    none(faults("write.mjs", &told).await);
}
