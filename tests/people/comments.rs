//! Comments by people of an instance: written, answered, changed, deleted, moderated, and told to
//! other instances.

use kontor::{
    config::Moderation,
    domain::{account::Role, case_study::parse},
    store::comments,
};

use super::browser::{Browser, Seen, member, site, site_with, token};
use crate::{
    checks,
    common::sample_records,
    fake::Fake,
    instance::{Engine, Instance, on_each_engine, until},
};

on_each_engine!(
    a_comment_is_written_answered_changed_and_deleted_by_its_author_alone,
    a_comment_is_text_and_markdown_and_bounded,
    where_editors_look_first_a_comment_waits_and_goes_out_when_it_is_shown,
    a_comment_reaches_another_instance_and_so_do_its_edit_and_its_deletion,
    a_comment_is_a_note_of_the_persons_own_actor,
    a_comment_that_editors_hide_is_gone_on_other_servers_for_good,
);

/// An instance with one case; the path of its page.
async fn with_case(site: &Instance) -> String {
    let case = site.publish(parse(&sample_records()[0]).unwrap()).await;
    format!("/cases/{}", case.page)
}

async fn say(site: &Instance, by: &Browser, case: &str, text: &str) -> Seen {
    let page = by.page(site, case).await;
    by.submit(site, &page, &format!("{case}/comment"), &[("text", text)]).await
}

/// The number at the end of where somebody was led.
fn number(seen: &Seen) -> String {
    assert_eq!(seen.status, 303, "{}", seen.body);
    let place = seen.header("location");
    place.rsplit(['-', '/']).next().unwrap().to_owned()
}

async fn a_comment_is_written_answered_changed_and_deleted_by_its_author_alone(engine: Engine) {
    let site = site(engine).await;
    let case = with_case(&site).await;
    let (ana, bob) = (
        member(&site, "ana", Role::Citymaker).await,
        member(&site, "bob", Role::InstanceAdmin).await,
    );
    let stranger = Browser::new();
    let public = stranger.page(&site, &case).await;
    assert!(!public.contains("name=\"text\"") && public.contains("/login?next="), "{public}");
    let first = number(&say(&site, &ana, &case, "Well done").await);
    assert!(stranger.page(&site, &case).await.contains("<p>Well done</p>"));
    // In the language of the page, unless another is chosen.
    let mut tx = site.read().await;
    let kept = comments::by_num(&mut tx, first.parse().unwrap()).await.unwrap().unwrap();
    assert_eq!(kept.language.as_deref(), Some("en"));
    drop(tx);
    let page = bob.page(&site, &case).await;
    let answer = format!("{case}/comment?to={first}");
    assert!(page.contains(&format!("href=\"{answer}\"")));
    assert!(!page.contains(&format!("href=\"/comments/{first}\"")), "it is not his to change");
    let form = bob.page(&site, &answer).await;
    assert!(form.contains("Answer ana of the tests") && form.contains("<p>Well done</p>"));
    let fields = [("text", "Agreed"), ("language", "de")];
    let second = number(&bob.submit(&site, &form, &format!("{case}/comment"), &fields).await);
    let page = stranger.page(&site, &case).await;
    assert!(page.contains("comment step-2") && page.contains("lang=\"de\""), "{page}");
    assert!(page.contains(&format!("href=\"#comment-{first}\"")));

    // Only its author changes it, whatever the role of another.
    let own = format!("/comments/{first}");
    site.rests().await;
    let rows = site.rows().await;
    assert_eq!(bob.get(&site, &own).await.status, 404);
    let token_of_bob = bob.token(&site).await;
    for act in ["save", "delete"] {
        let fields = [("csrf", token_of_bob.as_str()), ("do", act), ("text", "Mine")];
        assert_eq!(bob.post(&site, &own, &fields).await.status, 404, "{act}");
        assert_eq!(ana.post(&site, &own, &fields).await.status, 403, "{act}");
        assert_eq!(stranger.post(&site, &own, &fields).await.status, 403, "{act}");
        assert_eq!(stranger.post(&site, &own, &fields[1..]).await.status, 303, "{act}");
    }
    let fields = [("text", "No token")];
    let target = format!("{case}/comment");
    assert_eq!(ana.post(&site, &target, &fields).await.status, 403);
    assert_eq!(stranger.post(&site, &target, &fields).await.status, 303);
    assert!(stranger.get(&site, &answer).await.header("location").starts_with("/login?next="));
    assert_eq!(site.rows().await, rows);
    let page = ana.page(&site, &own).await;
    assert!(page.contains(">Well done</textarea>"));
    let seen = ana.submit(&site, &page, &own, &[("text", "Very well done")]).await;
    assert_eq!(number(&seen), first);
    assert!(stranger.page(&site, &case).await.contains("<p>Very well done</p>"));
    let seen = ana.submit(&site, &page, &own, &[("do", "delete")]).await;
    assert_eq!(seen.header("location"), format!("{case}#comments"));
    let page = stranger.page(&site, &case).await;
    assert!(
        !page.contains("well done") && page.contains("Agreed") && page.contains("comment-gone")
    );
    assert_eq!(ana.get(&site, &own).await.status, 404, "it is gone for its author, too");
    // What is gone is not answered.
    assert_eq!(bob.get(&site, &answer).await.status, 404);
    let fields = [("csrf", token_of_bob.as_str()), ("text", "x"), ("to", first.as_str())];
    assert_eq!(bob.post(&site, &target, &fields).await.status, 404);
    let fields = [("csrf", token_of_bob.as_str()), ("text", "x"), ("to", second.as_str())];
    assert_eq!(bob.post(&site, "/cases/nothing/comment", &fields).await.status, 404);
    site.stop().await;
}

