//! What the progress screen shows, as handed in.

use crate::model::{Day, Library};
use crate::practice::progress::Progress;

#[derive(Clone, Debug)]
pub struct ProgressData {
    pub progress: Progress,
    /// Titles, and the names of skills and domains.
    pub library: Library,
    pub today: Day,
}
