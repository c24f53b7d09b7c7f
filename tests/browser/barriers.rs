//! Nothing keeps people from any page, in any language, light or dark, in a narrow window; and
//! no page speaks to another host or keeps anything about its reader.

use kontor::i18n::Locale;
use serde_json::{Value, json};

use super::{
    scene::Scene,
    tools::{faults, none},
};
use crate::kinds::in_language;

/// What `pages.mjs` is told of these pages.
fn plan(scene: &Scene, locales: &[Locale], dark: bool) -> Value {
    let kinds = scene.kinds();
    let each = |locale: &Locale| -> Vec<String> {
        kinds.iter().map(|page| in_language(page, locale.tag())).collect()
    };
    let addresses: Vec<String> = locales.iter().flat_map(each).collect();
    json!({
        "origin": scene.instance.origin(),
        "addresses": addresses,
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
    none(faults("pages.mjs", &plan(&scene, &Locale::ALL, false)).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_text_can_be_read_in_the_dark() {
    let scene = Scene::new().await;
    let scripts = [Locale::En, Locale::Zh, Locale::Ar];
    none(faults("pages.mjs", &plan(&scene, &scripts, true)).await);
}
