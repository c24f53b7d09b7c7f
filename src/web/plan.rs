//! The city plan: a quiet map of an imaginary quarter, drawn from a case's id (streets, blocks, water)
//! and its topic (hue). A case without a photograph gets it; the same case gets the same plan everywhere.

use std::fmt::Write;

/// Goes into every seed: raise it when the drawing changes, so that old plans leave the caches.
const EDITION: u64 = 1;
const WIDTH: i32 = 400;
const HEIGHT: i32 = 200;

/// What a plan is drawn from; it is its address too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seed {
    value: u64,
    /// Degrees on the colour wheel, below 360.
    hue: u16,
}

impl Seed {
    /// From a case's own id and the place of its first topic among the topics, from 0.
    pub fn new(case_id: &str, topic: usize) -> Seed {
        let mut value = 0xcbf2_9ce4_8422_2325_u64 ^ EDITION;
        for byte in case_id.bytes() {
            value = (value ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        Seed { value, hue: hue(topic) }
    }

    /// The file name `HEX-HUE.svg`; None when it is no plan's name.
    pub fn from_name(name: &str) -> Option<Seed> {
        let (value, hue) = name.strip_suffix(".svg")?.split_once('-')?;
        if value.len() != 16 || hue.len() > 3 || !hue.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let value = u64::from_str_radix(value, 16).ok()?;
        let hue = hue.parse().ok().filter(|hue| *hue < 360)?;
        Some(Seed { value, hue })
    }

    pub fn name(self) -> String {
        format!("{:016x}-{}.svg", self.value, self.hue)
    }
}

/// Hues of the topics in their order: water is blue, nature green, energy amber, and neighbours differ.
const HUES: [u16; 15] = [204, 174, 40, 222, 108, 78, 264, 14, 332, 146, 290, 54, 238, 190, 356];

/// The hue of a topic by its place among the topics, from 0.
pub fn hue(topic: usize) -> u16 {
    HUES[topic % HUES.len()]
}

/// SplitMix64: small, and the same on every machine for ever.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From `low` to `high`, both included.
    fn roll(&mut self, low: i32, high: i32) -> i32 {
        let span = u64::try_from(high - low + 1).expect("low is not above high");
        low + i32::try_from(self.next() % span).expect("the span is small")
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[usize::try_from(self.next() % of.len() as u64).expect("shorter than the slice")]
    }
}

/// The colours of one plan, all of one hue.
struct Ink {
    ground: String,
    blocks: [String; 3],
    park: String,
    water: String,
}

impl Ink {
    fn new(hue: u16) -> Ink {
        let tone = |saturation: u16, light: u16| format!("hsl({hue},{saturation}%,{light}%)");
        Ink {
            ground: tone(30, 91),
            blocks: [tone(34, 78), tone(36, 69), tone(40, 58)],
            park: format!("hsl({},30%,80%)", (hue + 35) % 360),
            water: tone(44, 46),
        }
    }
}

/// The plan as an SVG of less than 4 KB.
pub fn draw(seed: Seed) -> String {
    let mut dice = Dice(seed.value);
    let ink = Ink::new(seed.hue);
    let mut svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="xMidYMid slice"><path fill="{}" d="M0 0H400V200H0z"/>"#,
        ink.ground
    );
    match dice.roll(0, 6) {
        0..=2 => {
            grid(&mut svg, &mut dice, &ink);
            river(&mut svg, &mut dice, &ink);
        }
        3 => rings(&mut svg, &mut dice, &ink),
        4 => {
            grid(&mut svg, &mut dice, &ink);
            harbour(&mut svg, &mut dice, &ink);
        }
        _ => {
            grid(&mut svg, &mut dice, &ink);
            avenues(&mut svg, &mut dice, &ink);
        }
    }
    svg.push_str("</svg>");
    svg
}

