//! Cases are written, reviewed and published on the pages, by the people they are for.

use kontor::{
    domain::{
        account::Role,
        case_study::{CaseStudy, parse},
    },
    urls,
};

use super::{
    browser::{Browser, forms, member, site, token, unescaped},
    writing::{SUMMARY, begin, on_desk, save, step, write_all},
};
use crate::{
    checks,
    instance::{Engine, on_each_engine},
};

on_each_engine!(
    a_case_is_written_part_by_part_reviewed_and_published_without_scripts,
    who_may_not_is_turned_away_and_nothing_changes,
    markup_in_every_field_is_text_on_every_page,
    two_windows_keep_both_texts_and_one_is_chosen,
    a_former_version_is_taken_up_again_and_none_is_lost,
    a_published_case_is_featured_restored_and_taken_back_on_the_desk,
    a_text_that_is_far_too_long_stays_in_the_form,
    every_page_of_the_desk_is_sound_in_every_language,
);

async fn a_case_is_written_part_by_part_reviewed_and_published_without_scripts(engine: Engine) {
    let site = site(engine).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let rex = member(&site, "rex", Role::Reviewer).await;
    let eve = member(&site, "eve", Role::Editor).await;
    let path = begin(&site, &ana).await;
    let seen = step(&site, &ana, &path, "submitted", "").await;
    assert_eq!(seen.status, 409, "an empty case is not submitted");
    assert!(seen.body.contains("Something is still missing"), "{}", seen.body);
    write_all(&site, &ana, &path).await;
    let page = ana.page(&site, &path).await;
    assert!(page.contains("13 of 13 required fields are complete"), "{page}");
    assert!(ana.page(&site, &format!("{path}/preview")).await.contains("This is a preview"));
    let elsewhere = ana.page(&site, &format!("{path}/elsewhere")).await;
    assert!(elsewhere.contains("Mastodon") && elsewhere.contains("Streets that drink rain"));
    assert_eq!(step(&site, &ana, &path, "submitted", "Please look").await.status, 303);

    let desk = on_desk(&path);
    assert!(rex.page(&site, "/desk").await.contains("Streets that drink rain"));
    assert_eq!(step(&site, &rex, &desk, "in-review", "").await.status, 303);
    let token = rex.token(&site).await;
    let note =
        [("csrf", &*token), ("do", "note"), ("field", "sections.results"), ("text", "How dry?")];
    assert_eq!(rex.post(&site, &desk, &note).await.status, 303);
    assert_eq!(step(&site, &rex, &desk, "changes-requested", "").await.status, 303);

    let story = ana.page(&site, &format!("{path}/part/story")).await;
    assert!(story.contains("How dry?"), "the note stands beside the part");
    let better = [("sections.results", "Cellars stay dry since 2021.")];
    assert_eq!(save(&site, &ana, &path, "story", &better).await.status, 303);
    assert_eq!(step(&site, &ana, &path, "submitted", "").await.status, 303);
    assert_eq!(step(&site, &rex, &desk, "in-review", "").await.status, 303);
    let versions = ana.page(&site, &format!("{path}/versions")).await;
    assert!(versions.contains("since 2021"), "{versions}");
    assert_eq!(step(&site, &rex, &desk, "approved", "").await.status, 303);
    assert_eq!(step(&site, &eve, &desk, "published", "").await.status, 303);
    let page = Browser::new().page(&site, "/cases/streets-that-drink-rain").await;
    assert!(page.contains("since 2021"));
    // The next revision is begun from the desk, and the public page stays as it is.
    let page = eve.page(&site, &desk).await;
    assert!(page.contains("/cases/streets-that-drink-rain"), "{page}");
    site.stop().await;
}

