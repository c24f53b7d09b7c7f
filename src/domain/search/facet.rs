//! The facets: named once, in one list, for filters, counts and everything else that has each of them.

use super::index::TermKind;

/// Hands the list of facets to another macro. A new facet is one more line here, and the terms it
/// looks at in [`super::case_terms`]. The order is that of query strings: what is new comes last,
/// because saved searches are known by theirs.
macro_rules! each_facet {
    ($then:ident) => {
        $then! {
            /// Ids of topics and subtopics; a topic stands for all below it.
            Topic topic,
            /// Numbers of goals.
            Sdg sdg,
            /// Keys as [`super::city_key`] makes them.
            City city,
            /// ISO 3166-1 alpha-2, capitals.
            Country country,
            /// Slugs of source networks.
            Network network,
            /// Tags of languages a case can be read in.
            Language language,
            /// Codes of targets: `11.5`.
            Target target,
            /// Ids of regions.
            Region region,
            /// Classes of cities by their people, `xs` to `xl`.
            Size size,
            /// Ids of statuses.
            Status status,
            /// Ids of cost bands.
            Cost cost,
            /// The years in which cases began, four digits.
            Year year,
            /// Ids of scales.
            Scale scale,
            /// Names of awards as [`super::award_key`] makes them.
            Award award,
        }
    };
}
pub(super) use each_facet;

macro_rules! facets {
    ($($(#[$doc:meta])* $variant:ident $field:ident,)+) => {
        /// A property by which readers narrow a search down.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Facet {
            $($(#[$doc])* $variant,)+
        }

        impl Facet {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The terms of a case it looks at.
            pub const fn kind(self) -> TermKind {
                match self { $(Self::$variant => TermKind::$variant),+ }
            }
        }

        /// One thing for each facet.
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct ByFacet<T> {
            $($(#[$doc])* pub $field: T,)+
        }

        impl<T> ByFacet<T> {
            /// What `make` makes for each facet.
            pub fn new(mut make: impl FnMut(Facet) -> T) -> Self {
                ByFacet { $($field: make(Facet::$variant)),+ }
            }

            pub fn of(&self, facet: Facet) -> &T {
                match facet { $(Facet::$variant => &self.$field),+ }
            }

            pub fn of_mut(&mut self, facet: Facet) -> &mut T {
                match facet { $(Facet::$variant => &mut self.$field),+ }
            }
        }
    };
}
each_facet!(facets);

impl Facet {
    /// Its key in a query string.
    pub const fn id(self) -> &'static str {
        self.kind().id()
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|facet| facet.id() == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_facet_has_its_own_key_and_place() {
        let mut each = ByFacet::new(Facet::id);
        for facet in Facet::ALL {
            assert_eq!(Facet::from_id(facet.id()), Some(*facet));
            assert_eq!(*each.of(*facet), facet.id());
            *each.of_mut(*facet) = "";
        }
        assert_eq!(each, ByFacet::default());
    }

    #[test]
    fn searches_saved_before_keep_their_query() {
        let first: Vec<_> = Facet::ALL.iter().take(6).map(|facet| facet.id()).collect();
        assert_eq!(first, ["topic", "sdg", "city", "country", "network", "language"]);
    }
}
