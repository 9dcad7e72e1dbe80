//! Findings as SARIF 2.1.0 (OASIS Standard, 27 March 2020), which code hosts and editors show beside the line.

use serde_json::{Value, json};

use crate::diag::{Diagnostic, Severity, Sources, Span};

/// What a reader of the log should know about one rule.
#[derive(Clone, Debug)]
pub struct RuleNote {
    pub code: String,
    /// `longest-is-best`
    pub name: String,
    pub summary: String,
    /// The manual page, in Markdown.
    pub documentation: String,
    /// Unless configured otherwise.
    pub severity: Severity,
}

/// A whole SARIF log, indented. `rules` are all rules that could have fired, `version` is this program's.
#[must_use]
pub fn sarif(findings: &[Diagnostic], rules: &[RuleNote], sources: &Sources, version: &str) -> String {
    let log = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "bedside",
                "semanticVersion": version,
                "rules": rules.iter().map(rule).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": findings.iter().map(|found| result(found, rules, sources)).collect::<Vec<_>>(),
        }],
    });
    // A tree of strings and numbers always serialises.
    serde_json::to_string_pretty(&log).unwrap_or_default() + "\n"
}

fn rule(note: &RuleNote) -> Value {
    json!({
        "id": note.code,
        "name": note.name,
        "shortDescription": {"text": note.summary},
        "help": {"text": note.documentation, "markdown": note.documentation},
        "defaultConfiguration": {"level": level(note.severity)},
    })
}

fn result(found: &Diagnostic, rules: &[RuleNote], sources: &Sources) -> Value {
    let mut text = found.message.clone();
    if !found.primary.text.is_empty() {
        text += &format!(" ({})", found.primary.text);
    }
    for help in &found.help {
        text += &format!("\n{help}");
    }
    let related = found.related.iter().map(|label| {
        let mut place = location(label.span, sources);
        place["message"] = json!({"text": label.text});
        place
    });
    let mut result = json!({
        "ruleId": found.code,
        "level": level(found.severity),
        "message": {"text": text},
        "locations": [location(found.primary.span, sources)],
        "relatedLocations": related.collect::<Vec<_>>(),
    });
    if let Some(index) = rules.iter().position(|rule| rule.code == found.code) {
        result["ruleIndex"] = json!(index);
    }
    if let Some(fix) = &found.fix {
        result["fixes"] = json!([{
            "description": {"text": fix.title},
            "artifactChanges": [{
                "artifactLocation": {"uri": uri(sources.name(fix.span.file))},
                "replacements": [{
                    "deletedRegion": region(fix.span, sources),
                    "insertedContent": {"text": fix.replacement},
                }],
            }],
        }]);
    }
    result
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

fn location(span: Span, sources: &Sources) -> Value {
    json!({"physicalLocation": {
        "artifactLocation": {"uri": uri(sources.name(span.file))},
        "region": region(span, sources),
    }})
}

fn region(span: Span, sources: &Sources) -> Value {
    let start = sources.position(span);
    let end = sources.position(Span {
        start: span.end,
        ..span
    });
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    })
}

/// A path as a URI reference (RFC 3986): `/` between parts, everything unusual as `%XX`.
fn uri(path: &str) -> String {
    let mut out = String::new();
    for byte in path.replace('\\', "/").bytes() {
        let plain = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'/');
        if plain {
            out.push(char::from(byte));
        } else {
            out += &format!("%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_valid_by_the_published_schema() {
        let mut sources = Sources::default();
        let file = sources.add("my scenarios/ä.yaml", "one\nÄ trsut\n");
        let span = Span::new(file, 7, 12);
        let found = [
            Diagnostic::error("E011", "unknown variable `trsut`", span)
                .label("here")
                .help("did you mean `trust`?")
                .related(Span::new(file, 0, 3), "not this")
                .fix("write `trust`", span, "trust"),
            Diagnostic::new("Z999", Severity::Info, "no rule known", span),
        ];
        let notes = [RuleNote {
            code: "E011".into(),
            name: "unknown-name".into(),
            summary: "a name nobody defined".into(),
            documentation: "## What it does\n".into(),
            severity: Severity::Error,
        }];
        let log: Value = serde_json::from_str(&sarif(&found, &notes, &sources, "0.1.0")).unwrap();
        // The published pattern for languages has a bracket too many, which strict readers refuse.
        let schema = include_str!("../../tests/schemas/sarif-2.1.0.json").replace("[a-zA-Z]{2}]?$", "[a-zA-Z]{2}?$");
        let schema: Value = serde_json::from_str(&schema).unwrap();
        let validator = jsonschema::validator_for(&schema).unwrap();
        let faults: Vec<String> = validator.iter_errors(&log).map(|fault| fault.to_string()).collect();
        assert!(faults.is_empty(), "{faults:#?}");
        let mut broken = log.clone();
        broken["runs"][0]["results"][0]["level"] = json!("grave");
        assert!(!validator.is_valid(&broken), "the schema is really looked at");

        let result = &log["runs"][0]["results"][0];
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "my%20scenarios/%C3%A4.yaml");
        assert_eq!(place["region"]["startColumn"], 3);
        assert_eq!(result["ruleIndex"], 0);
        assert!(log["runs"][0]["results"][1].get("ruleIndex").is_none());
    }
}
