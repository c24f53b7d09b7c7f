//! A case as a list of its fields, each as a text that people can compare.

use super::Names;
use crate::domain::{
    case_study::{CaseStudy, Funding, Sections, TranslationKind},
    vocabulary::{Language, SectionId},
};

/// A part of a case that can differ between revisions, in the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    Title,
    Subtitle,
    Summary,
    Section(SectionId),
    Language,
    Cities,
    Period,
    Status,
    Scale,
    Topics,
    Goals,
    Targets,
    Actors,
    Funding,
    Indicators,
    Awards,
    Pictures,
    Links,
    Contacts,
    Related,
    Licence,
    Source,
    /// Title and summary in this language.
    Translation(Language),
    TranslatedSection(Language, SectionId),
}

impl Field {
    /// What texts about it are called after; the section or language comes on top.
    pub const fn id(self) -> &'static str {
        match self {
            Field::Title => "title",
            Field::Subtitle => "subtitle",
            Field::Summary => "summary",
            Field::Section(_) => "section",
            Field::Language => "language",
            Field::Cities => "cities",
            Field::Period => "period",
            Field::Status => "status",
            Field::Scale => "scale",
            Field::Topics => "topics",
            Field::Goals => "goals",
            Field::Targets => "targets",
            Field::Actors => "actors",
            Field::Funding => "funding",
            Field::Indicators => "indicators",
            Field::Awards => "awards",
            Field::Pictures => "pictures",
            Field::Links => "links",
            Field::Contacts => "contacts",
            Field::Related => "related",
            Field::Licence => "licence",
            Field::Source => "source",
            Field::Translation(_) => "translation",
            Field::TranslatedSection(..) => "translated-section",
        }
    }

    /// Where it stands in a record of the schema, such as `sections.solution`.
    pub fn path(self) -> String {
        match self {
            Field::Section(id) => format!("sections.{}", id.id()),
            Field::Goals => "sdgs".into(),
            Field::Targets => "sdg_targets".into(),
            Field::Pictures => "images".into(),
            Field::Source => "source_url".into(),
            Field::Translation(language) => format!("translations.{}", language.id()),
            Field::TranslatedSection(language, id) => {
                format!("translations.{}.sections.{}", language.id(), id.id())
            }
            plain => plain.id().into(),
        }
    }
}

/// The fields that hold something. A line for each entry of a list, so that one can come or go
/// without the others. Mail addresses are left out: they are nobody's to read.
pub(super) fn of(case: &CaseStudy, names: Names<'_>) -> Vec<(Field, String)> {
    let mut parts = Vec::new();
    let mut add = |field: Field, text: String| {
        if !text.is_empty() {
            parts.push((field, text));
        }
    };
    add(Field::Title, case.title.clone());
    add(Field::Subtitle, case.subtitle.clone().unwrap_or_default());
    add(Field::Summary, case.summary.clone());
    for (id, text) in &case.sections.0 {
        add(Field::Section(*id), text.clone());
    }
    add(Field::Language, names("language", case.language.id()));
    add(
        Field::Cities,
        lines(case.cities.iter().map(|city| {
            let country = names("country", &city.country);
            let size = city.population_class.map(|class| names("size", class.id()));
            joined([Some(city.name.clone()), city.name_local.clone(), Some(country), size])
        })),
    );
    let end = case.period.end.as_deref().unwrap_or("…");
    add(Field::Period, format!("{} – {end}", case.period.start));
    add(Field::Status, names("status", case.status.id()));
    add(Field::Scale, case.scale.map(|scale| names("scale", scale.id())).unwrap_or_default());
    add(Field::Topics, lines(case.topics.iter().map(|topic| names("topic", topic.id()))));
    add(Field::Goals, lines(case.sdgs.iter().map(|goal| names("sdg", &goal.to_string()))));
    add(
        Field::Targets,
        lines(case.sdg_targets.iter().map(|code| format!("{} {}", code.id(), code.target().label))),
    );
    add(
        Field::Actors,
        lines(case.actors.iter().map(|actor| {
            let role = names("role", actor.role.id());
            let kind = names("kind", actor.kind.id());
            joined([Some(actor.name.clone()), Some(role), Some(kind), actor.url.clone()])
        })),
    );
    add(Field::Funding, case.funding.as_ref().map(|paid| funding(paid, names)).unwrap_or_default());
    add(
        Field::Indicators,
        lines(case.indicators.iter().map(|one| {
            let year = one.year.map(|year| year.to_string());
            joined([Some(one.label.clone()), Some(one.value.clone()), one.unit.clone(), year])
        })),
    );
    add(
        Field::Awards,
        lines(case.awards.iter().map(|award| {
            let year = award.year.map(|year| year.to_string());
            joined([Some(award.name.clone()), award.category.clone(), year])
        })),
    );
    add(
        Field::Pictures,
        lines(case.images.iter().map(|image| {
            let licence = image.licence.map(|licence| names("licence", licence.id()));
            joined([
                Some(image.alt.clone()),
                image.caption.clone(),
                image.credit.clone(),
                licence,
                image.file.clone(),
            ])
        })),
    );
    add(
        Field::Links,
        lines(case.links.iter().map(|link| {
            joined([
                Some(link.label.clone()),
                Some(names("link", link.kind.id())),
                Some(link.url.clone()),
            ])
        })),
    );
    add(
        Field::Contacts,
        lines(case.contacts.iter().filter_map(|contact| {
            let who = contact.label.clone().or_else(|| contact.citymaker.clone())?;
            Some(joined([Some(who), Some(names("contact", contact.role.id()))]))
        })),
    );
    add(Field::Related, lines(case.related.iter().cloned()));
    add(Field::Licence, names("licence", case.licence.id()));
    add(Field::Source, case.source_url.clone().unwrap_or_default());
    for (language, told) in &case.translations {
        let kind = match told.kind {
            TranslationKind::Human => "human",
            TranslationKind::Machine => "machine",
        };
        let texts = [told.title.clone(), told.summary.clone(), names("gloss", kind)];
        add(Field::Translation(*language), texts.join("\n"));
        for (id, text) in told.sections.iter().flat_map(|Sections(sections)| sections) {
            add(Field::TranslatedSection(*language, *id), text.clone());
        }
    }
    parts
}

fn funding(paid: &Funding, names: Names<'_>) -> String {
    let band = paid.cost_band.map(|band| names("cost", band.id()));
    let amount =
        |value: Option<u64>| value.map_or_else(|| "…".to_owned(), |value| value.to_string());
    let amounts = paid.currency.as_ref().map(|currency| {
        format!("{currency} {} – {}", amount(paid.amount_min), amount(paid.amount_max))
    });
    let sources = paid.sources.iter().map(|source| names("funding", source.id()));
    lines(sources.chain(band).chain(amounts).chain(paid.note.clone()))
}

fn lines(entries: impl Iterator<Item = String>) -> String {
    entries.collect::<Vec<_>>().join("\n")
}

fn joined<const N: usize>(parts: [Option<String>; N]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
