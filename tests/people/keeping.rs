//! Forms that save themselves while somebody writes: nothing that two people type is lost.

use kontor::{clock::Clock, domain::account::Role};
use serde_json::Value;

use super::{
    browser::{Browser, Seen, forms, member, site, site_at, token},
    writing::{begin, save, step, write_all},
};
use crate::instance::{Engine, Instance, on_each_engine};

on_each_engine!(
    two_people_who_type_at_once_lose_nothing,
    who_goes_on_where_two_texts_stand_goes_on_with_their_own,
    a_button_after_saves_by_themselves_saves_the_rest,
    hundreds_of_saves_are_a_few_versions,
    what_cannot_be_kept_is_said_and_changes_nothing,
);

/// One part of the form as the script of a browser has it.
pub struct Window<'a> {
    site: &'a Instance,
    browser: &'a Browser,
    here: String,
    pub fields: Vec<(String, String)>,
    own: Vec<(String, String)>,
    was: String,
}

fn as_form(fields: &[(String, String)]) -> String {
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}

impl<'a> Window<'a> {
    pub async fn open(site: &'a Instance, browser: &'a Browser, here: &str) -> Window<'a> {
        let page = browser.page(site, here).await;
        let form = forms(&page).into_iter().find(|form| form.action == here).unwrap();
        let is_own = |(name, _): &(String, String)| name == "csrf" || name == "base";
        let (own, fields): (Vec<_>, Vec<_>) = form.fields.into_iter().partition(is_own);
        let was = as_form(&fields);
        Window { site, browser, here: here.to_owned(), fields, own, was }
    }

    pub fn put(&mut self, name: &str, value: &str) {
        self.fields.retain(|(known, _)| known != name);
        self.fields.push((name.to_owned(), value.to_owned()));
    }

    pub async fn send(&self, then: &str) -> Seen {
        let mut all = [&*self.fields, &*self.own].concat();
        all.push(("was".into(), self.was.clone()));
        all.push(("then".into(), then.to_owned()));
        let all: Vec<_> = all.iter().map(|(name, value)| (&**name, &**value)).collect();
        self.browser.post(self.site, &self.here, &all).await
    }

    /// Types something and waits until it is saved; how many fields somebody else changed too.
    pub async fn types(&mut self, name: &str, value: &str) -> u64 {
        self.put(name, value);
        let seen = self.send("auto").await;
        assert_eq!(seen.status, 200, "{}", seen.body);
        assert_eq!(seen.header("content-type"), "application/json");
        assert_eq!(seen.header("cache-control"), "private, no-store");
        self.was = as_form(&self.fields);
        let told: Value = serde_json::from_str(&seen.body).unwrap();
        told["clashes"].as_u64().unwrap()
    }
}

/// Lets somebody else write on a case.
async fn let_in(site: &Instance, browser: &Browser, path: &str, handle: &str) {
    let token = token(&browser.page(site, path).await);
    let fields = [("csrf", &*token), ("do", "let-in"), ("handle", handle)];
    assert_eq!(browser.post(site, path, &fields).await.status, 303);
}

async fn two_people_who_type_at_once_lose_nothing(engine: Engine) {
    let site = site(engine).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let bob = member(&site, "bob", Role::Citymaker).await;
    let path = begin(&site, &ana).await;
    let_in(&site, &ana, &path, "bob").await;
    let here = format!("{path}/part/story");
    let mut hers = Window::open(&site, &ana, &here).await;
    let mut his = Window::open(&site, &bob, &here).await;
    // Time and again, each with what the other wrote still missing in their window.
    for n in 0..5 {
        assert_eq!(hers.types("sections.solution", &format!("We dug {n} times.")).await, 0);
        assert_eq!(his.types("sections.results", &format!("Dry for {n} years.")).await, 0);
    }
    assert_eq!(hers.types("sections.lessons", "Dig early.").await, 0);
    assert_eq!(his.types("sections.results", "Dry.\n\nFor good.").await, 0);
    let page = ana.page(&site, &here).await;
    for text in ["We dug 4 times.", "Dry.\n\nFor good.", "Dig early."] {
        assert!(page.contains(text), "{text} is not on {page}");
    }
    // A list that both add to has the rows of both.
    let here = format!("{path}/part/sources");
    let mut hers = Window::open(&site, &ana, &here).await;
    let mut his = Window::open(&site, &bob, &here).await;
    hers.types("links.0.url", "https://a.example/").await;
    his.types("links.0.url", "https://b.example/").await;
    hers.types("links.0.label", "Of Ana").await;
    his.types("links.0.label", "Of Bob").await;
    let (page, overview) = (ana.page(&site, &here).await, ana.page(&site, &path).await);
    for text in ["Of Ana", "Of Bob"] {
        assert!(page.contains(text) || overview.contains(text), "{text} is lost");
    }
    site.stop().await;
}

