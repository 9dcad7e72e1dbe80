//! All rules there are, one line each, sorted by code. A new rule is a file and a line here.

pub(super) mod a100_allow_without_reason;
pub(super) mod a101_unknown_allow;
pub(super) mod a102_idle_allow;
mod e001_no_yaml;
mod e002_unknown_field;
mod e003_missing_field;
mod e004_wrong_kind;
mod e005_double_name;
mod e006_yaml_sign;
mod e007_bad_id;
mod e008_cut_text;
mod e009_too_large;
mod e00a_newer_format;
mod e010_unknown_target;
mod e011_unknown_name;
mod e012_wrong_type;
mod e013_equals;
mod e014_out_of_bounds;
mod e015_unreadable_expression;
mod e016_unreadable_line;
mod e017_unknown_slot;
mod e018_treacherous_letter;
mod e019_not_exactly_one;
mod e020_dead_end;
mod e021_endless_loop;
mod e022_no_way_out;
mod e023_menu_leaks_a_draw;
mod e024_unasked_draw;
mod e025_absent_speaker;
mod e026_too_many_states;
mod m080_no_sources;
mod m081_unknown_source;
mod m082_no_review;
mod m083_overclaimed_review;
mod m084_no_content_note;
mod m085_stale_law;
mod m086_idle_framework;
mod m087_untested_objective;
mod m088_no_objectives;
mod m089_wrong_minutes;
mod s060_stray_rating;
mod s061_foreign_key;
mod s062_unknown_skill;
mod s063_unrated_choice;
mod s064_out_of_scale;
mod s065_stale_wording;
mod s066_unpinned_wording;
mod s067_unreachable_error;
mod s068_repair_before_error;
mod s069_unsettled_owed;
mod s120_missing_level;
mod s121_untested_level;
mod s122_missing_cue;
mod s123_few_raters;
mod s124_divided_panel;
mod s125_no_way_back;
mod s126_untested_decision;
mod s127_levels_against_rating;
mod s128_no_key;
mod s129_impossible_repair;
mod w030_unreachable_node;
mod w031_unavailable_choice;
mod w032_constant_condition;
mod w033_unread_variable;
mod w034_unwritten_variable;
mod w035_undiscoverable_secret;
mod w036_idle_effect;
mod w037_twin_choices;
mod w038_single_choice;
mod w039_rare_ending;
mod w040_same_words;
mod w041_long_choice;
mod w042_twin_variants;
mod w043_odd_spaces;
mod w044_leftover_placeholder;
mod w045_three_dots;
mod w046_doubled_word;
mod w047_long_speech;
mod w048_silent_person;
mod w049_unused_mood;
mod w050_longest_is_best;
mod w051_uneven_lengths;
mod w052_rated_alike;
mod w053_few_defensible;
mod w054_two_disasters;
mod w055_know_nothing_policy;
mod w056_flat_scores;
mod w057_few_choices;
mod w058_unasked_blame;
mod w059_nothing_best;
mod w090_missing_felt;
mod w091_missing_why;
mod w092_missing_better;
mod w093_missing_hint;
mod w094_missing_expert;
mod w095_no_reaction;
mod w096_idle_better;
mod w110_never_words;
mod w111_hard_reading;
mod w112_stacked_questions;
mod w113_jargon;
mod w114_but_after_empathy;

use super::rule::Rule;

