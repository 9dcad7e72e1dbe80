//! Every span lies where its text stands.

use super::{messages, please_speak, small_rubric};
use crate::content::load_scenario;
use crate::diag::{Sources, Span};
use crate::model::{Scenario, Wording};

/// Every span of a scenario with a word about it.
pub(super) fn spans(scenario: &Scenario) -> Vec<(String, Span)> {
    let mut out = vec![("scenario".to_owned(), scenario.span)];
    out.extend(
        scenario
            .texts
            .iter()
            .map(|(_, text)| (text.address.to_string(), text.span)),
    );
    out.extend(scenario.cast.iter().map(|person| (person.id.to_string(), person.span)));
    out.extend(
        scenario
            .cast
            .iter()
            .flat_map(|person| &person.moods)
            .map(|mood| (mood.value.to_string(), mood.span)),
    );
    out.extend(scenario.vars.iter().map(|var| (var.id.to_string(), var.span)));
    out.extend(scenario.facts.iter().map(|fact| (fact.id.to_string(), fact.span)));
    out.extend(
        scenario
            .endings
            .iter()
            .map(|ending| (ending.id.to_string(), ending.span)),
    );
    out.extend(
        scenario
            .sources
            .iter()
            .map(|source| (source.value.to_string(), source.span)),
    );
    let mut scripts: Vec<&crate::model::Script> = Vec::new();
    for ending in &scenario.endings {
        scripts.extend([&ending.epilogue, &ending.debrief]);
    }
    for node in &scenario.nodes {
        out.push((node.id.to_string(), node.span));
        out.extend(node.on_enter.iter().map(|effect| ("on_enter".to_owned(), effect.span)));
        scripts.push(&node.say);
        if let crate::model::Then::Go(route) = &node.then {
            out.extend(route.iter().map(|arm| ("arm".to_owned(), arm.span)));
        }
    }
    for choice in &scenario.choices {
        out.push((choice.id.to_string(), choice.span));
        out.extend(choice.effects.iter().map(|effect| ("effect".to_owned(), effect.span)));
        out.extend(choice.when.iter().map(|guard| ("when".to_owned(), guard.span)));
        out.extend(choice.route.iter().map(|arm| ("arm".to_owned(), arm.span)));
        scripts.extend([&choice.reply, &choice.felt]);
    }
    for line in scripts.into_iter().flatten() {
        out.push(("line".to_owned(), line.span));
        out.extend(line.when.iter().map(|guard| ("line when".to_owned(), guard.span)));
    }
    out
}

#[test]
fn no_span_is_empty_or_at_the_top() {
    let mut sources = Sources::default();
    let rubric = small_rubric(&mut sources);
    let scenario = please_speak(&mut sources, &rubric);
    for (what, span) in spans(&scenario) {
        assert!(span.start > 0 && span.end > span.start, "{what}: {span:?}");
    }
}

#[test]
fn script_words_are_found_in_the_file_letter_for_letter() {
    let mut sources = Sources::default();
    let rubric = small_rubric(&mut sources);
    let scenario = please_speak(&mut sources, &rubric);
    let mut seen = 0;
    for node in &scenario.nodes {
        for line in &node.say {
            if let Wording::One(text) = line.words {
                let text = scenario.texts.get(text);
                let written = sources.text(text.span);
                if !written.contains('\n') {
                    assert_eq!(written.trim_matches('"'), text.raw);
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 4);
}

/// Where `nobody` is reported, for one way of writing the script.
fn reported(say: &str) -> (String, u32, u32) {
    let text = format!(
        "format: 1\nscenario: s\ntitle: T\nversion: 1\ntrack: adult\nlevel: 1\nminutes: 5\nroles: [physician]\nsetting: S\n\
         summary: S\nchart: C\ntask: T\ncast:\n  ann: {{name: Ann, who: x}}\nstart: a\nnodes:\n  a:\n    say: {say}\n    end: e\n\
         endings:\n  e: {{title: E, kind: lost}}\n"
    );
    let mut sources = Sources::default();
    let file = sources.add("s.yaml", text);
    let (_, faults) = load_scenario(file, &sources, None);
    assert_eq!(faults.len(), 1, "{say}: {:?}", messages(&faults));
    let at = sources.position(faults[0].primary.span);
    (sources.text(faults[0].primary.span).to_owned(), at.line, at.column)
}

#[test]
fn places_inside_every_style_of_text_are_exact() {
    let found = |line, column| ("nobody".to_owned(), line, column);
    assert_eq!(
        reported("|\n      Ann: One.\n      [when nobody] Ann: Two."),
        found(20, 13)
    );
    assert_eq!(
        reported("|\n\n\n      Ann: \u{e9}ne.\n\n      [when nobody] Ann: Two."),
        found(23, 13)
    );
    assert_eq!(
        reported("|-\n      Ann: One\n        and one.\n      [when nobody] Ann: Two."),
        found(21, 13)
    );
    assert_eq!(
        reported("|2\n      Ann: One.\n      [when nobody] Ann: Two."),
        found(20, 13)
    );
    assert_eq!(
        reported(">\n      Ann: One\n\n      [when nobody] Ann: Two."),
        found(21, 13)
    );
    assert_eq!(reported("\"[when nobody] Ann: Two.\""), found(18, 17));
    assert_eq!(reported("'[when nobody] Ann: It''s.'"), found(18, 17));
    assert_eq!(
        reported("\"Ann: \\\"One.\\\"\\n[when nobody] Ann: \\u00e9.\""),
        found(18, 32)
    );
    assert_eq!(
        reported("\"Ann: One.\\n\\\n      [when nobody] Ann: Two.\""),
        found(19, 13)
    );
    assert_eq!(reported("\n      - \"[when nobody] Ann: Two.\""), found(19, 16));
    assert_eq!(reported("[{who: ann, when: nobody, words: \"Two.\"}]"), found(18, 28));
    // In the words, behind escapes and on a line that goes on.
    assert_eq!(reported("\"Ann: \\\"One.\\\" {nobody}.\""), found(18, 26));
    assert_eq!(reported("'Ann: It''s {nobody}.'"), found(18, 23));
    assert_eq!(reported("|\n      Ann: One\n        and {nobody}."), found(20, 14));
    assert_eq!(
        reported("\n      Ann lies on her side"),
        ("Ann lies on her side".to_owned(), 19, 7)
    );
}
