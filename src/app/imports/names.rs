//! What fields, countries and words of vocabularies are called in all languages of the pages, so that
//! sheets may use any of them.

use std::sync::LazyLock;

use crate::{
    domain::{
        sheet::{Field, Names},
        vocabulary::{
            ActorKind, ActorRole, Closed, CostBand, FundingSource, Language, Licence, Scale,
            Status, TopicId, regions,
        },
    },
    i18n::{Locale, Texts},
};

static NAMES: LazyLock<Names> = LazyLock::new(gathered);

/// All of them; gathered once.
pub fn names() -> &'static Names {
    &NAMES
}

/// The key of the text that names a field.
pub fn field_key(field: Field) -> String {
    match field.section() {
        Some(section) => format!("section-{}", section.id()),
        None => format!("column-{}", field.id().replace('_', "-")),
    }
}

fn gathered() -> Names {
    let texts = Texts::embedded();
    let mut names = Names::default();
    let mut told = |kind: &'static str, key: String, id: &str| {
        names.add(kind, id, id);
        // Of former countries there is only the code.
        for locale in Locale::ALL.into_iter().filter(|locale| texts.has(*locale, &key)) {
            names.add(kind, &texts.get(locale, &key, None), id);
        }
    };
    for field in Field::ALL {
        told(Names::FIELD, field_key(*field), field.id());
    }
    words::<Status>("status", &mut told);
    words::<Scale>("scale", &mut told);
    words::<ActorKind>("kind", &mut told);
    words::<ActorRole>("role", &mut told);
    words::<FundingSource>("funding", &mut told);
    words::<CostBand>("cost", &mut told);
    words::<Licence>("licence", &mut told);
    words::<Language>("language", &mut told);
    for topic in TopicId::all() {
        told("topic", format!("topic-{}", topic.id()), topic.id());
    }
    for country in regions().iter().flat_map(|region| &region.countries) {
        told("country", format!("country-{country}"), country);
    }
    // As people shorten them.
    for (name, id) in [
        ("CC BY", Licence::CcBy),
        ("CC BY-SA", Licence::CcBySa),
        ("CC BY-NC", Licence::CcByNc),
        ("CC BY-NC-SA", Licence::CcByNcSa),
        ("CC0", Licence::Cc0),
    ] {
        names.add("licence", name, id.id());
    }
    for (name, id) in
        [("zh", Language::ZhHans), ("zh-CN", Language::ZhHans), ("zh-TW", Language::ZhHant)]
    {
        names.add("language", name, id.id());
    }
    names
}

fn words<T: Closed>(kind: &'static str, told: &mut impl FnMut(&'static str, String, &str)) {
    for word in T::ALL {
        told(kind, format!("{kind}-{}", word.id().replace('.', "-")), word.id());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_may_say_it_in_any_language_of_the_pages() {
        for (kind, text, id) in [
            ("country", "Deutschland", "DE"),
            ("country", "意大利", "IT"),
            ("language", "espagnol", "es"),
            ("status", "COMPLETED", "completed"),
            ("licence", "cc by", "CC-BY-4.0"),
            (Names::FIELD, "Titel", "title"),
        ] {
            assert_eq!(names().find(kind, text), Some(id), "{text}");
        }
        for field in Field::ALL {
            assert!(Texts::embedded().has(Locale::En, &field_key(*field)), "{}", field.id());
        }
    }
}
