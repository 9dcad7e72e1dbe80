//! Scenarios written by a program: as many nodes as wanted, in the shape that a test needs.

use std::fmt::Write as _;

/// Everything above `nodes`; `vars` and `start` as given.
pub(crate) fn head(vars: &str, start: &str) -> String {
    format!(
        "format: 1\nscenario: mine\ntitle: A title\nversion: 1\nlang: en\ntrack: adult\nlevel: 1\nminutes: 5\n\
         roles: [physician]\nsetting: A ward\nsummary: Somebody is ill.\nchart: |\n  Mr. Lee, 70.\ntask: Talk.\n\
         objectives:\n  - {{text: Ask first, skills: [A3]}}\nframeworks: []\nsources: [hallenbeck-2007]\nauthors: [me]\n\
         review: [{{stage: drafted, date: 2026-01-01}}]\n\
         cast:\n  lee: {{name: Mr. Lee, who: your patient, moods: [quiet, open]}}\n{vars}start: {start}\nnodes:\n"
    )
}

/// `endings:` with the ids given.
pub(crate) fn endings(ids: &[&str]) -> String {
    let mut out = "endings:\n".to_owned();
    for id in ids {
        let _ = writeln!(
            out,
            "  {id}: {{title: It is over, kind: reached, because: choices, epilogue: \"> He nods.\"}}"
        );
    }
    out
}

/// One decision; choices as (id, lines of it after the text).
pub(crate) fn decision(id: &str, choices: &[(&str, &str)]) -> String {
    let mut out = format!("  {id}:\n    say: |\n      Mr. Lee: Yes?\n    choices:\n");
    for (choice, rest) in choices {
        let _ = write!(
            out,
            "      {choice}:\n        text: Words of {id} {choice}.\n        reply: |\n          Mr. Lee: I see.\n        \
             felt: |\n          Mr. Lee: Hm.\n        why: It is.\n"
        );
        for line in rest.split('\n') {
            let _ = writeln!(out, "        {line}");
        }
    }
    out
}

/// A ladder of decisions, each with so many choices that all lead to the next and change different things.
pub(crate) fn ladder(decisions: usize, choices: usize, vars: usize) -> String {
    let declared: String = (0..vars)
        .map(|at| format!("  v{at}: {{start: 0, min: 0, max: 1000}}\n"))
        .collect();
    let section = if vars == 0 {
        String::new()
    } else {
        format!("vars:\n{declared}")
    };
    let mut out = head(&section, "n0");
    for at in 0..decisions {
        let to = if at + 1 == decisions {
            "end: over".to_owned()
        } else {
            format!("goto: n{}", at + 1)
        };
        let list: Vec<(String, String)> = (0..choices)
            .map(|choice| {
                let var = (at + choice) % vars.max(1);
                let effects = if vars == 0 {
                    String::new()
                } else {
                    format!("effects: v{var} + {}\n", choice + 1 + at % 7)
                };
                (format!("c{choice}"), format!("{effects}{to}"))
            })
            .collect();
        let list: Vec<(&str, &str)> = list.iter().map(|(id, rest)| (id.as_str(), rest.as_str())).collect();
        out += &decision(&format!("n{at}"), &list);
    }
    out + &endings(&["over"])
}
