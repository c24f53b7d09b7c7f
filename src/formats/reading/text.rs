//! Separated values: which characters, which mark between the cells, and the cells.

use std::borrow::Cow;

use crate::domain::sheet::{Gather, Sheet, Unread};

/// How the bytes of a text are characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Charset {
    /// UTF-8 where it is that, else Windows-1252.
    #[default]
    Auto,
    Utf8,
    Windows1252,
}

impl Charset {
    pub const ALL: [Charset; 3] = [Charset::Auto, Charset::Utf8, Charset::Windows1252];

    pub const fn id(self) -> &'static str {
        match self {
            Charset::Auto => "auto",
            Charset::Utf8 => "utf-8",
            Charset::Windows1252 => "windows-1252",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|charset| charset.id() == id)
    }
}

/// What 0x80 to 0x9F are in Windows-1252 (WHATWG Encoding, index windows-1252).
const UPPER: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// Reads the one sheet of a text.
///
/// # Errors
/// When it is no text, or passes a bound.
pub fn read(bytes: &[u8], charset: Charset) -> Result<Sheet, Unread> {
    let text = decoded(bytes, charset)?;
    // A first line that tells Excel the mark.
    let (told, text) = match text.strip_prefix("sep=") {
        Some(rest) => {
            let mark = rest.bytes().next().filter(u8::is_ascii_punctuation);
            (mark, rest.split_once('\n').map_or("", |(_, rest)| rest))
        }
        None => (None, &*text),
    };
    let skipped = u64::from(told.is_some());
    let mark = told.unwrap_or_else(|| mark_of(text));
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(mark)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let (mut gather, mut record, mut row) = (Gather::default(), csv::StringRecord::new(), skipped);
    while reader.read_record(&mut record).map_err(|_| Unread::Broken)? {
        row += 1;
        gather.row(row, record.iter().map(armed).collect())?;
    }
    Ok(gather.begin(""))
}

/// A cell that was kept from being a formula by an apostrophe, as our exports do it, without that.
fn armed(cell: &str) -> String {
    let risky = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    match cell.strip_prefix('\'') {
        Some(rest)
            if rest.trim_start().starts_with(risky) || rest.starts_with(['\t', '\r', '\n']) =>
        {
            rest.to_owned()
        }
        _ => cell.to_owned(),
    }
}

fn decoded(bytes: &[u8], charset: Charset) -> Result<Cow<'_, str>, Unread> {
    let wide = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        String::from_utf16(&units).map(Cow::Owned).map_err(|_| Unread::NotASheet)
    };
    let text = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => {
            std::str::from_utf8(rest).map(Cow::Borrowed).map_err(|_| Unread::Broken)?
        }
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes)?,
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes)?,
        _ => match (std::str::from_utf8(bytes), charset) {
            (Ok(text), Charset::Auto | Charset::Utf8) => Cow::Borrowed(text),
            (Err(_), Charset::Utf8) => return Err(Unread::NotASheet),
            (_, _) => Cow::Owned(bytes.iter().map(|byte| windows(*byte)).collect()),
        },
    };
    // No text holds these; pictures and archives do.
    let odd =
        |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}');
    let begin = text.chars().take(4_000);
    if begin.filter(|c| odd(*c)).count() > 8 || text.contains('\0') {
        return Err(Unread::NotASheet);
    }
    Ok(text)
}

fn windows(byte: u8) -> char {
    match byte {
        0x80..=0x9F => UPPER[usize::from(byte - 0x80)],
        other => char::from(other),
    }
}

/// The mark that stands most often in the first line with something in it, outside of quotes.
fn mark_of(text: &str) -> u8 {
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or("");
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0), (b'|', 0)];
    let mut quoted = false;
    for byte in line.bytes() {
        quoted ^= byte == b'"';
        for (mark, count) in counts.iter_mut().filter(|_| !quoted) {
            *count += usize::from(*mark == byte);
        }
    }
    // The first of those that stand equally often.
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(mark, _)| *mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
        let sheet = read(bytes, Charset::Auto).unwrap();
        let rows = sheet.rows.into_iter().map(|row| row.cells);
        std::iter::once(sheet.headers).chain(rows).collect()
    }

    #[test]
    fn every_usual_way_of_saving_a_sheet_is_read_as_the_same_cells() {
        let wanted = [["Città", "Jahr"], ["Zürich – “a”, b", "2019"]];
        let utf8 = "Città;Jahr\r\n\"Zürich – “a”, b\";2019\r\n";
        let wide: Vec<u8> = [0xFF, 0xFE]
            .into_iter()
            .chain(utf8.encode_utf16().flat_map(u16::to_le_bytes))
            .collect();
        let narrow = b"Citt\xE0\tJahr\n\"Z\xFCrich \x96 \x93a\x94, b\"\t2019";
        for bytes in [
            utf8.as_bytes(),
            &[b"\xEF\xBB\xBF", utf8.as_bytes()].concat(),
            &wide,
            narrow,
            "sep=;\nCittà;Jahr\n\"Zürich – “a”, b\";2019".as_bytes(),
            "Città,Jahr\n\"Zürich – “a”, b\",2019".as_bytes(),
        ] {
            assert_eq!(rows(bytes), wanted, "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn a_disarmed_cell_is_what_it_was_and_an_apostrophe_of_a_name_stays() {
        let read = rows(b"a\n'=cmd|x\n's-Hertogenbosch\n'- a list");
        assert_eq!(read[1..], [["=cmd|x"], ["'s-Hertogenbosch"], ["- a list"]]);
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let noise: Vec<u8> = (0..=255).collect();
        assert_eq!(read(&noise, Charset::Auto), Err(Unread::NotASheet));
        assert_eq!(read(b"caf\xE9", Charset::Utf8), Err(Unread::NotASheet));
        assert_eq!(super::super::read(b"title\n\n", Charset::Auto), Err(Unread::Empty));
        assert_eq!(super::super::read(b"", Charset::Auto), Err(Unread::Empty));
        let old = super::super::read(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Charset::Auto);
        assert_eq!(old, Err(Unread::OldOrLocked));
    }
}
