//! The file on the stage: read anew after each save, with the sitting taken up again where it stood.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::cli::subject::Subject;
use crate::diag::{Diagnostic, Drawing, Severity, Sources, render};
use crate::model::{Event, Key, Mode, Name, Rubric, Scenario};
use crate::session::{Changed, Output, Session, Setup};
use crate::tui::{Opened, Token};

pub(super) struct Stage {
    path: PathBuf,
    library: Option<PathBuf>,
    seed: u64,
    mode: Mode,
    /// What was done so far, as a journal would keep it.
    events: Vec<Event>,
    /// How many of them fitted the last sound version; what comes after is dropped once something new is done.
    fitting: usize,
}

/// One version of the file.
pub(super) enum Look {
    Sound(Box<Sound>),
    Faulty(Faults),
}

pub(super) struct Sound {
    pub(super) scenario: Arc<Scenario>,
    rubric: Arc<Rubric>,
    key: Option<Arc<Key>>,
}

pub(super) struct Faults {
    sources: Sources,
    list: Vec<Diagnostic>,
}

/// The one sitting there is.
pub(super) fn token() -> Token {
    Token("preview".to_owned())
}

impl Stage {
    pub(super) fn new(path: &Path, library: Option<&Path>, seed: u64) -> Stage {
        Stage {
            path: path.to_owned(),
            library: library.map(Path::to_owned),
            seed,
            mode: Mode::Coached,
            events: Vec::new(),
            fitting: 0,
        }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Reads the file with its keys as they are now.
    pub(super) fn look(&self) -> anyhow::Result<Look> {
        let subject = Subject::file(self.library.as_deref(), &self.path)?;
        let entry = subject.entry();
        Ok(match &entry.scenario {
            Some(scenario) => Look::Sound(Box::new(Sound {
                scenario: Arc::clone(scenario),
                rubric: Arc::clone(&subject.library.rubric),
                key: entry.keys.first().cloned(),
            })),
            None => Look::Faulty(Faults {
                sources: subject.sources,
                list: subject.faults,
            }),
        })
    }

    /// Walks in from the beginning.
    pub(super) fn begin(&mut self, sound: &Sound, mode: Mode, role: Option<Name>) -> Result<Opened, String> {
        let setup = Setup {
            seed: self.seed,
            mode,
            role: role
                .or_else(|| sound.scenario.roles.first().cloned())
                .unwrap_or_default(),
            pack: "preview".into(),
        };
        let key = sound.key.clone();
        let begun = Session::begin(Arc::clone(&sound.scenario), Arc::clone(&sound.rubric), key, &setup);
        let (session, outputs) = begun.map_err(|stuck| round(&sound.scenario, stuck.0))?;
        self.mode = mode;
        self.events.clear();
        self.fitting = 0;
        self.record(outputs);
        Ok(opened(session, Vec::new()))
    }

    /// The sitting in the version that was just read, as far as its steps are still offered.
    pub(super) fn again(&mut self, sound: &Sound) -> Result<Opened, String> {
        // What fits is tried from the longest: seldom more than one try is needed.
        for fitting in (1..=self.events.len()).rev() {
            let key = sound.key.clone();
            let events = &self.events[..fitting];
            let restored = Session::restore(Arc::clone(&sound.scenario), Arc::clone(&sound.rubric), key, events);
            let Some(restored) = restored else { break };
            let restored = restored.map_err(|stuck| round(&sound.scenario, stuck.0))?;
            let gone = |change: &Changed| matches!(change, Changed::StepGone { .. });
            if restored.changed.iter().any(gone) {
                continue;
            }
            self.fitting = fitting;
            return Ok(opened(restored.session, self.gone(fitting)));
        }
        self.begin(sound, self.mode, None)
    }

    /// The first step that was left behind. That the flow changed is no news to its author.
    fn gone(&self, fitting: usize) -> Vec<Changed> {
        let steps = |events: &[Event]| events.iter().filter(|event| matches!(event, Event::Stepped(_))).count();
        let lost = self.events[fitting..].iter().find_map(|event| match event {
            Event::Stepped(step) => Some(Changed::StepGone {
                address: format!("{}/{}", step.node, step.chosen),
                step: steps(&self.events[..fitting]) + 1,
            }),
            _ => None,
        });
        lost.into_iter().collect()
    }

    pub(super) fn record(&mut self, outputs: Vec<Output>) {
        self.events.truncate(self.fitting);
        self.events
            .extend(outputs.into_iter().filter_map(|output| match output {
                Output::Record(event) => Some(event),
                Output::KeepWords { .. } => None,
            }));
        self.fitting = self.events.len();
    }
}

fn opened(session: Session, changed: Vec<Changed>) -> Opened {
    Opened {
        token: token(),
        session,
        changed,
        elsewhere: false,
    }
}

fn round(scenario: &Scenario, node: crate::model::NodeIx) -> String {
    let node = &scenario.node(node).id;
    format!("{node} goes round without coming to a decision; `bedside check` shows where")
}

impl Faults {
    /// All of them, as `check` shows them.
    pub(super) fn drawn(&self, drawing: Drawing) -> impl Iterator<Item = String> {
        let errors = self.errors().map(move |fault| render(fault, &self.sources, drawing));
        errors.collect::<Vec<_>>().into_iter()
    }

