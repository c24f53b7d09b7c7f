//! A mail that comes in, as far as it is for us: to which of our keys, by whom, what it says.

use std::panic::{AssertUnwindSafe, catch_unwind};

use aws_lc_rs::digest;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use mail_parser::{Address, HeaderForm, HeaderValue, Message, MessageParser, PartType};

use crate::{
    app::{
        answers::{Incoming, Report},
        mail::{
            keys,
            returns::{self, Grade},
        },
    },
    domain::email::Email,
    html,
};

/// Largest mail that is read, in bytes: files that come along are left out anyway.
pub const LARGEST: usize = 20 << 20;
/// Text beyond this is not looked at; an answer may have a hundredth of it.
const TEXT_BYTES: usize = 1 << 20;
/// Largest head that is read of a mail whose rest is not.
const HEAD_BYTES: usize = 1 << 16;
/// Where the address stands that a mail was delivered to, as different servers write it.
const RECEIVERS: [&str; 8] = [
    "Delivered-To",
    "X-Original-To",
    "Envelope-To",
    "X-Envelope-To",
    "X-Delivered-To",
    "X-Forwarded-To",
    "To",
    "Cc",
];

/// Reads a mail; `to` is the address it was delivered to, where that is known. Of one that is too large,
/// or of which there is the head alone, only that is read.
pub fn read(raw: &[u8], to: Option<&str>, base: &Email) -> Incoming {
    let too_large = raw.len() > LARGEST;
    // The library panics at some bytes (mail-parser 0.11.9, quoted-printable that ends in `=`): nobody
    // must end the reading of a mailbox by a mail. Then its head is read, for its sender to be told.
    let attempt =
        |whole| catch_unwind(AssertUnwindSafe(|| understood(raw, to, base, whole))).ok().flatten();
    let whole = if too_large { None } else { attempt(true) };
    Incoming { too_large, ..whole.or_else(|| attempt(false)).unwrap_or_default() }
}

fn understood(raw: &[u8], to: Option<&str>, base: &Email, whole: bool) -> Option<Incoming> {
    let parser = MessageParser::default();
    let parsed = match whole {
        true => parser.parse(raw),
        false => parser.parse_headers(&raw[..raw.len().min(HEAD_BYTES)]),
    };
    // Nothing that has no head is a mail.
    let message = parsed.filter(|message| !message.parts.is_empty())?;
    let mut keys = to.map(|to| keys::keys_in(to, base)).unwrap_or_default();
    for name in RECEIVERS {
        for value in message.header_as(name, HeaderForm::Raw) {
            if let HeaderValue::Text(text) = value {
                keys.extend(keys::keys_in(&text, base));
            }
        }
    }
    keys.dedup();
    let report = report(&message);
    let id = message.message_id().filter(|id| !id.is_empty()).map(str::to_owned);
    Some(Incoming {
        id: id.unwrap_or_else(|| URL_SAFE_NO_PAD.encode(digest::digest(&digest::SHA256, raw))),
        keys,
        from: message
            .from()
            .and_then(Address::first)
            .and_then(|from| Email::parse(from.address.as_deref().unwrap_or_default()).ok()),
        automatic: is_automatic(&message),
        report,
        text: text(&message),
        files: message.attachment_count(),
        too_large: false,
    })
}

/// Whether no person wrote it just now (RFC 3834; and what was in use before it, or still is).
fn is_automatic(message: &Message<'_>) -> bool {
    let header = |name: &'static str| {
        let value = message.header_as(name, HeaderForm::Raw).into_iter().next();
        value.and_then(|value| value.as_text().map(|text| text.trim().to_ascii_lowercase()))
    };
    let is = |name: &'static str, of: &[&str]| {
        header(name).is_some_and(|value| of.iter().any(|start| value.starts_with(start)))
    };
    let sender = message.from().and_then(Address::first).and_then(|from| from.address.as_deref());
    let sender = sender.unwrap_or_default().to_ascii_lowercase();
    let local = sender.split('@').next().unwrap_or_default();
    let kind = header("Content-Type").unwrap_or_default();
    header("Auto-Submitted").is_some_and(|value| !value.starts_with("no"))
        || is("Precedence", &["bulk", "junk", "list", "auto_reply"])
        || is("Return-Path", &["<>"])
        || ["X-Autoreply", "X-Autorespond", "X-AutoReply-From", "X-Mail-Autoreply", "List-Id"]
            .into_iter()
            .any(|name| header(name).is_some_and(|value| value != "no"))
        || kind.starts_with("multipart/report")
        || ["mailer-daemon", "postmaster", "noreply", "no-reply", "donotreply"].contains(&local)
        || is("Subject", &["out of office", "automatic reply", "autoreply"])
}

