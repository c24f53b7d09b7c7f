//! Translations stand beside their original, and say when it has changed.

use kontor::domain::account::Role;

use super::{
    browser::{Browser, Seen, member, site, token, unescaped},
    keeping::Window,
    writing::{SUMMARY, begin, on_desk, save, step, write_all},
};
use crate::instance::{Engine, Instance, on_each_engine};

on_each_engine!(
    a_translation_is_stale_from_the_change_of_its_original_until_somebody_looked,
    a_published_translation_says_since_when_its_original_is_another,
    who_may_not_write_translates_nothing_and_markup_is_text,
);

const KURZ: &str = "Eine Straße, die Regen ableitet, in genug Worten für eine Zusammenfassung.";

async fn saves(
    site: &Instance,
    browser: &Browser,
    path: &str,
    language: &str,
    fields: &[(&str, &str)],
) -> Seen {
    let here = format!("{path}/translate/{language}");
    let page = browser.page(site, &here).await;
    browser.submit(site, &page, &here, fields).await
}

const WHOLE: &[(&str, &str)] = &[
    ("title", "Straßen, die Regen trinken"),
    ("summary", KURZ),
    ("sections.solution", "Wir haben **gegraben**."),
    ("sections.results", "Die Keller bleiben trocken."),
];

async fn a_translation_is_stale_from_the_change_of_its_original_until_somebody_looked(
    engine: Engine,
) {
    let site = site(engine).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let path = begin(&site, &ana).await;
    write_all(&site, &ana, &path).await;
    let to = ana.get(&site, &format!("{path}/translate?to=de")).await;
    assert_eq!(to.header("location"), format!("{path}/translate/de"));
    let page = ana.page(&site, &format!("{path}/translate/de")).await;
    assert!(page.contains("We <strong>dug</strong>.") && page.contains(SUMMARY), "{page}");
    assert!(page.contains("lang=\"en\" dir=\"ltr\"") && page.contains("lang=\"de\" dir=\"ltr\""));
    // Its own language is none to translate into, nor is one that nobody knows.
    for odd in ["en", "xx"] {
        let seen = ana.get(&site, &format!("{path}/translate/{odd}")).await;
        assert_eq!(seen.status, 404, "{odd}");
    }
    assert_eq!(saves(&site, &ana, &path, "de", &WHOLE[..2]).await.status, 303);
    let overview = ana.page(&site, &path).await;
    assert!(overview.contains("2 fields missing"), "{overview}");
    let seen = saves(&site, &ana, &path, "de", WHOLE).await;
    assert_eq!(seen.header("location"), format!("{path}#translations"), "{}", seen.body);
    assert!(!ana.page(&site, &path).await.contains("fields missing"));

    // Somebody has the translation open while the original changes.
    let open = format!("{path}/translate/ar");
    let mut window = Window::open(&site, &ana, &open).await;
    let new = [("sections.results", "Cellars stay dry since 2021."), ("sections.context", "")];
    assert_eq!(save(&site, &ana, &path, "story", &new).await.status, 303);
    assert_eq!(window.types("sections.results", "الأقبية جافة.").await, 0);
    let overview = ana.page(&site, &path).await;
    assert_eq!(overview.matches("1 field out of date").count(), 2, "both: {overview}");
    let page = ana.page(&site, &format!("{path}/translate/de")).await;
    assert!(page.contains("The original has changed since this was translated."), "{page}");
    assert!(page.contains("<ins>") && page.contains("since 2021"), "{page}");
    assert!(page.contains("Die Keller bleiben trocken."), "the translation is still there");

    // Still right, or translated anew; either way it is of what the original says now.
    let checked = [("checked", "sections.results")];
    assert_eq!(saves(&site, &ana, &path, "de", &checked).await.status, 303);
    assert_eq!(ana.page(&site, &path).await.matches("out of date").count(), 1);
    let anew = [("sections.results", "الأقبية جافة منذ 2021.")];
    assert_eq!(saves(&site, &ana, &path, "ar", &anew).await.status, 303);
    assert!(!ana.page(&site, &path).await.contains("out of date"));

    // What the original takes out, the translation is told; what comes back is as it was.
    assert_eq!(save(&site, &ana, &path, "story", &[("sections.results", "")]).await.status, 303);
    let page = ana.page(&site, &format!("{path}/translate/de")).await;
    assert!(page.contains("no longer says anything here"), "{page}");
    let back = [("sections.results", "Cellars stay dry since 2021.")];
    assert_eq!(save(&site, &ana, &path, "story", &back).await.status, 303);
    assert!(!ana.page(&site, &path).await.contains("out of date"));
    // A translation without texts is none.
    let empty = ["title", "summary", "sections.solution", "sections.results"].map(|of| (of, ""));
    assert_eq!(saves(&site, &ana, &path, "ar", &empty).await.status, 303);
    assert!(!ana.page(&site, &path).await.contains("/translate/ar"));
    site.stop().await;
}

