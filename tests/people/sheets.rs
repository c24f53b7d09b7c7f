//! Spreadsheets sent, matched and confirmed through the pages of the desk.

use super::{
    browser::{Browser, Seen, forms, token},
    photos::multipart,
};
use crate::instance::Instance;

pub const TEMPLATE: &[u8] = include_bytes!("../data/examples/import-template.csv");

/// Sends a file from the form of the desk.
pub async fn send(site: &Instance, browser: &Browser, name: &str, bytes: &[u8]) -> Seen {
    let token = token(&browser.page(site, "/desk/imports").await);
    let fields = [("csrf", token.as_str()), ("charset", "auto")];
    let (kind, body) = multipart(&fields, Some((name, "text/plain", bytes)));
    browser.post_bytes(site, "/desk/imports/add", &kind, body).await
}

/// Sends a file and accepts the guessed columns; the path of the import.
pub async fn begun(site: &Instance, browser: &Browser, bytes: &[u8]) -> String {
    let seen = send(site, browser, "sheet.csv", bytes).await;
    assert_eq!(seen.status, 303, "{}", seen.body);
    let columns = seen.header("location").to_owned();
    let path = columns.strip_suffix("/columns").unwrap().to_owned();
    let seen = save(site, browser, &path, &[("do", "save")]).await;
    assert_eq!((seen.status, seen.header("location")), (303, path.as_str()), "{}", seen.body);
    path
}

/// Saves the columns as their form has them, with these fields.
pub async fn save(site: &Instance, browser: &Browser, path: &str, fields: &[(&str, &str)]) -> Seen {
    let columns = format!("{path}/columns");
    let page = browser.page(site, &columns).await;
    let found = forms(&page).into_iter().rfind(|form| form.action == columns).unwrap();
    post(site, browser, &columns, found.fields, fields).await
}

pub async fn post(
    site: &Instance,
    browser: &Browser,
    path: &str,
    mut all: Vec<(String, String)>,
    fields: &[(&str, &str)],
) -> Seen {
    for (name, value) in fields {
        all.retain(|(known, _)| known != name);
        all.push(((*name).to_owned(), (*value).to_owned()));
    }
    let all: Vec<_> = all.iter().map(|(name, value)| (&**name, &**value)).collect();
    browser.post(site, path, &all).await
}

/// Sends the form of the preview that has this field, with these fields.
pub async fn act(
    site: &Instance,
    browser: &Browser,
    path: &str,
    (has, what): (&str, &str),
    fields: &[(&str, &str)],
) -> Seen {
    let page = browser.page(site, path).await;
    let own = |name: &str| name == has;
    let found = forms(&page)
        .into_iter()
        .find(|form| form.action == path && form.fields.iter().any(|(name, _)| own(name)));
    let found = found.unwrap_or_else(|| panic!("no form with {has} on {page}"));
    post(site, browser, path, found.fields, &[fields, &[("do", what)]].concat()).await
}

pub async fn confirm(site: &Instance, browser: &Browser, path: &str, leave: &str) -> Seen {
    act(site, browser, path, ("seen", "confirm"), &[("leave", leave)]).await
}

pub async fn mode(site: &Instance, browser: &Browser, path: &str, fields: &[(&str, &str)]) {
    let seen = act(site, browser, path, ("mode", "choose"), fields).await;
    assert_eq!(seen.status, 303, "{}", seen.body);
}

/// A row with all that publishing asks for.
pub fn row(title: &str, city: &str, source: &str) -> String {
    format!(
        "{title},\"A summary that is long enough to be one, since it has to have sixty characters.\",en,\
         {city},DE,52.5,13.4,Dug.,Dry.,2019,2021,completed,city,cycling,11,City; local-government; lead,\
         CC-BY-4.0,{source}\n"
    )
}

pub const HEAD: &str = "title,summary,language,city,country,lat,lon,solution,results,start,end,status,scale,topics,\
                    sdgs,actors,licence,source_url\n";
