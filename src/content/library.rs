//! Packs of files to one library.

use std::collections::HashMap;
use std::sync::Arc;

use super::{load_blueprint, load_key, load_rubric, load_scenario, load_sources};
use crate::diag::{Diagnostic, Severity, Sources, Span, did_you_mean};
use crate::model::{Entry, Key, Library, Name, Rubric, Track};

/// One file of a pack. `path` is relative to the pack's root, with `/` between folders.
#[derive(Clone, Debug)]
pub struct FileText {
    pub path: String,
    pub text: String,
}

/// A set of files that belong together: the built-in library, or a folder.
#[derive(Clone, Debug, Default)]
pub struct Pack {
    pub name: Name,
    pub rubric: Option<FileText>,
    pub sources: Option<FileText>,
    pub scenarios: Vec<FileText>,
    /// `scoring/keys/<scenario>/<panel>.yaml`
    pub keys: Vec<FileText>,
    /// `scoring/blueprints/<id>.yaml`
    pub blueprints: Vec<FileText>,
}

/// Reads every pack. A later pack shadows whole scenarios together with their keys, so that a built-in key never scores a
/// foreign scenario; it may bring further keys for scenarios of earlier packs. Rubric and sources come from the last pack that
/// has them; a later blueprint shadows one of the same name. Faults come file by file.
pub fn load_library(packs: &[Pack], sources: &mut Sources) -> (Library, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let mut library = Library::default();
    let rubric = packs.iter().rev().find_map(|pack| pack.rubric.as_ref());
    let rubric = rubric.and_then(|file| {
        let id = sources.add(file.path.as_str(), file.text.as_str());
        let (rubric, found) = load_rubric(id, sources);
        faults.extend(found);
        rubric
    });
    if let Some(file) = packs.iter().rev().find_map(|pack| pack.sources.as_ref()) {
        let id = sources.add(file.path.as_str(), file.text.as_str());
        let (list, found) = load_sources(id, sources);
        faults.extend(found);
        library.sources = list.unwrap_or_default();
    }
    // A later pack takes the place of an earlier one.
    let mut owners: HashMap<&str, usize> = HashMap::new();
    for (at, pack) in packs.iter().enumerate() {
        owners.extend(pack.scenarios.iter().map(|file| (stem(&file.path), at)));
    }
    for (at, pack) in packs.iter().enumerate() {
        let mut read: HashMap<&str, &FileText> = HashMap::new();
        for file in &pack.scenarios {
            let name = stem(&file.path);
            if owners.get(name) != Some(&at) {
                continue;
            }
            if let Some(first) = read.insert(name, file) {
                faults.push(namesake(file, first, sources));
                read.insert(name, first);
                continue;
            }
            let keys = packs[at..].iter().flat_map(|pack| &pack.keys);
            let keys: Vec<&FileText> = keys.filter(|key| folder(&key.path) == name).collect();
            let (entry, found) = entry(pack, file, &keys, rubric.as_ref(), sources);
            library.entries.push(entry);
            faults.extend(found);
        }
        let lost = pack.keys.iter().filter(|key| !owners.contains_key(folder(&key.path)));
        faults.extend(lost.map(|key| ownerless(key, &owners, sources)));
    }
    library.entries.sort_by(|a, b| (a.track, &a.id).cmp(&(b.track, &b.id)));
    library.rubric = Arc::new(rubric.unwrap_or_default());
    for file in packs.iter().flat_map(|pack| &pack.blueprints) {
        let id = sources.add(file.path.as_str(), file.text.as_str());
        let (blueprint, found) = load_blueprint(id, sources, &library.rubric);
        faults.extend(found);
        if let Some(blueprint) = blueprint {
            library.blueprints.retain(|known| known.id != blueprint.id);
            library.blueprints.push(Arc::new(blueprint));
        }
    }
    library.blueprints.sort_by(|a, b| a.id.cmp(&b.id));
    (library, faults)
}

/// A second scenario of one name in one pack. It is not read: nobody could ask for it.
fn namesake(file: &FileText, first: &FileText, sources: &mut Sources) -> Diagnostic {
    let id = sources.add(file.path.as_str(), file.text.as_str());
    let message = format!(
        "a second scenario is called `{}`; the first is {}",
        stem(&file.path),
        first.path
    );
    Diagnostic::error("E005", message, Span::new(id, 0, 0))
        .help("give one of the two files another name, and write that name behind its `scenario:`")
}

/// A key whose folder names no scenario.
fn ownerless(file: &FileText, owners: &HashMap<&str, usize>, sources: &mut Sources) -> Diagnostic {
    let id = sources.add(file.path.as_str(), file.text.as_str());
    let name = folder(&file.path);
    let fault = Diagnostic::error(
        "S061",
        format!("this key lies in `{name}/`, and there is no such scenario"),
        Span::new(id, 0, 0),
    );
    let mut known: Vec<&str> = owners.keys().copied().collect();
    known.sort_unstable();
    match did_you_mean(name, known) {
        Some(near) => fault.help(format!("did you mean `{near}`?")),
        None => fault.help("name the folder after the scenario that the key rates"),
    }
}

fn entry(
    pack: &Pack,
    file: &FileText,
    keys: &[&FileText],
    rubric: Option<&Rubric>,
    sources: &mut Sources,
) -> (Entry, Vec<Diagnostic>) {
    let id = sources.add(file.path.as_str(), file.text.as_str());
    let (scenario, mut faults) = load_scenario(id, sources, rubric);
    let mut sound: Vec<Key> = Vec::new();
    if let (Some(scenario), Some(rubric)) = (&scenario, rubric) {
        for file in keys {
            let id = sources.add(file.path.as_str(), file.text.as_str());
            let (key, mut found) = load_key(id, sources, scenario, rubric);
            if let Some(key) = key {
                found.extend(misnamed(&key, file));
                // A later pack's panel of the same name takes the place of an earlier one.
                sound.retain(|earlier| earlier.panel != key.panel);
                sound.push(key);
            }
            faults.extend(found);
        }
    }
    let name = stem(&file.path);
    let errors = faults.iter().filter(|fault| fault.severity == Severity::Error).count();
    let track = scenario.as_ref().map(|scenario| scenario.track);
    let track = track.or_else(|| Track::ALL.into_iter().find(|track| track.id() == folder(&file.path)));
    let entry = Entry {
        id: Name::from(name),
        path: file.path.clone(),
        pack: pack.name.clone(),
        track,
        scenario: scenario.map(Arc::new),
        keys: sound.into_iter().map(Arc::new).collect(),
        faults: errors,
    };
    (entry, faults)
}

/// A panel is asked for by its name, which is also the file's.
fn misnamed(key: &Key, file: &FileText) -> Option<Diagnostic> {
    let name = stem(&file.path);
    (key.panel != name).then(|| {
        Diagnostic::error(
            "E007",
            format!("this panel is called `{}`, and its file `{name}`", key.panel),
            key.span.slice(0, 0),
        )
        .help(format!("name the file `{}.yaml`, or write `panel: {name}`", key.panel))
    })
}

/// The file's name without folders and ending.
pub(super) fn stem(path: &str) -> &str {
    let file = path.rsplit('/').next().unwrap_or(path);
    file.strip_suffix(".yaml")
        .or_else(|| file.strip_suffix(".yml"))
        .unwrap_or(file)
}

/// The folder right above the file.
fn folder(path: &str) -> &str {
    path.rsplit('/').nth(1).unwrap_or("")
}
