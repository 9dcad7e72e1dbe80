//! A folder of scenarios from someone else: read with a budget, and never outside itself.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use super::refused::{Refused, Why};
use crate::content::{FileText, Pack};

/// A pack as found on disk.
#[derive(Debug, Default)]
pub(in crate::cli) struct Found {
    pub pack: Pack,
    /// Files that were not read.
    pub refused: Vec<Refused>,
}

/// No scenario a person would write comes near this size.
const LARGEST_FILE: u64 = 2 * 1024 * 1024;
const MOST_FILES: usize = 2_000;
const MOST_BYTES: u64 = 64 * 1024 * 1024;
/// Folders within folders.
const DEEPEST: usize = 8;

/// Reads a pack: `scenarios/`, `scoring/rubric.yaml`, `scoring/sources.yaml`, `scoring/keys/`. A folder with neither
/// `scenarios` nor `scoring` in it is taken for a folder of scenarios itself.
pub(in crate::cli) fn read(root: &Path) -> anyhow::Result<Found> {
    let real = root
        .canonicalize()
        .with_context(|| format!("there is no folder {}; give a folder of scenarios", root.display()))?;
    if !real.is_dir() {
        bail!("{} is not a folder; give a folder of scenarios", root.display());
    }
    let packed = real.join("scenarios").is_dir() || real.join("scoring").is_dir();
    let shown = root.display().to_string();
    let mut walk = Walk {
        real,
        prefix: prefix(&shown),
        found: Found::default(),
        files: 0,
        bytes: 0,
    };
    walk.found.pack.name = shown.into();
    if packed {
        walk.folder(Path::new("scenarios"), 0)?;
        walk.folder(Path::new("scoring"), 0)?;
    } else {
        walk.folder(Path::new(""), 0)?;
    }
    Ok(walk.found)
}

/// Reads one file that lies in no pack, as a scenario.
pub(in crate::cli) fn read_file(path: &Path) -> anyhow::Result<Found> {
    let real = path
        .canonicalize()
        .with_context(|| format!("there is no file {}", path.display()))?;
    let (Some(folder), Some(name)) = (real.parent(), real.file_name()) else {
        bail!("{} is not a file; give a scenario", path.display());
    };
    let shown = path
        .parent()
        .map(|folder| folder.display().to_string())
        .unwrap_or_default();
    let mut walk = Walk {
        real: folder.to_owned(),
        prefix: prefix(&shown),
        found: Found::default(),
        files: 0,
        bytes: 0,
    };
    walk.found.pack.name = path.display().to_string().into();
    walk.file(Path::new(name))?;
    Ok(walk.found)
}

/// What stands before paths of a pack: nothing where the pack is the folder one stands in.
fn prefix(shown: &str) -> String {
    match shown {
        "" | "." | "./" => String::new(),
        shown => format!("{}/", shown.trim_end_matches('/')),
    }
}

/// Puts a file where its path says; `prefix` is what stands before the pack's own paths.
pub(super) fn sort_in(pack: &mut Pack, file: FileText, prefix: &str) {
    let inside = file.path.strip_prefix(prefix).unwrap_or(&file.path);
    let parts: Vec<&str> = inside.split('/').collect();
    match parts.as_slice() {
        ["scoring", "rubric.yaml" | "rubric.yml"] => pack.rubric = Some(file),
        ["scoring", "sources.yaml" | "sources.yml"] => pack.sources = Some(file),
        ["scoring", "keys", _, _] => pack.keys.push(file),
        ["scoring", "blueprints", _] => pack.blueprints.push(file),
        ["scoring", ..] => {}
        _ => pack.scenarios.push(file),
    }
}

struct Walk {
    real: PathBuf,
    prefix: String,
    found: Found,
    files: usize,
    bytes: u64,
}

impl Walk {
    fn folder(&mut self, inside: &Path, depth: usize) -> anyhow::Result<()> {
        let path = self.real.join(inside);
        if !path.is_dir() {
            return Ok(());
        }
        if depth > DEEPEST {
            bail!(
                "{} lies more than {DEEPEST} folders deep; keep a pack flat",
                self.shown(inside)
            );
        }
        let entries = fs::read_dir(&path).with_context(|| format!("could not read {}", self.shown(inside)))?;
        let mut names: Vec<PathBuf> = Vec::new();
        for entry in entries {
            let entry = entry.with_context(|| format!("could not read {}", self.shown(inside)))?;
            names.push(inside.join(entry.file_name()));
        }
        // The order of a folder is not the same everywhere.
        names.sort();
        for name in names {
            let hidden = name
                .file_name()
                .is_some_and(|name| name.to_string_lossy().starts_with('.'));
            if hidden {
                continue;
            }
            let yaml = name.extension().is_some_and(|end| end == "yaml" || end == "yml");
            let path = self.real.join(&name);
            if path.is_dir() {
                if self.leaves(&path) {
                    self.note(&name, Why::LinkedFolder);
                } else {
                    self.folder(&name, depth + 1)?;
                }
            } else if yaml {
                self.file(&name)?;
            }
        }
        Ok(())
    }

