//! The states met at one decision: packed keys, numbered as they are met.

/// Keys of one width. Finds by hash, or directly once the table is as large as all keys there can be.
#[derive(Debug, Default)]
pub(crate) struct Table {
    words: usize,
    bits: u32,
    keys: Vec<u64>,
    slots: Vec<u32>,
    len: u32,
}

const FREE: u32 = u32::MAX;

impl Table {
    pub(crate) fn new(words: usize, bits: u32) -> Self {
        Table {
            words,
            bits,
            ..Table::default()
        }
    }

    pub(crate) fn len(&self) -> u32 {
        self.len
    }

    pub(crate) fn key(&self, at: u32) -> &[u64] {
        let from = at as usize * self.words;
        &self.keys[from..from + self.words]
    }

    /// The number of a key, and whether it is new.
    pub(crate) fn add(&mut self, key: &[u64]) -> (u32, bool) {
        if (self.len as usize + 1) * 2 > self.slots.len() && !self.direct() {
            self.grow();
        }
        let slot = self.find(key);
        let known = self.slots[slot];
        if known != FREE {
            return (known, false);
        }
        self.slots[slot] = self.len;
        self.keys.extend_from_slice(key);
        self.len += 1;
        (self.len - 1, true)
    }

    /// Gives back what is needed only while states are being met.
    pub(crate) fn close(&mut self) {
        self.slots = Vec::new();
        self.keys.shrink_to_fit();
    }

    /// Every key has a slot of its own.
    fn direct(&self) -> bool {
        self.bits <= 16 && self.slots.len() == 1 << self.bits
    }

    fn find(&self, key: &[u64]) -> usize {
        if self.direct() {
            return usize::try_from(key[0]).unwrap_or(0);
        }
        let mask = self.slots.len() - 1;
        let mut slot = usize::try_from(hash(key) >> 32).unwrap_or(0) & mask;
        loop {
            let known = self.slots[slot];
            if known == FREE || self.same(known, key) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
    }

    #[inline]
    fn same(&self, known: u32, key: &[u64]) -> bool {
        // Nearly every key is one word; a general comparison of slices costs a call.
        match key {
            [word] => self.keys[known as usize] == *word,
            _ => self.key(known) == key,
        }
    }

    fn grow(&mut self) {
        let wanted = (self.slots.len() * 2).max(16);
        let all = if self.bits <= 16 { 1 << self.bits } else { usize::MAX };
        self.slots = vec![FREE; wanted.min(all)];
        for at in 0..self.len {
            let slot = self.find(self.key(at));
            self.slots[slot] = at;
        }
    }
}

/// Fibonacci hashing (Knuth, TAOCP 3, §6.4), word by word.
fn hash(key: &[u64]) -> u64 {
    key.iter().fold(0, |hash: u64, word| {
        (hash.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_keep_their_numbers_while_the_table_grows() {
        for (words, bits) in [(1, 12), (1, 40), (2, 100)] {
            let mut table = Table::new(words, bits);
            let keys: Vec<Vec<u64>> = (0..4096_u64)
                .map(|at| (0..words as u64).map(|word| at * (word + 1)).collect())
                .collect();
            for (at, key) in keys.iter().enumerate() {
                assert_eq!(table.add(key), (at as u32, true));
            }
            for (at, key) in keys.iter().enumerate() {
                assert_eq!(table.add(key), (at as u32, false), "{words} words");
                assert_eq!(table.key(at as u32), key);
            }
        }
    }
}
