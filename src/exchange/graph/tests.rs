//! What a picture must show, looked up in its text.

use super::{Chances, Graph, dot, mermaid, outline, svg};
use crate::content::load_scenario;
use crate::diag::Sources;
use crate::explore::{Limits, analyse};
use crate::model::Scenario;

/// So many decisions in a row; `shut` can never be taken and leads to `lost`, which nothing else does.
fn long_story(decisions: usize) -> Scenario {
    let mut text = crate::exchange::begin::scenario("the-start", crate::model::Track::Adult, "2026-01-01");
    let head = text.find("\nstart:").expect("a start");
    text.truncate(head);
    text += "\nstart: n0\nnodes:\n";
    for at in 0..decisions {
        let to = if at + 1 == decisions {
            "end: over".to_owned()
        } else {
            format!("goto: n{}", at + 1)
        };
        text += &format!(
            "  n{at}:\n    say: |\n      > Moment & more.\n    choices:\n      a: {{text: \"One <{at}>\", {to}}}\n      b: {{text: Two, end: over}}\n"
        );
    }
    text += "  lost:\n    say: |\n      > Nobody comes here.\n    goto: n1\nendings:\n  over: {title: Over, kind: reached, because: choices}\n";
    let mut sources = Sources::default();
    let file = sources.add("the-start.yaml", text);
    let (scenario, faults) = load_scenario(file, &sources, None);
    scenario.unwrap_or_else(|| panic!("{faults:#?}"))
}

fn width(svg: &str) -> f64 {
    let (_, rest) = svg.split_once("width=\"").expect("a width");
    rest.split('"')
        .next()
        .and_then(|number| number.parse().ok())
        .expect("a number")
}

#[test]
fn forty_decisions_in_a_row_stay_on_a_wide_screen() {
    let scenario = long_story(40);
    let drawn = Graph {
        scenario: &scenario,
        key: None,
        chances: None,
    };
    let picture = svg(&drawn);
    assert!(width(&picture) < 2600.0, "{}", width(&picture));
    assert!(picture.contains("▸ n6<"), "an edge into the next band names its target");
    assert!(picture.contains("■ over<"), "a far ending is named");
    for node in &scenario.nodes {
        assert!(picture.contains(&format!(">{}</text>", node.id)) || picture.contains(&format!("▶ {}<", node.id)));
    }
}

#[test]
fn what_is_never_reached_is_dashed_and_the_rest_has_its_likelihood() {
    let scenario = long_story(3);
    let analysis = analyse(&scenario, &Limits::default()).expect("nobody cancels");
    let chances = Chances::of(&analysis).expect("exact");
    let drawn = Graph {
        scenario: &scenario,
        key: None,
        chances: Some(&chances),
    };
    let picture = svg(&drawn);
    // The card of `lost`, and its way to `n1`.
    assert_eq!(picture.matches("stroke-dasharray").count(), 2);
    assert!(picture.contains(">never</text>"));
    assert!(picture.contains(">50 %</text>") && picture.contains(">25 %</text>"));
    assert!(dot(&drawn).contains("\"lost\" [label=\"lost\", style=\"rounded,dashed\"]"));
    assert!(mermaid(&drawn).contains("-.->"));
    assert!(outline(&drawn).contains("lost (never)"));
    let all: f64 = chances
        .edges
        .iter()
        .filter(|((_, to), _)| matches!(to, crate::model::Target::Ending(_)))
        .map(|(_, chance)| chance)
        .sum();
    assert!((all - 1.0).abs() < 1e-12, "every play follows one edge to an ending");
}

#[test]
fn words_are_escaped_and_the_whole_branching_is_said_in_words() {
    let scenario = long_story(2);
    let drawn = Graph {
        scenario: &scenario,
        key: None,
        chances: None,
    };
    let picture = svg(&drawn);
    assert!(picture.contains("One &lt;0&gt;") && picture.contains("Moment &amp; more."));
    assert!(!picture.contains("One <0>"));
    let (_, rest) = picture.split_once("<desc id=\"desc\">").expect("a description");
    assert!(rest.starts_with("n0\n  a -&gt; n1\n  b -&gt; ending over\n"));
}

#[test]
fn where_nothing_is_known_of_likelihood_the_legend_says_so() {
    let scenario = long_story(2);
    let unknown = Graph {
        scenario: &scenario,
        key: None,
        chances: None,
    };
    assert!(svg(&unknown).contains("all lines alike: how likely each is cannot be told"));
    let analysis = analyse(&scenario, &Limits::default()).expect("nobody cancels");
    let chances = Chances::of(&analysis).expect("exact");
    let known = Graph {
        chances: Some(&chances),
        ..unknown
    };
    assert!(!svg(&known).contains("all lines alike"));
    for drawn in [unknown, known] {
        assert!(svg(&drawn).contains("▸ goes on at · ■ ends with"));
    }
}

#[test]
fn targets_stand_in_the_order_of_the_rows_that_lead_to_them() {
    let mut text = crate::exchange::begin::scenario("the-start", crate::model::Track::Adult, "2026-01-01");
    text.truncate(text.find("\nstart:").expect("a start"));
    text += "\nstart: hub\nnodes:\n  low:\n    end: over\n  high:\n    end: over\n  hub:\n    choices:\n";
    text += "      a: {text: One, goto: high}\n      b: {text: Two, goto: low}\nendings:\n  over: {title: Over, kind: reached}\n";
    let mut sources = Sources::default();
    let file = sources.add("the-start.yaml", text);
    let (scenario, faults) = load_scenario(file, &sources, None);
    let scenario = scenario.unwrap_or_else(|| panic!("{faults:#?}"));
    let picture = svg(&Graph {
        scenario: &scenario,
        key: None,
        chances: None,
    });
    let y = |name: &str| -> f64 {
        let at = picture.find(&format!("fill=\"#222\">{name}</text>")).expect(name);
        let (_, rest) = picture[..at].rsplit_once(" y=\"").expect("a place");
        rest.split('"')
            .next()
            .and_then(|number| number.parse().ok())
            .expect("a number")
    };
    assert!(y("high") < y("low"), "their lines cross");
}
