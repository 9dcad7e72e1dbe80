//! The real loop: before, keys, after.

use bedside::model::{Event, Mode};
use bedside::session::{Changed, Output};
use bedside::tui::{Context, Msg, Opened, Token};
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::player::{After, Player, key, msgs};
use crate::world::World;

/// From home into the only conversation there is.
const IN: &str = "<enter><enter>";

fn play(keys: &str) -> After {
    Player::of("the-kettle").press(&format!("{IN}{keys}"))
}

fn steps(after: &After) -> Vec<String> {
    after.world.events()
}

#[test]
fn a_conversation_from_home_to_the_debrief_and_back() {
    let after = play("1<enter><down><enter><enter>not easy<enter>s");
    assert_eq!(
        steps(&after),
        [
            "began",
            "kitchen/ask",
            "cups/cup",
            "ended summer",
            "answered \"not easy\""
        ]
    );
    assert_eq!(
        after.world.asked,
        [
            "load home",
            "load the-kettle",
            "begin the-kettle flow as physician",
            "record 1",
            "record 2",
            "references",
            "record 1"
        ]
    );
    assert_eq!(after.context(), Context::Debrief);
    after
        .sees("100 of 100")
        .sees("Education only")
        .sees("drafted, not clinically reviewed");
    let home = play("1<enter>1<enter><enter><enter><esc>");
    assert_eq!(home.context(), Context::Home);
    assert_eq!(home.world.asked.last().unwrap(), "load home");
}

#[test]
fn the_score_is_hidden_until_it_is_asked_for() {
    let after = play("1<enter>1<enter><enter><enter><end>");
    after.sees("Press s to see the score").lacks("of 100");
}

#[test]
fn enter_says_nothing_until_something_is_chosen() {
    let after = play("<enter><enter><enter><enter>");
    assert_eq!(steps(&after), ["began"]);
    after.sees("Choose with ↓ or a number");
}

#[test]
fn what_cannot_be_seen_is_not_said() {
    let keys = format!("{IN}1<home><enter>");
    let small = Player::of("the-kettle").size(40, 12).press(&keys);
    assert_eq!(steps(&small), ["began"], "the choice was out of view");
    let again = Player::of("the-kettle").size(40, 12).press(&format!("{keys}<enter>"));
    assert_eq!(steps(&again), ["began", "kitchen/ask"]);
}

#[test]
fn one_key_is_enough_when_set_and_only_for_what_is_in_view() {
    let one_key = |columns, rows, keys: &str| {
        let player = Player::of("the-kettle").size(columns, rows);
        let player = player.with(|setup| setup.settings.one_key = true);
        steps(&player.press(&format!("{IN}{keys}")))
    };
    assert_eq!(one_key(120, 40, "2"), ["began", "kitchen/tell"]);
    assert_eq!(one_key(40, 12, "2"), ["began"]);
    assert_eq!(one_key(40, 12, "22"), ["began", "kitchen/tell"]);
}

#[test]
fn a_locked_way_says_why_and_is_not_taken() {
    let after = play("4<enter>");
    assert_eq!(steps(&after), ["began"]);
    after.sees("Not open: She has not said that Tom may hear.");
}

#[test]
fn the_next_answer_waits_for_the_last_one_to_be_safe() {
    let slow = |mut keys: Vec<Msg>, then: Vec<Msg>| {
        let mut player = Player::of("the-kettle");
        player.world.saves = vec![None];
        keys.extend(then);
        player.tell(keys)
    };
    let first = msgs(&format!("{IN}1<enter>"));
    let painted = slow(first.clone(), Vec::new());
    painted.sees("ADA (still) Well.");
    let hasty = slow(first.clone(), msgs("1<enter>"));
    assert_eq!(
        steps(&hasty),
        ["began", "kitchen/ask"],
        "a second answer was taken in flight"
    );
    hasty.sees("the last step is being saved");
    let mut patient = vec![Msg::Saved];
    patient.extend(msgs("1<enter>"));
    let patient = slow(first, patient);
    assert_eq!(steps(&patient), ["began", "kitchen/ask", "cups/cup", "ended summer"]);
}

