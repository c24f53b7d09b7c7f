//! Two people changed the same draft: what each did is kept, and where both did the same thing
//! differently, both texts are.

use serde_json::{Map, Value};

use super::Draft;

/// A list longer than this after both added to it is not put together by itself.
const MOST_ROWS: usize = 60;

/// A field that two people changed differently. The draft keeps what was saved first.
#[derive(Clone, Debug, PartialEq)]
pub struct Clash {
    /// Such as `title`, `sections.solution` or `actors`.
    pub path: String,
    /// What the second one wanted there; `Null` where they took it out.
    pub other: Value,
}

/// Brings `mine`, which started from `base`, together with `theirs`, which was saved meanwhile.
/// Without `base` every difference is a clash. Fields are the units, lists are compared row by row.
pub fn merge(base: Option<&Draft>, mine: &Draft, theirs: &Draft) -> (Draft, Vec<Clash>) {
    let mut clashes = Vec::new();
    let base = base.unwrap_or(theirs_unknown());
    let merged = objects(base.fields(), mine.fields(), theirs.fields(), "", &mut clashes);
    (Draft::from_fields(merged), clashes)
}

/// Stands for a base that nobody knows: empty, so that whatever both have differs from it.
fn theirs_unknown() -> &'static Draft {
    static EMPTY: std::sync::LazyLock<Draft> = std::sync::LazyLock::new(Draft::default);
    &EMPTY
}

fn objects(
    base: &Map<String, Value>,
    mine: &Map<String, Value>,
    theirs: &Map<String, Value>,
    path: &str,
    clashes: &mut Vec<Clash>,
) -> Map<String, Value> {
    let mut merged = Map::new();
    let mut names: Vec<&String> = theirs.keys().collect();
    names.extend(mine.keys().filter(|name| !theirs.contains_key(*name)));
    for name in names {
        let inside = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        let value = value(base.get(name), mine.get(name), theirs.get(name), &inside, clashes);
        merged.extend(value.map(|value| (name.clone(), value)));
    }
    merged
}

fn value(
    base: Option<&Value>,
    mine: Option<&Value>,
    theirs: Option<&Value>,
    path: &str,
    clashes: &mut Vec<Clash>,
) -> Option<Value> {
    if mine == theirs || mine == base {
        return theirs.cloned();
    }
    if theirs == base {
        return mine.cloned();
    }
    match (base, mine, theirs) {
        (base, Some(Value::Object(mine)), Some(Value::Object(theirs))) => {
            let none = Map::new();
            let base = base.and_then(Value::as_object).unwrap_or(&none);
            let merged = objects(base, mine, theirs, path, clashes);
            return (!merged.is_empty()).then_some(Value::Object(merged));
        }
        (base, Some(Value::Array(mine)), Some(Value::Array(theirs))) => {
            let base = base.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
            if let Some(merged) = rows(base, mine, theirs) {
                return (!merged.is_empty()).then_some(Value::Array(merged));
            }
        }
        _ => {}
    }
    clashes.push(Clash { path: path.to_owned(), other: mine.cloned().unwrap_or(Value::Null) });
    theirs.cloned()
}

/// Both lists in one, where that is beyond doubt: nobody changed the order, and no row was changed
/// by both.
fn rows(base: &[Value], mine: &[Value], theirs: &[Value]) -> Option<Vec<Value>> {
    let in_doubt = [base, mine, theirs].into_iter().any(has_repeats)
        || reordered(base, mine)
        || reordered(base, theirs);
    if in_doubt {
        return None;
    }
    let gone = |side: &[Value]| -> Vec<Value> {
        base.iter().filter(|row| !side.contains(row)).cloned().collect()
    };
    let (gone_here, gone_there) = (gone(mine), gone(theirs));
    let came_here = mine.iter().any(|row| !base.contains(row));
    let came_there = theirs.iter().any(|row| !base.contains(row));
    let same_row_gone = gone_here.iter().any(|row| gone_there.contains(row));
    // A changed row is one that went and one that came: by both, it is one row with two texts.
    if same_row_gone && came_here && came_there {
        return None;
    }
    let mut merged: Vec<Value> =
        theirs.iter().filter(|row| !gone_here.contains(row)).cloned().collect();
    for (at, row) in mine.iter().enumerate().filter(|(_, row)| !base.contains(row)) {
        if merged.contains(row) {
            continue;
        }
        // Behind the row that stands before it.
        let before = mine[..at].iter().rev();
        let place = before.filter_map(|row| merged.iter().position(|one| one == row)).next();
        merged.insert(place.map_or(0, |place| place + 1), row.clone());
    }
    (merged.len() <= MOST_ROWS).then_some(merged)
}

fn has_repeats(rows: &[Value]) -> bool {
    rows.iter().enumerate().any(|(at, row)| rows[..at].contains(row))
}

