//! Workbooks (XLSX), cell by cell: no dimension that a file declares is believed.

use std::io::Cursor;

use calamine::{DataRef, Reader as _, Xlsx};

use super::archive;
use crate::domain::sheet::{Gather, MOST_COLUMNS, MOST_SHEETS, Sheet, Unread};

/// The sheets of a workbook.
///
/// # Errors
/// Why it is not read.
pub fn read(bytes: &[u8]) -> Result<Vec<Sheet>, Unread> {
    archive::check(bytes)?;
    let broken = |_| Unread::Broken;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let names = book.sheet_names();
    let (mut gather, mut sheets) = (Gather::default(), Vec::new());
    for name in names.iter().take(MOST_SHEETS) {
        gather.begin(name);
        let mut reader = match book.worksheet_cells_reader(name) {
            Ok(reader) => reader,
            // A sheet that is a chart.
            Err(calamine::XlsxError::NotAWorksheet(_)) => continue,
            Err(_) => return Err(Unread::Broken),
        };
        let (mut line, mut cells) = (0_u32, Vec::new());
        while let Some(cell) = reader.next_cell().map_err(broken)? {
            let (row, column) = cell.get_position();
            if row != line {
                // Rows go down; a file in which they do not was not written by a spreadsheet.
                if row < line {
                    return Err(Unread::Broken);
                }
                gather.row(u64::from(line) + 1, std::mem::take(&mut cells))?;
                line = row;
            }
            let text = text(cell.get_value());
            let column = usize::try_from(column).unwrap_or(usize::MAX);
            // Formats without content reach far to the right.
            if text.is_empty() {
                continue;
            }
            if column >= MOST_COLUMNS {
                return Err(Unread::TooManyColumns);
            }
            if cells.len() <= column {
                cells.resize(column + 1, String::new());
            }
            cells[column] = text;
        }
        gather.row(u64::from(line) + 1, cells)?;
        sheets.push(gather.begin(""));
    }
    Ok(sheets)
}

/// What stands in a cell, as one would type it. Of a formula it is the value that was kept with it.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(value) => value.to_string(),
        DataRef::DateTime(time) if time.is_datetime() => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::DateTime(time) => time.as_f64().to_string(),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::{
        workbook::{Cell, Workbook},
        zip::Zip,
    };

    #[test]
    fn our_own_workbook_is_read_cell_by_cell() {
        let about = [("What".to_owned(), "Cases".to_owned())];
        let mut book = Workbook::new(("About", &about), "Cases", &["title", "", "lat"]).unwrap();
        let title = "=A & “b”\nsecond line";
        book.row(&[Cell::Text(title.into()), Cell::Text(String::new()), Cell::Number(-33.9)])
            .unwrap();
        let mut bytes = book.take();
        bytes.extend(book.finish().unwrap());
        let sheets = read(&bytes).unwrap();
        assert_eq!(sheets[1].headers, ["title", "", "lat"]);
        assert_eq!(sheets[1].rows[0].cells, [title, "", "-33.9"]);
        assert_eq!(sheets[1].rows[0].line, 2);
    }

    #[test]
    fn a_sheet_that_claims_to_be_huge_takes_no_memory_and_one_that_is_wide_is_refused() {
        let book = |sheet: &str| {
            let mut zip = Zip::default();
            for (name, text) in [
                (
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>",
                ),
                (
                    "_rels/.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
                ),
                (
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
                ),
                (
                    "xl/workbook.xml",
                    "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
                ),
                ("xl/worksheets/sheet1.xml", sheet),
            ] {
                zip.begin(name).unwrap();
                zip.write(text.as_bytes()).unwrap();
            }
            zip.finish().unwrap()
        };
        let sheet = |cells: &str| {
            book(&format!(
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><dimension ref=\"A1:XFD1048576\"/><sheetData>{cells}</sheetData></worksheet>"
            ))
        };
        let far = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>title</t></is></c></row>\
                   <row r=\"1048576\"><c r=\"A1048576\"><v>7</v></c></row>";
        let read_far = read(&sheet(far)).unwrap();
        assert_eq!((read_far[0].rows.len(), read_far[0].rows[0].line), (1, 1_048_576));
        let wide = "<row r=\"1\"><c r=\"XFD1\"><v>7</v></c></row>";
        assert_eq!(read(&sheet(wide)), Err(Unread::TooManyColumns));
        assert_eq!(read(&sheet("<row")), Err(Unread::Broken));
        assert_eq!(read(&book("no markup")), Err(Unread::Broken));
    }
}
