//! A workbook for spreadsheets (XLSX, ECMA-376), written row by row in constant memory. Every text
//! is typed as text: no cell is ever a formula.

use std::{fmt::Write as _, io};

use super::{
    xml::{self, Xml},
    zip::Zip,
};

/// The media type.
pub const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// UTF-16 units in a cell that Excel takes.
const CELL_UNITS: usize = 32_767;
/// Rows of a sheet that Excel takes.
const SHEET_ROWS: u32 = 1_048_576;
/// A sheet larger than this is followed by another: entries of the archive are below 4 GiB.
const SHEET_BYTES: u64 = 3 << 30;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORKBOOK_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
const SHEET_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Text(String),
    Number(f64),
}

/// A workbook on its way: a sheet that says what this is, then the rows under their columns.
pub struct Workbook {
    zip: Zip,
    /// Names of the sheets so far.
    sheets: Vec<String>,
    /// Rows of the open sheet.
    rows: u32,
    columns: Vec<Cell>,
    title: String,
}

impl Workbook {
    /// `about` fills the first sheet, a label and a text in each row. `title` names the sheet with
    /// the rows, see [`sheet_name`].
    pub fn new(
        (about_title, about): (&str, &[(String, String)]),
        title: &str,
        columns: &[&str],
    ) -> io::Result<Self> {
        let mut book = Workbook {
            zip: Zip::default(),
            sheets: Vec::new(),
            rows: 0,
            columns: columns.iter().map(|name| Cell::Text((*name).to_owned())).collect(),
            title: sheet_name(title),
        };
        book.begin(sheet_name(about_title), false)?;
        for (label, text) in about {
            book.put(&[Cell::Text(label.clone()), Cell::Text(text.clone())])?;
        }
        book.data_sheet()?;
        Ok(book)
    }

    fn data_sheet(&mut self) -> io::Result<()> {
        let name = match self.sheets.len() {
            1 => self.title.clone(),
            number => format!("{} {number}", self.title),
        };
        self.begin(name, true)?;
        let columns = self.columns.clone();
        self.put(&columns)
    }

    fn begin(&mut self, name: String, headed: bool) -> io::Result<()> {
        self.end()?;
        self.sheets.push(name);
        self.rows = 0;
        self.zip.begin(&format!("xl/worksheets/sheet{}.xml", self.sheets.len()))?;
        let mut head = Xml::document();
        head.open("worksheet", &[("xmlns", MAIN)]);
        if headed {
            // The names of the columns stay in sight.
            head.open("sheetViews", &[]).open("sheetView", &[("workbookViewId", "0")]);
            let pane = [
                ("ySplit", "1"),
                ("topLeftCell", "A2"),
                ("activePane", "bottomLeft"),
                ("state", "frozen"),
            ];
            head.empty("pane", &pane).close("sheetView").close("sheetViews");
        }
        head.open("sheetData", &[]);
        self.zip.write(head.finish().as_bytes())
    }

    fn end(&mut self) -> io::Result<()> {
        if self.sheets.is_empty() {
            return Ok(());
        }
        self.zip.write(b"</sheetData></worksheet>")
    }

    /// One more row; a full sheet is followed by another.
    pub fn row(&mut self, cells: &[Cell]) -> io::Result<()> {
        if self.rows == SHEET_ROWS || self.zip.size() > SHEET_BYTES {
            self.data_sheet()?;
        }
        self.put(cells)
    }

    fn put(&mut self, cells: &[Cell]) -> io::Result<()> {
        self.rows += 1;
        let mut out = format!("<row r=\"{}\">", self.rows);
        for (at, cell) in cells.iter().enumerate() {
            let place = format_args!("{}{}", column(at), self.rows).to_string();
            match cell {
                Cell::Text(text) if text.is_empty() => {}
                Cell::Text(text) => {
                    let _ = write!(out, "<c r=\"{place}\" t=\"inlineStr\"><is>");
                    out.push_str("<t xml:space=\"preserve\">");
                    xml::escape(&cut(text), &mut out);
                    out.push_str("</t></is></c>");
                }
                Cell::Number(number) => {
                    let _ = write!(out, "<c r=\"{place}\"><v>{number}</v></c>");
                }
            }
        }
        out.push_str("</row>");
        self.zip.write(out.as_bytes())
    }

    /// What is ready to be sent; it is not kept.
    pub fn take(&mut self) -> Vec<u8> {
        self.zip.take()
    }

