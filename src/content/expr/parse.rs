//! Words and signs to an expression. Stops at the first fault it cannot explain away.

use std::ops::Range;

use super::Fault;
use super::lex::{Sign, Token, tokens};
use super::syntax::{Ast, Pair, Term};

/// Deeper nesting than this is refused, so that no file can use up the stack.
const MAX_DEPTH: usize = 24;

pub(super) struct Parser<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    next: usize,
    depth: usize,
    pub(super) faults: Vec<Fault>,
}

impl<'a> Parser<'a> {
    /// `None` when the text holds a sign that has no meaning; the faults say which.
    pub(super) fn new(text: &'a str) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        match tokens(text, &mut faults) {
            Some(tokens) => Ok(Parser {
                text,
                tokens,
                next: 0,
                depth: 0,
                faults,
            }),
            None => Err(faults),
        }
    }

    pub(super) fn peek(&self) -> &Sign {
        self.tokens.get(self.next).map_or(&Sign::End, |token| &token.sign)
    }

    pub(super) fn at(&self) -> Range<usize> {
        let end = self.text.len()..self.text.len();
        self.tokens.get(self.next).map_or(end, |token| token.at.clone())
    }

    pub(super) fn step(&mut self) -> Range<usize> {
        let at = self.at();
        self.next += 1;
        at
    }

    pub(super) fn fail<T>(&mut self, fault: Fault) -> Option<T> {
        self.faults.push(fault);
        None
    }

    fn word(&self, word: &str) -> bool {
        matches!(self.peek(), Sign::Word(found) if found.eq_ignore_ascii_case(word))
    }

    pub(super) fn whole(&mut self) -> Option<Ast> {
        let ast = self.either()?;
        if *self.peek() == Sign::End {
            return Some(ast);
        }
        let at = self.at();
        let shown = self.text.get(at.clone()).unwrap_or("").to_owned();
        let fault = Fault::new("E015", format!("`{shown}` does not fit here"), at.clone());
        let fault = match self.peek() {
            Sign::Same | Sign::Differs | Sign::Less | Sign::AtMost | Sign::More | Sign::AtLeast => fault
                .label("a second comparison")
                .help("compare two things at a time: `trust > 2 and trust < 6`"),
            Sign::Close => fault.label("no parenthesis was opened for this one"),
            Sign::Int(_) | Sign::Word(_) | Sign::Open => fault
                .label("something is missing before this")
                .help("join conditions with `and` or `or`"),
            _ => fault,
        };
        self.fail(fault)
    }

    fn either(&mut self) -> Option<Ast> {
        let first = self.both()?;
        self.more(first, "or", Self::both, Term::Either)
    }

    fn both(&mut self) -> Option<Ast> {
        let first = self.not()?;
        self.more(first, "and", Self::not, Term::Both)
    }

    fn more(
        &mut self,
        first: Ast,
        word: &str,
        part: fn(&mut Self) -> Option<Ast>,
        made: fn(Vec<Ast>) -> Term,
    ) -> Option<Ast> {
        if !self.word(word) {
            return Some(first);
        }
        let mut list = vec![first];
        while self.word(word) {
            self.step();
            list.push(part(self)?);
        }
        let at = list.first()?.at.start..list.last()?.at.end;
        Some(Ast { term: made(list), at })
    }

    fn not(&mut self) -> Option<Ast> {
        if !self.word("not") {
            return self.comparison();
        }
        let start = self.step().start;
        self.deeper()?;
        let inner = self.not()?;
        self.depth -= 1;
        let at = start..inner.at.end;
        Some(Ast {
            term: Term::Not(Box::new(inner)),
            at,
        })
    }

    fn deeper(&mut self) -> Option<()> {
        self.depth += 1;
        if self.depth <= MAX_DEPTH {
            return Some(());
        }
        let at = self.at();
        self.fail(
            Fault::new(
                "E009",
                format!("this expression is nested deeper than {MAX_DEPTH} levels"),
                at,
            )
            .help("take out parentheses that are not needed"),
        )
    }

    fn comparison(&mut self) -> Option<Ast> {
        let left = self.sum()?;
        let sign = match self.peek() {
            Sign::Same => Pair::Same,
            Sign::Differs => Pair::Differs,
            Sign::Less => Pair::Less,
            Sign::AtMost => Pair::AtMost,
            Sign::More => Pair::More,
            Sign::AtLeast => Pair::AtLeast,
            Sign::Equals => {
                let at = self.at();
                self.faults.push(
                    Fault::new("E013", "`=` is not a comparison", at)
                        .label("this sets a value, and a condition only asks")
                        .help("write `==`")
                        .replace("=="),
                );
                Pair::Same
            }
            Sign::Word(word) if word == "is" => {
                let at = self.at();
                self.faults.push(
                    Fault::new("E015", "`is` is spelled `==` here", at)
                        .help("write `==`, or `!=` for \"is not\"")
                        .replace("=="),
                );
                Pair::Same
            }
            _ => return Some(left),
        };
        let sign_at = self.step();
        let right = self.sum()?;
        let at = left.at.start..right.at.end;
        Some(Ast {
            term: Term::Pair {
                sign,
                sign_at,
                left: Box::new(left),
                right: Box::new(right),
            },
            at,
        })
    }

    pub(super) fn sum(&mut self) -> Option<Ast> {
        let mut left = self.single()?;
        loop {
            let sign = match self.peek() {
                Sign::Plus => Pair::Plus,
                Sign::Minus => Pair::Minus,
                _ => return Some(left),
            };
            let sign_at = self.step();
            let right = self.single()?;
            let at = left.at.start..right.at.end;
            left = Ast {
                term: Term::Pair {
                    sign,
                    sign_at,
                    left: Box::new(left),
                    right: Box::new(right),
                },
                at,
            };
        }
    }

    fn single(&mut self) -> Option<Ast> {
        let at = self.at();
        match self.peek().clone() {
            Sign::Int(value) => {
                self.step();
                Some(Ast {
                    term: Term::Int(value),
                    at,
                })
            }
            Sign::Minus => {
                self.step();
                self.deeper()?;
                let inner = self.single()?;
                self.depth -= 1;
                let at = at.start..inner.at.end;
                Some(Ast {
                    term: Term::Minus(Box::new(inner)),
                    at,
                })
            }
            Sign::Open => {
                self.step();
                self.deeper()?;
                let inner = self.either()?;
                self.depth -= 1;
                if *self.peek() != Sign::Close {
                    return self.fail(
                        Fault::new("E015", "a parenthesis is never closed", at)
                            .label("opened here")
                            .help("add the missing `)`"),
                    );
                }
                let end = self.step().end;
                Some(Ast {
                    term: inner.term,
                    at: at.start..end,
                })
            }
            Sign::Word(word) => {
                self.step();
                match word.as_str() {
                    "true" => {
                        return Some(Ast {
                            term: Term::Truth(true),
                            at,
                        });
                    }
                    "false" => {
                        return Some(Ast {
                            term: Term::Truth(false),
                            at,
                        });
                    }
                    _ => {}
                }
                if ["and", "or", "not"].contains(&word.to_ascii_lowercase().as_str()) {
                    return self.fail(
                        Fault::new("E015", format!("`{word}` has nothing to join here"), at)
                            .label("expected a variable, a number or a question such as `visited(node)`"),
                    );
                }
                if *self.peek() == Sign::Open {
                    return self.call(word, at);
                }
                Some(Ast {
                    term: Term::Name(word),
                    at,
                })
            }
            Sign::End => self.fail(
                Fault::new("E015", "the expression stops too early", at)
                    .label("expected a variable, a number or a question such as `visited(node)`"),
            ),
            _ => {
                let shown = self.text.get(at.clone()).unwrap_or("").to_owned();
                self.fail(
                    Fault::new("E015", format!("`{shown}` does not fit here"), at)
                        .label("expected a variable, a number or a question such as `visited(node)`"),
                )
            }
        }
    }

    /// The argument is taken as written, since ids there may hold `-` and `/`.
    fn call(&mut self, name: String, name_at: Range<usize>) -> Option<Ast> {
        let open = self.step();
        let from = open.end;
        while !matches!(self.peek(), Sign::Close | Sign::End | Sign::Open) {
            self.step();
        }
        if *self.peek() != Sign::Close {
            return self.fail(
                Fault::new("E015", format!("`{name}(` is never closed"), open).help(format!("write `{name}(id)`")),
            );
        }
        let close = self.step();
        let written = self.text.get(from..close.start).unwrap_or("");
        let argument = written.trim();
        let start = from + (written.len() - written.trim_start().len());
        let argument_at = start..start + argument.len();
        Some(Ast {
            term: Term::Call {
                name,
                name_at: name_at.clone(),
                argument: argument.to_owned(),
                argument_at,
            },
            at: name_at.start..close.end,
        })
    }
}
