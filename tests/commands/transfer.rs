//! Importing and exporting.

use serde_json::{Value, json};

use crate::harness::{Instance, fixture, on_both_engines, records};

on_both_engines!(
    every_valid_sample_goes_in_and_a_second_import_changes_nothing,
    each_invalid_record_is_refused_with_its_reason_and_none_is_half_stored,
    wrapped_records_are_refused_for_their_unknown_fields,
    a_dry_run_tells_everything_and_stores_nothing,
    a_newer_record_becomes_a_revision_and_an_older_one_is_left,
    the_report_as_json_has_an_entry_for_every_line,
    lines_end_at_line_feeds_only_and_odd_ones_are_named,
    what_one_instance_exports_another_exports_the_same,
    the_export_for_strangers_names_no_mail_addresses,
    the_spreadsheet_runs_no_formula_and_says_what_it_leaves_out,
    a_reader_who_has_had_enough_is_no_failure,
);

fn read(name: &str) -> String {
    std::fs::read_to_string(fixture(name)).unwrap()
}

/// The cases that must be refused, without what wraps them.
fn invalid() -> String {
    let wrapped = records(&read("cases-invalid.jsonl"));
    wrapped.iter().map(|record| format!("{}\n", record["case"])).collect()
}

fn exported(instance: &Instance) -> Vec<Value> {
    records(&instance.run(&["export", "--all"]).is(0).out)
}

fn every_valid_sample_goes_in_and_a_second_import_changes_nothing() {
    let instance = Instance::new();
    for (file, count) in [("cases.jsonl", "40"), ("cases-extreme.jsonl", "5")] {
        let said = instance.run(&["import", &fixture(file)]).is(0);
        assert_eq!(said.lines(&[count, "  published ("]).len(), 1, "{}", said.out);
        let again = instance.run(&["import", &fixture(file)]).is(0);
        let left = again.lines(&[count, "left: already here, with the same date"]);
        assert_eq!(left.len(), 1, "{}", again.out);
    }
    assert_eq!(exported(&instance).len(), 45);
}

fn each_invalid_record_is_refused_with_its_reason_and_none_is_half_stored() {
    let instance = Instance::new();
    let good = read("cases.jsonl");
    let good = good.split('\n').next().unwrap();
    let file = instance.write("mixed.jsonl", format!("{}{good}\n", invalid()));
    let said = instance.run(&["import", &file]).is(1);
    for (line, reason) in [
        (1, "id invalid-1: summary: is required"),
        (3, "id invalid-3: cities[0].lat: "),
        (7, "id invalid-7: sdgs[1]: "),
        (11, "id invalid-11: links"),
        (13, "is not a field of the schema"),
        (17, "id semantic-1: period.end: "),
        (18, "id semantic-2: sdg_targets"),
        (20, "id semantic-4: funding.currency: "),
        (22, "related[0]: "),
    ] {
        let place = format!("refused  line {line}, ");
        let found = said.lines(&[&place, reason]);
        assert_eq!(found.len(), 1, "{line} {reason}\n{}", said.out);
    }
    for line in 1..=22 {
        assert!(!said.lines(&[&format!("refused  line {line}, ")]).is_empty(), "{line}");
    }
    assert_eq!(said.lines(&["1  published (line 23)"]).len(), 1, "{}", said.out);
    let ids: Vec<_> = exported(&instance).iter().map(|case| case["id"].clone()).collect();
    assert_eq!(ids, ["copenhagen-cloudburst-plan"]);
}

fn wrapped_records_are_refused_for_their_unknown_fields() {
    let instance = Instance::new();
    let said = instance.run(&["import", &fixture("cases-invalid.jsonl")]).is(1);
    assert_eq!(said.lines(&["expect_error", "is not a field of the schema"]).len(), 22);
}

fn a_dry_run_tells_everything_and_stores_nothing() {
    let instance = Instance::new();
    instance.run(&["import", &fixture("cases-extreme.jsonl")]).is(0);
    let before = exported(&instance);
    let mut newer = before[0].clone();
    newer["editorial"]["updated"] = json!("2030-01-01T00:00:00Z");
    newer["editorial"].as_object_mut().unwrap().remove("revision");
    let mut newest = newer.clone();
    newest["editorial"]["updated"] = json!("2030-01-02T00:00:00Z");
    // The second revision stands in a later batch than the first.
    let text = format!("{newer}\n{}{newest}\n{newer}\n", read("cases.jsonl").repeat(2));
    let file = instance.write("newer.jsonl", text);
    let said = instance.run(&["import", "--dry-run", &file]).is(0);
    assert!(said.out.contains("nothing was changed"), "{}", said.out);
    assert_eq!(said.lines(&["40  published (lines 2–41)"]).len(), 1, "{}", said.out);
    assert_eq!(said.lines(&["40  left: already here", "(lines 42–81)"]).len(), 1, "{}", said.out);
    assert_eq!(said.lines(&["2  revised (lines 1, 82)"]).len(), 1, "{}", said.out);
    assert_eq!(said.lines(&["1  left: older", "(line 83)"]).len(), 1, "{}", said.out);
    assert_eq!(exported(&instance), before);
}

fn a_newer_record_becomes_a_revision_and_an_older_one_is_left() {
    let instance = Instance::new();
    instance.run(&["import", &fixture("cases.jsonl")]).is(0);
    let mut case = exported(&instance).remove(0);
    case["title"] = json!("A title that was thought over");
    case["editorial"]["updated"] = json!("2030-01-01T00:00:00Z");
    let newer = instance.run_with(&["import", "-"], case.to_string().as_bytes()).is(0);
    assert_eq!(newer.lines(&["1  revised"]).len(), 1, "{}", newer.out);
    case["editorial"]["updated"] = json!("2029-01-01T00:00:00Z");
    let older = instance.run_with(&["import", "-"], case.to_string().as_bytes()).is(0);
    assert_eq!(older.lines(&["left: older than what is here"]).len(), 1, "{}", older.out);
    let stored = exported(&instance).remove(0);
    assert_eq!(stored["title"], "A title that was thought over");
    assert_eq!(stored["editorial"]["revision"], 2);
    assert_eq!(stored["editorial"]["published"], "2025-03-07T11:17:00Z", "first published then");
}