#[test]
fn what_could_not_be_saved_is_tried_again_and_nothing_is_lost() {
    let failing = |keys: &str| {
        let mut player = Player::of("the-kettle");
        player.world.saves = vec![Some(Msg::NotSaved("The disk is full.".to_owned()))];
        player.press(&format!("{IN}1<enter>{keys}"))
    };
    let after = failing("");
    assert_eq!(steps(&after), ["began"]);
    after.sees("Not saved yet: The disk is full. Nothing is lost. Press r to try again.");
    let still = failing("1<enter>");
    assert_eq!(
        steps(&still),
        ["began"],
        "an answer was taken on top of one that is not safe"
    );
    still.sees("Not saved yet");
    let saved = failing("r1<enter>");
    assert_eq!(steps(&saved), ["began", "kitchen/ask", "cups/cup", "ended summer"]);
    saved.lacks("Not saved");
}

#[test]
fn nothing_unsaved_is_left_behind_by_opening_another() {
    let failing = |keys: &str| {
        let mut player = Player::of("the-kettle");
        player.world.saves = vec![Some(Msg::NotSaved("The disk is full.".to_owned()))];
        player.press(&format!("{IN}1<enter><esc><enter>{keys}"))
    };
    let home = failing("<enter>");
    assert_eq!(home.context(), Context::Home);
    home.sees("Not saved yet");
    let saved = failing("r<enter>");
    assert_eq!(steps(&saved), ["began", "kitchen/ask", "left"]);
    assert_eq!(saved.context(), Context::Briefing);
}

#[test]
fn two_lines_stand_side_by_side_from_where_they_part() {
    let twice = format!("{IN}2<enter>1<enter>uu1<enter>1<enter><enter><enter><tab><tab><tab><tab>");
    let after = Player::of("the-kettle").size(80, 40).press(&twice);
    after.sees("From decision 1 on they part.").sees("Line 3, this one");
    play("1<enter>1<enter><enter><enter><tab><tab><tab><tab>").lacks("Two ways");
}

#[test]
fn hint_and_why_are_shown_and_recorded() {
    let after = play("hh1<enter>w");
    assert_eq!(
        steps(&after),
        ["began", "looked Hint kitchen", "kitchen/ask", "looked Why kitchen"]
    );
    after.sees("Why Asks how much before telling any of it.");
    play("1<enter>ww").lacks("Asks how much before telling");
}

#[test]
fn coached_teaches_by_itself_and_flow_does_not() {
    let coached = Player::of("the-kettle").press("<enter>mm<enter>1<enter>");
    coached.sees("coached").sees("Asks how much before telling any of it.");
    assert_eq!(steps(&coached), ["began", "kitchen/ask"]);
    play("1<enter>").lacks("Asks how much before telling any of it.");
}

#[test]
fn an_exam_shows_and_takes_back_nothing_until_the_result() {
    let exam = |keys: &str| Player::of("the-kettle").press(&format!("<enter>m<enter>{keys}"));
    for keys in ["h", "1<enter>w", "1<enter>u", "1<enter>m"] {
        let after = exam(keys);
        after.sees("Not in an exam");
        assert_eq!(after.context(), Context::Conversation, "{keys}");
        assert!(
            !after.world.events().iter().any(|event| event.starts_with("looked")),
            "{keys}"
        );
    }
    exam("").lacks("h hint").lacks("m map");
    exam("1<enter>1<enter><enter><enter><tab><tab><tab>").sees("Asks how much before telling");
}

#[test]
fn taking_back_starts_a_new_line_and_says_so() {
    let after = play("2<enter>u");
    assert_eq!(steps(&after), ["began", "kitchen/tell", "rewound to 0"]);
    after.sees("Back before step 1").sees("1 To Ada: I will tell you");
    let debrief = play("2<enter>u1<enter>1<enter><enter><enter>s");
    debrief.sees("This was not your first line here");
}

