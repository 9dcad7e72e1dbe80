//! What `fmt` changes, and that it changes nothing else.

use super::tidy;

#[test]
fn words_that_yaml_would_eat_are_quoted() {
    for (before, after) in [
        (
            "text: I hear you: this is hard\n",
            "text: \"I hear you: this is hard\"\n",
        ),
        (
            "  why: Ask about pain #1 worry\n",
            "  why: \"Ask about pain #1 worry\"\n",
        ),
        ("text: *sighs* I see\n", "text: \"*sighs* I see\"\n"),
        ("text: [pause] I see\n", "text: \"[pause] I see\"\n"),
        ("text: \"Hello\" she said\n", "text: \"\\\"Hello\\\" she said\"\n"),
        ("text: 'It's fine' he said\n", "text: \"'It's fine' he said\"\n"),
        ("better: - he pauses\n", "better: \"- he pauses\"\n"),
        ("also:\n  - no: not now\n", "also:\n  - \"no: not now\"\n"),
    ] {
        assert_eq!(tidy(before).text, after);
        assert_eq!(tidy(after).text, after, "not stable");
    }
}

#[test]
fn what_is_fine_stays() {
    for fine in [
        "text: It's fine\n",
        "text: 'It''s fine'   # said softly\n",
        "say: |\n  Wing (rigid): She is tired: very.\n  > [pause] # no comment here\n",
        "also: [\"One: two\", 'three']\n",
        "# a comment: with colon\nnodes:\n  hall:\n    goto: bed\n",
        "content: {tags: [cancer], note: \"A: b\"}\n",
        "because: {r01: \"x: y\"}\n",
    ] {
        assert_eq!(tidy(fine).text, fine);
        assert!(tidy(fine).changes.is_empty());
    }
}

#[test]
fn symbols_become_words() {
    assert_eq!(
        tidy("when: !told && trust >= 2 || a != b\n").text,
        "when: not told and trust >= 2 or a != b\n"
    );
    assert_eq!(tidy("when: \"!told\"\n").text, "when: \"not told\"\n");
}

#[test]
fn line_ends_and_the_last_line_are_tidied() {
    let tidied = tidy("\u{feff}title: A  \r\nsay: |\r\n  > b  \r\n\r\n\r\n");
    assert_eq!(tidied.text, "title: A\nsay: |\n  > b\n");
}

#[test]
fn changes_name_their_lines() {
    assert_eq!(tidy("title: A\ntext: *b*\n").changes, [(2, "put the words in quotes")]);
    let noted = tidy("why: It tells. # come back\n");
    assert_eq!(noted.text, "why: \"It tells. # come back\"\n");
    assert!(noted.changes[0].1.contains("what follows `#`"), "{:?}", noted.changes);
}
