//! A page in the order of titles: the engine walks along its index of them, and the index in memory
//! says which of the cases pass.

use super::{Found, kept, page::Cursor, terms_of};
use crate::{
    domain::search::CaseFilter,
    store::{
        Db, Result, Tx,
        sql::{Conditions, Value, rows_where},
    },
};
use roaring::RoaringBitmap;

/// Titles read at first; each further look reads more of them, up to so many.
const FIRST: i64 = 256;
const MOST: i64 = 8_192;
/// When no more cases than these pass, their titles are read by their numbers.
const FEW: u64 = 1_000;

pub(super) async fn find(db: &Db, filter: &CaseFilter, limit: i64) -> Result<Found> {
    let words = db.index().words.find(db, &terms_of(filter), false).await?;
    let passing = db.index().read().passing(filter, words.as_ref());
    let after = filter.after.as_deref().and_then(|text| Cursor::parse(text, filter.sort));
    let mut tx = db.read().await?;
    let rows = usize::try_from(limit).unwrap_or(0);
    let mut page = match passing.len() <= FEW {
        true => of_few(&mut tx, &passing, after, limit + 1).await?,
        false => along(&mut tx, &passing, after, rows + 1).await?,
    };
    drop(tx);
    let more = page.len() > rows;
    page.truncate(rows);
    let nums: Vec<i64> = page.iter().map(|(num, _)| *num).collect();
    let last = page.into_iter().last().filter(|_| more);
    let next = last.map(|(num, title)| Cursor { rank: 0, key: Value::Text(title), num });
    Ok(Found {
        cases: kept::cases(db, &nums).await?,
        total: passing.len() as i64,
        next: next.map(|cursor| cursor.to_string()),
    })
}

/// Number and title in their order.
type Titles = Vec<(i64, String)>;

async fn along(
    tx: &mut Tx,
    passing: &RoaringBitmap,
    mut after: Option<Cursor>,
    rows: usize,
) -> Result<Titles> {
    let (mut page, mut portion) = (Vec::with_capacity(rows), FIRST);
    loop {
        let read = read(tx, Conditions::default(), after.take(), portion).await?;
        let whole = (read.len() as i64) < portion;
        after = read.last().map(|(num, title)| Cursor {
            rank: 0,
            key: Value::from(title.as_str()),
            num: *num,
        });
        let passes = |num: i64| u32::try_from(num).is_ok_and(|num| passing.contains(num));
        page.extend(read.into_iter().filter(|(num, _)| passes(*num)).take(rows - page.len()));
        if whole || page.len() == rows {
            return Ok(page);
        }
        portion = MOST.min(portion * 2);
    }
}

async fn of_few(
    tx: &mut Tx,
    passing: &RoaringBitmap,
    after: Option<Cursor>,
    limit: i64,
) -> Result<Titles> {
    let mut bound = Conditions::default();
    let list = bound.bind_all(passing.iter().map(i64::from));
    if list.is_empty() {
        return Ok(Vec::new());
    }
    bound.and(format!("num IN ({list})"));
    read(tx, bound, after, limit).await
}

async fn read(
    tx: &mut Tx,
    mut bound: Conditions,
    after: Option<Cursor>,
    limit: i64,
) -> Result<Titles> {
    if let Some(Cursor { key, num, .. }) = after {
        let (title, num) = (bound.bind(key), bound.bind(num));
        bound.and(format!("(sort_title, num) > ({title}, {num})"));
    }
    let limit = bound.bind(limit);
    let sql = format!(
        "SELECT num, sort_title FROM case_study WHERE shown{} ORDER BY sort_title, num LIMIT {limit}",
        bound.to_sql()
    );
    Ok(rows_where!(tx, sql, bound.values)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{case_study, vocabulary::EditorialState},
        store::cases::{Standing, StoredCase, save},
    };

    #[tokio::test]
    async fn titles_are_in_one_order_whether_few_or_many_pass() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("k.sqlite").display());
        let db = Db::open(&url, 1).await.unwrap();
        let lines = include_str!("../../../tests/data/cases.jsonl");
        let record = serde_json::from_str(lines.split('\n').next().unwrap()).unwrap();
        let case = case_study::parse(&record).unwrap();
        let mut tx = db.begin().await.unwrap();
        for at in 0..700_i64 {
            let mut case = case.clone();
            (case.id, case.title) = (format!("c-{at}"), format!("Title {}", at * 37 % 90));
            let stored = StoredCase {
                num: 0,
                id: format!("c-{at}"),
                uri: format!("https://a.example/o/{at}"),
                local: false,
                host: "a.example".into(),
                page: format!("c-{at}@a.example"),
                origin_url: None,
                actor: "https://a.example/a".into(),
                state: EditorialState::Published,
                standing: Standing::Shown,
                published: at,
                updated: at,
                revision: 1,
                received: at,
                withdrawn: None,
                shared_by: None,
                foreign_keys: None,
                case,
            };
            save(&mut tx, &stored, at).await.unwrap();
        }
        tx.commit().await.unwrap();
        let mut tx = db.read().await.unwrap();
        for (every, rows) in [(1, 25), (3, 100), (40, 5), (350, 9)] {
            let passing: RoaringBitmap = (1..=700).filter(|num| num % every == 0).collect();
            let mut seen = 0;
            let mut after: Option<(i64, String)> = None;
            loop {
                let cursor = || {
                    let (num, title) = after.clone()?;
                    Some(Cursor { rank: 0, key: Value::Text(title), num })
                };
                let many = along(&mut tx, &passing, cursor(), rows).await.unwrap();
                let few = of_few(&mut tx, &passing, cursor(), rows as i64).await.unwrap();
                assert_eq!(many, few, "every {every}th");
                seen += few.len();
                let Some(last) = few.into_iter().last() else { break };
                after = Some(last);
            }
            assert_eq!(seen as u64, passing.len());
        }
    }
}
