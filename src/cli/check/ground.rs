//! Which files a path on the command line stands for: a pack, a part of one, or a single file.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::cli::shelf::{self, Found};
use crate::content::Pack;
use crate::diag::{Diagnostic, Sources};
use crate::model::Library;

/// A pack to read, and the paths in it that were asked about.
pub(super) struct Ground {
    root: PathBuf,
    found: Found,
    asked: Vec<PathBuf>,
}

/// One ground for every pack that the paths lie in. A file that lies in no pack is a ground of its own.
pub(super) fn grounds(paths: &[PathBuf]) -> anyhow::Result<Vec<Ground>> {
    let mut grounds: Vec<Ground> = Vec::new();
    for path in paths {
        let real = path
            .canonicalize()
            .with_context(|| format!("there is no file or folder {}; give one that exists", path.display()))?;
        let root = root(path, &real);
        if let Some(ground) = grounds.iter_mut().find(|ground| ground.root == root) {
            ground.asked.push(real);
            continue;
        }
        let found = if root.is_dir() {
            shelf::read_folder(&root)?
        } else {
            shelf::read_file(&root)?
        };
        grounds.push(Ground {
            root,
            found,
            asked: vec![real],
        });
    }
    for ground in &grounds {
        let pack = &ground.found.pack;
        let empty =
            pack.scenarios.is_empty() && pack.keys.is_empty() && pack.rubric.is_none() && pack.sources.is_none();
        if empty {
            bail!(
                "there are no scenarios in {}; they are files ending in .yaml",
                ground.root.display()
            );
        }
    }
    Ok(grounds)
}

/// The pack around a path: the folder that holds `scenarios` or `scoring`, as near to what was typed as can be.
pub(in crate::cli) fn root(typed: &Path, real: &Path) -> PathBuf {
    if typed.join("scenarios").is_dir() || typed.join("scoring").is_dir() {
        return typed.to_owned();
    }
    for path in [typed, real] {
        let inner = path.ancestors().find(|part| {
            part.file_name()
                .is_some_and(|name| name == "scenarios" || name == "scoring")
        });
        if let Some(root) = inner.and_then(Path::parent) {
            let here = root.as_os_str().is_empty();
            return if here { PathBuf::from(".") } else { root.to_owned() };
        }
    }
    typed.to_owned()
}

impl Ground {
    /// Folder of the pack, or a file that lies in none.
    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// Rubric and sources of the program stand in where the pack has none of its own.
    pub(super) fn load(&self, sources: &mut Sources) -> (Library, Vec<Diagnostic>) {
        let built_in = shelf::built_in();
        let base = Pack {
            name: built_in.name,
            rubric: built_in.rubric,
            sources: built_in.sources,
            ..Pack::default()
        };
        shelf::load(&[base, self.found.pack.clone()], &self.found.refused, sources)
    }

    /// Whether a file of the pack was asked about: it lies under one of the paths, or is a key of a scenario that does.
    pub(super) fn covers(&self, file: &str) -> bool {
        let pack = &self.found.pack;
        let ours = [&pack.rubric, &pack.sources]
            .into_iter()
            .flatten()
            .chain(&pack.scenarios)
            .chain(&pack.keys);
        if !ours.into_iter().any(|known| known.path == file)
            && !self.found.refused.iter().any(|known| known.path == file)
        {
            return false;
        }
        if self.under(Path::new(file)) {
            return true;
        }
        let Some(id) = pack
            .keys
            .iter()
            .find(|key| key.path == file)
            .and_then(|_| Path::new(file).parent()?.file_name())
        else {
            return false;
        };
        let scenario = pack.scenarios.iter().map(|known| Path::new(&known.path));
        scenario
            .filter(|path| path.file_stem() == Some(id))
            .any(|path| self.under(path))
    }

    fn under(&self, file: &Path) -> bool {
        let Some(name) = file.file_name() else { return false };
        // Without the last part, so that a link is judged by where it lies and not by where it points.
        let folder = file
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        let real = folder.canonicalize().map(|folder| folder.join(name));
        real.is_ok_and(|real| self.asked.iter().any(|asked| real.starts_with(asked)))
    }
}
