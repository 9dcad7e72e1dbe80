//! The author's tools: begin a scenario, tidy it, key it, look at its branching, carry it elsewhere and back.

mod analyze;
mod export;
mod figures;
mod fmt;
mod graph;
mod import;
mod key;
mod new;
mod place;
mod schema;
mod simulate;
mod waiting;

use clap::Subcommand;

use super::exit::Outcome;
use super::surroundings::Surroundings;

#[derive(Debug, Subcommand)]
pub(super) enum Author {
    Analyze(analyze::Analyze),
    Simulate(simulate::Simulate),
    New(new::New),
    Key(key::KeyCommand),
    Fmt(fmt::Fmt),
    Schema(schema::Schema),
    Graph(graph::Graph),
    Export(export::Export),
    Import(import::Import),
}

impl Author {
    pub(super) fn run(self, around: &Surroundings) -> anyhow::Result<Outcome> {
        match self {
            Author::Analyze(analyze) => analyze.run(around),
            Author::Simulate(simulate) => simulate.run(around),
            Author::New(new) => new.run(around),
            Author::Key(key) => key.run(around),
            Author::Fmt(fmt) => fmt.run(around),
            Author::Schema(schema) => schema.run(around),
            Author::Graph(graph) => graph.run(around),
            Author::Export(export) => export.run(around),
            Author::Import(import) => import.run(around),
        }
    }
}
