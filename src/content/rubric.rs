//! `scoring/rubric.yaml`: skills, errors, bands, frameworks.

use super::fields::{Fields, doubles};
use super::reading::{Reading, unknown};
use super::tree::{Data, Entry, Tree};
use crate::diag::{Diagnostic, Spanned};
use crate::model::{
    Band, BandIx, Caps, Domain, DomainIx, ErrorKind, Escalate, Floors, Framework, Level, Move, Name, NeverWord, Rubric,
    Skill, Tag, Weighs,
};

pub(super) fn rubric(tree: &Tree, reading: &mut Reading<'_>) -> Option<Rubric> {
    let top = reading.top();
    let fields = Fields::open(tree, "this rubric", top, reading)?;
    whole(fields, reading)
}

pub(super) fn level(name: &str, tree: &Tree, reading: &mut Reading<'_>) -> Option<Level> {
    let known = [
        ("minor", Level::Minor),
        ("major", Level::Major),
        ("critical", Level::Critical),
    ];
    reading.one_of(name, tree, &known)
}

fn whole(mut fields: Fields<'_>, reading: &mut Reading<'_>) -> Option<Rubric> {
    super::format(&mut fields, reading);
    let id = fields
        .need("rubric", reading)
        .and_then(|tree| reading.word("rubric", tree));
    let version = fields
        .need("version", reading)
        .and_then(|tree| reading.whole_number("version", tree, 1, i64::from(u32::MAX)));
    let status = words(&mut fields, "status", reading);
    let rating_scale = fields
        .need("rating_scale", reading)
        .map(|tree| scale(tree, reading))
        .unwrap_or_default();
    let domains = each(&mut fields, "domains", "domain", reading, domain);
    let domain_ids: Vec<String> = domains.iter().map(|domain| domain.id.to_string()).collect();
    let skills = each(&mut fields, "skills", "skill", reading, |entry, reading| {
        skill(entry, &domain_ids, reading)
    });
    let errors = each(&mut fields, "errors", "error", reading, error);
    let bands = fields
        .need("bands", reading)
        .map(|tree| bands(tree, reading))
        .unwrap_or_default();
    let bands_status = words(&mut fields, "bands_status", reading);
    let caps = fields
        .need("caps", reading)
        .and_then(|tree| caps(tree, &bands, reading));
    let floors = fields
        .need("floors", reading)
        .and_then(|tree| floors(tree, &bands, reading));
    let curriculum = each(&mut fields, "curriculum", "curriculum tag", reading, tag);
    let frameworks = each(&mut fields, "frameworks", "framework", reading, framework);
    let never_words = fields
        .take("never_words")
        .map(|tree| never_words(tree, reading))
        .unwrap_or_default();
    let empathy_phrases = phrases(&mut fields, "empathy_phrases", reading);
    let jargon = phrases(&mut fields, "jargon", reading);
    fields.close(reading);
    Some(Rubric {
        id: Name::from(id?),
        version: u32::try_from(version?).ok()?,
        status,
        rating_scale,
        domains,
        skills,
        errors,
        bands,
        bands_status,
        caps: caps?,
        floors: floors?,
        curriculum,
        frameworks,
        never_words,
        empathy_phrases,
        jargon,
    })
}

/// A text that must be there; empty after a fault.
fn words(fields: &mut Fields<'_>, key: &'static str, reading: &mut Reading<'_>) -> String {
    let tree = fields.need(key, reading);
    let scalar = tree.and_then(|tree| reading.prose(key, tree));
    scalar
        .map(|scalar| scalar.text.trim_end().to_owned())
        .unwrap_or_default()
}

