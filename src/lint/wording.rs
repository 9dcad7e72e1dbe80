//! Words and sentences as people say them: what the rules on wording count.

use crate::diag::Span;
use crate::model::Text;

/// A word in lower case with where it starts and ends (bytes).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Letters, digits, and apostrophes or hyphens between them; a typographic apostrophe becomes a plain one.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    let mut letters = text.char_indices().peekable();
    let mut word: Option<Word> = None;
    while let Some((at, letter)) = letters.next() {
        let joint = matches!(letter, '\'' | '’' | '-')
            && word.is_some()
            && letters.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        if letter.is_alphanumeric() || joint {
            let open = word.get_or_insert(Word {
                text: String::new(),
                start: at,
                end: at,
            });
            let plain = if letter == '’' { '\'' } else { letter };
            open.text.extend(plain.to_lowercase());
            open.end = at + letter.len_utf8();
        } else {
            found.extend(word.take());
        }
    }
    found.extend(word);
    found
}

pub(super) fn word_count(text: &str) -> usize {
    words(text).len()
}

/// Where a phrase stands in a text, as whole words, whatever the case and the spaces.
pub(super) fn find_phrase(text: &[Word], phrase: &[Word]) -> Option<(usize, usize)> {
    if phrase.is_empty() {
        return None;
    }
    let same = |window: &[Word]| window.iter().zip(phrase).all(|(left, right)| left.text == right.text);
    let first = text.windows(phrase.len()).position(same)?;
    Some((text[first].start, text[first + phrase.len() - 1].end))
}

/// Ends with a stop, a question or an exclamation; runs count once. A text without any is one sentence.
pub(super) fn sentence_count(text: &str) -> usize {
    let mut count = 0;
    let mut pending = false;
    for letter in text.chars() {
        match letter {
            '.' | '!' | '?' | '…' if pending => {
                count += 1;
                pending = false;
            }
            letter if letter.is_alphanumeric() => pending = true,
            _ => {}
        }
    }
    count + usize::from(pending)
}

/// Numbers of questions: runs of question marks count once.
pub(super) fn question_count(text: &str) -> usize {
    let marks: Vec<char> = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let ends = marks
        .iter()
        .enumerate()
        .filter(|(at, letter)| **letter == '?' && marks.get(at + 1) != Some(&'?'));
    ends.count()
}

/// Where a part of a text (bytes of its raw form) stands in the file; the whole text where escapes or folded lines move it.
pub(super) fn inside(text: &Text, part: (usize, usize)) -> Span {
    let length = text.span.range().len();
    let plain = !text.raw.contains(['"', '\\', '\n']);
    match length.checked_sub(text.raw.len()) {
        Some(0) => text.span.slice(part.0, part.1),
        // Between quotes.
        Some(2) if plain => text.span.slice(part.0 + 1, part.1 + 1),
        _ => text.span,
    }
}

/// A few words of a long text, for messages.
pub(super) fn excerpt(text: &str) -> String {
    let flat: Vec<&str> = text.split_whitespace().collect();
    if flat.len() <= 8 {
        return flat.join(" ");
    }
    format!("{} …", flat[..8].join(" "))
}

/// "`a`, `b` and `c`"
pub(super) fn list(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        Some((last, _)) => last.clone(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::FileId;

    #[test]
    fn a_part_is_found_behind_its_quote_and_given_up_where_escapes_move_it() {
        let text = |raw: &str, length: usize| Text {
            address: "a".into(),
            raw: raw.into(),
            span: Span::new(FileId(0), 100, 100 + length),
            parts: Vec::new(),
        };
        assert_eq!(inside(&text("one two", 7), (4, 7)).range(), 104..107);
        assert_eq!(inside(&text("one two", 9), (4, 7)).range(), 105..108);
        assert_eq!(inside(&text("one \"two\"", 13), (4, 7)).range(), 100..113);
    }

    #[test]
    fn words_keep_their_apostrophes_and_hyphens() {
        let found: Vec<String> = words("It’s non-compliant, -- 'he' said.")
            .into_iter()
            .map(|word| word.text)
            .collect();
        assert_eq!(found, ["it's", "non-compliant", "he", "said"]);
    }

    #[test]
    fn a_phrase_is_found_as_whole_words_only() {
        let text = words("We will not give up the fight, fighting on.");
        assert_eq!(find_phrase(&text, &words("Fight")), Some((24, 29)));
        assert_eq!(find_phrase(&text, &words("ight")), None);
        assert_eq!(find_phrase(&text, &words("")), None);
    }

    #[test]
    fn sentences_and_questions_count_runs_once() {
        assert_eq!(sentence_count("Wait... What?! You knew"), 3);
        assert_eq!(question_count("What?? You knew? "), 2);
    }
}
