//! What an import did, and taking it back.

use askama::Template;
use axum::{http::StatusCode, response::Response};

use super::{HERE, Head, answered, begin::summary, editor, fault_of, path};
use crate::{
    app::{
        desk::Desk,
        imports::{self, Opened, Outcome},
        publish,
    },
    i18n::Speech,
    urls,
    web::{
        error::Fault,
        layout::Frame,
        member::{SignedIn, form::Form},
        write,
    },
};

#[derive(Template)]
#[template(path = "desk/import_done.html")]
struct DonePage {
    t: Speech,
    frame: Frame,
    head: Head,
    here: String,
    file: String,
    state: String,
    summary: String,
    lines: Vec<Line>,
    can_undo: bool,
    /// Whether something public is taken back, which asks for a reason.
    public: bool,
}

struct Line {
    line: String,
    title: String,
    href: Option<String>,
    made: String,
}

pub async fn page(
    who: &SignedIn,
    desk: &Desk,
    opened: &Opened,
    status: StatusCode,
    notice: Option<String>,
) -> Result<Response, Fault> {
    let t = &who.reader.t;
    let stored = &opened.stored;
    let made = imports::made(desk, editor(who)?, &stored.id).await.map_err(fault_of)?;
    let is_done = stored.state == "done";
    let mut lines = Vec::with_capacity(made.len());
    let public = made.iter().any(|row| row.manuscript.is_empty());
    let mut tx = who.reader.state.db.read().await?;
    for row in made {
        let href = match row.manuscript.as_str() {
            "" => publish::find(&mut tx, &row.case_key).await.ok().map(|stored| stored.page),
            _ => None,
        };
        let href = href.map(|page| urls::case_path(&page));
        let draft = (!row.manuscript.is_empty() && is_done).then(|| write::path(&row.manuscript));
        lines.push(Line {
            line: row.line.to_string(),
            title: write::title_of(t, &row.title),
            href: href.or(draft).map(|path| t.link(&path)),
            made: t.term("imports", &row.made),
        });
    }
    drop(tx);
    let head = Head::of(who, HERE, notice)?;
    let page = DonePage {
        frame: head.frame(who),
        here: t.link(&path(&stored.id)),
        file: stored.file.clone(),
        state: t.say(if is_done { "imports-done" } else { "imports-undone" }).into_owned(),
        summary: summary(t, &Outcome::of(stored)),
        can_undo: is_done,
        public,
        lines,
        head,
        t: t.clone(),
    };
    who.reader.respond(status, &page)
}

pub async fn undone(who: &SignedIn, id: &str, form: &Form) -> Result<Response, Fault> {
    let editor = editor(who)?;
    let desk = write::desk(who).await?;
    let usual = who.reader.t.say("imports-undo-usual").into_owned();
    let reason = Some(form.get("reason")).filter(|reason| !reason.trim().is_empty());
    let done = imports::undo(&desk, editor, id, reason.unwrap_or(&usual), who.now).await;
    who.reader.state.wake.events.notify_one();
    answered(who, id, done).await
}
