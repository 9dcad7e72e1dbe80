//! Drills, exams, progress and reports: what is kept, what is told, what is refused.

use bedside::journal::{AttemptId, Journal, Sqlite, Utc};
use bedside::model::{DrillEvent, ExamEvent, ExamStep, PracticeEvent};
use serde_json::Value;

use crate::support::program::{Done, Machine};

fn json(done: Done) -> Value {
    serde_json::from_str(&done.is(0).out).unwrap()
}

/// A library whose only blueprint asks for what only it can give.
fn with_blueprint(machine: &Machine, singles: &str) {
    machine.pack("small");
    machine.write(
        "small/scoring/blueprints/tiny.yaml",
        format!(
            "format: 1\nblueprint: tiny\ntitle: Tiny\nabout: Two decisions, too few to say anything.\n\
             status: drafted\nsingles:\n{singles}"
        ),
    );
}

#[test]
fn a_drill_asks_new_decisions_until_all_were_met() {
    let machine = Machine::new();
    let first = machine.bedside("drill F1 --answers random --seed 7").run().is(0);
    assert!(first.out.contains("Decision 1 of"), "{first}");
    assert!(!first.out.contains("answered before"), "{first}");
    let met = |machine: &Machine| -> Vec<String> {
        let progress = json(machine.bedside("progress --format json").run());
        let skills = progress["progress"]["skills"].as_array().unwrap().clone();
        let skill = skills.iter().find(|skill| skill["id"] == "F1").unwrap().clone();
        vec![skill["n"].to_string(), skill["of"].to_string()]
    };
    let [n, of] = met(&machine).try_into().unwrap();
    assert!(n.parse::<u32>().unwrap() >= 6 || n == of, "{n} of {of}");
    let again = (0..5).find(|seed| {
        let done = machine
            .bedside(&format!("drill F1 --answers random --seed {seed}"))
            .run()
            .is(0);
        done.out.contains("answered before")
    });
    assert!(again.is_some(), "the pool is used up at some time");
    let [n, of] = met(&machine).try_into().unwrap();
    assert_eq!(n, of, "nothing came again before all were met");
}

#[test]
fn the_same_seed_and_past_give_the_same_drill() {
    let told = || {
        Machine::new()
            .bedside("drill C1 --answers random --seed 9")
            .run()
            .is(0)
            .out
    };
    assert_eq!(told(), told());
}

#[test]
fn a_drill_is_told_line_by_line() {
    let machine = Machine::new();
    let typed = "?\nh\nr\n9\nnonsense\nsay Tell me more.\n1 70\nq\n";
    let done = machine.bedside("drill D3 --seed 3").typing(typed).run().is(0);
    for told in [
        "A number: say or do that.",
        "There is no choice 9.",
        "\"nonsense\" is not a choice or a command.",
        "Your own words: Tell me more.",
        "By the key:",
        "1 of",
    ] {
        assert!(done.out.contains(told), "{told} is missing in {done}");
    }
    let history = json(machine.bedside("history --format json").run());
    let practice = &history["practice"][0];
    assert_eq!(
        (&practice["kind"], &practice["about"], &practice["answers"]),
        (&"drill".into(), &"D3".into(), &1.into())
    );
    let progress = json(machine.bedside("progress --format json").run());
    assert_eq!(progress["progress"]["calibration"]["n"], 1);
    let id = practice["attempt"].as_str().unwrap();
    let forgotten = machine.bedside(&format!("forget --attempt {id} --yes")).run().is(0);
    assert!(forgotten.out.contains("1 text in own words, 1 attempt"), "{forgotten}");
}

#[test]
fn a_drill_looked_at_and_left_keeps_nothing() {
    let machine = Machine::new();
    let done = machine.bedside("drill").typing("q\n").run().is(0);
    assert!(
        done.out.contains("Nothing was answered, and nothing is kept."),
        "{done}"
    );
    assert_eq!(
        json(machine.bedside("history --format json").run())["practice"],
        Value::Array(vec![])
    );
}

