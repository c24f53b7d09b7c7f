//! Settings about mail: the server that takes ours, and the mailbox that is read.

use std::fmt;

use serde::{Deserialize, Serialize};
use url::Url;

/// How people are written to, and how they answer.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Mail {
    /// The mail server, as [`Smtp::parse`] reads it; empty writes mails to files.
    pub smtp: String,
    /// File that holds the password of its user; empty where the address holds it.
    pub smtp_password_file: String,
    /// PEM file of further authorities that certificates of mail servers may come from.
    pub ca_file: String,
    /// Address that mails come from; empty for `kontor@` and the host.
    pub from: String,
    /// Name that mails come from; empty for the network's.
    pub from_name: String,
    /// Address that bounces and answers go to, each with a key behind a plus; empty for none.
    pub answers: String,
    /// The mailbox where they arrive, as [`Imap::parse`] reads it; empty for none.
    pub mailbox: String,
    /// File that holds the password of its user; empty where the address holds it.
    pub mailbox_password_file: String,
    /// Folder that mails are moved to which were taken in; empty leaves them where they are.
    pub mailbox_handled: String,
    /// Seconds between two looks at the mailbox.
    pub mailbox_seconds: u32,
}

impl Default for Mail {
    fn default() -> Self {
        Mail {
            smtp: String::new(),
            smtp_password_file: String::new(),
            ca_file: String::new(),
            from: String::new(),
            from_name: String::new(),
            answers: String::new(),
            mailbox: String::new(),
            mailbox_password_file: String::new(),
            mailbox_handled: "Kontor".into(),
            mailbox_seconds: 60,
        }
    }
}

/// The addresses of the servers may hold passwords, so they are never printed.
impl fmt::Debug for Mail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = |text: &str| text.split_once(':').map_or("", |(scheme, _)| scheme).to_owned();
        f.debug_struct("Mail")
            .field("smtp", &format_args!("{}…", scheme(&self.smtp)))
            .field("from", &self.from)
            .field("from_name", &self.from_name)
            .field("answers", &self.answers)
            .field("mailbox", &format_args!("{}…", scheme(&self.mailbox)))
            .finish_non_exhaustive()
    }
}

impl Mail {
    /// The mail server with the password of its user; None where mails are written to files.
    ///
    /// # Errors
    /// What was expected; never what was found.
    pub fn server(&self) -> Result<Option<Smtp>, String> {
        if self.smtp.is_empty() {
            return Ok(None);
        }
        let mut server = Smtp::parse(&self.smtp)?;
        if let Some((_, password)) = &mut server.login
            && password.is_empty()
        {
            *password = password_in(&self.smtp_password_file, "mail.smtp_password_file")?;
        }
        Ok(Some(server))
    }

    /// The mailbox with the password of its user; None where none is read.
    ///
    /// # Errors
    /// What was expected; never what was found.
    pub fn inbox(&self) -> Result<Option<Imap>, String> {
        if self.mailbox.is_empty() {
            return Ok(None);
        }
        let mut inbox = Imap::parse(&self.mailbox)?;
        if inbox.password.is_empty() {
            inbox.password =
                password_in(&self.mailbox_password_file, "mail.mailbox_password_file")?;
        }
        Ok(Some(inbox))
    }
}

/// The first line of a file.
fn password_in(file: &str, key: &str) -> Result<String, String> {
    if file.is_empty() {
        return Err(format!("a user has a password: USER:PASSWORD@HOST, or a file in {key}"));
    }
    let text = std::fs::read_to_string(file).map_err(|error| format!("{key}: {file}: {error}"))?;
    match text.lines().next().unwrap_or_default() {
        "" => Err(format!("{key}: {file} holds no password")),
        password => Ok(password.to_owned()),
    }
}

/// How the connection to a mail server is kept from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailTls {
    /// TLS from the first byte.
    Whole,
    /// STARTTLS, and nothing without it.
    Upgraded,
    /// None, on loopback alone.
    None,
}

