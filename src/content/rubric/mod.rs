//! `scoring/rubric.yaml`: skills, errors, bands, frameworks.

mod bands;
mod skills;

use crate::content::fields::{Fields, doubles};
use crate::content::reading::Reading;
use crate::content::tree::{Data, Entry, Tree};
use crate::model::{Framework, Level, Move, Name, NeverWord, Rubric, Tag};

pub(in crate::content) fn rubric(tree: &Tree, reading: &mut Reading<'_>) -> Option<Rubric> {
    let top = reading.top();
    let fields = Fields::open(tree, "this rubric", top, reading)?;
    whole(fields, reading)
}

pub(in crate::content) fn level(name: &str, tree: &Tree, reading: &mut Reading<'_>) -> Option<Level> {
    let known = [
        ("minor", Level::Minor),
        ("major", Level::Major),
        ("critical", Level::Critical),
    ];
    reading.one_of(name, tree, &known)
}

fn whole(mut fields: Fields<'_>, reading: &mut Reading<'_>) -> Option<Rubric> {
    crate::content::format(&mut fields, reading);
    let id = fields
        .need("rubric", reading)
        .and_then(|tree| reading.word("rubric", tree));
    let version = fields
        .need("version", reading)
        .and_then(|tree| reading.whole_number("version", tree, 1, i64::from(u32::MAX)));
    let status = words(&mut fields, "status", reading);
    let rating_scale = fields
        .need("rating_scale", reading)
        .map(|tree| bands::scale(tree, reading))
        .unwrap_or_default();
    let domains = each(&mut fields, "domains", "domain", reading, skills::domain);
    let domain_ids: Vec<String> = domains.iter().map(|domain| domain.id.to_string()).collect();
    let skills = each(&mut fields, "skills", "skill", reading, |entry, reading| {
        skills::skill(entry, &domain_ids, reading)
    });
    let errors = each(&mut fields, "errors", "error", reading, skills::error);
    let bands = fields
        .need("bands", reading)
        .map(|tree| bands::bands(tree, reading))
        .unwrap_or_default();
    let bands_status = words(&mut fields, "bands_status", reading);
    let caps = fields
        .need("caps", reading)
        .and_then(|tree| bands::caps(tree, &bands, reading));
    let floors = fields
        .need("floors", reading)
        .and_then(|tree| bands::floors(tree, &bands, reading));
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
    let sources = skills::sources(&mut fields, reading);
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
