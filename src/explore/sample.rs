//! Seeded plays where exact analysis does not fit: in parallel, and with the same numbers on any number of cores.

use rayon::prelude::*;

use super::dice::Dice;
use super::limits::{Cancelled, Limits, Progress};
use super::play::{Hurried, Step, play};
use super::policy::Taste;
use super::program::{Program, Runner};
use crate::model::ChoiceIx;

/// Steps after which a part makes no more plays: lines that hardly end must not take for ever.
pub(crate) const MOST_STEPS: u64 = 2_000_000;

/// Plays of one part, in order.
pub(crate) struct Span {
    pub(crate) plays: std::ops::Range<usize>,
}

/// Cuts the plays into parts that do not depend on the number of cores, and works on them in parallel.
pub(crate) fn in_parts<T: Send>(
    plays: usize,
    limits: &Limits,
    work: impl Fn(Span) -> T + Sync,
) -> Result<Vec<T>, Cancelled> {
    let parts = plays.clamp(1, 64);
    let made = std::sync::atomic::AtomicUsize::new(0);
    let part = |at: usize| {
        let plays_here = plays * at / parts..plays * (at + 1) / parts;
        let count = plays_here.len();
        let before = made.load(std::sync::atomic::Ordering::Relaxed);
        if limits.tick.is_some_and(|tick| {
            !tick(Progress::Plays {
                made: before,
                of: plays,
            })
        }) {
            return Err(Cancelled);
        }
        let found = work(Span { plays: plays_here });
        made.fetch_add(count, std::sync::atomic::Ordering::Relaxed);
        Ok(found)
    };
    (0..parts).into_par_iter().map(part).collect()
}

/// The dice of one play.
pub(crate) fn dice(limits: &Limits, play: usize) -> Dice {
    Dice::of(limits.seed, play as u64)
}

/// The choices of a play made before, for its witnesses.
pub(crate) fn replay(program: &Program, taste: &Taste, mut dice: Dice) -> Vec<ChoiceIx> {
    let mut path = Vec::new();
    let mut runner = Runner::new(program);
    let mut keep = |_: &mut Hurried, step: Step| {
        if let Step::Taking(_, choice) = step {
            path.push(choice);
        }
    };
    play(
        &mut runner,
        taste,
        &mut dice,
        &mut Hurried,
        &mut Default::default(),
        &mut keep,
    );
    path
}
