//! Answers to an exam made beforehand: walked to the end before the first word, so that a slip costs nothing.

use anyhow::bail;

use crate::cli::answers::Answers;
use crate::cli::practice::drill::{chosen, offered};
use crate::engine;
use crate::model::ChoiceIx;
use crate::plain::{Asked, Heard};
use crate::practice::Single;
use crate::practice::exam::{Control, Sitting};
use crate::session::{Answered, Current, Session};

/// Choices in the order the items are asked; then it is handed in.
pub(super) struct Prepared {
    choices: std::vec::IntoIter<ChoiceIx>,
}

impl Prepared {
    pub(super) fn next(&mut self, asked: Asked<'_>) -> Heard {
        match asked {
            Asked::Else => Heard::Typed {
                line: "x".to_owned(),
                took_ms: None,
            },
            Asked::Single(_) | Asked::Talk(_) => self.choices.next().map_or(Heard::End, Heard::Chosen),
        }
    }
}

/// Walks a copy of the sitting through every item that is still open.
pub(super) fn prepare(sitting: &Sitting, answers: &Answers) -> anyhow::Result<Prepared> {
    let mut copy = sitting.clone();
    if copy.paused() {
        // The clock of a copy stands still.
        let _ = copy.handle(Control::Resume, 0);
    }
    let mut source = Source {
        answers,
        seed: sitting.form().seed,
        used: 0,
    };
    let mut choices = Vec::new();
    for item in 0..copy.items().len() {
        while let Some((choice, control)) = next(&copy, item, &mut source)? {
            choices.push(choice);
            if copy.handle(control, 0).is_err() {
                bail!(
                    "item {} could not be answered; run `bedside check` on the library",
                    item + 1
                );
            }
        }
    }
    if let Answers::Listed(listed) = answers
        && listed.len() > source.used
    {
        bail!(
            "there are {} answers and {} were needed; leave out what comes after",
            listed.len(),
            source.used
        );
    }
    Ok(Prepared {
        choices: choices.into_iter(),
    })
}

struct Source<'a> {
    answers: &'a Answers,
    seed: u64,
    used: usize,
}

/// What an item is answered with next; `None` when it is done.
fn next(sitting: &Sitting, item: usize, source: &mut Source<'_>) -> anyhow::Result<Option<(ChoiceIx, Control)>> {
    if let Some(single) = sitting.single(item) {
        if sitting.chosen(item).is_some() {
            return Ok(None);
        }
        let choice = source.single(item, single)?;
        let control = Control::Answer {
            item,
            choice,
            confidence: None,
        };
        return Ok(Some((choice, control)));
    }
    let Some(session) = sitting.talk(item) else {
        return Ok(None);
    };
    let Some(choice) = source.talk(item, session)? else {
        return Ok(None);
    };
    let answered = Answered {
        choice,
        ..Answered::default()
    };
    Ok(Some((choice, Control::Say { item, answered })))
}

impl Source<'_> {
    fn single(&mut self, item: usize, single: &Single) -> anyhow::Result<ChoiceIx> {
        let number = item + 1;
        match self.next(item)? {
            None => {
                let pick = engine::variant(self.seed, single.node_id(), 0, "random answer", single.offered.len());
                match single.offered.get(pick) {
                    Some(choice) => Ok(*choice),
                    None => bail!("item {number} offers nothing; run `bedside check` on the library"),
                }
            }
            Some(answer) => {
                let by_letter = lettered(&answer).and_then(|at| single.offered.get(at)).copied();
                let Some(choice) = by_letter.or_else(|| chosen(single, &answer)) else {
                    let offered = offered(single);
                    bail!(
                        "item {number} ({}) does not offer \"{answer}\"; offered: {offered}",
                        single.node_id()
                    );
                };
                Ok(choice)
            }
        }
    }

    fn talk(&mut self, item: usize, session: &Session) -> anyhow::Result<Option<ChoiceIx>> {
        let Current::Deciding { node, offers } = session.current() else {
            return Ok(None);
        };
        let open: Vec<ChoiceIx> = offers
            .iter()
            .filter(|offer| !offer.locked)
            .map(|offer| offer.choice)
            .collect();
        let scenario = session.scenario();
        let here = &scenario.node(node).id;
        let step = u32::try_from(session.run().turns.len()).unwrap_or(u32::MAX);
        let Some(answer) = self.next(item)? else {
            let pick = engine::variant(session.transcript().seed, here, step, "random answer", open.len());
            return Ok(open.get(pick).copied());
        };
        let named =
            |choice: &&ChoiceIx| *scenario.choice(**choice).id == *answer || scenario.address(**choice) == answer;
        let Some(choice) = open.iter().find(named) else {
            let ids: Vec<&str> = open.iter().map(|choice| scenario.choice(*choice).id.as_str()).collect();
            bail!(
                "item {} ({here}) does not offer \"{answer}\"; offered: {}",
                item + 1,
                ids.join(", ")
            );
        };
        Ok(Some(*choice))
    }

    /// The next answer given; `None` where they are random.
    fn next(&mut self, item: usize) -> anyhow::Result<Option<String>> {
        let Answers::Listed(listed) = self.answers else {
            return Ok(None);
        };
        let Some(answer) = listed.get(self.used) else {
            bail!("the answers end before the exam does: item {} has none left", item + 1);
        };
        self.used += 1;
        Ok(Some(answer.clone()))
    }
}

/// `B` is 1.
fn lettered(answer: &str) -> Option<usize> {
    let mut letters = answer.chars();
    let letter = letters.next().filter(char::is_ascii_uppercase)?;
    letters.next().is_none().then(|| letter as usize - 'A' as usize)
}
