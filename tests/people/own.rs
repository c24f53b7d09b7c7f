//! What people change of their own account: password, address, one-time codes; and leaving.

use kontor::{
    app::{access::Who, account},
    clock::Clock,
    domain::account::Role,
    store::{accounts, actors},
};
use serde_json::{Value, json};
use std::io::Write as _;

use super::{
    browser::{Browser, PASSWORD, address, member, site, site_at, site_with},
    mailbox::Mailbox,
    writing::{begin, on_desk, step, write_all},
};
use crate::{
    checks,
    instance::{Engine, on_each_engine},
};

on_each_engine!(
    another_password_takes_the_old_one_and_ends_other_sign_ins,
    another_address_counts_when_both_have_agreed,
    one_time_codes_are_asked_for_and_none_is_taken_twice,
    what_is_taken_along_holds_what_was_written_and_said,
    who_leaves_is_forgotten_here_and_gone_elsewhere,
    a_suspended_person_answers_takes_along_and_leaves,
);

const NOW: i64 = 1_780_000_000_000;

async fn another_password_takes_the_old_one_and_ends_other_sign_ins(engine: Engine) {
    let site = site(engine).await;
    let (here, there) = (member(&site, "ana", Role::Citymaker).await, Browser::new());
    there.sign_in(&site, "ana").await;
    let page = here.page(&site, "/account/security").await;
    let fields = [("password-old", "wrong"), ("password", "another sentence")];
    let seen = here.submit(&site, &page, "/account/password", &fields).await;
    assert_eq!(seen.status, 422);
    checks::page("/account/security", &seen.body);
    there.page(&site, "/account").await;
    let before = here.cookies();
    let fields = [("password-old", PASSWORD), ("password", "another sentence")];
    let seen = here.submit(&site, &page, "/account/password", &fields).await;
    assert_eq!((seen.status, seen.header("location")), (303, "/account/security?done=password"));
    assert_ne!(here.cookies(), before, "a new sign-in here");
    here.page(&site, "/account/security?done=password").await;
    assert_eq!(there.get(&site, "/account").await.status, 303, "none elsewhere");
    let old = Browser::new();
    for (name, value) in before {
        old.set_cookie(&name, &value);
    }
    assert_eq!(old.get(&site, "/account").await.status, 303);
    site.stop().await;
}

async fn another_address_counts_when_both_have_agreed(engine: Engine) {
    let mailbox = Mailbox::start().await;
    let smtp = mailbox.url();
    let site = site_with(engine, move |config| config.mail.smtp = smtp).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    super::browser::account(&site, "bob", Role::Citymaker).await;
    let page = ana.page(&site, "/account/security").await;
    let wrong = [("email", "new@example.org"), ("password", "wrong")];
    assert_eq!(ana.submit(&site, &page, "/account/email", &wrong).await.status, 422);
    let fields = [("email", "new@example.org"), ("password", PASSWORD)];
    let seen = ana.submit(&site, &page, "/account/email", &fields).await;
    assert_eq!(seen.status, 200);
    checks::page("/account/security", &seen.body);
    let paths = [
        mailbox.mail_to(&address("ana"), 1).await.link(site.origin()),
        mailbox.mail_to("new@example.org", 1).await.link(site.origin()),
    ];
    let stranger = Browser::new();
    let email = async || {
        let found = accounts::by_handle(&mut site.read().await, "ana").await.unwrap().unwrap();
        found.email
    };
    for (number, path) in paths.iter().enumerate() {
        // Looking alone changes nothing, however often.
        let page = stranger.page(&site, path).await;
        stranger.page(&site, path).await;
        assert_eq!(email().await, address("ana"));
        let seen = stranger.submit(&site, &page, "/account/email/confirm", &[]).await;
        assert_eq!(seen.status, 200);
        checks::page("/account/email/confirm", &seen.body);
        let again = stranger.submit(&site, &page, "/account/email/confirm", &[]).await;
        assert_eq!(again.status, 410, "a link works once");
        let expected = if number == 0 { address("ana") } else { "new@example.org".into() };
        assert_eq!(email().await, expected);
    }
    // An address that has an account here is told to nobody, and never agrees.
    let fields = [("email", "bob@example.org"), ("password", PASSWORD)];
    let taken = ana.submit(&site, &page, "/account/email", &fields).await;
    assert_eq!(taken.status, 200);
    assert_eq!(
        taken.body.replace("bob@", "new@").matches("Your present address and").count(),
        seen.body.matches("Your present address and").count()
    );
    let path = mailbox.mail_to("new@example.org", 2).await.link(site.origin());
    let page = stranger.page(&site, &path).await;
    stranger.submit(&site, &page, "/account/email/confirm", &[]).await;
    assert_eq!(email().await, "new@example.org");
    assert!(mailbox.all().iter().all(|mail| mail.to != ["bob@example.org"]));
    site.stop().await;
}

