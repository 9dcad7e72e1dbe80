//! Effects: `trust + 1, told = plainly, reveal wants, enter wing, leave wing`.

use std::ops::Range;

use super::Fault;
use super::check::Check;
use super::lex::Sign;
use super::parse::Parser;
use super::question::{no_such_value, unknown};
use crate::content::scope::{Kind, Scope};
use crate::model::{Change, Num, VarIx};

/// Each change with its place in the text. Faulty ones are left out.
pub(in crate::content) fn effects(text: &str, scope: &Scope, faults: &mut Vec<Fault>) -> Vec<(Change, Range<usize>)> {
    let mut changes = Vec::new();
    let mut start = 0;
    let parts: Vec<&str> = text.split([',', ';', '\n']).collect();
    let last = parts.len() - 1;
    for (count, part) in parts.into_iter().enumerate() {
        let from = start + (part.len() - part.trim_start().len());
        let at = from..from + part.trim().len();
        start += part.len();
        let separator = text.get(start..start + 1);
        if separator == Some(";") {
            faults.push(
                Fault::new("E015", "`;` does not separate effects", start..start + 1)
                    .help("write a comma")
                    .replace(","),
            );
        }
        start += 1;
        if at.is_empty() {
            // A block ends with a line break, and a list may end with a comma.
            if count < last || text.trim().is_empty() {
                let message = if text.trim().is_empty() {
                    "there is no effect here"
                } else {
                    "an effect is missing between two commas"
                };
                if separator != Some("\n") {
                    faults.push(Fault::new("E015", message, at.clone()));
                }
            }
            continue;
        }
        let found = one(&text[at.clone()], scope);
        match found {
            Ok(change) => changes.push((change, at)),
            Err(found) => faults.extend(found.into_iter().map(|mut fault| {
                fault.at = fault.at.start + at.start..fault.at.end + at.start;
                fault
            })),
        }
    }
    changes
}