async fn who_may_not_is_turned_away_and_nothing_changes(engine: Engine) {
    let site = site(engine).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let bob = member(&site, "bob", Role::Contributor).await;
    let rex = member(&site, "rex", Role::Reviewer).await;
    let path = begin(&site, &ana).await;
    write_all(&site, &ana, &path).await;
    let desk = on_desk(&path);
    let own = ["", "/part/basics", "/places", "/preview", "/elsewhere", "/versions"];
    let tables = [
        "/desk",
        "/desk/incoming",
        "/desk/comments",
        "/desk/reports",
        "/desk/old",
        "/desk/coverage",
    ];
    let rows = site.rows().await;
    let stranger = Browser::new();
    for page in own.iter().map(|part| format!("{path}{part}")).chain([desk.clone()]) {
        let seen = stranger.get(&site, &page).await;
        assert!(seen.header("location").starts_with("/login"), "{page}: {}", seen.status);
        let seen = bob.get(&site, &page).await;
        assert!(matches!(seen.status, 404 | 403), "{page}: {}", seen.status);
        assert!(!seen.body.contains("Streets that drink rain"));
    }
    for page in tables {
        let seen = stranger.get(&site, page).await;
        assert!(seen.header("location").starts_with("/login"), "{page}");
        assert_eq!(bob.get(&site, page).await.status, 403, "{page}");
        assert_eq!(rex.get(&site, page).await.status, 200, "{page}");
    }
    let acts: &[(&str, &[(&str, &str)])] = &[
        (&path, &[("do", "step"), ("to", "withdrawn")]),
        (&path, &[("do", "let-in"), ("handle", "bob")]),
        (&format!("{path}/part/basics"), &[("base", "1"), ("title", "Taken over")]),
        (&format!("{path}/places"), &[("base", "1"), ("do", "remove"), ("row", "0")]),
        (&desk, &[("do", "step"), ("to", "in-review")]),
        (&desk, &[("do", "note"), ("text", "hm")]),
        ("/desk/incoming", &[("do", "adopt"), ("case", "x")]),
        ("/desk/comments", &[("comment", "1"), ("to", "hidden")]),
        ("/desk/reports", &[("report", "1")]),
        ("/desk/old", &[("case", "x")]),
        ("/desk/published", &[("do", "withdraw"), ("case", "x"), ("reason", "y")]),
        (&format!("{path}/versions"), &[("base", "1"), ("version", "1")]),
    ];
    let token = bob.token(&site).await;
    for (page, fields) in acts {
        let with = |token| [&[("csrf", token)], *fields].concat();
        let seen = bob.post(&site, page, &with(&token)).await;
        assert!(matches!(seen.status, 403 | 404), "{page}: {}", seen.status);
        let seen = ana.post(&site, page, &with("wrong")).await;
        assert_eq!(seen.status, 403, "{page} without the token of the sign-in");
        let seen = stranger.post(&site, page, fields).await;
        assert!(!matches!(seen.status, 200), "{page}: {}", seen.status);
    }
    // What takes an editor is not for reviewers.
    let token = rex.token(&site).await;
    for (page, fields) in acts.iter().filter(|(page, _)| page.starts_with("/desk/")) {
        if ["/desk/incoming", "/desk/comments", "/desk/reports", "/desk/published"].contains(page) {
            let fields = [&[("csrf", &*token)], *fields].concat();
            assert_eq!(rex.post(&site, page, &fields).await.status, 403, "{page}");
        }
    }
    let wrong = [("csrf", &*token), ("do", "step"), ("to", "published")];
    assert_eq!(rex.post(&site, &desk, &wrong).await.status, 409, "not from this state");
    assert_eq!(site.rows().await, rows);
    assert!(ana.page(&site, &path).await.contains("Streets that drink rain"));
    site.stop().await;
}

async fn markup_in_every_field_is_text_on_every_page(engine: Engine) {
    let site = site(engine).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let rex = member(&site, "rex", Role::Reviewer).await;
    let path = begin(&site, &ana).await;
    write_all(&site, &ana, &path).await;
    let bad = "<script>alert(1)</script>\"><img src=x onerror=alert(2)>";
    let fields: &[(&str, &[&str])] = &[
        ("basics", &["title", "subtitle", "summary", "period.start"]),
        ("story", &["sections.context", "sections.solution", "sections.lessons"]),
        ("people", &["actors.0.name", "actors.0.url", "contacts.0.label", "contacts.0.email"]),
        ("numbers", &["funding.note", "indicators.0.label", "awards.0.name"]),
        ("sources", &["links.0.label", "links.0.url", "source_url"]),
    ];
    for (part, names) in fields {
        let typed: Vec<_> = names.iter().map(|name| (*name, bad)).collect();
        assert_eq!(save(&site, &ana, &path, part, &typed).await.status, 303, "{part}");
        let here = format!("{path}/part/{part}");
        let page = ana.page(&site, &here).await;
        assert!(unescaped(&page).contains(bad), "{part} shows what was typed, as text");
        assert!(!page.contains("<img src=x"), "{part}");
    }
    // Made complete again where it has to be, so that it reaches the desk with the rest of it.
    let sound = [("period.start", "2019"), ("summary", &*format!("{bad} {SUMMARY}"))];
    save(&site, &ana, &path, "basics", &sound).await;
    let people = [("actors.0.url", ""), ("contacts.0.email", ""), ("contacts.0.role", "press")];
    save(&site, &ana, &path, "people", &people).await;
    save(
        &site,
        &ana,
        &path,
        "sources",
        &[("links.0.url", "https://a.example/"), ("links.0.kind", "website"), ("source_url", "")],
    )
    .await;
    save(&site, &ana, &path, "numbers", &[("indicators.0.value", bad)]).await;
    save(&site, &ana, &path, "numbers", &[("indicators.0.value", "5")]).await;
    let seen = step(&site, &ana, &path, "submitted", bad).await;
    assert_eq!(seen.status, 303, "{}", seen.body);
    let desk = on_desk(&path);
    assert_eq!(step(&site, &rex, &desk, "in-review", bad).await.status, 303);
    let token = rex.token(&site).await;
    let note = [("csrf", &*token), ("do", "note"), ("field", "title"), ("text", bad)];
    assert_eq!(rex.post(&site, &desk, &note).await.status, 303);
    let shown = ["", "/part/basics", "/preview", "/elsewhere", "/versions"];
    for page in shown.iter().map(|part| format!("{path}{part}")) {
        let page = ana.page(&site, &page).await;
        assert!(!page.contains("<img src=x"), "{page}");
    }
    for page in [desk.as_str(), "/desk", "/desk?state=in-review", "/write"] {
        let page = rex.page(&site, page).await;
        assert!(!page.contains("<img src=x"), "{page}");
    }
    site.stop().await;
}

