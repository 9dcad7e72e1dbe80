//! What the names in a condition mean, and whether they fit together.

use std::ops::Range;

use super::Fault;
use super::parse::Parser;
use super::question::{no_such_value, unknown};
use super::syntax::{Ast, Pair, Term};
use crate::content::scope::{Kind, Scope};
use crate::model::{Cond, Name, Num, Op, VarIx};

/// A condition as written to a typed one. `None` when there is a fault.
pub(in crate::content) fn condition(text: &str, scope: &Scope, faults: &mut Vec<Fault>) -> Option<Cond> {
    if text.trim().is_empty() {
        faults.push(
            Fault::new("E015", "this condition is empty", 0..text.len()).help("take out the `when`, or say when"),
        );
        return None;
    }
    let mut parser = match Parser::new(text) {
        Ok(parser) => parser,
        Err(found) => {
            faults.extend(found);
            return None;
        }
    };
    let ast = parser.whole();
    let sound = parser.faults.is_empty();
    faults.append(&mut parser.faults);
    let cond = Check { scope, faults }.truth(&ast?)?;
    sound.then_some(cond)
}

/// What a part of an expression is.
enum Meaning {
    Truth(Cond),
    Count(Num),
    /// An enum or hidden variable.
    Value(VarIx),
    Role,
    /// Not a name that stands alone: perhaps a value of the variable on the other side.
    Word(String),
    /// A variable whose declaration has a fault.
    Unclear,
}

pub(super) struct Check<'a> {
    pub(super) scope: &'a Scope,
    pub(super) faults: &'a mut Vec<Fault>,
}

