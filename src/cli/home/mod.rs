//! The full-screen program in the real world: terminal, keys, signals, journal, library. Line by line, a list to choose from.

mod data;
mod drill;
mod exam;
mod line;
mod progress;
mod world;

use std::sync::mpsc::{Sender, channel};
use std::time::Instant;

use anyhow::{Context, bail};
#[cfg(unix)]
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
#[cfg(unix)]
use signal_hook::iterator::Signals;

use super::book::Book;
use super::exit::Outcome;
use super::settings;
use super::surroundings::Surroundings;
use crate::model::{Mode, Transcript};
use crate::tui::{self, App, Effect, Msg, Setup};

pub(super) use line::run as line_by_line;
use world::World;

/// What the screens open with, in front of home.
#[derive(Default)]
pub(super) struct Opening {
    pub start: Vec<Effect>,
    /// The mode offered first, this time.
    pub mode: Option<Mode>,
}

/// Runs the screens until they are left. Gives back what the last sitting wrote, if there was one.
pub(super) fn run(around: &Surroundings, opening: Opening) -> anyhow::Result<Option<Transcript>> {
    let book = Book::open(around)?;
    let mut settings = settings::load()?;
    if let Some(mode) = opening.mode {
        settings.mode = mode;
    }
    let mut start = vec![Effect::LoadHome];
    start.extend(opening.start);
    let app = App::new(Setup {
        words: around.words.clone(),
        settings,
        theme: None,
        no_color: around.no_color(),
        many_colours: around.many_colours(),
        light_ground: around.light_ground(),
        ascii: !around.unicode(),
        seed: around.globals.seed,
        start,
    });
    let (sender, messages) = channel();
    let mut world = World::new(around, book, sender.clone())?;
    watch_signals(sender.clone())?;
    let (mut terminal, guard) = tui::enter().context("the terminal could not be taken over; try --plain")?;
    let size = terminal
        .size()
        .context("the terminal does not say how large it is; try --plain")?;
    if size.width == 0 || size.height == 0 {
        bail!("the terminal does not say how large it is; try --plain");
    }
    tui::listen(sender, Some(steady_clock())).context("the keys could not be read; try --plain")?;
    let mut perform = |effect| world.perform(effect);
    let finished = tui::run(&mut terminal, messages, app, &mut perform);
    drop(guard);
    finished.context("the terminal could not be written to; what you did so far is kept")?;
    world.finish()
}

/// The home screen, or a list where no screen is possible.
pub(super) fn open(around: &Surroundings) -> anyhow::Result<Outcome> {
    if around.plain() {
        return line_by_line(around);
    }
    run(around, Opening::default())?;
    Ok(Outcome::Fine)
}

/// Other systems send none.
#[cfg(not(unix))]
pub(super) fn watch_signals(_sender: Sender<Msg>) -> anyhow::Result<()> {
    Ok(())
}

/// Asked to stop from outside: the same way out as from inside.
#[cfg(unix)]
pub(super) fn watch_signals(sender: Sender<Msg>) -> anyhow::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGINT, SIGHUP]).context("signals could not be watched; try --plain")?;
    let watch = move || {
        for _ in signals.forever() {
            if sender.send(Msg::Stop).is_err() {
                return;
            }
        }
    };
    let thread = std::thread::Builder::new().name("signals".to_owned());
    thread
        .spawn(watch)
        .context("signals could not be watched; try --plain")?;
    Ok(())
}

/// Milliseconds since the first question.
#[allow(
    clippy::disallowed_methods,
    reason = "the command line is the one place that reads the clock"
)]
pub(super) fn steady_clock() -> fn() -> u64 {
    || {
        static START: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
        let start = *START.get_or_init(Instant::now);
        u64::try_from(start.elapsed().as_millis()).unwrap_or(u64::MAX)
    }
}
