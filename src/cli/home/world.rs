//! Does what the screens ask for: library, journal, references. Nothing here draws.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, OnceLock};

use anyhow::bail;

use super::data::{self, Past};
use super::drill::HeldDrill;
use super::exam::ExamRoom;
use super::progress;
use crate::cli::attempt::{self, Attempt};
use crate::cli::book::Book;
use crate::cli::shelf::{self, Shelf, key, sound};
use crate::cli::surroundings::Surroundings;
use crate::cli::{clock, practice, seed, settings};
use crate::explore;
use crate::i18n::Words;
use crate::journal::{AttemptId, Finished, Sqlite, Write, Writer};
use crate::model::{Library, Mode, Name, Transcript};
use crate::session::{Output, Session, Setup};
use crate::tui::{About, Effect, HomeEntry, Msg, Opened, Settings, Suggestion, Token};

pub(super) struct World {
    pub(super) words: Arc<Words>,
    /// `--library`
    pub(super) folder: Option<PathBuf>,
    /// Once the whole library was read in the background.
    pub(super) known: Arc<OnceLock<Known>>,
    /// Whose turn it is to read it.
    pub(super) turn: Arc<Mutex<()>>,
    reading: bool,
    /// What was suggested last.
    pub(super) suggested: Arc<Mutex<Option<Suggestion>>>,
    pub(super) book: Book,
    writer: Writer<Sqlite>,
    settings_file: Option<PathBuf>,
    pub(super) messages: Sender<Msg>,
    exam: ExamRoom,
    /// The one sitting under way; letting go of it lets others take it up.
    held: Option<Held>,
    /// The drills asked for since the start.
    pub(super) drills: Vec<HeldDrill>,
}

/// The whole library and its entries.
pub(super) struct Known {
    pub(super) library: Library,
    entries: Vec<HomeEntry>,
}

/// The whole library, read by whoever comes first; others wait for it.
pub(super) fn whole<'k>(
    known: &'k OnceLock<Known>,
    turn: &Mutex<()>,
    folder: Option<&Path>,
) -> anyhow::Result<&'k Known> {
    let _turn = turn.lock();
    match known.get() {
        Some(known) => Ok(known),
        None => {
            let shelf = shelf::fill(folder, &|_| true)?;
            Ok(known.get_or_init(|| Known::of(shelf)))
        }
    }
}

impl Known {
    fn of(shelf: Shelf) -> Known {
        Known {
            entries: data::full(&shelf),
            library: shelf.library,
        }
    }
}

struct Held {
    attempt: Attempt,
    /// The last write of it failed and is asked for again.
    failed: Arc<AtomicBool>,
    /// How many outputs were given to the writer last.
    sent: usize,
    transcript: Transcript,
}

impl World {
    pub(super) fn new(around: &Surroundings, book: Book, messages: Sender<Msg>) -> anyhow::Result<World> {
        Ok(World {
            words: around.words.clone(),
            writer: book.writer()?,
            settings_file: settings::path(),
            folder: around.globals.library.clone(),
            known: Arc::default(),
            turn: Arc::default(),
            reading: false,
            suggested: Arc::default(),
            book,
            exam: ExamRoom::new(messages.clone()),
            messages,
            held: None,
            drills: Vec::new(),
        })
    }

    pub(super) fn perform(&mut self, effect: Effect) -> Option<Msg> {
        match effect {
            Effect::LoadHome => Some(or_failed(self.home())),
            Effect::Load { scenario } => Some(or_failed(self.load(&scenario))),
            Effect::Begin {
                scenario,
                mode,
                role,
                seed,
            } => Some(or_failed(self.begin(&scenario, mode, role, seed))),
            Effect::Resume { token } => Some(or_failed(self.resume(&token))),
            Effect::Record { token, outputs } => self.record(&token, outputs),
            Effect::BeginDrill { skill, minutes, seed } => self.begin_drill(skill, minutes, seed),
            Effect::RecordDrill { token, keep } => self.record_drill(&token, &keep),
            Effect::References { token, about } => {
                self.references(token, *about);
                None
            }
            Effect::SaveSettings(settings) => self.save(&settings),
            Effect::Report { token, line } => Some(or_failed(self.report(&token, line))),
            Effect::LoadProgress => {
                let known = Arc::clone(&self.known);
                let turn = Arc::clone(&self.turn);
                progress::gather(
                    known,
                    turn,
                    self.folder.clone(),
                    self.book.again(),
                    self.messages.clone(),
                );
                None
            }
            Effect::Exam(ask) => match whole(&self.known, &self.turn, self.folder.as_deref()) {
                Ok(known) => self.exam.perform(ask, &mut self.book, &known.library),
                Err(fault) => Some(Msg::Failed(format!("{fault:#}"))),
            },
            Effect::Quit => None,
        }
    }

