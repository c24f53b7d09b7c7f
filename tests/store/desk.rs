//! Manuscripts: written by several people, reviewed, published, and never overwritten.

use crate::{
    build::{HOST, NOW, events_of, sample},
    common::db::on_both_engines,
};
use kontor::{
    app::{
        access::Who,
        desk::{By, Desk, No},
        publish::{self, Publisher},
    },
    domain::{
        account::{Member, Role},
        desk::{Draft, Objection, Part},
        event::Event,
        vocabulary::EditorialState::{self, *},
    },
    store::{
        Db, audit, cases,
        manuscripts::{self, Asked, Author},
        reviewing,
    },
    urls::Urls,
};
use serde_json::json;

on_both_engines!(
    two_people_saving_the_same_draft_at_once_lose_nothing,
    a_form_that_was_open_for_days_overwrites_nothing,
    a_case_goes_from_its_author_over_a_reviewer_to_the_public,
    a_step_outside_the_table_or_by_the_wrong_person_changes_nothing,
    a_stranger_does_not_even_learn_that_there_is_a_manuscript,
    a_published_case_stays_as_it_is_while_its_next_revision_is_written,
    nobody_approves_a_text_that_they_did_not_read,
    what_was_scheduled_is_published_at_its_time_and_not_before,
    a_former_revision_and_a_former_version_come_back,
    notes_are_answered_by_authors_and_settled_by_reviewers,
);

fn desk(db: &Db) -> Desk {
    Desk {
        db: db.clone(),
        publisher: Publisher {
            urls: Urls::new(&format!("https://{HOST}")),
            actor: format!("https://{HOST}/a/network"),
        },
        network: "iclei".into(),
        own_cases: false,
    }
}

fn member(handle: &str, role: Role) -> Member {
    Member { id: format!("01{handle}"), handle: handle.into(), name: handle.into(), role }
}

fn full() -> Draft {
    Draft::of(&sample())
}

fn typed(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, text)| ((*name).into(), (*text).into())).collect()
}

async fn state_of(db: &Db, id: &str) -> (EditorialState, i64) {
    let mut tx = db.read().await.unwrap();
    let found = manuscripts::find(&mut tx, id).await.unwrap().unwrap();
    (found.state, found.version)
}

async fn two_people_saving_the_same_draft_at_once_lose_nothing(db: Db) {
    let desk = desk(&db);
    let (ana, ben) = (member("ana", Role::Citymaker), member("ben", Role::Citymaker));
    let start = Draft::read(&json!({"title": "Start", "summary": "Old"})).unwrap();
    let begun = desk.begin(&ana, start, NOW).await.unwrap();
    let other = Author { account: ben.id.clone(), handle: "ben".into(), name: "Ben".into() };
    assert!(desk.add_author(&By::member(&ana), &begun.id, &other, NOW).await.unwrap());

    // Twenty saves from the same beginning, all at once: of different sections, and of one title.
    let mut saves = tokio::task::JoinSet::new();
    let sections = ["context", "challenge", "solution", "results", "lessons"];
    for n in 0..20 {
        let (desk, id) = (desk.clone(), begun.id.clone());
        let who = if n % 2 == 0 { ana.clone() } else { ben.clone() };
        saves.spawn(async move {
            let (part, form) = match sections.get(n) {
                Some(name) => {
                    (Part::Story, vec![(format!("sections.{name}"), format!("text {n}"))])
                }
                None => (Part::Basics, vec![("title".to_owned(), format!("Title {n}"))]),
            };
            desk.save_part(&By::member(&who), &id, 1, (part, &form), NOW + n as i64).await.unwrap()
        });
    }
    while let Some(saved) = saves.join_next().await {
        saved.unwrap();
    }
    let mut tx = db.read().await.unwrap();
    let now = manuscripts::find(&mut tx, &begun.id).await.unwrap().unwrap();
    let clashes = reviewing::clashes(&mut tx, &begun.id).await.unwrap();
    drop(tx);
    for (n, section) in sections.iter().enumerate() {
        assert_eq!(now.draft.text(&format!("sections.{section}")), format!("text {n}"));
    }
    assert_eq!(now.draft.text("summary"), "Old");
    let mut titles: Vec<String> =
        clashes.iter().map(|clash| serde_json::from_str(&clash.other).unwrap()).collect();
    titles.push(now.draft.title());
    titles.sort();
    let mut wrote: Vec<String> = (5..20).map(|n| format!("Title {n}")).collect();
    wrote.sort();
    assert_eq!(titles, wrote, "every title that anybody typed is there");

    // It cannot be handed in before somebody chose; choosing keeps one and settles it.
    let mine = clashes.first().unwrap();
    let by = By::member(&ben);
    desk.choose(&by, &begun.id, &mine.id, true, NOW).await.unwrap();
    assert!(matches!(desk.choose(&by, &begun.id, &mine.id, true, NOW).await, Err(No::NotFound)));
    let mut tx = db.read().await.unwrap();
    let now = manuscripts::find(&mut tx, &begun.id).await.unwrap().unwrap();
    assert_eq!(json!(now.draft.title()).to_string(), mine.other);
    assert_eq!(reviewing::clashes(&mut tx, &begun.id).await.unwrap().len(), clashes.len() - 1);
}

