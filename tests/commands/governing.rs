//! Other servers under governance, as an operator types it.

use crate::harness::{Instance, fixture, on_both_engines};

on_both_engines!(
    a_list_of_domains_goes_in_and_out,
    lists_relays_and_applications_are_noted_shown_and_ended,
    suggestions_are_asked_for_by_their_id,
);

fn filled() -> Instance {
    let instance = Instance::new();
    instance.run(&["import", &fixture("cases.jsonl"), "--quiet"]).is(0);
    instance
}

fn a_list_of_domains_goes_in_and_out() {
    let instance = filled();
    instance.run(&["peers", "block", "strict.example", "--reason", "spam"]).is(0);
    let list = instance.write(
        "list.csv",
        "#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate\n\
         bad.example,suspend,True,True,spam,False\nstrict.example,silence,,,,\n\
         localhost:8080,suspend,,,,\ns**t.example,suspend,,,,\nfine.example,noop,,,,\n",
    );
    let said = instance.run(&["peers", "import", &list, "--dry-run"]).is(1);
    assert_eq!(said.lines(&["line 2", "bad.example is blocked"]).len(), 1, "{}", said.out);
    assert_eq!(said.lines(&["line 4", "localhost:8080 needs your decision"]).len(), 1);
    assert_eq!(said.lines(&["line 5", "shown in part"]).len(), 1, "{}", said.out);
    assert!(said.out.contains("Nothing is changed yet"), "{}", said.out);
    let said = instance.run(&["peers", "show", "bad.example"]).is(0);
    assert_eq!(said.lines(&["standing", "quarantined"]).len(), 1, "{}", said.out);

    let said = instance.run(&["peers", "import", &list]).is(1);
    assert!(said.out.contains("1 applied, 0 as before, 1 kept"), "{}", said.out);
    let said = instance.run(&["peers", "import", &list]).is(1);
    assert!(said.out.contains("0 applied, 1 as before, 1 kept"), "{}", said.out);
    let exported = instance.run(&["peers", "export", "--format", "csv"]).is(0).out;
    assert_eq!(
        exported,
        "#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate\n\
         bad.example,suspend,True,True,spam,False\nstrict.example,suspend,True,True,,False\n",
        "reasons are for colleagues"
    );
    let other = filled();
    let said = other.run_with(&["peers", "import", "-"], exported.as_bytes()).is(0);
    assert!(said.out.contains("2 applied"), "{}", said.out);
    other.run(&["peers", "import", "missing.csv"]).is(2);
    other.run_with(&["peers", "import", "-"], b"").is(1);
    other.run_with(&["peers", "import", "-"], b"\xff\xfe").is(2);
}

fn lists_relays_and_applications_are_noted_shown_and_ended() {
    let instance = filled();
    let said = instance.run(&["peers", "lists"]).is(0);
    assert!(said.out.contains("No list"), "{}", said.out);
    instance.run(&["peers", "subscribe", "https://lists.example/list.csv"]).is(0);
    instance.run(&["peers", "subscribe", "no address"]).is(1);
    let said = instance.run(&["peers", "lists"]).is(0);
    assert_eq!(said.lines(&["https://lists.example/list.csv"]).len(), 1, "{}", said.out);
    instance.run(&["peers", "lists", "https://lists.example/list.csv"]).is(0);
    instance.run(&["peers", "lists", "https://other.example/"]).is(1);
    instance.run(&["peers", "unsubscribe", "https://lists.example/list.csv"]).is(0);
    instance.run(&["peers", "unsubscribe", "https://lists.example/list.csv"]).is(1);

    let said = instance.run(&["relay", "list"]).is(0);
    assert!(said.out.contains("No relay"), "{}", said.out);
    instance.run(&["relay", "add", "https://relay.example/inbox", "--publish"]).is(0);
    instance.run(&["relay", "add", "https://pleroma.example/relay"]).is(0);
    let said = instance.run(&["relay", "list"]).is(0);
    assert_eq!(said.lines(&["relay.example/inbox", "mastodon", "wanted", "yes"]).len(), 1);
    assert_eq!(said.lines(&["pleroma.example/relay", "litepub"]).len(), 1, "{}", said.out);
    instance.run(&["relay", "remove", "https://relay.example/inbox"]).is(0);
    instance.run(&["relay", "remove", "https://relay.example/inbox"]).is(1);
    instance.run(&["peers", "block", "spam.example"]).is(0);
    let said = instance.run(&["relay", "add", "https://spam.example/inbox"]).is(1);
    assert!(said.err.contains("blocked"), "{}", said.err);

    let said = instance.run(&["applications", "list"]).is(0);
    assert!(said.out.contains("Nobody asked"), "{}", said.out);
    instance.run(&["apply", "urbact.example", "--message", "Take us, please"]).is(0);
    instance.run(&["apply", "urbact.example", "--message", "Please!"]).is(1);
    instance.run(&["apply", "other.example", "--message", " "]).is(1);
    instance.run(&["apply", "localhost:8080", "--message", "me"]).is(1);
    instance.run(&["apply", "spam.example", "--message", "Hello"]).is(1);
    let said = instance.run(&["applications", "list"]).is(0);
    assert_eq!(said.lines(&["to", "urbact.example", "wanted", "Take us"]).len(), 1, "{}", said.out);
    instance.run(&["applications", "accept", "01J"]).is(1);
    instance.run(&["applications", "decline", "01J", "--reason", "no"]).is(1);
    let said = instance.run(&["deliveries", "resend-all"]).is(0);
    assert!(said.out.contains("0 refused activities"), "{}", said.out);
}

fn suggestions_are_asked_for_by_their_id() {
    let instance = filled();
    let said = instance.run(&["suggestions", "list", "--all"]).is(0);
    assert!(said.out.contains("Nobody has suggested anything."), "{}", said.out);
    instance.run(&["suggestions", "show", "none"]).is(1);
    instance.run(&["suggestions", "done", "none", "--note", "x"]).is(1);
}
