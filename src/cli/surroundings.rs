//! What lies around a run: options, environment, terminal or pipe, words, the library, standard output.

use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};
use std::sync::Arc;

use super::args::Globals;
use super::settings;
use super::shelf::{self, Shelf};
use crate::i18n::Words;
use crate::plain::Paper;

pub(super) struct Surroundings {
    pub globals: Globals,
    pub words: Arc<Words>,
}

/// Text is wrapped here when nobody says how wide the page is.
const COLUMNS: usize = 80;

impl Surroundings {
    pub(super) fn new(globals: Globals) -> anyhow::Result<Self> {
        let words = Arc::new(words(globals.lang.as_deref())?);
        Ok(Surroundings { globals, words })
    }

    /// The built-in library, with the folder given on top.
    pub(super) fn shelf(&self) -> anyhow::Result<Shelf> {
        shelf::fill(self.globals.library.as_deref(), &|_| true)
    }

    /// Of the library, only these: the others need not be read.
    pub(super) fn shelf_of(&self, ids: &[&str]) -> anyhow::Result<Shelf> {
        shelf::fill(self.globals.library.as_deref(), &|id| ids.contains(&id))
    }

    /// Whether to go line by line: asked for, or no full screen is possible.
    pub(super) fn plain(&self) -> bool {
        self.globals.plain
            || accessible()
            || std::env::var_os("TERM").is_some_and(|term| term == "dumb")
            || !io::stdin().is_terminal()
            || !io::stdout().is_terminal()
    }

    /// Whether the page may be read aloud: then it is words only.
    pub(super) fn spoken(&self) -> bool {
        self.globals.plain || accessible() || std::env::var_os("TERM").is_some_and(|term| term == "dumb")
    }

    /// Whether someone said that the page will be read aloud.
    pub(super) fn read_aloud(&self) -> bool {
        accessible()
    }

    /// <https://no-color.org>
    pub(super) fn no_color(&self) -> bool {
        std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
    }

    /// Whether the terminal says it shows more than sixteen colours.
    pub(super) fn many_colours(&self) -> bool {
        let names = |name: &str| std::env::var(name).unwrap_or_default();
        let told = names("COLORTERM");
        told.contains("truecolor") || told.contains("24bit") || names("TERM").contains("256color")
    }

    /// Whether the terminal says that its ground is light. It is not asked over the wire: a late answer would arrive as keys pressed.
    pub(super) fn light_ground(&self) -> bool {
        std::env::var("COLORFGBG").is_ok_and(|told| is_light(&told))
    }

    /// Whether the environment's letters are more than ASCII.
    pub(super) fn unicode(&self) -> bool {
        cfg!(windows) || locale().is_some_and(|tag| tag.to_lowercase().replace('-', "").contains("utf8"))
    }

    pub(super) fn columns(&self) -> usize {
        let told = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        told.filter(|columns| *columns > 0).unwrap_or(COLUMNS)
    }

    pub(super) fn out(&self) -> BufWriter<StdoutLock<'static>> {
        BufWriter::new(io::stdout().lock())
    }

    /// A word beside the result, for the person at the keyboard.
    pub(super) fn note(&self, text: &str) {
        // If stderr is closed there is nobody to tell.
        let _ = writeln!(io::stderr(), "bedside: {text}");
    }

    pub(super) fn paper(&self) -> Paper<BufWriter<StdoutLock<'static>>> {
        Paper::new(self.out(), self.columns())
    }
}

/// `foreground;ground`, or with one more between, each one of the sixteen colours; the ground is light when it is white or grey.
fn is_light(told: &str) -> bool {
    let ground = told.rsplit(';').next().and_then(|ground| ground.parse().ok());
    ground.is_some_and(|ground: u8| ground == 7 || (9..=15).contains(&ground))
}

/// Any value of `ACCESSIBLE` but `0` and `false` asks for plain text, as other terminal programs read it.
fn accessible() -> bool {
    let value = std::env::var("ACCESSIBLE").unwrap_or_default();
    !matches!(value.as_str(), "" | "0" | "false")
}

/// A language asked for must be there; one the environment names is taken when it is.
fn words(asked: Option<&str>) -> anyhow::Result<Words> {
    if let Some(tag) = asked {
        return Words::new(tag).map_err(|fault| {
            anyhow::anyhow!(
                "there are no words in \"{}\" yet; --lang knows {}",
                fault.asked,
                fault.known.join(", ")
            )
        });
    }
    // A file with a fault is told of by the command that needs it.
    let set = settings::load().ok().and_then(|chosen| chosen.language);
    let named = set.or_else(|| first_set(["LC_ALL", "LC_MESSAGES", "LANG"]));
    Ok(named
        .and_then(|tag| Words::new(&tag).ok())
        .unwrap_or_else(Words::english))
}

/// What the environment says of its letters.
fn locale() -> Option<String> {
    first_set(["LC_ALL", "LC_CTYPE", "LANG"])
}

fn first_set(names: [&str; 3]) -> Option<String> {
    let set = names.into_iter().filter_map(|name| std::env::var(name).ok());
    set.into_iter().find(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::is_light;

    #[test]
    fn a_light_ground_is_told_by_the_last_number() {
        for (told, light) in [
            ("0;15", true),
            ("0;default;15", true),
            ("0;7", true),
            ("15;0", false),
            ("15;default;0", false),
            ("7;8", false),
            ("15;default", false),
            ("", false),
        ] {
            assert_eq!(is_light(told), light, "{told}");
        }
    }
}
