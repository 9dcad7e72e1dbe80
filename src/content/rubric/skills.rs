//! Domains, skills with their anchors, and errors.

use super::{level, open, words};
use crate::content::fields::Fields;
use crate::content::reading::Reading;
use crate::content::tree::{Entry, Tree};
use crate::diag::{Diagnostic, Spanned};
use crate::model::{Domain, DomainIx, ErrorKind, Escalate, Name, Skill};

pub(super) fn domain(entry: &Entry, reading: &mut Reading<'_>) -> Option<Domain> {
    let mut fields = open(entry, "domain", reading)?;
    let letter = fields.need("letter", reading).and_then(|tree| {
        let word = reading.word("letter", tree)?;
        let mut letters = word.chars();
        match (letters.next(), letters.next()) {
            (Some(letter), None) => Some(letter),
            _ => {
                reading.wrong_type("letter", "one letter", tree, "");
                None
            }
        }
    });
    let name = words(&mut fields, "name", reading);
    let about = words(&mut fields, "about", reading);
    fields.close(reading);
    Some(Domain {
        id: Name::from(&entry.key),
        letter: letter?,
        name,
        about,
    })
}

pub(super) fn skill(entry: &Entry, domains: &[String], reading: &mut Reading<'_>) -> Option<Skill> {
    let mut fields = open(entry, "skill", reading)?;
    let name = words(&mut fields, "name", reading);
    let domain = fields.need("domain", reading).and_then(|tree| {
        let id = reading.word("domain", tree)?;
        let found = domains.iter().position(|known| known == id);
        if found.is_none() {
            reading.unknown("domain", id, tree.span, domains.iter().map(String::as_str));
        }
        found.map(DomainIx::new)
    });
    let about = words(&mut fields, "about", reading);
    let mut anchors = Vec::new();
    if let Some(tree) = fields.need("anchors", reading) {
        let items = reading.list("anchors", tree);
        anchors.extend(
            items
                .iter()
                .filter_map(|item| reading.prose("anchors", item))
                .map(|scalar| scalar.text.clone()),
        );
        if items.len() != 5 {
            reading.say(
                Diagnostic::error(
                    "E014",
                    format!("skill `{}` has {} anchors", entry.key, items.len()),
                    fields.key_span("anchors").unwrap_or(tree.span),
                )
                .label("five are needed: levels 0 to 4"),
            );
        }
    }
    let strong = words(&mut fields, "strong", reading);
    let weak = words(&mut fields, "weak", reading);
    let sources = sources(&mut fields, reading);
    fields.close(reading);
    Some(Skill {
        id: Name::from(&entry.key),
        name,
        domain: domain?,
        about,
        anchors,
        strong,
        weak,
        sources,
    })
}

pub(super) fn sources(fields: &mut Fields<'_>, reading: &mut Reading<'_>) -> Vec<Spanned<Name>> {
    let Some(tree) = fields.take("sources") else {
        return Vec::new();
    };
    let items = reading.list("sources", tree);
    let named = items
        .iter()
        .filter_map(|item| Some(Spanned::new(Name::from(reading.word("sources", item)?), item.span)));
    named.collect()
}

pub(super) fn error(entry: &Entry, reading: &mut Reading<'_>) -> Option<ErrorKind> {
    let mut fields = open(entry, "error", reading)?;
    let name = words(&mut fields, "name", reading);
    let severity = fields
        .need("severity", reading)
        .and_then(|tree| level("severity", tree, reading));
    let repairable = fields
        .need("repairable", reading)
        .and_then(|tree| reading.truth("repairable", tree));
    let about = words(&mut fields, "about", reading);
    let instead = words(&mut fields, "instead", reading);
    let escalate = fields.take("escalate").and_then(|tree| escalate(tree, reading));
    let sources = sources(&mut fields, reading);
    fields.close(reading);
    Some(ErrorKind {
        id: Name::from(&entry.key),
        name,
        severity: severity?,
        repairable: repairable?,
        about,
        instead,
        escalate,
        sources,
    })
}

pub(super) fn escalate(tree: &Tree, reading: &mut Reading<'_>) -> Option<Escalate> {
    let mut fields = Fields::open(tree, "`escalate`", tree.span, reading)?;
    let after = fields
        .need("after", reading)
        .and_then(|tree| reading.whole_number("after", tree, 1, 1000));
    let to = fields.need("to", reading).and_then(|tree| level("to", tree, reading));
    fields.close(reading);
    Some(Escalate {
        after: u32::try_from(after?).ok()?,
        to: to?,
    })
}
