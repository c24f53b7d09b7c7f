//! Comments by who is signed in: the form under a case, an answer, one's own to change or delete.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use crate::{
    app::{
        self,
        note::{Draft, MOST_CHARS},
        person, remark,
    },
    config::Moderation,
    domain::{
        account::{Member, Role},
        comment::CommentState,
        text::Html,
        vocabulary::Language,
    },
    html,
    i18n::Speech,
    store::{
        Tx,
        cases::{self, StoredCase},
        comments::{self, Authored, Comment},
    },
    urls,
};

use super::{
    error::Fault,
    layout::Frame,
    member::{SignedIn, posted::Posted, see},
    reader::Reader,
    talk::name_of,
    write::{asked, frame},
};

/// Most characters of a comment, as texts and forms say it.
pub const MOST: i64 = MOST_CHARS as i64;
/// Bytes of a form with a long comment in any script.
const BYTES: usize = 1 << 18;

/// The form of a comment.
#[derive(Clone, Debug, Hash)]
pub struct RemarkForm {
    pub action: String,
    pub csrf: String,
    /// Number of the comment it answers; empty for the case itself.
    pub to: String,
    pub text: String,
    /// Id, name, and whether it is chosen.
    pub languages: Vec<(&'static str, String, bool)>,
    /// Whether an editor looks first.
    pub waits: bool,
    pub is_new: bool,
    pub fault: Option<String>,
}

impl RemarkForm {
    /// An empty one for the case at `path`, in the language of the page.
    pub fn new(reader: &Reader, csrf: &str, path: &str) -> RemarkForm {
        let t = &reader.t;
        let role = reader.visitor.as_ref().map(|visitor| visitor.member.role);
        let before = reader.state.config.comments.moderation == Moderation::Before;
        RemarkForm {
            action: t.link(&format!("{path}/comment")),
            csrf: csrf.to_owned(),
            to: String::new(),
            text: String::new(),
            languages: languages(t, t.tag()),
            waits: before && role.is_none_or(|role| role < Role::Editor),
            is_new: true,
            fault: None,
        }
    }
}

fn languages(t: &Speech, chosen: &str) -> Vec<(&'static str, String, bool)> {
    let one = |language: &Language| {
        let id = language.id();
        (id, t.term("language", id), id == chosen)
    };
    Language::ALL.iter().map(one).collect()
}

/// Uri of somebody's actor; empty where it has ended.
///
/// # Errors
/// When the database does not answer.
pub async fn actor_of(tx: &mut Tx, member: &Member) -> Result<String, Fault> {
    match person::find(tx, &member.handle).await {
        Ok(actor) => Ok(actor.uri),
        Err(app::Error::Store(error)) => Err(Fault::Store(error)),
        Err(_) => Ok(String::new()),
    }
}

#[derive(Template)]
#[template(path = "remark/page.html")]
struct RemarkPage {
    t: Speech,
    frame: Frame,
    heading: String,
    notice: Option<String>,
    /// Address, title and language of the case.
    case: Option<(String, String, &'static str)>,
    /// What is answered.
    answered: Option<Html>,
    answered_lang: Option<String>,
    form: RemarkForm,
}

/// What is commented on: the case, and the comment that is answered.
struct Aim {
    case: StoredCase,
    answered: Option<Authored>,
}

impl Aim {
    /// # Errors
    /// `NotFound` for what is not shown here.
    async fn find(reader: &Reader, page: &str, to: &str) -> Result<Aim, Fault> {
        let mut tx = reader.state.db.read().await?;
        let case = cases::by_page(&mut tx, page).await?.filter(StoredCase::is_shown);
        let case = case.ok_or(Fault::NotFound)?;
        if to.is_empty() {
            return Ok(Aim { case, answered: None });
        }
        let num = to.parse::<i64>().map_err(|_| Fault::NotFound)?;
        let found = comments::by_num(&mut tx, num).await?.ok_or(Fault::NotFound)?;
        let found = comments::with_uris(&mut tx, &[&found.uri]).await?.pop();
        let found = found.filter(|found| {
            found.comment.is_shown() && found.comment.root.as_ref() == Some(&case.uri)
        });
        Ok(Aim { case, answered: Some(found.ok_or(Fault::NotFound)?) })
    }
}

/// `GET /cases/{page}/comment?to=NUMBER`
pub async fn show(who: SignedIn, Path(page): Path<String>) -> Response {
    let to = asked(&who.reader, "to").unwrap_or_default();
    let answer = match Aim::find(&who.reader, &page, &to).await {
        Ok(aim) => form_page(&who, &aim, StatusCode::OK, Typed::default(), None),
        Err(fault) => Err(fault),
    };
    who.reader.answer(answer)
}

/// What was typed, to be shown again.
#[derive(Default)]
struct Typed<'a> {
    text: &'a str,
    language: &'a str,
}

fn form_page(
    who: &SignedIn,
    aim: &Aim,
    status: StatusCode,
    typed: Typed<'_>,
    fault: Option<String>,
) -> Result<Response, Fault> {
    let t = &who.reader.t;
    let path = urls::case_path(&aim.case.page);
    let mut form = RemarkForm::new(&who.reader, &who.csrf, &path);
    if !typed.language.is_empty() {
        form.languages = languages(t, typed.language);
    }
    form.to = aim.answered.as_ref().map(|one| one.comment.num.to_string()).unwrap_or_default();
    form.text = typed.text.to_owned();
    form.fault = fault;
    let heading = match &aim.answered {
        Some(answered) => t.say1("remark-answer-to", "name", &name_of(answered)),
        None => t.say("remark-title").into_owned(),
    };
    let page = RemarkPage {
        frame: frame(&who.reader, &heading),
        heading,
        notice: None,
        case: Some(crumb(t, &aim.case)),
        answered_lang: aim.answered.as_ref().and_then(|one| one.comment.language.clone()),
        // Once more through the sieve: what it lets through today counts, not what it did.
        answered: aim.answered.as_ref().map(|one| html::from_remote(&one.comment.html)),
        form,
        t: t.clone(),
    };
    who.reader.respond(status, &page)
}

fn crumb(t: &Speech, case: &StoredCase) -> (String, String, &'static str) {
    let href = t.link(&urls::case_path(&case.page));
    (href, case.case.title.clone(), case.case.language.id())
}

fn draft(typed: &Typed<'_>) -> Draft {
    let language = Language::from_id(typed.language).map(|language| language.id().to_owned());
    Draft { text: typed.text.to_owned(), language }
}

/// What was wrong, with the status it is said with; faults that the form cannot mend stay faults.
fn complaint(t: &Speech, error: app::Error) -> Result<(StatusCode, String), Fault> {
    match error {
        app::Error::Invalid(_) => {
            Ok((StatusCode::UNPROCESSABLE_ENTITY, t.count("remark-no-text", MOST)))
        }
        app::Error::Conflict(_) => Ok((StatusCode::CONFLICT, t.say("remark-closed").into_owned())),
        app::Error::TooOften(_) => {
            Ok((StatusCode::TOO_MANY_REQUESTS, t.say("contact-too-often").into_owned()))
        }
        error => Err(Fault::of(error)),
    }
}

/// `POST /cases/{page}/comment`
pub async fn write(Path(page): Path<String>, Posted { who, form }: Posted<BYTES>) -> Response {
    let typed = Typed { text: form.get("text"), language: form.get("language") };
    let answer = written(&who, &page, form.get("to"), typed).await;
    who.reader.answer(answer)
}

async fn written(
    who: &SignedIn,
    page: &str,
    to: &str,
    typed: Typed<'_>,
) -> Result<Response, Fault> {
    let (t, state) = (&who.reader.t, &who.reader.state);
    let aim = Aim::find(&who.reader, page, to).await?;
    let answers = aim.answered.as_ref().map_or(&aim.case.uri, |one| &one.comment.uri);
    let moderation = state.config.comments.moderation;
    let (db, urls, member) = (&state.db, &state.urls, &who.member);
    let done = remark::write(db, urls, member, draft(&typed), answers, moderation, who.now).await;
    match done {
        Ok(made) => {
            state.wake.events.notify_one();
            Ok(see(&t.link(&place_of(who, &aim.case, &made).await?)))
        }
        Err(error) => {
            let (status, fault) = complaint(t, error)?;
            form_page(who, &aim, status, typed, Some(fault))
        }
    }
}

/// Where its author sees a comment: under its case, or where it waits.
async fn place_of(who: &SignedIn, case: &StoredCase, comment: &Comment) -> Result<String, Fault> {
    let num = comment.num;
    if !comment.is_shown() {
        return Ok(format!("/comments/{num}"));
    }
    let path = urls::case_path(&case.page);
    let mut tx = who.reader.state.db.read().await?;
    let count = comments::count_of_case(&mut tx, &case.uri).await?;
    let most = who.reader.state.config.comments.most_shown as i64;
    // A long conversation goes on on further pages: the one that begins with it.
    Ok(match count > most {
        true => format!("{path}?comments={}#comment-{num}", num - 1),
        false => format!("{path}#comment-{num}"),
    })
}

/// `GET /comments/{num}`: one's own.
pub async fn own(who: SignedIn, Path(num): Path<i64>) -> Response {
    let answer = own_page(&who, num, StatusCode::OK, None, None).await;
    who.reader.answer(answer)
}

async fn own_page(
    who: &SignedIn,
    num: i64,
    status: StatusCode,
    typed: Option<Typed<'_>>,
    fault: Option<String>,
) -> Result<Response, Fault> {
    let t = &who.reader.t;
    let mut tx = who.reader.state.db.read().await?;
    let comment = remark::own(&mut tx, &who.member, num).await.map_err(Fault::of)?;
    let case = match &comment.root {
        Some(uri) => cases::by_uri(&mut tx, uri).await?.filter(StoredCase::is_shown),
        None => None,
    };
    drop(tx);
    let path = format!("/comments/{num}");
    let mut form = RemarkForm::new(&who.reader, &who.csrf, &path);
    form.action = t.link(&path);
    form.is_new = false;
    form.fault = fault;
    let source = comment.source.as_deref().unwrap_or_default();
    form.text = typed.as_ref().map_or(source, |typed| typed.text).to_owned();
    let known = comment.language.as_deref().unwrap_or(t.tag());
    form.languages = languages(t, typed.as_ref().map_or(known, |typed| typed.language));
    let notice = match comment.state {
        CommentState::Waiting => Some("remark-waits"),
        CommentState::Hidden | CommentState::Rejected => Some("remark-hidden"),
        CommentState::Shown | CommentState::Deleted => None,
    };
    let heading = t.say("remark-own").into_owned();
    let page = RemarkPage {
        frame: frame(&who.reader, &heading),
        heading,
        notice: notice.map(|key| t.say(key).into_owned()),
        case: case.as_ref().map(|case| crumb(t, case)),
        answered: None,
        answered_lang: None,
        form,
        t: t.clone(),
    };
    who.reader.respond(status, &page)
}

/// `POST /comments/{num}`: saved, or deleted.
pub async fn act(Path(num): Path<i64>, Posted { who, form }: Posted<BYTES>) -> Response {
    let typed = Typed { text: form.get("text"), language: form.get("language") };
    let answer = match form.get("do") {
        "save" => saved(&who, num, typed).await,
        "delete" => deleted(&who, num).await,
        _ => Err(Fault::NotFound),
    };
    who.reader.answer(answer)
}

async fn saved(who: &SignedIn, num: i64, typed: Typed<'_>) -> Result<Response, Fault> {
    let (t, state) = (&who.reader.t, &who.reader.state);
    let moderation = state.config.comments.moderation;
    let done =
        remark::revise(&state.db, &who.member, num, draft(&typed), moderation, who.now).await;
    match done {
        Ok(changed) => {
            state.wake.events.notify_one();
            Ok(see(&t.link(&back_to(who, &changed).await?)))
        }
        Err(error) => {
            let (status, fault) = complaint(t, error)?;
            own_page(who, num, status, Some(typed), Some(fault)).await
        }
    }
}

async fn deleted(who: &SignedIn, num: i64) -> Result<Response, Fault> {
    let (t, state) = (&who.reader.t, &who.reader.state);
    let gone = remark::retract(&state.db, &who.member, num, who.now).await.map_err(Fault::of)?;
    state.wake.events.notify_one();
    let mut tx = state.db.read().await?;
    let case = match &gone.root {
        Some(uri) => cases::by_uri(&mut tx, uri).await?.filter(StoredCase::is_shown),
        None => None,
    };
    let path = case.map(|case| format!("{}#comments", urls::case_path(&case.page)));
    Ok(see(&t.link(path.as_deref().unwrap_or("/account"))))
}

/// Where a changed comment is seen.
async fn back_to(who: &SignedIn, comment: &Comment) -> Result<String, Fault> {
    let mut tx = who.reader.state.db.read().await?;
    let case = match &comment.root {
        Some(uri) => cases::by_uri(&mut tx, uri).await?.filter(StoredCase::is_shown),
        None => None,
    };
    drop(tx);
    match case {
        Some(case) => place_of(who, &case, comment).await,
        None => Ok(format!("/comments/{}", comment.num)),
    }
}
