//! The engine's figures beside DevTools' own, on real files and on random graphs.
#![forbid(unsafe_code)]
#![allow(clippy::cast_precision_loss, missing_docs)]

mod devtools {
    mod compare;
    pub(crate) mod figures;
    pub(crate) mod fixture;
    mod fixtures;
    mod graphs;
    mod redacted;
    mod timeline;
    mod views;
    mod views_filters;
    mod views_lists;
    mod views_names;
}
