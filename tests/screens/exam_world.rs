//! Exams in the world around the screens: blueprints in memory, and what was kept of each sitting.

use std::sync::Arc;

use bedside::diag::Span;
use bedside::explore;
use bedside::model::{Blueprint, Cell, Closing, ExamEvent, ExamStep, Form, Library, Name};
use bedside::practice::exam::{ExamResult, OwnWords, Sitting, fill, result};
use bedside::practice::{Pool, Witnesses};
use bedside::tui::{
    ExamAsk, ExamBlueprint, ExamClosed, ExamDrawn, ExamKept, ExamList, ExamOpen, ExamSeated, ExamTold, Msg, Token,
};

use crate::world::World;

#[derive(Default)]
pub(crate) struct Exams {
    pub(crate) sat: Vec<Sat>,
    /// Answers to writing, from the front; safe when there are none. What is `None` gets no answer yet.
    pub(crate) keeps: Vec<Option<ExamTold>>,
    pub(crate) hidden: Vec<String>,
}

/// One exam as it is kept.
pub(crate) struct Sat {
    pub(crate) token: Token,
    pub(crate) events: Vec<ExamEvent>,
    pub(crate) own: Vec<OwnWords>,
}

impl World {
    /// A conversation and a single decision of the other story; one single decision; and one that cannot be filled.
    pub(crate) fn with_exams(mut self) -> World {
        let blueprint = |id: &str, title: &str, about: &str, talks, singles, minutes| {
            let cells = |count| {
                let cell = Cell {
                    count,
                    ..Cell::default()
                };
                if count > 0 { vec![cell] } else { Vec::new() }
            };
            Arc::new(Blueprint {
                id: Name::from(id),
                span: Span::default(),
                title: title.to_owned(),
                about: about.to_owned(),
                status: "drafted, small, not reviewed".to_owned(),
                minutes,
                scenarios: cells(talks),
                singles: cells(singles),
                pass_mark: None,
            })
        };
        let about = "A kettle, a teapot 茶壺, and little to say about anybody.";
        self.library.blueprints = vec![
            blueprint("both", "Tea and answers", about, 1, 1, Some(10)),
            blueprint("one", "One single decision", "One, and no more.", 0, 1, None),
            blueprint(
                "many",
                "More than there are",
                "Ninety single decisions.",
                0,
                90,
                Some(90),
            ),
        ];
        self
    }

    pub(crate) fn exam(&mut self, ask: ExamAsk) -> Option<Msg> {
        let told = match ask {
            ExamAsk::List => ExamTold::Listed(Box::new(self.exam_list())),
            ExamAsk::Draw { blueprint, seed, timed } => {
                match form(&self.library, &blueprint, seed.unwrap_or(self.seed)) {
                    Some(form) => ExamTold::Drawn(Box::new(ExamDrawn {
                        form,
                        hidden: self.exams.hidden.clone(),
                        timed,
                    })),
                    None => {
                        ExamTold::NotDrawn("It cannot be filled: line 1 of its `singles:` asks for more.".to_owned())
                    }
                }
            }
            ExamAsk::Begin { form, timed } => {
                let (sitting, began) = Sitting::begin(*form, timed, &self.library, None);
                let token = Token(format!("exam-{}", self.exams.sat.len()));
                self.exams.sat.push(Sat {
                    token: token.clone(),
                    events: vec![began],
                    own: Vec::new(),
                });
                seated(token, sitting, &[])
            }
            ExamAsk::Open { token } => {
                let sat = self.exams.sat.iter().find(|sat| sat.token == token)?;
                let sitting = Sitting::restore(&sat.events, &self.library, None)?;
                seated(token, sitting, &sat.own)
            }
            ExamAsk::Keep { token, what } => {
                let told = if self.exams.keeps.is_empty() {
                    Some(ExamTold::Kept)
                } else {
                    self.exams.keeps.remove(0)
                };
                if !matches!(told, Some(ExamTold::NotKept(_))) {
                    let sat = self.exams.sat.iter_mut().find(|sat| sat.token == token)?;
                    for one in what {
                        match one {
                            ExamKept::Event(event) => sat.events.push(event),
                            ExamKept::Words(own) => sat.own.push(own),
                        }
                    }
                }
                return told.map(Msg::Exam);
            }
            ExamAsk::Rise => return None,
            ExamAsk::Score { token, sitting } => ExamTold::Scored(token, Box::new(scored(&sitting)?)),
        };
        Some(Msg::Exam(told))
    }

