//! The pages of those who sign in have no barrier, and no fault, in any language; dark as light.

use kontor::{
    app::{
        access::Who,
        account,
        notices::{self, Kind, Told},
    },
    domain::{account::Role, comment::CommentState, network::PeerStanding},
    i18n::Locale,
    store::{accounts, comments, conversations, mail, reports},
};

use super::{
    barriers::{SCRIPTS, plan},
    markup,
    scene::{Scene, TALKED_OF},
    tools::{faults, none},
};
use crate::{
    instance::{Instance, until},
    people::{
        browser::{Browser, PASSWORD, member},
        provider::{FINISH, Provider, sign_in},
        sheets::{TEMPLATE, begun as sheet, confirm},
        writing::{begin, on_desk, save, step, write_all},
    },
};

/// A row that is new, one that is here, and what is wrong with others.
const SHEET: &str = "title,city,more_cities,start,sdgs\nA new case,Gda\u{144}sk,,2019,11\n\
    A wrong year,Oslo,Atlantis (GR),20222,18\n<b>Bold</b> & \u{645}\u{62f}\u{64a}\u{646}\u{629},,,2020,\n\
    A new case,Gda\u{144}sk,,2019,11\n,Lima,,2018,\n";

/// Addresses, and the cookie of who opens them.
type Visit = (Vec<String>, Option<(String, String)>);

/// A site with people, and somebody for whom every page has something to show.
struct Desk {
    scene: Scene,
    ina: Browser,
    /// The organisation's provider named them, and they have no account yet.
    newcomer: Browser,
    /// Somebody who was suspended.
    sue: Browser,
    /// A conversation of the one for whom every page has something, and the pages behind links in
    /// mails.
    conversation: String,
    linked: Vec<String>,
    /// A case that was begun, and one that is being reviewed.
    begun: String,
    handed_in: String,
    /// Key of a case with several revisions.
    published: String,
    /// A spreadsheet of which rows are refused, and one that was taken in.
    looked_at: String,
    taken_in: String,
}

impl Desk {
    async fn new() -> Desk {
        let provider = Provider::start().await;
        let scene = Scene::with(|config| config.oidc = provider.settings()).await;
        let site = &scene.instance;
        provider.begin(site).await;
        provider.person("nia").await;
        let newcomer = Browser::new();
        assert_eq!(sign_in(&provider, site, &newcomer).await.status, 200);
        let ina = member(site, "ina", Role::InstanceAdmin).await;
        let ben = member(site, "ben", Role::Citymaker).await;
        let sue = member(site, "sue", Role::Citymaker).await;
        let (db, who) = (&site.state.db, &Who::CommandLine);
        account::suspend(db, who, "sue", "Advertising.", site.now()).await.unwrap();
        let conversation = written_to(site, &ben).await;
        let linked = led_to(site, &ben).await;
        let begun = begin(site, &ina).await;
        // What is wrong with a row is said beside it.
        let rows = [("actors.0.name", "Somebody"), ("contacts.0.email", "no address")];
        save(site, &ina, &begun, "people", &rows).await;
        save(site, &ina, &begun, "numbers", &[("indicators.0.value", "many")]).await;
        let handed_in = begin(site, &ben).await;
        write_all(site, &ben, &handed_in).await;
        assert_eq!(step(site, &ben, &handed_in, "submitted", "Please look.").await.status, 303);
        let desk = on_desk(&handed_in);
        assert_eq!(step(site, &ina, &desk, "in-review", "").await.status, 303);
        let token = ina.token(site).await;
        for (field, text) in [("sections.results", "How dry?"), ("", "A **good** one.")] {
            let note = [("csrf", &*token), ("do", "note"), ("field", field), ("text", text)];
            assert_eq!(ina.post(site, &desk, &note).await.status, 303);
        }
        scene.shared("unknown.example", "waits-here", PeerStanding::Quarantined).await;
        let published = scene.instance.own(TALKED_OF).await.case.id;
        let looked_at = sheet(site, &ina, SHEET.as_bytes()).await;
        let taken_in = sheet(site, &ina, TEMPLATE).await;
        assert_eq!(confirm(site, &ina, &taken_in, "").await.status, 303);
        let desk = Desk {
            scene,
            ina,
            newcomer,
            sue,
            conversation,
            linked,
            begun,
            handed_in,
            published,
            looked_at,
            taken_in,
        };
        desk.said().await;
        desk
    }