#[test]
fn a_moment_of_the_debrief_can_be_tried_again() {
    let over = "2<enter>1<enter><enter><enter>";
    play(&format!("{over}u")).sees("Choose a moment with ← and →");
    let after = play(&format!("{over}<right><right>u"));
    assert_eq!(steps(&after).last().unwrap(), "rewound to 1");
    assert_eq!(after.context(), Context::Conversation);
}

#[test]
fn the_map_goes_back_to_a_moment() {
    let after = play("1<enter>m");
    assert_eq!(after.context(), Context::Map);
    after.sees("You are here: The same kitchen, later");
    let back = play("1<enter>m<enter>");
    assert_eq!(steps(&back).last().unwrap(), "rewound to 0");
    let other = play("1<enter>u2<enter>m");
    other.sees("○ I will tell you").sees("● Your heart is");
}

#[test]
fn a_line_kept_from_before_can_be_taken_up_again_at_any_step() {
    // ask, then cup, to an ending; then from the start again with tell: the step "cup" is on the first line only.
    let two_lines = "1<enter>1<enter><enter><enter>m<home><enter>2<enter>m";
    let here = play(two_lines);
    here.sees("Line 2 of 2, the one you are on").sees("● Your heart is");
    let other = play(&format!("{two_lines}<tab>"));
    other
        .sees("Line 1 of 2, kept from before")
        .sees("● I will tell you")
        .sees("It ended: ")
        .lacks("You are here");
    let taken = play(&format!("{two_lines}<tab><end><enter>"));
    assert_eq!(steps(&taken).last().unwrap(), "rewound to 1");
    assert_eq!(taken.context(), Context::Conversation);
    taken.sees("ADA (warm) There, that wasn't so hard.");
    play("1<enter>m").lacks("next line");
}

#[test]
fn nothing_unmet_has_a_name_on_the_map() {
    let after = play("m");
    after
        .lacks("later")
        .sees("One moment of this conversation you have not met.");
}

#[test]
fn leaving_is_quiet_and_marked() {
    let screen = play("1<enter><esc>");
    screen
        .sees("You can stop here. Nothing is scored.")
        .sees("Peer support, any hour: 1234");
    let stayed = play("1<enter><esc><esc>");
    assert_eq!(stayed.context(), Context::Conversation);
    let left = play("1<enter><esc><enter>");
    assert_eq!(steps(&left), ["began", "kitchen/ask", "left"]);
    assert_eq!(left.context(), Context::Home);
    let paused = play("1<enter><esc>p");
    assert_eq!(steps(&paused), ["began", "kitchen/ask"]);
    paused.sees("Paused. It waits for you here.");
}

#[test]
fn how_sure_is_asked_before_the_reaction_and_kept_with_the_step() {
    let sure = |keys: &str| {
        let player = Player::of("the-kettle").with(|setup| setup.settings.confidence = true);
        player.press(&format!("{IN}1<enter>{keys}"))
    };
    let asked = sure("");
    asked.sees("How sure are you").lacks("ADA (still)");
    assert_eq!(asked.context(), Context::Confidence);
    assert_eq!(steps(&sure("<enter>")), ["began"], "no degree is preset");
    let kept = |after: After| {
        after.world.kept.into_iter().find_map(|output| match output {
            Output::Record(Event::Stepped(step)) => Some(step.confidence),
            _ => None,
        })
    };
    assert_eq!(kept(sure("9")), Some(Some(90)));
    assert_eq!(kept(sure("<down><down><enter>")), Some(Some(70)));
    assert_eq!(kept(sure("<esc>")), None);
    assert_eq!(sure("<esc>").context(), Context::Conversation);
}

