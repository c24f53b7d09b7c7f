//! Which module may know which. If this fails, move the code, not the rule.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod imports;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use imports::{Naming, namings};

/// A module of `src`, with what it must not know.
struct Layer {
    name: &'static str,
    /// The modules it may import.
    may: &'static [&'static str],
    /// The foreign crates it must not name.
    never: &'static [&'static str],
}

const fn layer(
    name: &'static str,
    may: &'static [&'static str],
    never: &'static [&'static str],
) -> Layer {
    Layer { name, may, never }
}

/// Neither HTTP, nor SQL, nor a runtime.
const PURE: &[&str] = &[
    "activitypub_federation",
    "axum",
    "http_body_util",
    "metrics",
    "reqwest",
    "sqlx",
    "tokio",
    "tower",
    "tower_http",
    "tracing",
];
/// SQL, a runtime, but no HTTP.
const NO_HTTP: &[&str] =
    &["activitypub_federation", "axum", "http_body_util", "reqwest", "tower", "tower_http"];
const NO_HTTP_NO_SQL: &[&str] =
    &["activitypub_federation", "axum", "http_body_util", "reqwest", "sqlx", "tower", "tower_http"];
/// Pages and answers are made here; calls to other servers are federation's.
const NO_SQL_NO_CALLS: &[&str] = &["activitypub_federation", "reqwest", "sqlx"];
const NO_SQL: &[&str] = &["sqlx"];

const GROUND: &[&str] = &["clock", "config", "i18n", "telemetry"];
const BELOW_STORE: &[&str] = &["clock", "config", "domain", "html", "i18n", "telemetry", "urls"];
const BELOW_APP: &[&str] =
    &["clock", "config", "domain", "html", "i18n", "media", "store", "telemetry", "urls"];
const BELOW_SURFACES: &[&str] = &[
    "app",
    "cite",
    "clock",
    "config",
    "domain",
    "formats",
    "html",
    "i18n",
    "media",
    "preview",
    "state",
    "store",
    "telemetry",
    "urls",
];
/// Strangers to each other: what one needs of another is missing below.
const SURFACES: &[&str] = &["api", "federation", "opendata", "mail", "mastodon", "transfer", "web"];
const BELOW_SERVER: &[&str] = &[
    "api",
    "app",
    "clock",
    "config",
    "domain",
    "federation",
    "formats",
    "opendata",
    "html",
    "i18n",
    "jobs",
    "mail",
    "mastodon",
    "media",
    "state",
    "store",
    "telemetry",
    "transfer",
    "urls",
    "web",
];
const BELOW_JOBS: &[&str] = &[
    "api",
    "app",
    "clock",
    "config",
    "domain",
    "federation",
    "formats",
    "opendata",
    "html",
    "i18n",
    "mail",
    "mastodon",
    "media",
    "state",
    "store",
    "telemetry",
    "transfer",
    "urls",
    "web",
];
const BELOW_DEMO: &[&str] = &[
    "api",
    "app",
    "clock",
    "config",
    "domain",
    "federation",
    "formats",
    "opendata",
    "html",
    "i18n",
    "jobs",
    "mail",
    "mastodon",
    "media",
    "preview",
    "server",
    "state",
    "store",
    "telemetry",
    "transfer",
    "urls",
    "web",
];
const BELOW_CLI: &[&str] = &[
    "api",
    "app",
    "bench",
    "clock",
    "config",
    "demo",
    "domain",
    "federation",
    "formats",
    "opendata",
    "html",
    "i18n",
    "jobs",
    "mail",
    "mastodon",
    "media",
    "preview",
    "server",
    "state",
    "store",
    "telemetry",
    "transfer",
    "urls",
    "web",
];

