//! The cases of a search as a table: one line each, sorted by a column.

use crate::{
    domain::search::{CaseFilter, Piece, Sort, Term, mark},
    i18n::Speech,
};

use super::{
    cards::{Goal, Shown, country, direction, goal, network_name},
    view::View,
};

/// Cases on one page of the table.
pub const PAGE: i64 = 50;

pub struct Table {
    pub heads: Vec<Head>,
    pub rows: Vec<Row>,
}

/// The head of a column.
pub struct Head {
    pub label: String,
    /// The same search in the order of this column; None where there is no such order.
    pub href: Option<String>,
    /// `ascending` or `descending`, when the rows are in this column's order.
    pub sorted: Option<&'static str>,
}

pub struct Row {
    pub href: String,
    pub title: Vec<Piece>,
    pub lang: &'static str,
    pub dir: &'static str,
    pub city: String,
    pub country: String,
    pub year: String,
    pub status: String,
    /// Empty when it is not stated.
    pub cost: String,
    pub goals: Vec<Goal>,
    pub network: String,
}

pub fn table(t: &Speech, filter: &CaseFilter, shown: &[Shown], terms: &[Term]) -> Table {
    let heads = [
        ("table-case", Some(Sort::Title)),
        ("facet-city", Some(Sort::City)),
        ("facet-country", None),
        ("facet-year", Some(Sort::Year)),
        ("facet-status", None),
        ("facet-cost", None),
        ("facet-sdg", None),
        ("facet-network", None),
    ];
    let head = |(key, sort): (&str, Option<Sort>)| {
        let href =
            sort.map(|sort| View::Table.address(&CaseFilter { sort, ..filter.first_page() }));
        let sorted = sort.filter(|sort| *sort == filter.sort);
        let way = |sort: Sort| if sort.ascends() { "ascending" } else { "descending" };
        Head { label: t.say(key).into_owned(), href, sorted: sorted.map(way) }
    };
    Table {
        heads: heads.into_iter().map(head).collect(),
        rows: shown.iter().map(|shown| row(t, shown, terms)).collect(),
    }
}

fn row(t: &Speech, shown: &Shown, terms: &[Term]) -> Row {
    let case = shown.case;
    let city = case.cities.first();
    let band = case.funding.as_ref().and_then(|funding| funding.cost_band);
    let stated = band.filter(|band| *band != crate::domain::vocabulary::CostBand::Unknown);
    Row {
        href: shown.page.clone(),
        title: mark(&case.title, terms),
        lang: case.language.id(),
        dir: direction(case),
        city: city.map(|city| city.name.clone()).unwrap_or_default(),
        country: country(t, city.map(|city| city.country.as_str()).unwrap_or_default()),
        year: case.period.start.chars().take(4).collect(),
        status: t.term("status", case.status.id()),
        cost: stated.map(|band| t.term("cost", band.id())).unwrap_or_default(),
        goals: case.sdgs.iter().filter_map(|id| goal(t, *id)).collect(),
        network: network_name(&case.source_network),
    }
}