/// The code of the key that stands on the page, by a program that is not ours where there is one.
fn code(secret: &str, now: i64) -> Option<String> {
    let script = "import sys,hmac,base64,struct\n\
        k=base64.b32decode(sys.argv[1]+'='*(-len(sys.argv[1])%8))\n\
        h=hmac.new(k,struct.pack('>q',int(sys.argv[2])//30000),'sha1').digest()\n\
        o=h[-1]&15\n\
        print('%06d'%((struct.unpack('>I',h[o:o+4])[0]&0x7fffffff)%1000000))";
    let run = std::process::Command::new("python3")
        .args(["-c", script, secret, &now.to_string()])
        .output();
    let Ok(run) = run else {
        let _ = writeln!(std::io::stderr(), "SKIPPED: the program python3 is not installed");
        return None;
    };
    Some(String::from_utf8(run.stdout).unwrap().trim().to_owned())
}

async fn one_time_codes_are_asked_for_and_none_is_taken_twice(engine: Engine) {
    let clock = Clock::fixed(NOW);
    let site = site_at(engine, clock.clone(), |_| {}).await;
    let (ana, there) = (member(&site, "ana", Role::Citymaker).await, Browser::new());
    there.sign_in(&site, "ana").await;
    let page = ana.page(&site, "/account/security").await;
    let proposed = ana.submit(&site, &page, "/account/codes", &[("do", "on")]).await;
    checks::page("a proposed key", &proposed.body);
    let secret = proposed.body.split("<span class=\"handle\" dir=\"ltr\">").nth(1).unwrap();
    let secret = secret.split('<').next().unwrap().to_owned();
    assert_eq!(secret.len(), 32);
    let wrong = ana.submit(&site, &proposed.body, "/account/codes", &[("code", "000000")]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains(&secret), "the same key, to be tried again");
    let Some(first) = code(&secret, site.now()) else { return };
    let on = ana.submit(&site, &wrong.body, "/account/codes", &[("code", &first)]).await;
    assert_eq!(on.status, 200, "{}", on.body);
    checks::page("recovery codes", &on.body);
    let codes = on.body.split("<ul class=\"codes\"").nth(1).unwrap().split("</ul>").next().unwrap();
    let codes: Vec<_> =
        codes.split("<li>").skip(1).map(|rest| rest.split('<').next().unwrap()).collect();
    assert_eq!(codes.len(), 10);
    assert_eq!(there.get(&site, "/account").await.status, 303, "other sign-ins ended");
    let later = ana.page(&site, "/account/security").await;
    assert!(!later.contains(codes[0]) && later.contains("10 recovery codes are left"));
    let email = address("ana");
    let password = [("email", email.as_str()), ("password", PASSWORD)];
    let browser = Browser::new();
    let step = browser.post(&site, "/login", &password).await;
    assert_eq!(step.status, 200, "no sign-in yet");
    checks::page("/login/code", &step.body);
    assert!(browser.cookies().is_empty());
    let seen = browser.submit(&site, &step.body, "/login/code", &[("code", &first)]).await;
    assert_eq!(seen.status, 422, "this code was taken before");
    clock.advance(30_000);
    let next = code(&secret, site.now()).unwrap();
    let seen = browser.submit(&site, &step.body, "/login/code", &[("code", &next)]).await;
    assert_eq!((seen.status, seen.header("location")), (303, "/account"));
    let other = Browser::new();
    let seen = other.submit(&site, &step.body, "/login/code", &[("code", codes[0])]).await;
    assert_eq!(seen.status, 422, "the step was used up: begin again");
    assert!(other.cookies().is_empty());
    for (code, status) in [(codes[0], 303), (codes[0], 422)] {
        let step = other.post(&site, "/login", &password).await;
        let code = code.to_uppercase();
        let seen = other.submit(&site, &step.body, "/login/code", &[("code", &code)]).await;
        assert_eq!(seen.status, status, "a recovery code works once");
    }
    // A new password by mail does not go around the codes.
    let (db, who) = (&site.state.db, Who::CommandLine);
    let (_, key) = account::password_key(db, &who, "ana", site.now()).await.unwrap();
    let fields = [("key", key.as_str()), ("password", PASSWORD)];
    assert_eq!(other.post(&site, "/password", &fields).await.status, 303);
    assert_eq!(other.post(&site, "/login", &password).await.status, 200);
    // Guessing ends soon.
    clock.advance(60_000);
    let step = other.post(&site, "/login", &password).await;
    let mut last = 0;
    for number in 0..12 {
        let guess = format!("{number:06}");
        let seen = other.submit(&site, &step.body, "/login/code", &[("code", &guess)]).await;
        last = seen.status;
    }
    assert_eq!(last, 429);
    account::codes::reset(db, &who, "ana", site.now()).await.unwrap();
    Browser::new().sign_in(&site, "ana").await;
    site.stop().await;
}