/// What a mail says of a delivery that failed: as RFC 3464 has it, else as far as servers that write
/// their own letters can be understood. None for what is no such report, or says that it still waits.
fn report(message: &Message<'_>) -> Option<Report> {
    let status = message.parts.iter().find(|part| {
        part_kind(part).is_some_and(|(kind, sub)| {
            kind == "message" && ["delivery-status", "global-delivery-status"].contains(&&*sub)
        })
    });
    if let Some(part) = status {
        let text = match &part.body {
            PartType::Text(text) | PartType::Html(text) => text.to_string(),
            PartType::Binary(bytes) | PartType::InlineBinary(bytes) => {
                String::from_utf8_lossy(bytes).into_owned()
            }
            _ => return None,
        };
        return status_says(&text);
    }
    let says_failed = !message.header_as("X-Failed-Recipients", HeaderForm::Raw).is_empty();
    let from = message.from().and_then(Address::first).and_then(|from| from.address.as_deref());
    let local = from.unwrap_or_default().split('@').next().unwrap_or_default();
    let by_server =
        ["mailer-daemon", "postmaster"].contains(&&*local.to_ascii_lowercase()) || says_failed;
    if !by_server {
        return None;
    }
    let text = text(message);
    let line = text.lines().find(|line| {
        matches!(returns::grade(line), Some(Grade::Hard | Grade::Soft | Grade::Letter))
            && !line.trim_start().starts_with('>')
    })?;
    Some(Report { grade: returns::grade(line)?, said: line.trim().to_owned() })
}

/// The fields of a delivery status: the first receiver for whom it failed.
fn status_says(text: &str) -> Option<Report> {
    let unfolded = text.replace("\r\n", "\n").replace("\n ", " ").replace("\n\t", " ");
    for receiver in unfolded.split("\n\n") {
        let field = |name: &str| {
            receiver.lines().find_map(|line| {
                let (found, value) = line.split_once(':')?;
                found.trim().eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
            })
        };
        let failed = field("Action").is_some_and(|action| action.eq_ignore_ascii_case("failed"));
        if !failed {
            continue;
        }
        let status = field("Status").unwrap_or_default();
        let said = field("Diagnostic-Code").unwrap_or_default();
        let grade = returns::grade(&status).or_else(|| returns::grade(&said));
        let said = format!("{status} {said}").trim().to_owned();
        return Some(Report { grade: grade.unwrap_or(Grade::Soft), said });
    }
    None
}

fn part_kind(part: &mail_parser::MessagePart<'_>) -> Option<(String, String)> {
    use mail_parser::MimeHeaders as _;
    let kind = part.content_type()?;
    let sub = kind.subtype().unwrap_or_default().to_ascii_lowercase();
    Some((kind.ctype().to_ascii_lowercase(), sub))
}

