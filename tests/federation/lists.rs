//! Lists of domains: they keep out what they name, and nothing that was decided here.

use crate::{
    fake::{Fake, answer},
    governing::{case, sends, stand},
    instance::{Engine, Instance, on_each_engine, until},
};
use kontor::{
    app::{
        access::Who,
        domain_lists::{self, Outcome},
        standing,
    },
    domain::network::PeerStanding,
    store::{
        domain_lists::{self as stored, DomainList},
        peers,
    },
};

on_each_engine!(
    a_list_is_taken_over_line_by_line_and_once,
    a_subscription_keeps_out_what_its_list_names_and_no_longer,
    a_list_is_not_read_from_inside,
);

const HEAD: &str = "#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate\n";

async fn import(instance: &Instance, text: &str, replace: bool, dry: bool) -> domain_lists::Report {
    let (db, own, now) = (&instance.state.db, instance.host(), instance.now());
    let how = (replace, dry);
    domain_lists::import(db, &Who::CommandLine, own, text, how, now).await.unwrap()
}

fn outcomes(report: &domain_lists::Report) -> Vec<Outcome> {
    report.lines.iter().map(|line| line.outcome).collect()
}

async fn is(instance: &Instance, host: &str) -> PeerStanding {
    peers::standing(&mut instance.read().await, host).await.unwrap()
}

async fn a_list_is_taken_over_line_by_line_and_once(engine: Engine) {
    use Outcome::{Applied, Conflict, Kept, Noted, Same};
    use PeerStanding::{Blocked, Limited, Quarantined, Trusted};
    let instance = Instance::start(engine, "metropolis").await;
    let (spammer, friend) = (Fake::start().await, Fake::start().await);
    stand(&instance, "strict.example", Blocked).await;
    let article = spammer.article("ana", &case(0), instance.now() - 1_000);
    assert_eq!(sends(&instance, &spammer, "Create", "1", &article).await, 202);
    stand(&instance, &spammer.host, Trusted).await;
    instance.follow(&friend.actor("bob")).await;
    let text = format!(
        "{HEAD}bad.example,suspend,True,True,=spam(1),True\nquiet.example,silence,,,,\n\
         strict.example,silence,,,,\n{},suspend,,,spam,\n{},suspend,,,,\n{},suspend,,,,\n\
         fine.example,noop,,,,\nb*d.example,suspend,,,,\n",
        spammer.host,
        friend.host,
        instance.host(),
    );
    let all = [Applied, Applied, Kept, Applied, Conflict, Conflict, Noted];
    let foreseen = import(&instance, &text, false, true).await;
    assert_eq!(outcomes(&foreseen), all);
    assert_eq!((foreseen.touched.hidden, foreseen.faults.len()), (1, 1));
    assert_eq!(instance.shown_count().await, 1, "nothing was changed yet");
    assert_eq!(is(&instance, "bad.example").await, Quarantined);

    let done = import(&instance, &text, false, false).await;
    assert_eq!((outcomes(&done), &done.touched), (all.into(), &foreseen.touched));
    assert_eq!(instance.shown_count().await, 0);
    for (host, standing) in [
        ("sub.bad.example", Blocked),
        ("quiet.example", Limited),
        ("strict.example", Blocked),
        (friend.host.as_str(), Quarantined),
        ("fine.example", Quarantined),
    ] {
        assert_eq!(is(&instance, host).await, standing, "{host}");
    }
    let again = import(&instance, &text, false, false).await;
    assert_eq!(outcomes(&again), [Same, Same, Kept, Same, Conflict, Conflict, Noted]);
    assert_eq!(again.touched, standing::Touched::default());
    let replaced = import(&instance, &text, true, false).await;
    assert_eq!(replaced.touched.followings, 1, "that is what was asked for");
    assert_eq!(is(&instance, "strict.example").await, Limited);
    assert_eq!(replaced.count(Conflict), 1, "this instance itself is never kept out");

    let written = domain_lists::export(&instance.state.db).await.unwrap();
    let mut lines: Vec<_> = written.lines().collect();
    assert_eq!(lines.remove(0), HEAD.trim());
    assert!(lines.contains(&"bad.example,suspend,True,True,=spam(1),True"), "{written}");
    assert_eq!(lines.len(), 5, "{written}");
    let same = import(&instance, &written, false, false).await;
    assert_eq!(outcomes(&same), [Same; 5]);
}

async fn reads(instance: &Instance, url: &str) -> DomainList {
    let (db, now) = (&instance.state.db, instance.now());
    let before = stored::find(&mut instance.read().await, url).await.unwrap();
    let tried = before.and_then(|list| list.tried_at);
    domain_lists::subscribe(db, &Who::CommandLine, url, now).await.unwrap();
    // A try is told from the one before by its time.
    tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    instance.state.wake.follows.notify_one();
    until("the list is read", 15, async || {
        let list = stored::find(&mut instance.read().await, url).await.unwrap().unwrap();
        (list.tried_at > tried).then_some(list)
    })
    .await
}

