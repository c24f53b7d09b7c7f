//! From an address to an account: confirmed, invited, approved, and nobody learns who is here.

use kontor::{
    app::{
        access::Who,
        account::{self, register},
        mail::Post,
    },
    config::Registration,
    domain::{account::Role, email::Email},
    store::accounts::{self, AccountState},
};

use super::{
    browser::{Browser, PASSWORD, account, address, member, site_with},
    mailbox::Mailbox,
};
use crate::{
    checks,
    instance::{Engine, Instance, on_each_engine},
};

on_each_engine!(
    a_new_person_confirms_the_address_and_says_who_they_are,
    registering_tells_nobody_who_is_here,
    a_link_that_was_used_or_replaced_opens_nothing,
    who_waits_gets_in_when_somebody_decides_so,
    an_invitation_brings_its_role_and_nothing_else_does,
    a_forgotten_password_is_replaced_by_mail,
    wrong_wishes_are_said_and_nothing_typed_is_lost,
    deciding_on_accounts_takes_an_instance_admin,
);

async fn with_mail(engine: Engine, rule: Registration) -> (Instance, Mailbox) {
    let mailbox = Mailbox::start().await;
    let smtp = mailbox.url();
    let site = site_with(engine, move |config| {
        config.accounts.registration = rule;
        config.mail.smtp = smtp;
    })
    .await;
    (site, mailbox)
}

fn post(site: &Instance) -> Post {
    let (texts, urls) = (site.state.texts.clone(), site.state.urls.clone());
    Post { texts, urls, site: "Metropolis".into() }
}

async fn ask(browser: &Browser, site: &Instance, email: &str) -> String {
    let page = browser.page(site, "/register").await;
    let seen = browser.submit(site, &page, "/register", &[("email", email)]).await;
    assert_eq!(seen.status, 200);
    checks::page("/register", &seen.body);
    seen.body
}

const WISH: [(&str, &str); 4] =
    [("name", "Ana López"), ("handle", "ana"), ("password", PASSWORD), ("terms", "yes")];

async fn a_new_person_confirms_the_address_and_says_who_they_are(engine: Engine) {
    let (site, mailbox) = with_mail(engine, Registration::Open).await;
    let browser = Browser::reading("es");
    ask(&browser, &site, "ana@example.org").await;
    let mail = mailbox.mail_to("ana@example.org", 1).await;
    assert_eq!(mail.header("content-language"), "es");
    assert!(mail.text().contains("Alguien ha pedido una cuenta"), "{}", mail.text());
    assert!(mail.html().contains("lang=\"es\""));
    let path = mail.link(site.origin());
    let page = browser.page(&site, &path).await;
    let seen = browser.submit(&site, &page, "/register/finish", &WISH).await;
    assert_eq!((seen.status, seen.header("location")), (303, "/account/profile/1"));
    let one = browser.page(&site, "/account/profile/1").await;
    let fields = [("role", "practitioner"), ("city", "Medellín"), ("network", "Metropolis")];
    let seen = browser.submit(&site, &one, "/account/profile/1", &fields).await;
    assert_eq!(seen.header("location"), "/account/profile/2");
    let two = browser.page(&site, "/account/profile/2").await;
    let fields = [("topic", "cycling"), ("language", "es")];
    let seen = browser.submit(&site, &two, "/account/profile/2", &fields).await;
    assert_eq!(seen.header("location"), "/account/profile/3");
    let three = browser.page(&site, "/account/profile/3").await;
    let fields = [("discoverable", "yes"), ("mail-language", "fr")];
    let seen = browser.submit(&site, &three, "/account/profile/3", &fields).await;
    assert_eq!(seen.header("location"), "/account?done=profile");
    let own = browser.page(&site, "/account?done=profile").await;
    assert!(own.contains("ana@example.org"), "one's own address");
    let public = Browser::new().page(&site, "/@ana").await;
    assert!(public.contains("Ana López") && public.contains("Medellín"));
    assert!(!public.contains("ana@example.org"), "the address is nobody else's");
    let listed = Browser::new().page(&site, "/people").await;
    assert!(listed.contains("Ana López"));
    let found = accounts::by_handle(&mut site.read().await, "ana").await.unwrap().unwrap();
    assert_eq!((found.language.as_str(), found.role), ("fr", Role::Citymaker));
    assert!(found.terms_at.is_some() && found.contactable);
    // What is public of a person never holds the address, in no form of it.
    let person =
        Browser::new().get_with(&site, "/@ana", "accept", "application/activity+json").await;
    assert!(!person.body.contains("example.org"), "{}", person.body);
    site.stop().await;
}

