//! Both importers on small files of their kind.

use super::{h5p, twee};

const STORY: &str = ":: StoryTitle\nThe bus\n\n:: StoryData\n{\"start\": \"Hall\"}\n\n:: Hall [first] {\"position\":\"1,1\"}\nShe waits.\n<<set $trust to 1>>\n[[Sit down->Bed]]\n[[Leave|Door]]\n[[No]]\n\n:: Bed\nShe looks up.\n[[Hall]]\n\n:: Door\nIt closes.\n\n:: Attic\nNobody comes here.\n";

#[test]
fn twee_links_become_choices_and_losses_are_listed() {
    let imported = twee(STORY, "the-bus").unwrap();
    assert!(imported.text.contains("start: hall"), "{}", imported.text);
    assert!(
        imported.text.contains("text: \"Sit down\"\n        goto: bed"),
        "{}",
        imported.text
    );
    assert!(imported.text.contains("end: door"), "{}", imported.text);
    let places: Vec<&str> = imported.losses.iter().map(|loss| loss.place.as_str()).collect();
    assert_eq!(places, ["Hall", "Attic"]);
}

#[test]
fn words_that_yaml_reads_as_truth_are_no_ids() {
    let imported = twee(STORY, "the-bus").unwrap();
    assert!(imported.text.contains("p-no:"), "{}", imported.text);
}

#[test]
fn text_before_the_first_passage_is_named_with_its_line() {
    assert_eq!(twee("\nhello\n", "x").unwrap_err().line, Some(2));
}

#[test]
fn h5p_questions_become_decisions() {
    let json = r#"{"branchingScenario":{"content":[
        {"type":{"library":"H5P.BranchingQuestion 1.0","params":{"branchingQuestion":{"question":"<p>She waits &amp; looks.</p>",
          "alternatives":[{"text":"Sit","nextContentId":1,"feedback":{"title":"She nods."}},{"text":"Go","nextContentId":-1,"feedback":{"endScreenScore":3}}]}}}},
        {"type":{"library":"H5P.Video 1.6","params":{},"metadata":{"title":"The ward"}},"nextContentId":-1}],
        "endScreens":[{"endScreenScore":2}]}}"#;
    let imported = h5p(json, "ward").unwrap();
    assert!(imported.text.contains("> She waits & looks."), "{}", imported.text);
    assert!(imported.text.contains("> She nods."), "{}", imported.text);
    assert_eq!(imported.losses.len(), 3, "{:?}", imported.losses);
}

#[test]
fn something_else_is_refused_with_what_to_do() {
    assert!(h5p("{}", "x").unwrap_err().why.contains("content.json"));
}

#[test]
fn a_passage_named_like_a_section_gets_an_id_a_node_may_have() {
    let imported = twee(":: vars\nShe waits.\n[[Go->on]]\n\n:: on\nBye.\n", "x").unwrap();
    assert!(imported.text.contains("start: p-vars"), "{}", imported.text);
    assert!(imported.text.contains("end: p-on"), "{}", imported.text);
}

#[test]
fn what_is_listed_cannot_steer_a_terminal() {
    let imported = twee(":: A\u{1b}[2J\n<<print \"\u{1b}]0;x\u{7}\">>\n[[end]]\n", "x").unwrap();
    assert_eq!(imported.losses.len(), 1);
    assert_eq!(imported.losses[0].place, "A\\u{1b}[2J");
    assert!(
        imported.losses[0].what.contains("\\u{1b}]0;x\\u{7}"),
        "{:?}",
        imported.losses
    );
    let json = "{\"start\": \"\u{1b}[2J\"}".replace('\u{1b}', "\\u001b");
    let refused = twee(&format!(":: StoryData\n{json}\n\n:: A\nx\n"), "x").unwrap_err();
    assert!(refused.why.contains("\\u{1b}[2J"), "{}", refused.why);
}

#[test]
fn links_of_the_same_words_are_counted() {
    let links = "[[Go on->B]]\n".repeat(4_000);
    let imported = twee(&format!(":: A\n{links}\n:: B\nBye.\n"), "x").unwrap();
    assert!(imported.text.contains("      go-on-4000:"), "not every link came along");
}

#[test]
fn files_from_windows_are_read() {
    let imported = twee("\u{feff}:: Begin\r\nShe waits.\r\n[[End]]\r\n", "x").unwrap();
    assert!(imported.text.contains("> She waits.\n"), "{}", imported.text);
    assert!(h5p("\u{feff}{\"content\": [{}]}", "x").is_ok());
}

#[test]
fn escaped_brackets_belong_to_the_name() {
    let imported = twee(":: The \\[last\\] \\{bus\\} [tag]\n[[end]]\n", "x").unwrap();
    assert!(imported.text.contains("  the-last-bus:"), "{}", imported.text);
    let imported = twee(":: The \\[last\\]\n[[end]]\n", "x").unwrap();
    assert!(imported.text.contains("  the-last:"), "{}", imported.text);
}
