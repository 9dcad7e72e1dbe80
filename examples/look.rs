//! The screens on the shipped conversations, nothing kept: for looking at them.
//! `cargo run --example look [stories] [light|sixteen|plain] [ascii] [first] [sure] [ID]`

#[path = "../tests/screens/exam_world.rs"]
#[allow(dead_code, clippy::unwrap_used, reason = "shared with tests")]
mod exam_world;
#[path = "../tests/screens/world.rs"]
#[allow(dead_code, clippy::unwrap_used, reason = "shared with tests")]
mod world;

use std::sync::mpsc;

use bedside::model::Name;
use bedside::tui::{App, Effect, Setup, enter, listen, run};

fn main() -> std::io::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let mut world = if args.iter().any(|arg| arg == "stories") {
        world::World::of_stories(&["the-kettle", "the-teapot"]).with_exams()
    } else {
        world::World::shipped().lived_in()
    };
    let mut setup = Setup::plain();
    for arg in &args {
        match arg.as_str() {
            "stories" => {}
            "light" => setup.settings.theme = bedside::tui::ThemeChoice::Light,
            "sixteen" => setup.settings.theme = bedside::tui::ThemeChoice::Sixteen,
            "plain" => setup.settings.theme = bedside::tui::ThemeChoice::Plain,
            "ascii" => setup.ascii = true,
            "first" => setup.settings.say_first = true,
            "sure" => setup.settings.confidence = true,
            id => setup.start.push(Effect::Load {
                scenario: Name::from(id),
            }),
        }
    }
    setup.settings.support = vec!["Your peer support line".to_owned()];
    let (sender, receiver) = mpsc::channel();
    let (mut terminal, guard) = enter()?;
    listen(sender, None)?;
    let app = run(&mut terminal, receiver, App::new(setup), &mut |effect| {
        world.perform(effect)
    })?;
    drop(guard);
    drop(app);
    Ok(())
}
