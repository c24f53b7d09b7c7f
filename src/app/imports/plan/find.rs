//! Whether a row is here already: as a case, as a draft, or further up in its own sheet.

use std::collections::HashMap;

use serde_json::Value;

use super::{Mode, Of, OfKind, Planning, Result};
use crate::{
    domain::{
        case_study::City,
        search::fold,
        sheet::{Read, Row},
        text::shorten,
    },
    store::{
        Tx,
        cases::{self, StoredCase},
        imports::{self, OpenDraft},
        manuscripts,
    },
};

/// As `case_study.sort_title` is cut.
const SORT_TITLE_CHARS: usize = 90;
/// Open drafts read at a time.
const PAGE: i64 = 500;

/// What is here, as far as it has to be looked through as a whole.
#[derive(Default)]
pub(super) struct Drafts {
    all: Vec<OpenDraft>,
    by_key: HashMap<String, usize>,
    by_source: HashMap<String, usize>,
    by_name: HashMap<(String, String), usize>,
}

impl Drafts {
    pub(super) async fn load(tx: &mut Tx) -> Result<Drafts> {
        let mut drafts = Drafts::default();
        let mut after = String::new();
        loop {
            let page = imports::open_drafts(tx, &after, PAGE).await?;
            let Some(last) = page.last() else { return Ok(drafts) };
            after.clone_from(&last.id);
            for draft in page {
                let at = drafts.all.len();
                if let Some(key) = &draft.case_key {
                    drafts.by_key.entry(key.clone()).or_insert(at);
                }
                if !draft.source_url.is_empty() {
                    drafts.by_source.entry(draft.source_url.clone()).or_insert(at);
                }
                let name = (fold(&draft.title), fold(&draft.city));
                drafts.by_name.entry(name).or_insert(at);
                drafts.all.push(draft);
            }
        }
    }

    fn of(&self, at: usize) -> Of {
        let draft = &self.all[at];
        Of {
            kind: OfKind::Draft,
            title: draft.title.clone(),
            at: draft.id.clone(),
            can_update: false,
            revision: 0,
        }
    }
}

/// Rows further up, by what they could be the same by.
#[derive(Default)]
pub(super) struct Above {
    by_key: HashMap<String, (u64, String)>,
    by_source: HashMap<String, (u64, String)>,
    by_name: HashMap<(String, String), (u64, String)>,
}

/// What a row is found by.
pub(super) struct Marks {
    pub(super) title: String,
    pub(super) city: String,
    source: String,
}

impl Marks {
    pub(super) fn of(read: &Read) -> Marks {
        let text =
            |value: Option<&Value>| value.and_then(Value::as_str).unwrap_or_default().to_owned();
        Marks {
            title: text(read.fields.get("title")),
            city: text(read.fields.get("cities").and_then(|cities| cities.pointer("/0/name"))),
            source: text(read.fields.get("source_url")),
        }
    }

    fn name(&self) -> (String, String) {
        (fold(&self.title), fold(&self.city))
    }
}

/// What a row was found to be.
pub(super) enum Found {
    Nothing,
    /// Our own case with the id that the sheet gives.
    Own(Box<StoredCase>, Of),
    /// Something that is probably the same; with the case where it is one that is shown.
    Like(Option<Box<StoredCase>>, Of),
}

impl Planning<'_> {
    pub(super) async fn find(&self, tx: &mut Tx, read: &Read, marks: &Marks) -> Result<Found> {
        let drafts = &self.drafts;
        let row_of = |(line, title): &(u64, String)| {
            let of = Of {
                kind: OfKind::Row,
                title: title.clone(),
                at: line.to_string(),
                can_update: false,
                revision: 0,
            };
            Found::Like(None, of)
        };
        if let Some(key) = &read.id {
            if let Some(above) = self.above.by_key.get(key) {
                return Ok(row_of(above));
            }
            if let Some(at) = drafts.by_key.get(key) {
                return Ok(Found::Like(None, drafts.of(*at)));
            }
            if let Some(stored) = cases::by_key(tx, key).await? {
                let of = self.of_case(tx, &stored).await?;
                return Ok(match of.can_update {
                    true => Found::Own(Box::new(stored), of),
                    false => Found::Like(None, of),
                });
            }
        }
        if !marks.source.is_empty() {
            if let Some(above) = self.above.by_source.get(&marks.source) {
                return Ok(row_of(above));
            }
            if let Some(stored) = imports::cases_from(tx, &marks.source).await?.into_iter().next() {
                let of = self.of_case(tx, &stored).await?;
                return Ok(Found::Like(Some(Box::new(stored)), of));
            }
            if let Some(at) = drafts.by_source.get(&marks.source) {
                return Ok(Found::Like(None, drafts.of(*at)));
            }
        }
        if marks.title.is_empty() {
            return Ok(Found::Nothing);
        }
        let name = marks.name();
        if let Some(above) = self.above.by_name.get(&name) {
            return Ok(row_of(above));
        }
        let called = imports::cases_called(tx, &shorten(&name.0, SORT_TITLE_CHARS)).await?;
        let alike = |stored: &StoredCase| {
            let case = &stored.case;
            let here = |city: &City| {
                let names = [Some(&city.name), city.name_local.as_ref(), city.name_en.as_ref()];
                names.into_iter().flatten().any(|own| fold(own) == name.1)
            };
            fold(&case.title) == name.0 && (name.1.is_empty() || case.cities.iter().any(here))
        };
        if let Some(stored) = called.into_iter().find(alike) {
            let of = self.of_case(tx, &stored).await?;
            return Ok(Found::Like(Some(Box::new(stored)), of));
        }
        Ok(match drafts.by_name.get(&name) {
            Some(at) => Found::Like(None, drafts.of(*at)),
            None => Found::Nothing,
        })
    }

    async fn of_case(&self, tx: &mut Tx, stored: &StoredCase) -> Result<Of> {
        let ours = stored.local && stored.is_shown();
        // Of one case there is one revision in the making at a time.
        let is_revised = ours
            && self.choices.mode == Mode::Drafts
            && manuscripts::open_of_case(tx, &stored.case.id).await?.is_some();
        Ok(Of {
            kind: if stored.is_shown() { OfKind::Case } else { OfKind::Hidden },
            title: stored.case.title.clone(),
            at: stored.page.clone(),
            can_update: ours && !is_revised,
            revision: stored.revision,
        })
    }

    /// Rows further down are compared with this one.
    pub(super) fn note(&mut self, row: &Row, read: &Read, marks: &Marks) {
        let this = || (row.line, shorten(&marks.title, 80));
        if let Some(key) = &read.id {
            self.above.by_key.entry(key.clone()).or_insert_with(this);
        }
        if !marks.source.is_empty() {
            self.above.by_source.entry(marks.source.clone()).or_insert_with(this);
        }
        if !marks.title.is_empty() {
            self.above.by_name.entry(marks.name()).or_insert_with(this);
        }
    }
}
