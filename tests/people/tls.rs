//! Mail over TLS, with a mail server of another make: what is never sent in the clear, whom we believe,
//! and a password that is wrong.

use kontor::{
    app::{access::Who, mail},
    store::mail as stored,
};
use serde_json::{Value, json};

use super::{
    browser::site_with,
    letters::{becomes, letter, write},
    paper::{PASSWORD, Paper, Postoffice, USER, login},
};
use crate::instance::{Engine, Instance, on_each_engine, until};

on_each_engine!(
    a_letter_goes_over_tls_from_the_first_byte_or_after_starttls,
    where_starttls_is_taken_away_nothing_is_sent,
    who_cannot_show_that_it_is_the_mail_server_gets_nothing,
    a_wrong_password_keeps_the_letters_and_is_said_clearly,
);

/// An instance whose letters go there; it knows the authority of the paper where `known`.
async fn sending(engine: Engine, url: String, known: Option<&Paper>) -> Instance {
    let authority = known.map(|paper| paper.authority.display().to_string());
    site_with(engine, move |config| {
        config.mail.smtp = url;
        config.mail.ca_file = authority.unwrap_or_default();
    })
    .await
}

/// What the last try said, while the letter waits.
async fn waits(site: &Instance, id: &str) -> String {
    let found = until("the letter was tried", 30, async || {
        let found = stored::find(&mut site.read().await, id).await.unwrap().unwrap();
        (found.state == "waiting" && !found.answer.is_empty()).then_some(found)
    });
    let found = found.await;
    assert!(!found.plain.is_empty() && found.next_try > site.now());
    found.answer
}

async fn a_letter_goes_over_tls_from_the_first_byte_or_after_starttls(engine: Engine) {
    let paper = Paper::of("localhost").await;
    for (scheme, tls, method) in
        [("smtps", "whole", "PLAIN"), ("smtp", "upgraded", "PLAIN"), ("smtps", "whole", "LOGIN")]
    {
        let more = json!({ "user": USER, "password": PASSWORD, "methods": [method] });
        let server = Postoffice::start(&paper, tls, more).await;
        let url = format!("{scheme}://{}@localhost:{}", login(PASSWORD), server.port);
        let site = sending(engine, url, Some(&paper)).await;
        let id = write(&site, "ana@example.org", letter("Grüße")).await;
        becomes(&site, &id, "sent").await;
        let signed_in = json!([{ "auth": method, "secure": true, "fits": true }]);
        assert_eq!(Value::from(server.said("auth")), signed_in, "{scheme}");
        let arrived = server.said("raw");
        assert_eq!(arrived.len(), 1);
        assert_eq!((&arrived[0]["secure"], &arrived[0]["user"]), (&json!(true), &json!(USER)));
        assert!(arrived[0]["raw"].as_str().unwrap().contains(&format!("<{id}@localhost>")));
        site.stop().await;
    }
}

async fn where_starttls_is_taken_away_nothing_is_sent(engine: Engine) {
    let paper = Paper::of("localhost").await;
    // It would take the password in the clear.
    let more = json!({ "user": USER, "password": PASSWORD });
    let server = Postoffice::start(&paper, "none", more).await;
    let url = format!("smtp://{}@localhost:{}", login(PASSWORD), server.port);
    let site = sending(engine, url, Some(&paper)).await;
    let id = write(&site, "ana@example.org", letter("x")).await;
    waits(&site, &id).await;
    assert!(server.said("auth").is_empty() && server.said("raw").is_empty());
    site.stop().await;
}

async fn who_cannot_show_that_it_is_the_mail_server_gets_nothing(engine: Engine) {
    let (paper, other) = (Paper::of("localhost").await, Paper::of("other.example").await);
    for (shown, known, tls, scheme) in [
        (&paper, None, "whole", "smtps"),
        (&paper, None, "upgraded", "smtp"),
        // Vouched for by who we know, but for another name.
        (&other, Some(&other), "whole", "smtps"),
    ] {
        let more = json!({ "user": USER, "password": PASSWORD });
        let server = Postoffice::start(shown, tls, more).await;
        let url = format!("{scheme}://{}@localhost:{}", login(PASSWORD), server.port);
        let site = sending(engine, url, known).await;
        let id = write(&site, "ana@example.org", letter("x")).await;
        let said = waits(&site, &id).await;
        assert!(said.to_lowercase().contains("certificate"), "{said}");
        assert!(server.said("auth").is_empty() && server.said("raw").is_empty());
        site.stop().await;
    }
}

async fn a_wrong_password_keeps_the_letters_and_is_said_clearly(engine: Engine) {
    let paper = Paper::of("localhost").await;
    let more = json!({ "user": USER, "password": PASSWORD });
    let server = Postoffice::start(&paper, "upgraded", more).await;
    let file = paper.folder.path().join("password");
    std::fs::write(&file, "mistyped\n").unwrap();
    let url = format!("smtp://{}localhost:{}", login("").replace(':', "@"), server.port);
    let (authority, named) = (paper.authority.display().to_string(), file.display().to_string());
    let site = site_with(engine, move |config| {
        config.mail.smtp = url;
        config.mail.ca_file = authority;
        config.mail.smtp_password_file = named;
    })
    .await;
    let id = write(&site, "ana@example.org", letter("x")).await;
    let said = waits(&site, &id).await;
    assert!(said.contains("does not take our user and password"), "{said}");
    assert!(!said.contains("mistyped") && server.said("raw").is_empty());
    // Somebody mends the file and starts the program again.
    std::fs::write(&file, format!("{PASSWORD}\n")).unwrap();
    let site = site.stop().await.start().await;
    mail::retry(&site.state.db, &Who::CommandLine, &id, site.now()).await.unwrap();
    site.state.wake.mail.notify_one();
    becomes(&site, &id, "sent").await;
    assert_eq!(server.said("raw").len(), 1);
    site.stop().await;
}