async fn two_windows_keep_both_texts_and_one_is_chosen(engine: Engine) {
    let site = site(engine).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let bob = member(&site, "bob", Role::Citymaker).await;
    let path = begin(&site, &ana).await;
    let page = ana.page(&site, &path).await;
    let form = forms(&page)
        .into_iter()
        .find(|form| form.fields.iter().any(|(name, value)| name == "do" && value == "let-in"));
    let mut fields = form.unwrap().fields;
    fields.retain(|(name, _)| name != "handle");
    let mut unknown = fields.clone();
    unknown.push(("handle".into(), "nobody".into()));
    fields.push(("handle".into(), "@bob".into()));
    let as_pairs = |fields: &[(String, String)]| -> Vec<(String, String)> { fields.to_vec() };
    for (fields, status) in [(as_pairs(&unknown), 422), (as_pairs(&fields), 303)] {
        let fields: Vec<_> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
        assert_eq!(ana.post(&site, &path, &fields).await.status, status);
    }
    let here = format!("{path}/part/basics");
    let (first, second) = (ana.page(&site, &here).await, bob.page(&site, &here).await);
    let saved = ana.submit(&site, &first, &here, &[("title", "Written by Ana")]).await;
    assert_eq!(saved.status, 303);
    let both = [("title", "Written by Bob"), ("subtitle", "Only Bob's")];
    let saved = bob.submit(&site, &second, &here, &both).await;
    assert!(saved.header("location").ends_with("#clashes"), "{}", saved.header("location"));
    let page = bob.page(&site, &path).await;
    assert!(page.contains("Written by Ana") && page.contains("Written by Bob"), "{page}");
    assert_eq!(step(&site, &bob, &path, "submitted", "").await.status, 409);
    let choose = forms(&page)
        .into_iter()
        .find(|form| form.fields.iter().any(|(name, value)| name == "take" && value == "other"));
    let fields = choose.unwrap().fields;
    let fields: Vec<_> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    assert_eq!(bob.post(&site, &path, &fields).await.status, 303);
    let page = ana.page(&site, &here).await;
    assert!(page.contains("Written by Bob") && unescaped(&page).contains("Only Bob's"), "{page}");
    assert!(!ana.page(&site, &path).await.contains("id=\"clashes\""));
    site.stop().await;
}

async fn a_former_version_is_taken_up_again_and_none_is_lost(engine: Engine) {
    let site = site(engine).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let rex = member(&site, "rex", Role::Reviewer).await;
    let path = begin(&site, &ana).await;
    write_all(&site, &ana, &path).await;
    // A step ends a sitting: what was handed over stays a version.
    assert_eq!(step(&site, &ana, &path, "submitted", "").await.status, 303);
    let desk = on_desk(&path);
    assert_eq!(step(&site, &rex, &desk, "in-review", "").await.status, 303);
    assert_eq!(step(&site, &rex, &desk, "changes-requested", "Shorter").await.status, 303);
    save(&site, &ana, &path, "basics", &[("title", "Streets")]).await;
    let here = format!("{path}/versions");
    let page = ana.page(&site, &here).await;
    let returns = |page: &str| {
        let found = forms(page).into_iter().filter(|form| form.action == here);
        found
            .map(|form| form.fields)
            .find(|fields| fields.iter().any(|(name, _)| name == "version"))
    };
    let fields = returns(&page).expect("what came before can be taken up");
    assert!(returns(&rex.page(&site, &here).await).is_none(), "reviewers write nothing");
    let fields: Vec<_> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    let seen = ana.post(&site, &here, &fields).await;
    assert_eq!((seen.status, seen.header("location")), (303, &*path));
    assert!(ana.page(&site, &path).await.contains("Streets that drink rain"));
    let again = ana.post(&site, &here, &fields).await;
    assert_eq!(again.status, 409, "the page was of a version before");
    checks::page("moved", &again.body);
    let all = ana.page(&site, &here).await;
    let (title, numbers) = ("Streets that drink rain", all.matches("name=\"to\"").count());
    assert!(all.contains(title) && numbers >= 3, "{numbers} versions");
    site.stop().await;
}

