//! A mail server on loopback that speaks SMTP and keeps what it is given, or refuses as it is told.
#![allow(dead_code, reason = "each theme uses its own part")]

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

/// A mail as it arrived.
#[derive(Clone, Debug)]
pub struct Arrived {
    pub from: String,
    pub to: Vec<String>,
    /// Head and body, as they were on the wire.
    pub raw: String,
}

/// What the server says to a receiver: `250 ok` unless told otherwise.
type Rule = Arc<dyn Fn(&str) -> String + Send + Sync>;

#[derive(Clone)]
pub struct Mailbox {
    pub port: u16,
    arrived: Arc<Mutex<Vec<Arrived>>>,
    rule: Arc<Mutex<Rule>>,
}

impl Mailbox {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let rule: Rule = Arc::new(|_| "250 ok".to_owned());
        let mailbox = Mailbox { port, arrived: Arc::default(), rule: Arc::new(Mutex::new(rule)) };
        let own = mailbox.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let own = own.clone();
                tokio::spawn(async move { own.talk(stream).await });
            }
        });
        mailbox
    }

    /// For `mail.smtp`.
    pub fn url(&self) -> String {
        format!("smtp+plain://localhost:{}", self.port)
    }

    /// From now on receivers are answered so.
    pub fn answers(&self, rule: impl Fn(&str) -> String + Send + Sync + 'static) {
        *self.rule.lock().unwrap() = Arc::new(rule);
    }

    pub fn all(&self) -> Vec<Arrived> {
        self.arrived.lock().unwrap().clone()
    }

    /// Waits for the mail number `number` (from 1) to this address.
    pub async fn mail_to(&self, to: &str, number: usize) -> Arrived {
        for _ in 0..600 {
            let found: Vec<_> =
                self.all().into_iter().filter(|mail| mail.to.iter().any(|one| one == to)).collect();
            if found.len() >= number {
                return found[number - 1].clone();
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("no mail {number} to {to}; there are {:#?}", self.all());
    }

    async fn talk(&self, stream: TcpStream) -> Option<()> {
        let (read, mut write) = stream.into_split();
        let mut lines = BufReader::new(read).lines();
        write.write_all(b"220 mailbox.test ESMTP\r\n").await.ok()?;
        let (mut from, mut to) = (String::new(), Vec::new());
        while let Some(line) = lines.next_line().await.ok()? {
            let upper = line.to_uppercase();
            let address = || {
                let inside = line.split('<').nth(1).and_then(|rest| rest.split('>').next());
                inside.unwrap_or_default().to_owned()
            };
            let answer = if upper.starts_with("EHLO") {
                "250-mailbox.test\r\n250 8BITMIME".to_owned()
            } else if upper.starts_with("MAIL FROM:") {
                (from, to) = (address(), Vec::new());
                "250 ok".to_owned()
            } else if upper.starts_with("RCPT TO:") {
                let rule = self.rule.lock().unwrap().clone();
                let answer = rule(&address());
                if answer.starts_with("250") {
                    to.push(address());
                }
                answer
            } else if upper == "DATA" {
                write.write_all(b"354 go on\r\n").await.ok()?;
                let mut raw = String::new();
                loop {
                    let line = lines.next_line().await.ok()??;
                    if line == "." {
                        break;
                    }
                    raw.push_str(line.strip_prefix('.').unwrap_or(&line));
                    raw.push_str("\r\n");
                }
                let mail = Arrived { from: from.clone(), to: to.clone(), raw };
                self.arrived.lock().unwrap().push(mail);
                "250 taken".to_owned()
            } else if upper == "QUIT" {
                write.write_all(b"221 bye\r\n").await.ok()?;
                return Some(());
            } else {
                "250 ok".to_owned()
            };
            write.write_all(format!("{answer}\r\n").as_bytes()).await.ok()?;
        }
        Some(())
    }
}

impl Arrived {
    /// The value of a header, unfolded.
    pub fn header(&self, name: &str) -> String {
        let head = self.raw.split("\r\n\r\n").next().unwrap().replace("\r\n ", " ");
        let start = format!("{}: ", name.to_lowercase());
        let line = head.lines().find(|line| line.to_lowercase().starts_with(&start));
        line.map(|line| line[start.len()..].to_owned()).unwrap_or_default()
    }

    /// The plain text, decoded.
    pub fn text(&self) -> String {
        self.part("text/plain")
    }

    /// The other text, decoded.
    pub fn html(&self) -> String {
        self.part("text/html")
    }

    fn part(&self, kind: &str) -> String {
        let (_, rest) = self.raw.split_once(&format!("Content-Type: {kind}")).expect(kind);
        let (head, body) = rest.split_once("\r\n\r\n").unwrap();
        let body = body.split("\r\n--").next().unwrap();
        if head.contains("quoted-printable") {
            return quoted_printable(body);
        }
        if head.contains("base64") {
            use base64::{Engine as _, engine::general_purpose::STANDARD};
            let joined: String = body.split_whitespace().collect();
            return String::from_utf8(STANDARD.decode(joined).unwrap()).unwrap();
        }
        body.to_owned()
    }

    /// The path and query of the first link to this site.
    pub fn link(&self, origin: &str) -> String {
        let text = self.text();
        let found = text
            .split_whitespace()
            .find(|word| word.starts_with(origin) && word.len() > origin.len() + 1);
        found.unwrap_or_else(|| panic!("no link in {text}"))[origin.len()..].to_owned()
    }
}

fn quoted_printable(text: &str) -> String {
    let mut bytes = Vec::new();
    let text = text.replace("=\r\n", "");
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'=' => {
                let pair = [rest.next().unwrap(), rest.next().unwrap()];
                let pair = std::str::from_utf8(&pair).unwrap();
                bytes.push(u8::from_str_radix(pair, 16).unwrap());
            }
            other => bytes.push(other),
        }
    }
    String::from_utf8(bytes).unwrap()
}