async fn publishes(site: &Instance, [ana, eve]: [&Browser; 2], path: &str) {
    let desk = on_desk(path);
    assert_eq!(step(site, ana, path, "submitted", "").await.status, 303);
    for to in ["in-review", "approved", "published"] {
        let seen = step(site, eve, &desk, to, "").await;
        assert_eq!(seen.status, 303, "{to}: {}", seen.body);
    }
}

async fn a_published_translation_says_since_when_its_original_is_another(engine: Engine) {
    let site = site(engine).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let eve = member(&site, "eve", Role::Editor).await;
    let path = begin(&site, &ana).await;
    write_all(&site, &ana, &path).await;
    let machine = [WHOLE, &[("kind", "machine")]].concat();
    assert_eq!(saves(&site, &ana, &path, "de", &machine).await.status, 303);
    publishes(&site, [&ana, &eve], &path).await;
    let public = "/cases/streets-that-drink-rain?in=de";
    let reader = Browser::new();
    let page = reader.page(&site, public).await;
    assert!(page.contains("Translated by a machine") && page.contains("Regen trinken"), "{page}");
    assert!(!page.contains("The original was changed on"), "{page}");

    let token = token(&eve.page(&site, &on_desk(&path)).await);
    let key = eve.page(&site, &on_desk(&path)).await;
    let key = key.split("name=\"case\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let begun = eve.post(&site, "/write", &[("csrf", &*token), ("case", key)]).await;
    assert_eq!(begun.status, 303, "{}", begun.body);
    let next = begun.header("location").to_owned();
    let new = [("sections.results", "Cellars stay dry since 2021.")];
    assert_eq!(save(&site, &eve, &next, "story", &new).await.status, 303);
    assert!(eve.page(&site, &next).await.contains("1 field out of date"), "the next one knows");
    assert!(!reader.page(&site, public).await.contains("The original was changed on"));
    let rex = member(&site, "rex", Role::Editor).await;
    publishes(&site, [&eve, &rex], &next).await;
    let page = reader.page(&site, public).await;
    assert!(page.contains("The original was changed on") && page.contains("Keller"), "{page}");
    // The original itself is of today.
    let page = reader.page(&site, "/cases/streets-that-drink-rain").await;
    assert!(!page.contains("The original was changed on") && page.contains("since 2021"));
    site.stop().await;
}

async fn who_may_not_write_translates_nothing_and_markup_is_text(engine: Engine) {
    let site = site(engine).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let bob = member(&site, "bob", Role::Contributor).await;
    let rex = member(&site, "rex", Role::Reviewer).await;
    let path = begin(&site, &ana).await;
    let bad = "\"><img src=x onerror=alert(1)>";
    save(&site, &ana, &path, "basics", &[("title", bad), ("summary", SUMMARY)]).await;
    save(&site, &ana, &path, "story", &[("sections.solution", bad)]).await;
    let here = format!("{path}/translate/es");
    let typed = [("title", bad), ("sections.solution", bad)];
    assert_eq!(saves(&site, &ana, &path, "es", &typed).await.status, 303);
    save(&site, &ana, &path, "basics", &[("title", &*format!("New {bad}"))]).await;
    for page in [&path, &here] {
        let page = ana.page(&site, page).await;
        assert!(!page.contains("<img src=x"), "{page}");
    }
    assert!(unescaped(&ana.page(&site, &here).await).contains(bad));
    let rows = site.rows().await;
    fn fields(token: &str) -> [(&str, &str); 3] {
        [("csrf", token), ("base", "1"), ("title", "Taken over")]
    }
    for (who, statuses) in [(&bob, [404, 404]), (&rex, [200, 409])] {
        let own = who.token(&site).await;
        assert_eq!(who.get(&site, &here).await.status, statuses[0]);
        let seen = who.post(&site, &here, &fields(&own)).await;
        assert_eq!(seen.status, statuses[1], "{}", seen.body);
    }
    assert_eq!(ana.post(&site, &here, &fields("wrong")).await.status, 403);
    let stranger = Browser::new();
    assert!(stranger.get(&site, &here).await.header("location").starts_with("/login"));
    assert_ne!(stranger.post(&site, &here, &fields("")).await.status, 200);
    // What is far too long stays in the form.
    let long = "x".repeat(2_000);
    let seen = saves(&site, &ana, &path, "es", &[("summary", &*long)]).await;
    assert!(seen.status == 422 && seen.body.contains(&long), "{}", seen.body);
    assert_eq!(site.rows().await, rows);
    site.stop().await;
}
