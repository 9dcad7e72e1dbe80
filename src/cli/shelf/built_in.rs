//! The library inside the program.

use include_dir::{Dir, include_dir};

use crate::content::{FileText, Pack};

static SCENARIOS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/scenarios");
static SCORING: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/scoring");

/// Its name as a pack.
pub(in crate::cli) const BUILT_IN: &str = "built-in";

/// All of it, as if it had been read from a folder.
pub(in crate::cli) fn pack() -> Pack {
    let mut pack = Pack {
        name: BUILT_IN.into(),
        ..Pack::default()
    };
    let mut files = Vec::new();
    collect(&SCENARIOS, "scenarios", &mut files);
    collect(&SCORING, "scoring", &mut files);
    for file in files {
        super::folder::sort_in(&mut pack, file, "");
    }
    pack
}

fn collect(folder: &'static Dir<'static>, root: &str, files: &mut Vec<FileText>) {
    for file in folder.files() {
        let (Some(path), Some(text)) = (file.path().to_str(), file.contents_utf8()) else {
            continue;
        };
        if !path.ends_with(".yaml") {
            continue;
        }
        files.push(FileText {
            path: format!("{root}/{}", path.replace('\\', "/")),
            text: text.to_owned(),
        });
    }
    for inner in folder.dirs() {
        collect(inner, root, files);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_what_the_repository_holds() {
        let pack = pack();
        assert!(pack.rubric.is_some() && pack.sources.is_some());
        assert!(!pack.scenarios.is_empty());
        assert!(pack.keys.iter().all(|key| key.path.starts_with("scoring/keys/")));
    }
}