    /// A comment that waits, and a complaint.
    async fn said(&self) {
        let site = &self.scene.instance;
        let case = site.own(TALKED_OF).await;
        let now = site.now();
        let mut tx = site.state.db.begin().await.unwrap();
        let comment = comments::Comment {
            num: 0,
            uri: "https://b.example/c/1".into(),
            local: false,
            actor: "https://b.example/bob".into(),
            host: "b.example".into(),
            root: Some(case.uri.clone()),
            parent: Some(case.uri.clone()),
            depth: 1,
            state: CommentState::Waiting,
            silenced: false,
            language: None,
            warning: String::new(),
            page_url: None,
            published_at: now,
            updated_at: now,
            received_at: now,
            source: None,
            html: "<p>May this be shown?</p>".into(),
        };
        comments::save(&mut tx, &comment).await.unwrap();
        let report = reports::Report {
            num: 0,
            id: "https://b.example/flag/1".into(),
            local: false,
            actor: "https://b.example/actor".into(),
            host: "b.example".into(),
            objects: serde_json::json!([case.uri]).to_string(),
            reason: "A picture of somebody who was not asked.".into(),
            state: "open".into(),
            note: String::new(),
            at: now,
            resolved_at: None,
        };
        assert!(reports::add(&mut tx, &report).await.unwrap());
        tx.commit().await.unwrap();
    }

    /// Every kind of page for members as an address without a language.
    fn members(&self) -> Vec<String> {
        let fixed = [
            "/account",
            "/account/security",
            "/account/profile/1",
            "/account/profile/2",
            "/account/profile/3",
            "/account/leave",
            "/account/move",
            "/account/alerts",
            "/account/alerts/new?topic=cycling",
            "/account/notices",
            "/messages",
            "/messages/blocked",
            "/contact?to=ben",
            "/admin/people",
            "/admin/mail",
            "/write",
            "/desk",
            "/desk?state=in-review",
            "/desk/incoming",
            "/desk/comments",
            "/desk/reports",
            "/desk/old",
            "/desk/coverage",
            "/desk/imports",
        ];
        let parts = ["basics", "story", "subjects", "people", "numbers", "sources"];
        let begun = parts.map(|part| format!("{}/part/{part}", self.begun));
        let more = ["", "/places", "/places?q=a", "/pictures", "/preview", "/translate/ar"]
            .map(|end| self.begun.clone() + end);
        let read = [
            "",
            "/preview",
            "/elsewhere",
            "/versions",
            "/part/story",
            "/part/story?look=1",
            "/translate/es",
        ];
        let read = read.map(|end| self.handed_in.clone() + end);
        let fixed = fixed.map(str::to_owned).into_iter();
        let single = [
            on_desk(&self.handed_in),
            format!("/desk/published?case={}", self.published),
            format!("{}/columns", self.looked_at),
            self.looked_at.clone(),
            self.taken_in.clone(),
            self.conversation.clone(),
        ];
        fixed.chain(begun).chain(more).chain(read).chain(single).collect()
    }

    /// The pages of each kind, with the one cookie of who opens them.
    fn kinds(&self) -> [Visit; 4] {
        let cookie = |browser: &Browser| browser.cookies().into_iter().next();
        let newcomers = vec![FINISH.to_owned(), "/login".to_owned()];
        [
            (self.members(), cookie(&self.ina)),
            (newcomers, cookie(&self.newcomer)),
            (vec!["/account/suspended".to_owned()], cookie(&self.sue)),
            (self.linked.clone(), None),
        ]
    }
}

/// Writes to the one for whom every page has something; the path of the conversation.
async fn written_to(site: &Instance, by: &Browser) -> String {
    let page = by.page(site, "/contact?to=ina").await;
    let typed = [("subject", "Two <b>things</b>"), ("text", "First.\n\nSecond: مدينة")];
    assert_eq!(by.submit(site, &page, "/messages/new", &typed).await.status, 303);
    let ina = accounts::by_handle(&mut site.read().await, "ina").await.unwrap().unwrap();
    let all = conversations::list(&mut site.read().await, &ina.id, i64::MAX, 9).await.unwrap();
    format!("/messages/{}", all[0].id)
}

