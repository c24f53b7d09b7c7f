//! Certificates of an authority of the tests' own, and the programs of other makes that use them: a
//! mail server, and a server of mailboxes.
#![allow(dead_code, reason = "each theme uses its own part")]

use std::{
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    process::Stdio,
    sync::{Arc, Mutex},
    time::Duration,
};

use serde_json::{Value, json};
use tokio::{
    io::{AsyncBufReadExt as _, BufReader},
    net::{TcpListener, TcpStream},
    process::{Child, Command},
};

/// A certificate for one name, and who vouches for it.
pub struct Paper {
    pub folder: tempfile::TempDir,
    pub authority: PathBuf,
    pub certificate: PathBuf,
    pub key: PathBuf,
}

impl Paper {
    /// For this host name.
    pub async fn of(name: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        // Another user reads it: servers of mailboxes do not run as root.
        let open = std::fs::Permissions::from_mode(0o755);
        std::fs::set_permissions(folder.path(), open).unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::write(at("names"), format!("subjectAltName=DNS:{name}\n")).unwrap();
        let key = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes";
        openssl(
            folder.path(),
            &format!("req -x509 {key} -keyout ca.key -out ca.pem -days 9 -subj /CN=tests"),
        )
        .await;
        openssl(folder.path(), &format!("req {key} -keyout key.pem -out asked -subj /CN={name}"))
            .await;
        let sign = "x509 -req -in asked -CA ca.pem -CAkey ca.key -CAcreateserial -days 9";
        openssl(folder.path(), &format!("{sign} -out cert.pem -extfile names")).await;
        let [authority, certificate, key] = ["ca.pem", "cert.pem", "key.pem"].map(at);
        Paper { folder, authority, certificate, key }
    }
}

async fn openssl(folder: &Path, args: &str) {
    let mut command = Command::new("openssl");
    let done = command.current_dir(folder).args(args.split(' ')).output().await;
    let done = done.expect("openssl is installed (Debian: openssl; ci/test brings it)");
    assert!(done.status.success(), "{args}: {}", String::from_utf8_lossy(&done.stderr));
}

/// A running `smtp-server` of Nodemailer. It ends with this value.
pub struct Postoffice {
    pub port: u16,
    said: Arc<Mutex<Vec<Value>>>,
    _process: Child,
}

impl Postoffice {
    /// `tls` is `whole`, `upgraded` or `none`; more is as `tests/mail/server.mjs` has it.
    pub async fn start(paper: &Paper, tls: &str, more: Value) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let node = root.join("target/mail/node");
        assert!(
            node.exists() && root.join("tests/mail/node_modules").exists(),
            "this needs Node.js 22 or newer and the packages of tests/mail: run ci/mail"
        );
        let mut told = json!({ "tls": tls, "key": paper.key, "cert": paper.certificate });
        told.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let mut command = Command::new(node);
        command.arg(root.join("tests/mail/server.mjs")).arg(told.to_string());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true);
        let mut process = command.spawn().unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let first = lines.next_line().await.unwrap().expect("the mail server starts");
        let first: Value = serde_json::from_str(&first).unwrap();
        let port = u16::try_from(first["port"].as_u64().expect("a port")).unwrap();
        let said = Arc::<Mutex<Vec<Value>>>::default();
        let kept = said.clone();
        tokio::spawn(async move {
            while let Ok(Some(line)) = lines.next_line().await {
                kept.lock().unwrap().push(serde_json::from_str(&line).unwrap());
            }
        });
        Postoffice { port, said, _process: process }
    }

    /// What reached it, oldest first: `auth` for a sign-in, `raw` for a mail.
    pub fn said(&self, kind: &str) -> Vec<Value> {
        let said = self.said.lock().unwrap();
        said.iter().filter(|one| one.get(kind).is_some()).cloned().collect()
    }
}

/// The user and password of every mailbox.
pub const USER: &str = "answer@example.org";
pub const PASSWORD: &str = "secret:word/+";

/// A running Dovecot with one mailbox. It ends with this value.
pub struct Dovecot {
    /// With STARTTLS, and with TLS from the first byte.
    pub ports: (u16, u16),
    pub paper: Paper,
    folder: tempfile::TempDir,
    _process: Child,
}

