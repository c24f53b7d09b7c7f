//! One page of every kind, for the tests that try them all.

/// Pages of any site that holds the sample cases. `CASE` is the path of a case, `PAGE` the last part
/// of it. That of the programming interface needs the whole server and is tried with it.
pub const PAGES: [&str; 38] = [
    "/",
    "/cases",
    "/cases?view=table",
    "/cases?view=map",
    "/cases?q=water&topic=water&sdg=11",
    "/cases?q=unfindable&sdg=5",
    "/topics",
    "/topics/mobility",
    "/topics/cycling",
    "/goals",
    "/goals/11",
    "/cities",
    "/cities/dk/copenhagen",
    "/countries",
    "/countries/dk",
    "/regions",
    "/regions/europe",
    "/languages",
    "/languages/es",
    "/networks",
    "/networks?region=europe",
    "/networks/metropolis",
    "/networks/eurocities",
    "/networks/suggest",
    "/people",
    "/follow",
    "/style",
    "/imprint",
    "/privacy",
    "/terms",
    "/accessibility",
    "/data",
    "CASE",
    "CASE/history",
    "CASE/correct",
    "CASE/revisions/1",
    "/follow?case=PAGE",
    "/follow?actor=metropolis@cases.metropolis.example",
];

/// The kinds as addresses, with this case in them.
pub fn addresses(slug: &str) -> Vec<String> {
    let with = |page: &&str| page.replace("CASE", &format!("/cases/{slug}")).replace("PAGE", slug);
    PAGES.iter().map(with).collect()
}

/// An address in a language of the interface.
pub fn in_language(address: &str, tag: &str) -> String {
    let joint = if address.contains('?') { '&' } else { '?' };
    format!("{address}{joint}lang={tag}")
}
