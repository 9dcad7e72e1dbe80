//! Every rule's manual page is its test: the bad example fires this rule and no other, what stands instead is clean, and the
//! finding reads as written in `tests/rules/CODE.txt` (`BEDSIDE_ACCEPT=1` writes it).
#![allow(clippy::unwrap_used, reason = "a test")]

#[path = "rules/patch.rs"]
mod patch;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use bedside::content::{load_key, load_rubric, load_scenario, load_sources};
use bedside::diag::{Diagnostic, Drawing, Severity, Sources, render};
use bedside::exchange::keyfile::sync;
use bedside::lint::{Config, Day, Rule, all, check, page};
use bedside::model::{Entry, Library};
use patch::{Files, apply};

const TODAY: &str = "2026-11-22";

#[test]
fn the_base_is_clean() {
    let found = findings(&base());
    assert!(found.is_empty(), "{found}");
}

#[test]
fn every_bad_example_fires_its_rule_and_no_other() {
    let mut faults = String::new();
    for rule in all() {
        let Some(bad) = example(rule, "Example") else {
            let _ = writeln!(faults, "{} has no example", rule.code);
            continue;
        };
        let found = findings(&patched(rule, &bad));
        let codes: Vec<&str> = found.lines().filter_map(code).collect();
        if codes.is_empty() || codes.iter().any(|code| *code != rule.code) {
            let _ = writeln!(faults, "--- {} ({}) gives {codes:?}\n{found}", rule.code, rule.name);
            continue;
        }
        if let Err(differs) = expect(&root().join(format!("tests/rules/{}.txt", rule.code)), &found) {
            let _ = writeln!(faults, "{differs}");
        }
    }
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn what_stands_instead_is_clean() {
    let mut faults = String::new();
    for rule in all() {
        let (Some(bad), Some(good)) = (example(rule, "Example"), example(rule, "Instead")) else {
            let _ = writeln!(faults, "{} lacks an example or what to write instead", rule.code);
            continue;
        };
        let found = findings(&patched(rule, &good));
        if !found.is_empty() {
            let _ = writeln!(faults, "--- {} ({})\n{found}", rule.code, rule.name);
        }
        if bad == good {
            let _ = writeln!(faults, "{}: both examples are the same", rule.code);
        }
    }
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn manual_pages_have_their_parts_and_codes_are_in_order() {
    for rule in all() {
        for heading in ["What it does", "Why", "Example", "Instead"] {
            assert!(
                rule.section(heading).is_some_and(|text| !text.is_empty()),
                "{} lacks {heading}",
                rule.code
            );
        }
        assert!(
            !rule.summary.ends_with('.') && !rule.summary.is_empty(),
            "{}",
            rule.code
        );
        let file = Path::new(rule.file).file_stem().unwrap().to_str().unwrap();
        let expected = format!("{}_{}", rule.code.to_lowercase(), rule.name.replace('-', "_"));
        assert_eq!(file, expected, "a rule's file is its code and name");
        for cause in rule.after {
            assert!(
                all().iter().any(|known| known.code == *cause),
                "{} after {cause}",
                rule.code
            );
        }
    }
    let codes: Vec<&str> = all().iter().map(|rule| rule.code).collect();
    assert!(codes.is_sorted_by(|left, right| left < right), "{codes:?}");
    let mut names: Vec<&str> = all().iter().map(|rule| rule.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), codes.len(), "two rules share a name");
}

#[test]
fn the_page_in_docs_is_current() {
    if let Err(differs) = expect(&root().join("docs/rules.md"), &page()) {
        panic!("{differs}");
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap()
}

fn base() -> Files {
    Files {
        scenario: read("tests/rules/base.yaml"),
        key: Some(read("tests/rules/key.yaml")),
    }
}

/// The base with an example in it; unless fingerprints are what the rule is about, they follow the new wording.
fn patched(rule: &Rule, example: &str) -> Files {
    let files = apply(&base(), example);
    if matches!(rule.code, "S065" | "S066") {
        return files;
    }
    let mut sources = Sources::default();
    let (library, _) = load(&files, &mut sources);
    let entry = &library.entries[0];
    match (&entry.scenario, entry.keys.first(), &files.key) {
        (Some(scenario), Some(key), Some(text)) => Files {
            key: Some(sync(scenario, key, text).text),
            ..files
        },
        _ => files,
    }
}

/// The YAML block under a heading of a rule's page.
fn example(rule: &Rule, heading: &str) -> Option<String> {
    let section = rule.section(heading)?;
    let start = section.find("```yaml\n")? + 8;
    let end = section.rfind("```")?;
    Some(section[start..end].to_owned())
}

fn findings(files: &Files) -> String {
    let mut sources = Sources::default();
    let (library, loaded) = load(files, &mut sources);
    let found = check(&library, loaded, Day::parse(TODAY).unwrap(), &Config::default());
    found
        .iter()
        .map(|diagnostic| render(diagnostic, &sources, Drawing::default()))
        .collect()
}

/// Rubric and sources are large, so they are read once.
fn ground() -> &'static (Sources, Library) {
    static GROUND: OnceLock<(Sources, Library)> = OnceLock::new();
    GROUND.get_or_init(|| {
        let mut sources = Sources::default();
        let rubric = sources.add("scoring/rubric.yaml", read("scoring/rubric.yaml"));
        let list = sources.add("scoring/sources.yaml", read("tests/rules/sources.yaml"));
        let library = Library {
            rubric: Arc::new(load_rubric(rubric, &sources).0.unwrap()),
            sources: load_sources(list, &sources).0.unwrap(),
            ..Library::default()
        };
        (sources, library)
    })
}

fn load(files: &Files, sources: &mut Sources) -> (Library, Vec<Diagnostic>) {
    let (known, mut library) = ground().clone();
    *sources = known;
    let path = "scenarios/adult/the-boat.yaml";
    let file = sources.add(path, files.scenario.as_str());
    let (scenario, mut faults) = load_scenario(file, sources, Some(&library.rubric));
    let mut keys = Vec::new();
    if let (Some(scenario), Some(key)) = (&scenario, &files.key) {
        let file = sources.add("scoring/keys/the-boat/author.yaml", key.as_str());
        let (key, found) = load_key(file, sources, scenario, &library.rubric);
        keys.extend(key.map(Arc::new));
        faults.extend(found);
    }
    library.entries.push(Entry {
        id: "the-boat".into(),
        path: path.into(),
        pack: "test".into(),
        track: scenario.as_ref().map(|scenario| scenario.track),
        scenario: scenario.map(Arc::new),
        keys,
        faults: faults.iter().filter(|fault| fault.severity == Severity::Error).count(),
    });
    (library, faults)
}

/// `warning[W043] …`
fn code(line: &str) -> Option<&str> {
    let rest = ["error[", "warning[", "info["]
        .iter()
        .find_map(|word| line.strip_prefix(word))?;
    rest.split_once(']').map(|(code, _)| code)
}

fn expect(path: &Path, text: &str) -> Result<(), String> {
    if std::env::var_os("BEDSIDE_ACCEPT").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
        return Ok(());
    }
    let stored = std::fs::read_to_string(path).unwrap_or_default();
    if stored == text {
        return Ok(());
    }
    let same = stored
        .lines()
        .zip(text.lines())
        .take_while(|(old, new)| old == new)
        .count();
    let part = |text: &str| text.lines().skip(same).take(12).collect::<Vec<_>>().join("\n");
    Err(format!(
        "{} differs from line {} on (BEDSIDE_ACCEPT=1 writes it)\n--- stored\n{}\n--- now\n{}",
        path.display(),
        same + 1,
        part(&stored),
        part(text)
    ))
}

