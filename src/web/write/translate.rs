//! `/write/{id}/translate/{lang}`: a translation beside its original, and what became stale in it.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use super::{
    asked, desk, frame,
    keeping::{self, Keep, Sent},
    opened, path, path_name,
    said::Said,
    title_of, told,
};
use crate::{
    app::desk::{self, By, No, Translated},
    domain::{
        case_study::bounds,
        changes::{Piece, compare},
        desk::{
            may_edit,
            translation::{self, Pair},
        },
        text::{Html, Markdown},
        vocabulary::Language,
    },
    html,
    i18n::Speech,
    store::manuscripts::Manuscript,
    web::{
        cards,
        error::Fault,
        layout::Frame,
        member::{SignedIn, posted::Posted, see},
    },
};

#[derive(Template)]
#[template(path = "write/translate.html")]
struct TranslatePage {
    t: Speech,
    frame: Frame,
    csrf: String,
    notice: Option<String>,
    saved: bool,
    path: String,
    here: String,
    title: String,
    heading: String,
    base: i64,
    open: bool,
    /// Of the original, and of the translation.
    lang: String,
    dir: &'static str,
    into: &'static str,
    into_dir: &'static str,
    machine: bool,
    fields: Vec<FieldView>,
    said: Said,
    keep: Keep,
}

struct FieldView {
    name: String,
    label: String,
    original: String,
    /// The original as a page shows it, where it has marks.
    formatted: Option<Html>,
    value: String,
    rows: usize,
    most: usize,
    /// What changed in the original since it was translated.
    stale: Option<Vec<Piece>>,
}

/// How far a translation is, in a list.
pub struct TranslationLine {
    pub href: String,
    pub label: String,
    pub lang: &'static str,
    pub far: String,
    pub complete: bool,
}

/// A language that nobody has begun with.
pub struct Choice {
    pub id: &'static str,
    pub label: String,
}

pub fn translation_path(id: &str, language: Language) -> String {
    format!("{}/translate/{}", path(id), language.id())
}

/// How far each translation is, with its fields.
pub fn lines(t: &Speech, id: &str, begun: Vec<(Language, Vec<Pair>)>) -> Vec<TranslationLine> {
    let line = |(language, pairs): (Language, Vec<Pair>)| {
        let count = |is: fn(&Pair) -> bool| pairs.iter().filter(|pair| is(pair)).count() as i64;
        let missing = count(Pair::is_missing);
        let stale = count(|pair| pair.stale.is_some());
        let mut far = Vec::new();
        if missing > 0 {
            far.push(t.count("translate-missing", missing));
        }
        if stale > 0 {
            far.push(t.count("translate-stale", stale));
        }
        TranslationLine {
            href: t.link(&translation_path(id, language)),
            label: t.term("language", language.id()),
            lang: language.id(),
            complete: far.is_empty(),
            far: t.list(&far),
        }
    };
    begun.into_iter().map(line).collect()
}

/// The languages that a manuscript could be translated into next.
pub fn choices(t: &Speech, manuscript: &Manuscript) -> Vec<Choice> {
    let (own, begun) =
        (manuscript.draft.text("language"), translation::languages(&manuscript.draft));
    let free = |language: &&Language| language.id() != own && !begun.contains(language);
    let choice = |language: &Language| Choice {
        id: language.id(),
        label: t.term("language", language.id()),
    };
    Language::ALL.iter().filter(free).map(choice).collect()
}

/// `GET /write/{id}/translate?to=`: leads to the page of a language.
pub async fn choose(who: SignedIn, Path(id): Path<String>) -> Response {
    let language = asked(&who.reader, "to").and_then(|to| Language::from_id(&to));
    let to = language.map_or_else(|| path(&id), |language| translation_path(&id, language));
    let answer = opened(&who, &id).await.map(|_| see(&who.reader.t.link(&to)));
    who.reader.answer(answer)
}

/// What was typed and not kept.
#[derive(Default)]
struct Typed {
    fields: Vec<(String, String)>,
    sent: Option<Sent>,
    notice: Option<String>,
}

pub async fn show(who: SignedIn, Path((id, language)): Path<(String, String)>) -> Response {
    let answer = match Language::from_id(&language) {
        Some(language) => page(&who, &id, language, StatusCode::OK, Typed::default()).await,
        None => Err(Fault::NotFound),
    };
    who.reader.answer(answer)
}