async fn a_comment_is_text_and_markdown_and_bounded(engine: Engine) {
    let site = site(engine).await;
    let case = with_case(&site).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let nasty =
        "<script>alert(1)</script>\n\n*good* [x](javascript:alert(1)) <img src=x onerror=y>";
    let num = number(&say(&site, &ana, &case, nasty).await);
    let own = ana.page(&site, &format!("/comments/{num}")).await;
    for page in [&Browser::new().page(&site, &case).await, &own] {
        for markup in ["<script>alert", "href=\"javascript", "<img src=x"] {
            assert!(!page.contains(markup), "{markup}");
        }
    }
    assert!(Browser::new().page(&site, &case).await.contains("<em>good</em>"));
    for (text, language) in [("", "en"), (" \n\u{202e}", "en")] {
        let page = ana.page(&site, &case).await;
        let fields = [("text", text), ("language", language)];
        let seen = ana.submit(&site, &page, &format!("{case}/comment"), &fields).await;
        assert_eq!(seen.status, 422, "{text:?}");
        checks::page("a comment", &seen.body);
    }
    let long = "路".repeat(10_001);
    let seen = say(&site, &ana, &case, &long).await;
    assert_eq!(seen.status, 422);
    assert!(seen.body.contains(&long), "nothing typed is lost");
    assert_eq!(say(&site, &ana, &case, &long[3..]).await.status, 303);
    // A language nobody knows is none.
    let page = ana.page(&site, &case).await;
    let fields = [("text", "Odd"), ("language", "\"><script>")];
    let odd = number(&ana.submit(&site, &page, &format!("{case}/comment"), &fields).await);
    let mut tx = site.read().await;
    let odd = comments::by_num(&mut tx, odd.parse().unwrap()).await.unwrap().unwrap();
    assert_eq!(odd.language, None);
    drop(tx);
    site.stop().await;
}

async fn where_editors_look_first_a_comment_waits_and_goes_out_when_it_is_shown(engine: Engine) {
    let site = site_with(engine, |config| config.comments.moderation = Moderation::Before).await;
    let case = with_case(&site).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let ed = member(&site, "ed", Role::Editor).await;
    let num = number(&say(&site, &ana, &case, "May I say so").await);
    let own = ana.page(&site, &format!("/comments/{num}")).await;
    assert!(own.contains("An editor looks at your comment"));
    let stranger = Browser::new();
    assert!(!stranger.page(&site, &case).await.contains("May I say so"));
    site.rests().await;
    let uri = {
        let mut tx = site.read().await;
        comments::by_num(&mut tx, num.parse().unwrap()).await.unwrap().unwrap().uri
    };
    let told = async || {
        let mut tx = site.read().await;
        kontor::store::activities::about(&mut tx, &uri, 9).await.unwrap().len()
    };
    assert_eq!(told().await, 0, "nobody is told of what waits");
    let object = uri.strip_prefix(site.origin()).unwrap();
    let kind = "application/activity+json";
    assert_eq!(stranger.get_with(&site, object, "accept", kind).await.status, 404);
    let queue = ed.page(&site, "/desk/comments").await;
    assert!(queue.contains("May I say so"));
    let fields = [("comment", num.as_str()), ("to", "shown")];
    let seen = ed.submit(&site, &queue, "/desk/comments", &fields).await;
    assert_eq!(seen.status, 303);
    assert!(stranger.page(&site, &case).await.contains("May I say so"));
    until("the comment is told", 20, async || (told().await == 1).then_some(())).await;
    // A changed one is looked at again; an editor's own needs nobody.
    let page = ana.page(&site, &format!("/comments/{num}")).await;
    let seen = ana.submit(&site, &page, &format!("/comments/{num}"), &[("text", "Other")]).await;
    assert_eq!(seen.header("location"), format!("/comments/{num}"));
    assert!(!stranger.page(&site, &case).await.contains("Other"));
    number(&say(&site, &ed, &case, "By an editor").await);
    assert!(stranger.page(&site, &case).await.contains("By an editor"));
    // What an editor took out of sight does not come back by an edit.
    let queue = ed.page(&site, "/desk/comments").await;
    let csrf = token(&queue);
    let fields = [("csrf", csrf.as_str()), ("comment", num.as_str()), ("to", "hidden")];
    assert_eq!(ed.post(&site, "/desk/comments", &fields).await.status, 303);
    let page = ana.page(&site, &format!("/comments/{num}")).await;
    assert!(page.contains("taken this comment out of sight"));
    ana.submit(&site, &page, &format!("/comments/{num}"), &[("text", "Once more")]).await;
    assert!(!stranger.page(&site, &case).await.contains("Once more"));
    let page = ana.page(&site, &format!("/comments/{num}")).await;
    let seen = ana.submit(&site, &page, &format!("/comments/{num}"), &[("do", "delete")]).await;
    assert_eq!(seen.status, 303);
    site.stop().await;
}

