//! A machine of its own for each test, and the program run on it: `Machine::new().bedside("list").run().is(0)`.

use std::ffi::OsString;
use std::fmt;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// An empty home folder; nothing of the real environment reaches the program.
pub(crate) struct Machine {
    home: TempDir,
}

/// A command about to run.
#[must_use = "call run()"]
pub(crate) struct Run {
    command: Command,
    said: String,
    typed: Option<Vec<u8>>,
    home: PathBuf,
}

/// What came of it.
pub(crate) struct Done {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
    said: String,
    home: PathBuf,
}

impl Machine {
    pub(crate) fn new() -> Machine {
        Machine {
            home: tempfile::tempdir().unwrap(),
        }
    }

    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    /// Arguments are parted by spaces. Runs in the home folder, with an empty standard input.
    pub(crate) fn bedside(&self, args: &str) -> Run {
        let mut run = self.bedside_args(args.split_whitespace());
        run.said = format!("bedside {args}").trim_end().to_owned();
        run
    }

    pub(crate) fn bedside_args(&self, args: impl IntoIterator<Item = impl Into<OsString>>) -> Run {
        Run {
            command: self.command(args),
            said: "bedside".to_owned(),
            typed: None,
            home: self.home().to_owned(),
        }
    }

    /// The bare command, for tests that hold the process themselves.
    pub(crate) fn command(&self, args: impl IntoIterator<Item = impl Into<OsString>>) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bedside"));
        command.args(args.into_iter().map(Into::into));
        command.env_clear().current_dir(self.home());
        let home = self.home();
        for (name, value) in [("HOME", home.as_os_str()), ("USERPROFILE", home.as_os_str())] {
            command.env(name, value);
        }
        command
            .env("TERM", "xterm-256color")
            .env("LANG", "C.UTF-8")
            .env("TZ", "UTC");
        command
    }

    /// Where the journal lies when nobody says otherwise.
    pub(crate) fn journal(&self) -> PathBuf {
        self.home().join(".local/share/bedside/journal.db")
    }

    pub(crate) fn write(&self, path: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.home().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        path
    }

    pub(crate) fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.home().join(path)).unwrap()
    }

    /// A copy of a folder of `tests/cli/packs`, under the same name.
    pub(crate) fn pack(&self, name: &str) {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/packs").join(name);
        copy(&from, &self.home().join(name));
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

impl Run {
    pub(crate) fn typing(mut self, text: impl Into<Vec<u8>>) -> Run {
        self.typed = Some(text.into());
        self
    }

    pub(crate) fn with(mut self, name: &str, value: &str) -> Run {
        self.command.env(name, value);
        self
    }

    pub(crate) fn run(mut self) -> Done {
        let input = if self.typed.is_some() {
            Stdio::piped()
        } else {
            Stdio::null()
        };
        let mut child = self
            .command
            .stdin(input)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        if let Some(typed) = self.typed.take() {
            let mut stdin = child.stdin.take().unwrap();
            // On a thread of its own: the program may stop reading before all is typed, or write before it reads.
            std::thread::spawn(move || {
                let _ = stdin.write_all(&typed);
            });
        }
        let output = child.wait_with_output().unwrap();
        Done {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
            said: self.said,
            home: self.home,
        }
    }
}

impl Done {
    /// Ended with this code; otherwise all of it is shown.
    #[track_caller]
    pub(crate) fn is(self, code: i32) -> Done {
        assert_eq!(self.code, Some(code), "{self}");
        self
    }

    /// Said one line on the error output and nothing else, and ended with 2.
    #[track_caller]
    pub(crate) fn refuses(self) -> String {
        let done = self.is(2);
        assert_eq!(done.out, "", "{done}");
        assert_eq!(done.err.lines().count(), 1, "{done}");
        let line = done.hide(done.err.trim_end());
        line.strip_prefix("bedside: ")
            .unwrap_or_else(|| panic!("no `bedside: ` before it: {line}"))
            .to_owned()
    }

    /// The words `text`, with what differs between machines taken out.
    pub(crate) fn hide(&self, text: &str) -> String {
        let text = text.replace(&self.home.display().to_string(), "[HOME]");
        let text = text.replace(env!("CARGO_PKG_VERSION"), "[VERSION]");
        text.split_inclusive([' ', '\n', '(', ')', '"', ';', ','])
            .map(masked)
            .collect()
    }
}

/// Ids of attempts, days and times of day.
fn masked(word: &str) -> String {
    let end = word.trim_end_matches([' ', '\n', '(', ')', '"', ';', ',']);
    let rest = &word[end.len()..];
    let shape: String = end
        .chars()
        .map(|letter| if letter.is_ascii_digit() { '0' } else { letter })
        .collect();
    let hex = |part: &str| !part.is_empty() && part.chars().all(|letter| letter.is_ascii_hexdigit());
    let parts: Vec<&str> = end.split('-').collect();
    let attempt = matches!(parts.as_slice(), [a, b, c, ..] if a.len() == 8 && b.len() == 4 && c.starts_with('7'))
        && parts.iter().all(|part| hex(part));
    let shown = match shape.as_str() {
        _ if attempt => "[ATTEMPT]",
        "0000-00-00" => "[DAY]",
        "00:00" => "[TIME]",
        "0000-00-00T00:00:00.000Z" => "[MOMENT]",
        _ => end,
    };
    format!("{shown}{rest}")
}

impl fmt::Display for Done {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = self.code.map_or("killed".to_owned(), |code| code.to_string());
        writeln!(out, "$ {}\n[{code}]", self.said)?;
        if !self.out.is_empty() {
            write!(out, "{}", self.hide(&self.out))?;
        }
        if !self.err.is_empty() {
            write!(out, "--- errors ---\n{}", self.hide(&self.err))?;
        }
        Ok(())
    }
}
