//! Every screen of an exam at three sizes, once with the kettle in it and once with the wide letters of the teapot.

use bedside::tui::Setup;

use crate::player::Player;
use crate::world::World;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (40, 12)];

/// With one seed the conversation is the kettle's and the single decision the teapot's, with the other it is the other way round.
const KETTLE_TALKS: u64 = 1;
const TEAPOT_TALKS: u64 = 3;

#[track_caller]
fn shoot(name: &str, seeds: [u64; 2], keys: &str, change: impl Fn(&mut Setup)) {
    for (seed, text) in seeds.into_iter().zip(["light", "wide"]) {
        let mut shots = String::new();
        for (columns, rows) in SIZES {
            let mut world = World::of_stories(&["the-kettle", "the-teapot"]).with_exams();
            world.exams.hidden = vec!["heart-failure".to_owned()];
            let player = Player::new(world).with(&change).with(|setup| setup.seed = Some(seed));
            shots.push_str(&player.size(columns, rows).press(keys).shot());
            shots.push('\n');
        }
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("{name}__{text}"), shots);
        });
    }
}

/// Where both would look the same.
#[track_caller]
fn shoot_once(name: &str, keys: &str) {
    let mut shots = String::new();
    for (columns, rows) in SIZES {
        let mut world = World::of_stories(&["the-kettle", "the-teapot"]).with_exams();
        world.exams.hidden = vec!["heart-failure".to_owned()];
        let player = Player::new(world).with(|setup| setup.seed = Some(KETTLE_TALKS));
        shots.push_str(&player.size(columns, rows).press(keys).shot());
        shots.push('\n');
    }
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, shots);
    });
}

const TALK: [u64; 2] = [KETTLE_TALKS, TEAPOT_TALKS];
const SINGLE: [u64; 2] = [TEAPOT_TALKS, KETTLE_TALKS];

/// From home to the first item.
const IN: &str = "e<enter><enter>";
/// Everything answered, all items shown.
const DONE: &str = "e<enter><enter>1<enter>1<enter><enter>b<enter>";

#[test]
fn exam_list() {
    shoot_once("exam_list", "e");
    shoot_once(
        "exam_list_open_and_closed",
        &format!("{DONE}x<enter><esc><down><enter><enter>a<enter><esc><esc>"),
    );
}

#[test]
fn exam_before() {
    shoot_once("exam_before", "e<enter>t");
    shoot_once("exam_before_not_filled", "e<down><down><enter>");
}

#[test]
fn exam_single_decision() {
    shoot("exam_single", SINGLE, &format!("{IN}nfb"), |_| {});
}

#[test]
fn exam_conversation() {
    shoot("exam_talk_opening", TALK, "e<enter>t<enter>", |_| {});
    shoot("exam_talk", TALK, &format!("{IN}1<enter><down>"), |_| {});
    shoot("exam_talk_over", TALK, &format!("{IN}1<enter>1<enter>"), |_| {});
}

#[test]
fn exam_own_words_and_how_sure() {
    shoot(
        "exam_own_words",
        SINGLE,
        &format!("{IN}<esc>nWho is 第三隻杯 for?"),
        |setup| {
            setup.settings.say_first = true;
        },
    );
    shoot("exam_how_sure", SINGLE, &format!("{IN}nb<enter><down>"), |setup| {
        setup.settings.confidence = true;
    });
}

#[test]
fn exam_overview_and_handing_in() {
    shoot_once("exam_overview", &format!("{IN}fnb<enter>"));
    shoot_once("exam_hand_in", &format!("{IN}fnb<enter>x"));
    shoot_once("exam_give_up", &format!("{IN}fnb<enter>x3<enter>"));
}

#[test]
fn exam_result() {
    shoot("exam_result", TALK, &format!("{DONE}x<enter>"), |_| {});
    shoot(
        "exam_result_errors",
        TALK,
        &format!("{IN}1<enter>1<enter><enter>c<enter>x<enter><tab><tab>"),
        |_| {},
    );
    shoot("exam_result_end", TALK, &format!("{DONE}x<enter><end>"), |_| {});
}

#[test]
fn exam_look_back() {
    shoot("exam_back_talk", TALK, &format!("{DONE}x<enter><enter>"), |_| {});
    shoot("exam_back_single", SINGLE, &format!("{DONE}x<enter><enter>n"), |_| {});
    shoot(
        "exam_back_single_end",
        SINGLE,
        &format!("{DONE}x<enter><enter>n<end>"),
        |_| {},
    );
}

#[test]
fn exam_help() {
    shoot_once("exam_help", &format!("{IN}?"));
}
