//! `/write/{id}/pictures`: the pictures of a case, each with the words it needs.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use super::{
    blocks::{self, Choice, NoteLine, begun_flaws, flaw_text},
    desk, documents, frame,
    overview::part_path,
    part::{Tab, tabs},
    path, title_of, told,
};
use crate::{
    app::{
        desk::{By, No},
        media::{self, NotAdded},
    },
    domain::{
        case_study::{FieldError, Focus, bounds},
        desk::{
            Draft, Part, may_edit,
            pictures::{self, Which, Words},
        },
        vocabulary::Licence,
    },
    i18n::Speech,
    media::Refused,
    store::reviewing,
    web::{
        error::Fault,
        layout::Frame,
        media::View,
        member::{
            SignedIn,
            form::Form,
            posted::Posted,
            see,
            upload::{File, Uploaded},
        },
    },
};

#[derive(Template)]
#[template(path = "write/pictures.html")]
struct PicturesPage {
    t: Speech,
    frame: Frame,
    csrf: String,
    notice: Option<String>,
    saved: bool,
    path: String,
    here: String,
    /// Where a new picture is sent.
    add: String,
    title: String,
    tabs: Vec<Tab>,
    base: i64,
    open: bool,
    /// Whether there is room for another one.
    room: bool,
    /// What may be sent, in words.
    limits: String,
    pictures: Vec<Shown>,
    new: WordsView,
    documents: documents::Section,
    notes: Vec<NoteLine>,
    next: String,
}

/// A picture of the draft.
struct Shown {
    row: usize,
    number: String,
    file: String,
    /// None for one that is kept elsewhere.
    view: Option<View>,
    words: WordsView,
}

/// The fields about a picture as a form has them.
struct WordsView {
    /// Makes the ids of its fields different from those of the others.
    key: String,
    words: Words,
    flaws: Vec<FieldError>,
    licences: Vec<Choice>,
    foci: Vec<Choice>,
}

impl WordsView {
    fn of(t: &Speech, key: String, words: Words, flaws: Vec<FieldError>) -> Self {
        let licence = |licence: &Licence| Choice {
            value: licence.id().to_owned(),
            label: t.term("licence", licence.id()),
            on: licence.id() == words.licence,
        };
        let focus = |focus: Focus| Choice {
            value: focus.id().to_owned(),
            label: t.term("picture-focus", focus.id()),
            on: Focus::from_id(&words.focus).unwrap_or_default() == focus,
        };
        let none = Choice {
            value: String::new(),
            label: "–".into(),
            on: Licence::from_id(&words.licence).is_none(),
        };
        WordsView {
            licences: [none].into_iter().chain(Licence::ALL.iter().map(licence)).collect(),
            foci: Focus::ALL.into_iter().map(focus).collect(),
            key,
            words,
            flaws,
        }
    }

    fn words(&self) -> &Self {
        self
    }

    /// What is wrong with one of its fields.
    fn flaw(&self, t: &Speech, field: &str) -> Option<String> {
        let flaw = self.flaws.iter().find(|flaw| flaw.path == field)?;
        Some(flaw_text(t, flaw))
    }

    fn most(&self, field: &str) -> usize {
        match field {
            "alt" => bounds::IMAGE_ALT.max,
            "credit" => bounds::IMAGE_CREDIT.max,
            _ => bounds::IMAGE_CAPTION.max,
        }
    }
}

/// What was sent and not kept.
#[derive(Default)]
pub struct Typed {
    notice: Option<String>,
    /// The picture it was about; None for a new one.
    which: Option<Which>,
    words: Words,
    flaws: Vec<FieldError>,
    base: Option<i64>,
    document: documents::Typed,
}

impl Typed {
    /// What was sent about a document.
    pub fn of_document(notice: String, base: Option<i64>, document: documents::Typed) -> Self {
        Typed { notice: Some(notice), base, document, ..Typed::default() }
    }
}

pub async fn show(who: SignedIn, Path(id): Path<String>) -> Response {
    let answer = page(&who, &id, StatusCode::OK, Typed::default()).await;
    who.reader.answer(answer)
}

/// `GET` of the address that pictures are sent to: a reload after a new sign-in, or another language.
pub async fn back(who: SignedIn, Path(id): Path<String>) -> Response {
    see(&who.reader.t.link(&part_path(&id, Part::Pictures)))
}

