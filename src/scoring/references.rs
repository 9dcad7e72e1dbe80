//! What stands beside a score so that it can be read: random, best and worst. Filled by exact analysis.

use super::Taken;

/// Mean and standard deviation of the process score (0–100) over all ways of playing under one policy.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spread {
    pub mean: f64,
    pub sd: f64,
}

/// All on the 0–100 scale of the process score.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct References {
    /// Choosing at random.
    pub random: Spread,
    /// The best line there is.
    pub best: f64,
    /// The worst.
    pub worst: f64,
    /// One line that earns the best, for the trace behind the learner's own.
    pub best_path: Vec<Taken>,
}

impl References {
    /// Where a score lies between random (0) and best (1); below random it is negative. `None` when best is no better than random.
    #[must_use]
    pub fn between(&self, score: f64) -> Option<f64> {
        let range = self.best - self.random.mean;
        (range > 1e-9).then(|| (score - self.random.mean) / range)
    }
}
