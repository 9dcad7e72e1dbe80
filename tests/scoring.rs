//! The rules of scoring, each on a conversation small enough to work out by hand.
#![allow(clippy::unwrap_used, reason = "a test")]

#[path = "support/pocket.rs"]
#[allow(dead_code, reason = "shared with the rules of play")]
mod pocket;

use bedside::model::Level;
use bedside::scoring::{Cap, LineResult, Mark, contested_factor, credit};
use pocket::{Pocket, rated};

const END: &str = "endings: {done: {title: Done, kind: reached}}\n";

/// Two decisions; the first weighs double. `away` ends before the second.
fn two() -> Pocket {
    let body = "\
start: one
nodes:
  one:
    say: \"Ada: Well?\"
    choices:
      best: {text: a, goto: two}
      fair: {text: b, goto: two}
      harm: {text: c, goto: two}
      away: {text: d, end: done}
  two:
    say: \"Ada: And?\"
    choices:
      best: {text: a, end: done}
      miss: {text: b, end: done}
";
    let key = "\
decisions:
  one:
    weight: 2
    tests: [A3]
    choices:
      best: {rating: 2, shows: {A3: 4}}
      fair: {rating: 1, shows: {A3: 3}}
      harm: {rating: -2, shows: {A3: 0}}
      away: {rating: 0, shows: {A3: 2}}
  two:
    weight: 1
    tests: [A3]
    choices:
      best: {rating: 2, shows: {A3: 4}}
      miss: {rating: 0, shows: {A3: 1}}
";
    rated(&format!("{body}{END}"), key)
}

fn near(found: f64, wanted: f64) {
    assert!((found - wanted).abs() < 1e-9, "{found} instead of {wanted}");
}

#[test]
fn credit_runs_from_nothing_to_one_over_the_scale() {
    for (rating, worth) in [
        (-2.0, 0.0),
        (-1.0, 0.25),
        (0.0, 0.5),
        (1.0, 0.75),
        (2.0, 1.0),
        (0.5, 0.625),
    ] {
        near(credit(rating), worth);
    }
}

#[test]
fn the_score_is_what_was_earned_of_what_the_decisions_met_could_give() {
    let two = two();
    near(two.points("", "one/best two/best"), 100.0);
    // (2·0.75 + 1·0.5) / (2 + 1)
    near(two.points("", "one/fair two/miss"), 100.0 * 2.0 / 3.0);
    near(two.points("", "one/harm two/best"), 100.0 / 3.0);
    // One decision met: 2·0.5 / 2. Nothing was owed, so leaving the second out costs nothing.
    near(two.points("", "one/away"), 50.0);
}

#[test]
fn a_short_way_pays_for_what_was_owed() {
    let owed = |weight: &str| {
        let body = "\
start: one
nodes:
  one:
    say: \"Ada: Well?\"
    choices:
      ask: {text: a, goto: two}
      away: {text: b, end: done}
      said: {text: c, end: done}
  two:
    say: \"Ada: And?\"
    choices:
      best: {text: a, end: done}
      harm: {text: b, end: done}
";
        let key = format!(
            "\
owed:
  asks: {{by: [two], weight: {weight}}}
decisions:
  one:
    weight: 1
    tests: [A3]
    choices:
      ask: {{rating: 2, shows: {{A3: 4}}}}
      away: {{rating: 2, shows: {{A3: 4}}}}
      said: {{rating: 2, shows: {{A3: 4}}, settles: [asks]}}
  two:
    weight: 1
    tests: [A3]
    choices:
      best: {{rating: 2, shows: {{A3: 4}}}}
      harm: {{rating: -2, shows: {{A3: 0}}}}
"
        );
        rated(&format!("{body}{END}"), &key)
    };
    near(owed("3").points("", "one/away"), 25.0);
    near(owed("3").points("", "one/ask two/best"), 100.0);
    // Meeting the decision settles it, however it went; what went wrong there is paid for there.
    near(owed("3").points("", "one/ask two/harm"), 50.0);
    near(owed("3").points("", "one/said"), 100.0);
    let settled: Vec<bool> = owed("3")
        .score("", "one/away")
        .owed
        .iter()
        .map(|item| item.settled)
        .collect();
    assert_eq!(settled, [false]);
}

