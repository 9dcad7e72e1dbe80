//! A first scenario to change: commented, and playable at once.

use crate::model::Track;

/// The skeleton with its id, track and date (ISO) filled in.
#[must_use]
pub fn scenario(id: &str, track: Track, date: &str) -> String {
    include_str!("scenario.yaml")
        .replace("{id}", id)
        .replace("{track}", track.id())
        .replace("{date}", date)
}
