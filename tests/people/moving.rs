//! Accounts that move: between real instances, with followers on a third one.

use kontor::{app::person, domain::account::Role};
use serde_json::Value;

use super::browser::{Browser, PASSWORD, Seen, member, site};
use crate::{
    checks,
    instance::{Engine, Instance, on_each_engine, until, until_seconds},
};

on_each_engine!(
    who_follows_an_account_follows_it_to_where_it_moved,
    an_account_moves_only_to_one_that_names_it_and_not_to_and_fro,
    an_old_account_is_named_and_forgotten,
);

async fn uri(site: &Instance, handle: &str) -> String {
    person::find(&mut site.read().await, handle).await.unwrap().uri
}

async fn document(uri: &str) -> Value {
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    let asked = http.get(uri).header("accept", "application/activity+json").send().await.unwrap();
    serde_json::from_str(&asked.text().await.unwrap()).unwrap()
}

async fn act(site: &Instance, browser: &Browser, fields: &[(&str, &str)]) -> Seen {
    let page = browser.page(site, "/account/move").await;
    let seen = browser.submit(site, &page, "/account/move", fields).await;
    checks::page("moving", if seen.status == 303 { &page } else { &seen.body });
    seen
}

async fn add(site: &Instance, browser: &Browser, old: &str) -> Seen {
    act(site, browser, &[("do", "add"), ("address", old)]).await
}

async fn go(site: &Instance, browser: &Browser, new: &str, password: &str) -> Seen {
    act(site, browser, &[("do", "go"), ("address", new), ("password", password)]).await
}

fn says(seen: &Seen, words: &str) {
    assert_eq!(seen.status, 422, "{words}: {}", seen.body);
    assert!(seen.body.contains(words), "{words}: {}", seen.body);
}

async fn who_follows_an_account_follows_it_to_where_it_moved(engine: Engine) {
    let (old, new, third) = (site(engine).await, site(engine).await, site(engine).await);
    let here = member(&old, "ana", Role::Citymaker).await;
    let there = member(&new, "ana.there", Role::Citymaker).await;
    let (from, to) = (uri(&old, "ana").await, uri(&new, "ana.there").await);
    third.follow(&from).await;
    let state = async |wanted: &str| {
        let mut tx = third.read().await;
        let network = third.network();
        let found = kontor::store::follows::following_of(&mut tx, network, wanted).await.unwrap();
        found.map(|following| following.state)
    };
    until("the follow is accepted", 20, async || {
        (state(&from).await.as_deref() == Some("accepted")).then_some(())
    })
    .await;
    assert_eq!(add(&new, &there, &format!("@ana@{}", old.host())).await.status, 303);
    let address = format!("@ana.there@{}", new.host());
    let gone = go(&old, &here, &address, PASSWORD).await;
    assert_eq!(gone.header("location"), "/account/move?done=moved", "{}", gone.body);
    until_seconds(30, async || match (state(&from).await, state(&to).await) {
        (Some(from), Some(to)) if (&*from, &*to) == ("ended", "accepted") => Ok(()),
        other => Err(format!("{other:?}")),
    })
    .await;
    let (left, came) = (document(&from).await, document(&to).await);
    assert_eq!(left["movedTo"], to.as_str(), "{left}");
    assert_eq!(came["alsoKnownAs"][0], from.as_str(), "{came}");
    assert!(came.get("movedTo").is_none(), "{came}");
    let page = Browser::new().page(&old, "/@ana").await;
    assert!(page.contains("has moved to") && page.contains(&address), "{page}");
    assert!(here.page(&old, "/account/move?done=moved").await.contains("You moved to"));
    for site in [old, new, third] {
        site.stop().await;
    }
}

async fn an_account_moves_only_to_one_that_names_it_and_not_to_and_fro(engine: Engine) {
    let (old, new) = (site(engine).await, site(engine).await);
    let here = member(&old, "ana", Role::Citymaker).await;
    let there = member(&new, "ana", Role::Citymaker).await;
    let (ours, theirs) = (format!("@ana@{}", old.host()), format!("@ana@{}", new.host()));
    let from = uri(&old, "ana").await;
    says(&go(&old, &here, &theirs, PASSWORD).await, "does not name");
    says(&go(&old, &here, &ours, PASSWORD).await, "is on this server already");
    says(&go(&old, &here, "<script>", PASSWORD).await, "No account was found");
    says(
        &go(&old, &here, &format!("@nobody@{}", new.host()), PASSWORD).await,
        "No account was found",
    );
    says(&go(&old, &here, "@ana@localhost:1", PASSWORD).await, "does not answer");
    // By its id as well.
    assert_eq!(add(&new, &there, &from).await.status, 303);
    says(&go(&old, &here, &theirs, "wrong").await, "password");
    let token = here.token(&old).await;
    for (browser, csrf) in [(&Browser::new(), token.as_str()), (&here, "")] {
        let fields = [("csrf", csrf), ("do", "go"), ("address", &*theirs), ("password", PASSWORD)];
        let seen = browser.post(&old, "/account/move", &fields).await;
        assert!(!seen.header("location").contains("done"), "{}", seen.body);
    }
    assert!(document(&from).await.get("movedTo").is_none());
    assert_eq!(go(&old, &here, &theirs, PASSWORD).await.status, 303);
    // Nobody moves on to where somebody left.
    assert_eq!(add(&old, &here, &theirs).await.status, 303);
    says(&go(&new, &there, &ours, PASSWORD).await, "has itself moved elsewhere");
    // Back again, and off to another one within the pause.
    let done = act(&old, &here, &[("do", "undo")]).await;
    assert_eq!(done.header("location"), "/account/move?done=undone");
    assert!(document(&from).await.get("movedTo").is_none());
    let page = Browser::new().page(&old, "/@ana").await;
    assert!(!page.contains("has moved to"), "{page}");
    says(&go(&old, &here, &theirs, PASSWORD).await, "You moved a short while ago");
    old.stop().await;
    new.stop().await;
}

async fn an_old_account_is_named_and_forgotten(engine: Engine) {
    let (old, new) = (site(engine).await, site(engine).await);
    let _former = member(&old, "ana", Role::Citymaker).await;
    let ana = member(&new, "ana", Role::Citymaker).await;
    let (from, to) = (uri(&old, "ana").await, uri(&new, "ana").await);
    let ours = format!("@ana@{}", old.host());
    assert_eq!(add(&new, &ana, &ours).await.header("location"), "/account/move?done=added");
    assert_eq!(add(&new, &ana, &from).await.status, 303, "twice is once");
    let page = ana.page(&new, "/account/move").await;
    assert_eq!(page.matches("name=\"account\"").count(), 1, "{page}");
    assert!(page.contains(&ours), "{page}");
    assert_eq!(document(&to).await["alsoKnownAs"], serde_json::json!([from]));
    let gone = ana.submit(&new, &page, "/account/move", &[("do", "remove")]).await;
    assert_eq!(gone.header("location"), "/account/move?done=removed");
    assert_eq!(document(&to).await["alsoKnownAs"], serde_json::json!([]));
    old.stop().await;
    new.stop().await;
}
