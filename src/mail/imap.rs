//! One sign-in to a mailbox by IMAP: what is new, the head of a mail, the whole of it, and that it was
//! taken in.

use std::{fmt::Debug, path::Path, sync::Arc, time::Duration};

use async_imap::{
    Client, Session,
    types::{Capability, Fetch},
};
use futures_util::TryStreamExt as _;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
    time::timeout,
};
use tokio_rustls::{
    TlsConnector,
    rustls::{
        ClientConfig, RootCertStore,
        crypto::aws_lc_rs,
        pki_types::{CertificateDer, ServerName, pem::PemObject as _},
    },
};

use crate::config::{Imap, MailTls};

/// Longest wait for an answer of the server.
const PATIENCE: Duration = Duration::from_secs(30);
/// Where systems keep the authorities that everybody knows.
const SYSTEM_FILES: [&str; 4] = [
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
];

trait Wire: AsyncRead + AsyncWrite + Unpin + Send + Debug {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send + Debug> Wire for T {}
type Line = Box<dyn Wire>;

/// A folder that is open.
pub(super) struct Folder {
    session: Session<Line>,
    /// What the server calls this state of the folder (RFC 9051 §2.3.1.1).
    pub validity: i64,
    can_move: bool,
}

/// A mail as the folder lists it.
pub(super) struct Listed {
    pub uid: u32,
    pub bytes: usize,
}

impl Folder {
    /// Signs in and opens the folder.
    ///
    /// # Errors
    /// In words for whoever runs the site, without the password.
    pub async fn open(inbox: &Imap, known: &[std::path::PathBuf]) -> Result<Folder, String> {
        let client = within(connect(inbox, known)).await?;
        let signed_in = within(async {
            let done = client.login(&inbox.user, &inbox.password).await;
            done.map_err(|(error, _)| format!("the server does not let us sign in: {error}"))
        });
        let mut session = signed_in.await?;
        let capabilities = within(async { session.capabilities().await.map_err(said) }).await?;
        let can_move = capabilities.has(&Capability::Atom("MOVE".into()));
        let opened = within(async { session.select(&inbox.folder).await.map_err(said) });
        let opened = opened.await.map_err(|error| format!("{}: {error}", inbox.folder))?;
        let validity = opened.uid_validity.map_or(0, i64::from);
        Ok(Folder { session, validity, can_move })
    }

    /// What came after this number, oldest first, at most `most`.
    pub async fn after(&mut self, last: i64, most: usize) -> Result<Vec<Listed>, String> {
        let first = u32::try_from(last.saturating_add(1)).map_err(|_| "no numbers are left")?;
        let asked = format!("UID {first}:*");
        let found = within(async { self.session.uid_search(asked).await.map_err(said) }).await?;
        // `9:*` names the last one also where that is before 9.
        let mut found: Vec<u32> = found.into_iter().filter(|uid| *uid >= first).collect();
        found.sort_unstable();
        found.truncate(most);
        if found.is_empty() {
            return Ok(Vec::new());
        }
        let set = found.iter().map(u32::to_string).collect::<Vec<_>>().join(",");
        let all = self.fetched(&set, "(UID RFC822.SIZE)").await?;
        let mut listed: Vec<Listed> = all
            .iter()
            .filter_map(|mail| {
                let bytes = usize::try_from(mail.size.unwrap_or(0)).unwrap_or(usize::MAX);
                Some(Listed { uid: mail.uid?, bytes })
            })
            .collect();
        listed.sort_unstable_by_key(|mail| mail.uid);
        Ok(listed)
    }

    /// The head of a mail; it stays unread. None when it is gone.
    pub async fn head(&mut self, uid: u32) -> Result<Option<Vec<u8>>, String> {
        let all = self.fetched(&uid.to_string(), "(UID BODY.PEEK[HEADER])").await?;
        let found = all.iter().filter(|mail| mail.uid == Some(uid)).find_map(Fetch::header);
        Ok(found.map(<[u8]>::to_vec))
    }