async fn registering_tells_nobody_who_is_here(engine: Engine) {
    let (site, mailbox) = with_mail(engine, Registration::Open).await;
    account(&site, "ana", Role::Citymaker).await;
    let browser = Browser::new();
    let known = ask(&browser, &site, &address("ana")).await;
    let unknown = ask(&browser, &site, &address("bob")).await;
    assert_eq!(known.replace("ana@", "X@"), unknown.replace("bob@", "X@"));
    let mail = mailbox.mail_to(&address("ana"), 1).await;
    assert!(mail.text().contains("You have one already") && !mail.text().contains("key="));
    mailbox.mail_to(&address("bob"), 1).await;
    let mut answers = Vec::new();
    for name in ["ana", "bob"] {
        let fields = [("email", address(name))];
        let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
        let seen = browser.post(&site, "/password/forgotten", &fields).await;
        answers.push((seen.status, seen.body.replace(&format!("{name}@"), "X@")));
    }
    assert_eq!(answers[0], answers[1]);
    mailbox.mail_to(&address("ana"), 2).await;
    assert_eq!(mailbox.all().len(), 3, "nothing to who has no account");
    site.stop().await;
}

async fn a_link_that_was_used_or_replaced_opens_nothing(engine: Engine) {
    let (site, mailbox) = with_mail(engine, Registration::Open).await;
    let browser = Browser::new();
    ask(&browser, &site, "ana@example.org").await;
    let first = mailbox.mail_to("ana@example.org", 1).await.link(site.origin());
    ask(&browser, &site, "ana@example.org").await;
    let second = mailbox.mail_to("ana@example.org", 2).await.link(site.origin());
    assert_eq!(browser.get(&site, &first).await.status, 410, "the newer mail counts");
    let page = browser.page(&site, &second).await;
    let made = Browser::new().submit(&site, &page, "/register/finish", &WISH).await;
    assert_eq!(made.status, 303);
    let mut other = WISH;
    other[1].1 = "other";
    let again = Browser::new().submit(&site, &page, "/register/finish", &other).await;
    assert_eq!(again.status, 410);
    checks::page("a used link", &again.body);
    assert_eq!(browser.get(&site, &second).await.status, 410);
    let count = accounts::count(&mut site.read().await, None).await.unwrap();
    assert_eq!(count, 1);
    // A key for one thing opens no other.
    ask(&browser, &site, "bob@example.org").await;
    let path = mailbox.mail_to("bob@example.org", 1).await.link(site.origin());
    let key = path.split("key=").nth(1).unwrap();
    assert_eq!(browser.get(&site, &format!("/password?key={key}")).await.status, 410);
    site.stop().await;
}

async fn who_waits_gets_in_when_somebody_decides_so(engine: Engine) {
    let (site, mailbox) = with_mail(engine, Registration::Approval).await;
    let admin = member(&site, "root-admin", Role::InstanceAdmin).await;
    let browser = Browser::new();
    ask(&browser, &site, "ana@example.org").await;
    let path = mailbox.mail_to("ana@example.org", 1).await.link(site.origin());
    let page = browser.page(&site, &path).await;
    let seen = browser.submit(&site, &page, "/register/finish", &WISH).await;
    assert_eq!(seen.status, 200);
    checks::page("waiting", &seen.body);
    assert!(browser.cookies().is_empty());
    assert_eq!(browser.get(&site, "/@ana").await.status, 404, "no public page before");
    let fields = [("email", "ana@example.org"), ("password", PASSWORD)];
    let seen = browser.post(&site, "/login", &fields).await;
    assert!(seen.status == 422 && seen.body.contains("waits to be approved"));
    assert_eq!(node_info(&site).await, (true, 1), "who waits is no user yet");
    let mail = mailbox.mail_to(&address("root-admin"), 1).await;
    assert_eq!(mail.link(site.origin()), "/admin/people");
    let page = admin.page(&site, "/admin/people?state=waiting").await;
    assert!(page.contains("Ana López"));
    let seen = admin.submit(&site, &page, "/admin/people", &[("do", "approve")]).await;
    assert_eq!(seen.status, 303, "{}", seen.body);
    mailbox.mail_to("ana@example.org", 2).await;
    browser.sign_in(&site, "ana").await;
    browser.page(&site, "/@ana").await;
    assert_eq!(node_info(&site).await, (true, 2));
    // Twice is once.
    let seen = admin.submit(&site, &page, "/admin/people", &[("do", "approve")]).await;
    assert_eq!(seen.status, 409);
    checks::page("/admin/people", &seen.body);
    site.stop().await;
}

