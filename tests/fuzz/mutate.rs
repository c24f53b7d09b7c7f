//! A small generator of damage: bytes, pieces of other inputs, and JSON of the wrong kind.

use serde_json::{Value, json};
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    time::{Duration, Instant, SystemTime},
};

/// Longest time one input may take, also on a busy machine in a debug build.
const PATIENCE: Duration = Duration::from_secs(10);
/// No input grows beyond this.
const MOST: usize = 200_000;

/// SplitMix64: small, and the same everywhere.
pub struct Dice(u64);

impl Dice {
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Below `sides`; 0 where there are none.
    pub fn below(&mut self, sides: usize) -> usize {
        if sides == 0 { 0 } else { (self.roll() % sides as u64) as usize }
    }

    pub fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

/// Tries damaged inputs until time is over. What fails is told with its seed.
pub fn for_a_while(name: &str, make: impl Fn(&mut Dice) -> Vec<u8>, judge: impl Fn(&[u8])) {
    let number = |variable| std::env::var(variable).ok().and_then(|text| text.parse::<u64>().ok());
    let usual = if std::env::var_os("CI").is_some() { 20 } else { 3 };
    let seconds = number("KONTOR_FUZZ_SECONDS").unwrap_or(usual);
    let seed = number("KONTOR_FUZZ_SEED").unwrap_or_else(|| {
        let since = SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default();
        since.as_nanos() as u64
    });
    println!("{name}: KONTOR_FUZZ_SEED={seed}, {seconds} s");
    let (mut dice, began, mut tried) = (Dice(seed), Instant::now(), 0_u64);
    while began.elapsed() < Duration::from_secs(seconds) {
        let input = make(&mut dice);
        let started = Instant::now();
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| judge(&input))) {
            println!("{name}: KONTOR_FUZZ_SEED={seed}, input {tried}: {:?}", shown(&input));
            std::panic::resume_unwind(panic);
        }
        let took = started.elapsed();
        assert!(took < PATIENCE, "{name}: {took:?} for {:?}", shown(&input));
        tried += 1;
    }
    println!("{name}: {tried} inputs");
    assert!(tried > 20, "{name}: only {tried} inputs were tried");
}

fn shown(input: &[u8]) -> String {
    String::from_utf8_lossy(&input[..input.len().min(4_000)]).into_owned()
}

/// Some damage to bytes: flips, cuts, repeats, pieces of `others` and of `words`.
pub fn damaged(dice: &mut Dice, seed: &[u8], others: &[Vec<u8>], words: &[&str]) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=dice.below(6) {
        let at = dice.below(bytes.len() + 1);
        let end = (at + dice.below(24)).min(bytes.len());
        match dice.below(7) {
            0 if !bytes.is_empty() => {
                let at = dice.below(bytes.len());
                bytes[at] = dice.roll() as u8;
            }
            1 => drop(bytes.drain(at..end)),
            2 => bytes.truncate(at),
            3 => {
                let piece = bytes[at..end].to_vec();
                let times = 1 + dice.below(40);
                let repeated = piece.repeat(times);
                bytes.splice(at..at, repeated);
            }
            4 => {
                let other = dice.one(others).clone();
                let from = dice.below(other.len() + 1);
                let to = (from + dice.below(200)).min(other.len());
                bytes.splice(at..end, other[from..to].iter().copied());
            }
            _ => {
                let word = dice.one(words).as_bytes().to_vec();
                bytes.splice(at..end, word);
            }
        }
        bytes.truncate(MOST);
    }
    bytes
}

/// JSON in which some values became something else.
pub fn bent(dice: &mut Dice, value: &Value, others: &[Value]) -> Value {
    let mut bent = value.clone();
    for _ in 0..=dice.below(3) {
        bend_one(dice, &mut bent, others);
    }
    bent
}

fn bend_one(dice: &mut Dice, value: &mut Value, others: &[Value]) {
    // Goes down a random way and changes what it ends at.
    let deeper = dice.below(4) > 0;
    match value {
        Value::Object(fields) if deeper && !fields.is_empty() => {
            let at = dice.below(fields.len());
            bend_one(dice, fields.values_mut().nth(at).expect("it was counted"), others);
        }
        Value::Array(items) if deeper && !items.is_empty() => {
            let at = dice.below(items.len());
            bend_one(dice, &mut items[at], others);
        }
        other => *other = something(dice, other.take(), others),
    }
}

fn something(dice: &mut Dice, was: Value, others: &[Value]) -> Value {
    match dice.below(12) {
        0 => Value::Null,
        1 => json!([was.clone(), was]),
        2 => json!([]),
        3 => json!({}),
        4 => json!({ "id": was }),
        5 => json!(-1),
        6 => json!(1e300),
        7 => json!("x".repeat(dice.below(5_000))),
        8 => json!(["https://a.example/", null, 7, {}]),
        9 => json!("\u{202E}<script>\u{FEFF}𝕏"),
        10 => json!({ "type": ["Note", null], "href": was, "content": [was] }),
        _ => dice.one(others).clone(),
    }
}
