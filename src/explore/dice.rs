//! A small seeded generator for plays: each play has a stream of its own, so the number of cores changes nothing.

/// SplitMix64 (Steele, Lea, Flood 2014).
#[derive(Clone, Debug)]
pub(crate) struct Dice(u64);

impl Dice {
    #[cfg(test)]
    pub(crate) fn new(seed: u64) -> Self {
        Dice(seed)
    }

    /// The stream of one play.
    pub(crate) fn of(seed: u64, play: u64) -> Self {
        let mut dice = Dice(seed);
        let start = dice.next() ^ play.wrapping_mul(0xd134_2543_de82_ef95);
        let mut dice = Dice(start);
        Dice(dice.next())
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number in `0..count`, by multiply-shift; 0 where `count` is 0.
    pub(crate) fn below(&mut self, count: usize) -> usize {
        let wide = u128::from(self.next()) * count as u128;
        usize::try_from(wide >> 64).unwrap_or(0)
    }

    /// In 0 … 1.
    pub(crate) fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
}
