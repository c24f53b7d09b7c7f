//! The titles that are hardest to show stand whole, and as nothing but text, wherever a case is shown.

use kontor::urls;
use serde_json::json;

use super::{
    scene::{Scene, extremes},
    tools::{faults, none},
};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_hardest_titles_stand_whole_wherever_a_case_is_shown() {
    let scene = Scene::new().await;
    let mut shown = Vec::new();
    for case in extremes() {
        let stored = scene.instance.own(&case.id).await;
        let link = format!("a[href^='{}']", urls::case_path(&stored.page));
        let path = urls::case_path(&stored.page);
        let topic = case.topics[0].id();
        let city = &case.cities[0];
        let id = &case.id;
        for (address, selector) in [
            (path.clone(), "h1".to_owned()),
            (path.clone(), "#cite ~ .cite-line cite".to_owned()),
            (format!("{path}/revisions/1"), "h1".to_owned()),
            (format!("{path}/history"), link.clone()),
            (format!("/cases?country={}&topic={topic}&sort=title", city.country), link.clone()),
            (format!("/cases?view=table&country={}&topic={topic}", city.country), link.clone()),
            (format!("/follow?case={}", stored.page), link.clone()),
        ] {
            shown.push(
                json!({ "id": id, "path": address, "selector": selector, "title": case.title }),
            );
        }
    }
    assert!(shown.len() > 40);
    let told = json!({ "origin": scene.instance.origin(), "shown": shown });
    none(faults("extremes.mjs", &told).await);
}
