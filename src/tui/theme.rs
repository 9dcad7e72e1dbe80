//! What each part of a screen means and how a theme shows it. The one place that names colours.

use ratatui::style::{Color, Modifier, Style};

/// The meaning of a run of text. Screens ask for a role, never for a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Words to be read.
    Text,
    /// Titles and headings.
    Strong,
    /// Things said beside the text.
    Muted,
    /// Rules, axes, what lies behind.
    Faint,
    /// What is the learner's to act on, and where they are.
    Accent,
    /// The name of whoever speaks.
    Speaker,
    /// How they seem, in words.
    Mood,
    /// What is seen rather than said.
    Narration,
    /// The learner's own name.
    You,
    /// What somebody felt and did not say.
    Felt,
    Good,
    Warn,
    Bad,
    /// Shown, but not open now.
    Locked,
    /// A key in the foot line.
    Key,
}

/// How the program looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Lamp light: warm off-white on a warm dark ground.
    #[default]
    Dark,
    /// Paper: ink on a warm light ground.
    Light,
    /// The terminal's own sixteen colours and ground.
    Sixteen,
    /// No colour at all: weight, slope and words carry everything.
    Plain,
    /// One colour a role, for printing maps of roles.
    Probe,
}

struct Palette {
    ground: Color,
    raised: Color,
    text: Color,
    soft: Color,
    faint: Color,
    accent: Color,
    felt: Color,
    good: Color,
    warn: Color,
    bad: Color,
}

const DARK: Palette = Palette {
    ground: Color::Rgb(0x1d, 0x1b, 0x19),
    raised: Color::Rgb(0x2d, 0x29, 0x25),
    text: Color::Rgb(0xe9, 0xe2, 0xd6),
    soft: Color::Rgb(0xb3, 0xa9, 0x9a),
    faint: Color::Rgb(0x82, 0x79, 0x6c),
    accent: Color::Rgb(0xe3, 0xac, 0x67),
    felt: Color::Rgb(0xd5, 0xc3, 0xb4),
    good: Color::Rgb(0xa9, 0xc4, 0x97),
    warn: Color::Rgb(0xe0, 0xbf, 0x7d),
    bad: Color::Rgb(0xe0, 0x9a, 0x86),
};

const LIGHT: Palette = Palette {
    ground: Color::Rgb(0xfa, 0xf6, 0xee),
    raised: Color::Rgb(0xf0, 0xe7, 0xd8),
    text: Color::Rgb(0x2c, 0x27, 0x21),
    soft: Color::Rgb(0x66, 0x5c, 0x50),
    faint: Color::Rgb(0x8b, 0x81, 0x73),
    accent: Color::Rgb(0x8f, 0x51, 0x12),
    felt: Color::Rgb(0x4e, 0x43, 0x38),
    good: Color::Rgb(0x3d, 0x68, 0x2f),
    warn: Color::Rgb(0x7d, 0x5a, 0x0c),
    bad: Color::Rgb(0x9b, 0x3d, 0x2b),
};

impl Role {
    pub const ALL: [Role; 15] = [
        Role::Text,
        Role::Strong,
        Role::Muted,
        Role::Faint,
        Role::Accent,
        Role::Speaker,
        Role::Mood,
        Role::Narration,
        Role::You,
        Role::Felt,
        Role::Good,
        Role::Warn,
        Role::Bad,
        Role::Locked,
        Role::Key,
    ];

    /// Its letter in a map of roles.
    #[must_use]
    pub fn letter(self) -> char {
        match self {
            Role::Text => 't',
            Role::Strong => 'H',
            Role::Muted => 'm',
            Role::Faint => 'f',
            Role::Accent => 'A',
            Role::Speaker => 'S',
            Role::Mood => 'o',
            Role::Narration => 'n',
            Role::You => 'Y',
            Role::Felt => 'e',
            Role::Good => 'G',
            Role::Warn => 'W',
            Role::Bad => 'B',
            Role::Locked => 'l',
            Role::Key => 'K',
        }
    }

    fn modifier(self) -> Modifier {
        match self {
            Role::Strong | Role::Speaker | Role::You | Role::Key => Modifier::BOLD,
            Role::Mood | Role::Narration | Role::Felt => Modifier::ITALIC,
            _ => Modifier::empty(),
        }
    }
}

impl Theme {
    #[must_use]
    pub fn style(self, role: Role) -> Style {
        let style = Style::new().add_modifier(role.modifier());
        match self {
            Theme::Dark => style.fg(DARK.colour(role)),
            Theme::Light => style.fg(LIGHT.colour(role)),
            Theme::Sixteen => sixteen(role, style),
            Theme::Plain => match role {
                Role::Faint => style.add_modifier(Modifier::DIM),
                Role::Accent | Role::Warn | Role::Bad => style.add_modifier(Modifier::BOLD),
                _ => style,
            },
            Theme::Probe => style.fg(Color::Indexed(probe(role))),
        }
    }

    /// The ground everything stands on.
    #[must_use]
    pub fn ground(self) -> Style {
        match self {
            Theme::Dark => Style::new().bg(DARK.ground).fg(DARK.text),
            Theme::Light => Style::new().bg(LIGHT.ground).fg(LIGHT.text),
            Theme::Sixteen | Theme::Plain | Theme::Probe => Style::new(),
        }
    }

    /// Laid over the row in focus; the row says so in text as well.
    #[must_use]
    pub fn focus(self) -> Style {
        match self {
            Theme::Dark => Style::new().bg(DARK.raised),
            Theme::Light => Style::new().bg(LIGHT.raised),
            Theme::Sixteen | Theme::Plain => Style::new().add_modifier(Modifier::BOLD),
            Theme::Probe => Style::new().add_modifier(Modifier::REVERSED),
        }
    }

