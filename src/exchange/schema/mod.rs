//! JSON Schemas for editors: completion and first faults while typing. `bedside check` finds what a schema cannot.

/// For `scenarios/<track>/<id>.yaml` (JSON Schema draft 2020-12).
pub const SCENARIO: &str = include_str!("scenario.json");

/// For `scoring/keys/<scenario>/<panel>.yaml`.
pub const KEY: &str = include_str!("key.json");
