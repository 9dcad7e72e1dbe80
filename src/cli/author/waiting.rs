//! A word on standard error while something takes long: a bar at a terminal, one line elsewhere.

use std::io::IsTerminal;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::cli::surroundings::Surroundings;
use crate::explore::Progress;

/// Whoever waits less than this needs no word.
const PATIENCE: Duration = Duration::from_millis(700);

pub(super) struct Waiting<'a> {
    around: &'a Surroundings,
    what: &'static str,
    bar: ProgressBar,
    drawn: bool,
    said: AtomicBool,
}

impl<'a> Waiting<'a> {
    /// `what` is being done, such as "Going through every state".
    pub(super) fn new(around: &'a Surroundings, what: &'static str) -> Self {
        let drawn = std::io::stderr().is_terminal() && !around.spoken();
        Waiting {
            around,
            what,
            bar: ProgressBar::no_length(),
            drawn,
            said: AtomicBool::new(false),
        }
    }

    /// Called by whatever is at work; it is never stopped from here.
    pub(super) fn tick(&self, progress: Progress) -> bool {
        if self.bar.elapsed() < PATIENCE {
            return true;
        }
        // Nobody knows how many states there are, so only plays can be drawn as a part of a whole.
        let (template, done, whole) = match progress {
            Progress::States { met, budget } => ("{msg}: {human_pos} states so far, at most {human_len}", met, budget),
            Progress::Plays { made, of } => ("{msg} [{bar:24}] {human_pos} of {human_len}, {eta} left", made, of),
        };
        if self.drawn {
            if let Ok(style) = ProgressStyle::with_template(template) {
                self.bar.set_style(style.progress_chars("##."));
            }
            self.bar.set_message(self.what);
            self.bar.set_length(whole as u64);
            self.bar.set_position(done as u64);
        } else if !self.said.swap(true, Ordering::Relaxed) {
            self.around.note(&format!("{} takes a while ...", self.what));
        }
        true
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
