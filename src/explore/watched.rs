//! Plays at random with eyes open, for scenarios whose states do not fit.

use super::limits::Limits;
use super::play::{Finish, Step, play};
use super::policy::Taste;
use super::program::{Program, Runner};
use super::sample::{Span, dice};
use super::sight::{Onlooker, Seen, Sight};
use crate::model::{NodeIx, Scenario};

/// What one part of the plays showed.
pub(crate) struct PlaysSeen {
    pub(crate) plays: usize,
    pub(crate) seen: Seen,
    pub(crate) dead_ends: Vec<(NodeIx, Sight)>,
}

impl PlaysSeen {
    pub(crate) fn merged(mut self, other: PlaysSeen) -> PlaysSeen {
        self.plays += other.plays;
        self.seen.merge(&other.seen);
        self.dead_ends.extend(other.dead_ends);
        self
    }
}

/// Plays at random with eyes open, until the span or `most` steps are used up.
pub(crate) fn watched_plays(
    scenario: &Scenario,
    program: &Program,
    span: Span,
    limits: &Limits,
    first: usize,
    most: u64,
) -> PlaysSeen {
    let mut eye = Onlooker::<false>::new(scenario, program);
    let mut runner = Runner::new(program);
    let mut scratch = Default::default();
    let mut dead_ends: Vec<(NodeIx, Sight)> = Vec::new();
    let (mut plays, mut steps_made) = (0, 0_u64);
    for play_at in span.plays {
        if steps_made > most {
            break;
        }
        plays += 1;
        let number = u32::try_from(first + play_at).unwrap_or(u32::MAX);
        eye.now = Sight {
            steps: 0,
            at: number,
            then: None,
        };
        let mut dice = dice(limits, first + play_at);
        let finish = play(
            &mut runner,
            &Taste::Any,
            &mut dice,
            &mut eye,
            &mut scratch,
            |eye, step| match step {
                Step::Standing(steps) => {
                    eye.now = Sight {
                        steps,
                        at: number,
                        then: None,
                    };
                }
                Step::Taking(steps, choice) => {
                    eye.now = Sight {
                        steps: steps + 1,
                        at: number,
                        then: Some(choice),
                    };
                    eye.took(choice);
                    steps_made += 1;
                }
                Step::Gained(..) => {}
            },
        );
        if let Finish::DeadEnd(spot) = finish {
            let node = NodeIx(spot.0);
            if node.at() < scenario.nodes.len() && !dead_ends.iter().any(|(known, _)| *known == node) {
                dead_ends.push((node, eye.now));
            }
        }
    }
    PlaysSeen {
        plays,
        seen: eye.seen,
        dead_ends,
    }
}
