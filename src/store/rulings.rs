//! Cases of others one by one: what was decided on each, and which wait for somebody to decide.

use super::{
    Result, StoreError, Tx,
    sql::{execute, row, rows},
};

/// What was decided on a single case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// An editor wants it shown.
    Adopted,
    /// An editor does not want it shown, whatever becomes of its host.
    Declined,
    /// It was shown when its host lost our trust, and stays so while its host is quarantined.
    Cleared,
}

impl Verdict {
    pub fn id(self) -> &'static str {
        match self {
            Verdict::Adopted => "adopted",
            Verdict::Declined => "declined",
            Verdict::Cleared => "cleared",
        }
    }

    fn from_id(id: &str) -> Option<Self> {
        [Verdict::Adopted, Verdict::Declined, Verdict::Cleared]
            .into_iter()
            .find(|verdict| verdict.id() == id)
    }
}

fn verdict_of(id: Option<String>) -> Result<Option<Verdict>> {
    let Some(id) = id else { return Ok(None) };
    Verdict::from_id(&id).map(Some).ok_or(StoreError::Inconsistent {
        table: "ruling",
        column: "verdict",
        value: id,
    })
}

/// A decision with who took it, when and why.
#[derive(Clone, Debug)]
pub struct Ruling {
    /// Of the case.
    pub uri: String,
    pub verdict: Verdict,
    pub note: String,
    pub who: String,
    pub at: i64,
}

/// Writes a decision down; it replaces an earlier one.
pub async fn rule(tx: &mut Tx, ruling: &Ruling) -> Result<()> {
    let Ruling { uri, verdict, note, who, at } = ruling;
    execute!(
        tx,
        "INSERT INTO ruling (uri, verdict, note, who, at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (uri) DO UPDATE SET verdict = excluded.verdict, note = excluded.note,
           who = excluded.who, at = excluded.at",
        uri,
        verdict.id(),
        note,
        who,
        *at
    )?;
    Ok(())
}

/// What was decided on the case `uri`.
pub async fn verdict(tx: &mut Tx, uri: &str) -> Result<Option<Verdict>> {
    let row: Option<(String,)> = row!(tx, "SELECT verdict FROM ruling WHERE uri = $1", uri)?;
    verdict_of(row.map(|(verdict,)| verdict))
}

/// Everything of `host` that is shown stays so while the host is quarantined.
pub async fn clear_shown(tx: &mut Tx, host: &str, now: i64) -> Result<()> {
    execute!(
        tx,
        "INSERT INTO ruling (uri, verdict, note, who, at)
         SELECT uri, 'cleared', '', '', $2 FROM case_study
         WHERE host = $1 AND NOT local AND standing = 'shown' ON CONFLICT (uri) DO NOTHING",
        host,
        now
    )?;
    Ok(())
}

/// A trusted host's cases need no decision of their own any more, except what was declined.
pub async fn forget_cleared(tx: &mut Tx, host: &str) -> Result<()> {
    execute!(
        tx,
        "DELETE FROM ruling WHERE verdict = 'cleared'
           AND uri IN (SELECT uri FROM case_study WHERE host = $1 AND NOT local)",
        host
    )?;
    Ok(())
}

/// A case of another host with what was decided on it.
#[derive(Clone, Debug)]
pub struct Judged {
    pub num: i64,
    pub uri: String,
    /// `shown`, `quarantined` or `hidden`.
    pub standing: String,
    pub shared_by: Option<String>,
    pub verdict: Option<Verdict>,
}

type JudgedRow = (i64, String, String, Option<String>, Option<String>);

/// The cases of a host in the order of their arrival after `num`.
pub async fn of_host(tx: &mut Tx, host: &str, num: i64, limit: i64) -> Result<Vec<Judged>> {
    let found: Vec<JudgedRow> = rows!(
        tx,
        "SELECT c.num, c.uri, c.standing, c.shared_by, r.verdict
         FROM case_study c LEFT JOIN ruling r ON r.uri = c.uri
         WHERE c.host = $1 AND NOT c.local AND c.num > $2 ORDER BY c.num LIMIT $3",
        host,
        num,
        limit
    )?;
    let judged = |(num, uri, standing, shared_by, verdict): JudgedRow| {
        Ok(Judged { num, uri, standing, shared_by, verdict: verdict_of(verdict)? })
    };
    found.into_iter().map(judged).collect()
}

/// A case on the desk: it waits, or was adopted or declined.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct OnDesk {
    pub num: i64,
    /// ULID.
    pub id: String,
    pub uri: String,
    pub host: String,
    /// The actor it is attributed to.
    pub actor: String,
    pub standing: String,
    pub received_at: i64,
    pub updated_at: i64,
    /// Its page at its origin.
    pub origin_url: Option<String>,
    pub shared_by: Option<String>,
    /// `adopted` or `declined`; nothing while it waits.
    pub verdict: Option<String>,
    pub note: Option<String>,
    pub who: Option<String>,
    pub at: Option<i64>,
    /// The public record as JSON.
    pub document: String,
}

impl OnDesk {
    /// The title of the case.
    pub fn title(&self) -> String {
        let record: serde_json::Value = serde_json::from_str(&self.document).unwrap_or_default();
        record.get("title").and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
    }
}

macro_rules! desk {
    ($and:literal) => {
        concat!(
            "SELECT c.num, c.id, c.uri, c.host, c.actor, c.standing, c.received_at, c.updated_at,
                 c.origin_url, c.shared_by, r.verdict, r.note, r.who, r.at, c.document
             FROM case_study c LEFT JOIN ruling r ON r.uri = c.uri
             WHERE NOT c.local AND c.num > $1 AND (CAST($2 AS TEXT) IS NULL OR c.host = $2) AND ",
            $and,
            " ORDER BY c.num LIMIT $3"
        )
    };
}

/// What waits for a decision, oldest arrival first, from behind `num`; `host` narrows.
pub async fn waiting(tx: &mut Tx, num: i64, host: Option<&str>, limit: i64) -> Result<Vec<OnDesk>> {
    Ok(rows!(tx, desk!("c.standing = 'quarantined'"), num, host, limit)?)
}

/// What editors decided in this way, in the order of arrival from behind `num`.
pub async fn decided(
    tx: &mut Tx,
    verdict: Verdict,
    num: i64,
    host: Option<&str>,
    limit: i64,
) -> Result<Vec<OnDesk>> {
    Ok(rows!(tx, desk!("r.verdict = $4"), num, host, limit, verdict.id())?)
}

/// How many wait.
pub async fn count_waiting(tx: &mut Tx, host: Option<&str>) -> Result<i64> {
    let row: Option<(i64,)> = row!(
        tx,
        "SELECT count(*) FROM case_study WHERE standing = 'quarantined' AND NOT local
           AND (CAST($1 AS TEXT) IS NULL OR host = $1)",
        host
    )?;
    Ok(row.map_or(0, |(count,)| count))
}

/// How many were decided in this way.
pub async fn count_decided(tx: &mut Tx, verdict: Verdict, host: Option<&str>) -> Result<i64> {
    let row: Option<(i64,)> = row!(
        tx,
        "SELECT count(*) FROM ruling r JOIN case_study c ON c.uri = r.uri
         WHERE r.verdict = $1 AND (CAST($2 AS TEXT) IS NULL OR c.host = $2)",
        verdict.id(),
        host
    )?;
    Ok(row.map_or(0, |(count,)| count))
}
