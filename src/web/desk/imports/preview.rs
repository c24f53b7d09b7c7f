//! The preview of an import: every row with what would become of it, and the choices.

use askama::Template;
use axum::{http::StatusCode, response::Response};

use super::{HERE, Head, answered, editor, fault_of, flaw_line, path};
use crate::{
    app::{
        desk::Desk,
        imports::{self, Choice, Choices, Mode, Of, OfKind, Opened, Planned, Verdict},
    },
    domain::sheet::Sheet,
    i18n::Speech,
    urls,
    web::{
        error::Fault,
        layout::Frame,
        member::{SignedIn, form::Form, see},
        write::{self, asked, path_name},
    },
};

/// Rows on a page.
const SHOWN: usize = 100;
/// What is wrong with a row, in lines.
const FLAWS: usize = 12;

#[derive(Template)]
#[template(path = "desk/import_preview.html")]
struct PreviewPage {
    t: Speech,
    frame: Frame,
    head: Head,
    here: String,
    columns: String,
    errors: Option<String>,
    file: String,
    filters: Vec<Filter>,
    lines: Vec<Line>,
    earlier: Option<String>,
    later: Option<String>,
    /// Rows of the whole sheet that are probably here.
    duplicates: usize,
    published: bool,
    others: Vec<Offered>,
    seen: String,
    /// What the button says; None where nothing would be taken.
    take: Option<String>,
    /// What has to be agreed to first.
    leave: Option<String>,
    /// Where the page goes back to after a choice.
    query: String,
}

struct Filter {
    href: String,
    label: String,
    count: String,
    here: bool,
}

struct Offered {
    value: &'static str,
    label: String,
    on: bool,
}

struct Line {
    line: String,
    name: String,
    title: String,
    city: String,
    state: String,
    /// What the row is like, with a link where there is one.
    of: Option<(String, String, Option<String>)>,
    /// What it changes.
    fields: Option<String>,
    flaws: Vec<String>,
    lacks: Vec<String>,
    choices: Vec<Offered>,
}

pub async fn page(
    who: &SignedIn,
    desk: &Desk,
    opened: &Opened,
    status: StatusCode,
    notice: Option<String>,
) -> Result<Response, Fault> {
    let t = &who.reader.t;
    let plan = imports::preview(desk, opened).await.map_err(fault_of)?;
    let sheet = opened.sheet().map_err(fault_of)?;
    let (id, choices) = (&opened.stored.id, &opened.choices);
    let show = asked(&who.reader, "show").unwrap_or_default();
    let show = Verdict::IDS.into_iter().find(|known| *known == show).unwrap_or("");
    let from = asked(&who.reader, "from").and_then(|from| from.parse::<usize>().ok()).unwrap_or(0);
    let at = |show: &str, from: usize| {
        let query: Vec<String> = [
            (!show.is_empty()).then(|| format!("show={show}")),
            (from > 0).then(|| format!("from={from}")),
        ]
        .into_iter()
        .flatten()
        .collect();
        let query = if query.is_empty() { String::new() } else { format!("?{}", query.join("&")) };
        t.link(&format!("{}{query}", path(id)))
    };
    let rows: Vec<&Planned> =
        plan.rows.iter().filter(|row| show.is_empty() || row.verdict.id() == show).collect();
    let filter = |id: &'static str, label: String, count: usize| Filter {
        href: at(id, 0),
        label,
        count: t.number(count as i64),
        here: id == show,
    };
    let all = filter("", t.say("imports-all").into_owned(), plan.rows.len());
    let kinds = Verdict::IDS.into_iter().filter(|id| plan.number_of(id) > 0);
    let kinds = kinds.map(|id| filter(id, t.term("imports", id), plan.number_of(id)));
    let head = Head::of(who, HERE, notice)?;
    let (taken, refused) = (plan.taken(), plan.refused());
    let take = match choices.mode {
        Mode::Drafts => "imports-take-drafts",
        Mode::Published => "imports-take-published",
    };
    let page = PreviewPage {
        frame: head.frame(who),
        here: t.link(&path(id)),
        columns: t.link(&format!("{}/columns", path(id))),
        errors: (refused > 0).then(|| t.link(&format!("{}/errors.csv", path(id)))),
        file: opened.stored.file.clone(),
        filters: std::iter::once(all).chain(kinds).collect(),
        lines: rows.iter().skip(from).take(SHOWN).map(|row| line(t, sheet, choices, row)).collect(),
        earlier: (from > 0).then(|| at(show, from.saturating_sub(SHOWN))),
        later: (rows.len() > from + SHOWN).then(|| at(show, from + SHOWN)),
        duplicates: plan.number_of("duplicate"),
        published: choices.mode == Mode::Published,
        others: options(t, choices.others, true),
        take: (taken > 0).then(|| t.count(take, taken as i64)),
        leave: (refused > 0).then(|| t.count("imports-leave-flawed", refused as i64)),
        seen: plan.seen,
        query: at(show, from),
        head,
        t: t.clone(),
    };
    who.reader.respond(status, &page)
}

