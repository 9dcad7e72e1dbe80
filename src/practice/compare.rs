//! Two lines side by side: where they part, what was said, what they felt, how the traces run.

use crate::engine::Told;
use crate::model::{ChoiceIx, EndingIx, NodeIx, PersonIx, Trace, VarIx};
use crate::session::{Session, Turn};

#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Decisions answered alike before the lines part.
    pub shared: usize,
    /// The shared decisions first, then the rest; the same decision met in both stands in one row.
    pub rows: Vec<Row>,
    pub traces: Vec<TracePair>,
    /// `None` where a line has not ended.
    pub endings: (Option<EndingIx>, Option<EndingIx>),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub node: NodeIx,
    pub left: Option<Side>,
    pub right: Option<Side>,
}

/// One line at one decision.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// From 0, in its line.
    pub step: usize,
    pub choice: ChoiceIx,
    /// The words chosen.
    pub said: String,
    pub to: Option<PersonIx>,
    pub reply: Vec<Told>,
    pub felt: Vec<Told>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct TracePair {
    pub var: VarIx,
    pub trace: Trace,
    pub bounds: (i32, i32),
    /// Before the first decision, then after every step.
    pub left: Vec<i32>,
    pub right: Vec<i32>,
    /// First index at which the two differ or one ends.
    pub parts_at: Option<usize>,
}

impl Row {
    /// Both met the decision and answered it alike.
    #[must_use]
    pub fn alike(&self) -> bool {
        matches!((&self.left, &self.right), (Some(left), Some(right)) if left.said == right.said)
    }
}

/// The line to lay beside one that reached an ending: the line it was taken back from, or else the newest other one, if that
/// reached an ending too.
#[must_use]
pub fn other_way(session: &Session, line: usize) -> Option<usize> {
    let runs = session.runs();
    let ended = |line: &usize| runs.get(*line).is_some_and(|run| run.ended().is_some());
    let run = runs.get(line).filter(|_| ended(&line))?;
    let parent = run.parent.map(|(parent, _)| parent).filter(ended);
    parent.or_else(|| (0..runs.len()).rev().filter(|other| *other != line).find(ended))
}

/// `None` when a line is not there or the two sittings are of different scenarios.
#[must_use]
pub fn compare(left: (&Session, usize), right: (&Session, usize)) -> Option<Comparison> {
    let (first, second) = (left.0.runs().get(left.1)?, right.0.runs().get(right.1)?);
    if left.0.scenario().id != right.0.scenario().id {
        return None;
    }
    let pairs = first.turns.iter().zip(&second.turns);
    let shared = pairs
        .take_while(|(one, other)| one.node == other.node && one.chosen == other.chosen)
        .count();
    let traces = left.0.traces(left.1).into_iter().zip(right.0.traces(right.1));
    Some(Comparison {
        shared,
        rows: rows(left.0, &first.turns, right.0, &second.turns),
        traces: traces
            .map(|(one, other)| TracePair {
                var: one.var,
                trace: one.trace,
                bounds: one.bounds,
                parts_at: parting(&one.values, &other.values),
                left: one.values,
                right: other.values,
            })
            .collect(),
        endings: (first.ended(), second.ended()),
    })
}

fn parting(left: &[i32], right: &[i32]) -> Option<usize> {
    let same = left.iter().zip(right).take_while(|(one, other)| one == other).count();
    (same < left.len() || same < right.len()).then_some(same)
}