/// Ground <- domain <- urls, html <- store <- app <- surfaces <- top.
/// A module that is not built yet may stand here already.
const LAYERS: &[Layer] = &[
    // ground
    layer("clock", &[], PURE),
    layer("config", &[], PURE),
    layer("i18n", &[], NO_HTTP_NO_SQL),
    layer("telemetry", &["config"], &["activitypub_federation", "reqwest", "sqlx", "tokio"]),
    // domain, and the ground that knows it; of the clock it knows how times are written
    layer("domain", &["clock"], PURE),
    layer("urls", &["domain"], PURE),
    layer("html", &["domain", "urls"], PURE),
    layer("preview", &["domain", "html"], PURE),
    layer("cite", &["clock", "domain"], PURE),
    layer("formats", &["clock", "domain", "urls"], PURE),
    layer("media", &["config", "domain"], NO_HTTP_NO_SQL),
    // store, app
    layer("store", BELOW_STORE, NO_HTTP),
    layer("app", BELOW_APP, NO_HTTP_NO_SQL),
    layer("state", BELOW_APP, NO_SQL),
    // surfaces
    layer("federation", BELOW_SURFACES, &["askama", "sqlx"]),
    layer("web", BELOW_SURFACES, NO_SQL_NO_CALLS),
    layer("api", BELOW_SURFACES, NO_SQL_NO_CALLS),
    layer("mastodon", BELOW_SURFACES, NO_SQL_NO_CALLS),
    layer("opendata", BELOW_SURFACES, NO_SQL_NO_CALLS),
    layer("transfer", BELOW_SURFACES, NO_SQL_NO_CALLS),
    layer("mail", BELOW_SURFACES, NO_SQL_NO_CALLS),
    // top
    layer("jobs", BELOW_JOBS, NO_SQL),
    layer("server", BELOW_SERVER, NO_SQL),
    layer("demo", BELOW_DEMO, NO_SQL),
    layer("bench", BELOW_DEMO, NO_SQL),
    layer("cli", BELOW_CLI, NO_SQL),
];

/// Names that a module may not use even of a module it may import.
const SECRETS: &[(&str, &str, &str)] = &[
    ("domain", "Clock", "time comes in as `now`"),
    ("store", "Clock", "time comes in as `now`"),
    ("app", "Clock", "time comes in as `now`"),
];

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// What one file does that its layer must not, each with its line.
fn faults(layer: &Layer, path: &[&str], place: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for Naming { line, name, own } in namings(text, path) {
        let name = name.as_str();
        if own && name == "*" {
            faults.push(format!("{place}:{line} imports everything: name what is needed"));
        } else if own && name != layer.name {
            let known = LAYERS.iter().any(|other| other.name == name);
            if known && !layer.may.contains(&name) {
                faults.push(format!("{place}:{line} ({}) imports {name}", layer.name));
            }
        } else if !own && layer.never.contains(&name) {
            faults.push(format!("{place}:{line} ({}) names the crate {name}", layer.name));
        }
    }
    for (module, secret, why) in SECRETS {
        if *module == layer.name {
            let used = imports::words(text).into_iter().find(|(_, word)| word == secret);
            if let Some((line, _)) = used {
                faults.push(format!("{place}:{line} ({module}) uses {secret}: {why}"));
            }
        }
    }
    faults
}

#[test]
fn modules_import_only_what_lies_below_them() {
    let mut all = Vec::new();
    for file in rust_files(&src()) {
        let place = file.strip_prefix(src()).unwrap().display().to_string();
        let path: Vec<_> = place.trim_end_matches(".rs").split('/').collect();
        let Some(layer) = LAYERS.iter().find(|layer| layer.name == path[0]) else {
            continue;
        };
        let path = path.strip_suffix(&["mod"]).unwrap_or(&path);
        all.extend(faults(layer, path, &place, &fs::read_to_string(&file).unwrap()));
    }
    assert!(all.is_empty(), "\n{}", all.join("\n"));
}

#[test]
fn every_module_has_a_layer() {
    let lib = fs::read_to_string(src().join("lib.rs")).unwrap();
    let declared: BTreeSet<_> = lib
        .lines()
        .filter_map(|line| {
            let line = line.trim_start_matches("pub(crate) ").trim_start_matches("pub ");
            line.strip_prefix("mod ")?.strip_suffix(';')
        })
        .collect();
    let layered: BTreeSet<_> = LAYERS.iter().map(|layer| layer.name).collect();
    let missing: Vec<_> = declared.difference(&layered).collect();
    assert!(missing.is_empty(), "no layer for {missing:?}");
    for file in rust_files(&src()) {
        let place = file.strip_prefix(src()).unwrap().display().to_string();
        let top = place.split('/').next().unwrap_or_default().trim_end_matches(".rs");
        let known = declared.contains(top) || matches!(top, "lib" | "main" | "bin");
        assert!(known, "src/{place} belongs to no module that lib.rs declares");
    }
}

