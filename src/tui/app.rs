//! The whole state of the program: screens on a stack, the sitting under way, and what was handed in.

use std::sync::Arc;

use ratatui::layout::Size;

use super::drilling::Drilling;
use super::exam::Seat;
use super::glyphs::Glyphs;
use super::home_data::HomeData;
use super::keymap::Context;
use super::msg::Effect;
use super::screens::Screen;
use super::settings::Settings;
use super::sitting::Sitting;
use super::theme::{Role, Theme, ThemeChoice};
use crate::i18n::Words;

/// Everything handed in at the start.
#[derive(Clone, Debug)]
pub struct Setup {
    pub words: Arc<Words>,
    pub settings: Settings,
    /// Paint in this theme, whatever the settings say: for pictures and tests.
    pub theme: Option<Theme>,
    /// No colour, whatever the settings say.
    pub no_color: bool,
    /// The terminal shows more than sixteen colours.
    pub many_colours: bool,
    /// The terminal says that its ground is light.
    pub light_ground: bool,
    /// ASCII signs, whatever the settings say.
    pub ascii: bool,
    /// For every sitting begun here; `None` draws a new one each time.
    pub seed: Option<u64>,
    /// Asked for before the first frame; home is behind it either way.
    pub start: Vec<Effect>,
}

#[derive(Debug)]
pub struct App {
    pub(crate) words: Arc<Words>,
    pub(crate) settings: Settings,
    pub(crate) painted_in: Option<Theme>,
    pub(crate) no_color: bool,
    pub(crate) many_colours: bool,
    pub(crate) light_ground: bool,
    pub(crate) ascii: bool,
    pub(crate) seed: Option<u64>,
    pub(crate) start: Vec<Effect>,
    pub(crate) size: Size,
    pub(crate) home: HomeData,
    /// Never empty; the last is on top.
    pub(crate) screens: Vec<Screen>,
    pub(crate) sitting: Option<Sitting>,
    pub(crate) drill: Option<Drilling>,
    /// The exam under way, or the one whose result is looked at.
    pub(crate) seat: Option<Seat>,
    pub(crate) notice: Option<Notice>,
    pub(crate) now: Option<u64>,
}

/// A calm line above the keys, until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Notice {
    pub(crate) role: Role,
    pub(crate) text: String,
}

impl Setup {
    /// English, default settings, dark theme, home first.
    #[must_use]
    pub fn plain() -> Setup {
        Setup {
            words: Arc::new(Words::english()),
            settings: Settings::default(),
            theme: None,
            no_color: false,
            many_colours: true,
            light_ground: false,
            ascii: false,
            seed: None,
            start: vec![Effect::LoadHome],
        }
    }
}

impl App {
    #[must_use]
    pub fn new(setup: Setup) -> App {
        let mut screens = vec![Screen::Home(Box::default())];
        if setup
            .start
            .iter()
            .any(|effect| matches!(effect, Effect::BeginDrill { .. }))
        {
            screens.push(Screen::Drill(Box::default()));
        }
        // Whoever asks for progress first sees that it is being gathered, not home in between.
        if setup.start.iter().any(|effect| matches!(effect, Effect::LoadProgress)) {
            screens.push(Screen::Progress(Box::default()));
        }
        App {
            words: setup.words,
            settings: setup.settings,
            painted_in: setup.theme,
            no_color: setup.no_color,
            many_colours: setup.many_colours,
            light_ground: setup.light_ground,
            ascii: setup.ascii,
            seed: setup.seed,
            start: setup.start,
            size: Size::new(80, 24),
            home: HomeData::default(),
            screens,
            sitting: None,
            drill: None,
            seat: None,
            notice: None,
            now: None,
        }
    }

    /// How the screen is painted now.
    #[must_use]
    pub fn theme(&self) -> Theme {
        let wanted = match self.settings.theme {
            ThemeChoice::Auto if self.light_ground => ThemeChoice::Light,
            chosen => chosen,
        };
        let chosen = Theme::choose(wanted, self.no_color, self.many_colours);
        self.painted_in.unwrap_or(chosen)
    }

    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Where keys go now.
    #[must_use]
    pub fn context(&self) -> Context {
        if super::desk::too_small(self.size) {
            return Context::TooSmall;
        }
        self.top().context(self)
    }

    pub(crate) fn glyphs(&self) -> Glyphs {
        if self.ascii || self.settings.ascii {
            Glyphs::Ascii
        } else {
            Glyphs::Unicode
        }
    }

    pub(crate) fn top(&self) -> &Screen {
        &self.screens[self.screens.len() - 1]
    }

    pub(crate) fn top_mut(&mut self) -> &mut Screen {
        let last = self.screens.len() - 1;
        &mut self.screens[last]
    }

    pub(crate) fn push(&mut self, screen: Screen) {
        self.screens.push(screen);
    }

    /// Back to the screen below; home is never left this way.
    pub(crate) fn pop(&mut self) {
        if self.screens.len() > 1 {
            self.screens.pop();
        }
    }

    /// Everything above home goes, and this comes.
    pub(crate) fn above_home(&mut self, screen: Screen) {
        self.screens.truncate(1);
        self.screens.push(screen);
    }

    /// Why something said so far is not safe, if it is not.
    pub(crate) fn unsaved(&self) -> Option<&String> {
        let sitting = self
            .sitting
            .as_ref()
            .and_then(|sitting| sitting.keeping.unsaved.as_ref());
        let drill = self.drill.as_ref().and_then(|drill| drill.keeping.unsaved.as_ref());
        let seat = self.seat.as_ref().and_then(|seat| seat.keeping.unsaved.as_ref());
        sitting.or(drill).or(seat)
    }

    /// Whether everything said so far is safe.
    pub(crate) fn settled(&self) -> bool {
        let sitting = self.sitting.as_ref().is_none_or(Sitting::settled);
        let drill = self.drill.as_ref().is_none_or(|drill| drill.keeping.settled());
        sitting && drill && self.seat.as_ref().is_none_or(|seat| seat.keeping.settled())
    }

    pub(crate) fn note(&mut self, role: Role, text: String) {
        self.notice = Some(Notice { role, text });
    }
}

#[cfg(test)]
mod tests {
    use super::{App, Setup, Theme, ThemeChoice};

    #[test]
    fn the_ground_of_the_terminal_decides_only_where_nothing_was_chosen() {
        let theme = |choice: ThemeChoice, light_ground: bool| {
            let mut setup = Setup::plain();
            setup.settings.theme = choice;
            setup.light_ground = light_ground;
            App::new(setup).theme()
        };
        assert_eq!(theme(ThemeChoice::Auto, true), Theme::Light);
        assert_eq!(theme(ThemeChoice::Auto, false), Theme::Dark);
        assert_eq!(theme(ThemeChoice::Dark, true), Theme::Dark);
    }
}