fn options(t: &Speech, chosen: Choice, can_update: bool) -> Vec<Offered> {
    let offered = Choice::ALL.into_iter().filter(|choice| can_update || *choice != Choice::Update);
    let one = |choice: Choice| Offered {
        value: choice.id(),
        label: t.term("imports", choice.id()),
        on: choice == chosen,
    };
    offered.map(one).collect()
}

fn line(t: &Speech, sheet: &Sheet, choices: &Choices, row: &Planned) -> Line {
    let (mut of, mut fields, mut flaws, mut offered) = (None, None, Vec::new(), Vec::new());
    let like = |of: &Of| {
        let (label, href) = match of.kind {
            OfKind::Case => {
                let page = t.link(&urls::case_path(&of.at));
                (t.say("imports-of-case").into_owned(), Some(page))
            }
            OfKind::Hidden => (t.say("imports-of-hidden").into_owned(), None),
            OfKind::Draft => {
                let page = t.link(&write::path(&of.at));
                (t.say("imports-of-draft").into_owned(), Some(page))
            }
            OfKind::Row => (t.say1("imports-of-row", "row", &of.at), None),
        };
        Some((label, of.title.clone(), href))
    };
    match &row.verdict {
        Verdict::New => {}
        Verdict::Changes { of: same, fields: names } => {
            of = like(same);
            let mut names: Vec<String> = names.iter().map(|name| path_name(t, name)).collect();
            names.dedup();
            fields = Some(t.say1("imports-fields", "fields", &t.list(names.as_slice())));
        }
        Verdict::Same { of: same } => of = like(same),
        Verdict::Duplicate { of: same, choice } => {
            of = like(same);
            let chosen = choices.single.get(&row.line).copied().unwrap_or(*choice);
            offered = options(t, chosen, same.can_update);
        }
        Verdict::Refused { flaws: found } => {
            let found = found.iter().take(FLAWS);
            flaws = found.map(|flaw| flaw_line(t, sheet, row.line, flaw)).collect();
        }
    }
    let lacks = row.lacks.iter().filter_map(|flaw| flaw.field);
    let mut lacks: Vec<String> =
        lacks.map(|field| t.say(&imports::field_key(field)).into_owned()).collect();
    lacks.dedup();
    Line {
        line: row.line.to_string(),
        name: format!("row-{}", row.line),
        title: row.title.clone(),
        city: row.city.clone(),
        state: t.term("imports", row.verdict.id()),
        of,
        fields,
        flaws,
        lacks,
        choices: offered,
    }
}

pub async fn chosen(who: &SignedIn, id: &str, form: &Form) -> Result<Response, Fault> {
    let t = &who.reader.t;
    let editor = editor(who)?;
    let desk = write::desk(who).await?;
    let fields = form.clone().into_fields();
    let change = |choices: &mut Choices, _: &[Sheet]| {
        choices.mode = Mode::from_id(form.get("mode")).unwrap_or(choices.mode);
        choices.others = Choice::from_id(form.get("others")).unwrap_or(choices.others);
        for (name, value) in &fields {
            let line = name.strip_prefix("row-").and_then(|line| line.parse::<u64>().ok());
            let (Some(line), Some(choice)) = (line, Choice::from_id(value)) else { continue };
            // What is as for all others follows them when they change.
            match choice == choices.others {
                true => choices.single.remove(&line),
                false => choices.single.insert(line, choice),
            };
        }
    };
    let done = imports::choose(&desk, editor, id, change, who.now).await;
    match done {
        Ok(()) => {
            let back = form.get("back");
            let here = path(id);
            let is_here = back.split('?').next() == Some(here.as_str())
                && back.bytes().all(|byte| byte.is_ascii_graphic());
            let back = if is_here { back.to_owned() } else { t.link(&here) };
            Ok(see(&back))
        }
        Err(no) => answered(who, id, Err(no)).await,
    }
}

pub async fn confirmed(who: &SignedIn, id: &str, form: &Form) -> Result<Response, Fault> {
    let editor = editor(who)?;
    let desk = write::desk(who).await?;
    let agreed = (form.get("seen"), form.get("leave") == "1");
    let done = imports::confirm(&desk, editor, id, agreed, who.now).await;
    who.reader.state.wake.events.notify_one();
    answered(who, id, done.map(|_| ())).await
}

pub async fn discarded(who: &SignedIn, id: &str) -> Result<Response, Fault> {
    let editor = editor(who)?;
    let desk = write::desk(who).await?;
    imports::discard(&desk, editor, id).await.map_err(fault_of)?;
    Ok(see(&who.reader.t.link(HERE)))
}
