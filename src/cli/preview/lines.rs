//! The preview line by line: each save is told as sound, or with its faults. Ends with `q`, or when its input ends.

use std::io::{self, BufRead, Write};
use std::sync::mpsc::channel;

use anyhow::Context;

use super::stage::{Look, Stage};
use super::watch::Watch;
use crate::cli::exit::Outcome;
use crate::cli::surroundings::Surroundings;
use crate::diag::Drawing;

enum Told {
    Saved,
    Over,
}

pub(super) fn run(around: &Surroundings, stage: &Stage) -> anyhow::Result<Outcome> {
    let watch = Watch::new(stage.path())?;
    tell(around, stage)?;
    let (sender, told) = channel();
    let saves = sender.clone();
    let thread = |name: &str| std::thread::Builder::new().name(name.to_owned());
    thread("saves")
        .spawn(move || while watch.wait() && saves.send(Told::Saved).is_ok() {})
        .context("saves could not be followed")?;
    thread("input")
        .spawn(move || {
            let lines = io::stdin().lock().lines();
            let mut going_on = lines.map_while(Result::ok).filter(|line| line.trim() == "q");
            // The first `q`, or the end of the input.
            let _ = going_on.next();
            let _ = sender.send(Told::Over);
        })
        .context("the input could not be read")?;
    while let Ok(Told::Saved) = told.recv() {
        tell(around, stage)?;
    }
    Ok(Outcome::Fine)
}

fn tell(around: &Surroundings, stage: &Stage) -> anyhow::Result<()> {
    let mut out = around.out();
    match stage.look() {
        Ok(Look::Sound(sound)) => {
            let (nodes, endings) = (sound.scenario.nodes.len(), sound.scenario.endings.len());
            writeln!(
                out,
                "{} is sound: {nodes} moments, {endings} endings.",
                stage.path().display()
            )?;
        }
        Ok(Look::Faulty(faults)) => {
            let drawing = Drawing {
                colour: false,
                width: around.columns(),
            };
            for fault in faults.drawn(drawing) {
                writeln!(out, "{fault}")?;
            }
            writeln!(out, "{} cannot be played until this is mended.", stage.path().display())?;
        }
        // Half way through a save there may be no file for a moment; the next event brings it.
        Err(fault) => writeln!(out, "{fault:#}")?,
    }
    out.flush()?;
    Ok(())
}
