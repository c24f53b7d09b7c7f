//! Signing in by the organisation's provider: a real one (oidc-provider on Node.js), over real HTTP.

use kontor::{
    app::{access::Who, account},
    config::Registration,
    domain::account::Role,
    store::{
        accounts::{self, AccountState},
        identities,
    },
};
use serde_json::json;

use super::{
    browser::{Browser, PASSWORD, account, address, member, site_with},
    provider::{FINISH, Provider, abroad, newcomer, refused, sign_in},
};
use crate::{
    checks,
    instance::{Engine, Instance, on_each_engine},
};

on_each_engine!(
    a_first_sign_in_makes_an_account_and_the_next_finds_it,
    an_answer_counts_once_and_in_the_browser_that_asked,
    an_answer_that_is_not_what_the_provider_means_for_us_signs_nobody_in,
    keys_that_the_provider_changed_are_read_again,
    an_address_alone_opens_no_account,
    a_provider_that_is_trusted_with_a_domain_opens_its_accounts,
    an_account_is_connected_by_its_owner_and_to_one_person,
    a_provider_that_is_down_keeps_nobody_out,
    who_may_have_no_account_gets_none,
    a_suspended_person_gets_no_further_and_a_new_one_may_have_to_wait,
    the_one_time_code_is_asked_for_unless_the_provider_counts_for_both,
);

const OVER: &str = "took too long, or was begun in another browser";
const UNTRUSTED: &str = "answered does not hold";

async fn a_first_sign_in_makes_an_account_and_the_next_finds_it(engine: Engine) {
    let provider = Provider::start().await;
    let site = provider.site(engine, |_| {}).await;
    provider.person("ana").await;
    let browser = Browser::new();
    let policy = browser.get(&site, "/login").await.header("content-security-policy").to_owned();
    assert!(policy.contains("form-action 'self' https:"), "the button leads away: {policy}");
    let page = sign_in(&provider, &site, &browser).await;
    assert_eq!((page.status, page.header("cache-control")), (200, "private, no-store"));
    checks::page("a newcomer", &page.body);
    assert!(
        page.body.contains("value=\"ana &#60;i&#62;of&#60;/i&#62; the city\""),
        "{}",
        page.body
    );
    assert!(page.body.contains("ana@example.org") && !page.body.contains("type=\"password\""));
    // In another language it is the same page.
    let french = browser.get(&site, &format!("{FINISH}?lang=fr")).await;
    assert_eq!(french.status, 200);
    assert!(french.body.contains("lang=\"fr\"") && french.body.contains("ana@example.org"));
    // Nobody else has it.
    let stranger = Browser::new().get(&site, FINISH).await;
    assert_eq!(stranger.status, 410);
    checks::page("a stranger", &stranger.body);
    let flawed = browser.submit(&site, &page.body, FINISH, &[("handle", "no handle")]).await;
    assert_eq!(flawed.status, 422);
    checks::page("flaws", &flawed.body);
    let fields = [("handle", "ana"), ("name", "Ana"), ("terms", "yes")];
    let held = browser.cookies();
    let made = browser.submit(&site, &flawed.body, FINISH, &fields).await;
    assert_eq!(
        (made.status, made.header("location")),
        (303, "/account/profile/1"),
        "{}",
        made.body
    );
    assert!(browser.page(&site, "/account").await.contains("ana@example.org"));
    assert!(
        !browser.cookies().keys().any(|name| name.contains("newcomer")),
        "nothing is left over"
    );
    let other = Browser::new();
    let (name, key) = held.into_iter().find(|(name, _)| name.contains("newcomer")).unwrap();
    other.set_cookie(&name, &key);
    let again = other.submit(&site, &flawed.body, FINISH, &fields).await;
    assert_eq!(again.status, 410, "a key makes one account");
    checks::page("a used key", &again.body);

    // Her address may become another: it is still her.
    provider.tell("person", json!({ "sub": "ana", "email": "other@example.org" })).await;
    let former = browser.cookies();
    let page = browser.page(&site, "/account").await;
    browser.submit(&site, &page, "/logout", &[]).await;
    let second = sign_in(&provider, &site, &browser).await;
    assert_eq!((second.status, second.header("location")), (303, "/account"), "{}", second.body);
    assert!(browser.page(&site, "/account").await.contains("ana@example.org"));
    assert_ne!(browser.cookies(), former, "each sign-in is a new one");
    assert!(!browser.cookies().keys().any(|name| name.contains("abroad")), "nothing is left over");

    // Where she wanted to go, and nowhere else.
    for (next, led) in [("/account/notices", "/account/notices"), ("//evil.example", "/account")] {
        let browser = Browser::new();
        let sent = browser.post(&site, "/login/organisation", &[("next", next)]).await;
        let back = provider.lead(&site, sent.header("location")).await;
        assert_eq!(browser.get(&site, &back).await.header("location"), led);
    }
    // Nobody is sent on the way by another site.
    let browser = Browser::new();
    *browser.site.lock().unwrap() = Some("cross-site");
    assert_eq!(browser.post(&site, "/login/organisation", &[]).await.status, 403);
    site.stop().await;
}

