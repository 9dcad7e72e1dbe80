//! `scoring/sources.yaml`: what the teaching rests on.

use super::fields::{Fields, doubles};
use super::reading::Reading;
use super::tree::{Data, Entry, Tree};
use crate::model::{Bibliography, Citation, Name};

pub(super) fn bibliography(tree: &Tree, reading: &mut Reading<'_>) -> Option<Bibliography> {
    let top = reading.top();
    let mut fields = Fields::open(tree, "this list of sources", top, reading)?;
    super::format(&mut fields, reading);
    let mut list = Vec::new();
    if let Some(tree) = fields.need("sources", reading) {
        if let Data::Map(entries) = &tree.data {
            doubles(entries, "source", reading);
            list.extend(entries.iter().filter_map(|entry| citation(entry, reading)));
        } else {
            reading.wrong_type(
                "sources",
                "sources by their ids",
                tree,
                "write `back-2005: {cite: …}` below it",
            );
        }
    }
    fields.close(reading);
    Some(Bibliography { list })
}

fn citation(entry: &Entry, reading: &mut Reading<'_>) -> Option<Citation> {
    let mut fields = Fields::open(&entry.value, format!("source `{}`", entry.key), entry.key_span, reading)?;
    let cite = fields
        .need("cite", reading)
        .and_then(|tree| reading.prose("cite", tree));
    let mut maybe = |key: &'static str| {
        let scalar = fields.take(key).and_then(|tree| reading.prose(key, tree));
        scalar.map(|scalar| scalar.text.trim_end().to_owned())
    };
    let (at, read, jurisdiction) = (maybe("at"), maybe("read"), maybe("jurisdiction"));
    let as_of = fields.take("as_of").and_then(|tree| reading.date("as_of", tree));
    fields.close(reading);
    Some(Citation {
        id: Name::from(&entry.key),
        cite: cite?.text.trim_end().to_owned(),
        at,
        read,
        jurisdiction,
        as_of,
        span: entry.key_span,
    })
}
