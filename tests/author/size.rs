//! Files that are too large, too deep, endless or with more ways than atoms: bounded, and told what the bound is.

use super::run::{MINE, bedside_in, pack, sound_pack};
use super::story::{decision, endings, head, ladder};

#[test]
fn fifty_megabytes_are_not_even_read() {
    let folder = pack(&("# ".to_owned() + &"x".repeat(50 << 20)));
    let said = bedside_in(folder.path(), &["check", MINE]);
    assert_eq!(said.code, Some(1), "{}", said.err);
    assert!(said.out.contains("2 MB"), "{}", said.out);
    bedside_in(folder.path(), &["analyze", MINE]).refused("cannot be played");
    let file = folder.path().join("large.twee");
    std::fs::write(&file, "x".repeat(20 << 20)).expect("a file");
    bedside_in(folder.path(), &["import", "large.twee"]).refused("16 MB");
}

#[test]
fn ten_thousand_nodes_are_too_many_for_one_file_and_the_bound_is_named() {
    let mut text = head("", "n0");
    for at in 0..10_000 {
        text += &format!("  n{at}: {{say: \"> a\", goto: n{}}}\n", at + 1);
    }
    text += "  n10000: {say: \"> a\", end: over}\n";
    text += &endings(&["over"]);
    let folder = pack(&text);
    let said = bedside_in(folder.path(), &["check", MINE]);
    assert_eq!(said.code, Some(1), "{}", said.err);
    assert!(
        said.out.contains("10001 items") && said.out.contains("5000"),
        "{}",
        said.out
    );
}

#[test]
fn a_depth_bomb_is_refused_with_its_place() {
    for bomb in ["[".repeat(100_000), "{a: ".repeat(50_000), "- ".repeat(100_000)] {
        let folder = pack(&(head("", "hall") + "  hall: " + &bomb));
        let said = bedside_in(folder.path(), &["check", MINE]);
        assert_eq!(said.code, Some(1), "{}", said.err);
        assert!(
            said.out.contains("error[E0"),
            "{}",
            &said.out[..said.out.len().min(2000)]
        );
    }
    let condition = "(".repeat(50_000);
    let rest = format!("when: \"{condition}\"\nend: over");
    let folder =
        pack(&(head("", "hall") + &decision("hall", &[("ask", &rest), ("go", "end: over")]) + &endings(&["over"])));
    let said = bedside_in(folder.path(), &["check", MINE]);
    assert_eq!(said.code, Some(1), "{}", said.err);
}

#[test]
fn ten_to_the_forty_ways_are_counted_where_states_are_few() {
    // 4^67 is about 10^40; nothing is remembered, so there is one state a decision.
    let folder = sound_pack(&ladder(67, 4, 0));
    let page = bedside_in(folder.path(), &["analyze", MINE]).fine().out;
    let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(page.contains("about 10^40"), "{page}");
}

#[test]
fn too_many_states_become_plays_and_the_budget_is_named() {
    let mut text = ladder(40, 3, 6);
    // Something must read the variables, or they are no state at all.
    text = text.replace(
        "goto: n39",
        "goto: [{when: v0 + v1 > v2 + v3 and v4 > v5, to: n39}, {to: n39}]",
    );
    let folder = sound_pack(&text);
    let answer = bedside_in(
        folder.path(),
        &["analyze", MINE, "--budget", "20000", "--format", "json"],
    )
    .json();
    assert_eq!(answer["analysis"]["method"]["exact"], false);
    assert_eq!(answer["analysis"]["method"]["seed"], 1);
    let page = bedside_in(folder.path(), &["analyze", MINE, "--budget", "20000"])
        .fine()
        .out;
    let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        page.contains("more states than the budget of 20,000") && page.contains("--budget N"),
        "{page}"
    );
    // The drawing says that it goes without likelihoods.
    let drawn = bedside_in(folder.path(), &["simulate", MINE, "--runs", "200"]).fine();
    assert!(drawn.out.contains("200 plays"), "{}", drawn.out);
}

#[test]
fn an_endless_round_without_a_decision_ends() {
    let text = head("", "a")
        + "  a: {say: \"> One.\", goto: b}\n  b: {say: \"> Two.\", goto: a}\n"
        + &decision("hall", &[("ask", "end: over")])
        + &endings(&["over"]);
    let folder = pack(&text);
    let said = bedside_in(folder.path(), &["check", MINE]);
    assert_eq!(said.code, Some(1), "{}", said.out);
    assert!(said.out.contains("error["), "{}", said.out);
    let page = bedside_in(folder.path(), &["analyze", MINE]).fine().out;
    assert!(page.contains("never comes to a decision or an ending"), "{page}");
}