/// The table itself: it has one direction, and surfaces do not meet.
#[test]
fn the_layers_have_one_direction() {
    for (at, layer) in LAYERS.iter().enumerate() {
        for below in layer.may {
            let Some(place) = LAYERS.iter().position(|other| other.name == *below) else {
                panic!("{} may import {below}, which has no layer", layer.name);
            };
            let ground = GROUND.contains(below) && GROUND.contains(&layer.name);
            assert!(place < at || ground, "{} may import {below} above it", layer.name);
            let surfaces = SURFACES.contains(&layer.name) && SURFACES.contains(below);
            assert!(!surfaces, "the surfaces {} and {below} meet", layer.name);
        }
    }
}

#[test]
fn a_violation_is_caught_however_it_is_written() {
    let layer_of = |name| LAYERS.iter().find(|layer| layer.name == name).unwrap();
    for (module, path, text) in [
        ("domain", &["domain", "case"][..], "use crate::store::cases;"),
        ("domain", &["domain"], "use crate::{text, store::{self, Db}};"),
        ("domain", &["domain"], "use {crate::web, std::fmt};"),
        ("domain", &["domain"], "fn f() { crate::app::publish() }"),
        ("domain", &["domain", "case"], "use super::super::store::Db;"),
        ("domain", &["domain", "case"], "use super::{super::store::Db, id};"),
        ("domain", &["domain", "case"], "mod tests { use super::super::super::store::Db; }"),
        ("domain", &["domain"], "use super::*;"),
        ("domain", &["domain"], "/* crate:: */ pub use ::axum::Router;"),
        ("domain", &["domain"], "fn f(x: sqlx::Error) {}"),
        ("domain", &["domain"], "use axum as http;"),
        ("domain", &["domain"], "use crate::clock::Clock;"),
        ("web", &["web", "cases"], "use crate::federation::article;"),
        ("federation", &["federation"], "let page = crate::web::page();"),
        ("server", &["server"], "use crate::{\n  demo::Demo,\n};"),
        ("jobs", &["jobs"], "macro_rules! m { () => { $crate::server::run() } }"),
    ] {
        let found = faults(layer_of(module), path, "sample", text);
        assert!(!found.is_empty(), "nobody noticed {text}");
    }
    for (module, path, text) in [
        ("domain", &["domain", "case"][..], "use super::{id, text::Plain};"),
        ("domain", &["domain", "case"], "mod tests { use super::super::store; }"),
        ("domain", &["domain"], "// crate::store\nconst S: &str = \"crate::store \\\" sqlx::\";"),
        (
            "domain",
            &["domain"],
            "const S: &str = r#\"crate::store \" sqlx::\"#; const C: char = '\"';",
        ),
        (
            "domain",
            &["domain"],
            "fn f<'a>(x: &'a str) -> crate::clock::Day<'a> { super::clock::x() }",
        ),
        ("domain", &["domain"], "pub(crate) fn f() { self::axum::x(); crate::domain::y() }"),
        ("web", &["web"], "use crate::{app::publish, store::{search, Db}, state::State};"),
        ("cli", &["cli"], "use crate::{demo, server, web, federation};"),
    ] {
        let found = faults(layer_of(module), path, "sample", text);
        assert!(found.is_empty(), "{text} is no fault: {found:?}");
    }
}

/// Whatever our actors say goes into the log with their proof: by `proof::append`, and past it
/// nowhere.
#[test]
fn nothing_goes_into_the_log_of_activities_without_its_proof() {
    const MAKES_PROOFS: &str = "federation/proof/mod.rs";
    let mut past = Vec::new();
    for file in rust_files(&src()) {
        let place = file.strip_prefix(src()).unwrap().display().to_string();
        let text = fs::read_to_string(&file).unwrap();
        let one_line = text.split_whitespace().collect::<Vec<_>>().join("");
        let called = one_line.contains("activities::append(");
        let imported = one_line.contains("activities::append")
            || one_line.contains("activities::{") && {
                let after = one_line.split("activities::{").nth(1).unwrap_or_default();
                after.split('}').next().unwrap_or_default().split(',').any(|name| name == "append")
            };
        if (called || imported) && place != MAKES_PROOFS {
            past.push(place);
        }
    }
    assert!(past.is_empty(), "use federation::proof::append instead, in {past:?}");
    let makes = fs::read_to_string(src().join(MAKES_PROOFS)).unwrap();
    assert!(makes.contains("activities::append("), "{MAKES_PROOFS} is not where proofs are made");
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}
