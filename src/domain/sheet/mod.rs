//! A sheet of cases as people keep it: its cells, which column is which field, and what a row says.

mod field;
mod overlay;
mod places;
mod row;
mod values;

use std::fmt;

use serde::{Deserialize, Serialize};

pub use field::{Field, Names, guess};
pub use overlay::{changed, overlay};
pub use places::{locate, without_place};
pub use row::{Flaw, Read, field_of_path, is_gap, read};
pub use values::{DateOrder, ListMark};

/// Rows of one import: what a person can look through, and one transaction can take.
pub const MOST_ROWS: usize = 5_000;
/// Columns of a sheet.
pub const MOST_COLUMNS: usize = 120;
/// Characters of a cell: what Excel lets into one.
pub const MOST_CELL: usize = 32_767;
/// Bytes of all cells together.
pub const MOST_BYTES: usize = 40_000_000;
/// Sheets of a workbook that are read.
pub const MOST_SHEETS: usize = 20;

/// A sheet: the first row that is not empty names its columns.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    pub name: String,
    pub headers: Vec<String>,
    /// Rows that are not empty.
    pub rows: Vec<Row>,
}

/// A row of cells, blanks around them taken away; columns beyond the last one are empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// As the spreadsheet counts, from 1.
    pub line: u64,
    pub cells: Vec<String>,
}

/// Why a file is not read as sheets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// Neither a workbook nor a text of separated values.
    NotASheet,
    /// A workbook of before 2007, or one with a password.
    OldOrLocked,
    /// Cut off or damaged.
    Broken,
    /// It would unpack to more than is taken.
    TooLarge,
    TooManyRows,
    TooManyColumns,
    LongCell {
        line: u64,
        column: usize,
    },
    /// No row beneath the names of the columns.
    Empty,
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unread::NotASheet => f.write_str("it is neither CSV nor XLSX"),
            Unread::OldOrLocked => f.write_str(
                "it is a workbook of before 2007 or has a password; save it as XLSX without one",
            ),
            Unread::Broken => f.write_str("the file is damaged or not whole"),
            Unread::TooLarge => f.write_str("it holds more than is taken at once"),
            Unread::TooManyRows => write!(f, "it has more than {MOST_ROWS} rows"),
            Unread::TooManyColumns => write!(f, "it has more than {MOST_COLUMNS} columns"),
            Unread::LongCell { line, column } => {
                write!(f, "row {line}, column {}: the text is too long", letters(*column))
            }
            Unread::Empty => f.write_str("it has no rows beneath the names of the columns"),
        }
    }
}

impl std::error::Error for Unread {}

/// Gathers the rows of sheets within the bounds.
#[derive(Default)]
pub struct Gather {
    bytes: usize,
    sheet: Sheet,
}

impl Gather {
    /// Begins the next sheet; returns the one before.
    pub fn begin(&mut self, name: &str) -> Sheet {
        std::mem::replace(&mut self.sheet, Sheet { name: name.to_owned(), ..Sheet::default() })
    }

    /// Takes a row; one that is empty is passed over.
    ///
    /// # Errors
    /// When a bound is passed.
    pub fn row(&mut self, line: u64, cells: Vec<String>) -> Result<(), Unread> {
        let mut cells: Vec<String> = cells.into_iter().map(|cell| tidy(&cell)).collect();
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        if cells.is_empty() {
            return Ok(());
        }
        if cells.len() > MOST_COLUMNS {
            return Err(Unread::TooManyColumns);
        }
        if let Some(column) = cells.iter().position(|cell| cell.chars().count() > MOST_CELL) {
            return Err(Unread::LongCell { line, column });
        }
        self.bytes += cells.iter().map(|cell| cell.len() + 8).sum::<usize>();
        if self.bytes > MOST_BYTES {
            return Err(Unread::TooLarge);
        }
        if self.sheet.headers.is_empty() {
            self.sheet.headers = cells;
        } else if self.sheet.rows.len() == MOST_ROWS {
            return Err(Unread::TooManyRows);
        } else {
            self.sheet.rows.push(Row { line, cells });
        }
        Ok(())
    }
}

