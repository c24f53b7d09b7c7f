//! A fresh database for each test, on each engine.
#![allow(unused_macros, unused_imports, reason = "each test binary uses its own part")]

use futures_util::FutureExt;
use kontor::store::Db;
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use std::panic::{AssertUnwindSafe, resume_unwind};

/// Makes two tests of each named `async fn(Db)`: one on SQLite, one on PostgreSQL.
macro_rules! on_both_engines {
    ($($name:ident),+ $(,)?) => {
        mod on_sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                $crate::common::db::on_sqlite(super::$name).await;
            })+
        }
        mod on_postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                $crate::common::db::on_postgres(super::$name).await;
            })+
        }
    };
}
pub(crate) use on_both_engines;

/// Runs `test` on an SQLite file that goes with it.
pub async fn on_sqlite(test: impl AsyncFnOnce(Db)) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let url = format!("sqlite:{}", folder.path().join("kontor.sqlite").display());
    let db = Db::open(&url, 4).await.expect("a new database");
    test(db.clone()).await;
    db.close().await;
}

/// Runs `test` on a new database of the server in `KONTOR_TEST_POSTGRES`, which is dropped
/// afterwards. Without that server the test is left out; in CI it fails.
#[expect(clippy::disallowed_methods, reason = "a setting of the tests, not of the program")]
pub async fn on_postgres(test: impl AsyncFnOnce(Db)) {
    let Ok(server) = std::env::var("KONTOR_TEST_POSTGRES") else {
        assert!(std::env::var_os("CI").is_none(), "CI needs KONTOR_TEST_POSTGRES; see ci/test");
        println!("left out: KONTOR_TEST_POSTGRES is not set; ci/test starts a server");
        return;
    };
    let name = format!("kontor_test_{}", ulid::Ulid::new().to_string().to_lowercase());
    let mut url = url::Url::parse(&server).expect("KONTOR_TEST_POSTGRES is a URL");
    url.set_path(&name);
    on_server(&server, &format!("CREATE DATABASE {name}")).await;
    let db = Db::open(url.as_str(), 12).await.expect("a new database");
    let outcome = AssertUnwindSafe(test(db.clone())).catch_unwind().await;
    db.close().await;
    on_server(&server, &format!("DROP DATABASE {name} WITH (FORCE)")).await;
    outcome.unwrap_or_else(|panic| resume_unwind(panic));
}

async fn on_server(server: &str, sql: &str) {
    let mut connection = PgConnection::connect(server).await.expect("the test server answers");
    sqlx::query(AssertSqlSafe(sql)).execute(&mut connection).await.expect(sql);
}
