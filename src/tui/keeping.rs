//! What is on its way to being kept: one write in flight, what comes after it waits, nothing is lost.

/// In the order it happened.
#[derive(Clone, Debug)]
pub(crate) struct Keeping<T> {
    /// Being written now.
    in_flight: Vec<T>,
    /// To be written next.
    waiting: Vec<T>,
    /// The last write failed, and why.
    pub(crate) unsaved: Option<String>,
}

impl<T> Default for Keeping<T> {
    fn default() -> Self {
        Keeping {
            in_flight: Vec::new(),
            waiting: Vec::new(),
            unsaved: None,
        }
    }
}

impl<T: Clone> Keeping<T> {
    /// Whether everything so far is safe, so that the next answer may be taken.
    pub(crate) fn settled(&self) -> bool {
        self.in_flight.is_empty() && self.waiting.is_empty()
    }

    /// Whether an answer is awaited: safe, or not.
    pub(crate) fn in_flight(&self) -> bool {
        !self.in_flight.is_empty()
    }

    /// Takes more in. What comes back is to be written now.
    pub(crate) fn keep(&mut self, more: impl IntoIterator<Item = T>) -> Option<Vec<T>> {
        self.waiting.extend(more);
        self.send()
    }

    /// What was in flight is safe; what waited is to be written now.
    pub(crate) fn saved(&mut self) -> Option<Vec<T>> {
        self.in_flight.clear();
        self.unsaved = None;
        self.send()
    }

    /// The write failed: it waits in front of what came after it.
    pub(crate) fn not_saved(&mut self, why: String) {
        let after = std::mem::take(&mut self.waiting);
        self.waiting = std::mem::take(&mut self.in_flight);
        self.waiting.extend(after);
        self.unsaved = Some(why);
    }

    pub(crate) fn retry(&mut self) -> Option<Vec<T>> {
        self.unsaved = None;
        self.send()
    }

    fn send(&mut self) -> Option<Vec<T>> {
        if !self.in_flight.is_empty() || self.waiting.is_empty() || self.unsaved.is_some() {
            return None;
        }
        self.in_flight = std::mem::take(&mut self.waiting);
        Some(self.in_flight.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_write_is_in_flight_and_a_failed_one_comes_again_first() {
        let mut keeping = Keeping::default();
        assert_eq!(keeping.keep([1, 2]), Some(vec![1, 2]));
        assert_eq!(keeping.keep([3]), None, "one is in flight");
        keeping.not_saved("The disk is full.".to_owned());
        assert_eq!(keeping.keep([4]), None, "nothing goes out on top of what is not safe");
        assert!(!keeping.settled() && !keeping.in_flight());
        assert_eq!(keeping.retry(), Some(vec![1, 2, 3, 4]));
        assert_eq!(keeping.saved(), None);
        assert!(keeping.settled());
    }
}
