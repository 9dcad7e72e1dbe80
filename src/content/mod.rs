//! YAML to model, with every fault of a file in one run.
//!
//! A file goes text -> tree (spans, nothing typed) -> hand-written decoders that report and go on -> model. Only text that is
//! no YAML ends a file early. This module and those below it are the only ones that know YAML; nothing here reads files.

mod bibliography;
mod blueprint;
mod comments;
mod draft;
mod expr;
mod fields;
mod header;
mod key;
mod library;
mod names;
mod open;
mod place;
mod reading;
mod rubric;
mod scenario;
mod scope;
mod script;
mod tidy;
mod trap;
mod tree;
mod values;
mod words;
mod yaml;

#[cfg(test)]
mod tests;

pub use header::{Header, header};
pub use library::{FileText, Pack, load_library};
pub use tidy::{Tidied, tidy};

use std::sync::Arc;

use crate::diag::{Diagnostic, FileId, Sources, Span};
use crate::model::{Bibliography, Blueprint, Cond, Effect, Key, Rubric, Scenario};

use fields::Fields;
use reading::Reading;

/// The only format there is.
const FORMAT: i64 = 1;

/// Reads one scenario. Skills, frameworks and moves are checked when a rubric is given. `None` after any error; faults come in
/// the order of the file.
#[must_use]
pub fn load_scenario(file: FileId, sources: &Sources, rubric: Option<&Rubric>) -> (Option<Scenario>, Vec<Diagnostic>) {
    let text = text_of(file, sources);
    let (tree, mut reading) = open::open(file, &text);
    let Some(tree) = tree else {
        return (None, reading.close());
    };
    let allows = comments::allows(&tree, &mut reading);
    let (scenario, reading) = scenario::scenario(&tree, reading, rubric, sources.name(file), allows);
    (scenario.filter(|_| !reading.has_errors()), reading.close())
}

/// Reads one key of a scenario. A key with ratings for choices that are not there (S060) is still returned, as what it
/// does rate can be scored; after any other error it is `None`.
#[must_use]
pub fn load_key(
    file: FileId,
    sources: &Sources,
    scenario: &Scenario,
    rubric: &Rubric,
) -> (Option<Key>, Vec<Diagnostic>) {
    let text = text_of(file, sources);
    let (tree, reading) = open::open(file, &text);
    let Some(tree) = tree else {
        return (None, reading.close());
    };
    let (key, reading) = key::key(&tree, reading, scenario, rubric);
    (
        key.filter(|_| !reading.has_errors_besides(key::STRANGERS)),
        reading.close(),
    )
}

/// Reads `scoring/rubric.yaml`. `None` after any error.
#[must_use]
pub fn load_rubric(file: FileId, sources: &Sources) -> (Option<Rubric>, Vec<Diagnostic>) {
    let text = text_of(file, sources);
    let (tree, mut reading) = open::open(file, &text);
    let rubric = tree.and_then(|tree| rubric::rubric(&tree, &mut reading));
    (rubric.filter(|_| !reading.has_errors()), reading.close())
}

/// Reads `scoring/sources.yaml`. `None` after any error.
#[must_use]
pub fn load_sources(file: FileId, sources: &Sources) -> (Option<Bibliography>, Vec<Diagnostic>) {
    let text = text_of(file, sources);
    let (tree, mut reading) = open::open(file, &text);
    let list = tree.and_then(|tree| bibliography::bibliography(&tree, &mut reading));
    (list.filter(|_| !reading.has_errors()), reading.close())
}

/// Reads the text at `span` as a condition of `scenario`, as if it stood in its file.
#[must_use]
pub fn parse_condition(span: Span, sources: &Sources, scenario: &Scenario) -> (Option<Cond>, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let cond = expr::condition(sources.text(span), &scope::Scope::of(scenario), &mut faults);
    (cond, placed(faults, span))
}

/// Reads the text at `span` as a line of effects of `scenario`, as if it stood in its file. Faulty ones are left out.
#[must_use]
pub fn parse_effects(span: Span, sources: &Sources, scenario: &Scenario) -> (Vec<Effect>, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let changes = expr::effects(sources.text(span), &scope::Scope::of(scenario), &mut faults);
    let effects = changes.into_iter().map(|(change, at)| Effect {
        when: None,
        change,
        span: span.slice(at.start, at.end),
    });
    (effects.collect(), placed(faults, span))
}

fn placed(faults: Vec<expr::Fault>, span: Span) -> Vec<Diagnostic> {
    let place = place::Place::verbatim(span);
    faults.into_iter().map(|fault| fault.placed(&place)).collect()
}

/// Reads one of `scoring/blueprints`; its domains and topics must be the rubric's. `None` after any error.
#[must_use]
pub fn load_blueprint(file: FileId, sources: &Sources, rubric: &Rubric) -> (Option<Blueprint>, Vec<Diagnostic>) {
    let text = text_of(file, sources);
    match open::open(file, &text) {
        (Some(tree), reading) => blueprint::blueprint(&tree, reading, library::stem(sources.name(file)), rubric),
        (None, reading) => (None, reading.close()),
    }
}

fn text_of(file: FileId, sources: &Sources) -> Arc<str> {
    sources
        .get(file)
        .map_or_else(|| Arc::from(""), |source| source.text.clone())
}

/// `format: 1`, which every file begins with.
fn format(fields: &mut Fields<'_>, reading: &mut Reading<'_>) {
    let Some(tree) = fields.need("format", reading) else {
        return;
    };
    let Some(format) = reading.whole_number("format", tree, 1, i64::MAX) else {
        return;
    };
    if format > FORMAT {
        reading.say(
            Diagnostic::error("E00A", format!("this file is written in format {format}"), tree.span)
                .label(format!("this program reads format {FORMAT}"))
                .help("get a newer bedside"),
        );
    }
}