/// The page, with what was typed and not kept.
///
/// # Errors
/// What no page can mend.
pub async fn page(
    who: &SignedIn,
    id: &str,
    status: StatusCode,
    typed: Typed,
) -> Result<Response, Fault> {
    let t = &who.reader.t;
    let desk = desk(who).await?;
    let by = By::member(&who.member);
    let opened = desk.open(&by, id).await.map_err(super::fault_of)?;
    let manuscript = &opened.manuscript;
    let draft = &manuscript.draft;
    let mut tx = who.reader.state.db.read().await?;
    let notes = reviewing::notes(&mut tx, id).await?;
    let documents = documents::section(&mut tx, who, id, draft, typed.document).await?;
    drop(tx);
    let missing = begun_flaws(draft, &desk.missing(manuscript));
    let state = &who.reader.state;
    let shown = |row: usize| {
        let (kept, file) = (words_at(draft, row), draft.text(&format!("images.{row}.file")));
        let about = typed.which.as_ref().is_some_and(|which| which.is(row, &file));
        let (words, flaws) = match about {
            true => (typed.words.clone(), typed.flaws.clone()),
            false => (kept.clone(), flaws_of(&missing, row)),
        };
        let focus = Focus::from_id(&kept.focus).unwrap_or_default();
        let named = state.urls.own_picture(&file);
        Shown {
            view: named.map(|named| View::new(&named, kept.alt.clone(), focus)),
            number: t.number((row + 1) as i64),
            words: WordsView::of(t, format!("p{row}"), words, flaws),
            file,
            row,
        }
    };
    let pictures = (0..draft.rows("images")).map(shown).collect();
    let new = match typed.which {
        None => WordsView::of(t, "new".into(), typed.words, typed.flaws),
        Some(_) => WordsView::of(t, "new".into(), Words::default(), Vec::new()),
    };
    let megabytes = (state.config.media.upload_max_bytes / 1_000_000).max(1);
    let title = title_of(t, &draft.title());
    let heading = t.term("part", Part::Pictures.id());
    let page = PicturesPage {
        frame: frame(&who.reader, &format!("{heading} · {title}")),
        csrf: who.csrf.clone(),
        notice: typed.notice,
        saved: super::asked(&who.reader, "saved").is_some(),
        path: t.link(&path(id)),
        here: t.link(&part_path(id, Part::Pictures)),
        add: t.link(&format!("{}/add", part_path(id, Part::Pictures))),
        title,
        tabs: tabs(t, id, Part::Pictures),
        base: typed.base.unwrap_or(manuscript.version),
        open: may_edit(manuscript.state, by.hand, opened.tie).is_ok(),
        room: pictures::has_room(draft),
        limits: t.say1("picture-file-help", "most", &t.number(megabytes as i64)),
        pictures,
        new,
        documents,
        notes: blocks::notes_of(t, &notes, Part::Pictures),
        next: t.link(&part_path(id, Part::Sources)),
        t: t.clone(),
    };
    who.reader.respond(status, &page)
}

/// The words about a picture as the draft has them.
fn words_at(draft: &Draft, row: usize) -> Words {
    let text = |field: &str| draft.text(&format!("images.{row}.{field}"));
    Words {
        alt: text("alt"),
        credit: text("credit"),
        licence: text("licence"),
        caption: text("caption"),
        focus: text("focus"),
    }
}

/// What keeps a picture from being published, by its fields.
fn flaws_of(missing: &[FieldError], row: usize) -> Vec<FieldError> {
    let start = format!("images[{row}].");
    let own = |flaw: &FieldError| {
        let path = flaw.path.strip_prefix(&start)?.to_owned();
        Some(FieldError { path, ..flaw.clone() })
    };
    missing.iter().filter_map(own).collect()
}

fn words_of(form: &Form) -> Words {
    let text = |name: &str| form.get(name).to_owned();
    Words {
        alt: text("alt"),
        credit: text("credit"),
        licence: text("licence"),
        caption: text("caption"),
        focus: text("focus"),
    }
}

pub async fn act(Path(id): Path<String>, Posted { who, form }: Posted) -> Response {
    let answer = acted(&who, &id, &form).await;
    who.reader.answer(answer)
}