impl Check<'_> {
    pub(super) fn fail<T>(&mut self, fault: Fault) -> Option<T> {
        self.faults.push(fault);
        None
    }

    fn truth(&mut self, ast: &Ast) -> Option<Cond> {
        match &ast.term {
            Term::Not(inner) => Some(Cond::Not(Box::new(self.truth(inner)?))),
            Term::Both(list) => self.list(list).map(Cond::All),
            Term::Either(list) => self.list(list).map(Cond::Any),
            Term::Pair {
                sign,
                sign_at,
                left,
                right,
            } if !matches!(sign, Pair::Plus | Pair::Minus) => self.comparison(*sign, sign_at, left, right),
            _ => {
                let meaning = self.meaning(ast)?;
                self.as_truth(meaning, ast)
            }
        }
    }

    /// All of them, so that every fault is found.
    fn list(&mut self, list: &[Ast]) -> Option<Vec<Cond>> {
        let read: Vec<Option<Cond>> = list.iter().map(|inner| self.truth(inner)).collect();
        read.into_iter().collect()
    }

    fn as_truth(&mut self, meaning: Meaning, ast: &Ast) -> Option<Cond> {
        match meaning {
            Meaning::Truth(cond) => Some(cond),
            Meaning::Unclear => Some(Cond::Const(true)),
            Meaning::Count(_) => self.fail(
                Fault::new("E012", format!("`{ast}` is a number, not a condition"), ast.at.clone())
                    .label("true or false was expected here")
                    .help(format!("compare it with a number: `{ast} >= 1`")),
            ),
            Meaning::Value(var) => {
                let values = self.values(var);
                let first = values.first().map_or("…", |value| value.as_str());
                self.fail(
                    Fault::new(
                        "E012",
                        format!("`{ast}` is one of several values, not a condition"),
                        ast.at.clone(),
                    )
                    .label("true or false was expected here")
                    .help(format!("compare it with a value: `{ast} == {first}`")),
                )
            }
            Meaning::Role => {
                let first = self.scope.roles.first().map_or("nurse", |role| role.as_str());
                self.fail(
                    Fault::new("E012", "`role` alone is not a condition", ast.at.clone())
                        .help(format!("compare it: `role == {first}`")),
                )
            }
            Meaning::Word(word) => self.unknown_variable(&word, &ast.at),
        }
    }

    fn values(&self, var: VarIx) -> Vec<Name> {
        match self.scope.vars.get(var.at()).map(|var| &var.kind) {
            Some(Kind::Enum(values) | Kind::Hidden(values)) => values.clone(),
            _ => Vec::new(),
        }
    }

    fn name_of(&self, var: VarIx) -> &str {
        self.scope.vars.get(var.at()).map_or("", |var| var.id.as_str())
    }

    fn meaning(&mut self, ast: &Ast) -> Option<Meaning> {
        match &ast.term {
            Term::Int(value) => Some(Meaning::Count(Num::Lit(i32::try_from(*value).unwrap_or(i32::MAX)))),
            Term::Truth(value) => Some(Meaning::Truth(Cond::Const(*value))),
            Term::Name(name) => Some(self.name(name)),
            Term::Call {
                name,
                name_at,
                argument,
                argument_at,
            } => self.question(name, name_at, argument, argument_at).map(Meaning::Truth),
            Term::Minus(_) => self.count(ast).map(Meaning::Count),
            Term::Pair {
                sign: Pair::Plus | Pair::Minus,
                ..
            } => self.count(ast).map(Meaning::Count),
            Term::Not(_) | Term::Both(_) | Term::Either(_) | Term::Pair { .. } => self.truth(ast).map(Meaning::Truth),
        }
    }

    fn name(&mut self, name: &str) -> Meaning {
        if let Some((var, known)) = self.scope.var(name) {
            return match &known.kind {
                Kind::Int { .. } => Meaning::Count(Num::Var(var)),
                Kind::Bool => Meaning::Truth(Cond::Is { var, value: 1 }),
                Kind::Enum(_) | Kind::Hidden(_) => Meaning::Value(var),
                Kind::Unclear => Meaning::Unclear,
            };
        }
        if name == "role" {
            return Meaning::Role;
        }
        Meaning::Word(name.to_owned())
    }

    /// A number: a literal, an int variable, or a sum of them.
    pub(super) fn count(&mut self, ast: &Ast) -> Option<Num> {
        match &ast.term {
            Term::Minus(inner) => match self.count(inner)? {
                Num::Lit(value) => Some(Num::Lit(value.saturating_neg())),
                other => Some(Num::Sub(Box::new(Num::Lit(0)), Box::new(other))),
            },
            Term::Pair {
                sign: sign @ (Pair::Plus | Pair::Minus),
                left,
                right,
                ..
            } => {
                if *sign == Pair::Minus && self.is_joined_id(left, right) {
                    return self.fail(
                        Fault::new(
                            "E012",
                            format!("`{left}` holds a value from a list, and `-` is minus here"),
                            ast.at.clone(),
                        )
                        .help(format!(
                            "to compare, write `{left} == {right}`; ids of variables are joined with `_`"
                        )),
                    );
                }
                let (left, right) = (self.count(left), self.count(right));
                let (left, right) = (Box::new(left?), Box::new(right?));
                Some(if *sign == Pair::Plus {
                    Num::Add(left, right)
                } else {
                    Num::Sub(left, right)
                })
            }
            _ => match self.meaning(ast)? {
                Meaning::Count(num) => Some(num),
                Meaning::Unclear => Some(Num::Lit(0)),
                Meaning::Word(word) => self.unknown_variable(&word, &ast.at),
                Meaning::Truth(_) => self.not_a_number(ast, "is true or false"),
                Meaning::Value(_) => self.not_a_number(ast, "holds a value from a list"),
                Meaning::Role => self.not_a_number(ast, "is who the learner plays"),
            },
        }
    }

    /// `told-plainly`: two words that were meant as one, or as a comparison.
    fn is_joined_id(&self, left: &Ast, right: &Ast) -> bool {
        let (Term::Name(left), Term::Name(_)) = (&left.term, &right.term) else {
            return false;
        };
        self.scope
            .var(left)
            .is_some_and(|(_, var)| matches!(var.kind, Kind::Enum(_) | Kind::Hidden(_)))
    }

    fn not_a_number<T>(&mut self, ast: &Ast, is: &str) -> Option<T> {
        self.fail(
            Fault::new(
                "E012",
                format!("a number is needed here, and `{ast}` {is}"),
                ast.at.clone(),
            )
            .label("not a number"),
        )
    }

    fn comparison(&mut self, sign: Pair, sign_at: &Range<usize>, left: &Ast, right: &Ast) -> Option<Cond> {
        let (left_means, right_means) = (self.meaning(left), self.meaning(right));
        let (left_means, right_means) = (left_means?, right_means?);
        match (left_means, right_means) {
            (Meaning::Unclear, _) | (_, Meaning::Unclear) => Some(Cond::Const(true)),
            (Meaning::Count(a), Meaning::Count(b)) => Some(Cond::Compare {
                left: a,
                op: op(sign),
                right: b,
            }),
            (Meaning::Value(var), Meaning::Word(word)) => self.is(var, &word, &right.at, sign, sign_at),
            (Meaning::Word(word), Meaning::Value(var)) => self.is(var, &word, &left.at, sign, sign_at),
            (Meaning::Role, Meaning::Word(word)) => self.role(&word, &right.at, sign, sign_at),
            (Meaning::Word(word), Meaning::Role) => self.role(&word, &left.at, sign, sign_at),
            (Meaning::Truth(cond), Meaning::Truth(Cond::Const(value)))
            | (Meaning::Truth(Cond::Const(value)), Meaning::Truth(cond)) => {
                self.only_equality(sign, sign_at, "true and false have")?;
                let same = (sign == Pair::Same) == value;
                Some(if same { cond } else { negated(cond) })
            }
            (Meaning::Word(word), Meaning::Word(other)) => {
                let first: Option<Cond> = self.unknown_variable(&word, &left.at);
                // One of the two is probably meant as a value; the first fault says enough.
                let _ = other;
                first
            }
            (Meaning::Word(word), _) => self.unknown_variable(&word, &left.at),
            (Meaning::Count(_), Meaning::Word(word)) => self.unknown_variable(&word, &right.at),
            (Meaning::Truth(_), Meaning::Word(word)) => {
                if self.scope.blind.vars {
                    return None;
                }
                self.fail(
                    Fault::new(
                        "E012",
                        format!("`{left}` is true or false; it cannot be `{word}`"),
                        right.at.clone(),
                    )
                    .help(format!("write `{left}` or `not {left}`")),
                )
            }
            (left_means, right_means) => {
                let (a, b) = (describe(&left_means), describe(&right_means));
                self.fail(
                    Fault::new(
                        "E012",
                        format!("`{left}` is {a} and `{right}` is {b}; they cannot be compared"),
                        left.at.start..right.at.end,
                    )
                    .label(format!("{a} {} {b}", sign.text())),
                )
            }
        }
    }

    fn only_equality(&mut self, sign: Pair, sign_at: &Range<usize>, who: &str) -> Option<()> {
        if matches!(sign, Pair::Same | Pair::Differs) {
            return Some(());
        }
        self.fail(
            Fault::new(
                "E012",
                format!("{who} no order, so `{}` makes no sense", sign.text()),
                sign_at.clone(),
            )
            .help("use `==` or `!=`"),
        )
    }

    fn is(&mut self, var: VarIx, word: &str, at: &Range<usize>, sign: Pair, sign_at: &Range<usize>) -> Option<Cond> {
        let who = format!("the values of `{}` have", self.name_of(var));
        self.only_equality(sign, sign_at, &who)?;
        let values = self.values(var);
        if let Some(value) = values.iter().position(|value| value == word) {
            let cond = Cond::Is {
                var,
                value: i32::try_from(value).unwrap_or(0),
            };
            return Some(if sign == Pair::Same {
                cond
            } else {
                Cond::Not(Box::new(cond))
            });
        }
        let fault = no_such_value(self.name_of(var), &values, word, at);
        self.fail(fault)
    }

    fn role(&mut self, word: &str, at: &Range<usize>, sign: Pair, sign_at: &Range<usize>) -> Option<Cond> {
        self.only_equality(sign, sign_at, "roles have")?;
        if let Some(role) = self.scope.role(word) {
            let cond = Cond::Role(role);
            return Some(if sign == Pair::Same {
                cond
            } else {
                Cond::Not(Box::new(cond))
            });
        }
        if self.scope.blind.roles {
            return None;
        }
        let fault = unknown("role", word, at, self.scope.roles.iter().map(|role| role.as_str()));
        self.fail(fault.help("roles are listed under `roles` at the top of the file"))
    }
}

fn negated(cond: Cond) -> Cond {
    match cond {
        Cond::Is { var, value: 1 } => Cond::Is { var, value: 0 },
        Cond::Const(value) => Cond::Const(!value),
        other => Cond::Not(Box::new(other)),
    }
}

fn describe(meaning: &Meaning) -> &'static str {
    match meaning {
        Meaning::Truth(_) => "true or false",
        Meaning::Count(_) => "a number",
        Meaning::Value(_) => "a value from a list",
        Meaning::Role => "a role",
        Meaning::Word(_) => "a word",
        Meaning::Unclear => "unclear",
    }
}

fn op(sign: Pair) -> Op {
    match sign {
        Pair::Differs => Op::Ne,
        Pair::Less => Op::Lt,
        Pair::AtMost => Op::Le,
        Pair::More => Op::Gt,
        Pair::AtLeast => Op::Ge,
        Pair::Same | Pair::Plus | Pair::Minus => Op::Eq,
    }
}
