//! The frame around every page: head, masthead, footer, and what they need to know.

use super::{
    assets::{LOOKS, Looks},
    member::{self, Visitor},
    own::Links,
};
use crate::i18n::Locale;

/// Whose site this is.
#[derive(Clone, Debug)]
pub struct Site {
    /// The network's full name.
    pub name: String,
    /// What people call it; the masthead says it.
    pub short_name: String,
    /// Of the network in the directory.
    pub slug: String,
    /// `cases.example.org`, with its port where there is one.
    pub host: String,
    /// `https://cases.example.org`, without a slash at the end.
    pub origin: String,
    /// The network's own actor, `slug@host` without the first `@`.
    pub handle: String,
    /// The style sheet of the network's colour; None for ours.
    pub accent: Option<String>,
    /// The address of the network's own logo; None for our mark.
    pub logo: Option<String>,
    pub version: &'static str,
    /// Where the source code of exactly this program is offered (AGPL-3.0 §13).
    pub source: String,
}

/// Where in the site a page is, for the masthead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Home,
    Cases,
    Topics,
    Goals,
    Cities,
    Networks,
    People,
    Follow,
    Elsewhere,
}

/// The same content in another form, for feed readers and harvesters: a `<link rel="alternate">`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternate {
    /// The media type, such as `application/atom+xml`.
    pub kind: &'static str,
    /// A path of this site, or a whole address.
    pub href: String,
    /// What a reader's program calls it.
    pub title: String,
}

const DOORS: [(Place, &str, &str); 7] = [
    (Place::Cases, "/cases", "nav-cases"),
    (Place::Topics, "/topics", "nav-topics"),
    (Place::Goals, "/goals", "nav-goals"),
    (Place::Cities, "/cities", "nav-cities"),
    (Place::Networks, "/networks", "nav-networks"),
    (Place::People, "/people", "nav-people"),
    (Place::Follow, "/follow", "nav-follow"),
];

/// What the frame says about one page.
#[derive(Clone, Debug)]
pub struct Frame {
    pub site: Site,
    pub title: String,
    pub description: String,
    pub place: Place,
    /// Path and query of this page, for the links to its other languages.
    pub address: String,
    /// Where this content is at home.
    pub canonical: Option<String>,
    /// The ActivityPub object or actor that this page shows.
    pub object: Option<String>,
    /// Feeds and other forms of this page.
    pub alternates: Vec<Alternate>,
    /// What the network says at the foot of every page, and its own pages.
    pub links: Links,
    /// The `og:type`.
    pub kind: &'static str,
    /// Search engines shall not list it.
    pub hidden: bool,
    pub looks: &'static Looks,
    /// Who is signed in.
    pub visitor: Option<Visitor>,
    /// The page is made of what only pages about accounts need.
    pub for_members: bool,
}

impl Frame {
    pub fn new(site: &Site, place: Place, address: &str) -> Frame {
        Frame {
            site: site.clone(),
            title: site.name.clone(),
            description: String::new(),
            place,
            address: address.to_owned(),
            canonical: None,
            object: None,
            alternates: Vec::new(),
            links: Links::default(),
            kind: "website",
            hidden: false,
            looks: &LOOKS,
            visitor: None,
            for_members: false,
        }
    }

    /// Where one signs in to come back to this page; None on the page where that is done.
    pub fn sign_in(&self) -> Option<String> {
        let is_there = self.address.starts_with("/login") || self.for_members;
        (!is_there).then(|| member::sign_in_path(&self.address))
    }

    /// Whether the second style sheet is needed.
    pub fn is_for_members(&self) -> bool {
        self.for_members || self.visitor.is_some()
    }

    /// `What, Network` as the title of the window.
    pub fn titled(mut self, what: &str, description: &str) -> Frame {
        self.title = match &self.site.short_name {
            name if name == what => what.to_owned(),
            name => format!("{what} – {name}"),
        };
        self.description = description.to_owned();
        self
    }

    /// Announces another form of this page.
    pub fn alternate(&mut self, kind: &'static str, href: &str, title: &str) {
        self.alternates.push(Alternate { kind, href: href.to_owned(), title: title.to_owned() });
    }

    /// What the masthead leads to: place, path, and the key of its text.
    pub fn doors(&self) -> &'static [(Place, &'static str, &'static str)] {
        &DOORS
    }

    pub fn locales(&self) -> &'static [Locale] {
        &Locale::ALL
    }
}
