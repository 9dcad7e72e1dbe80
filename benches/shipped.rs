//! The shipped library, as it is and as many copies under other names.

use std::fs;
use std::path::{Path, PathBuf};

use bedside::content::{FileText, Pack, load_library};
use bedside::diag::{Diagnostic, Severity, Sources};
use bedside::model::{Entry, Library};

pub(crate) fn pack() -> Pack {
    let mut pack = Pack {
        name: "built-in".into(),
        rubric: Some(file("scoring/rubric.yaml")),
        sources: Some(file("scoring/sources.yaml")),
        ..Pack::default()
    };
    pack.scenarios = files("scenarios");
    pack.keys = files("scoring/keys");
    pack
}

/// Rubric and sources, and nothing to play.
pub(crate) fn none() -> Pack {
    Pack {
        scenarios: Vec::new(),
        keys: Vec::new(),
        ..pack()
    }
}

/// The same library with nothing in it but one scenario and its keys, one for each.
pub(crate) fn alone(pack: &Pack) -> Vec<Pack> {
    let only = |scenario: &FileText| {
        let folder = format!("scoring/keys/{}/", id(scenario));
        let keys = pack.keys.iter().filter(|key| key.path.starts_with(&folder));
        Pack {
            scenarios: vec![scenario.clone()],
            keys: keys.cloned().collect(),
            ..pack.clone()
        }
    };
    pack.scenarios.iter().map(only).collect()
}

pub(crate) fn load(pack: &Pack) -> (Library, Vec<Diagnostic>) {
    let (library, faults) = load_library(std::slice::from_ref(pack), &mut Sources::default());
    let error = faults.iter().find(|fault| fault.severity == Severity::Error);
    assert!(error.is_none(), "{error:?}");
    (library, faults)
}

pub(crate) fn library() -> Library {
    load(&pack()).0
}

/// The entry for which something took longest, and how long.
pub(crate) fn worst(library: &Library, mut takes: impl FnMut(&Entry) -> f64) -> (f64, String) {
    let all = library.entries.iter().map(|entry| (takes(entry), entry.id.to_string()));
    all.max_by(|left, right| left.0.total_cmp(&right.0)).expect("a library")
}

/// So many scenarios with their keys, each with an id of its own: the shipped ones over and over.
pub(crate) fn copies(count: usize) -> Pack {
    let pack = pack();
    let mut copies = Pack::default();
    for at in 0..count {
        let scenario = &pack.scenarios[at % pack.scenarios.len()];
        let (old, new) = (id(scenario), copy_id(&pack, at));
        let renamed = |file: &FileText, path: String| FileText {
            path,
            text: file
                .text
                .replacen(&format!("\nscenario: {old}\n"), &format!("\nscenario: {new}\n"), 1),
        };
        let path = scenario.path.replace(&format!("/{old}.yaml"), &format!("/{new}.yaml"));
        copies.scenarios.push(renamed(scenario, path));
        let (its, ours) = (format!("scoring/keys/{old}/"), format!("scoring/keys/{new}/"));
        let keys = pack.keys.iter().filter(|key| key.path.starts_with(&its));
        copies
            .keys
            .extend(keys.map(|key| renamed(key, key.path.replace(&its, &ours))));
    }
    copies
}

/// The id of the copy at this place.
pub(crate) fn copy_id(pack: &Pack, at: usize) -> String {
    format!("{}-{at:02}", id(&pack.scenarios[at % pack.scenarios.len()]))
}

/// Writes a pack where `--library` finds it.
pub(crate) fn put(pack: &Pack, folder: &Path) {
    for file in pack.scenarios.iter().chain(&pack.keys) {
        write(&folder.join(&file.path), &file.text);
    }
}

pub(crate) fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
    fs::write(path, text).expect("the file is written");
}

fn id(scenario: &FileText) -> &str {
    let name = Path::new(&scenario.path).file_stem();
    name.and_then(|name| name.to_str()).expect("a name")
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn file(path: &str) -> FileText {
    FileText {
        path: path.to_owned(),
        text: fs::read_to_string(root().join(path)).expect("a shipped file"),
    }
}

fn files(folder: &str) -> Vec<FileText> {
    let mut found = Vec::new();
    let entries = fs::read_dir(root().join(folder)).expect("a shipped folder");
    for entry in entries.map(|entry| entry.expect("a shipped file")) {
        let inside = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            found.extend(files(&inside));
        } else if inside.ends_with(".yaml") {
            found.push(file(&inside));
        }
    }
    found.sort_by(|left, right| left.path.cmp(&right.path));
    found
}
