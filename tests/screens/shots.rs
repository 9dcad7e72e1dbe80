//! Every screen at three sizes, in light text and in wide, combined and joined letters; under each picture a map of roles.

use bedside::tui::Setup;

use crate::player::Player;
use crate::world::World;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (40, 12)];
const STORIES: [&str; 2] = ["the-kettle", "the-teapot"];

/// One snapshot a story, three sizes in it.
#[track_caller]
fn shoot(name: &str, keys: &str, change: impl Fn(&mut Setup)) {
    for story in STORIES {
        let mut shots = String::new();
        for (columns, rows) in SIZES {
            let world = World::of_stories(&[story]).lived_in();
            let after = Player::new(world).with(&change).size(columns, rows).press(keys);
            shots.push_str(&after.shot());
            shots.push('\n');
        }
        let text = if story == "the-kettle" { "light" } else { "wide" };
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("{name}__{text}"), shots);
        });
    }
}

/// Home to the third item, the first conversation of the library; then in.
const IN: &str = "<down><down><enter><enter>";

fn inside(keys: &str) -> String {
    format!("{IN}{keys}")
}

#[test]
fn home() {
    shoot("home", "<down><down>", |_| {});
}

#[test]
fn home_finding_and_filtering() {
    shoot("home_find", "/t", |_| {});
    shoot("home_filter", "f<down><right>", |_| {});
}

#[test]
fn home_without_anything() {
    let mut shots = String::new();
    for (columns, rows) in SIZES {
        shots.push_str(&Player::new(World::of_stories(&[])).size(columns, rows).press("").shot());
    }
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("home_empty", shots);
    });
}

#[test]
fn briefing() {
    shoot("briefing", "<down><down><enter>", |_| {});
}

#[test]
fn conversation_opening() {
    shoot("conversation_opening", IN, |_| {});
}

#[test]
fn conversation_choosing() {
    shoot("conversation_choosing", &inside("h<down><down>"), |_| {});
}

#[test]
fn conversation_after_a_step_with_teaching() {
    shoot("conversation_teaching", &inside("1<enter>w"), |_| {});
}

#[test]
fn conversation_asking_how_sure() {
    shoot("conversation_confidence", &inside("1<enter><down>"), |setup| {
        setup.settings.confidence = true;
    });
}

#[test]
fn conversation_in_own_words_first() {
    shoot("conversation_own_words", &inside("Who is 第三隻杯 for?"), |setup| {
        setup.settings.say_first = true;
    });
}

#[test]
fn conversation_over() {
    shoot("conversation_over", &inside("1<enter>1<enter>"), |_| {});
}

#[test]
fn debrief() {
    let over = inside("1<enter>1<enter><enter>");
    shoot("debrief_how_was_that", &format!("{over}heavy 重"), |_| {});
    for (at, part) in ["happened", "felt", "untold", "moments", "skills", "again"]
        .iter()
        .enumerate()
    {
        let keys = format!("{over}<enter>{}", "<tab>".repeat(at));
        shoot(&format!("debrief_{}_{part}", at + 1), &keys, |_| {});
    }
    shoot("debrief_7_score", &format!("{over}<enter>s"), |_| {});
    shoot("debrief_8_next", &format!("{over}<enter><end>"), |_| {});
    let twice = inside("2<enter>1<enter>uu1<enter>1<enter><enter><enter><tab><tab><tab><tab>");
    shoot("debrief_9_beside", &twice, |_| {});
}

#[test]
fn drill() {
    shoot("drill_1_deciding", "dh<down><down>", |_| {});
    shoot("drill_2_answered", "d1<enter>", |_| {});
    shoot("drill_3_answered_end", "d1<enter><end>", |_| {});
    shoot("drill_4_over", "d1<enter><end><enter>2<enter><end><enter>", |_| {});
    shoot("drill_5_confidence", "d1<enter><down>", |setup| {
        setup.settings.confidence = true;
    });
    shoot("drill_6_own_words", "dWho is 第三隻杯 for?", |setup| {
        setup.settings.say_first = true;
    });
    shoot("drill_7_keys", "d?", |_| {});
}

#[test]
fn drill_of_nothing() {
    let mut shots = String::new();
    for (columns, rows) in SIZES {
        shots.push_str(
            &Player::new(World::of_stories(&[]))
                .size(columns, rows)
                .press("d")
                .shot(),
        );
    }
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("drill_8_nothing", shots);
    });
}

#[test]
fn leaving() {
    shoot("leaving", &inside("<esc>"), |_| {});
}

#[test]
fn map() {
    shoot("map", &inside("1<enter>1<enter>uu2<enter>m"), |_| {});
}

#[test]
fn settings() {
    shoot("settings", "s<down><down><right>", |_| {});
}

#[test]
fn help() {
    shoot("help", &inside("?"), |_| {});
}

#[test]
fn too_small() {
    let after = Player::of("the-kettle").size(39, 11).press(IN);
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("too_small", after.shot());
    });
}

#[test]
fn plain_signs() {
    let after = Player::of("the-kettle").with(|setup| setup.ascii = true);
    let after = after
        .size(80, 60)
        .press("<enter><enter>1<enter>1<enter><enter><enter>s<home>");
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("ascii", after.shot());
    });
    let ours = after.text();
    let odd: Vec<char> = ours.chars().filter(|letter| !letter.is_ascii()).collect();
    assert!(odd.is_empty(), "{odd:?}");
}
