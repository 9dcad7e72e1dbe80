//! Why a text is no YAML, in the author's terms: each trap that prose falls into has its own words and its own way out.

use std::ops::Range;

use super::yaml::{Cause, MAX_DEPTH, MAX_NODES, Stopped};
use crate::diag::{Diagnostic, FileId, Span, visible};

/// Fields that hold lines of a play.
const SCRIPTS: [&str; 5] = ["say", "reply", "felt", "epilogue", "debrief"];
/// Fields that hold conditions.
const CONDITIONS: [&str; 2] = ["when", "applies"];

pub(super) struct Trap {
    pub(super) fault: Diagnostic,
    /// A value that can be taken out, so that reading can go on behind it.
    pub(super) value: Option<Range<usize>>,
    /// Whether this is a known trap; otherwise the library's own words are passed on.
    pub(super) known: bool,
}

pub(super) fn explain(file: FileId, text: &str, stopped: &Stopped) -> Trap {
    let page = Page { file, text };
    let line = page.line_at(stopped.at);
    page.limit(stopped)
        .or_else(|| page.letter(stopped))
        .or_else(|| page.tab(&line))
        .or_else(|| page.sign(stopped, &line))
        .or_else(|| page.value(&line))
        .or_else(|| page.left_open(stopped, &line))
        .or_else(|| page.brackets(stopped))
        .or_else(|| page.indent(&line))
        .or_else(|| page.colon(&line))
        .unwrap_or_else(|| page.passed_on(stopped))
}

/// A sign that stands before a value and was not refused by the library: `!!str 3`.
pub(super) fn stray_tag(file: FileId, text: &str, value: usize) -> Option<Diagnostic> {
    let page = Page { file, text };
    let before = text.get(..value)?;
    let line = &before[before.rfind('\n').map_or(0, |newline| newline + 1)..];
    let word = line.trim_end().rsplit([' ', '[', '{', ',']).next()?;
    if !word.starts_with('!') || word.contains(['"', '\'']) {
        return None;
    }
    let end = line.trim_end().len() + before.len() - line.len();
    let at = end - word.len()..end;
    Some(page.tag(&text[at.clone()], at))
}

struct Page<'a> {
    file: FileId,
    text: &'a str,
}

/// `    - key: value`
#[derive(Clone, Debug)]
struct Written {
    start: usize,
    /// Spaces before the first letter or dash.
    indent: usize,
    /// Where the key, or else the value, begins, behind dashes.
    key_at: usize,
    key: Option<Range<usize>>,
    /// May be empty.
    value: Range<usize>,
    end: usize,
}

