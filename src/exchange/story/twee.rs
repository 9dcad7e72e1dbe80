//! A scenario as Twee 3 source with SugarCube macros, for Twine and its tools.

use std::fmt::Write as _;

use super::logic::{Tongue, plain};
use crate::model::{Act, Arm, Effect, Line, Scenario, Then, VarKind, flow_hash};

/// The whole scenario as one Twee 3 file. Each choice has a passage of its own for what it changes and what is answered.
#[must_use]
pub fn twee(scenario: &Scenario) -> String {
    let tongue = Tongue {
        scenario,
        sigil: "$",
        clamp: |value, low, high| format!("Math.clamp({value}, {low}, {high})"),
    };
    let title = crate::model::normalise(scenario.raw(scenario.title));
    let start = plain(&scenario.node(scenario.start).id);
    let mut out = format!(
        ":: StoryTitle\n{title}\n\n:: StoryData\n{{\"ifid\": \"{}\", \"format\": \"SugarCube\", \"format-version\": \"2.37.3\", \"start\": \"{start}\"}}\n\n",
        ifid(scenario)
    );
    out.push_str(":: StoryInit\n");
    for (name, value) in tongue.declarations() {
        let _ = writeln!(out, "<<set {name} to {value}>>");
    }
    for var in &scenario.vars {
        if let VarKind::Hidden { values, .. } = &var.kind {
            let values: Vec<String> = values.iter().map(|value| format!("\"{}\"", value.id)).collect();
            let _ = writeln!(out, "<<set ${} to either({})>>", plain(&var.id), values.join(", "));
        }
    }
    out.push_str("\n:: StoryCaption\nDrafted, not clinically reviewed. Education only.\n\n");
    for (at, node) in scenario.node_ids() {
        let id = plain(&node.id);
        let _ = writeln!(out, ":: {id}");
        effects(&mut out, &tongue, &node.on_enter);
        script(&mut out, &tongue, &node.say);
        if let Then::Go(route) = &node.then {
            let _ = writeln!(out, "<<set {} to true>>", tongue.visited(&node.id));
            arms(&mut out, &tongue, route, "Go on");
        }
        for choice in scenario.choices_of(at) {
            let choice = scenario.choice(choice);
            let words = text(&crate::model::normalise(scenario.raw(choice.text)));
            let words = match choice.act {
                Act::Say => words,
                Act::Do => format!("({words})"),
                Act::Write => format!("(You write: {words})"),
            };
            let link = format!("[[{words}->{id}--{}]]", choice.id);
            let once = choice
                .once
                .then(|| format!("not {}", tongue.chosen(&node.id, &choice.id)));
            let when = choice.when.as_ref().map(|guard| tongue.cond(&guard.cond));
            let conditions: Vec<String> = once.into_iter().chain(when).collect();
            if conditions.is_empty() {
                let _ = writeln!(out, "{link}");
            } else {
                let _ = writeln!(out, "<<if {}>>{link}<</if>>", conditions.join(" and "));
            }
        }
        out.push('\n');
        for choice in scenario.choices_of(at) {
            let choice = scenario.choice(choice);
            let _ = writeln!(out, ":: {id}--{} [reply]", choice.id);
            let _ = writeln!(out, "<<set {} to true>>", tongue.chosen(&node.id, &choice.id));
            effects(&mut out, &tongue, &choice.effects);
            script(&mut out, &tongue, &choice.reply);
            let _ = writeln!(out, "<<set {} to true>>", tongue.visited(&node.id));
            arms(&mut out, &tongue, &choice.route, "Go on");
            out.push('\n');
        }
    }
    for ending in &scenario.endings {
        let _ = writeln!(out, ":: end_{} [ending]", plain(&ending.id));
        let _ = writeln!(out, "!! {}", text(scenario.raw(ending.title)));
        script(&mut out, &tongue, &ending.epilogue);
        out.push('\n');
    }
    out
}

fn script(out: &mut String, tongue: &Tongue, lines: &[Line]) {
    for (when, words) in tongue.lines(lines) {
        let words = text(&words);
        match when {
            None => {
                let _ = writeln!(out, "{words}");
            }
            Some(when) => {
                let _ = writeln!(out, "<<if {when}>>{words}<</if>>");
            }
        }
    }
}

fn effects(out: &mut String, tongue: &Tongue, list: &[Effect]) {
    for (when, name, value) in tongue.effects(list) {
        let set = format!("<<set {name} to {value}>>");
        let line = when.map_or(set.clone(), |when| format!("<<if {when}>>{set}<</if>>"));
        let _ = writeln!(out, "{line}");
    }
}

fn arms(out: &mut String, tongue: &Tongue, route: &[Arm], words: &str) {
    let arms = tongue.arms(route);
    if let [(None, to)] = arms.as_slice() {
        let _ = writeln!(out, "[[{words}->{to}]]");
        return;
    }
    for (at, (when, to)) in arms.iter().enumerate() {
        let word = match (at, when) {
            (0, Some(when)) => format!("<<if {when}>>"),
            (_, Some(when)) => format!("<<elseif {when}>>"),
            (_, None) => "<<else>>".to_owned(),
        };
        let _ = write!(out, "{word}[[{words}->{to}]]");
    }
    out.push_str("<</if>>\n");
}

/// Twee's and SugarCube's own signs as HTML entities; a line may not begin a passage.
fn text(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '[' => out.push_str("&#91;"),
            ']' => out.push_str("&#93;"),
            '$' => out.push_str("&#36;"),
            '|' => out.push_str("&#124;"),
            '{' => out.push_str("&#123;"),
            '}' => out.push_str("&#125;"),
            _ => out.push(letter),
        }
    }
    if out.starts_with("::") {
        out.replace_range(0..1, "&#58;");
    }
    out
}

/// The story's id, from the flow hash in the shape of a UUID (upper case, as Twine wants it): the same flow keeps its id.
fn ifid(scenario: &Scenario) -> String {
    let hash = flow_hash(scenario).to_uppercase();
    format!(
        "{}-{}-4{}-8{}-{}",
        &hash[..8],
        &hash[8..12],
        &hash[13..16],
        &hash[17..20],
        &hash[20..32]
    )
}