/// A mail server.
#[derive(Clone, PartialEq, Eq)]
pub struct Smtp {
    pub tls: MailTls,
    /// Its name, as its certificate has it.
    pub host: String,
    pub port: u16,
    /// User and password; the password is empty where it stands in a file.
    pub login: Option<(String, String)>,
}

impl Smtp {
    /// Reads `smtps://USER:PASSWORD@HOST:465`, `smtp://…:587` (STARTTLS) or
    /// `smtp+plain://localhost:25`. User and password are percent-encoded where they hold signs of
    /// addresses. Without TLS nobody signs in.
    ///
    /// # Errors
    /// What was expected; never what was found, which may hold a password.
    pub fn parse(text: &str) -> Result<Smtp, &'static str> {
        const EXPECTED: &str = "expected smtps://USER:PASSWORD@HOST (TLS), smtp://USER:PASSWORD@HOST (STARTTLS) or \
             smtp+plain://localhost";
        let url = Url::parse(text).map_err(|_| EXPECTED)?;
        let (tls, port) = match url.scheme() {
            "smtps" => (MailTls::Whole, 465),
            "smtp" => (MailTls::Upgraded, 587),
            "smtp+plain" => (MailTls::None, 25),
            _ => return Err(EXPECTED),
        };
        let host = url.host_str().filter(|host| !host.is_empty()).ok_or(EXPECTED)?.to_owned();
        if !matches!(url.path(), "" | "/") || url.query().is_some() || url.fragment().is_some() {
            return Err(EXPECTED);
        }
        if tls == MailTls::None && !is_loopback(&host) {
            return Err("mail goes without TLS to localhost alone; use smtp:// or smtps://");
        }
        let login = login(&url).ok_or(EXPECTED)?;
        if tls == MailTls::None && login.is_some() {
            return Err("a password goes over TLS alone; use smtp:// or smtps://");
        }
        Ok(Smtp { tls, host, port: url.port().unwrap_or(port), login })
    }
}

/// A mailbox on a server that speaks IMAP.
#[derive(Clone, PartialEq, Eq)]
pub struct Imap {
    pub tls: MailTls,
    /// Its name, as its certificate has it.
    pub host: String,
    pub port: u16,
    pub user: String,
    /// Empty where it stands in a file.
    pub password: String,
    /// The folder that is read.
    pub folder: String,
}

impl Imap {
    /// Reads `imaps://USER:PASSWORD@HOST:993/FOLDER`, `imap://…:143` (STARTTLS) or
    /// `imap+plain://USER:PASSWORD@localhost:143`. Without a folder it is `INBOX`.
    ///
    /// # Errors
    /// What was expected; never what was found, which may hold a password.
    pub fn parse(text: &str) -> Result<Imap, &'static str> {
        const EXPECTED: &str = "expected imaps://USER:PASSWORD@HOST/INBOX (TLS) or imap://USER:PASSWORD@HOST/INBOX \
             (STARTTLS)";
        let url = Url::parse(text).map_err(|_| EXPECTED)?;
        let (tls, port) = match url.scheme() {
            "imaps" => (MailTls::Whole, 993),
            "imap" => (MailTls::Upgraded, 143),
            "imap+plain" => (MailTls::None, 143),
            _ => return Err(EXPECTED),
        };
        let host = url.host_str().filter(|host| !host.is_empty()).ok_or(EXPECTED)?.to_owned();
        if url.query().is_some() || url.fragment().is_some() {
            return Err(EXPECTED);
        }
        if tls == MailTls::None && !is_loopback(&host) {
            return Err(
                "a mailbox is read without TLS on localhost alone; use imaps:// or imap://",
            );
        }
        let (user, password) = login(&url).flatten().ok_or(EXPECTED)?;
        let folder = match percent(url.path().trim_matches('/')).ok_or(EXPECTED)? {
            folder if folder.chars().any(char::is_control) => return Err(EXPECTED),
            folder if folder.is_empty() => "INBOX".to_owned(),
            folder => folder,
        };
        let port = url.port().unwrap_or(port);
        Ok(Imap { tls, host, port, user, password, folder })
    }
}

