//! The guarded client against peers that are slow, large, lying or pointing inside.

use super::peer::{Peer, Received, answer, object, redirect};
use axum::body::Bytes;
use axum::http::{HeaderMap, Method};
use kontor::federation::fetch::media_type::ACCEPT_JSON;
use kontor::federation::fetch::{Client, FetchConfig, FetchError, Mode};
use kontor::federation::json::ShapeError;
use kontor::federation::signature::{BodyDigest, Dialect, KeyPair, Request, Signer, parse};
use std::collections::HashMap;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

const NOW: i64 = 1_790_000_000_000;
const SECONDS: Duration = Duration::from_secs(5);

fn config(mode: Mode) -> FetchConfig {
    let inside = ["10.0.0.1", "169.254.169.254"].map(|ip| ip.parse().unwrap());
    let hosts = HashMap::from([
        ("inside.example".to_owned(), vec![vec![inside[0]]]),
        ("metadata.example".to_owned(), vec![vec![inside[1]]]),
        ("loop.example".to_owned(), vec![vec!["127.0.0.1".parse().unwrap()]]),
        (
            "fickle.example".to_owned(),
            vec![vec!["127.0.0.1".parse().unwrap()], vec![inside[1]], vec![inside[0]]],
        ),
    ]);
    FetchConfig { hosts, ..FetchConfig::new(mode, "Kontor/test") }
}

fn local() -> Client {
    Client::new(&config(Mode::Loopback)).unwrap()
}

async fn object_at(client: &Client, url: &str) -> Result<String, FetchError> {
    client.get_object(&client.url(url)?, None).await.map(|o| o.id.into())
}

fn signer() -> (Arc<KeyPair>, Signer) {
    let pair = Arc::new(KeyPair::generate().unwrap());
    (pair.clone(), Signer::new(pair, "https://here.example/a/1#main-key").unwrap())
}

fn assert_signed(pair: &KeyPair, got: &Received, authority: &str) {
    let method: Method = got.method.parse().unwrap();
    let origin = format!("http://{authority}");
    let request = Request {
        origin: &origin,
        method: &method,
        path_and_query: &got.path,
        headers: &got.headers,
    };
    let signature = parse(&got.headers).unwrap();
    signature.check(&request, &got.body, NOW).unwrap();
    signature.verify(&pair.public_key().unwrap(), &request).unwrap();
}

