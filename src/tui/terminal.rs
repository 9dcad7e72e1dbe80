//! Enters and leaves the terminal. There is one way out, `leave`, for the end, for a panic and for a signal.

use std::io::{self, Stdout, Write};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread::JoinHandle;

use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::cursor::Show;
use ratatui::crossterm::event::{
    self, DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture, MouseEventKind,
};
use ratatui::crossterm::execute;
use ratatui::crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};

use super::msg::Msg;

/// The terminal the program really runs in.
pub type Screen = Terminal<CrosstermBackend<Stdout>>;

/// Whether there is anything to leave.
static ENTERED: AtomicBool = AtomicBool::new(false);

/// What panicking threads in the background said while the screens were up.
static LATER: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// Leaves when it goes out of scope.
#[derive(Debug)]
#[must_use = "the terminal is left as soon as this is dropped"]
pub struct Guard(());

impl Drop for Guard {
    fn drop(&mut self) {
        leave();
    }
}

/// Takes the terminal over: raw keys, the alternate screen, the mouse, pasted text in one piece. The guard stands before the first
/// step, so that a failure half way leaves nothing behind; a panic leaves first and speaks afterwards.
pub fn enter() -> io::Result<(Screen, Guard)> {
    let said_before = std::panic::take_hook();
    let painter = std::thread::current().id();
    std::panic::set_hook(Box::new(move |about| {
        let painted = ENTERED.load(Ordering::SeqCst);
        if painted && std::thread::current().id() != painter {
            // The screens go on without that thread's work; what it had to say is said when they are left.
            if let Ok(mut later) = LATER.lock() {
                later.push(about.to_string());
            }
            return;
        }
        leave();
        said_before(about);
    }));
    let guard = Guard(());
    ENTERED.store(true, Ordering::SeqCst);
    enable_raw_mode()?;
    execute!(
        io::stdout(),
        EnterAlternateScreen,
        EnableMouseCapture,
        EnableBracketedPaste
    )?;
    let terminal = Terminal::new(CrosstermBackend::new(io::stdout()))?;
    Ok((terminal, guard))
}

/// Gives the terminal back as it was: shows the cursor, ends mouse and paste reports, leaves the alternate screen and raw keys.
/// Does nothing the second time. Failures are passed over: there is nobody left to tell.
pub fn leave() {
    if !ENTERED.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    let _ = execute!(
        out,
        DisableBracketedPaste,
        DisableMouseCapture,
        LeaveAlternateScreen,
        Show
    );
    let _ = disable_raw_mode();
    let _ = out.flush();
    let said = LATER
        .lock()
        .map(|mut later| std::mem::take(&mut *later))
        .unwrap_or_default();
    for about in said {
        let _ = writeln!(io::stderr(), "{about}");
    }
}

/// Reads the terminal on a thread of its own and sends what happens; ends when nobody listens any more, or, with [`Msg::Stop`],
/// when the terminal goes away. `clock`, if there is one, is asked before every key and click.
pub fn listen(sender: Sender<Msg>, clock: Option<fn() -> u64>) -> io::Result<JoinHandle<()>> {
    let read = move || {
        loop {
            let Ok(event) = event::read() else {
                let _ = sender.send(Msg::Stop);
                return;
            };
            let Some(msg) = Msg::from_terminal(event) else {
                continue;
            };
            let answers = match &msg {
                Msg::Key(_) => true,
                Msg::Mouse(mouse) => matches!(mouse.kind, MouseEventKind::Down(_)),
                _ => false,
            };
            if let Some(clock) = clock.filter(|_| answers)
                && sender.send(Msg::Clock(clock())).is_err()
            {
                return;
            }
            if sender.send(msg).is_err() {
                return;
            }
        }
    };
    std::thread::Builder::new().name("keys".to_owned()).spawn(read)
}
