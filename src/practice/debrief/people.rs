//! What was said, what moved in people, and what nobody asked.

use super::{Draw, Ended, PersonTrace, Somebody, Spoken, Turning, Voice};
use crate::engine::{self, Machine, Place, Said, State, Told};
use crate::model::{EndingIx, FactIx, PersonIx, Scenario, Secret, Speaker, TextId, VarIx, VarKind};
use crate::scoring::References;
use crate::session::{Run, Session, replayed};

pub(super) fn say(scenario: &Scenario, state: &State, text: TextId) -> String {
    engine::words(scenario, &(), text, state)
}

pub(super) fn name(scenario: &Scenario, person: PersonIx) -> String {
    scenario.raw(scenario.cast[person.at()].name).to_owned()
}

pub(super) fn spoken(scenario: &Scenario, said: &Said) -> Spoken {
    let person = match said.who {
        Speaker::Person(person) => Some(person),
        _ => None,
    };
    let mood = person.zip(said.mood).and_then(|(person, mood)| {
        let moods = &scenario.cast[person.at()].moods;
        moods.get(mood).map(|mood| mood.value.replace('-', " "))
    });
    Spoken {
        who: match said.who {
            Speaker::Narrator => Voice::Narrator,
            Speaker::You => Voice::You,
            Speaker::Pause => Voice::Pause,
            Speaker::Person(person) => Voice::Person(name(scenario, person)),
        },
        mood,
        via: said.via.map(|person| name(scenario, person)),
        words: said.words.clone(),
    }
}

pub(super) fn all_spoken(scenario: &Scenario, told: &[Told]) -> Vec<Spoken> {
    let said = told.iter().filter_map(|told| match told {
        Told::Said(said) => Some(spoken(scenario, said)),
        _ => None,
    });
    said.collect()
}

pub(super) fn ended(scenario: &Scenario, run: &Run, ending: EndingIx) -> Ended {
    let about = scenario.ending(ending);
    let last = run.turns.last().map_or(&run.opening, |turn| &turn.onward);
    let part = |place: Place| -> Vec<Spoken> {
        let said = last.iter().filter_map(|told| match told {
            Told::Said(said) if said.place == place => Some(spoken(scenario, said)),
            _ => None,
        });
        said.collect()
    };
    Ended {
        id: about.id.clone(),
        title: say(scenario, &run.state, about.title),
        kind: about.kind,
        because: about.because,
        epilogue: part(Place::Epilogue(ending)),
        debrief: part(Place::Debrief(ending)),
        discuss: about
            .discuss
            .iter()
            .map(|text| say(scenario, &run.state, *text))
            .collect(),
    }
}

fn owner(scenario: &Scenario, var: VarIx) -> Option<String> {
    scenario.vars[var.at()].of.map(|person| name(scenario, person))
}

pub(super) fn traces(session: &Session, line: usize, references: Option<&References>) -> Vec<PersonTrace> {
    let scenario = session.scenario();
    let best = references.map_or_else(Vec::new, |known| {
        replayed(scenario, session.draws(), session.role(), &known.best_path)
    });
    let mine = session.traces(line).into_iter().map(|trace| PersonTrace {
        name: owner(scenario, trace.var),
        trace: trace.trace,
        bounds: trace.bounds,
        best: best
            .iter()
            .find(|known| known.var == trace.var)
            .map_or_else(Vec::new, |known| known.values.clone()),
        values: trace.values,
    });
    mine.collect()
}

pub(super) fn turning(session: &Session, line: usize) -> Vec<Turning> {
    let scenario = session.scenario();
    let run = &session.runs()[line];
    let points = session.turning_points(line).into_iter().filter_map(|point| {
        let turn = run.turns.get(point.step)?;
        let words = scenario.node(turn.node).turn;
        Some(Turning {
            moment: point.step + 1,
            name: owner(scenario, point.var),
            trace: scenario.vars[point.var.at()].trace?,
            change: point.change,
            words: words.map(|text| say(scenario, &turn.before, text)),
        })
    });
    points.collect()
}

/// Hidden values with what they mean, and facts, each with whether it came out.
pub(super) fn unasked(session: &Session, run: &Run) -> (Vec<Draw>, Vec<(String, bool)>) {
    let scenario = session.scenario();
    let layout = Machine::new(scenario).layout();
    let revealed = |secret| run.state.flag(layout.revealed(secret));
    let draws = scenario.vars.iter().enumerate().filter_map(|(at, var)| {
        let VarKind::Hidden { values, if_never_asked } = &var.kind else {
            return None;
        };
        let value = usize::try_from(session.draws().value(VarIx::new(at))).ok()?;
        Some(Draw {
            means: say(scenario, &run.state, values.get(value)?.means),
            revealed: revealed(Secret::Var(VarIx::new(at))),
            if_never_asked: if_never_asked.map(|text| say(scenario, &run.state, text)),
        })
    });
    let facts = scenario.facts.iter().enumerate();
    let facts = facts.map(|(at, fact)| {
        let words = say(scenario, &run.state, fact.text);
        (words, revealed(Secret::Fact(FactIx::new(at))))
    });
    (draws.collect(), facts.collect())
}

pub(super) fn people(scenario: &Scenario, run: &Run) -> Vec<Somebody> {
    let text = |text: Option<TextId>| text.map(|text| say(scenario, &run.state, text));
    let all = scenario.cast.iter().map(|person| Somebody {
        name: scenario.raw(person.name).to_owned(),
        who: say(scenario, &run.state, person.who),
        wants: text(person.inner.and_then(|inner| inner.wants)),
        fears: text(person.inner.and_then(|inner| inner.fears)),
    });
    all.collect()
}
