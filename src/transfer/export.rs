//! All case studies of an instance as a file, read from the database page by page.

use std::io::{self, Write};

use crate::{
    domain::{case_study::CaseStudy, vocabulary::EditorialState},
    formats::sheet::{BYTE_ORDER_MARK, COLUMNS, row},
    store::{
        Db, StoreError, Tx,
        cases::{self, StoredCase},
    },
};

/// Cases read at a time.
const PAGE: i64 = 100;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Everything, one record of the schema a line.
    JsonLines,
    /// For spreadsheets; [`crate::formats::sheet::LEFT_OUT`] says what is missing.
    Csv,
}

/// Which cases, and how much of them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Selection {
    /// Also drafts and withdrawn cases.
    pub all_states: bool,
    /// Also the cases of other instances that are shown here.
    pub partners: bool,
    /// Without the e-mail addresses of contacts, as strangers may see it.
    pub public: bool,
}

#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    #[error("the export cannot be written: {0}")]
    Write(#[from] io::Error),
    #[error("{0}")]
    Store(#[from] StoreError),
}

impl From<csv::Error> for ExportError {
    fn from(error: csv::Error) -> Self {
        match error.into_kind() {
            csv::ErrorKind::Io(error) => ExportError::Write(error),
            other => ExportError::Write(io::Error::other(format!("{other:?}"))),
        }
    }
}

/// Writes the selected cases in the order of their arrival; returns how many.
///
/// # Errors
/// When the database cannot be read or the output not be written.
pub async fn export(
    db: &Db,
    format: Format,
    selection: Selection,
    out: impl Write,
) -> Result<u64, ExportError> {
    let mut sink = Sink::open(format, out)?;
    let mut tx = db.read().await?;
    let mut count = write_all(&mut tx, Whose::Ours, selection, &mut sink).await?;
    if selection.partners {
        count += write_all(&mut tx, Whose::Partners, selection, &mut sink).await?;
    }
    sink.close()?;
    Ok(count)
}

#[derive(Clone, Copy)]
enum Whose {
    Ours,
    Partners,
}

async fn write_all(
    tx: &mut Tx,
    whose: Whose,
    selection: Selection,
    sink: &mut Sink<impl Write>,
) -> Result<u64, ExportError> {
    let (mut count, mut after) = (0, 0);
    loop {
        let page = match whose {
            Whose::Ours => cases::local_after(tx, after, PAGE).await?,
            Whose::Partners => cases::shown_after(tx, after, PAGE).await?,
        };
        let Some(last) = page.last() else {
            return Ok(count);
        };
        after = last.num;
        for stored in page.iter().filter(|stored| wanted(stored, whose, selection)) {
            match selection.public {
                true => sink.write(&stored.case.public())?,
                false => sink.write(&stored.case)?,
            }
            count += 1;
        }
    }
}

fn wanted(stored: &StoredCase, whose: Whose, selection: Selection) -> bool {
    match whose {
        Whose::Ours => selection.all_states || stored.state == EditorialState::Published,
        Whose::Partners => !stored.local,
    }
}

enum Sink<W: Write> {
    JsonLines(W),
    /// Boxed, as the writer holds its buffers inside.
    Csv(Box<csv::Writer<W>>),
}

impl<W: Write> Sink<W> {
    fn open(format: Format, mut out: W) -> Result<Self, ExportError> {
        if format == Format::JsonLines {
            return Ok(Sink::JsonLines(out));
        }
        out.write_all(BYTE_ORDER_MARK)?;
        let mut writer =
            csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
        writer.write_record(COLUMNS)?;
        Ok(Sink::Csv(Box::new(writer)))
    }

    fn write(&mut self, case: &CaseStudy) -> Result<(), ExportError> {
        match self {
            Sink::JsonLines(out) => {
                serde_json::to_writer(&mut *out, &case.to_value()).map_err(io::Error::from)?;
                out.write_all(b"\n")?;
            }
            Sink::Csv(writer) => writer.write_record(row(case))?,
        }
        Ok(())
    }

    fn close(self) -> Result<(), ExportError> {
        match self {
            Sink::JsonLines(mut out) => out.flush()?,
            Sink::Csv(mut writer) => writer.flush()?,
        }
        Ok(())
    }
}
