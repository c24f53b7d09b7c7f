//! The case as schema.org's JSON-LD, for search engines and catalogues of learning material.

use super::Cited;
use crate::{
    clock::rfc3339,
    domain::{
        case_study::{City, Funding, Image, Translation},
        vocabulary::{self, Language, TopicId},
    },
};
use serde_json::{Map, Value, json};

/// Without the text itself, which stands on the page that carries this. `origin` is the address of
/// this site, for the vocabulary of topics; a translation is named, not repeated.
pub fn linked(cited: &Cited<'_>, origin: &str) -> Value {
    let case = cited.case;
    let mut said = Map::new();
    let mut say = |name: &str, value: Value| {
        let empty = match &value {
            Value::Null => true,
            Value::Array(values) => values.is_empty(),
            _ => false,
        };
        if !empty {
            said.insert(name.to_owned(), value);
        }
    };
    let network = json!({ "@type": "Organization", "name": cited.network });
    say("@context", json!("https://schema.org"));
    say("@type", json!(["Article", "LearningResource"]));
    say("@id", json!(cited.page));
    say("url", json!(cited.page));
    say("mainEntityOfPage", json!(cited.page));
    say("headline", json!(case.title));
    say("name", json!(case.title));
    say("alternativeHeadline", json!(case.subtitle));
    say("abstract", json!(case.summary));
    say("inLanguage", json!(case.language.id()));
    say("learningResourceType", json!("case study"));
    say("isAccessibleForFree", json!(true));
    say("datePublished", json!(rfc3339(cited.published)));
    say("dateModified", json!(rfc3339(cited.updated)));
    say("version", json!(cited.revision));
    say("license", json!(case.licence.url()));
    say("publisher", network.clone());
    say("author", network);
    say("contentLocation", case.cities.iter().map(city).collect());
    say("temporalCoverage", json!(temporal(&case.period.start, case.period.end.as_deref())));
    let goals = case.sdgs.iter().filter_map(|id| vocabulary::sdg(*id)).map(|goal| {
        json!({
            "@type": "DefinedTerm",
            "termCode": format!("SDG {}", goal.id),
            "name": goal.label("en"),
            "inDefinedTermSet": "http://metadata.un.org/sdg/",
            "sameAs": goal.uri,
        })
    });
    say("about", goals.chain(case.topics.iter().map(|id| topic(*id, origin))).collect());
    let actors = case.actors.iter().map(|actor| {
        let mut said = json!({ "@type": "Organization", "name": actor.name });
        if let Some(url) = &actor.url {
            said["url"] = json!(url);
        }
        said
    });
    say("contributor", actors.collect());
    let awards = case.awards.iter().map(|award| {
        let category = award.category.iter().map(|category| format!(", {category}"));
        let year = award.year.iter().map(|year| format!(" ({year})"));
        json!(std::iter::once(award.name.clone()).chain(category).chain(year).collect::<String>())
    });
    say("award", awards.collect());
    say("funding", case.funding.as_ref().map_or(Value::Null, grant));
    say("image", case.images.iter().filter_map(image).collect());
    say("citation", case.links.iter().map(|link| json!(link.url)).collect());
    say("isBasedOn", json!(case.source_url));
    let told = case.translations.iter().map(|(language, told)| translation(*language, told));
    say("workTranslation", told.collect());
    Value::Object(said)
}

fn city(city: &City) -> Value {
    let mut said = json!({
        "@type": "City",
        "name": city.name,
        "geo": { "@type": "GeoCoordinates", "latitude": city.lat, "longitude": city.lon },
        "address": { "@type": "PostalAddress", "addressCountry": city.country },
    });
    if let Some(id) = city.geonameid {
        said["sameAs"] = json!(format!("https://sws.geonames.org/{id}/"));
    }
    said
}

fn topic(id: TopicId, origin: &str) -> Value {
    json!({
        "@type": "DefinedTerm",
        "termCode": id.id(),
        "name": id.topic().label("en"),
        "inDefinedTermSet": format!("{origin}/topics"),
    })
}

/// ISO 8601: an interval, open at its end where the end is.
fn temporal(start: &str, end: Option<&str>) -> String {
    format!("{start}/{}", end.unwrap_or(".."))
}

fn grant(funding: &Funding) -> Value {
    let (Some(currency), Some(least)) =
        (&funding.currency, funding.amount_min.or(funding.amount_max))
    else {
        return Value::Null;
    };
    let mut amount = json!({ "@type": "MonetaryAmount", "currency": currency });
    match (funding.amount_min, funding.amount_max) {
        (Some(min), Some(max)) if min != max => {
            amount["minValue"] = json!(min);
            amount["maxValue"] = json!(max);
        }
        (None, Some(max)) => amount["maxValue"] = json!(max),
        (Some(min), None) => amount["minValue"] = json!(min),
        _ => amount["value"] = json!(least),
    }
    json!({ "@type": "MonetaryGrant", "amount": amount })
}

fn image(image: &Image) -> Option<Value> {
    let file = image.file.as_deref().filter(|file| file.starts_with("https://"))?;
    let mut said = json!({ "@type": "ImageObject", "contentUrl": file, "description": image.alt });
    if let Some(credit) = &image.credit {
        said["creditText"] = json!(credit);
    }
    if let Some(url) = image.licence.and_then(|licence| licence.url()) {
        said["license"] = json!(url);
    }
    Some(said)
}

fn translation(language: Language, told: &Translation) -> Value {
    json!({ "@type": "Article", "inLanguage": language.id(), "headline": told.title })
}
