//! Everything that can be played: the library inside the program, and a folder that may lie on top of it.

mod built_in;
mod folder;
mod refused;

use std::path::Path;

use anyhow::bail;

use crate::content::{self, Header, Pack};
use crate::diag::{Diagnostic, Sources, did_you_mean};
use crate::model::{Entry, Key, Library, Name, Scenario};

pub(super) use built_in::{BUILT_IN, pack as built_in};
pub(super) use folder::{Found, read as read_folder, read_file};
pub(super) use refused::Refused;

/// What was read, with everything that is wrong in it.
pub(super) struct Shelf {
    pub library: Library,
    pub sources: Sources,
    pub faults: Vec<Diagnostic>,
    /// Of every scenario there is, whether it was read or not.
    ids: Vec<String>,
}

/// Reads the built-in library and, over it, a folder; of both, the scenarios whose id is wanted.
pub(super) fn fill(folder: Option<&Path>, wanted: &dyn Fn(&str) -> bool) -> anyhow::Result<Shelf> {
    let mut packs = vec![built_in()];
    let mut refused = Vec::new();
    if let Some(folder) = folder {
        let found = read_folder(folder)?;
        packs.push(found.pack);
        refused = found.refused;
    }
    let mut ids: Vec<String> = Vec::new();
    for pack in &mut packs {
        ids.extend(pack.scenarios.iter().map(|file| stem(&file.path).to_owned()));
        pack.scenarios.retain(|file| wanted(stem(&file.path)));
        pack.keys.retain(|file| wanted(above(&file.path)));
    }
    let mut sources = Sources::default();
    let (library, faults) = load(&packs, &refused, &mut sources);
    Ok(Shelf {
        library,
        sources,
        faults,
        ids,
    })
}

/// A scenario's id, by its file.
fn stem(path: &str) -> &str {
    let file = path.rsplit('/').next().unwrap_or(path);
    file.strip_suffix(".yaml").or(file.strip_suffix(".yml")).unwrap_or(file)
}

/// The folder a key lies in, which is named like its scenario.
fn above(path: &str) -> &str {
    path.rsplit('/').nth(1).unwrap_or_default()
}

/// Packs to a library and its faults; a refused file is a fault of its own and breaks its scenario.
pub(super) fn load(packs: &[Pack], refused: &[Refused], sources: &mut Sources) -> (Library, Vec<Diagnostic>) {
    let (mut library, faults) = content::load_library(packs, sources);
    let known = |fault: &Diagnostic| {
        refused
            .iter()
            .any(|file| file.path == sources.name(fault.primary.span.file))
    };
    let mut faults: Vec<Diagnostic> = faults.into_iter().filter(|fault| !known(fault)).collect();
    for file in refused {
        faults.push(file.fault(sources));
        if let Some(entry) = library.entries.iter_mut().find(|entry| entry.path == file.path) {
            entry.scenario = None;
            entry.keys.clear();
            entry.faults = 1;
        }
    }
    (library, faults)
}

/// The first lines of every scenario, with the name of its pack: enough to list them, at a fraction of the time.
pub(super) fn headers(folder: Option<&Path>) -> anyhow::Result<Vec<(Name, Header)>> {
    let mut found: Vec<(Name, Header)> = Vec::new();
    let mut packs = vec![built_in()];
    if let Some(folder) = folder {
        packs.push(read_folder(folder)?.pack);
    }
    for pack in packs {
        for header in pack.scenarios.iter().filter_map(|file| content::header(&file.text)) {
            found.retain(|(_, known)| known.id != header.id);
            found.push((pack.name.clone(), header));
        }
    }
    found.sort_by(|left, right| (left.1.track, &left.1.id).cmp(&(right.1.track, &right.1.id)));
    Ok(found)
}

impl Shelf {
    /// Whether there is a scenario of this id, read or not.
    pub(super) fn knows(&self, id: &str) -> bool {
        self.ids.iter().any(|known| known == id)
    }

    /// The entry with this id, or who might have been meant.
    pub(super) fn entry(&self, id: &str) -> anyhow::Result<&Entry> {
        if let Some(entry) = self.library.find(id) {
            return Ok(entry);
        }
        if let Some(outside) = outside(id) {
            bail!(outside);
        }
        match did_you_mean(id, self.ids.iter().map(String::as_str)) {
            Some(meant) => bail!("no scenario is called \"{id}\"; did you mean {meant}? `bedside list` shows them all"),
            None => bail!("no scenario is called \"{id}\"; `bedside list` shows them all"),
        }
    }
}

/// What to say of a name that no library knows, but that stands for a file in reach.
fn outside(name: &str) -> Option<String> {
    let path = Path::new(name);
    if path.is_file() {
        let id = stem(name);
        let folder = path
            .ancestors()
            .find(|part| part.ends_with("scenarios"))
            .and_then(Path::parent);
        let folder = folder
            .filter(|folder| !folder.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        return Some(format!(
            "{name} is a file, and a name is needed here: `bedside --library {} ... {id}`",
            folder.display()
        ));
    }
    let tracks = std::fs::read_dir("scenarios").ok()?.filter_map(Result::ok);
    let file = tracks
        .map(|track| track.path().join(format!("{name}.yaml")))
        .find(|file| file.is_file())?;
    Some(format!(
        "{} is not part of the library; to add this folder to it: `bedside --library . ... {name}`",
        file.display()
    ))
}

/// The scenario of an entry, unless it is broken.
pub(super) fn sound(entry: &Entry) -> anyhow::Result<&std::sync::Arc<Scenario>> {
    match &entry.scenario {
        Some(scenario) => Ok(scenario),
        None => bail!(
            "{} has {} and cannot be played; run `bedside check {}` to see what to mend",
            entry.id,
            faults(entry.faults),
            entry.path
        ),
    }
}

/// One panel's key of an entry: the one named, or the first that rates anything; `None` when nobody rated the scenario.
pub(super) fn key<'a>(entry: &'a Entry, panel: Option<&str>) -> anyhow::Result<Option<&'a std::sync::Arc<Key>>> {
    let Some(panel) = panel else {
        return Ok(entry.keys.iter().find(|key| key.is_begun()));
    };
    let found = entry.keys.iter().find(|key| key.panel == panel);
    if found.is_none() {
        let panels: Vec<&str> = entry.keys.iter().map(|key| key.panel.as_str()).collect();
        let known = if panels.is_empty() {
            "none yet".to_owned()
        } else {
            panels.join(", ")
        };
        bail!("{} has no key by the panel \"{panel}\"; there is {known}", entry.id);
    }
    Ok(found)
}

fn faults(count: usize) -> String {
    if count == 1 {
        "1 fault".to_owned()
    } else {
        format!("{count} faults")
    }
}