/// The plain text; where there is none, what the other one says.
fn text(message: &Message<'_>) -> String {
    let mut out = String::new();
    for part in message.text_bodies() {
        let text = match &part.body {
            PartType::Text(text) => text.to_string(),
            PartType::Html(markup) => html::to_plain(markup),
            _ => continue,
        };
        if !out.is_empty() {
            out.push_str("\n\n");
        }
        out.push_str(&text);
        if out.len() > TEXT_BYTES {
            break;
        }
    }
    out.truncate(out.floor_char_boundary(TEXT_BYTES));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(raw: &str) -> Incoming {
        let base = Email::parse("answer@example.org").unwrap();
        super::read(raw.replace('\n', "\r\n").as_bytes(), None, &base)
    }

    const PLAIN: &str = "From: Ana <ana@city.example>\nTo: X <answer+abc@example.org>\nMessage-ID: <1@city.example>\nSubject: Re: x\nContent-Type: text/plain; charset=utf-8\n\nZwölf.\n";

    #[test]
    fn an_answer_of_a_person_is_read() {
        let mail = read(PLAIN);
        assert_eq!(mail.keys, ["abc"]);
        assert_eq!((&*mail.id, &*mail.text), ("1@city.example", "Zwölf.\r\n"));
        assert_eq!(mail.from.unwrap().as_str(), "ana@city.example");
        assert!(!mail.automatic && mail.report.is_none() && mail.files == 0);
        let html = PLAIN.replace("text/plain", "text/html").replace(
            "Zwölf.",
            "<style>p{}</style><p>Zwölf <b>Meter</b></p><script>x</script><p>&lt;b&gt;</p>",
        );
        assert_eq!(read(&html).text, "Zwölf Meter\n<b>");
        let file = "From: a@b.example\nContent-Type: multipart/mixed; boundary=q\n\n--q\nContent-Type: text/plain\n\nHello\n--q\nContent-Type: application/pdf; name=a.pdf\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\nAAAA\n--q--\n";
        let mail = read(file);
        assert_eq!((mail.text.trim(), mail.files), ("Hello", 1));
        assert!(mail.id.len() == 43, "what has no Message-ID is known by all of it");
    }

    #[test]
    fn machines_are_known_by_what_they_say() {
        for head in [
            "Auto-Submitted: auto-replied",
            "Auto-Submitted: auto-generated (vacation)",
            "Precedence: bulk",
            "X-Autoreply: yes",
            "Return-Path: <>",
            "List-Id: <x.example>",
            "Subject: Out of office",
        ] {
            let text = PLAIN.replace("Subject: Re: x", head);
            assert!(read(&text).automatic, "{head}");
        }
        assert!(read(&PLAIN.replace("ana@city", "MAILER-DAEMON@city")).automatic);
        assert!(!read(&PLAIN.replace("Subject: Re: x", "Auto-Submitted: no")).automatic);
    }

    #[test]
    fn letters_that_came_back_are_understood() {
        let status = |action: &str, status: &str| {
            read(&format!(
                "From: MAILER-DAEMON@mx.example\nTo: answer+abc@example.org\nContent-Type: multipart/report; report-type=delivery-status; boundary=q\n\n--q\nContent-Type: text/plain\n\nSorry.\n--q\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; ana@city.example\nAction: {action}\nStatus: {status}\nDiagnostic-Code: smtp; 550 no\n such user\n\n--q--\n"
            ))
            .report
        };
        let report = status("failed", "5.1.1").unwrap();
        assert_eq!(report.grade, Grade::Hard);
        assert!(report.said.contains("550 no such user"), "{}", report.said);
        assert_eq!(status("failed", "4.4.7").unwrap().grade, Grade::Soft);
        assert_eq!(status("failed", "5.7.1").unwrap().grade, Grade::Letter);
        assert!(status("delayed", "4.4.1").is_none() && status("delivered", "2.0.0").is_none());
        let qmail = "From: MAILER-DAEMON@mx.example\nTo: answer+abc@example.org\nSubject: failure notice\n\nHi. This is the qmail-send program at mx.example.\n\n<ana@city.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n";
        assert_eq!(read(qmail).report.unwrap().grade, Grade::Hard);
        // What anybody may write is no report.
        assert!(read(&qmail.replace("MAILER-DAEMON", "ana")).report.is_none());
    }

    #[test]
    fn no_bytes_are_too_odd_to_be_read() {
        for raw in ["", "\n", "x", ": \n\n", "Content-Type: multipart/mixed; boundary=\n\n--\n--"] {
            read(raw);
        }
        // Cut off anywhere, and with any one byte damaged.
        let nested = "From: a@b.example\nContent-Type: multipart/report; boundary=q\n\n--q\nContent-Type: message/rfc822\n\nSubject: x\nContent-Type: multipart/mixed; boundary=r\n\n--r\nContent-Transfer-Encoding: base64\n\nAAAA\n--r--\n--q\nContent-Type: message/rfc822\nContent-Transfer-Encoding: quoted-printable\n\nFrom: =C3=A9@x\n\n=\n--q--\n";
        for at in 0..nested.len() {
            read(&nested[..at]);
            for sign in ["-", "\n", ";", "=", "\0"] {
                read(&format!("{}{sign}{}", &nested[..at], &nested[at + 1..]));
            }
        }
        let base = Email::parse("answer@example.org").unwrap();
        let mut large = PLAIN.as_bytes().to_vec();
        large.resize(LARGEST + 1, b'x');
        let mail = super::read(&large, None, &base);
        assert!(mail.too_large && mail.text.is_empty() && mail.keys == ["abc"]);
        let to = Some("answer+xyz@example.org");
        assert_eq!(super::read(b"Subject: x\r\n\r\n", to, &base).keys, ["xyz"]);
    }
}
