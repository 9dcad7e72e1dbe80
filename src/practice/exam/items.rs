//! The items of a form made ready: conversations opened or replayed, single decisions walked to.

use std::sync::Arc;

use crate::engine::Draws;
use crate::model::{
    ChoiceIx, Event, ExamEvent, ExamStep, FormItem, ItemKind, Library, Mode, Name, RoleIx, RunLine, Transcript,
};
use crate::practice::pool::key_of;
use crate::practice::{Pool, Single, Witness};
use crate::session::Session;

/// One item with what was done about it.
#[derive(Clone, Debug)]
pub(super) struct Held {
    pub(super) what: What,
    pub(super) flagged: bool,
    pub(super) answer: Option<(ChoiceIx, Option<u8>)>,
}

#[derive(Clone, Debug)]
pub(super) enum What {
    Talk(Box<Session>),
    Single(Box<Single>),
    Gone,
}

/// What happened in one conversation of the form.
pub(super) fn said(past: &[ExamEvent], at: usize) -> Vec<Event> {
    let of_item = past.iter().filter_map(|event| match &event.what {
        ExamStep::Played { item, event } if *item as usize == at => Some((**event).clone()),
        _ => None,
    });
    of_item.collect()
}

pub(super) fn held(item: &FormItem, library: &Library, pool: &Pool, panel: Option<&str>, said: &[Event]) -> What {
    let found = match item.kind {
        ItemKind::Scenario => talk(item, library, panel, said).map(|session| What::Talk(Box::new(session))),
        ItemKind::Single => single(item, pool).map(|single| What::Single(Box::new(single))),
    };
    found.unwrap_or(What::Gone)
}

fn talk(item: &FormItem, library: &Library, panel: Option<&str>, said: &[Event]) -> Option<Session> {
    let entry = library.find(&item.scenario)?;
    let scenario = entry.scenario.as_ref()?;
    let began = Transcript {
        scenario: item.scenario.clone(),
        pack: entry.pack.clone(),
        scenario_version: item.scenario_version,
        flow_hash: item.flow_hash.clone(),
        seed: item.seed,
        mode: Mode::Exam,
        role: item.role.clone(),
        draws: item.draws.clone(),
        lines: vec![RunLine::default()],
        ..Transcript::default()
    };
    let mut events = vec![Event::Began(Box::new(began))];
    events.extend_from_slice(said);
    let key = key_of(entry, panel).cloned();
    let restored = Session::restore(Arc::clone(scenario), Arc::clone(&library.rubric), key, &events)?;
    restored.ok().map(|restored| restored.session)
}

fn single(item: &FormItem, pool: &Pool) -> Option<Single> {
    let at = pool.find(&item.scenario, item.node.as_ref()?)?;
    let decision = &pool.decisions[at];
    let scenario = &decision.scenario;
    let step = |address: &Name| {
        let (node, choice) = address.split_once('/')?;
        scenario.find_choice(scenario.find_node(node)?, choice)
    };
    let role = scenario.roles.iter().position(|role| *role == item.role).unwrap_or(0);
    let witness = Witness {
        role: RoleIx::new(role),
        draws: Draws::from_names(scenario, &item.draws),
        path: item.path.iter().map(step).collect::<Option<_>>()?,
    };
    let mut single = Single::open_exactly(decision, &pool.rubric, &witness, item.seed, Mode::Exam)?;
    // The letters stay where they were when the form was made.
    let kept = item
        .offered
        .iter()
        .filter_map(|id| scenario.find_choice(decision.node, id));
    single.offered = kept.filter(|choice| single.offered.contains(choice)).collect();
    (!single.offered.is_empty()).then_some(single)
}