/// Run by hand after a change of the base's words: `BEDSIDE_ACCEPT=1`.
#[test]
fn the_base_key_is_pinned() {
    let files = base();
    let mut sources = Sources::default();
    let (library, _) = load(&files, &mut sources);
    let entry = &library.entries[0];
    let pinned = sync(
        entry.scenario.as_ref().unwrap(),
        &entry.keys[0],
        files.key.as_ref().unwrap(),
    );
    if let Err(differs) = expect(&root().join("tests/rules/key.yaml"), &pinned.text) {
        panic!("{differs}");
    }
}

fn codes(files: &Files) -> Vec<String> {
    findings(files).lines().filter_map(code).map(str::to_owned).collect()
}

#[test]
fn a_cause_hides_its_consequences() {
    let same_answer = "nodes/close/choices/later/reply: |\n  Mr. Ochoa: Nine.\n";
    let twins = apply(&base(), same_answer);
    assert_eq!(codes(&twins), ["W037"]);
    let same_words = "nodes/close/choices/later/text: \"I will be back at nine tomorrow, with Lia, and we will go on.\"\n\
                      key/decisions/close/choices/later: {of: t-66d4f8be, rating: 1, shows: {A1: 3}}\n";
    let doubled = apply(&twins, same_words);
    assert_eq!(codes(&doubled), ["W040"], "that they come to the same follows");
}

#[test]
fn a_reason_above_the_line_allows_what_stands_below() {
    let bad = "  # allow(three-dots): his own way of trailing off\n  hint: \"And then...\"\n";
    let text = base().scenario.replace(
        "    hint: What will they know when you are gone?\n",
        &bad.replace("  ", "    ").replace("        ", "    "),
    );
    assert_ne!(text, base().scenario);
    let files = Files {
        scenario: text.clone(),
        ..base()
    };
    assert!(codes(&files).is_empty(), "{}", findings(&files));
    let elsewhere = Files {
        scenario: text.replace("hint: He told you two things.", "hint: He told you two things..."),
        ..base()
    };
    assert_eq!(codes(&elsewhere), ["W045"], "only the lines below are covered");
}

#[test]
fn an_allowance_at_the_top_covers_the_scenario_and_its_keys() {
    let bad = apply(
        &base(),
        "key/decisions/close/choices/plan: {rating: 2, shows: {A1: 4}}\n",
    );
    assert_eq!(codes(&bad), ["S066"]);
    let files = Files {
        scenario: format!("# allow(S066): pinned when the panel has met\n{}", bad.scenario),
        key: bad.key,
    };
    assert!(codes(&files).is_empty(), "{}", findings(&files));
}

#[test]
fn a_file_with_errors_is_looked_at_no_further() {
    let broken = apply(&base(), "level: 9\nsources: []\n");
    assert_eq!(codes(&broken), ["E014"]);
}

#[test]
fn every_stored_finding_belongs_to_a_rule() {
    let stored = std::fs::read_dir(root().join("tests/rules")).unwrap();
    let names = stored.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let strays: Vec<String> = names
        .filter(|name| {
            let code = name.strip_suffix(".txt");
            code.is_some_and(|code| all().iter().all(|rule| rule.code != code))
        })
        .collect();
    assert!(strays.is_empty(), "{strays:?}");
}
