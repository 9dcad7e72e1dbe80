//! `bedside drill`: a few single decisions, with what comes of each at once.

mod kept;
mod planned;
mod prepared;

use std::io::{self, IsTerminal, StdinLock};

use super::today::visible;
use crate::cli::answers::Answers;
use crate::cli::book::Book;
use crate::cli::exit::Outcome;
use crate::cli::home::{self, Opening};
use crate::cli::surroundings::Surroundings;
use crate::cli::{clock, hearing, seed, settings};
use crate::journal::AttemptId;
use crate::model::{ChoiceIx, DrillEvent};
use crate::plain::{DrillOutside, DrillSetting, Heard, drill};
use crate::practice::Single;
use crate::practice::drill::{Ask, Done, Keep};
use crate::tui::Effect;

pub(in crate::cli) use kept::Kept;
pub(in crate::cli) use planned::planned;
use planned::{cannot, named};
use prepared::prepare;
pub(in crate::cli::practice) use prepared::{chosen, offered};

/// Answer a few single decisions, with what comes of each at once.
///
/// They are taken out of all conversations that test the skill, those you have never met first. Without a skill: whatever might be
/// worth another look.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(in crate::cli) struct Drill {
    /// A skill of the rubric by its id, such as A3, or words of its name
    skill: Option<String>,
    /// About how long
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..=60))]
    minutes: u16,
    /// Choices made beforehand, in the order asked, separated by commas (ids, or node/choice), or "random"
    #[arg(long, value_name = "a/b,c/d|random")]
    answers: Option<Answers>,
}

const EXAMPLES: &str = "\
Examples:
  bedside drill                         what might be worth another look
  bedside drill C1                      one skill
  bedside drill prognosis --minutes 10
  bedside drill C1 --plain --answers random --seed 7";

impl Drill {
    pub(super) fn run(self, around: &Surroundings) -> anyhow::Result<Outcome> {
        if !around.plain() && self.answers.is_none() {
            return self.on_screen(around);
        }
        let chosen = settings::load()?;
        let shelf = around.shelf()?;
        let library = visible(&shelf.library, &chosen);
        let rubric = &library.rubric;
        let skill = self.skill.as_deref().map(|asked| named(rubric, asked)).transpose()?;
        let today = clock::this_day();
        let book = Book::open(around)?;
        let ask = Ask {
            skill,
            minutes: self.minutes,
            seed: around.globals.seed.unwrap_or_else(seed::fresh),
            today,
        };
        let hidden = shelf.library.entries.len() - library.entries.len();
        let mut planned = planned(&library, &book, &ask)?.map_err(|fault| cannot(&library, hidden, fault))?;
        let prepared = self
            .answers
            .as_ref()
            .map(|answers| prepare(&planned, answers, ask.seed));
        let prepared = prepared.transpose()?;
        let skill = skill.and_then(|skill| rubric.skills.get(skill.at()));
        let setting = DrillSetting {
            words: &around.words,
            columns: around.columns(),
            script: prepared.is_some() || !io::stdin().is_terminal(),
            say_first: chosen.say_first && prepared.is_none(),
            ask_sure: chosen.confidence && prepared.is_none(),
            today,
            skill: skill.map(|skill| skill.name.as_str()),
        };
        let began = DrillEvent::Began {
            skill: skill.map(|skill| skill.id.clone()),
            minutes: self.minutes,
            seed: ask.seed,
        };
        let mut table = Table {
            input: io::stdin().lock(),
            prepared: prepared.map(Vec::into_iter),
            kept: Kept::new(AttemptId::new(clock::now()), book.learner.clone(), began),
            book,
        };
        drill(&mut planned, &setting, &mut table, around.out())?;
        Ok(Outcome::Fine)
    }

    /// On the screens, which begin with the drill; behind it is home.
    fn on_screen(&self, around: &Surroundings) -> anyhow::Result<Outcome> {
        let rubric = around.shelf_of(&[])?.library.rubric;
        let skill = self.skill.as_deref().map(|asked| named(&rubric, asked)).transpose()?;
        let skill = skill.and_then(|skill| rubric.skills.get(skill.at()));
        let start = Effect::BeginDrill {
            skill: skill.map(|skill| skill.id.clone()),
            minutes: self.minutes,
            seed: around.globals.seed,
        };
        let opening = Opening {
            start: vec![start],
            mode: None,
        };
        home::run(around, opening)?;
        Ok(Outcome::Fine)
    }
}

/// The world around a drill held line by line.
struct Table {
    input: StdinLock<'static>,
    prepared: Option<std::vec::IntoIter<ChoiceIx>>,
    book: Book,
    kept: Kept,
}

impl Table {
    fn write(&mut self, keep: Keep) -> anyhow::Result<()> {
        for write in self.kept.writes(&[keep], clock::now()) {
            write.save(&mut self.book.journal)?;
        }
        Ok(())
    }
}

impl DrillOutside for Table {
    type Fault = anyhow::Error;

    fn hear(&mut self, _single: &Single) -> anyhow::Result<Heard> {
        match &mut self.prepared {
            Some(prepared) => Ok(prepared.next().map_or(Heard::End, Heard::Chosen)),
            None => Ok(hearing::hear(&mut self.input)?),
        }
    }

    fn keep(&mut self, done: &Done) -> anyhow::Result<()> {
        self.write(Keep::Answer(done.keep.clone()))
    }

    fn keep_words(&mut self, item: usize, single: &Single, text: &str) -> anyhow::Result<()> {
        self.write(Keep::words(item, single, text))
    }
}
