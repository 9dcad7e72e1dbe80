//! The rules of movement, each on a conversation small enough to follow by hand.
#![allow(clippy::unwrap_used, reason = "a test")]

#[path = "support/pocket.rs"]
#[allow(dead_code, reason = "shared with the rules of scoring")]
mod pocket;

use bedside::engine::{Draws, Refused, Silent, Teller, Told};
use bedside::model::RoleIx;
use pocket::{Pocket, pocket};

const END: &str = "endings: {done: {title: Done, kind: reached}, other: {title: Other, kind: partial}}\n";

fn talk(body: &str) -> Pocket {
    pocket(&format!("{body}{END}"))
}

/// Every word told from the start along a path, in order; scripts only.
fn heard(talk: &Pocket, drawn: &[(&str, &str)], seed: u64, path: &str) -> Vec<String> {
    let machine = talk.machine();
    let names: Vec<_> = drawn
        .iter()
        .map(|(var, value)| ((*var).into(), (*value).into()))
        .collect();
    let draws = Draws::from_names(&talk.scenario, &names);
    let words = |told: Vec<Told>| -> Vec<String> {
        let said = told.into_iter().filter_map(|told| match told {
            Told::Said(said) => Some(said.words),
            _ => None,
        });
        said.collect()
    };
    let mut teller = Teller::new(&machine, &(), seed, talk.scenario.start, Vec::new());
    let mut state = machine.start(RoleIx::new(0), &draws, &mut teller).unwrap();
    let mut visits = teller.visits;
    let mut all = words(teller.told);
    for address in path.split_whitespace() {
        let choice = talk.choice(address);
        let node = talk.scenario.choice(choice).node;
        let mut teller = Teller::new(&machine, &(), seed, node, visits);
        machine.take(&mut state, choice, &mut teller).unwrap();
        visits = teller.visits;
        all.extend(words(teller.told));
    }
    all
}