#[tokio::test]
async fn an_object_is_fetched_from_where_its_id_says() {
    let peer = Peer::start(|got, origin| match got.path.as_str() {
        "/o/1" => object(&format!(r#"{{"id":"{origin}/o/1","type":"Note"}}"#)),
        "/pretty" => object(&format!(r#"{{"id":"{origin}/o/1"}}"#)),
        "/hop" => redirect("/o/1"),
        "/liar" => object(&format!(r#"{{"id":"{origin}/liar2"}}"#)),
        "/liar2" => object(&format!(r#"{{"id":"{origin}/liar3"}}"#)),
        "/foreign" => object(r#"{"id":"http://localhost:1/o/1"}"#),
        "/urn" => object(r#"{"id":"urn:x:y"}"#),
        "/nameless" => object(r#"{"id":7}"#),
        _ => answer("404 Not Found", &[], b""),
    })
    .await;
    let client = local();
    for path in ["/o/1", "/pretty", "/hop", "/o/1#main-key"] {
        assert_eq!(object_at(&client, &peer.url(path)).await, Ok(peer.url("/o/1")), "{path}");
    }
    for path in ["/liar", "/foreign", "/urn"] {
        let refused = object_at(&client, &peer.url(path)).await;
        assert!(matches!(refused, Err(FetchError::Id { .. })), "{path} {refused:?}");
    }
    let refused = object_at(&client, &peer.url("/nameless")).await;
    assert!(matches!(refused, Err(FetchError::NoId { .. })));
    let gone = object_at(&client, &peer.url("/none")).await.unwrap_err();
    assert!(gone.is_gone() && !gone.is_temporary());
}

#[tokio::test]
async fn an_open_redirect_lets_nobody_speak_for_its_host() {
    let victim = Peer::start(|got, _| redirect(got.path.split_once("to=").unwrap().1)).await;
    let asked = Arc::new(std::sync::Mutex::new(String::new()));
    let claimed = asked.clone();
    let attacker =
        Peer::start(move |_, _| object(&format!(r#"{{"id":"{}"}}"#, claimed.lock().unwrap())))
            .await;
    let url = victim.url(&format!("/r?to={}", attacker.url("/forged")));
    *asked.lock().unwrap() = url.clone();
    let refused = object_at(&local(), &url).await;
    assert!(matches!(refused, Err(FetchError::Id { .. })), "{refused:?}");
}

#[tokio::test]
async fn a_signed_fetch_is_signed_again_for_each_hop() {
    let last = Peer::start(|_, origin| object(&format!(r#"{{"id":"{origin}/o/1"}}"#))).await;
    let there = last.url("/o/1");
    let first = Peer::start(move |_, _| redirect(&there)).await;
    let (pair, signer) = signer();
    let client = local();
    let url = client.url(&first.url("/o/1?x=1")).unwrap();
    client.get_object(&url, Some(signer.at(NOW))).await.unwrap();
    for peer in [&first, &last] {
        let got = &peer.received()[0];
        assert_signed(&pair, got, &format!("localhost:{}", peer.port));
        assert!(got.headers["accept"].to_str().unwrap().starts_with("application/activity+json"));
        assert_eq!(got.headers["user-agent"], "Kontor/test");
        assert!(!got.headers.contains_key("cookie") && !got.headers.contains_key("referer"));
    }
}

#[tokio::test]
async fn a_signed_fetch_that_is_refused_is_tried_once_in_the_other_dialect() {
    let modern = Peer::start(|got, origin| match got.headers.contains_key("signature-input") {
        true => object(&format!(r#"{{"id":"{origin}{}"}}"#, got.path)),
        false => answer("401 Unauthorized", &[], b""),
    })
    .await;
    let closed = Peer::start(|_, _| answer("403 Forbidden", &[], b"")).await;
    let open = Peer::start(|got, origin| {
        let ap = ("content-type", "application/activity+json");
        let body = format!(r#"{{"id":"{origin}{}"}}"#, got.path);
        answer("200 OK", &[ap, ("accept-signature", "s=();created")], body.as_bytes())
    })
    .await;
    let (_, signer) = signer();
    let client = local();
    let ask = async |peer: &Peer, path: &str| {
        let url = client.url(&peer.url(path)).unwrap();
        client.get_object(&url, Some(signer.at(NOW))).await.map(|object| object.id)
    };
    for path in ["/1", "/2"] {
        ask(&modern, path).await.unwrap();
        ask(&open, path).await.unwrap();
        let refused = ask(&closed, path).await;
        assert!(matches!(refused, Err(FetchError::Status { status: 403, .. })), "{refused:?}");
    }
    let dialects = |peer: &Peer| -> String {
        let modern = |got: &Received| got.headers.contains_key("signature-input");
        peer.received().iter().map(|got| if modern(got) { '9' } else { 'c' }).collect()
    };
    assert_eq!(dialects(&modern), "c99");
    assert_eq!(dialects(&open), "c9");
    assert_eq!(dialects(&closed), "c9c9");
    let unsigned = client.get_object(&client.url(&closed.url("/3")).unwrap(), None).await;
    assert!(unsigned.is_err());
    assert_eq!(closed.received().len(), 5, "what is not signed is asked once");
}

#[tokio::test]
async fn a_redirect_leads_nowhere_inside() {
    let peer = Peer::start(|got, _| redirect(got.path.split_once("to=").unwrap().1)).await;
    let client = local();
    for to in [
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[fd00::1]/",
        "http://0.0.0.0/",
        "file:///etc/passwd",
        "data:application/activity+json,{}",
        "gopher://localhost/",
        "http://user:pass@localhost/",
    ] {
        let refused = object_at(&client, &peer.url(&format!("/?to={to}"))).await;
        assert!(matches!(refused, Err(FetchError::Url { .. })), "{to} {refused:?}");
    }
    for to in ["http://inside.example/", "https://metadata.example/"] {
        let refused = object_at(&client, &peer.url(&format!("/?to={to}"))).await;
        assert!(matches!(refused, Err(FetchError::Address { .. })), "{to} {refused:?}");
    }
}

#[tokio::test]
async fn a_name_that_resolves_inside_is_not_connected_to() {
    let client = Client::new(&config(Mode::Public)).unwrap();
    for host in ["inside.example", "metadata.example", "loop.example"] {
        let refused = object_at(&client, &format!("https://{host}/")).await;
        assert!(matches!(refused, Err(FetchError::Address { .. })), "{host} {refused:?}");
        let url = client.url(&format!("https://{host}/inbox")).unwrap();
        let refused = client.post(&url, HeaderMap::new(), Bytes::new(), SECONDS).await;
        assert!(matches!(refused, Err(FetchError::Address { .. })), "{host} {refused:?}");
    }
    let unsafe_url = "http://127.0.0.1:1/".parse().unwrap();
    let refused = client.post(&unsafe_url, HeaderMap::new(), Bytes::new(), SECONDS).await;
    assert!(matches!(refused, Err(FetchError::Url { .. })), "{refused:?}");
}

/// DNS rebinding: a name that passed once is looked at again whenever it is connected to, and what
/// is connected to is what was looked at.
#[tokio::test]
async fn a_name_that_changes_its_address_is_refused_from_then_on() {
    let peer = Peer::start(|got, _| {
        let body =
            format!(r#"{{"id":"http://{}{}"}}"#, got.headers["host"].to_str().unwrap(), got.path);
        let kind = ("content-type", "application/activity+json");
        answer("200 OK", &[kind, ("connection", "close")], body.as_bytes())
    })
    .await;
    let client = local();
    let url = format!("http://fickle.example:{}/o/1", peer.port);
    assert_eq!(object_at(&client, &url).await.unwrap(), url);
    for inside in ["169.254.169.254", "10.0.0.1", "10.0.0.1"] {
        let refused = object_at(&client, &url).await;
        let Err(FetchError::Address { .. }) = &refused else { panic!("{refused:?}") };
        assert!(refused.unwrap_err().to_string().contains(inside));
    }
    assert_eq!(peer.received().len(), 1, "nothing more was asked, also not where it was before");
}

#[tokio::test]
async fn at_most_three_redirects_are_followed() {
    let peer = Peer::start(|got, origin| match got.path[1..].parse::<u32>().unwrap() {
        0 => object(&format!(r#"{{"id":"{origin}/0"}}"#)),
        n => redirect(&format!("/{}", n - 1)),
    })
    .await;
    let client = local();
    assert!(object_at(&client, &peer.url("/3")).await.is_ok());
    let refused = object_at(&client, &peer.url("/4")).await;
    assert!(matches!(refused, Err(FetchError::Redirects { limit: 3, .. })), "{refused:?}");
}

#[tokio::test]
async fn only_the_types_of_activitypub_are_objects() {
    let peer = Peer::start(|got, origin| {
        let json = format!(r#"{{"id":"{origin}{}"}}"#, got.path);
        match got.path.as_str() {
            "/upload" => answer("200 OK", &[("content-type", "text/plain")], json.as_bytes()),
            "/json" => answer("200 OK", &[("content-type", "application/json")], json.as_bytes()),
            "/untyped" => answer("200 OK", &[], json.as_bytes()),
            _ => {
                let two =
                    [("content-type", "application/activity+json"), ("content-type", "text/html")];
                answer("200 OK", &two, json.as_bytes())
            }
        }
    })
    .await;
    let client = local();
    for path in ["/upload", "/json", "/untyped", "/twice"] {
        let refused = object_at(&client, &peer.url(path)).await;
        assert!(matches!(refused, Err(FetchError::MediaType { .. })), "{path} {refused:?}");
    }
    let json = client.url(&peer.url("/json")).unwrap();
    assert!(client.get_json(&json, ACCEPT_JSON).await.is_ok());
    let html = client.url(&peer.url("/upload")).unwrap();
    assert!(client.get_json(&html, ACCEPT_JSON).await.is_err());
}

#[tokio::test]
async fn an_answer_that_is_too_large_is_cut_off_however_it_is_packed() {
    let peer = Peer::start(|got, _| {
        let ap = ("content-type", "application/activity+json");
        match got.path.as_str() {
            "/announced" => answer("200 OK", &[ap], &vec![b' '; 1024 * 1024 + 1]),
            "/bomb" => {
                let mut zip =
                    flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
                zip.write_all(&vec![b' '; 50_000_000]).unwrap();
                let zipped = zip.finish().unwrap();
                assert!(zipped.len() < 100_000);
                answer("200 OK", &[ap, ("content-encoding", "gzip")], &zipped)
            }
            _ => {
                let head = "HTTP/1.1 200 OK\r\ncontent-type: application/activity+json\r\n\
                            transfer-encoding: chunked\r\n\r\n";
                let chunk = format!("10000\r\n{}\r\n", " ".repeat(0x10000));
                let mut script = vec![(Duration::ZERO, head.as_bytes().to_vec())];
                script.extend((0..100).map(|_| (Duration::ZERO, chunk.as_bytes().to_vec())));
                script
            }
        }
    })
    .await;
    for path in ["/announced", "/bomb", "/endless"] {
        let refused = object_at(&local(), &peer.url(path)).await;
        assert!(matches!(refused, Err(FetchError::TooLarge { .. })), "{path} {refused:?}");
    }
}

#[tokio::test]
async fn a_body_that_drips_ends_at_the_deadline() {
    let peer = Peer::start(|got, _| {
        let head = "HTTP/1.1 200 OK\r\ncontent-type: application/activity+json\r\n\
                    content-length: 1000\r\n\r\n";
        let silence = got.path == "/silent";
        let first = if silence { Duration::from_secs(60) } else { Duration::ZERO };
        let mut script = vec![(first, head.as_bytes().to_vec())];
        script.extend((0..1000).map(|_| (Duration::from_millis(50), b" ".to_vec())));
        script
    })
    .await;
    let client = Client::new(&FetchConfig { timeout_ms: 300, ..config(Mode::Loopback) }).unwrap();
    for path in ["/drip", "/silent"] {
        let url = peer.url(path);
        let ended = tokio::time::timeout(SECONDS, object_at(&client, &url)).await.unwrap();
        assert!(matches!(ended, Err(FetchError::Timeout { ms: 300, .. })), "{ended:?}");
        assert!(ended.unwrap_err().is_temporary());
    }
}

#[tokio::test]
async fn hostile_json_is_refused_before_it_is_parsed() {
    let peer = Peer::start(|got, origin| {
        let id = format!(r#""id":"{origin}{}""#, got.path);
        object(&match got.path.as_str() {
            "/deep" => format!(r#"{{{id},"a":{}}}"#, "[".repeat(100_000)),
            "/twice" => format!("{{{id},{id}}}"),
            "/nul" => format!(r#"{{{id},"name":"\u0000"}}"#),
            "/half" => format!(r#"{{{id},"name":"\ud800"}}"#),
            "/list" => format!("[{{{id}}}]"),
            _ => format!("{{{id},}}"),
        })
    })
    .await;
    for (path, why) in [
        ("/deep", ShapeError::TooDeep),
        ("/twice", ShapeError::Duplicate("id")),
        ("/nul", ShapeError::Nul),
        ("/half", ShapeError::LoneSurrogate),
        ("/list", ShapeError::NotObject),
        ("/broken", ShapeError::Broken),
    ] {
        let url = peer.url(path);
        let refused = object_at(&local(), &url).await;
        assert_eq!(refused, Err(FetchError::Shape { url, why }));
    }
}

#[tokio::test]
async fn a_delivery_is_signed_keeps_its_connection_and_tells_what_was_answered() {
    let peer = Peer::start(|got, _| match got.path.as_str() {
        "/ok" => answer("202 Accepted", &[], b""),
        "/busy" => answer("429 Too Many", &[("retry-after", "90")], b"<b>slow\r\n\x1b down</b>"),
        "/long" => answer("400 Bad Request", &[], "é".repeat(1500).as_bytes()),
        _ => redirect("/ok"),
    })
    .await;
    let (pair, signer) = signer();
    let client = local();
    let body = Bytes::from_static(br#"{"type":"Create"}"#);
    let digest = BodyDigest::of(&body);
    let mut answers = Vec::new();
    for path in ["/ok", "/busy", "/long", "/moved"] {
        let url = client.url(&peer.url(path)).unwrap();
        let headers = signer.sign_post(Dialect::Cavage, &url, &digest, NOW);
        answers.push(client.post(&url, headers, body.clone(), SECONDS).await.unwrap());
    }
    assert_eq!(answers.iter().map(|a| a.status).collect::<Vec<_>>(), [202, 429, 400, 302]);
    assert!(answers[0].is_success() && !answers[3].is_success());
    assert_eq!(answers[1].retry_after, Some(90));
    assert_eq!(answers[1].body_excerpt, "<b>slow down</b>");
    assert_eq!(answers[2].body_excerpt, "é".repeat(500));
    let received = peer.received();
    assert_eq!(received.len(), 4);
    for got in received {
        assert_signed(&pair, &got, &format!("localhost:{}", peer.port));
        assert_eq!((got.connection, got.body), (0, body.to_vec()));
    }
}

#[tokio::test]
async fn a_status_counts_even_if_its_text_never_ends() {
    let peer = Peer::start(|_, _| {
        let head = b"HTTP/1.1 503 Busy\r\ncontent-length: 99\r\n\r\nwait".to_vec();
        vec![(Duration::ZERO, head), (Duration::from_secs(60), Vec::new())]
    })
    .await;
    let client = local();
    let url = client.url(&peer.url("/inbox")).unwrap();
    let timeout = Duration::from_millis(300);
    let told = client.post(&url, HeaderMap::new(), Bytes::new(), timeout).await.unwrap();
    assert_eq!((told.status, told.body_excerpt.as_str()), (503, "wait"));
}

#[tokio::test]
async fn a_host_that_is_down_or_unknown_is_a_temporary_failure() {
    let client = local();
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let down = object_at(&client, &format!("http://localhost:{closed}/")).await.unwrap_err();
    assert!(matches!(down, FetchError::Connect { .. }) && down.is_temporary(), "{down:?}");
    assert!(down.to_string().contains("refused"), "{down}");
    let unknown = object_at(&client, "http://nowhere.invalid/").await.unwrap_err();
    assert!(matches!(unknown, FetchError::Dns { .. }) && unknown.is_temporary(), "{unknown:?}");
}

/// As in production: a name, https, port 443; the authority is private, the address opened by
/// configuration. Needs the right to listen on port 443 of a loopback address.
#[tokio::test]
async fn a_private_authority_and_an_opened_range_make_a_closed_network() {
    let address = "127.83.11.7";
    if let Err(e) = std::net::TcpListener::bind((address, 443)) {
        return eprintln!("SKIPPED: cannot listen on {address}:443: {e}");
    }
    let dir = tempfile::tempdir().unwrap();
    if !private_authority(dir.path()) {
        return eprintln!("SKIPPED: the program openssl is not installed");
    }
    let json = r#"{"id":"https://peer.example/o.json"}"#;
    let http = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/activity+json\r\ncontent-length: {}\r\n\r\n{json}",
        json.len()
    );
    std::fs::write(dir.path().join("o.json"), http).unwrap();
    let mut server = Command::new("openssl")
        .args(["s_server", "-HTTP", "-quiet", "-accept", &format!("{address}:443")])
        .args(["-cert", "cert.pem", "-key", "key.pem"])
        .current_dir(dir.path())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    while std::net::TcpStream::connect((address, 443)).is_err() {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let mut config = config(Mode::Public);
    config.hosts.insert("peer.example".into(), vec![vec![address.parse().unwrap()]]);
    let url = "https://peer.example/o.json";

    let closed = object_at(&Client::new(&config).unwrap(), url).await;
    config.allowed_ranges = vec!["127.83.0.0/16".parse().unwrap()];
    let distrusted = object_at(&Client::new(&config).unwrap(), url).await;
    config.extra_ca_pem = vec![std::fs::read(dir.path().join("ca.pem")).unwrap()];
    let open = object_at(&Client::new(&config).unwrap(), url).await;
    server.kill().unwrap();
    server.wait().unwrap();
    assert!(matches!(closed, Err(FetchError::Address { .. })), "{closed:?}");
    assert!(matches!(distrusted, Err(FetchError::Connect { .. })), "{distrusted:?}");
    assert_eq!(open, Ok(url.into()));
}

/// Writes `ca.pem` and, signed by it, `cert.pem` and `key.pem` for peer.example.
fn private_authority(dir: &std::path::Path) -> bool {
    std::fs::write(dir.join("names"), "subjectAltName=DNS:peer.example").unwrap();
    let key = "-newkey rsa:2048 -nodes -subj /CN=peer.example";
    for command in [
        &format!("req -x509 {key} -days 2 -keyout ca.key -out ca.pem"),
        &format!("req {key} -keyout key.pem -out request.pem"),
        "x509 -req -in request.pem -days 2 -CA ca.pem -CAkey ca.key -CAcreateserial \
         -extfile names -out cert.pem",
    ] {
        let run =
            Command::new("openssl").args(command.split_whitespace()).current_dir(dir).output();
        match run {
            Ok(run) => assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr)),
            Err(_) => return false,
        }
    }
    true
}
