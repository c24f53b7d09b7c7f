//! What a column may stand for, and how that is guessed from its name.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::Sheet;
use crate::domain::{search::fold, vocabulary::SectionId};

macro_rules! fields {
    ($($name:ident = $id:literal),+ $(,)?) => {
        /// A field of a case as one column holds it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Field {
            $(#[serde(rename = $id)] $name),+
        }

        impl Field {
            /// In the order in which a form offers them.
            pub const ALL: &'static [Field] = &[$(Field::$name),+];

            /// The name of its column in the template.
            pub const fn id(self) -> &'static str {
                match self { $(Field::$name => $id),+ }
            }

            pub fn from_id(id: &str) -> Option<Field> {
                match id { $($id => Some(Field::$name),)+ _ => None }
            }
        }
    };
}

fields! {
    Title = "title",
    Subtitle = "subtitle",
    Summary = "summary",
    Language = "language",
    City = "city",
    Country = "country",
    Lat = "lat",
    Lon = "lon",
    GeoNames = "geonameid",
    MoreCities = "more_cities",
    Context = "context",
    Challenge = "challenge",
    Solution = "solution",
    Results = "results",
    Lessons = "lessons",
    Transferability = "transferability",
    Financing = "financing",
    Governance = "governance",
    Monitoring = "monitoring",
    Start = "start",
    End = "end",
    Status = "status",
    Scale = "scale",
    Topics = "topics",
    Goals = "sdgs",
    Targets = "sdg_targets",
    Actors = "actors",
    FundingSources = "funding_sources",
    CostBand = "cost_band",
    AmountMin = "amount_min",
    AmountMax = "amount_max",
    Currency = "currency",
    FundingNote = "funding_note",
    Awards = "awards",
    Links = "links",
    ImageUrl = "image_url",
    ImageAlt = "image_alt",
    ImageCredit = "image_credit",
    Licence = "licence",
    SourceNetwork = "source_network",
    SourceUrl = "source_url",
    ContactEmail = "contact_email",
    Id = "id",
    Published = "published",
    Updated = "updated",
}

impl Field {
    /// The section whose text it is, if it is one.
    pub fn section(self) -> Option<SectionId> {
        SectionId::from_id(self.id())
    }
}

/// A name without what people write differently: case, accents, blanks, marks.
pub(super) fn bare(name: &str) -> String {
    fold(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// What things are called in the languages of the pages, to read cells and names of columns.
#[derive(Clone, Debug, Default)]
pub struct Names(HashMap<(&'static str, String), String>);

impl Names {
    /// Kind under which the names of fields are.
    pub const FIELD: &'static str = "field";

    /// What was called so first keeps the name.
    pub fn add(&mut self, kind: &'static str, name: &str, id: &str) {
        let name = bare(name);
        if !name.is_empty() {
            self.0.entry((kind, name)).or_insert_with(|| id.to_owned());
        }
    }

    /// The id of what is called so.
    pub fn find(&self, kind: &'static str, name: &str) -> Option<&str> {
        self.0.get(&(kind, bare(name))).map(String::as_str)
    }
}

/// Further names that columns of sheets have, beside those of the template and of the pages.
const OTHERS: &[(&str, Field)] = &[
    ("name", Field::Title),
    ("project", Field::Title),
    ("project title", Field::Title),
    ("project name", Field::Title),
    ("case", Field::Title),
    ("abstract", Field::Summary),
    ("description", Field::Summary),
    ("short description", Field::Summary),
    ("lang", Field::Language),
    ("town", Field::City),
    ("municipality", Field::City),
    ("latitude", Field::Lat),
    ("longitude", Field::Lon),
    ("lng", Field::Lon),
    ("problem", Field::Challenge),
    ("impact", Field::Results),
    ("outcomes", Field::Results),
    ("lessons learned", Field::Lessons),
    ("lessons learnt", Field::Lessons),
    ("start year", Field::Start),
    ("start date", Field::Start),
    ("year", Field::Start),
    ("end year", Field::End),
    ("end date", Field::End),
    ("tags", Field::Topics),
    ("themes", Field::Topics),
    ("sdg", Field::Goals),
    ("goals", Field::Goals),
    ("partners", Field::Actors),
    ("url", Field::SourceUrl),
    ("link", Field::SourceUrl),
    ("website", Field::SourceUrl),
    ("source", Field::SourceUrl),
    ("license", Field::Licence),
    ("network", Field::SourceNetwork),
    ("email", Field::ContactEmail),
    ("contact", Field::ContactEmail),
    ("photo", Field::ImageUrl),
    ("image", Field::ImageUrl),
    ("alt text", Field::ImageAlt),
];

/// Columns that our own exports add for strangers and that say nothing about a case.
const OURS: [&str; 6] = ["licenceurl", "url", "object", "originurl", "host", "retrieved"];

/// What each column most likely stands for, by its name; no field twice.
pub fn guess(sheet: &Sheet, names: &Names) -> Vec<Option<Field>> {
    let ours = sheet.headers.iter().any(|header| bare(header) == "retrieved");
    let one = |header: &String| {
        let name = bare(header);
        if ours && OURS.contains(&name.as_str()) {
            return None;
        }
        let exact = Field::ALL.iter().copied().find(|field| bare(field.id()) == name);
        let told = || names.find(Names::FIELD, header).and_then(Field::from_id);
        let other =
            || OTHERS.iter().find(|(other, _)| bare(other) == name).map(|(_, field)| *field);
        exact.or_else(told).or_else(other)
    };
    let mut found = Vec::with_capacity(sheet.width());
    for header in &sheet.headers {
        let field = one(header).filter(|field| !found.contains(&Some(*field)));
        found.push(field);
    }
    found.resize(sheet.width(), None);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(headers: &[&str]) -> Sheet {
        let headers = headers.iter().map(|header| (*header).to_owned()).collect();
        Sheet { headers, ..Sheet::default() }
    }

    #[test]
    fn columns_are_guessed_by_the_template_by_the_pages_and_by_what_people_write() {
        let mut names = Names::default();
        names.add(Names::FIELD, "Titel", "title");
        names.add(Names::FIELD, "都市", "city");
        let found = guess(&sheet(&["TITEL", "都市", "Lessons learned", "SDGs", "Mood"]), &names);
        let wanted = [Field::Title, Field::City, Field::Lessons, Field::Goals].map(Some);
        assert_eq!(found, [&wanted[..], &[None]].concat());
        let twice = guess(&sheet(&["title", "Project title"]), &names);
        assert_eq!(twice, [Some(Field::Title), None]);
    }

    #[test]
    fn what_an_export_says_of_itself_is_no_source() {
        let found =
            guess(&sheet(&["source_url", "url", "retrieved", "updated"]), &Names::default());
        assert_eq!(found, [Some(Field::SourceUrl), None, None, Some(Field::Updated)]);
        assert_eq!(guess(&sheet(&["url"]), &Names::default()), [Some(Field::SourceUrl)]);
    }

    #[test]
    fn every_field_is_read_by_its_id_and_every_section_is_one() {
        for field in Field::ALL {
            assert_eq!(Field::from_id(field.id()), Some(*field));
        }
        assert!(SectionId::ALL.iter().all(|id| Field::from_id(id.id()).is_some()));
    }
}
