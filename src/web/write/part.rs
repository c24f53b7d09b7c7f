//! `/write/{id}/part/{part}`: one part of the form, saved on its own, merged with what others did meanwhile.

use std::collections::HashMap;

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use super::{
    blocks::{self, Block, Kind, NoteLine, begun_flaws},
    desk, frame, opened,
    overview::part_path,
    path, title_of, told,
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
        member::{SignedIn, form::CSRF, posted::Posted, see},
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
    /// The version it started from.
    base: Option<i64>,
    notice: Option<String>,
}

pub async fn show(who: SignedIn, Path((id, part)): Path<(String, String)>) -> Response {
    let answer = match Part::from_id(&part) {
        Some(Part::Places) | None => Err(Fault::NotFound),
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
    let form = blocks::Form { t, draft: &manuscript.draft, typed: &typed.fields, flaws: &flaws };
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
        base: typed.base.unwrap_or(manuscript.version),
        open: may_edit(manuscript.state, by.hand, opened.tie).is_ok(),
        tabs: tabs(t, id, part),
        blocks: form.blocks(part),
        notes: blocks::notes_of(t, &notes, part),
        last: part.next().is_none(),
        t: t.clone(),
    };
    who.reader.respond(status, &page)
}

pub async fn save(
    Path((id, part)): Path<(String, String)>,
    Posted { who, form }: Posted<{ super::LONG }>,
) -> Response {
    let answer = match Part::from_id(&part) {
        Some(Part::Places) | None => Err(Fault::NotFound),
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
    let take = |fields: &mut Vec<(String, String)>, name: &str| {
        let at = fields.iter().position(|(known, _)| known == name)?;
        Some(fields.remove(at).1)
    };
    take(&mut fields, CSRF);
    let base = take(&mut fields, "base").and_then(|base| base.parse::<i64>().ok()).unwrap_or(0);
    let then = take(&mut fields, "then").unwrap_or_default();
    let desk = desk(who).await?;
    let by = By::member(&who.member);
    match desk.save_part(&by, id, base, (part, &fields), who.now).await {
        // What two people wrote differently is shown at once.
        Ok(saved) if saved.clashes > 0 => Ok(see(&t.link(&format!("{}#clashes", path(id))))),
        Ok(_) => Ok(see(&t.link(&match (&*then, part.next()) {
            ("stay", _) => format!("{}?saved=1", part_path(id, part)),
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
            page(who, id, part, status, Typed { fields, faults, base: Some(base), notice }).await
        }
    }
}
