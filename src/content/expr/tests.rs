//! What is read, printed and read again is the same.

use proptest::prelude::*;

use super::parse::Parser;
use super::syntax::{Ast, Pair, Term};

fn ast(term: Term) -> Ast {
    Ast { term, at: 0..0 }
}

fn numbers() -> impl Strategy<Value = Ast> {
    let leaf = prop_oneof![
        (0..100_i64).prop_map(|value| ast(Term::Int(value))),
        "x[a-z_]{0,5}".prop_map(|name| ast(Term::Name(name))),
    ];
    leaf.prop_recursive(3, 12, 2, |inner| {
        let sign = prop_oneof![Just(Pair::Plus), Just(Pair::Minus)];
        prop_oneof![
            (sign, inner.clone(), inner.clone()).prop_map(|(sign, left, right)| pair(sign, left, right)),
            inner.prop_map(|inner| ast(Term::Minus(Box::new(inner)))),
        ]
    })
}

fn pair(sign: Pair, left: Ast, right: Ast) -> Ast {
    ast(Term::Pair {
        sign,
        sign_at: 0..0,
        left: Box::new(left),
        right: Box::new(right),
    })
}

fn conditions() -> impl Strategy<Value = Ast> {
    let sign = prop_oneof![
        Just(Pair::Same),
        Just(Pair::Differs),
        Just(Pair::Less),
        Just(Pair::AtMost),
        Just(Pair::More),
        Just(Pair::AtLeast)
    ];
    let leaf = prop_oneof![
        (sign, numbers(), numbers()).prop_map(|(sign, left, right)| pair(sign, left, right)),
        any::<bool>().prop_map(|value| ast(Term::Truth(value))),
        "[a-z]{1,5}(-[a-z]{1,5})?/[a-z]{1,5}".prop_map(|argument| ast(Term::Call {
            name: "chosen".to_owned(),
            name_at: 0..0,
            argument,
            argument_at: 0..0,
        })),
    ];
    leaf.prop_recursive(4, 30, 3, |inner| {
        prop_oneof![
            inner.clone().prop_map(|inner| ast(Term::Not(Box::new(inner)))),
            prop::collection::vec(inner.clone(), 2..4).prop_map(|list| ast(Term::Both(list))),
            prop::collection::vec(inner, 2..4).prop_map(|list| ast(Term::Either(list))),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn printed_and_read_again_is_the_same(condition in conditions()) {
        let text = condition.to_string();
        let mut parser = Parser::new(&text).unwrap();
        let read = parser.whole();
        prop_assert!(parser.faults.is_empty(), "{} {:?}", text, parser.faults);
        prop_assert_eq!(read.unwrap().to_string(), text);
    }
}

#[test]
fn parentheses_are_printed_where_they_are_needed_only() {
    for text in [
        "a and (b or c)",
        "not (a or b)",
        "a - (b - c) > 1",
        "not a and b or c",
        "-a + 1 == 0",
        "--a > 1",
    ] {
        let mut parser = Parser::new(text).unwrap();
        assert_eq!(parser.whole().unwrap().to_string(), text);
    }
    let mut parser = Parser::new("((a) and ((b)))").unwrap();
    assert_eq!(parser.whole().unwrap().to_string(), "a and b");
}
