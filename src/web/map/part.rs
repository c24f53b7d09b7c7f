//! Which part of the world a map shows: the whole, a region of the vocabulary, or around a point.

use std::fmt;

/// Units of the outline's drawing: x = (lon + 180) / 360 · 1000, y = (84 − lat) / 360 · 1000.
const WORLD: (f64, f64) = (1000.0, 400.0);
const NORTH: f64 = 84.0;
const SOUTH: f64 = NORTH - 400.0 / UNITS;
const UNITS: f64 = 1000.0 / 360.0;
/// So far within the drawing is what would be beyond its ends, in degrees.
const EDGE: f64 = 0.5;

/// A map's own width in its own units, whatever part of the world it shows: so that pins and texts
/// have one size.
pub const WIDTH: f64 = 1000.0;
/// Width by height of every part but the whole.
const SHAPE: f64 = 1.8;
/// The narrowest view, in degrees of longitude: the outline is too coarse for more.
const NARROWEST: f64 = 6.0;
const WIDEST: f64 = 180.0;

/// What each region spans: degrees west, south, east, north. Beyond 180 is across the date line.
const REGIONS: [(&str, [f64; 4]); 9] = [
    ("africa", [-26.0, -36.0, 60.0, 38.0]),
    ("east-asia", [73.0, 17.0, 150.0, 54.0]),
    ("south-asia", [60.0, -2.0, 98.0, 39.0]),
    ("southeast-asia", [91.0, -12.0, 142.0, 29.0]),
    ("west-central-asia", [25.0, 11.0, 88.0, 56.0]),
    ("europe", [-25.0, 34.0, 60.0, 71.0]),
    ("latin-america-caribbean", [-118.0, -56.0, -33.0, 33.0]),
    ("north-america", [-170.0, 14.0, -50.0, 72.0]),
    ("oceania", [110.0, -48.0, 215.0, 16.0]),
];

/// What an address asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Zoom {
    World,
    Region(&'static str),
    /// Around a point, so many degrees of longitude wide.
    Around {
        lat: f64,
        lon: f64,
        width: f64,
    },
}

impl Zoom {
    /// Reads `world`, the id of a region, or `LAT,LON,DEGREES`; None for anything else.
    pub fn parse(text: &str) -> Option<Zoom> {
        if text == "world" {
            return Some(Zoom::World);
        }
        if let Some((id, _)) = REGIONS.iter().find(|(id, _)| *id == text) {
            return Some(Zoom::Region(id));
        }
        let mut numbers = text.splitn(4, ',').map(|part| {
            let plain = part.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'-');
            part.parse::<f64>().ok().filter(|_| plain && part.len() <= 12)
        });
        let (lat, lon, width) = (numbers.next()??, numbers.next()??, numbers.next()??);
        let sound = lat.abs() <= 90.0 && lon.abs() <= 180.0 && (0.1..=360.0).contains(&width);
        (sound && numbers.next().is_none()).then(|| Zoom::around(lat, lon, width))
    }

    /// Around a point, not narrower or wider than a map is good for; in tenths of a degree, so that
    /// there are not endlessly many addresses.
    pub fn around(lat: f64, lon: f64, width: f64) -> Zoom {
        let tenths = |value: f64| (value * 10.0).round() / 10.0;
        let width = tenths(width.clamp(NARROWEST, WIDEST));
        Zoom::Around { lat: tenths(lat), lon: tenths(lon), width }
    }

    /// The ids of the regions that can be looked at.
    pub fn regions() -> impl Iterator<Item = &'static str> {
        REGIONS.iter().map(|(id, _)| *id)
    }

    /// The smallest region with all of these points (longitude, latitude), else the world.
    pub fn with_all(points: &[(f64, f64)]) -> Zoom {
        let mut regions: Vec<_> = REGIONS.iter().collect();
        let area = |[west, south, east, north]: [f64; 4]| (east - west) * (north - south);
        regions.sort_by(|a, b| area(a.1).total_cmp(&area(b.1)));
        let holds = |[west, south, east, north]: [f64; 4], (lon, lat): (f64, f64)| {
            let inside = |lon: f64| (west..=east).contains(&lon);
            (south..=north).contains(&lat) && (inside(lon) || inside(lon + 360.0))
        };
        let found = regions.iter().find(|(_, span)| points.iter().all(|at| holds(*span, *at)));
        match found {
            Some((id, _)) if !points.is_empty() => Zoom::Region(id),
            _ => Zoom::World,
        }
    }
}

impl fmt::Display for Zoom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Zoom::World => f.write_str("world"),
            Zoom::Region(id) => f.write_str(id),
            Zoom::Around { lat, lon, width } => write!(f, "{lat},{lon},{width}"),
        }
    }
}

/// A part of the drawing, in its units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    x: f64,
    y: f64,
    w: f64,
    h: f64,
}