async fn page(
    who: &SignedIn,
    id: &str,
    language: Language,
    status: StatusCode,
    typed: Typed,
) -> Result<Response, Fault> {
    let t = &who.reader.t;
    let (_, by, opened) = opened(who, id).await?;
    let manuscript = &opened.manuscript;
    let own = manuscript.draft.text("language");
    if own == language.id() {
        return Err(Fault::NotFound);
    }
    let mut tx = who.reader.state.db.read().await?;
    let pairs = desk::pairs(&mut tx, manuscript, language).await?;
    drop(tx);
    let own_dir = Language::from_id(&own).map_or("auto", |own| cards::dir(own.direction()));
    let name = t.term("language", language.id());
    let heading = t.say1("translate-into", "language", &name);
    let title = title_of(t, &manuscript.draft.title());
    let typed_kind = typed.fields.iter().any(|(name, value)| name == "kind" && value == "machine");
    let kept_kind = manuscript.draft.text(&translation::path(language, "kind")) == "machine";
    let page = TranslatePage {
        frame: frame(&who.reader, &format!("{heading} · {title}")),
        csrf: who.csrf.clone(),
        saved: asked(&who.reader, "saved").is_some(),
        path: t.link(&path(id)),
        here: t.link(&translation_path(id, language)),
        title,
        heading,
        base: typed.sent.as_ref().map_or(manuscript.version, |sent| sent.base),
        open: may_edit(manuscript.state, by.hand, opened.tie).is_ok(),
        lang: own,
        dir: own_dir,
        into: language.id(),
        into_dir: cards::dir(language.direction()),
        machine: if typed.sent.is_some() { typed_kind } else { kept_kind },
        fields: pairs.into_iter().map(|pair| field_view(t, pair, &typed.fields)).collect(),
        said: Said::of(t),
        keep: Keep::of(&who.member, &translation_path(id, language), typed.sent),
        notice: typed.notice,
        t: t.clone(),
    };
    who.reader.with_script(status, &page)
}

fn field_view(t: &Speech, pair: Pair, typed: &[(String, String)]) -> FieldView {
    let Pair { field, original, translated, stale } = pair;
    let is_section = field.starts_with("sections.");
    let (rows, most) = match &*field {
        "title" => (2, bounds::TITLE.max),
        "summary" => (6, bounds::TRANSLATED_SUMMARY.max),
        _ => (12, bounds::SECTION.max),
    };
    let typed = typed.iter().find(|(name, _)| *name == field).map(|(_, text)| text.clone());
    FieldView {
        label: path_name(t, &field),
        formatted: is_section.then(|| html::from_markdown(&Markdown::new(&original))),
        value: typed.unwrap_or(translated),
        stale: stale.map(|made_from| compare(&made_from, &original)),
        original,
        rows,
        most,
        name: field,
    }
}

pub async fn save(
    Path((id, language)): Path<(String, String)>,
    Posted { who, form }: Posted<{ super::LONG }>,
) -> Response {
    let answer = match Language::from_id(&language) {
        Some(language) => saved(&who, &id, language, form.into_fields()).await,
        None => Err(Fault::NotFound),
    };
    who.reader.answer(answer)
}

async fn saved(
    who: &SignedIn,
    id: &str,
    language: Language,
    mut fields: Vec<(String, String)>,
) -> Result<Response, Fault> {
    let t = &who.reader.t;
    let sent = Sent::take(&mut fields);
    let checked: Vec<String> =
        fields.iter().filter(|(name, _)| name == "checked").map(|(_, of)| of.clone()).collect();
    let desk = desk(who).await?;
    let told_of = Translated { language, typed: &fields, checked: &checked };
    let by = By::member(&who.member);
    let done = desk.translate(&by, id, sent.start(), told_of, who.now).await;
    if sent.is_by_itself() {
        return keeping::answer(t, id, done);
    }
    match done {
        Ok(saved) if saved.clashes > 0 => Ok(see(&t.link(&format!("{}#clashes", path(id))))),
        Ok(_) if sent.then == "stay" => {
            Ok(see(&t.link(&format!("{}?saved=1", translation_path(id, language)))))
        }
        Ok(_) => Ok(see(&t.link(&format!("{}#translations", path(id))))),
        Err(No::NotFound) => Err(Fault::NotFound),
        Err(no) => {
            let status = match &no {
                No::Unkept(_) => StatusCode::UNPROCESSABLE_ENTITY,
                _ => StatusCode::CONFLICT,
            };
            let notice = Some(told(t, no)?);
            page(who, id, language, status, Typed { fields, sent: Some(sent), notice }).await
        }
    }
}
