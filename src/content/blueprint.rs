//! `scoring/blueprints/*.yaml`: what an exam is made of.

use super::fields::Fields;
use super::reading::{Reading, unknown};
use super::tree::Tree;
use crate::diag::{Diagnostic, Span};
use crate::model::{Blueprint, Cell, DomainIx, Name, PassMark, Rubric, Track};

/// More of one kind in a cell than this is a slip.
const MOST: i64 = 500;

pub(super) fn blueprint(
    tree: &Tree,
    mut reading: Reading<'_>,
    name: &str,
    rubric: &Rubric,
) -> (Option<Blueprint>, Vec<Diagnostic>) {
    let top = reading.top();
    let Some(fields) = Fields::open(tree, "this blueprint", top, &mut reading) else {
        return (None, reading.close());
    };
    let blueprint = whole(fields, &mut reading, top, name, rubric);
    (blueprint.filter(|_| !reading.has_errors()), reading.close())
}

fn whole(
    mut fields: Fields<'_>,
    reading: &mut Reading<'_>,
    top: Span,
    name: &str,
    rubric: &Rubric,
) -> Option<Blueprint> {
    super::format(&mut fields, reading);
    let named = fields.need("blueprint", reading);
    let id = named.and_then(|tree| reading.word("blueprint", tree));
    if let (Some(id), Some(tree)) = (id.filter(|id| *id != name), named) {
        reading.say(
            Diagnostic::error(
                "E007",
                format!("this blueprint is called `{id}`, and its file `{name}`"),
                tree.span,
            )
            .label("must be the name of the file without `.yaml`")
            .fix(format!("write `{name}`"), tree.span, name),
        );
    }
    let title = words(&mut fields, "title", reading);
    let about = words(&mut fields, "about", reading);
    let status = words(&mut fields, "status", reading);
    let minutes = fields
        .take("minutes")
        .and_then(|tree| reading.whole_number("minutes", tree, 1, 600))
        .and_then(|minutes| u16::try_from(minutes).ok());
    let scenarios = cells(&mut fields, "scenarios", reading, rubric);
    let singles = cells(&mut fields, "singles", reading, rubric);
    let pass_mark = fields.take("pass_mark").and_then(|tree| pass_mark(tree, reading));
    if !fields.has("scenarios") && !fields.has("singles") {
        reading.say(
            Diagnostic::error("E019", "this blueprint asks for nothing", top)
                .label("neither `scenarios` nor `singles` stands here")
                .help("add `singles:` with a line such as `- {domain: feeling, count: 3}`"),
        );
    }
    let span = named.map_or(top, |tree| tree.span);
    fields.close(reading);
    Some(Blueprint {
        id: Name::from(id?),
        span,
        title,
        about,
        status,
        minutes,
        scenarios,
        singles,
        pass_mark,
    })
}

fn words(fields: &mut Fields<'_>, key: &'static str, reading: &mut Reading<'_>) -> String {
    let scalar = fields.need(key, reading).and_then(|tree| reading.prose(key, tree));
    scalar
        .map(|scalar| scalar.text.trim_end().to_owned())
        .unwrap_or_default()
}

fn cells(fields: &mut Fields<'_>, key: &'static str, reading: &mut Reading<'_>, rubric: &Rubric) -> Vec<Cell> {
    let Some(tree) = fields.take(key) else {
        return Vec::new();
    };
    let items = reading.list(key, tree).iter();
    items.filter_map(|item| cell(key, item, reading, rubric)).collect()
}

fn cell(key: &str, tree: &Tree, reading: &mut Reading<'_>, rubric: &Rubric) -> Option<Cell> {
    let mut fields = Fields::open(tree, format!("this cell of `{key}`"), tree.span, reading)?;
    let domain = fields.take("domain").and_then(|tree| {
        let id = reading.word("domain", tree)?;
        let known = rubric.domains.iter().position(|domain| domain.id == id);
        if known.is_none() {
            let names = rubric.domains.iter().map(|domain| domain.id.as_str());
            reading.say(unknown("E011", "domain", id, tree.span, names));
        }
        known.map(DomainIx::new)
    });
    let tracks = Track::ALL.map(|track| (track.id(), track));
    let track = fields
        .take("track")
        .and_then(|tree| reading.one_of("track", tree, &tracks));
    let topic = fields.take("topic").and_then(|tree| {
        let id = reading.word("topic", tree)?;
        if rubric.curriculum.iter().all(|tag| tag.id != id) {
            let names = rubric.curriculum.iter().map(|tag| tag.id.as_str());
            reading.say(unknown("E011", "topic", id, tree.span, names));
        }
        Some(Name::from(id))
    });
    let count = fields
        .need("count", reading)
        .and_then(|tree| reading.whole_number("count", tree, 1, MOST))
        .and_then(|count| u32::try_from(count).ok());
    fields.close(reading);
    Some(Cell {
        domain,
        track,
        topic,
        count: count?,
        span: tree.span,
    })
}

