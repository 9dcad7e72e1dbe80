//! All items at a glance, and handing in.

use std::io::Write;

use super::ExamOutside;
use super::command::Command;
use super::seat::{Place, Seat};
use crate::model::ItemKind;
use crate::plain::Heard;
use crate::practice::exam::{Control, ItemView};

impl<W: Write, O: ExamOutside> Seat<'_, W, O> {
    pub(super) fn overview(&mut self) -> Result<Place, O::Fault> {
        let items = self.sitting.items();
        self.paper.heading(&self.words.say("exam-overview"))?;
        for (at, item) in items.iter().enumerate() {
            let line = self.standing(item);
            self.paper.item(&format!("{}. ", at + 1), &line)?;
        }
        let open = items.iter().filter(|item| !item.done && !item.gone).count();
        let flagged = items.iter().filter(|item| item.flagged).count();
        let facts = [("open", open.into()), ("flagged", flagged.into())];
        self.paper.text(&self.words.say_with("exam-standing", &facts))?;
        self.time()?;
        self.say("exam-ask-overview")?;
        let mut warned = open == 0 || self.setting.script;
        loop {
            let command = match self.hear(None)? {
                None | Some(Heard::End) => return Ok(Place::Pause),
                Some(Heard::Chosen(_)) => continue,
                Some(Heard::Typed { line, .. }) => Command::read(&line, false),
            };
            match command {
                Command::HandIn if warned => {
                    self.act(Control::HandIn)?.ok();
                    return Ok(Place::Closed);
                }
                Command::HandIn => {
                    warned = true;
                    self.paper.text(&self.words.say_with("exam-still-open", &facts))?;
                }
                Command::Choose { number, .. } => {
                    if let Some(place) = self.common(Command::Go(number), None)? {
                        return Ok(place);
                    }
                }
                Command::Repeat | Command::Nothing | Command::Overview => return Ok(Place::Overview),
                command => {
                    if let Some(place) = self.common(command, None)? {
                        return Ok(place);
                    }
                }
            }
        }
    }

    fn standing(&self, item: &ItemView) -> String {
        let words = self.words;
        let state = match (item.kind, item.gone, item.done, item.begun) {
            (_, true, _, _) => words.say("exam-item-gone"),
            (ItemKind::Single, _, true, _) => words.say("exam-single-answered"),
            (ItemKind::Single, ..) => words.say("exam-single-open"),
            (ItemKind::Scenario, _, true, _) => words.say("exam-talk-ended"),
            (ItemKind::Scenario, _, _, true) => words.say("exam-talk-begun"),
            (ItemKind::Scenario, ..) => words.say("exam-talk-open"),
        };
        if item.flagged {
            format!("{state}; {}", words.say("exam-item-flagged"))
        } else {
            state
        }
    }
}
