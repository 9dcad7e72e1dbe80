//! The exam in odd windows and under odd keys: nothing breaks, and what was kept is what stands there.

use bedside::practice::exam::Sitting;
use bedside::tui::{App, Msg, Setup, run, update, view};
use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::exam_world::scored;
use crate::player::{Player, msgs};
use crate::world::World;

fn world() -> World {
    World::of_stories(&["the-kettle", "the-teapot"]).with_exams()
}

/// Every screen is painted at every size there may be, large or tiny.
#[test]
fn every_window_can_be_painted() {
    let mut sizes: Vec<(u16, u16)> = (1..=60).map(|at| (at, at)).collect();
    sizes.extend([(1, 60), (200, 3), (40, 12), (59, 15), (60, 16), (61, 200), (250, 12)]);
    for keys in [
        "e",
        "e<enter>",
        "e<down><down><enter>",
        "e<enter><enter>2",
        "e<enter><enter>nf2?",
        "e<enter><enter>o",
        "e<enter><enter>ox",
        "e<enter><enter>ox1<enter>",
        "e<enter><enter>1<enter>nb<enter>x1<enter><enter>",
        "e<enter><enter>1<enter>nb<enter>x1<enter><enter>no",
    ] {
        // Sat where it fits, then looked at everywhere.
        let mut app = Player::new(world()).press(keys).app;
        for (columns, rows) in &sizes {
            update(&mut app, Msg::Resize(*columns, *rows));
            let mut terminal = Terminal::new(TestBackend::new(*columns, *rows)).unwrap();
            terminal.draw(|frame| view(&app, frame)).unwrap();
        }
    }
}

const NAMED: [&str; 34] = [
    "<enter>",
    "<enter>",
    "<esc>",
    "<up>",
    "<down>",
    "<left>",
    "<right>",
    "<tab>",
    "<backtab>",
    "<space>",
    "<pgup>",
    "<pgdn>",
    "<home>",
    "<end>",
    "<back>",
    "<wheel up>",
    "<wheel down>",
    "<click 12,9>",
    "<click 30,14>",
    "<click 6,6>",
    "1",
    "2",
    "3",
    "5",
    "9",
    "a",
    "b",
    "e",
    "f",
    "o",
    "t",
    "x",
    "r",
    "?",
];

fn any_key() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => proptest::sample::select(&NAMED[..]).prop_map(str::to_owned),
        2 => Just("e<enter><enter>1<enter>".to_owned()),
        1 => Just("nb<enter>x1<enter>".to_owned()),
        1 => Just("<clock>".to_owned()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// Whatever is pressed in whatever window: nothing panics, and every exam that was kept can be rebuilt, and scored when it is closed.
    #[test]
    fn no_keys_break_an_exam(
        keys in proptest::collection::vec(any_key(), 0..40),
        size in prop_oneof![Just((80, 24)), Just((120, 40)), Just((40, 12)), Just((30, 8))],
        sure in any::<bool>(),
        first in any::<bool>(),
        one_key in any::<bool>(),
    ) {
        let mut world = world();
        let mut setup = Setup::plain();
        setup.settings.confidence = sure;
        setup.settings.say_first = first;
        setup.settings.one_key = one_key;
        let mut terminal = Terminal::new(TestBackend::new(size.0, size.1)).unwrap();
        let mut told = Vec::new();
        let mut now = 0;
        for key in &keys {
            if key == "<clock>" {
                now += 4 * 60_000;
                told.push(Msg::Clock(now));
            } else {
                told.extend(msgs(key));
            }
        }
        run(&mut terminal, told, App::new(setup), &mut |effect| world.perform(effect)).unwrap();
        for sat in &world.exams.sat {
            let sitting = Sitting::restore(&sat.events, &world.library, None).unwrap();
            prop_assert!(sitting.gone.is_empty());
            let closed = sat.events.iter().filter(|event| matches!(event.what, bedside::model::ExamStep::Closed(_))).count();
            prop_assert!(closed <= 1);
            prop_assert_eq!(closed == 1, sitting.closed().is_some());
            let left = sitting.closed() == Some(bedside::model::Closing::Left);
            prop_assert_eq!(scored(&sitting).is_some(), closed == 1 && !left);
        }
    }
}