async fn a_form_that_was_open_for_days_overwrites_nothing(db: Db) {
    let desk = desk(&db);
    let ana = member("ana", Role::Citymaker);
    let by = By::member(&ana);
    let begun = desk.begin(&ana, Draft::default(), NOW).await.unwrap();
    let save = async |base: i64, text: &str, now: i64| {
        let form = typed(&[("title", text)]);
        desk.save_part(&by, &begun.id, base, (Part::Basics, &form), now).await.unwrap()
    };
    let mut version = 1;
    for n in 0..30 {
        version = save(version, &format!("Title {n}"), NOW + n * 1_000).await.version;
    }
    // Saves of one sitting are one in the list; each is there for who has it open.
    let mut tx = db.read().await.unwrap();
    let listed = manuscripts::versions(&mut tx, &begun.id, 100).await.unwrap();
    assert_eq!(listed.iter().map(|one| one.version).collect::<Vec<_>>(), [31, 1]);
    drop(tx);
    let days = NOW + 5 * 86_400_000;
    save(version, "Days later", days).await;
    let mut tx = db.read().await.unwrap();
    assert!(manuscripts::version(&mut tx, &begun.id, 20).await.unwrap().is_none(), "it passed");
    drop(tx);
    let late = save(20, "From an old window", days + 1).await;
    assert_eq!(late.clashes, 1);
    let mut tx = db.read().await.unwrap();
    let now = manuscripts::find(&mut tx, &begun.id).await.unwrap().unwrap();
    assert_eq!(now.draft.title(), "Days later");
    // Saving what is there already makes no version.
    drop(tx);
    assert_eq!(save(now.version, "Days later", days + 2).await.version, now.version);
}

async fn a_case_goes_from_its_author_over_a_reviewer_to_the_public(db: Db) {
    let desk = desk(&db);
    let ana = member("ana", Role::Citymaker);
    let (rex, eve) = (member("rex", Role::Reviewer), member("eve", Role::Editor));
    let id = desk.begin(&ana, full(), NOW).await.unwrap().id;
    let clock = std::sync::atomic::AtomicI64::new(NOW);
    let to = async |who: &Member, state, reason: &'static str| {
        let now = clock.fetch_add(1_000, std::sync::atomic::Ordering::Relaxed);
        desk.step(&By::member(who), &id, state, (None, reason), now).await
    };
    to(&ana, Submitted, "").await.unwrap();
    let mut tx = db.read().await.unwrap();
    let asked = Asked { state: Some(Submitted), untaken: true, ..Asked::default() };
    let queue = manuscripts::list(&mut tx, &asked, (0, ""), 10).await.unwrap();
    assert_eq!(queue.len(), 1);
    drop(tx);
    let taken = to(&rex, InReview, "").await.unwrap();
    assert_eq!(taken.reviewer.unwrap().1, "rex");
    assert!(matches!(to(&rex, ChangesRequested, " ").await, Err(No::NoReason)));
    to(&rex, ChangesRequested, "Which year?").await.unwrap();
    to(&ana, Submitted, "").await.unwrap();
    to(&rex, InReview, "").await.unwrap();
    to(&rex, Approved, "").await.unwrap();
    assert!(matches!(to(&rex, Published, "").await, Err(No::Objection(Objection::NoEditor))));
    assert!(events_of(&db).await.is_empty(), "nobody was told anything until now");
    let published = to(&eve, Published, "").await.unwrap();
    let key = published.case_key.unwrap();
    let mut tx = db.read().await.unwrap();
    let case = cases::by_key(&mut tx, &key).await.unwrap().unwrap();
    assert!(case.is_shown());
    assert!(case.case.editorial.last_reviewed.is_some());
    assert_eq!(events_of(&db).await, [Event::CasePublished { id: case.id }]);
    let steps = reviewing::steps(&mut tx, &id).await.unwrap();
    assert_eq!(steps.len(), 7);
    assert_eq!((steps[2].who.as_str(), steps[2].reason.as_str()), ("@rex", "Which year?"));
    let acts = audit::newest(&mut tx, 50).await.unwrap();
    for what in ["manuscript.submitted", "manuscript.approved", "manuscript.published"] {
        assert!(acts.iter().any(|act| act.what == what), "{what}");
    }
    drop(tx);
    // Taken back with a reason, by an editor alone.
    assert!(to(&ana, Withdrawn, "mine").await.is_err());
    assert!(matches!(to(&eve, Withdrawn, "").await, Err(No::NoReason)));
    desk.withdraw_case(&By::member(&eve), &key, "It was never built.", NOW).await.unwrap();
    let mut tx = db.read().await.unwrap();
    assert!(!cases::by_key(&mut tx, &key).await.unwrap().unwrap().is_shown());
    drop(tx);
    assert_eq!(state_of(&db, &id).await.0, Withdrawn);
}

