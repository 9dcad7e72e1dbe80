//! Runs the program as an author does, away from anybody's settings, and hands back what it said.

use std::path::Path;
use std::process::{Command, Output, Stdio};

pub(crate) struct Said {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// The program with arguments, in a folder.
pub(crate) fn bedside_in(folder: &Path, args: &[&str]) -> Said {
    said(command(folder, args).output().expect("the program starts"))
}

pub(crate) fn bedside(args: &[&str]) -> Said {
    bedside_in(Path::new(env!("CARGO_MANIFEST_DIR")), args)
}

pub(crate) fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bedside"));
    command
        .args(args)
        .current_dir(folder)
        .env_clear()
        .env("HOME", folder)
        .env("LANG", "C.UTF-8")
        .stdin(Stdio::null());
    command
}

fn said(output: Output) -> Said {
    Said {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).expect("text"),
        err: String::from_utf8(output.stderr).expect("text"),
    }
}

impl Said {
    /// It went well.
    #[track_caller]
    pub(crate) fn fine(self) -> Said {
        assert_eq!(self.code, Some(0), "{}\n{}", self.out, self.err);
        self
    }

    #[track_caller]
    pub(crate) fn json(self) -> serde_json::Value {
        serde_json::from_str(&self.fine().out).expect("JSON")
    }

    /// It could not run, and said so in one line with this in it.
    #[track_caller]
    pub(crate) fn refused(self, says: &str) {
        assert_eq!(self.code, Some(2), "{}\n{}", self.out, self.err);
        assert!(self.err.contains(says), "{}", self.err);
        assert_eq!(self.err.trim_end().lines().count(), 1, "{}", self.err);
    }
}

/// One shipped scenario of each track: what takes long is asked of these.
pub(crate) fn one_of_each_track() -> Vec<String> {
    let list = bedside(&["list", "--format", "json"]).json();
    let mut tracks = std::collections::BTreeMap::new();
    for entry in list["scenarios"].as_array().expect("a list") {
        let text = |name: &str| entry[name].as_str().expect("text").to_owned();
        tracks.entry(text("track")).or_insert(text("id"));
    }
    tracks.into_values().collect()
}

/// A folder with one scenario in it, `scenarios/adult/mine.yaml`.
pub(crate) fn pack(text: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let adult = folder.path().join("scenarios/adult");
    std::fs::create_dir_all(&adult).expect("folders");
    std::fs::write(adult.join("mine.yaml"), text).expect("a file");
    folder
}

/// The same, and it can be played.
#[track_caller]
pub(crate) fn sound_pack(text: &str) -> tempfile::TempDir {
    let folder = pack(text);
    let shown = bedside_in(folder.path(), &["analyze", MINE, "--budget", "1"]);
    assert_eq!(
        shown.code,
        Some(0),
        "{}",
        bedside_in(folder.path(), &["check", MINE]).out
    );
    folder
}

pub(crate) const MINE: &str = "scenarios/adult/mine.yaml";
