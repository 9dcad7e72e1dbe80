//! Keeps the last page made, so that a key press does not set a long text again that has not changed.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

/// The last value and what it was made from.
pub(crate) struct Memo<K, V>(RefCell<Option<(K, Rc<V>)>>);

impl<K: PartialEq, V> Memo<K, V> {
    /// The value for this key: the last one if it was made from the same, else a new one.
    pub(crate) fn get(&self, key: K, make: impl FnOnce() -> V) -> Rc<V> {
        if let Some((known, value)) = &*self.0.borrow()
            && *known == key
        {
            return Rc::clone(value);
        }
        let value = Rc::new(make());
        *self.0.borrow_mut() = Some((key, Rc::clone(&value)));
        value
    }
}

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Memo(RefCell::new(None))
    }
}

/// A copy starts empty: it is made again when it is asked for.
impl<K, V> Clone for Memo<K, V> {
    fn clone(&self) -> Self {
        Memo::default()
    }
}

impl<K, V> fmt::Debug for Memo<K, V> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Memo")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_is_made_once_and_the_different_anew() {
        let memo = Memo::default();
        let made = RefCell::new(0);
        let make = |value: u8| {
            *made.borrow_mut() += 1;
            value
        };
        assert_eq!(*memo.get("a", || make(1)), 1);
        assert_eq!(*memo.get("a", || make(2)), 1);
        assert_eq!(*memo.get("b", || make(3)), 3);
        assert_eq!(*made.borrow(), 2);
    }
}
