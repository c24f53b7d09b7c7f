//! `GET /style`: every token and every component in all its states, for those who build pages and
//! those who check them. The contrasts are computed from the style sheet that is served.

use askama::Template;
use axum::response::Response;

use crate::{domain::vocabulary, i18n::Speech, store};

use super::{
    accent::{self, Rgb},
    cards::{Card, Goal, Shown, card, goal},
    error::Fault,
    layout::{Frame, Place},
    reader::Reader,
};

/// What must be told apart, on what, and how well (WCAG 2.2: 1.4.3 for text, 1.4.11 for controls).
const PAIRS: [(&str, &str, f64); 17] = [
    ("ink", "paper", 4.5),
    ("ink", "card", 4.5),
    ("ink", "wash", 4.5),
    ("soft", "paper", 4.5),
    ("soft", "card", 4.5),
    ("soft", "wash", 4.5),
    ("accent", "paper", 4.5),
    ("accent", "card", 4.5),
    ("accent", "wash", 4.5),
    ("on-accent", "accent", 4.5),
    ("paper", "ink", 4.5),
    ("bad", "card", 4.5),
    ("bad", "paper", 4.5),
    ("good", "card", 4.5),
    ("edge", "card", 3.0),
    ("focus", "paper", 3.0),
    ("accent", "sea", 3.0),
];

const TOKENS: &str = include_str!("../../assets/style/tokens.css");

/// A colour of the style sheet by day and by night.
pub struct Colour {
    pub name: String,
    pub day: String,
    pub night: String,
}

/// Two colours on each other, with their contrast by day and by night.
pub struct Pair {
    pub text: &'static str,
    pub ground: &'static str,
    pub least: String,
    pub day: String,
    pub night: String,
    pub enough: bool,
}

#[derive(Template)]
#[template(path = "style.html")]
pub struct StylePage {
    pub t: Speech,
    pub frame: Frame,
    pub colours: Vec<Colour>,
    pub pairs: Vec<Pair>,
    pub sizes: Vec<(&'static str, &'static str)>,
    pub spaces: Vec<(&'static str, u32)>,
    pub cards: Vec<Card>,
    pub goals: Vec<Goal>,
    pub topics: Vec<String>,
}

pub async fn show(reader: Reader) -> Response {
    let answer = answer(&reader).await;
    reader.answer(answer)
}

async fn answer(reader: &Reader) -> Result<Response, Fault> {
    let found = store::search::find(&reader.state.db, &Default::default(), 3).await?;
    let shown: Vec<Shown> = found.cases.iter().map(Shown::from).collect();
    reader.page(&page(&reader.t, reader.frame(Place::Elsewhere), &shown))
}

/// The page, with cards of these cases.
pub fn page(t: &Speech, frame: Frame, shown: &[Shown]) -> StylePage {
    let title = t.say("style-title");
    let mut frame = frame.titled(&title, &t.say("style-what"));
    frame.hidden = true;
    let topics = vocabulary::topics().iter().take(5);
    StylePage {
        colours: colours(TOKENS),
        pairs: pairs(&colours(TOKENS)),
        sizes: vec![
            ("head1", "size-head1"),
            ("head2", "size-head2"),
            ("head3", "size-head3"),
            ("big", "size-big"),
            ("normal", "size-normal"),
            ("small", "size-small"),
            ("tiny", "size-tiny"),
        ],
        spaces: vec![("round", 8), ("gap", 28), ("air", 64)],
        cards: shown.iter().map(|shown| card(t, shown)).collect(),
        goals: vocabulary::sdgs().iter().filter_map(|known| goal(t, known.id)).collect(),
        topics: topics.map(|topic| super::cards::topic_label(t, topic.id)).collect(),
        t: t.clone(),
        frame,
    }
}

/// The colours of the style sheet: those of its first block, and of the block for the night.
fn colours(css: &str) -> Vec<Colour> {
    let (day, night) = css.split_once("@media (prefers-color-scheme: dark)").unwrap_or((css, ""));
    let night = colours_of(night);
    let at_night = |name: &str| night.iter().find(|(known, _)| *known == name);
    colours_of(day)
        .into_iter()
        .map(|(name, day)| Colour {
            night: at_night(&name).map_or_else(|| day.clone(), |(_, colour)| colour.clone()),
            name,
            day,
        })
        .collect()
}

/// `--name: #rrggbb;` wherever it stands.
fn colours_of(css: &str) -> Vec<(String, String)> {
    let tokens = css.split("--").skip(1).filter_map(|rest| {
        let (name, value) = rest.split_once(": ")?;
        let colour = value.get(..7).filter(|colour| accent::parse(colour).is_some())?;
        name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-').then_some((name, colour))
    });
    tokens.map(|(name, colour)| (name.to_owned(), colour.to_owned())).collect()
}

fn pairs(colours: &[Colour]) -> Vec<Pair> {
    let rgb = |name: &str, of: fn(&Colour) -> &str| -> Option<Rgb> {
        accent::parse(of(colours.iter().find(|colour| colour.name == name)?))
    };
    let ratio = |text: &str, ground: &str, of: fn(&Colour) -> &str| {
        Some(accent::contrast(rgb(text, of)?, rgb(ground, of)?))
    };
    // Cut, not rounded, so that 4.49 never reads as 4.5.
    let shown = |ratio: f64| format!("{:.2}", (ratio * 100.0).floor() / 100.0);
    let pair = |(text, ground, least): &(&'static str, &'static str, f64)| {
        let day = ratio(text, ground, |colour| &colour.day)?;
        let night = ratio(text, ground, |colour| &colour.night)?;
        Some(Pair {
            text,
            ground,
            least: format!("{least}"),
            day: shown(day),
            night: shown(night),
            enough: day >= *least && night >= *least,
        })
    };
    PAIRS.iter().filter_map(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_of_colours_can_be_told_apart_by_day_and_by_night() {
        let colours = colours(TOKENS);
        let pairs = pairs(&colours);
        assert_eq!(pairs.len(), PAIRS.len(), "a colour of a pair is not in the style sheet");
        for pair in pairs {
            let (text, ground) = (pair.text, pair.ground);
            assert!(pair.enough, "{text} on {ground}: {} and {}", pair.day, pair.night);
        }
    }
}
