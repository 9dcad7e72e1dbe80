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
