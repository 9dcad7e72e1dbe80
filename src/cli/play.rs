//! `bedside play`: one conversation, line by line or on the screen.

use std::fs::OpenOptions;
use std::io::{self, IsTerminal, StdinLock};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, bail};

use super::answers::{self, Answers};
use super::attempt::{self, Attempt};
use super::book::Book;
use super::exit::Outcome;
use super::home::{self, Opening};
use super::shelf::{key, sound};
use super::surroundings::Surroundings;
use super::{beside, clock, hearing, seed, settings};
use crate::diag::did_you_mean;
use crate::i18n::Words;
use crate::journal::{AttemptId, Sqlite, Write, Writer};
use crate::model::{ChoiceIx, Mode, Name, Scenario};
use crate::plain::{Finish, Heard, Outside, Setting, converse};
use crate::record::transcript;
use crate::scoring::References;
use crate::session::{Changed, Output, Session, Setup};
use crate::tui::{Effect, Token};

/// Hold one conversation.
///
/// Choices are typed by number, or given beforehand with --answers: the ids of choices in the order they are met, each alone
/// or as node/choice. A slip in them is told before the first word.
#[derive(Debug, Default, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Play {
    /// The scenario, as `bedside list` names it
    #[arg(required_unless_present = "resume")]
    id: Option<String>,
    /// How much is taught on the way: coached after every reaction, flow at the end (as it comes), exam nothing before the result
    #[arg(long, value_name = "MODE", value_parser = mode)]
    mode: Option<Mode>,
    /// Whom you play, where the scenario leaves it open
    #[arg(long, value_name = "ROLE")]
    role: Option<String>,
    /// Choices made beforehand, separated by commas, or "random"
    #[arg(long, value_name = "a/b,c/d|random")]
    answers: Option<Answers>,
    /// Write what happened as JSON, for `bedside score`
    #[arg(long, value_name = "FILE")]
    transcript: Option<PathBuf>,
    /// Go on with an attempt: the newest open one, or the one whose id begins like this
    #[arg(long, value_name = "ATTEMPT", num_args = 0..=1, conflicts_with_all = ["mode", "role"])]
    resume: Option<Option<String>>,
}

const EXAMPLES: &str = "\
Examples:
  bedside play please-speak-to-my-son
  bedside play day-nine --mode coached --seed 7
  bedside play --resume                             where you stopped
  bedside play day-nine --plain --answers random --seed 7
  printf '1\\n2\\nq\\n' | bedside play day-nine";

fn mode(text: &str) -> Result<Mode, String> {
    Mode::parse(text).ok_or_else(|| "one of coached, flow, exam".to_owned())
}

impl Play {
    /// As if `bedside play ID` had been typed.
    pub(super) fn of(id: String) -> Play {
        Play {
            id: Some(id),
            ..Play::default()
        }
    }

    /// As if `bedside play --resume ATTEMPT` had been typed.
    pub(super) fn resuming(attempt: String) -> Play {
        Play {
            resume: Some(Some(attempt)),
            ..Play::default()
        }
    }

    pub(super) fn run(self, around: &Surroundings) -> anyhow::Result<Outcome> {
        if let Some(file) = &self.transcript {
            writable(file)?;
        }
        if !around.plain() && self.answers.is_none() {
            return self.on_screen(around);
        }
        let sitting = match &self.resume {
            Some(named) => self.again(around, named.as_deref())?,
            None => self.fresh(around)?,
        };
        let Sitting {
            mut session,
            mut table,
            setting,
        } = sitting;
        let finished = converse(&mut session, &setting, &mut table, around.out());
        if let Some(file) = &self.transcript {
            std::fs::write(file, transcript::to_json(session.transcript())).with_context(|| writing(file))?;
        }
        if finished? == Finish::Left {
            let attempt = table.attempt.short();
            let mut paper = around.paper();
            paper.text(&around.words.say_with("play-resume", &[("attempt", (&attempt).into())]))?;
            paper.flush()?;
        }
        Ok(Outcome::Fine)
    }

