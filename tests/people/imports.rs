//! Spreadsheets are brought in: read, matched, looked at, taken in all at once, and taken back.

use kontor::{
    app::account::leave,
    domain::{
        account::Role,
        case_study::{CaseStudy, parse},
    },
    formats::sheet,
    store::accounts,
};
use sqlx::AssertSqlSafe;

use super::{
    browser::{Browser, forms, member, site, unescaped},
    sheets::{HEAD, TEMPLATE, act, begun, confirm, mode, post, row, save, send},
};
use crate::{
    checks,
    common::sample_records,
    instance::{Engine, Instance, on_each_engine},
};

on_each_engine!(
    the_template_becomes_drafts_once_and_they_can_be_taken_back,
    what_is_wrong_is_said_at_its_cell_and_keeps_everything_out_until_it_is_left_out,
    what_is_here_is_found_by_id_source_and_name_and_what_becomes_of_it_is_chosen,
    cases_are_published_and_revised_and_the_whole_import_is_taken_back,
    a_fault_in_the_last_row_leaves_nothing_of_the_others,
    what_changed_since_the_preview_is_noticed,
);

pub fn samples() -> Vec<CaseStudy> {
    sample_records().iter().map(|record| parse(record).unwrap()).collect()
}

pub async fn count(site: &Instance, table: &str) -> i64 {
    site.rows().await[table]
}

/// The imports that somebody takes along with everything else.
async fn exported(site: &Instance, handle: &str) -> serde_json::Value {
    let account = accounts::by_handle(&mut site.read().await, handle).await.unwrap().unwrap();
    let files = leave::export(&site.state.db, &account.id, site.now()).await.unwrap();
    let (_, text) = files.iter().find(|(name, _)| *name == "imports.json").unwrap();
    serde_json::from_str(text).unwrap()
}

async fn the_template_becomes_drafts_once_and_they_can_be_taken_back(engine: Engine) {
    let site = site(engine).await;
    let eve = member(&site, "eve", Role::Editor).await;
    for name in ["csv", "xlsx"] {
        let offered = eve.get(&site, &format!("/desk/imports/template.{name}")).await;
        assert!(offered.header("content-disposition").contains("attachment"), "{name}");
        assert_eq!(offered.status, 200);
    }
    let path = begun(&site, &eve, TEMPLATE).await;
    let page = unescaped(&eve.page(&site, &path).await);
    assert!(page.contains("New <span class=\"count\">3</span>"), "{page}");
    assert!(page.contains("Make 3 drafts") && !page.contains("Cannot be taken"), "{page}");
    assert_eq!(count(&site, "manuscript").await, 0, "a preview stores nothing");
    let form = forms(&eve.page(&site, &path).await)
        .into_iter()
        .find(|form| form.fields.iter().any(|(name, _)| name == "seen"))
        .unwrap()
        .fields;
    for _ in 0..2 {
        let seen = post(&site, &eve, &path, form.clone(), &[("do", "confirm")]).await;
        assert_eq!(seen.status, 303, "{}", seen.body);
        assert_eq!(count(&site, "manuscript").await, 3, "confirmed twice, done once");
    }
    let taken = exported(&site, "eve").await;
    assert_eq!((&taken[0]["file"], &taken[0]["state"]), (&"sheet.csv".into(), &"done".into()));
    assert_eq!((&taken[0]["count"], &taken[0]["outcome"]["drafted"]), (&3.into(), &3.into()));
    let first = &taken[0]["rows"][0];
    assert_eq!((&first["title"].is_string(), &first["became"]), (&true, &"drafted".into()));
    assert!(taken[0]["begun"].is_string() && taken[0]["ended"].is_string(), "{taken}");
    let page = eve.page(&site, &path).await;
    assert!(page.contains("3 drafts laid down") && page.contains("/write/01"), "{page}");
    let own = eve.page(&site, "/write").await;
    assert!(own.contains("Cloudburst Management Plan"), "they belong to who brought them in");
    assert!(!own.contains("New revision of a published case"), "they revise none");
    // The same sheet again finds all of them.
    let again = begun(&site, &eve, TEMPLATE).await;
    let page = eve.page(&site, &again).await;
    assert!(page.contains("No row would be taken in") && page.contains("Like the draft"), "{page}");
    let seen = act(&site, &eve, &path, ("csrf", "undo"), &[]).await;
    assert_eq!(seen.status, 303, "{}", seen.body);
    assert_eq!((count(&site, "manuscript").await, count(&site, "case_study").await), (0, 0));
    assert!(eve.page(&site, &path).await.contains("Taken back"));
    let token = eve.token(&site).await;
    let replayed = eve.post(&site, &path, &[("csrf", &token), ("do", "undo")]).await;
    assert_eq!(replayed.status, 404, "what is taken back is not taken back again");
    // A draft that somebody worked on keeps the import from being taken back.
    assert_eq!(confirm(&site, &eve, &again, "").await.status, 303);
    let page = eve.page(&site, &again).await;
    let draft = page.split("href=\"/write/").nth(1).unwrap().split('"').next().unwrap();
    let part = format!("/write/{draft}/part/basics");
    let form = eve.page(&site, &part).await;
    let seen = eve.submit(&site, &form, &part, &[("subtitle", "Another one")]).await;
    assert_eq!(seen.status, 303);
    let refused = act(&site, &eve, &again, ("csrf", "undo"), &[]).await;
    assert_eq!(refused.status, 409);
    assert!(refused.body.contains("Somebody has worked on"), "{}", refused.body);
    assert_eq!(count(&site, "manuscript").await, 3, "all or nothing");
    site.stop().await;
}

