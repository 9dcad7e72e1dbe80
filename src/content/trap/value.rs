//! Prose that YAML takes for something else, by its first letters.

use std::ops::Range;

use super::Trap;
use super::page::{Bracket, Page, Written, bracket, closing};
use crate::content::yaml::{Cause, Stopped};
use crate::diag::Diagnostic;

/// Fields that hold lines of a play.
const SCRIPTS: [&str; 5] = ["say", "reply", "felt", "epilogue", "debrief"];
/// Fields that hold conditions.
const CONDITIONS: [&str; 2] = ["when", "applies"];

impl Page<'_> {
    /// `&`, `*` and `!` before a value: the library stops at them wherever they stand.
    pub(super) fn sign(&self, stopped: &Stopped, line: &Written) -> Option<Trap> {
        let sign = match stopped.cause {
            Cause::Anchor => '&',
            Cause::Alias => '*',
            Cause::Tag => '!',
            _ => return None,
        };
        let until = (stopped.at + 1).min(self.text.len());
        let mut line = line.clone();
        let at = loop {
            let part = self
                .text
                .get(line.start..until.min(line.end).max(line.start))
                .unwrap_or("");
            let mut letters = part.char_indices().rev();
            let found = letters.find(|(at, letter)| {
                let before = part[..*at].chars().next_back();
                *letter == sign && before.is_none_or(|before| " [{,:-".contains(before))
            });
            if let Some((at, _)) = found {
                break line.start + at;
            }
            // The value may stand on a line below its sign.
            line = self.above(&line)?;
        };
        let before = self.words(&(line.start..at));
        let open = before.matches(['{', '[']).count() > before.matches(['}', ']']).count();
        let rest = self.words(&(at..line.end));
        let stop = if open { rest.find([',', '}', ']']) } else { None };
        let value = at..at + stop.unwrap_or(rest.len());
        let token = rest.split([' ', ',', '}', ']']).next().unwrap_or("");
        let token_at = at..at + token.len();
        let key = before
            .trim_end()
            .trim_end_matches(':')
            .rsplit([' ', '{', ',', '['])
            .next()
            .unwrap_or("");
        let fault = match sign {
            '!' if CONDITIONS.contains(&key) => self.negation(token, token_at),
            '!' => self.tag(token, token_at),
            '&' => Diagnostic::error("E006", "a text cannot begin with `&`", self.span(token_at))
                .label(format!("YAML takes `{token}` for an anchor, and drops it"))
                .help("put the whole text in quotes"),
            _ => Diagnostic::error("E006", "a text cannot begin with `*`", self.span(token_at))
                .label(format!("YAML takes `{token}` for a reference to something above"))
                .help("put the whole text in quotes; what is seen or done is narration: `> He sighs.`"),
        };
        Some(Trap {
            fault,
            value: Some(value),
            known: true,
        })
    }

    pub(super) fn negation(&self, token: &str, at: Range<usize>) -> Diagnostic {
        let name = token.trim_start_matches('!');
        Diagnostic::error("E006", format!("`{token}` is no condition"), self.span(at.clone()))
            .label("YAML takes a word with `!` for a tag, and drops it")
            .help(format!("write `not {name}`"))
            .fix(format!("write `not {name}`"), self.span(at), format!("not {name}"))
    }

    pub(super) fn tag(&self, token: &str, at: Range<usize>) -> Diagnostic {
        Diagnostic::error("E006", "a text cannot begin with `!`", self.span(at))
            .label(format!("YAML takes `{token}` for a tag, and drops it"))
            .help("put the whole text in quotes; tags are not used here")
    }

    /// What is wrong with the value on this line, as its first letters tell.
    pub(super) fn value(&self, line: &Written) -> Option<Trap> {
        let value = self.words(&line.value);
        let first = value.chars().next()?;
        let head = line.value.start..line.value.start + first.len_utf8();
        let fault = match first {
            '"' | '\'' => self.after_quote(line, first)?,
            '[' | '{' => self.after_bracket(line, first)?,
            '>' | '|' => self.after_block_sign(line, value, head)?,
            '-' if value.starts_with("- ") && line.key.is_some() => self.leading(head, "-", "YAML takes it for a list"),
            '?' if value.starts_with("? ") => self.leading(head, "?", "YAML takes it for a key"),
            '@' | '`' => self.leading(head, &first.to_string(), "YAML keeps this sign for itself"),
            '%' => self.leading(head, "%", "YAML takes it for an instruction to itself"),
            ',' | ']' | '}' => self.leading(head, &first.to_string(), "YAML takes it for the end of a list"),
            _ => self.colon_inside(line, value)?,
        };
        Some(Trap {
            fault,
            // A list item may be the only thing there is to read on this line.
            value: line.key.is_some().then(|| line.value.clone()),
            known: true,
        })
    }

    pub(super) fn leading(&self, at: Range<usize>, sign: &str, label: &str) -> Diagnostic {
        let sign = if sign == "`" {
            "a backtick".to_owned()
        } else {
            format!("`{sign}`")
        };
        self.error(format!("a text cannot begin with {sign}"), at)
            .label(label)
            .help("put the whole text in quotes")
    }

    pub(super) fn after_quote(&self, line: &Written, quote: char) -> Option<Diagnostic> {
        let value = self.words(&line.value);
        let close = closing(value, quote)?;
        let rest = value[close + 1..].trim_start();
        if rest.is_empty() || rest.starts_with('#') {
            return self.bad_escape(line, quote);
        }
        if line.key.is_none() && rest.starts_with([':', ',', ']', '}']) {
            return None;
        }
        let from = line.value.start + value.len() - rest.len();
        let fault = self
            .error("the text goes on after its closing quote", from..line.value.end)
            .label("YAML stops reading here")
            .related(
                self.span(line.value.start + close..line.value.start + close + 1),
                "the text ends here",
            );
        Some(if quote == '\'' {
            fault.help("put the whole text in double quotes, where an apostrophe is only an apostrophe: \"It's fine\"")
        } else {
            fault.help(
                "put the whole sentence in quotes, and write \\\" for the quotes inside: \"\\\"Hello,\\\" she said\"",
            )
        })
    }

    pub(super) fn bad_escape(&self, line: &Written, quote: char) -> Option<Diagnostic> {
        if quote != '"' {
            return None;
        }
        let value = self.words(&line.value);
        let mut letters = value.char_indices();
        while let Some((at, letter)) = letters.next() {
            if letter != '\\' {
                continue;
            }
            let (_, next) = letters.next()?;
            if !"0abtnvfre \"/\\N_LPxuU\t".contains(next) {
                let from = line.value.start + at;
                let escape = format!("\\{next}");
                return Some(
                    self.error(
                        format!("`{escape}` means nothing inside double quotes"),
                        from..from + 1 + next.len_utf8(),
                    )
                    .help("for a backslash write `\\\\`; an apostrophe needs none"),
                );
            }
        }
        None
    }

    pub(super) fn after_bracket(&self, line: &Written, first: char) -> Option<Diagnostic> {
        let value = self.words(&line.value);
        let Bracket::Closed(close) = bracket(value) else {
            return None;
        };
        let rest = value[close + 1..].trim_start();
        if rest.is_empty() || rest.starts_with('#') {
            return None;
        }
        let script = SCRIPTS.contains(&self.key_of(line));
        let head = line.value.start..line.value.start + close + 1;
        let fault = self
            .error(format!("a text cannot begin with `{first}`"), head)
            .label(if first == '[' {
                "YAML takes this for a list"
            } else {
                "YAML takes this for a mapping"
            });
        Some(if script {
            fault.help(format!(
                "begin a block: write `{}: |` and put the lines below it, further in",
                self.key_of(line)
            ))
        } else {
            fault.help("put the whole text in quotes")
        })
    }

    /// `say: > words` on one line.
    pub(super) fn after_block_sign(&self, line: &Written, value: &str, head: Range<usize>) -> Option<Diagnostic> {
        let rest = value[1..]
            .trim_start_matches(|c: char| c.is_ascii_digit() || c == '+' || c == '-')
            .trim_start();
        if rest.is_empty() || rest.starts_with('#') {
            return None;
        }
        let sign = &value[..1];
        let fault = self
            .error(format!("words cannot follow `{sign}` on the same line"), head)
            .label("YAML begins a block with this sign, and the words come below it");
        let key = self.key_of(line);
        Some(if SCRIPTS.contains(&key) {
            fault.help(format!(
                "write `{key}: |` and put `{value}` on the next line, further in"
            ))
        } else {
            fault.help("put the whole text in quotes")
        })
    }

    /// `say: Wing: hello` or `text: I hear you: this is hard`.
    pub(super) fn colon_inside(&self, line: &Written, value: &str) -> Option<Diagnostic> {
        line.key.as_ref()?;
        let colon = value.find(": ").or_else(|| value.strip_suffix(':').map(str::len))?;
        let at = line.value.start + colon..line.value.start + colon + 1;
        let fault = self
            .error("this text holds a colon", at)
            .label("YAML takes what stands before it for a key");
        let key = self.key_of(line);
        Some(if SCRIPTS.contains(&key) {
            fault.help(format!(
                "begin a block: write `{key}: |` and put the lines below it, further in"
            ))
        } else {
            fault.help("put the whole text in quotes, or begin a block with `|`")
        })
    }
}