async fn an_answer_counts_once_and_in_the_browser_that_asked(engine: Engine) {
    let provider = Provider::start().await;
    let site = provider.site(engine, |_| {}).await;
    drop(newcomer(&provider, &site, "ana").await);
    let browser = Browser::new();
    let back = abroad(&provider, &site, &browser).await;
    // In another browser, which was led here, or is on its own way.
    let other = Browser::new();
    refused(&site, &other, &other.get(&site, &back).await, OVER).await;
    abroad(&provider, &site, &other).await;
    refused(&site, &other, &other.get(&site, &back).await, OVER).await;
    // With another state; the sign-in under way is not ended by that.
    let held = browser.cookies();
    let (before, _) = back.split_once("state=").unwrap();
    for state in ["", "x", &"x".repeat(43)] {
        let path = format!("{before}state={state}");
        refused(&site, &browser, &browser.get(&site, &path).await, OVER).await;
        held.iter().for_each(|(name, value)| browser.set_cookie(name, value));
    }
    let done = browser.get(&site, &back).await;
    assert_eq!((done.status, done.header("location")), (303, "/account"), "{}", done.body);
    // Once more, with everything that the browser held then.
    let replay = Browser::new();
    held.iter().for_each(|(name, value)| replay.set_cookie(name, value));
    refused(&site, &replay, &replay.get(&site, &back).await, OVER).await;
    // A code that was redeemed, on a way of one's own.
    let fresh = Browser::new();
    let own = abroad(&provider, &site, &fresh).await;
    let value = |path: &str, name: &str| {
        let url = url::Url::parse("http://a.example").unwrap().join(path).unwrap();
        url.query_pairs().find(|(key, _)| key == name).unwrap().1.into_owned()
    };
    let mixed = format!(
        "/login/organisation/back?code={}&state={}",
        value(&back, "code"),
        value(&own, "state")
    );
    refused(&site, &fresh, &fresh.get(&site, &mixed).await, OVER).await;
    // Of another provider (RFC 9207), and of one that lets nobody in.
    let browser = Browser::new();
    let back = abroad(&provider, &site, &browser).await;
    let issuer: String = url::form_urlencoded::byte_serialize(provider.origin.as_bytes()).collect();
    let mixed_up = back.replace(&issuer, "https%3A%2F%2Fevil.example");
    assert_ne!(mixed_up, back);
    refused(&site, &browser, &browser.get(&site, &mixed_up).await, UNTRUSTED).await;
    provider.tell("person", json!({ "deny": true })).await;
    let denied = sign_in(&provider, &site, &browser).await;
    refused(&site, &browser, &denied, "You were not signed in at").await;
    site.stop().await;
}

