//! Chance that can be repeated: SplitMix64.

use std::time::Duration;

pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Chance(seed)
    }

    /// From `KONTOR_TEST_SEED`, or a new one.
    #[expect(clippy::disallowed_methods, reason = "a test has no settings file")]
    pub fn seed() -> u64 {
        let given = std::env::var("KONTOR_TEST_SEED").ok();
        given.map_or_else(
            || ulid::Ulid::new().random() as u64,
            |seed| seed.parse().expect("a number"),
        )
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    /// Once in `times`.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// From `least` to `most` milliseconds.
    pub fn wait(&mut self, least: usize, most: usize) -> Duration {
        Duration::from_millis((least + self.below(most - least)) as u64)
    }
}
