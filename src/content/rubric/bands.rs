//! The rating scale, and the bands that name a score.

use super::words;
use crate::content::fields::Fields;
use crate::content::reading::{Reading, unknown};
use crate::content::tree::Tree;
use crate::diag::Diagnostic;
use crate::model::{Band, BandIx, Caps, Floors, Name, Weighs};

pub(super) fn scale(tree: &Tree, reading: &mut Reading<'_>) -> Vec<Weighs> {
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

pub(super) fn bands(tree: &Tree, reading: &mut Reading<'_>) -> Vec<Band> {
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

pub(super) fn band(name: &str, tree: &Tree, bands: &[Band], reading: &mut Reading<'_>) -> Option<BandIx> {
    let id = reading.word(name, tree)?;
    let found = bands.iter().position(|band| band.id == id);
    if found.is_none() {
        let known: Vec<&str> = bands.iter().map(|band| band.id.as_str()).collect();
        reading.say(unknown("E011", "band", id, tree.span, known));
    }
    found.map(BandIx::new)
}

pub(super) fn caps(tree: &Tree, bands: &[Band], reading: &mut Reading<'_>) -> Option<Caps> {
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

pub(super) fn floors(tree: &Tree, bands: &[Band], reading: &mut Reading<'_>) -> Option<Floors> {
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
