//! `/write/{id}/part/{part}`: one part of the form, saved on its own, merged with what others did meanwhile.

use std::collections::HashMap;

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use super::{
    blocks::{self, Block, Kind, NoteLine, begun_flaws},
    desk, frame,
    keeping::{self, Keep, Sent},
    opened,
    overview::part_path,
    path,
    said::Said,
    title_of, told,
};
use crate::{
    app::desk::{By, No},
    domain::{
        case_study::FieldError,
        desk::{Part, may_edit},
    },
    i18n::Speech,
    store::reviewing,
    web::{
        error::Fault,
        layout::Frame,
        member::{SignedIn, posted::Posted, see},
    },
};

#[derive(Template)]
#[template(path = "write/part.html")]
struct PartPage {
    t: Speech,
    frame: Frame,
    csrf: String,
    notice: Option<String>,
    /// Said with a save that went well.
    saved: bool,
    path: String,
    here: String,
    title: String,
    heading: String,
    help: String,
    base: i64,
    open: bool,
    tabs: Vec<Tab>,
    blocks: Vec<Block>,
    notes: Vec<NoteLine>,
    last: bool,
    /// Whether texts with marks are asked for.
    has_marks: bool,
    said: Said,
    keep: Keep,
}

pub struct Tab {
    pub href: String,
    pub label: String,
    pub here: bool,
}

/// Links to all parts.
pub fn tabs(t: &Speech, id: &str, here: Part) -> Vec<Tab> {
    let tab = |part: Part| Tab {
        href: t.link(&part_path(id, part)),
        label: t.term("part", part.id()),
        here: part == here,
    };
    Part::ALL.into_iter().map(tab).collect()
}

/// What was typed and not kept.
#[derive(Default)]
struct Typed {
    fields: HashMap<String, String>,
    faults: Vec<FieldError>,
    /// What it started from.
    start: Option<Sent>,
    notice: Option<String>,
}

pub async fn show(who: SignedIn, Path((id, part)): Path<(String, String)>) -> Response {
    let answer = match Part::from_id(&part) {
        Some(Part::Places | Part::Pictures) | None => Err(Fault::NotFound),
        Some(part) => page(&who, &id, part, StatusCode::OK, Typed::default()).await,
    };
    who.reader.answer(answer)
}

async fn page(
    who: &SignedIn,
    id: &str,
    part: Part,
    status: StatusCode,
    typed: Typed,
) -> Result<Response, Fault> {
    let t = &who.reader.t;
    let (desk, by, opened) = opened(who, id).await?;
    let mut tx = who.reader.state.db.read().await?;
    let notes = reviewing::notes(&mut tx, id).await?;
    drop(tx);
    let manuscript = &opened.manuscript;
    let mut flaws = begun_flaws(&manuscript.draft, &desk.missing(manuscript));
    flaws.retain(|flaw| !typed.faults.iter().any(|fault| fault.path == flaw.path));
    flaws.extend(typed.faults);
    let looks = super::asked(&who.reader, "look").is_some();
    let draft = &manuscript.draft;
    let form = blocks::Form { t, draft, typed: &typed.fields, flaws: &flaws, looks };
    let title = title_of(t, &manuscript.draft.title());
    let heading = t.term("part", part.id());
    let page = PartPage {
        frame: frame(&who.reader, &format!("{heading} · {title}")),
        csrf: who.csrf.clone(),
        notice: typed.notice,
        saved: super::asked(&who.reader, "saved").is_some(),
        path: t.link(&path(id)),
        here: t.link(&part_path(id, part)),
        title,
        help: t.term("part-help", part.id()),
        heading,
        base: typed.start.as_ref().map_or(manuscript.version, |sent| sent.base),
        open: may_edit(manuscript.state, by.hand, opened.tie).is_ok(),
        tabs: tabs(t, id, part),
        blocks: form.blocks(part),
        notes: blocks::notes_of(t, &notes, part),
        last: part.next().is_none(),
        has_marks: part == Part::Story,
        said: Said::of(t),
        keep: Keep::of(&who.member, &part_path(id, part), typed.start),
        t: t.clone(),
    };
    who.reader.with_script(status, &page)
}

pub async fn save(
    Path((id, part)): Path<(String, String)>,
    Posted { who, form }: Posted<{ super::LONG }>,
) -> Response {
    let answer = match Part::from_id(&part) {
        Some(Part::Places | Part::Pictures) | None => Err(Fault::NotFound),
        Some(part) => saved(&who, &id, part, form.into_fields()).await,
    };
    who.reader.answer(answer)
}

async fn saved(
    who: &SignedIn,
    id: &str,
    part: Part,
    mut fields: Vec<(String, String)>,
) -> Result<Response, Fault> {
    let t = &who.reader.t;
    let sent = Sent::take(&mut fields);
    let desk = desk(who).await?;
    let by = By::member(&who.member);
    let done = desk.save_again(&by, id, sent.start(), (part, &fields), who.now).await;
    if sent.is_by_itself() {
        return keeping::answer(t, id, done);
    }
    match done {
        // What two people wrote differently is shown at once.
        Ok(saved) if saved.clashes > 0 => Ok(see(&t.link(&format!("{}#clashes", path(id))))),
        Ok(_) => Ok(see(&t.link(&match (&*sent.then, part.next()) {
            ("stay", _) => format!("{}?saved=1", part_path(id, part)),
            ("look", _) => format!("{}?saved=1&look=1", part_path(id, part)),
            ("preview", _) => format!("{}/preview", path(id)),
            ("next", Some(next)) => part_path(id, next),
            _ => path(id),
        }))),
        Err(No::NotFound) => Err(Fault::NotFound),
        Err(no) => {
            let (status, faults) = match &no {
                No::Unkept(refusal) => (StatusCode::UNPROCESSABLE_ENTITY, refusal.errors.clone()),
                _ => (StatusCode::CONFLICT, Vec::new()),
            };
            let notice = Some(told(t, no)?);
            let fields = fields.into_iter().collect();
            let typed = Typed { fields, faults, start: Some(sent), notice };
            page(who, id, part, status, typed).await
        }
    }
}
