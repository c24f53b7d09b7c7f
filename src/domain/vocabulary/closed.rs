//! The closed vocabularies as enums, each with its ids as they stand in files and on the wire.

use serde::{Deserialize, Serialize};

use crate::domain::case_study::Direction;

/// What every closed vocabulary can do, for code that works with any of them.
pub trait Closed: Copy + Eq + Sized + 'static {
    /// Every entry in the vocabulary's order.
    const ALL: &'static [Self];
    /// The entry's id as written in files and on the wire.
    fn id(self) -> &'static str;
    /// The entry with exactly this id.
    fn from_id(id: &str) -> Option<Self>;
}

macro_rules! closed {
    ($($(#[$doc:meta])* $name:ident { $($variant:ident = $id:literal),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        pub enum $name {
            $(#[serde(rename = $id)] $variant),+
        }

        impl $name {
            /// Every entry in the vocabulary's order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The entry's id as written in files and on the wire.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id),+ }
            }

            /// The entry with exactly this id.
            pub fn from_id(id: &str) -> Option<Self> {
                match id { $($id => Some(Self::$variant),)+ _ => None }
            }
        }

        impl Closed for $name {
            const ALL: &'static [Self] = Self::ALL;
            fn id(self) -> &'static str {
                $name::id(self)
            }
            fn from_id(id: &str) -> Option<Self> {
                $name::from_id(id)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.id())
            }
        }
    )+};
}

closed! {
    /// How far the project of a case is.
    Status {
        Planned = "planned",
        Pilot = "pilot",
        Ongoing = "ongoing",
        Completed = "completed",
        Discontinued = "discontinued",
    }
    /// How large an area a case covers.
    Scale {
        Site = "site",
        Neighbourhood = "neighbourhood",
        InnerCity = "inner-city",
        City = "city",
        Metropolitan = "metropolitan",
        Regional = "regional",
        MultiCity = "multi-city",
    }
    /// What sort of body an actor of a case is.
    ActorKind {
        LocalGovernment = "local-government",
        RegionalGovernment = "regional-government",
        NationalGovernment = "national-government",
        Supranational = "supranational",
        PublicUtility = "public-utility",
        PrivateSector = "private-sector",
        PublicPrivatePartnership = "public-private-partnership",
        CommunityGroup = "community-group",
        NgoPhilanthropy = "ngo-philanthropy",
        Research = "research",
        Network = "network",
    }
    /// What an actor did in a case.
    ActorRole {
        Initiator = "initiator",
        Lead = "lead",
        Partner = "partner",
        Funder = "funder",
        Designer = "designer",
        Operator = "operator",
        Evaluator = "evaluator",
    }
    /// Where the money of a case came from.
    FundingSource {
        MunicipalBudget = "municipal-budget",
        TaxesLevies = "taxes-levies",
        UserFees = "user-fees",
        RegionalGrant = "regional-grant",
        NationalGrant = "national-grant",
        EuFunds = "eu-funds",
        DevelopmentBank = "development-bank",
        DonorGrant = "donor-grant",
        LoansBonds = "loans-bonds",
        PrivateInvestment = "private-investment",
        Philanthropy = "philanthropy",
        Crowdfunding = "crowdfunding",
        LandValueCapture = "land-value-capture",
        InKindVolunteer = "in-kind-volunteer",
    }
    /// The order of magnitude of a case's cost, in euros.
    CostBand {
        Unknown = "unknown",
        Lt100k = "lt-100k",
        From100kTo1m = "100k-1m",
        From1mTo10m = "1m-10m",
        From10mTo100m = "10m-100m",
        From100mTo1b = "100m-1b",
        Gt1b = "gt-1b",
    }
    /// The size of a city by its people; the bounds are in `vocabulary/vocab.json`.
    PopulationClass {
        Xs = "xs",
        S = "s",
        M = "m",
        L = "l",
        Xl = "xl",
    }
    /// A section of a case's text.
    SectionId {
        Context = "context",
        Challenge = "challenge",
        Solution = "solution",
        Results = "results",
        Lessons = "lessons",
        Transferability = "transferability",
        Financing = "financing",
        Governance = "governance",
        Monitoring = "monitoring",
    }
    /// What a link of a case leads to.
    LinkKind {
        Website = "website",
        Original = "original",
        Document = "document",
        Dataset = "dataset",
        Video = "video",
        Evaluation = "evaluation",
        News = "news",
    }
    /// Whom a contact of a case speaks for.
    ContactRole {
        Initiator = "initiator",
        ProjectManager = "project-manager",
        Press = "press",
        Network = "network",
    }
    /// What a person in the exchange does.
    CitymakerRole {
        Politician = "politician",
        Administrator = "administrator",
        Academic = "academic",
        Practitioner = "practitioner",
        NetworkStaff = "network-staff",
        CivilSociety = "civil-society",
        Journalist = "journalist",
        Student = "student",
    }
    /// What readers may do with a text or an image, as an SPDX id.
    Licence {
        CcBy = "CC-BY-4.0",
        CcBySa = "CC-BY-SA-4.0",
        CcByNc = "CC-BY-NC-4.0",
        CcByNcSa = "CC-BY-NC-SA-4.0",
        Cc0 = "CC0-1.0",
        AllRightsReserved = "LicenseRef-all-rights-reserved",
    }
    /// A language a case can be written in, as a BCP 47 tag.
    Language {
        En = "en",
        Es = "es",
        Fr = "fr",
        Pt = "pt",
        De = "de",
        Ko = "ko",
        Ja = "ja",
        ZhHans = "zh-Hans",
        ZhHant = "zh-Hant",
        Ar = "ar",
    }
    /// Where a revision stands between its author and the public.
    EditorialState {
        Draft = "draft",
        Submitted = "submitted",
        InReview = "in-review",
        ChangesRequested = "changes-requested",
        Approved = "approved",
        Published = "published",
        Rejected = "rejected",
        Withdrawn = "withdrawn",
    }
}