/// Whether the rows that are in both stand in another order.
fn reordered(base: &[Value], side: &[Value]) -> bool {
    let stayed = base.iter().filter(|row| side.contains(row));
    let there = side.iter().filter(|row| base.contains(row));
    !stayed.eq(there)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    fn draft(value: Value) -> Draft {
        Draft::read(&value).unwrap()
    }

    fn merged(base: Value, mine: Value, theirs: Value) -> (Value, Vec<Clash>) {
        let (draft, clashes) = merge(Some(&draft(base)), &draft(mine), &draft(theirs));
        (draft.to_value(), clashes)
    }

    #[test]
    fn different_fields_are_both_kept() {
        let (value, clashes) = merged(
            json!({"title": "a", "sections": {"solution": "s", "results": "r"}}),
            json!({"title": "b", "sections": {"solution": "s", "results": "r"}}),
            json!({"title": "a", "sections": {"solution": "s2"}}),
        );
        assert_eq!(value, json!({"title": "b", "sections": {"solution": "s2"}}));
        assert_eq!(clashes, []);
    }

    #[test]
    fn the_same_field_keeps_the_first_text_and_the_second_beside_it() {
        let (value, clashes) =
            merged(json!({"title": "a"}), json!({"title": "mine"}), json!({"title": "theirs"}));
        assert_eq!(value, json!({"title": "theirs"}));
        assert_eq!(clashes, [Clash { path: "title".into(), other: json!("mine") }]);
        let (value, clashes) = merged(json!({"title": "a"}), json!({}), json!({"title": "b"}));
        assert_eq!(value, json!({"title": "b"}));
        assert_eq!(clashes, [Clash { path: "title".into(), other: Value::Null }]);
    }

    #[test]
    fn rows_that_different_people_added_are_all_there_in_their_places() {
        let (value, clashes) = merged(
            json!({"topics": ["a", "b", "c"]}),
            json!({"topics": ["a", "x", "b", "c"]}),
            json!({"topics": ["a", "c", "y"]}),
        );
        assert_eq!(value, json!({"topics": ["a", "x", "c", "y"]}));
        assert_eq!(clashes, []);
    }

    #[test]
    fn one_row_changed_by_two_people_is_a_clash_of_the_list() {
        let (value, clashes) =
            merged(json!({"topics": ["a"]}), json!({"topics": ["b"]}), json!({"topics": ["c"]}));
        assert_eq!(value, json!({"topics": ["c"]}));
        assert_eq!(clashes[0].other, json!(["b"]));
        let (_, clashes) = merged(
            json!({"topics": ["a", "b"]}),
            json!({"topics": ["b", "a"]}),
            json!({"topics": ["a", "b", "c"]}),
        );
        assert_eq!(clashes.len(), 1, "whose order counts is not guessed");
    }

    #[test]
    fn without_a_base_whatever_differs_stands_beside() {
        let (mine, theirs) = (draft(json!({"title": "a"})), draft(json!({"title": "b"})));
        let (kept, clashes) = merge(None, &mine, &theirs);
        assert_eq!((kept, clashes.len()), (theirs, 1));
    }

    fn any_draft() -> impl Strategy<Value = Draft> {
        let text = prop::option::of(prop::sample::select(vec!["a", "b", "c"]));
        let list = prop::sample::subsequence(vec!["p", "q", "r", "s"], 0..=4).prop_shuffle();
        (text.clone(), text.clone(), text.clone(), text, list).prop_map(
            |(title, summary, solution, results, topics)| {
                draft(json!({
                    "title": title, "summary": summary, "topics": topics,
                    "sections": {"solution": solution, "results": results},
                }))
            },
        )
    }

    fn leaves(value: &Value, path: &str, out: &mut Vec<(String, Value)>) {
        match value {
            Value::Object(map) => {
                for (name, value) in map {
                    leaves(value, &format!("{path}.{name}"), out);
                }
            }
            Value::Array(items) => {
                out.extend(items.iter().map(|item| (path.to_owned(), item.clone())));
            }
            other => out.push((path.to_owned(), other.clone())),
        }
    }

    fn all(draft: &Draft) -> Vec<(String, Value)> {
        let mut out = Vec::new();
        leaves(&draft.to_value(), "", &mut out);
        out
    }

    proptest! {
        #[test]
        fn who_works_alone_gets_what_they_wrote(base in any_draft(), mine in any_draft()) {
            prop_assert_eq!(merge(Some(&base), &mine, &base), (mine.clone(), Vec::new()));
            prop_assert_eq!(merge(Some(&base), &base, &mine), (mine.clone(), Vec::new()));
            prop_assert_eq!(merge(Some(&base), &mine, &mine), (mine.clone(), Vec::new()));
        }

        #[test]
        fn nothing_that_anybody_wrote_is_lost(
            base in any_draft(), mine in any_draft(), theirs in any_draft()
        ) {
            let (result, clashes) = merge(Some(&base), &mine, &theirs);
            let mut there = all(&result);
            for clash in &clashes {
                leaves(&clash.other, &format!(".{}", clash.path), &mut there);
            }
            let before = all(&base);
            for written in all(&mine).into_iter().chain(all(&theirs)) {
                if !before.contains(&written) {
                    prop_assert!(there.contains(&written), "{:?} is lost", written);
                }
            }
            // And what both left alone is still there.
            for kept in before {
                if all(&mine).contains(&kept) && all(&theirs).contains(&kept) {
                    prop_assert!(there.contains(&kept), "{:?} is lost", kept);
                }
            }
        }

        #[test]
        fn a_result_is_a_draft_like_any_other(
            base in any_draft(), mine in any_draft(), theirs in any_draft()
        ) {
            let (result, _) = merge(Some(&base), &mine, &theirs);
            prop_assert_eq!(Draft::read(&result.to_value()).unwrap(), result);
        }
    }
}