#[test]
fn skills_are_named_by_id_or_by_words() {
    let machine = Machine::new();
    let found = machine.bedside("drill prognosis").typing("q\n").run().is(0);
    assert!(found.out.contains("on: Prognosis"), "{found}");
    let refused = machine.bedside("drill A33").run().refuses();
    assert!(
        refused.starts_with("the rubric has no skill \"A33\" (did you mean A3?); there are: A1 "),
        "{refused}"
    );
}

#[test]
fn listed_answers_are_looked_at_before_the_first_word() {
    let machine = Machine::new();
    let refused = machine.bedside("drill F1 --seed 1 --answers nowhere").run().refuses();
    assert!(refused.contains("does not offer \"nowhere\"; offered: "), "{refused}");
    assert!(!machine.home().join("nowhere").exists());
}

#[test]
fn an_exam_is_the_same_for_everyone_with_its_seed() {
    let sit = || {
        let machine = Machine::new();
        let done = machine
            .bedside("exam --answers random --seed 7 --save form.json")
            .run()
            .is(0);
        let saved: Value = serde_json::from_str(&machine.read("form.json")).unwrap();
        (done, saved)
    };
    let (one, saved) = sit();
    let (_, other) = sit();
    assert_eq!(saved["exam"]["events"][0], other["exam"]["events"][0]);
    assert_eq!(saved["exam"]["answers"], other["exam"]["answers"]);
    for told in [
        "No hints, no explanations",
        "By topic",
        "Critical errors",
        "Choosing at random earns",
        "Too few decisions to say more",
        "There is no pass mark",
        "one author's opinion",
        "Education only",
    ] {
        assert!(one.out.contains(told), "{told} is missing in {one}");
    }
    assert!(!one.out.to_lowercase().contains("ready for practice"), "{one}");
}

#[test]
fn an_exam_is_paused_gone_on_with_and_counted_when_handed_in() {
    let machine = Machine::new();
    let typed = "h\nB 90\nf\nn\no\nq\n";
    let first = machine
        .bedside("exam single-decisions --seed 3")
        .typing(typed)
        .run()
        .is(0);
    assert!(first.out.contains("Not in an exam."), "{first}");
    assert!(first.out.contains("1. single decision, answered"), "{first}");
    assert!(first.out.contains("2. single decision, open; flagged"), "{first}");
    assert!(first.out.contains("To go on: bedside exam --resume"), "{first}");
    let answers =
        |machine: &Machine| json(machine.bedside("progress --format json").run())["progress"]["decisions"].clone();
    assert_eq!(answers(&machine), 0, "an open exam counts nothing");
    let second = machine.bedside("exam --resume").typing("A\ng 1\nC\no\nx\n").run().is(0);
    assert!(second.out.contains("Going on with the exam."), "{second}");
    assert!(second.out.contains("Your answer so far: B."), "{second}");
    assert!(second.out.contains("28 of them unanswered"), "{second}");
    assert_eq!(answers(&machine), 2, "a changed answer counts once");
    let none = machine.bedside("exam --resume").run().refuses();
    assert_eq!(none, "no exam is open; `bedside exam --list` shows what there is");
}

#[test]
fn own_words_of_an_exam_stand_beside_the_answer_when_it_is_looked_at_again() {
    let machine = Machine::new();
    machine
        .bedside("exam single-decisions --seed 3")
        .typing("say Tell me more.\nB\nq\n")
        .run()
        .is(0);
    let journal = Sqlite::open(&machine.journal()).unwrap();
    let exam = journal.practised("me").unwrap()[0].attempt;
    let own = &journal.own_words(exam).unwrap()[0];
    assert_eq!((own.line, own.step, own.text.as_str()), (0, 0, "Tell me more."));
}

