//! `bedside drill`: a few single decisions, with what comes of each at once.

use std::io::{self, IsTerminal, StdinLock};

use anyhow::bail;

use super::past::Past;
use super::today::visible;
use super::ways::Ways;
use crate::cli::answers::Answers;
use crate::cli::book::Book;
use crate::cli::exit::Outcome;
use crate::cli::shelf::Shelf;
use crate::cli::surroundings::Surroundings;
use crate::cli::{clock, hearing, seed, settings};
use crate::diag::did_you_mean;
use crate::engine;
use crate::journal::{AttemptId, Journal, OwnWords};
use crate::model::{ChoiceIx, DrillEvent, Library, Name, PracticeEvent, Rubric, SkillIx};
use crate::plain::{DrillOutside, DrillSetting, Heard, drill};
use crate::practice::drill::{Ask, CannotDrill, Done, plan};
use crate::practice::{Pool, Single, drill as practice};

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
        let chosen = settings::load()?;
        let shelf = around.shelf()?;
        let library = visible(&shelf.library, &chosen);
        let rubric = &library.rubric;
        let skill = self.skill.as_deref().map(|asked| named(rubric, asked)).transpose()?;
        let today = clock::this_day();
        let book = Book::open(around)?;
        let pool = Pool::of(&library, None);
        let history = Past::of(Some(&book), today)?.history(&pool);
        let ask = Ask {
            skill,
            minutes: self.minutes,
            seed: around.globals.seed.unwrap_or_else(seed::fresh),
            today,
        };
        let mut ways = Ways::new(&library);
        let planned = plan(&pool, &history, &ask, &mut |scenario, node| ways.to(scenario, node));
        let mut planned = planned.map_err(|fault| cannot(&shelf, &library, fault))?;
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
            book,
            began: Some(began),
            attempt: AttemptId::new(clock::now()),
            seq: 0,
        };
        drill(&mut planned, &setting, &mut table, around.out())?;
        Ok(Outcome::Fine)
    }
}

/// By id, else the one whose name holds the words.
fn named(rubric: &Rubric, asked: &str) -> anyhow::Result<SkillIx> {
    let by_id = rubric
        .skills
        .iter()
        .position(|skill| skill.id.eq_ignore_ascii_case(asked));
    if let Some(at) = by_id {
        return Ok(SkillIx::new(at));
    }
    let lower = asked.to_lowercase();
    let holds = |at: &usize| rubric.skills[*at].name.to_lowercase().contains(&lower);
    let found: Vec<usize> = (0..rubric.skills.len()).filter(holds).collect();
    let told = |at: &usize| format!("{} {}", rubric.skills[*at].id, rubric.skills[*at].name);
    match found.as_slice() {
        [one] => return Ok(SkillIx::new(*one)),
        [] => {}
        several => {
            let several: Vec<String> = several.iter().map(told).collect();
            bail!(
                "several skills are called something with \"{asked}\"; give the id: {}",
                several.join(", ")
            );
        }
    }
    let meant = did_you_mean(asked, rubric.skills.iter().map(|skill| skill.id.as_str()));
    let meant = meant.map_or(String::new(), |meant| format!(" (did you mean {meant}?)"));
    let all: Vec<String> = (0..rubric.skills.len()).map(|at| told(&at)).collect();
    bail!(
        "the rubric has no skill \"{asked}\"{meant}; there are: {}",
        all.join(", ")
    )
}

fn cannot(shelf: &Shelf, library: &Library, fault: CannotDrill) -> anyhow::Error {
    let rubric = &library.rubric;
    let ids = |list: &[SkillIx]| -> String {
        let ids = list.iter().filter_map(|skill| rubric.skills.get(skill.at()));
        ids.map(|skill| skill.id.as_str()).collect::<Vec<_>>().join(", ")
    };
    let hidden = shelf.library.entries.len() - library.entries.len();
    let hidden = match hidden {
        0 => String::new(),
        count => format!(" ({count} hidden by your settings; see `bedside config hidden_tags`)"),
    };
    match fault {
        CannotDrill::NothingTests { skill, others } => {
            let name = rubric.skills.get(skill.at()).map_or("", |skill| skill.id.as_str());
            anyhow::anyhow!(
                "no conversation of the library tests {name}{hidden}; these skills can be drilled: {}",
                ids(&others)
            )
        }
        CannotDrill::NothingKeyed => anyhow::anyhow!(
            "the library has no conversation with a key, so there is nothing to drill{hidden}; `bedside list` shows what there is"
        ),
        CannotDrill::NoWay => {
            anyhow::anyhow!("no way was found to any decision that tests this; run `bedside check` on the library")
        }
    }
}

