//! `&&`, `||` and `!` written as `and`, `or`, `not`.

/// The condition in words; `None` where nothing changes. `!=` stays.
pub(super) fn in_words(value: &str) -> Option<String> {
    let quoted = value.starts_with(['"', '\'']);
    let loud = value.contains("&&") || value.contains("||") || has_bang(value);
    if !loud || quoted && value.len() < 2 {
        return None;
    }
    let mut out = String::with_capacity(value.len() + 8);
    let mut letters = value.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied();
        let word = match (letter, next) {
            ('&', Some('&')) => "and",
            ('|', Some('|')) => "or",
            ('!', Some(next)) if next != '=' => "not",
            _ => {
                out.push(letter);
                continue;
            }
        };
        if letter != '!' {
            letters.next();
        }
        if !out.is_empty() && !out.ends_with([' ', '(', '"', '\'']) {
            out.push(' ');
        }
        out.push_str(word);
        if letters.peek().is_some_and(|next| *next != ' ') {
            out.push(' ');
        }
    }
    Some(out)
}

fn has_bang(value: &str) -> bool {
    value
        .char_indices()
        .any(|(at, letter)| letter == '!' && !value[at + 1..].starts_with('='))
}