/// A case that nobody wrote here.
fn sample() -> CaseStudy {
    let record = include_str!("../data/cases.jsonl").split('\n').nth(1).unwrap();
    parse(&serde_json::from_str(record).unwrap()).unwrap()
}

async fn a_published_case_is_featured_restored_and_taken_back_on_the_desk(engine: Engine) {
    let site = site(engine).await;
    let (eve, rex) =
        (member(&site, "eve", Role::Editor).await, member(&site, "rex", Role::Reviewer).await);
    let mut case = site.publish(sample()).await.case;
    let (first, id) = (case.title.clone(), case.id.clone());
    case.title = "Another title".into();
    let changed = site.update(case).await;
    let public = urls::case_path(&changed.page);
    let desk = format!("/desk/published?case={id}");
    assert!(eve.page(&site, &public).await.contains(&desk), "the case leads to its desk");
    assert!(!Browser::new().page(&site, &public).await.contains("/desk/"));
    let page = eve.page(&site, &desk).await;
    let seen = rex.page(&site, &desk).await;
    assert!(seen.contains("Revision 1") && !seen.contains("value=\"withdraw\""), "{seen}");
    assert_eq!(eve.get(&site, "/desk/published?case=never").await.status, 404);
    let token = token(&page);
    let act = async |more: &[(&str, &str)]| {
        let fields = [&[("csrf", &*token), ("case", &*id)], more].concat();
        eve.post(&site, "/desk/published", &fields).await
    };
    assert_eq!(act(&[("do", "feature")]).await.status, 303);
    let again = act(&[("do", "feature")]).await;
    assert_eq!(again.status, 409, "it is featured already");
    checks::page("featured", &again.body);
    assert_eq!(act(&[("do", "restore"), ("revision", "9")]).await.status, 404);
    assert_eq!(act(&[("do", "restore"), ("revision", "1")]).await.status, 303);
    let stored = site.own(&id).await;
    assert_eq!((stored.case.title.as_str(), stored.revision), (first.as_str(), 3));
    let seen = act(&[("do", "withdraw"), ("reason", " ")]).await;
    assert_eq!(seen.status, 409, "a reason is needed");
    assert!(site.own(&id).await.is_shown());
    let bad = "Wrong <b>numbers</b>.";
    assert_eq!(act(&[("do", "withdraw"), ("reason", bad)]).await.status, 303);
    let gone = Browser::new().get(&site, &public).await;
    assert_eq!(gone.status, 410);
    assert!(unescaped(&gone.body).contains(bad) && !gone.body.contains("<b>numbers"));
    assert_eq!(eve.get(&site, &desk).await.status, 404);
    site.stop().await;
}

async fn a_text_that_is_far_too_long_stays_in_the_form(engine: Engine) {
    let site = site(engine).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let path = begin(&site, &ana).await;
    let long = "rain ".repeat(4_000);
    let seen = save(&site, &ana, &path, "story", &[("sections.lessons", &long)]).await;
    assert_eq!(seen.status, 422);
    checks::page("too long", &seen.body);
    assert!(seen.body.contains(long.trim_end()), "what was typed is still there");
    // Too long for a case, and kept in the draft all the same.
    let kept = "rain ".repeat(2_000);
    assert_eq!(save(&site, &ana, &path, "story", &[("sections.lessons", &kept)]).await.status, 303);
    let page = ana.page(&site, &format!("{path}/part/story")).await;
    assert!(page.contains(kept.trim_end()) && page.contains("is too long"));
    site.stop().await;
}

async fn every_page_of_the_desk_is_sound_in_every_language(engine: Engine) {
    let site = site(engine).await;
    let eve = member(&site, "eve", Role::Editor).await;
    let path = begin(&site, &eve).await;
    write_all(&site, &eve, &path).await;
    let mut pages: Vec<String> = ["incoming", "comments", "reports", "old", "coverage"]
        .map(|page| format!("/desk/{page}"))
        .to_vec();
    pages.extend(["/desk".into(), "/write".into(), on_desk(&path), path.clone()]);
    let parts = ["basics", "story", "subjects", "people", "numbers", "sources"];
    pages.extend(parts.map(|part| format!("{path}/part/{part}")));
    pages.extend(
        ["places", "preview", "elsewhere", "versions"].map(|page| format!("{path}/{page}")),
    );
    for page in pages {
        for lang in ["en", "de", "es", "fr", "pt", "ar", "ja", "ko", "zh"] {
            eve.page(&site, &format!("{page}?lang={lang}")).await;
        }
    }
    site.stop().await;
}