/// Every answer looked at before the first word, so that a slip costs nothing.
fn prepare(planned: &practice::Drill, answers: &Answers, seed: u64) -> anyhow::Result<Vec<ChoiceIx>> {
    let listed = match answers {
        Answers::Random => {
            let drawn = planned.items.iter().enumerate().filter_map(|(at, single)| {
                let step = u32::try_from(at).unwrap_or(u32::MAX);
                let pick = engine::variant(seed, single.node_id(), step, "random answer", single.offered.len());
                single.offered.get(pick).copied()
            });
            return Ok(drawn.collect());
        }
        Answers::Listed(listed) => listed,
    };
    let count = planned.items.len();
    if listed.len() > count {
        bail!(
            "there are {} answers and {count} decisions; leave out what comes after",
            listed.len()
        );
    }
    let each = planned.items.iter().enumerate().map(|(at, single)| {
        let number = at + 1;
        let offered = offered(single);
        let Some(answer) = listed.get(at) else {
            let here = single.node_id();
            bail!(
                "the answers end before the drill does: decision {number} ({here}) has none; offered there: {offered}"
            );
        };
        match chosen(single, answer) {
            Some(choice) => Ok(choice),
            None => bail!(
                "decision {number} ({}) does not offer \"{answer}\"; offered: {offered}",
                single.node_id()
            ),
        }
    });
    each.collect()
}

/// A choice of a single decision by id, or by `node/choice`.
pub(super) fn chosen(single: &Single, answer: &str) -> Option<ChoiceIx> {
    let scenario = single.session.scenario();
    let named = |choice: &ChoiceIx| scenario.choice(*choice).id == answer || scenario.address(*choice) == answer;
    single.offered.iter().copied().find(named)
}

pub(super) fn offered(single: &Single) -> String {
    let scenario = single.session.scenario();
    let ids = single.offered.iter().map(|choice| scenario.choice(*choice).id.as_str());
    ids.collect::<Vec<_>>().join(", ")
}

/// The world around a drill held line by line. The journal hears of it with the first answer: a drill only looked at leaves no trace.
struct Table {
    input: StdinLock<'static>,
    prepared: Option<std::vec::IntoIter<ChoiceIx>>,
    book: Book,
    began: Option<DrillEvent>,
    attempt: AttemptId,
    seq: u32,
}

impl Table {
    fn begin(&mut self) -> anyhow::Result<()> {
        if let Some(began) = self.began.take() {
            let learner = self.book.learner.clone();
            let event = PracticeEvent::Drill(began);
            self.book
                .journal
                .begin_practice(self.attempt, &learner, clock::now(), &event)?;
            self.seq = 1;
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
        self.begin()?;
        let event = PracticeEvent::Drill(DrillEvent::answered(&done.keep));
        let (attempt, seq) = (self.attempt, self.seq);
        self.book
            .journal
            .append_practice(attempt, seq, clock::now(), &[event])?;
        self.seq += 1;
        Ok(())
    }

    fn keep_words(&mut self, item: usize, single: &Single, text: &str) -> anyhow::Result<()> {
        self.begin()?;
        let words = OwnWords {
            line: 0,
            step: u32::try_from(item).unwrap_or(u32::MAX),
            node: Name::from(format!("{}/{}", single.scenario(), single.node_id())),
            text: text.to_owned(),
        };
        self.book.journal.keep_words(self.attempt, clock::now(), &words)?;
        Ok(())
    }
}