async fn who_goes_on_where_two_texts_stand_goes_on_with_their_own(engine: Engine) {
    let site = site(engine).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let bob = member(&site, "bob", Role::Citymaker).await;
    let path = begin(&site, &ana).await;
    let_in(&site, &ana, &path, "bob").await;
    let here = format!("{path}/part/story");
    let mut hers = Window::open(&site, &ana, &here).await;
    let mut his = Window::open(&site, &bob, &here).await;
    assert_eq!(hers.types("sections.solution", "Text of Ana").await, 0);
    for n in 0..70 {
        assert_eq!(his.types("sections.solution", &format!("Text of Bob {n}")).await, 1);
    }
    // Where they write nothing more, nothing is said again.
    assert_eq!(his.types("sections.results", "Dry.").await, 0);
    assert_eq!(hers.types("sections.solution", "Text of Ana, longer").await, 0);
    let page = ana.page(&site, &path).await;
    assert_eq!(page.matches("class=\"clash\"").count(), 1, "{page}");
    assert!(page.contains("Text of Ana, longer") && page.contains("Text of Bob 69"), "{page}");
    site.stop().await;
}

async fn a_button_after_saves_by_themselves_saves_the_rest(engine: Engine) {
    let site = site(engine).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let path = begin(&site, &ana).await;
    let here = format!("{path}/part/story");
    let mut window = Window::open(&site, &ana, &here).await;
    window.types("sections.solution", "We").await;
    window.types("sections.solution", "We dug").await;
    window.put("sections.solution", "We dug.");
    window.put("sections.results", "Dry, *mostly*.");
    let seen = window.send("look").await;
    let to = format!("{here}?saved=1&look=1");
    assert_eq!((seen.status, seen.header("location")), (303, &*to), "{}", seen.body);
    let page = ana.page(&site, &to).await;
    assert!(page.contains("We dug.</textarea>") && page.contains("<em>mostly</em>"), "{page}");
    // A save that arrived although nobody heard of it changes nothing when it comes again.
    let versions = ana.page(&site, &format!("{path}/versions")).await;
    assert_eq!(window.send("auto").await.status, 200);
    assert_eq!(ana.page(&site, &format!("{path}/versions")).await, versions);
    assert!(!ana.page(&site, &path).await.contains("id=\"clashes\""));
    site.stop().await;
}

async fn hundreds_of_saves_are_a_few_versions(engine: Engine) {
    let clock = Clock::fixed(1_790_000_000_000);
    let site = site_at(engine, clock.clone(), |_| {}).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let path = begin(&site, &ana).await;
    let here = format!("{path}/part/story");
    let mut window = Window::open(&site, &ana, &here).await;
    for n in 0..260 {
        clock.advance(10_000);
        window.types("sections.solution", &format!("We dug {n}")).await;
    }
    let page = ana.page(&site, &format!("{path}/versions")).await;
    // In three quarters of an hour one every ten minutes, the first and the last.
    assert_eq!(page.matches("name=\"to\"").count(), 6, "{page}");
    assert!(site.rows().await.iter().all(|(_, rows)| *rows < 250), "of 260 saves 200 are kept");
    assert!(ana.page(&site, &here).await.contains("We dug 259"));
    site.stop().await;
}

async fn what_cannot_be_kept_is_said_and_changes_nothing(engine: Engine) {
    let site = site(engine).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let bob = member(&site, "bob", Role::Contributor).await;
    let path = begin(&site, &ana).await;
    let here = format!("{path}/part/story");
    let mut window = Window::open(&site, &ana, &here).await;
    window.types("sections.solution", "We dug.").await;
    let rows = site.rows().await;
    window.put("sections.results", &"x".repeat(18_001));
    let seen = window.send("auto").await;
    assert_eq!(seen.status, 422);
    assert!(seen.body.contains("far too long"), "{}", seen.body);
    // By its button the page comes back with all that was typed, and what it started from.
    let seen = window.send("stay").await;
    assert!(seen.status == 422 && seen.body.contains("data-unsaved"), "{}", seen.body);
    assert!(seen.body.contains("name=\"was\" value=\"") && seen.body.contains("xxxx"));
    // Neither a stranger, nor another's sign-in, nor a page without its token.
    let theirs = token(&bob.page(&site, "/account").await);
    fn fields(token: &str) -> [(&str, &str); 3] {
        [("csrf", token), ("then", "auto"), ("sections.solution", "taken over")]
    }
    let seen = bob.post(&site, &here, &fields(&theirs)).await;
    assert_eq!(seen.status, 404, "{}", seen.body);
    assert!(!seen.body.contains("We dug"));
    assert_eq!(ana.post(&site, &here, &fields("wrong")).await.status, 403);
    let stranger = Browser::new().post(&site, &here, &fields("")).await;
    assert!(matches!(stranger.status, 303 | 403), "{}", stranger.status);
    // Nor in a state in which the text is not theirs.
    assert_eq!(site.rows().await, rows);
    write_all(&site, &ana, &path).await;
    assert_eq!(step(&site, &ana, &path, "submitted", "").await.status, 303);
    window.put("sections.results", "Late.");
    assert_eq!(window.send("auto").await.status, 409);
    assert_eq!(save(&site, &ana, &path, "story", &[]).await.status, 409);
    site.stop().await;
}