/// No waiting: the journal is told that the time was used.
#[test]
fn a_timed_exam_ends_with_its_time_and_what_was_answered_counts() {
    let machine = Machine::new();
    let first = machine
        .bedside("exam single-decisions --timed --seed 3")
        .typing("A\nt\nq\n")
        .run()
        .is(0);
    assert!(first.out.contains("40 minutes left."), "{first}");
    let mut journal = Sqlite::open(&machine.journal()).unwrap();
    let exam = journal.practised("me").unwrap()[0].attempt;
    let seq = u32::try_from(journal.practice_events(exam).unwrap().len()).unwrap();
    let late = PracticeEvent::Exam(ExamEvent {
        used_ms: 40 * 60_000,
        what: ExamStep::Flagged { item: 1, on: true },
    });
    let at = journal.practised("me").unwrap()[0].last;
    journal.append_practice(exam, seq, at, &[late]).unwrap();
    drop(journal);
    let done = machine.bedside("exam --resume").typing("B\n").run().is(0);
    assert!(done.out.contains("Time is up. What you answered counts."), "{done}");
    assert!(
        done.out.contains("29 of them unanswered. Time used: 40 minutes."),
        "{done}"
    );
}

#[test]
fn an_exam_given_up_has_no_result() {
    let machine = Machine::new();
    let done = machine
        .bedside("exam single-decisions --seed 3")
        .typing("A\ngive up\n")
        .run()
        .is(0);
    assert!(done.out.contains("Given up. There is no result"), "{done}");
    assert!(!done.out.contains("By topic"), "{done}");
}

#[test]
fn a_saved_exam_is_scored_again_with_another_key() {
    let machine = Machine::new();
    with_blueprint(&machine, "  - {domain: open, count: 2}\n");
    machine
        .bedside("--library small exam tiny --answers random --seed 2 --save form.json")
        .run()
        .is(0);
    let again = json(
        machine
            .bedside("--library small exam --rescore form.json --format json")
            .run(),
    );
    let saved: Value = serde_json::from_str(&machine.read("form.json")).unwrap();
    assert_eq!(again["result"], saved["result"]);
    let unknown = machine.bedside("exam --rescore form.json --key nobody").run().refuses();
    assert_eq!(
        unknown,
        "no conversation of this exam has a key by the panel \"nobody\"; there is author"
    );
    machine.write("odd.json", "{\"format\": 1}");
    let odd = machine.bedside("exam --rescore odd.json").run().refuses();
    assert!(odd.starts_with("odd.json: not a saved exam"), "{odd}");
    machine.write("cut.json", &machine.read("form.json")[..200]);
    let cut = machine.bedside("exam --rescore cut.json").run().refuses();
    assert!(
        cut.starts_with("cut.json: line ") && cut.contains("not complete JSON"),
        "{cut}"
    );
}

#[test]
fn a_blueprint_that_cannot_be_filled_names_the_cell() {
    let machine = Machine::new();
    with_blueprint(
        &machine,
        "  - {domain: open, count: 2}\n  - {domain: close, track: planning, count: 40}\n",
    );
    let refused = machine.bedside("--library small exam tiny").run().refuses();
    assert!(
        refused.starts_with(
            "the blueprint tiny cannot be filled: line 2 of its `singles:` asks for 40 single decisions (domain close, track planning)"
        ),
        "{refused}"
    );
    assert!(!machine.journal().exists(), "nothing was begun");
}

#[test]
fn a_blueprint_without_minutes_cannot_be_timed() {
    let machine = Machine::new();
    with_blueprint(&machine, "  - {count: 2}\n");
    let refused = machine.bedside("--library small exam tiny --timed").run().refuses();
    assert!(refused.contains("names no time"), "{refused}");
    let unknown = machine.bedside("exam first-lok").run().refuses();
    assert!(unknown.contains("(did you mean first-look?)"), "{unknown}");
}

#[test]
fn a_scenario_gone_since_is_said_everywhere() {
    let machine = Machine::new();
    machine.pack("small");
    machine
        .bedside("--library small play two-doors --seed 1 --answers ask,note")
        .run()
        .is(0);
    let progress = machine.bedside("progress").run().is(0);
    assert!(progress.out.contains("no longer in the library"), "{progress}");
    assert!(
        progress
            .out
            .contains("2 answers belong to decisions the library no longer has."),
        "{progress}"
    );
    let report = machine.bedside("report two-doors").run().refuses();
    assert!(report.contains("no scenario is called \"two-doors\""), "{report}");
    machine.bedside("report --output all.html").run().is(0);
    machine.bedside("list").run().is(0);
    machine.bedside("drill --answers random --seed 1").run().is(0);
}