impl Dovecot {
    pub async fn start() -> Self {
        let paper = Paper::of("localhost").await;
        let folder = tempfile::tempdir().unwrap();
        let home = folder.path().to_owned();
        for name in ["mail", "mail/new", "mail/cur", "mail/tmp"] {
            std::fs::create_dir(home.join(name)).unwrap();
        }
        // Mailboxes are never opened as root.
        let is_root = std::fs::metadata("/proc/self").is_ok_and(|own| {
            use std::os::unix::fs::MetadataExt as _;
            own.uid() == 0
        });
        let (user, group) = match is_root {
            true => ("nobody".to_owned(), "nogroup".to_owned()),
            false => (named("-un").await, named("-gn").await),
        };
        for name in ["", "mail", "mail/new", "mail/cur", "mail/tmp"] {
            let open = std::fs::Permissions::from_mode(0o777);
            std::fs::set_permissions(home.join(name), open).unwrap();
        }
        let listeners = [(); 2].map(|()| std::net::TcpListener::bind("127.0.0.1:0").unwrap());
        let ports = listeners.each_ref().map(|one| one.local_addr().unwrap().port());
        drop(listeners);
        let at = home.display();
        let [upgraded, whole] = ports;
        let (certificate, key) = (paper.certificate.display(), paper.key.display());
        let settings = format!(
            "base_dir = {at}/run\nstate_dir = {at}/state\nlog_path = {at}/log\nprotocols = imap\n\
             listen = 127.0.0.1\nssl = required\nssl_cert = <{certificate}\nssl_key = <{key}\n\
             mail_location = maildir:{at}/mail\nauth_username_format = %Lu\n\
             passdb {{\n  driver = static\n  args = password={PASSWORD}\n}}\n\
             userdb {{\n  driver = static\n  args = uid={user} gid={group} home={at}\n}}\n\
             default_internal_user = {user}\ndefault_login_user = {user}\n\
             default_internal_group = {group}\nfirst_valid_uid = 1\n\
             service imap-login {{\n  chroot =\n\
             \x20 inet_listener imap {{\n    port = {upgraded}\n  }}\n\
             \x20 inet_listener imaps {{\n    port = {whole}\n    ssl = yes\n  }}\n}}\n\
             service anvil {{\n  chroot =\n}}\n"
        );
        std::fs::write(home.join("dovecot.conf"), settings).unwrap();
        let program = ["/usr/sbin/dovecot", "/usr/bin/dovecot", "/usr/local/sbin/dovecot"];
        let program = program.into_iter().find(|path| Path::new(path).exists());
        let program =
            program.expect("Dovecot is installed (Debian: dovecot-imapd; ci/test brings it)");
        let mut command = Command::new(program);
        command.arg("-F").arg("-c").arg(home.join("dovecot.conf"));
        let process = command.kill_on_drop(true).stdin(Stdio::null()).spawn().unwrap();
        let dovecot = Dovecot { ports: (upgraded, whole), paper, folder, _process: process };
        for _ in 0..200 {
            if TcpStream::connect(("127.0.0.1", whole)).await.is_ok() {
                return dovecot;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("Dovecot does not start: {}", dovecot.log());
    }

    pub fn log(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }

    /// For `mail.mailbox`, over TLS from the first byte.
    pub fn url(&self) -> String {
        format!("imaps://{}@localhost:{}/INBOX", login(PASSWORD), self.ports.1)
    }

    /// The same over STARTTLS.
    pub fn url_upgraded(&self) -> String {
        format!("imap://{}@localhost:{}/INBOX", login(PASSWORD), self.ports.0)
    }

    /// A mail arrives.
    pub fn deliver(&self, name: &str, raw: &str) {
        let mail = self.folder.path().join("mail");
        let (part, whole) = (mail.join("tmp").join(name), mail.join("new").join(name));
        std::fs::write(&part, raw.replace('\n', "\r\n")).unwrap();
        std::fs::set_permissions(&part, std::fs::Permissions::from_mode(0o666)).unwrap();
        std::fs::rename(part, whole).unwrap();
    }

    /// Names of the mails in a folder that nobody has read, and of those that somebody has. The
    /// inbox is an empty name.
    pub fn mails(&self, folder: &str) -> (Vec<String>, Vec<String>) {
        let mut mail = self.folder.path().join("mail");
        if !folder.is_empty() {
            mail = mail.join(format!(".{folder}"));
        }
        let names = |part: &str| {
            let found = std::fs::read_dir(mail.join(part)).into_iter().flatten();
            found.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect::<Vec<_>>()
        };
        let all = [names("new"), names("cur")].concat();
        let (read, unread) = all
            .into_iter()
            .partition(|name| name.split_once(":2,").is_some_and(|(_, flags)| flags.contains('S')));
        (unread, read)
    }
}

/// User and password as an address holds them.
pub fn login(password: &str) -> String {
    let encoded = |text: &str| {
        let plus: String = url::form_urlencoded::byte_serialize(text.as_bytes()).collect();
        plus.replace('+', "%20")
    };
    format!("{}:{}", encoded(USER), encoded(password))
}

async fn named(what: &str) -> String {
    let said = Command::new("id").arg(what).output().await.unwrap().stdout;
    String::from_utf8(said).unwrap().trim().to_owned()
}

/// A port at which nobody listens.
pub async fn closed_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port()
}
