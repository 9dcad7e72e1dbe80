//! The few signs that are not letters, each with an ASCII twin.

use crate::scoring::Mark;

/// Which set of signs is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Glyphs {
    #[default]
    Unicode,
    Ascii,
}

/// The strokes of a plot: level, upright, and the four corners.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Strokes {
    pub(crate) level: char,
    pub(crate) upright: char,
    /// From level, turning down.
    pub(crate) level_down: char,
    /// From level, turning up.
    pub(crate) level_up: char,
    /// From above, turning level.
    pub(crate) down_level: char,
    /// From below, turning level.
    pub(crate) up_level: char,
    pub(crate) axis: char,
}

impl Glyphs {
    fn pick(self, unicode: &'static str, ascii: &'static str) -> &'static str {
        match self {
            Glyphs::Unicode => unicode,
            Glyphs::Ascii => ascii,
        }
    }

    /// Stands before the row in focus.
    pub(crate) fn pointer(self) -> &'static str {
        self.pick("›", ">")
    }

    /// Between things on one line.
    pub(crate) fn dot(self) -> &'static str {
        self.pick("·", "-")
    }

    pub(crate) fn rule(self) -> &'static str {
        self.pick("─", "-")
    }

    /// Down the side of an aside.
    pub(crate) fn bar(self) -> &'static str {
        self.pick("│", "|")
    }

    pub(crate) fn more_below(self) -> &'static str {
        self.pick("▾", "v")
    }

    pub(crate) fn ellipsis(self) -> &'static str {
        self.pick("…", "...")
    }

    pub(crate) fn arrow(self) -> &'static str {
        self.pick("→", "->")
    }

    /// A value in a plot.
    pub(crate) fn point(self) -> &'static str {
        self.pick("◆", "*")
    }

    /// Where a plot is shaded.
    pub(crate) fn shade(self) -> &'static str {
        self.pick("░", ":")
    }

    pub(crate) fn left_right(self) -> (&'static str, &'static str) {
        match self {
            Glyphs::Unicode => ("‹", "›"),
            Glyphs::Ascii => ("<", ">"),
        }
    }

    pub(crate) fn mark(self, mark: Mark) -> &'static str {
        match mark {
            Mark::Full => self.pick("●", "@"),
            Mark::Half => self.pick("◐", "o"),
            Mark::Empty => self.pick("○", "."),
        }
    }

    /// A way taken on this line, seen on another, not seen.
    pub(crate) fn way(self, taken: bool, seen: bool) -> &'static str {
        match (taken, seen) {
            (true, _) => self.pick("●", "@"),
            (false, true) => self.pick("○", "o"),
            (false, false) => self.pick("·", "."),
        }
    }

    pub(crate) fn strokes(self) -> Strokes {
        match self {
            Glyphs::Unicode => Strokes {
                level: '─',
                upright: '│',
                level_down: '╮',
                level_up: '╯',
                down_level: '╰',
                up_level: '╭',
                axis: '┤',
            },
            Glyphs::Ascii => Strokes {
                level: '-',
                upright: '|',
                level_down: '.',
                level_up: '\'',
                down_level: '\'',
                up_level: '.',
                axis: '|',
            },
        }
    }
}