#[test]
fn an_exam_whose_scenario_is_gone_goes_on_without_it() {
    let machine = Machine::new();
    machine.pack("small");
    machine.write(
        "small/scoring/blueprints/tiny.yaml",
        "format: 1\nblueprint: tiny\ntitle: Tiny\nabout: Small.\nstatus: drafted\nsingles:\n  - {count: 40}\n",
    );
    machine
        .bedside("--library small exam tiny --seed 1")
        .typing("A\nq\n")
        .run()
        .is(0);
    let done = machine.bedside("exam --resume").typing("o\nx\nx\n").run().is(0);
    let gone = done.out.matches("no longer in the library").count();
    assert!(gone >= 1, "two-doors gave at least one item: {done}");
    assert!(done.err.contains("no longer in the library and count"), "{done}");
    assert!(done.out.contains("Result: Tiny"), "{done}");
}

/// Answers of a year to come, as a clock set back would leave them.
#[test]
fn a_clock_set_back_is_said_and_stops_nothing() {
    let machine = Machine::new();
    std::fs::create_dir_all(machine.journal().parent().unwrap()).unwrap();
    let mut journal = Sqlite::open(&machine.journal()).unwrap();
    let at = Utc::parse("2093-05-01T12:00:00.000Z").unwrap();
    let id = AttemptId::from_parts(at, [0; 10]);
    let began = PracticeEvent::Drill(DrillEvent::Began {
        skill: None,
        minutes: 5,
        seed: 1,
    });
    journal.begin_practice(id, "me", at, &began).unwrap();
    let answered = PracticeEvent::Drill(DrillEvent::Answered {
        scenario: "day-nine".into(),
        node: "hallway".into(),
        choice: "stay-back".into(),
        confidence: None,
        hinted: false,
        draws: Vec::new(),
    });
    journal.append_practice(id, 1, at, &[answered]).unwrap();
    drop(journal);
    let progress = machine.bedside("progress").run().is(0);
    assert!(progress.out.contains("the clock was set back"), "{progress}");
    machine.bedside("drill --answers random --seed 1").run().is(0);
    let list = machine.bedside("list").run().is(0);
    assert!(list.out.contains("Perhaps today:"), "{list}");
}

#[test]
fn an_exam_open_in_another_window_is_said() {
    let machine = Machine::new();
    machine.bedside("exam --seed 1").typing("q\n").run().is(0);
    let mut journal = Sqlite::open(&machine.journal()).unwrap();
    let open = journal.practised("me").unwrap()[0].attempt;
    let held = bedside::journal::claim(&machine.journal(), open, Utc::default()).unwrap();
    let refused = machine.bedside("exam --resume").run().refuses();
    assert!(refused.contains("open in another window"), "{refused}");
    drop(held);
    machine.bedside("exam --resume").typing("q\n").run().is(0);
    journal.forget(&bedside::journal::Forget::Everything).unwrap();
}

