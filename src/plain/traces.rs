//! How it felt to them, in words and numbers: the traces of each person over the decisions, with the best line's beside them.

use std::io::{self, Write};

use super::Paper;
use super::telling::name;
use crate::i18n::Words;
use crate::model::{Trace, VarIx};
use crate::scoring::References;
use crate::session::{Session, replayed};

/// More turning points than this are noise.
const TURNING_POINTS: usize = 3;

pub(super) fn traces<W: Write>(
    paper: &mut Paper<W>,
    words: &Words,
    session: &Session,
    references: Option<&References>,
) -> io::Result<()> {
    let line = session.current_line();
    let best = references.map_or_else(Vec::new, |references| {
        replayed(
            session.scenario(),
            session.draws(),
            session.role(),
            &references.best_path,
        )
    });
    for trace in session.traces(line) {
        let (low, high) = trace.bounds;
        let what = named(words, session, trace.var);
        let Some((first, after)) = trace.values.split_first() else {
            continue;
        };
        let values = listed(after);
        let facts = [
            ("what", (&what).into()),
            ("low", i64::from(low).into()),
            ("high", i64::from(high).into()),
            ("first", i64::from(*first).into()),
            ("values", (&values).into()),
        ];
        paper.text(&words.say_with("plain-trace", &facts))?;
        if let Some(best) = best.iter().find(|best| best.var == trace.var) {
            let values = listed(best.values.get(1..).unwrap_or_default());
            paper.text(&words.say_with("plain-trace-best", &[("values", (&values).into())]))?;
        }
    }
    for point in session.turning_points(line).into_iter().take(TURNING_POINTS) {
        let what = named(words, session, point.var);
        let facts = [
            ("number", (point.step + 1).into()),
            ("what", (&what).into()),
            ("change", i64::from(point.change.abs()).into()),
        ];
        let moved = if point.change < 0 {
            words.say_with("plain-fell", &facts)
        } else {
            words.say_with("plain-rose", &facts)
        };
        let turn = session.run().turns.get(point.step);
        let named = turn.and_then(|turn| Some(session.words(session.scenario().node(turn.node).turn?, turn)));
        paper.text(&named.map_or(moved.clone(), |named| format!("{moved} {named}")))?;
    }
    Ok(())
}

/// "trust, Mrs. Lau"
pub(super) fn named(words: &Words, session: &Session, var: VarIx) -> String {
    let about = &session.scenario().vars[var.at()];
    let what = match about.trace {
        Some(Trace::Understanding) => words.say("plain-understanding"),
        Some(Trace::Distress) => words.say("plain-distress"),
        Some(Trace::Trust) | None => words.say("plain-trust"),
    };
    match about.of {
        Some(person) => {
            let who = name(session.scenario(), person);
            words.say_with("plain-trace-of", &[("what", (&what).into()), ("name", who.into())])
        }
        None => what,
    }
}

pub(super) fn listed(values: &[i32]) -> String {
    let values: Vec<String> = values.iter().map(i32::to_string).collect();
    values.join(", ")
}
