//! A terminal that a test sits at: types, waits for what the screen shows, and looks at it.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// A terminal with nothing new for this long will not say anything more.
const PATIENCE: Duration = Duration::from_secs(30);

pub(crate) struct Terminal {
    screen: vt100::Parser,
    output: Receiver<Vec<u8>>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
}

/// The screen that looks on has at least one letter.
fn some(length: u16) -> NonZeroU16 {
    NonZeroU16::new(length).unwrap_or(NonZeroU16::MIN)
}

impl Terminal {
    /// Runs the program in a terminal of so many columns and rows, at home in `home`.
    pub(crate) fn open(home: &Path, columns: u16, rows: u16, args: &[&str]) -> Terminal {
        let size = PtySize {
            rows,
            cols: columns,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_bedside"));
        command.args(args);
        command.env_clear();
        command.cwd(home);
        command.env("HOME", home);
        for (name, value) in [("TERM", "xterm-256color"), ("LANG", "C.UTF-8"), ("TZ", "UTC")] {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count) = reader.read(&mut bytes) {
                if count == 0 || sender.send(bytes[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        Terminal {
            screen: vt100::Parser::new(some(rows), some(columns), 0),
            output,
            keys: pair.master.take_writer().unwrap(),
            child,
            master: pair.master,
        }
    }

    pub(crate) fn types(&mut self, keys: &str) -> &mut Terminal {
        // The program may be gone by then.
        let _ = self.keys.write_all(keys.as_bytes()).and_then(|()| self.keys.flush());
        self
    }

    /// Waits until the screen shows one of these; says which.
    #[track_caller]
    pub(crate) fn sees_one_of(&mut self, wanted: &[&str]) -> usize {
        let found = self.looks_for(wanted, PATIENCE);
        found.unwrap_or_else(|| panic!("{wanted:?} did not come up; the screen:\n{}", self.text()))
    }

    /// Types the keys, again and again if need be, until the screen shows one of these: an answer is taken only when the one
    /// before it is on the disk, and the screen does not tell.
    #[track_caller]
    pub(crate) fn types_until(&mut self, keys: &str, wanted: &[&str]) -> usize {
        for _ in 0..30 {
            self.types(keys);
            if let Some(found) = self.looks_for(wanted, Duration::from_secs(1)) {
                return found;
            }
        }
        panic!("{keys:?} did not bring up {wanted:?}; the screen:\n{}", self.text());
    }

    /// `None` when nothing more comes for so long.
    fn looks_for(&mut self, wanted: &[&str], patience: Duration) -> Option<usize> {
        loop {
            let text = self.text();
            if let Some(found) = wanted.iter().position(|wanted| text.contains(wanted)) {
                return Some(found);
            }
            let bytes = self.output.recv_timeout(patience).ok()?;
            self.screen.process(&bytes);
        }
    }

    #[track_caller]
    pub(crate) fn sees(&mut self, wanted: &str) -> &mut Terminal {
        self.sees_one_of(&[wanted]);
        self
    }

    pub(crate) fn text(&self) -> String {
        self.screen.screen().contents()
    }

    pub(crate) fn resizes(&mut self, columns: u16, rows: u16) -> &mut Terminal {
        self.screen.screen_mut().set_size(some(rows), some(columns));
        let size = PtySize {
            rows,
            cols: columns,
            pixel_width: 0,
            pixel_height: 0,
        };
        self.master.resize(size).unwrap();
        self
    }

    pub(crate) fn process(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Waits for the end, and for the last word before it; gives the exit code and the terminal as it was left.
    pub(crate) fn ends(mut self) -> (u32, vt100::Parser) {
        let status = self.child.wait().unwrap();
        drop(self.keys);
        drop(self.master);
        while let Ok(bytes) = self.output.recv_timeout(Duration::from_secs(2)) {
            self.screen.process(&bytes);
        }
        (status.exit_code(), self.screen)
    }
}