impl Language {
    /// Which way the language is written.
    pub const fn direction(self) -> Direction {
        match self {
            Self::Ar => Direction::Rtl,
            _ => Direction::Ltr,
        }
    }
}

impl Licence {
    /// Whether others may pass the whole work on.
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::AllRightsReserved)
    }

    /// The licence's page; none when all rights are reserved.
    pub const fn url(self) -> Option<&'static str> {
        match self {
            Self::CcBy => Some("https://creativecommons.org/licenses/by/4.0/"),
            Self::CcBySa => Some("https://creativecommons.org/licenses/by-sa/4.0/"),
            Self::CcByNc => Some("https://creativecommons.org/licenses/by-nc/4.0/"),
            Self::CcByNcSa => Some("https://creativecommons.org/licenses/by-nc-sa/4.0/"),
            Self::Cc0 => Some("https://creativecommons.org/publicdomain/zero/1.0/"),
            Self::AllRightsReserved => None,
        }
    }
}

impl EditorialState {
    /// The states that may follow this one, as `editorial_transitions` in the vocabulary says.
    pub const fn successors(self) -> &'static [Self] {
        use EditorialState::*;
        match self {
            Draft => &[Submitted, Withdrawn],
            Submitted => &[InReview, Withdrawn],
            InReview => &[ChangesRequested, Approved, Rejected],
            ChangesRequested => &[Submitted, Withdrawn],
            Approved => &[Published, InReview],
            Published => &[InReview, Withdrawn],
            Rejected => &[Draft],
            Withdrawn => &[Draft],
        }
    }

    /// Whether a revision in this state may go to `next`.
    pub fn may_become(self, next: Self) -> bool {
        self.successors().contains(&next)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    fn vocab() -> Value {
        serde_json::from_str(include_str!("../../../vocabulary/vocab.json")).unwrap()
    }

    fn ids<T: Closed>() -> Vec<String> {
        T::ALL.iter().map(|entry| entry.id().to_owned()).collect()
    }

    fn listed(vocab: &Value, name: &str) -> Vec<String> {
        let entries = vocab["vocabularies"][name].as_array().unwrap();
        entries.iter().map(|entry| entry["id"].as_str().unwrap().to_owned()).collect()
    }

    #[test]
    fn every_enum_has_the_ids_of_the_vocabulary_in_its_order() {
        let vocab = vocab();
        let enums: [(&str, Vec<String>); 14] = [
            ("status", ids::<Status>()),
            ("scale", ids::<Scale>()),
            ("actor_kind", ids::<ActorKind>()),
            ("actor_role", ids::<ActorRole>()),
            ("funding_source", ids::<FundingSource>()),
            ("cost_band", ids::<CostBand>()),
            ("population_class", ids::<PopulationClass>()),
            ("section", ids::<SectionId>()),
            ("link_kind", ids::<LinkKind>()),
            ("citymaker_role", ids::<CitymakerRole>()),
            ("contact_role", ids::<ContactRole>()),
            ("editorial_state", ids::<EditorialState>()),
            ("licence", ids::<Licence>()),
            ("language", ids::<Language>()),
        ];
        assert_eq!(vocab["vocabularies"].as_object().unwrap().len(), enums.len());
        for (name, ids) in enums {
            assert_eq!(ids, listed(&vocab, name), "{name}");
        }
    }

    #[test]
    fn every_enum_has_the_ids_of_the_schema() {
        let schema: Value =
            serde_json::from_str(include_str!("../../../vocabulary/case.schema.json")).unwrap();
        let at = |pointer: &str| -> Vec<String> {
            serde_json::from_value(schema["properties"].pointer(pointer).unwrap().clone()).unwrap()
        };
        let enums: [(&str, Vec<String>); 12] = [
            ("/status/enum", ids::<Status>()),
            ("/scale/enum", ids::<Scale>()),
            ("/actors/items/properties/kind/enum", ids::<ActorKind>()),
            ("/actors/items/properties/role/enum", ids::<ActorRole>()),
            ("/funding/properties/sources/items/enum", ids::<FundingSource>()),
            ("/funding/properties/cost_band/enum", ids::<CostBand>()),
            ("/cities/items/properties/population_class/enum", ids::<PopulationClass>()),
            ("/links/items/properties/kind/enum", ids::<LinkKind>()),
            ("/contacts/items/properties/role/enum", ids::<ContactRole>()),
            ("/licence/enum", ids::<Licence>()),
            ("/language/enum", ids::<Language>()),
            ("/editorial/properties/state/enum", ids::<EditorialState>()),
        ];
        for (pointer, ids) in enums {
            assert_eq!(ids, at(pointer), "{pointer}");
        }
        let sections = schema["properties"]["sections"]["properties"].as_object().unwrap();
        assert_eq!(ids::<SectionId>(), sections.keys().cloned().collect::<Vec<_>>());
    }

    #[test]
    fn the_transitions_are_those_of_the_vocabulary() {
        let vocab = vocab();
        for state in EditorialState::ALL {
            let listed: Vec<String> =
                serde_json::from_value(vocab["editorial_transitions"][state.id()].clone()).unwrap();
            let ours: Vec<&str> = state.successors().iter().map(|next| next.id()).collect();
            assert_eq!(ours, listed, "{state}");
        }
        assert!(EditorialState::Published.may_become(EditorialState::Withdrawn));
        assert!(!EditorialState::Draft.may_become(EditorialState::Published));
    }

    #[test]
    fn an_entry_is_written_as_its_id() {
        assert_eq!(serde_json::to_string(&Language::ZhHans).unwrap(), "\"zh-Hans\"");
        assert_eq!(serde_json::from_str::<CostBand>("\"gt-1b\"").unwrap(), CostBand::Gt1b);
        assert_eq!(Licence::from_id("cc-by-4.0"), None, "ids are compared exactly");
    }
}
