//! An expression cut into words and signs.

use std::ops::Range;

use super::Fault;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Int(i64),
    Word(String),
    Open,
    Close,
    Plus,
    Minus,
    /// `=`
    Equals,
    /// `==`
    Same,
    Differs,
    Less,
    AtMost,
    More,
    AtLeast,
    /// `/`, only inside `chosen(node/choice)`.
    Slash,
    End,
}

#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) sign: Sign,
    pub(super) at: Range<usize>,
}

/// Longer expressions are refused: nobody reads them, and the parser's stack is bounded by it.
const MAX_TOKENS: usize = 400;

pub(super) fn tokens(text: &str, faults: &mut Vec<Fault>) -> Option<Vec<Token>> {
    let mut out = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let letter = rest.chars().next()?;
        let start = at;
        let two = bytes.get(at..at + 2).unwrap_or(b"");
        let (sign, length) = match letter {
            _ if letter.is_whitespace() => {
                at += letter.len_utf8();
                continue;
            }
            _ if two == b"==" => (Sign::Same, 2),
            _ if two == b"!=" => (Sign::Differs, 2),
            _ if two == b"<=" => (Sign::AtMost, 2),
            _ if two == b">=" => (Sign::AtLeast, 2),
            _ if two == b"&&" => (spelled("and", at, "&&", faults), 2),
            _ if two == b"||" => (spelled("or", at, "||", faults), 2),
            _ if two == b"=>" || two == b"=<" => {
                let meant = if two == b"=>" { ">=" } else { "<=" };
                faults.push(
                    Fault::new(
                        "E015",
                        format!("`{}` is not a comparison", &text[at..at + 2]),
                        at..at + 2,
                    )
                    .label("the signs stand the wrong way round")
                    .help(format!("write `{meant}`"))
                    .replace(meant),
                );
                (if two == b"=>" { Sign::AtLeast } else { Sign::AtMost }, 2)
            }
            _ if two == b"<>" => {
                faults.push(
                    Fault::new("E015", "`<>` is not a comparison", at..at + 2)
                        .help("write `!=` for \"is not\"")
                        .replace("!="),
                );
                (Sign::Differs, 2)
            }
            '\u{2265}' | '\u{2264}' | '\u{2260}' => {
                let (meant, sign) = match letter {
                    '\u{2265}' => (">=", Sign::AtLeast),
                    '\u{2264}' => ("<=", Sign::AtMost),
                    _ => ("!=", Sign::Differs),
                };
                faults.push(
                    Fault::new(
                        "E015",
                        format!("`{letter}` is written `{meant}` here"),
                        at..at + letter.len_utf8(),
                    )
                    .help(format!("write `{meant}`"))
                    .replace(meant),
                );
                (sign, letter.len_utf8())
            }
            '!' => (spelled("not", at, "!", faults), 1),
            '&' => (spelled("and", at, "&", faults), 1),
            '|' => (spelled("or", at, "|", faults), 1),
            '=' => (Sign::Equals, 1),
            '<' => (Sign::Less, 1),
            '>' => (Sign::More, 1),
            '+' => (Sign::Plus, 1),
            '-' | '\u{2212}' => (Sign::Minus, letter.len_utf8()),
            '(' => (Sign::Open, 1),
            ')' => (Sign::Close, 1),
            '/' => (Sign::Slash, 1),
            '0'..='9' => {
                let length = rest
                    .find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '.')
                    .unwrap_or(rest.len());
                let digits = &rest[..length];
                match digits.parse::<i64>() {
                    Ok(value) if i32::try_from(value).is_ok() => (Sign::Int(value), length),
                    Ok(_) => {
                        faults.push(
                            Fault::new("E014", format!("{digits} is too large"), at..at + length)
                                .help("every variable has small bounds; no number this large can matter"),
                        );
                        return None;
                    }
                    Err(_) => {
                        faults.push(
                            Fault::new("E015", format!("`{digits}` is not a whole number"), at..at + length)
                                .help("conditions count in whole numbers, such as 3"),
                        );
                        return None;
                    }
                }
            }
            _ if letter.is_alphabetic() || letter == '_' => {
                let length = rest
                    .find(|c: char| !c.is_alphanumeric() && c != '_')
                    .unwrap_or(rest.len());
                (Sign::Word(rest[..length].to_owned()), length)
            }
            '"' | '\'' | '\u{201c}' | '\u{2018}' => {
                let inner: String = rest
                    .chars()
                    .skip(1)
                    .take_while(|c| c.is_alphanumeric() || *c == '_')
                    .collect();
                let length = letter.len_utf8() + inner.len();
                let closing = rest[length..]
                    .chars()
                    .next()
                    .filter(|c| ['"', '\'', '\u{201d}', '\u{2019}'].contains(c));
                let length = length + closing.map_or(0, char::len_utf8);
                let mut fault = Fault::new("E015", "quotes are not used here", at..at + length);
                if !inner.is_empty() {
                    fault = fault
                        .help(format!("write the value bare: `{inner}`"))
                        .replace(inner.clone());
                }
                faults.push(fault);
                if inner.is_empty() {
                    return None;
                }
                (Sign::Word(inner), length)
            }
            other => {
                let shown: String = other.escape_default().collect();
                let shown = if other.is_control() { shown } else { other.to_string() };
                faults.push(
                    Fault::new(
                        "E015",
                        format!("`{shown}` has no meaning here"),
                        at..at + other.len_utf8(),
                    )
                    .help("use `and`, `or`, `not`, `==`, `!=`, `<`, `<=`, `>`, `>=`, `+`, `-` and parentheses"),
                );
                return None;
            }
        };
        at += length;
        out.push(Token { sign, at: start..at });
        if out.len() > MAX_TOKENS {
            faults.push(
                Fault::new(
                    "E009",
                    format!("this expression has more than {MAX_TOKENS} words and signs"),
                    start..at,
                )
                .help("keep part of it in a variable, or spread it over several arms"),
            );
            return None;
        }
    }
    out.push(Token {
        sign: Sign::End,
        at: text.len()..text.len(),
    });
    Some(out)
}

/// A sign of another language: taken for the word it means, and said so.
fn spelled(word: &str, at: usize, sign: &str, faults: &mut Vec<Fault>) -> Sign {
    faults.push(
        Fault::new(
            "E015",
            format!("`{sign}` is spelled `{word}` here"),
            at..at + sign.len(),
        )
        .label(format!("write `{word}`"))
        .help("conditions use the words `and`, `or` and `not`")
        .replace(if sign == "!" {
            "not ".to_owned()
        } else {
            word.to_owned()
        }),
    );
    Sign::Word(word.to_owned())
}
