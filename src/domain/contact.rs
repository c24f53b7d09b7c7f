//! What somebody writes to another in private: its bounds, and what is wrong with it.

use super::{
    email::Email,
    text::{clean_block, clean_line},
};

/// Longest text of a message, in characters.
pub const TEXT_CHARS: usize = 5_000;
/// Longest subject, in characters.
pub const SUBJECT_CHARS: usize = 120;
/// Longest name a reader gives, in characters.
pub const NAME_CHARS: usize = 100;

/// Subject and text, clean and within bounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// One line.
    pub subject: String,
    /// Plain text.
    pub text: String,
}

/// A reader without an account, as they say who they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stranger {
    pub name: String,
    pub email: Email,
}

/// What is wrong with a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// No name, or one that is too long.
    Name,
    /// No address that mail can be sent to.
    Email,
    /// No subject, or one that is too long.
    Subject,
    /// No text, or one that is too long.
    Text,
}

impl Flaw {
    /// The field of the form it is about.
    pub fn field(self) -> &'static str {
        match self {
            Flaw::Name => "name",
            Flaw::Email => "email",
            Flaw::Subject => "subject",
            Flaw::Text => "text",
        }
    }
}

fn line(typed: &str, most: usize) -> Option<String> {
    let line = clean_line(typed).trim().to_owned();
    (1..=most).contains(&line.chars().count()).then_some(line)
}

/// The text of one message, clean; none when it is empty or too long.
pub fn text(typed: &str) -> Option<String> {
    let text = clean_block(typed).trim().to_owned();
    (1..=TEXT_CHARS).contains(&text.chars().count()).then_some(text)
}

impl Words {
    /// # Errors
    /// Every flaw, in the order of the form.
    pub fn read(subject: &str, typed: &str) -> Result<Words, Vec<Flaw>> {
        match (line(subject, SUBJECT_CHARS), text(typed)) {
            (Some(subject), Some(text)) => Ok(Words { subject, text }),
            (subject, text) => {
                let subject = subject.is_none().then_some(Flaw::Subject);
                Err(subject.into_iter().chain(text.is_none().then_some(Flaw::Text)).collect())
            }
        }
    }
}

impl Stranger {
    /// # Errors
    /// Every flaw, in the order of the form.
    pub fn read(name: &str, email: &str) -> Result<Stranger, Vec<Flaw>> {
        match (line(name, NAME_CHARS), Email::parse(email)) {
            (Some(name), Ok(email)) => Ok(Stranger { name, email }),
            (name, email) => {
                let name = name.is_none().then_some(Flaw::Name);
                Err(name.into_iter().chain(email.is_err().then_some(Flaw::Email)).collect())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_has_a_subject_of_one_line_and_a_text_within_bounds() {
        let read = Words::read(" Hello\r\nBcc: x@example.org ", "\nOne\r\ntwo\n").unwrap();
        assert_eq!(read.subject, "Hello Bcc: x@example.org");
        assert_eq!(read.text, "One\ntwo");
        assert_eq!(Words::read(" \u{202e}", ""), Err(vec![Flaw::Subject, Flaw::Text]));
        let long = "x".repeat(TEXT_CHARS + 1);
        assert_eq!(Words::read("Hello", &long), Err(vec![Flaw::Text]));
    }

    #[test]
    fn a_reader_has_a_name_and_an_address() {
        assert!(Stranger::read("Ana", "ana@example.org").is_ok());
        let wrong = Stranger::read("", "ana@example.org\r\nBcc: all@example.org");
        assert_eq!(wrong, Err(vec![Flaw::Name, Flaw::Email]));
    }
}
