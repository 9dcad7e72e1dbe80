//! The house as a test: who may import whom, which crates live where, headers, lengths and licences.

// A failed test may panic wherever it likes, and its parts are seen by nobody else.
#![allow(clippy::unwrap_used, unreachable_pub)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Module, modules of ours it may import, external crates it alone (or with others named) may use.
const HOUSE: &[(&str, &[&str], &[&str])] = &[
    ("diag", &[], &["annotate_snippets", "unicode_width"]),
    ("i18n", &[], &["fluent_bundle", "unic_langid"]),
    ("model", &["diag"], &["sha2", "unicode_normalization"]),
    ("content", &["model", "diag"], &["serde", "serde_yaml"]),
    ("engine", &["model"], &["rand"]),
    ("scoring", &["engine", "model"], &["statrs"]),
    ("session", &["scoring", "engine", "model"], &[]),
    ("record", &["scoring", "engine", "model"], &["serde", "serde_json"]),
    ("explore", &["scoring", "engine", "model"], &["rayon"]),
    (
        "practice",
        &["session", "scoring", "engine", "model"],
        &["fsrs", "statrs"],
    ),
    ("lint", &["explore", "scoring", "model", "diag"], &[]),
    ("exchange", &["explore", "model", "diag"], &["serde", "serde_json"]),
    (
        "journal",
        &["record", "scoring", "engine", "model"],
        &["rusqlite", "uuid"],
    ),
    (
        "report",
        &["practice", "explore", "scoring", "engine", "model", "i18n"],
        &["askama", "csv", "plotters", "serde", "serde_json"],
    ),
    (
        "tui",
        &["practice", "session", "scoring", "engine", "model", "diag", "i18n"],
        &[
            "ratatui",
            "crossterm",
            "ratatui_textarea",
            "nucleo_matcher",
            "unicode_width",
            "unicode_segmentation",
            "textwrap",
        ],
    ),
    (
        "plain",
        &["practice", "session", "scoring", "engine", "model", "diag", "i18n"],
        &["textwrap", "unicode_width"],
    ),
    (
        "cli",
        &[
            "plain", "tui", "lint", "exchange", "report", "journal", "record", "session", "practice", "explore",
            "scoring", "content", "engine", "model", "i18n", "diag",
        ],
        &[
            "clap",
            "clap_complete",
            "clap_mangen",
            "anyhow",
            "etcetera",
            "jiff",
            "notify",
            "signal_hook",
            "toml",
            "include_dir",
            "indicatif",
            "serde",
            "serde_json",
            "uuid",
        ],
    ),
];

/// Crates whose place is written above; std and ours are free.
fn placed() -> BTreeSet<&'static str> {
    HOUSE.iter().flat_map(|(_, _, crates)| crates.iter().copied()).collect()
}

#[test]
fn arrows_only_go_down() {
    let mut faults = Vec::new();
    for (path, text) in sources() {
        let Some(module) = module_of(&path) else { continue };
        let Some((_, allowed, _)) = HOUSE.iter().find(|(name, _, _)| *name == module) else {
            faults.push(format!(
                "{}: the module `{module}` does not stand in the table",
                path.display()
            ));
            continue;
        };
        if only_for_tests(&path) {
            continue;
        }
        for import in imports(&text, "crate::") {
            if import != module && !allowed.contains(&import.as_str()) {
                faults.push(format!("{}: {module} -> {import}", path.display()));
            }
        }
    }
    assert!(
        faults.is_empty(),
        "imports that run up or sideways:\n{}",
        faults.join("\n")
    );
}

#[test]
fn external_crates_stay_in_their_module() {
    let placed = placed();
    let mut faults = Vec::new();
    for (path, text) in sources() {
        let Some(module) = module_of(&path) else { continue };
        let allowed = HOUSE
            .iter()
            .find(|(name, _, _)| *name == module)
            .map_or(&[][..], |(_, _, crates)| crates);
        for word in &placed {
            if !allowed.contains(word) && uses(&text, word) {
                faults.push(format!("{}: {module} uses {word}", path.display()));
            }
        }
    }
    assert!(faults.is_empty(), "crates outside their module:\n{}", faults.join("\n"));
}

#[test]
fn every_dependency_has_a_place() {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let section = manifest
        .split("[dependencies]")
        .nth(1)
        .unwrap()
        .split("[dev-dependencies]")
        .next()
        .unwrap();
    let names = section
        .lines()
        .filter_map(|line| line.split_once(" = "))
        .map(|(name, _)| name.replace('-', "_"));
    let placed = placed();
    let homeless: Vec<String> = names.filter(|name| !placed.contains(name.as_str())).collect();
    assert!(homeless.is_empty(), "dependencies no module is allowed: {homeless:?}");
}

#[test]
fn every_file_says_what_it_is_for() {
    let bare = sources().into_iter().filter(|(_, text)| !text.starts_with("//! "));
    let bare: Vec<String> = bare.map(|(path, _)| path.display().to_string()).collect();
    assert!(bare.is_empty(), "files without a `//!` header: {bare:?}");
}

#[test]
fn rooms_are_small() {
    let long = sources()
        .into_iter()
        .filter(|(path, text)| !only_for_tests(path) && text.lines().count() > 600);
    let long: Vec<String> = long.map(|(path, _)| path.display().to_string()).collect();
    assert!(long.is_empty(), "files over 600 lines: {long:?}");
}

