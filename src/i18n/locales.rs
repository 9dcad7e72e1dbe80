//! The Fluent files built in: one folder a language, one file a part of the program.

/// Language tag and its files' texts. English comes first and is complete; the others fall back to it.
pub(super) const LOCALES: &[(&str, &[&str])] = &[(
    "en",
    &[
        include_str!("locales/en/cli.ftl"),
        include_str!("locales/en/drill.ftl"),
        include_str!("locales/en/guide.ftl"),
        include_str!("locales/en/exam-screens.ftl"),
        include_str!("locales/en/plain.ftl"),
        include_str!("locales/en/practice.ftl"),
        include_str!("locales/en/progress-screens.ftl"),
        include_str!("locales/en/report.ftl"),
        include_str!("locales/en/screens.ftl"),
        include_str!("locales/en/session.ftl"),
    ],
)];
