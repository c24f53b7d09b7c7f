//! Who is signed in sees other pages than the public, and no cache mixes them up.

use kontor::domain::account::Role;

use super::browser::{Browser, member, site};
use crate::{
    checks,
    instance::{Engine, on_each_engine},
};

on_each_engine!(
    public_pages_of_the_signed_in_are_kept_apart,
    who_is_not_signed_in_is_led_to_where_one_does,
    every_page_shows_who_is_signed_in_in_every_language,
);

async fn public_pages_of_the_signed_in_are_kept_apart(engine: Engine) {
    let site = site(engine).await;
    let (public, ana) = (Browser::new(), member(&site, "ana", Role::Reviewer).await);
    for path in ["/", "/cases", "/networks", "/topics", "/people", "/nothing-here", "/follow"] {
        let open = public.get(&site, path).await;
        assert!(open.header("set-cookie").is_empty(), "{path}");
        assert_eq!(open.header("cache-control"), "public, no-cache", "{path}");
        let vary: Vec<_> = open.headers.get_all("vary").iter().collect();
        assert!(vary.iter().any(|value| value.to_str().unwrap().contains("cookie")), "{path}");
        assert!(open.body.contains(">Sign in</a>") && !open.body.contains("ana of the"), "{path}");
        assert!(!open.body.contains("member-"), "{path} loads one style sheet");
        let tag = open.header("etag");
        assert!(!tag.is_empty());
        // Asked twice, so that what is remembered of the page is asked too.
        for _ in 0..2 {
            let own = ana.get_with(&site, path, "if-none-match", tag).await;
            assert_eq!(own.status, open.status, "{path}: not 304");
            assert_eq!(own.header("cache-control"), "private, no-store", "{path}");
            assert!(own.header("etag").is_empty(), "{path}");
            assert!(own.body.contains("ana of the tests"), "{path}");
            checks::page(path, &own.body);
        }
        if open.status == 200 {
            let again = public.get_with(&site, path, "if-none-match", tag).await;
            assert_eq!(again.status, 304, "{path} is for the public what it was");
        }
    }
    site.stop().await;
}

async fn who_is_not_signed_in_is_led_to_where_one_does(engine: Engine) {
    let site = site(engine).await;
    let browser = Browser::new();
    for path in ["/account", "/account/suspended"] {
        let seen = browser.get(&site, path).await;
        let location = seen.header("location").to_owned();
        assert_eq!(seen.status, 303, "{path}");
        assert!(location.starts_with("/login?next=%2Faccount"), "{path}: {location}");
        assert_eq!(seen.header("cache-control"), "no-store");
    }
    let rows = site.rows().await;
    for path in ["/account/sessions"] {
        let seen = browser.post(&site, path, &[("session", "others")]).await;
        assert_eq!((seen.status, seen.header("location")), (303, "/login"), "{path}");
    }
    assert_eq!(site.rows().await, rows);
    let seen = browser.get(&site, "/cases?lang=de&topic=cycling").await;
    let link = "/login?next=%2Fcases%3Flang%3Dde%26topic%3Dcycling&#38;lang=de";
    assert!(seen.body.contains(link), "{}", seen.body);
    site.stop().await;
}

async fn every_page_shows_who_is_signed_in_in_every_language(engine: Engine) {
    let site = site(engine).await;
    let ana = member(&site, "ana", Role::InstanceAdmin).await;
    let public = Browser::new();
    for locale in kontor::i18n::Locale::ALL {
        let lang = locale.tag();
        for path in ["/account", "/cases"] {
            let page = ana.page(&site, &format!("{path}?lang={lang}")).await;
            assert!(page.contains(&format!("<html lang=\"{lang}\"")), "{path} {lang}");
            assert!(page.contains("href=\"/desk"), "{path} {lang}");
        }
        for path in ["/login", "/login?done=password"] {
            let and = if path.contains('?') { '&' } else { '?' };
            let seen = public.get(&site, &format!("{path}{and}lang={lang}")).await;
            checks::page(path, &seen.body);
            assert_eq!(seen.header("cache-control"), "private, no-store");
        }
        let seen = public.get(&site, &format!("/password?key=x&lang={lang}")).await;
        assert_eq!(seen.status, 410);
        checks::page("/password", &seen.body);
    }
    site.stop().await;
}