#[test]
fn own_words_come_first_and_stand_beside_the_choice_afterwards() {
    let first = |keys: &str| {
        let player = Player::of("the-kettle").with(|setup| setup.settings.say_first = true);
        player.press(&format!("{IN}{keys}"))
    };
    first("").sees("What would you say?").lacks("To Ada:");
    let typed = first("Tea?<c-j>No, q.<enter>");
    assert_eq!(steps(&typed), ["began", "own words \"Tea?\\nNo, q.\""]);
    typed.sees("Your own words Tea?").sees("To Ada:");
    first("Tea?<enter>1<enter><esc>w").sees("You would have said Tea?");
    assert_eq!(
        steps(&first("<enter>1<enter>")),
        ["began", "kitchen/ask"],
        "nothing typed is nothing kept"
    );
    assert_eq!(first("<esc>").context(), Context::Conversation);
}

#[test]
fn pasted_text_is_text_and_never_keys() {
    let mut all = msgs(IN);
    all.push(Msg::Paste("1\nq\u{1b}[31m".to_owned()));
    let player = Player::of("the-kettle").with(|setup| setup.settings.say_first = true);
    let after = player.tell(all);
    assert_eq!(after.context(), Context::OwnWords);
    assert_eq!(steps(&after), ["began"]);
    assert!(!after.text().contains('\u{1b}'));
}

#[test]
fn a_click_chooses_and_a_second_says() {
    let before = Player::of("the-kettle").size(120, 40).press(IN);
    let row = before.row_of("2  To Ada: Your heart");
    let click = |times: usize| {
        let clicks = format!("<click 30,{row}>").repeat(times);
        Player::of("the-kettle").size(120, 40).press(&format!("{IN}{clicks}"))
    };
    click(1).sees("› 2 To Ada");
    assert_eq!(steps(&click(1)), ["began"]);
    assert_eq!(steps(&click(2)), ["began", "kitchen/tell"]);
}

#[test]
fn the_wheel_reads_on_and_back() {
    let down = play("<wheel down><wheel down><wheel down>");
    down.sees("4 To Tom");
    play("<wheel down><wheel down><wheel down><wheel up><wheel up><wheel up>").sees("Three cups");
}

#[test]
fn home_finds_filters_and_opens() {
    let world = || World::of_stories(&["the-kettle", "the-teapot"]);
    Player::new(world()).press("/ktl").sees("The kettle").lacks("水壺");
    Player::new(world()).press("/水").sees("水壺").lacks("The kettle");
    let none = Player::new(world()).press("/zzzz<enter>");
    none.sees("Nothing matches");
    Player::new(world()).press("/ktl<esc>").sees("水壺");
    let opened = Player::new(world()).press("/ktl<enter><enter>");
    assert_eq!(opened.world.asked.last().unwrap(), "load the-kettle");
    assert_eq!(opened.context(), Context::Briefing);
    let filtered = Player::new(world()).press("f<down><right><right><enter>");
    filtered.sees("usual").sees("Nothing matches");
    Player::new(world())
        .press("f<down><right><right><enter>c")
        .sees("The kettle");
}

#[test]
fn what_is_broken_is_listed_and_not_opened() {
    let world = World::of_stories(&["the-kettle"]).lived_in();
    let after = Player::new(world).press("<end><enter>");
    assert_eq!(after.context(), Context::Home);
    assert_eq!(after.world.asked, ["load home"]);
    after
        .sees("3 faults")
        .sees("bedside check scenarios/adult/half-written.yaml");
}

#[test]
fn an_open_attempt_comes_first_and_a_failure_to_open_it_is_said() {
    let world = World::of_stories(&["the-kettle"]).lived_in();
    let after = Player::new(world).press("<enter>");
    assert_eq!(after.world.asked, ["load home", "resume open-1"]);
    after.sees("That attempt is gone. Choose another.");
}