    /// On the screens, which begin with this conversation's briefing; with a role named, in the conversation itself.
    fn on_screen(&self, around: &Surroundings) -> anyhow::Result<Outcome> {
        let start = match &self.resume {
            Some(named) => {
                let (attempt, _) = self.attempt(around, named.as_deref())?.1;
                Effect::Resume {
                    token: Token(attempt.to_string()),
                }
            }
            None => {
                let id = self.id.as_deref().unwrap_or_default();
                let shelf = around.shelf_of(&[id])?;
                let scenario = sound(shelf.entry(id)?)?;
                match &self.role {
                    None => Effect::Load { scenario: id.into() },
                    Some(asked) => Effect::Begin {
                        scenario: id.into(),
                        mode: self.mode.unwrap_or_default(),
                        role: role(scenario, Some(asked))?,
                        seed: around.globals.seed,
                    },
                }
            }
        };
        let opening = Opening {
            start: vec![start],
            mode: self.mode,
        };
        let transcript = home::run(around, opening)?;
        if let (Some(file), Some(transcript)) = (&self.transcript, transcript) {
            std::fs::write(file, transcript::to_json(&transcript)).with_context(|| writing(file))?;
        }
        Ok(Outcome::Fine)
    }

    /// The attempt to go on with, and the journal it stands in.
    fn attempt(&self, around: &Surroundings, named: Option<&str>) -> anyhow::Result<(Book, (AttemptId, String))> {
        let Some(book) = Book::look(around)? else {
            bail!("nothing has been played yet; `bedside list` shows what there is");
        };
        // `--resume day-nine` means the newest open attempt of that scenario.
        let shelf = around.shelf_of(&[])?;
        let scenario = named.filter(|named| shelf.knows(named));
        let named = if scenario.is_some() { None } else { named };
        let found = book.find_open(scenario.or(self.id.as_deref()), named)?;
        Ok((book, found))
    }

    fn fresh<'a>(&self, around: &'a Surroundings) -> anyhow::Result<Sitting<'a>> {
        let id = self.id.as_deref().unwrap_or_default();
        let shelf = around.shelf_of(&[id])?;
        let entry = shelf.entry(id)?;
        let scenario = sound(entry)?;
        let setup = Setup {
            seed: around.globals.seed.unwrap_or_else(seed::fresh),
            mode: match self.mode {
                Some(mode) => mode,
                None => settings::load()?.mode,
            },
            role: role(scenario, self.role.as_deref())?,
            pack: entry.pack.clone(),
        };
        let rubric = Arc::clone(&shelf.library.rubric);
        let begun = Session::begin(Arc::clone(scenario), rubric, key(entry, None)?.cloned(), &setup);
        let (session, began) = begun.map_err(|stuck| {
            let node = &scenario.node(stuck.0).id;
            anyhow::anyhow!("{id} goes round at {node} without a decision; run `bedside check`")
        })?;
        let prepared = self.prepared(around, &session)?;
        let book = Book::open(around)?;
        let earlier = book.played(id)?;
        let (attempt, writes) = book.begin(&session, &began)?;
        let table = Table::new(&book, attempt, writes, prepared)?;
        let setting = setting(around, &table, false, earlier)?;
        Ok(Sitting {
            session,
            table,
            setting,
        })
    }

    fn again<'a>(&self, around: &'a Surroundings, named: Option<&str>) -> anyhow::Result<Sitting<'a>> {
        let (book, (attempt, scenario)) = self.attempt(around, named)?;
        let shelf = around.shelf_of(&[&scenario])?;
        let resumed = attempt::resume(&book, &shelf, attempt, &scenario)?;
        for changed in &resumed.changed {
            around.note(&told(&around.words, changed));
        }
        let prepared = self.prepared(around, &resumed.session)?;
        let table = Table::new(&book, resumed.attempt, resumed.writes, prepared)?;
        let setting = setting(around, &table, true, resumed.session.current_line() > 0)?;
        Ok(Sitting {
            session: resumed.session,
            table,
            setting,
        })
    }

    fn prepared(&self, around: &Surroundings, session: &Session) -> anyhow::Result<Option<Vec<ChoiceIx>>> {
        let Some(answers) = &self.answers else {
            return Ok(None);
        };
        let (made, left) = answers::walk(session, answers)?;
        if left > 0 {
            around.note(&format!(
                "{left} of the answers were not needed: the conversation had ended"
            ));
        }
        Ok(Some(made))
    }
}

