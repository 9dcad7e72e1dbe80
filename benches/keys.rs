//! From a key to the painted frame, 200 × 60: the real loop on the shipped conversations, painted as a terminal would get it.
//! What the program asks of the world outside (files, journal) is answered at once and not counted.

use std::cell::{Cell, RefCell};
use std::io;

use bedside::tui::{App, Context, Msg, Setup, run};
use ratatui::Terminal;
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::layout::{Position, Size};

use crate::clock::{self, SAMPLES};
use crate::player::msgs;
use crate::table::{Found, Table, Value};
use crate::world::World;

const SIZE: Size = Size { width: 200, height: 60 };
/// No conversation takes so many rounds.
const MOST_ROUNDS: usize = 200;

pub(crate) fn rows(table: &mut Table) {
    table.row(
        "press: key press to painted frame, 200 x 60, 99th of 100",
        Some(Value::Time(0.002)),
        || {
            let samples: Vec<Pressed> = (0..SAMPLES).map(|_| sitting()).collect();
            let at = |share: f64| clock::median(samples.iter().map(|sample| sample.at(share)).collect());
            let presses = samples[0].0.len();
            let note = format!(
                "{presses} keys; median {:.2} ms, slowest {:.2} ms",
                at(0.5) * 1e3,
                at(1.0) * 1e3
            );
            Found::time(at(0.99)).noting(note)
        },
    );
}

/// Sorted.
struct Pressed(Vec<f64>);

impl Pressed {
    fn at(&self, share: f64) -> f64 {
        let place = (share * self.0.len() as f64).ceil() as usize;
        self.0[place.saturating_sub(1)]
    }
}

/// Every shipped conversation from home to debrief and back.
fn sitting() -> Pressed {
    let mut world = World::shipped();
    let mut terminal = Terminal::new(Painted(CrosstermBackend::new(Sent::default()))).expect("a terminal");
    let (taken, outside) = (RefCell::new(Vec::new()), Cell::new(0.0));
    let mut app = App::new(Setup::plain());
    let conversations = world.library.entries.len();
    for conversation in 0..conversations {
        let mut decision = 0;
        let mut debriefed = false;
        for round in 0.. {
            let keys = match app.context() {
                context if round == MOST_ROUNDS => panic!("no end of conversation {conversation}: {context:?}"),
                Context::Home if debriefed => break,
                Context::Home if round == 0 => format!(
                    "/her<back><back><back><esc>f<down><right><down><right>c<enter>?<pgdn><esc><end><home>{}",
                    "<down>".repeat(conversation)
                ),
                Context::Home | Context::Feeling | Context::Ended => "<enter>".to_owned(),
                Context::Briefing => "p p <space><pgdn><pgup><enter>".replace(' ', ""),
                Context::Conversation => {
                    decision += 1;
                    let aside = match decision % 3 {
                        0 => "w<pgdn><pgup>wh",
                        1 => "m<down><down><up><esc><pgup><pgup><pgdn><pgdn>",
                        _ => "?<esc><down><down><up>",
                    };
                    format!("{aside}{}<enter>", 1 + decision % 3)
                }
                Context::Debrief if debriefed => "<esc>".to_owned(),
                Context::Debrief => {
                    debriefed = true;
                    let pages = "<tab> <right><left><down><down><down><pgdn>".repeat(9);
                    format!("{pages}s<pgdn><pgdn><pgup>sm<down><up><esc><home><end>")
                }
                _ => "<esc>".to_owned(),
            };
            let presses = Presses {
                keys: msgs(&keys).into_iter(),
                begun: None,
                outside: &outside,
                taken: &taken,
            };
            let mut perform = |effect| {
                let start = clock::used();
                let answer = world.perform(effect);
                outside.set(outside.get() + clock::used() - start);
                answer
            };
            app = run(&mut terminal, presses, app, &mut perform).expect("painted");
        }
    }
    let mut taken = taken.into_inner();
    taken.sort_by(f64::total_cmp);
    Pressed(taken)
}

/// Hands key after key to the loop; between two of them lies one update and one frame.
struct Presses<'a> {
    keys: std::vec::IntoIter<Msg>,
    begun: Option<f64>,
    /// Seconds spent in the world outside since the last key.
    outside: &'a Cell<f64>,
    taken: &'a RefCell<Vec<f64>>,
}

impl Iterator for Presses<'_> {
    type Item = Msg;

    fn next(&mut self) -> Option<Msg> {
        let outside = self.outside.take();
        if let Some(begun) = self.begun.take() {
            self.taken.borrow_mut().push(clock::used() - begun - outside);
        }
        let key = self.keys.next()?;
        self.begun = Some(clock::used());
        Some(key)
    }
}

/// Holds the bytes of one frame.
#[derive(Default)]
struct Sent(Vec<u8>);

impl io::Write for Sent {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.clear();
        Ok(())
    }
}

/// A terminal of a fixed size; what would be sent to it goes into memory.
struct Painted(CrosstermBackend<Sent>);

impl Backend for Painted {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a ratatui::buffer::Cell)>,
    {
        self.0.draw(content)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.0.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.0.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(Position::ORIGIN)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.0.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.0.clear()
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        self.0.clear_region(clear_type)
    }

    fn size(&self) -> io::Result<Size> {
        Ok(SIZE)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize {
            columns_rows: SIZE,
            pixels: Size::ZERO,
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.0)
    }
}
