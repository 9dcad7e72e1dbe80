//! One person's trust, understanding or distress over the decisions, the best line pale behind it.

use super::canvas::{Align, Plot, Role, place, plot};
use crate::practice::debrief::PersonTrace;

/// Words around a trace, in the page's language.
pub(in crate::report) struct TraceWords<'a> {
    pub(in crate::report) title: &'a str,
    pub(in crate::report) about: &'a str,
    pub(in crate::report) you: &'a str,
    pub(in crate::report) best: &'a str,
    pub(in crate::report) start: &'a str,
}

/// `turns` are decisions (from 1) to point out.
pub(in crate::report) fn trace(id: &str, words: &TraceWords<'_>, trace: &PersonTrace, turns: &[usize]) -> Plot {
    let steps = trace.values.len().max(trace.best.len()).max(2) - 1;
    let bounds = (f64::from(trace.bounds.0), f64::from(trace.bounds.1));
    plot(
        id,
        words.title,
        words.about,
        |_| 170,
        |pen| {
            let (left, right, top, bottom) = (30, pen.sheet.width - 76, 14, pen.sheet.height - 30);
            let x = |step: usize| place(step as f64, (0.0, steps as f64), (left, right));
            let y = |value: i32| place(f64::from(value), bounds, (bottom, top));
            let middle = (trace.bounds.0 + trace.bounds.1) / 2;
            for value in [trace.bounds.0, middle, trace.bounds.1] {
                pen.line((left, y(value)), (right, y(value)), Role::Rule, 1);
                pen.text(&value.to_string(), (left - 8, y(value)), Align::Right, Role::Muted);
            }
            // On a phone every second number, when there are many.
            let every = if pen.sheet.width < 400 && steps > 8 { 2 } else { 1 };
            for step in (1..=steps).filter(|step| step % every == 0 || *step == steps && every == 1) {
                pen.text(&step.to_string(), (x(step), bottom + 18), Align::Centre, Role::Muted);
            }
            pen.text(words.start, (left, bottom + 18), Align::Left, Role::Muted);
            let points = |values: &[i32]| -> Vec<(i32, i32)> {
                let all = values.iter().enumerate();
                all.map(|(step, value)| (x(step), y(*value))).collect()
            };
            let (mine, best) = (points(&trace.values), points(&trace.best));
            if best.len() > 1 {
                pen.path(&best, Role::Pale, 3);
            }
            if mine.len() > 1 {
                pen.path(&mine, Role::Accent, 2);
            }
            for (step, at) in mine.iter().enumerate() {
                if turns.contains(&step) {
                    pen.ring(*at, 7, Role::Accent);
                } else {
                    pen.dot(*at, 3, Role::Accent);
                }
            }
            let mut labels: Vec<((i32, i32), &str, Role)> = Vec::new();
            labels.extend(mine.last().map(|at| (*at, words.you, Role::Accent)));
            labels.extend(best.last().map(|at| (*at, words.best, Role::Muted)));
            // Two labels at one height would cover each other.
            if let [mine, best] = labels.as_mut_slice() {
                let apart = best.0.1 - mine.0.1;
                if apart.abs() < 18 && (best.0.0 - mine.0.0).abs() < 60 {
                    let push = (18 - apart.abs() + 1) / 2;
                    let up = if apart < 0 { -1 } else { 1 };
                    mine.0.1 -= up * push;
                    best.0.1 += up * push;
                }
            }
            for (at, label, role) in labels {
                pen.text(label, (at.0 + 11, at.1), Align::Left, role);
            }
        },
    )
}