/// Streets at a slight angle, with blocks and a park between them.
fn grid(svg: &mut String, dice: &mut Dice, ink: &Ink) {
    let angle = dice.roll(-16, 16);
    let columns = lines(dice, -70, 470, &[20, 26, 34, 46]);
    let rows = lines(dice, -70, 270, &[18, 24, 34]);
    let _ = write!(svg, r#"<g transform="rotate({angle} 200 100)">"#);
    let mut shades = [String::new(), String::new(), String::new()];
    for column in columns.windows(2) {
        for row in rows.windows(2) {
            if let Some(shade) = shades.get_mut(dice.roll(0, 4) as usize) {
                let inset = dice.roll(2, 4);
                block(shade, column[0], row[0], column[1], row[1], inset);
            }
        }
    }
    for (shade, fill) in shades.iter().zip(&ink.blocks) {
        let _ = write!(svg, r#"<path fill="{fill}" d="{shade}"/>"#);
    }
    let (mut narrow, mut wide) = (String::new(), String::new());
    for x in &columns {
        let _ = write!(if dice.roll(0, 4) == 0 { &mut wide } else { &mut narrow }, "M{x}-70V270");
    }
    for y in &rows {
        let _ = write!(if dice.roll(0, 4) == 0 { &mut wide } else { &mut narrow }, "M-70 {y}H470");
    }
    let _ = write!(
        svg,
        r##"<g fill="none" stroke="#fff"><path stroke-width="1.4" d="{narrow}"/><path stroke-width="4.5" d="{wide}"/></g>"##
    );
    park(svg, dice, ink, &columns, &rows);
    svg.push_str("</g>");
}

fn lines(dice: &mut Dice, from: i32, to: i32, steps: &[i32]) -> Vec<i32> {
    let mut at = vec![from];
    while at.last().is_some_and(|last| *last < to) {
        at.push(at[at.len() - 1] + dice.pick(steps));
    }
    at
}

fn block(path: &mut String, x0: i32, y0: i32, x1: i32, y1: i32, inset: i32) {
    let (w, h) = (x1 - x0 - 2 * inset, y1 - y0 - 2 * inset);
    let _ = write!(path, "M{} {}h{w}v{h}h-{w}z", x0 + inset, y0 + inset);
}

/// Two blocks by two become a park with trees in rows.
fn park(svg: &mut String, dice: &mut Dice, ink: &Ink, columns: &[i32], rows: &[i32]) {
    let column = dice.roll(2, columns.len() as i32 - 6) as usize;
    let row = dice.roll(2, rows.len() as i32 - 5) as usize;
    let mut ground = String::new();
    block(&mut ground, columns[column], rows[row], columns[column + 2], rows[row + 2], 1);
    let mut trees = String::new();
    for x in (columns[column] + 8..columns[column + 2] - 4).step_by(9) {
        let _ = write!(trees, "M{x} {}V{}", rows[row] + 7, rows[row + 2] - 5);
    }
    let _ = write!(
        svg,
        r#"<path fill="{}" d="{ground}"/><path stroke="{}" stroke-width="3.4" stroke-linecap="round" stroke-dasharray="0 8" d="{trees}"/>"#,
        ink.park, ink.blocks[2]
    );
}

/// A river from side to side, its banks, and bridges over it.
fn river(svg: &mut String, dice: &mut Dice, ink: &Ink) {
    let (start, end) = (dice.roll(30, 170), dice.roll(30, 170));
    let (first, second) = (dice.roll(-10, 210), dice.roll(-10, 210));
    let width = dice.pick(&[12, 16, 22]);
    let course = format!("M-20 {start}C110 {first} 280 {second} 420 {end}");
    let _ = write!(
        svg,
        r##"<g fill="none"><path stroke="#fff" stroke-width="{}" d="{course}"/><path stroke="{}" stroke-width="{width}" d="{course}"/></g>"##,
        width + 6,
        ink.water
    );
    let mut bridges = String::new();
    for t in [dice.roll(15, 35), dice.roll(45, 60), dice.roll(70, 88)] {
        let (x, y) = on_curve(f64::from(t) / 100.0, [start, first, second, end]);
        let _ = write!(bridges, "M{} {}l6 {}", x - 3, y - width, 2 * width);
    }
    let _ = write!(svg, r##"<path stroke="#fff" stroke-width="3" d="{bridges}"/>"##);
}

fn on_curve(t: f64, y: [i32; 4]) -> (i32, i32) {
    let weights =
        [(1.0 - t).powi(3), 3.0 * t * (1.0 - t).powi(2), 3.0 * t * t * (1.0 - t), t.powi(3)];
    let at = |points: [i32; 4]| -> i32 {
        weights.iter().zip(points).map(|(weight, point)| weight * f64::from(point)).sum::<f64>()
            as i32
    };
    (at([-20, 110, 280, 420]), at(y))
}

/// Water along one edge, with piers.
fn harbour(svg: &mut String, dice: &mut Dice, ink: &Ink) {
    let (left, right) = (dice.roll(95, 160), dice.roll(95, 160));
    let bend = dice.roll(90, 175);
    let shore = format!("M-10 {left}Q200 {bend} 410 {right}");
    let _ = write!(
        svg,
        r##"<path fill="{}" stroke="#fff" stroke-width="5" d="{shore}V215H-10z"/><path stroke="{}" stroke-width="7" d=""##,
        ink.water, ink.ground
    );
    for place in 1..=5 {
        let x = place * 66 + dice.roll(-18, 18);
        let t = f64::from(x + 10) / 420.0;
        let y = (1.0 - t).powi(2) * f64::from(left)
            + 2.0 * t * (1.0 - t) * f64::from(bend)
            + t * t * f64::from(right);
        let _ = write!(svg, "M{x} {}v{}", y as i32 - 2, dice.roll(10, 26));
    }
    svg.push_str(r#""/>"#);
}

/// An old town: streets around a square, and roads that leave it.
fn rings(svg: &mut String, dice: &mut Dice, ink: &Ink) {
    let (x, y) = (dice.roll(40, 360), dice.roll(30, 190));
    let mut radius = 390;
    let mut turn = 0;
    while radius > 24 {
        let step = dice.pick(&[16, 22, 28]);
        let dash = dice.pick(&["26 5", "40 6", "18 4", "52 7", "30 9"]);
        let fill = dice.pick(&[0, 0, 1, 1, 2]);
        let _ = write!(
            svg,
            r#"<circle cx="{x}" cy="{y}" r="{}" fill="none" stroke="{}" stroke-width="{}" stroke-dasharray="{dash}" stroke-dashoffset="{turn}"/>"#,
            radius - step / 2,
            ink.blocks[fill],
            step - 5
        );
        radius -= step;
        turn += dice.roll(3, 21);
    }
    let mut roads = String::new();
    let spokes = dice.roll(5, 8);
    let first = dice.roll(0, 60);
    for spoke in 0..spokes {
        let angle = f64::from(first + spoke * 360 / spokes + dice.roll(-9, 9)).to_radians();
        let (dx, dy) = ((angle.cos() * 420.0) as i32, (angle.sin() * 420.0) as i32);
        let _ = write!(roads, "M{x} {y}l{dx} {dy}");
    }
    let _ = write!(
        svg,
        r##"<path stroke="#fff" stroke-width="4" d="{roads}"/><circle cx="{x}" cy="{y}" r="14" fill="{}" stroke="#fff" stroke-width="4"/><circle cx="{x}" cy="{y}" r="4" fill="{}"/>"##,
        ink.park, ink.water
    );
    let wall = dice.roll(60, 120);
    let _ = write!(
        svg,
        r##"<g fill="none"><circle cx="{x}" cy="{y}" r="{wall}" stroke="#fff" stroke-width="11"/><circle cx="{x}" cy="{y}" r="{wall}" stroke="{}" stroke-width="5"/></g>"##,
        ink.water
    );
}

/// Two avenues across the grid that meet at a round square.
fn avenues(svg: &mut String, dice: &mut Dice, ink: &Ink) {
    let (x, y) = (dice.roll(110, 290), dice.roll(60, 140));
    let (up, down) = (dice.roll(-60, 190), dice.roll(10, 260));
    let _ = write!(
        svg,
        r##"<g stroke="#fff"><path fill="none" stroke-width="8" d="M-20 {up}L{x} {y}L420 {down}M{} -20L{x} {y}L{} 220"/><circle cx="{x}" cy="{y}" r="19" stroke-width="7" fill="{}"/></g><circle cx="{x}" cy="{y}" r="6" fill="{}"/>"##,
        x - dice.roll(-120, 120),
        x + dice.roll(-120, 120),
        ink.park,
        ink.water
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_case_gets_the_same_plan_and_another_case_another() {
        let first = draw(Seed::new("copenhagen-cloudburst-plan", 1));
        assert_eq!(first, draw(Seed::new("copenhagen-cloudburst-plan", 1)));
        assert_ne!(first, draw(Seed::new("copenhagen-district-cooling", 1)));
    }

    #[test]
    fn a_plan_is_small_and_balanced() {
        for number in 0..200 {
            let svg = draw(Seed::new(&format!("case-{number}"), number % 15));
            assert!(svg.len() < 5000, "{} bytes", svg.len());
            assert_eq!(svg.matches("<g").count(), svg.matches("</g>").count());
            assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>"));
        }
    }

    #[test]
    fn a_name_leads_back_to_its_seed_and_nothing_else_does() {
        let seed = Seed::new("curitiba-brt", 14);
        assert_eq!(Seed::from_name(&seed.name()), Some(seed));
        for name in [
            "",
            ".svg",
            "1-2.svg",
            "00000000000000zz-10.svg",
            "0000000000000000-360.svg",
            "0000000000000000-+1.svg",
        ] {
            assert_eq!(Seed::from_name(name), None, "{name}");
        }
    }
}
