//! What might be worth another look, and what today's eight minutes could be. Always a suggestion; the words are the front end's.

use super::schedule::elapsed;
use super::{History, Pool, Rating, Schedule};
use crate::model::{Day, Library, Met, Name, SkillIx};

/// A skill whose day has come.
#[derive(Clone, Debug, PartialEq)]
pub struct Due {
    pub skill: SkillIx,
    pub last: Day,
    /// Days since then.
    pub ago: u32,
    pub last_rating: Rating,
    /// 0 … 1, as the model sees it.
    pub recall: f64,
    /// Decisions that test it and were never answered: the same skill with another person or at another moment.
    pub fresh: usize,
    /// Of these, in conversations where the skill was not met yet.
    pub new_people: usize,
    /// Answered ones that have rested long enough to be practice again.
    pub rested: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Suggestion {
    /// Single decisions that test a skill.
    Drill { skill: SkillIx, decisions: usize, why: Why },
    /// A whole conversation not played yet.
    Scenario { scenario: Name, minutes: u16, why: Why },
    /// Nothing is due; the next skill comes up on that day, if any.
    Rest { next: Option<(SkillIx, Day)> },
}

#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    /// No answer yet: the gentlest conversation there is.
    FirstSteps,
    /// Due again, with someone new.
    DueWithSomeoneNew { ago: u32, rating: Rating },
    /// Due again, at another moment of a conversation known already.
    DueAtAnotherMoment { ago: u32, rating: Rating },
    /// Due again; everything that tests it was answered before.
    DueAsRepeat { ago: u32, rating: Rating },
    /// A conversation not played yet that tests these due skills together.
    CoversDue { skills: Vec<SkillIx> },
    /// Nothing is due that a drill could serve; this conversation is new.
    NotPlayedYet,
    /// Decisions test it, and none was met yet.
    NeverMet,
}

/// Skills due today or before, the least certain first.
#[must_use]
pub fn due(pool: &Pool, history: &History, schedule: &Schedule, today: Day) -> Vec<Due> {
    let ready = schedule.skills.iter().filter(|skill| skill.due() <= today);
    let mut list: Vec<Due> = ready
        .filter_map(|skill| {
            let last = skill.last()?;
            let met = met_in(pool, history, skill.skill);
            let fresh: Vec<usize> = pool.testing(skill.skill).filter(|at| history.fresh(*at)).collect();
            let elsewhere = |at: &&usize| !met.contains(&&pool.decisions[**at].scenario.id);
            let repeats = pool.testing(skill.skill).filter(|at| !history.fresh(*at));
            Some(Due {
                skill: skill.skill,
                last: last.day,
                ago: elapsed(last.day, today),
                last_rating: last.rating,
                recall: skill.recall(today),
                new_people: fresh.iter().filter(elsewhere).count(),
                fresh: fresh.len(),
                rested: repeats.filter(|at| history.rested(*at, today)).count(),
            })
        })
        .collect();
    list.sort_by(|left, right| left.recall.total_cmp(&right.recall).then(left.skill.cmp(&right.skill)));
    list
}

/// Scenarios in which a skill was met.
fn met_in<'a>(pool: &'a Pool, history: &History, skill: SkillIx) -> Vec<&'a Name> {
    let tested = pool.testing(skill).filter(|at| !history.fresh(*at));
    tested.map(|at| &pool.decisions[at].scenario.id).collect()
}