impl Part {
    pub fn of(zoom: Zoom) -> Part {
        match zoom {
            Zoom::World => Part { x: 0.0, y: 0.0, w: WORLD.0, h: WORLD.1 },
            Zoom::Region(id) => {
                let span = REGIONS.iter().find(|(known, _)| *known == id).map(|(_, span)| *span);
                let [west, south, east, north] = span.unwrap_or([-180.0, SOUTH, 180.0, NORTH]);
                let ((x, y), (right, low)) = (drawn(west, north), drawn(east, south));
                Part::shaped((x + right) / 2.0, (y + low) / 2.0, right - x, low - y)
            }
            Zoom::Around { lat, lon, width } => {
                let (x, y) = drawn(lon, lat);
                Part::shaped(x, y, width * UNITS, 0.0)
            }
        }
    }

    /// The view of the usual shape around a centre that holds so much, within the drawing's height.
    fn shaped(x: f64, y: f64, least_w: f64, least_h: f64) -> Part {
        let w = least_w.max(least_h * SHAPE).min(WORLD.1 * SHAPE);
        let h = w / SHAPE;
        Part { x: x - w / 2.0, y: (y - h / 2.0).clamp(0.0, WORLD.1 - h), w, h }
    }

    fn scale(&self) -> f64 {
        WIDTH / self.w
    }

    /// The map's height in its own units.
    pub fn height(&self) -> f64 {
        self.h * self.scale()
    }

    /// How many degrees of longitude it shows.
    pub fn degrees(&self) -> f64 {
        self.w / UNITS
    }

    /// The latitude and longitude in its middle.
    pub fn middle(&self) -> (f64, f64) {
        let lon = (self.x + self.w / 2.0) / UNITS - 180.0;
        let lat = NORTH - (self.y + self.h / 2.0) / UNITS;
        (lat, if lon > 180.0 { lon - 360.0 } else { lon })
    }

    /// Where a point lies on the map; None outside of it. What lies beyond the outline's northern
    /// or southern end is shown at that end.
    pub fn place(&self, lat: f64, lon: f64) -> Option<(f64, f64)> {
        let (x, y) = drawn(lon, lat.clamp(SOUTH + EDGE, NORTH - EDGE));
        let x = [x, x + WORLD.0, x - WORLD.0]
            .into_iter()
            .find(|x| (self.x..=self.x + self.w).contains(x))?;
        let inside = (self.y..=self.y + self.h).contains(&y);
        inside.then(|| ((x - self.x) * self.scale(), (y - self.y) * self.scale()))
    }

    /// The outline on the map: left, top, width and height of each copy that is in sight.
    pub fn land(&self) -> Vec<[f64; 4]> {
        let copies = [-WORLD.0, 0.0, WORLD.0].into_iter();
        let seen = copies.filter(|at| at + WORLD.0 > self.x && *at < self.x + self.w);
        let rounded = |value: f64| (value * 10.0).round() / 10.0;
        seen.map(|at| {
            let scale = self.scale();
            [(at - self.x) * scale, -self.y * scale, WORLD.0 * scale, WORLD.1 * scale].map(rounded)
        })
        .collect()
    }
}

/// A point in the units of the drawing.
fn drawn(lon: f64, lat: f64) -> (f64, f64) {
    ((lon + 180.0) * UNITS, (NORTH - lat) * UNITS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::vocabulary;

    #[test]
    fn every_region_of_the_vocabulary_can_be_looked_at() {
        let known: Vec<_> = vocabulary::regions().iter().map(|region| region.id.as_str()).collect();
        assert_eq!(Zoom::regions().collect::<Vec<_>>(), known);
        for region in Zoom::regions() {
            let view = Part::of(Zoom::parse(region).unwrap());
            assert!(view.y >= 0.0 && view.y + view.h <= WORLD.1 + 0.01, "{region}: {view:?}");
        }
    }

    #[test]
    fn a_zoom_is_read_back_from_its_address_and_nonsense_is_none() {
        for zoom in [Zoom::World, Zoom::Region("europe"), Zoom::around(-33.456, 151.2, 20.0)] {
            assert_eq!(Zoom::parse(&zoom.to_string()), Some(zoom));
        }
        assert_eq!(Zoom::parse("0,0,0.5"), Some(Zoom::around(0.0, 0.0, NARROWEST)));
        for text in [
            "",
            "atlantis",
            "1,2",
            "1,2,3,4",
            "NaN,0,10",
            "inf,0,10",
            "91,0,10",
            "0,181,10",
            "0,0,-1",
            "0,0,1e3",
            "0,0,999",
            "\"><script>",
            "0,0,10\u{0}",
            "9e99,9e99,9e99",
        ] {
            assert_eq!(Zoom::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn the_other_side_of_the_date_line_is_on_the_map_of_oceania() {
        let view = Part::of(Zoom::Region("oceania"));
        assert!(view.place(-13.8, -171.8).is_some(), "Apia");
        assert!(view.place(-36.8, 174.8).is_some(), "Auckland");
        assert!(view.place(48.2, 16.4).is_none(), "Vienna");
        assert_eq!(view.land().len(), 2);
    }

    #[test]
    fn a_search_within_one_region_opens_there() {
        assert_eq!(Zoom::with_all(&[(16.4, 48.2), (12.5, 41.9)]), Zoom::Region("europe"));
        assert_eq!(Zoom::with_all(&[(16.4, 48.2), (-74.0, 4.7)]), Zoom::World);
        assert_eq!(Zoom::with_all(&[]), Zoom::World);
    }
}
