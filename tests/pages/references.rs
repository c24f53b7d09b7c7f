//! What others take of a case: references, what the head of its page says, and its embedding.

use std::collections::BTreeSet;

use biblatex::{Bibliography, ChunksExt};
use kontor::store::cases::StoredCase;
use serde_json::Value;

use super::story::{Visitor, everything};
use crate::instance::{Engine, on_each_engine};

on_each_engine!(
    every_case_can_be_cited_in_three_formats_that_others_can_read,
    a_page_says_to_programs_what_it_is,
    a_case_can_be_embedded_elsewhere,
);

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

async fn every_case_can_be_cited_in_three_formats_that_others_can_read(engine: Engine) {
    let (site, all) = everything(engine).await;
    let visitor = Visitor::new();
    let mut whole = String::new();
    for StoredCase { case, page, revision, .. } in &all {
        let seen = visitor.get(&site, &format!("/cases/{page}.bib")).await;
        assert_eq!(seen.status, 200, "{page}");
        assert!(seen.header("content-disposition").contains(&format!("{}.bib", case.id)));
        whole.push_str(&seen.body);
        let read = Bibliography::parse(&seen.body).unwrap_or_else(|e| panic!("{e}: {}", seen.body));
        let entry = read.get(&case.id).unwrap();
        let address = format!("{}/cases/{page}/revisions/{revision}", site.origin());
        assert_eq!(entry.url().unwrap(), address, "{page}");
        // Backslashes, braces and the like are commands there; letters have to come back.
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        let title = entry.title().unwrap().format_verbatim();
        if !case.title.contains(['\\', '{', '}', '~', '^']) {
            assert_eq!(letters(&title), letters(&case.title), "{}", seen.body);
        }

        let seen = visitor.get(&site, &format!("/cases/{page}.ris")).await;
        let lines: Vec<_> = seen.body.split("\r\n").collect();
        assert_eq!((lines[0], lines[lines.len() - 2]), ("TY  - ELEC", "ER  - "), "{page}");
        for line in lines.iter().filter(|line| !line.is_empty()) {
            let tag = line.split_once("  - ").unwrap_or_else(|| panic!("{line:?}")).0;
            assert!(
                tag.len() == 2 && tag.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
            );
            assert!(!line.contains(['\n', '\r', '\u{2028}']), "{line:?}");
        }
        assert!(lines.contains(&format!("TI  - {}", one_line(&case.title)).as_str()), "{page}");

        let seen = visitor.get(&site, &format!("/cases/{page}.csl.json")).await;
        let items: Value = serde_json::from_str(&seen.body).unwrap();
        csl_is_valid(&items[0]);
        assert_eq!(items[0]["title"], case.title);
        assert_eq!(items[0]["URL"], address);
    }
    let read = Bibliography::parse(&whole).unwrap();
    assert_eq!(read.len(), all.len(), "the entries stand side by side in one file");
    assert_eq!(visitor.get(&site, "/cases/nothing.bib").await.status, 404);
    site.stop().await;
}

/// What the schema of CSL data asks for, of the fields we write.
fn csl_is_valid(item: &Value) {
    const TEXTS: [&str; 12] = [
        "id",
        "type",
        "title",
        "container-title",
        "publisher",
        "URL",
        "language",
        "version",
        "genre",
        "keyword",
        "abstract",
        "note",
    ];
    for (name, value) in item.as_object().unwrap() {
        match name.as_str() {
            "author" => assert!(value[0]["literal"].is_string()),
            "issued" => {
                let parts = value["date-parts"][0].as_array().unwrap();
                assert!(parts.len() == 3 && parts.iter().all(Value::is_u64), "{value}");
            }
            text => assert!(TEXTS.contains(&text) && value.is_string(), "{text}: {value}"),
        }
    }
    assert_eq!(item["type"], "webpage");
}

async fn a_page_says_to_programs_what_it_is(engine: Engine) {
    let (site, all) = everything(engine).await;
    let visitor = Visitor::new();
    for StoredCase { case, page, .. } in &all {
        let html = visitor.page(&site, &format!("/cases/{page}")).await;
        let block = html.split("<script type=\"application/ld+json\">").nth(1).unwrap();
        let block = block.split("</script>").next().unwrap();
        assert!(!block.contains(['<', '>', '&', '\u{2028}']), "{page}");
        let said: Value = serde_json::from_str(block).unwrap();
        assert_eq!(said["headline"], case.title);
        assert_eq!(said["@type"], serde_json::json!(["Article", "LearningResource"]));
        assert_eq!(said["inLanguage"], case.language.id());
        assert!(said["contentLocation"].as_array().unwrap().len() == case.cities.len());
        for tag in ["citation_title", "citation_author", "citation_publication_date"] {
            assert_eq!(html.matches(&format!("name=\"{tag}\"")).count(), 1, "{page} {tag}");
        }
        for tag in ["og:image", "og:locale", "article:published_time", "article:modified_time"] {
            assert_eq!(html.matches(&format!("property=\"{tag}\"")).count(), 1, "{page} {tag}");
        }
        assert!(html.contains("type=\"application/json+oembed\""));
        for contact in case.contacts.iter().filter_map(|contact| contact.email.as_deref()) {
            assert!(!html.contains(contact), "{page}");
        }
    }
    site.stop().await;
}

async fn a_case_can_be_embedded_elsewhere(engine: Engine) {
    let (site, all) = everything(engine).await;
    let visitor = Visitor::new();
    for StoredCase { case, page, .. } in &all {
        let address = format!("{}/cases/{page}", site.origin());
        let query = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("url", &address)
            .append_pair("maxwidth", "320")
            .finish();
        let seen = visitor.get(&site, &format!("/oembed?{query}")).await;
        assert_eq!(seen.status, 200, "{}", seen.body);
        let said: Value = serde_json::from_str(&seen.body).unwrap();
        assert_eq!((&said["type"], &said["version"]), (&"rich".into(), &"1.0".into()));
        assert_eq!((&said["title"], &said["width"]), (&case.title.clone().into(), &320.into()));
        let html = said["html"].as_str().unwrap();
        assert!(html.starts_with(&format!("<blockquote cite=\"{address}\"")), "{html}");
        let tags: BTreeSet<_> = html
            .split('<')
            .skip(1)
            .map(|tag| tag.split(['>', ' ']).next().unwrap().trim_start_matches('/'))
            .collect();
        assert_eq!(tags, BTreeSet::from(["a", "blockquote", "footer", "p", "strong"]), "{html}");
        let seen = visitor.get(&site, &format!("/oembed?{query}&format=xml")).await;
        assert!(seen.body.ends_with("</oembed>\n") && !seen.body.contains("<blockquote"));
    }
    for (query, status) in [
        ("", 404),
        ("url=https%3A%2F%2Fevil.example%2Fcases%2Fx", 404),
        ("url=javascript%3Aalert(1)", 404),
    ] {
        assert_eq!(visitor.get(&site, &format!("/oembed?{query}")).await.status, status, "{query}");
    }
    let known = format!("{}/cases/{}", site.origin(), all[0].page);
    let seen = visitor.get(&site, &format!("/oembed?url={known}&format=yaml")).await;
    assert_eq!(seen.status, 501);
    site.stop().await;
}