    /// Waits until everything is written; gives back what the last sitting came to.
    pub(super) fn finish(self) -> anyhow::Result<Option<Transcript>> {
        let Finished { unsaved, fault, .. } = self.writer.finish();
        if let Some(fault) = fault.filter(|_| !unsaved.is_empty()) {
            bail!("the last {} could not be kept: {fault}", answers(unsaved.len()));
        }
        Ok(self.held.map(|held| held.transcript))
    }

    /// The first time from the files' first lines, so that the screen stands at once; the whole follows when it was read, and each
    /// time today's suggestion when it was worked out from everything ever answered.
    fn home(&mut self) -> anyhow::Result<Msg> {
        let past = Past::of(&self.book)?;
        let entries = match self.known.get() {
            Some(known) => known.entries.clone(),
            None => data::quick(shelf::headers(self.folder.as_deref())?),
        };
        let last = self.suggested.lock().map_or(None, |last| last.clone());
        let home = data::home(&self.words, entries, &past, last, clock::now());
        if self.known.get().is_some() || !std::mem::replace(&mut self.reading, true) {
            self.follow(past);
        }
        Ok(Msg::Home(Box::new(home)))
    }

    fn follow(&self, past: Past) {
        let (words, folder) = (Arc::clone(&self.words), self.folder.clone());
        let (known, suggested) = (Arc::clone(&self.known), Arc::clone(&self.suggested));
        let turn = Arc::clone(&self.turn);
        let (messages, again) = (self.messages.clone(), self.book.again());
        let work = move || {
            let known = match whole(&known, &turn, folder.as_deref()) {
                Ok(known) => known,
                Err(fault) => {
                    let _ = messages.send(Msg::Failed(format!("{fault:#}")));
                    return;
                }
            };
            let settings = settings::load().unwrap_or_default();
            let found = again
                .open()
                .and_then(|book| practice::today(&words, &known.library, &settings, Some(&book)));
            // Without a suggestion home is still home.
            let suggestion = found.ok().flatten().map(|today| Suggestion {
                words: today.words,
                scenario: today.scenario,
                skill: today.skill,
            });
            if let Ok(mut last) = suggested.lock() {
                last.clone_from(&suggestion);
            }
            let home = data::home(&words, known.entries.clone(), &past, suggestion, clock::now());
            let _ = messages.send(Msg::Home(Box::new(home)));
        };
        // Without the thread the first lines remain, and each conversation is read when it is opened.
        let _ = std::thread::Builder::new().name("library".to_owned()).spawn(work);
    }

    /// One scenario, read now.
    fn shelf_of(&self, id: &str) -> anyhow::Result<Shelf> {
        shelf::fill(self.folder.as_deref(), &|known| known == id)
    }

    fn load(&self, scenario: &Name) -> anyhow::Result<Msg> {
        let shelf = self.shelf_of(scenario)?;
        Ok(Msg::Loaded(Arc::clone(sound(shelf.entry(scenario)?)?)))
    }

    fn begin(&mut self, id: &Name, mode: Mode, role: Name, seed: Option<u64>) -> anyhow::Result<Msg> {
        let shelf = self.shelf_of(id)?;
        let entry = shelf.entry(id)?;
        let scenario = sound(entry)?;
        let setup = Setup {
            seed: seed.unwrap_or_else(seed::fresh),
            mode,
            role,
            pack: entry.pack.clone(),
        };
        let rubric = Arc::clone(&shelf.library.rubric);
        let begun = Session::begin(Arc::clone(scenario), rubric, key(entry, None)?.cloned(), &setup);
        let (session, began) = begun.map_err(|stuck| {
            let node = &scenario.node(stuck.0).id;
            anyhow::anyhow!("{id} goes round at {node} without a decision; run `bedside check`")
        })?;
        let (attempt, writes) = self.book.begin(&session, &began)?;
        self.open(attempt, session, writes, Vec::new())
    }

