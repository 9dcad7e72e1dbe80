//! One thing the learner may say, do or write.

use crate::content::draft::Draft;
use crate::content::fields::Fields;
use crate::content::names::{Shape, id};
use crate::content::reading::list;
use crate::content::tree::{Entry, Tree};
use crate::diag::{Diagnostic, Spanned, did_you_mean};
use crate::model::{Act, Because, Choice, Name, NodeIx, Rubric};

pub(super) const FIELDS: [&str; 17] = [
    "text",
    "do",
    "write",
    "to",
    "when",
    "else_show",
    "locked_because",
    "once",
    "move",
    "effects",
    "reply",
    "felt",
    "why",
    "better",
    "also",
    "goto",
    "end",
];

impl Draft<'_> {
    pub(super) fn choice<'t>(&mut self, entry: &'t Entry, lost: &[&'t str], node: &str, at: NodeIx) -> Option<Choice> {
        let own_id = id(&mut self.reading, "choice", &entry.key, entry.key_span, Shape::Dashed);
        let place = format!("{node}/{}", entry.key);
        let what = format!("choice `{place}`");
        let fields = Fields::open(&entry.value, what, entry.key_span, &mut self.reading)?;
        let mut fields = fields.found_elsewhere(lost);
        let body = fields.exactly_one(&["text", "do", "write"], &mut self.reading);
        let body = body.and_then(|(key, tree)| {
            let act = match key {
                "do" => Act::Do,
                "write" => Act::Write,
                _ => Act::Say,
            };
            Some((act, self.text(key, tree, format!("{place}/text"))?))
        });
        let to = fields.take("to").and_then(|tree| self.person("to", tree));
        let when = fields.take("when").map(|tree| self.guard(tree));
        let locked = self.locked(&mut fields, &place);
        let once = fields
            .take("once")
            .and_then(|tree| self.reading.truth("once", tree))
            .unwrap_or(false);
        let framework_move = fields.take("move").and_then(|tree| self.framework_move(tree));
        let effects = fields
            .take("effects")
            .map(|tree| self.effects("effects", tree))
            .unwrap_or_default();
        let reply = fields
            .take("reply")
            .map(|tree| self.script("reply", tree, &format!("{place}/reply")))
            .unwrap_or_default();
        let felt = fields
            .take("felt")
            .map(|tree| self.script("felt", tree, &format!("{place}/felt")))
            .unwrap_or_default();
        let why = self.maybe_text(&mut fields, "why", format!("{place}/why"));
        let better = self.maybe_text(&mut fields, "better", format!("{place}/better"));
        let also = fields
            .take("also")
            .map(|tree| self.texts_of("also", tree, &format!("{place}/also")))
            .unwrap_or_default();
        let route = fields.exactly_one(&["goto", "end"], &mut self.reading);
        let route = route.and_then(|(way, tree)| self.route(way, tree));
        fields.close(&mut self.reading);
        let (act, text) = body?;
        Some(Choice {
            id: own_id,
            node: at,
            span: entry.key_span,
            act,
            text,
            to,
            when: when.flatten(),
            locked,
            once,
            framework_move,
            effects,
            reply,
            felt,
            why,
            better,
            also,
            route: route?,
        })
    }

    fn locked(&mut self, fields: &mut Fields<'_>, place: &str) -> Option<Because> {
        let shown = fields
            .take("else_show")
            .and_then(|tree| self.reading.one_of("else_show", tree, &[("locked", ())]));
        let because = self.maybe_text(fields, "locked_because", format!("{place}/locked"));
        let lonely = match (fields.key_span("else_show"), fields.key_span("locked_because")) {
            (Some(span), _) if !fields.has("when") => Some((
                span,
                "`else_show` says what to do when `when` fails, and there is no `when`",
                "add a `when`, or take this out",
            )),
            (None, Some(span)) => Some((
                span,
                "`locked_because` explains a locked choice, and this one is never shown locked",
                "add `else_show: locked`",
            )),
            _ => None,
        };
        if let Some((span, message, help)) = lonely {
            self.reading.say(Diagnostic::error("E019", message, span).help(help));
        }
        shown.map(|()| Because(because))
    }

    fn framework_move(&mut self, tree: &Tree) -> Option<Spanned<Name>> {
        let path = self.reading.word("move", tree)?;
        let named = Spanned::new(Name::from(path), tree.span);
        let Some(rubric) = self.rubric else { return Some(named) };
        if rubric.framework_move(path).is_none() {
            self.reading.say(no_such_move(rubric, path, tree));
        }
        Some(named)
    }
}

fn no_such_move(rubric: &Rubric, path: &str, tree: &Tree) -> Diagnostic {
    let fault = Diagnostic::error("E011", format!("unknown move `{path}`"), tree.span);
    let (framework, step) = path.split_once('/').unwrap_or((path, ""));
    if let Some(known) = rubric.frameworks.iter().find(|known| known.id == framework) {
        let moves = known.moves.iter().map(|known| known.id.as_str());
        return match did_you_mean(step, moves.clone()) {
            Some(near) => fault.help(format!("did you mean `{framework}/{near}`?")).fix(
                format!("write `{framework}/{near}`"),
                tree.span,
                format!("{framework}/{near}"),
            ),
            None => {
                let moves: Vec<&str> = moves.collect();
                fault.help(format!("the moves of `{framework}` are {}", list(&moves)))
            }
        };
    }
    let all = rubric
        .frameworks
        .iter()
        .flat_map(|known| known.moves.iter().map(move |step| format!("{}/{}", known.id, step.id)));
    let all: Vec<String> = all.collect();
    match did_you_mean(path, all.iter().map(String::as_str)) {
        Some(near) => fault
            .help(format!("did you mean `{near}`?"))
            .fix(format!("write `{near}`"), tree.span, near),
        None => {
            let known: Vec<&str> = rubric.frameworks.iter().map(|known| known.id.as_str()).collect();
            fault.help(format!("write `framework/move`; frameworks are {}", list(&known)))
        }
    }
}
