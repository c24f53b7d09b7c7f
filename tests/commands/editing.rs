//! Cases one by one, follows, peers, tokens, settings.

use serde_json::{Value, json};

use crate::harness::{Instance, Said, fixture, on_both_engines, program, records};

on_both_engines!(
    a_case_is_published_updated_shown_and_withdrawn,
    a_case_is_shown_as_readers_elsewhere_will_see_it,
    what_is_not_fit_for_publishing_is_refused_by_field,
    what_is_not_there_is_said_plainly_and_nothing_is_made,
    whom_to_follow_is_noted_for_the_server_and_can_be_taken_back,
    a_host_is_blocked_and_trusted_again,
    a_token_stands_alone_on_standard_output_and_can_be_revoked,
);

/// An instance with the sample cases.
fn filled() -> Instance {
    let instance = Instance::new();
    instance.run(&["import", "--quiet", &fixture("cases.jsonl")]).is(0);
    instance
}

/// A new record, as a person would write it.
fn new_case() -> Value {
    let text = std::fs::read_to_string(fixture("cases.jsonl")).unwrap();
    let mut case = records(&text).remove(0);
    case["id"] = json!("a-new-case");
    case["slug"] = json!("a-new-case");
    case["editorial"] = json!({ "state": "draft" });
    case
}

fn shown(instance: &Instance, id: &str) -> Value {
    serde_json::from_str(&instance.run(&["case", "show", id, "--json"]).is(0).out).unwrap()
}

fn a_case_is_published_updated_shown_and_withdrawn() {
    let instance = Instance::new();
    let mut case = new_case();
    let file = instance.write("case.json", serde_json::to_vec_pretty(&case).unwrap());
    let said = instance.run(&["case", "publish", &file]).is(0);
    assert!(said.out.contains("http://localhost:8080/cases/a-new-case"), "{}", said.out);
    assert_eq!(shown(&instance, "a-new-case")["editorial"]["state"], "published");

    let twice = instance.run(&["case", "publish", &file]).is(1);
    assert!(twice.err.contains("update it instead"), "{}", twice.err);

    case["title"] = json!("A new title for the new case");
    let said = instance.run_with(&["case", "update", "-"], case.to_string().as_bytes()).is(0);
    assert!(said.out.contains("revision 2: A new title"), "{}", said.out);
    assert_eq!(shown(&instance, "a-new-case")["title"], "A new title for the new case");

    instance.run(&["case", "withdraw", "a-new-case", "--reason", "only a test"]).is(0);
    let said = instance.run(&["case", "show", "a-new-case"]).is(0);
    assert_eq!(said.lines(&["state", "withdrawn", "only a test"]).len(), 1, "{}", said.out);
    let twice = instance.run(&["case", "withdraw", "a-new-case", "--reason", "again"]).is(1);
    assert!(twice.err.contains("not published"), "{}", twice.err);

    // Published again by its id, it is a case like any other.
    instance.run(&["case", "publish", "a-new-case"]).is(0);
    let said = instance.run(&["case", "list"]).is(0);
    assert_eq!(said.lines(&["a-new-case", "published"]).len(), 1, "{}", said.out);
}

fn a_case_is_shown_as_readers_elsewhere_will_see_it() {
    let instance = Instance::new();
    let mut case = new_case();
    case["title"] = json!("Roads <30> \u{1b}[2J");
    let file = instance.write("case.json", case.to_string());
    instance.run(&["case", "publish", &file]).is(0);
    let said = instance.run(&["preview", "a-new-case"]).is(0);
    for name in ["== Mastodon", "== GoToSocial", "== Lemmy", "== Friendica", "== Kontor"] {
        assert!(said.out.contains(name), "{}", said.out);
    }
    assert!(said.out.contains("(title_markup)") && !said.out.contains('\u{1b}'), "{}", said.out);
    let one = instance.run(&["preview", "a-new-case", "--as", "gotosocial"]).is(0);
    assert!(one.out.contains("[show more]") && !one.out.contains("== Lemmy"), "{}", one.out);
    let json = instance.run(&["preview", "a-new-case", "--as", "lemmy", "--json"]).is(0);
    let json: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(json["views"][0]["software"], "lemmy");
    instance.run(&["preview", "nothing-here"]).is(1);
}

