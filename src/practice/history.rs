//! A learner's past, judged by the keys of today: first answers apart from repeats, and what the library no longer knows.

use super::Pool;
use crate::model::{Answer, ChoiceIx, Day, Met, Name};

/// A repeat of a decision sooner than this is remembered rather than practised, and does not move the schedule. (Own choice, after
/// the longest step of the spacing studied in domain.md §5: clone questions at about 1, 3, 7 and 21 days.)
const RECALLED_FOR: i64 = 21;

/// One answer whose decision and choice the library still has.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// Index into [`Pool::decisions`].
    pub decision: usize,
    pub choice: ChoiceIx,
    /// Never before the day of the answer given before it: a clock set back stands still here.
    pub day: Day,
    pub met: Met,
    /// 0 … 1
    pub credit: f64,
    /// 50, 70 or 90.
    pub confidence: Option<u8>,
    pub hinted: bool,
    pub draws: Vec<(Name, Name)>,
}

/// How often and when last a decision was answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Used {
    pub(super) times: u32,
    pub(super) last: Option<Day>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// The first answer ever given to each decision, in the order given.
    pub first: Vec<Judged>,
    /// What moves the schedule: first answers, and repeats after at least three weeks. Without these a skill whose
    /// decisions are all used up would stay due for ever.
    pub practised: Vec<Judged>,
    /// Answers to scenarios, decisions or choices that the library no longer has or rates.
    pub gone: usize,
    /// An answer carries an earlier day than the one before it: the clock was set back. The days between count as 0.
    pub clock_went_back: bool,
    pub answers: usize,
    used: Vec<Used>,
}

impl History {
    /// `answers` in the order they were given.
    #[must_use]
    pub fn of(pool: &Pool, answers: &[Answer]) -> History {
        let mut history = History {
            used: vec![Used::default(); pool.decisions.len()],
            answers: answers.len(),
            ..History::default()
        };
        let mut latest = Day(i32::MIN);
        for answer in answers {
            history.clock_went_back |= answer.day < latest;
            latest = latest.max(answer.day);
            history.take(pool, answer, latest);
        }
        history
    }

    fn take(&mut self, pool: &Pool, answer: &Answer, day: Day) {
        let Some(at) = pool.find(&answer.scenario, &answer.node) else {
            self.gone += 1;
            return;
        };
        let decision = &pool.decisions[at];
        let before = self.used[at];
        self.used[at] = Used {
            times: before.times + 1,
            last: Some(day),
        };
        let rested = before.last.is_none_or(|last| day.since(last) >= RECALLED_FOR);
        if before.times > 0 && !rested {
            return;
        }
        let choice = decision.scenario.find_choice(decision.node, &answer.choice);
        let Some((choice, credit)) = choice.and_then(|choice| Some((choice, decision.credit(choice)?))) else {
            self.gone += 1;
            return;
        };
        let judged = Judged {
            decision: at,
            choice,
            day,
            met: answer.met,
            credit,
            confidence: answer.confidence,
            hinted: answer.hinted,
            draws: answer.draws.clone(),
        };
        if before.times == 0 {
            self.first.push(judged.clone());
        }
        self.practised.push(judged);
    }

    pub(super) fn used(&self, decision: usize) -> Used {
        self.used.get(decision).copied().unwrap_or_default()
    }

    /// Whether a decision was never answered.
    #[must_use]
    pub fn fresh(&self, decision: usize) -> bool {
        self.used(decision).times == 0
    }

    /// Whether answering a decision today would be practice rather than recall.
    #[must_use]
    pub fn rested(&self, decision: usize, today: Day) -> bool {
        self.used(decision)
            .last
            .is_none_or(|last| today.since(last) >= RECALLED_FOR)
    }
}