    fn exam_list(&self) -> ExamList {
        let mut list = ExamList::default();
        for blueprint in &self.library.blueprints {
            let sum = |cells: &[Cell]| cells.iter().map(|cell| cell.count as usize).sum();
            list.blueprints.push(ExamBlueprint {
                id: blueprint.id.clone(),
                title: blueprint.title.clone(),
                about: blueprint.about.clone(),
                status: blueprint.status.clone(),
                minutes: blueprint.minutes,
                talks: sum(&blueprint.scenarios),
                singles: sum(&blueprint.singles),
                most: blueprint.items() as usize + 1,
            });
        }
        for sat in &self.exams.sat {
            let Some(sitting) = Sitting::restore(&sat.events, &self.library, None) else {
                continue;
            };
            let (token, title) = (sat.token.clone(), sitting.form().title.clone());
            let when = "yesterday evening".to_owned();
            match sitting.closed() {
                None => list.open.push(ExamOpen {
                    token,
                    title,
                    when,
                    begun: sitting.items().iter().filter(|item| item.begun).count(),
                    items: sitting.items().len(),
                }),
                Some(Closing::Left) => {}
                Some(_) => list.closed.push(ExamClosed { token, title, when }),
            }
        }
        list
    }

    /// What was done in the last exam, without the time it took.
    pub(crate) fn exam_steps(&self) -> Vec<ExamStep> {
        let events = self.exams.sat.last().map_or(&[][..], |sat| &sat.events);
        events.iter().map(|event| event.what.clone()).collect()
    }

    /// The same by name.
    pub(crate) fn exam_names(&self) -> Vec<String> {
        let name = |step: ExamStep| match step {
            ExamStep::Began { timed, .. } => (if timed { "began, timed" } else { "began" }).to_owned(),
            ExamStep::Answered { item, confidence, .. } => {
                let sure = confidence.map_or(String::new(), |sure| format!(" at {sure}"));
                format!("answered {item}{sure}")
            }
            ExamStep::Played { item, .. } => format!("played {item}"),
            ExamStep::Flagged { item, on } => format!("flag {item} {on}"),
            ExamStep::Paused => "paused".to_owned(),
            ExamStep::Resumed => "resumed".to_owned(),
            ExamStep::Closed(how) => format!("closed {how:?}"),
        };
        self.exam_steps().into_iter().map(name).collect()
    }
}

fn seated(token: Token, sitting: Sitting, own: &[OwnWords]) -> ExamTold {
    ExamTold::Seated(Box::new(ExamSeated {
        token,
        sitting,
        own: own.to_vec(),
    }))
}

pub(crate) fn form(library: &Library, blueprint: &str, seed: u64) -> Option<Form> {
    let blueprint = library.blueprints.iter().find(|one| one.id == blueprint)?;
    let pool = Pool::of(library, None);
    let mut way = |scenario: &bedside::model::Scenario, node| {
        let key = library.find(&scenario.id).and_then(|entry| entry.keys.first());
        Witnesses::of(scenario, key.map(|key| &**key)).get(node).cloned()
    };
    fill(blueprint, &pool, seed, &mut way).ok()
}

pub(crate) fn scored(sitting: &Sitting) -> Option<ExamResult> {
    result(sitting, &|id| {
        let talks = (0..sitting.items().len()).filter_map(|item| sitting.talk(item));
        let session = talks.into_iter().find(|session| session.scenario().id == id)?;
        let key = session.key()?;
        explore::references(
            session.scenario(),
            key,
            session.rubric(),
            session.draws(),
            session.role(),
        )
    })
}
