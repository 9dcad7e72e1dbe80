//! A journal as full as years of practice would make it, the same every time. For tests and benchmarks.

use bedside::journal::{AttemptId, Fault, Journal, OwnWords, Sqlite, Utc};
use bedside::model::{Event, Mode, Offered, RunLine, Step, Transcript};

/// Steps of every made-up attempt.
pub(crate) const STEPS: usize = 10;
pub(crate) const SCENARIOS: usize = 60;

/// Fills in about `choices` choices: attempts of ten steps over sixty scenarios, most ended, some left, a few open, some with own words.
/// Every third ended one has a rewind and a second, practice line. All in one transaction.
pub(crate) fn fill(journal: &mut Sqlite, learner: &str, choices: usize) -> Result<(), Fault> {
    journal.together(|journal| {
        let mut number = 0;
        let mut made = 0;
        while made < choices {
            made += attempt(journal, learner, number)?;
            number += 1;
        }
        Ok(())
    })
}

fn attempt(journal: &mut Sqlite, learner: &str, number: usize) -> Result<usize, Fault> {
    // The 1st of January 2026, and then three attempts an hour.
    let at = |second: usize| Utc::from_millis(1_767_225_600_000 + millis(number * 1_200 + second));
    let mut random = [0; 10];
    random[..8].copy_from_slice(&number.to_be_bytes());
    let id = AttemptId::from_parts(at(0), random);
    let scenario = format!("scenario-{:02}", mix(number, 0) % SCENARIOS);
    let began = Transcript {
        scenario: scenario.as_str().into(),
        pack: "built-in".into(),
        scenario_version: 1,
        flow_hash: "0123456789abcdef".repeat(4),
        seed: number as u64,
        mode: Mode::ALL[number % 3],
        role: "physician".into(),
        draws: vec![("wants".into(), "to_know".into())],
        lines: vec![RunLine::default()],
        ..Transcript::default()
    };
    journal.begin(id, learner, at(0), &began)?;
    let mut seq = 1;
    let mut write = |journal: &mut Sqlite, second: usize, events: &[Event]| {
        let done = journal.append(id, seq, at(second), events);
        seq += u32::try_from(events.len()).unwrap_or(0);
        done
    };
    let fate = mix(number, 1) % 20;
    let steps = if fate < 2 { STEPS / 2 } else { STEPS };
    for step in 0..steps {
        let mut events = vec![stepped(0, step, mix(number, step + 2))];
        match fate {
            0 if step + 1 == steps => events.push(Event::Left { line: 0 }),
            // One in twenty stays open.
            1 => {}
            _ if step + 1 == steps => events.push(ended(0, mix(number, 50))),
            _ => {}
        }
        write(journal, step * 30 + 30, &events)?;
    }
    if fate == 2 {
        let words = OwnWords {
            line: 0,
            step: 3,
            node: "node-03".into(),
            text: "I wish things were different.".to_owned(),
        };
        journal.keep_words(id, at(120), &words)?;
    }
    if fate < 2 || !fate.is_multiple_of(3) {
        return Ok(steps);
    }
    write(journal, 400, &[Event::Rewound { parent: 0, shared: 8 }])?;
    write(journal, 430, &[stepped(1, 8, mix(number, 60))])?;
    write(
        journal,
        460,
        &[stepped(1, 9, mix(number, 61)), ended(1, mix(number, 62))],
    )?;
    Ok(steps + 2)
}

fn stepped(line: u32, step: usize, pick: usize) -> Event {
    let choice = |which: usize| format!("choice-{which}").as_str().into();
    let offered = |which| Offered {
        choice: choice(which),
        locked: false,
    };
    Event::Stepped(Box::new(Step {
        line,
        // Two ways through the middle, so that not every decision is met the first time.
        node: format!(
            "node-{step:02}{}",
            if step % 4 == 2 && pick.is_multiple_of(5) {
                "-aside"
            } else {
                ""
            }
        )
        .as_str()
        .into(),
        offered: (0..4).map(offered).collect(),
        chosen: choice(pick % 4),
        confidence: [Some(50), Some(70), Some(90), None][pick / 4 % 4],
        took_ms: Some(4_000),
        ..Step::default()
    }))
}

fn ended(line: u32, pick: usize) -> Event {
    Event::Ended {
        line,
        ending: ["heard", "told", "delegated", "hushed"][pick % 4].into(),
    }
}

fn millis(seconds: usize) -> i64 {
    i64::try_from(seconds).unwrap_or(0) * 1_000
}

/// SplitMix64 over a number and a purpose.
fn mix(number: usize, purpose: usize) -> usize {
    let mut z = (number as u64)
        .wrapping_mul(64)
        .wrapping_add(purpose as u64)
        .wrapping_add(1)
        .wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    usize::try_from((z ^ (z >> 31)) >> 8).unwrap_or(0)
}
