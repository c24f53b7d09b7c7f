//! Related cases, each with why it is named: what the authors named, and what shares most.

use std::sync::Arc;

use crate::{
    domain::{case_study::CaseStudy, kinship::Kinship},
    i18n::Speech,
    store::{self, cases::StoredCase, search},
};

use super::{
    cards::{self, Card, Shown, card},
    error::Fault,
    reader::Reader,
};

/// Related cases on one page.
const MOST: usize = 6;
/// Of each kind of thing, those that are named as a reason.
const NAMED: usize = 3;

/// A case that is named beside another.
pub struct Relative {
    pub case: Arc<StoredCase>,
    /// The authors named it themselves.
    pub named: bool,
}

/// How it stands on the page.
pub struct Kin {
    pub card: Card,
    pub why: String,
}

/// Those that the authors named, then those that share most; only what the public sees.
///
/// # Errors
/// When the database does not answer.
pub async fn of(reader: &Reader, stored: &StoredCase) -> Result<Vec<Relative>, Fault> {
    let mut found = named(reader, stored).await?;
    if found.len() == MOST {
        return Ok(found);
    }
    let near = search::near(&reader.state.db, &stored.case, stored.num).await?;
    let mut ranked: Vec<(u32, Arc<StoredCase>)> = near
        .into_iter()
        .filter(|case| case.num != stored.num && case.is_shown())
        .map(|case| (Kinship::between(&stored.case, &case.case), case))
        .filter(|(kinship, _)| kinship.is_close())
        .map(|(kinship, case)| (kinship.weight, case))
        .collect();
    // Among equals those that were changed last.
    ranked.sort_by_key(|(weight, case)| std::cmp::Reverse((*weight, case.updated, case.num)));
    let fresh = ranked.into_iter().map(|(_, case)| Relative { case, named: false });
    let known: Vec<i64> = found.iter().map(|relative| relative.case.num).collect();
    found.extend(fresh.filter(|relative| !known.contains(&relative.case.num)));
    found.truncate(MOST);
    Ok(found)
}

/// An id that the authors give is one of the case's own instance.
async fn named(reader: &Reader, stored: &StoredCase) -> Result<Vec<Relative>, Fault> {
    let mut tx = reader.state.db.read().await?;
    let mut found: Vec<Relative> = Vec::new();
    for reference in &stored.case.related {
        let case = if reference.starts_with("http") {
            store::cases::by_uri(&mut tx, reference).await?
        } else if stored.local {
            store::cases::by_key(&mut tx, reference).await?
        } else {
            store::cases::by_page(&mut tx, &format!("{reference}@{}", stored.host)).await?
        };
        let new = |case: &StoredCase| {
            case.is_shown()
                && case.num != stored.num
                && !found.iter().any(|known| known.case.num == case.num)
        };
        let case = case.filter(new);
        found.extend(case.map(|case| Relative { case: case.into(), named: true }));
        if found.len() == MOST {
            break;
        }
    }
    Ok(found)
}

/// As a page shows them beside `case`.
pub fn lines(t: &Speech, case: &CaseStudy, relatives: &[Relative]) -> Vec<Kin> {
    let line = |relative: &Relative| Kin {
        card: card(t, &Shown::from(&relative.case)),
        why: why(t, &Kinship::between(case, &relative.case.case), relative.named),
    };
    relatives.iter().map(line).collect()
}

/// `Same city. Topics in common: Cycling, Public space. Goals in common: 11.`
fn why(t: &Speech, kinship: &Kinship, named: bool) -> String {
    let mut reasons = Vec::new();
    if named {
        reasons.push(t.say("kin-named").into_owned());
    }
    if let Some(city) = &kinship.city {
        reasons.push(t.say1("kin-city", "city", city));
    }
    let mut list = |key: &str, names: Vec<String>| {
        if !names.is_empty() {
            let count = names.len() as i64;
            let shown: Vec<_> = names.into_iter().take(NAMED).collect();
            let joined = shown.join(&t.say("kin-comma"));
            reasons.push(t.say2(key, "n", count, "names", &joined));
        }
    };
    let topics = kinship.topics.iter().map(|topic| cards::topic_label(t, topic.id()));
    list("kin-topics", topics.collect());
    let goals = kinship.goals.iter().map(u8::to_string);
    // A target says more than its goal.
    match kinship.targets.is_empty() {
        true => list("kin-goals", goals.collect()),
        false => list(
            "kin-targets",
            kinship.targets.iter().map(|target| target.id().to_owned()).collect(),
        ),
    }
    list("kin-words", kinship.words.clone());
    if let Some(country) = &kinship.country {
        reasons.push(t.say1("kin-country", "country", &cards::country(t, country)));
    }
    reasons.join(" ")
}