/// What today's eight minutes could be. `played` are scenarios with at least one ending; `minutes` is what the learner has.
/// The library's hidden content is left out by whoever hands it in.
#[must_use]
pub fn suggest(
    library: &Library,
    pool: &Pool,
    history: &History,
    schedule: &Schedule,
    played: &[Name],
    today: Day,
    minutes: u16,
) -> Suggestion {
    if history.answers == 0
        && played.is_empty()
        && let Some((scenario, minutes)) = gentlest(library, &[], u16::MAX)
    {
        return Suggestion::Scenario {
            scenario,
            minutes,
            why: Why::FirstSteps,
        };
    }
    let list = due(pool, history, schedule, today);
    if let Some(whole) = covering(library, pool, history, &list, played, today, longest(minutes)) {
        return whole;
    }
    // Someone new before another moment, another moment before a repeat; within each the least certain skill.
    let grade = |due: &Due| match due {
        due if due.new_people > 0 => 0,
        due if due.fresh > 0 => 1,
        due if due.rested > 0 => 2,
        _ => 3,
    };
    if let Some(pick) = list.iter().min_by_key(|due| grade(due)).filter(|due| grade(due) < 3) {
        let (ago, rating) = (pick.ago, pick.last_rating);
        let (why, decisions) = match grade(pick) {
            0 => (Why::DueWithSomeoneNew { ago, rating }, pick.fresh),
            1 => (Why::DueAtAnotherMoment { ago, rating }, pick.fresh),
            _ => (Why::DueAsRepeat { ago, rating }, pick.rested),
        };
        return Suggestion::Drill {
            skill: pick.skill,
            decisions,
            why,
        };
    }
    if let Some((scenario, minutes)) = gentlest(library, played, longest(minutes)) {
        return Suggestion::Scenario {
            scenario,
            minutes,
            why: Why::NotPlayedYet,
        };
    }
    let unmet = pool.skills().into_iter().find(|skill| schedule.skill(*skill).is_none());
    if let Some(skill) = unmet {
        let decisions = pool.testing(skill).filter(|at| history.fresh(*at)).count();
        if decisions > 0 {
            return Suggestion::Drill {
                skill,
                decisions,
                why: Why::NeverMet,
            };
        }
    }
    if let Some((scenario, minutes)) = gentlest(library, played, u16::MAX) {
        return Suggestion::Scenario {
            scenario,
            minutes,
            why: Why::NotPlayedYet,
        };
    }
    let next = schedule.skills.iter().filter(|skill| skill.due() > today);
    let next = next.min_by_key(|skill| skill.due());
    Suggestion::Rest {
        next: next.map(|skill| (skill.skill, skill.due())),
    }
}

/// A conversation takes as long as it takes: half as long again as the learner has is still offered.
fn longest(minutes: u16) -> u16 {
    minutes.saturating_add(minutes / 2)
}

/// Single decisions alone would never put it together: when many skills are due and no conversation was had for some days, the
/// new one that tests most of them.
fn covering(
    library: &Library,
    pool: &Pool,
    history: &History,
    due: &[Due],
    played: &[Name],
    today: Day,
    at_most: u16,
) -> Option<Suggestion> {
    const MANY: usize = 4;
    const DAYS: i64 = 3;
    let lately = history.practised.iter().any(|answer| {
        let whole = answer.met == Met::Conversation;
        whole && today.since(answer.day) < DAYS
    });
    if lately || due.len() < MANY {
        return None;
    }
    let tested = |id: &Name| -> Vec<SkillIx> {
        let inside = |skill: SkillIx| pool.testing(skill).any(|at| pool.decisions[at].scenario.id == *id);
        due.iter().map(|due| due.skill).filter(|skill| inside(*skill)).collect()
    };
    let open = library.entries.iter().filter_map(|entry| entry.scenario.as_ref());
    let open = open.filter(|scenario| scenario.minutes <= at_most && !played.contains(&scenario.id));
    let (scenario, skills) = open
        .map(|scenario| (scenario, tested(&scenario.id)))
        .max_by_key(|(scenario, skills)| (skills.len(), std::cmp::Reverse((scenario.level, &scenario.id))))?;
    (skills.len() >= MANY).then(|| Suggestion::Scenario {
        scenario: scenario.id.clone(),
        minutes: scenario.minutes,
        why: Why::CoversDue { skills },
    })
}

/// Lowest level, then shortest, of what was not played and fits.
fn gentlest(library: &Library, played: &[Name], at_most: u16) -> Option<(Name, u16)> {
    let open = library.entries.iter().filter_map(|entry| entry.scenario.as_ref());
    let open = open.filter(|scenario| scenario.minutes <= at_most && !played.contains(&scenario.id));
    let pick = open.min_by_key(|scenario| (scenario.level, scenario.minutes, &scenario.id))?;
    Some((pick.id.clone(), pick.minutes))
}
