//! The name of an attempt: a UUID version 7 (RFC 9562), so that names sort by the time they were made.

use std::fmt;

use uuid::{Builder, NoContext, Timestamp, Uuid};

use super::Utc;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AttemptId([u8; 16]);

impl AttemptId {
    /// A new name with the system's randomness. Times before 1970 count as 1970.
    #[must_use]
    pub fn new(at: Utc) -> Self {
        let millis = u64::try_from(at.millis()).unwrap_or(0);
        let nanos = u32::try_from(millis % 1000).unwrap_or(0) * 1_000_000;
        AttemptId(Uuid::new_v7(Timestamp::from_unix(NoContext, millis / 1000, nanos)).into_bytes())
    }

    /// The same from given randomness.
    #[must_use]
    pub fn from_parts(at: Utc, random: [u8; 10]) -> Self {
        let millis = u64::try_from(at.millis()).unwrap_or(0);
        AttemptId(
            Builder::from_unix_timestamp_millis(millis, &random)
                .into_uuid()
                .into_bytes(),
        )
    }

    /// From the hyphenated form that [`Display`](fmt::Display) writes.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Uuid::try_parse(text).ok().map(|uuid| AttemptId(uuid.into_bytes()))
    }

    pub(super) fn from_bytes(bytes: [u8; 16]) -> Self {
        AttemptId(bytes)
    }

    pub(super) fn bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl fmt::Display for AttemptId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", Uuid::from_bytes(self.0).as_hyphenated())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_a_version_7_that_holds_the_time() {
        let at = Utc::from_millis(0x0123_4567_89ab);
        for id in [AttemptId::new(at), AttemptId::from_parts(at, [0xff; 10])] {
            let text = id.to_string();
            assert!(text.starts_with("01234567-89ab-7"), "{text}");
            assert_eq!(AttemptId::parse(&text), Some(id));
        }
        assert_ne!(AttemptId::new(at), AttemptId::new(at));
    }

    #[test]
    fn sorts_by_time() {
        let early = AttemptId::from_parts(Utc::from_millis(1_000), [0xff; 10]);
        let late = AttemptId::from_parts(Utc::from_millis(1_001), [0; 10]);
        assert!(early < late && early.to_string() < late.to_string());
    }
}
