//! The two questions that may come before a choice: what would you say, and how sure are you.

use super::command::Command;

/// What was typed when the learner was asked for their own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Own {
    Nothing,
    Words(String),
    /// A command or a number instead: it waits until the choices are there.
    Command(Command),
}

pub(super) fn own_words(line: &str) -> Own {
    match Command::read(line) {
        Command::Nothing => Own::Nothing,
        Command::Other(text) => Own::Words(text),
        Command::Say(text) if text.is_empty() => Own::Nothing,
        Command::Say(text) => Own::Words(text),
        command => Own::Command(command),
    }
}

/// 50, 70 or 90; `Some(None)` for nothing, `None` for anything else.
pub(super) fn sure(line: &str) -> Option<Option<u8>> {
    match line.trim().trim_end_matches('%').trim_end() {
        "" => Some(None),
        "50" => Some(Some(50)),
        "70" => Some(Some(70)),
        "90" => Some(Some(90)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_words_and_commands_wait() {
        assert_eq!(
            own_words("What worries you most?"),
            Own::Words("What worries you most?".into())
        );
        assert_eq!(own_words("say hello"), Own::Words("hello".into()));
        assert_eq!(own_words("  "), Own::Nothing);
        assert_eq!(own_words("q"), Own::Command(Command::Quit));
    }

    #[test]
    fn sure_is_one_of_three_or_nothing() {
        assert_eq!(
            (sure(" 70 % "), sure(""), sure("80")),
            (Some(Some(70)), Some(None), None)
        );
    }
}
