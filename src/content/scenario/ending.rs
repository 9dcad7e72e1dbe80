//! How a conversation may end.

use crate::content::draft::Draft;
use crate::content::fields::{Fields, doubles};
use crate::content::names::{Shape, id};
use crate::content::tree::{Data, Entry, Tree};
use crate::model::{Ending, EndingCause, EndingKind};

impl Draft<'_> {
    pub(super) fn endings(&mut self, tree: &Tree) -> Vec<Ending> {
        let Data::Map(entries) = &tree.data else {
            self.reading.wrong_type(
                "endings",
                "endings by their ids",
                tree,
                "write `heard: {title: …, kind: reached, …}` below it",
            );
            return Vec::new();
        };
        doubles(entries, "ending", &mut self.reading);
        entries.iter().filter_map(|entry| self.ending(entry)).collect()
    }

    fn ending(&mut self, entry: &Entry) -> Option<Ending> {
        let own_id = id(&mut self.reading, "ending", &entry.key, entry.key_span, Shape::Dashed);
        let place = format!("endings/{}", entry.key);
        let mut fields = Fields::open(
            &entry.value,
            format!("ending `{}`", entry.key),
            entry.key_span,
            &mut self.reading,
        )?;
        let title = self.need_text(&mut fields, "title", format!("{place}/title"));
        let kind = fields.need("kind", &mut self.reading).and_then(|tree| {
            let known = [
                ("reached", EndingKind::Reached),
                ("partial", EndingKind::Partial),
                ("lost", EndingKind::Lost),
            ];
            self.reading.one_of("kind", tree, &known)
        });
        let because = fields.take("because").and_then(|tree| {
            let known = [
                ("choices", EndingCause::Choices),
                ("illness", EndingCause::Illness),
                ("chance", EndingCause::Chance),
            ];
            self.reading.one_of("because", tree, &known)
        });
        let epilogue = fields
            .take("epilogue")
            .map(|tree| self.script("epilogue", tree, &format!("{place}/epilogue")));
        let debrief = fields
            .take("debrief")
            .map(|tree| self.script("debrief", tree, &format!("{place}/debrief")));
        let discuss = fields
            .take("discuss")
            .map(|tree| self.texts_of("discuss", tree, &format!("{place}/discuss")));
        fields.close(&mut self.reading);
        Some(Ending {
            id: own_id,
            span: entry.key_span,
            title,
            kind: kind?,
            because,
            epilogue: epilogue.unwrap_or_default(),
            debrief: debrief.unwrap_or_default(),
            discuss: discuss.unwrap_or_default(),
        })
    }
}
