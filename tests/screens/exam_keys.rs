//! The exam in the real loop: before, keys, after; and the same exam line by line comes to the same.

use std::io;

use bedside::i18n::Words;
use bedside::model::{ExamEvent, ExamStep, Name};
use bedside::plain::{Asked, ExamFinish, ExamOutside, ExamSetting, Heard, hold_exam, look_back};
use bedside::practice::exam::{OwnWords, Sitting};
use bedside::tui::{Context, ExamTold, Msg};
use ratatui::crossterm::event::KeyCode;

use crate::exam_world::{form, scored};
use crate::player::{After, Player, key, msgs};
use crate::world::World;

/// From home to the first item of an exam of one conversation and one single decision.
const IN: &str = "e<enter><enter>";

fn player() -> Player {
    let world = World::of_stories(&["the-kettle", "the-teapot"]).with_exams();
    Player::new(world).with(|setup| setup.seed = Some(1))
}

fn play(keys: &str) -> After {
    player().press(&format!("{IN}{keys}"))
}

#[test]
fn from_home_to_the_result_and_back() {
    let after = play("1<enter>1<enter><enter>b<enter>");
    assert_eq!(after.context(), Context::ExamOverview);
    after.sees("0 open, 0 flagged.");
    let result = play("1<enter>1<enter><enter>b<enter>x<enter>");
    assert_eq!(result.context(), Context::ExamResult);
    result
        .sees("Earned:")
        .sees("Choosing at random earns")
        .sees("Too few decisions to say more");
    assert_eq!(
        result.world.exam_names(),
        [
            "began",
            "played 0",
            "played 0",
            "played 0",
            "answered 1",
            "closed HandedIn"
        ]
    );
    assert_eq!(
        result.world.asked,
        [
            "load home",
            "exams",
            "draw both",
            "sit both",
            "keep 1",
            "keep 2",
            "keep 1",
            "keep 1",
            "score"
        ]
    );
    let list = play("1<enter>1<enter><enter>b<enter>x<enter><esc>");
    assert_eq!(list.context(), Context::ExamList);
    list.sees("Handed in").sees("yesterday evening");
    assert_eq!(
        play("1<enter>1<enter><enter>b<enter>x<enter><esc><esc>").context(),
        Context::Home
    );
}

#[test]
fn no_word_of_a_result_claims_that_anyone_is_ready() {
    let result = player()
        .size(100, 200)
        .press(&format!("{IN}1<enter>1<enter><enter>b<enter>x<enter>"));
    let text = result.text().to_lowercase();
    let claims = text.replace("nothing here says whether anyone is ready for anything", "");
    for word in ["ready", "competent", "passed", "failed", "certif"] {
        assert!(!claims.contains(word), "{word} in {text}");
    }
    result
        .sees("There is no pass mark")
        .sees("drafted, small, not reviewed")
        .sees("not evidence of competence");
}

#[test]
fn nothing_is_taught_before_the_result() {
    for keys in [
        "h",
        "w",
        "u",
        "m",
        "1<enter>w",
        "1<enter>h",
        "1<enter>u",
        "1<enter>m",
        "1<enter>1<enter>w",
    ] {
        play(keys)
            .lacks("Tells everything to someone")
            .lacks("Felt")
            .lacks("You counted")
            .lacks("Why");
    }
    play("nb<enter>p").lacks("Why").lacks("Felt");
    let back = player()
        .size(100, 200)
        .press(&format!("{IN}1<enter>1<enter><enter>b<enter>x<enter><enter>"));
    back.sees("Tells everything to someone who had not said how much.");
}

#[test]
fn leaving_keeps_everything_and_coming_back_is_at_the_same_item() {
    let left = play("n<esc>");
    assert_eq!(left.context(), Context::ExamList);
    left.sees("Paused. It waits for you here.").sees("0 of 2 items begun");
    assert_eq!(left.world.exam_names(), ["began", "paused"]);
    let midway = play("1<enter><esc><enter>");
    midway.sees("Item 1 of 2").sees("The same kitchen, later");
    assert_eq!(midway.world.exam_names(), ["began", "played 0", "paused", "resumed"]);
    // The conversation was left open on purpose: one goes on where something was done last.
    let flagged = play("nf<esc><enter>");
    flagged.sees("Item 2 of 2 · flagged");
    let answered = play("nb<enter><esc><esc><enter>");
    answered.sees("Item 1 of 2");
}

