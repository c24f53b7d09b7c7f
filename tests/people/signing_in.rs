//! Into an account and out of it: with a key, with a password, and not without.

use std::time::{Duration, Instant};

use kontor::{
    app::{
        access::Who,
        account::{
            self,
            passwords::Cost,
            register,
            sign_in::{SignIn, Typed, sign_in},
        },
    },
    clock::Clock,
    domain::{account::Role, email::Email},
    store::accounts::{self, AccountState},
};

use super::browser::{Browser, PASSWORD, account, address, member, site, site_at};
use crate::{
    checks,
    instance::{Engine, Instance, on_each_engine},
};

on_each_engine!(
    a_key_lets_its_owner_choose_a_password_once,
    an_unknown_address_and_a_wrong_password_read_the_same,
    too_many_tries_have_to_wait_until_a_new_password_forgets_them,
    a_sign_in_leads_to_the_page_that_was_asked_for_and_to_no_other_site,
    a_password_in_a_form_on_another_site_signs_nobody_in,
    a_suspended_person_reads_why_and_gets_no_further,
    a_sign_in_that_fails_takes_as_long_whoever_was_named,
);

const NOW: i64 = 1_780_000_000_000;

async fn try_in(browser: &Browser, site: &Instance, email: &str, password: &str) -> (u16, String) {
    let seen = browser.post(site, "/login", &[("email", email), ("password", password)]).await;
    (seen.status, seen.body)
}

async fn a_key_lets_its_owner_choose_a_password_once(engine: Engine) {
    let site = site(engine).await;
    account(&site, "ana", Role::Citymaker).await;
    let (db, now) = (&site.state.db, site.now());
    let (_, first) = account::password_key(db, &Who::CommandLine, "@ana", now).await.unwrap();
    let (_, key) = account::password_key(db, &Who::CommandLine, "ana", now).await.unwrap();
    let browser = Browser::new();
    let gone = browser.get(&site, &format!("/password?key={first}")).await;
    assert_eq!(gone.status, 410, "the newer key ended the older one");
    checks::page("an old key", &gone.body);
    let path = format!("/password?key={key}");
    for _ in 0..3 {
        // Programs that check mails look at every link.
        assert!(browser.page(&site, &path).await.contains("ana of the tests"));
    }
    let page = browser.page(&site, &path).await;
    let weak = browser.submit(&site, &page, "/password", &[("password", "short")]).await;
    assert_eq!(weak.status, 422);
    checks::page("a weak password", &weak.body);
    let done =
        browser.submit(&site, &weak.body, "/password", &[("password", "another sentence")]).await;
    assert_eq!((done.status, done.header("location")), (303, "/login?done=password"));
    let replayed =
        browser.submit(&site, &page, "/password", &[("password", "a third sentence")]).await;
    assert_eq!(replayed.status, 410);
    assert_eq!(try_in(&browser, &site, &address("ana"), PASSWORD).await.0, 422);
    assert_eq!(try_in(&browser, &site, &address("ana"), "a third sentence").await.0, 422);
    let in_now = try_in(&browser, &site, " ANA@example.org ", "another sentence").await;
    assert_eq!(in_now.0, 303);
    site.stop().await;
}

async fn an_unknown_address_and_a_wrong_password_read_the_same(engine: Engine) {
    let site = site(engine).await;
    account(&site, "ana", Role::Citymaker).await;
    let browser = Browser::new();
    let (status, wrong) = try_in(&browser, &site, &address("ana"), "wrong").await;
    let (other, unknown) = try_in(&browser, &site, &address("bob"), "wrong").await;
    let (odd, no_address) = try_in(&browser, &site, "<script>", "wrong").await;
    assert_eq!((status, other, odd), (422, 422, 422));
    checks::page("a wrong password", &wrong);
    checks::page("no address", &no_address);
    assert_eq!(wrong.replace("ana@example.org", ""), unknown.replace("bob@example.org", ""));
    assert!(browser.cookies().is_empty(), "no cookie before a sign-in");
    site.stop().await;
}

async fn too_many_tries_have_to_wait_until_a_new_password_forgets_them(engine: Engine) {
    let clock = Clock::fixed(NOW);
    let site = site_at(engine, clock.clone(), |_| {}).await;
    account(&site, "ana", Role::Citymaker).await;
    for name in ["ana", "nobody"] {
        // The limit of one address by the minute is not what is tried here.
        clock.advance(60_000);
        for _ in 0..10 {
            assert_eq!(try_in(&Browser::new(), &site, &address(name), "wrong").await.0, 422);
        }
        let fields = [("email", address(name)), ("password", PASSWORD.to_owned())];
        let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
        let seen = Browser::new().post(&site, "/login", &fields).await;
        assert_eq!(seen.status, 429, "{name}: even with the right password");
        let wait: i64 = seen.header("retry-after").parse().unwrap();
        assert!((1..=900).contains(&wait), "{wait}");
        checks::page("too many tries", &seen.body);
    }
    clock.advance(60_000);
    let (_, key) =
        account::password_key(&site.state.db, &Who::CommandLine, "ana", site.now()).await.unwrap();
    let browser = Browser::new();
    let fields = [("key", key.as_str()), ("password", PASSWORD)];
    assert_eq!(browser.post(&site, "/password", &fields).await.status, 303);
    browser.sign_in(&site, "ana").await;
    clock.advance(15 * 60_000);
    assert_eq!(try_in(&Browser::new(), &site, &address("nobody"), "wrong").await.0, 422);
    site.stop().await;
}

