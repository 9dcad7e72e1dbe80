//! A real process killed while answers are typed, many times: at most the choice in flight is lost.

use std::io::{BufRead, BufReader, Lines, Write};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use serde_json::Value;

use crate::support::program::Machine;

/// A sitting held by pipe.
struct Sitting {
    child: Child,
    typed: ChildStdin,
    told: Lines<BufReader<ChildStdout>>,
}

impl Sitting {
    fn begin(machine: &Machine, args: &str) -> Sitting {
        let mut command = machine.command(args.split(' '));
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        Sitting {
            typed: child.stdin.take().unwrap(),
            told: BufReader::new(child.stdout.take().unwrap()).lines(),
            child,
        }
    }

    /// Waits for the next question; `None` when the conversation has come to its debrief or the program is gone.
    fn asked(&mut self) -> Option<()> {
        loop {
            let line = self.told.next()?.ok()?;
            if line.starts_with("Your choice") {
                return Some(());
            }
            if line.starts_with("Before anything else") {
                return None;
            }
        }
    }

    fn say(&mut self, line: &str) {
        // The program may have been killed by then.
        let _ = self.typed.write_all(line.as_bytes());
        let _ = self.typed.flush();
    }

    /// `kill -9`
    fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

fn choices(machine: &Machine) -> (usize, String) {
    let done = machine.bedside("history --format json").run().is(0);
    let json: Value = serde_json::from_str(&done.out).unwrap();
    let list = json["attempts"].as_array().unwrap();
    assert_eq!(list.len(), 1, "{json}");
    let count = list[0]["choices"].as_u64().unwrap();
    (
        usize::try_from(count).unwrap(),
        list[0]["outcome"].as_str().unwrap().to_owned(),
    )
}

/// Every answer that was followed by the next question is kept; of the one in flight nobody can say.
#[test]
fn at_most_the_choice_in_flight_is_lost() {
    let mut killed = 0;
    for seed in 1..=4 {
        let machine = Machine::new();
        let mut args = format!("play day-nine --seed {seed}");
        let mut kept = 0;
        for round in 0.. {
            assert!(round < 100, "the conversation does not come to an end");
            let mut sitting = Sitting::begin(&machine, &args);
            if sitting.asked().is_none() {
                sitting.kill();
                break;
            }
            if round > 0 {
                let (now, outcome) = choices(&machine);
                assert_eq!(outcome, "open");
                assert!(
                    now == kept || now == kept + 1,
                    "{kept} answers were safe, {now} are there"
                );
                kept = now;
            }
            // Some rounds see the next question first, some are killed at once with an answer in flight.
            for _ in 0..round % 3 {
                sitting.say("1\n");
                if sitting.asked().is_none() {
                    break;
                }
                kept += 1;
            }
            sitting.say("1\n");
            sitting.kill();
            killed += 1;
            args = "play --resume".to_owned();
            if choices(&machine).1 == "ended" {
                break;
            }
        }
    }
    assert!(killed >= 20, "only {killed} processes were killed");
}

#[test]
fn what_was_killed_goes_on_to_its_end() {
    let machine = Machine::new();
    let mut sitting = Sitting::begin(&machine, "play day-nine --seed 1");
    sitting.asked().unwrap();
    sitting.say("2\n");
    sitting.asked().unwrap();
    sitting.kill();
    let whole = machine
        .bedside("play --resume --answers random --transcript t.json")
        .run()
        .is(0);
    assert!(whole.out.contains("Process score: "), "{whole}");
    let transcript: Value = serde_json::from_str(&machine.read("t.json")).unwrap();
    assert_eq!(transcript["transcript"]["seed"], 1);
    let first = &transcript["transcript"]["steps"][0];
    assert_eq!(
        first["chosen"], first["offered"][1]["choice"],
        "the answer given before the kill is lost"
    );
    machine.bedside("score t.json").run().is(0);
}
