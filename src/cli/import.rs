//! `kontor import`: the progress bar, and the report by line.

use std::{
    collections::BTreeMap,
    fs::File,
    io::{self, BufRead, BufReader, Write},
    path::Path,
    process::ExitCode,
};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::{args, failure::Failure, import_sheet, instance::Instance};
use crate::{
    app::{
        access::Who,
        import::{Import, Verdict},
    },
    config::Config,
    transfer::{import::run, lines::Lines, report::Report},
};

pub async fn import(
    config: Config,
    args: &args::Import,
    out: &mut dyn Write,
) -> Result<ExitCode, Failure> {
    if import_sheet::is_sheet(&args.file) {
        return import_sheet::import(config, args, out).await;
    }
    // First the file: a wrong name must not leave a new instance behind.
    let (reader, size) = open(&args.file)?;
    let instance = Instance::or_new(&config).await?;
    let import = Import {
        by: instance.publisher(),
        db: instance.db,
        who: Who::CommandLine,
        dry_run: args.dry_run,
    };
    let bar = bar(size, args.quiet || args.json);
    let report = run(&import, &instance.clock, Lines::new(reader), |progress| {
        bar.set_message(progress.records.to_string());
        bar.set_position(progress.bytes);
    });
    let report = report.await;
    bar.finish_and_clear();
    import.db.close().await;
    if args.json {
        serde_json::to_writer_pretty(&mut *out, &report).map_err(io::Error::from)?;
        writeln!(out)?;
    } else {
        tell(&report, args.quiet, out)?;
    }
    match &report.cut_short {
        Some(why) => Err(Failure::Unusable(format!("stopped before the end: {why}"))),
        None => Ok(ExitCode::from(u8::from(report.counts.refused > 0))),
    }
}

/// The file, and its size in bytes where that is known.
fn open(path: &Path) -> Result<(Box<dyn BufRead>, Option<u64>), Failure> {
    if path == Path::new("-") {
        return Ok((Box::new(io::stdin().lock()), None));
    }
    let unreadable =
        |error| Failure::Unusable(format!("{} cannot be read: {error}", path.display()));
    let file = File::open(path).map_err(unreadable)?;
    let about = file.metadata().map_err(unreadable)?;
    if about.is_dir() {
        return Err(unreadable(io::ErrorKind::IsADirectory.into()));
    }
    let size = about.is_file().then_some(about.len());
    Ok((Box::new(BufReader::with_capacity(65_536, file)), size))
}

/// On a terminal only; what reads standard error from a pipe gets no bar.
fn bar(size: Option<u64>, hidden: bool) -> ProgressBar {
    let target = match hidden {
        true => ProgressDrawTarget::hidden(),
        false => ProgressDrawTarget::stderr(),
    };
    let bar = ProgressBar::with_draw_target(size, target);
    let template = match size {
        Some(_) => "{wide_bar} {percent:>3} %  {msg} records  {eta} to go",
        None => "{spinner} {bytes} read  {msg} records",
    };
    bar.set_style(ProgressStyle::with_template(template).expect("the template is well-formed"));
    bar
}

fn tell(report: &Report, quiet: bool, out: &mut dyn Write) -> io::Result<()> {
    if !quiet {
        tell_counts(report, out)?;
    }
    for entry in &report.lines {
        let Verdict::Refused { errors } = &entry.verdict else { continue };
        let id = entry.id.as_ref().map_or_else(|| "no id".into(), |id| format!("id {id}"));
        for error in errors {
            writeln!(out, "refused  line {}, {id}: {}", entry.line, error.message)?;
        }
    }
    if !quiet {
        for entry in report.lines.iter().filter(|entry| !entry.warnings.is_empty()) {
            let id = entry.id.as_deref().unwrap_or_default();
            for warning in &entry.warnings {
                writeln!(out, "warning  line {}, id {id}: {}", entry.line, warning.message)?;
            }
        }
    }
    Ok(())
}

fn tell_counts(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let mut groups: BTreeMap<(usize, String), Vec<u64>> = BTreeMap::new();
    for entry in &report.lines {
        let (rank, title) = match &entry.verdict {
            Verdict::Published => (0, "published".into()),
            Verdict::Stored { state } => (1, format!("stored as {state}")),
            Verdict::Revised { .. } => (2, "revised".into()),
            Verdict::Withdrawn => (3, "withdrawn".into()),
            Verdict::Left { reason } => (4, format!("left: {reason}")),
            Verdict::Refused { .. } => (5, "refused".into()),
        };
        groups.entry((rank, title)).or_default().push(entry.line);
    }
    let total = report.counts.total();
    match report.dry_run {
        true => writeln!(out, "{total} records; nothing was changed. It would have been:")?,
        false => writeln!(out, "{total} records")?,
    }
    for ((_, title), lines) in groups {
        writeln!(out, "{:>8}  {title} ({})", lines.len(), ranges(&lines))?;
    }
    Ok(())
}

/// `lines 1–3, 7`; the first twelve ranges.
fn ranges(lines: &[u64]) -> String {
    let mut ranges: Vec<(u64, u64)> = Vec::new();
    for line in lines {
        match ranges.last_mut() {
            Some((_, end)) if *end + 1 == *line => *end = *line,
            _ => ranges.push((*line, *line)),
        }
    }
    let shown: Vec<_> = ranges
        .iter()
        .take(12)
        .map(|(start, end)| match start == end {
            true => start.to_string(),
            false => format!("{start}–{end}"),
        })
        .collect();
    let noun = if lines.len() == 1 { "line" } else { "lines" };
    let rest = if ranges.len() > 12 { " …" } else { "" };
    format!("{noun} {}{rest}", shown.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbouring_lines_are_said_as_one_range() {
        assert_eq!(ranges(&[3]), "line 3");
        assert_eq!(ranges(&[1, 2, 3, 7, 9, 10]), "lines 1–3, 7, 9–10");
        let odd: Vec<u64> = (0..20).map(|n| n * 2 + 1).collect();
        assert!(ranges(&odd).ends_with(", 23 …"));
    }
}
