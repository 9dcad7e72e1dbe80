//! Tabs, indents, colons and brackets that do not add up.

use super::page::{Bracket, Page, Written, bracket, closing, is_key};
use super::{Trap, known};
use crate::content::yaml::Stopped;
use crate::diag::Diagnostic;

impl Page<'_> {
    pub(super) fn tab(&self, line: &Written) -> Option<Trap> {
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

    /// A value that would go on in the next line, but for the tab there.
    pub(super) fn tab_below(&self, stopped: &Stopped, line: &Written) -> Option<Trap> {
        let rest = self.text.get(line.end..).filter(|_| stopped.message.contains("tab"))?;
        let next = rest.len() - rest.trim_start_matches(['\r', '\n']).len();
        self.tab(&self.line(line.end + next))
    }

    /// A quote or bracket above that was never closed.
    pub(super) fn left_open(&self, stopped: &Stopped, line: &Written) -> Option<Trap> {
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
            if first == '[' || first == '{' {
                let close = if first == '[' { ']' } else { '}' };
                let fault = match bracket(value) {
                    Bracket::Closed(_) => None,
                    Bracket::Open => Some(
                        self.error(format!("this `{first}` is never closed"), at)
                            .label("opened here")
                            .help(format!("add the missing `{close}`, and put texts inside it in quotes")),
                    ),
                    Bracket::Quote(quote) => {
                        let quote = line.value.start + quote;
                        let sign = self.words(&(quote..quote + 1)).to_owned();
                        Some(
                            self.error("this quote is never closed", quote..quote + 1)
                                .label("opened here")
                                .help(format!("end the text with `{sign}`")),
                        )
                    }
                    Bracket::Comment(comment) => {
                        let comment = line.value.start + comment..line.value.end;
                        Some(
                            Diagnostic::error("E008", "this text is cut off at ` #`", self.span(comment))
                                .label("YAML takes this for a comment, and the closing bracket with it")
                                .help("put the whole text in quotes"),
                        )
                    }
                };
                if let Some(fault) = fault {
                    return Some(known(fault));
                }
            }
            looked += 1;
            here = if looked < 60 { self.above(&line) } else { None };
        }
        None
    }

    pub(super) fn brackets(&self, stopped: &Stopped) -> Option<Trap> {
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

    pub(super) fn indent(&self, line: &Written) -> Option<Trap> {
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
    pub(super) fn block_indent(&self, line: &Written) -> Option<usize> {
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
    pub(super) fn open_indents(&self, line: &Written) -> Vec<usize> {
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
    pub(super) fn colon(&self, line: &Written) -> Option<Trap> {
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
}
