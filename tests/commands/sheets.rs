//! Importing spreadsheets from the command line.

use serde_json::Value;

use crate::harness::{Instance, fixture, on_both_engines, records};

on_both_engines!(
    a_preview_of_a_sheet_tells_every_row_and_stores_nothing,
    a_sheet_becomes_drafts_once_and_published_cases_when_that_is_said,
    what_cannot_be_taken_keeps_everything_out_unless_it_is_left_out,
    what_was_exported_as_a_sheet_comes_in_again_as_the_same,
    a_mapping_is_read_from_a_file_and_odd_wishes_are_named,
);

const TEMPLATE: &str = "examples/import-template.csv";

fn exported(instance: &Instance) -> Vec<Value> {
    records(&instance.run(&["export", "--all"]).is(0).out)
}

fn drafts(instance: &Instance) -> usize {
    records(&instance.run(&["desk", "queue", "--state", "draft", "--json"]).is(0).out).len()
}

fn a_preview_of_a_sheet_tells_every_row_and_stores_nothing() {
    let instance = Instance::new();
    let said = instance.run(&["import", "--preview", &fixture(TEMPLATE)]).is(0);
    assert_eq!(said.lines(&["new", "Cloudburst Management Plan"]).len(), 1, "{}", said.out);
    assert!(said.out.contains("Nothing was changed; 3 rows would be taken in."), "{}", said.out);
    let said = instance.run(&["import", "--dry-run", "--json", &fixture(TEMPLATE)]).is(0);
    let report: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!((&report["counts"]["new"], &report["done"]), (&3.into(), &Value::Null));
    assert_eq!(report["rows"][1]["result"], "new");
    assert_eq!(report["mapping"]["fields"][1], "title");
    assert_eq!(drafts(&instance) + exported(&instance).len(), 0);
}

fn a_sheet_becomes_drafts_once_and_published_cases_when_that_is_said() {
    let instance = Instance::new();
    let said = instance.run(&["import", &fixture(TEMPLATE)]).is(0);
    assert!(said.out.contains("3 drafted, 0 published"), "{}", said.out);
    assert_eq!((drafts(&instance), exported(&instance).len()), (3, 0));
    let again = instance.run(&["import", &fixture(TEMPLATE)]).is(0);
    assert_eq!(again.lines(&["duplicate", "draft", ": skip"]).len(), 3, "{}", again.out);
    assert!(again.out.contains("Nothing was taken in: no row is new."), "{}", again.out);
    assert_eq!(drafts(&instance), 3);
    let other = Instance::new();
    let args = ["import", "--as", "published", "--leave-out", &fixture(TEMPLATE)];
    let said = other.run(&args).is(1);
    assert!(said.out.contains("refused  row 3, column K “more_cities”"), "{}", said.out);
    let ids: Vec<_> = exported(&other).iter().map(|case| case["id"].clone()).collect();
    assert_eq!(ids, ["copenhagen-cloudburst-plan", "taipei-per-bag-fee"]);
}

fn what_cannot_be_taken_keeps_everything_out_unless_it_is_left_out() {
    let instance = Instance::new();
    let text = "title;start;sdgs\nA sound case;2019;11\nAn odd case;20222;11\n";
    let file = instance.write("odd.csv", text);
    let said = instance.run(&["import", &file]).is(1);
    assert_eq!(said.lines(&["refused  row 3, column B “start”", "(“20222”)"]).len(), 1);
    assert!(said.out.contains("Nothing was taken in: 1 row cannot be."), "{}", said.out);
    assert_eq!(drafts(&instance), 0);
    let said = instance.run(&["import", "--leave-out", "--language", "de", &file]).is(1);
    assert!(said.out.contains("1 drafted") && said.out.contains("1 left out"), "{}", said.out);
    assert_eq!(drafts(&instance), 1);
}

fn what_was_exported_as_a_sheet_comes_in_again_as_the_same() {
    let instance = Instance::new();
    instance.run(&["import", &fixture("cases.jsonl")]).is(0);
    let file = instance.path("all.csv").to_str().unwrap().to_owned();
    instance.run(&["export", "--format", "csv", "--output", &file]).is(0);
    let said = instance.run(&["import", "--json", "--as", "published", &file]).is(0);
    let report: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(report["counts"]["same"], 40, "{}", report["counts"]);
}

fn a_mapping_is_read_from_a_file_and_odd_wishes_are_named() {
    let instance = Instance::new();
    let file = instance.write("ours.csv", "Projekt,Wo\nA case of ours,Aachen (DE)\n");
    let said = instance.run(&["import", &file]).is(2);
    assert!(said.err.contains("no column stands for the title"), "{}", said.err);
    let map = instance.write("map.json", r#"{"fields": ["title", "city"]}"#);
    let said = instance.run(&["import", "--map", &map, &file]).is(0);
    assert!(said.out.contains("1 drafted"), "{}", said.out);
    for (args, told) in [
        (["import", "--map", "nobody's", &file], "knows no mapping"),
        (["import", "--language", "xx", &file], "no language"),
        (["import", "--sheet", "Two", &file], "no sheet"),
        (["import", "--author", "nobody", &file], "nobody with the handle"),
    ] {
        let said = instance.run(&args).is(2);
        assert!(said.err.contains(told), "{}", said.err);
    }
    let broken = instance.write("broken.xlsx", "PK\u{3}\u{4}");
    let said = instance.run(&["import", &broken]).is(2);
    assert!(said.err.contains("damaged or not whole"), "{}", said.err);
}