impl Page<'_> {
    fn span(&self, at: Range<usize>) -> Span {
        Span::new(self.file, at.start, at.end)
    }

    fn error(&self, message: impl Into<String>, at: Range<usize>) -> Diagnostic {
        Diagnostic::error("E001", message, self.span(at))
    }

    fn letter_at(&self, offset: usize) -> Range<usize> {
        let letter = self.text.get(offset..).and_then(|rest| rest.chars().next());
        offset..offset + letter.map_or(1, char::len_utf8)
    }

    fn line_at(&self, offset: usize) -> Written {
        let offset = offset.min(self.text.len());
        let start = self
            .text
            .get(..offset)
            .unwrap_or("")
            .rfind('\n')
            .map_or(0, |newline| newline + 1);
        self.line(start)
    }

    fn line(&self, start: usize) -> Written {
        let rest = self.text.get(start..).unwrap_or("");
        let line = rest.split('\n').next().unwrap_or("").trim_end();
        let end = start + line.len();
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        let mut key_at = indent;
        while let Some(behind) = line[key_at..].strip_prefix("- ") {
            key_at = line.len() - behind.trim_start().len();
        }
        let body = &line[key_at..];
        let colon = body.find(": ").or_else(|| body.strip_suffix(':').map(str::len));
        let colon = colon.filter(|length| is_key(&body[..*length]));
        let (key, from) = match colon {
            Some(length) => {
                let after = key_at + length + 1;
                let value = after + (line[after..].len() - line[after..].trim_start().len());
                (Some(start + key_at..start + key_at + length), value)
            }
            None => (None, key_at),
        };
        Written {
            start,
            indent,
            key_at: start + key_at,
            key,
            value: start + from..end,
            end,
        }
    }

    fn above(&self, line: &Written) -> Option<Written> {
        let mut start = line.start;
        while start > 0 {
            start = self.text[..start - 1].rfind('\n').map_or(0, |newline| newline + 1);
            let above = self.line(start);
            let words = &self.text[above.start..above.end];
            if !words.trim().is_empty() && !words.trim_start().starts_with('#') {
                return Some(above);
            }
        }
        None
    }

    fn words(&self, at: &Range<usize>) -> &str {
        self.text.get(at.clone()).unwrap_or("")
    }

    fn key_of(&self, line: &Written) -> &str {
        line.key.as_ref().map_or("", |key| self.words(key))
    }

    fn limit(&self, stopped: &Stopped) -> Option<Trap> {
        let at = self.letter_at(stopped.at);
        let fault = match stopped.cause {
            Cause::Deep => Diagnostic::error(
                "E009",
                format!("this is nested deeper than {MAX_DEPTH} levels"),
                self.span(at),
            )
            .help("no field of a scenario lies that deep; close brackets, or indent less"),
            Cause::Many => Diagnostic::error(
                "E009",
                format!("this file holds more than {MAX_NODES} values"),
                self.span(at),
            )
            .help("split it into several files"),
            Cause::Documents => self
                .error(
                    "a second document begins here",
                    stopped.at..self.line_at(stopped.at).end,
                )
                .label("everything below this line would be lost")
                .help("one file is one document: take out the `---`"),
            _ => return None,
        };
        Some(known(fault))
    }

    /// A letter that may not stand in a file at all.
    fn letter(&self, stopped: &Stopped) -> Option<Trap> {
        let letter = self.text.get(stopped.at..)?.chars().next()?;
        let at = stopped.at..stopped.at + letter.len_utf8();
        if letter == '\u{feff}' {
            let fault = self
                .error("an invisible mark (BOM) stands in the middle of the file", at)
                .help("delete it; it often comes with pasted text");
            return Some(known(fault));
        }
        if !letter.is_control() || matches!(letter, '\n' | '\r' | '\t') {
            return None;
        }
        let shown = visible(self.words(&at)).into_owned();
        let fault = Diagnostic::error(
            "E018",
            format!("the control character `{shown}` stands here"),
            self.span(at),
        )
        .help("delete it; it cannot be seen, and could take over a terminal");
        Some(known(fault))
    }

    fn tab(&self, line: &Written) -> Option<Trap> {
        let margin = line.start..line.start + line.indent;
        let written = self.words(&margin);
        let first = margin.start + written.find('\t')?;
        let spaces = written.replace('\t', "  ");
        let fault = self
            .error("this line is indented with a tab", first..margin.end)
            .label("YAML takes spaces only")
            .help("put two spaces for each tab, and set your editor to insert spaces")
            .fix("put spaces", self.span(margin), spaces);
        Some(known(fault))
    }

    /// `&`, `*` and `!` before a value: the library stops at them wherever they stand.
    fn sign(&self, stopped: &Stopped, line: &Written) -> Option<Trap> {
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
            let found = part.char_indices().filter(|(at, letter)| {
                *letter == sign
                    && part[..*at]
                        .chars()
                        .next_back()
                        .is_none_or(|before| " [{,:-".contains(before))
            });
            if let Some((at, _)) = found.last() {
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

    fn negation(&self, token: &str, at: Range<usize>) -> Diagnostic {
        let name = token.trim_start_matches('!');
        Diagnostic::error("E006", format!("`{token}` is no condition"), self.span(at.clone()))
            .label("YAML takes a word with `!` for a tag, and drops it")
            .help(format!("write `not {name}`"))
            .fix(format!("write `not {name}`"), self.span(at), format!("not {name}"))
    }

    fn tag(&self, token: &str, at: Range<usize>) -> Diagnostic {
        Diagnostic::error("E006", "a text cannot begin with `!`", self.span(at))
            .label(format!("YAML takes `{token}` for a tag, and drops it"))
            .help("put the whole text in quotes; tags are not used here")
    }

    /// What is wrong with the value on this line, as its first letters tell.
    fn value(&self, line: &Written) -> Option<Trap> {
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

    fn leading(&self, at: Range<usize>, sign: &str, label: &str) -> Diagnostic {
        let sign = if sign == "`" {
            "a backtick".to_owned()
        } else {
            format!("`{sign}`")
        };
        self.error(format!("a text cannot begin with {sign}"), at)
            .label(label)
            .help("put the whole text in quotes")
    }

    fn after_quote(&self, line: &Written, quote: char) -> Option<Diagnostic> {
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

    fn bad_escape(&self, line: &Written, quote: char) -> Option<Diagnostic> {
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

    fn after_bracket(&self, line: &Written, bracket: char) -> Option<Diagnostic> {
        let value = self.words(&line.value);
        let close = balanced(value)?;
        let rest = value[close + 1..].trim_start();
        if rest.is_empty() || rest.starts_with('#') {
            return None;
        }
        let script = SCRIPTS.contains(&self.key_of(line));
        let head = line.value.start..line.value.start + close + 1;
        let fault = self
            .error(format!("a text cannot begin with `{bracket}`"), head)
            .label(if bracket == '[' {
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
    fn after_block_sign(&self, line: &Written, value: &str, head: Range<usize>) -> Option<Diagnostic> {
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
    fn colon_inside(&self, line: &Written, value: &str) -> Option<Diagnostic> {
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

    /// A quote or bracket above that was never closed.
    fn left_open(&self, stopped: &Stopped, line: &Written) -> Option<Trap> {
        let quoted = stopped.message.contains("quoted scalar")
            || stopped.message.contains("end of stream")
            || stopped.message.contains("EOF");
        let flow = stopped.message.contains("flow")
            || stopped.message.contains("illegal placement of ':'")
            || stopped.message.contains("bracket");
        if !quoted && !flow {
            return None;
        }
        let mut here = Some(line.clone());
        let mut looked = 0;
        while let Some(line) = here {
            let value = self.words(&line.value);
            let first = value.chars().next().unwrap_or(' ');
            let at = line.value.start..line.value.start + 1;
            if quoted && (first == '"' || first == '\'') && closing(value, first).is_none() {
                let fault = self
                    .error("this quote is never closed", at)
                    .label("opened here")
                    .help(format!("end the text with `{first}`"));
                return Some(known(fault));
            }
            if (first == '[' || first == '{') && balanced(value).is_none() {
                let close = if first == '[' { ']' } else { '}' };
                let fault = self
                    .error(format!("this `{first}` is never closed"), at)
                    .label("opened here")
                    .help(format!("add the missing `{close}`, and put texts inside it in quotes"));
                return Some(known(fault));
            }
            looked += 1;
            here = if looked < 60 { self.above(&line) } else { None };
        }
        None
    }

    fn brackets(&self, stopped: &Stopped) -> Option<Trap> {
        if !stopped.message.contains("flow mapping") && !stopped.message.contains("flow sequence") {
            return None;
        }
        let at = self.letter_at(stopped.at);
        let fault = if self.words(&at) == ":" {
            self.error("this text holds a colon", at)
                .label("YAML takes what stands before it for a key")
        } else {
            self.error("this does not fit inside the brackets", at)
                .label("a comma or a closing bracket was expected")
        };
        let fault = fault.help("inside `{…}` and `[…]` put every text that is more than a word in quotes");
        Some(known(fault))
    }

    fn indent(&self, line: &Written) -> Option<Trap> {
        let above = self.above(line)?;
        let at = line.start..line.start + line.indent.max(1);
        if line.indent > above.indent && above.key.is_some() && !above.value.is_empty() && line.key.is_some() {
            let at = line.key.clone().unwrap_or(at);
            let fault = self
                .error(
                    "this line is indented further than the one above, which is complete",
                    at,
                )
                .related(
                    self.span(above.key_at..above.end),
                    "nothing can stand below this, further in",
                )
                .help(format!("indent it by {} spaces, like the line above", above.indent));
            return Some(known(fault));
        }
        if let Some(indent) = self.block_indent(line).filter(|indent| line.indent < *indent) {
            let fault = self
                .error(
                    "this line is indented less than the block it stands in",
                    line.key_at..line.end,
                )
                .label(format!("indented by {} spaces", line.indent))
                .help(format!(
                    "indent it by {indent} spaces, like the first line of the block"
                ));
            return Some(known(fault));
        }
        if line.indent < above.indent {
            let fits = self.open_indents(line);
            if !fits.contains(&line.indent) {
                let near: Vec<String> = fits.iter().map(ToString::to_string).collect();
                let at = line.key.clone().unwrap_or(line.key_at..line.end);
                let fault = self
                    .error("the indent of this line fits nothing above it", at)
                    .label(format!("indented by {} spaces", line.indent))
                    .help(format!("indent it by {} spaces", near.join(" or ")));
                return Some(known(fault));
            }
        }
        None
    }

    /// The indent of the block (`|`) whose lines this one follows.
    fn block_indent(&self, line: &Written) -> Option<usize> {
        let mut first = None;
        let mut here = self.above(line);
        while let Some(above) = here {
            if above.indent < line.indent {
                let value = self.words(&above.value);
                return first.filter(|_| value.starts_with(['|', '>']) && value.len() < 4);
            }
            first = Some(above.indent);
            here = self.above(&above);
        }
        None
    }

    /// The indents of the mappings that are open above a line.
    fn open_indents(&self, line: &Written) -> Vec<usize> {
        let mut fits: Vec<usize> = Vec::new();
        let mut here = self.above(line);
        while let Some(above) = here {
            if fits.last().is_none_or(|least| above.indent < *least) && above.key.is_some() {
                fits.push(above.indent);
            }
            if above.indent == 0 {
                break;
            }
            here = self.above(&above);
        }
        let near = |indent: &usize| indent.abs_diff(line.indent);
        fits.sort_by_key(near);
        fits.truncate(2);
        fits.sort_unstable();
        fits
    }

    /// A line that should be `key: value` and has no colon, or no space after it.
    fn colon(&self, line: &Written) -> Option<Trap> {
        for line in [Some(line.clone()), self.above(line)].into_iter().flatten() {
            if line.key.is_some() {
                continue;
            }
            let body = self.words(&(line.key_at..line.end));
            let tight = body
                .find(':')
                .filter(|at| is_key(&body[..*at]) && !body[at + 1..].starts_with("//"));
            if let Some(colon) = tight {
                let at = line.key_at + colon..line.key_at + colon + 1;
                let fault = self.error("there is no space after this colon", at).help(format!(
                    "write `{}: {}`",
                    &body[..colon],
                    body[colon + 1..].trim()
                ));
                return Some(known(fault));
            }
            let margin = self.text[..line.start].trim_end();
            let comment = &margin[margin.rfind('\n').map_or(0, |newline| newline + 1)..];
            if !body.is_empty() && comment.trim_start().starts_with('#') {
                let at = margin.len() - comment.trim_start().len()..margin.len();
                let fault = self
                    .error("a comment stands in the middle of a text", at)
                    .related(self.span(line.key_at..line.end), "the text goes on here")
                    .help("put the comment above the text");
                return Some(known(fault));
            }
            if !body.is_empty() && !body.contains(':') && line.key_at == line.start + line.indent {
                let fault = self
                    .error(
                        "this line is neither `key: value` nor part of a text",
                        line.key_at..line.end,
                    )
                    .help("add the missing key and colon")
                    .help("if it goes on with the text above, put that text in quotes or in a block with `|`");
                return Some(known(fault));
            }
        }
        None
    }

    fn passed_on(&self, stopped: &Stopped) -> Trap {
        let fault = self
            .error("this cannot be read as YAML", self.letter_at(stopped.at))
            .label(stopped.message.clone())
            .help("look at the quotes, colons and indents of this line and the one above");
        Trap {
            fault,
            value: None,
            known: false,
        }
    }
}

fn known(fault: Diagnostic) -> Trap {
    Trap {
        fault,
        value: None,
        known: true,
    }
}

/// A bare word, or words in quotes.
fn is_key(word: &str) -> bool {
    let bare = word.trim_matches('"');
    !bare.is_empty()
        && bare
            .chars()
            .all(|c| c.is_alphanumeric() || c == '_' || c == '-' || c == '/' || c == '<')
}

/// Where the quote that opens this text is closed.
fn closing(value: &str, quote: char) -> Option<usize> {
    let bytes = value.as_bytes();
    let mut at = 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' if quote == '"' => at += 1,
            b'\'' if quote == '\'' && bytes.get(at + 1) == Some(&b'\'') => at += 1,
            byte if byte == quote as u8 => return Some(at),
            _ => {}
        }
        at += 1;
    }
    None
}

/// Where the bracket that opens this text is closed; quotes are skipped.
fn balanced(value: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut quote: Option<char> = None;
    for (at, letter) in value.char_indices() {
        match (quote, letter) {
            (Some(open), _) if letter == open => quote = None,
            (Some(_), _) => {}
            (None, '"') => quote = Some('"'),
            (None, '[' | '{') => depth += 1,
            (None, ']' | '}') => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}
