//! Answers that are asked for in parts, kept between the parts.

use std::{cell::RefCell, rc::Rc};

/// The last few results of something costly, by what was asked.
#[derive(Debug)]
pub(crate) struct Memory<K, V> {
    kept: RefCell<Vec<(K, Rc<V>)>>,
}

/// As many as one looks at side by side.
const MOST: usize = 4;

impl<K, V> Default for Memory<K, V> {
    fn default() -> Self {
        Self {
            kept: RefCell::new(Vec::new()),
        }
    }
}

impl<K: PartialEq, V> Memory<K, V> {
    /// The result for this key; made unless it is kept.
    pub(crate) fn get<E>(
        &self,
        key: K,
        work_out: impl FnOnce(&K) -> Result<V, E>,
    ) -> Result<Rc<V>, E> {
        let mut kept = self.kept.borrow_mut();
        if let Some(place) = kept.iter().position(|(other, _)| *other == key) {
            // The one used last is the last to go.
            let entry = kept.remove(place);
            kept.push(entry);
        } else {
            let result = Rc::new(work_out(&key)?);
            if kept.len() == MOST {
                kept.remove(0);
            }
            kept.push((key, result));
        }
        Ok(Rc::clone(&kept[kept.len() - 1].1))
    }

    #[cfg(test)]
    pub(crate) fn kept(&self) -> usize {
        self.kept.borrow().len()
    }

    /// Forgets what the test is true of.
    pub(crate) fn forget(&self, of: impl Fn(&K) -> bool) {
        self.kept.borrow_mut().retain(|(key, _)| !of(key));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_few_are_kept() {
        let memory = Memory::default();
        let ask = |key: u32| {
            let mut made = false;
            let got = memory.get(key, |_| -> Result<u32, ()> {
                made = true;
                Ok(key * 2)
            });
            assert_eq!(*got.unwrap(), key * 2);
            made
        };
        assert!((0..4).all(&ask));
        assert!(!ask(0) && ask(4) && !ask(0) && ask(1));
        memory.forget(|key| *key == 0);
        assert!(ask(0));
        assert_eq!(memory.get(9, |_| Err(7)), Err::<Rc<u32>, _>(7));
    }
}