async fn a_step_outside_the_table_or_by_the_wrong_person_changes_nothing(db: Db) {
    let desk = desk(&db);
    let ana = member("ana", Role::Citymaker);
    let eve = member("eve", Role::InstanceAdmin);
    let unfinished = desk.begin(&ana, Draft::default(), NOW).await.unwrap().id;
    let submit = desk.step(&By::member(&ana), &unfinished, Submitted, (None, ""), NOW).await;
    assert!(matches!(submit, Err(No::Incomplete(missing)) if missing.refused.len() > 5));
    let own = desk.begin(&eve, full(), NOW).await.unwrap().id;
    let by = By::member(&eve);
    for to in [Submitted, InReview] {
        desk.step(&by, &own, to, (None, ""), NOW).await.unwrap();
    }
    let approve = desk.step(&by, &own, Approved, (None, ""), NOW).await;
    assert!(matches!(approve, Err(No::Objection(Objection::OwnCase))), "{approve:?}");
    let mut allowed = desk.clone();
    allowed.own_cases = true;
    allowed.step(&by, &own, Approved, (None, ""), NOW).await.unwrap();
    // From every state, whatever the table does not have is refused and changes nothing.
    for &to in EditorialState::ALL {
        for (id, from) in [(&unfinished, Writing), (&own, Approved)] {
            if from.may_become(to) {
                continue;
            }
            let before = state_of(&db, id).await;
            let answer = desk.step(&By::keeper(Who::CommandLine), id, to, (None, "x"), NOW).await;
            assert!(matches!(answer, Err(No::Objection(Objection::NoSuchStep(..)))), "{to}");
            assert_eq!(state_of(&db, id).await, before);
        }
    }
    // Nothing is typed into what waits for its publication.
    let form = typed(&[("title", "Changed behind their backs")]);
    let save = desk.save_part(&by, &own, 1, (Part::Basics, &form), NOW).await;
    assert!(matches!(save, Err(No::Objection(_))));
}

use EditorialState::Draft as Writing;

async fn a_stranger_does_not_even_learn_that_there_is_a_manuscript(db: Db) {
    let desk = desk(&db);
    let (ana, ben) = (member("ana", Role::Citymaker), member("ben", Role::Contributor));
    let id = desk.begin(&ana, full(), NOW).await.unwrap().id;
    let by = By::member(&ben);
    let before = state_of(&db, &id).await;
    let form = typed(&[("title", "Mine now")]);
    let clash = desk.choose(&by, &id, "01X", true, NOW).await.map(drop);
    let ben_too = Author { account: ben.id.clone(), handle: "ben".into(), name: "Ben".into() };
    let refused = [
        desk.open(&by, &id).await.map(drop),
        desk.save_part(&by, &id, 1, (Part::Basics, &form), NOW).await.map(drop),
        desk.step(&by, &id, Withdrawn, (None, ""), NOW).await.map(drop),
        desk.add_author(&by, &id, &ben_too, NOW).await.map(drop),
        desk.remove_author(&by, &id, &ana.id, NOW).await,
        desk.answer(&by, &id, ("01X", "hm"), NOW).await,
        desk.return_to(&by, &id, (1, 1), NOW).await.map(drop),
        clash,
    ];
    for (at, answer) in refused.into_iter().enumerate() {
        assert!(matches!(answer, Err(No::NotFound)), "{at}: {answer:?}");
    }
    let roles = [
        desk.note(&by, &id, ("title", "hm"), NOW).await.map(drop),
        desk.resolve(&by, &id, "01X", NOW).await,
        desk.assign(&by, &id, None, NOW).await,
        desk.schedule(&by, &id, Some(NOW + 1), NOW).await,
        desk.withdraw_case(&by, "any", "x", NOW).await,
        desk.restore(&by, "any", 1, NOW).await.map(drop),
        desk.still_right(&by, "any", NOW).await.map(drop),
    ];
    for (at, answer) in roles.into_iter().enumerate() {
        assert!(matches!(answer, Err(No::Objection(_))), "{at}: {answer:?}");
    }
    assert_eq!(state_of(&db, &id).await, before);
    assert!(matches!(desk.revise(&ben, "any", NOW).await, Err(No::NotFound)));
}