    /// Which theme a setting means here: colours are dropped when the surroundings ask for none, and brought down to sixteen where the
    /// terminal has no more.
    #[must_use]
    pub fn choose(wanted: ThemeChoice, no_color: bool, many_colours: bool) -> Theme {
        match wanted {
            _ if no_color => Theme::Plain,
            ThemeChoice::Plain => Theme::Plain,
            ThemeChoice::Sixteen => Theme::Sixteen,
            _ if !many_colours => Theme::Sixteen,
            ThemeChoice::Auto | ThemeChoice::Dark => Theme::Dark,
            ThemeChoice::Light => Theme::Light,
        }
    }

    /// The role a cell was painted in, under [`Theme::Probe`].
    #[must_use]
    pub fn probed(style: Style) -> Option<Role> {
        let Some(Color::Indexed(number)) = style.fg else {
            return None;
        };
        Role::ALL.into_iter().find(|role| probe(*role) == number)
    }
}

/// What the learner asked for in the settings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThemeChoice {
    #[default]
    Auto,
    Dark,
    Light,
    Sixteen,
    Plain,
}

impl ThemeChoice {
    pub const ALL: [ThemeChoice; 5] = [
        ThemeChoice::Auto,
        ThemeChoice::Dark,
        ThemeChoice::Light,
        ThemeChoice::Sixteen,
        ThemeChoice::Plain,
    ];

    /// As it stands in the settings file.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            ThemeChoice::Auto => "auto",
            ThemeChoice::Dark => "dark",
            ThemeChoice::Light => "light",
            ThemeChoice::Sixteen => "sixteen",
            ThemeChoice::Plain => "plain",
        }
    }

    #[must_use]
    pub fn parse(id: &str) -> Option<ThemeChoice> {
        Self::ALL.into_iter().find(|choice| choice.id() == id)
    }
}

impl Palette {
    fn colour(&self, role: Role) -> Color {
        match role {
            Role::Text | Role::Strong | Role::Speaker => self.text,
            Role::Muted | Role::Mood | Role::Narration | Role::Locked => self.soft,
            Role::Faint => self.faint,
            Role::Accent | Role::You | Role::Key => self.accent,
            Role::Felt => self.felt,
            Role::Good => self.good,
            Role::Warn => self.warn,
            Role::Bad => self.bad,
        }
    }
}

/// The terminal's own colours; body text keeps its own foreground, so any ground works.
fn sixteen(role: Role, style: Style) -> Style {
    match role {
        Role::Accent | Role::You | Role::Key => style.fg(Color::Cyan),
        Role::Faint => style.fg(Color::DarkGray),
        Role::Good => style.fg(Color::Green),
        Role::Warn => style.fg(Color::Yellow),
        Role::Bad => style.fg(Color::Red),
        _ => style,
    }
}

fn probe(role: Role) -> u8 {
    let at = Role::ALL.iter().position(|known| *known == role).unwrap_or(0);
    100 + u8::try_from(at).unwrap_or(0)
}

/// A colour as `#rrggbb` for pictures, with the theme's ground or text where the terminal would use its own.
#[must_use]
pub(crate) fn hex(colour: Option<Color>, fallback: &str) -> String {
    let (red, green, blue) = match colour {
        Some(Color::Rgb(red, green, blue)) => (red, green, blue),
        Some(Color::Cyan) => (0x2a, 0xa1, 0x98),
        Some(Color::DarkGray) => (0x80, 0x80, 0x80),
        Some(Color::Green) => (0x6a, 0x9f, 0x4b),
        Some(Color::Yellow) => (0xb5, 0x89, 0x00),
        Some(Color::Red) => (0xdc, 0x52, 0x4a),
        _ => return fallback.to_owned(),
    };
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance and contrast as WCAG 2.1 defines them.
    fn contrast(left: Color, right: Color) -> f64 {
        let light = |colour: Color| {
            let Color::Rgb(red, green, blue) = colour else {
                panic!("{colour:?} is not fixed");
            };
            let part = |value: u8| {
                let value = f64::from(value) / 255.0;
                if value <= 0.03928 {
                    value / 12.92
                } else {
                    ((value + 0.055) / 1.055).powf(2.4)
                }
            };
            0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue)
        };
        let (left, right) = (light(left), light(right));
        (left.max(right) + 0.05) / (left.min(right) + 0.05)
    }

    #[test]
    fn every_role_can_be_read_on_the_ground_and_in_focus() {
        for palette in [&DARK, &LIGHT] {
            for role in Role::ALL {
                let least = if role == Role::Faint { 3.0 } else { 4.5 };
                for ground in [palette.ground, palette.raised] {
                    let found = contrast(palette.colour(role), ground);
                    assert!(found >= least, "{role:?} has contrast {found:.2}, needs {least}");
                }
            }
        }
    }

    #[test]
    fn no_color_wins_over_every_choice() {
        for choice in ThemeChoice::ALL {
            let theme = Theme::choose(choice, true, true);
            assert_eq!(theme, Theme::Plain);
        }
        for role in Role::ALL {
            assert_eq!(Theme::Plain.style(role).fg, None, "{role:?} has a colour");
        }
        assert_eq!(Theme::choose(ThemeChoice::Light, false, false), Theme::Sixteen);
    }

    #[test]
    fn a_probe_gives_every_role_back() {
        for role in Role::ALL {
            assert_eq!(Theme::probed(Theme::Probe.style(role)), Some(role));
        }
        let letters: std::collections::BTreeSet<char> = Role::ALL.into_iter().map(Role::letter).collect();
        assert_eq!(letters.len(), Role::ALL.len());
    }
}