/// The entries of a mapping by id.
fn each<T>(
    fields: &mut Fields<'_>,
    key: &'static str,
    noun: &str,
    reading: &mut Reading<'_>,
    read: impl Fn(&Entry, &mut Reading<'_>) -> Option<T>,
) -> Vec<T> {
    let Some(tree) = fields.need(key, reading) else {
        return Vec::new();
    };
    let Data::Map(entries) = &tree.data else {
        reading.wrong_type(key, "entries by their ids", tree, "");
        return Vec::new();
    };
    doubles(entries, noun, reading);
    entries.iter().filter_map(|entry| read(entry, reading)).collect()
}

fn open<'t>(entry: &'t Entry, noun: &str, reading: &mut Reading<'_>) -> Option<Fields<'t>> {
    Fields::open(&entry.value, format!("{noun} `{}`", entry.key), entry.key_span, reading)
}

fn scale(tree: &Tree, reading: &mut Reading<'_>) -> Vec<Weighs> {
    let mut scale = Vec::new();
    for item in reading.list("rating_scale", tree) {
        let Some(mut fields) = Fields::open(item, "this rating", item.span, reading) else {
            continue;
        };
        let rating = fields
            .need("rating", reading)
            .and_then(|tree| reading.whole_number("rating", tree, -2, 2));
        let name = words(&mut fields, "name", reading);
        let means = words(&mut fields, "means", reading);
        fields.close(reading);
        if let Some(rating) = rating.and_then(|rating| i32::try_from(rating).ok()) {
            scale.push(Weighs { rating, name, means });
        }
    }
    scale
}

fn domain(entry: &Entry, reading: &mut Reading<'_>) -> Option<Domain> {
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

fn skill(entry: &Entry, domains: &[String], reading: &mut Reading<'_>) -> Option<Skill> {
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

fn sources(fields: &mut Fields<'_>, reading: &mut Reading<'_>) -> Vec<Spanned<Name>> {
    let Some(tree) = fields.take("sources") else {
        return Vec::new();
    };
    let items = reading.list("sources", tree);
    let named = items
        .iter()
        .filter_map(|item| Some(Spanned::new(Name::from(reading.word("sources", item)?), item.span)));
    named.collect()
}

fn error(entry: &Entry, reading: &mut Reading<'_>) -> Option<ErrorKind> {
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

fn escalate(tree: &Tree, reading: &mut Reading<'_>) -> Option<Escalate> {
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

fn bands(tree: &Tree, reading: &mut Reading<'_>) -> Vec<Band> {
    let mut bands: Vec<Band> = Vec::new();
    for item in reading.list("bands", tree) {
        let Some(mut fields) = Fields::open(item, "this band", item.span, reading) else {
            continue;
        };
        let id = fields.need("id", reading).and_then(|tree| reading.word("id", tree));
        let label = words(&mut fields, "label", reading);
        let at_least = fields
            .need("at_least", reading)
            .and_then(|tree| reading.number("at_least", tree, 0.0, 100.0));
        let means = words(&mut fields, "means", reading);
        fields.close(reading);
        let (Some(id), Some(at_least)) = (id, at_least) else {
            continue;
        };
        if bands.last().is_some_and(|above| above.at_least <= at_least) {
            reading.say(
                Diagnostic::error(
                    "E014",
                    format!("band `{id}` does not lie below the one before it"),
                    item.span,
                )
                .help("bands stand from the top down"),
            );
        }
        bands.push(Band {
            id: Name::from(id),
            label,
            at_least,
            means,
        });
    }
    bands
}

fn band(name: &str, tree: &Tree, bands: &[Band], reading: &mut Reading<'_>) -> Option<BandIx> {
    let id = reading.word(name, tree)?;
    let found = bands.iter().position(|band| band.id == id);
    if found.is_none() {
        let known: Vec<&str> = bands.iter().map(|band| band.id.as_str()).collect();
        reading.say(unknown("E011", "band", id, tree.span, known));
    }
    found.map(BandIx::new)
}

fn caps(tree: &Tree, bands: &[Band], reading: &mut Reading<'_>) -> Option<Caps> {
    let mut fields = Fields::open(tree, "`caps`", tree.span, reading)?;
    let unrepaired = fields.need("unrepaired_critical", reading);
    let unrepaired = unrepaired.and_then(|tree| band("unrepaired_critical", tree, bands, reading));
    let repaired = fields.need("repaired_critical", reading);
    let repaired = repaired.and_then(|tree| band("repaired_critical", tree, bands, reading));
    fields.close(reading);
    Some(Caps {
        unrepaired_critical: unrepaired?,
        repaired_critical: repaired?,
    })
}

fn floors(tree: &Tree, bands: &[Band], reading: &mut Reading<'_>) -> Option<Floors> {
    let mut fields = Fields::open(tree, "`floors`", tree.span, reading)?;
    let least = fields
        .need("domain_at_least", reading)
        .and_then(|tree| reading.number("domain_at_least", tree, 0.0, 100.0));
    let mut for_bands = Vec::new();
    if let Some(tree) = fields.need("for_bands", reading) {
        for item in reading.list("for_bands", tree) {
            for_bands.extend(band("for_bands", item, bands, reading));
        }
    }
    let observations = fields.need("min_observations", reading);
    let observations = observations.and_then(|tree| reading.whole_number("min_observations", tree, 0, 1000));
    fields.close(reading);
    Some(Floors {
        domain_at_least: least?,
        for_bands,
        min_observations: u32::try_from(observations?).ok()?,
    })
}

fn tag(entry: &Entry, reading: &mut Reading<'_>) -> Option<Tag> {
    let mut fields = open(entry, "curriculum tag", reading)?;
    let name = words(&mut fields, "name", reading);
    let about = words(&mut fields, "about", reading);
    fields.close(reading);
    Some(Tag {
        id: Name::from(&entry.key),
        name,
        about,
    })
}

fn framework(entry: &Entry, reading: &mut Reading<'_>) -> Option<Framework> {
    let mut fields = open(entry, "framework", reading)?;
    let name = words(&mut fields, "name", reading);
    let about = words(&mut fields, "about", reading);
    let moves = each(&mut fields, "moves", "move", reading, |entry, reading| {
        let mut fields = open(entry, "move", reading)?;
        let name = words(&mut fields, "name", reading);
        let about = words(&mut fields, "about", reading);
        fields.close(reading);
        Some(Move {
            id: Name::from(&entry.key),
            name,
            about,
        })
    });
    let sources = sources(&mut fields, reading);
    fields.close(reading);
    Some(Framework {
        id: Name::from(&entry.key),
        name,
        about,
        moves,
        sources,
        span: entry.key_span,
    })
}

fn never_words(tree: &Tree, reading: &mut Reading<'_>) -> Vec<NeverWord> {
    let mut never = Vec::new();
    for item in reading.list("never_words", tree) {
        let Some(mut fields) = Fields::open(item, "this item of `never_words`", item.span, reading) else {
            continue;
        };
        let banned = words(&mut fields, "words", reading);
        let why = words(&mut fields, "why", reading);
        let allow_when = fields
            .take("allow_when")
            .and_then(|tree| reading.prose("allow_when", tree));
        fields.close(reading);
        never.push(NeverWord {
            words: banned,
            why,
            allow_when: allow_when
                .map(|scalar| scalar.text.clone())
                .filter(|when| when != "never"),
        });
    }
    never
}

fn phrases(fields: &mut Fields<'_>, key: &'static str, reading: &mut Reading<'_>) -> Vec<String> {
    let Some(tree) = fields.take(key) else {
        return Vec::new();
    };
    let items = reading.list(key, tree);
    let phrases = items.iter().filter_map(|item| reading.prose(key, item));
    phrases.map(|scalar| scalar.text.to_lowercase()).collect()
}
