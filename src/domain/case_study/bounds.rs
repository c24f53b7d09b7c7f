//! How long, how many and how large: the numbers of `vocabulary/case.schema.json`, named once.

/// How many there may be, both ends included: of Unicode scalar values after NFC in a text, of
/// entries in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    pub min: usize,
    pub max: usize,
}

const fn bounds(min: usize, max: usize) -> Bounds {
    Bounds { min, max }
}

pub const ID: Bounds = bounds(3, 120);
pub const TITLE: Bounds = bounds(5, 300);
pub const SUBTITLE: Bounds = bounds(0, 200);
pub const SUMMARY: Bounds = bounds(60, 600);
/// Shorter than [`SUMMARY`], since some languages say it in fewer characters.
pub const TRANSLATED_SUMMARY: Bounds = bounds(40, 600);
pub const SECTION: Bounds = bounds(1, 6000);
pub const SOURCE_NETWORK: Bounds = bounds(2, 60);
pub const SOURCE_URL: Bounds = bounds(8, 2000);
pub const SUBMITTED_BY: Bounds = bounds(3, 300);

pub const CITIES: Bounds = bounds(1, 20);
pub const CITY_NAME: Bounds = bounds(1, 120);
pub const REGION: Bounds = bounds(2, 40);
/// Degrees either side of the equator.
pub const LAT: f64 = 90.0;
/// Degrees either side of Greenwich.
pub const LON: f64 = 180.0;

pub const TOPICS: Bounds = bounds(1, 8);
pub const SDGS: Bounds = bounds(1, 17);
/// The number of the last goal; the first is 1.
pub const LAST_SDG: i128 = 17;
pub const SDG_TARGETS: Bounds = bounds(0, 20);

pub const ACTORS: Bounds = bounds(1, 30);
pub const ACTOR_NAME: Bounds = bounds(1, 200);
pub const ACTOR_URL: Bounds = bounds(8, 500);

/// The schema names no bound: every source once.
pub const FUNDING_SOURCES: Bounds = bounds(0, 14);
pub const FUNDING_NOTE: Bounds = bounds(0, 500);

pub const INDICATORS: Bounds = bounds(0, 12);
pub const INDICATOR_LABEL: Bounds = bounds(1, 160);
pub const INDICATOR_VALUE: Bounds = bounds(1, 40);
pub const INDICATOR_UNIT: Bounds = bounds(0, 40);

pub const AWARDS: Bounds = bounds(0, 20);
pub const AWARD_NAME: Bounds = bounds(1, 160);
pub const AWARD_CATEGORY: Bounds = bounds(0, 160);
pub const FIRST_AWARD_YEAR: i128 = 1950;
pub const LAST_AWARD_YEAR: i128 = 2100;

pub const LINKS: Bounds = bounds(0, 30);
pub const LINK_URL: Bounds = bounds(8, 2000);
pub const LINK_LABEL: Bounds = bounds(1, 200);

pub const IMAGES: Bounds = bounds(0, 12);
/// The schema names no bound: what a URL may have elsewhere.
pub const IMAGE_FILE: Bounds = bounds(1, 2000);
pub const IMAGE_ALT: Bounds = bounds(1, 500);
pub const IMAGE_CAPTION: Bounds = bounds(0, 300);
pub const IMAGE_CREDIT: Bounds = bounds(0, 200);

pub const CONTACTS: Bounds = bounds(0, 6);
pub const CONTACT_CITYMAKER: Bounds = bounds(3, 300);
pub const CONTACT_EMAIL: Bounds = bounds(5, 254);
pub const CONTACT_LABEL: Bounds = bounds(0, 200);

pub const RELATED: Bounds = bounds(0, 10);
pub const RELATED_ID: Bounds = bounds(3, 2000);

/// Of an RFC 3339 time.
pub const TIMESTAMP: Bounds = bounds(20, 25);