    fn file(&mut self, inside: &Path) -> anyhow::Result<()> {
        self.files += 1;
        if self.files > MOST_FILES {
            bail!(
                "{} holds more than {MOST_FILES} files; give the folder of one pack",
                self.prefix
            );
        }
        let path = self.real.join(inside);
        if self.leaves(&path) {
            self.refuse(inside, Why::LinkedFile);
            return Ok(());
        }
        let mut bytes = Vec::new();
        let read = fs::File::open(&path).and_then(|file| file.take(LARGEST_FILE + 1).read_to_end(&mut bytes));
        if let Err(error) = read {
            self.refuse(inside, Why::Unreadable(error.to_string()));
            return Ok(());
        }
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.bytes += size;
        if self.bytes > MOST_BYTES {
            bail!(
                "{} holds more than 64 MB of scenarios; give the folder of one pack",
                self.prefix
            );
        }
        if size > LARGEST_FILE {
            self.refuse(inside, Why::TooLarge);
            return Ok(());
        }
        match String::from_utf8(bytes) {
            Ok(text) => self.keep(inside, text),
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                let lines = error.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count();
                self.refuse(inside, Why::NotText(lines + 1));
            }
        }
        Ok(())
    }

    fn keep(&mut self, inside: &Path, text: String) {
        let path = self.shown(inside);
        sort_in(&mut self.found.pack, FileText { path, text }, &self.prefix);
    }

    /// Kept without its text, so that it is listed as broken and nobody wonders where it went.
    fn refuse(&mut self, inside: &Path, why: Why) {
        self.note(inside, why);
        self.keep(inside, String::new());
    }

    fn note(&mut self, inside: &Path, why: Why) {
        let path = self.shown(inside);
        self.found.refused.push(Refused { path, why });
    }

    fn leaves(&self, path: &Path) -> bool {
        path.canonicalize().is_ok_and(|real| !real.starts_with(&self.real))
    }

    fn shown(&self, inside: &Path) -> String {
        let parts: Vec<String> = inside
            .components()
            .map(|part| part.as_os_str().to_string_lossy().into_owned())
            .collect();
        format!("{}{}", self.prefix, parts.join("/"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pack(files: &[(&str, &[u8])]) -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        for (path, bytes) in files {
            let path = root.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        root
    }

    fn names(files: &[FileText]) -> Vec<String> {
        let name = |file: &FileText| file.path.rsplit('/').next().unwrap_or("").to_owned();
        files.iter().map(name).collect()
    }

    #[test]
    fn files_go_where_their_path_says() {
        let root = pack(&[
            ("scenarios/adult/a.yaml", b"a"),
            ("scenarios/adult/.b.yaml", b"hidden"),
            ("scenarios/notes.txt", b"no"),
            ("scoring/rubric.yaml", b"r"),
            ("scoring/keys/a/author.yaml", b"k"),
            ("elsewhere/c.yaml", b"c"),
        ]);
        let found = read(root.path()).unwrap();
        assert_eq!(names(&found.pack.scenarios), ["a.yaml"]);
        assert_eq!(names(&found.pack.keys), ["author.yaml"]);
        assert_eq!(found.pack.rubric.unwrap().text, "r");
        assert!(found.refused.is_empty());
    }

    #[test]
    fn a_bare_folder_is_one_of_scenarios() {
        let root = pack(&[("a.yaml", b"a"), ("adult/b.yml", b"b")]);
        let found = read(root.path()).unwrap();
        assert_eq!(names(&found.pack.scenarios), ["a.yaml", "b.yml"]);
    }

    #[cfg(unix)]
    #[test]
    fn links_may_not_leave_the_folder() {
        let outside = pack(&[("secret.yaml", b"secret"), ("more/x.yaml", b"x")]);
        let root = pack(&[("scenarios/adult/a.yaml", b"a")]);
        let adult = root.path().join("scenarios/adult");
        std::os::unix::fs::symlink(outside.path().join("secret.yaml"), adult.join("b.yaml")).unwrap();
        std::os::unix::fs::symlink(outside.path().join("more"), adult.join("more")).unwrap();
        std::os::unix::fs::symlink(adult.join("a.yaml"), adult.join("inside.yaml")).unwrap();
        let found = read(root.path()).unwrap();
        let texts: Vec<&str> = found.pack.scenarios.iter().map(|file| file.text.as_str()).collect();
        assert_eq!(texts, ["a", "", "a"]);
        let refused: Vec<Why> = found.refused.into_iter().map(|file| file.why).collect();
        assert_eq!(refused, [Why::LinkedFile, Why::LinkedFolder]);
    }

    #[test]
    fn too_large_and_not_text_are_refused_one_by_one() {
        let large = vec![b'#'; 2 * 1024 * 1024 + 1];
        let root = pack(&[("scenarios/a.yaml", &large), ("scenarios/b.yaml", b"ok\n\xff")]);
        let found = read(root.path()).unwrap();
        let refused: Vec<Why> = found.refused.into_iter().map(|file| file.why).collect();
        assert_eq!(refused, [Why::TooLarge, Why::NotText(2)]);
    }

    #[test]
    fn a_loop_of_links_ends() {
        let root = pack(&[("scenarios/a.yaml", b"a")]);
        #[cfg(unix)]
        std::os::unix::fs::symlink(root.path().join("scenarios"), root.path().join("scenarios/again")).unwrap();
        assert!(read(root.path()).is_err());
    }
}
