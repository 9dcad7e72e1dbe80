//! Findings as JSON, one object a line.

use std::io::Write;

use serde::Serialize;

use crate::diag::{Diagnostic, Sources, Span};

/// `docs/formats.md`, "Command output".
#[derive(Serialize)]
struct Finding<'a> {
    code: &'a str,
    severity: &'a str,
    message: &'a str,
    #[serde(flatten)]
    place: Place<'a>,
    label: &'a str,
    help: &'a [String],
    related: Vec<Related<'a>>,
    fix: Option<Mend<'a>>,
}

/// Lines and columns from 1, columns in characters; the end is just behind the last letter.
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
    place: Place<'a>,
    text: &'a str,
}

#[derive(Serialize)]
struct Mend<'a> {
    title: &'a str,
    #[serde(flatten)]
    place: Place<'a>,
    replacement: &'a str,
}

pub(super) fn write(mut out: impl Write, fault: &Diagnostic, sources: &Sources) -> anyhow::Result<()> {
    let related = fault.related.iter().map(|related| Related {
        place: place(related.span, sources),
        text: &related.text,
    });
    let fix = fault.fix.as_ref().map(|fix| Mend {
        title: &fix.title,
        place: place(fix.span, sources),
        replacement: &fix.replacement,
    });
    let finding = Finding {
        code: fault.code,
        severity: fault.severity.word(),
        message: &fault.message,
        place: place(fault.primary.span, sources),
        label: &fault.primary.text,
        help: &fault.help,
        related: related.collect(),
        fix,
    };
    let text = serde_json::to_string(&finding)?;
    writeln!(out, "{text}")?;
    Ok(())
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
