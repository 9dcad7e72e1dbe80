//! `config` and the settings file: what is set, what is refused, and that a broken file stays as it is.

use serde_json::Value;

use crate::support::program::Machine;

const FILE: &str = ".config/bedside/config.toml";

#[test]
fn settings_are_explained() {
    insta::assert_snapshot!(Machine::new().bedside("config").run().is(0));
}

#[test]
fn a_setting_is_set_shown_and_taken_back() {
    let machine = Machine::new();
    insta::assert_snapshot!(machine.bedside("config theme dark").run().is(0), @"
    $ bedside config theme dark
    [0]
    theme is now dark. It is kept in [HOME]/.config/bedside/config.toml.
    ");
    machine.bedside("config say-first on").run().is(0);
    machine
        .bedside_args(["config", "support", "Call Ana, 555 0101", "Chaplain on call"])
        .run()
        .is(0);
    let text = "theme = \"dark\"\nsay_first = true\nsupport = [\"Call Ana, 555 0101\", \"Chaplain on call\"]\n";
    assert_eq!(machine.read(FILE), text);
    insta::assert_snapshot!(machine.bedside("config support").run().is(0), @"
    $ bedside config support
    [0]
    Settings are kept in [HOME]/.config/bedside/config.toml.

    support = Call Ana, 555 0101; Chaplain on call
      Lines shown when you leave a conversation midway: whom to call, where to go.
    ");
    let json: Value = serde_json::from_str(&machine.bedside("config --format json").run().is(0).out).unwrap();
    assert_eq!(json["settings"][1]["value"], "dark");
    assert_eq!(
        json["settings"][9]["value"],
        Value::Null,
        "the language follows the environment"
    );
    machine.bedside("config say_first --reset").run().is(0);
    assert_eq!(machine.read(FILE), text.replace("say_first = true\n", ""));
}

#[test]
fn slips_are_named_with_what_was_meant() {
    let machine = Machine::new();
    let refuses = |args: &str| machine.bedside(args).run().refuses();
    assert_eq!(
        refuses("config confidense true"),
        "there is no setting \"confidense\"; did you mean confidence? `bedside config` shows them all"
    );
    assert_eq!(
        refuses("config theme drak"),
        "theme cannot be \"drak\" (did you mean dark?); it is one of auto, dark, light, sixteen, plain"
    );
    assert_eq!(
        refuses("config ascii perhaps"),
        "ascii is true or false, not \"perhaps\""
    );
    assert!(refuses("config mode flow exam").starts_with("mode takes one value"));
    assert!(!machine.home().join(FILE).exists());
    let tag = machine.bedside("config hidden_tags cancr").run().is(0);
    assert_eq!(
        tag.err,
        "bedside: no conversation here carries the tag \"cancr\"; did you mean cancer?\n"
    );
}

#[test]
fn a_broken_file_is_told_by_line_and_column_and_never_overwritten() {
    let machine = Machine::new();
    for (text, told) in [
        (
            "mode = \"flow\"\ntheme = \"drak\"\n",
            "line 2, column 9: theme cannot be \"drak\" (did you mean dark?)",
        ),
        (
            "# mine\nthem = \"dark\"\n",
            "line 2, column 1: there is no setting \"them\" (did you mean theme?)",
        ),
        ("one_key = \"yes\"\n", "line 1, column 11: one_key is true or false"),
        ("mode = \"flow\n", "line 1, column "),
        ("support = \"Ana\"\n", "line 1, column 11: support is a list of texts"),
    ] {
        machine.write(FILE, text);
        for args in ["config", "config mode exam", "list", "drill", "play day-nine", "exam"] {
            let refused = machine.bedside(args).run().refuses();
            assert!(refused.contains(&format!("config.toml, {told}")), "{args}: {refused}");
            assert!(refused.ends_with("mend that line or delete it"), "{refused}");
        }
        assert_eq!(machine.read(FILE), text);
    }
    machine.write(FILE, b"mode = \xff\n");
    assert!(
        machine
            .bedside("config")
            .run()
            .refuses()
            .ends_with("is not text; look at it, or delete it")
    );
}

#[test]
fn comments_and_order_stay() {
    let machine = Machine::new();
    machine.write(FILE, "# on the night shift\nmode = \"flow\" # for now\nascii = true");
    machine.bedside("config mode coached").run().is(0);
    machine.bedside("config language en").run().is(0);
    let text = "# on the night shift\nmode = \"coached\" # for now\nascii = true\nlanguage = \"en\"\n";
    assert_eq!(machine.read(FILE), text);
    let played = machine.bedside("play day-nine --answers random --seed 1").run().is(0);
    assert!(played.out.contains("Better:"), "coached teaches on the way: {played}");
}