/// Line ends of one kind, and none of the blanks around.
fn tidy(cell: &str) -> String {
    cell.trim().replace("\r\n", "\n").replace('\r', "\n")
}

impl Sheet {
    /// How many columns any row has.
    pub fn width(&self) -> usize {
        let rows = self.rows.iter().map(|row| row.cells.len());
        rows.chain([self.headers.len()]).max().unwrap_or(0)
    }

    pub fn header(&self, column: usize) -> &str {
        self.headers.get(column).map_or("", String::as_str)
    }

    /// The names of its columns as one text, to know sheets of the same source again.
    pub fn signature(&self) -> String {
        let names: Vec<_> = self.headers.iter().map(|header| field::bare(header)).collect();
        names.join("|")
    }
}

impl Row {
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }
}

/// Which column is which field, and how values are written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// By column; `None` for one that is left out.
    pub fields: Vec<Option<Field>>,
    #[serde(default)]
    pub rules: Rules,
}

/// How values are written, and what holds for rows that do not say it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    #[serde(default)]
    pub list: ListMark,
    #[serde(default)]
    pub dates: DateOrder,
    /// Ids of the vocabularies, and a slug; empty for none.
    #[serde(default)]
    pub language: String,
    #[serde(default)]
    pub licence: String,
    #[serde(default)]
    pub network: String,
}

impl Mapping {
    pub fn column_of(&self, field: Field) -> Option<usize> {
        self.fields.iter().position(|own| *own == Some(field))
    }

    /// The first field that two columns stand for.
    pub fn twice(&self) -> Option<Field> {
        let known =
            |at: usize, field: &Field| self.column_of(*field).is_some_and(|first| first < at);
        let fields = self.fields.iter().enumerate();
        fields.filter_map(|(at, field)| field.filter(|field| known(at, field))).next()
    }
}

/// A, B … Z, AA …: a column as spreadsheets name it.
pub fn letters(column: usize) -> String {
    let letter = char::from(b'A' + (column % 26) as u8);
    match column / 26 {
        0 => letter.to_string(),
        rest => format!("{}{letter}", letters(rest - 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_row_with_something_in_it_names_the_columns_and_lines_are_those_of_the_file() {
        let mut gather = Gather::default();
        let cells = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        gather.begin("One");
        gather.row(1, cells(&["", " "])).unwrap();
        gather.row(2, cells(&[" Title ", "Year", ""])).unwrap();
        gather.row(3, cells(&["", ""])).unwrap();
        gather.row(4, cells(&["A\r\nb"])).unwrap();
        let sheet = gather.begin("");
        assert_eq!(sheet.headers, ["Title", "Year"]);
        assert_eq!((sheet.rows.len(), sheet.rows[0].line), (1, 4));
        assert_eq!((sheet.rows[0].cell(0), sheet.rows[0].cell(1)), ("A\nb", ""));
        assert_eq!(sheet.signature(), "title|year");
    }

    #[test]
    fn a_sheet_is_bounded_in_every_direction() {
        let mut gather = Gather::default();
        gather.row(1, vec!["x".into()]).unwrap();
        for line in 0..MOST_ROWS as u64 {
            gather.row(line + 2, vec!["x".into()]).unwrap();
        }
        assert_eq!(gather.row(9_999, vec!["x".into()]), Err(Unread::TooManyRows));
        let mut gather = Gather::default();
        assert_eq!(gather.row(1, vec!["x".into(); 121]), Err(Unread::TooManyColumns));
        let long = gather.row(1, vec!["x".into(), "y".repeat(MOST_CELL + 1)]);
        assert_eq!(long, Err(Unread::LongCell { line: 1, column: 1 }));
    }

    #[test]
    fn columns_are_named_as_spreadsheets_do() {
        assert_eq!([0, 25, 26, 51, 52].map(letters), ["A", "Z", "AA", "AZ", "BA"]);
    }
}
