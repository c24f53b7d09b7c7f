//! Sign-ins: new each time, listed, ended, and over by themselves.

use kontor::{
    app::{access::Who, account},
    clock::Clock,
    domain::account::Role,
};

use super::browser::{Browser, account, forms, member, site, site_at};
use crate::instance::{Engine, on_each_engine};

on_each_engine!(
    a_sign_in_is_a_new_one_and_its_cookie_is_guarded,
    a_sign_in_that_somebody_else_put_there_is_not_taken_over,
    sign_ins_are_listed_and_ended_one_by_one_or_all_others,
    a_sign_in_ends_when_it_is_not_used_and_in_the_end_in_any_case,
    another_role_takes_another_sign_in,
    what_the_database_holds_opens_nothing,
);

const NOW: i64 = 1_780_000_000_000;
const DAY: i64 = 86_400_000;

async fn a_sign_in_is_a_new_one_and_its_cookie_is_guarded(engine: Engine) {
    let site = site(engine).await;
    account(&site, "ana", Role::Citymaker).await;
    let browser = Browser::new();
    let page = browser.get(&site, "/login").await;
    assert!(page.header("set-cookie").is_empty(), "nobody gets a cookie before");
    browser.sign_in(&site, "ana").await;
    let first = browser.cookies();
    assert_eq!(first.len(), 1);
    let fields = [("email", "ana@example.org"), ("password", super::browser::PASSWORD)];
    let seen = browser.post(&site, "/login", &fields).await;
    let cookie = seen.header("set-cookie");
    for part in ["; Path=/", "; HttpOnly", "; SameSite=Lax", "; Max-Age="] {
        assert!(cookie.contains(part), "{cookie}");
    }
    let second = browser.cookies();
    assert_ne!(first, second);
    let old = Browser::new();
    for (name, value) in &first {
        old.set_cookie(name, value);
    }
    assert_eq!(old.get(&site, "/account").await.status, 303, "the one before has ended");
    browser.page(&site, "/account").await;
    site.stop().await;
}

async fn a_sign_in_that_somebody_else_put_there_is_not_taken_over(engine: Engine) {
    let site = site(engine).await;
    account(&site, "ana", Role::Citymaker).await;
    let attacker = member(&site, "mallory", Role::Citymaker).await;
    let browser = Browser::new();
    let planted = attacker.cookies();
    for (name, value) in &planted {
        browser.set_cookie(name, value);
    }
    browser
        .post(
            &site,
            "/login",
            &[("email", "ana@example.org"), ("password", super::browser::PASSWORD)],
        )
        .await;
    assert_ne!(browser.cookies(), planted);
    assert!(browser.page(&site, "/account").await.contains("ana of the tests"));
    assert_eq!(attacker.get(&site, "/account").await.status, 303, "the planted one has ended");
    let made_up = Browser::new();
    for name in planted.keys() {
        made_up.set_cookie(name, "a-sign-in-that-nobody-has-ever-begun-here-at-all");
    }
    assert_eq!(made_up.get(&site, "/account").await.status, 303);
    site.stop().await;
}

async fn sign_ins_are_listed_and_ended_one_by_one_or_all_others(engine: Engine) {
    let site = site(engine).await;
    let (here, there) = (member(&site, "ana", Role::Citymaker).await, Browser::new());
    let (third, other) = (Browser::new(), member(&site, "bob", Role::Citymaker).await);
    there.sign_in(&site, "ana").await;
    third.sign_in(&site, "ana").await;
    let page = here.page(&site, "/account").await;
    for browser in [&here, &there, &third] {
        assert!(page.contains(&format!("<bdi dir=\"ltr\">{}</bdi>", browser.agent)), "{page}");
    }
    assert!(!page.contains(&other.agent), "those of others are theirs");
    // Somebody else's sign-in cannot be ended by its id.
    let theirs = other.page(&site, "/account").await;
    assert!(forms(&theirs).iter().all(|form| form.action != "/account/sessions"));
    let listed = page.split("<li>").find(|row| row.contains(&there.agent)).unwrap();
    let id = forms(listed)[0].fields.iter().find(|(name, _)| name == "session").unwrap().1.clone();
    let token = other.token(&site).await;
    other.post(&site, "/account/sessions", &[("csrf", &token), ("session", &id)]).await;
    there.page(&site, "/account").await;
    let ended = here.submit(&site, listed, "/account/sessions", &[]).await;
    assert_eq!((ended.status, ended.header("location")), (303, "/account?done=sessions"));
    assert_eq!(there.get(&site, "/account").await.status, 303);
    third.page(&site, "/account").await;
    let token = here.token(&site).await;
    here.post(&site, "/account/sessions", &[("csrf", &token), ("session", "others")]).await;
    assert_eq!(third.get(&site, "/account").await.status, 303);
    let page = here.page(&site, "/account").await;
    let out = here.submit(&site, &page, "/logout", &[]).await;
    assert_eq!((out.status, out.header("location")), (303, "/"));
    assert!(here.cookies().is_empty());
    other.page(&site, "/account").await;
    site.stop().await;
}

async fn a_sign_in_ends_when_it_is_not_used_and_in_the_end_in_any_case(engine: Engine) {
    let clock = Clock::fixed(NOW);
    let site = site_at(engine, clock.clone(), |config| {
        config.accounts.session_idle_days = 2;
        config.accounts.session_days = 5;
    })
    .await;
    let (busy, idle) = (member(&site, "ana", Role::Citymaker).await, Browser::new());
    idle.sign_in(&site, "ana").await;
    for _ in 0..4 {
        clock.advance(DAY);
        busy.page(&site, "/account").await;
    }
    assert_eq!(idle.get(&site, "/account").await.status, 303, "nobody used it for two days");
    clock.advance(DAY);
    assert_eq!(busy.get(&site, "/account").await.status, 303, "five days have passed");
    site.stop().await;
}

async fn another_role_takes_another_sign_in(engine: Engine) {
    let site = site(engine).await;
    let browser = member(&site, "ana", Role::Citymaker).await;
    assert!(!browser.page(&site, "/").await.contains("href=\"/desk\""));
    let (db, who) = (&site.state.db, Who::CommandLine);
    account::set_role(db, &who, "ana", Role::Reviewer, site.now()).await.unwrap();
    assert_eq!(browser.get(&site, "/account").await.status, 303);
    browser.sign_in(&site, "ana").await;
    assert!(browser.page(&site, "/").await.contains("href=\"/desk\""));
    site.stop().await;
}

async fn what_the_database_holds_opens_nothing(engine: Engine) {
    let site = site(engine).await;
    let browser = member(&site, "ana", Role::Citymaker).await;
    let (name, token) = browser.cookies().into_iter().next().unwrap();
    let hash = account::secret::hash(&token);
    assert_ne!(hash, token);
    let thief = Browser::new();
    thief.set_cookie(&name, &hash);
    assert_eq!(thief.get(&site, "/account").await.status, 303);
    let mut tx = site.read().await;
    let stored = kontor::store::sessions::by_hash(&mut tx, &token).await.unwrap();
    assert!(stored.is_none(), "what the browser holds is nowhere in the database");
    drop(tx);
    site.stop().await;
}