#[test]
fn nobody_climbs_two_floors_at_once() {
    let climbers = sources()
        .into_iter()
        .filter(|(_, text)| code(text).contains("super::super"));
    let climbers: Vec<String> = climbers.map(|(path, _)| path.display().to_string()).collect();
    assert!(climbers.is_empty(), "`super::super` in {climbers:?}");
}

#[test]
fn colours_are_named_only_in_the_theme() {
    let theme = Path::new("src/tui/theme");
    let painters = sources().into_iter().filter(|(path, text)| {
        path.starts_with("src/tui")
            && !path.starts_with(theme)
            && !path.ends_with("theme.rs")
            && code(text).contains("Color::")
    });
    let painters: Vec<String> = painters.map(|(path, _)| path.display().to_string()).collect();
    assert!(painters.is_empty(), "`Color::` outside the theme: {painters:?}");
}

/// Licences of everything we ship; a new one is looked at before it is added here.
const LICENCES: &[&str] = &[
    "MIT",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MPL-2.0",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Unlicense",
    "Zlib",
    "0BSD",
    "WTFPL",
    "Apache-2.0 WITH LLVM-exception",
    "MIT-0",
];

#[test]
fn licences_are_known() {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let about = std::process::Command::new("rustc").arg("-vV").output().unwrap();
    let about = String::from_utf8(about.stdout).unwrap();
    let host = about.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    // Only what this machine builds has been fetched.
    let run = std::process::Command::new(cargo)
        .args([
            "metadata",
            "--format-version",
            "1",
            "--locked",
            "--offline",
            "--filter-platform",
            host,
        ])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(
        run.status.success(),
        "cargo metadata: {}",
        String::from_utf8_lossy(&run.stderr)
    );
    let metadata: serde_json::Value = serde_json::from_slice(&run.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let unknown: Vec<String> = packages
        .iter()
        .filter_map(|package| {
            let licence = package["license"].as_str().unwrap_or("none given");
            let flat = licence.replace(['(', ')'], "").replace('/', " OR ");
            let fine = flat
                .split(" OR ")
                .any(|choice| choice.split(" AND ").all(|one| LICENCES.contains(&one.trim())));
            (!fine).then(|| format!("{}: {licence}", package["name"]))
        })
        .collect();
    assert!(unknown.is_empty(), "licences to look at: {unknown:#?}");
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file under `src`, relative to the root, with its text.
fn sources() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                found.push((path.strip_prefix(root()).unwrap().to_owned(), text));
            }
        }
    }
    assert!(found.len() > 20, "the sources were not found");
    found
}

/// Files that exist only in a test build may build their scenarios from any noun.
fn only_for_tests(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("");
    matches!(name, "tests.rs" | "fixture.rs" | "props.rs") || path.components().any(|part| part.as_os_str() == "tests")
}

/// `src/engine/step.rs` -> `engine`; `main.rs` and `lib.rs` are nobody's.
fn module_of(path: &Path) -> Option<String> {
    let first = path
        .strip_prefix("src")
        .ok()?
        .components()
        .next()?
        .as_os_str()
        .to_str()?;
    let name = first.trim_end_matches(".rs");
    (!matches!(name, "main" | "lib")).then(|| name.to_owned())
}

/// The text without comments and string literals.
fn code(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let line = line.split("//").next().unwrap_or("");
        let pieces: Vec<&str> = line.split('"').collect();
        pieces.into_iter().step_by(2).collect::<Vec<_>>().join("\"\"")
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// First path segments after every `prefix`, groups included: `crate::{diag, model::X}` gives both.
fn imports(text: &str, prefix: &str) -> BTreeSet<String> {
    let code = code(text);
    let mut found = BTreeSet::new();
    for (at, _) in code.match_indices(prefix) {
        let before = code[..at].chars().next_back().unwrap_or(' ');
        if before.is_alphanumeric() || before == '_' || before == ':' || before == '$' {
            continue;
        }
        let rest = &code[at + prefix.len()..];
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut word = String::new();
            let mut fresh = true;
            for letter in group.chars() {
                match letter {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => {
                        fresh = true;
                        found.insert(std::mem::take(&mut word));
                    }
                    ':' => fresh = false,
                    _ if depth == 0 && fresh && (letter.is_alphanumeric() || letter == '_') => word.push(letter),
                    _ => {}
                }
            }
            found.insert(word);
        } else {
            found.insert(
                rest.chars()
                    .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
                    .collect(),
            );
        }
    }
    found.remove("");
    found
}

/// Whether the code names the crate as a path root.
fn uses(text: &str, krate: &str) -> bool {
    let code = code(text);
    code.match_indices(krate).any(|(at, _)| {
        let before = code[..at].chars().next_back().unwrap_or(' ');
        let after = &code[at + krate.len()..];
        let whole = !(before.is_alphanumeric() || before == '_' || before == ':');
        whole && after.starts_with("::")
    })
}

#[test]
fn the_reader_of_imports_sees_groups_and_skips_words_in_strings() {
    let text =
        "use crate::{diag::Span, model::{Name, Key}};\nlet x = \"crate::cli\"; // crate::tui\ncrate::engine::order();";
    let found: Vec<String> = imports(text, "crate::").into_iter().collect();
    assert_eq!(found, ["diag", "engine", "model"]);
    assert!(uses("use rand::Rng;", "rand") && !uses("let brand::x", "rand"));
}
