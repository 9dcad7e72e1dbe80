//! Why a transcript does not fit the scenario at hand, naming the step.

use std::fmt;

use super::fault::shown;

/// A transcript could not be walked again. The message is one line: what, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    pub why: Why,
    /// As the transcript names it.
    pub scenario: String,
    pub recorded_version: u32,
    pub version: u32,
    pub flow_changed: bool,
}

/// A step of a line. `step` counts from 1, shared steps included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At {
    pub line: usize,
    pub step: usize,
    /// `node/choice`
    pub address: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    OtherScenario {
        given: String,
    },
    OtherKey {
        keyed: String,
    },
    Role {
        asked: String,
        known: Vec<String>,
    },
    /// A hidden variable whose recorded value is missing or no longer exists.
    Draw {
        var: String,
        value: Option<String>,
    },
    /// The walk was at another node by then.
    Elsewhere {
        at: At,
        here: String,
    },
    /// The conversation was over by then.
    Over {
        at: At,
        ending: String,
    },
    /// Not there, used up, or locked.
    NotOffered {
        at: At,
        offered: Vec<String>,
    },
    Branch {
        line: usize,
        above: usize,
        shared: usize,
    },
    Ending {
        line: usize,
        recorded: String,
        reached: Option<String>,
    },
    /// A fault of the scenario.
    Stuck {
        node: String,
    },
}

impl fmt::Display for At {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "step {}", self.step)?;
        if self.line > 0 {
            write!(out, " of line {}", self.line)?;
        }
        write!(out, ", `{}`", shown(&self.address))
    }
}

impl fmt::Display for Why {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Why::OtherScenario { given } => write!(out, "it is scored against `{given}`"),
            Why::OtherKey { keyed } => write!(out, "the key is for `{keyed}`"),
            Why::Role { asked, known } => {
                write!(
                    out,
                    "it was played as `{}`, and the roles are {}",
                    shown(asked),
                    listed(known)
                )
            }
            Why::Draw {
                var,
                value: Some(value),
            } => {
                write!(out, "`{var}` was drawn as `{}`, which it cannot be", shown(value))
            }
            Why::Draw { var, value: None } => write!(out, "it does not say what was drawn for `{var}`"),
            Why::Elsewhere { at, here } => write!(out, "{at} is not where the conversation stands, which is `{here}`"),
            Why::Over { at, ending } => write!(out, "{at} comes after the ending `{ending}`"),
            Why::NotOffered { at, offered } if offered.is_empty() => write!(out, "{at} is not offered, and nothing is"),
            Why::NotOffered { at, offered } => write!(out, "{at} is not offered; offered are {}", listed(offered)),
            Why::Branch { line, above, shared } => {
                write!(
                    out,
                    "line {line} shares {shared} steps with line {above}, which has fewer"
                )
            }
            Why::Ending {
                line,
                recorded,
                reached: Some(reached),
            } => write!(
                out,
                "line {line} ended in `{}`, and its steps lead to `{reached}`",
                shown(recorded)
            ),
            Why::Ending {
                line,
                recorded,
                reached: None,
            } => write!(
                out,
                "line {line} ended in `{}`, and its steps reach no ending",
                shown(recorded)
            ),
            Why::Stuck { node } => write!(out, "after `{node}` the scenario comes to no decision and no ending"),
        }
    }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Mismatch {
            recorded_version,
            version,
            ..
        } = self;
        write!(
            out,
            "the transcript of `{}` cannot be scored: {}",
            shown(&self.scenario),
            self.why
        )?;
        match &self.why {
            Why::OtherScenario { .. } | Why::OtherKey { .. } => {
                write!(out, "; score it with the scenario and key it names")
            }
            Why::Stuck { .. } => write!(out, "; run `bedside check` on the scenario"),
            _ if self.flow_changed => write!(
                out,
                ". The scenario has changed since (it was version {recorded_version}, this is version {version}); \
                 score it with the library it was played with: `--library DIR`"
            ),
            _ => write!(
                out,
                ". The file was changed after it was written; play again, or use the original"
            ),
        }
    }
}

impl std::error::Error for Mismatch {}

fn listed(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}