async fn an_answer_that_is_not_what_the_provider_means_for_us_signs_nobody_in(engine: Engine) {
    let provider = Provider::start().await;
    let site = provider.site(engine, |_| {}).await;
    drop(newcomer(&provider, &site, "ana").await);
    let long_ago = site.now() / 1_000 - 60;
    for bend in [
        json!({ "claims": { "nonce": "another" } }),
        json!({ "claims": { "nonce": null } }),
        json!({ "claims": { "aud": "somebody-else" } }),
        json!({ "claims": { "aud": ["kontor", "somebody-else"] } }),
        json!({ "claims": { "azp": "somebody-else" } }),
        json!({ "claims": { "iss": "https://evil.example" } }),
        json!({ "claims": { "exp": long_ago } }),
        json!({ "claims": { "sub": "" } }),
        json!({ "claims": { "sub": "bob" } }),
        json!({ "header": { "alg": "none" }, "unsigned": true }),
        json!({ "header": { "alg": "RS256" }, "unsigned": true }),
        json!({ "header": { "alg": "HS256" } }),
        json!({ "header": { "kid": "another" } }),
    ] {
        provider.tell("bend", bend.clone()).await;
        let browser = Browser::new();
        let seen = sign_in(&provider, &site, &browser).await;
        assert!(seen.body.contains(UNTRUSTED), "{bend}: {} {}", seen.status, seen.body);
        refused(&site, &browser, &seen, UNTRUSTED).await;
    }
    provider.tell("bend", json!({})).await;
    let browser = Browser::new();
    assert_eq!(sign_in(&provider, &site, &browser).await.status, 303);
    site.stop().await;
}

async fn keys_that_the_provider_changed_are_read_again(engine: Engine) {
    let provider = Provider::start().await;
    let site = provider.site(engine, |_| {}).await;
    drop(newcomer(&provider, &site, "ana").await);
    provider.begin(&site).await;
    let seen = sign_in(&provider, &site, &Browser::new()).await;
    assert_eq!(seen.status, 303, "{}", seen.body);
    // The address may stand in the signed answer itself.
    let back = format!("{}/login/organisation/back", site.origin());
    provider.tell("start", json!({ "redirects": [back], "claimsInToken": true })).await;
    drop(newcomer(&provider, &site, "bea").await);
    site.stop().await;
}

async fn an_address_alone_opens_no_account(engine: Engine) {
    let provider = Provider::start().await;
    let site = provider.site(engine, |config| config.oidc.trusted = true).await;
    account(&site, "ana", Role::InstanceAdmin).await;
    for confirmed in [json!(false), json!(null), json!("yes")] {
        let person = json!({ "sub": "x", "email": address("ana"), "email_verified": confirmed });
        provider.tell("person", person).await;
        let browser = Browser::new();
        let seen = sign_in(&provider, &site, &browser).await;
        refused(&site, &browser, &seen, "does not say which confirmed e-mail address is yours")
            .await;
    }
    // Confirmed, but nobody said that the provider is believed about this domain.
    provider.person("ana").await;
    let browser = Browser::new();
    let seen = sign_in(&provider, &site, &browser).await;
    refused(&site, &browser, &seen, "There is an account here with the address").await;
    let mut tx = site.read().await;
    assert_eq!(identities::find(&mut tx, &provider.origin, "ana").await.unwrap(), None);
    drop(tx);
    site.stop().await;
}

async fn a_provider_that_is_trusted_with_a_domain_opens_its_accounts(engine: Engine) {
    let provider = Provider::start().await;
    let site = provider
        .site(engine, |config| {
            config.accounts.registration = Registration::Closed;
            config.oidc.trusted = true;
            config.oidc.email_domains = vec!["Example.org".into()];
        })
        .await;
    account(&site, "ana", Role::Reviewer).await;
    provider.person("ana").await;
    let browser = Browser::new();
    assert_eq!(sign_in(&provider, &site, &browser).await.header("location"), "/account");
    let security = browser.page(&site, "/account/security").await;
    assert!(security.contains("This account is connected to"), "{security}");
    // Somebody else whom the provider gives the same address later is not her.
    let person = json!({ "sub": "ana2", "email": address("ana"), "email_verified": true });
    provider.tell("person", person).await;
    let other = Browser::new();
    let seen = sign_in(&provider, &site, &other).await;
    refused(&site, &other, &seen, "There is an account here with the address").await;
    // New accounts come in whatever the rule; addresses of other domains do not.
    drop(newcomer(&provider, &site, "bea").await);
    let person = json!({ "sub": "c", "email": "c@example.net", "email_verified": true });
    provider.tell("person", person).await;
    let other = Browser::new();
    let seen = sign_in(&provider, &site, &other).await;
    refused(&site, &other, &seen, "Addresses of this domain do not get an account here").await;
    site.stop().await;
}

