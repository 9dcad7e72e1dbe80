//! Plays a program through, one choice after the other, and keeps nothing.

use super::dice::Dice;
use super::policy::Taste;
use super::program::{Eye, Program, Runner, Spot, Thing, Wants};
use super::track::Track;
use crate::engine::Draws;
use crate::model::{ChoiceIx, EndingIx, RoleIx, Scenario, VarIx};

/// More steps than this in one play are taken for a line without end: every choice twice, and some for counters.
fn longest(program: &Program) -> u32 {
    u32::try_from(program.choices.len())
        .unwrap_or(u32::MAX)
        .saturating_mul(2)
        .saturating_add(1_000)
}

/// Plays one case over and over, quickly: no transcript, no words.
pub struct Player {
    program: Program,
    track: Track,
}

/// A player in the middle of a play.
pub struct Playing<'p> {
    track: &'p Track,
    runner: Runner<'p>,
    offered: Vec<ChoiceIx>,
}

/// Looks at nothing and undoes nothing.
pub(crate) struct Hurried;

impl Eye for Hurried {
    const WATCHES: bool = false;
    const UNDOES: bool = false;
}

impl Player {
    #[must_use]
    pub fn new(scenario: &Scenario, role: RoleIx, draws: &Draws) -> Self {
        let program = Program::compile(scenario, role, draws, Wants::default());
        Player {
            track: Track::of(&program),
            program,
        }
    }

    #[must_use]
    pub fn begin(&self) -> Playing<'_> {
        Playing {
            track: &self.track,
            runner: Runner::new(&self.program),
            offered: Vec::new(),
        }
    }

    /// The value at the end of the last play of a variable that some condition reads.
    #[must_use]
    pub fn value(&self, playing: &Playing, var: VarIx) -> Option<i32> {
        let at = self
            .program
            .cells
            .iter()
            .position(|cell| cell.thing == Thing::Var(var))?;
        playing.runner.cells.get(at).copied()
    }
}

impl Playing<'_> {
    /// One play from the start; `pick` is given how many choices are offered, in the order written, and says which to take.
    /// `None` where it came to no ending.
    pub fn play(&mut self, mut pick: impl FnMut(usize) -> usize) -> Option<EndingIx> {
        let program = self.runner.program;
        self.runner.reset();
        let mut spot = self.runner.start(&mut Hurried);
        for _ in 0..longest(program) {
            if spot == Spot::STUCK {
                return None;
            }
            if program.is_end(spot) {
                return Some(EndingIx::new(spot.at() - program.nodes.len()));
            }
            let menu = self.track.menu(spot);
            let cells = &self.runner.cells;
            let count = self.track.offered(program, menu, cells, &mut self.offered);
            let choice = *self.offered[..count].get(pick(count))?;
            spot = match self.track.take(choice, &mut self.runner.cells) {
                Some(spot) => spot,
                None => self.runner.take(choice, &mut Hurried),
            };
        }
        None
    }
}

/// Where a play came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Finish {
    Ending(Spot),
    /// No choice offered, or stuck.
    DeadEnd(Spot),
    /// Too many steps.
    Endless,
}

/// One play by taste; `step` sees each choice before it is taken and what it added after.
pub(crate) fn play<E: Eye>(
    runner: &mut Runner,
    taste: &Taste,
    dice: &mut Dice,
    eye: &mut E,
    scratch: &mut (Vec<ChoiceIx>, Vec<f64>),
    mut step: impl FnMut(&mut E, Step),
) -> Finish {
    let program = runner.program;
    runner.reset();
    let mut spot = runner.start(eye);
    for count in 0..longest(program) {
        if spot == Spot::STUCK || program.is_end(spot) {
            break;
        }
        let node = crate::model::NodeIx(spot.0);
        if E::WATCHES {
            step(eye, Step::Standing(count));
            runner.look(node, eye);
        }
        let (offered, shares) = (&mut scratch.0, &mut scratch.1);
        offered.clear();
        let open = program
            .choices_of(spot.at())
            .filter(|at| program.choices[*at].offered(&runner.cells));
        offered.extend(open.map(ChoiceIx::new));
        if offered.is_empty() {
            return Finish::DeadEnd(spot);
        }
        let which = match taste {
            Taste::Any => dice.below(offered.len()),
            taste => {
                taste.shares(offered.iter().copied(), shares);
                pick(shares, dice.share())
            }
        };
        let choice = offered[which];
        step(eye, Step::Taking(count, choice));
        spot = runner.take(choice, eye);
        step(eye, Step::Gained(runner.earned, runner.possible));
    }
    match spot {
        Spot::STUCK => Finish::DeadEnd(spot),
        spot if program.is_end(spot) => Finish::Ending(spot),
        _ => Finish::Endless,
    }
}

/// What a play tells on its way.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step {
    Standing(u32),
    Taking(u32, ChoiceIx),
    Gained(i64, i64),
}

fn pick(shares: &[f64], share: f64) -> usize {
    let mut left = share;
    for (at, part) in shares.iter().enumerate() {
        left -= part;
        if left < 0.0 {
            return at;
        }
    }
    // Rounding may leave a crumb; it goes to the last choice that has any share.
    shares.iter().rposition(|part| *part > 0.0).unwrap_or(0)
}
