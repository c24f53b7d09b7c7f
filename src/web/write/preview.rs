//! How a manuscript will look: as a page here, and as readers of other servers see it.

use askama::Template;
use axum::{extract::Path, response::Response};

use super::{frame, opened, path, title_of};
use crate::{
    app::desk::Opened,
    domain::case_study::CaseStudy,
    domain::vocabulary::EditorialState,
    i18n::Speech,
    preview::{self, Software, View},
    store::{
        actors::{self, ActorKind},
        cases::{Standing, StoredCase},
    },
    web::{
        cards::Shown,
        case::{self, Older},
        documents::Documents,
        error::Fault,
        layout::{Frame, Place},
        member::{SignedIn, see},
    },
};

/// `GET /write/{id}/preview`
pub async fn page(who: SignedIn, Path(id): Path<String>) -> Response {
    let answer = as_page(&who, &id).await;
    who.reader.answer(answer)
}

async fn as_page(who: &SignedIn, id: &str) -> Result<Response, Fault> {
    let t = &who.reader.t;
    let Some(stored) = as_stored(who, id).await? else {
        // What is missing stands there.
        return Ok(see(&t.link(&path(id))));
    };
    let documents = Documents::of(&who.reader.state, &stored.case, true).await?;
    let shown = Shown { page: path(id), documents: Some(&documents), ..Shown::from(&stored) };
    let mut page = case::page(t, who.reader.frame(Place::Elsewhere), &shown);
    page.frame.hidden = true;
    page.frame.for_members = true;
    page.frame.canonical = None;
    page.frame.object = None;
    page.older = Some(Older {
        text: t.say("preview-draft").into_owned(),
        current_href: t.link(&path(id)),
        changes_href: t.link(&format!("{}/versions", path(id))),
        current: t.say("preview-back").into_owned(),
    });
    who.reader.page(&page)
}

/// The manuscript as the case it would be if it were published now; None while it is none.
async fn as_stored(who: &SignedIn, id: &str) -> Result<Option<StoredCase>, Fault> {
    let (desk, _, Opened { manuscript, .. }) = opened(who, id).await?;
    let Ok(case) = desk.finished(&manuscript) else { return Ok(None) };
    let case = CaseStudy {
        editorial: crate::domain::case_study::Editorial {
            state: EditorialState::Published,
            published: Some(who.now),
            updated: Some(who.now),
            ..case.editorial
        },
        ..case
    };
    let state = &who.reader.state;
    Ok(Some(StoredCase {
        num: 0,
        id: manuscript.id.clone(),
        uri: state.urls.object(&manuscript.id),
        local: true,
        host: state.urls.host().to_owned(),
        page: case.slug.clone(),
        origin_url: Some(state.urls.case_page(&case.slug)),
        actor: desk.publisher.actor.clone(),
        state: EditorialState::Published,
        standing: Standing::Shown,
        published: who.now,
        updated: who.now,
        revision: 1,
        received: who.now,
        withdrawn: None,
        shared_by: None,
        foreign_keys: None,
        case,
    }))
}

#[derive(Template)]
#[template(path = "write/elsewhere.html")]
struct ElsewherePage {
    t: Speech,
    frame: Frame,
    path: String,
    title: String,
    views: Vec<(&'static str, View)>,
    /// What to beware of.
    traps: Vec<String>,
    lang: &'static str,
    dir: &'static str,
}

/// `GET /write/{id}/elsewhere`
pub async fn elsewhere(who: SignedIn, Path(id): Path<String>) -> Response {
    let answer = as_elsewhere(&who, &id).await;
    who.reader.answer(answer)
}

async fn as_elsewhere(who: &SignedIn, id: &str) -> Result<Response, Fault> {
    let t = &who.reader.t;
    let Some(stored) = as_stored(who, id).await? else {
        return Ok(see(&t.link(&path(id))));
    };
    let state = &who.reader.state;
    let built_in = actors::built_in(&mut state.db.read().await?).await?;
    let feed = built_in.iter().find(|actor| actor.kind == ActorKind::CaseFeed);
    let feed = feed.map(|feed| feed.uri.as_str()).unwrap_or_default();
    let article = (state.compose)(&stored, &state.urls, &state.texts, feed);
    let view = |software: Software| (software.name(), preview::view(&article, software));
    let title = title_of(t, &stored.case.title);
    who.reader.page(&ElsewherePage {
        frame: frame(&who.reader, &format!("{} · {title}", t.say("elsewhere-view"))),
        path: t.link(&path(id)),
        views: Software::ALL.into_iter().map(view).collect(),
        traps: preview::traps(&article, &stored.case).into_iter().map(|trap| trap.text).collect(),
        lang: stored.case.language.id(),
        dir: crate::web::cards::direction(&stored.case),
        title,
        t: t.clone(),
    })
}