/// Published by the desk; its id in the schema and its manuscript.
async fn published(desk: &Desk, author: &Member) -> (String, String) {
    let id = desk.begin(author, full(), NOW).await.unwrap().id;
    let keeper = By::keeper(Who::CommandLine);
    let mut last = None;
    for to in [Submitted, InReview, Approved, Published] {
        last = Some(desk.step(&keeper, &id, to, (None, ""), NOW).await.unwrap());
    }
    (last.unwrap().case_key.unwrap(), id)
}

async fn a_published_case_stays_as_it_is_while_its_next_revision_is_written(db: Db) {
    let desk = desk(&db);
    let ana = member("ana", Role::Citymaker);
    let (key, first) = published(&desk, &ana).await;
    let title = sample().title;
    let next = desk.revise(&ana, &key, NOW).await.unwrap();
    let again = desk.revise(&member("eve", Role::Editor), &key, NOW).await;
    assert!(matches!(again, Err(No::Open(id)) if id == next.id));
    let keeper = By::keeper(Who::CommandLine);
    let reopened = desk.step(&keeper, &first, InReview, (None, ""), NOW).await;
    assert!(matches!(reopened, Err(No::Open(_))), "of one case one revision is in the making");
    let form = typed(&[("title", "A better title")]);
    desk.save_part(&By::member(&ana), &next.id, 1, (Part::Basics, &form), NOW).await.unwrap();
    let shown = async || {
        let mut tx = db.read().await.unwrap();
        cases::by_key(&mut tx, &key).await.unwrap().unwrap()
    };
    let before = shown().await;
    for to in [Submitted, InReview, Approved] {
        desk.step(&keeper, &next.id, to, (None, ""), NOW).await.unwrap();
        assert_eq!(shown().await, before);
    }
    assert_eq!(before.case.title, title);
    desk.step(&keeper, &next.id, Published, (None, ""), NOW + 5_000).await.unwrap();
    let after = shown().await;
    assert_eq!((after.case.title.as_str(), after.revision), ("A better title", 2));
    assert_eq!((&after.uri, &after.page), (&before.uri, &before.page), "its address is the same");
    let old = desk.step(&keeper, &first, InReview, (None, ""), NOW).await;
    assert!(matches!(old, Err(No::Moved)), "what was superseded is history");
    let mut tx = db.read().await.unwrap();
    let mine = manuscripts::of_author(&mut tx, &ana.id, 10).await.unwrap();
    assert_eq!(mine.iter().map(|line| &line.id).collect::<Vec<_>>(), [&next.id]);
}

async fn nobody_approves_a_text_that_they_did_not_read(db: Db) {
    let desk = desk(&db);
    let (ana, rex) = (member("ana", Role::Citymaker), member("rex", Role::Reviewer));
    let id = desk.begin(&ana, full(), NOW).await.unwrap().id;
    let keeper = By::keeper(Who::CommandLine);
    for to in [Submitted, InReview] {
        desk.step(&keeper, &id, to, (None, ""), NOW).await.unwrap();
    }
    let by = By::member(&rex);
    let form = typed(&[("subtitle", "Corrected by a colleague")]);
    desk.save_part(&by, &id, 1, (Part::Basics, &form), NOW).await.unwrap();
    let approve = desk.step(&by, &id, Approved, (Some(1), ""), NOW).await;
    assert!(matches!(approve, Err(No::Moved)));
    desk.step(&by, &id, Approved, (Some(2), ""), NOW).await.unwrap();
}

