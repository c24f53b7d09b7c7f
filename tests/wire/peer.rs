//! Another server: a listener on loopback that answers as a test tells it to, byte by byte.

use axum::http::header::HeaderName;
use axum::http::{HeaderMap, HeaderValue};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// A request as it arrived.
#[derive(Clone, Debug)]
pub struct Received {
    pub connection: usize,
    pub method: String,
    pub path: String,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

/// What the peer does with a request: pieces of bytes, each after a pause.
pub type Script = Vec<(Duration, Vec<u8>)>;

pub struct Peer {
    pub port: u16,
    received: Arc<Mutex<Vec<Received>>>,
}

impl Peer {
    /// Starts a peer that answers by `answer`, which is given the request and the peer's origin.
    pub async fn start(answer: impl Fn(&Received, &str) -> Script + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let received = Arc::new(Mutex::new(Vec::new()));
        let (log, answer) = (received.clone(), Arc::new(answer));
        tokio::spawn(async move {
            for connection in 0.. {
                let Ok((stream, _)) = listener.accept().await else { return };
                tokio::spawn(serve(stream, connection, port, log.clone(), answer.clone()));
            }
        });
        Self { port, received }
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://localhost:{}{path}", self.port)
    }

    pub fn received(&self) -> Vec<Received> {
        self.received.lock().unwrap().clone()
    }
}

async fn serve<F: Fn(&Received, &str) -> Script>(
    mut stream: TcpStream,
    connection: usize,
    port: u16,
    log: Arc<Mutex<Vec<Received>>>,
    answer: Arc<F>,
) {
    while let Some(request) = read(&mut stream, connection).await {
        log.lock().unwrap().push(request.clone());
        for (pause, bytes) in answer(&request, &format!("http://localhost:{port}")) {
            tokio::time::sleep(pause).await;
            if stream.write_all(&bytes).await.is_err() {
                return;
            }
        }
    }
}

async fn read(stream: &mut TcpStream, connection: usize) -> Option<Received> {
    let mut bytes = Vec::new();
    let end = loop {
        if let Some(end) = bytes.windows(4).position(|w| w == b"\r\n\r\n") {
            break end;
        }
        let mut chunk = [0; 4096];
        match stream.read(&mut chunk).await {
            Ok(n) if n > 0 => bytes.extend_from_slice(&chunk[..n]),
            _ => return None,
        }
    };
    let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
    let mut lines = head.split("\r\n");
    let mut first = lines.next()?.split(' ');
    let (method, path) = (first.next()?.to_owned(), first.next()?.to_owned());
    let mut headers = HeaderMap::new();
    for line in lines {
        let (name, value) = line.split_once(": ")?;
        headers.append(
            HeaderName::from_bytes(name.as_bytes()).unwrap(),
            HeaderValue::from_str(value).unwrap(),
        );
    }
    let mut body = bytes[end + 4..].to_vec();
    let length = headers.get("content-length").map_or(0, |v| v.to_str().unwrap().parse().unwrap());
    while body.len() < length {
        let mut chunk = [0; 4096];
        match stream.read(&mut chunk).await {
            Ok(n) if n > 0 => body.extend_from_slice(&chunk[..n]),
            _ => return None,
        }
    }
    Some(Received { connection, method, path, headers, body })
}

/// A complete answer, at once.
pub fn answer(status: &str, headers: &[(&str, &str)], body: &[u8]) -> Script {
    let mut bytes = format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\n", body.len());
    for (name, value) in headers {
        bytes += &format!("{name}: {value}\r\n");
    }
    bytes += "\r\n";
    vec![(Duration::ZERO, [bytes.as_bytes(), body].concat())]
}

/// An object under ActivityPub's own type.
pub fn object(body: &str) -> Script {
    answer(
        "200 OK",
        &[("content-type", "application/activity+json; charset=utf-8")],
        body.as_bytes(),
    )
}

pub fn redirect(to: &str) -> Script {
    answer("302 Found", &[("location", to), ("set-cookie", "a=b")], b"")
}
