//! The committed corpus of the fuzz targets, replayed: everything that once broke something, and what covers the most.

// The fuzz targets share these files and need them public.
#![allow(unreachable_pub)]
#![allow(clippy::unwrap_used, reason = "a test")]

mod properties;

use std::path::Path;

/// Each file of a target's corpus, with its name in the message when something breaks.
fn replay(target: &str, property: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/corpus/fuzz")
        .join(target);
    let mut count = 0;
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        let held = std::panic::catch_unwind(|| property(&bytes));
        assert!(held.is_ok(), "{} breaks {target}", path.display());
        count += 1;
    }
    assert!(count > 0, "{} is empty", folder.display());
}

#[test]
fn loader() {
    replay("loader", properties::loader);
}

#[test]
fn keys() {
    replay("keys", properties::keys);
}

#[test]
fn expressions() {
    replay("expressions", properties::expressions);
}

#[test]
fn formatter() {
    replay("formatter", properties::formatter);
}

#[test]
fn importers() {
    replay("importers", properties::importers);
}
