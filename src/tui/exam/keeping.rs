//! Things on their way to being kept: one write in flight, and nothing is lost when it fails.

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
    /// What is to be written now, if anything may be.
    pub(crate) fn add(&mut self, more: impl IntoIterator<Item = T>) -> Option<Vec<T>> {
        self.waiting.extend(more);
        self.send()
    }

    /// Whether everything so far is safe.
    pub(crate) fn settled(&self) -> bool {
        self.in_flight.is_empty() && self.waiting.is_empty()
    }

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
    fn one_write_is_under_way_and_a_failed_one_comes_first_again() {
        let mut keeping = Keeping::default();
        assert_eq!(keeping.add([1]), Some(vec![1]));
        assert_eq!(keeping.add([2]), None);
        keeping.not_saved("full".to_owned());
        assert_eq!(keeping.add([3]), None, "nothing goes out over what is not safe");
        assert_eq!(keeping.retry(), Some(vec![1, 2, 3]));
        assert!(!keeping.settled());
        assert_eq!(keeping.saved(), None);
        assert!(keeping.settled());
    }
}
