//! `/admin/people`: those who govern an instance let people in, give roles, suspend and restore.

use askama::Template;
use axum::response::Response;
use url::form_urlencoded::{self, byte_serialize};

use super::{frame, post_of};
use crate::{
    app::{
        self,
        account::{self, register},
    },
    domain::account::Role,
    i18n::Speech,
    store::accounts::{self, Account, AccountState},
    web::{
        error::Fault,
        layout::Frame,
        member::{SignedIn, posted::Posted, see},
    },
};

/// Accounts on a page.
const MOST: i64 = 100;

#[derive(Template)]
#[template(path = "account/people.html")]
struct PeoplePage {
    t: Speech,
    frame: Frame,
    csrf: String,
    /// State, how many, and whether it is the one shown; the first is all.
    tabs: Vec<Tab>,
    rows: Vec<Row>,
    next: Option<String>,
    roles: [Role; 6],
    notice: Option<(bool, String)>,
}

/// A state that a list is narrowed to.
pub(super) struct Tab {
    pub(super) href: String,
    pub(super) label: String,
    pub(super) is_shown: bool,
}

struct Row {
    account: Account,
    since: String,
    seen: String,
}

/// `GET /admin/people`
pub async fn show(who: SignedIn) -> Response {
    let answer = page(&who, None).await;
    who.reader.answer(answer)
}

async fn page(who: &SignedIn, refused: Option<String>) -> Result<Response, Fault> {
    who.member.instance_admin()?;
    let t = &who.reader.t;
    let (mut state, mut after, mut done) = (None, String::new(), None);
    for (key, value) in form_urlencoded::parse(who.reader.query().as_bytes()) {
        match &*key {
            "state" => state = AccountState::from_id(&value),
            "after" => after = value.into_owned(),
            "done" => done = Some(t.say1("accounts-done", "name", &*value)),
            _ => {}
        }
    }
    let mut tx = who.reader.state.db.read().await?;
    let mut found = accounts::page(&mut tx, state, &after, MOST + 1).await?;
    let mut tabs = Vec::new();
    for one in [None].into_iter().chain(AccountState::ALL.map(Some)) {
        let n = accounts::count(&mut tx, one).await?;
        let (id, label) = match one {
            None => (String::new(), t.count("accounts-all", n)),
            Some(one) => (format!("?state={}", one.id()), t.count(key_of(one), n)),
        };
        let href = t.link(&format!("/admin/people{id}"));
        tabs.push(Tab { href, label, is_shown: one == state });
    }
    drop(tx);
    let most = usize::try_from(MOST).unwrap_or(usize::MAX);
    let more = found.len() > most;
    found.truncate(most);
    let next = found.last().filter(|_| more).map(|last| {
        let state = state.map(|state| format!("&state={}", state.id())).unwrap_or_default();
        t.link(&format!("/admin/people?after={}{state}", last.id))
    });
    let rows = found.into_iter().map(|account| Row {
        since: t.day(account.created_at),
        seen: account.signed_in_at.map(|at| t.day(at)).unwrap_or_default(),
        account,
    });
    let page = PeoplePage {
        rows: rows.collect(),
        frame: frame(&who.reader, &t.say("accounts-title"), "/admin/people"),
        csrf: who.csrf.clone(),
        tabs,
        next,
        roles: Role::ALL,
        notice: refused.map(|why| (false, why)).or(done.map(|done| (true, done))),
        t: t.clone(),
    };
    let status = match page.notice {
        Some((false, _)) => axum::http::StatusCode::CONFLICT,
        _ => axum::http::StatusCode::OK,
    };
    who.reader.respond(status, &page)
}

fn key_of(state: AccountState) -> &'static str {
    match state {
        AccountState::Waiting => "accounts-waiting",
        AccountState::Active => "accounts-active",
        AccountState::Suspended => "accounts-suspended",
    }
}

/// `POST /admin/people`: one decision on one account.
pub async fn decide(Posted { who, form }: Posted) -> Response {
    if let Err(lacking) = who.member.instance_admin() {
        return Fault::from(lacking).shown_to(&who.reader);
    }
    let state = &who.reader.state;
    let (db, by, now, id) = (&state.db, who.who(), who.now, form.get("account"));
    let reason = form.get("reason");
    let done = match form.get("do") {
        "approve" => register::approve(db, &post_of(state), &by, id, now).await,
        "decline" => register::decline(db, &by, id, reason, now).await,
        "suspend" => account::suspend(db, &by, id, reason, now).await,
        "restore" => account::restore(db, &by, id, now).await,
        "role" => match Role::from_id(form.get("role")) {
            Some(role) => account::set_role(db, &by, id, role, now).await,
            None => return Fault::NotFound.shown_to(&who.reader),
        },
        _ => return Fault::NotFound.shown_to(&who.reader),
    };
    state.wake.mail.notify_one();
    let t = &who.reader.t;
    let refused = match done {
        Ok(account) => {
            let name: String = byte_serialize(account.name.as_bytes()).collect();
            return see(&t.link(&format!("/admin/people?done={name}")));
        }
        // Whoever decided already, or a reason that is missing: what is so now is shown.
        Err(app::Error::Invalid(_)) => t.say("accounts-no-reason").into_owned(),
        Err(app::Error::Conflict(_)) => t.say("accounts-not-now").into_owned(),
        Err(error) => return Fault::of(error).shown_to(&who.reader),
    };
    let answer = page(&who, Some(refused)).await;
    who.reader.answer(answer)
}
