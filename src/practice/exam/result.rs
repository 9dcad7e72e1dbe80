//! What a form came to: one share with its interval, a topic profile, errors and owed decisions apart, references beside it.

use super::claim::{Claim, Verdict, enough, verdict};
use super::items::What;
use super::profile::{Profile, Seen, profile};
use super::sitting::Sitting;
use crate::model::{Basis, Closing, ErrorIx, Level, Name, NodeIx, Rubric, Scenario};
use crate::practice::Single;
use crate::practice::observation::{Observation, observe, open_choices};
use crate::practice::statistics::{Interval, wilson};
use crate::scoring::{Instance, LineResult, Marking, References, Taken, Walked, score_line};
use crate::session::Session;

#[derive(Clone, Debug, PartialEq)]
pub struct ExamResult {
    /// Decisions that count, unanswered single ones too.
    pub decisions: usize,
    pub unanswered: usize,
    /// Earned against possible over the whole form, 0 … 1, with its 95% interval. Decisions of one conversation hang together, so the
    /// interval is, if anything, too narrow. `None` when nothing counted.
    pub score: Option<Interval>,
    pub claim: Claim,
    pub profile: Vec<Profile>,
    pub critical: Vec<CriticalError>,
    /// Errors that are not critical.
    pub other_errors: Vec<CriticalError>,
    /// Owed decisions that were never met.
    pub missed: Vec<Missed>,
    pub scenarios: Vec<ScenarioScore>,
    /// `None` where a conversation of the form has no references.
    pub reference: Option<Reference>,
    /// `None` without a pass mark that names method, panel and date.
    pub verdict: Option<Verdict>,
    /// Items that the library no longer has; they count neither way.
    pub gone: Vec<usize>,
    /// Scenario, panel, and whether the key is one author's opinion.
    pub keys: Vec<(Name, Name, bool)>,
    pub closed: Closing,
    pub used_ms: u64,
}

/// One error made once.
#[derive(Clone, Debug, PartialEq)]
pub struct CriticalError {
    pub item: usize,
    pub scenario: Name,
    /// `None` for what was never done.
    pub node: Option<Name>,
    pub error: ErrorIx,
    pub severity: Level,
    pub repaired: bool,
    pub because: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Missed {
    pub item: usize,
    pub scenario: Name,
    pub owed: Name,
    pub weight: f64,
}

/// One conversation of the form.
#[derive(Clone, Debug, PartialEq)]
pub struct ScenarioScore {
    pub item: usize,
    pub scenario: Name,
    /// `None`: not finished.
    pub ending: Option<Name>,
    /// Process score 0–100 of a finished one.
    pub score: Option<f64>,
    pub references: Option<References>,
}

/// On the scale of the score, 0 … 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reference {
    pub random: f64,
    pub best: f64,
    /// 0 where random lies, 1 where the best does; `None` where best is no better.
    pub between: Option<f64>,
}

/// `None` until the sitting is closed, and for one that was left. `references` by scenario id, from exact analysis.
#[must_use]
pub fn result(sitting: &Sitting, references: &dyn Fn(&str) -> Option<References>) -> Option<ExamResult> {
    let closed = sitting.closed().filter(|how| *how != Closing::Left)?;
    let mut count = Count::default();
    let mut rubric: Option<&Rubric> = None;
    for (item, held) in sitting.items.iter().enumerate() {
        match &held.what {
            What::Gone => {}
            What::Single(single) => {
                rubric = Some(single.session.rubric());
                count.single(item, single, held.answer.map(|(choice, _)| choice));
            }
            What::Talk(session) => {
                rubric = Some(session.rubric());
                count.talk(item, session, references);
            }
        }
    }
    let decisions = count.seen.len();
    let share = (count.possible > 0.0).then(|| count.earned / count.possible);
    let score = share.and_then(|share| wilson(share, decisions));
    let reference = count
        .random
        .zip(count.best)
        .filter(|_| count.possible > 0.0)
        .map(|(random, best)| {
            let (random, best) = (random / count.possible, best / count.possible);
            let range = best - random;
            Reference {
                random,
                best,
                between: share.filter(|_| range > 1e-9).map(|share| (share - random) / range),
            }
        });
    let (critical, other_errors) = count
        .errors
        .into_iter()
        .partition(|error| error.severity == Level::Critical);
    let mark = sitting.form().pass_mark.as_ref();
    Some(ExamResult {
        decisions,
        unanswered: count.unanswered,
        score,
        claim: enough(decisions),
        profile: rubric.map_or(Vec::new(), |rubric| profile(rubric, &count.seen)),
        critical,
        other_errors,
        missed: count.missed,
        scenarios: count.scenarios,
        reference,
        verdict: mark.zip(score).and_then(|(mark, score)| verdict(mark, score)),
        gone: sitting.gone.clone(),
        keys: count.keys,
        closed,
        used_ms: sitting.used_ms(),
    })
}

