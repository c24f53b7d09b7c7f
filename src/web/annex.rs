//! What stands beside the sections of a case: figures, awards, pictures, links, contacts.

use url::Url;

use crate::{
    domain::{
        case_study::{Award, CaseStudy, Contact, Image, Indicator, Link},
        vocabulary::LinkKind,
    },
    i18n::Speech,
};

use super::{
    cards::{Shown, credit},
    documents::{Document, size_of},
    media::View,
};

/// Figures shown large in the text; the rest go into a table.
const BIG_NUMBERS: usize = 3;
/// A value longer than this is no figure to show large.
const BIG_NUMBER_CHARS: usize = 24;

pub struct Figure {
    pub label: String,
    pub value: String,
    pub unit: Option<String>,
    pub year: Option<i64>,
}

pub struct AwardLine {
    pub name: String,
    pub detail: Option<String>,
}

pub struct Picture {
    /// The picture itself, where it can be shown.
    pub view: Option<View>,
    /// What is said about it; beside a picture that is shown, its caption.
    pub text: String,
    pub href: Option<String>,
    pub credit: Option<String>,
}

pub struct LinkLine {
    /// None for a document of ours that nobody gets any more.
    pub href: Option<String>,
    pub label: String,
    /// What it is and where, with the size of a document of ours.
    pub notes: Vec<String>,
}

pub struct ContactLine {
    pub who: String,
    pub role: String,
}

/// A link that leaves this site.
pub struct Away {
    pub href: String,
    pub label: String,
}

/// Up to three short figures in the text, if at least two can stand side by side or one is alone.
pub fn figures(indicators: &[Indicator]) -> (Vec<Figure>, Vec<Figure>) {
    let figure = |indicator: &Indicator| Figure {
        label: indicator.label.clone(),
        value: indicator.value.clone(),
        unit: indicator.unit.clone(),
        year: indicator.year,
    };
    let short = |indicator: &&Indicator| indicator.value.chars().count() <= BIG_NUMBER_CHARS;
    let big: Vec<&Indicator> = indicators.iter().filter(short).take(BIG_NUMBERS).collect();
    let rest = indicators.iter().filter(|one| !big.iter().any(|known| std::ptr::eq(*known, *one)));
    (big.iter().map(|one| figure(one)).collect(), rest.map(figure).collect())
}

pub fn awards(t: &Speech, case: &CaseStudy) -> Vec<AwardLine> {
    let line = |award: &Award| {
        let year = award.year.map(|year| year.to_string());
        let detail: Vec<String> = award.category.iter().cloned().chain(year).collect();
        AwardLine {
            name: award.name.clone(),
            detail: (!detail.is_empty()).then(|| t.list(&detail)),
        }
    };
    case.awards.iter().map(line).collect()
}

/// A picture that is kept here, or copied for readers, is shown; others are described and linked, not
/// loaded from elsewhere, and a placeholder is our own plan.
pub fn picture(t: &Speech, shown: &Shown, image: &Image) -> Option<Picture> {
    let file = image.file.as_deref()?;
    let view = shown.view_of(image);
    let text = match image.caption.as_deref() {
        caption if view.is_some() => caption.unwrap_or_default().to_owned(),
        Some(caption) if caption != image.alt => format!("{}: {caption}", image.alt),
        _ => image.alt.clone(),
    };
    Some(Picture {
        view,
        text,
        href: web_address(file).map(|_| file.to_owned()),
        credit: credit(t, image),
    })
}

pub fn links(t: &Speech, shown: &Shown) -> Vec<LinkLine> {
    let line = |link: &Link| {
        let address = web_address(&link.url)?;
        let kind = t.term("link", link.kind.id());
        let host = address.host_str().unwrap_or_default().trim_start_matches("www.").to_owned();
        let (label, href) = (link.label.clone(), Some(link.url.clone()));
        Some(match shown.documents.and_then(|known| known.behind(&link.url)) {
            Some(Document::Kept(bytes)) => {
                LinkLine { href, label, notes: vec![kind, size_of(t, bytes), host] }
            }
            Some(Document::Gone) => {
                let gone = t.say("document-gone").into_owned();
                LinkLine { href: None, label, notes: vec![kind, gone] }
            }
            None => LinkLine { href, label, notes: vec![kind, host] },
        })
    };
    shown.case.links.iter().filter_map(line).collect()
}

/// The domain lets only http(s) in; a page does not rely on that alone.
fn web_address(text: &str) -> Option<Url> {
    Url::parse(text).ok().filter(|url| matches!(url.scheme(), "http" | "https"))
}

/// Who can be asked. Mail addresses are never public.
pub fn contacts(t: &Speech, case: &CaseStudy) -> Vec<ContactLine> {
    let who = |contact: &Contact| contact.label.clone().or_else(|| contact.citymaker.clone());
    let line = |contact| {
        Some(ContactLine { who: who(contact)?, role: t.term("contact", contact.role.id()) })
    };
    case.contacts.iter().filter_map(line).collect()
}

/// Where it appeared before it came to the network, if it says so.
pub fn first_published(case: &CaseStudy) -> Option<Away> {
    let original = case.links.iter().find(|link| link.kind == LinkKind::Original);
    let linked = original.map(|link| (link.url.as_str(), Some(link.label.clone())));
    let (href, label) = linked.or_else(|| case.source_url.as_deref().map(|url| (url, None)))?;
    let url = web_address(href)?;
    let host = url.host_str().unwrap_or_default().to_owned();
    Some(Away { href: href.to_owned(), label: label.unwrap_or(host) })
}
