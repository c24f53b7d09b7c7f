//! Every address of the pages is tried by strangers, by members of too small a role, by other
//! people's accounts, without the token of the sign-in and from another site.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use kontor::domain::account::Role;

use super::{
    browser::{Browser, member, site},
    writing::{begin, write_all},
};
use crate::instance::{Engine, Instance, on_each_engine};

on_each_engine!(
    no_page_and_no_form_is_open_to_who_may_not,
    no_form_of_members_is_taken_without_its_token_or_from_another_site,
);

/// Whom an address is for.
#[derive(Clone, Copy, Debug, PartialEq)]
enum For {
    /// There is no such page, or no such form.
    Nobody,
    /// Anybody, or whoever holds a secret link.
    Anybody,
    /// Whoever is signed in, and sees only what is theirs.
    Members,
    /// An author of the manuscript, and who reviews.
    Authors,
    Reviewers,
    Editors,
    Admins,
}
use For::{Admins, Anybody, Authors, Editors, Members, Nobody, Reviewers};

/// Each route of `src/web` that is not of the public site: whom its page and its form are for.
const ROUTES: &[(&str, For, For)] = &[
    ("/login", Anybody, Anybody),
    ("/login/code", Nobody, Anybody),
    ("/login/organisation", Nobody, Anybody),
    ("/login/organisation/back", Anybody, Nobody),
    ("/login/organisation/finish", Anybody, Anybody),
    ("/logout", Nobody, Members),
    ("/register", Anybody, Anybody),
    ("/register/finish", Anybody, Anybody),
    ("/password", Anybody, Anybody),
    ("/password/forgotten", Anybody, Anybody),
    ("/account", Members, Nobody),
    ("/account/security", Members, Nobody),
    ("/account/password", Nobody, Members),
    ("/account/email", Nobody, Members),
    ("/account/email/confirm", Anybody, Anybody),
    ("/account/codes", Nobody, Members),
    ("/account/sessions", Nobody, Members),
    ("/account/profile/{step}", Members, Members),
    ("/account/profile/picture", Members, Members),
    ("/account/profile/picture/remove", Members, Members),
    ("/account/leave", Members, Members),
    ("/account/export", Members, Nobody),
    ("/account/suspended", Members, Members),
    ("/account/move", Members, Members),
    ("/account/organisation", Nobody, Members),
    ("/account/alerts", Members, Members),
    ("/account/alerts/new", Members, Nobody),
    ("/account/notices", Members, Members),
    ("/account/notices/mail", Nobody, Members),
    ("/account/notices/{id}", Members, Nobody),
    ("/admin/mail", Admins, Admins),
    ("/admin/people", Admins, Admins),
    ("/alerts/end", Anybody, Anybody),
    ("/notices/end", Anybody, Anybody),
    ("/digests", Nobody, Anybody),
    ("/digests/confirm", Anybody, Anybody),
    ("/follow", Anybody, Anybody),
    ("/networks/suggest", Anybody, Anybody),
    ("/contact", Anybody, Anybody),
    ("/contact/confirm", Anybody, Anybody),
    ("/contact/thread", Anybody, Anybody),
    ("/messages", Members, Nobody),
    ("/messages/new", Nobody, Members),
    ("/messages/blocked", Members, Members),
    ("/messages/{id}", Members, Members),
    ("/cases/{page}/comment", Members, Members),
    ("/cases/{page}/correct", Anybody, Anybody),
    ("/comments/{num}", Members, Members),
    ("/write", Members, Members),
    ("/write/cities", Members, Nobody),
    ("/write/look", Members, Members),
    ("/write/{id}", Authors, Authors),
    ("/write/{id}/translate", Authors, Nobody),
    ("/write/{id}/part/{part}", Authors, Authors),
    ("/write/{id}/places", Authors, Authors),
    ("/write/{id}/pictures", Authors, Authors),
    // Who only looks is led to the page of the pictures.
    ("/write/{id}/pictures/add", Members, Authors),
    ("/write/{id}/documents", Members, Authors),
    ("/write/{id}/documents/add", Members, Authors),
    ("/write/{id}/translate/{lang}", Authors, Authors),
    ("/write/{id}/preview", Authors, Nobody),
    ("/write/{id}/elsewhere", Authors, Nobody),
    ("/write/{id}/versions", Authors, Authors),
    ("/desk", Reviewers, Nobody),
    ("/desk/case/{id}", Reviewers, Reviewers),
    ("/desk/published", Reviewers, Editors),
    ("/desk/incoming", Reviewers, Editors),
    ("/desk/comments", Reviewers, Editors),
    ("/desk/reports", Reviewers, Editors),
    ("/desk/coverage", Reviewers, Nobody),
    ("/desk/old", Reviewers, Reviewers),
    ("/desk/imports", Editors, Nobody),
    ("/desk/imports/add", Editors, Editors),
    ("/desk/imports/template.csv", Editors, Nobody),
    ("/desk/imports/template.xlsx", Editors, Nobody),
    ("/desk/imports/{id}", Editors, Editors),
    ("/desk/imports/{id}/columns", Editors, Editors),
    ("/desk/imports/{id}/errors.csv", Editors, Nobody),
];

