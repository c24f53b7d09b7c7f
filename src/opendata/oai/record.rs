//! A case in Dublin Core, as `oai_dc` wants it.

use crate::{
    clock::day,
    domain::vocabulary::{self, sdg},
    formats::xml::Xml,
    opendata::ask::network_name,
    state::State,
    store::cases::StoredCase,
};

pub const SPACE: &str = "http://www.openarchives.org/OAI/2.0/oai_dc/";

/// Labels are English, since a harvester is no reader with a language; what a case says itself is in
/// its own. Of a case with all rights reserved only what names it.
pub fn dublin_core(xml: &mut Xml, stored: &StoredCase, state: &State) {
    let case = &stored.case;
    xml.open(
        "oai_dc:dc",
        &[
            ("xmlns:oai_dc", SPACE),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
            (
                "xsi:schemaLocation",
                "http://www.openarchives.org/OAI/2.0/oai_dc/ \
             http://www.openarchives.org/OAI/2.0/oai_dc.xsd",
            ),
        ],
    );
    let language = case.language.id();
    let source = network_name(&case.source_network);
    xml.leaf("dc:title", &[("xml:lang", language)], &case.title);
    if case.is_open() {
        for (language, translation) in &case.translations {
            xml.leaf("dc:title", &[("xml:lang", language.id())], &translation.title);
        }
    }
    xml.leaf("dc:creator", &[], source);
    if case.is_open() {
        for actor in &case.actors {
            xml.leaf("dc:contributor", &[], &actor.name);
        }
        for topic in &case.topics {
            xml.leaf("dc:subject", &[("xml:lang", "en")], topic.topic().label("en"));
        }
        for goal in case.sdgs.iter().filter_map(|goal| sdg(*goal)) {
            let subject = format!("SDG {}: {}", goal.id, goal.label("en"));
            xml.leaf("dc:subject", &[("xml:lang", "en")], &subject);
        }
    }
    xml.leaf("dc:description", &[("xml:lang", language)], &case.summary);
    let publisher = match stored.local {
        true => state.config.network_name(),
        false => vocabulary::network(&case.source_network)
            .map_or(stored.host.as_str(), |entry| &entry.name),
    };
    xml.leaf("dc:publisher", &[], publisher);
    xml.leaf("dc:date", &[], &day(stored.published));
    xml.leaf("dc:type", &[], "Text").leaf("dc:type", &[("xml:lang", "en")], "case study");
    xml.leaf("dc:format", &[], "text/html");
    let page = state.urls.case_page(&stored.page);
    xml.leaf("dc:identifier", &[], stored.origin_url.as_deref().unwrap_or(&page));
    if let Some(url) = &case.source_url {
        xml.leaf("dc:source", &[], url);
    }
    xml.leaf("dc:language", &[], language);
    if case.is_open() {
        for city in &case.cities {
            xml.leaf("dc:coverage", &[], &format!("{}, {}", city.name, city.country));
        }
        let end = case.period.end.as_deref().unwrap_or("..");
        xml.leaf("dc:coverage", &[], &format!("{}/{end}", case.period.start));
    }
    let reserved = "All rights reserved";
    xml.leaf("dc:rights", &[], case.licence.url().unwrap_or(reserved));
    xml.close("oai_dc:dc");
}