#[test]
fn answers_to_single_decisions_can_be_changed_and_what_was_said_cannot() {
    let changed = play("nb<enter><esc>a<enter>");
    assert_eq!(changed.world.exam_names(), ["began", "answered 1", "answered 1"]);
    let shown = play("nb<enter><down><enter><end>");
    shown.sees("(your answer)");
    let same = play("nb<enter><esc>b<enter>");
    assert_eq!(
        same.world.exam_names(),
        ["began", "answered 1"],
        "the same once more changes nothing"
    );
    let over = play("1<enter>1<enter><enter>p");
    over.sees("The conversation is over").sees("Press Enter to go on.");
}

#[test]
fn what_is_open_earns_nothing_and_is_said_before_handing_in() {
    let asked = play("ox");
    asked.sees("2 items are still open and would earn nothing.");
    assert_eq!(
        play("ox<enter>").context(),
        Context::ExamOverview,
        "back comes first while something is open"
    );
    let result = play("ox1<enter>");
    result.sees("unanswered");
    assert_eq!(result.world.exam_names(), ["began", "closed HandedIn"]);
}

#[test]
fn ending_without_a_result_asks_once_more() {
    let once = play("ox3<enter>");
    once.sees("Press Enter once more.");
    assert_eq!(once.world.exam_names(), ["began"]);
    let moved = play("ox3<enter><up><down><enter>");
    assert_eq!(moved.world.exam_names(), ["began"], "going away takes it back");
    let twice = play("ox3<enter><enter>");
    assert_eq!(twice.world.exam_names(), ["began", "closed Left"]);
    assert_eq!(twice.context(), Context::ExamList);
    twice.sees("There is no result").lacks("Handed in");
}

#[test]
fn time_is_kept_when_asked_for_and_ends_the_exam() {
    let minute = 60_000;
    let tell = |then: &[Msg]| {
        let mut told = vec![Msg::Clock(0)];
        told.extend(msgs("e<enter>t<enter>nb<enter>"));
        told.extend_from_slice(then);
        player().tell(told)
    };
    tell(&[Msg::Clock(3 * minute + 1), key(KeyCode::Up)]).sees("7 minutes left");
    let over = tell(&[Msg::Clock(10 * minute), key(KeyCode::Up)]);
    assert_eq!(over.context(), Context::ExamResult);
    over.sees("Time was up.");
    assert_eq!(over.world.exam_names(), ["began, timed", "answered 1", "closed TimeUp"]);
    // Paused, the clock runs on and nothing is used up.
    let mut pause = vec![Msg::Clock(4 * minute)];
    pause.extend(msgs("<esc><esc>"));
    pause.push(Msg::Clock(90 * minute));
    pause.extend(msgs("<enter>"));
    tell(&pause).sees("6 minutes left").sees("Item 1 of 2");
    player().press("e<down><enter>t<enter>").lacks("minutes left");
}

#[test]
fn the_next_answer_waits_for_the_last_one_to_be_safe() {
    let slow = |then: Vec<Msg>| {
        let mut player = player();
        player.world.exams.keeps = vec![None];
        let mut told = msgs(&format!("{IN}nb<enter>"));
        told.extend(then);
        player.tell(told)
    };
    let hasty = slow(msgs("<esc>a<enter>"));
    hasty.sees("the last step is being saved");
    assert_eq!(
        hasty.world.exam_names(),
        ["began", "answered 1"],
        "a second answer was taken in flight"
    );
    let mut patient = vec![Msg::Exam(ExamTold::Kept)];
    patient.extend(msgs("<esc>a<enter>"));
    assert_eq!(slow(patient).world.exam_names(), ["began", "answered 1", "answered 1"]);
}

