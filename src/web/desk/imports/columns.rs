//! `/desk/imports/{id}/columns`: which column is which field, and how values are written.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use super::{HERE, Head, fault_of, opened, path, told};
use crate::{
    app::imports::{self, Choices, field_key, names},
    domain::{
        sheet::{DateOrder, Field, ListMark, Mapping, Rules, Sheet, guess, letters},
        text::{clean_line, shorten},
        vocabulary::{Language, Licence},
    },
    i18n::Speech,
    web::{
        error::Fault,
        layout::Frame,
        member::{SignedIn, form::Form, posted::Posted, see},
        write,
    },
};

/// Values shown of each column.
const EXAMPLES: usize = 3;

#[derive(Template)]
#[template(path = "desk/import_columns.html")]
struct ColumnsPage {
    t: Speech,
    frame: Frame,
    head: Head,
    here: String,
    file: String,
    source: String,
    /// More than one: sheets of a workbook.
    sheets: Vec<Choice>,
    columns: Vec<Column>,
    lists: Vec<Choice>,
    dates: Vec<Choice>,
    languages: Vec<Choice>,
    licences: Vec<Choice>,
    network: String,
}

struct Choice {
    value: String,
    label: String,
    on: bool,
}

struct Column {
    at: usize,
    letters: String,
    header: String,
    examples: Vec<String>,
    fields: Vec<Choice>,
}

pub async fn show(who: SignedIn, Path(id): Path<String>) -> Response {
    let answer = page(&who, &id, StatusCode::OK, (None, None)).await;
    who.reader.answer(answer)
}

async fn page(
    who: &SignedIn,
    id: &str,
    status: StatusCode,
    (notice, typed): (Option<String>, Option<Choices>),
) -> Result<Response, Fault> {
    let (_, opened) = opened(who, id).await?;
    let t = &who.reader.t;
    if !opened.is_open() {
        return Ok(see(&t.link(&path(id))));
    }
    let choices = typed.as_ref().unwrap_or(&opened.choices);
    let sheet = opened.sheets.get(choices.sheet).ok_or(Fault::NotFound)?;
    let Mapping { fields, rules } = &choices.mapping;
    let one = |value: &str, label: String, chosen: &str| Choice {
        value: value.to_owned(),
        label,
        on: value == chosen,
    };
    let head = Head::of(who, HERE, notice)?;
    let none = |chosen: &str| one("", "–".into(), chosen);
    let page =
        ColumnsPage {
            frame: head.frame(who),
            here: t.link(&format!("{}/columns", path(id))),
            file: opened.stored.file.clone(),
            source: choices.source.clone(),
            sheets: opened
                .sheets
                .iter()
                .enumerate()
                .map(|(at, own)| Choice {
                    value: at.to_string(),
                    label: own.name.clone(),
                    on: at == choices.sheet,
                })
                .collect(),
            columns: (0..sheet.width())
                .map(|at| column(t, sheet, at, fields.get(at).copied().flatten()))
                .collect(),
            lists: ListMark::ALL
                .iter()
                .map(|mark| one(mark.id(), t.term("imports-list", mark.id()), rules.list.id()))
                .collect(),
            dates: [DateOrder::Day, DateOrder::Month]
                .iter()
                .map(|order| one(order.id(), t.term("imports-dates", order.id()), rules.dates.id()))
                .collect(),
            languages: std::iter::once(none(&rules.language))
                .chain(Language::ALL.iter().map(|language| {
                    one(language.id(), t.term("language", language.id()), &rules.language)
                }))
                .collect(),
            licences: std::iter::once(none(&rules.licence))
                .chain(Licence::ALL.iter().map(|licence| {
                    one(licence.id(), t.term("licence", licence.id()), &rules.licence)
                }))
                .collect(),
            network: rules.network.clone(),
            head,
            t: t.clone(),
        };
    who.reader.respond(status, &page)
}

fn column(t: &Speech, sheet: &Sheet, at: usize, chosen: Option<Field>) -> Column {
    let cells = sheet.rows.iter().map(|row| row.cell(at)).filter(|cell| !cell.is_empty());
    let choice = |field: &Field| Choice {
        value: field.id().to_owned(),
        label: t.say(&field_key(*field)).into_owned(),
        on: chosen == Some(*field),
    };
    let none = Choice {
        value: String::new(),
        label: t.say("imports-leave-out").into_owned(),
        on: chosen.is_none(),
    };
    Column {
        at,
        letters: letters(at),
        header: shorten(&clean_line(sheet.header(at)), 80),
        examples: cells.take(EXAMPLES).map(|cell| shorten(&clean_line(cell), 60)).collect(),
        fields: std::iter::once(none).chain(Field::ALL.iter().map(choice)).collect(),
    }
}

pub async fn save(Path(id): Path<String>, Posted { who, form }: Posted) -> Response {
    let answer = saved(&who, &id, &form).await;
    who.reader.answer(answer)
}

async fn saved(who: &SignedIn, id: &str, form: &Form) -> Result<Response, Fault> {
    let t = &who.reader.t;
    let editor = super::editor(who)?;
    let desk = write::desk(who).await?;
    let other_sheet = form.get("do") == "sheet";
    let change = |choices: &mut Choices, sheets: &[Sheet]| match other_sheet {
        // Another sheet has other columns.
        true => {
            choices.sheet = form.get("sheet").parse().unwrap_or(usize::MAX);
            let fields = sheets.get(choices.sheet).map(|sheet| guess(sheet, names()));
            choices.mapping.fields = fields.unwrap_or_default();
            choices.mapped = false;
            choices.single.clear();
        }
        false => {
            choices.mapping = mapping_of(form);
            choices.source = form.get("source").to_owned();
            choices.mapped = true;
        }
    };
    match imports::choose(&desk, editor, id, change, who.now).await {
        Ok(()) if other_sheet => Ok(see(&t.link(&format!("{}/columns", path(id))))),
        Ok(()) => Ok(see(&t.link(&path(id)))),
        Err(no @ (imports::No::NotFound | imports::No::Done)) => Err(fault_of(no)),
        Err(no) => {
            let notice = told(t, no)?;
            let (_, opened) = opened(who, id).await?;
            let mut typed = opened.choices;
            typed.mapping = mapping_of(form);
            typed.source = form.get("source").to_owned();
            let shown = (Some(notice), Some(typed));
            page(who, id, StatusCode::UNPROCESSABLE_ENTITY, shown).await
        }
    }
}

fn mapping_of(form: &Form) -> Mapping {
    let known = |value: &str, is: bool| if is { value.to_owned() } else { String::new() };
    let (language, licence) = (form.get("language"), form.get("licence"));
    let network = imports::name_of(form.get("network"));
    let fields = (0..crate::domain::sheet::MOST_COLUMNS)
        .map(|at| Field::from_id(form.get(&format!("column-{at}"))))
        .collect();
    Mapping {
        fields,
        rules: Rules {
            list: ListMark::from_id(form.get("list")).unwrap_or_default(),
            dates: DateOrder::from_id(form.get("dates")).unwrap_or_default(),
            language: known(language, Language::from_id(language).is_some()),
            licence: known(licence, Licence::from_id(licence).is_some()),
            network,
        },
    }
}
