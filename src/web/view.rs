//! The ways in which the cases of a search are shown, and the address of each.

use crate::{domain::search::CaseFilter, i18n::Speech};

/// How the cases of a search are shown; `view` in the address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Cards; left out of addresses.
    #[default]
    List,
    Table,
    Map,
}

impl View {
    pub const ALL: [View; 3] = [View::List, View::Table, View::Map];

    pub const fn id(self) -> &'static str {
        match self {
            View::List => "list",
            View::Table => "table",
            View::Map => "map",
        }
    }

    /// By the last `view` of a query string that names one, else the list.
    pub fn from_query(query: &str) -> View {
        let named = query.split('&').rev().filter_map(|pair| pair.strip_prefix("view="));
        let mut known = named.filter_map(|id| Self::ALL.into_iter().find(|view| view.id() == id));
        known.next().unwrap_or_default()
    }

    /// The path and query of a search shown so.
    pub fn address(self, filter: &CaseFilter) -> String {
        let query = filter.to_query();
        match (self, query.as_str()) {
            (View::List, "") => "/cases".to_owned(),
            (View::List, query) => format!("/cases?{query}"),
            (view, "") => format!("/cases?view={}", view.id()),
            (view, query) => format!("/cases?{query}&view={}", view.id()),
        }
    }
}

/// One of several links, of which one is where the reader is.
pub struct Way {
    pub label: String,
    pub href: String,
    pub on: bool,
}

/// The ways to see the same search, from its first page; `view` is how it is seen now.
pub fn views(t: &Speech, filter: &CaseFilter, view: View) -> Vec<Way> {
    let key = |view| match view {
        View::List => "view-list",
        View::Table => "view-table",
        View::Map => "view-map",
    };
    let way = |each: View| Way {
        label: t.say(key(each)).into_owned(),
        href: each.address(&filter.first_page()),
        on: each == view,
    };
    View::ALL.into_iter().map(way).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_is_read_from_the_address_it_writes() {
        for query in ["", "q=bus&topic=cycling"] {
            let filter = CaseFilter::from_query(query);
            for view in View::ALL {
                let address = view.address(&filter);
                let written = address.split_once('?').map_or("", |(_, query)| query);
                assert_eq!(View::from_query(written), view);
                assert_eq!(CaseFilter::from_query(written), filter);
            }
        }
        assert_eq!(View::from_query("view=table&view=cinema&preview=map"), View::Table);
        assert_eq!(View::Table.address(&CaseFilter::default()), "/cases?view=table");
    }
}