/// Where pages that keep nothing of anybody begin: everybody may read them.
const PUBLIC: &[&str] = &[
    "/cases",
    "/networks",
    "/topics",
    "/sdgs",
    "/cities",
    "/countries",
    "/regions",
    "/languages",
    "/people",
    "/@{handle}",
    "/pages",
    "/media",
    "/documents",
    "/copies",
    "/plans",
    "/logo",
    "/assets",
    "/accents",
    "/data",
    "/oembed",
    "/style",
    "/imprint",
    "/privacy",
    "/terms",
    "/accessibility",
];

/// The routes as the sources say them, each with whether it has a page and whether it has a form.
fn routes() -> BTreeSet<(String, bool, bool)> {
    let mut routes = BTreeSet::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/web")];
    while let Some(folder) = folders.pop() {
        let within = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let (deeper, files): (Vec<PathBuf>, Vec<_>) = within.partition(|path| path.is_dir());
        folders.extend(deeper);
        for file in files {
            let source = std::fs::read_to_string(file).unwrap();
            for route in source.split(".route(").skip(1) {
                // Doors are made from a table of their kinds, and have no forms.
                let Some(route) = route.trim_start().strip_prefix('"') else { continue };
                let (path, rest) = route.split_once('"').unwrap();
                let handlers = rest.split(".route(").next().unwrap().split(";\n").next().unwrap();
                let handlers = handlers.split('}').next().unwrap();
                let has = |method: &str| handlers.contains(&format!("{method}("));
                routes.insert((path.to_owned(), has("get"), has("post")));
            }
        }
    }
    routes
}

#[test]
fn every_route_says_whom_it_is_for() {
    let mut unknown = Vec::new();
    for (path, page, form) in routes() {
        let known = ROUTES.iter().find(|(known, ..)| *known == path);
        match known {
            Some((_, read, write)) => {
                assert_eq!((page, form), (*read != Nobody, *write != Nobody), "{path}");
            }
            None => {
                let public = path == "/"
                    || PUBLIC.iter().any(|start| {
                        path.strip_prefix(start).is_some_and(|rest| {
                            matches!(rest.chars().next(), None | Some('/' | '.'))
                        })
                    });
                if form || !public {
                    unknown.push(path);
                }
            }
        }
    }
    assert!(unknown.is_empty(), "say in ROUTES whom these are for: {unknown:?}");
    let all: BTreeSet<_> = routes().into_iter().map(|(path, ..)| path).collect();
    for (path, ..) in ROUTES {
        assert!(all.contains(*path), "{path} is no route any more");
    }
}

/// The addresses of the table with something of ana's in them.
struct Tried {
    site: Instance,
    ana: Browser,
    manuscript: String,
}

impl Tried {
    async fn new(engine: Engine) -> Tried {
        let site = site(engine).await;
        let ana = member(&site, "ana", Role::Citymaker).await;
        let path = begin(&site, &ana).await;
        write_all(&site, &ana, &path).await;
        let manuscript = path.trim_start_matches("/write/").to_owned();
        Tried { site, ana, manuscript }
    }

