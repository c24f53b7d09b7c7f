//! Activities, objects and actors of other servers, damaged.

use crate::{
    common::{extreme_records, records, sample_records},
    mutate::{Dice, bent, damaged, for_a_while},
};
use kontor::{
    domain::case_study,
    federation::{
        actor,
        article::incoming::{self, Incoming},
        json,
        object::{id_of, text_of},
    },
    preview::{self, Software},
};
use serde_json::Value;
use std::{fs, path::Path};

/// Documents to begin with: other servers' shapes, our own, and records of cases.
fn corpus() -> Vec<Value> {
    let mut found = Vec::new();
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data")];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|end| end == "json") {
                found.extend(serde_json::from_slice::<Value>(&fs::read(&path).unwrap()).ok());
            }
        }
    }
    let inside: Vec<Value> =
        found.iter().filter_map(|document| document.get("object")).cloned().collect();
    found.extend(inside);
    found.extend(sample_records().into_iter().take(5).chain(extreme_records()));
    found.extend(records(include_str!("../data/cases-invalid.jsonl")).into_iter().take(5));
    assert!(found.len() > 200, "the corpus is there");
    found
}

/// Reads a document in every way the inbox might.
fn read_in_every_way(value: &Value) {
    const NOW: i64 = 1_800_000_000_000;
    let text = value.to_string();
    let _ = id_of(value);
    for field in ["content", "summary", "name", "url"] {
        let _ = text_of(value, field);
    }
    let _ = case_study::parse(value);
    let _ = actor::from_actor(value, "https://a.example/users/ana", NOW);
    for software in Software::ALL {
        let _ = preview::view(value, software);
    }
    match incoming::read(value, &text, NOW) {
        Ok(Incoming::Post(post)) => {
            assert!(post.name.chars().count() <= 500 && post.text.chars().count() <= 20_000);
            assert!(post.kind.chars().count() <= 40 && post.updated >= post.published);
        }
        Ok(Incoming::Case(case)) => {
            let record = case.case.to_value();
            assert!(case_study::parse(&record).is_ok(), "what came in is valid here: {record}");
            assert!(case.case.contacts.iter().all(|contact| contact.email.is_none()));
        }
        Err(_) => {}
    }
    if let Some(inside) = value.get("object").filter(|inside| inside.is_object()) {
        let _ = incoming::read(inside, &inside.to_string(), NOW);
    }
}

#[test]
fn documents_of_the_wrong_kind_are_read_or_refused() {
    let corpus = corpus();
    let make = |dice: &mut Dice| {
        let seed = dice.one(&corpus);
        bent(dice, seed, &corpus).to_string().into_bytes()
    };
    for_a_while("bent documents", make, |input| {
        let value: Value = serde_json::from_slice(input).unwrap();
        read_in_every_way(&value);
    });
}

#[test]
fn documents_with_damaged_bytes_are_read_or_refused() {
    const WORDS: &[&str] = &[
        "\\u0000",
        "\\ud800",
        "\\udc00\\ud83d",
        "{\"id\":",
        "[[[[[[[[",
        "]]]]",
        "}",
        "\"id\":1,",
        "\"@graph\":[",
        "1e999",
        "-0",
        "\u{FEFF}",
        "\0",
        "null,",
        "\"type\":[",
        "\\",
        "\"",
        "\"https://a.example/1\"",
        "{\"id\":1,\"id\":2}",
    ];
    let documents = corpus();
    let corpus: Vec<Vec<u8>> =
        documents.iter().map(|document| document.to_string().into_bytes()).collect();
    let make = |dice: &mut Dice| {
        let seed = dice.one(&corpus);
        damaged(dice, seed, &corpus, WORDS)
    };
    for_a_while("damaged documents", make, |input| {
        let shaped = json::check_shape(input, json::MAX_DEPTH);
        let parsed = serde_json::from_slice::<Value>(input);
        match (shaped, parsed) {
            (Ok(()), Ok(value)) => {
                assert!(value.is_object(), "only objects pass");
                assert!(depth(&value) <= json::MAX_DEPTH + 1, "nothing deep passes");
                read_in_every_way(&value);
            }
            (Err(json::ShapeError::Broken | json::ShapeError::NotUtf8), Ok(_)) => {
                panic!("the shape is refused, but a parser can read it")
            }
            _ => {}
        }
    });
}

fn depth(value: &Value) -> usize {
    match value {
        Value::Array(items) => 1 + items.iter().map(depth).max().unwrap_or(0),
        Value::Object(fields) => 1 + fields.values().map(depth).max().unwrap_or(0),
        _ => 0,
    }
}