fn is_loopback(host: &str) -> bool {
    ["localhost", "127.0.0.1", "[::1]"].contains(&host)
}

/// User and password, which may be missing; None where they cannot be read or hold line ends.
fn login(url: &Url) -> Option<Option<(String, String)>> {
    let text = |part: &str| percent(part).filter(|text| !text.chars().any(char::is_control));
    match (url.username(), url.password()) {
        ("", None) => Some(None),
        ("", Some(_)) => None,
        (user, password) => Some(Some((text(user)?, text(password.unwrap_or_default())?))),
    }
}

/// The text behind percent signs; a plus stays one.
fn percent(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut out = Vec::new();
    while let Some(byte) = bytes.next() {
        out.push(match byte {
            b'%' => {
                let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
                let high = digit(bytes.next())?;
                u8::try_from(high * 16 + digit(bytes.next())?).ok()?
            }
            plain => plain,
        });
    }
    String::from_utf8(out).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_server_is_reached_over_tls_or_stands_on_this_machine() {
        let read = Smtp::parse("smtp://ana%40example.org:p%3Aw+%2F@mail.example.org").unwrap();
        assert_eq!((read.tls, read.port), (MailTls::Upgraded, 587));
        assert_eq!(read.login, Some(("ana@example.org".into(), "p:w+/".into())));
        let read = Smtp::parse("smtps://mail.example.org:2465/").unwrap();
        assert_eq!((read.tls, read.port, read.login), (MailTls::Whole, 2465, None));
        assert_eq!(Smtp::parse("smtp+plain://localhost:2525").unwrap().tls, MailTls::None);
        for wrong in [
            "mail.example.org",
            "https://mail.example.org",
            "smtp://",
            "smtp+plain://mail.example.org",
            "smtp+plain://ana:secret@localhost",
            "smtp://:secret@mail.example.org",
            "smtp://ana%0D%0A:x@mail.example.org",
            "smtp://mail.example.org/inbox",
            "smtp://mail.example.org?tls=none",
        ] {
            assert!(Smtp::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_mailbox_has_a_user_and_a_folder() {
        let read = Imap::parse("imaps://answer%40example.org:p%20w@mail.example.org").unwrap();
        assert_eq!((read.tls, read.port, &*read.folder), (MailTls::Whole, 993, "INBOX"));
        assert_eq!((&*read.user, &*read.password), ("answer@example.org", "p w"));
        let read = Imap::parse("imap://a:b@mail.example.org/Case%20mail/in").unwrap();
        assert_eq!((read.tls, &*read.folder), (MailTls::Upgraded, "Case mail/in"));
        for wrong in [
            "imaps://mail.example.org",
            "imap+plain://a:b@mail.example.org",
            "https://a:b@mail.example.org",
            "imaps://a:b@mail.example.org/IN%0D%0ABOX",
        ] {
            assert!(Imap::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_password_may_stand_in_a_file_and_must_stand_somewhere() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("password");
        std::fs::write(&file, "p:w+/\nnot this\n").unwrap();
        let mut mail = Mail { smtp: "smtps://ana@mail.example.org".into(), ..Mail::default() };
        assert!(mail.server().is_err());
        mail.smtp_password_file = file.display().to_string();
        let server = mail.server().unwrap().unwrap();
        assert_eq!(server.login, Some(("ana".into(), "p:w+/".into())));
        mail.mailbox = "imaps://ana@mail.example.org".into();
        assert!(mail.inbox().is_err());
        mail.mailbox_password_file = file.display().to_string();
        assert_eq!(mail.inbox().unwrap().unwrap().password, "p:w+/");
    }
}
