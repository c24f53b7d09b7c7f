//! Accounts and the desk, as an administrator types it.

use std::sync::Arc;

use kontor::{
    app::{
        account::{
            passwords::Cost,
            register::{self, Finished, Wish},
        },
        mail::Post,
    },
    config::Registration,
    domain::email::Email,
    i18n::Texts,
    store::{Db, accounts, audit, mail},
    urls::Urls,
};
use serde_json::Value;

use crate::harness::{Instance, Said, fixture, on_both_engines, records};

on_both_engines!(
    accounts_are_made_changed_suspended_and_restored,
    what_is_wrong_with_an_account_is_named,
    who_waits_is_let_in_or_not,
    who_lost_the_app_signs_in_by_the_password_again,
    who_is_invited_gets_a_link_and_a_mail,
    a_manuscript_takes_its_steps_from_the_command_line,
    what_is_wrong_at_the_desk_is_named,
);

const TEMPLATE: &str = "examples/import-template.csv";

fn add(instance: &Instance, email: &str, handle: &str, role: &str) -> Said {
    let name = format!("{handle} of the tests");
    instance.run(&["account", "add", email, "--handle", handle, "--name", &name, "--role", role])
}

/// The one account with this handle.
fn account(instance: &Instance, handle: &str) -> Value {
    let all = records(&instance.run(&["account", "list", "--json"]).is(0).out);
    let own: Vec<_> = all.into_iter().filter(|one| one["handle"] == handle).collect();
    let [one] = &own[..] else { panic!("{own:?}") };
    one.clone()
}

/// What is found or done in the database of an instance between two commands.
fn within<T>(instance: &Instance, what: impl AsyncFnOnce(&Db) -> T) -> T {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let db = Db::open(&instance.database_url(), 2).await.unwrap();
        let found = what(&db).await;
        db.close().await;
        found
    })
}

/// What the log of acts has, the oldest first: who did what to what.
fn all_acts(instance: &Instance) -> Vec<(String, String, String)> {
    let acts = within(instance, async |db| {
        audit::page(&mut db.read().await.unwrap(), None, 1_000).await.unwrap()
    });
    acts.into_iter().rev().map(|act| (act.who, act.what, act.subject)).collect()
}

/// The same where all was done from the command line: what was done to what.
fn acts(instance: &Instance) -> Vec<(String, String)> {
    let acts = all_acts(instance);
    assert!(acts.iter().all(|act| act.0 == "command line"), "{acts:?}");
    acts.into_iter().map(|(_, what, subject)| (what, subject)).collect()
}

/// Somebody registers where newcomers wait to be let in.
fn register(instance: &Instance, handle: &str) {
    within(instance, async |db| {
        let post = Post {
            texts: Arc::new(Texts::embedded()),
            urls: Urls::new("http://localhost:8080"),
            site: "Metropolis".into(),
        };
        let address = format!("{handle}@example.org");
        let now = chrono::Utc::now().timestamp_millis();
        register::ask(db, &post, &Email::parse(&address).unwrap(), "en", now).await.unwrap();
        let all = mail::page(&mut db.read().await.unwrap(), None, None, 100).await.unwrap();
        let letter = all.into_iter().find(|one| one.receiver == address).expect("a mail");
        let (_, key) = letter.plain.split_once("/register/finish?key=").expect("a link");
        let wish = Wish {
            name: handle,
            handle,
            password: "three quiet green trams",
            terms: Some("1"),
            language: "en",
            agent: "",
            former: None,
        };
        let (cost, rule) = (Cost { memory_kib: 8 }, Registration::Approval);
        let key = key.split_whitespace().next().unwrap();
        let done = register::finish(db, &post, cost, rule, key, wish, now).await.unwrap();
        assert_eq!(done, Finished::Waiting);
    });
}

