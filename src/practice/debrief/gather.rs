//! One line of a sitting put together.

use super::people::{all_spoken, ended, name, people, say, spoken, traces, turning, unasked};
use super::{Debrief, Moment, beside, judged};
use crate::engine::{Place, Told};
use crate::scoring::{LineResult, Marking, References};
use crate::session::{Session, Turn};

/// `None` when there is no such line. Own words only with `own_words`; the answer to "how was that?" is the caller's to add.
#[must_use]
pub fn debrief(session: &Session, line: usize, references: Option<&References>, own_words: bool) -> Option<Debrief> {
    let run = session.runs().get(line)?;
    let scenario = session.scenario();
    let rubric = session.rubric();
    let about = session.transcript();
    let result = session.result(line);
    let (unasked, facts) = unasked(session, run);
    let judged = session.key().zip(result.as_ref());
    let text = |text| say(scenario, &run.state, text);
    Some(Debrief {
        scenario: scenario.id.clone(),
        version: scenario.version,
        title: text(scenario.title),
        setting: text(scenario.setting),
        summary: text(scenario.summary),
        track: scenario.track,
        review: scenario.review.last().map(|review| review.stage.clone()),
        seed: about.seed,
        mode: about.mode,
        role: about.role.clone(),
        replay: session.is_replay(line),
        left: run.left,
        ending: run.ended().map(|ending| ended(scenario, run, ending)),
        reflection: None,
        traces: traces(session, line, references),
        turning: turning(session, line),
        unasked,
        facts,
        people: people(scenario, run),
        moments: moments(session, line, result.as_ref(), own_words),
        other: beside::beside(session, line),
        domains: result
            .as_ref()
            .map_or_else(Vec::new, |result| judged::marks(rubric, result)),
        errors: result
            .as_ref()
            .map_or_else(Vec::new, |result| judged::errors(rubric, result)),
        owed: judged.map_or_else(Vec::new, |(key, result)| judged::owed(key, result)),
        score: result
            .as_ref()
            .and_then(|result| judged::score(rubric, result, references)),
        key: session.key().map(|key| judged::about(key)),
        practise: judged.map_or_else(Vec::new, |(key, result)| {
            let marking = Marking::new(scenario, key, rubric, session.draws(), session.role());
            judged::practise(&marking, result)
        }),
    })
}

fn moments(session: &Session, line: usize, result: Option<&LineResult>, own_words: bool) -> Vec<Moment> {
    let run = &session.runs()[line];
    let mut before: &[Told] = &run.opening;
    let mut place = None;
    let mut moments = Vec::with_capacity(run.turns.len());
    for (at, turn) in run.turns.iter().enumerate() {
        place = scene(session, before, turn).or(place);
        moments.push(moment(session, turn, at, before, place.clone(), result, own_words));
        before = &turn.onward;
    }
    moments
}

/// The last scene named on the way to a decision.
fn scene(session: &Session, before: &[Told], turn: &Turn) -> Option<String> {
    let scenario = session.scenario();
    let entered = before.iter().rev().filter_map(|told| match told {
        Told::Node(node) => scenario.node(*node).scene,
        _ => None,
    });
    let scene = entered.into_iter().next()?;
    let parts = [scene.when, scene.place].into_iter().flatten();
    let words: Vec<String> = parts.map(|text| say(scenario, &turn.before, text)).collect();
    Some(words.join(", "))
}

fn moment(
    session: &Session,
    turn: &Turn,
    at: usize,
    before: &[Told],
    place: Option<String>,
    result: Option<&LineResult>,
    own_words: bool,
) -> Moment {
    let scenario = session.scenario();
    let choice = scenario.choice(turn.chosen);
    let teaching = session.teach(turn);
    let judged = result
        .and_then(|result| result.moments.get(at))
        .filter(|moment| moment.counted);
    let text = |text| say(scenario, &turn.before, text);
    let last = before.iter().rev().find_map(|told| match told {
        Told::Said(said) if !said.words.is_empty() && !matches!(said.place, Place::Felt(_)) => Some(said),
        _ => None,
    });
    let good = session
        .good_choices(turn)
        .into_iter()
        .filter(|other| *other != turn.chosen);
    let offered =
        |other: &crate::model::ChoiceIx| turn.offers.iter().any(|offer| offer.choice == *other && !offer.locked);
    Moment {
        number: at + 1,
        node: scenario.node(turn.node).id.clone(),
        choice: choice.id.clone(),
        place,
        before: last.map(|said| spoken(scenario, said)),
        to: choice.to.map(|person| name(scenario, person)),
        act: choice.act,
        said: text(choice.text),
        own_words: turn.own_words.clone().filter(|_| own_words),
        confidence: turn.confidence,
        hinted: turn.hinted,
        reply: all_spoken(scenario, &turn.reply),
        felt: all_spoken(scenario, &turn.felt),
        why: teaching.why,
        better: teaching.better,
        also: teaching.also,
        good: good
            .filter(offered)
            .map(|other| text(scenario.choice(other).text))
            .collect(),
        framework: teaching
            .framework
            .map(|(framework, step)| (framework.name.clone(), step.name.clone())),
        noticed: teaching.expert_noticed,
        expert_says: teaching.expert_says,
        expert_why: teaching.expert_why,
        differ: teaching
            .experts_differ
            .map(|(one, other)| (one.to_owned(), other.to_owned())),
        credit: judged.and_then(|moment| moment.credit),
        best: judged.and_then(|moment| moment.best),
        weight: judged.and_then(|moment| moment.weight),
    }
}
