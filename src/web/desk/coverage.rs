//! `/desk/coverage`: what the published cases are about, and what none of them is about.

use askama::Template;
use axum::response::Response;

use super::Head;
use crate::{
    domain::{
        search::{CaseFilter, Facet},
        vocabulary::{self, PopulationClass},
    },
    i18n::Speech,
    store::search,
    urls,
    web::{cards, error::Fault, layout::Frame, member::SignedIn},
};

#[derive(Template)]
#[template(path = "desk/coverage.html")]
struct CoveragePage {
    t: Speech,
    frame: Frame,
    head: Head,
    tables: Vec<Table>,
}

struct Table {
    id: &'static str,
    heading: String,
    rows: Vec<Row>,
    /// What has none, by name.
    none: Vec<String>,
    /// Of the largest row, for the bars.
    most: i64,
}

struct Row {
    label: String,
    href: String,
    count: i64,
}

pub async fn show(who: SignedIn) -> Response {
    let answer = page(&who).await;
    who.reader.answer(answer)
}

async fn page(who: &SignedIn) -> Result<Response, Fault> {
    let head = Head::of(who, "/desk/coverage", None)?;
    let t = &who.reader.t;
    let own = &who.reader.state.config.network.slug;
    // What this network publishes; partners' cases do not fill its gaps.
    let filter = CaseFilter::from_query(&format!("network={own}"));
    let facets = search::facets(&who.reader.state.db, &filter).await?;
    let regions = vocabulary::regions()
        .iter()
        .map(|region| (region.id.clone(), t.term("region", &region.id)));
    let sizes =
        PopulationClass::ALL.iter().map(|size| (size.id().to_owned(), t.term("size", size.id())));
    let topics = vocabulary::topics().iter().flat_map(|topic| {
        let own = std::iter::once(topic).chain(&topic.subtopics);
        own.map(|one| (one.id.to_owned(), cards::topic_label(t, one.id)))
    });
    let goals = vocabulary::sdgs()
        .iter()
        .map(|goal| (goal.id.to_string(), format!("{} {}", goal.id, goal.label(t.tag()))));
    let table = |id, key: &str, facet: Facet, values: Vec<(String, String)>| {
        let counts = facets.of(facet);
        let mut rows = Vec::new();
        let mut none = Vec::new();
        for (value, label) in values {
            match counts.iter().find(|(known, _)| *known == value) {
                Some((_, count)) if *count > 0 => {
                    let search = format!("network={own}&{}={value}", facet.id());
                    let href = t.link(&urls::cases_as("", &search));
                    rows.push(Row { label, href, count: *count });
                }
                _ => none.push(label),
            }
        }
        let most = rows.iter().map(|row| row.count).max().unwrap_or(1);
        Table { id, heading: t.say(key).into_owned(), rows, none, most }
    };
    let tables = vec![
        table("regions", "facet-region", Facet::Region, regions.collect()),
        table("sizes", "facet-size", Facet::Size, sizes.collect()),
        table("topics", "facet-topic", Facet::Topic, topics.collect()),
        table("goals", "facet-sdg", Facet::Sdg, goals.collect()),
    ];
    who.reader.page(&CoveragePage { frame: head.frame(who), head, tables, t: t.clone() })
}
