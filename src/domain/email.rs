//! Addresses of mail: plain ones alone, so that none of them can say more than an address.

use std::fmt;

use url::Host;

/// Longest address (RFC 5321 §4.5.3.1.3, without the angle brackets).
const MOST_BYTES: usize = 254;
/// Longest part before the `@` (RFC 5321 §4.5.3.1.1).
const LOCAL_BYTES: usize = 64;

/// An address that mail can be sent to: a dot-atom, `@`, a host name in ASCII. It holds no blank, no
/// quote, no bracket and no line end, so it cannot become another header or a second receiver.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Email(String);

/// It is not an address that mail is sent to here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an address of mail looks like name@example.org")]
pub struct NotAnAddress;

impl Email {
    /// Reads an address as people type it. International host names get their ASCII form;
    /// quoted and international local parts are refused, which hardly any server hands out.
    ///
    /// # Errors
    /// When it is anything else.
    pub fn parse(text: &str) -> Result<Email, NotAnAddress> {
        let (local, host) = text.trim().rsplit_once('@').ok_or(NotAnAddress)?;
        let atom = |part: &str| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&b))
        };
        if local.len() > LOCAL_BYTES || !local.split('.').all(atom) {
            return Err(NotAnAddress);
        }
        let Ok(Host::Domain(host)) = Host::parse(host) else { return Err(NotAnAddress) };
        let label = |label: &str| {
            (1..=63).contains(&label.len())
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        let known = host == "localhost" || host.contains('.');
        if !known || !host.split('.').all(label) || local.len() + 1 + host.len() > MOST_BYTES {
            return Err(NotAnAddress);
        }
        Ok(Email(format!("{local}@{host}")))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As addresses are compared: hosts never mind capitals, and no mail provider that people use
    /// gives two of them the same name in other capitals.
    pub fn folded(&self) -> String {
        self.0.to_ascii_lowercase()
    }

    /// Enough of it to recognise one's own: `a…@example.org`.
    pub fn hinted(&self) -> String {
        let (local, host) = self.0.split_once('@').expect("an address has an @");
        format!("{}…@{host}", &local[..1])
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A text without the addresses in it: what a mail server says of a letter often names its receiver.
pub fn without_addresses(text: &str) -> String {
    let ends = |c: char| c.is_whitespace() || "<>()[]{},;:\"'`".contains(c);
    let part = |part: &str| {
        let word = part.trim_end_matches(ends);
        match word.contains('@') {
            true => format!("…{}", &part[word.len()..]),
            false => part.to_owned(),
        }
    };
    text.split_inclusive(ends).map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_nothing_but_an_address() {
        for (typed, read) in [
            (" ana@Example.ORG ", "ana@example.org"),
            ("o'neil+cases@sub.example.org", "o'neil+cases@sub.example.org"),
            ("a.b@bücher.example", "a.b@xn--bcher-kva.example"),
            ("root@localhost", "root@localhost"),
        ] {
            assert_eq!(Email::parse(typed).unwrap().as_str(), read);
        }
        for wrong in [
            "",
            "ana",
            "@example.org",
            "ana@",
            "ana@example",
            "ana@[127.0.0.1]",
            "ana@127.0.0.1",
            "ana@example.org\r\nBcc: all@example.org",
            "ana\r\nBcc: all@example.org",
            "ana@example.org, all@example.org",
            "a b@example.org",
            "\"ana\"@example.org",
            "Ana <ana@example.org>",
            "ana..b@example.org",
            ".ana@example.org",
            "ána@example.org",
            "ana@-example.org",
            "ana@exam ple.org",
        ] {
            assert_eq!(Email::parse(wrong), Err(NotAnAddress), "{wrong:?}");
        }
        assert!(Email::parse(&format!("{}@example.org", "a".repeat(65))).is_err());
    }

    #[test]
    fn a_refusal_is_told_without_the_address_in_it() {
        for (said, told) in [
            ("550 5.1.1 <ana@example.org>: unknown", "550 5.1.1 <…>: unknown"),
            ("no ana@example.org, sorry", "no …, sorry"),
            ("rfc822;ANA@EXAMPLE.ORG", "rfc822;…"),
            ("nobody here\nat all", "nobody here\nat all"),
            ("@", "…"),
            ("", ""),
        ] {
            assert_eq!(without_addresses(said), told);
        }
    }

    #[test]
    fn capitals_make_no_second_address() {
        let one = Email::parse("Ana@example.org").unwrap();
        assert_eq!(one.folded(), "ana@example.org");
        assert_eq!(one.hinted(), "A…@example.org");
    }
}