/// Bytes of the whole record as JSON, so that its ActivityPub object stays below what an inbox
/// takes. The schema names no bound; nine translations of nine full sections would pass it.
pub const RECORD_BYTES: usize = 700_000;

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    fn schema() -> Value {
        serde_json::from_str(include_str!("../../../vocabulary/case.schema.json")).unwrap()
    }

    #[test]
    fn every_text_has_the_length_of_the_schema() {
        let texts = [
            ("/id", ID),
            ("/slug", ID),
            ("/title", TITLE),
            ("/subtitle", SUBTITLE),
            ("/summary", SUMMARY),
            ("/translations/additionalProperties/properties/title", TITLE),
            ("/translations/additionalProperties/properties/summary", TRANSLATED_SUMMARY),
            ("/sections/properties/solution", SECTION),
            ("/cities/items/properties/name", CITY_NAME),
            ("/cities/items/properties/name_local", CITY_NAME),
            ("/cities/items/properties/name_en", CITY_NAME),
            ("/cities/items/properties/region", REGION),
            ("/actors/items/properties/name", ACTOR_NAME),
            ("/actors/items/properties/url", ACTOR_URL),
            ("/funding/properties/note", FUNDING_NOTE),
            ("/indicators/items/properties/label", INDICATOR_LABEL),
            ("/indicators/items/properties/value", INDICATOR_VALUE),
            ("/indicators/items/properties/unit", INDICATOR_UNIT),
            ("/awards/items/properties/name", AWARD_NAME),
            ("/awards/items/properties/category", AWARD_CATEGORY),
            ("/links/items/properties/url", LINK_URL),
            ("/links/items/properties/label", LINK_LABEL),
            ("/images/items/properties/alt", IMAGE_ALT),
            ("/images/items/properties/caption", IMAGE_CAPTION),
            ("/images/items/properties/credit", IMAGE_CREDIT),
            ("/contacts/items/properties/citymaker", CONTACT_CITYMAKER),
            ("/contacts/items/properties/email", CONTACT_EMAIL),
            ("/contacts/items/properties/label", CONTACT_LABEL),
            ("/source_network", SOURCE_NETWORK),
            ("/source_url", SOURCE_URL),
            ("/submitted_by", SUBMITTED_BY),
            ("/related/items", RELATED_ID),
            ("/editorial/properties/published", TIMESTAMP),
            ("/editorial/properties/updated", TIMESTAMP),
        ];
        let schema = schema();
        for (pointer, ours) in texts {
            let node = schema["properties"].pointer(pointer).expect(pointer);
            assert_eq!(node["minLength"], ours.min, "{pointer}");
            assert_eq!(node["maxLength"], ours.max, "{pointer}");
        }
        let every = |sections: &Value| {
            let sections = sections["properties"].as_object().unwrap().values();
            sections.into_iter().all(|s| s["minLength"] == 1 && s["maxLength"] == SECTION.max)
        };
        assert!(every(&schema["properties"]["sections"]));
        let translation = &schema["properties"]["translations"]["additionalProperties"];
        assert!(every(&translation["properties"]["sections"]));
    }

    #[test]
    fn every_list_has_the_length_of_the_schema() {
        let lists = [
            ("cities", CITIES),
            ("topics", TOPICS),
            ("sdg_targets", SDG_TARGETS),
            ("actors", ACTORS),
            ("indicators", INDICATORS),
            ("awards", AWARDS),
            ("links", LINKS),
            ("images", IMAGES),
            ("contacts", CONTACTS),
            ("related", RELATED),
            ("sdgs", SDGS),
        ];
        let schema = schema();
        for (name, ours) in lists {
            let node = &schema["properties"][name];
            assert_eq!(node["minItems"].as_u64().unwrap_or(0), ours.min as u64, "{name}");
            assert_eq!(node["maxItems"], ours.max, "{name}");
        }
        let sources = crate::domain::vocabulary::FundingSource::ALL.len();
        assert_eq!(FUNDING_SOURCES.max, sources);
    }

    #[test]
    fn every_number_has_the_range_of_the_schema() {
        let schema = schema();
        let at = |pointer: &str, bound: &str| {
            schema["properties"].pointer(pointer).expect(pointer)[bound].as_f64().unwrap()
        };
        assert_eq!(at("/cities/items/properties/lat", "maximum"), LAT);
        assert_eq!(at("/cities/items/properties/lat", "minimum"), -LAT);
        assert_eq!(at("/cities/items/properties/lon", "maximum"), LON);
        assert_eq!(at("/cities/items/properties/lon", "minimum"), -LON);
        assert_eq!(at("/sdgs/items", "maximum"), LAST_SDG as f64);
        assert_eq!(at("/awards/items/properties/year", "minimum"), FIRST_AWARD_YEAR as f64);
        assert_eq!(at("/awards/items/properties/year", "maximum"), LAST_AWARD_YEAR as f64);
    }
}
