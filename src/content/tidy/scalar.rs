//! When a plain scalar needs quotes, and how it gets them.

/// First letters that mean something else to YAML than they do to a person.
const SPECIAL: &str = "*&!%@`[{>|?-\"'#,]}";

/// The value in double quotes where YAML would cut, misread or refuse it; `None` where it is fine as it stands.
pub(super) fn requote(value: &str) -> Option<String> {
    if well_quoted(value) || is_block_head(value) || is_flow(value) {
        return None;
    }
    let first = value.chars().next()?;
    let eaten = SPECIAL.contains(first) || value.contains(": ") || value.contains(" #") || value.ends_with(':');
    eaten.then(|| quoted(value))
}

/// A whole scalar in double or single quotes, with nothing behind it but a comment.
fn well_quoted(value: &str) -> bool {
    let Some(quote) = value.chars().next().filter(|first| "\"'".contains(*first)) else {
        return false;
    };
    let mut letters = value.char_indices().skip(1).peekable();
    while let Some((at, letter)) = letters.next() {
        if letter == '\\' && quote == '"' {
            letters.next();
        } else if letter == quote {
            if quote == '\'' && letters.peek().is_some_and(|(_, next)| *next == '\'') {
                letters.next();
                continue;
            }
            let rest = value[at + quote.len_utf8()..].trim_start();
            return rest.is_empty() || rest.starts_with('#');
        }
    }
    // Open at the line's end: the scalar goes on below, which is not ours to judge.
    true
}

/// `|`, `>-`, `|2`: a block scalar follows.
fn is_block_head(value: &str) -> bool {
    let mut letters = value.chars();
    letters.next().is_some_and(|first| "|>".contains(first)) && letters.all(|letter| "+-0123456789".contains(letter))
}

/// A complete flow list or map, such as `["a", "b"]`.
fn is_flow(value: &str) -> bool {
    let closed = (value.starts_with('[') && value.ends_with(']')) || (value.starts_with('{') && value.ends_with('}'));
    let inside = value.get(1..value.len().saturating_sub(1)).unwrap_or("").trim_start();
    closed && (value.starts_with('{') && inside.contains(':') || inside.starts_with(['"', '\'']))
}

/// In double quotes. A sentence that begins and ends inside quotes of its own keeps them as part of the words.
fn quoted(value: &str) -> String {
    let mut out = String::with_capacity(value.len() + 2);
    out.push('"');
    for letter in value.chars() {
        if letter == '"' || letter == '\\' {
            out.push('\\');
        }
        out.push(letter);
    }
    out.push('"');
    out
}