/// Nobody's cut score is no cut score: method, panel, date and cut must all stand there.
fn pass_mark(tree: &Tree, reading: &mut Reading<'_>) -> Option<PassMark> {
    let mut fields = Fields::open(tree, "this pass mark", tree.span, reading)?;
    let method = words(&mut fields, "method", reading);
    let panel = words(&mut fields, "panel", reading);
    let date = fields.need("date", reading).and_then(|tree| reading.date("date", tree));
    let cut = fields
        .need("cut", reading)
        .and_then(|tree| reading.number("cut", tree, 0.0, 100.0));
    let se = fields
        .take("se")
        .and_then(|tree| reading.number("se", tree, 0.0, 100.0));
    fields.close(reading);
    Some(PassMark {
        method,
        panel,
        date: date?,
        cut: cut?,
        se,
    })
}

#[cfg(test)]
mod tests {
    use crate::content::{FileText, Pack, load_library};
    use crate::diag::Sources;
    use crate::model::{Library, Name};

    fn read(text: &str) -> (Library, Vec<(String, String)>) {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let file = |path: &str, text: String| FileText {
            path: path.to_owned(),
            text,
        };
        let rubric = std::fs::read_to_string(root.join("scoring/rubric.yaml")).unwrap();
        let pack = Pack {
            name: Name::from("test"),
            rubric: Some(file("scoring/rubric.yaml", rubric)),
            blueprints: vec![file("scoring/blueprints/short.yaml", text.to_owned())],
            ..Pack::default()
        };
        let (library, faults) = load_library(&[pack], &mut Sources::default());
        let told = faults.into_iter().map(|fault| (fault.code.to_owned(), fault.message));
        (library, told.collect())
    }

    const GOOD: &str = "format: 1
blueprint: short
title: A short one
about: It is short.
status: drafted, small
minutes: 20
scenarios:
  - {track: cultural, count: 1}
singles:
  - {domain: feeling, count: 3}
  - {topic: capc/prognosis, count: 2}
";

    #[test]
    fn a_blueprint_is_read() {
        let (library, faults) = read(GOOD);
        assert_eq!(faults, []);
        let found = &library.blueprints[0];
        assert_eq!((found.items(), found.singles.len(), found.minutes), (6, 2, Some(20)));
        let domain = found.singles[0].domain.unwrap();
        assert_eq!(library.rubric.domains[domain.at()].id, "feeling");
    }

    #[test]
    fn every_fault_is_told_and_the_blueprint_is_left_out() {
        let text = GOOD
            .replace("domain: feeling", "domain: feelings")
            .replace("capc/prognosis", "capc/prognoses")
            .replace("cultural, count: 1", "culture, count: 0")
            .replace("blueprint: short", "blueprint: long");
        let (library, faults) = read(&text);
        assert!(library.blueprints.is_empty());
        let told: Vec<&str> = faults.iter().map(|(code, _)| code.as_str()).collect();
        assert_eq!(told, ["E007", "E004", "E014", "E011", "E011"], "{faults:?}");
    }

    #[test]
    fn a_pass_mark_names_who_set_it() {
        let (library, faults) = read(&format!("{GOOD}pass_mark: {{method: modified Angoff, cut: 60}}\n"));
        assert!(library.blueprints.is_empty());
        let missing: Vec<&str> = faults.iter().map(|(_, message)| message.as_str()).collect();
        assert_eq!(
            missing,
            ["this pass mark has no `panel`", "this pass mark has no `date`"]
        );
    }

    #[test]
    fn a_blueprint_that_asks_for_nothing_says_so() {
        let text: String = GOOD.lines().take(6).map(|line| format!("{line}\n")).collect();
        let (_, faults) = read(&text);
        assert_eq!(faults[0].1, "this blueprint asks for nothing");
    }
}