fn what_is_not_fit_for_publishing_is_refused_by_field() {
    let instance = Instance::new();
    let mut case = new_case();
    case.as_object_mut().unwrap().remove("scale");
    let said = instance.run_with(&["case", "publish", "-"], case.to_string().as_bytes()).is(1);
    assert!(said.err.contains("\n  scale: is required"), "{}", said.err);
    case["sdgs"] = json!([11, 18]);
    let said = instance.run_with(&["case", "publish", "-"], case.to_string().as_bytes()).is(1);
    assert!(said.err.contains("\n  sdgs[1]: "), "{}", said.err);
    let several = std::fs::read(fixture("cases.jsonl")).unwrap();
    let said = instance.run_with(&["case", "publish", "-"], &several).is(1);
    assert!(said.err.contains("kontor import"), "{}", said.err);
}

fn what_is_not_there_is_said_plainly_and_nothing_is_made() {
    let instance = Instance::new();
    for args in [&["case", "list"][..], &["peers"], &["export"], &["case", "show", "x-y-z"]] {
        let said = instance.run(args).is(2);
        assert!(said.err.contains("there is no instance in"), "{}", said.err);
    }
    instance.run(&["import", "nowhere.jsonl"]).is(2);
    assert!(!instance.data().exists());
    let instance = filled();
    let said = instance.run(&["case", "show", "atlantis"]).is(1);
    assert!(said.err.contains("there is no case study atlantis"), "{}", said.err);
    instance.run(&["case", "publish", "nowhere.json"]).is(2);
    instance.run(&["swim"]).is(2);
}

fn whom_to_follow_is_noted_for_the_server_and_can_be_taken_back() {
    let instance = Instance::new();
    instance.run(&["follow", "Cases.Example.org"]).is(0);
    instance.run(&["follow", "@net@other.example", "--as", "cases"]).is(0);
    let said = instance.run(&["following"]).is(0);
    assert_eq!(said.lines(&["cases.example.org", "@network", "looking for them"]).len(), 1);
    assert_eq!(said.lines(&["@net@other.example", "@cases"]).len(), 1, "{}", said.out);
    let peers = instance.run(&["peers"]).is(0);
    assert_eq!(peers.lines(&["other.example", "quarantined"]).len(), 1, "{}", peers.out);

    instance.run(&["unfollow", "cases.example.org"]).is(0);
    let said = instance.run(&["following"]).is(0);
    assert_eq!(said.lines(&["cases.example.org", "ended"]).len(), 1, "{}", said.out);
    let said = instance.run(&["unfollow", "nobody.example"]).is(1);
    assert!(said.err.contains("nobody.example"), "{}", said.err);
    let said = instance.run(&["follow", "localhost:8080"]).is(1);
    assert!(said.err.contains("this instance itself"), "{}", said.err);
    instance.run(&["follow", "not a domain"]).is(2);
    let said = instance.run(&["follow", "a.example", "--as", "nobody"]).is(1);
    assert!(said.err.contains("network"), "it says who there is: {}", said.err);
}