fn accounts_are_made_changed_suspended_and_restored() {
    let instance = Instance::new();
    let said = add(&instance, "ana@example.org", "ana", "citymaker").is(0);
    assert!(said.out.contains("/password?key=") && said.out.lines().count() == 1, "{}", said.out);
    assert!(said.err.contains("ana@example.org (@ana, citymaker)"), "{}", said.err);
    add(&instance, "boss@example.org", "boss", "instance-admin").is(0);
    let own = account(&instance, "ana");
    assert_eq!((&own["role"], &own["state"]), (&"citymaker".into(), &"active".into()));

    // By handle or by address; each says what became of it.
    let said = instance.run(&["account", "role", "ana", "reviewer"]).is(0);
    assert!(said.out.contains("@ana is reviewer now"), "{}", said.out);
    assert_eq!(account(&instance, "ana")["role"], "reviewer");
    let said = instance.run(&["account", "role", "ana@example.org", "citymaker"]).is(0);
    assert!(said.out.contains("@ana is citymaker now"), "{}", said.out);
    let suspend = ["account", "suspend", "ana", "--reason", "Spam."];
    assert!(instance.run(&suspend).is(0).out.contains("@ana is suspended"));
    let own = account(&instance, "ana");
    assert_eq!((&own["state"], &own["note"]), (&"suspended".into(), &"Spam.".into()));
    let said = instance.run(&["account", "list", "--state", "suspended"]).is(0);
    assert_eq!(said.lines(&["@ana", "suspended", "ana@example.org"]).len(), 1, "{}", said.out);
    assert!(!said.out.contains("@boss"), "{}", said.out);
    instance.run(&["account", "restore", "ana"]).is(0);
    assert_eq!(account(&instance, "ana")["state"], "active");
    let first = instance.run(&["account", "link", "ana"]).is(0).out;
    let second = instance.run(&["account", "link", "ana"]).is(0).out;
    assert!(first.contains("/password?key=") && first != second, "{first}{second}");

    let acts = acts(&instance);
    let of = |what: &str| acts.iter().filter(|act| act.0 == what && act.1 == "ana").count();
    for (what, many) in [
        ("account.added", 1),
        ("account.role", 2),
        ("account.suspended", 1),
        ("account.restored", 1),
        ("account.password-key", 2),
    ] {
        assert_eq!(of(what), many, "{what} in {acts:?}");
    }
}

fn what_is_wrong_with_an_account_is_named() {
    let instance = Instance::new();
    let said = instance.run(&["account", "list"]).is(2);
    assert!(said.err.contains("there is no instance"), "{}", said.err);
    add(&instance, "boss@example.org", "boss", "instance-admin").is(0);
    add(&instance, "ana@example.org", "ana", "citymaker").is(0);
    let before = acts(&instance);
    for (args, code, why) in [
        (&["role", "nobody", "editor"][..], 1, "nobody"),
        (&["role", "x@example.org", "editor"], 1, "x@example.org"),
        (&["role", "ana", "king"], 2, "there are the roles citymaker"),
        (&["role", "ana"], 2, "ROLE"),
        (&["suspend", "nobody", "--reason", "x"], 1, "nobody"),
        (&["suspend", "ana"], 2, "--reason"),
        (&["restore", "nobody"], 1, "nobody"),
        (&["restore", "ana"], 1, "ana"),
        (&["link", "nobody"], 1, "nobody"),
        (&["no-codes", "nobody"], 1, "nobody"),
        (&["approve", "ana"], 1, "ana"),
        (&["decline", "nobody"], 1, "nobody"),
        (&["invite", "no address"], 2, "name@example.org"),
        (&["list", "--state", "odd"], 2, "odd"),
        // The last one who governs stays.
        (&["role", "boss", "editor"], 1, "boss"),
        (&["suspend", "boss", "--reason", "x"], 1, "boss"),
    ] {
        let said = instance.run(&[&["account"], args].concat()).is(code);
        assert!(said.err.contains(why) && said.out.is_empty(), "{args:?}: {}", said.err);
    }
    for (email, handle, code) in [
        ("ana@example.org", "other", 1),
        ("ANA@example.org", "other", 1),
        ("other@example.org", "ana", 1),
        ("other@example.org", "a b", 1),
        ("other@example.org", "", 1),
        ("no address", "other", 2),
    ] {
        let said = add(&instance, email, handle, "citymaker").is(code);
        assert!(!said.err.trim().is_empty() && said.out.is_empty(), "{email} {handle}");
    }
    add(&instance, "other@example.org", "other", "king").is(2);
    assert_eq!(acts(&instance), before, "what is refused leaves no act");
    assert_eq!(records(&instance.run(&["account", "list", "--json"]).is(0).out).len(), 2);
}

