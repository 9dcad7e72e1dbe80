//! A scenario file to a resolved scenario.

mod cast;
mod choice;
mod ending;
mod head;
mod node;
mod outline;
mod route;
mod state;

use super::draft::Draft;
use super::fields::Fields;
use super::reading::{Reading, unknown};
use super::tree::Tree;
use crate::model::{Allow, NodeIx, Rubric, Scenario, TextId, Texts};

/// Stand-ins take the place of what could not be read, so the result counts only when `reading` holds no errors.
pub(super) fn scenario<'a>(
    tree: &Tree,
    mut reading: Reading<'a>,
    rubric: Option<&'a Rubric>,
    path: &str,
    allows: Vec<Allow>,
) -> (Option<Scenario>, Reading<'a>) {
    let top = reading.top();
    let Some(mut fields) = Fields::open(tree, "this scenario", top, &mut reading) else {
        return (None, reading);
    };
    let scope = outline::scope(tree);
    let mut draft = Draft {
        reading,
        scope,
        rubric,
        texts: Texts::default(),
    };
    let head = draft.head(&mut fields, path);
    let cast = fields.need("cast", &mut draft.reading).map(|tree| draft.cast(tree));
    let vars = fields.take("vars").map(|tree| draft.vars(tree));
    let facts = fields.take("facts").map(|tree| draft.facts(tree));
    let start = fields
        .need("start", &mut draft.reading)
        .and_then(|tree| draft.start(tree));
    let nodes = fields.need("nodes", &mut draft.reading).map(|tree| draft.nodes(tree));
    let endings = fields
        .need("endings", &mut draft.reading)
        .map(|tree| draft.endings(tree));
    fields.close(&mut draft.reading);
    let reading = draft.reading;
    let built = (|| {
        let head = head?;
        let (nodes, choices) = nodes?;
        Some(Scenario {
            id: head.id,
            span: head.span,
            title: head.title,
            version: head.version,
            lang: head.lang,
            track: head.track,
            level: head.level,
            minutes: head.minutes,
            roles: head.roles,
            setting: head.setting,
            summary: head.summary,
            chart: head.chart,
            task: head.task,
            objectives: head.objectives,
            frameworks: head.frameworks,
            curriculum: head.curriculum,
            content: head.content,
            sources: head.sources,
            authors: head.authors,
            review: head.review,
            workshop: head.workshop,
            cast: cast?,
            vars: vars.unwrap_or_default(),
            facts: facts.unwrap_or_default(),
            nodes,
            choices,
            endings: endings?,
            start: start?,
            texts: draft.texts,
            allows,
        })
    })();
    (built, reading)
}

impl Draft<'_> {
    fn start(&mut self, tree: &Tree) -> Option<NodeIx> {
        let id = self.reading.word("start", tree)?;
        let found = self.scope.node(id);
        if found.is_none() && !self.scope.blind.nodes {
            let known: Vec<&str> = self.scope.nodes.iter().map(|node| node.as_str()).collect();
            let fault = unknown("E010", "node", id, tree.span, known).label("the conversation would start here");
            self.reading.say(fault);
        }
        found
    }

    /// A text that must be there; a stand-in after a fault, since nothing is built then.
    fn need_text(&mut self, fields: &mut Fields<'_>, key: &'static str, address: String) -> TextId {
        let tree = fields.need(key, &mut self.reading);
        tree.and_then(|tree| self.text(key, tree, address)).unwrap_or_default()
    }

    fn maybe_text(&mut self, fields: &mut Fields<'_>, key: &'static str, address: String) -> Option<TextId> {
        fields.take(key).and_then(|tree| self.text(key, tree, address))
    }
}
