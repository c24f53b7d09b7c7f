//! Many records at once: JSON Lines of the schema, with a report line by line.

use axum::{Json, extract::Request};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    auth::Admin,
    error::{Answer, Fault},
    extract::{self, Asked},
};
use crate::{
    app::import::{Entry, Import, Undone, Verdict, read},
    domain::case_study::Refusal,
};

/// Largest body, in bytes.
pub const MOST: usize = 32 * 1_048_576;

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ImportQuery {
    /// Only report what would happen, each line by itself.
    #[serde(default)]
    dry_run: bool,
}

/// What became of the records.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct ImportReport {
    dry_run: bool,
    /// Lines that hold something.
    read: usize,
    published: usize,
    stored: usize,
    revised: usize,
    withdrawn: usize,
    left: usize,
    refused: usize,
    /// One entry a record, in the order of the lines.
    lines: Vec<ImportLine>,
}

/// What became of one record.
#[derive(Debug, Serialize, ToSchema)]
pub struct ImportLine {
    /// Counted from 1.
    line: u64,
    /// The record's `id`, where it could be read.
    key: Option<String>,
    /// `published`, `stored`, `revised`, `withdrawn`, `left` or `refused`.
    outcome: &'static str,
    /// Why it was left or refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    /// What is wrong with single fields.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<Fault>,
    /// What a published case should have and this one does not.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    warnings: Vec<Fault>,
}

/// Records are put in
///
/// JSON Lines of the case schema, at most 32 MiB. Idempotent by id: a newer `updated` becomes a
/// revision, an equal or older one is left. Each line is a transaction of its own.
#[utoipa::path(
    post, path = "/admin/import", tag = "cases", operation_id = "importCases", params(ImportQuery),
    request_body(content = String, content_type = "application/x-ndjson"),
    responses((status = 200, description = "What became of each line", body = ImportReport))
)]
pub async fn import(
    admin: Admin,
    Asked(ImportQuery { dry_run }): Asked<ImportQuery>,
    request: Request,
) -> Answer<ImportReport> {
    let wanted = |kind: &str| {
        matches!(kind, "application/x-ndjson" | "application/ndjson" | "application/jsonl")
    };
    let body = extract::read(request, MOST, wanted).await?;
    let import = Import {
        db: admin.state.db.clone(),
        by: admin.publisher().await?,
        who: admin.who.clone(),
        dry_run,
    };
    let mut report = ImportReport { dry_run, ..ImportReport::default() };
    for (line, text) in (1..).zip(body.split(|byte| *byte == b'\n')) {
        if text.trim_ascii().is_empty() {
            continue;
        }
        match read(line, text) {
            Err(entry) => report.add(entry.into()),
            Ok(record) => {
                let put = import.put(vec![record], &mut Undone::default(), admin.now).await;
                let entries = put.map_err(|(_, error)| error)?;
                entries.into_iter().for_each(|entry| report.add(entry.into()));
            }
        }
        if report.read.is_multiple_of(50) {
            admin.ring();
        }
    }
    admin.ring();
    Ok(Json(report))
}

impl ImportReport {
    fn add(&mut self, entry: ImportLine) {
        self.read += 1;
        *match entry.outcome {
            "published" => &mut self.published,
            "stored" => &mut self.stored,
            "revised" => &mut self.revised,
            "withdrawn" => &mut self.withdrawn,
            "left" => &mut self.left,
            _ => &mut self.refused,
        } += 1;
        self.lines.push(entry);
    }
}

impl From<Entry> for ImportLine {
    fn from(Entry { line, id: key, verdict, warnings, public: _ }: Entry) -> Self {
        let (outcome, reason, errors) = match verdict {
            Verdict::Published => ("published", None, Vec::new()),
            Verdict::Stored { .. } => ("stored", None, Vec::new()),
            Verdict::Revised { .. } => ("revised", None, Vec::new()),
            Verdict::Withdrawn => ("withdrawn", None, Vec::new()),
            Verdict::Left { reason } => ("left", Some(reason), Vec::new()),
            Verdict::Refused { errors } => {
                let refusal = Refusal { errors };
                ("refused", Some(refusal.to_string()), refusal.errors)
            }
        };
        let faults = |errors: Vec<_>| errors.into_iter().map(Fault::from).collect();
        let (errors, warnings) = (faults(errors), faults(warnings));
        ImportLine { line, key, outcome, reason, errors, warnings }
    }
}
