//! What people wrote to each other across servers is nowhere any more once it is deleted.

use kontor::{
    app::{access::Who, contact, moderate},
    domain::account::Role,
    store::{Db, activities, actors},
};
use serde_json::{Value, json};
use sqlx::AssertSqlSafe;

use super::{
    browser::{Browser, member, token},
    contact::{mailing, newest},
};
use crate::{
    fake::{Fake, accepted, status},
    instance::{Engine, Instance, on_each_engine, until},
};

on_each_engine!(
    words_that_are_deleted_are_in_no_table,
    what_is_deleted_before_it_was_delivered_still_arrives,
);

/// The columns of all tables that hold these words.
async fn holding(site: &Instance, words: &str) -> Vec<String> {
    let names = match &site.state.db {
        Db::Sqlite { .. } => {
            "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c
             WHERE m.type = 'table' AND m.name NOT LIKE 'case_word%' AND m.name NOT LIKE 'sqlite%'"
        }
        Db::Postgres { .. } => {
            "SELECT CAST(table_name AS TEXT), CAST(column_name AS TEXT)
             FROM information_schema.columns WHERE table_schema = 'public'"
        }
    };
    let mut held = Vec::new();
    for (table, column) in rows::<(String, String)>(site, names).await {
        let sql = format!(
            "SELECT count(*) FROM {table} WHERE CAST(\"{column}\" AS TEXT) LIKE '%{words}%'"
        );
        if rows::<(i64,)>(site, &sql).await[0].0 > 0 {
            held.push(format!("{table}.{column}"));
        }
    }
    held.sort();
    held
}

async fn rows<T>(site: &Instance, sql: &str) -> Vec<T>
where
    T: Send + Unpin + for<'r> sqlx::FromRow<'r, sqlx::sqlite::SqliteRow>,
    T: for<'r> sqlx::FromRow<'r, sqlx::postgres::PgRow>,
{
    match &site.state.db {
        Db::Sqlite { readers, .. } => {
            sqlx::query_as(AssertSqlSafe(sql)).fetch_all(readers).await.expect(sql)
        }
        Db::Postgres { pool, .. } => {
            sqlx::query_as(AssertSqlSafe(sql)).fetch_all(pool).await.expect(sql)
        }
    }
}

/// Waits until these words are in these columns and nowhere else: mails forget theirs when they are
/// sent.
async fn only_in(site: &Instance, words: &str, columns: &[&str]) {
    until(&format!("{words} only in {columns:?}"), 20, async || {
        (holding(site, words).await == columns).then_some(())
    })
    .await;
}

/// A note of ben's to one of ours alone.
fn note(fake: &Fake, to: &str, id: &str, text: &str) -> Value {
    json!({
        "id": format!("{}/o/{id}", fake.origin), "type": "Note",
        "attributedTo": fake.actor("ben"), "published": "2026-01-02T03:04:05Z",
        "to": [to], "cc": [], "content": text, "attachment": [],
        "tag": [{ "type": "Mention", "href": to }],
    })
}

async fn send(site: &Instance, fake: &Fake, kind: &str, id: &str, object: Value) {
    let activity = fake.activity(kind, id, "ben", object);
    assert_eq!(fake.send(site.origin(), "ben", &activity, site.now()).await, 202);
    site.rests().await;
}

async fn delete(site: &Instance, browser: &Browser, path: &str) {
    let token = token(&browser.page(site, path).await);
    let fields = [("csrf", token.as_str()), ("do", "delete")];
    assert_eq!(browser.post(site, path, &fields).await.status, 303);
}

async fn words_that_are_deleted_are_in_no_table(engine: Engine) {
    let (site, _mailbox) = mailing(engine).await;
    let fake = Fake::start().await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let own = actors::by_handle(&mut site.read().await, "ana").await.unwrap().unwrap().uri;
    for (id, text) in [("1", "<p>Hello Zephyrine</p>"), ("2", "<p>Goodbye Zephyrine</p>")] {
        send(&site, &fake, "Create", &format!("c{id}"), note(&fake, &own, id, text)).await;
    }
    only_in(&site, "Zephyrine", &["message.html"]).await;
    let path = newest(&site, "ana").await;
    let thread = ana.page(&site, &path).await;
    let answer = [("do", "answer"), ("text", "Quixotic words")];
    assert_eq!(ana.submit(&site, &thread, &path, &answer).await.status, 303);
    let told = until("the answer goes out", 20, async || fake.posted_of("Create").pop()).await;
    site.rests().await;
    only_in(&site, "Quixotic", &["activity.body", "letter.text"]).await;

    // The far side deletes what it wrote; what it sends once more stays away.
    for id in ["1", "2"] {
        let stone = json!({ "id": format!("{}/o/{id}", fake.origin), "type": "Tombstone" });
        send(&site, &fake, "Delete", &format!("d{id}"), stone).await;
    }
    only_in(&site, "Zephyrine", &[]).await;
    for again in ["c1", "c1-again"] {
        let said = note(&fake, &own, "1", "<p>Hello Zephyrine</p>");
        send(&site, &fake, "Create", again, said).await;
    }
    only_in(&site, "Zephyrine", &[]).await;

    // A member deletes the conversation: what was told is known by its id alone.
    delete(&site, &ana, &path).await;
    only_in(&site, "Quixotic", &[]).await;
    let id = told["id"].as_str().unwrap();
    let kept = activities::by_id(&mut site.read().await, id).await.unwrap().unwrap();
    assert!(kept.dropped && kept.kind == "Create" && kept.object == told["object"]["id"]);
    assert_eq!(fake.get(id, "application/activity+json").await.0, 404);
    site.rests().await;
    assert_eq!(fake.posted_of("Create").len(), 1);
    site.stop().await;
}

async fn what_is_deleted_before_it_was_delivered_still_arrives(engine: Engine) {
    let (site, _mailbox) = mailing(engine).await;
    let fake = Fake::start().await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let own = actors::by_handle(&mut site.read().await, "ana").await.unwrap().unwrap().uri;
    send(&site, &fake, "Create", "c1", note(&fake, &own, "1", "<p>Hello</p>")).await;
    let path = newest(&site, "ana").await;
    let thread = ana.page(&site, &path).await;
    fake.answers(|_| status("503 Service Unavailable"));
    let answer = [("do", "answer"), ("text", "Quixotic words")];
    assert_eq!(ana.submit(&site, &thread, &path, &answer).await.status, 303);
    until("it is tried", 20, async || fake.posted_of("Create").pop()).await;
    delete(&site, &ana, &path).await;
    only_in(&site, "Quixotic", &["activity.body"]).await;
    fake.answers(|_| accepted());
    let tried = fake.posted_of("Create").len();
    moderate::resume(&site.state.db, &Who::CommandLine, &fake.host, site.now()).await.unwrap();
    site.state.wake.lanes.notify_one();
    until("it is delivered", 60, async || (fake.posted_of("Create").len() > tried).then_some(()))
        .await;
    site.rests().await;
    let mut tx = site.state.db.begin().await.unwrap();
    contact::tidy(&mut tx, site.now()).await.unwrap();
    tx.commit().await.unwrap();
    only_in(&site, "Quixotic", &[]).await;
    site.stop().await;
}