#[test]
fn what_the_draw_rules_out_is_neither_offered_nor_owed_and_what_one_did_oneself_still_is() {
    let body = "\
vars:
  trust: {start: 5, min: 0, max: 10}
  wants:
    hidden: true
    drawn: {all: all of it, some: some of it}
start: one
nodes:
  one:
    say: \"Ada: Well?\"
    choices:
      kind: {text: a, effects: reveal wants, goto: two}
      hard: {text: b, effects: \"trust - 3, reveal wants\", goto: two}
  two:
    say: \"Ada: And?\"
    choices:
      number: {text: a, when: wants == all, end: done}
      hand: {text: b, when: trust >= 5, end: done}
      nod: {text: c, goto: [{when: wants == some, to: three}, {to: over}]}
  three:
    say: \"Ada: Then?\"
    choices:
      stay: {text: a, end: done}
      go: {text: b, end: done}
  over: {say: \"Ada: Well.\", end: done}
";
    let key = "\
owed:
  summer: {by: [three], weight: 1, applies: wants == some}
  unreached: {by: [three], weight: 5}
decisions:
  one:
    weight: 1
    tests: [A3]
    choices: {kind: {rating: 2, shows: {A3: 4}}, hard: {rating: -2, shows: {A3: 0}}}
  two:
    weight: 1
    tests: [A3]
    choices:
      number: {rating: 2, shows: {A3: 4}}
      hand: {rating: 1, shows: {A3: 3}}
      nod: {rating: 0, shows: {A3: 2}}
  three:
    weight: 1
    tests: [A3]
    choices: {stay: {rating: 2, shows: {A3: 4}}, go: {rating: 1, shows: {A3: 2}}}
";
    let talk = rated(&format!("{body}{END}"), key);
    // wants == all: `three` cannot be met, so nothing is owed; the best at `two` is `number`.
    near(talk.points("wants=all", "one/kind two/number"), 100.0);
    near(talk.points("wants=all", "one/kind two/hand"), 100.0 * 1.75 / 2.0);
    // wants == some: `number` is not there for this Ada. The best at `two` is `hand`, 0.75; owed are 1 + 5.
    near(
        talk.points("wants=some", "one/kind two/hand"),
        100.0 * 1.75 / (1.75 + 6.0),
    );
    near(
        talk.points("wants=some", "one/kind two/nod three/stay"),
        100.0 * 2.5 / 2.75,
    );
    // Own damage closed `hand`; it still counts as what was to be had, or harm would be rewarded.
    near(
        talk.points("wants=some", "one/hard two/nod three/stay"),
        100.0 * 1.5 / 2.75,
    );
}

#[test]
fn a_decision_counts_once_in_a_line_unless_its_key_says_each() {
    let hub = |each: &str| {
        let body = "\
start: hub
nodes:
  hub:
    say: \"Ada: Well?\"
    choices:
      ask: {text: a, once: true, goto: hub}
      tell: {text: b, once: true, goto: hub}
      go: {text: c, end: done}
";
        let key = format!(
            "\
decisions:
  hub:
    weight: 1
    {each}
    tests: [A3]
    choices:
      ask: {{rating: 2, shows: {{A3: 4}}}}
      tell: {{rating: 0, shows: {{A3: 1}}}}
      go: {{rating: 1, shows: {{A3: 3}}}}
"
        );
        rated(&format!("{body}{END}"), &key)
    };
    let once = hub("").score("", "hub/tell hub/ask hub/go");
    near(once.process.unwrap().score, 50.0);
    assert_eq!(once.process.unwrap().decisions, 1);
    // (0.5 + 1 + 0.75) / 3
    near(hub("count: each").points("", "hub/tell hub/ask hub/go"), 75.0);
}

#[test]
fn a_line_left_early_has_moments_and_no_score() {
    let left = two().score("", "one/harm");
    assert_eq!((left.process, left.label.clone()), (None, None));
    assert_eq!(left.moments.len(), 1);
}

/// Ratings of one decision by five raters and by four.
#[test]
fn a_decision_that_divides_five_raters_weighs_less_above_and_below() {
    let key = |ratings: &str, other: &str| {
        let two = two_raw();
        rated(
            &two,
            &format!(
                "\
decisions:
  one:
    weight: 2
    tests: [A3]
    choices:
      a: {{ratings: {{{ratings}}}, shows: {{A3: 4}}}}
      b: {{ratings: {{{other}}}, shows: {{A3: 1}}}}
"
            ),
        )
    };
    let factor = |talk: &Pocket| contested_factor(talk.key.as_ref().unwrap().decision(talk.node("one")).unwrap());
    let agreed = "r1: 0, r2: 0, r3: 0, r4: 0, r5: 0";
    // −2, −2, 2, 2, 2: mean 0.4, population SD √(4·0.96) = 1.959592; the weight that stays is 2 − 1.959592.
    let divided = key("r1: -2, r2: -2, r3: 2, r4: 2, r5: 2", agreed);
    near(factor(&divided), 2.0 - 3.84_f64.sqrt());
    // 0, 1, 1, 2, 2: SD 0.748 is under 1, so nothing is taken off.
    near(factor(&key("r1: 0, r2: 1, r3: 1, r4: 2, r5: 2", agreed)), 1.0);
    // Four raters are too few to speak of division.
    near(
        factor(&key("r1: -2, r2: -2, r3: 2, r4: 2", "r1: 0, r2: 0, r3: 0, r4: 0")),
        1.0,
    );
    // Alone in its line, a decision's weight cancels: the mean rating 0.4 earns 0.6 of the best, itself.
    near(divided.points("", "one/a"), 100.0);
    near(divided.points("", "one/b"), 100.0 * 0.5 / 0.6);
}

fn two_raw() -> String {
    let body = "\
start: one
nodes:
  one:
    say: \"Ada: Well?\"
    choices:
      a: {text: a, end: done}
      b: {text: b, end: done}
";
    format!("{body}{END}")
}

#[test]
fn a_domain_is_what_was_shown_of_the_best_level_on_offer() {
    let found = two().score("", "one/fair two/miss");
    let opening = &found.domains[0];
    // A3 belongs to Opening: (2·3 + 1·1) / (2·4 + 1·4)
    near(opening.share.unwrap(), 7.0 / 12.0);
    let marks: Vec<Mark> = opening.moments.iter().map(|moment| moment.mark).collect();
    assert_eq!(marks, [Mark::Full, Mark::Empty]);
    assert!(
        found.domains[1..]
            .iter()
            .all(|domain| domain.share.is_none() && domain.moments.is_empty())
    );
}

/// X08 is critical and can be mended; X03 grows with the third time.
fn erring() -> Pocket {
    let body = "\
start: one
nodes:
  one:
    say: \"Ada: Well?\"
    choices:
      wrong: {text: a, goto: two}
      right: {text: b, goto: two}
  two:
    say: \"Ada: And?\"
    choices:
      mend: {text: a, goto: three}
      wrong: {text: b, goto: three}
      both: {text: c, goto: three}
  three:
    say: \"Ada: So.\"
    choices:
      wrong: {text: a, end: done}
      right: {text: b, end: done}
";
    let rate = |id: &str, more: &str| format!("      {id}: {{rating: 2, shows: {{A3: 4}}{more}}}\n");
    let decision = |id: &str, choices: &[String]| {
        format!(
            "  {id}:\n    weight: 1\n    tests: [A3]\n    choices:\n{}",
            choices.concat()
        )
    };
    let wrong = || rate("wrong", ", errors: [X08, X03]");
    let key = [
        "decisions:\n".to_owned(),
        decision("one", &[wrong(), rate("right", "")]),
        decision(
            "two",
            &[
                rate("mend", ", repairs: [X08]"),
                wrong(),
                rate("both", ", repairs: [X08], errors: [X08]"),
            ],
        ),
        decision("three", &[wrong(), rate("right", "")]),
        "at_end: [{when: \"not chosen(two/mend)\", errors: [X04], because: Nobody went back.}]\n".to_owned(),
    ];
    rated(&format!("{body}{END}"), &key.concat())
}

/// Each instance as `id@step`, `+` and the step that mended it.
fn told(talk: &Pocket, found: &LineResult) -> Vec<String> {
    let one = |instance: &bedside::scoring::Instance| {
        let id = &talk.rubric.errors[instance.error.at()].id;
        let made = instance.made.map_or("end".to_owned(), |(step, _)| step.to_string());
        let mended = instance.repaired.map_or(String::new(), |step| format!("+{step}"));
        format!("{id}@{made}{mended}")
    };
    found.errors.iter().map(one).collect()
}

#[test]
fn a_repair_closes_what_is_open_and_a_later_error_is_open_again() {
    let talk = erring();
    let of = |path: &str| told(&talk, &talk.score("", path));
    assert_eq!(of("one/wrong two/mend three/right"), ["X08@0+1", "X03@0"]);
    assert_eq!(
        of("one/wrong two/mend three/wrong"),
        ["X08@0+1", "X03@0", "X08@2", "X03@2"]
    );
    // Within one choice repairs act before errors: its own error stays open.
    assert_eq!(
        of("one/wrong two/both three/right"),
        ["X08@0+1", "X03@0", "X08@1", "X04@end"]
    );
    assert_eq!(of("one/right two/both three/right"), ["X08@1", "X04@end"]);
}

#[test]
fn an_error_made_again_and_again_grows() {
    let talk = erring();
    let severity = |path: &str| -> Vec<Level> {
        let found = talk.score("", path);
        let x03 = talk.rubric.errors.iter().position(|kind| kind.id == "X03").unwrap();
        let of = found.errors.iter().filter(|instance| instance.error.at() == x03);
        of.map(|instance| instance.severity).collect()
    };
    let usual = severity("one/wrong two/mend three/right")[0];
    assert!(usual < Level::Critical);
    assert_eq!(
        severity("one/wrong two/wrong three/wrong"),
        [usual, usual, Level::Critical]
    );
}

#[test]
fn an_error_caps_the_label_and_takes_nothing_off_the_score() {
    let talk = erring();
    let label = |path: &str| {
        let found = talk.score("", path);
        near(found.process.unwrap().score, 100.0);
        let label = found.label.unwrap();
        let name = |band: bedside::model::BandIx| talk.rubric.bands[band.at()].id.to_string();
        (name(label.band), name(label.by_score), label.caps)
    };
    let is = |band: &str, caps: &[Cap]| (band.to_owned(), "ready-to-share".to_owned(), caps.to_vec());
    assert_eq!(
        label("one/wrong two/wrong three/right"),
        is("not-yet", &[Cap::UnrepairedCritical])
    );
    assert_eq!(
        label("one/wrong two/mend three/right"),
        is("developing", &[Cap::RepairedCritical])
    );
    assert_eq!(label("one/right two/mend three/right"), is("ready-to-share", &[]));
}

/// What would not have come higher anyway was not held down by anything.
#[test]
fn a_cap_that_holds_nothing_down_is_not_named() {
    let body = two_raw();
    let key = "\
decisions:
  one:
    weight: 1
    tests: [A3]
    choices:
      a: {rating: 2, shows: {A3: 4}}
      b: {rating: -2, shows: {A3: 0}, errors: [X08]}
";
    let found = rated(&body, key).score("", "one/b");
    let label = found.label.unwrap();
    assert_eq!((label.band, &*label.caps), (label.by_score, &[][..]));
}