async fn an_account_is_connected_by_its_owner_and_to_one_person(engine: Engine) {
    let provider = Provider::start().await;
    let site = provider.site(engine, |_| {}).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let token = ana.token(&site).await;
    provider.tell("person", json!({ "sub": "p-1" })).await;
    let connect = async |browser: &Browser, password: &str| {
        let page = browser.page(&site, "/account/security").await;
        let fields = [("do", "connect"), ("password", password)];
        browser.submit(&site, &page, "/account/organisation", &fields).await
    };
    let wrong = connect(&ana, "wrong").await;
    assert_eq!(wrong.status, 422);
    checks::page("a wrong password", &wrong.body);
    let anonymous = Browser::new();
    let fields = [("csrf", token.as_str()), ("do", "connect"), ("password", PASSWORD)];
    let seen = anonymous.post(&site, "/account/organisation", &fields).await;
    assert!(seen.status != 303 || !seen.header("location").starts_with("http"));
    let sent = connect(&ana, PASSWORD).await;
    assert_eq!(sent.status, 303, "{}", sent.body);
    let back = provider.lead(&site, sent.header("location")).await;
    // What she was given for the way does not sign in who took it from her.
    let thief = Browser::new();
    for (name, value) in ana.cookies().iter().filter(|(name, _)| name.contains("abroad")) {
        thief.set_cookie(name, value);
    }
    let stolen = thief.get(&site, &back).await;
    refused(&site, &thief, &stolen, OVER).await;
    let sent = connect(&ana, PASSWORD).await;
    let back = provider.lead(&site, sent.header("location")).await;
    assert_eq!(ana.get(&site, &back).await.header("location"), "/account/security?done=connected");
    let page = ana.page(&site, "/account/security?done=connected").await;
    assert!(page.contains("Connected. You can sign in this way"), "{page}");
    let export = ana.get(&site, "/account/export").await;
    assert_eq!(export.status, 200);
    assert_eq!(sign_in(&provider, &site, &Browser::new()).await.header("location"), "/account");

    // The same person of the provider is nobody else here.
    let bob = member(&site, "bob", Role::Citymaker).await;
    let sent = connect(&bob, PASSWORD).await;
    let back = provider.lead(&site, sent.header("location")).await;
    let taken = bob.get(&site, &back).await;
    assert_eq!(taken.status, 409);
    checks::page("somebody else's", &taken.body);
    assert!(taken.body.contains("belongs to another account here"), "{}", taken.body);

    let page = ana.page(&site, "/account/security").await;
    let wrong = ana.submit(&site, &page, "/account/organisation", &[("password", "wrong")]).await;
    assert_eq!(wrong.status, 422);
    let done = ana.submit(&site, &page, "/account/organisation", &[("password", PASSWORD)]).await;
    assert_eq!(done.header("location"), "/account/security?done=disconnected");
    let browser = Browser::new();
    let seen = sign_in(&provider, &site, &browser).await;
    refused(&site, &browser, &seen, "does not say which confirmed e-mail address is yours").await;

    // Who has no other way in keeps this one.
    let cea = newcomer(&provider, &site, "cea").await;
    let page = cea.page(&site, "/account/security").await;
    assert!(page.contains("This is the only way you can sign in"), "{page}");
    let token = cea.token(&site).await;
    for password in ["", PASSWORD] {
        let fields = [("csrf", token.as_str()), ("do", "disconnect"), ("password", password)];
        let seen = cea.post(&site, "/account/organisation", &fields).await;
        assert_eq!(seen.status, 422);
        checks::page("the last way", &seen.body);
    }
    assert_eq!(sign_in(&provider, &site, &Browser::new()).await.header("location"), "/account");
    site.stop().await;
}

async fn a_provider_that_is_down_keeps_nobody_out(engine: Engine) {
    let mut provider = Provider::start().await;
    let site = provider.site(engine, |_| {}).await;
    account(&site, "ana", Role::Citymaker).await;
    provider.person("ana").await;
    let browser = Browser::new();
    let back = abroad(&provider, &site, &browser).await;
    provider.process.kill().await.unwrap();
    let silent = "cannot be reached at the moment";
    refused(&site, &browser, &browser.get(&site, &back).await, silent).await;
    browser.sign_in(&site, "ana").await;
    site.stop().await;
    // A site that never heard of it.
    let site = provider_down(&provider, engine).await;
    let browser = Browser::new();
    let page = browser.page(&site, "/login").await;
    let seen = browser.submit(&site, &page, "/login/organisation", &[]).await;
    refused(&site, &browser, &seen, silent).await;
    site.stop().await;
}

