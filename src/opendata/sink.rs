//! The formats of a download, each written as the cases come.

use std::io;

use serde_json::json;

use crate::{
    clock::day,
    formats::{
        geojson,
        sheet::{self, BYTE_ORDER_MARK},
        taken::Taken,
        workbook::{self, Workbook},
    },
};

/// A format that a search can be taken along in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Csv,
    Xlsx,
    GeoJson,
    JsonLines,
}

impl Format {
    pub const fn ending(self) -> &'static str {
        match self {
            Format::Csv => ".csv",
            Format::Xlsx => ".xlsx",
            Format::GeoJson => ".geojson",
            Format::JsonLines => ".jsonl",
        }
    }

    pub const fn media_type(self) -> &'static str {
        match self {
            Format::Csv => "text/csv; charset=utf-8; header=present",
            Format::Xlsx => workbook::MEDIA_TYPE,
            Format::GeoJson => geojson::MEDIA_TYPE,
            Format::JsonLines => "application/jsonl; charset=utf-8",
        }
    }
}

/// What is told of a download within it, where the format has a place for that.
pub struct About {
    pub title: String,
    /// The search, as an address.
    pub source: String,
    /// What a receiver may do with it.
    pub rights: String,
    /// Names of the two sheets of a workbook.
    pub sheets: [String; 2],
    /// Labels of title, source, day and rights.
    pub labels: [String; 4],
    /// Epoch milliseconds.
    pub now: i64,
}

/// A download on its way.
pub enum Sink {
    Csv,
    Xlsx(Box<Workbook>),
    /// Whether a feature was written.
    GeoJson(bool),
    JsonLines,
}

impl Sink {
    /// With what stands before the first case.
    pub fn open(format: Format, about: &About) -> io::Result<(Sink, Vec<u8>)> {
        Ok(match format {
            Format::Csv => {
                let mut head = BYTE_ORDER_MARK.to_vec();
                head.extend(line(&sheet::public_columns())?);
                (Sink::Csv, head)
            }
            Format::Xlsx => {
                let texts = [&about.title, &about.source, &day(about.now), &about.rights];
                let told: Vec<(String, String)> =
                    about.labels.iter().cloned().zip(texts.into_iter().cloned()).collect();
                let [first, second] = &about.sheets;
                let mut book = Workbook::new((first, &told), second, &sheet::public_columns())?;
                let head = book.take();
                (Sink::Xlsx(Box::new(book)), head)
            }
            Format::GeoJson => {
                let about = json!({
                    "title": about.title,
                    "source": about.source,
                    "retrieved": day(about.now),
                    "rights": about.rights,
                });
                (Sink::GeoJson(false), geojson::head(&about).into_bytes())
            }
            Format::JsonLines => (Sink::JsonLines, Vec::new()),
        })
    }

    /// What is to be sent of one more case.
    pub fn write(&mut self, taken: &Taken, now: i64, out: &mut Vec<u8>) -> io::Result<()> {
        match self {
            Sink::Csv => out.extend(line(&sheet::public_row(taken, now))?),
            Sink::Xlsx(book) => {
                book.row(&sheet::public_typed_row(taken, now))?;
                out.extend(book.take());
            }
            Sink::GeoJson(begun) => {
                for feature in geojson::features(taken, now) {
                    if std::mem::replace(begun, true) {
                        out.extend_from_slice(b",\n");
                    }
                    serde_json::to_writer(&mut *out, &feature)?;
                }
            }
            Sink::JsonLines => {
                serde_json::to_writer(&mut *out, &taken.to_value(now))?;
                out.push(b'\n');
            }
        }
        Ok(())
    }

    /// What stands after the last case.
    pub fn close(self) -> io::Result<Vec<u8>> {
        match self {
            Sink::Csv | Sink::JsonLines => Ok(Vec::new()),
            Sink::Xlsx(book) => book.finish(),
            Sink::GeoJson(_) => Ok(geojson::TAIL.as_bytes().to_vec()),
        }
    }
}

fn line<T: AsRef<[u8]>>(cells: &[T]) -> io::Result<Vec<u8>> {
    let terminator = csv::Terminator::CRLF;
    let mut writer = csv::WriterBuilder::new().terminator(terminator).from_writer(Vec::new());
    writer.write_record(cells).map_err(io::Error::other)?;
    writer.into_inner().map_err(|error| io::Error::other(error.to_string()))
}
