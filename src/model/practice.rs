//! What happens in practice that is no conversation: drills, and exams as a whole. What a journal keeps of them.

use super::{Answer, Day, Event, ExamEvent, ExamStep, ItemKind, Met, Name};

/// One thing that happened. The first of a sitting says how it began.
#[derive(Clone, Debug, PartialEq)]
pub enum PracticeEvent {
    Drill(DrillEvent),
    Exam(ExamEvent),
}

#[derive(Clone, Debug, PartialEq)]
pub enum DrillEvent {
    /// First and once.
    Began {
        /// `None`: whatever is due.
        skill: Option<Name>,
        minutes: u16,
        seed: u64,
    },
    /// One decision answered; its day is the journal's to say.
    Answered {
        scenario: Name,
        node: Name,
        choice: Name,
        confidence: Option<u8>,
        hinted: bool,
        draws: Vec<(Name, Name)>,
    },
}

impl DrillEvent {
    #[must_use]
    pub fn answered(answer: &Answer) -> DrillEvent {
        DrillEvent::Answered {
            scenario: answer.scenario.clone(),
            node: answer.node.clone(),
            choice: answer.choice.clone(),
            confidence: answer.confidence,
            hinted: answer.hinted,
            draws: answer.draws.clone(),
        }
    }
}

/// What a closed exam adds to the learner's answers: the last answer to each single decision, and every step of its conversations, with
/// the number of the event each comes from, in that order. Days are the journal's to say.
#[must_use]
pub fn exam_answers(events: &[ExamEvent]) -> Vec<(usize, Answer)> {
    let Some(ExamStep::Began { form, .. }) = events.first().map(|event| &event.what) else {
        return Vec::new();
    };
    let mut answers: Vec<(usize, Answer)> = Vec::new();
    let mut single_at: Vec<Option<usize>> = vec![None; form.items.len()];
    for (at, event) in events.iter().enumerate() {
        let (item, node, choice, confidence) = match &event.what {
            ExamStep::Answered {
                item,
                choice,
                confidence,
            } => {
                let node = form.items.get(*item as usize).and_then(|about| about.node.as_ref());
                (*item as usize, node, choice, *confidence)
            }
            ExamStep::Played { item, event } => match &**event {
                Event::Stepped(step) => (*item as usize, Some(&step.node), &step.chosen, step.confidence),
                _ => continue,
            },
            _ => continue,
        };
        let (Some(about), Some(node)) = (form.items.get(item), node) else {
            continue;
        };
        let answer = Answer {
            scenario: about.scenario.clone(),
            node: node.clone(),
            choice: choice.clone(),
            day: Day::default(),
            met: Met::Exam,
            confidence,
            hinted: false,
            draws: about.draws.clone(),
        };
        if about.kind == ItemKind::Single
            && let Some(earlier) = single_at[item].replace(at)
        {
            answers.retain(|(known, _)| *known != earlier);
        }
        answers.push((at, answer));
    }
    answers
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Form, FormItem, Step};

    fn item(kind: ItemKind, node: Option<&str>) -> FormItem {
        FormItem {
            kind,
            scenario: "talk".into(),
            scenario_version: 1,
            flow_hash: String::new(),
            seed: 0,
            role: "nurse".into(),
            draws: vec![("wants".into(), "to_know".into())],
            path: Vec::new(),
            node: node.map(Name::from),
            offered: Vec::new(),
            cell: 0,
        }
    }

    #[test]
    fn a_changed_answer_counts_once_and_every_step_of_a_conversation_counts() {
        let form = Form {
            items: vec![item(ItemKind::Single, Some("hall")), item(ItemKind::Scenario, None)],
            ..Form::default()
        };
        let answered = |choice: &str| ExamStep::Answered {
            item: 0,
            choice: choice.into(),
            confidence: Some(70),
        };
        let stepped = |node: &str| ExamStep::Played {
            item: 1,
            event: Box::new(Event::Stepped(Box::new(Step {
                node: node.into(),
                chosen: "ask".into(),
                ..Step::default()
            }))),
        };
        let steps = [
            ExamStep::Began {
                form: Box::new(form),
                timed: false,
            },
            answered("wait"),
            stepped("bed"),
            answered("ask"),
            stepped("door"),
        ];
        let events: Vec<ExamEvent> = steps.into_iter().map(|what| ExamEvent { used_ms: 0, what }).collect();
        let found = exam_answers(&events);
        let brief: Vec<_> = found
            .iter()
            .map(|(at, answer)| (*at, &*answer.node, &*answer.choice, answer.confidence))
            .collect();
        assert_eq!(
            brief,
            [
                (2, "bed", "ask", None),
                (3, "hall", "ask", Some(70)),
                (4, "door", "ask", None)
            ]
        );
        assert_eq!(found[0].1.draws.len(), 1);
    }
}
