//! Sheets as people send them, read within bounds: CSV of any make, and XLSX.

mod archive;
mod text;
mod workbook;

pub use text::Charset;

use crate::domain::sheet::{Sheet, Unread};

/// The sheets of a file that have rows; what it is, its first bytes say. `charset` is for a text that
/// does not say its own.
///
/// # Errors
/// Why it is not read; see [`Unread`].
pub fn read(bytes: &[u8], charset: Charset) -> Result<Vec<Sheet>, Unread> {
    // APPNOTE 4.3.6; and [MS-CFB] 2.2, in which old workbooks and those with a password come.
    let mut sheets = match bytes {
        [b'P', b'K', 3, 4, ..] => workbook::read(bytes)?,
        [0xD0, 0xCF, 0x11, 0xE0, ..] => return Err(Unread::OldOrLocked),
        _ => vec![text::read(bytes, charset)?],
    };
    sheets.retain(|sheet| !sheet.rows.is_empty());
    if sheets.is_empty() { Err(Unread::Empty) } else { Ok(sheets) }
}
