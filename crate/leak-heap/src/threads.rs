//! As many threads as there are processors, for what the engine can have done apart.

use heap::Hands;
use rayon::iter::{IndexedParallelIterator, IntoParallelRefMutIterator, ParallelIterator};

pub(crate) struct Threads;

impl Hands for Threads {
    fn run(&self, jobs: &mut [&mut (dyn FnMut() + Send)]) {
        let each = jobs.par_iter_mut().with_max_len(1);
        each.for_each(|job| job());
    }
}