async fn what_is_wrong_is_said_at_its_cell_and_keeps_everything_out_until_it_is_left_out(
    engine: Engine,
) {
    let site = site(engine).await;
    let eve = member(&site, "eve", Role::Editor).await;
    let text = format!(
        "{HEAD}{}{}{}",
        row("A sound one", "Aachen", ""),
        row("=HYPERLINK(1)<b>x</b>", "Bonn", "").replace("2019", "20222"),
        row("Third", "Celle", "javascript:x").replace("cycling", "=flying cars"),
    );
    let path = begun(&site, &eve, text.as_bytes()).await;
    let page = unescaped(&eve.page(&site, &path).await);
    assert!(page.contains("Row 3, column J “start”: is not a date such as 2019"), "{page}");
    assert!(
        page.contains("Row 4, column N “topics”: has a value that is not in the list"),
        "{page}"
    );
    assert!(!eve.page(&site, &path).await.contains("<b>x</b>"), "markup is text");
    let errors = eve.get(&site, &format!("{path}/errors.csv")).await;
    assert!(errors.header("content-disposition").contains("attachment"));
    let mut reader =
        csv::Reader::from_reader(errors.body.trim_start_matches('\u{FEFF}').as_bytes());
    let lines: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(&lines[0][0], "3");
    assert_eq!((&lines[0][1], &lines[0][4]), ("J start", "20222"));
    let cells = lines.iter().flat_map(csv::StringRecord::iter);
    assert!(cells.clone().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{lines:?}");
    assert!(cells.clone().any(|cell| cell == "'=flying cars"), "{lines:?}");
    let seen = confirm(&site, &eve, &path, "").await;
    assert_eq!(seen.status, 409);
    assert!(seen.body.contains("Some rows cannot be taken"));
    assert_eq!(count(&site, "manuscript").await, 0);
    assert_eq!(confirm(&site, &eve, &path, "1").await.status, 303);
    assert_eq!(count(&site, "manuscript").await, 1);
    assert!(eve.page(&site, &path).await.contains("2 rows left out"));
    // Two columns for one field, and none for the title, are said before anything else.
    let seen = send(&site, &eve, "s.csv", b"one,two\na,b").await;
    let path = seen.header("location").strip_suffix("/columns").unwrap().to_owned();
    let none = save(&site, &eve, &path, &[("do", "save")]).await;
    assert_eq!(none.status, 422);
    assert!(none.body.contains("No column stands for the title"));
    let both = [("do", "save"), ("column-0", "title"), ("column-1", "title")];
    let twice = save(&site, &eve, &path, &both).await;
    assert!(twice.body.contains("Two columns stand for"), "{}", twice.body);
    checks::page("columns", &twice.body);
    site.stop().await;
}

async fn what_is_here_is_found_by_id_source_and_name_and_what_becomes_of_it_is_chosen(
    engine: Engine,
) {
    let site = site(engine).await;
    let eve = member(&site, "eve", Role::Editor).await;
    let mut case = samples().remove(0);
    case.source_url = Some("https://origin.example/one".into());
    case.sdg_targets.clear();
    let first = site.publish(case.clone()).await;
    let second = site.publish(samples().remove(1)).await.case;
    let text = format!(
        "{HEAD}{}{}{}{}",
        row("Another title", "Aachen", "https://origin.example/one"),
        row(&format!("\"{}\"", second.title.to_uppercase()), &second.cities[0].name, ""),
        row("Only here", "Celle", ""),
        row("ONLY here", "Célle", ""),
    );
    let path = begun(&site, &eve, text.as_bytes()).await;
    let page = unescaped(&eve.page(&site, &path).await);
    assert!(page.contains("Probably here already <span class=\"count\">3</span>"), "{page}");
    assert!(page.contains("Like row 4") && page.contains(&second.title), "{page}");
    assert!(page.contains("Make 1 draft"), "the others are skipped unless somebody says more");
    mode(&site, &eve, &path, &[("mode", "published"), ("row-2", "update"), ("row-5", "add")]).await;
    let page = eve.page(&site, &path).await;
    assert!(page.contains("Publish 3 cases"), "{page}");
    assert_eq!(confirm(&site, &eve, &path, "").await.status, 303);
    let changed = site.own(&first.case.id).await;
    assert_eq!(
        (changed.case.title.as_str(), changed.revision),
        ("Another title", first.revision + 1)
    );
    assert_eq!(changed.page, first.page, "an address does not change");
    assert_eq!(site.shown_count().await, 4);
    // By its id a case is known for sure: only what differs changes.
    let text = format!(
        "id,title,subtitle\n{0},\"{1}\",\n{2},\"{3}\",\"A new line\"\n",
        second.id, second.title, first.case.id, changed.case.title
    );
    let path = begun(&site, &eve, text.as_bytes()).await;
    let page = unescaped(&eve.page(&site, &path).await);
    assert!(page.contains("Unchanged <span class=\"count\">1</span>"), "{page}");
    assert!(page.contains("Changes: Subtitle"), "{page}");
    assert_eq!(confirm(&site, &eve, &path, "").await.status, 303);
    assert_eq!(count(&site, "manuscript").await, 1, "the next revision, as a draft");
    assert!(eve.page(&site, "/write").await.contains("New revision of a published case"));
    site.stop().await;
}

async fn cases_are_published_and_revised_and_the_whole_import_is_taken_back(engine: Engine) {
    let site = site(engine).await;
    let eve = member(&site, "eve", Role::Editor).await;
    let before = site.publish(samples().remove(0)).await;
    let head = HEAD.replace("title,", "id,title,");
    let text = format!(
        "{head}one-of-ours,{}{},\"Changed by a sheet\"\n",
        row("One of ours", "Aachen", ""),
        before.case.id
    );
    let path = begun(&site, &eve, text.as_bytes()).await;
    mode(&site, &eve, &path, &[("mode", "published")]).await;
    assert_eq!(confirm(&site, &eve, &path, "").await.status, 303);
    assert_eq!(site.own(&before.case.id).await.case.title, "Changed by a sheet");
    let page = Browser::new().page(&site, "/cases/one-of-ours").await;
    assert!(page.contains("One of ours"));
    let page = eve.page(&site, &path).await;
    assert!(page.contains("1 case published") && page.contains("1 case changed"), "{page}");
    let seen = act(&site, &eve, &path, ("reason", "undo"), &[("reason", "The wrong file")]).await;
    assert_eq!(seen.status, 303, "{}", seen.body);
    let gone = Browser::new().get(&site, "/cases/one-of-ours").await;
    assert!(gone.status == 410 && gone.body.contains("The wrong file"), "{}", gone.status);
    let restored = site.own(&before.case.id).await;
    assert_eq!(sheet::row(&restored.case), sheet::row(&before.case), "as it was");
    assert!(eve.page(&site, &path).await.contains("Taken back"));
    site.stop().await;
}

async fn a_fault_in_the_last_row_leaves_nothing_of_the_others(engine: Engine) {
    let site = site(engine).await;
    let eve = member(&site, "eve", Role::Editor).await;
    let rows: String = (1..=20).map(|n| row(&format!("Case {n}"), "Aachen", "")).collect();
    let path = begun(&site, &eve, format!("{HEAD}{rows}").as_bytes()).await;
    mode(&site, &eve, &path, &[("mode", "published")]).await;
    run(
        &site,
        engine,
        [
            "CREATE TRIGGER no_last BEFORE INSERT ON case_study WHEN NEW.sort_title = 'case 20'
         BEGIN SELECT RAISE(ABORT, 'the disk is full'); END",
            "ALTER TABLE case_study ADD CONSTRAINT no_last CHECK (sort_title <> 'case 20')",
        ],
    )
    .await;
    let before = site.rows().await;
    let seen = confirm(&site, &eve, &path, "").await;
    assert!(seen.status >= 500, "{}", seen.status);
    assert_eq!(site.rows().await, before, "nothing of the nineteen others");
    assert_eq!(site.shown_count().await, 0);
    run(&site, engine, ["DROP TRIGGER no_last", "ALTER TABLE case_study DROP CONSTRAINT no_last"])
        .await;
    assert_eq!(confirm(&site, &eve, &path, "").await.status, 303, "and nothing is lost");
    assert_eq!(site.shown_count().await, 20);
    site.stop().await;
}

/// Runs the statement of this engine.
async fn run(site: &Instance, engine: Engine, [sqlite, postgres]: [&str; 2]) {
    let sql = if engine == Engine::Sqlite { sqlite } else { postgres };
    match &site.state.db {
        kontor::store::Db::Sqlite { writer, .. } => {
            sqlx::query(AssertSqlSafe(sql)).execute(writer).await.unwrap();
        }
        kontor::store::Db::Postgres { pool, .. } => {
            sqlx::query(AssertSqlSafe(sql)).execute(pool).await.unwrap();
        }
    }
}

async fn what_changed_since_the_preview_is_noticed(engine: Engine) {
    let site = site(engine).await;
    let eve = member(&site, "eve", Role::Editor).await;
    let stored = site.publish(samples().remove(0)).await;
    let text = format!("id,title\n{},\"A better title\"\n", stored.case.id);
    let path = begun(&site, &eve, text.as_bytes()).await;
    mode(&site, &eve, &path, &[("mode", "published")]).await;
    let page = eve.page(&site, &path).await;
    let mut other = stored.case.clone();
    other.subtitle = Some("Somebody else was here".into());
    site.update(other).await;
    let form = forms(&page)
        .into_iter()
        .find(|form| form.fields.iter().any(|(name, _)| name == "seen"))
        .unwrap();
    let seen = post(&site, &eve, &path, form.fields, &[("do", "confirm")]).await;
    assert_eq!(seen.status, 409);
    assert!(seen.body.contains("Something has changed since the preview"), "{}", seen.body);
    assert_ne!(site.own(&stored.case.id).await.case.title, "A better title");
    assert_eq!(confirm(&site, &eve, &path, "").await.status, 303);
    let now = site.own(&stored.case.id).await.case;
    assert_eq!(now.title, "A better title");
    assert_eq!(now.subtitle.as_deref(), Some("Somebody else was here"), "both changes stay");
    site.stop().await;
}