#[test]
fn what_could_not_be_saved_is_tried_again_and_nothing_is_lost() {
    let failing = |keys: &str| {
        let mut player = player();
        player.world.exams.keeps = vec![Some(ExamTold::NotKept("The disk is full.".to_owned()))];
        player.press(&format!("{IN}nb<enter>{keys}"))
    };
    let after = failing("");
    assert_eq!(after.world.exam_names(), ["began"]);
    after.sees("Not saved yet: The disk is full. Nothing is lost. Press r to try again.");
    let still = failing("x1<enter>");
    assert_eq!(
        still.world.exam_names(),
        ["began"],
        "handed in on top of an answer that is not safe"
    );
    let list = failing("<esc><esc><enter>");
    assert_eq!(
        list.context(),
        Context::ExamList,
        "another was opened over what is not safe"
    );
    let saved = failing("r");
    assert_eq!(saved.world.exam_names(), ["began", "answered 1"]);
    saved.lacks("Not saved");
    let left = failing("<esc><esc>r");
    assert_eq!(left.world.exam_names(), ["began", "answered 1", "paused"]);
}

#[test]
fn own_words_come_before_the_choices_and_stand_beside_them_afterwards() {
    let first = |keys: &str| {
        let player = player().size(80, 60).with(|setup| setup.settings.say_first = true);
        player.press(&format!("{IN}{keys}"))
    };
    first("").sees("What would you say?").lacks("Your turn");
    let written = first("Tea?<enter>");
    written.sees("Your own words Tea?").sees("Your turn");
    let all = "Tea?<enter>1<enter><esc>1<enter><enter>One cup.<enter>b<enter>x<enter><enter>";
    first(all).sees("You would have said Tea?");
    first(&format!("{all}n")).sees("You would have said One cup.");
    let unanswered = "<esc>nOne cup.<enter>ox1<enter><enter>n";
    first(unanswered)
        .sees("You did not answer it.")
        .sees("Your own words One cup.");
    let kept: Vec<(usize, usize, String)> = first(all).world.exams.sat[0]
        .own
        .iter()
        .map(|own| (own.item, own.step, own.text.clone()))
        .collect();
    assert_eq!(kept, [(0, 0, "Tea?".to_owned()), (1, 0, "One cup.".to_owned())]);
}

#[test]
fn how_sure_is_asked_when_set_and_kept_with_the_answer() {
    let sure = |keys: &str| {
        let player = player().with(|setup| setup.settings.confidence = true);
        player.press(&format!("{IN}{keys}"))
    };
    assert_eq!(sure("nb<enter>").context(), Context::Confidence);
    assert_eq!(sure("nb<enter>9").world.exam_names(), ["began", "answered 1 at 90"]);
    assert_eq!(
        sure("nb<enter><down><down><enter>").world.exam_names(),
        ["began", "answered 1 at 70"]
    );
    assert_eq!(sure("nb<enter><esc>").context(), Context::ExamItem);
}

#[test]
fn one_key_is_enough_when_set_and_only_for_what_is_in_view() {
    let one_key = |columns, rows, keys: &str| {
        let player = player().size(columns, rows).with(|setup| setup.settings.one_key = true);
        player.press(&format!("{IN}{keys}")).world.exam_names()
    };
    assert_eq!(one_key(120, 40, "nb"), ["began", "answered 1"]);
    assert_eq!(one_key(40, 12, "nb"), ["began"]);
}

#[test]
fn what_cannot_be_seen_is_not_answered() {
    let small = |keys: &str| player().size(40, 12).press(&format!("{IN}{keys}")).world.exam_names();
    assert_eq!(small("nb<home><enter>"), ["began"], "the answer was out of view");
    assert_eq!(small("nb<home><enter><enter>"), ["began", "answered 1"]);
}

#[test]
fn the_mouse_answers_moves_and_hands_in() {
    let item = play("n<end>");
    let row = item.row_of("B  ");
    let once = play(&format!("n<end><click 10,{row}>"));
    assert_eq!(once.world.exam_names(), ["began"]);
    let twice = play(&format!("n<end><click 10,{row}><click 10,{row}>"));
    assert_eq!(twice.world.exam_names(), ["began", "answered 1"]);
    let hand_in = twice.row_of("Hand in");
    let asked = play(&format!("nb<enter><click 12,{hand_in}><click 12,{hand_in}>"));
    assert_eq!(asked.context(), Context::ExamHandIn);
    let begin = player().press("e<enter><end>").row_of("Begin");
    let begun = player().press(&format!("e<enter><end><click 6,{begin}>"));
    assert_eq!(begun.context(), Context::ExamItem);
    let small = |keys: &str| player().size(40, 12).press(&format!("{IN}{keys}"));
    assert_ne!(small("<wheel down>").text(), small("").text());
    assert_eq!(small("<wheel down><wheel up>").text(), small("").text());
    assert_eq!(small("<space><pgup>").text(), small("").text());
}