fn one(text: &str, scope: &Scope) -> Result<Change, Vec<Fault>> {
    let (verb, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let argument = rest.trim();
    let at = text.len() - rest.trim_start().len()..text.len();
    match verb {
        "reveal" => {
            let mut faults = Vec::new();
            let secret = named(verb, argument).and_then(|()| {
                let found = Check {
                    scope,
                    faults: &mut faults,
                }
                .secret(argument, &at);
                found.ok_or_else(Vec::new)
            });
            return secret
                .map(Change::Reveal)
                .map_err(|missing| if missing.is_empty() { faults } else { missing });
        }
        "enter" | "leave" => {
            named(verb, argument)?;
            let person = match scope.person(argument) {
                Some(person) => person,
                None if scope.blind.cast => return Err(Vec::new()),
                None => return Err(vec![unknown("person", argument, &at, scope.people())]),
            };
            return Ok(if verb == "enter" {
                Change::Enter(person)
            } else {
                Change::Leave(person)
            });
        }
        _ => {}
    }
    let mut parser = Parser::new(text)?;
    match change(&mut parser, text, scope) {
        Some(change) if parser.faults.is_empty() => Ok(change),
        _ => Err(parser.faults),
    }
}

fn named(verb: &str, argument: &str) -> Result<(), Vec<Fault>> {
    if argument.is_empty() {
        let fault = Fault::new("E015", format!("`{verb}` does not say what"), 0..verb.len());
        return Err(vec![fault.help(format!("write `{verb} id`"))]);
    }
    if argument.contains(char::is_whitespace) || argument.starts_with('(') {
        let fault = Fault::new("E015", format!("`{verb}` takes one id"), 0..verb.len());
        return Err(vec![fault.help("separate effects with commas, without parentheses")]);
    }
    Ok(())
}

fn change(parser: &mut Parser<'_>, text: &str, scope: &Scope) -> Option<Change> {
    let Sign::Word(name) = parser.peek().clone() else {
        return parser.fail(shape(text, 0..text.len()));
    };
    let name_at = parser.step();
    let Some((var, known)) = scope.var(&name) else {
        let mut faults = Vec::new();
        if *parser.peek() == Sign::End || matches!(parser.peek(), Sign::Word(_)) {
            return parser.fail(shape(text, 0..text.len()));
        }
        let _: Option<()> = Check {
            scope,
            faults: &mut faults,
        }
        .unknown_variable(&name, &name_at);
        parser.faults.append(&mut faults);
        return None;
    };
    let sign_at = parser.at();
    match parser.peek().clone() {
        Sign::Plus | Sign::Minus => {
            let minus = *parser.peek() == Sign::Minus;
            add(parser, var, &name, &known.kind, minus, scope, text)
        }
        Sign::Equals => {
            parser.step();
            set(parser, var, &name, &known.kind, scope)
        }
        Sign::Same => parser.fail(
            Fault::new("E013", "`==` compares; an effect sets a value", sign_at)
                .help("write `=`")
                .replace("="),
        ),
        _ => parser.fail(shape(text, 0..text.len())),
    }
}

fn shape(text: &str, at: Range<usize>) -> Fault {
    Fault::new("E015", format!("`{text}` is not an effect"), at)
        .help("effects are `trust + 1`, `trust - 2`, `told = plainly`, `reveal wants`, `enter wing`, `leave wing`, separated by commas")
}

fn add(
    parser: &mut Parser<'_>,
    var: VarIx,
    name: &str,
    kind: &Kind,
    minus: bool,
    scope: &Scope,
    text: &str,
) -> Option<Change> {
    let sign_at = parser.step();
    let doubled = match parser.peek() {
        Sign::Equals => true,
        Sign::Plus => !minus,
        Sign::Minus => minus,
        _ => false,
    };
    if doubled {
        let at = sign_at.start..parser.at().end;
        let sign = if minus { "-" } else { "+" };
        let shown = text.get(at.clone()).unwrap_or("").to_owned();
        return parser.fail(
            Fault::new("E015", format!("`{shown}` is not used here"), at).help(format!(
                "an effect already changes the variable: write `{name} {sign} 1`"
            )),
        );
    }
    let amount = amount(parser, scope)?;
    match kind {
        Kind::Int { .. } | Kind::Unclear => {}
        _ => {
            return parser.fail(
                Fault::new(
                    "E012",
                    format!("`{name}` is not a number, so nothing can be added to it"),
                    sign_at,
                )
                .help(format!("set it: `{name} = …`")),
            );
        }
    }
    Some(Change::Add(var, if minus { negative(amount) } else { amount }))
}

/// `- 2 + other`: the minus belongs to the first term only.
fn negative(amount: Num) -> Num {
    match amount {
        Num::Lit(value) => Num::Lit(value.saturating_neg()),
        Num::Add(left, right) => Num::Add(Box::new(negative(*left)), right),
        Num::Sub(left, right) => Num::Sub(Box::new(negative(*left)), right),
        other @ Num::Var(_) => Num::Sub(Box::new(Num::Lit(0)), Box::new(other)),
    }
}

fn amount(parser: &mut Parser<'_>, scope: &Scope) -> Option<Num> {
    let ast = parser.sum()?;
    if *parser.peek() != Sign::End {
        let at = parser.at();
        return parser.fail(Fault::new("E015", "one effect ends before this", at).help("separate effects with commas"));
    }
    let mut faults = Vec::new();
    let num = Check {
        scope,
        faults: &mut faults,
    }
    .count(&ast);
    parser.faults.append(&mut faults);
    num
}

fn set(parser: &mut Parser<'_>, var: VarIx, name: &str, kind: &Kind, scope: &Scope) -> Option<Change> {
    match kind {
        Kind::Int { min, max } => {
            let at = parser.at();
            let amount = amount(parser, scope)?;
            if let Num::Lit(value) = amount
                && !(*min..=*max).contains(&value)
            {
                return parser.fail(
                    Fault::new("E014", format!("`{name} = {value}` is out of bounds"), at)
                        .label(format!("`{name}` goes from {min} to {max}")),
                );
            }
            Some(Change::Set(var, amount))
        }
        Kind::Bool => {
            let (word, at) = value(parser, name)?;
            match word.as_str() {
                "true" => Some(Change::Set(var, Num::Lit(1))),
                "false" => Some(Change::Set(var, Num::Lit(0))),
                _ => parser.fail(
                    Fault::new("E012", format!("`{name}` is true or false; it cannot be `{word}`"), at)
                        .help(format!("write `{name} = true` or `{name} = false`")),
                ),
            }
        }
        Kind::Enum(values) => {
            let (word, at) = value(parser, name)?;
            match values.iter().position(|known| *known == word.as_str()) {
                Some(index) => Some(Change::Set(var, Num::Lit(i32::try_from(index).unwrap_or(0)))),
                None => parser.fail(no_such_value(name, values, &word, &at)),
            }
        }
        Kind::Hidden(_) => {
            let at = parser.at();
            parser.fail(
                Fault::new(
                    "E012",
                    format!("`{name}` is hidden and drawn once; it cannot be set"),
                    at,
                )
                .help(format!("to let the learner find it out, write `reveal {name}`")),
            )
        }
        Kind::Unclear => Some(Change::Set(var, Num::Lit(0))),
    }
}

/// The one word or number after `=`.
fn value(parser: &mut Parser<'_>, name: &str) -> Option<(String, Range<usize>)> {
    let word = match parser.peek().clone() {
        Sign::Word(word) => word,
        Sign::Int(value) => value.to_string(),
        _ => {
            let at = parser.at();
            return parser.fail(
                Fault::new("E015", format!("`{name} =` has no value after it"), at)
                    .help(format!("write `{name} = value`")),
            );
        }
    };
    let at = parser.step();
    if *parser.peek() != Sign::End {
        let at = parser.at();
        return parser.fail(Fault::new("E015", "one effect ends before this", at).help("separate effects with commas"));
    }
    Some((word, at))
}