fn the_report_as_json_has_an_entry_for_every_line() {
    let instance = Instance::new();
    let file = instance.write("invalid.jsonl", format!("\n{}not json\n", invalid()));
    let said = instance.run(&["import", "--json", &file]).is(1);
    let report: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(report["counts"]["refused"], 23);
    assert_eq!(report["lines"][0]["line"], 2);
    assert_eq!(report["lines"][0]["errors"][0]["code"], "missing");
    assert_eq!(report["lines"][22]["errors"][0]["code"], "not-json");
}

fn lines_end_at_line_feeds_only_and_odd_ones_are_named() {
    let instance = Instance::new();
    let cases = read("cases.jsonl");
    let mut lines = cases.split('\n');
    let mut first: Value = serde_json::from_str(lines.next().unwrap()).unwrap();
    first["sections"]["solution"] = json!("One line\u{2028}and another");
    let mut file = format!("\u{FEFF}{first}\r\n\r\n{}\r\n", lines.next().unwrap()).into_bytes();
    file.extend(vec![b'x'; 1_100_000]);
    file.extend(b"\n\xFF\n");
    file.extend(lines.next().unwrap().as_bytes());
    let said = instance.run_with(&["import", "-"], &file).is(1);
    assert_eq!(said.lines(&["3  published (lines 1, 3, 6)"]).len(), 1, "{}", said.out);
    assert_eq!(said.lines(&["line 4, no id", "longer than 1048576 bytes"]).len(), 1);
    assert_eq!(said.lines(&["line 5, no id", "not UTF-8"]).len(), 1, "{}", said.out);
    assert_eq!(exported(&instance)[0]["sections"]["solution"], "One line\u{2028}and another");
}

fn what_one_instance_exports_another_exports_the_same() {
    let (one, other) = (Instance::new(), Instance::new());
    one.run(&["import", &fixture("cases.jsonl")]).is(0);
    one.run(&["import", &fixture("cases-extreme.jsonl")]).is(0);
    one.run(&["case", "withdraw", "bogota-ciclovia", "--reason", "outdated"]).is(0);
    let file = one.path("all.jsonl").to_str().unwrap().to_owned();
    let said = one.run(&["export", "--all", "--output", &file]).is(0);
    assert!(said.err.contains("45 cases written"), "{}", said.err);
    other.run(&["import", &file]).is(0);
    assert_eq!(exported(&one), exported(&other));
    let again = one.run(&["import", &file]).is(0);
    assert_eq!(again.lines(&["45  left: already here"]).len(), 1, "{}", again.out);
    // The withdrawn case is in the whole export only.
    assert_eq!(records(&one.run(&["export"]).is(0).out).len(), 44);
    let names = std::fs::read_dir(one.path("")).unwrap().map(|file| file.unwrap().file_name());
    let left: Vec<_> = names.filter(|name| name != "data").collect();
    assert_eq!(left, ["all.jsonl"], "no unfinished file lies about");
}

fn the_export_for_strangers_names_no_mail_addresses() {
    let instance = Instance::new();
    instance.run(&["import", &fixture("cases.jsonl")]).is(0);
    let own = instance.run(&["export"]).is(0).out;
    assert!(own.contains("secretariat@eurocities.example"));
    let public = instance.run(&["export", "--public"]).is(0).out;
    assert!(!public.contains("secretariat@eurocities.example"));
    assert_eq!(records(&public).len(), 40);
    let sheet = instance.run(&["export", "--public", "--format", "csv"]).is(0).out;
    assert!(!sheet.contains("secretariat@eurocities.example"));
}

fn the_spreadsheet_runs_no_formula_and_says_what_it_leaves_out() {
    let instance = Instance::new();
    instance.run(&["import", &fixture("cases-extreme.jsonl")]).is(0);
    instance.run(&["import", &fixture("cases.jsonl")]).is(0);
    let said = instance.run(&["export", "--format", "csv"]).is(0);
    assert!(said.err.contains("Left out") && said.err.contains("translations"), "{}", said.err);
    let text = said.out.strip_prefix('\u{FEFF}').expect("spreadsheets need the mark");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let headers = reader.headers().unwrap().clone();
    let template = std::fs::read_to_string(fixture("examples/import-template.csv")).unwrap();
    let columns = template.trim_start_matches('\u{FEFF}').lines().next().unwrap();
    assert_eq!(headers.iter().collect::<Vec<_>>().join(","), columns);
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 45);
    let attack = rows.iter().find(|row| &row[0] == "edge-csv-injection").unwrap();
    assert!(attack[1].starts_with("'=cmd"), "{}", &attack[1]);
    for (row, (column, cell)) in
        rows.iter().flat_map(|row| headers.iter().zip(row).map(move |cell| (&row[0], cell)))
    {
        let number = column == "lat" || column == "lon";
        let risky = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
        assert!(!risky || number && cell.parse::<f64>().is_ok(), "{column} of {row}: {cell}");
    }
}

#[cfg(unix)]
fn a_reader_who_has_had_enough_is_no_failure() {
    let instance = Instance::new();
    instance.run(&["import", &fixture("cases.jsonl")]).is(0);
    let mut command = instance.command(&["export"]);
    command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
    let mut child = command.spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    let err = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && err.is_empty(), "{:?} {err}", output.status);
}
