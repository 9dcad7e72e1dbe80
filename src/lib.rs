//! bedside: practise the hardest conversations in medicine, in a terminal.
//!
//! This file is the map of the house and holds no items. Arrows only go down; `tests/architecture.rs` keeps them so.
//!
//! ```text
//! 8                              main
//! 7                              cli               alone knows files, clock, journal, environment, signals
//! 6   journal  report  exchange  lint  tui  plain  neighbours; none knows another
//! 5                    explore      practice       reachable states, policies | drills, forms, due, progress
//! 4                    session      record         one learner's sitting | the public JSON
//! 3b                        scoring                credit, domains, errors, result, references
//! 3a                content       engine           YAML -> model with all diagnostics | pure step machine
//! 2                          model                 nouns: Scenario, Key, Rubric, conditions, texts, Transcript
//! 1                     diag        i18n           spans and diagnostics | the program's own words
//! ```

pub mod cli;
pub mod content;
pub mod diag;
pub mod engine;
pub mod exchange;
pub mod explore;
pub mod i18n;
pub mod journal;
pub mod lint;
pub mod model;
pub mod plain;
pub mod practice;
pub mod record;
pub mod report;
pub mod scoring;
pub mod session;
pub mod tui;