/// Pages that only links in mails lead to, some of them to `ben`.
async fn led_to(site: &Instance, ben: &Browser) -> Vec<String> {
    let reader = Browser::new();
    let typed = [
        ("name", "Rita"),
        ("email", "rita@readers.example"),
        ("subject", "Your parklets"),
        ("text", "How wide are they?"),
    ];
    for (path, action, fields) in [
        ("/contact?to=ina", "/contact", &typed[..]),
        ("/register", "/register", &[("email", "new@example.org")]),
        ("/password/forgotten", "/password/forgotten", &[("email", "ben@example.org")]),
        ("/topics/cycling", "/digests", &[("email", "dora@readers.example")]),
    ] {
        let page = reader.page(site, path).await;
        assert_eq!(reader.submit(site, &page, action, fields).await.status, 200, "{path}");
    }
    let confirm = linked(site, "rita@readers.example", "/contact/confirm").await;
    let page = reader.page(site, &confirm).await;
    assert_eq!(reader.submit(site, &page, "/contact/confirm", &[]).await.status, 200);
    let page = ben.page(site, "/account/security").await;
    let fields = [("email", "ben@new.example"), ("password", PASSWORD)];
    assert_eq!(ben.submit(site, &page, "/account/email", &fields).await.status, 200);
    let page = ben.page(site, "/account/alerts/new").await;
    let fields = [("name", "<b>All</b> & more"), ("rhythm", "instant")];
    assert_eq!(ben.submit(site, &page, "/account/alerts", &fields).await.status, 303);
    // Long enough ago that it goes by mail.
    let told = Told { who: "", title: "Two <b>things</b>", path: "/write", times: 1 };
    let id = accounts::by_handle(&mut site.read().await, "ben").await.unwrap().unwrap().id;
    let mut tx = site.state.db.begin().await.unwrap();
    notices::tell(&mut tx, &id, Kind::Approved, told, site.now() - 3_600_000).await.unwrap();
    tx.commit().await.unwrap();
    let mut news = site.own(TALKED_OF).await.case;
    (news.id, news.slug) = ("news".into(), "news".into());
    site.publish(news).await;
    vec![
        linked(site, "rita@readers.example", "/contact/thread").await,
        linked(site, "new@example.org", "/register/finish").await,
        linked(site, "ben@example.org", "/password").await,
        linked(site, "dora@readers.example", "/digests/confirm").await,
        linked(site, "ben@example.org", "/alerts/end").await,
        linked(site, "ben@example.org", "/notices/end").await,
        linked(site, "ben@new.example", "/account/email/confirm").await,
        "/contact?to=ina".to_owned(),
    ]
}

/// The link to a path in a mail to somebody.
async fn linked(site: &Instance, to: &str, path: &str) -> String {
    let start = format!("{}{path}?", site.origin());
    until("a mail with a link", 60, async || {
        let all = mail::page(&mut site.read().await, None, None, 100).await.unwrap();
        all.into_iter().filter(|mail| mail.receiver == to).find_map(|mail| {
            let (_, rest) = mail.plain.split_once(&start)?;
            Some(format!("{path}?{}", rest.split_whitespace().next()?))
        })
    })
    .await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_page_for_members_has_a_barrier_in_any_language() {
    let desk = Desk::new().await;
    for (kinds, cookie) in desk.kinds() {
        let told = plan(&desk.scene, &kinds, cookie, &Locale::ALL, false);
        none(faults("pages.mjs", &told).await);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_text_for_members_can_be_read_in_the_dark() {
    let desk = Desk::new().await;
    for (kinds, cookie) in desk.kinds() {
        let told = plan(&desk.scene, &kinds, cookie, &SCRIPTS, true);
        none(faults("pages.mjs", &told).await);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_nu_checker_finds_no_fault_in_any_page_for_members() {
    let desk = Desk::new().await;
    for (kinds, cookie) in desk.kinds() {
        let cookie = cookie.map(|(name, value)| format!("{name}={value}")).unwrap_or_default();
        none(markup::found(&desk.scene, &kinds, &cookie).await);
    }
}
