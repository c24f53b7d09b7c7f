//! Imports of spreadsheets in numbers, of our own making, of strangers, and of what is none.

use std::time::Instant;

use kontor::{
    app::{
        access::Who,
        desk::{By, Desk},
        imports::{self, Choices, Mode, Taking, Verdict, best_sheet, names},
    },
    domain::{
        account::Role,
        case_study::parse,
        sheet::{Mapping, Sheet},
    },
    formats::{
        reading::{self, Charset},
        sheet,
    },
    store::imports as kept,
};

use super::{
    browser::{Browser, member, site},
    imports::{count, samples},
    photos::{fetch, fetch_with, multipart},
    sheets::{HEAD, TEMPLATE, begun, confirm, row, save, send},
};
use crate::{
    checks,
    common::extreme_records,
    instance::{Engine, Instance, on_each_engine},
};

on_each_engine!(
    nobody_else_sees_an_import_or_sends_its_forms,
    what_is_no_sheet_is_refused_and_leaves_nothing,
    our_own_exports_come_back_as_the_same_cases,
    a_mapping_is_remembered_and_offered_to_sheets_with_the_same_columns,
    five_thousand_rows_come_in_and_one_more_does_not,
    an_unfinished_import_survives_a_restart_and_is_forgotten_after_a_week,
);

async fn nobody_else_sees_an_import_or_sends_its_forms(engine: Engine) {
    let site = site(engine).await;
    let eve = member(&site, "eve", Role::Editor).await;
    let path = begun(&site, &eve, TEMPLATE).await;
    let pages = [path.clone(), format!("{path}/columns"), format!("{path}/errors.csv")];
    let all = ["/desk/imports", "/desk/imports/template.csv", "/desk/imports/template.xlsx"];
    let all = all.map(str::to_owned);
    let rows = site.rows().await;
    let stranger = Browser::new();
    for page in pages.iter().chain(&all) {
        let seen = stranger.get(&site, page).await;
        assert!(seen.header("location").starts_with("/login"), "{page}");
    }
    let people = [
        ("cora", Role::Citymaker, 403),
        ("cleo", Role::Contributor, 403),
        ("rex", Role::Reviewer, 403),
        ("ed", Role::Editor, 404),
        ("ina", Role::InstanceAdmin, 404),
    ];
    for (name, role, status) in people {
        let other = member(&site, name, role).await;
        for page in &pages {
            let seen = other.get(&site, page).await;
            assert_eq!(seen.status, status, "{name} {page}");
            assert!(!seen.body.contains("Cloudburst"), "{name} {page}");
        }
        let token = other.token(&site).await;
        for what in ["choose", "confirm", "discard", "undo"] {
            let seen = other.post(&site, &path, &[("csrf", &token), ("do", what)]).await;
            assert_eq!(seen.status, status, "{name} {what}");
        }
        if status == 403 {
            assert_eq!(other.get(&site, "/desk/imports").await.status, 403, "{name}");
            let fields = [("csrf", token.as_str())];
            let (kind, body) = multipart(&fields, Some(("a.csv", "text/csv", TEMPLATE)));
            let seen = other.post_bytes(&site, "/desk/imports/add", &kind, body).await;
            assert_eq!(seen.status, 403, "{name}");
        }
    }
    for (fields, file) in [(vec![], true), (vec![("csrf", "guessed")], true)] {
        let file = file.then_some(("a.csv", "text/csv", TEMPLATE));
        let (kind, body) = multipart(&fields, file);
        let seen = eve.post_bytes(&site, "/desk/imports/add", &kind, body).await;
        assert_eq!(seen.status, 403, "without the token of the sign-in");
    }
    let seen = eve.post(&site, &path, &[("csrf", "guessed"), ("do", "confirm")]).await;
    assert_eq!(seen.status, 403);
    let now = site.rows().await;
    for table in ["import", "import_row", "manuscript", "case_study"] {
        assert_eq!(now[table], rows[table], "{table}");
    }
    assert_eq!(confirm(&site, &eve, &path, "").await.status, 303);
    site.stop().await;
}