#[test]
fn a_form_that_cannot_be_filled_says_why_and_begins_nothing() {
    let after = player().press("e<down><down><enter><enter>");
    after.sees("It cannot be filled: line 1 of its `singles:` asks for more.");
    assert!(after.world.exams.sat.is_empty());
}

#[test]
fn an_item_that_is_gone_is_said_and_passed_over() {
    let began = play("nb<enter>").world.exams;
    let mut world = World::of_stories(&["the-kettle"]).with_exams();
    world.exams = began;
    let after = Player::new(world).press("e<enter>");
    after
        .sees("Item 2 is no longer in the library and count")
        .sees("Item 1 of 2");
}

/// Answers typed beforehand.
struct Script {
    lines: std::vec::IntoIter<&'static str>,
    events: Vec<ExamEvent>,
    own: Vec<OwnWords>,
}

impl ExamOutside for Script {
    type Fault = io::Error;

    fn hear(&mut self, _asked: Asked<'_>) -> io::Result<Heard> {
        let typed = |line: &str| Heard::Typed {
            line: line.to_owned(),
            took_ms: None,
        };
        Ok(self.lines.next().map_or(Heard::End, typed))
    }

    fn now_ms(&mut self) -> u64 {
        0
    }

    fn keep(&mut self, events: Vec<ExamEvent>) -> io::Result<()> {
        self.events.extend(events);
        Ok(())
    }

    fn keep_words(&mut self, item: usize, step: usize, node: &Name, text: &str) -> io::Result<()> {
        self.own.push(OwnWords {
            item,
            step,
            node: node.clone(),
            text: text.to_owned(),
        });
        Ok(())
    }

    fn own_words(&mut self) -> io::Result<Vec<OwnWords>> {
        Ok(self.own.clone())
    }
}

/// The same exam line by line: what was done, the sitting, and what was printed in the look back.
fn by_line(world: &World, lines: Vec<&'static str>, back: Vec<&'static str>) -> (Vec<ExamStep>, Sitting, String) {
    let form = form(&world.library, "both", 1).unwrap();
    let (mut sitting, began) = Sitting::begin(form, false, &world.library, None);
    let mut script = Script {
        lines: lines.into_iter(),
        events: vec![began],
        own: Vec::new(),
    };
    let words = Words::english();
    let setting = ExamSetting {
        words: &words,
        columns: 80,
        script: true,
        resumed: false,
        say_first: false,
        ask_sure: false,
    };
    let finish = hold_exam(&mut sitting, &setting, &mut script, Vec::new()).unwrap();
    assert_eq!(finish, ExamFinish::Closed);
    script.lines = back.into_iter();
    let mut printed = Vec::new();
    look_back(&sitting, &setting, &mut script, &mut printed).unwrap();
    let steps = script.events.into_iter().map(|event| event.what).collect();
    (steps, sitting, String::from_utf8(printed).unwrap())
}

#[test]
fn the_same_exam_on_the_screens_and_line_by_line_comes_to_the_same() {
    let screens = play("3<enter>1<enter><enter>f<down><down><enter>x<enter>");
    let (steps, sitting, _) = by_line(&screens.world, vec!["3", "1", "f", "B", "x"], Vec::new());
    assert_eq!(screens.world.exam_steps(), steps);
    let kept = &screens.world.exams.sat[0].events;
    let restored = Sitting::restore(kept, &screens.world.library, None).unwrap();
    assert_eq!(scored(&restored), scored(&sitting));
    let found = scored(&sitting).unwrap();
    assert!(found.score.is_some() && found.reference.is_some());
}

#[test]
fn own_words_stand_in_the_look_back_line_by_line_too() {
    let world = play("").world;
    let lines = vec!["say Tea first.", "1", "1", "say One cup.", "B", "x"];
    let (_, _, printed) = by_line(&world, lines, vec!["1", "2"]);
    let flat: Vec<&str> = printed.split_whitespace().collect();
    let flat = flat.join(" ");
    assert!(flat.contains("Your own words: Tea first."), "{printed}");
    assert!(flat.contains("Your own words: One cup."), "{printed}");
    assert!(flat.contains("What A would have done:"), "{printed}");
}