static ALL: &[&Rule] = &[
    &a100_allow_without_reason::RULE,
    &a101_unknown_allow::RULE,
    &a102_idle_allow::RULE,
    &e001_no_yaml::RULE,
    &e002_unknown_field::RULE,
    &e003_missing_field::RULE,
    &e004_wrong_kind::RULE,
    &e005_double_name::RULE,
    &e006_yaml_sign::RULE,
    &e007_bad_id::RULE,
    &e008_cut_text::RULE,
    &e009_too_large::RULE,
    &e00a_newer_format::RULE,
    &e010_unknown_target::RULE,
    &e011_unknown_name::RULE,
    &e012_wrong_type::RULE,
    &e013_equals::RULE,
    &e014_out_of_bounds::RULE,
    &e015_unreadable_expression::RULE,
    &e016_unreadable_line::RULE,
    &e017_unknown_slot::RULE,
    &e018_treacherous_letter::RULE,
    &e019_not_exactly_one::RULE,
    &e020_dead_end::RULE,
    &e021_endless_loop::RULE,
    &e022_no_way_out::RULE,
    &e023_menu_leaks_a_draw::RULE,
    &e024_unasked_draw::RULE,
    &e025_absent_speaker::RULE,
    &e026_too_many_states::RULE,
    &m080_no_sources::RULE,
    &m081_unknown_source::RULE,
    &m082_no_review::RULE,
    &m083_overclaimed_review::RULE,
    &m084_no_content_note::RULE,
    &m085_stale_law::RULE,
    &m086_idle_framework::RULE,
    &m087_untested_objective::RULE,
    &m088_no_objectives::RULE,
    &m089_wrong_minutes::RULE,
    &s060_stray_rating::RULE,
    &s061_foreign_key::RULE,
    &s062_unknown_skill::RULE,
    &s063_unrated_choice::RULE,
    &s064_out_of_scale::RULE,
    &s065_stale_wording::RULE,
    &s066_unpinned_wording::RULE,
    &s067_unreachable_error::RULE,
    &s068_repair_before_error::RULE,
    &s069_unsettled_owed::RULE,
    &s120_missing_level::RULE,
    &s121_untested_level::RULE,
    &s122_missing_cue::RULE,
    &s123_few_raters::RULE,
    &s124_divided_panel::RULE,
    &s125_no_way_back::RULE,
    &s126_untested_decision::RULE,
    &s127_levels_against_rating::RULE,
    &s128_no_key::RULE,
    &s129_impossible_repair::RULE,
    &w030_unreachable_node::RULE,
    &w031_unavailable_choice::RULE,
    &w032_constant_condition::RULE,
    &w033_unread_variable::RULE,
    &w034_unwritten_variable::RULE,
    &w035_undiscoverable_secret::RULE,
    &w036_idle_effect::RULE,
    &w037_twin_choices::RULE,
    &w038_single_choice::RULE,
    &w039_rare_ending::RULE,
    &w040_same_words::RULE,
    &w041_long_choice::RULE,
    &w042_twin_variants::RULE,
    &w043_odd_spaces::RULE,
    &w044_leftover_placeholder::RULE,
    &w045_three_dots::RULE,
    &w046_doubled_word::RULE,
    &w047_long_speech::RULE,
    &w048_silent_person::RULE,
    &w049_unused_mood::RULE,
    &w050_longest_is_best::RULE,
    &w051_uneven_lengths::RULE,
    &w052_rated_alike::RULE,
    &w053_few_defensible::RULE,
    &w054_two_disasters::RULE,
    &w055_know_nothing_policy::RULE,
    &w056_flat_scores::RULE,
    &w057_few_choices::RULE,
    &w058_unasked_blame::RULE,
    &w059_nothing_best::RULE,
    &w090_missing_felt::RULE,
    &w091_missing_why::RULE,
    &w092_missing_better::RULE,
    &w093_missing_hint::RULE,
    &w094_missing_expert::RULE,
    &w095_no_reaction::RULE,
    &w096_idle_better::RULE,
    &w110_never_words::RULE,
    &w111_hard_reading::RULE,
    &w112_stacked_questions::RULE,
    &w113_jargon::RULE,
    &w114_but_after_empathy::RULE,
];

/// Every rule, sorted by code.
#[must_use]
pub fn all() -> &'static [&'static Rule] {
    ALL
}

/// By code (`W050`, in either case) or by name (`longest-is-best`).
#[must_use]
pub fn explain(word: &str) -> Option<&'static Rule> {
    let named = |rule: &&&Rule| word.eq_ignore_ascii_case(rule.code) || word == rule.name;
    ALL.iter().find(named).copied()
}