async fn what_is_taken_along_holds_what_was_written_and_said(engine: Engine) {
    let site = site(engine).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let rita = member(&site, "rita", Role::Reviewer).await;
    let path = begin(&site, &ana).await;
    write_all(&site, &ana, &path).await;
    step(&site, &ana, &path, "submitted", "Please look.").await;
    let desk = on_desk(&path);
    step(&site, &rita, &desk, "in-review", "").await;
    let token = rita.token(&site).await;
    let note = [("csrf", &*token), ("do", "note"), ("field", "title"), ("text", "Whose street?")];
    assert_eq!(rita.post(&site, &desk, &note).await.status, 303);
    let other = begin(&site, &rita).await;
    let id = accounts::by_handle(&mut site.read().await, "ana").await.unwrap().unwrap().id;
    let files = account::leave::export(&site.state.db, &id, site.now()).await.unwrap();
    let file = |name: &str| -> Value {
        serde_json::from_str(&files.iter().find(|(known, _)| *known == name).unwrap().1).unwrap()
    };
    let cases = file("cases.json");
    assert_eq!(cases.as_array().unwrap().len(), 1, "{cases} without {other}");
    assert_eq!(cases[0]["text"]["title"], "Streets that drink rain");
    assert_eq!(
        (&cases[0]["state"], &cases[0]["notes"][0]["text"]),
        (&json!("in-review"), &json!("Whose street?"))
    );
    let notices = file("notices.json");
    assert!(notices.as_array().unwrap().iter().any(|one| one["page"] == path), "{notices}");
    site.stop().await;
}

async fn who_leaves_is_forgotten_here_and_gone_elsewhere(engine: Engine) {
    let site = site(engine).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let archive = ana.get(&site, "/account/export").await;
    assert_eq!((archive.status, archive.header("content-type")), (200, "application/zip"));
    assert_eq!(archive.header("cache-control"), "private, no-store");
    let page = ana.page(&site, "/account/leave").await;
    let wrong = ana.submit(&site, &page, "/account/leave", &[("password", "wrong")]).await;
    assert_eq!(wrong.status, 422);
    checks::page("/account/leave", &wrong.body);
    ana.page(&site, "/@ana").await;
    let seen = ana.submit(&site, &page, "/account/leave", &[("password", PASSWORD)]).await;
    assert_eq!((seen.status, seen.header("location")), (303, "/"));
    assert!(ana.cookies().is_empty());
    assert_eq!(ana.get(&site, "/@ana").await.status, 404);
    let mut tx = site.read().await;
    assert!(accounts::by_handle(&mut tx, "ana").await.unwrap().is_none());
    let actor = actors::by_handle(&mut tx, "ana").await.unwrap().unwrap();
    assert!(actor.is_gone() && actor.name == "ana" && actor.summary.is_empty());
    drop(tx);
    let object = ana
        .get_with(
            &site,
            actor.uri.strip_prefix(site.origin()).unwrap(),
            "accept",
            "application/activity+json",
        )
        .await;
    assert_eq!(object.status, 410, "others learn that it is gone");
    // Nobody takes the handle over.
    let new = account::NewAccount {
        email: kontor::domain::email::Email::parse("x@example.org").unwrap(),
        handle: "ana".into(),
        name: "Ana".into(),
        role: Role::Citymaker,
        language: "en".into(),
    };
    let (db, urls) = (&site.state.db, &site.state.urls);
    assert!(account::add(db, urls, &Who::CommandLine, new, site.now()).await.is_err());
    site.stop().await;
}

async fn a_suspended_person_answers_takes_along_and_leaves(engine: Engine) {
    let site = site(engine).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let boss = member(&site, "boss", Role::InstanceAdmin).await;
    let (db, who) = (&site.state.db, Who::CommandLine);
    account::suspend(db, &who, "ana", "Spam.", site.now()).await.unwrap();
    ana.sign_in(&site, "ana").await;
    for path in ["/account/security", "/account/profile/1", "/admin/people"] {
        assert_eq!(ana.get(&site, path).await.header("location"), "/account/suspended", "{path}");
    }
    let page = ana.page(&site, "/account/suspended").await;
    let empty = ana.submit(&site, &page, "/account/suspended", &[("appeal", " ")]).await;
    assert_eq!(empty.status, 422);
    let text = "It was <i>not</i> me.";
    let seen = ana.submit(&site, &page, "/account/suspended", &[("appeal", text)]).await;
    assert_eq!(seen.status, 303);
    let list = boss.page(&site, "/admin/people?state=suspended").await;
    assert!(list.contains("It was &#60;i&#62;not&#60;/i&#62; me."), "{list}");
    assert_eq!(ana.get(&site, "/account/export").await.status, 200);
    let token = super::browser::token(&page);
    for path in ["/account/password", "/account/email", "/account/codes", "/account/profile/1"] {
        let seen = ana.post(&site, path, &[("csrf", &token), ("name", "x")]).await;
        assert_eq!(seen.header("location"), "/account/suspended", "{path}");
    }
    let page = ana.page(&site, "/account/leave").await;
    let seen = ana.submit(&site, &page, "/account/leave", &[("password", PASSWORD)]).await;
    assert_eq!(seen.status, 303);
    // The last one who governs stays.
    let page = boss.page(&site, "/account/leave").await;
    let seen = boss.submit(&site, &page, "/account/leave", &[("password", PASSWORD)]).await;
    assert_eq!(seen.status, 422);
    boss.page(&site, "/account").await;
    site.stop().await;
}