    fn resume(&mut self, token: &Token) -> anyhow::Result<Msg> {
        // The same window may take up again what it holds.
        self.held = None;
        let Some(id) = AttemptId::parse(&token.0) else {
            bail!("this conversation has no name in the journal; start it again");
        };
        let (id, scenario) = self.book.find_open(None, Some(&id.to_string()))?;
        let resumed = attempt::resume(&self.book, &self.shelf_of(&scenario)?, id, &scenario)?;
        self.open(resumed.attempt, resumed.session, resumed.writes, resumed.changed)
    }

    fn open(
        &mut self,
        attempt: Attempt,
        session: Session,
        writes: Vec<Write>,
        changed: Vec<crate::session::Changed>,
    ) -> anyhow::Result<Msg> {
        for write in writes {
            self.writer.write_and_wait(write).saved?;
        }
        let token = Token(attempt.id.to_string());
        self.held = Some(Held {
            attempt,
            failed: Arc::default(),
            sent: 0,
            transcript: session.transcript().clone(),
        });
        Ok(Msg::Opened(Box::new(Opened {
            token,
            session,
            changed,
            elsewhere: false,
        })))
    }

    /// Hands the events to the writer and returns at once; it answers when they are on the disk.
    fn record(&mut self, token: &Token, outputs: Vec<Output>) -> Option<Msg> {
        let held = self
            .held
            .as_mut()
            .filter(|held| held.attempt.id.to_string() == token.0)?;
        let mut known = 0;
        if held.failed.swap(false, Ordering::SeqCst) {
            // The same again, with what came after it.
            held.attempt.back_to_mark();
            known = held.sent;
        }
        held.attempt.mark();
        held.sent = outputs.len();
        for output in outputs.iter().skip(known) {
            if let Output::Record(event) = output {
                held.transcript.apply(event);
            }
        }
        let writes = held.attempt.writes(outputs, clock::now());
        let failed = Arc::clone(&held.failed);
        self.write(writes, failed)
    }

    /// In order; the last one's report is the answer. `failed` remembers that it was not safe.
    pub(super) fn write(&self, mut writes: Vec<Write>, failed: Arc<AtomicBool>) -> Option<Msg> {
        let Some(last) = writes.pop() else {
            return Some(Msg::Saved);
        };
        for write in writes {
            self.writer.write(write, |_| {});
        }
        let messages = self.messages.clone();
        self.writer.write(last, move |report| {
            let msg = match report.saved {
                Ok(()) => Msg::Saved,
                Err(fault) => {
                    failed.store(true, Ordering::SeqCst);
                    Msg::NotSaved(fault.to_string())
                }
            };
            // Nobody listens any more only when the program is over.
            let _ = messages.send(msg);
        });
        None
    }

    fn references(&self, token: Token, about: About) {
        let messages = self.messages.clone();
        let work = move || {
            let About {
                scenario,
                rubric,
                key,
                draws,
                role,
            } = about;
            if let Some(references) = explore::references(&scenario, &key, &rubric, &draws, role) {
                let _ = messages.send(Msg::References(token, Arc::new(references)));
            }
        };
        // Without the thread the score stands alone, as it does for a scenario too large to be exact.
        let _ = std::thread::Builder::new().name("references".to_owned()).spawn(work);
    }

    fn report(&self, token: &Token, line: usize) -> anyhow::Result<Msg> {
        let Some(attempt) = AttemptId::parse(&token.0) else {
            bail!("this conversation has no name in the journal; start it again");
        };
        let (attempt, scenario) = self.book.find_open(None, Some(&attempt.to_string()))?;
        let shelf = self.shelf_of(&scenario)?;
        let path = practice::write_page(&self.words, &shelf, &self.book, attempt, &scenario, line)?;
        Ok(Msg::Reported(path))
    }

    fn save(&self, chosen: &Settings) -> Option<Msg> {
        let saved = settings::save(self.settings_file.as_deref(), chosen);
        saved.err().map(|fault| Msg::Failed(format!("{fault:#}")))
    }
}

fn or_failed(done: anyhow::Result<Msg>) -> Msg {
    done.unwrap_or_else(|fault| Msg::Failed(format!("{fault:#}")))
}

fn answers(count: usize) -> String {
    if count == 1 {
        "answer".to_owned()
    } else {
        format!("{count} answers")
    }
}
