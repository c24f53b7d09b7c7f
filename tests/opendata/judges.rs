//! The catalogue and the references before judges of other makes (`judges.py`): pySHACL with the
//! official shapes of DCAT-AP 3.0.0, a model made of the schema of CSL data, and Python's readers of
//! BibTeX and RIS. Which of them comes from where is written in `ci/judges.txt`.

use std::{
    io::Write,
    path::Path,
    process::{Command, Stdio},
};

use serde_json::{Value, json};

use super::site::{Site, samples};
use crate::instance::{Engine, on_each_engine};

on_each_engine!(
    the_catalogue_keeps_to_the_official_shapes_of_dcat_ap,
    references_are_read_by_others_as_they_were_meant,
);

/// What the judges find wrong with each of these, one line each.
fn faults(told: &[Value]) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let python = root.join("target/ci-judges/bin/python");
    assert!(python.exists(), "this needs the packages of ci/judges.txt: run ci/python judges");
    let mut process = Command::new(python)
        .arg(root.join("tests/opendata/judges.py"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    // It reads to the end before it writes.
    process.stdin.take().unwrap().write_all(json!(told).to_string().as_bytes()).unwrap();
    let output = process.wait_with_output().unwrap();
    assert!(output.status.success(), "judges.py fails");
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

fn none(faults: Vec<String>) {
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

async fn the_catalogue_keeps_to_the_official_shapes_of_dcat_ap(engine: Engine) {
    let site = Site::new(engine).await;
    let mut told = Vec::new();
    for (path, format) in [("/catalog.ttl", "turtle"), ("/catalog.jsonld", "json-ld")] {
        let text = site.get(path).await.text().to_owned();
        told.push(json!({ "judge": "dcat", "name": path, "format": format, "text": text }));
    }
    none(faults(&told));
    // And they do see what is missing, or is of the wrong kind.
    for (whole, broken, seen) in [
        ("dct:description", "rdfs:comment", "description"),
        ("a foaf:Agent", "a foaf:Document", "publisher"),
        ("dcat:accessURL", "rdfs:seeAlso", "accessURL"),
        ("/frequency/CONT", "/language/ENG", "accrualPeriodicity"),
    ] {
        let text = told[0]["text"].as_str().unwrap().replace(whole, broken);
        let broken = json!({ "judge": "dcat", "name": broken, "format": "turtle", "text": text });
        let found = faults(&[broken]);
        assert!(found.iter().any(|fault| fault.contains(seen)), "{whole}: {found:?}");
    }
}

async fn references_are_read_by_others_as_they_were_meant(engine: Engine) {
    let site = Site::new(engine).await;
    let mut told = Vec::new();
    for case in samples() {
        let stored = site.instance.own(&case.id).await;
        let now = site.get(&format!("/cases/{}.csl.json", stored.page)).await.json();
        let known = kontor::domain::vocabulary::network(&case.source_network);
        let network = known.map_or(case.source_network.as_str(), |entry| entry.called());
        let origin = site.instance.origin();
        let meant = json!({
            "id": case.id,
            "title": case.title,
            "author": network,
            "url": format!("{origin}/cases/{}/revisions/{}", stored.page, stored.revision),
            "day": kontor::clock::day(stored.updated),
        });
        told.push(json!({
            "judge": "csl",
            "name": format!("{}.csl.json", case.id),
            "text": now.to_string(),
            "meant": meant,
        }));
        for (judge, ending) in [("bibtex", "bib"), ("ris", "ris")] {
            let text = site.get(&format!("/cases/{}.{ending}", stored.page)).await;
            told.push(json!({
                "judge": judge,
                "name": format!("{}.{ending}", case.id),
                "text": text.text(),
                "meant": meant,
            }));
        }
    }
    none(faults(&told));
    // And they do see what is not as it was meant.
    for one in told.iter_mut().take(3) {
        one["meant"]["title"] = "Another title".into();
    }
    assert_eq!(faults(&told[..3]).len(), 3);
}
