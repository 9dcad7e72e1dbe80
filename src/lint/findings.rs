//! What the rules found, each about something, so that a cause can hide its consequences.

use super::rule::Rule;
use crate::diag::{Diagnostic, Span};
use crate::explore::Owner;
use crate::model::{ChoiceIx, EndingIx, FactIx, NodeIx, PersonIx, Scenario, VarIx};

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    Whole,
    Node(NodeIx),
    Choice(ChoiceIx),
    Ending(EndingIx),
    Var(VarIx),
    Fact(FactIx),
    Person(PersonIx),
}

impl From<Owner> for Subject {
    fn from(owner: Owner) -> Subject {
        match owner {
            Owner::Node(node) => Subject::Node(node),
            Owner::Choice(choice) => Subject::Choice(choice),
        }
    }
}

impl Subject {
    /// Whether `other` is this or lies in it: the whole holds everything, a node its choices.
    fn holds(self, other: Subject, scenario: &Scenario) -> bool {
        match (self, other) {
            (Subject::Whole, _) => true,
            (Subject::Node(node), Subject::Choice(choice)) => scenario.choice(choice).node == node,
            _ => self == other,
        }
    }
}

#[derive(Debug)]
pub(super) struct Finding {
    pub(super) diagnostic: Diagnostic,
    rule: &'static Rule,
    subject: Subject,
    /// Which of the scenario's keys, for rules that look at keys.
    key: Option<usize>,
}

/// Collects what one scenario's rules find.
#[derive(Debug)]
pub(super) struct Findings {
    list: Vec<Finding>,
    rule: &'static Rule,
    key: Option<usize>,
}

impl Findings {
    pub(super) fn new(first: &'static Rule) -> Self {
        Findings {
            list: Vec::new(),
            rule: first,
            key: None,
        }
    }

    /// What is added from now on is found by this rule, in this key.
    pub(super) fn turn_to(&mut self, rule: &'static Rule, key: Option<usize>) {
        self.rule = rule;
        self.key = key;
    }

    /// Adds a finding of the present rule. `more` adds label, help, related places or a fix.
    pub(super) fn add(
        &mut self,
        subject: Subject,
        span: Span,
        message: impl Into<String>,
        more: impl FnOnce(Diagnostic) -> Diagnostic,
    ) {
        let bare = Diagnostic::new(self.rule.code, self.rule.severity, message, span);
        self.list.push(Finding {
            diagnostic: more(bare),
            rule: self.rule,
            subject,
            key: self.key,
        });
    }

    /// Without those whose cause was found too.
    pub(super) fn causes_only(self, scenario: &Scenario) -> Vec<Finding> {
        let explained = |finding: &Finding| {
            self.list.iter().any(|cause| {
                finding.rule.after.contains(&cause.rule.code)
                    && cause.subject.holds(finding.subject, scenario)
                    && (cause.key.is_none() || cause.key == finding.key)
            })
        };
        let hidden: Vec<bool> = self.list.iter().map(explained).collect();
        let kept = self.list.into_iter().zip(hidden).filter(|(_, hidden)| !hidden);
        kept.map(|(finding, _)| finding).collect()
    }
}