fn who_waits_is_let_in_or_not() {
    let instance = Instance::new();
    add(&instance, "boss@example.org", "boss", "instance-admin").is(0);
    for handle in ["ana", "spam"] {
        register(&instance, handle);
        assert_eq!(account(&instance, handle)["state"], "waiting");
    }
    let said = instance.run(&["account", "approve", "ana"]).is(0);
    assert!(said.out.contains("@ana can sign in now, and is told by mail"), "{}", said.out);
    let own = account(&instance, "ana");
    assert_eq!((&own["state"], &own["role"]), (&"active".into(), &"citymaker".into()));
    let kinds = within(&instance, async |db| {
        let all = mail::page(&mut db.read().await.unwrap(), None, None, 100).await.unwrap();
        let own = all.into_iter().filter(|one| one.receiver == "ana@example.org");
        own.map(|one| one.kind).collect::<Vec<_>>()
    });
    assert_eq!(kinds.iter().filter(|kind| *kind == "approved").count(), 1, "{kinds:?}");
    let said = instance.run(&["account", "decline", "spam", "--reason", "Spam."]).is(0);
    assert!(said.out.contains("@spam is not let in"), "{}", said.out);
    let left = instance.run(&["account", "list", "--json"]).is(0).out;
    assert!(records(&left).len() == 2 && !left.contains("spam"), "{left}");
    // Each is decided once, and the log says by whom.
    instance.run(&["account", "approve", "ana"]).is(1);
    instance.run(&["account", "decline", "spam"]).is(1);
    let acts = all_acts(&instance);
    for (what, subject) in [("account.approved", "ana"), ("account.declined", "spam")] {
        let done = acts.iter().filter(|act| act.1 == what).collect::<Vec<_>>();
        let [(who, _, whom)] = &done[..] else { panic!("{acts:?}") };
        assert_eq!((&**who, &**whom), ("command line", subject));
    }
}

fn who_lost_the_app_signs_in_by_the_password_again() {
    let instance = Instance::new();
    add(&instance, "ana@example.org", "ana", "citymaker").is(0);
    let id = account(&instance, "ana")["id"].as_str().unwrap().to_owned();
    within(&instance, async |db| {
        let mut tx = db.begin().await.unwrap();
        accounts::set_totp(&mut tx, &id, Some("JBSWY3DPEHPK3PXP"), 0).await.unwrap();
        tx.commit().await.unwrap();
    });
    assert_eq!(account(&instance, "ana")["oneTimeCodes"], true);
    let said = instance.run(&["account", "no-codes", "ana"]).is(0);
    assert!(said.out.contains("@ana signs in by the password alone"), "{}", said.out);
    assert_eq!(account(&instance, "ana")["oneTimeCodes"], false);
    assert!(acts(&instance).contains(&("account.codes-off".into(), "ana".into())));
}

