//! What the program is measured by, in one table: `cargo bench`, or rows by name: `cargo bench -- plays`.
#![allow(
    clippy::unwrap_used,
    reason = "a benchmark stops at the first thing that is not as it should be"
)]

mod checks;
mod clock;
mod exact;
mod ink;
mod keys;
mod plays;
mod preview;
mod shipped;
mod start;
mod story;
mod table;
mod years;

// What the tests drive the screens and the terminal with.
#[allow(dead_code, reason = "made for the tests, which use all of it")]
#[path = "../tests/screens/exam_world.rs"]
mod exam_world;
#[allow(dead_code, reason = "made for the tests, which use all of it")]
#[path = "../tests/screens/player.rs"]
mod player;
#[allow(dead_code, unreachable_pub, reason = "made for the tests, which use all of it")]
#[path = "../tests/pty/terminal.rs"]
mod terminal;
#[allow(dead_code, reason = "made for the tests, which use all of it")]
#[path = "../tests/screens/world.rs"]
mod world;

fn main() {
    let mut table = table::Table::new();
    plays::rows(&mut table);
    exact::rows(&mut table);
    checks::rows(&mut table);
    keys::rows(&mut table);
    start::rows(&mut table);
    years::rows(&mut table);
    preview::rows(&mut table);
    table.end();
}