/// What other servers read: whether one may register, and how many people are here.
async fn node_info(site: &Instance) -> (bool, i64) {
    let said = Browser::new().get(site, "/nodeinfo/2.1").await.body;
    let said: serde_json::Value = serde_json::from_str(&said).unwrap();
    let users = said["usage"]["users"]["total"].as_i64().unwrap();
    (said["openRegistrations"].as_bool().unwrap(), users)
}

async fn an_invitation_brings_its_role_and_nothing_else_does(engine: Engine) {
    let (site, mailbox) = with_mail(engine, Registration::Invitation).await;
    let browser = Browser::new();
    let closed = browser.page(&site, "/register").await;
    assert!(closed.contains("by invitation"));
    assert_eq!(node_info(&site).await, (false, 0));
    let rows = site.rows().await;
    let seen = browser.post(&site, "/register", &[("email", "bob@example.org")]).await;
    assert_eq!(seen.status, 403);
    assert_eq!(site.rows().await, rows);
    let email = Email::parse("ana@example.org").unwrap();
    let (db, who, now) = (&site.state.db, Who::CommandLine, site.now());
    let role = Role::Reviewer;
    register::invite(db, &post(&site), &who, &email, role, "de", now).await.unwrap();
    let mail = mailbox.mail_to("ana@example.org", 1).await;
    assert!(mail.text().contains("eingeladen"));
    let page = browser.page(&site, &mail.link(site.origin())).await;
    let seen = browser
        .submit(
            &site,
            &page,
            "/register/finish",
            &[
                WISH[0],
                WISH[1],
                WISH[2],
                WISH[3],
                ("role", "instance-admin"),
                ("email", "other@example.org"),
            ],
        )
        .await;
    assert_eq!(seen.status, 303);
    let found = accounts::by_handle(&mut site.read().await, "ana").await.unwrap().unwrap();
    assert_eq!((found.role, found.email.as_str()), (Role::Reviewer, "ana@example.org"));
    assert_eq!(found.state, AccountState::Active);
    site.stop().await;
}

async fn a_forgotten_password_is_replaced_by_mail(engine: Engine) {
    let (site, mailbox) = with_mail(engine, Registration::Closed).await;
    let browser = member(&site, "ana", Role::Citymaker).await;
    let stranger = Browser::new();
    let page = stranger.page(&site, "/password/forgotten").await;
    let email = [("email", "ANA@example.org")];
    let seen = stranger.submit(&site, &page, "/password/forgotten", &email).await;
    assert_eq!(seen.status, 200);
    let path = mailbox.mail_to(&address("ana"), 1).await.link(site.origin());
    let page = stranger.page(&site, &path).await;
    let new = [("password", "quite another sentence")];
    let seen = stranger.submit(&site, &page, "/password", &new).await;
    assert_eq!(seen.status, 303);
    assert_eq!(browser.get(&site, "/account").await.status, 303, "all sign-ins have ended");
    // Strangers who type the address again and again send three mails and no more.
    for _ in 0..4 {
        stranger.post(&site, "/password/forgotten", &email).await;
    }
    mailbox.mail_to(&address("ana"), 3).await;
    site.rests().await;
    tokio::time::sleep(std::time::Duration::from_secs(2)).await;
    assert_eq!(mailbox.all().len(), 3);
    site.stop().await;
}