async fn acted(who: &SignedIn, id: &str, form: &Form) -> Result<Response, Fault> {
    let t = &who.reader.t;
    let desk = desk(who).await?;
    let by = By::member(&who.member);
    let base = form.get("base").parse::<i64>().unwrap_or(0);
    let row = form.get("row").parse::<usize>().unwrap_or(usize::MAX);
    let which = Which { row, file: form.get("file").to_owned() };
    let words = words_of(form);
    let what = form.get("do").to_owned();
    let typed = |notice, flaws| Typed {
        notice: Some(notice),
        which: Some(which.clone()),
        words: words.clone(),
        flaws,
        base: Some(base),
        document: documents::Typed::default(),
    };
    let flaws = words.flaws();
    if what == "describe" && !flaws.is_empty() {
        let notice = t.say("picture-words-missing").into_owned();
        return page(who, id, StatusCode::UNPROCESSABLE_ENTITY, typed(notice, flaws)).await;
    }
    let change = |draft: &Draft| match &*what {
        "describe" => pictures::described(draft, &which, &words),
        "earlier" => pictures::earlier(draft, &which),
        "remove" => pictures::without(draft, &which),
        _ => Ok(draft.clone()),
    };
    match desk.change(&by, id, base, change, who.now).await {
        Ok(saved) if saved.clashes > 0 => Ok(see(&t.link(&format!("{}#clashes", path(id))))),
        Ok(_) => Ok(see(&t.link(&format!("{}?saved=1", part_path(id, Part::Pictures))))),
        Err(No::NotFound) => Err(Fault::NotFound),
        Err(no) => {
            let typed = typed(told(t, no)?, Vec::new());
            page(who, id, StatusCode::CONFLICT, typed).await
        }
    }
}

pub async fn add(Path(id): Path<String>, Uploaded { who, form, file }: Uploaded) -> Response {
    let answer = added(&who, &id, &form, file).await;
    who.reader.answer(answer)
}

async fn added(who: &SignedIn, id: &str, form: &Form, file: File) -> Result<Response, Fault> {
    let t = &who.reader.t;
    let desk = desk(who).await?;
    let by = By::member(&who.member);
    let state = &who.reader.state;
    let words = words_of(form);
    let (status, key) = match file {
        File::Whole(bytes) => {
            let most = state.config.media.uploads_per_account_per_day;
            let sent = (bytes, &words);
            match media::add(&desk, &state.vault, (&by, id), sent, most, who.now).await {
                Ok(_) => {
                    let here = part_path(id, Part::Pictures);
                    return Ok(see(&t.link(&format!("{here}?saved=1"))));
                }
                Err(no) => refusal(no)?,
            }
        }
        File::None => (StatusCode::UNPROCESSABLE_ENTITY, "picture-none"),
        File::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "picture-too-large"),
    };
    let typed = Typed {
        notice: Some(t.say(key).into_owned()),
        which: None,
        flaws: words.flaws(),
        words,
        base: None,
        document: documents::Typed::default(),
    };
    page(who, id, status, typed).await
}

/// What the person reads about a picture that was not taken.
fn refusal(no: NotAdded) -> Result<(StatusCode, &'static str), Fault> {
    Ok(match no {
        NotAdded::Words(_) => (StatusCode::UNPROCESSABLE_ENTITY, "picture-words-missing-new"),
        NotAdded::File(Refused::NotAPicture) => {
            (StatusCode::UNSUPPORTED_MEDIA_TYPE, "picture-not-one")
        }
        NotAdded::File(Refused::TooManyPixels) => {
            (StatusCode::PAYLOAD_TOO_LARGE, "picture-too-many-pixels")
        }
        NotAdded::File(Refused::Broken) => (StatusCode::UNPROCESSABLE_ENTITY, "picture-broken"),
        NotAdded::Full => (StatusCode::CONFLICT, "picture-full"),
        NotAdded::TooMany => (StatusCode::TOO_MANY_REQUESTS, "picture-too-often"),
        NotAdded::Desk(No::Objection(_)) => (StatusCode::CONFLICT, "write-closed"),
        NotAdded::Desk(no) => return Err(super::fault_of(no)),
        NotAdded::Vault(error) => {
            tracing::error!(%error, "a picture could not be kept");
            (StatusCode::SERVICE_UNAVAILABLE, "picture-not-kept")
        }
    })
}
