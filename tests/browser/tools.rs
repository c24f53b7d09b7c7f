//! The programs of other makes that `ci/browser` brings, and how a test asks them.

use std::{
    path::{Path, PathBuf},
    process::Stdio,
};

use serde_json::Value;
use tokio::{io::AsyncWriteExt, process::Command};

/// `node`, `chromium` or `java`.
pub fn program(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/browser").join(name);
    assert!(path.exists(), "this needs {name} and the packages of tests/browser: run ci/browser");
    path
}

/// A file of `tests/browser`.
pub fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser").join(name)
}

/// What a script of `tests/browser` finds wrong with what it is told, each as one line.
pub async fn faults(script: &str, told: &Value) -> Vec<String> {
    let mut command = Command::new(program("node"));
    command.arg(file(script)).env("KONTOR_CHROMIUM", program("chromium"));
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true);
    let mut process = command.spawn().unwrap();
    let mut input = process.stdin.take().unwrap();
    let told = told.to_string();
    let written = tokio::spawn(async move { input.write_all(told.as_bytes()).await });
    let output = process.wait_with_output().await.unwrap();
    written.await.unwrap().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{script} fails: {text}");
    let lines = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    lines.map(|line| format!("{} {}", line["where"], line["what"])).collect()
}

/// Fails when there are faults, with the first of each kind: one mistake in a template is on
/// hundreds of pages.
pub fn none(faults: Vec<String>) {
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
