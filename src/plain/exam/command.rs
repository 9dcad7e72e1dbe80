//! What a line typed in an exam means. Letters from A to H are answers, so no command is one of them but F, the flag.

/// A line read as a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Command {
    /// A choice by letter or number (from 1), and how sure.
    Choose {
        number: usize,
        sure: Option<u8>,
    },
    Flag,
    Next,
    Previous,
    Overview,
    /// To an item, from 1.
    Go(usize),
    /// Look at an item again, from 1; with the result only.
    Look(usize),
    Repeat,
    Time,
    HandIn,
    GiveUp,
    Stop,
    Help,
    Say(String),
    /// What an exam does not give before the result.
    NotNow,
    Nothing,
    Other(String),
}

impl Command {
    /// `letters`: whether A, B, C … are answers here.
    pub(super) fn read(line: &str, letters: bool) -> Command {
        let line = line.trim();
        let (first, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let rest = rest.trim();
        let first = first.trim_end_matches(['.', ')']);
        let lower = first.to_lowercase();
        let sure = match rest.trim_end_matches('%').trim() {
            "" => Some(None),
            "50" => Some(Some(50)),
            "70" => Some(Some(70)),
            "90" => Some(Some(90)),
            _ => None,
        };
        if let (Some(number), Some(sure)) = (numbered(&lower, letters), sure) {
            return Command::Choose { number, sure };
        }
        match (lower.as_str(), rest) {
            ("", "") => Command::Nothing,
            ("f" | "flag", "") => Command::Flag,
            ("n" | "next", "") => Command::Next,
            ("p" | "previous", "") => Command::Previous,
            ("o" | "overview", "") => Command::Overview,
            ("g" | "go", item) => item
                .parse()
                .map_or_else(|_| Command::Other(line.to_owned()), Command::Go),
            ("w" | "why", item) if !item.is_empty() => item
                .parse()
                .map_or_else(|_| Command::Other(line.to_owned()), Command::Look),
            ("r" | "repeat", "") => Command::Repeat,
            ("t" | "time", "") => Command::Time,
            ("x" | "hand", "" | "in") => Command::HandIn,
            ("give", "up") => Command::GiveUp,
            ("q" | "quit" | "exit" | "pause", "") => Command::Stop,
            ("?" | "help", "") => Command::Help,
            ("h" | "hint" | "w" | "why" | "u" | "undo" | "rewind" | "s" | "score", _) => Command::NotNow,
            ("say", text) => Command::Say(text.to_owned()),
            _ => Command::Other(line.to_owned()),
        }
    }
}

/// From 1. F is the flag; nobody offers six choices.
fn numbered(word: &str, letters: bool) -> Option<usize> {
    if let Ok(number) = word.parse() {
        return Some(number);
    }
    let mut all = word.chars();
    let letter = all.next().filter(|letter| letters && ('a'..='e').contains(letter))?;
    all.next().is_none().then(|| letter as usize - 'a' as usize + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_answers_only_where_they_are_offered() {
        let choose = |number, sure| Command::Choose { number, sure };
        assert_eq!(Command::read("b", true), choose(2, None));
        assert_eq!(Command::read("B) 70%", true), choose(2, Some(70)));
        assert_eq!(Command::read("b", false), Command::Other("b".into()));
        assert_eq!(Command::read("3", false), choose(3, None));
        assert_eq!(Command::read("f", true), Command::Flag);
    }

    #[test]
    fn an_exam_gives_no_hint_but_goes_anywhere() {
        assert_eq!(Command::read("h", true), Command::NotNow);
        assert_eq!(Command::read("g 12", true), Command::Go(12));
        assert_eq!(Command::read("go there", false), Command::Other("go there".into()));
        assert_eq!(Command::read("give up", true), Command::GiveUp);
        assert_eq!(Command::read("hand in", false), Command::HandIn);
        assert_eq!(Command::read("say I am here", true), Command::Say("I am here".into()));
    }
}