#[test]
fn settings_are_kept_at_once_and_hide_what_is_not_wanted() {
    let world = || World::of_stories(&["the-kettle"]).lived_in();
    let after = Player::new(world()).press("s<right>");
    assert_eq!(after.world.settings.as_ref().unwrap().mode, Mode::Exam);
    let hidden = Player::new(world()).press("s<end><right><esc>");
    let settings = hidden.world.settings.as_ref().unwrap();
    assert_eq!(settings.hidden_tags.len(), 1);
    hidden.sees("One conversation is kept back").lacks("Adults");
}

#[test]
fn the_one_language_there_is_says_so_and_turns_into_nothing() {
    let at = "s<down><down><down><down><down><down><down>";
    for keys in ["", "<left>", "<right>", "<enter>", "<right><right>"] {
        let after = Player::of("the-kettle").press(&format!("{at}{keys}"));
        after
            .sees("› Language English")
            .sees("English is the only language so far.");
        assert!(
            after.world.settings.is_none(),
            "{keys}: nothing was changed, and something was kept"
        );
        assert_eq!(after.app.settings().language, None);
    }
}

#[test]
fn only_presses_count() {
    let held = |kind| {
        let mut all = msgs(IN);
        all.push(Msg::Key(KeyEvent::new_with_kind(
            KeyCode::Char('h'),
            KeyModifiers::NONE,
            kind,
        )));
        steps(&Player::of("the-kettle").tell(all)).len()
    };
    assert_eq!(held(KeyEventKind::Release), 1);
    assert_eq!(held(KeyEventKind::Repeat), 1);
    assert_eq!(held(KeyEventKind::Press), 2);
}

#[test]
fn time_comes_in_from_outside_and_is_kept_with_the_step() {
    let mut all = vec![Msg::Clock(1_000)];
    all.extend(msgs(IN));
    all.push(key(KeyCode::Char('1')));
    all.push(Msg::Clock(9_500));
    all.push(key(KeyCode::Enter));
    let after = Player::of("the-kettle").tell(all);
    let took = after.world.kept.iter().find_map(|output| match output {
        Output::Record(Event::Stepped(step)) => step.took_ms,
        _ => None,
    });
    assert_eq!(took, Some(8_500));
}

#[test]
fn the_end_comes_from_a_key_a_signal_or_nothing_more_to_hear() {
    for keys in ["q", "<c-c>", "/<c-c>", "<enter><enter>1<enter><c-c>"] {
        let after = Player::of("the-kettle").press(&format!("{keys}?????"));
        assert_eq!(after.world.asked.last().unwrap(), "quit", "{keys}");
        assert_ne!(after.context(), Context::Help, "{keys}: the loop went on");
    }
    let mut all = msgs(IN);
    all.push(Msg::Stop);
    all.extend(msgs("1<enter>"));
    let after = Player::of("the-kettle").tell(all);
    assert_eq!(steps(&after), ["began"]);
}

#[test]
fn help_lists_the_keys_that_work_here() {
    for (keys, label) in [("", "find"), (IN, "hint"), ("s", "change")] {
        let after = Player::of("the-kettle").press(&format!("{keys}?"));
        assert_eq!(after.context(), Context::Help);
        after.sees(label).sees("Ctrl+c quit at once");
    }
    assert_eq!(Player::of("the-kettle").press("?<esc>").context(), Context::Home);
}

#[test]
fn what_changed_since_is_said_before_anything_else() {
    let mut player = Player::of("the-kettle");
    let setup = bedside::session::Setup {
        seed: 7,
        mode: Mode::Flow,
        role: bedside::model::Name::from("physician"),
        pack: bedside::model::Name::from("built-in"),
    };
    let opened = player.world.opened("the-kettle", &setup);
    let changed = vec![Changed::StepGone {
        address: "kitchen/shout".to_owned(),
        step: 3,
    }];
    let opened = Opened {
        changed,
        elsewhere: true,
        token: Token("open-1".to_owned()),
        ..opened
    };
    let after = player.tell(vec![Msg::Opened(Box::new(opened))]);
    after
        .sees("kitchen/shout (step 3) is no longer offered")
        .sees("You go on after step 2. Nothing was deleted.")
        .sees("open in another window too");
}