async fn a_sign_in_leads_to_the_page_that_was_asked_for_and_to_no_other_site(engine: Engine) {
    let site = site(engine).await;
    account(&site, "ana", Role::Citymaker).await;
    let email = address("ana");
    let browser = Browser::new();
    let asked = browser.get(&site, "/account?done=sessions").await;
    assert_eq!(asked.status, 303);
    let path = asked.header("location").to_owned();
    assert_eq!(path, "/login?next=%2Faccount%3Fdone%3Dsessions");
    let page = browser.page(&site, &path).await;
    let fields = [("email", email.as_str()), ("password", PASSWORD)];
    let seen = browser.submit(&site, &page, "/login", &fields).await;
    assert_eq!((seen.status, seen.header("location")), (303, "/account?done=sessions"));
    for odd in ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:1"] {
        let query: String = url::form_urlencoded::byte_serialize(odd.as_bytes()).collect();
        let browser = Browser::new();
        let page = browser.page(&site, &format!("/login?next={query}")).await;
        assert!(!page.contains("evil") && !page.contains("javascript"), "{odd}");
        let fields = [("email", email.as_str()), ("password", PASSWORD), ("next", odd)];
        let seen = browser.post(&site, "/login", &fields).await;
        assert_eq!((seen.status, seen.header("location")), (303, "/account"), "{odd}");
    }
    site.stop().await;
}

async fn a_password_in_a_form_on_another_site_signs_nobody_in(engine: Engine) {
    let site = site(engine).await;
    account(&site, "ana", Role::Citymaker).await;
    let browser = Browser::new();
    for from in ["cross-site", "same-site"] {
        *browser.site.lock().unwrap() = Some(from);
        let (status, body) = try_in(&browser, &site, &address("ana"), PASSWORD).await;
        assert_eq!(status, 403);
        checks::page("a form from elsewhere", &body);
        assert!(browser.cookies().is_empty());
    }
    site.stop().await;
}

async fn a_suspended_person_reads_why_and_gets_no_further(engine: Engine) {
    let site = site(engine).await;
    let browser = member(&site, "ana", Role::Reviewer).await;
    let (db, who) = (&site.state.db, Who::CommandLine);
    account::suspend(db, &who, "ana", "Advertising <b>pills</b>.", site.now()).await.unwrap();
    assert_eq!(browser.get(&site, "/account").await.header("location"), "/login?next=%2Faccount");
    browser.sign_in(&site, "ana").await;
    assert_eq!(browser.get(&site, "/account").await.header("location"), "/account/suspended");
    let page = browser.page(&site, "/account/suspended").await;
    assert!(page.contains("Advertising &#60;b&#62;pills&#60;/b&#62;."));
    assert!(!page.contains("href=\"/write\"") && !page.contains("href=\"/desk\""));
    account::restore(db, &who, "ana", site.now()).await.unwrap();
    browser.sign_in(&site, "ana").await;
    browser.page(&site, "/account").await;
    site.stop().await;
}

/// Whoever measures how long a refusal takes learns nothing of who has an account: a password is
/// hashed each time. Without it a refusal would take a hundredth.
async fn a_sign_in_that_fails_takes_as_long_whoever_was_named(engine: Engine) {
    const COST: Cost = Cost { memory_kib: 19_456 };
    let site = site(engine).await;
    let (db, now) = (&site.state.db, site.now());
    // What a hash takes is written in it, so these have theirs by the same settings.
    for name in ["ana", "sue", "wim"] {
        account(&site, name, Role::Citymaker).await;
        let (_, key) = account::password_key(db, &Who::CommandLine, name, now).await.unwrap();
        account::sign_in::choose_password(db, COST, &key, PASSWORD, now).await.unwrap();
    }
    account::suspend(db, &Who::CommandLine, "sue", "Advertising.", now).await.unwrap();
    let mut tx = db.begin().await.unwrap();
    let wim = account::find(&mut tx, "wim").await.unwrap();
    accounts::set_state(&mut tx, &wim.id, AccountState::Waiting, "", now).await.unwrap();
    tx.commit().await.unwrap();
    let post = kontor::app::mail::Post {
        texts: site.state.texts.clone(),
        urls: site.state.urls.clone(),
        site: "Metropolis".into(),
    };
    let unconfirmed = Email::parse(&address("uma")).unwrap();
    register::ask(db, &post, &unconfirmed, "en", now).await.unwrap();
    let new = account::NewAccount {
        email: Email::parse(&address("pia")).unwrap(),
        handle: "pia".into(),
        name: "Pia".into(),
        role: Role::Citymaker,
        language: "en".into(),
    };
    account::add(db, &site.state.urls, &Who::CommandLine, new, now).await.unwrap();

    let cases = [
        ("ana", "a wrong password"),
        ("nobody", "an unknown address"),
        ("sue", "a suspended account"),
        ("wim", "one that waits"),
        ("uma", "an address that was not confirmed"),
        ("pia", "an account without a password"),
    ];
    // In turn, and the quickest of each: what else the machine does makes any of them slower.
    let mut least = cases.map(|(_, what)| (Duration::MAX, what));
    for _ in 0..9 {
        for ((name, what), least) in cases.iter().zip(&mut least) {
            let email = address(name);
            let typed = Typed { email: &email, password: "wrong", agent: "", former: None };
            let began = Instant::now();
            assert_eq!(sign_in(db, COST, typed, now).await.unwrap(), SignIn::Wrong, "{what}");
            least.0 = least.0.min(began.elapsed());
        }
    }
    let (quickest, slowest) = (least.iter().min().unwrap(), least.iter().max().unwrap());
    assert!(slowest.0 < quickest.0 * 6, "{least:?}");
    site.stop().await;
}
