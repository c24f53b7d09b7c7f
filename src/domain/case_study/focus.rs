//! What of a picture stays in view where only a part of it fits.

use serde::{Deserialize, Serialize};

/// A ninth of a picture; where none is named it is the middle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Focus {
    TopLeft,
    Top,
    TopRight,
    Left,
    #[default]
    Centre,
    Right,
    BottomLeft,
    Bottom,
    BottomRight,
}

use Focus::{Bottom, BottomLeft, BottomRight, Centre, Left, Right, Top, TopLeft, TopRight};

impl Focus {
    /// Row by row.
    pub const ALL: [Focus; 9] =
        [TopLeft, Top, TopRight, Left, Centre, Right, BottomLeft, Bottom, BottomRight];

    /// As it stands in records, and in the style sheet.
    pub const fn id(self) -> &'static str {
        match self {
            TopLeft => "top-left",
            Top => "top",
            TopRight => "top-right",
            Left => "left",
            Centre => "centre",
            Right => "right",
            BottomLeft => "bottom-left",
            Bottom => "bottom",
            BottomRight => "bottom-right",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|focus| focus.id() == id)
    }

    /// From left to right and from bottom to top, each from -1 to 1, as Mastodon's `focalPoint`
    /// counts: the middle of the outer ninths is two thirds of the way out.
    pub fn point(self) -> [f64; 2] {
        const OUT: f64 = 0.66;
        let across = match self {
            TopLeft | Left | BottomLeft => -OUT,
            Top | Centre | Bottom => 0.0,
            TopRight | Right | BottomRight => OUT,
        };
        let up = match self {
            TopLeft | Top | TopRight => OUT,
            Left | Centre | Right => 0.0,
            BottomLeft | Bottom | BottomRight => -OUT,
        };
        [across, up]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ninths_are_those_of_the_schema() {
        let schema: serde_json::Value =
            serde_json::from_str(include_str!("../../../vocabulary/case.schema.json")).unwrap();
        let known = &schema["properties"]["images"]["items"]["properties"]["focus"]["enum"];
        assert_eq!(*known, serde_json::json!(Focus::ALL.map(Focus::id)));
        assert_eq!(Focus::from_id("bottom-left").map(Focus::point), Some([-0.66, -0.66]));
        assert_eq!(serde_json::json!(Focus::ALL), *known);
    }
}
