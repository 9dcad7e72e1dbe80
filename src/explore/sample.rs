//! Seeded plays where exact analysis does not fit: in parallel, and with the same numbers on any number of cores.

use rayon::prelude::*;

use super::dice::Dice;
use super::limits::{Cancelled, Limits, Progress};
use super::play::{Finish, Step, play};
use super::policy::Taste;
use super::program::{Eye, Program, Runner};
use crate::model::ChoiceIx;

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

/// The first `steps` choices of a play made before, for its witness.
pub(crate) fn replay<E: Eye>(
    program: &Program,
    taste: &Taste,
    mut dice: Dice,
    steps: u32,
    eye: &mut E,
) -> Vec<ChoiceIx> {
    let mut path = Vec::new();
    let mut runner = Runner::new(program);
    let _finish: Finish = play(
        &mut runner,
        taste,
        &mut dice,
        eye,
        &mut Default::default(),
        |_, step| {
            if let Step::Taking(count, choice) = step {
                if count < steps {
                    path.push(choice);
                }
            }
        },
    );
    path
}
