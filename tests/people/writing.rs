//! How the people of the tests write a case: through the forms of its pages.

use super::browser::{Browser, Seen, forms};
use crate::instance::Instance;

/// A summary of the length that is asked for.
pub const SUMMARY: &str =
    "A street that carries rain away, told in enough words to be a summary of it all.";

/// What makes a case complete, part by part.
pub const PARTS: &[(&str, &[(&str, &str)])] = &[
    (
        "basics",
        &[
            ("title", "Streets that drink rain"),
            ("summary", SUMMARY),
            ("language", "en"),
            ("period.start", "2019"),
            ("period.end", "2021"),
            ("status", "completed"),
            ("scale", "neighbourhood"),
        ],
    ),
    ("story", &[("sections.solution", "We **dug**."), ("sections.results", "Cellars stay dry.")]),
    ("subjects", &[("topics", "cycling"), ("sdgs", "11")]),
    (
        "people",
        &[
            ("actors.0.name", "City of Rain"),
            ("actors.0.role", "lead"),
            ("actors.0.kind", "local-government"),
        ],
    ),
    ("sources", &[("licence", "CC-BY-4.0")]),
];

/// A place that is typed, as its form wants it.
pub const PLACE: [(&str, &str); 4] =
    [("name", "Regenstadt"), ("country", "de"), ("lat", "52,5"), ("lon", "13.4")];

/// Begins a case; the path of its page.
pub async fn begin(site: &Instance, browser: &Browser) -> String {
    let list = browser.page(site, "/write").await;
    let seen = browser.submit(site, &list, "/write", &[]).await;
    assert_eq!(seen.status, 303, "{}", seen.body);
    let path = seen.header("location").to_owned();
    assert!(path.starts_with("/write/01"), "{path}");
    path
}

/// Saves one part as its form has it, with these fields filled in.
pub async fn save(
    site: &Instance,
    browser: &Browser,
    path: &str,
    part: &str,
    fields: &[(&str, &str)],
) -> Seen {
    let here = format!("{path}/part/{part}");
    let page = browser.page(site, &here).await;
    browser.submit(site, &page, &here, fields).await
}

/// Fills in all that a case must have.
pub async fn write_all(site: &Instance, browser: &Browser, path: &str) {
    for (part, fields) in PARTS {
        let seen = save(site, browser, path, part, fields).await;
        assert_eq!(seen.status, 303, "{part}: {}", seen.body);
    }
    let places = format!("{path}/places");
    let page = browser.page(site, &places).await;
    let typed = forms(&page)
        .into_iter()
        .find(|form| form.fields.iter().any(|(name, value)| name == "do" && value == "type"));
    let mut fields = typed.unwrap().fields;
    for (name, value) in PLACE {
        fields.retain(|(known, _)| known != name);
        fields.push((name.into(), value.into()));
    }
    let fields: Vec<_> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    let seen = browser.post(site, &places, &fields).await;
    assert_eq!(seen.status, 303, "{}", seen.body);
}

/// Takes a step on the page of a manuscript.
pub async fn step(site: &Instance, browser: &Browser, path: &str, to: &str, reason: &str) -> Seen {
    let page = browser.page(site, path).await;
    let form = forms(&page)
        .into_iter()
        .find(|form| form.fields.iter().any(|(name, value)| name == "do" && value == "step"));
    let mut fields = form.unwrap_or_else(|| panic!("no step to {to} on {page}")).fields;
    fields.retain(|(name, _)| name != "reason");
    fields.push(("reason".into(), reason.into()));
    fields.push(("to".into(), to.into()));
    let fields: Vec<_> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    browser.post(site, path, &fields).await
}

/// The path of a manuscript on the desk.
pub fn on_desk(path: &str) -> String {
    path.replace("/write/", "/desk/case/")
}
