//! A letter as a message of RFC 5322: the library writes and encodes every header.

use std::time::{Duration, UNIX_EPOCH};

use lettre::{
    Address, Message,
    address::Envelope,
    message::{
        Mailbox, MultiPart,
        header::{HeaderName, HeaderValue},
    },
};

use crate::{
    domain::{email::Email, text::clean_line},
    store::mail::Mail,
};

/// The letter as bytes on the wire, with its envelope. `bounces` is where it comes back to, where that
/// is another address than the one that people see (RFC 5321 §4.4).
pub(super) fn laid_out(
    letter: &Mail,
    from: &Email,
    from_name: &str,
    host: &str,
    bounces: Option<&str>,
) -> Result<Message, String> {
    let to = Email::parse(&letter.receiver).map_err(|error| error.to_string())?;
    let sent = UNIX_EPOCH + Duration::from_millis(letter.created_at.unsigned_abs());
    let host = host.split(':').next().unwrap_or_default();
    let mut builder = Message::builder()
        // The library takes no controls in a name: it panics when it writes them.
        .from(Mailbox::new(Some(clean_line(from_name)), address(from)?))
        .to(Mailbox::new(None, address(&to)?))
        .subject(letter.subject.as_str())
        .date(sent)
        .message_id(Some(format!("<{}@{host}>", letter.id)));
    builder = raw(builder, "Auto-Submitted", "auto-generated");
    builder = raw(builder, "Content-Language", &letter.language);
    if !letter.reply_to.is_empty() {
        let to = Email::parse(&letter.reply_to).map_err(|error| error.to_string())?;
        builder = builder.reply_to(Mailbox::new(None, address(&to)?));
    }
    if let Some(bounces) = bounces {
        let bounces = Email::parse(bounces).map_err(|error| error.to_string())?;
        let envelope = Envelope::new(Some(address(&bounces)?), vec![address(&to)?]);
        builder = builder.envelope(envelope.map_err(|error| error.to_string())?);
    }
    if !letter.unsubscribe.is_empty() {
        builder = raw(builder, "List-Unsubscribe", &format!("<{}>", letter.unsubscribe));
        builder = raw(builder, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    let parts = MultiPart::alternative_plain_html(letter.plain.clone(), letter.html.clone());
    builder.multipart(parts).map_err(|error| error.to_string())
}

fn address(email: &Email) -> Result<Address, String> {
    let (local, host) = email.as_str().rsplit_once('@').unwrap_or_default();
    Address::new(local, host).map_err(|error| error.to_string())
}

/// A header that the library has no type for. Its value is one of ours; it is encoded all the same.
fn raw(
    builder: lettre::message::MessageBuilder,
    name: &'static str,
    value: &str,
) -> lettre::message::MessageBuilder {
    builder.raw_header(HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(subject: &str) -> Mail {
        Mail {
            id: "01JD0000000000000000000000".into(),
            kind: "test".into(),
            receiver: "ana@example.org".into(),
            language: "es".into(),
            subject: subject.into(),
            unsubscribe: "https://cases.example/off?key=1".into(),
            reply_to: "answer+abc@cases.example".into(),
            plain: "Hola, señora.\n".into(),
            html: "<p>Hola</p>".into(),
            state: "waiting".into(),
            once: false,
            tries: 1,
            next_try: 0,
            answer: String::new(),
            created_at: 1_780_000_000_000,
            ended_at: None,
        }
    }

    fn text(subject: &str, name: &str) -> String {
        let from = Email::parse("cases@cases.example").unwrap();
        let message = laid_out(&letter(subject), &from, name, "cases.example:8443", None).unwrap();
        String::from_utf8(message.formatted()).unwrap()
    }

    #[test]
    fn a_letter_has_both_kinds_of_text_and_says_what_it_is() {
        let text = text("Un mensaje", "Metropolis");
        for part in [
            "From: Metropolis <cases@cases.example>\r\n",
            "To: ana@example.org\r\n",
            "Reply-To: answer+abc@cases.example\r\n",
            "Subject: Un mensaje\r\n",
            "Message-ID: <01JD0000000000000000000000@cases.example>\r\n",
            "Auto-Submitted: auto-generated\r\n",
            "List-Unsubscribe: <https://cases.example/off?key=1>\r\n",
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n",
            "multipart/alternative",
            "text/plain; charset=utf-8",
            "text/html; charset=utf-8",
        ] {
            assert!(text.contains(part), "{part}\n{text}");
        }
    }

    #[test]
    fn a_letter_comes_back_to_an_address_of_its_own() {
        let from = Email::parse("cases@cases.example").unwrap();
        let back = "answer+b1@cases.example";
        let message = laid_out(&letter("x"), &from, "M", "cases.example", Some(back)).unwrap();
        let envelope = message.envelope();
        assert_eq!(envelope.from().unwrap().to_string(), back);
        assert_eq!(envelope.to().len(), 1);
        assert!(!String::from_utf8(message.formatted()).unwrap().contains(back));
    }

    #[test]
    fn names_and_subjects_write_no_headers_of_their_own() {
        let text = text("Hi\r\nBcc: all@example.org", "Me\r\nCc: all@example.org");
        let head = text.split("\r\n\r\n").next().unwrap();
        for line in head.lines() {
            let own = line.starts_with("Bcc:") || line.starts_with("Cc:");
            assert!(!own, "{head}");
        }
        assert_eq!(head.matches("\r\nTo: ").count(), 1);
    }
}
