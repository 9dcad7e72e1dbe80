//! What a typed line means.

/// A line read as a command. Letters are the same in every language, since they are also keys on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Command {
    /// A number, and how sure the learner is (50, 70 or 90) if they said so.
    Number {
        number: usize,
        sure: Option<u8>,
    },
    Help,
    Repeat,
    Hint,
    /// The decision, from 1; without it the last one.
    Why(Option<usize>),
    Rewind(Option<usize>),
    Back,
    Quit,
    Score,
    /// This line beside another, from 1; without a number the one it fits best.
    Compare(Option<usize>),
    /// What the learner would say in their own words.
    Say(String),
    Nothing,
    /// Something else, as typed: perhaps the id of a choice.
    Other(String),
}

impl Command {
    pub(super) fn read(line: &str) -> Command {
        let line = line.trim();
        let (first, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let rest = rest.trim();
        let other = || Command::Other(line.to_owned());
        let (before, sure) = with_sure(line);
        if let Ok(number) = before.trim_end_matches(['.', ')']).parse() {
            return Command::Number { number, sure };
        }
        match (first.to_lowercase().as_str(), rest) {
            ("", "") => Command::Nothing,
            ("?" | "help", "") => Command::Help,
            ("r" | "repeat", "") => Command::Repeat,
            ("h" | "hint", "") => Command::Hint,
            ("b" | "back", "") => Command::Back,
            ("q" | "quit" | "exit", "") => Command::Quit,
            ("s" | "score", "") => Command::Score,
            ("w" | "why", rest) => numbered(rest).map_or_else(other, Command::Why),
            ("c" | "compare", rest) => numbered(rest).map_or_else(other, Command::Compare),
            ("u" | "undo" | "rewind", rest) => numbered(rest).map_or_else(other, Command::Rewind),
            ("say", rest) => Command::Say(rest.to_owned()),
            _ => other(),
        }
    }
}

/// A choice as typed, and how sure the learner is if that stands behind it: `2 90`, `2) 70%`, `ask-her 50`.
pub(super) fn with_sure(typed: &str) -> (&str, Option<u8>) {
    let Some((choice, last)) = typed.trim().rsplit_once(char::is_whitespace) else {
        return (typed.trim(), None);
    };
    match last.trim_end_matches('%') {
        "50" => (choice.trim(), Some(50)),
        "70" => (choice.trim(), Some(70)),
        "90" => (choice.trim(), Some(90)),
        _ => (typed.trim(), None),
    }
}

/// `Some(None)` for nothing, `Some(Some(n))` for a number, `None` for anything else.
fn numbered(rest: &str) -> Option<Option<usize>> {
    if rest.is_empty() {
        return Some(None);
    }
    rest.parse().ok().map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_may_carry_how_sure() {
        assert_eq!(Command::read(" 2 "), Command::Number { number: 2, sure: None });
        assert_eq!(
            Command::read("2) 90%"),
            Command::Number {
                number: 2,
                sure: Some(90)
            }
        );
        assert_eq!(Command::read("2 80"), Command::Other("2 80".into()));
        assert_eq!(with_sure("ask-her 50"), ("ask-her", Some(50)));
    }

    #[test]
    fn letters_and_their_numbers() {
        assert_eq!(Command::read("W 3"), Command::Why(Some(3)));
        assert_eq!(Command::read("u"), Command::Rewind(None));
        assert_eq!(Command::read("c 2"), Command::Compare(Some(2)));
        assert_eq!(Command::read("compare notes"), Command::Other("compare notes".into()));
        assert_eq!(Command::read("why not"), Command::Other("why not".into()));
        assert_eq!(Command::read("say I am here."), Command::Say("I am here.".into()));
        assert_eq!(Command::read(""), Command::Nothing);
        assert_eq!(
            Command::read("99999999999999999999999"),
            Command::Other("99999999999999999999999".into())
        );
    }
}
