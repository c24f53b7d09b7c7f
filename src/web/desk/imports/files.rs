//! Files that the pages of imports offer: the template, and what cannot be taken.

use std::io;

use axum::{
    extract::Path,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};

use super::{editor, fault_of, opened, what};
use crate::{
    app::imports::{self, Verdict, field_key},
    domain::sheet::letters,
    formats::{
        reading::{self, Charset},
        sheet::{BYTE_ORDER_MARK, disarm},
        workbook::{self, Cell, Workbook},
    },
    web::{error::Fault, member::SignedIn},
};

const TEMPLATE: &[u8] = include_bytes!("../../../../vocabulary/import-template.csv");
const CSV: &str = "text/csv; charset=utf-8; header=present";

fn attached(kind: &'static str, name: &'static str, bytes: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static(name)),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    (headers, bytes).into_response()
}

pub async fn template_csv(who: SignedIn) -> Response {
    let answer = editor(&who)
        .map(|_| attached(CSV, "attachment; filename=\"kontor-template.csv\"", TEMPLATE.to_vec()));
    who.reader.answer(answer)
}

pub async fn template_xlsx(who: SignedIn) -> Response {
    let answer = editor(&who).map(|_| {
        let book = template_book(&who.reader.t.say("imports-title")).expect("memory takes it all");
        attached(workbook::MEDIA_TYPE, "attachment; filename=\"kontor-template.xlsx\"", book)
    });
    who.reader.answer(answer)
}

/// The template as a workbook. All its cells are texts, so that no spreadsheet rewrites a date or an
/// id.
fn template_book(title: &str) -> io::Result<Vec<u8>> {
    let sheets = reading::read(TEMPLATE, Charset::Utf8).map_err(io::Error::other)?;
    let Some(sheet) = sheets.first() else { return Ok(Vec::new()) };
    let headers: Vec<&str> = sheet.headers.iter().map(String::as_str).collect();
    let about = [("Kontor".to_owned(), title.to_owned())];
    let mut book = Workbook::new(("Kontor", &about), title, &headers)?;
    for row in &sheet.rows {
        let cells: Vec<Cell> =
            (0..headers.len()).map(|at| Cell::Text(row.cell(at).to_owned())).collect();
        book.row(&cells)?;
    }
    let mut bytes = book.take();
    bytes.extend(book.finish()?);
    Ok(bytes)
}

/// `/desk/imports/{id}/errors.csv`: a line for each cell that keeps a row out.
pub async fn errors(who: SignedIn, Path(id): Path<String>) -> Response {
    let answer = wrong(&who, &id).await;
    who.reader.answer(answer)
}

async fn wrong(who: &SignedIn, id: &str) -> Result<Response, Fault> {
    let (desk, opened) = opened(who, id).await?;
    let t = &who.reader.t;
    let sheet = opened.sheet().map_err(fault_of)?;
    let plan = imports::preview(&desk, &opened).await.map_err(fault_of)?;
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let heads =
        ["imports-line", "imports-column", "imports-field", "imports-result", "imports-examples"];
    let heads = heads.map(|key| t.say(key).into_owned());
    // What is written into memory does not fail.
    let _ = writer.write_record(&heads);
    for row in &plan.rows {
        let Verdict::Refused { flaws } = &row.verdict else { continue };
        for flaw in flaws {
            let field = flaw.field.map(|field| t.say(&field_key(field)).into_owned());
            let column = flaw.column.map(|column| {
                format!("{} {}", letters(column), sheet.header(column)).trim().to_owned()
            });
            let mut cells = [
                row.line.to_string(),
                column.unwrap_or_default(),
                field.unwrap_or_default(),
                what(t, flaw),
                flaw.found.clone(),
            ];
            cells.iter_mut().for_each(disarm);
            let _ = writer.write_record(&cells);
        }
    }
    let mut bytes = BYTE_ORDER_MARK.to_vec();
    bytes.extend(writer.into_inner().unwrap_or_default());
    Ok(attached(CSV, "attachment; filename=\"kontor-import-errors.csv\"", bytes))
}
