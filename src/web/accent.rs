//! The one colour that a network chooses, kept readable: it is darkened or lightened until text in it
//! reaches 4.5:1 (WCAG 2.2 AA) on our paper, by day and by night.

/// Red, green, blue.
pub type Rgb = [u8; 3];

const PAPER: Rgb = [0xf2, 0xef, 0xe7];
const NIGHT: Rgb = [0x1f, 0x26, 0x2b];
const ENOUGH: f64 = 4.5;

/// `#rrggbb`; None for anything else.
pub fn parse(text: &str) -> Option<Rgb> {
    let digits = text.trim().strip_prefix('#')?;
    from_digits(digits)
}

/// The style sheet's address for a colour; None when it is no colour.
pub fn path(text: &str) -> Option<String> {
    parse(text).map(|rgb| format!("/accents/{}.css", digits(rgb)))
}

/// The colour of a style sheet's file name, `rrggbb.css`.
pub fn from_name(name: &str) -> Option<Rgb> {
    from_digits(name.strip_suffix(".css")?)
}

fn from_digits(digits: &str) -> Option<Rgb> {
    if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let number = u32::from_str_radix(digits, 16).ok()?;
    let [_, red, green, blue] = number.to_be_bytes();
    Some([red, green, blue])
}

fn digits([red, green, blue]: Rgb) -> String {
    format!("{red:02x}{green:02x}{blue:02x}")
}

/// The tokens of the style sheet that depend on the colour.
pub fn style(chosen: Rgb) -> String {
    let day = readable(chosen, PAPER, [0, 0, 0]);
    let night = readable(chosen, NIGHT, [255, 255, 255]);
    format!(
        "@media screen{{:root{{--accent:#{};--on-accent:#fff}}}}\n@media screen and (prefers-color-scheme:dark){{:root{{--accent:#{};--on-accent:#10171a}}}}\n",
        digits(day),
        digits(night)
    )
}

/// The first colour on the way from `chosen` to `end` that can be read on `ground`.
fn readable(chosen: Rgb, ground: Rgb, end: Rgb) -> Rgb {
    let step = |at: u16| -> Rgb {
        std::array::from_fn(|part| {
            let (from, to) = (f64::from(chosen[part]), f64::from(end[part]));
            (from + (to - from) * f64::from(at) / 20.0).round() as u8
        })
    };
    (0..=20).map(step).find(|colour| contrast(*colour, ground) >= ENOUGH).unwrap_or(end)
}

/// WCAG 2.2, relative luminance and contrast ratio.
pub fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (a, b) = (luminance(one) + 0.05, luminance(other) + 0.05);
    if a > b { a / b } else { b / a }
}

fn luminance(colour: Rgb) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = colour.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_a_network_chooses_can_be_read() {
        for chosen in [[255, 255, 0], [0, 0, 0], [255, 255, 255], [11, 92, 107], [200, 30, 30]] {
            assert!(contrast(readable(chosen, PAPER, [0, 0, 0]), PAPER) >= ENOUGH, "{chosen:?}");
            assert!(contrast(readable(chosen, NIGHT, [255; 3]), NIGHT) >= ENOUGH, "{chosen:?}");
        }
    }

    #[test]
    fn a_colour_that_can_be_read_stays_as_it_was_chosen() {
        assert!(style([11, 92, 107]).starts_with("@media screen{:root{--accent:#0b5c6b;"));
    }

    #[test]
    fn only_a_colour_is_a_colour() {
        assert_eq!(path("#0B5C6B").as_deref(), Some("/accents/0b5c6b.css"));
        for text in ["", "red", "#12345", "#+12345", "}body{"] {
            assert_eq!(path(text), None, "{text}");
        }
    }
}
