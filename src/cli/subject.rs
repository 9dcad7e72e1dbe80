//! The one scenario a tool is about: by its id in the library, or as a file, with its keys, rubric and sources.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::cli::check::ground;
use crate::cli::shelf::{self, Shelf};
use crate::cli::surroundings::Surroundings;
use crate::content::{FileText, Pack};
use crate::diag::{Diagnostic, Sources};
use crate::model::{Entry, Library};

/// What was read. A file's library holds nothing but the scenario of that file.
pub(in crate::cli) struct Subject {
    pub(in crate::cli) library: Library,
    pub(in crate::cli) sources: Sources,
    /// Of a file: what reading it and its keys found.
    pub(in crate::cli) faults: Vec<Diagnostic>,
    at: usize,
}

impl Subject {
    /// A name with a folder or an ending in it is a file; anything else is an id.
    pub(in crate::cli) fn of(around: &Surroundings, name: &str) -> anyhow::Result<Subject> {
        let path = Path::new(name);
        let ending = path
            .extension()
            .is_some_and(|ending| ending == "yaml" || ending == "yml");
        if ending || path.components().count() > 1 {
            return Subject::file(around.globals.library.as_deref(), path);
        }
        let shelf = around.shelf_of(&[name])?;
        shelf.entry(name)?;
        let Shelf {
            library,
            sources,
            faults,
            ..
        } = shelf;
        let at = library.entries.iter().position(|entry| entry.id == name);
        Ok(Subject {
            at: at.unwrap_or_default(),
            library,
            sources,
            faults,
        })
    }

    /// One file of a pack, with what the pack says about it; rubric and sources of the program stand in where it has none.
    pub(in crate::cli) fn file(library: Option<&Path>, path: &Path) -> anyhow::Result<Subject> {
        let shown = path.display();
        let real = path
            .canonicalize()
            .with_context(|| format!("there is no file {shown}; give a scenario's file or its id"))?;
        if !real.is_file() {
            bail!("{shown} is a folder; give one scenario's file or its id");
        }
        let found = read(&root(library, path, &real))?;
        let ours = |file: &FileText| Path::new(&file.path).canonicalize().is_ok_and(|known| known == real);
        let mut pack = found.pack;
        pack.scenarios.retain(ours);
        let Some(file) = pack.scenarios.first() else {
            bail!("{shown} is no scenario; those lie in `scenarios`, and keys, rubric and sources in `scoring`");
        };
        let id = Path::new(&file.path).file_stem().map(ToOwned::to_owned);
        let its = |key: &FileText| Path::new(&key.path).parent().and_then(Path::file_name) == id.as_deref();
        pack.keys.retain(its);
        pack.blueprints.clear();
        let kept = [&pack.scenarios, &pack.keys].into_iter().flatten();
        let kept: Vec<String> = kept.map(|file| file.path.clone()).collect();
        let refused: Vec<_> = found
            .refused
            .into_iter()
            .filter(|file| kept.contains(&file.path))
            .collect();
        let built_in = shelf::built_in();
        let base = Pack {
            name: built_in.name,
            rubric: built_in.rubric,
            sources: built_in.sources,
            ..Pack::default()
        };
        let mut sources = Sources::default();
        let (library, faults) = shelf::load(&[base, pack], &refused, &mut sources);
        Ok(Subject {
            library,
            sources,
            faults,
            at: 0,
        })
    }

    pub(in crate::cli) fn entry(&self) -> &Entry {
        &self.library.entries[self.at]
    }
}

/// The pack a file lies in: the one named, if the file is in it, else the nearest folder that looks like one.
fn root(library: Option<&Path>, path: &Path, real: &Path) -> PathBuf {
    let named = library.filter(|library| library.canonicalize().is_ok_and(|library| real.starts_with(library)));
    named.map_or_else(|| ground::root(path, real), Path::to_owned)
}

fn read(root: &Path) -> anyhow::Result<shelf::Found> {
    if root.is_dir() {
        shelf::read_folder(root)
    } else {
        shelf::read_file(root)
    }
}
