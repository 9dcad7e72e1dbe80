//! What a rule is: a code, a name, a manual page and a check.

use super::context::Context;
use super::findings::Findings;
use crate::diag::Severity;
use crate::model::Key;

/// One thing `bedside check` can say. Found with [`explain`](super::explain) or [`all`](super::all).
#[derive(Debug)]
pub struct Rule {
    /// Stable for ever: a letter and three digits or letters.
    pub code: &'static str,
    /// Reads well after "allow", and names the fault, not the cure: `single-choice`.
    pub name: &'static str,
    /// One line, without a full stop.
    pub summary: &'static str,
    /// Unless a [`Config`](super::Config) says otherwise.
    pub severity: Severity,
    /// Codes that are causes of this one: it is not reported about a subject that one of them was reported about.
    pub after: &'static [&'static str],
    pub(super) check: Check,
    /// The doc comment of the rule's file, one piece a line, each with its leading space.
    pub(super) documentation: &'static [&'static str],
    /// The rule's file in the source.
    pub file: &'static str,
}

/// How a rule looks.
#[derive(Clone, Copy, Debug)]
pub(super) enum Check {
    /// Found while reading the files; here only to be explained.
    Loading,
    /// At a scenario, with its first key where ratings matter.
    Scenario(fn(&Context, &mut Findings)),
    /// At a scenario, where its states are walked.
    States(fn(&Context, &mut Findings)),
    /// At every key of a scenario.
    Key(fn(&Context, &Key, &mut Findings)),
    /// At the `# allow(…)` comments, after everything else.
    Allowance,
}

/// Rules that belong together: the code up to its last digit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    Shape,
    Names,
    Flow,
    Reach,
    Text,
    Items,
    Keys,
    Metadata,
    Teaching,
    Allowances,
    PlainWords,
    Judgement,
}

impl Family {
    /// With the code's first three letters and a heading.
    pub const ALL: [(Family, &'static str, &'static str); 12] = [
        (Family::Shape, "E00", "YAML and shape"),
        (Family::Names, "E01", "Names and types"),
        (Family::Flow, "E02", "Flow"),
        (Family::Reach, "W03", "Reachability and use"),
        (Family::Text, "W04", "Text"),
        (Family::Items, "W05", "Writing the choices"),
        (Family::Keys, "S06", "Keys"),
        (Family::Metadata, "M08", "Sources, review, metadata"),
        (Family::Teaching, "W09", "What a learner is owed"),
        (Family::Allowances, "A10", "Allowances"),
        (Family::PlainWords, "W11", "Plain words"),
        (Family::Judgement, "S12", "What a key judges"),
    ];

    #[must_use]
    pub fn heading(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(family, ..)| *family == self)
            .map_or("", |(_, _, heading)| heading)
    }

    /// `W05` or `W05x`, in either case.
    #[must_use]
    pub fn parse(word: &str) -> Option<Family> {
        let word = word.to_ascii_uppercase();
        let prefix = word.strip_suffix('X').unwrap_or(&word);
        Self::ALL
            .iter()
            .find(|(_, known, _)| *known == prefix)
            .map(|(family, ..)| *family)
    }
}

impl Rule {
    #[must_use]
    pub fn family(&self) -> Family {
        Family::parse(&self.code[..3]).unwrap_or(Family::Shape)
    }

    /// The manual page, in Markdown: what it does, why, an example, what to write instead.
    #[must_use]
    pub fn documentation(&self) -> String {
        let lines = self
            .documentation
            .iter()
            .map(|line| line.strip_prefix(' ').unwrap_or(line));
        let mut page = lines.collect::<Vec<_>>().join("\n");
        page.push('\n');
        page
    }

    /// The part of the manual page under `## heading`, without the heading.
    #[must_use]
    pub fn section(&self, heading: &str) -> Option<String> {
        let page = self.documentation();
        let start = page.find(&format!("## {heading}\n"))? + heading.len() + 4;
        let rest = &page[start..];
        let end = rest.find("\n## ").unwrap_or(rest.len());
        Some(rest[..end].trim().to_owned())
    }

    /// Whether it says nothing unless the states of a scenario are walked.
    pub(super) fn needs_states(&self) -> bool {
        matches!(self.check, Check::States(_))
    }

    /// Whether it is found while reading files rather than by [`check`](fn@super::check).
    #[must_use]
    pub fn is_found_while_loading(&self) -> bool {
        matches!(self.check, Check::Loading)
    }
}

/// Declares a rule: its doc comment becomes its manual page.
macro_rules! rule {
    (
        $(#[doc = $doc:literal])+
        $code:literal, $name:literal, $severity:ident,
        $summary:literal,
        $(after: [$($after:literal),* $(,)?],)?
        check: $check:expr $(,)?
    ) => {
        pub(in crate::lint) static RULE: $crate::lint::rule::Rule = $crate::lint::rule::Rule {
            code: $code,
            name: $name,
            summary: $summary,
            severity: $crate::diag::Severity::$severity,
            after: &[$($($after),*)?],
            check: $check,
            documentation: &[$($doc),+],
            file: file!(),
        };
    };
}
pub(super) use rule;