async fn a_comment_reaches_another_instance_and_so_do_its_edit_and_its_deletion(engine: Engine) {
    let (here, there) = tokio::join!(site(engine), Instance::start(engine, "eurocities"));
    let case = with_case(&here).await;
    there.follow(here.host()).await;
    there.has_read_back(here.host()).await;
    there.shows(1).await;
    let copy = format!("/cases/{}", there.shown().await[0].page);
    let ana = member(&here, "ana", Role::Citymaker).await;
    // Whoever follows her is told: the other instance does.
    there.follow(&format!("{}/@ana", here.origin())).await;
    let reader = Browser::new();
    until("ana is followed", 30, async || {
        let mut tx = here.read().await;
        let ana = kontor::store::actors::by_handle(&mut tx, "ana").await.unwrap().unwrap();
        let count = kontor::store::follows::count_followers(&mut tx, &ana.uri).await.unwrap();
        (count > 0).then_some(())
    })
    .await;
    let num = number(&say(&here, &ana, &case, "Seen from afar").await);
    let sees = async |text: &'static str, is: bool| {
        until(&format!("{text} {is}"), 30, async || {
            let page = reader.get(&there, &copy).await.body;
            (page.contains(text) == is).then_some(())
        })
        .await;
    };
    sees("Seen from afar", true).await;
    let own = format!("/comments/{num}");
    let page = ana.page(&here, &own).await;
    ana.submit(&here, &page, &own, &[("text", "Seen more clearly")]).await;
    sees("Seen more clearly", true).await;
    ana.submit(&here, &page, &own, &[("do", "delete")]).await;
    sees("Seen more clearly", false).await;
    // The other way: somebody there answers the case of here, and its author here is told.
    super::browser::account(&there, "bob", Role::Citymaker).await;
    let bob = Browser::new();
    bob.sign_in(&there, "bob").await;
    number(&say(&there, &bob, &copy, "From the other side").await);
    until("the comment arrives", 30, async || {
        reader.get(&here, &case).await.body.contains("From the other side").then_some(())
    })
    .await;
    here.stop().await;
    there.stop().await;
}

async fn a_comment_is_a_note_of_the_persons_own_actor(engine: Engine) {
    let site = site(engine).await;
    let fake = Fake::start().await;
    let case = with_case(&site).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let mut tx = site.read().await;
    let actor = kontor::store::actors::by_handle(&mut tx, "ana").await.unwrap().unwrap();
    drop(tx);
    let follow = fake.activity("Follow", "f", "flo", serde_json::json!(actor.uri));
    assert_eq!(fake.send(site.origin(), "flo", &follow, site.now()).await, 202);
    site.rests().await;
    let num = number(&say(&site, &ana, &case, "Good *work*").await);
    let told = until("a Create", 20, async || fake.posted_of("Create").pop()).await;
    assert_eq!(
        (&told["actor"], &told["object"]["attributedTo"]),
        (&actor.uri.clone().into(), &actor.uri.clone().into())
    );
    assert_eq!(told["object"]["content"], "<p>Good <em>work</em></p>");
    assert_eq!(told["object"]["contentMap"]["en"], "<p>Good <em>work</em></p>");
    assert!(told["object"]["url"].as_str().unwrap().ends_with(&format!("{case}#comment-{num}")));
    let own = format!("/comments/{num}");
    let page = ana.page(&site, &own).await;
    ana.submit(&site, &page, &own, &[("text", "Great work")]).await;
    let told = until("an Update", 20, async || fake.posted_of("Update").pop()).await;
    assert_eq!(told["object"]["content"], "<p>Great work</p>");
    ana.submit(&site, &page, &own, &[("do", "delete")]).await;
    let told = until("a Delete", 20, async || fake.posted_of("Delete").pop()).await;
    assert_eq!(told["object"]["type"], "Tombstone");
    site.stop().await;
}

