//! A program in a pseudo-terminal, and what its screen shows.

// A deadline needs a clock; no test waits for time to pass.
#![allow(clippy::disallowed_methods)]

use std::io::{Read, Write};
use std::num::NonZero;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

/// Long, since the machine may be busy; nothing waits for it when all is well.
const DEADLINE: Duration = Duration::from_secs(60);

pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    emulator: vt100::Parser,
    home: std::sync::Arc<tempfile::TempDir>,
}

impl Terminal {
    /// The program itself, with a home of its own.
    pub fn run(args: &[&str], columns: u16, rows: u16) -> Terminal {
        Self::at(std::sync::Arc::new(tempfile::tempdir().unwrap()), args, columns, rows)
    }

    /// The program once more, with the same home.
    pub fn again(&self, args: &[&str], columns: u16, rows: u16) -> Terminal {
        Self::at(std::sync::Arc::clone(&self.home), args, columns, rows)
    }

    /// A test of this file as a program of its own.
    pub fn test(name: &str, columns: u16, rows: u16) -> Terminal {
        let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
        command.args(["--exact", name, "--nocapture", "--test-threads", "1"]);
        Self::spawn(
            command,
            std::sync::Arc::new(tempfile::tempdir().unwrap()),
            columns,
            rows,
            true,
        )
    }

    /// Where the journal lies.
    pub fn journal(&self) -> std::path::PathBuf {
        self.home.path().join("data/bedside/journal.db")
    }

    fn at(home: std::sync::Arc<tempfile::TempDir>, args: &[&str], columns: u16, rows: u16) -> Terminal {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_bedside"));
        command.args(args);
        Self::spawn(command, home, columns, rows, false)
    }

    fn spawn(
        mut command: CommandBuilder,
        home: std::sync::Arc<tempfile::TempDir>,
        columns: u16,
        rows: u16,
        test: bool,
    ) -> Terminal {
        command.env_clear();
        for (name, value) in [
            ("TERM", "xterm-256color"),
            ("LANG", "C.UTF-8"),
            ("PATH", "/usr/bin:/bin"),
        ] {
            command.env(name, value);
        }
        command.env("HOME", home.path());
        command.env("XDG_DATA_HOME", home.path().join("data"));
        command.env("XDG_CONFIG_HOME", home.path().join("config"));
        command.cwd(home.path());
        if test {
            command.env("BEDSIDE_PTY_CHILD", "1");
        }
        let pair = native_pty_system().openpty(size(columns, rows)).unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count) = reader.read(&mut buffer) {
                if count == 0 || sender.send(buffer[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        Terminal {
            child,
            keys: pair.master.take_writer().unwrap(),
            master: pair.master,
            output,
            emulator: vt100::Parser::new(full(rows), full(columns), 0),
            home,
        }
    }

    pub fn send(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.emulator.screen_mut().set_size(full(rows), full(columns));
        self.master.resize(size(columns, rows)).unwrap();
    }

    pub fn signal(&self, name: &str) {
        let pid = self.process().to_string();
        let sent = std::process::Command::new("kill")
            .args(["-s", name, &pid])
            .status()
            .unwrap();
        assert!(sent.success());
    }

    pub fn process(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Waits until the screen is as wished, and gives it back.
    pub fn wait(&mut self, what: &str, wished: impl Fn(&str) -> bool) -> String {
        let until = Instant::now() + DEADLINE;
        loop {
            let screen = self.screen();
            if wished(&screen) {
                return screen;
            }
            let left = until.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.emulator.process(&bytes),
                Err(RecvTimeoutError::Timeout) => panic!("waited in vain for {what}; the screen shows\n{screen}"),
                Err(RecvTimeoutError::Disconnected) => {
                    panic!("the program ended before {what}; the screen shows\n{screen}")
                }
            }
        }
    }

    /// Waits for the end of the program and takes in everything it still said.
    pub fn ends(&mut self) -> ExitStatus {
        let until = Instant::now() + DEADLINE;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.emulator.process(&bytes),
                Err(RecvTimeoutError::Disconnected) => return self.child.wait().unwrap(),
                Err(RecvTimeoutError::Timeout) => {
                    panic!("the program does not end; the screen shows\n{}", self.screen())
                }
            }
        }
    }

    pub fn screen(&self) -> String {
        self.emulator.screen().contents()
    }

    pub fn alternate(&self) -> bool {
        self.emulator.screen().alternate_screen()
    }

    /// Main screen, visible cursor, no mouse reports, no paste marks.
    pub fn assert_given_back(&self) {
        let screen = self.emulator.screen();
        assert!(!screen.alternate_screen(), "still on the alternate screen");
        assert!(!screen.hide_cursor(), "the cursor is still hidden");
        assert!(!screen.bracketed_paste(), "pasted text is still marked");
        assert_eq!(
            screen.mouse_protocol_mode(),
            vt100::MouseProtocolMode::None,
            "the mouse still reports"
        );
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // Already ended where the test went well.
        let _ = self.child.kill();
    }
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn full(cells: u16) -> NonZero<u16> {
    NonZero::new(cells).unwrap_or(NonZero::<u16>::MIN)
}