async fn what_was_scheduled_is_published_at_its_time_and_not_before(db: Db) {
    let desk = desk(&db);
    let (ana, eve) = (member("ana", Role::Citymaker), member("eve", Role::Editor));
    let id = desk.begin(&ana, full(), NOW).await.unwrap().id;
    let by = By::member(&eve);
    let at = NOW + 3_600_000;
    assert!(matches!(desk.schedule(&by, &id, Some(at), NOW).await, Err(No::Objection(_))));
    for to in [Submitted, InReview, Approved] {
        desk.step(&by, &id, to, (None, ""), NOW).await.unwrap();
    }
    assert!(desk.schedule(&by, &id, Some(NOW - 1), NOW).await.is_err());
    desk.schedule(&by, &id, Some(at), NOW).await.unwrap();
    assert_eq!(desk.publish_due(at - 1).await.unwrap(), 0);
    // Two nodes look at once.
    let (one, two) = tokio::join!(desk.publish_due(at), desk.publish_due(at));
    assert!(one.unwrap() + two.unwrap() >= 1);
    assert_eq!(state_of(&db, &id).await.0, Published);
    assert_eq!(events_of(&db).await.len(), 1);
    assert_eq!(desk.publish_due(at + 1).await.unwrap(), 0);
}

async fn a_former_revision_and_a_former_version_come_back(db: Db) {
    let desk = desk(&db);
    let (ana, eve) = (member("ana", Role::Citymaker), member("eve", Role::Editor));
    let (key, _) = published(&desk, &ana).await;
    let mut changed = sample();
    changed.id.clone_from(&key);
    changed.title = "Not what we meant".into();
    changed.editorial.revision = None;
    publish::update(&db, &Who::CommandLine, changed, NOW + 5_000).await.unwrap();
    assert!(desk.restore(&By::member(&ana), &key, 1, NOW).await.is_err());
    desk.restore(&By::member(&eve), &key, 1, NOW + 9_000).await.unwrap();
    let mut tx = db.read().await.unwrap();
    let now = cases::by_key(&mut tx, &key).await.unwrap().unwrap();
    assert_eq!((now.case.title.as_str(), now.revision), (sample().title.as_str(), 3));
    drop(tx);
    assert!(desk.stale(NOW, 10).await.unwrap().is_empty());
    let later = NOW + 731 * 86_400_000;
    assert_eq!(desk.stale(later, 10).await.unwrap()[0].key, key);
    desk.still_right(&By::member(&eve), &key, later).await.unwrap();
    assert!(desk.stale(later, 10).await.unwrap().is_empty());

    let id = desk.begin(&ana, full(), NOW).await.unwrap().id;
    let by = By::member(&ana);
    let form = typed(&[("title", "Worse")]);
    desk.save_part(&by, &id, 1, (Part::Basics, &form), NOW).await.unwrap();
    assert!(matches!(desk.return_to(&by, &id, (1, 1), NOW).await, Err(No::Moved)));
    assert_eq!(desk.return_to(&by, &id, (2, 1), NOW).await.unwrap(), 3);
    let opened = desk.open(&by, &id).await.unwrap();
    assert_eq!(opened.manuscript.draft, full());
}

async fn notes_are_answered_by_authors_and_settled_by_reviewers(db: Db) {
    let desk = desk(&db);
    let (ana, rex) = (member("ana", Role::Citymaker), member("rex", Role::Reviewer));
    let id = desk.begin(&ana, full(), NOW).await.unwrap().id;
    let (author, reviewer) = (By::member(&ana), By::member(&rex));
    for (by, to) in [(&author, Submitted), (&reviewer, InReview)] {
        desk.step(by, &id, to, (None, ""), NOW).await.unwrap();
    }
    let said = "<b>Who</b> paid?\u{202e}";
    let note = desk.note(&reviewer, &id, ("funding", said), NOW).await.unwrap();
    assert_eq!(note.text, "<b>Who</b> paid?", "kept as text, without what turns the line");
    let odd = desk.note(&reviewer, &id, ("editorial.state", "x"), NOW + 1).await.unwrap();
    assert_eq!(odd.field, "", "no field of a draft: about the whole");
    desk.step(&reviewer, &id, ChangesRequested, (None, ""), NOW).await.unwrap();
    desk.answer(&author, &id, (&note.id, "The region"), NOW).await.unwrap();
    assert!(desk.resolve(&author, &id, &note.id, NOW).await.is_err());
    desk.resolve(&reviewer, &id, &note.id, NOW).await.unwrap();
    let late = desk.answer(&author, &id, (&note.id, "again"), NOW).await;
    assert!(matches!(late, Err(No::Moved)));
    // A note of one manuscript is not reached by way of another.
    let other = desk.begin(&ana, full(), NOW).await.unwrap().id;
    let across = desk.answer(&author, &other, (&odd.id, "x"), NOW).await;
    assert!(matches!(across, Err(No::NotFound)));
    let mut tx = db.read().await.unwrap();
    let notes = reviewing::notes(&mut tx, &id).await.unwrap();
    assert_eq!(
        notes.iter().map(|note| note.state.as_str()).collect::<Vec<_>>(),
        ["resolved", "open"]
    );
}