fn a_host_is_blocked_and_trusted_again() {
    let instance = filled();
    let said = instance.run(&["peers", "block", "Spam.Example.", "--dry-run"]).is(0);
    assert!(said.out.contains("spam.example would be blocked"), "{}", said.out);
    let said = instance.run(&["peers"]).is(0);
    assert_eq!(said.lines(&["spam.example"]).len(), 0, "a preview changes nothing: {}", said.out);
    instance.run(&["peers", "block", "spam.example", "--reason", "spam"]).is(0);
    let said = instance.run(&["peers", "show", "deep.spam.example"]).is(0);
    assert_eq!(said.lines(&["standing", "blocked"]).len(), 1, "{}", said.out);
    let said = instance.run(&["follow", "deep.spam.example"]).is(1);
    assert!(said.err.contains("blocked"), "{}", said.err);
    let said = instance.run(&["peers", "block", "localhost:8080"]).is(1);
    assert!(said.err.contains("this instance itself"), "{}", said.err);
    instance.run(&["peers", "block", "no host"]).is(2);
    let said = instance.run(&["peers"]).is(0);
    assert_eq!(said.lines(&["spam.example", "blocked (spam)"]).len(), 1, "{}", said.out);
    let said = instance.run(&["follow", "spam.example"]).is(1);
    assert!(said.err.contains("blocked"), "{}", said.err);
    instance.run(&["peers", "forget", "spam.example"]).is(0);
    instance.run(&["peers", "forget", "spam.example"]).is(1);
    let said = instance.run(&["peers", "show", "spam.example"]).is(0);
    assert_eq!(said.lines(&["standing", "quarantined"]).len(), 1, "{}", said.out);
    instance.run(&["peers", "trust", "spam.example"]).is(0);
    let said = instance.run(&["quarantine", "list"]).is(0);
    assert!(said.out.contains("no case waits"), "{}", said.out);
    instance.run(&["quarantine", "adopt", "nothing"]).is(1);
    let said = instance.run(&["quarantine", "decline", "bogota-ciclovia", "--reason", "x"]).is(1);
    assert!(said.err.contains("no case"), "{}", said.err);
    instance.run(&["follow", "spam.example"]).is(0);
    instance.run(&["deliveries"]).is(0);
    instance.run(&["deliveries", "--case", "bogota-ciclovia"]).is(0);
    instance.run(&["deliveries", "resume", "spam.example"]).is(0);
    instance.run(&["deliveries", "resume", "unknown.example"]).is(1);
    instance.run(&["deliveries", "resend", "https://spam.example/inbox", "1"]).is(1);
    instance.run(&["read-again", "spam.example"]).is(1);
}

fn a_token_stands_alone_on_standard_output_and_can_be_revoked() {
    let instance = Instance::new();
    let Said { out, err, .. } = instance.run(&["token"]).is(0);
    assert!(out.starts_with("kontor_") && out.lines().count() == 1, "{out}");
    assert!(err.contains("Bearer") && !err.contains(out.trim()), "{err}");
    instance.run(&["token", "make", "editor's laptop"]).is(0);
    let said = instance.run(&["token", "list"]).is(0);
    assert!(!said.out.contains(out.trim()));
    let line = said.lines(&["editor's laptop", "valid"])[0].to_owned();
    let id = line.split_whitespace().next().unwrap();
    instance.run(&["token", "revoke", id]).is(0);
    instance.run(&["token", "revoke", id]).is(1);
    let said = instance.run(&["token", "list"]).is(0);
    assert_eq!(said.lines(&["editor's laptop", "revoked"]).len(), 1, "{}", said.out);
}

#[test]
fn a_wrong_setting_is_named_with_its_place() {
    let instance = Instance::new();
    let file = instance.write("wrong.toml", "port = 8080\n\n[netwrk]\nname = \"x\"\n");
    let said = instance.run(&["config", "check", "--config", &file]).is(2);
    assert!(said.err.contains("netwrk") && said.err.contains("wrong.toml:3"), "{}", said.err);
    for command in ["serve", "peers", "export"] {
        instance.run(&[command, "--config", &file]).is(2);
    }
    let output = instance.command(&["serve"]).env("KONTOR_PROT", "1").output().unwrap();
    let said = Said::from(output).is(2);
    assert!(said.err.contains("KONTOR_PROT"), "{}", said.err);
    instance.run(&["serve", "--port", "0"]).is(2);
}

#[test]
fn the_settings_in_effect_are_shown_without_the_password() {
    let instance = Instance::new();
    let mut command = instance.command(&["config", "show"]);
    command.env("KONTOR_DATABASE_URL", "postgres://u:geheim@db/kontor").env("KONTOR_PORT", "9999");
    let said = Said::from(command.output().unwrap()).is(0);
    assert_eq!(said.lines(&["port = 9999"]).len(), 1, "{}", said.out);
    assert!(said.out.contains("[limits]") && !said.out.contains("geheim"), "{}", said.out);
    let said = Said::from(program().arg("--help").output().unwrap()).is(0);
    assert!(said.out.contains("Exit codes:"), "{}", said.out);
}