async fn what_is_no_sheet_is_refused_and_leaves_nothing(engine: Engine) {
    let site = site(engine).await;
    let eve = member(&site, "eve", Role::Editor).await;
    let book = eve_book(&site, &eve).await;
    let forged = [0x89, b'P', b'N', b'G', 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16];
    let wide = format!("{}\nx", vec!["a"; 200].join(","));
    for (name, bytes, status, told) in [
        ("a.xlsx", &b"PK\x03\x04 and no more"[..], 422, "damaged"),
        ("half.xlsx", &book[..book.len() / 2], 422, "damaged"),
        ("a.csv", &forged[..], 415, "neither CSV nor XLSX"),
        ("a.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 415, "old format or has a password"),
        ("a.csv", b"", 422, "choose a file"),
        ("a.csv", b"title\n", 422, "no rows"),
        ("a.csv", wide.as_bytes(), 413, "more than 120 columns"),
        ("a.csv", &vec![b'x'; 13_000_000], 413, "larger than can be taken"),
    ] {
        let seen = send(&site, &eve, name, bytes).await;
        assert_eq!(seen.status, status, "{name}: {}", seen.body);
        assert!(seen.body.contains(told), "{name}: {}", seen.body);
        checks::page(name, &seen.body);
    }
    assert_eq!(count(&site, "import").await, 0);
    // Whatever its name, what it is counts.
    let seen = send(&site, &eve, "../../<b>sheet</b>.csv", &book).await;
    assert_eq!(seen.status, 303, "{}", seen.body);
    let page = eve.page(&site, "/desk/imports").await;
    assert!(page.contains("&#60;b&#62;sheet") && !page.contains("<b>sheet"), "{page}");
    // Nobody heaps them up.
    for _ in 0..9 {
        assert_eq!(send(&site, &eve, "a.csv", TEMPLATE).await.status, 303);
    }
    let seen = send(&site, &eve, "a.csv", TEMPLATE).await;
    assert!(seen.status == 409 && seen.body.contains("Several imports are unfinished"));
    let path = eve.page(&site, "/desk/imports").await;
    let path = path.split("href=\"/desk/imports/01").nth(1).unwrap().split('"').next().unwrap();
    let path = format!("/desk/imports/01{path}");
    let token = eve.token(&site).await;
    let gone = eve.post(&site, &path, &[("csrf", &token), ("do", "discard")]).await;
    assert_eq!(gone.status, 303);
    assert_eq!((eve.get(&site, &path).await.status, count(&site, "import").await), (404, 9));
    site.stop().await;
}

/// The template as a workbook, as the desk offers it.
async fn eve_book(site: &Instance, eve: &Browser) -> Vec<u8> {
    let cookie: Vec<_> =
        eve.cookies().iter().map(|(name, value)| format!("{name}={value}")).collect();
    let path = "/desk/imports/template.xlsx";
    fetch_with(site, path, ("cookie", &cookie.join("; "))).await.bytes
}

fn guessed(bytes: &[u8], mode: Mode) -> (Sheet, Choices) {
    let sheets = reading::read(bytes, Charset::Auto).unwrap();
    let (at, mapping): (usize, Mapping) = best_sheet(&sheets, names());
    (sheets[at].clone(), Choices { mapping, mode, mapped: true, ..Choices::default() })
}

async fn our_own_exports_come_back_as_the_same_cases(engine: Engine) {
    let from = site(engine).await;
    let extreme = extreme_records();
    let extreme = extreme.iter().map(|record| parse(record).unwrap());
    from.import(samples().into_iter().chain(extreme)).await;
    let all = from.shown().await;
    for file in ["/cases.csv", "/cases.xlsx"] {
        let bytes = fetch(&from, file, "").await.bytes;
        let to = site(engine).await;
        let desk = Desk::of(&to.state.db, &to.state.config, &to.state.urls).await.unwrap();
        let by = By::keeper(Who::CommandLine);
        let taking = Taking { by: &by, author: None, leave_out: true };
        let (sheet, choices) = guessed(&bytes, Mode::Published);
        let now = to.now();
        let done = imports::at_once(&desk, (file, &sheet), &choices, Some(&taking), now).await;
        let (plan, outcome) = done.unwrap();
        for row in &plan.rows {
            let Verdict::Refused { flaws } = &row.verdict else { continue };
            // Of a reserved case only what names it leaves.
            assert!(flaws.iter().all(|flaw| flaw.code == "missing"), "{} {flaws:?}", row.title);
        }
        let outcome = outcome.unwrap();
        assert!(outcome.published >= 30, "{outcome:?}");
        let mut same = 0;
        for stored in &all {
            let found = kontor::store::cases::by_key(&mut to.read().await, &stored.case.id).await;
            let Some(found) = found.unwrap() else { continue };
            let cells = |case| {
                // Cells keep no blanks at their ends, and strangers get no addresses.
                let mut cells = sheet::row(case).map(|cell| cell.trim().to_owned());
                cells[37].clear();
                cells
            };
            assert_eq!(cells(&found.case), cells(&stored.case), "{file}");
            assert_eq!((found.published, found.updated), (stored.published, stored.updated));
            same += 1;
        }
        assert_eq!(same, outcome.published);
        // Where they came from nothing changes, whatever their cells cannot hold.
        let own = Desk::of(&from.state.db, &from.state.config, &from.state.urls).await.unwrap();
        let (plan, _) = imports::at_once(&own, (file, &sheet), &choices, None, now).await.unwrap();
        assert_eq!(plan.number_of("same"), all.len(), "{file}");
        // What is there is not brought in twice.
        let (plan, _) = imports::at_once(&desk, (file, &sheet), &choices, None, now).await.unwrap();
        assert_eq!(
            plan.number_of("same"),
            same,
            "{:?}",
            plan.rows.iter().map(|row| (&row.title, &row.verdict)).collect::<Vec<_>>()
        );
        to.stop().await;
    }
    from.stop().await;
}

async fn a_mapping_is_remembered_and_offered_to_sheets_with_the_same_columns(engine: Engine) {
    let site = site(engine).await;
    let eve = member(&site, "eve", Role::Editor).await;
    let text = "Projekt;Wo;Wann\nA case of ours;Aachen;3/4/2019\n";
    let seen = send(&site, &eve, "s.csv", text.as_bytes()).await;
    let path = seen.header("location").strip_suffix("/columns").unwrap().to_owned();
    let fields = [
        ("do", "save"),
        ("column-0", "title"),
        ("column-1", "city"),
        ("column-2", "start"),
        ("dates", "month"),
        ("language", "de"),
        ("source", "Sheet of <i>Aachen</i>"),
    ];
    assert_eq!(save(&site, &eve, &path, &fields).await.status, 303);
    let ed = member(&site, "ed", Role::Editor).await;
    let seen = send(&site, &ed, "next.csv", text.replace("A case", "Another").as_bytes()).await;
    let page = ed.page(&site, seen.header("location")).await;
    assert!(page.contains("value=\"Sheet of &#60;i&#62;Aachen&#60;/i&#62;\""), "{page}");
    let path = seen.header("location").strip_suffix("/columns").unwrap().to_owned();
    assert_eq!(save(&site, &ed, &path, &[("do", "save")]).await.status, 303);
    assert_eq!(confirm(&site, &ed, &path, "").await.status, 303);
    let draft = ed.page(&site, &path).await;
    let draft = draft.split("href=\"/write/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let part = ed.page(&site, &format!("/write/{draft}/part/basics")).await;
    assert!(part.contains("value=\"2019-03-04\""), "the month stands first: {part}");
    for language in ["ar", "ja", "fr"] {
        let reader = Browser::reading(language);
        reader.sign_in(&site, "ed").await;
        for page in ["/desk/imports".to_owned(), path.clone()] {
            reader.page(&site, &page).await;
        }
    }
    site.stop().await;
}

async fn five_thousand_rows_come_in_and_one_more_does_not(engine: Engine) {
    let site = site(engine).await;
    let eve = member(&site, "eve", Role::Editor).await;
    let rows: String =
        (1..=5_000).map(|n| row(&format!("Case number {n}"), "Aachen", "")).collect();
    let more = format!("{HEAD}{rows}{}", row("One more", "Aachen", ""));
    let seen = send(&site, &eve, "s.csv", more.as_bytes()).await;
    assert_eq!(seen.status, 413);
    assert!(seen.body.contains("more than 5,000 rows"), "{}", seen.body);
    let begin = Instant::now();
    let path = begun(&site, &eve, format!("{HEAD}{rows}").as_bytes()).await;
    let page = eve.page(&site, &format!("{path}?from=4900")).await;
    assert!(page.contains("Case number 5000") && !page.contains("Case number 4900<"));
    let looked = begin.elapsed();
    assert_eq!(confirm(&site, &eve, &path, "").await.status, 303);
    println!("5,000 rows: looked at after {looked:?}, taken in after {:?}", begin.elapsed());
    assert_eq!(count(&site, "manuscript").await, 5_000);
    // Who brought so many in can still begin a case.
    let list = eve.page(&site, "/write").await;
    let seen = eve.submit(&site, &list, "/write", &[]).await;
    assert!(seen.header("location").starts_with("/write/01"));
    site.stop().await;
}

async fn an_unfinished_import_survives_a_restart_and_is_forgotten_after_a_week(engine: Engine) {
    let site = site(engine).await;
    let eve = member(&site, "eve", Role::Editor).await;
    let path = begun(&site, &eve, TEMPLATE).await;
    let site = site.stop().await.start().await;
    assert!(eve.page(&site, &path).await.contains("Make 3 drafts"));
    let week = 7 * 86_400_000;
    for (later, there) in [(week - 60_000, 200), (week + 60_000, 404)] {
        let mut tx = site.state.db.begin().await.unwrap();
        kept::forget_old(&mut tx, site.now() + later).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(eve.get(&site, &path).await.status, there);
    }
    site.stop().await;
}