#[test]
fn the_role_chosen_is_the_role_played() {
    let after = Player::of("the-kettle").press("<enter>p<enter>");
    assert_eq!(after.world.asked.last().unwrap(), "begin the-kettle flow as nurse");
}

#[test]
fn the_door_opens_once_and_again_only_after_a_failure() {
    let mut player = Player::of("the-kettle");
    player.world.shut = true;
    let after = player.press("<enter><enter><enter><enter>");
    let begun = |after: &After| {
        after
            .world
            .asked
            .iter()
            .filter(|asked| asked.starts_with("begin"))
            .count()
    };
    assert_eq!(begun(&after), 1);
    let mut all = msgs("<enter><enter>");
    all.push(Msg::Failed("The journal is busy. Try again.".to_owned()));
    all.extend(msgs("<enter>"));
    let mut player = Player::of("the-kettle");
    player.world.shut = true;
    assert_eq!(begun(&player.tell(all)), 2);
}

#[test]
fn a_report_is_asked_for_and_its_place_said() {
    let after = play("1<enter>1<enter><enter><enter>x");
    assert_eq!(after.world.asked.last().unwrap(), "report line 0");
    after.sees("The report is in bedside-report.html.");
}

#[test]
fn the_cursor_stands_on_what_is_in_focus() {
    for (story, keys) in [("the-kettle", "2"), ("the-teapot", "3")] {
        let after = Player::of(story).press(&format!("{IN}{keys}"));
        let row = after.row_of(&format!("› {keys}"));
        assert_eq!(after.cursor.map(|at| at.y), Some(row), "{story}");
    }
    let home = Player::new(World::of_stories(&["the-kettle"]).lived_in()).press("<down><down>");
    assert_eq!(home.cursor.map(|at| at.y), Some(home.row_of("›")));
}

#[test]
fn of_many_open_conversations_the_newest_are_listed_until_all_are_asked_for() {
    let many = |keys: &str| {
        let mut player = Player::of("the-kettle");
        player.world = World::of_stories(&["the-kettle"]).lived_in();
        let one = player.world.home.open[0].clone();
        player.world.home.open = vec![one; 5];
        player.press(keys)
    };
    many("").sees("2 older ones. Enter shows them.");
    let all = many("<down><down><down><enter>");
    all.lacks("older ones");
    assert_eq!(all.context(), Context::Home);
    assert_eq!(all.world.asked, ["load home"], "nothing was opened");
    let opened = many("<down><down><down><enter><down><enter>");
    assert_eq!(opened.world.asked.last().unwrap(), "resume open-1");
}

#[test]
fn lines_for_the_screen_on_leaving_are_written_changed_and_taken_away() {
    let set = |keys: &str| {
        let mut after = Player::of("the-kettle").press(&format!("s{}{keys}", "<down>".repeat(8)));
        let saved = std::mem::take(&mut after.world.asked)
            .iter()
            .filter(|asked| *asked == "save settings")
            .count();
        (after.app.settings().support.clone(), saved)
    };
    let before = vec!["Peer support, any hour: 1234".to_owned()];
    assert_eq!(set(""), (before.clone(), 0));
    let added = set("<down><right>Chaplain, 77<enter>");
    assert_eq!(added, (vec![before[0].clone(), "Chaplain, 77".to_owned()], 1));
    assert_eq!(
        set("<down><right>Chaplain<esc>"),
        (before.clone(), 0),
        "Esc leaves it as it was"
    );
    assert_eq!(set("<down><right>  <enter>"), (before, 0), "nothing is no line");
    let emptied = set(&format!("<right>{}<enter>", "<back>".repeat(40)));
    assert_eq!(emptied, (Vec::new(), 1));
}
