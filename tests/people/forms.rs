//! Forms of the signed-in: taken from our own pages with the token of their sign-in, and else not.

use kontor::domain::account::Role;

use super::browser::{Browser, member, site, token};
use crate::{
    checks,
    instance::{Engine, on_each_engine},
};

on_each_engine!(
    a_form_without_the_token_of_its_sign_in_changes_nothing,
    a_form_on_another_site_changes_nothing,
    what_was_typed_survives_a_sign_in_that_ended,
    a_form_is_bounded_and_nothing_else_is_read,
);

const FORM: &str = "application/x-www-form-urlencoded";

async fn a_form_without_the_token_of_its_sign_in_changes_nothing(engine: Engine) {
    let site = site(engine).await;
    let (here, there) = (member(&site, "ana", Role::Citymaker).await, Browser::new());
    there.sign_in(&site, "ana").await;
    let bob = member(&site, "bob", Role::Citymaker).await;
    let (theirs, of_there) = (bob.token(&site).await, there.token(&site).await);
    let rows = site.rows().await;
    for wrong in [None, Some(""), Some("x"), Some(theirs.as_str()), Some(of_there.as_str())] {
        let csrf = wrong.map(|token| ("csrf", token));
        let fields: Vec<_> = [("session", "others")].into_iter().chain(csrf).collect();
        let seen = here.post(&site, "/account/sessions", &fields).await;
        assert_eq!(seen.status, 403, "{wrong:?}");
        checks::page("a wrong token", &seen.body);
        let seen = here.post(&site, "/logout", &fields).await;
        assert_eq!(seen.status, 403, "{wrong:?}");
    }
    assert_eq!(site.rows().await, rows);
    there.page(&site, "/account").await;
    site.stop().await;
}

async fn a_form_on_another_site_changes_nothing(engine: Engine) {
    let site = site(engine).await;
    let (here, there) = (member(&site, "ana", Role::Citymaker).await, Browser::new());
    there.sign_in(&site, "ana").await;
    // Even with the token, which another site cannot know.
    let token = here.token(&site).await;
    *here.site.lock().unwrap() = Some("cross-site");
    for path in ["/account/sessions", "/logout"] {
        let fields = [("csrf", token.as_str()), ("session", "others")];
        let seen = here.post(&site, path, &fields).await;
        assert_eq!(seen.status, 403, "{path}");
        assert!(!seen.body.contains("value=\"others\""), "nothing of it is shown");
    }
    there.page(&site, "/account").await;
    site.stop().await;
}

async fn what_was_typed_survives_a_sign_in_that_ended(engine: Engine) {
    let site = site(engine).await;
    let (here, there) = (member(&site, "ana", Role::Citymaker).await, Browser::new());
    there.sign_in(&site, "ana").await;
    let old = here.token(&site).await;
    let page = here.page(&site, "/account").await;
    here.submit(&site, &page, "/logout", &[]).await;
    let text = "Line one\r\n<b>\"two\" & three</b>";
    let fields = [("csrf", old.as_str()), ("session", "others"), ("text", text)];
    let out = here.post(&site, "/account/sessions", &fields).await;
    assert_eq!(out.status, 403);
    checks::page("signed out", &out.body);
    assert!(out.body.contains("href=\"/login\" target=\"_blank\""));
    // In another window.
    here.sign_in(&site, "ana").await;
    let again = here.submit(&site, &out.body, "/account/sessions", &[]).await;
    assert_eq!(again.status, 403, "the page does not know of the new sign-in");
    checks::page("once more", &again.body);
    assert_eq!(token(&again.body), here.token(&site).await);
    let kept = super::browser::forms(&again.body);
    let kept = kept.iter().find(|form| form.action == "/account/sessions").unwrap();
    assert!(kept.fields.contains(&("text".into(), text.into())), "{kept:?}");
    let done = here.submit(&site, &again.body, "/account/sessions", &[]).await;
    assert_eq!(done.status, 303);
    assert_eq!(there.get(&site, "/account").await.status, 303, "it was done in the end");
    // A password is never written into a page.
    let fields = [("csrf", old.as_str()), ("password", "a plain sentence")];
    let seen = here.post(&site, "/account/sessions", &fields).await;
    assert!(seen.status == 403 && !seen.body.contains("a plain sentence"));
    site.stop().await;
}

async fn a_form_is_bounded_and_nothing_else_is_read(engine: Engine) {
    let site = site(engine).await;
    let here = member(&site, "ana", Role::Citymaker).await;
    let token = here.token(&site).await;
    let long = format!("csrf={token}&session=others&x={}", "a".repeat(70_000));
    let seen = here.post_bytes(&site, "/account/sessions", FORM, long.into_bytes()).await;
    assert_eq!(seen.status, 413);
    checks::page("too long", &seen.body);
    let json = br#"{"session":"others"}"#.to_vec();
    let seen = here.post_bytes(&site, "/account/sessions", "application/json", json).await;
    assert_eq!(seen.status, 415);
    checks::page("no form", &seen.body);
    let odd = b"%ff%00=\xff&csrf=%00".to_vec();
    assert_eq!(here.post_bytes(&site, "/account/sessions", FORM, odd).await.status, 403);
    assert_eq!(here.get(&site, "/account/sessions").await.status, 405);
    site.stop().await;
}