    /// A mail; it stays unread. None when it is gone.
    pub async fn whole(&mut self, uid: u32) -> Result<Option<Vec<u8>>, String> {
        let all = self.fetched(&uid.to_string(), "(UID BODY.PEEK[])").await?;
        let found = all.iter().filter(|mail| mail.uid == Some(uid)).find_map(Fetch::body);
        Ok(found.map(<[u8]>::to_vec))
    }

    /// A mail was taken in: it is marked as read, and moved where there is a folder for that and the
    /// server can move (RFC 6851).
    pub async fn done(&mut self, uid: u32, to: &str) -> Result<(), String> {
        let set = uid.to_string();
        within(async {
            let marked = self.session.uid_store(&set, "+FLAGS.SILENT (\\Seen)").await;
            let marked: Vec<Fetch> = marked.map_err(said)?.try_collect().await.map_err(said)?;
            drop(marked);
            if to.is_empty() || !self.can_move {
                return Ok(());
            }
            if self.session.uid_mv(&set, to).await.is_err() {
                // Most probably it is not there yet; where it is, that it cannot be made is no news.
                let _ = self.session.create(to).await;
                self.session.uid_mv(&set, to).await.map_err(said)?;
            }
            Ok(())
        })
        .await
    }

    /// Signs out; a server that does not answer is left alone.
    pub async fn close(mut self) {
        let _ = timeout(PATIENCE / 10, self.session.logout()).await;
    }

    async fn fetched(&mut self, set: &str, what: &str) -> Result<Vec<Fetch>, String> {
        within(async {
            let found = self.session.uid_fetch(set, what).await.map_err(said)?;
            found.try_collect().await.map_err(said)
        })
        .await
    }
}

async fn within<T>(work: impl Future<Output = Result<T, String>>) -> Result<T, String> {
    timeout(PATIENCE, work).await.unwrap_or_else(|_| Err("the server does not answer".into()))
}

fn said(error: impl std::fmt::Display) -> String {
    error.to_string()
}

async fn connect(inbox: &Imap, known: &[std::path::PathBuf]) -> Result<Client<Line>, String> {
    let host = inbox.host.trim_matches(['[', ']']);
    let place = (host, inbox.port);
    let tcp = TcpStream::connect(place).await.map_err(|error| format!("{host}: {error}"))?;
    match inbox.tls {
        MailTls::None => greeted(Client::new(Box::new(tcp) as Line)).await,
        MailTls::Whole => greeted(Client::new(secured(tcp, host, known).await?)).await,
        MailTls::Upgraded => {
            let mut client = greeted(Client::new(tcp)).await?;
            let upgraded = client.run_command_and_check_ok("STARTTLS", None).await;
            upgraded.map_err(|error| format!("the server does not offer STARTTLS: {error}"))?;
            // What was sent in the clear behind its answer is thrown away with the client.
            Ok(Client::new(secured(client.into_inner(), host, known).await?))
        }
    }
}

async fn greeted<T>(mut client: Client<T>) -> Result<Client<T>, String>
where
    T: AsyncRead + AsyncWrite + Unpin + Send + Debug,
{
    match client.read_response().await.map_err(said)? {
        Some(_) => Ok(client),
        None => Err("the server hung up".into()),
    }
}

async fn secured(tcp: TcpStream, host: &str, known: &[std::path::PathBuf]) -> Result<Line, String> {
    let mut roots = RootCertStore::empty();
    let system = SYSTEM_FILES.iter().map(Path::new).find(|file| file.is_file());
    for file in system.into_iter().chain(known.iter().map(|file| file.as_path())) {
        let wrong = |error| format!("{}: {error}", file.display());
        for certificate in CertificateDer::pem_file_iter(file).map_err(wrong)? {
            // One that cannot be used vouches for nobody.
            let _ = roots.add(certificate.map_err(wrong)?);
        }
    }
    let provider = Arc::new(aws_lc_rs::default_provider());
    let settings = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(said)?
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = ServerName::try_from(host.to_owned()).map_err(said)?;
    let stream = TlsConnector::from(Arc::new(settings)).connect(name, tcp).await;
    Ok(Box::new(stream.map_err(|error| format!("{host}: {error}"))?))
}
