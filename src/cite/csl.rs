//! CSL-JSON, which Zotero, Pandoc and citation styles work with.

use super::{Cited, licence_name};
use serde_json::{Value, json};

/// A list of one item, as the schema of CSL data wants it.
pub fn csl(cited: &Cited<'_>) -> Value {
    let case = cited.case;
    let parts: Vec<i64> = cited.day().split('-').filter_map(|part| part.parse().ok()).collect();
    let keywords: Vec<_> = case.topics.iter().map(|topic| topic.topic().label("en")).collect();
    json!([{
        "id": case.id,
        "type": "webpage",
        "title": case.title,
        "author": [{ "literal": cited.network }],
        "container-title": cited.site,
        "publisher": cited.network,
        "URL": cited.address,
        "language": case.language.id(),
        "issued": { "date-parts": [parts] },
        "version": cited.revision.to_string(),
        "genre": "Case study",
        "keyword": keywords.join(", "),
        "abstract": case.summary,
        "note": licence_name(case.licence),
    }])
}
