//! Conditions and effects through the public doors.

use super::{messages, please_speak, small_rubric};
use crate::content::{parse_condition, parse_effects};
use crate::diag::{Sources, Span};
use crate::model::{Change, Cond, Num, Op, Scenario, VarIx};

fn example() -> (Sources, Scenario) {
    let mut sources = Sources::default();
    let rubric = small_rubric(&mut sources);
    let scenario = please_speak(&mut sources, &rubric);
    (sources, scenario)
}

fn condition(text: &str) -> Result<Cond, Vec<String>> {
    let (mut sources, scenario) = example();
    let file = sources.add("condition", text);
    let (cond, faults) = parse_condition(Span::new(file, 0, text.len()), &sources, &scenario);
    if faults.is_empty() {
        Ok(cond.unwrap())
    } else {
        Err(messages(&faults))
    }
}

fn effects(text: &str) -> Result<Vec<Change>, Vec<String>> {
    let (mut sources, scenario) = example();
    let file = sources.add("effects", text);
    let (effects, faults) = parse_effects(Span::new(file, 0, text.len()), &sources, &scenario);
    if faults.is_empty() {
        Ok(effects.into_iter().map(|effect| effect.change).collect())
    } else {
        Err(messages(&faults))
    }
}

const TRUST: VarIx = VarIx(0);
const TOLD: VarIx = VarIx(1);
const ASKED: VarIx = VarIx(2);
const WANTS: VarIx = VarIx(3);

fn is(var: VarIx, value: i32) -> Cond {
    Cond::Is { var, value }
}

#[test]
fn and_binds_tighter_than_or_and_not_tighter_than_both() {
    let told = is(TOLD, 1);
    let asked = is(ASKED, 1);
    let wants = is(WANTS, 0);
    assert_eq!(
        condition("told == hinted or not asked and wants == to_know"),
        Ok(Cond::Any(vec![
            told.clone(),
            Cond::All(vec![Cond::Not(Box::new(asked.clone())), wants.clone()])
        ]))
    );
    assert_eq!(
        condition("(told == hinted or asked) and wants == to_know"),
        Ok(Cond::All(vec![Cond::Any(vec![told, asked]), wants]))
    );
}

#[test]
fn every_kind_of_variable_has_its_comparison() {
    assert_eq!(condition("asked"), Ok(is(ASKED, 1)));
    assert_eq!(condition("asked == false"), Ok(is(ASKED, 0)));
    assert_eq!(condition("asked != false"), Ok(is(ASKED, 1)));
    assert_eq!(condition("delegates == wants"), Ok(is(WANTS, 1)));
    assert_eq!(condition("told != nothing"), Ok(Cond::Not(Box::new(is(TOLD, 0)))));
    let sum = Num::Sub(
        Box::new(Num::Add(Box::new(Num::Var(TRUST)), Box::new(Num::Lit(1)))),
        Box::new(Num::Lit(2)),
    );
    assert_eq!(
        condition("trust + 1 - 2 >= -3"),
        Ok(Cond::Compare {
            left: sum,
            op: Op::Ge,
            right: Num::Lit(-3)
        })
    );
    assert_eq!(
        condition("role != nurse").map(|cond| matches!(cond, Cond::Not(_))),
        Ok(true)
    );
    assert_eq!(
        condition("chosen( at-the-bed/ask-her )").map(|cond| matches!(cond, Cond::Chosen(_))),
        Ok(true)
    );
}

#[test]
fn faults_on_both_sides_are_found() {
    assert_eq!(
        condition("trsut > 1 and askd"),
        Err(vec![
            "E011: unknown variable `trsut`".to_owned(),
            "E011: unknown variable `askd`".to_owned()
        ])
    );
}

#[test]
fn effects_are_read_from_left_to_right() {
    let changes = effects("trust - 2 + 1, told = plainly, asked = true, trust = 3").unwrap();
    assert_eq!(
        changes[0],
        Change::Add(TRUST, Num::Add(Box::new(Num::Lit(-2)), Box::new(Num::Lit(1))))
    );
    assert_eq!(changes[1], Change::Set(TOLD, Num::Lit(2)));
    assert_eq!(changes[2], Change::Set(ASKED, Num::Lit(1)));
    assert_eq!(changes[3], Change::Set(TRUST, Num::Lit(3)));
}

#[test]
fn a_faulty_effect_does_not_hide_the_next_fault() {
    assert_eq!(effects("trsut + 1, reveal nothing, told = plain").unwrap_err().len(), 3);
    assert_eq!(
        effects("trust + 1,, asked = true").unwrap_err(),
        ["E015: an effect is missing between two commas"]
    );
}

#[test]
fn nothing_can_use_up_the_stack() {
    for text in [
        "(".repeat(100_000),
        "not ".repeat(100_000),
        format!("trust{} > 1", "+1".repeat(100_000)),
    ] {
        let faults = condition(&text).unwrap_err();
        assert!(faults[0].starts_with("E009"), "{faults:?}");
    }
    let text = format!("trust > {}1", "-".repeat(300));
    assert!(condition(&text).unwrap_err()[0].starts_with("E009"));
}
