//! Writes the README's pictures from the real screens. `cargo run --example pictures [FOLDER]`, by default `docs/pictures`.

#[path = "../tests/screens/exam_world.rs"]
#[allow(dead_code, clippy::unwrap_used, reason = "shared with tests")]
mod exam_world;
#[path = "../tests/screens/pictures.rs"]
#[allow(clippy::unwrap_used, reason = "shared with tests")]
mod pictures;
#[path = "../tests/screens/player.rs"]
#[allow(dead_code, clippy::unwrap_used, reason = "shared with tests")]
mod player;
#[path = "../tests/screens/world.rs"]
#[allow(dead_code, clippy::unwrap_used, reason = "shared with tests")]
mod world;

fn main() -> std::io::Result<()> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "docs/pictures".to_owned());
    std::fs::create_dir_all(&folder)?;
    for (name, svg) in pictures::pictures() {
        std::fs::write(format!("{folder}/{name}"), svg)?;
    }
    Ok(())
}