async fn a_subscription_keeps_out_what_its_list_names_and_no_longer(engine: Engine) {
    use PeerStanding::{Blocked, Limited, Quarantined, Trusted};
    let instance = Instance::start(engine, "metropolis").await;
    let (keeper, spammer, friend) = (Fake::start().await, Fake::start().await, Fake::start().await);
    let url = format!("{}/list.csv", keeper.origin);
    let says = |lines: &str| {
        let text = format!("{HEAD}{lines}");
        let head = [("content-type", "text/csv; charset=utf-8")];
        keeper.serve("/list.csv", answer("200 OK", &head, text.as_bytes()));
    };
    let article = spammer.article("ana", &case(0), instance.now() - 1_000);
    assert_eq!(sends(&instance, &spammer, "Create", "1", &article).await, 202);
    stand(&instance, "mine.example", Trusted).await;
    instance.follow(&friend.actor("bob")).await;
    says(&format!(
        "{},suspend,,,spam,\n{},suspend,,,,\n{},suspend,,,,\nmine.example,suspend,,,,\n\
         other.example,silence,,,,\ntaken.example,suspend,,,,\n",
        spammer.host,
        friend.host,
        instance.host(),
    ));
    let list = reads(&instance, &url).await;
    assert_eq!((list.failures, list.entries), (0, 6), "{list:?}");
    assert_eq!(is(&instance, &spammer.host).await, Blocked);
    assert_eq!(is(&instance, "deep.other.example").await, Limited);
    assert_eq!(is(&instance, "mine.example").await, Trusted, "that was decided here");
    assert_eq!(is(&instance, &friend.host).await, Quarantined, "we follow it");
    let mut tx = instance.read().await;
    let open = stored::entries(&mut tx, &list.id, Some("conflict"), "", 9).await.unwrap();
    let mut hosts: Vec<_> = open.iter().map(|entry| entry.host.as_str()).collect();
    hosts.sort_unstable();
    let mut expected = [friend.host.as_str(), instance.host()];
    expected.sort_unstable();
    assert_eq!(hosts, expected);
    drop(tx);
    // What is taken over by hand is no longer the list's.
    stand(&instance, "taken.example", Blocked).await;

    // Answers that are no list change nothing: an error, a page, an empty file, a bomb.
    let page = b"<html><body>Moved</body></html>";
    let huge = vec![b'a'; 5 * 1_048_576];
    let csv = [("content-type", "text/csv")];
    for (script, what) in [
        (answer("500 Oops", &[], b""), "500"),
        (answer("200 OK", &[("content-type", "text/html")], page), "text/html"),
        (answer("200 OK", &csv, page), "names no domain"),
        (answer("200 OK", &csv, b""), "no domain"),
        (answer("200 OK", &csv, &huge), "4194304"),
        (answer("302 Found", &[("location", "http://10.0.0.1/list.csv")], b""), "10.0.0.1"),
    ] {
        keeper.serve("/list.csv", script);
        let list = reads(&instance, &url).await;
        assert!(list.failures > 0 && list.result.contains(what), "{what}: {list:?}");
        assert!(list.next_try > instance.now(), "it is not asked again at once");
        assert_eq!(is(&instance, &spammer.host).await, Blocked, "{what}");
    }
    says("other.example,suspend,,,,\nnew.example,suspend,,,,\n");
    let list = reads(&instance, &url).await;
    assert_eq!((list.failures, list.entries), (0, 2), "{list:?}");
    assert_eq!(is(&instance, &spammer.host).await, Quarantined, "it left the list");
    assert_eq!(is(&instance, "other.example").await, Blocked);
    assert_eq!(is(&instance, "taken.example").await, Blocked);
    let (db, who) = (&instance.state.db, Who::CommandLine);
    domain_lists::unsubscribe(db, &who, &url, instance.now()).await.unwrap();
    assert_eq!(is(&instance, "new.example").await, Quarantined);
    assert_eq!(is(&instance, "taken.example").await, Blocked);
    assert!(domain_lists::unsubscribe(db, &who, &url, instance.now()).await.is_err());
}

async fn a_list_is_not_read_from_inside(engine: Engine) {
    let inside = Fake::start().await;
    let instance = Instance::start_with(engine, "metropolis", |config| {
        config.domain = Some("cases.example".into());
        config.federation.insecure_local_federation = Some(false);
    })
    .await;
    let port = inside.host.rsplit(':').next().unwrap();
    for url in [
        inside.inbox(),
        format!("https://localhost:{port}/list.csv"),
        "https://127.0.0.1/list.csv".into(),
        "https://[::1]/list.csv".into(),
        "https://169.254.169.254/latest/meta-data/".into(),
        "https://localhost/list.csv".into(),
        "http://lists.example/list.csv".into(),
    ] {
        let list = reads(&instance, &url).await;
        assert_eq!((list.failures, list.succeeded_at), (1, None), "{url}: {}", list.result);
    }
    let (db, now) = (&instance.state.db, instance.now());
    for url in ["file:///etc/passwd", "https://u:p@lists.example/", "list.csv", ""] {
        let refused = domain_lists::subscribe(db, &Who::CommandLine, url, now).await;
        assert!(refused.is_err(), "{url}");
    }
    assert!(inside.requests().is_empty());
}
