//! Nothing keeps people from any page, in any language, light or dark, in a narrow window; and
//! no page speaks to another host or keeps anything about its reader.

use kontor::i18n::Locale;
use serde_json::{Value, json};

use super::{
    scene::Scene,
    tools::{faults, none},
};
use crate::kinds::in_language;

/// A language of each way of writing; colours are the same in the others.
pub const SCRIPTS: [Locale; 3] = [Locale::En, Locale::Zh, Locale::Ar];

/// What `pages.mjs` is told of these pages, read by somebody with this cookie.
pub fn plan(
    scene: &Scene,
    kinds: &[String],
    cookie: Option<(String, String)>,
    locales: &[Locale],
    dark: bool,
) -> Value {
    // Colours do not depend on the language, and to judge them takes most of the time.
    let each = |locale: &Locale| -> Vec<Value> {
        let colours = SCRIPTS.contains(locale);
        let address =
            |page: &String| json!({ "path": in_language(page, locale.tag()), "colours": colours });
        kinds.iter().map(address).collect()
    };
    let addresses: Vec<Value> = locales.iter().flat_map(each).collect();
    json!({
        "origin": scene.instance.origin(),
        "addresses": addresses,
        "cookie": cookie.map(|(name, value)| json!({ "name": name, "value": value })),
        "dark": dark,
        // What does not depend on colours was tried in the light.
        "rules": dark.then_some(["color-contrast"]),
        // A switch for people: where to keep pictures of the pages.
        "pictures": std::env::var_os("KONTOR_PICTURES").and_then(|path| path.into_string().ok()),
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_page_of_any_kind_has_a_barrier_in_any_language() {
    let scene = Scene::new().await;
    none(faults("pages.mjs", &plan(&scene, &scene.kinds(), None, &Locale::ALL, false)).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_text_can_be_read_in_the_dark() {
    let scene = Scene::new().await;
    none(faults("pages.mjs", &plan(&scene, &scene.kinds(), None, &SCRIPTS, true)).await);
}
