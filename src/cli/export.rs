//! `kontor export`: to standard output, or to a file that is written whole or not at all.

use std::{
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

use super::{args, failure::Failure, instance::Instance};
use crate::{
    app,
    config::Config,
    formats::sheet::LEFT_OUT,
    store::Db,
    transfer::export::{self, ExportError, Format, Selection},
};

pub async fn export(
    config: Config,
    args: &args::Export,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let args::Export { format, output, all, include_partners, public } = args;
    let instance = Instance::existing(&config).await?;
    let format = match format {
        args::Format::Jsonl => Format::JsonLines,
        args::Format::Csv => Format::Csv,
    };
    let selection = Selection { all_states: *all, partners: *include_partners, public: *public };
    let count = match output {
        None => export::export(&instance.db, format, selection, BufWriter::new(out)).await,
        Some(path) => {
            let now = instance.clock.now_ms();
            to_file(&instance.db, format, selection, path, now).await
        }
    };
    let count = count.map_err(|error| match error {
        ExportError::Write(error) => Failure::from(error),
        ExportError::Store(error) => Failure::from(error),
    })?;
    instance.db.close().await;
    let mut notes = io::stderr();
    if format == Format::Csv {
        writeln!(notes, "Left out, as a sheet has no place for it: {LEFT_OUT}.")?;
    }
    if *include_partners && format == Format::JsonLines {
        writeln!(
            notes,
            "The cases of other networks are in this file: do not import it as your own."
        )?;
    }
    if let Some(path) = output {
        writeln!(notes, "{count} cases written to {}", path.display())?;
    }
    Ok(())
}

/// Beside the file and moved into its place at the end: whoever reads it sees the old one or the
/// new one.
async fn to_file(
    db: &Db,
    format: Format,
    selection: Selection,
    path: &Path,
    now: i64,
) -> Result<u64, ExportError> {
    let beside = Unfinished(beside(path, now)?);
    let file = File::options().write(true).create_new(true).open(&beside.0)?;
    let mut writer = BufWriter::new(file);
    let count = export::export(db, format, selection, &mut writer).await?;
    writer.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
    fs::rename(&beside.0, path)?;
    Ok(count)
}

fn beside(path: &Path, now: i64) -> io::Result<PathBuf> {
    let name = path.file_name().ok_or_else(|| io::Error::other("that is no file name"))?;
    Ok(path.with_file_name(format!(".{}.{}", name.to_string_lossy(), app::new_id(now))))
}

/// A file that is removed unless it was moved to its place.
struct Unfinished(PathBuf);

impl Drop for Unfinished {
    fn drop(&mut self) {
        // After the move there is nothing to remove, which is as it should be.
        let _ = fs::remove_file(&self.0);
    }
}
