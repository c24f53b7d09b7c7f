//! Many records at once: JSON Lines of the schema, with a report line by line.

use axum::{Json, extract::Request};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    auth::Admin,
    error::{Answer, Fault, Problem},
    extract::{self, Asked},
};
use crate::{
    app::{
        self,
        publish::{self, Outcome, Publisher},
    },
    domain::case_study::{CaseStudy, Refusal, parse},
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
    line: usize,
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
    let by = admin.publisher().await?;
    let mut report = ImportReport { dry_run, ..ImportReport::default() };
    for (at, line) in body.split(|byte| *byte == b'\n').enumerate() {
        if line.trim_ascii().is_empty() {
            continue;
        }
        let entry = put(&admin, &by, at + 1, line, dry_run).await?;
        report.add(entry);
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

async fn put(
    admin: &Admin,
    by: &Publisher,
    line: usize,
    text: &[u8],
    dry_run: bool,
) -> Result<ImportLine, Problem> {
    let case = match read(text) {
        Ok(case) => case,
        Err(refused) => return Ok(ImportLine { line, ..refused }),
    };
    let key = Some(case.id.clone());
    let warnings = case.publish_problems().into_iter().map(Fault::from).collect();
    let mut tx = admin.state.db.begin().await?;
    let outcome = match publish::put_in(&mut tx, by, &admin.who, case, admin.now).await {
        Ok(outcome) => outcome,
        Err(app::Error::Refused(refusal)) => {
            return Ok(ImportLine { line, key, ..refused(refusal) });
        }
        Err(error) => return Err(error.into()),
    };
    // Without a commit nothing happened.
    if !dry_run {
        tx.commit().await?;
    }
    let (outcome, reason) = match outcome {
        Outcome::Published { .. } => ("published", None),
        Outcome::Stored { .. } => ("stored", None),
        Outcome::Revised { .. } => ("revised", None),
        Outcome::Withdrawn { .. } => ("withdrawn", None),
        Outcome::Left { reason, .. } => ("left", Some(reason)),
    };
    Ok(ImportLine { line, key, outcome, reason, errors: Vec::new(), warnings })
}

fn read(text: &[u8]) -> Result<CaseStudy, ImportLine> {
    let value: serde_json::Value = serde_json::from_slice(text).map_err(|error| ImportLine {
        line: 0,
        key: None,
        outcome: "refused",
        reason: Some(format!("this line is no JSON: {error}")),
        errors: Vec::new(),
        warnings: Vec::new(),
    })?;
    parse(&value).map_err(|refusal| {
        let key =
            value.get("id").and_then(|id| id.as_str()).map(|id| id.chars().take(120).collect());
        ImportLine { key, ..refused(refusal) }
    })
}

fn refused(refusal: Refusal) -> ImportLine {
    ImportLine {
        line: 0,
        key: None,
        outcome: "refused",
        reason: Some(refusal.to_string()),
        errors: refusal.errors.into_iter().map(Fault::from).collect(),
        warnings: Vec::new(),
    }
}
