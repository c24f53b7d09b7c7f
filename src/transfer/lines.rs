//! JSON Lines, one line at a time, bounded, with their numbers.

use std::io::{self, BufRead};

/// Bytes of the longest line that is read; a record may have 700,000 bytes of JSON, and a file
/// may write it with escapes.
pub const MOST_BYTES: usize = 1_048_576;

/// A line that is not blank.
#[derive(Debug, PartialEq, Eq)]
pub struct Line {
    /// Counted from 1, blank lines too.
    pub number: u64,
    /// Its text without the line end, or why it has none.
    pub text: Result<String, Unreadable>,
}

/// Why a line is no text. What is left of it was skipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    #[error("is longer than {MOST_BYTES} bytes")]
    TooLong,
    #[error("is not UTF-8, from its byte {0} on")]
    NotUtf8(usize),
}

/// Splits at `\n` only: U+2028 and its like inside a text are data. A `\r` before it belongs to
/// the line end; a byte order mark at the very beginning is no part of the first line.
pub struct Lines<R> {
    reader: R,
    number: u64,
    bytes: u64,
}

impl<R: BufRead> Lines<R> {
    pub fn new(reader: R) -> Self {
        Self { reader, number: 0, bytes: 0 }
    }

    /// How much has been read, in bytes.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// The next line that is not blank; `None` at the end.
    ///
    /// # Errors
    /// When the file cannot be read on.
    pub fn next_line(&mut self) -> io::Result<Option<Line>> {
        while let Some(bytes) = self.raw()? {
            self.number += 1;
            let text = match bytes {
                Err(unreadable) => Err(unreadable),
                Ok(bytes) => self.text(bytes),
            };
            if text.as_ref().is_ok_and(|text| text.trim().is_empty()) {
                continue;
            }
            return Ok(Some(Line { number: self.number, text }));
        }
        Ok(None)
    }

    fn text(&self, bytes: Vec<u8>) -> Result<String, Unreadable> {
        let mut text = String::from_utf8(bytes)
            .map_err(|error| Unreadable::NotUtf8(error.utf8_error().valid_up_to() + 1))?;
        if text.ends_with('\r') {
            text.pop();
        }
        if self.number == 1 && text.starts_with('\u{FEFF}') {
            text.drain(..'\u{FEFF}'.len_utf8());
        }
        Ok(text)
    }

    /// The bytes before the next `\n`; never holds more of them than a line may have.
    fn raw(&mut self) -> io::Result<Option<Result<Vec<u8>, Unreadable>>> {
        let (mut kept, mut any, mut too_long) = (Vec::new(), false, false);
        loop {
            let buffer = match self.reader.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                other => other?,
            };
            if buffer.is_empty() {
                break;
            }
            any = true;
            let end = buffer.iter().position(|byte| *byte == b'\n');
            let part = &buffer[..end.unwrap_or(buffer.len())];
            // One byte more for a `\r`, three for the mark at the beginning.
            too_long |= kept.len() + part.len() > MOST_BYTES + 4;
            if !too_long {
                kept.extend_from_slice(part);
            }
            let used = part.len() + usize::from(end.is_some());
            self.reader.consume(used);
            self.bytes += used as u64;
            if end.is_some() {
                break;
            }
        }
        Ok(any.then_some(if too_long { Err(Unreadable::TooLong) } else { Ok(kept) }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(bytes: &[u8]) -> Vec<(u64, Result<String, Unreadable>)> {
        // A tiny buffer, so that lines span several reads.
        let mut lines = Lines::new(io::BufReader::with_capacity(3, bytes));
        let mut found = Vec::new();
        while let Some(line) = lines.next_line().unwrap() {
            found.push((line.number, line.text));
        }
        assert_eq!(lines.bytes(), bytes.len() as u64);
        found
    }

    fn text(number: u64, text: &str) -> (u64, Result<String, Unreadable>) {
        (number, Ok(text.to_owned()))
    }

    #[test]
    fn only_a_line_feed_ends_a_line() {
        let file = "\u{FEFF}{\"a\":\"x\u{2028}y\u{85}z\"}\r\n\n  \r\nlast\rone";
        assert_eq!(
            lines(file.as_bytes()),
            [text(1, "{\"a\":\"x\u{2028}y\u{85}z\"}"), text(4, "last\rone")]
        );
        assert_eq!(lines(b""), []);
        assert_eq!(lines(b"one\n"), [text(1, "one")]);
    }

    #[test]
    fn a_line_that_cannot_be_read_does_not_spoil_the_next() {
        let mut file = vec![b'x'; MOST_BYTES + 9];
        file.extend_from_slice(b"\nab\xFFcd\nfine");
        assert_eq!(
            lines(&file),
            [(1, Err(Unreadable::TooLong)), (2, Err(Unreadable::NotUtf8(3))), text(3, "fine")]
        );
    }
}
