//! The twin against DevTools itself: 500 random graphs with the figures DevTools gives for them
//! (see `tests/oracle` for how they were made).

mod classes;
mod files;
mod graphs;
mod json;
mod nodes;
mod surrogates;