struct Sitting<'a> {
    session: Session,
    table: Table,
    setting: Setting<'a>,
}

fn setting<'a>(around: &'a Surroundings, table: &Table, resumed: bool, earlier: bool) -> anyhow::Result<Setting<'a>> {
    let settings = settings::load()?;
    Ok(Setting {
        words: &around.words,
        columns: around.columns(),
        script: table.prepared.is_some() || !io::stdin().is_terminal(),
        resumed,
        earlier,
        say_first: settings.say_first && table.prepared.is_none(),
        ask_sure: settings.confidence && table.prepared.is_none(),
    })
}

/// A role that was asked for must be one of the scenario's.
pub(super) fn role(scenario: &Scenario, asked: Option<&str>) -> anyhow::Result<Name> {
    let Some(asked) = asked else {
        return Ok(scenario.roles.first().cloned().unwrap_or_default());
    };
    if let Some(role) = scenario.roles.iter().find(|role| *role == asked) {
        return Ok(role.clone());
    }
    let roles: Vec<&str> = scenario.roles.iter().map(|role| role.as_str()).collect();
    let meant = did_you_mean(asked, roles.iter().copied());
    let meant = meant.map_or(String::new(), |meant| format!(" (did you mean {meant}?)"));
    bail!(
        "{} cannot be played as \"{asked}\"{meant}; its roles: {}",
        scenario.id,
        roles.join(", ")
    )
}

/// What is different since an attempt was recorded, in words.
pub(super) fn told(words: &Words, changed: &Changed) -> String {
    match changed {
        Changed::Flow { recorded_version, now } => {
            let facts = [
                ("before", i64::from(*recorded_version).into()),
                ("now", i64::from(*now).into()),
            ];
            words.say_with("resumed-flow", &facts)
        }
        Changed::StepGone { address, step } => {
            let facts = [
                ("address", address.into()),
                ("step", (*step).into()),
                ("before", step.saturating_sub(1).into()),
            ];
            words.say_with("resumed-gone", &facts)
        }
        Changed::EndingDiffers { recorded } => words.say_with("resumed-ending", &[("ending", recorded.into())]),
    }
}

/// Found out before the first word rather than after the last; an old file keeps its contents until then.
fn writable(file: &Path) -> anyhow::Result<()> {
    let opened = OpenOptions::new().append(true).create(true).open(file);
    opened.map(drop).with_context(|| writing(file))
}

fn writing(file: &Path) -> String {
    format!(
        "could not write the transcript to {}; give another file",
        file.display()
    )
}

/// The world around a sitting held line by line.
struct Table {
    input: StdinLock<'static>,
    prepared: Option<std::vec::IntoIter<ChoiceIx>>,
    attempt: Attempt,
    writer: Writer<Sqlite>,
}

impl Table {
    /// Writes what has to be written before the first word.
    fn new(
        book: &Book,
        attempt: Attempt,
        writes: Vec<Write>,
        prepared: Option<Vec<ChoiceIx>>,
    ) -> anyhow::Result<Table> {
        let table = Table {
            input: io::stdin().lock(),
            prepared: prepared.map(Vec::into_iter),
            attempt,
            writer: book.writer()?,
        };
        table.write(writes)?;
        Ok(table)
    }

    fn write(&self, writes: Vec<Write>) -> anyhow::Result<()> {
        for write in writes {
            self.writer.write_and_wait(write).saved?;
        }
        Ok(())
    }
}

impl Outside for Table {
    type Fault = anyhow::Error;

    fn hear(&mut self, _session: &Session) -> anyhow::Result<Heard> {
        match &mut self.prepared {
            Some(prepared) => Ok(prepared.next().map_or(Heard::End, Heard::Chosen)),
            None => Ok(hearing::hear(&mut self.input)?),
        }
    }

    fn keep(&mut self, outputs: Vec<Output>) -> anyhow::Result<()> {
        let writes = self.attempt.writes(outputs, clock::now());
        self.write(writes)
    }

    fn references(&mut self, session: &Session) -> Option<References> {
        beside::references(session)
    }
}
