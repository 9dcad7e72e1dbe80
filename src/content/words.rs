//! Texts with their interpolations: `{cast-id.name}` and `{variable}`.

use std::ops::Range;

use super::draft::Draft;
use super::place::Place;
use crate::diag::{Diagnostic, Span, did_you_mean};
use crate::model::{Name, Part, Text, TextId};

impl Draft<'_> {
    /// `place` maps offsets in `raw` to the file.
    pub(super) fn add_text(&mut self, address: String, raw: &str, place: &Place, span: Span) -> TextId {
        let parts = self.parts(raw, place);
        self.texts.add(Text {
            address: Name::from(address),
            raw: raw.to_owned(),
            span,
            parts,
        })
    }

    fn parts(&mut self, raw: &str, place: &Place) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut start = 0;
        while let Some(found) = raw[start..].find(['{', '}']) {
            let at = start + found;
            if at > start {
                parts.push(Part::Plain(raw[start..at].to_owned()));
            }
            let rest = &raw[at + 1..];
            if raw.as_bytes()[at] == b'}' {
                self.reading.say(
                    Diagnostic::error("E017", "this `}` closes nothing", place.span(at..at + 1))
                        .help("braces stand only around names: `{lau.name}` or `{days}`"),
                );
                start = at + 1;
                continue;
            }
            let Some(length) = rest.find(['{', '}', '\n']).filter(|end| rest.as_bytes()[*end] == b'}') else {
                self.reading.say(
                    Diagnostic::error("E017", "this `{` is never closed", place.span(at..at + 1))
                        .help("braces stand only around names: `{lau.name}` or `{days}`"),
                );
                start = at + 1;
                continue;
            };
            let inside = at + 1..at + 1 + length;
            parts.extend(self.part(&raw[inside.clone()], inside, place));
            start = at + length + 2;
        }
        if start < raw.len() || parts.is_empty() {
            parts.push(Part::Plain(raw[start..].to_owned()));
        }
        parts
    }

    fn part(&mut self, inside: &str, at: Range<usize>, place: &Place) -> Option<Part> {
        if let Some(id) = inside.strip_suffix(".name") {
            if let Some(person) = self.scope.person(id) {
                return Some(Part::CastName(person));
            }
        } else if let Some((var, _)) = self.scope.var(inside) {
            return Some(Part::Var(var));
        }
        if self.scope.blind.cast || self.scope.blind.vars {
            return None;
        }
        let people: Vec<String> = self.scope.people().map(|id| format!("{id}.name")).collect();
        let vars: Vec<String> = self.scope.vars.iter().map(|var| var.id.to_string()).collect();
        let known = people.iter().chain(&vars).map(String::as_str);
        let mut fault = Diagnostic::error(
            "E017",
            format!("`{{{inside}}}` names nothing that can be shown"),
            place.span(at.clone()),
        );
        if self.scope.person(inside).is_some() {
            fault = fault.help(format!("write `{{{inside}.name}}`"));
        } else if let Some(near) = did_you_mean(inside, known) {
            fault =
                fault
                    .help(format!("did you mean `{{{near}}}`?"))
                    .fix(format!("write `{near}`"), place.span(at), near);
        } else {
            fault = fault.help("between braces stands a variable, or a person's id and `.name`, such as `{lau.name}`");
        }
        self.reading.say(fault);
        None
    }
}
