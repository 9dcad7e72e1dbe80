//! The preview beside an editor: what is saved shows, faults do not end it, and the place is kept.

use std::path::PathBuf;

use crate::terminal::Terminal;

struct Desk {
    _folder: tempfile::TempDir,
    path: PathBuf,
}

impl Desk {
    fn new() -> Desk {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("the-start.yaml");
        let desk = Desk { _folder: folder, path };
        desk.save(&story());
        desk
    }

    /// As most editors do: a new file in the old one's place.
    fn save(&self, text: &str) {
        let beside = self.path.with_extension("new");
        std::fs::write(&beside, text).expect("a file");
        std::fs::rename(&beside, &self.path).expect("in its place");
    }
}

fn story() -> String {
    bedside::exchange::begin::scenario("the-start", bedside::model::Track::Adult, "2026-01-01")
}

#[test]
fn a_save_shows_at_once_and_keeps_the_place() {
    let desk = Desk::new();
    let path = desk.path.display().to_string();
    let mut terminal = Terminal::run(&["--seed", "3", "preview", &path], 100, 40);
    terminal.wait("the first decision", |screen| screen.contains("decision 1"));
    terminal.send("1\r");
    terminal.wait("the second decision", |screen| screen.contains("decision 2"));

    desk.save(&story().replace("\nstart: ", "\nstart: no-such-"));
    terminal.wait("the fault in words", |screen| screen.contains("no-such-"));
    let title = story()
        .lines()
        .find_map(|line| line.strip_prefix("title: "))
        .expect("a title")
        .to_owned();
    desk.save(&story().replacen(&format!("title: {title}"), "title: Mended", 1));
    let screen = terminal.wait("the new words", |screen| screen.contains("Mended"));
    assert!(screen.contains("decision 2"), "{screen}");
    assert!(!screen.contains("no-such-"), "{screen}");

    terminal.send("\u{3}");
    terminal.ends();
    terminal.assert_given_back();
}
