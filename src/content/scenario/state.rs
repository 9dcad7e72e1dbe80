//! Variables and facts.

use crate::content::draft::Draft;
use crate::content::fields::{Fields, doubles};
use crate::content::names::{Shape, id};
use crate::content::reading::unknown;
use crate::content::tree::{Data, Entry, Tree};
use crate::diag::{Diagnostic, Spanned};
use crate::model::{Drawn, Fact, Name, PersonIx, Trace, Var, VarKind};

const HELP: &str = "a variable is one of `{start: 5, min: 0, max: 10}`, `{start: false}`, `{start: a, one_of: [a, b]}`, \
                    `{hidden: true, drawn: {a: what it means, b: …}}`";

impl Draft<'_> {
    pub(super) fn vars(&mut self, tree: &Tree) -> Vec<Var> {
        let Data::Map(entries) = &tree.data else {
            self.reading.wrong_type("vars", "variables by their ids", tree, HELP);
            return Vec::new();
        };
        doubles(entries, "variable", &mut self.reading);
        entries.iter().filter_map(|entry| self.var(entry)).collect()
    }

    fn var(&mut self, entry: &Entry) -> Option<Var> {
        let own_id = id(
            &mut self.reading,
            "variable",
            &entry.key,
            entry.key_span,
            Shape::Underscored,
        );
        let what = format!("variable `{}`", entry.key);
        let mut fields = Fields::open(&entry.value, what, entry.key_span, &mut self.reading)?;
        let of = fields.take("of").and_then(|tree| self.person("of", tree));
        let trace = fields.take("trace").and_then(|tree| {
            let known = [
                ("trust", Trace::Trust),
                ("understanding", Trace::Understanding),
                ("distress", Trace::Distress),
            ];
            self.reading.one_of("trace", tree, &known)
        });
        let kind = if fields.has("hidden") || fields.has("drawn") {
            self.hidden(&mut fields, entry).map(|kind| (kind, 0))
        } else if fields.has("one_of") {
            self.enumeration(&mut fields, entry)
        } else {
            self.plain(&mut fields, entry)
        };
        if trace.is_some()
            && let Some((kind, _)) = &kind
            && !matches!(kind, VarKind::Int { .. })
            && let Some(span) = fields.key_span("trace")
        {
            self.reading.say(
                Diagnostic::error(
                    "E012",
                    format!("`{}` is no number, so it has no trace to draw", entry.key),
                    span,
                )
                .help("take `trace` out, or make the variable a number with `min` and `max`"),
            );
        }
        fields.close(&mut self.reading);
        let (kind, start) = kind?;
        Some(self.made(own_id, entry, kind, of, trace, start))
    }

    fn made(
        &self,
        id: Name,
        entry: &Entry,
        kind: VarKind,
        of: Option<PersonIx>,
        trace: Option<Trace>,
        start: i32,
    ) -> Var {
        Var {
            id,
            span: entry.key_span,
            kind,
            of,
            trace,
            start,
        }
    }

    fn hidden(&mut self, fields: &mut Fields<'_>, entry: &Entry) -> Option<VarKind> {
        if let Some(tree) = fields.need("hidden", &mut self.reading)
            && self.reading.truth("hidden", tree) == Some(false)
        {
            self.reading.say(
                Diagnostic::error("E012", "a drawn variable is always hidden", tree.span).help("write `hidden: true`"),
            );
        }
        let if_never_asked = self.maybe_text(fields, "if_never_asked", format!("vars/{}/if-never-asked", entry.key));
        let drawn = fields.need("drawn", &mut self.reading)?;
        let Data::Map(entries) = &drawn.data else {
            self.reading.wrong_type(
                "drawn",
                "values and what they mean",
                drawn,
                "write `drawn: {to_know: wants to hear it herself, …}`",
            );
            return None;
        };
        doubles(entries, "value", &mut self.reading);
        if entries.len() < 2 {
            self.reading.say(
                Diagnostic::error("E014", "a drawn variable needs at least two values", drawn.span)
                    .label("with fewer there is nothing to draw"),
            );
        }
        let mut values = Vec::new();
        for value in entries {
            let value_id = id(
                &mut self.reading,
                "value",
                &value.key,
                value.key_span,
                Shape::Underscored,
            );
            let address = format!("vars/{}/{}", entry.key, value.key);
            let means = self.text(&value.key, &value.value, address).unwrap_or_default();
            values.push(Drawn {
                id: value_id,
                means,
                span: value.key_span,
            });
        }
        Some(VarKind::Hidden { values, if_never_asked })
    }

    fn enumeration(&mut self, fields: &mut Fields<'_>, entry: &Entry) -> Option<(VarKind, i32)> {
        let start = fields.need("start", &mut self.reading);
        let one_of = fields.take("one_of")?;
        let written = self.names("one_of", one_of);
        self.repeated("value", &written);
        let checked = written
            .iter()
            .map(|name: &Spanned<Name>| id(&mut self.reading, "value", &name.value, name.span, Shape::Underscored));
        let values: Vec<Name> = checked.collect();
        if values.is_empty() {
            if matches!(&one_of.data, Data::Seq(_)) {
                self.reading.empty("one_of", one_of);
            }
            return None;
        }
        let tree = start?;
        let word = self.reading.word("start", tree)?;
        let Some(at) = values.iter().position(|value| value == word) else {
            let known: Vec<&str> = values.iter().map(|value| value.as_str()).collect();
            let fault = unknown("E011", "value", word, tree.span, known);
            self.reading.say(Diagnostic {
                message: format!("`{}` cannot start as `{word}`", entry.key),
                ..fault
            });
            return None;
        };
        Some((VarKind::Enum { values }, i32::try_from(at).ok()?))
    }

    /// A number or a bool, by what `start` says.
    fn plain(&mut self, fields: &mut Fields<'_>, entry: &Entry) -> Option<(VarKind, i32)> {
        let start = fields.need("start", &mut self.reading);
        let word = start.and_then(|tree| tree.scalar()).map(|scalar| scalar.text.as_str());
        if let Some("true" | "false") = word {
            return Some((VarKind::Bool, i32::from(word == Some("true"))));
        }
        let tree = start?;
        let word = self.reading.word("start", tree)?;
        if !word
            .trim()
            .starts_with(|c: char| c.is_ascii_digit() || c == '-' || c == '+')
        {
            if matches!(word, "yes" | "no" | "on" | "off" | "True" | "False") {
                self.reading.truth("start", tree);
            } else {
                self.reading.say(
                    Diagnostic::error(
                        "E004",
                        format!(
                            "`{}` starts with `{word}`, but nothing says which values there are",
                            entry.key
                        ),
                        tree.span,
                    )
                    .help("add `one_of: […]` with all its values")
                    .help(HELP),
                );
            }
            for key in ["min", "max"] {
                fields.take(key);
            }
            return None;
        }
        let start = self
            .reading
            .whole_number("start", tree, i64::from(i32::MIN), i64::from(i32::MAX));
        let min = fields.need("min", &mut self.reading);
        let max = fields.need("max", &mut self.reading);
        let mut bound = |name: &str, tree: Option<&Tree>| {
            tree.and_then(|tree| self.reading.whole_number(name, tree, -1_000_000, 1_000_000))
        };
        let (low, high) = (bound("min", min), bound("max", max));
        let (start, low, high) = (start?, low?, high?);
        if low > high {
            let span = max.map_or(entry.key_span, |max| max.span);
            self.reading.say(
                Diagnostic::error("E014", format!("`{}` has a `max` below its `min`", entry.key), span)
                    .label(format!("smaller than {low}")),
            );
            return None;
        }
        if !(low..=high).contains(&start) {
            self.reading.say(
                Diagnostic::error(
                    "E014",
                    format!("`{}` starts at {start}, out of its bounds", entry.key),
                    tree.span,
                )
                .label(format!("must be from {low} to {high}")),
            );
            return None;
        }
        let kind = VarKind::Int {
            min: i32::try_from(low).ok()?,
            max: i32::try_from(high).ok()?,
        };
        Some((kind, i32::try_from(start).ok()?))
    }

    pub(super) fn facts(&mut self, tree: &Tree) -> Vec<Fact> {
        let Data::Map(entries) = &tree.data else {
            self.reading.wrong_type(
                "facts",
                "texts by their ids",
                tree,
                "write `father: Her husband died without being told.` below it",
            );
            return Vec::new();
        };
        doubles(entries, "fact", &mut self.reading);
        let mut facts = Vec::new();
        for entry in entries {
            let own_id = id(&mut self.reading, "fact", &entry.key, entry.key_span, Shape::Dashed);
            if self.scope.var(&entry.key).is_some() {
                self.reading.say(
                    Diagnostic::error(
                        "E005",
                        format!("`{}` is both a fact and a variable", entry.key),
                        entry.key_span,
                    )
                    .label("`reveal` could not tell which is meant")
                    .help("give one of them another id"),
                );
            }
            let text = self.text(&entry.key, &entry.value, format!("facts/{}", entry.key));
            facts.push(Fact {
                id: own_id,
                span: entry.key_span,
                text: text.unwrap_or_default(),
            });
        }
        facts
    }
}
