//! The preview full screen: the learner's conversation, opened anew after every save.

use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::Context;

use super::stage::{Look, Stage, token};
use super::watch::Watch;
use crate::cli::exit::Outcome;
use crate::cli::home::{steady_clock, watch_signals};
use crate::cli::surroundings::Surroundings;
use crate::explore;
use crate::model::{Mode, Name};
use crate::tui::{self, App, Effect, Msg, Settings, Setup};

pub(super) fn run(around: &Surroundings, stage: Stage) -> anyhow::Result<Outcome> {
    let watch = Watch::new(stage.path())?;
    let (sender, messages) = channel();
    let mut world = World {
        stage: Arc::new(Mutex::new(stage)),
        messages: sender.clone(),
        fault: Arc::default(),
        left: false,
    };
    let app = App::new(Setup {
        words: around.words.clone(),
        settings: Settings {
            mode: Mode::Coached,
            ..Settings::default()
        },
        theme: None,
        no_color: around.no_color(),
        many_colours: around.many_colours(),
        light_ground: around.light_ground(),
        ascii: !around.unicode(),
        seed: around.globals.seed,
        start: vec![Effect::LoadHome],
    });
    watch_signals(sender.clone())?;
    world.show();
    let following = world.following();
    let thread = std::thread::Builder::new().name("saves".to_owned());
    thread
        .spawn(move || {
            while watch.wait() {
                following.show();
            }
        })
        .context("saves could not be followed; try --plain")?;
    let (mut terminal, guard) = tui::enter().context("the terminal could not be taken over; try --plain")?;
    tui::listen(sender, Some(steady_clock())).context("the keys could not be read; try --plain")?;
    let finished = tui::run(&mut terminal, messages, app, &mut |effect| world.perform(effect));
    drop(guard);
    finished.context("the terminal could not be written to")?;
    Ok(Outcome::Fine)
}

/// Does what the screens ask for. Nothing is kept beyond this run.
struct World {
    stage: Arc<Mutex<Stage>>,
    messages: Sender<Msg>,
    /// What is wrong with the version on disk.
    fault: Arc<Mutex<Option<String>>>,
    /// The first home was asked for; the next one means that the conversation was left.
    left: bool,
}

impl World {
    fn following(&self) -> World {
        World {
            stage: Arc::clone(&self.stage),
            messages: self.messages.clone(),
            fault: Arc::clone(&self.fault),
            left: false,
        }
    }

    /// Puts the version on disk on the screen, or what is wrong with it.
    fn show(&self) {
        let mut stage = lock(&self.stage);
        let look = stage.look();
        let opened = match look {
            Ok(Look::Sound(sound)) => stage.again(&sound),
            Ok(Look::Faulty(faults)) => Err(faults.brief()),
            Err(fault) => Err(format!("{fault:#}")),
        };
        let (msg, fault) = match opened {
            Ok(opened) => (Msg::Opened(Box::new(opened)), None),
            Err(fault) => (Msg::Failed(fault.clone()), Some(fault)),
        };
        *lock(&self.fault) = fault;
        // Nobody listens any more only when the program is over.
        let _ = self.messages.send(msg);
    }

    fn perform(&mut self, effect: Effect) -> Option<Msg> {
        match effect {
            // There is no library here: who leaves the conversation leaves the preview.
            Effect::LoadHome if std::mem::replace(&mut self.left, true) => Some(Msg::Stop),
            Effect::LoadHome => Some(Msg::Home(Box::default())),
            Effect::Begin { mode, role, .. } => Some(self.begin(mode, role)),
            Effect::Load { .. } | Effect::Resume { .. } | Effect::BeginDrill { .. } => Some(Msg::Stop),
            Effect::Record { outputs, .. } => {
                lock(&self.stage).record(outputs);
                if let Some(fault) = lock(&self.fault).clone() {
                    // A key takes the line away; the fault is still there.
                    let _ = self.messages.send(Msg::Failed(fault));
                }
                Some(Msg::Saved)
            }
            Effect::References { about, .. } => {
                let found = explore::references(&about.scenario, &about.key, &about.rubric, &about.draws, about.role);
                found.map(|references| Msg::References(token(), Arc::new(references)))
            }
            Effect::Report { .. } => Some(Msg::Failed("A preview leaves no report behind.".to_owned())),
            Effect::LoadProgress => Some(Msg::Progress(Err("A preview keeps no progress.".to_owned()))),
            Effect::Exam(_) => Some(Msg::Failed("A preview has no exams.".to_owned())),
            Effect::SaveSettings(_) | Effect::RecordDrill { .. } | Effect::Quit => None,
        }
    }

    fn begin(&self, mode: Mode, role: Name) -> Msg {
        let mut stage = lock(&self.stage);
        let begun = match stage.look() {
            Ok(Look::Sound(sound)) => stage.begin(&sound, mode, Some(role)),
            Ok(Look::Faulty(faults)) => Err(faults.brief()),
            Err(fault) => Err(format!("{fault:#}")),
        };
        begun.map_or_else(Msg::Failed, |opened| Msg::Opened(Box::new(opened)))
    }
}

/// A thread that panicked has left nothing half done in here.
fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}