async fn a_comment_that_editors_hide_is_gone_on_other_servers_for_good(engine: Engine) {
    let site = site(engine).await;
    let fake = Fake::start().await;
    let case = with_case(&site).await;
    let ana = member(&site, "ana", Role::Citymaker).await;
    let ed = member(&site, "ed", Role::Editor).await;
    let mut tx = site.read().await;
    let actor = kontor::store::actors::by_handle(&mut tx, "ana").await.unwrap().unwrap();
    drop(tx);
    let follow = fake.activity("Follow", "f", "flo", serde_json::json!(actor.uri));
    assert_eq!(fake.send(site.origin(), "flo", &follow, site.now()).await, 202);
    site.rests().await;
    let judge = async |num: &str, to: &str| {
        let queue = ed.page(&site, "/desk/comments").await;
        assert!(queue.contains("shown here only"), "{queue}");
        let fields = [("csrf", &*token(&queue)), ("comment", num), ("to", to)];
        assert_eq!(ed.post(&site, "/desk/comments", &fields).await.status, 303, "{to}");
        site.rests().await;
    };
    let heard = || ["Create", "Update", "Delete"].map(|kind| fake.posted_of(kind).len());
    let num = number(&say(&site, &ana, &case, "Good work").await);
    site.rests().await;
    assert_eq!(heard(), [1, 0, 0]);
    let uri = {
        let mut tx = site.read().await;
        comments::by_num(&mut tx, num.parse().unwrap()).await.unwrap().unwrap().uri
    };
    judge(&num, "hidden").await;
    assert_eq!(heard(), [1, 0, 1]);
    let told = fake.posted_of("Delete").remove(0);
    assert_eq!(
        (&told["actor"], &told["object"]["type"], &told["object"]["id"]),
        (&actor.uri.clone().into(), &"Tombstone".into(), &uri.clone().into())
    );
    let reader = Browser::new();
    let object = uri.strip_prefix(site.origin()).unwrap().to_owned();
    let as_object = async |path: &str| {
        reader.get_with(&site, path, "accept", "application/activity+json").await
    };
    assert_eq!(as_object(&object).await.status, 410);
    assert!(!reader.page(&site, &case).await.contains("Good work"));

    // Shown again, it is read here and nowhere else, whatever its author does.
    judge(&num, "shown").await;
    assert!(reader.page(&site, &case).await.contains("Good work"));
    assert_eq!(as_object(&object).await.status, 410);
    let own = format!("/comments/{num}");
    let page = ana.page(&site, &own).await;
    ana.submit(&site, &page, &own, &[("text", "Great work")]).await;
    assert!(reader.page(&site, &case).await.contains("Great work"));
    judge(&num, "rejected").await;
    ana.submit(&site, &page, &own, &[("do", "delete")]).await;
    site.rests().await;
    assert_eq!(heard(), [1, 0, 1]);

    // What another server sent is taken out of sight without a word to anybody.
    let case_uri = {
        let mut tx = site.read().await;
        let page = case.trim_start_matches("/cases/");
        kontor::store::cases::by_page(&mut tx, page).await.unwrap().unwrap().uri
    };
    let note = serde_json::json!({
        "id": format!("{}/o/n", fake.origin), "type": "Note", "inReplyTo": case_uri,
        "attributedTo": fake.actor("flo"), "content": "<p>From afar</p>",
        "published": "2026-01-02T03:04:05Z",
        "to": ["https://www.w3.org/ns/activitystreams#Public"],
    });
    let create = fake.activity("Create", "c", "flo", note);
    assert_eq!(fake.send(site.origin(), "flo", &create, site.now()).await, 202);
    site.rests().await;
    let theirs = {
        let mut tx = site.read().await;
        comments::find(&mut tx, &format!("{}/o/n", fake.origin)).await.unwrap().unwrap().num
    };
    judge(&theirs.to_string(), "hidden").await;
    assert!(!reader.page(&site, &case).await.contains("From afar"));
    assert_eq!(heard(), [1, 0, 1]);
    site.stop().await;
}
