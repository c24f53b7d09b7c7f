//! Running the real program with a data folder of its own.

use std::{
    cell::RefCell,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use sqlx::Connection;
use tempfile::TempDir;

/// What a command said and how it ended.
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Said {
    pub fn is(self, code: i32) -> Self {
        let Said { code: found, out, err } = &self;
        assert_eq!(*found, code, "standard output:\n{out}\nstandard error:\n{err}");
        self
    }

    /// The lines that hold all these words.
    pub fn lines(&self, words: &[&str]) -> Vec<&str> {
        let all = |line: &&str| words.iter().all(|word| line.contains(word));
        self.out.lines().filter(all).collect()
    }
}

impl From<Output> for Said {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Said {
            code: output.status.code().expect("no signal ended it"),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }
}

/// Runs each test on SQLite, and on the PostgreSQL of `KONTOR_TEST_POSTGRES`.
macro_rules! on_both_engines {
    ($($name:ident),+ $(,)?) => {
        mod on_sqlite {
            $(#[test]
            fn $name() {
                super::$name();
            })+
        }
        mod on_postgres {
            $(#[test]
            fn $name() {
                if $crate::harness::choose_postgres() {
                    super::$name();
                }
            })+
        }
    };
}
pub(crate) use on_both_engines;

thread_local! {
    /// The server on which this test's instances have their databases; none for SQLite.
    static POSTGRES: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// From here on this test's instances use PostgreSQL. False, and said, where there is none.
pub fn choose_postgres() -> bool {
    let Ok(server) = std::env::var("KONTOR_TEST_POSTGRES") else {
        assert!(std::env::var_os("CI").is_none(), "CI needs KONTOR_TEST_POSTGRES; see ci/test");
        println!("left out: KONTOR_TEST_POSTGRES is not set; ci/test starts a server");
        return false;
    };
    POSTGRES.set(Some(server));
    true
}

/// The server that was chosen, if one was.
pub fn postgres() -> Option<String> {
    POSTGRES.with_borrow(Clone::clone)
}

/// A database that is dropped with this.
pub struct Database {
    server: String,
    name: String,
}

impl Database {
    fn new(server: String) -> Self {
        let name = format!("kontor_test_{}", ulid::Ulid::new().to_string().to_lowercase());
        let database = Database { server, name };
        database.ask(&format!("CREATE DATABASE {}", database.name));
        database
    }

    fn url(&self) -> String {
        let mut url = url::Url::parse(&self.server).unwrap();
        url.set_path(&self.name);
        url.into()
    }

    fn ask(&self, sql: &str) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let mut connection = sqlx::PgConnection::connect(&self.server).await.unwrap();
            sqlx::query(sqlx::AssertSqlSafe(sql)).execute(&mut connection).await.expect(sql);
        });
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        self.ask(&format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name));
    }
}

/// What a demo has made on the chosen server.
pub fn databases_of_a_demo() -> Vec<Database> {
    let names = ["metropolis", "eurocities", "urbact"];
    let on = |server: String| {
        names.map(|name| Database { server: server.clone(), name: format!("kontor_demo_{name}") })
    };
    postgres().map(on).into_iter().flatten().collect()
}

/// An instance that no server runs: its folder and its database go when it is dropped.
pub struct Instance {
    folder: TempDir,
    database: Option<Database>,
}

impl Instance {
    pub fn new() -> Self {
        let database = postgres().map(Database::new);
        Instance { folder: tempfile::tempdir().unwrap(), database }
    }

    pub fn is_on_postgres(&self) -> bool {
        self.database.is_some()
    }

    /// The database that its commands use.
    pub fn database_url(&self) -> String {
        match &self.database {
            Some(database) => database.url(),
            None => format!("sqlite:{}", self.data().join("kontor.sqlite").display()),
        }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn data(&self) -> PathBuf {
        self.path("data")
    }

    /// The program, with nothing of this process's settings.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = program();
        command.current_dir(self.folder.path()).args(args).arg("--data-dir").arg(self.data());
        if let Some(database) = &self.database {
            command.env("KONTOR_DATABASE_URL", database.url());
        }
        command
    }

    pub fn run(&self, args: &[&str]) -> Said {
        self.command(args).output().unwrap().into()
    }

    pub fn run_with(&self, args: &[&str], stdin: &[u8]) -> Said {
        let mut command = self.command(args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // A command that refuses early closes its end: that is not this test's fault.
        let _ = child.stdin.take().unwrap().write_all(stdin);
        child.wait_with_output().unwrap().into()
    }

    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }
}

pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kontor"));
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("KONTOR_") {
            command.env_remove(name);
        }
    }
    command
}

/// `tests/data/NAME`
pub fn fixture(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name);
    path.to_str().unwrap().to_owned()
}

/// The records of a JSON Lines text.
pub fn records(text: &str) -> Vec<serde_json::Value> {
    let lines = text.split('\n').filter(|line| !line.trim().is_empty());
    lines.map(|line| serde_json::from_str(line).unwrap()).collect()
}
