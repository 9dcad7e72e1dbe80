//! `fmt` finds nothing to do in what is shipped.

use bedside::content::tidy;

use crate::shelf::files;

#[test]
fn shipped_files_are_tidy() {
    for path in files("scenarios").into_iter().chain(files("scoring/keys")) {
        let text = std::fs::read_to_string(&path).unwrap();
        let tidied = tidy(&text);
        let differing = text
            .lines()
            .zip(tidied.text.lines())
            .enumerate()
            .find(|(_, (old, new))| old != new);
        assert!(
            tidied.text == text,
            "{}: {:?} {differing:?}",
            path.display(),
            tidied.changes
        );
    }
}
