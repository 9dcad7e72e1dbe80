//! Findings as JSON, one object a line, for editors and scripts.

use serde::Serialize;

use crate::diag::{Diagnostic, Label, Sources, Span};

/// One line. Lines and columns count from 1, columns in characters; the end is exclusive.
#[derive(Serialize)]
struct Finding<'a> {
    code: &'a str,
    severity: &'a str,
    message: &'a str,
    #[serde(flatten)]
    at: Place<'a>,
    /// The words under the caret; left out when there are none.
    #[serde(skip_serializing_if = "str::is_empty")]
    label: &'a str,
    related: Vec<Related<'a>>,
    help: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<Fix<'a>>,
}

#[derive(Serialize)]
struct Place<'a> {
    file: &'a str,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
}

#[derive(Serialize)]
struct Related<'a> {
    #[serde(flatten)]
    at: Place<'a>,
    text: &'a str,
}

#[derive(Serialize)]
struct Fix<'a> {
    title: &'a str,
    #[serde(flatten)]
    at: Place<'a>,
    replacement: &'a str,
}

/// Every finding as one JSON object on a line of its own, in the order given.
#[must_use]
pub fn json_lines(findings: &[Diagnostic], sources: &Sources) -> String {
    let lines = findings.iter().filter_map(|found| {
        let finding = Finding {
            code: found.code,
            severity: found.severity.word(),
            message: &found.message,
            at: place(found.primary.span, sources),
            label: &found.primary.text,
            related: found.related.iter().map(|label| related(label, sources)).collect(),
            help: &found.help,
            fix: found.fix.as_ref().map(|fix| Fix {
                title: &fix.title,
                at: place(fix.span, sources),
                replacement: &fix.replacement,
            }),
        };
        serde_json::to_string(&finding).ok()
    });
    lines.map(|line| line + "\n").collect()
}

fn related<'a>(label: &'a Label, sources: &'a Sources) -> Related<'a> {
    Related {
        at: place(label.span, sources),
        text: &label.text,
    }
}

fn place(span: Span, sources: &Sources) -> Place<'_> {
    let start = sources.position(span);
    let end = sources.position(Span {
        start: span.end,
        ..span
    });
    Place {
        file: sources.name(span.file),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_object_a_line_with_columns_in_characters() {
        let mut sources = Sources::default();
        let file = sources.add("scenarios/a.yaml", "one\nÄ trsut\n");
        let span = Span::new(file, 7, 12);
        let found = [
            Diagnostic::error("E011", "unknown variable `trsut`", span)
                .help("did you mean `trust`?")
                .fix("write `trust`", span, "trust"),
            Diagnostic::warning("W040", "again", span)
                .label("here")
                .related(span, "there"),
        ];
        let text = json_lines(&found, &sources);
        let values: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(values.len(), 2);
        assert_eq!(values[0]["line"], 2);
        assert_eq!(values[0]["column"], 3);
        assert_eq!(values[0]["end_column"], 8);
        assert_eq!(values[0]["fix"]["replacement"], "trust");
        assert!(values[0].get("label").is_none());
        assert_eq!(values[1]["related"][0]["text"], "there");
    }
}