    fn address(&self, route: &str) -> String {
        let id = if route.starts_with("/write") || route.starts_with("/desk") {
            self.manuscript.as_str()
        } else {
            "01KA0000000000000000000000"
        };
        route
            .replace("{id}", id)
            .replace("{part}", "basics")
            .replace("{step}", "1")
            .replace("{page}", "nothing-here")
            .replace("{num}", "1")
            .replace("{lang}", "de")
    }
}

/// A role that is one step too small.
fn below(whom: For) -> Option<Role> {
    match whom {
        Nobody | Anybody | Members => None,
        Authors | Reviewers => Some(Role::Contributor),
        Editors => Some(Role::Reviewer),
        Admins => Some(Role::NetworkAdmin),
    }
}

async fn no_page_and_no_form_is_open_to_who_may_not(engine: Engine) {
    let tried = Tried::new(engine).await;
    let site = &tried.site;
    let stranger = Browser::new();
    let mut others = Vec::new();
    for (handle, role) in
        [("con", Role::Contributor), ("rex", Role::Reviewer), ("nora", Role::NetworkAdmin)]
    {
        let browser = member(site, handle, role).await;
        let token = browser.token(site).await;
        others.push((role, browser, token));
    }
    let rows = site.rows().await;
    for (route, read, write) in ROUTES {
        let path = tried.address(route);
        if !matches!(read, Nobody | Anybody) {
            let seen = stranger.get(site, &path).await;
            let led = seen.status == 303 && seen.header("location").starts_with("/login");
            assert!(led || seen.status == 404, "{path} to strangers: {}", seen.status);
            assert!(!seen.body.contains("Streets that drink rain"), "{path}");
        }
        if let Some(role) = below(*read) {
            let (_, browser, _) = others.iter().find(|(has, ..)| *has == role).unwrap();
            let seen = browser.get(site, &path).await;
            assert!(matches!(seen.status, 403 | 404), "{path} to {role:?}: {}", seen.status);
            assert!(!seen.body.contains("Streets that drink rain"), "{path}");
        }
        let fields = [("do", "remove"), ("base", "1"), ("title", "Taken over"), ("id", "ana")];
        if !matches!(write, Nobody | Anybody) {
            let seen = stranger.post(site, &path, &fields).await;
            let led = seen.header("location").starts_with("/login") || path == "/logout";
            let led = led && seen.status == 303;
            assert!(led || matches!(seen.status, 403 | 404 | 415), "{path}: {}", seen.status);
        }
        if let Some(role) = below(*write) {
            let (_, browser, token) = others.iter().find(|(has, ..)| *has == role).unwrap();
            let fields = [&[("csrf", token.as_str())], &fields[..]].concat();
            let seen = browser.post(site, &path, &fields).await;
            let refused = matches!(seen.status, 403 | 404 | 415);
            assert!(refused, "{path} from {role:?}: {} {}", seen.status, seen.body);
        }
    }
    assert_eq!(site.rows().await, rows);
    tried.site.stop().await;
}

async fn no_form_of_members_is_taken_without_its_token_or_from_another_site(engine: Engine) {
    let tried = Tried::new(engine).await;
    let site = &tried.site;
    // Somebody who may do everything, so that only the form is wrong.
    let ina = member(site, "ina", Role::InstanceAdmin).await;
    let (hers, other) = (ina.token(site).await, tried.ana.token(site).await);
    let rows = site.rows().await;
    for (route, _, write) in
        ROUTES.iter().filter(|(_, _, write)| !matches!(write, Nobody | Anybody))
    {
        let path = tried.address(route);
        for (token, from) in [
            ("", "same-origin"),
            (other.as_str(), "same-origin"),
            (hers.as_str(), "cross-site"),
            (hers.as_str(), "same-site"),
        ] {
            *ina.site.lock().unwrap() = Some(from);
            let fields = [("csrf", token), ("do", "remove"), ("title", "Taken over")];
            let seen = ina.post(site, &path, &fields).await;
            let refused = matches!(seen.status, 403 | 415);
            assert!(refused, "{write:?} {path} {from}: {}", seen.status);
        }
        *ina.site.lock().unwrap() = Some("same-origin");
    }
    assert_eq!(site.rows().await, rows);
    assert_eq!(ina.get(site, "/account").await.status, 200, "she is still signed in");
    tried.site.stop().await;
}
