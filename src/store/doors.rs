//! What doors and directories show beside cases: counts of values, people who want to be found, what they wrote.

use super::{
    Result, Tx,
    cases::{self, StoredCase},
    sql::{execute, row, rows},
};
use crate::domain::{case_study::CaseStudy, id::Address, profile::Profile, search::TermKind};

/// The values of `kind` that begin with `start`, with the shown cases that hold them: most first,
/// at most `limit`.
pub async fn counts(
    tx: &mut Tx,
    kind: TermKind,
    start: &str,
    limit: i64,
) -> Result<Vec<(String, i64)>> {
    Ok(rows!(
        tx,
        "SELECT value, cases FROM term_count WHERE kind = $1 AND cases > 0
           AND substr(value, 1, CAST($3 AS INTEGER)) = $2 ORDER BY cases DESC, value LIMIT $4",
        kind.id(),
        start,
        start.chars().count() as i64,
        limit
    )?)
}

/// How many values of `kind` shown cases hold.
pub async fn values(tx: &mut Tx, kind: TermKind) -> Result<i64> {
    let counted: Option<(i64,)> =
        row!(tx, "SELECT count(*) FROM term_count WHERE kind = $1 AND cases > 0", kind.id())?;
    Ok(counted.map_or(0, |(count,)| count))
}

/// A citymaker of this instance who wants to be found.
#[derive(Clone, Debug)]
pub struct Findable {
    pub handle: String,
    pub name: String,
    /// Plain text.
    pub summary: String,
    pub profile: Profile,
}

/// The citymakers of this instance who said that they may be suggested to others, by handle.
pub async fn findable(tx: &mut Tx, limit: i64) -> Result<Vec<Findable>> {
    let found: Vec<(String, String, String, String)> = rows!(
        tx,
        "SELECT handle, name, summary, profile FROM actor
         WHERE kind = 'person' AND gone_at IS NULL AND profile LIKE '%\"discoverable\":true%'
         ORDER BY handle LIMIT $1",
        limit
    )?;
    let people = found.into_iter().map(|(handle, name, summary, profile)| Findable {
        handle,
        name,
        summary,
        profile: Profile::from_json(&profile),
    });
    Ok(people.filter(|person| person.profile.discoverable).collect())
}

/// A comment that everybody may read, with the case under which it stands.
#[derive(Clone, Debug)]
pub struct Said {
    pub num: i64,
    /// Epoch milliseconds.
    pub at: i64,
    pub language: Option<String>,
    /// Sanitised.
    pub html: String,
    pub case: StoredCase,
}

#[derive(sqlx::FromRow)]
struct SaidRow {
    num: i64,
    at: i64,
    language: Option<String>,
    html: String,
    root: String,
}

/// The newest public comments of an actor under shown cases.
pub async fn said_by(tx: &mut Tx, actor: &str, limit: i64) -> Result<Vec<Said>> {
    let found: Vec<SaidRow> = rows!(
        tx,
        "SELECT m.num, m.published_at AS at, m.language, m.html, m.root
         FROM comment m JOIN case_study c ON c.uri = m.root
         WHERE m.actor = $1 AND m.state = 'shown' AND NOT m.silenced AND m.warning = '' AND c.shown
         ORDER BY m.num DESC LIMIT $2",
        actor,
        limit
    )?;
    let mut said = Vec::with_capacity(found.len());
    for SaidRow { num, at, language, html, root } in found {
        if let Some(case) = cases::by_uri(tx, &root).await? {
            said.push(Said { num, at, language, html, case });
        }
    }
    Ok(said)
}

/// The keys of cities with cases that have this name, in whichever countries; at most 20.
pub async fn cities_named(tx: &mut Tx, name: &str) -> Result<Vec<String>> {
    // `dk-copenhagen`: the country is the first two letters.
    let found: Vec<(String,)> = rows!(
        tx,
        "SELECT value FROM term_count WHERE kind = $1 AND cases > 0 AND substr(value, 4) = $2
         ORDER BY cases DESC, value LIMIT 20",
        TermKind::City.id(),
        name
    )?;
    Ok(found.into_iter().map(|(value,)| value).collect())
}

/// Notes which citymakers a shown case names, as contacts or as who sent it in.
pub(super) async fn name_people(
    tx: &mut Tx,
    num: i64,
    case: Option<&CaseStudy>,
    is_new: bool,
) -> Result<()> {
    if !is_new {
        execute!(tx, "DELETE FROM case_person WHERE num = $1", num)?;
    }
    let Some(case) = case else { return Ok(()) };
    let contacts = case.contacts.iter().filter_map(|contact| contact.citymaker.as_deref());
    for named in contacts.chain(case.submitted_by.as_deref()) {
        execute!(
            tx,
            "INSERT INTO case_person (handle, num) VALUES ($1, $2) ON CONFLICT DO NOTHING",
            handle_of(named),
            num
        )?;
    }
    Ok(())
}

/// `@Ana@Cases.Example` as it is compared: `ana@cases.example`; without a host, `ana`.
fn handle_of(named: &str) -> String {
    match Address::parse(named) {
        Ok(Address { user, host }) => format!("{}@{}", user.as_str(), host.as_str()),
        Err(_) => named.trim().trim_start_matches('@').to_lowercase(),
    }
}

/// The newest cases of this instance that name a citymaker of `host`. What others publish may name
/// anybody: it does not count.
pub async fn cases_of(
    tx: &mut Tx,
    handle: &str,
    host: &str,
    limit: i64,
) -> Result<Vec<StoredCase>> {
    let found: Vec<(String,)> = rows!(
        tx,
        "SELECT c.uri FROM case_study c WHERE c.shown AND c.local
           AND c.num IN (SELECT num FROM case_person WHERE handle IN ($1, $2))
         ORDER BY c.published_at DESC, c.num DESC LIMIT $3",
        handle_of(&format!("@{handle}@{host}")),
        handle_of(handle),
        limit
    )?;
    let mut named = Vec::with_capacity(found.len());
    for (uri,) in found {
        named.extend(cases::by_uri(tx, &uri).await?);
    }
    Ok(named)
}
