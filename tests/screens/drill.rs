//! The drill in the real loop: before, keys, after.

use bedside::practice::drill::Keep;
use bedside::tui::{Context, Effect, Msg, Suggestion};

use crate::player::{After, Player, msgs};
use crate::world::World;

/// A drill of the two decisions of one conversation.
fn drill(keys: &str) -> After {
    Player::of("the-kettle").press(&format!("d{keys}"))
}

#[test]
fn a_drill_from_home_to_its_end_and_back() {
    let begun = drill("");
    assert_eq!(begun.context(), Context::Drill);
    assert_eq!(begun.world.asked, ["load home", "drill what is due, 5 minutes"]);
    begun.sees("decision 1 of 2").sees("2 single decisions").sees("Ada, ");
    let answered = drill("1<enter>");
    assert_eq!(answered.context(), Context::DrillAnswered);
    assert_eq!(answered.world.answers().len(), 1);
    answered.sees("Why ").sees("By the key: ").sees("The next decision");
    let second = drill("1<enter><end><enter>");
    assert_eq!(second.context(), Context::Drill);
    second.sees("decision 2 of 2").lacks("2 single decisions");
    let over = drill("1<enter><end><enter>1<enter><end><enter>");
    assert_eq!(over.context(), Context::DrillOver);
    assert_eq!(over.world.answers().len(), 2);
    over.sees("2 of 2 answered.")
        .sees("What you practised")
        .sees("The kettle")
        .sees("drafted, not clinically reviewed")
        .sees("Education only.");
    assert_eq!(
        over.world.asked,
        [
            "load home",
            "drill what is due, 5 minutes",
            "record 1 of the drill",
            "record 1 of the drill",
            "load home",
        ]
    );
    let home = drill("1<enter><end><enter>1<enter><end><enter><enter>");
    assert_eq!(home.context(), Context::Home);
    let again = drill("1<enter><end><enter>1<enter><end><enter>d");
    assert_eq!(again.context(), Context::Drill);
    again.sees("decision 1 of 2");
    let mut world = World::of_stories(&["the-kettle"]);
    world.home.suggestion = Some(Suggestion {
        skill: Some("C1".into()),
        ..Suggestion::default()
    });
    let named = Player::new(world).press("d1<enter><end><enter>1<enter><end><enter>");
    named.sees("Drill: Empathy");
}

#[test]
fn each_answer_is_kept_under_the_name_of_what_was_chosen() {
    let after = drill("2<enter><end><enter>1<enter>");
    let answers = after.world.answers();
    assert_eq!(answers.len(), 2);
    let nodes: Vec<&str> = answers.iter().filter_map(|answer| answer.split('/').nth(1)).collect();
    assert!(nodes.contains(&"kitchen") && nodes.contains(&"cups"), "{answers:?}");
    for keep in &after.world.drilled {
        let Keep::Answer(answer) = keep else { panic!("{keep:?}") };
        assert_eq!((answer.day.0, answer.confidence, answer.hinted), (20_000, None, false));
    }
}

#[test]
fn a_hint_is_shown_and_kept_with_the_answer() {
    drill("h").sees("Hint ");
    let after = drill("h1<enter>");
    assert!(matches!(&after.world.drilled[..], [Keep::Answer(answer)] if answer.hinted));
}

#[test]
fn what_is_suggested_for_today_is_what_d_and_enter_drill() {
    let player = |keys: &str| {
        let mut world = World::of_stories(&["the-kettle"]);
        world.home.suggestion = Some(Suggestion {
            words: "a few single decisions on \"Empathy\".".to_owned(),
            scenario: None,
            skill: Some("C1".into()),
        });
        Player::new(world).press(keys)
    };
    player("")
        .sees("› A few single decisions on \"Empathy\".")
        .sees("d drill");
    for keys in ["d", "<enter>"] {
        let after = player(keys);
        assert_eq!(after.world.asked.last().unwrap(), "drill C1, 5 minutes", "{keys}");
        after.sees("2 single decisions on: Empathy");
    }
}

#[test]
fn stopping_midway_keeps_what_was_answered_and_says_so() {
    let none = drill("<esc>");
    assert_eq!(none.context(), Context::Home);
    none.sees("Nothing was answered, and nothing is kept.");
    assert_eq!(none.world.asked.last().unwrap(), "load home");
    assert!(none.world.drilled.is_empty());
    for keys in ["1<enter><esc>", "1<enter><end><enter><esc>"] {
        let after = drill(keys);
        assert_eq!(after.context(), Context::Home);
        after.sees("You stopped. 1 of 2 answered, and kept.");
        assert_eq!(after.world.answers().len(), 1);
    }
    drill("1<enter><end><enter>1<enter><end><enter><esc>").lacks("You stopped");
}