/// Aligned by the longest common sequence of decisions, so that lines that meet again stand beside each other again.
fn rows(one: &Session, left: &[Turn], other: &Session, right: &[Turn]) -> Vec<Row> {
    let width = right.len() + 1;
    let mut longest = vec![0_u32; (left.len() + 1) * width];
    for i in (0..left.len()).rev() {
        for j in (0..right.len()).rev() {
            longest[i * width + j] = if left[i].node == right[j].node {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut rows = Vec::new();
    while i < left.len() || j < right.len() {
        let both = i < left.len() && j < right.len() && left[i].node == right[j].node;
        let go_left =
            j >= right.len() || (i < left.len() && longest[(i + 1) * width + j] >= longest[i * width + j + 1]);
        let (take_left, take_right) = if both { (true, true) } else { (go_left, !go_left) };
        let node = if take_left { left[i].node } else { right[j].node };
        rows.push(Row {
            node,
            left: take_left.then(|| side(one, left, i)),
            right: take_right.then(|| side(other, right, j)),
        });
        i += usize::from(take_left);
        j += usize::from(take_right);
    }
    rows
}

fn side(session: &Session, turns: &[Turn], step: usize) -> Side {
    let turn = &turns[step];
    let choice = session.scenario().choice(turn.chosen);
    Side {
        step,
        choice: turn.chosen,
        said: session.words(choice.text, turn),
        to: choice.to,
        reply: turn.reply.clone(),
        felt: turn.felt.clone(),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{Mode, Name};
    use crate::practice::fixture::six;
    use crate::session::{Answered, Current, Input, Setup};

    fn walked(path: &[&str]) -> Session {
        let library = six();
        let entry = &library.entries[0];
        let setup = Setup {
            seed: 1,
            mode: Mode::Flow,
            role: Name::from("physician"),
            pack: entry.pack.clone(),
        };
        let scenario = Arc::clone(entry.scenario.as_ref().unwrap());
        let key = Some(Arc::clone(&entry.keys[0]));
        let (mut session, _) = Session::begin(scenario, Arc::clone(&library.rubric), key, &setup).unwrap();
        path.iter().for_each(|id| take(&mut session, id));
        session
    }

    fn take(session: &mut Session, id: &str) {
        let Current::Deciding { node, .. } = session.current() else {
            panic!("over")
        };
        let choice = session.scenario().find_choice(node, id).unwrap();
        let answered = Answered {
            choice,
            ..Answered::default()
        };
        session.handle(Input::Choose(answered)).unwrap();
    }

    #[test]
    fn a_rewind_stands_beside_the_line_it_left() {
        let mut session = walked(&["best", "harm", "fair", "best"]);
        session.handle(Input::Rewind { line: 0, to: 1 }).unwrap();
        take(&mut session, "best");
        let found = compare((&session, 0), (&session, 1)).unwrap();
        assert_eq!((found.shared, found.rows.len()), (1, 4));
        assert!(found.rows[0].alike() && !found.rows[1].alike());
        let said = |side: &Option<Side>| side.as_ref().map(|side| side.said.clone());
        assert_eq!(said(&found.rows[1].left).unwrap(), "I say the harm thing at 1.");
        assert_eq!(said(&found.rows[1].right).unwrap(), "I say the best thing at 1.");
        assert_eq!(said(&found.rows[3].right), None, "the second line is not that far");
        assert_eq!(found.rows[1].right.as_ref().unwrap().felt.len(), 1);
        // Trust 5: +2 for both, then −2 or +2.
        let trace = &found.traces[0];
        assert_eq!(
            (&trace.left[..3], &trace.right[..], trace.parts_at),
            (&[5, 7, 5][..], &[5, 7, 9][..], Some(2))
        );
        assert_eq!((found.endings.0.is_some(), found.endings.1), (true, None));
    }

    #[test]
    fn beside_an_ended_line_stands_its_parent_or_the_newest_other_that_ended() {
        let whole = ["best", "harm", "fair", "best"];
        let mut session = walked(&whole);
        assert_eq!(other_way(&session, 0), None, "alone");
        session.handle(Input::Rewind { line: 0, to: 2 }).unwrap();
        assert_eq!(other_way(&session, 1), None, "not ended yet");
        assert_eq!(other_way(&session, 0), None, "nothing else ended");
        ["best", "best"].iter().for_each(|id| take(&mut session, id));
        assert_eq!((other_way(&session, 1), other_way(&session, 0)), (Some(0), Some(1)));
        // From the second line a third is begun and left open, and from that a fourth is ended.
        session.handle(Input::Rewind { line: 1, to: 3 }).unwrap();
        session.handle(Input::Rewind { line: 2, to: 1 }).unwrap();
        ["fair", "fair", "fair"].iter().for_each(|id| take(&mut session, id));
        let last = session.current_line();
        assert_eq!((last, other_way(&session, last)), (3, Some(1)));
        assert_eq!(other_way(&session, 99), None);
    }

    #[test]
    fn a_line_is_the_same_as_itself() {
        let session = walked(&["best", "fair"]);
        let found = compare((&session, 0), (&session, 0)).unwrap();
        assert_eq!((found.shared, found.traces[0].parts_at), (2, None));
        assert_eq!(compare((&session, 0), (&session, 3)), None);
    }
}