async fn wrong_wishes_are_said_and_nothing_typed_is_lost(engine: Engine) {
    let (site, mailbox) = with_mail(engine, Registration::Open).await;
    account(&site, "taken", Role::Citymaker).await;
    let browser = Browser::new();
    let seen = browser.post(&site, "/register", &[("email", "a\r\nBcc: b@example.org")]).await;
    assert_eq!(seen.status, 422);
    ask(&browser, &site, "ana@example.org").await;
    let path = mailbox.mail_to("ana@example.org", 1).await.link(site.origin());
    let page = browser.page(&site, &path).await;
    for (handle, password, terms, said) in [
        ("taken", PASSWORD, "yes", "is taken"),
        ("TAKEN", PASSWORD, "yes", "handle"),
        ("admin", PASSWORD, "yes", "cannot be used"),
        ("a b", PASSWORD, "yes", "cannot be used"),
        ("ana", "short", "yes", "too short"),
        ("ana", "ana@example.org", "yes", "easy to guess"),
        ("ana", PASSWORD, "no", "agreement"),
    ] {
        let name = "Ana <b>\"López\"</b>";
        let fields = [("name", name), ("handle", handle), ("password", password), ("terms", terms)];
        let seen = browser.submit(&site, &page, "/register/finish", &fields).await;
        assert_eq!(seen.status, 422, "{handle} {password} {terms}");
        checks::page("/register/finish", &seen.body);
        assert!(seen.body.contains(said), "{said}: {}", seen.body);
        assert!(seen.body.contains("Ana &#60;b&#62;&#34;López"), "the name stands there again");
        assert!(!seen.body.contains(&format!("value=\"{password}\"")), "a password never does");
    }
    let seen = browser.submit(&site, &page, "/register/finish", &WISH).await;
    assert_eq!(seen.status, 303, "the key was not used up");
    site.stop().await;
}

async fn deciding_on_accounts_takes_an_instance_admin(engine: Engine) {
    let (site, _mailbox) = with_mail(engine, Registration::Approval).await;
    account(&site, "ana", Role::Citymaker).await;
    let id = accounts::by_handle(&mut site.read().await, "ana").await.unwrap().unwrap().id;
    let decisions = ["approve", "decline", "suspend", "restore", "role"];
    for (name, role) in [("b1", Role::Citymaker), ("b2", Role::Editor), ("b3", Role::NetworkAdmin)]
    {
        let browser = member(&site, name, role).await;
        assert_eq!(browser.get(&site, "/admin/people").await.status, 403, "{role:?}");
        let token = browser.token(&site).await;
        for what in decisions {
            let fields = [
                ("csrf", token.as_str()),
                ("account", &id),
                ("do", what),
                ("role", "instance-admin"),
                ("reason", "x"),
            ];
            let seen = browser.post(&site, "/admin/people", &fields).await;
            assert_eq!(seen.status, 403, "{role:?} {what}");
            checks::page("/admin/people", &seen.body);
        }
    }
    let admin = member(&site, "boss", Role::InstanceAdmin).await;
    let fields = [("account", id.as_str()), ("do", "suspend"), ("reason", "x")];
    assert_eq!(admin.post(&site, "/admin/people", &fields).await.status, 403, "no token");
    let found = accounts::by_id(&mut site.read().await, &id).await.unwrap().unwrap();
    assert_eq!((found.role, found.state), (Role::Citymaker, AccountState::Active));
    // The last one who governs cannot be taken away, by nobody.
    let page = admin.page(&site, "/admin/people").await;
    let boss = accounts::by_handle(&mut site.read().await, "boss").await.unwrap().unwrap();
    for (what, role) in [("suspend", ""), ("role", "citymaker")] {
        let token = super::browser::token(&page);
        let fields = [
            ("csrf", token.as_str()),
            ("account", &boss.id),
            ("do", what),
            ("role", role),
            ("reason", "no"),
        ];
        assert_eq!(admin.post(&site, "/admin/people", &fields).await.status, 409, "{what}");
    }
    let (db, who) = (&site.state.db, Who::CommandLine);
    assert!(account::suspend(db, &who, "boss", "no", site.now()).await.is_err());
    let acts = kontor::store::audit::newest(&mut site.read().await, 100).await.unwrap();
    assert!(acts.iter().all(|act| act.what != "account.suspended"));
    site.stop().await;
}