    /// "line 12: there is no variable `trsut`, and 2 more"
    pub(super) fn brief(&self) -> String {
        let Some(first) = self.errors().next() else {
            return "the file cannot be played".to_owned();
        };
        let line = self.sources.position(first.primary.span).line;
        let help = first.help.first().map_or_else(String::new, |help| format!(" ({help})"));
        let more = match self.errors().count() {
            1 => String::new(),
            count => format!(", and {} more", count - 1),
        };
        format!("line {line}: {}{help}{more}", first.message)
    }

    fn errors(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter().filter(|fault| fault.severity == Severity::Error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::{Answered, Current, Input};

    fn file(text: &str) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("the-start.yaml");
        std::fs::write(&path, text).unwrap();
        (folder, path)
    }

    fn story() -> String {
        crate::exchange::begin::scenario("the-start", crate::model::Track::Adult, "2026-01-01")
    }

    fn sound(stage: &Stage) -> Box<Sound> {
        match stage.look().unwrap() {
            Look::Sound(sound) => sound,
            Look::Faulty(faults) => panic!("{}", faults.brief()),
        }
    }

    /// Takes the first choice offered and records it; its address.
    fn step(stage: &mut Stage, session: &mut Session) -> String {
        let Current::Deciding { offers, .. } = session.current() else {
            panic!("it is over")
        };
        let choice = offers[0].choice;
        let address = session.scenario().address(choice);
        let answered = Answered {
            choice,
            ..Answered::default()
        };
        let outputs = session.handle(Input::Choose(answered)).unwrap();
        stage.record(outputs);
        address
    }

    #[test]
    fn a_save_keeps_the_place_and_shows_the_new_words() {
        let (_folder, path) = file(&story());
        let mut stage = Stage::new(&path, None, 3);
        let first = sound(&stage);
        let mut session = stage.begin(&first, Mode::Coached, None).unwrap().session;
        step(&mut stage, &mut session);
        std::fs::write(&path, story().replacen("title: ", "title: New ", 1)).unwrap();
        let second = sound(&stage);
        let opened = stage.again(&second).unwrap();
        assert!(opened.changed.is_empty());
        assert_eq!(opened.session.run().turns.len(), 1);
        assert_eq!(opened.session.state().at, session.state().at);
        assert!(second.scenario.raw(second.scenario.title).starts_with("New "));
    }

    #[test]
    fn a_step_that_is_gone_is_told_and_comes_back_when_it_is_written_again() {
        let (_folder, path) = file(&story());
        let mut stage = Stage::new(&path, None, 3);
        let first = sound(&stage);
        let mut session = stage.begin(&first, Mode::Coached, None).unwrap().session;
        let address = step(&mut stage, &mut session);
        let (_, choice) = address.split_once('/').unwrap();
        let other = story()
            .replace(&format!(" {choice}:"), " another:")
            .replace(&address, "x");
        std::fs::write(&path, &other).unwrap();
        let renamed = sound(&stage);
        let opened = stage.again(&renamed).unwrap();
        assert_eq!(opened.changed, [Changed::StepGone { address, step: 1 }]);
        assert_eq!(opened.session.run().turns.len(), 0);
        std::fs::write(&path, story()).unwrap();
        let back = sound(&stage);
        assert_eq!(stage.again(&back).unwrap().session.run().turns.len(), 1);
    }

    #[test]
    fn faults_are_told_in_one_line_and_the_sitting_waits() {
        let (_folder, path) = file(&story());
        let mut stage = Stage::new(&path, None, 3);
        let first = sound(&stage);
        let mut session = stage.begin(&first, Mode::Coached, None).unwrap().session;
        step(&mut stage, &mut session);
        std::fs::write(&path, story().replacen("\nstart: ", "\nstart: no-such-", 1)).unwrap();
        let Look::Faulty(faults) = stage.look().unwrap() else {
            panic!("it is faulty")
        };
        assert!(
            faults.brief().starts_with("line ") && faults.brief().contains("no-such-"),
            "{}",
            faults.brief()
        );
        assert!(faults.drawn(Drawing::default()).next().unwrap().contains("-->"));
        std::fs::write(&path, story()).unwrap();
        let mended = sound(&stage);
        assert_eq!(stage.again(&mended).unwrap().session.run().turns.len(), 1);
    }
}
