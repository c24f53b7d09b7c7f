//! Settings about people: who may have an account, and how they are written to.

use std::fmt;

use serde::{Deserialize, Serialize};
use url::Url;

/// Who may have an account, and how long a sign-in lasts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Accounts {
    /// Who may register.
    pub registration: Registration,
    /// Days without use after which a sign-in ends.
    pub session_idle_days: u32,
    /// Days after which a sign-in ends in any case.
    pub session_days: u32,
    /// Memory that hashing one password takes (Argon2id, two passes, one lane), in KiB.
    pub password_memory_kib: u32,
}

impl Default for Accounts {
    fn default() -> Self {
        Self {
            registration: Registration::Approval,
            session_idle_days: 14,
            session_days: 90,
            password_memory_kib: 19_456,
        }
    }
}

impl Accounts {
    /// Milliseconds without use after which a sign-in ends.
    pub fn idle_ms(&self) -> i64 {
        i64::from(self.session_idle_days) * 86_400_000
    }

    /// Milliseconds after which a sign-in ends in any case.
    pub fn longest_ms(&self) -> i64 {
        i64::from(self.session_days) * 86_400_000
    }
}

/// Who may register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Registration {
    /// Everybody.
    Open,
    /// Everybody, and an instance admin lets them in.
    Approval,
    /// Who was invited.
    Invitation,
    /// Nobody; commands make accounts.
    Closed,
}

/// How people are written to.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Mail {
    /// The mail server, as [`Smtp::parse`] reads it; empty writes mails to files.
    pub smtp: String,
    /// Address that mails come from; empty for `kontor@` and the host.
    pub from: String,
    /// Name that mails come from; empty for the network's.
    pub from_name: String,
}

/// How strangers make contact with people here, and how often.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Contact {
    /// Where messages about cases without a reachable author go; empty for nowhere.
    pub address: String,
    /// New conversations that one sender begins in a day.
    pub firsts_per_sender_per_day: u32,
    /// New conversations that one person is drawn into in a day.
    pub firsts_per_receiver_per_day: u32,
    /// Messages a day for which one address is asked to confirm that it wrote them.
    pub confirmations_per_address_per_day: u32,
    /// Days that a link works by which a reader without an account reads and answers.
    pub link_days: u32,
}

impl Default for Contact {
    fn default() -> Self {
        Self {
            address: String::new(),
            firsts_per_sender_per_day: 10,
            firsts_per_receiver_per_day: 50,
            confirmations_per_address_per_day: 5,
            link_days: 90,
        }
    }
}

/// The address of the server may hold a password, so it is never printed.
impl fmt::Debug for Mail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = self.smtp.split_once(':').map_or("", |(scheme, _)| scheme);
        f.debug_struct("Mail")
            .field("smtp", &format_args!("{scheme}…"))
            .field("from", &self.from)
            .field("from_name", &self.from_name)
            .finish()
    }
}

/// How the connection to a mail server is kept from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SmtpTls {
    /// TLS from the first byte: `smtps`.
    Whole,
    /// STARTTLS, and no mail without it: `smtp`.
    Upgraded,
    /// None: `smtp+plain`, on loopback alone.
    None,
}

/// A mail server.
#[derive(Clone, PartialEq, Eq)]
pub struct Smtp {
    pub tls: SmtpTls,
    /// Its name, as its certificate has it.
    pub host: String,
    pub port: u16,
    /// User and password.
    pub login: Option<(String, String)>,
}

impl Smtp {
    /// Reads `smtps://USER:PASSWORD@HOST:465`, `smtp://…:587` (STARTTLS) or
    /// `smtp+plain://localhost:25`. User and password are percent-encoded where they hold signs of
    /// addresses.
    ///
    /// # Errors
    /// What was expected; never what was found, which may hold a password.
    pub fn parse(text: &str) -> Result<Smtp, &'static str> {
        const EXPECTED: &str = "expected smtps://USER:PASSWORD@HOST (TLS), smtp://USER:PASSWORD@HOST (STARTTLS) or \
             smtp+plain://localhost";
        let url = Url::parse(text).map_err(|_| EXPECTED)?;
        let (tls, port) = match url.scheme() {
            "smtps" => (SmtpTls::Whole, 465),
            "smtp" => (SmtpTls::Upgraded, 587),
            "smtp+plain" => (SmtpTls::None, 25),
            _ => return Err(EXPECTED),
        };
        let host = url.host_str().filter(|host| !host.is_empty()).ok_or(EXPECTED)?.to_owned();
        if !matches!(url.path(), "" | "/") || url.query().is_some() || url.fragment().is_some() {
            return Err(EXPECTED);
        }
        let loopback = ["localhost", "127.0.0.1", "[::1]"].contains(&host.as_str());
        if tls == SmtpTls::None && !loopback {
            return Err("mail goes without TLS to localhost alone; use smtp:// or smtps://");
        }
        let decoded = |part: &str| percent(part).ok_or(EXPECTED);
        let login = match (url.username(), url.password()) {
            ("", None) => None,
            (user, Some(password)) => Some((decoded(user)?, decoded(password)?)),
            (_, None) => {
                return Err("a user of the mail server has a password: USER:PASSWORD@HOST");
            }
        };
        Ok(Smtp { tls, host, port: url.port().unwrap_or(port), login })
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
        assert_eq!((read.tls, read.port), (SmtpTls::Upgraded, 587));
        assert_eq!(read.login, Some(("ana@example.org".into(), "p:w+/".into())));
        let read = Smtp::parse("smtps://mail.example.org:2465/").unwrap();
        assert_eq!((read.tls, read.port, read.login), (SmtpTls::Whole, 2465, None));
        assert_eq!(Smtp::parse("smtp+plain://localhost:2525").unwrap().tls, SmtpTls::None);
        for wrong in [
            "mail.example.org",
            "https://mail.example.org",
            "smtp://",
            "smtp+plain://mail.example.org",
            "smtp://ana@mail.example.org",
            "smtp://mail.example.org/inbox",
            "smtp://mail.example.org?tls=none",
        ] {
            assert!(Smtp::parse(wrong).is_err(), "{wrong}");
        }
    }
}
