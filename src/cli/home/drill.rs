//! A drill in the real world: planned beside the screens, then kept answer by answer like a conversation.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::world::{World, whole};
use crate::cli::book::Book;
use crate::cli::practice::{Kept, planned, visible};
use crate::cli::{clock, seed, settings};
use crate::i18n::Words;
use crate::journal::AttemptId;
use crate::model::{DrillEvent, Library, Name, SkillIx};
use crate::practice::drill::{Ask, CannotDrill, Keep};
use crate::tui::{Msg, OpenedDrill, Token};

/// A drill that was asked for; the journal hears of it with its first answer.
pub(super) struct HeldDrill {
    kept: Kept,
    /// The last write of it failed and is asked for again.
    failed: Arc<AtomicBool>,
}

impl World {
    /// Planned on a thread of its own: the whole library is read for it, and everything ever answered.
    pub(super) fn begin_drill(&mut self, skill: Option<Name>, minutes: u16, seed: Option<u64>) -> Option<Msg> {
        let seed = seed.unwrap_or_else(seed::fresh);
        let attempt = AttemptId::new(clock::now());
        let began = DrillEvent::Began {
            skill: skill.clone(),
            minutes,
            seed,
        };
        self.drills.push(HeldDrill {
            kept: Kept::new(attempt, self.book.learner.clone(), began),
            failed: Arc::default(),
        });
        let token = Token(attempt.to_string());
        let (words, messages, again) = (Arc::clone(&self.words), self.messages.clone(), self.book.again());
        let (known, turn, folder) = (Arc::clone(&self.known), Arc::clone(&self.turn), self.folder.clone());
        let work = move || {
            let open = || {
                let known = whole(&known, &turn, folder.as_deref())?;
                open(&words, &known.library, &again.open()?, token, skill, minutes, seed)
            };
            let _ = messages.send(open().unwrap_or_else(|fault| Msg::NothingToDrill(format!("{fault:#}"))));
        };
        let thread = std::thread::Builder::new().name("drill".to_owned()).spawn(work);
        thread.err().map(|fault| Msg::NothingToDrill(fault.to_string()))
    }

    /// Hands the answers to the writer and returns at once; it answers when they are on the disk.
    pub(super) fn record_drill(&mut self, token: &Token, keep: &[Keep]) -> Option<Msg> {
        let held = self
            .drills
            .iter_mut()
            .find(|held| held.kept.attempt.to_string() == token.0)?;
        if held.failed.swap(false, Ordering::SeqCst) {
            // The same again, with what came after it.
            held.kept.back_to_mark();
        }
        held.kept.mark();
        let writes = held.kept.writes(keep, clock::now());
        let failed = Arc::clone(&held.failed);
        // What was suggested was perhaps just this.
        if let Ok(mut last) = self.suggested.lock() {
            *last = None;
        }
        self.write(writes, failed)
    }
}

fn open(
    words: &Words,
    library: &Library,
    book: &Book,
    token: Token,
    skill: Option<Name>,
    minutes: u16,
    seed: u64,
) -> anyhow::Result<Msg> {
    let shown = visible(library, &settings::load()?);
    let rubric = &shown.rubric;
    let ask = Ask {
        skill: skill.as_deref().and_then(|skill| rubric.skill(skill)),
        minutes,
        seed,
        today: clock::this_day(),
    };
    let name = |skill: SkillIx| rubric.skills.get(skill.at()).map(|skill| skill.name.clone());
    match planned(&shown, book, &ask)? {
        Ok(drill) => Ok(Msg::Drill(Box::new(OpenedDrill {
            token,
            drill,
            skill: ask.skill.and_then(name),
            today: ask.today,
        }))),
        Err(why) => {
            let hidden = library.entries.len() - shown.entries.len();
            Ok(Msg::NothingToDrill(nothing(words, &name, hidden, &why)))
        }
    }
}

/// Why there is nothing to drill, and what to do.
fn nothing(words: &Words, name: &dyn Fn(SkillIx) -> Option<String>, hidden: usize, why: &CannotDrill) -> String {
    let why = match why {
        CannotDrill::NothingTests { skill, others } => {
            let others: Vec<String> = others.iter().copied().filter_map(name).collect();
            let (skill, others) = (name(*skill).unwrap_or_default(), others.join("; "));
            words.say_with(
                "drill-nothing-tests",
                &[("skill", (&skill).into()), ("others", (&others).into())],
            )
        }
        CannotDrill::NothingKeyed => words.say("drill-nothing-keyed"),
        CannotDrill::NoWay => words.say("drill-no-way"),
    };
    if hidden == 0 {
        return why;
    }
    format!("{why} {}", words.say_with("kept-back", &[("count", hidden.into())]))
}