fn who_is_invited_gets_a_link_and_a_mail() {
    let instance = Instance::new();
    add(&instance, "boss@example.org", "boss", "instance-admin").is(0);
    let invite = ["account", "invite", "new@example.org", "--role", "editor", "--language", "de"];
    let said = instance.run(&invite).is(0);
    assert!(said.out.contains("key="), "{}", said.out);
    assert!(said.err.contains("new@example.org by mail"), "{}", said.err);
    let said = instance.run(&["account", "invite", "boss@example.org"]).is(1);
    assert!(said.out.is_empty() && !said.err.is_empty(), "{}", said.err);
    let said = instance.run(&["mail", "list"]).is(0);
    assert_eq!(said.lines(&["new@example.org"]).len(), 1, "{}", said.out);
    let invited = acts(&instance).into_iter().filter(|act| act.0 == "account.invited").count();
    assert_eq!(invited, 1);
}

/// An instance with three drafts, and their ids.
fn drafted() -> (Instance, Vec<String>) {
    let instance = Instance::new();
    instance.run(&["import", &fixture(TEMPLATE)]).is(0);
    let said = instance.run(&["desk", "queue", "--state", "draft", "--json"]).is(0);
    let ids = records(&said.out).into_iter().map(|one| one["id"].as_str().unwrap().to_owned());
    let ids = ids.collect();
    (instance, ids)
}

fn a_manuscript_takes_its_steps_from_the_command_line() {
    let (instance, ids) = drafted();
    let complete = ids.iter().find(|id| {
        let shown = instance.run(&["desk", "show", id, "--json"]).is(0).out;
        records(&shown)[0]["lacks"].as_array().unwrap().is_empty()
    });
    let id = complete.expect("one that lacks nothing");
    let said = instance.run(&["desk", "note", id, "Which street?", "--field", "title"]).is(0);
    assert!(said.out.contains("Noted about title."), "{}", said.out);
    assert!(instance.run(&["desk", "queue"]).is(0).out.contains("no manuscript is submitted"));
    for to in ["submitted", "in-review", "approved", "published"] {
        let said = instance.run(&["desk", "step", id, to, "--reason", "Fine."]).is(0);
        assert!(said.out.contains(&format!("is {to} now")), "{}", said.out);
        let listed = instance.run(&["desk", "queue", "--state", to]).is(0);
        assert_eq!(listed.lines(&[id]).len(), 1, "{}", listed.out);
    }
    let said = instance.run(&["desk", "show", id]).is(0);
    assert_eq!(said.lines(&["state", "published"]).len(), 1, "{}", said.out);
    assert_eq!(said.lines(&["note", "title (open): Which street?"]).len(), 1, "{}", said.out);
    assert_eq!(said.lines(&["step", "by command line", "Fine."]).len(), 4, "{}", said.out);
    assert_eq!(records(&instance.run(&["export", "--all"]).is(0).out).len(), 1, "it is public");
    let acts = acts(&instance);
    assert!(acts.contains(&("manuscript.noted".into(), id.clone())), "{acts:?}");
    for to in ["submitted", "in-review", "approved", "published"] {
        assert!(acts.contains(&(format!("manuscript.{to}"), id.clone())), "{to} in {acts:?}");
    }
}

fn what_is_wrong_at_the_desk_is_named() {
    let (instance, ids) = drafted();
    let before = acts(&instance);
    for (args, code) in [
        (&["show", "none"][..], 1),
        (&["note", "none", "x"], 1),
        (&["note", &ids[0], " "], 1),
        (&["step", "none", "submitted"], 1),
        (&["step", &ids[0], "odd"], 2),
        (&["step", &ids[0], "published"], 1),
        (&["queue", "--state", "odd"], 2),
        (&["step", &ids[0]], 2),
    ] {
        let said = instance.run(&[&["desk"], args].concat()).is(code);
        assert!(said.out.is_empty() && !said.err.is_empty(), "{args:?}: {}", said.out);
    }
    let said = instance.run(&["desk", "step", &ids[0], "odd"]).is(2);
    assert!(said.err.contains("\"odd\"") && said.err.contains("in-review"), "{}", said.err);
    assert_eq!(acts(&instance), before);
}
