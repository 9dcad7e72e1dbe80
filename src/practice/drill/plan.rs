//! Which decisions a drill takes: never answered ones first, then those answered least and longest ago, spread over conversations.

use std::collections::HashMap;

use super::Drill;
use crate::model::{Day, Mode, Name, NodeIx, Scenario, SkillIx};
use crate::practice::chance::rank;
use crate::practice::{History, Pool, Schedule, Single, Witness, due};

/// What is wanted.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// `None`: what is due, then everything.
    pub skill: Option<SkillIx>,
    pub minutes: u16,
    pub seed: u64,
    pub today: Day,
}

/// Why there is no drill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CannotDrill {
    /// No keyed decision of the library tests the skill; these can be drilled.
    NothingTests { skill: SkillIx, others: Vec<SkillIx> },
    /// The library has no decision with a key at all.
    NothingKeyed,
    /// Decisions test it, but no way to any of them was found.
    NoWay,
}

/// For five minutes.
const FEWEST: usize = 6;
const MOST: usize = 10;

/// A drill for the time there is: six to ten decisions in five minutes, fewer only where the pool is smaller. The same seed, library
/// and past give the same drill. `witness` is the shortest way to a decision ([`Witnesses`](crate::practice::Witnesses) will do).
pub fn plan(
    pool: &Pool,
    history: &History,
    ask: &Ask,
    witness: &mut dyn FnMut(&Scenario, NodeIx) -> Option<Witness>,
) -> Result<Drill, CannotDrill> {
    let fitting = fitting(pool, history, ask)?;
    let (fewest, most) = sizes(ask.minutes);
    let time = u32::from(ask.minutes) * 60;
    let mut drill = Drill {
        items: Vec::new(),
        pool: fitting.len(),
        fresh: 0,
        at: 0,
    };
    let mut spent = 0;
    for at in fitting {
        if drill.items.len() >= most || (drill.items.len() >= fewest && spent >= time) {
            break;
        }
        let decision = &pool.decisions[at];
        let way = witness(&decision.scenario, decision.node);
        let single = way.and_then(|way| Single::open(decision, &pool.rubric, &way, ask.seed, Mode::Coached));
        if let Some(single) = single.filter(|single| single.offered.len() > 1) {
            spent += single.seconds();
            drill.fresh += usize::from(history.fresh(at));
            drill.items.push(single);
        }
    }
    if drill.items.is_empty() {
        return Err(CannotDrill::NoWay);
    }
    Ok(drill)
}

fn sizes(minutes: u16) -> (usize, usize) {
    let minutes = usize::from(minutes.max(1));
    ((FEWEST * minutes).div_ceil(5), (MOST * minutes / 5).max(2))
}

/// Decisions in the order they would be asked.
fn fitting(pool: &Pool, history: &History, ask: &Ask) -> Result<Vec<usize>, CannotDrill> {
    if pool.decisions.is_empty() {
        return Err(CannotDrill::NothingKeyed);
    }
    let (skills, mut fitting): (Vec<SkillIx>, Vec<usize>) = match ask.skill {
        Some(skill) => (vec![skill], pool.testing(skill).collect()),
        None => {
            let schedule = Schedule::of(pool, history);
            let ready = due(pool, history, &schedule, ask.today);
            let skills = ready.iter().map(|due| due.skill).collect();
            (skills, (0..pool.decisions.len()).collect())
        }
    };
    if let (Some(skill), true) = (ask.skill, fitting.is_empty()) {
        let others = pool.skills();
        return Err(CannotDrill::NothingTests { skill, others });
    }
    let wanted = |at: &usize| {
        let tested = &pool.decisions[*at].skills;
        skills
            .iter()
            .position(|skill| tested.contains(skill))
            .unwrap_or(skills.len())
    };
    let last_met = |at: &usize| history.used(*at).last;
    fitting.sort_by_cached_key(|at| {
        let decision = &pool.decisions[*at];
        let shuffled = rank(ask.seed, &["drill", &decision.scenario.id, decision.node_id()]);
        (history.used(*at).times, wanted(at), last_met(at), shuffled)
    });
    let class = |at: &usize| (history.used(*at).times, wanted(at) == skills.len());
    Ok(spread(pool, history, &fitting, &class))
}

/// Within a class, conversations take turns, those not met lately first: another person before another moment.
fn spread(pool: &Pool, history: &History, sorted: &[usize], class: &dyn Fn(&usize) -> (u32, bool)) -> Vec<usize> {
    let mut lately: HashMap<&Name, Option<Day>> = HashMap::new();
    for (at, decision) in pool.decisions.iter().enumerate() {
        let last = lately.entry(&decision.scenario.id).or_default();
        *last = (*last).max(history.used(at).last);
    }
    let mut taken: HashMap<&Name, usize> = HashMap::new();
    let mut out = Vec::with_capacity(sorted.len());
    for equal in sorted.chunk_by(|left, right| class(left) == class(right)) {
        let mut left = equal.to_vec();
        while !left.is_empty() {
            let turn = |at: usize| {
                let id = &pool.decisions[at].scenario.id;
                (taken.get(id).copied().unwrap_or(0), lately.get(id).copied().flatten())
            };
            let pick = (0..left.len()).min_by_key(|at| (turn(left[*at]), *at));
            let at = left.remove(pick.unwrap_or(0));
            *taken.entry(&pool.decisions[at].scenario.id).or_default() += 1;
            out.push(at);
        }
    }
    out
}
