//! New fingerprints for changed wording: a list of what changed, and the file with only those places edited.

use crate::diag::Span;
use crate::model::{Fingerprint, Key, Scenario};

/// One fingerprint that is missing or no longer fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stale {
    /// `node` or `node/choice`
    pub address: String,
    pub old: Option<Fingerprint>,
    pub new: Fingerprint,
    /// The wording as it stands now, on one line.
    pub wording: String,
    /// The wording as it was rated, where the comment that `key new` wrote above a choice still tells it.
    pub was: Option<String>,
    edits: Vec<Edit>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Edit {
    span: std::ops::Range<usize>,
    text: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Synced {
    pub stale: Vec<Stale>,
    /// The key file with the new fingerprints; order, comments and everything else as they were.
    pub text: String,
}

/// Compares every fingerprint of the key with the wording of the scenario. `text` is the key file that `key` was read from.
#[must_use]
pub fn sync(scenario: &Scenario, key: &Key, text: &str) -> Synced {
    let mut stale = Vec::new();
    for decision in key.decisions.iter().flatten() {
        let node = scenario.node(decision.node);
        let now = Fingerprint::of_decision(scenario, decision.node);
        let wording = crate::model::normalise(&said(scenario, decision.node));
        let old = decision.of.as_ref().map(|of| (of.value, of.span));
        stale.extend(compare(text, node.id.to_string(), old, now, decision.span, wording));
        for rated in decision.choices.iter().flatten() {
            let words = scenario.raw(scenario.choice(rated.choice).text);
            let old = rated.of.as_ref().map(|of| (of.value, of.span));
            let address = scenario.address(rated.choice);
            let wording = crate::model::normalise(words);
            stale.extend(compare(
                text,
                address,
                old,
                Fingerprint::of_choice(scenario, rated.choice),
                rated.span,
                wording,
            ));
        }
    }
    let mut edits: Vec<&Edit> = stale.iter().flat_map(|stale| &stale.edits).collect();
    edits.sort_by_key(|edit| std::cmp::Reverse(edit.span.start));
    let mut out = text.to_owned();
    for edit in edits {
        out.replace_range(edit.span.clone(), &edit.text);
    }
    Synced { stale, text: out }
}

fn compare(
    text: &str,
    address: String,
    old: Option<(Fingerprint, Span)>,
    new: Fingerprint,
    id: Span,
    wording: String,
) -> Option<Stale> {
    if old.is_some_and(|(old, _)| old == new) {
        return None;
    }
    let edit = match old {
        Some((_, span)) => Edit {
            span: span.range(),
            text: new.to_string(),
        },
        None => insertion(text, id, new)?,
    };
    let old = old.map(|(old, _)| old);
    let noted = noted(text, id).filter(|noted| old == Some(Fingerprint::of(&text[noted.clone()])));
    let was = noted.clone().map(|noted| text[noted].to_owned());
    let note = noted.map(|span| Edit {
        span,
        text: wording.clone(),
    });
    Some(Stale {
        address,
        old,
        new,
        wording,
        was,
        edits: std::iter::once(edit).chain(note).collect(),
    })
}

/// Where the comment above an id tells words, without what the choice does with them.
fn noted(text: &str, id: Span) -> Option<std::ops::Range<usize>> {
    let line = text.get(..id.range().start)?.rfind('\n')?;
    let above = text[..line].rfind('\n').map_or(0, |newline| newline + 1);
    let words = text[above..line].trim_start().strip_prefix("# ")?;
    let words = ["does: ", "writes: "]
        .iter()
        .find_map(|act| words.strip_prefix(act))
        .unwrap_or(words);
    Some(line - words.len()..line)
}

/// `of:` as the first entry of the mapping behind an id, in the mapping's own style.
fn insertion(text: &str, id: Span, print: Fingerprint) -> Option<Edit> {
    let after = id.range().end;
    let rest = text.get(after..)?;
    let colon = after + rest.find(':')? + 1;
    let value = colon + text[colon..].find(|letter: char| letter != ' ')?;
    if text[value..].starts_with('{') {
        let inside = value + 1;
        return Some(Edit {
            span: inside..inside,
            text: format!("of: {print}, "),
        });
    }
    let line = colon + text[colon..].find('\n')? + 1;
    let indent: String = text[line..].chars().take_while(|letter| *letter == ' ').collect();
    Some(Edit {
        span: line..line,
        text: format!("{indent}of: {print}\n"),
    })
}

fn said(scenario: &Scenario, node: crate::model::NodeIx) -> String {
    let lines = scenario.node(node).say.iter().filter_map(|line| match &line.words {
        crate::model::Wording::None => None,
        crate::model::Wording::One(text) => Some(scenario.raw(*text).to_owned()),
        crate::model::Wording::OneOf(texts) => Some(
            texts
                .iter()
                .map(|text| scenario.raw(*text))
                .collect::<Vec<_>>()
                .join(" / "),
        ),
    });
    lines.collect::<Vec<_>>().join(" ")
}
