//! The picture of an entry's relations: itself in the middle, the others as boxes on both sides, each a link. The list beside it says the same.

use super::entry::{named, word};
use crate::{
    domain::{text::shorten, vocabulary::Tie},
    i18n::Speech,
};

/// Boxes in a picture; a list is better for more.
const MOST: usize = 24;
/// Characters that fit into a box.
const NAME_CHARS: usize = 34;
const BOX: usize = 300;
const HEIGHT: usize = 52;
const STEP: usize = 64;
const WIDTH: usize = 960;

/// In units of the drawing, from its upper left corner.
pub struct Picture {
    pub width: usize,
    pub height: usize,
    pub centre: String,
    pub centre_y: usize,
    pub nodes: Vec<Node>,
}

pub struct Node {
    pub x: usize,
    pub y: usize,
    /// Where the text begins, and the lines of name and relation.
    pub text_x: usize,
    pub name_y: usize,
    pub relation_y: usize,
    pub name: String,
    pub relation: String,
    pub href: Option<String>,
    /// The curve from the middle to the box.
    pub curve: String,
}

impl Picture {
    /// None where there is nothing, or too much, to be drawn.
    pub fn new(t: &Speech, centre: &str, ties: &[Tie]) -> Option<Picture> {
        if ties.is_empty() || ties.len() > MOST {
            return None;
        }
        let rows = ties.len().div_ceil(2);
        let height = rows * STEP + 12;
        let middle = height / 2;
        let node = |(place, tie): (usize, &Tie)| {
            let right = place % 2 == 1;
            // A side with fewer boxes is set in the middle.
            let on_side = if right { ties.len() / 2 } else { rows };
            let top = (height - on_side * STEP) / 2 + (STEP - HEIGHT) / 2;
            let (x, y) = (if right { WIDTH - BOX } else { 0 }, top + place / 2 * STEP);
            let (from, to) = if right { (580, x) } else { (380, BOX) };
            let (half, level) = (usize::midpoint(from, to), y + HEIGHT / 2);
            let other = named(&tie.to);
            Node {
                x,
                y,
                text_x: x + 14,
                name_y: y + 22,
                relation_y: y + 41,
                name: shorten(&other.name, NAME_CHARS),
                relation: word(t, "net-tie", tie.kind),
                href: other.href,
                curve: format!("M{from} {middle}C{half} {middle} {half} {level} {to} {level}"),
            }
        };
        Some(Picture {
            width: WIDTH,
            height,
            centre: shorten(centre, 22),
            centre_y: middle,
            nodes: ties.iter().enumerate().map(node).collect(),
        })
    }
}