    /// Ends the workbook; returns what was not taken yet.
    pub fn finish(mut self) -> io::Result<Vec<u8>> {
        self.end()?;
        let count = self.sheets.len();
        let parts: [(&str, String); 4] = [
            ("xl/workbook.xml", workbook(&self.sheets)),
            (
                "xl/_rels/workbook.xml.rels",
                relations("worksheet", count, |at| format!("worksheets/sheet{at}.xml")),
            ),
            ("_rels/.rels", relations("officeDocument", 1, |_| "xl/workbook.xml".to_owned())),
            ("[Content_Types].xml", content_types(count)),
        ];
        for (name, text) in parts {
            self.zip.begin(name)?;
            self.zip.write(text.as_bytes())?;
        }
        self.zip.finish()
    }
}

/// A name that spreadsheets take for a sheet: at most 31 characters, none of `[]:*?/\`, no
/// apostrophe at an end, not empty.
pub fn sheet_name(wanted: &str) -> String {
    let plain = wanted.chars().filter(|c| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\'));
    // Room for the number of a further sheet.
    let name: String = plain.take(27).collect();
    let name = name.trim().trim_matches('\'').to_owned();
    if name.is_empty() { "Sheet".to_owned() } else { name }
}

fn workbook(sheets: &[String]) -> String {
    let mut book = Xml::document();
    book.open("workbook", &[("xmlns", MAIN), ("xmlns:r", OFFICE)]);
    // Opens at the rows.
    book.open("bookViews", &[]).empty("workbookView", &[("activeTab", "1")]).close("bookViews");
    book.open("sheets", &[]);
    for (at, name) in sheets.iter().enumerate() {
        let number = (at + 1).to_string();
        let id = format!("r{number}");
        book.empty("sheet", &[("name", name), ("sheetId", &number), ("r:id", &id)]);
    }
    book.close("sheets").close("workbook");
    book.finish()
}

fn relations(kind: &str, count: usize, target: impl Fn(usize) -> String) -> String {
    let mut xml = Xml::document();
    xml.open("Relationships", &[("xmlns", RELATIONS)]);
    let kind = format!("{OFFICE}/{kind}");
    for at in 1..=count {
        let id = format!("r{at}");
        xml.empty("Relationship", &[("Id", &id), ("Type", &kind), ("Target", &target(at))]);
    }
    xml.close("Relationships");
    xml.finish()
}

fn content_types(sheets: usize) -> String {
    let mut xml = Xml::document();
    let space = "http://schemas.openxmlformats.org/package/2006/content-types";
    xml.open("Types", &[("xmlns", space)]);
    let rels = "application/vnd.openxmlformats-package.relationships+xml";
    xml.empty("Default", &[("Extension", "rels"), ("ContentType", rels)]);
    xml.empty("Override", &[("PartName", "/xl/workbook.xml"), ("ContentType", WORKBOOK_TYPE)]);
    for at in 1..=sheets {
        let part = format!("/xl/worksheets/sheet{at}.xml");
        xml.empty("Override", &[("PartName", &part), ("ContentType", SHEET_TYPE)]);
    }
    xml.close("Types");
    xml.finish()
}

/// A, B … Z, AA …
fn column(at: usize) -> String {
    let letter = |n: usize| char::from(b'A' + (n % 26) as u8);
    match at {
        0..26 => letter(at).to_string(),
        _ => format!("{}{}", column(at / 26 - 1), letter(at)),
    }
}

/// A text as long as a cell may be.
fn cut(text: &str) -> std::borrow::Cow<'_, str> {
    if text.len() <= CELL_UNITS || text.encode_utf16().count() <= CELL_UNITS {
        return text.into();
    }
    let mut room = CELL_UNITS - 1;
    let fits = |c: &char| match room.checked_sub(c.len_utf16()) {
        Some(left) => {
            room = left;
            true
        }
        None => false,
    };
    let mut kept: String = text.chars().take_while(fits).collect();
    kept.push('…');
    kept.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_and_names_stay_within_what_spreadsheets_take() {
        assert_eq!(
            (column(0), column(25), column(26), column(51)),
            ("A".into(), "Z".into(), "AA".into(), "AZ".into())
        );
        let long = "🏙".repeat(40_000);
        assert_eq!(cut(&long).encode_utf16().count(), 32_767);
        assert_eq!(cut("short"), "short");
        assert_eq!(sheet_name("'[a]/b:*?'"), "ab");
        assert_eq!(sheet_name("/"), "Sheet");
    }
}