struct Count<'a> {
    seen: Vec<Seen<'a>>,
    earned: f64,
    possible: f64,
    /// What chance and the best line would earn of `possible`; `None` once a conversation has no references.
    random: Option<f64>,
    best: Option<f64>,
    unanswered: usize,
    errors: Vec<CriticalError>,
    missed: Vec<Missed>,
    scenarios: Vec<ScenarioScore>,
    keys: Vec<(Name, Name, bool)>,
}

impl Default for Count<'_> {
    fn default() -> Self {
        Count {
            seen: Vec::new(),
            earned: 0.0,
            possible: 0.0,
            random: Some(0.0),
            best: Some(0.0),
            unanswered: 0,
            errors: Vec::new(),
            missed: Vec::new(),
            scenarios: Vec::new(),
            keys: Vec::new(),
        }
    }
}

impl<'a> Count<'a> {
    fn single(&mut self, item: usize, single: &'a Single, chosen: Option<crate::model::ChoiceIx>) {
        let session = &single.session;
        let Some(marking) = marking(session) else { return };
        let Some(what) = observe(&marking, single.node, chosen, &single.offered) else {
            return;
        };
        self.earned += what.weight * what.credit;
        self.possible += what.weight * what.best;
        self.expect(what.weight * what.random, what.weight * what.best);
        self.unanswered += usize::from(chosen.is_none());
        if let Some(choice) = chosen {
            let taken = [Taken {
                node: single.node,
                choice,
            }];
            let walked = Walked {
                draws: session.draws(),
                role: session.role(),
                taken: &taken,
                end: None,
            };
            let line = score_line(marking.scenario, marking.key, marking.rubric, &walked);
            self.errors(item, session.scenario(), &line.errors);
        }
        self.see(session, what);
    }

    fn talk(&mut self, item: usize, session: &'a Session, references: &dyn Fn(&str) -> Option<References>) {
        let (Some(marking), Some(line)) = (marking(session), session.result(0)) else {
            return;
        };
        let mut possible = 0.0;
        for moment in line.moments.iter().filter(|moment| moment.counted) {
            let open = open_choices(&marking, moment.taken.node);
            if let Some(what) = observe(&marking, moment.taken.node, Some(moment.taken.choice), &open) {
                self.earned += what.weight * what.credit;
                possible += what.weight * what.best;
                self.see(session, what);
            }
        }
        let unsettled = line.owed.iter().filter(|owed| !owed.settled);
        possible += unsettled.clone().map(|owed| owed.weight).sum::<f64>();
        let scenario = &session.scenario().id;
        self.missed.extend(unsettled.map(|owed| Missed {
            item,
            scenario: scenario.clone(),
            owed: marking.key.owed[owed.item.at()].id.clone(),
            weight: owed.weight,
        }));
        self.possible += possible;
        let references = references(scenario);
        match &references {
            Some(known) => self.expect(possible * known.random.mean / 100.0, possible * known.best / 100.0),
            None => (self.random, self.best) = (None, None),
        }
        self.errors(item, session.scenario(), &line.errors);
        self.scenarios.push(score_of(item, session, &line, references));
        self.keys(session);
    }

    fn expect(&mut self, random: f64, best: f64) {
        self.random = self.random.map(|sum| sum + random);
        self.best = self.best.map(|sum| sum + best);
    }

    fn see(&mut self, session: &'a Session, what: Observation) {
        let scenario = session.scenario();
        self.seen.push(Seen {
            what,
            track: scenario.track,
            topics: scenario.curriculum.iter().map(|tag| &tag.value).collect(),
        });
        self.keys(session);
    }

    fn keys(&mut self, session: &Session) {
        let Some(key) = session.key() else { return };
        if self.keys.iter().all(|(known, _, _)| *known != key.scenario) {
            let author = matches!(key.basis, Basis::Author { .. });
            self.keys.push((key.scenario.clone(), key.panel.clone(), author));
        }
    }

    fn errors(&mut self, item: usize, scenario: &Scenario, found: &[Instance]) {
        let node_of = |node: NodeIx| scenario.node(node).id.clone();
        self.errors.extend(found.iter().map(|instance| CriticalError {
            item,
            scenario: scenario.id.clone(),
            node: instance.made.map(|(_, choice)| node_of(scenario.choice(choice).node)),
            error: instance.error,
            severity: instance.severity,
            repaired: instance.repaired.is_some(),
            because: instance.because.clone(),
        }));
    }
}

fn marking(session: &Session) -> Option<Marking<'_>> {
    let key = session.key()?;
    Some(Marking::new(
        session.scenario(),
        key,
        session.rubric(),
        session.draws(),
        session.role(),
    ))
}

fn score_of(item: usize, session: &Session, line: &LineResult, references: Option<References>) -> ScenarioScore {
    let scenario = session.scenario();
    let ending = session.run().ended();
    ScenarioScore {
        item,
        scenario: scenario.id.clone(),
        ending: ending.map(|ending| scenario.ending(ending).id.clone()),
        score: line.process.map(|process| process.score),
        references,
    }
}
