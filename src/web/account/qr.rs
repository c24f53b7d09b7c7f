//! A text as a QR code, drawn into the page: nothing is fetched, and no style is written inline.

use std::fmt::Write as _;

use qrcode::{Color, EcLevel, QrCode};

/// Blank modules around a code (ISO/IEC 18004).
const QUIET: usize = 4;

/// A code as a path in a square of so many units, blank edge included.
#[derive(Clone, Debug)]
pub struct Qr {
    pub size: usize,
    /// The dark modules, for the `d` of a path.
    pub path: String,
}

impl Qr {
    /// None for a text that no code holds.
    pub fn of(text: &str) -> Option<Qr> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
        let width = code.width();
        let mut path = String::new();
        for (row, line) in code.to_colors().chunks(width).enumerate() {
            let mut at = 0;
            while at < width {
                let same = line[at..].iter().take_while(|color| **color == line[at]).count();
                if line[at] == Color::Dark {
                    let (x, y) = (at + QUIET, row + QUIET);
                    let _ = write!(path, "M{x} {y}h{same}v1h-{same}z");
                }
                at += same;
            }
        }
        Some(Qr { size: width + 2 * QUIET, path })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_drawing_has_the_modules_of_the_code() {
        let text = "otpauth://totp/cases.example.org:ana?secret=ABC&issuer=cases.example.org";
        let (qr, code) = (Qr::of(text).unwrap(), QrCode::new(text).unwrap());
        assert_eq!(qr.size, code.width() + 8);
        let mut dark = vec![false; qr.size * qr.size];
        for run in qr.path.split('M').skip(1) {
            let (x, rest) = run.split_once(' ').unwrap();
            let (y, rest) = rest.split_once('h').unwrap();
            let long = rest.split('v').next().unwrap();
            let [x, y, long] = [x, y, long].map(|number| number.parse::<usize>().unwrap());
            dark[y * qr.size + x..][..long].fill(true);
        }
        for (at, is_dark) in dark.iter().enumerate() {
            let (x, y) = (at % qr.size, at / qr.size);
            let inside = |n: usize| (4..qr.size - 4).contains(&n);
            let expected = inside(x) && inside(y) && code[(x - 4, y - 4)] == Color::Dark;
            assert_eq!(*is_dark, expected, "{x} {y}");
        }
        assert!(Qr::of(&"a".repeat(5_000)).is_none());
    }
}