#[test]
fn enter_says_nothing_until_something_is_chosen_and_seen() {
    let after = drill("<enter><enter><enter><enter>");
    assert!(after.world.drilled.is_empty());
    after.sees("Choose with ↓ or a number");
    let small = |keys: &str| Player::of("the-kettle").size(40, 12).press(keys);
    assert!(small("d1<home><enter>").world.drilled.is_empty(), "it was out of view");
    assert_eq!(small("d1<home><enter><enter>").world.answers().len(), 1);
}

#[test]
fn a_reaction_is_read_before_enter_goes_on() {
    let small = |keys: &str| Player::of("the-kettle").size(40, 12).press(&format!("d1<enter>{keys}"));
    assert_eq!(small("<enter>").context(), Context::DrillAnswered);
    assert_eq!(small("<end><enter>").context(), Context::Drill);
}

#[test]
fn one_key_is_enough_when_set() {
    let player = Player::of("the-kettle").size(120, 40);
    let after = player.with(|setup| setup.settings.one_key = true).press("d2");
    assert_eq!(after.world.answers().len(), 1);
}

#[test]
fn how_sure_is_asked_before_the_reaction_and_kept() {
    let sure = |keys: &str| {
        let player = Player::of("the-kettle").with(|setup| setup.settings.confidence = true);
        player.press(&format!("d1<enter>{keys}"))
    };
    let asked = sure("");
    assert_eq!(asked.context(), Context::Confidence);
    asked.sees("How sure are you").lacks("By the key");
    assert!(sure("<enter>").world.drilled.is_empty(), "no degree is preset");
    assert_eq!(sure("<esc>").context(), Context::Drill);
    let after = sure("9<end>");
    assert!(matches!(&after.world.drilled[..], [Keep::Answer(answer)] if answer.confidence == Some(90)));
    after.sees("You were 90 % sure.");
}

#[test]
fn own_words_come_first_and_stand_beside_the_choice_afterwards() {
    let first = |keys: &str| {
        let player = Player::of("the-kettle").with(|setup| setup.settings.say_first = true);
        player.press(&format!("d{keys}"))
    };
    let asked = first("");
    assert_eq!(asked.context(), Context::OwnWords);
    asked.sees("What would you say?").lacks("Your turn");
    let typed = first("Tea?<enter>");
    typed.sees("Your own words Tea?");
    assert!(
        typed.world.drilled.is_empty(),
        "nothing is kept of a drill only looked at"
    );
    let after = first("Tea?<enter>1<enter>");
    after.sees("You would have said Tea?");
    let kept = after.world.answers();
    assert!(kept[0].starts_with("own words to 0 at the-kettle/"), "{kept:?}");
    assert_eq!(kept.len(), 2);
    assert_eq!(first("<enter>1<enter>").world.answers().len(), 1);
    let left = first("Tea?<enter>1<enter><end><enter>Hm.<enter><esc>");
    assert!(
        left.world.answers()[2].contains("own words to 1"),
        "{:?}",
        left.world.answers()
    );
    assert!(first("Tea?<enter><esc>").world.drilled.is_empty());
}

#[test]
fn the_next_answer_waits_for_the_last_one_to_be_safe() {
    let slow = |then: Vec<Msg>| {
        let mut player = Player::of("the-kettle");
        player.world.saves = vec![None];
        let mut keys = msgs("d1<enter>");
        keys.extend(then);
        player.tell(keys)
    };
    slow(Vec::new()).sees("Why ");
    let hasty = slow(msgs("<end><enter>1<enter>"));
    assert_eq!(hasty.world.answers().len(), 1, "a second answer was taken in flight");
    hasty.sees("the last step is being saved");
    let mut meant = msgs("<end><enter>1<enter>");
    meant.push(Msg::Saved);
    let meant = slow(meant);
    assert_eq!(
        meant.world.answers().len(),
        2,
        "what was meant is taken once it is safe"
    );
    assert_eq!(meant.context(), Context::DrillAnswered);
    let mut other = msgs("<end><enter>1<enter><esc>");
    other.push(Msg::Saved);
    assert_eq!(slow(other).world.answers().len(), 1, "another key came first");
    let home = slow(msgs("<esc>d"));
    assert_eq!(home.context(), Context::Home);
    let mut patient = vec![Msg::Saved];
    patient.extend(msgs("<end><enter>1<enter>"));
    assert_eq!(slow(patient).world.answers().len(), 2);
}

#[test]
fn what_could_not_be_saved_is_tried_again_and_nothing_is_lost() {
    let failing = |keys: &str| {
        let mut player = Player::of("the-kettle");
        player.world.saves = vec![Some(Msg::NotSaved("The disk is full.".to_owned()))];
        player.press(&format!("d1<enter>{keys}"))
    };
    let after = failing("");
    after.sees("Not saved yet: The disk is full.");
    assert!(after.world.drilled.is_empty());
    assert!(failing("<end><enter>1<enter>").world.drilled.is_empty());
    failing("<esc>").sees("Not saved yet");
    assert_eq!(failing("<esc><enter>").context(), Context::Home);
    let saved = failing("r<end><enter>1<enter>");
    assert_eq!(saved.world.answers().len(), 2);
    saved.lacks("Not saved");
    assert_eq!(failing("<esc>r<enter>").context(), Context::Briefing);
}