async fn provider_down(provider: &Provider, engine: Engine) -> Instance {
    site_with(engine, |config| {
        config.oidc.issuer = provider.origin.clone();
        config.oidc.client_id = "kontor".into();
    })
    .await
}

async fn who_may_have_no_account_gets_none(engine: Engine) {
    let provider = Provider::start().await;
    for rule in [Registration::Closed, Registration::Invitation] {
        let site = provider.site(engine, |config| config.accounts.registration = rule).await;
        provider.person("ana").await;
        let browser = Browser::new();
        let seen = sign_in(&provider, &site, &browser).await;
        refused(&site, &browser, &seen, "You have no account here").await;
        site.stop().await;
    }
    let site = site_with(engine, |_| {}).await;
    let browser = Browser::new();
    assert!(!browser.page(&site, "/login").await.contains("/login/organisation"));
    assert_eq!(browser.post(&site, "/login/organisation", &[]).await.status, 404);
    assert_eq!(browser.get(&site, "/login/organisation/back?code=a&state=b").await.status, 404);
    site.stop().await;
}

async fn a_suspended_person_gets_no_further_and_a_new_one_may_have_to_wait(engine: Engine) {
    let provider = Provider::start().await;
    let site =
        provider.site(engine, |config| config.accounts.registration = Registration::Approval).await;
    provider.person("ana").await;
    let browser = Browser::new();
    let page = sign_in(&provider, &site, &browser).await;
    let fields = [("handle", "ana"), ("terms", "yes")];
    let waits = browser.submit(&site, &page.body, FINISH, &fields).await;
    assert_eq!(waits.status, 200);
    assert!(waits.body.contains("waits to be approved"), "{}", waits.body);
    let seen = sign_in(&provider, &site, &browser).await;
    refused(&site, &browser, &seen, "still waits to be approved").await;
    let (db, who, now) = (&site.state.db, Who::CommandLine, site.now());
    let (texts, urls) = (site.state.texts.clone(), site.state.urls.clone());
    let post = kontor::app::mail::Post { texts, urls, site: "Metropolis".into() };
    account::register::approve(db, &post, &who, "ana", now).await.unwrap();
    assert_eq!(sign_in(&provider, &site, &browser).await.header("location"), "/account");
    account::suspend(db, &who, "ana", "Advertising.", site.now()).await.unwrap();
    assert_eq!(sign_in(&provider, &site, &browser).await.status, 303);
    assert_eq!(browser.get(&site, "/account").await.header("location"), "/account/suspended");
    assert!(browser.page(&site, "/account/suspended").await.contains("Advertising."));
    let found = account::find(&mut site.read().await, "ana").await.unwrap();
    assert_eq!((found.state, found.role), (AccountState::Suspended, Role::Citymaker));
    site.stop().await;
}

async fn the_one_time_code_is_asked_for_unless_the_provider_counts_for_both(engine: Engine) {
    let provider = Provider::start().await;
    for counts in [false, true] {
        let site = provider.site(engine, |config| config.oidc.second_factor = counts).await;
        let browser = newcomer(&provider, &site, "ana").await;
        let account = account::find(&mut site.read().await, "ana").await.unwrap();
        let mut tx = site.state.db.begin().await.unwrap();
        let secret = Some("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        accounts::set_totp(&mut tx, &account.id, secret, 0).await.unwrap();
        tx.commit().await.unwrap();
        let page = browser.page(&site, "/account").await;
        browser.submit(&site, &page, "/logout", &[]).await;
        let seen = sign_in(&provider, &site, &browser).await;
        let out = browser.get(&site, "/account").await.status == 303;
        assert_eq!((seen.status, out), if counts { (303, false) } else { (200, true) });
        if !counts {
            checks::page("the code", &seen.body);
            let wrong = browser.submit(&site, &seen.body, "/login/code", &[("code", "0")]).await;
            assert_eq!(wrong.status, 422);
        }
        site.stop().await;
    }
}
