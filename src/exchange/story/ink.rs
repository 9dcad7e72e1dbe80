//! A scenario as ink source (inkle's format): knots for nodes, sticky choices, the same conditions and bounds.

use std::fmt::Write as _;

use super::logic::{Tongue, plain};
use crate::model::{Act, Scenario, Then, VarKind};

/// ink has no bounds of its own.
const CLAMP: &str = "=== function clamp(value, low, high) ===\n{ value < low:\n    ~ return low\n}\n{ value > high:\n    ~ return high\n}\n~ return value\n\n";

/// The whole scenario as one ink story. Hidden draws become a random choice at the start; wordings drawn by the seed
/// become their first variant; what they felt, ratings and teaching are left out.
#[must_use]
pub fn ink(scenario: &Scenario) -> String {
    let tongue = Tongue {
        scenario,
        sigil: "",
        clamp: |value, low, high| format!("clamp({value}, {low}, {high})"),
    };
    let mut out = format!(
        "// {} ({}), version {}. Drafted, not clinically reviewed. Education only.\n",
        text(scenario.raw(scenario.title)),
        scenario.id,
        scenario.version
    );
    for (name, value) in tongue.declarations() {
        let _ = writeln!(out, "VAR {name} = {value}");
    }
    out.push('\n');
    for var in &scenario.vars {
        if let VarKind::Hidden { values, .. } = &var.kind {
            let drawn: Vec<String> = values
                .iter()
                .map(|value| format!("~ {} = \"{}\"", plain(&var.id), value.id))
                .collect();
            let _ = writeln!(out, "{{ RANDOM(1, {}):", values.len());
            for (at, line) in drawn.iter().enumerate() {
                let _ = writeln!(out, "- {}: {line}", at + 1);
            }
            out.push_str("}\n");
        }
    }
    let _ = writeln!(out, "{}\n", paragraph(scenario.raw(scenario.chart)));
    let _ = writeln!(out, "-> {}\n", plain(&scenario.node(scenario.start).id));
    for (at, node) in scenario.node_ids() {
        let _ = writeln!(out, "=== {} ===", plain(&node.id));
        effects(&mut out, &tongue, &node.on_enter, "");
        script(&mut out, &tongue, &node.say, "");
        if let Then::Go(route) = &node.then {
            let _ = writeln!(out, "~ {} = true", tongue.visited(&node.id));
            arms(&mut out, &tongue, route, "");
        }
        for choice in scenario.choices_of(at) {
            let choice = scenario.choice(choice);
            let chosen = tongue.chosen(&node.id, &choice.id);
            let once = if choice.once {
                format!("{{not {chosen}}} ")
            } else {
                String::new()
            };
            let when = choice
                .when
                .as_ref()
                .map_or(String::new(), |guard| format!("{{{}}} ", tongue.cond(&guard.cond)));
            let words = text(&crate::model::normalise(scenario.raw(choice.text)));
            let words = match choice.act {
                Act::Say => words,
                Act::Do => format!("({words})"),
                Act::Write => format!("(You write: {words})"),
            };
            let _ = writeln!(out, "+ {once}{when}[{words}]");
            let _ = writeln!(out, "    ~ {chosen} = true");
            effects(&mut out, &tongue, &choice.effects, "    ");
            script(&mut out, &tongue, &choice.reply, "    ");
            let _ = writeln!(out, "    ~ {} = true", tongue.visited(&node.id));
            arms(&mut out, &tongue, &choice.route, "    ");
        }
        out.push('\n');
    }
    out.push_str(CLAMP);
    for ending in &scenario.endings {
        let _ = writeln!(out, "=== end_{} ===", plain(&ending.id));
        let _ = writeln!(out, "{}", text(scenario.raw(ending.title)));
        script(&mut out, &tongue, &ending.epilogue, "");
        out.push_str("-> END\n\n");
    }
    out
}

fn script(out: &mut String, tongue: &Tongue, lines: &[crate::model::Line], indent: &str) {
    for (when, words) in tongue.lines(lines) {
        let words = text(&words);
        match when {
            None => {
                let _ = writeln!(out, "{indent}{words}");
            }
            Some(when) => {
                let _ = writeln!(out, "{indent}{{ {when}:\n{indent}    {words}\n{indent}}}");
            }
        }
    }
}

fn effects(out: &mut String, tongue: &Tongue, list: &[crate::model::Effect], indent: &str) {
    for (when, name, value) in tongue.effects(list) {
        match when {
            None => {
                let _ = writeln!(out, "{indent}~ {name} = {value}");
            }
            Some(when) => {
                let _ = writeln!(out, "{indent}{{ {when}:\n{indent}    ~ {name} = {value}\n{indent}}}");
            }
        }
    }
}

fn arms(out: &mut String, tongue: &Tongue, route: &[crate::model::Arm], indent: &str) {
    for (when, to) in tongue.arms(route) {
        match when {
            None => {
                let _ = writeln!(out, "{indent}-> {to}");
            }
            Some(when) => {
                let _ = writeln!(out, "{indent}{{ {when}:\n{indent}    -> {to}\n{indent}}}");
            }
        }
    }
}

/// ink's own signs, escaped; a line may not begin with one either.
fn text(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        if "{}[]|<>#~\\/".contains(letter) {
            out.push('\\');
        }
        out.push(letter);
    }
    if out.starts_with(['-', '*', '+', '=']) {
        out.insert(0, '\\');
    }
    out
}

fn paragraph(words: &str) -> String {
    text(&crate::model::normalise(words))
}