#[test]
fn a_drill_asked_for_at_the_start_stands_in_front_of_home() {
    let begin = |setup: &mut bedside::tui::Setup| {
        setup.start.push(Effect::BeginDrill {
            skill: Some("C1".into()),
            minutes: 3,
            seed: None,
        });
    };
    let mut player = Player::of("the-kettle").with(begin);
    player.world.shut = true;
    let waiting = player.press("");
    assert_eq!(waiting.context(), Context::DrillOver);
    waiting.sees("This takes a moment").lacks("another drill");
    let after = Player::of("the-kettle").with(begin).press("");
    // What is answered before the loop runs comes in with its first message.
    assert_eq!(after.world.asked, ["load home", "drill C1, 3 minutes"]);
    assert_eq!(after.context(), Context::Drill);
    assert_eq!(
        Player::of("the-kettle").with(begin).press("<esc>").context(),
        Context::Home
    );
}

#[test]
fn whoever_went_home_meanwhile_is_left_there() {
    let mut late = Player::of("the-kettle");
    late.world.shut = true;
    let mut all = msgs("d<esc>");
    all.push(Msg::NothingToDrill("Late.".to_owned()));
    let after = late.tell(all);
    assert_eq!(after.context(), Context::Home);
    after.lacks("Late.");
    let mut all = msgs("d");
    all.push(Msg::NothingToDrill("Late.".to_owned()));
    let under_way = Player::of("the-kettle").tell(all);
    assert_eq!(under_way.context(), Context::Drill);
    under_way.lacks("Late.");
    let mut beneath = Player::of("the-kettle");
    beneath.world.shut = true;
    let mut all = msgs("d?");
    all.push(Msg::NothingToDrill("None.".to_owned()));
    all.extend(msgs("<esc>"));
    beneath.tell(all).sees("None.");
}

#[test]
fn a_library_without_ratings_says_so() {
    let after = Player::new(World::of_stories(&[])).press("d");
    after
        .sees("There is nothing to drill here.")
        .sees("Nothing here has ratings yet.");
    after.lacks("another drill");
    assert_eq!(after.context(), Context::DrillOver);
    assert_eq!(
        Player::new(World::of_stories(&[])).press("d<enter>").context(),
        Context::Home
    );
}

#[test]
fn a_click_chooses_a_second_says_and_one_more_goes_on() {
    let player = || Player::of("the-kettle").size(120, 60);
    let row = player().press("d").row_of("  2  ");
    let click = |times: usize| player().press(&format!("d{}", format!("<click 30,{row}>").repeat(times)));
    click(1).sees("› 2 ");
    assert!(click(1).world.drilled.is_empty());
    let answered = click(2);
    assert_eq!(answered.world.answers().len(), 1);
    let next = answered.row_of("The next decision");
    let on = player().press(&format!("d{0}{0}<click 30,{next}>", format!("<click 30,{row}>")));
    on.sees("decision 2 of 2");
}

#[test]
fn the_wheel_and_the_page_keys_read_on_and_back() {
    let small = |keys: &str| Player::of("the-kettle").size(60, 16).press(&format!("d{keys}"));
    small("").sees("A kitchen, a home visit").lacks("  2  ");
    small("<wheel down><wheel down><wheel down>").lacks("A kitchen, a home visit");
    small("<pgdn><pgdn><pgup><pgup>").sees("A kitchen, a home visit");
}

#[test]
fn the_keys_of_a_drill_are_listed() {
    drill("?").sees("say it").sees("hint").sees("home");
    drill("1<enter>?").sees("go on").lacks("hint");
    assert_eq!(drill("?<esc>").context(), Context::Drill);
}

#[test]
fn a_window_made_smaller_and_larger_shows_where_one_was() {
    let mut app = drill("2").app;
    for (columns, rows) in [(120, 40), (20, 5), (40, 12), (80, 24)] {
        bedside::tui::update(&mut app, Msg::Resize(columns, rows));
    }
    assert_eq!(app.context(), Context::Drill);
}

#[test]
fn beside_a_reaction_stands_who_reacted_and_not_what_came_later() {
    let mut seen = 0;
    for pick in 1..=3 {
        let after = drill(&format!("1<enter><end><enter>{pick}<enter>"));
        let answers = after.world.answers();
        let still = |answer: &String| ["kitchen/ask", "kitchen/tell"].iter().any(|end| answer.ends_with(end));
        if answers.last().is_some_and(still) {
            after.sees("Ada, still");
            seen += 1;
        }
    }
    assert_eq!(seen, 2);
}