#[test]
fn a_step_is_effects_reply_felt_route_entering_and_words() {
    let talk = talk(
        "\
vars: {trust: {start: 5, min: 0, max: 10}}
start: one
nodes:
  one:
    say: \"Ada: Well?\"
    choices:
      ask:
        text: a
        effects: trust + 2, trust - 1
        reply: |
          Ada: Reply at {trust}.
        felt: |
          Ada: Felt at {trust}.
        goto: [{when: trust == 6, to: two}, {to: three}]
  two:
    on_enter: trust + 3
    say: \"Ada: Two at {trust}.\"
    choices: {stay: {text: a, end: done}, go: {text: b, end: done}}
  three: {say: \"Ada: Three.\", end: other}
",
    );
    assert_eq!(
        heard(&talk, &[], 1, "one/ask"),
        ["Well?", "Reply at 6.", "Felt at 6.", "Two at 9."]
    );
}

#[test]
fn values_stay_within_their_bounds_at_every_single_effect() {
    let talk = talk(
        "\
vars:
  trust: {start: 5, min: 0, max: 10}
  told: {start: nothing, one_of: [nothing, hinted, plainly]}
start: one
nodes:
  one:
    say: \"Ada: Well?\"
    choices:
      up: {text: a, effects: \"trust + 9, trust - 3\", end: done}
      down: {text: b, effects: trust - 9, end: done}
      tell: {text: c, effects: told = plainly, end: done}
",
    );
    let value = |path: &str, var: &str| talk.value(&talk.walk("", path).state, var);
    assert_eq!(value("one/up", "trust"), 7, "clamped to 10, then 3 less");
    assert_eq!(value("one/down", "trust"), 0);
    assert_eq!(value("one/tell", "told"), 2);
}

#[test]
fn chosen_holds_from_the_effects_on_and_visited_from_leaving() {
    let talk = talk(
        "\
vars: {seen: {start: 0, min: 0, max: 9}}
start: one
nodes:
  one:
    say: |
      Ada: Well?
      [when visited(one)] Ada: Again.
    choices:
      ask:
        text: a
        effects: [{when: chosen(one/ask), do: seen + 1}, {when: visited(one), do: seen + 4}]
        once: true
        reply: |
          [when chosen(one/ask)] Ada: You asked.
          [when visited(one)] Ada: And left.
        goto: one
      go: {text: b, end: done}
",
    );
    assert_eq!(
        heard(&talk, &[], 1, "one/ask"),
        ["Well?", "You asked.", "Well?", "Again."]
    );
    assert_eq!(talk.value(&talk.walk("", "one/ask").state, "seen"), 1);
}

#[test]
fn what_is_used_up_goes_and_what_is_locked_stays_in_sight() {
    let talk = talk(
        "\
vars: {asked: {start: false}}
start: one
nodes:
  one:
    say: \"Ada: Well?\"
    choices:
      ask: {text: a, once: true, effects: asked = true, goto: one}
      tell: {text: b, when: asked, end: done}
      plan: {text: c, when: asked, else_show: locked, locked_because: Not yet., end: done}
",
    );
    let start = talk.walk("", "").state;
    assert_eq!(talk.offered(&start), ["ask", "[plan]"]);
    assert_eq!(talk.offered(&talk.walk("", "one/ask").state), ["tell", "plan"]);
    let refused = |address: &str, walked: &str| {
        let mut state = talk.walk("", walked).state;
        let before = state.clone();
        let refused = talk.machine().take(&mut state, talk.choice(address), &mut Silent);
        assert_eq!(state, before, "a refusal moved something");
        refused.unwrap_err()
    };
    assert_eq!(refused("one/plan", ""), Refused::Locked);
    assert_eq!(refused("one/tell", ""), Refused::NotOffered);
    assert_eq!(refused("one/ask", "one/ask"), Refused::NotOffered);
    assert_eq!(refused("one/tell", "one/ask one/tell"), Refused::Ended);
}

#[test]
fn the_first_arm_that_holds_wins_and_nodes_without_choices_are_passed_through() {
    let talk = talk(
        "\
vars:
  trust: {start: 5, min: 0, max: 10}
  wants: {hidden: true, drawn: {all: all, some: some}}
start: one
nodes:
  one:
    say: \"Ada: Well?\"
    choices:
      ask: {text: a, goto: [{when: trust >= 5, to: two}, {when: wants == all, to: three}, {to: four}]}
      hurt: {text: b, effects: trust - 1, goto: [{when: trust >= 5, to: two}, {when: wants == all, to: three}, {to: four}]}
  two: {say: \"Ada: Two.\", goto: three}
  three: {say: \"Ada: Three.\", end: done}
  four: {say: \"Ada: Four.\", end: other}
",
    );
    let all = [("wants", "all")];
    let some = [("wants", "some")];
    assert_eq!(heard(&talk, &some, 1, "one/ask"), ["Well?", "Two.", "Three."]);
    assert_eq!(heard(&talk, &all, 1, "one/hurt"), ["Well?", "Three."]);
    assert_eq!(heard(&talk, &some, 1, "one/hurt"), ["Well?", "Four."]);
    assert_eq!(talk.at(&talk.walk("wants=some", "one/hurt").state), "<other>");
}

#[test]
fn people_come_and_go_and_secrets_come_out() {
    let talk = talk(
        "\
vars: {wants: {hidden: true, drawn: {all: all, some: some}}}
facts: {cup: The third cup is for Walter.}
start: one
nodes:
  one:
    say: |
      [when not present(tom)] > Nobody else is here.
    choices:
      call: {text: a, effects: \"enter tom, reveal wants\", goto: two}
      wait: {text: b, effects: reveal cup, goto: two}
  two:
    say: |
      [when present(tom)] Tom: Here I am.
      [when revealed(wants)] > You know what she wants.
      [when revealed(cup)] > You know about the cup.
    choices:
      send: {text: a, effects: leave tom, goto: three}
      stay: {text: b, end: done}
  three:
    say: \"[when not present(tom)] > He has gone.\"
    end: done
",
    );
    assert_eq!(
        heard(&talk, &[], 1, "one/call two/send"),
        [
            "Nobody else is here.",
            "Here I am.",
            "You know what she wants.",
            "He has gone."
        ]
    );
    assert_eq!(
        heard(&talk, &[], 1, "one/wait"),
        ["Nobody else is here.", "You know about the cup."]
    );
}

#[test]
fn a_role_sees_its_own_choices() {
    let talk = talk(
        "\
start: one
nodes:
  one:
    say: \"Ada: Well?\"
    choices:
      order: {text: a, when: role == physician, end: done}
      sit: {text: b, when: role == nurse, end: done}
      ask: {text: c, end: done}
",
    );
    let offered = |role: usize| {
        let draws = Draws::from_seed(&talk.scenario, 1);
        let state = talk.machine().start(RoleIx::new(role), &draws, &mut Silent).unwrap();
        talk.offered(&state)
    };
    assert_eq!(offered(0), ["order", "ask"]);
    assert_eq!(offered(1), ["sit", "ask"]);
}

/// The same seed says the same words; over many seeds every wording and every wish comes up.
#[test]
fn the_seed_decides_wordings_and_wishes_and_nothing_else_does() {
    let talk = talk(
        "\
vars: {wants: {hidden: true, drawn: {all: all, some: some, none: none}}}
start: one
nodes:
  one:
    say:
      - {who: ada, one_of: [Well?, So?, Yes?]}
    choices: {ask: {text: a, end: done}, tell: {text: b, end: done}}
",
    );
    let words = |seed: u64| heard(&talk, &[], seed, "").remove(0);
    let wishes = |seed: u64| {
        Draws::from_seed(&talk.scenario, seed).names(&talk.scenario)[0]
            .1
            .to_string()
    };
    let mut heard_all = std::collections::BTreeMap::<String, u32>::new();
    let mut wished = std::collections::BTreeMap::<String, u32>::new();
    for seed in 0..300 {
        assert_eq!((words(seed), wishes(seed)), (words(seed), wishes(seed)));
        *heard_all.entry(words(seed)).or_default() += 1;
        *wished.entry(wishes(seed)).or_default() += 1;
    }
    for counts in [heard_all, wished] {
        // 300 throws of a fair three-sided die: 100 each, standard deviation 8.2; these limits are five of them.
        assert_eq!(counts.len(), 3);
        assert!(counts.values().all(|count| (59..=141).contains(count)), "{counts:?}");
    }
}
