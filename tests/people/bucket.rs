//! A server of another make that speaks S3, and that checks signatures.

use std::{path::Path, process::Stdio};

use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
};

/// Runs until it is dropped.
pub struct Bucket {
    pub endpoint: String,
    pub key: String,
    pub secret: String,
    _server: Child,
}

impl Bucket {
    pub async fn start() -> Self {
        let home = Path::new(env!("CARGO_MANIFEST_DIR"));
        let python = home.join("target/ci-s3/bin/python");
        assert!(python.exists(), "this needs a server that speaks S3: run ci/python s3");
        let mut command = Command::new(python);
        command.arg(home.join("tests/s3/serve.py")).stderr(Stdio::null());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true);
        let mut server = command.spawn().unwrap();
        let mut told = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut told).await.unwrap();
        let told: Value = serde_json::from_str(&told).expect("a line that says where it listens");
        let text = |name: &str| told[name].as_str().unwrap().to_owned();
        Bucket {
            endpoint: text("endpoint"),
            key: text("key"),
            secret: text("secret"),
            _server: server,
        }
    }
}