#[test]
fn progress_says_honestly_that_there_is_little() {
    let machine = Machine::new();
    insta::assert_snapshot!(machine.bedside("progress").run().is(0), @"
    $ bedside progress
    [0]
    Your practice so far
    Nothing yet. `bedside list` shows the conversations, `bedside drill` asks a few
    single decisions.
    ");
    machine.bedside("play day-nine --answers random --seed 7").run().is(0);
    let done = machine.bedside("progress").run().is(0);
    for told in [
        "1 of 8 conversations needed before a mean says anything",
        "Too few to say how it changes.",
        "You have not said how sure you were.",
        "too few, or from one conversation only",
        "First attempt:",
    ] {
        assert!(done.out.contains(told), "{told} is missing in {done}");
    }
}

#[test]
fn a_report_is_one_file_and_own_words_only_when_asked_for() {
    let machine = Machine::new();
    machine.pack("small");
    let typed = "say Where does it hurt?\nask\nhome\nIt was hard.\nq\n";
    machine
        .bedside("--library small play two-doors --seed 1")
        .typing(typed)
        .run()
        .is(0);
    let report = |options: &str| {
        machine
            .bedside(&format!("--library small report two-doors {options}"))
            .run()
            .is(0)
            .out
    };
    let page = report("");
    assert!(
        page.starts_with("<!doctype html>") || page.starts_with("<!DOCTYPE html>"),
        "{}",
        &page[..60]
    );
    assert!(!page.contains("Where does it hurt?") && !page.contains("It was hard."));
    assert!(
        !page.contains("http://") || page.contains("http://www.w3.org"),
        "no address is asked for anything"
    );
    let page = report("--with-words");
    assert!(page.contains("Where does it hurt?") && page.contains("It was hard."));
    assert!(report("--format csv --with-words").contains("Where does it hurt?"));
    let json: Value = serde_json::from_str(&report("--format json")).unwrap();
    assert_eq!(json["debrief"]["scenario"], "two-doors");
    let written = machine
        .bedside("--library small report two-doors --output a.html")
        .run()
        .is(0);
    assert_eq!(written.out, "The report is in a.html.\n");
    assert_eq!(machine.read("a.html"), report(""));
    let nothing = machine.bedside("report day-nine").run().refuses();
    assert!(nothing.contains("nothing of \"day-nine\" has been played"), "{nothing}");
}

#[test]
fn the_list_suggests_and_hides() {
    let machine = Machine::new();
    let list = machine.bedside("list").run().is(0);
    assert!(
        list.out.contains("Perhaps today:") && list.out.contains("(bedside play "),
        "{list}"
    );
    machine.bedside("config hidden_tags cancer").run().is(0);
    let list = machine.bedside("list").run().is(0);
    assert!(list.out.contains("hidden by your settings"), "{list}");
    let all = machine.bedside("list --all").run().is(0);
    assert!(!all.out.contains("hidden by your settings"), "{all}");
    let shown = json(machine.bedside("list --format json").run());
    let tagged = |one: &&Value| one["tags"].as_array().unwrap().contains(&"cancer".into());
    let hidden: Vec<&str> = shown["scenarios"]
        .as_array()
        .unwrap()
        .iter()
        .filter(tagged)
        .map(|one| one["id"].as_str().unwrap())
        .collect();
    assert!(!hidden.is_empty());
    for id in hidden {
        assert!(!list.out.lines().any(|line| line == id), "{id} is listed");
    }
}

#[test]
fn own_words_and_confidence_are_asked_for_when_set() {
    let machine = Machine::new();
    machine.pack("small");
    machine.bedside("config say_first true").run().is(0);
    machine.bedside("config confidence true").run().is(0);
    let typed = "What hurts?\nask\n80\n70\n\nhome\n\n\nq\n";
    let done = machine
        .bedside("--library small play two-doors --seed 1")
        .typing(typed)
        .run()
        .is(0);
    assert_eq!(done.out.matches("Before you see the choices").count(), 2, "{done}");
    assert_eq!(
        done.out.matches("How sure are you").count(),
        3,
        "80 is asked again: {done}"
    );
    assert!(done.out.contains("Your own words: What hurts?"), "{done}");
    let progress = json(machine.bedside("--library small progress --format json").run());
    assert_eq!(progress["progress"]["calibration"]["n"], 1);
    let scripted = machine
        .bedside("--library small play two-doors --seed 2 --answers random")
        .run()
        .is(0);
    assert!(!scripted.out.contains("How sure are you"), "{scripted}");
    let drilled = machine.bedside("drill F1").typing("Hm.\n1\n90\nq\n").run().is(0);
    assert!(drilled.out.contains("Your own words: Hm."), "{drilled}");
}
